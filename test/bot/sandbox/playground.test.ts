import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { type AddressInfo, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, afterEach, describe, expect, it } from 'vitest'
import { playgroundConfig } from '../../../bot/sandbox/playground-config.ts'
import { isFree } from '../../../bot/sandbox/processes.ts'
import { chatWindows } from '../../../bot/sandbox/windows.ts'
import { readWorld } from '../../../bot/sandbox/world.ts'

const PLAYGROUND = fileURLToPath(new URL('../../../bot/sandbox/playground.ts', import.meta.url))
const SHIPPED = fileURLToPath(new URL('../../../bot/sandbox/world.json', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'playground-test-'))
const children: ChildProcess[] = []

afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL')
})
afterAll(() => rmSync(folder, { recursive: true }))

const windowOf = (n: string) => ({
  tenantId: `${n.repeat(8)}-0000-4000-8000-000000000000`,
  displayName: `Company ${n}`,
  country: 'JP',
  kind: 'prospect',
  users: [
    { aadObjectId: `${n.repeat(8)}-0000-4000-8000-000000000001`, name: `青木 ${n}`, locale: 'ja-JP', window: true },
  ],
})

const worldFile = (world: unknown): string => {
  const file = join(folder, 'world.json')
  writeFileSync(file, JSON.stringify(world))
  return file
}

/** Ports that were free a moment ago. */
async function freePorts(): Promise<{ port: number; windows: number }> {
  for (;;) {
    const server = createServer().listen(0, '127.0.0.1')
    await once(server, 'listening')
    const { port } = server.address() as AddressInfo
    server.close()
    await once(server, 'close')
    const near = await Promise.all([1, 2].map((n) => isFree(port + n, '127.0.0.1')))
    if (near.every(Boolean) && port < 60_000) return { port, windows: port + 1 }
  }
}

const run = (environment: NodeJS.ProcessEnv) => {
  const env = { ...process.env, DATABASE_FILE: join(folder, 'sandbox.db'), ...environment }
  const child = spawn(process.execPath, [PLAYGROUND], { env, cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] })
  children.push(child)
  const said = { out: '', err: '' }
  child.stdout.on('data', (chunk: Buffer) => {
    said.out += chunk.toString()
  })
  child.stderr.on('data', (chunk: Buffer) => {
    said.err += chunk.toString()
  })
  return { child, said, ended: once(child, 'close') }
}

describe('the playground', () => {
  it('gives each window a person, a tenant and ids of its own', () => {
    const world = readWorld(SHIPPED)
    const windows = chatWindows(world, 50_000)
    expect(windows.map(({ port }) => port)).toEqual([50_000, 50_001, 50_002, 50_003, 50_004])
    expect(windows.at(-1)?.person.appRoles).toContain('support')
    const configs = windows.map((window) => JSON.parse(playgroundConfig(world, window)))
    for (const [at, { person }] of windows.entries()) {
      expect(configs[at]).toMatchObject({
        tenantId: person.tenantId,
        currentUser: { aadObjectId: person.userId, name: person.name, email: person.email },
      })
      expect(configs[at].users).toHaveLength(5)
    }
    const ids = configs.flatMap(({ currentUser, personalChat, groupChat, team }) => [
      currentUser.id,
      personalChat.id,
      groupChat.id,
      team.id,
      team.channels[0].id,
    ])
    expect(new Set(ids).size).toBe(ids.length)
    expect(configs[1].currentUser).toMatchObject({ surname: '青木', givenName: '太郎' })
    expect(configs[2].currentUser).toMatchObject({ surname: 'Carter', givenName: 'Olivia' })
  })

  it('opens the windows, says where they are, and takes everything with it when it ends', {
    timeout: 90_000,
  }, async () => {
    const { port, windows } = await freePorts()
    const { child, said, ended } = run({
      PORT: String(port),
      PLAYGROUND_PORT: String(windows),
      SANDBOX_WORLD: worldFile({ tenants: [windowOf('1'), windowOf('2')] }),
    })
    await Promise.race([
      expect.poll(() => said.out, { timeout: 80_000, interval: 100 }).toContain('Ctrl+C'),
      ended.then(() => Promise.reject(new Error(said.err))),
    ])
    expect(said.out).toContain(`http://localhost:${port}/sandbox`)
    expect(said.out).toContain(`http://localhost:${windows}  青木 1, Company 1`)
    for (const at of [windows, windows + 1]) expect((await fetch(`http://localhost:${at}`)).status).toBe(200)
    const start = await (await fetch(`http://localhost:${port}/sandbox`)).text()
    expect(start).toContain(`href="http://localhost:${windows + 1}"`)

    child.kill('SIGTERM')
    const [code] = await ended
    expect([code, said.err]).toEqual([0, ''])
    for (const at of [port, windows, windows + 1]) expect(await isFree(at, '127.0.0.1')).toBe(true)
  })

  it('names a port that is taken, and how to choose another one', async () => {
    const { port, windows } = await freePorts()
    const other = createServer().listen(windows, '127.0.0.1')
    await once(other, 'listening')
    const { said, ended } = run({
      PORT: String(port),
      PLAYGROUND_PORT: String(windows),
      SANDBOX_WORLD: worldFile({ tenants: [windowOf('1')] }),
    })
    const [code] = await ended
    other.close()
    expect(code).toBe(1)
    expect(said.err).toContain(`Port ${windows} is in use`)
    expect(said.err).toContain('PLAYGROUND_PORT')
    expect(said.err).not.toContain('    at ')
  })

  it.each([
    ['a world with a fault', { SANDBOX_WORLD: 'world.json' }, 'tenants[0].country'],
    ['a port that is none', { PORT: 'http' }, 'PORT: http is no port.'],
  ])('does not start with %s', async (_, environment, message) => {
    worldFile({ tenants: [{ ...windowOf('1'), country: 'Japan' }] })
    const { said, ended } = run(environment)
    const [code] = await ended
    expect(code).toBe(1)
    expect(said.err).toContain(message)
    expect(said.err).not.toContain('    at ')
  })
})
