import type { DocumentStore } from '../../domain/store/document-store.ts'

/** What somebody does on a store of his own view; each operation of the store is a step. */
export type Run = (store: DocumentStore) => Promise<unknown>

/** Who takes the next step, of those who are not at their end; undefined leaves all of them where they are, as if dead. */
export type Choice = (waiting: readonly number[]) => number | undefined

/** Runs step by step in the order that is chosen; tells how each of them ended, nothing of whoever did not. */
export async function interleaved(
  store: DocumentStore,
  runs: readonly Run[],
  choice: Choice,
): Promise<readonly (PromiseSettledResult<unknown> | undefined)[]> {
  const ends: (PromiseSettledResult<unknown> | undefined)[] = runs.map(() => undefined)
  const gates: (() => void)[][] = runs.map(() => [])
  let inFlight = 0

  const view = (who: number): DocumentStore => {
    const step = async <T>(operation: () => Promise<T>): Promise<T> => {
      await new Promise<void>((resolve) => gates[who]?.push(resolve))
      try {
        return await operation()
      } finally {
        inFlight--
      }
    }
    return {
      read: (...it) => step(() => store.read(...it)),
      range: (...it) => step(() => store.range(...it)),
      batch: (...it) => step(() => store.batch(...it)),
      due: (...it) => step(() => store.due(...it)),
      close: () => store.close(),
    }
  }
  runs.forEach((run, who) => {
    run(view(who)).then(
      (value) => {
        ends[who] = { status: 'fulfilled', value }
      },
      (reason: unknown) => {
        ends[who] = { status: 'rejected', reason }
      },
    )
  })

  const isBetweenSteps = () => inFlight === 0 && runs.every((_, who) => ends[who] || gates[who]?.length)
  for (;;) {
    do await new Promise((resolve) => setImmediate(resolve))
    while (!isBetweenSteps())
    const waiting = runs.flatMap((_, who) => (ends[who] ? [] : [who]))
    const next = waiting.length > 0 ? choice(waiting) : undefined
    if (next === undefined) return ends
    inFlight++
    gates[next]?.shift()?.()
  }
}

/** Each goes so many steps, in this order, then nobody any more; who comes to an end sooner is left out. */
export function inTurns(...turns: readonly (readonly [who: number, steps: number])[]): Choice {
  const left = turns.map(([who, steps]) => ({ who, steps }))
  return (waiting) => {
    for (;;) {
      const turn = left[0]
      if (!turn) return undefined
      if (turn.steps > 0 && waiting.includes(turn.who)) {
        turn.steps--
        return turn.who
      }
      left.shift()
    }
  }
}

/** After how many steps one is interrupted by another, and he in turn: each step of the one, with every so many-th of the other. */
export const meetings = (steps: number, every: number): readonly (readonly [one: number, other: number])[] =>
  Array.from({ length: steps }, (_, one) =>
    Array.from(
      { length: Math.ceil((steps - (one % every)) / every) },
      (_, n) => [one, (one % every) + n * every] as const,
    ),
  ).flat()

/**
 * Any order, the same one for the same seed: some steps of one, then of another. Of a hundred steps so many are somebody's
 * last, as if he died.
 */
export function shuffled(seed: number, { deaths = 0 } = {}): Choice {
  const dead = new Set<number>()
  const draws = numbers(seed)
  let last: number | undefined
  return (waiting) => {
    const alive = waiting.filter((who) => !dead.has(who))
    const goesOn = last !== undefined && alive.includes(last) && draws(6) > 0
    last = goesOn ? last : alive[draws(alive.length)]
    if (last !== undefined && draws(100) < deaths) dead.add(last)
    return last
  }
}

/** Whole numbers from zero to below `most`, the same ones for the same seed. */
export function numbers(seed: number): (most: number) => number {
  let state = seed
  return (most) => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) % most
  }
}
