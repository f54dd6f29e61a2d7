import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { freePort } from '../support/world.ts'

const MAIN = fileURLToPath(new URL('../../bot/main.ts', import.meta.url))

/** The bot as its own process, as `npm start` runs it in the sandbox, with everything that it writes anywhere. */
export type BotProcess = {
  url: string
  /** What it has written to standard output and standard error so far. */
  output(): string
  /** Everything in its data folder, whatever the files are called. */
  files(): Buffer
  signal(name: 'SIGTERM' | 'SIGHUP' | 'SIGUSR2'): void
  /** How it ended: the exit code, or the signal. */
  ended: Promise<number | string>
  close(): Promise<void>
}

export async function startBotProcess(env: Record<string, string>): Promise<BotProcess> {
  const folder = mkdtempSync(join(tmpdir(), 'hostile-'))
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  const child = spawn(process.execPath, [MAIN], {
    cwd: folder,
    env: {
      PATH: process.env.PATH ?? '',
      SANDBOX: '1',
      HOST: '127.0.0.1',
      PORT: String(port),
      PUBLIC_URL: url,
      DATABASE_FILE: join(folder, 'bot.db'),
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  child.stdout.on('data', (chunk: Buffer) => {
    output += chunk.toString()
  })
  child.stderr.on('data', (chunk: Buffer) => {
    output += chunk.toString()
  })
  const ended = once(child, 'close').then(([code, signal]) => (signal ?? code) as number | string)
  await answers(url, ended, () => output)
  return {
    url,
    output: () => output,
    files: () => Buffer.concat(readdirSync(folder).map((name) => readFileSync(join(folder, name)))),
    signal: (name) => void child.kill(name),
    ended,
    async close() {
      child.kill('SIGKILL')
      await ended
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

async function answers(url: string, ended: Promise<unknown>, output: () => string): Promise<void> {
  const failed = ended.then(() => 'ended')
  while (!(await fetch(`${url}/readyz`).catch(() => undefined))?.ok) {
    const pause = new Promise((resolve) => setTimeout(resolve, 50))
    if ((await Promise.race([failed, pause])) === 'ended') throw new Error(`the bot did not start:\n${output()}`)
  }
}
