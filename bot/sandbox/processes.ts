import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:net'

/** What a process is started with; `quiet` keeps its output back until it fails. */
export type Program = { name: string; args: readonly string[]; cwd: string; env: NodeJS.ProcessEnv; quiet: boolean }

export type Running = {
  name: string
  /** Resolves when a line of the output fits. @throws Error with the output when the process ends before. */
  printed(pattern: RegExp): Promise<RegExpExecArray>
  /** Rejects when the process ends although nobody asked it to. */
  failed: Promise<never>
  /** Asks it to end, insists after `graceMs`, and resolves when it is gone. */
  end(graceMs: number): Promise<void>
  kill(): void
}

/** Starts a Node program as a child. */
export function start({ name, args, cwd, env, quiet }: Program): Running {
  const child = spawn(process.execPath, [...args], { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] })
  const gone = goneOf(child)
  const watchers = new Set<(output: string) => void>()
  let output = ''
  let ending = false
  const take = (to: NodeJS.WriteStream) => (chunk: Buffer) => {
    output = (output + chunk.toString()).slice(-100_000)
    if (!quiet) to.write(chunk)
    for (const watch of watchers) watch(output)
  }
  child.stdout.on('data', take(process.stdout))
  child.stderr.on('data', take(process.stderr))

  const failed = gone.then(async (how) => {
    if (ending) return new Promise<never>(() => undefined)
    throw new Error(`${name} ended (${how}).${quiet && output !== '' ? `\n${output.trimEnd()}` : ''}`)
  })
  // Whoever waits for it hears of it; nobody has to.
  failed.catch(() => undefined)

  return {
    name,
    failed,
    printed: (pattern) =>
      Promise.race([
        new Promise<RegExpExecArray>((resolve) => {
          const watch = (text: string): void => {
            const found = pattern.exec(text)
            if (found) watchers.delete(watch)
            if (found) resolve(found)
          }
          watchers.add(watch)
          watch(output)
        }),
        failed,
      ]),
    end: async (graceMs) => {
      ending = true
      child.kill('SIGTERM')
      const late = setTimeout(() => child.kill('SIGKILL'), graceMs)
      await gone
      clearTimeout(late)
    },
    kill: () => void child.kill('SIGKILL'),
  }
}

/** Whether a server could listen there now. */
export async function isFree(port: number, host?: string): Promise<boolean> {
  const server = createServer()
  try {
    server.listen(port, host)
    await once(server, 'listening')
    server.close()
    await once(server, 'close')
    return true
  } catch {
    return false
  }
}

async function goneOf(child: ChildProcess): Promise<string> {
  const { promise, resolve } = Promise.withResolvers<string>()
  child.once('error', (error) => resolve(error.message))
  child.once('close', (code, signal) => resolve(signal ?? `exit code ${code}`))
  return promise
}
