import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { usualZone } from '../identity/usual-zone.ts'
import { playgroundConfig } from './playground-config.ts'
import { isFree, type Running, start } from './processes.ts'
import { type ChatWindow, chatWindows, PLAYGROUND_PORT } from './windows.ts'
import { readWorld, type World } from './world.ts'

// `npm run playground`: the bot on the sandbox world, and a chat window for each person whom the world gives one.

const SHIPPED_WORLD = fileURLToPath(new URL('./world.json', import.meta.url))
const BOT = fileURLToPath(new URL('../main.ts', import.meta.url))
const CLIENT = createRequire(import.meta.url).resolve('@microsoft/m365agentsplayground/cli.js')
const LOOPBACK_ONLY = new URL('./loopback-only.ts', import.meta.url).href
/** Where the bot is reached from here. */
const HOST = reachable(process.env.HOST)
/** A little more than the bot takes to finish what it has in hand. */
const GRACE_MS = 25_000

const scratch = mkdtempSync(join(tmpdir(), 'partner-bot-playground-'))
const running: Running[] = []
let ending = false

process.on('SIGINT', () => end(0))
process.on('SIGTERM', () => end(0))
process.on('SIGHUP', () => end(0))
process.on('exit', () => {
  for (const program of running) program.kill()
  rmSync(scratch, { recursive: true, force: true })
})

try {
  await run()
} catch (error) {
  // What fails because everything is being ended is no news.
  if (!ending) {
    process.stderr.write(`${error instanceof Error ? error.message : error}\n`)
    await end(1)
  }
}

async function run(): Promise<void> {
  const port = portOf('PORT', 3978)
  const world = readWorld(process.env.SANDBOX_WORLD || SHIPPED_WORLD)
  const windows = chatWindows(world, portOf('PLAYGROUND_PORT', PLAYGROUND_PORT))
  await checkPorts(port, windows)

  const bot = launch(
    'The bot',
    [BOT],
    process.cwd(),
    { SANDBOX: '1', LOG_LEVEL: process.env.LOG_LEVEL ?? 'warn' },
    false,
  )
  await Promise.race([answers(`http://${HOST}:${port}/readyz`), bot.failed])
  await Promise.all(windows.map((window) => open(window, world, port)))
  process.stdout.write(addresses(port, windows))
  await Promise.race(running.map(({ failed }) => failed))
}

async function open(window: ChatWindow, world: World, botPort: number): Promise<void> {
  const folder = join(scratch, String(window.port))
  mkdirSync(folder)
  const config = join(folder, 'playground.yml')
  writeFileSync(config, playgroundConfig(world, window))
  const endpoint = `http://${HOST}:${botPort}/api/messages`
  const program = launch(
    `The chat window of ${window.person.name}`,
    ['--import', LOOPBACK_ONLY, CLIENT, '-e', endpoint, '-c', 'msteams', '-p', String(window.port), '--dt'],
    folder,
    { M365_AGENTS_PLAYGROUND_CONFIG_PATH: config, TEAMSAPPTESTER_BROWSER: 'none', ...timeZoneOf(window) },
    true,
  )
  const [, port] = await program.printed(/Listening on (\d+)/)
  // It takes a port of its own choice when somebody was faster.
  if (Number(port) !== window.port) throw new Error(taken(window.port, 'PLAYGROUND_PORT'))
  await Promise.race([answers(window.url), program.failed])
}

/** The client tells the bot the time zone that its own process has: a person in Japan reads Japanese time wherever this runs. */
function timeZoneOf({ person }: ChatWindow): NodeJS.ProcessEnv {
  return person.locale === 'ja-JP' ? { TZ: usualZone('ja-JP') } : {}
}

function launch(name: string, args: readonly string[], cwd: string, env: NodeJS.ProcessEnv, quiet: boolean): Running {
  if (ending) throw new Error(`${name} is not needed any more.`)
  const program = start({ name, args, cwd, env: { ...process.env, ...env }, quiet })
  running.push(program)
  return program
}

async function checkPorts(port: number, windows: readonly ChatWindow[]): Promise<void> {
  if (!(await isFree(port, process.env.HOST || HOST))) throw new Error(taken(port, 'PORT'))
  for (const window of windows)
    if (!(await isFree(window.port, '127.0.0.1'))) throw new Error(taken(window.port, 'PLAYGROUND_PORT'))
}

// Declared functions from here on: what stands above runs before any constant below has a value.
function taken(port: number, variable: string): string {
  return `Port ${port} is in use. End what uses it, or choose another one with ${variable}.`
}

async function answers(url: string): Promise<void> {
  while (!ending) {
    const answer = await fetch(url).catch(() => undefined)
    if (answer?.ok) return
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
}

function portOf(variable: string, otherwise: number): number {
  const text = process.env[variable] || String(otherwise)
  const port = Number(text)
  if (!/^\d+$/.test(text) || port < 1 || port > 65_000) throw new Error(`${variable}: ${text} is no port.`)
  return port
}

function reachable(host: string | undefined): string {
  if (!host || host === '0.0.0.0' || host === '::') return '127.0.0.1'
  return host.includes(':') ? `[${host}]` : host
}

function addresses(port: number, windows: readonly ChatWindow[]): string {
  return `
Partner Bot sandbox · サンドボックス
  http://localhost:${port}/sandbox

Chat windows: open one and write “help” · チャット ウィンドウ: 開いて「ヘルプ」と入力
${windows.map(({ url, person, company, part }) => `  ${url}  ${person.name}, ${company} (${part.en} · ${part.ja})`).join('\n')}

Mailbox · メールボックス
  http://localhost:${port}/sandbox/mail

Ctrl+C ends everything. · 終了するには Ctrl+C を押してください。
`
}

/** Ends every child, then this process; asked again, at once. */
async function end(code: number): Promise<void> {
  if (ending) process.exit(code || 130)
  ending = true
  await Promise.all(running.map((program) => program.end(GRACE_MS)))
  process.exit(code)
}
