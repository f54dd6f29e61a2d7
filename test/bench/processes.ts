import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { get } from 'node:http'
import { createServer } from 'node:net'
import { fileURLToPath } from 'node:url'

/** What is started: a program of node's, in a folder, with its own variables. */
export type Program = { name: string; file: string; env: Record<string, string>; readyPath: string }

/** A server that runs and answers. */
export type Running = {
  name: string
  url: string
  /** From the start of the process to its first good answer. */
  readyMs: number
  /** Of the whole process, at this moment, as the operating system counts it. */
  rssBytes(): number
  /** Time on the processor so far. */
  cpuMs(): number
  /** To the probe; only of a process that was started with it. */
  tell(order: 'watch' | 'look away'): void
  /** `memory` after a full collection; the operations `seen` since this was last asked; what `understanding` takes alone; `counts` of all operations. */
  ask<T>(question: 'memory' | 'seen' | 'understanding' | 'counts'): Promise<T>
  stop(): Promise<void>
}

type Options = { probe?: boolean; flags?: readonly string[]; compileCache?: string }

const PATIENCE_MS = 30_000

/** Starts a server on a free port of this machine and waits for its first good answer. @throws when it ends before. */
export async function start(program: Program, { probe, flags = [], compileCache }: Options = {}): Promise<Running> {
  const { name, file, env, readyPath } = program
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  const began = performance.now()
  const probing = probe ? ['--expose-gc', '--import', new URL('probe.ts', import.meta.url).href] : []
  const child = spawn(process.execPath, [...probing, ...flags, file], {
    env: {
      PATH: process.env.PATH,
      HOME: process.env.HOME,
      ...(compileCache ? { NODE_COMPILE_CACHE: compileCache } : {}),
      ...env,
      PORT: String(port),
    },
    stdio: ['ignore', 'ignore', 'inherit', probe ? 'ipc' : 'ignore'],
  })
  while (!(await answers(`${url}${readyPath}`))) {
    if (child.exitCode !== null || performance.now() - began > PATIENCE_MS) {
      child.kill()
      throw new Error(`${name} did not start`)
    }
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
  const readyMs = performance.now() - began
  return {
    name,
    url,
    readyMs,
    rssBytes: () => rssOf(child),
    cpuMs: () => cpuOf(child),
    tell: (order) => void child.send(order),
    async ask<T>(question: string) {
      const gone = new AbortController()
      const leave = () => gone.abort()
      child.once('exit', leave)
      child.send(question)
      const [told] = await once(child, 'message', { signal: gone.signal })
      child.off('exit', leave)
      return told as T
    },
    async stop() {
      if (child.exitCode !== null) return
      child.kill('SIGTERM')
      await once(child, 'exit')
    },
  }
}

/** A program of this folder or of the product. */
export const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url))

function answers(url: string): Promise<boolean> {
  const { promise, resolve } = Promise.withResolvers<boolean>()
  get(url, { agent: false }, (response) => {
    response.resume()
    resolve((response.statusCode ?? 500) < 500)
  }).on('error', () => resolve(false))
  return promise
}

const rssOf = ({ pid }: ChildProcess): number =>
  Number(/^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) * 1024

const TICKS_PER_SECOND = 100

/** User and system time: the 14th and 15th field, counted from the end of the name, which may hold anything. */
function cpuOf({ pid }: ChildProcess): number {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
  const [user, system] = stat
    .slice(stat.lastIndexOf(')') + 2)
    .split(' ')
    .slice(11, 13)
  return ((Number(user) + Number(system)) * 1000) / TICKS_PER_SECOND
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  return address !== null && typeof address === 'object' ? address.port : 0
}
