import { load, type Next } from './load.ts'
import type { Running } from './processes.ts'
import { type Everybody, echoTurns, ourTurns } from './turns.ts'

/** What a server holds after so many turns; the heap is measured after a full collection, the process beside it before. */
export type Level = { turns: number; heapBytes: number; rssBytes: number }

const STEPS = 4

/** The levels after each quarter of the turns, the first of them after the first quarter: by then everything is loaded. */
export async function measureMemory(
  server: Running,
  next: Next,
  { turns, connections }: { turns: number; connections: number },
): Promise<readonly Level[]> {
  const levels: Level[] = []
  for (let step = 1; step <= STEPS; step++) {
    await load({ url: server.url, connections, turns: turns / STEPS, next })
    const rssBytes = server.rssBytes()
    const { heapUsed } = await server.ask<{ heapUsed: number }>('memory')
    levels.push({ turns: (turns / STEPS) * step, heapBytes: heapUsed, rssBytes })
  }
  return levels
}

/** Seven turns of ten read, two write, one is a tap that comes again. */
export function ourMixture(cast: Everybody, connections: number): Next {
  const { help, status, write, duplicate } = ourTurns(cast, connections)
  const order = [help, write, status, help, status, duplicate, status, write, help, status]
  return alternating(order)
}

/** The same share of messages and taps. */
export function echoMixture(cast: Everybody, connections: number): Next {
  const { message, tap } = echoTurns(cast, connections)
  return alternating([message, tap, message, message, message, tap, message, tap, message, message])
}

function alternating(order: readonly Next[]): Next {
  let calls = 0
  return (connection) => {
    const next = order[calls++ % order.length]
    if (next === undefined) throw new RangeError('a mixture of nothing')
    return next(connection)
  }
}
