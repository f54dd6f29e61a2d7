type Options = { mostKept?: number; keptMs?: number }

/** Runs a delivery once, however often it is delivered. */
type Once = {
  /**
   * While `key` runs, a repeat shares its outcome. Afterwards a repeat answers `undefined` where `keep` said so of the
   * outcome, else it runs again; what rejected always runs again.
   */
  run<T>(key: string, work: () => Promise<T>, keep: (outcome: T) => boolean): Promise<T | undefined>
}

/**
 * Teams delivers an activity again when the answer is late (teams.md 2.7). This catches the repeats of one process for a
 * while; what must never happen twice is kept apart by operation keys in the store.
 */
export function createOnce({ mostKept = 5_000, keptMs = 15 * 60 * 1000 }: Options = {}): Once {
  const running = new Map<string, Promise<unknown>>()
  const finished = new Map<string, number>()

  function keepInMind(key: string): void {
    const now = performance.now()
    for (const [oldest, at] of finished) {
      if (finished.size < mostKept && now - at < keptMs) break
      finished.delete(oldest)
    }
    finished.set(key, now)
  }

  return {
    async run<T>(key: string, work: () => Promise<T>, keep: (outcome: T) => boolean) {
      const inHand = running.get(key)
      // The same key was given to the same kind of work, which TypeScript cannot see.
      if (inHand !== undefined) return inHand as Promise<T>
      const at = finished.get(key)
      if (at !== undefined && performance.now() - at < keptMs) return undefined
      const run = work()
      running.set(key, run)
      try {
        const outcome = await run
        if (keep(outcome)) keepInMind(key)
        return outcome
      } finally {
        running.delete(key)
      }
    },
  }
}
