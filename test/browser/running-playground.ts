import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { isFree } from '../../bot/sandbox/processes.ts'

const PROGRAM = fileURLToPath(new URL('../../bot/sandbox/playground.ts', import.meta.url))
const WINDOWS = 5

export type Ports = { bot: number; windows: number }

/** What `npm run playground` starts, as it runs for a person; the addresses are those that it printed. */
export type RunningPlayground = {
  mailbox: string
  /** The chat window of this person. @throws Error when none was printed */
  windowOf(name: string): string
  /** Waits until everything that was to be told or sent has been. */
  settle(): Promise<void>
  /** Ctrl+C. @throws Error when it does not end in order */
  stop(): Promise<void>
}

/** Starts the program itself on the shipped world, and waits until it has said that everything is open. */
export async function startPlayground(databaseFile: string, { bot, windows }: Ports): Promise<RunningPlayground> {
  const env = { ...process.env, PORT: String(bot), PLAYGROUND_PORT: String(windows), DATABASE_FILE: databaseFile }
  const child = spawn(process.execPath, [PROGRAM], { env, stdio: ['ignore', 'pipe', 'pipe'] })
  const closed = once(child, 'close')
  let said = ''
  const open = new Promise<void>((resolve) => {
    const hear = (chunk: Buffer): void => {
      said += chunk.toString()
      if (said.includes('Ctrl+C')) resolve()
    }
    child.stdout.on('data', hear)
    child.stderr.on('data', hear)
  })
  await Promise.race([open, closed.then(() => Promise.reject(new Error(`The playground ended:\n${said}`)))])

  const address = (pattern: RegExp): string => {
    const found = pattern.exec(said)?.[0]
    if (found === undefined) throw new Error(`The playground did not print ${pattern}:\n${said}`)
    return found
  }
  return {
    mailbox: address(/http:\S+\/sandbox\/mail/),
    async settle() {
      const { ok, status } = await fetch(new URL('/sandbox/settle', `http://localhost:${bot}`), { method: 'POST' })
      if (!ok) throw new Error(`The playground did not settle: ${status}`)
    },
    windowOf: (name) => address(new RegExp(`http:\\S+(?=  ${name})`)),
    async stop() {
      child.kill('SIGINT')
      const [code] = await closed
      if (code !== 0) throw new Error(`The playground ended with ${code}:\n${said}`)
    },
  }
}

/** A port for the bot and one for each window, all free a moment ago; neighbouring processes look at different ones. */
export async function freePorts(): Promise<Ports> {
  for (let bot = 20_000 + ((process.pid * (WINDOWS + 1)) % 20_000); ; bot += WINDOWS + 1) {
    const all = Array.from({ length: WINDOWS + 1 }, (_, n) => isFree(bot + n, '127.0.0.1'))
    if ((await Promise.all(all)).every(Boolean)) return { bot, windows: bot + 1 }
  }
}
