import { load, type Next } from './load.ts'
import type { Running } from './processes.ts'
import { median, ratio } from './statistics.ts'
import type { Timed } from './understanding.ts'

/** What understanding one question takes of a processor, alone and as a share of a help turn in the same process. */
export type Understood = { question: string; microseconds: number; share: number }

const ROUNDS = 5

/** Help turns and questions by turns in one process, so that whatever else the machine does meets both alike. */
export async function understandingOf(
  server: Running,
  help: Next,
  { connections, turns }: { connections: number; turns: number },
): Promise<readonly Understood[]> {
  const rounds: { helpMicroseconds: number; timed: Timed }[] = []
  for (let round = 0; round < ROUNDS; round++) {
    const began = server.cpuMs()
    await load({ url: server.url, connections, turns, next: help })
    const helpMicroseconds = ((server.cpuMs() - began) * 1000) / turns
    rounds.push({ helpMicroseconds, timed: await server.ask<Timed>('understanding') })
  }
  return (rounds[0]?.timed ?? []).map(({ question }, at) => {
    const times = rounds.map(({ timed }) => timed[at]?.microseconds ?? Number.NaN)
    return {
      question,
      microseconds: median(times),
      share: ratio(
        times,
        rounds.map(({ helpMicroseconds }) => helpMicroseconds),
      ),
    }
  })
}
