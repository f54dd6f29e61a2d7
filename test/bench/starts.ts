import { type Program, start } from './processes.ts'
import { temporaryFolder } from './programs.ts'
import { median } from './statistics.ts'

/** `firstMs` is the start on a machine that has never run the program, without compiled code kept from before. */
export type Start = { firstMs: number; readyMs: number; restBytes: number }

const REST_MS = 1500

/** Starts every program so many times, in turn; the time until it answers, and what it weighs when it has come to rest. */
export async function measureStarts(
  programs: readonly (() => Program)[],
  times: number,
): Promise<Record<string, Start>> {
  const compileCache = temporaryFolder()
  const seen = new Map<string, { readyMs: number[]; restBytes: number[] }>()
  for (let time = 0; time <= times; time++) {
    for (const make of programs) {
      const running = await start(make(), { compileCache })
      const { readyMs, restBytes } = seen.get(running.name) ?? { readyMs: [], restBytes: [] }
      readyMs.push(running.readyMs)
      await new Promise((resolve) => setTimeout(resolve, REST_MS))
      restBytes.push(running.rssBytes())
      seen.set(running.name, { readyMs, restBytes })
      await running.stop()
    }
  }
  return Object.fromEntries(
    [...seen].map(
      ([
        name,
        {
          readyMs: [firstMs = Number.NaN, ...later],
          restBytes,
        },
      ]) => [name, { firstMs, readyMs: median(later), restBytes: median(restBytes) }],
    ),
  )
}
