export const sleep = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, Math.max(0, ms)))

/** At most `free` at once; the others wait in order. */
export function slots(free: number): <T>(work: () => Promise<T>) => Promise<T> {
  const waiting: (() => void)[] = []
  let left = free
  return async (work) => {
    if (left > 0) left--
    else await new Promise<void>((resolve) => waiting.push(resolve))
    try {
      return await work()
    } finally {
      const next = waiting.shift()
      if (next === undefined) left++
      else next()
    }
  }
}

/** What never ends must not keep its place: rejects after `ms`. The work itself is not stopped. */
export async function within<T>(ms: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const overdue = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no result after ${ms} ms`)), ms)
  })
  try {
    return await Promise.race([work, overdue])
  } finally {
    clearTimeout(timer)
  }
}

const FIRST_MS = 1_000
const CAP_MS = 600_000
const FLOOR_MS = 50

/**
 * Full jitter: anywhere up to 1 s · 2ⁿ, at most ten minutes, so that many things that failed together do not come back
 * together; never before `retryAfterMs`. `failures` counts from 1.
 */
export function backoffMs(failures: number, random: () => number, retryAfterMs = 0): number {
  const ceiling = Math.min(CAP_MS, FIRST_MS * 2 ** (failures - 1))
  return Math.round(Math.max(FLOOR_MS, retryAfterMs, random() * ceiling))
}
