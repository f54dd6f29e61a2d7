import type { DocumentStore, Op } from './document-store.ts'

/** How much a company did of something within 24 hours, and when the oldest of it leaves the window. */
export type OfDay = { day: number; dayEnds: string }

/** So much up to then, a minute in each entry: of a thousand there are only a few. */
type Counter = { t: 'counter'; v: 1; token?: string; minutes: readonly { at: string; count: number }[] }

const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE

/** `plus` is written in the same batch as what it counts, so that no two at the same moment pass the limit. */
export async function readDayCounter(
  store: DocumentStore,
  pk: string,
  id: string,
  at: string,
): Promise<{ counted: OfDay; plus(count: number, token?: string): Op }> {
  const stored = await store.read<Counter>(pk, id)
  const now = Date.parse(at)
  const day = (stored?.body.minutes ?? []).filter((one) => Date.parse(one.at) > now - DAY)
  const last = day.at(-1)
  const isSame = last !== undefined && Math.floor(Date.parse(last.at) / MINUTE) === Math.floor(now / MINUTE)
  return {
    counted: {
      day: day.reduce((sum, { count }) => sum + count, 0),
      dayEnds: new Date(Date.parse(day[0]?.at ?? at) + DAY).toISOString(),
    },
    plus(count, token) {
      const minutes = isSame ? [...day.slice(0, -1), { at, count: last.count + count }] : [...day, { at, count }]
      const body = { t: 'counter', v: 1, ...(token === undefined ? {} : { token }), minutes }
      return stored ? { op: 'replace', id, etag: stored.etag, body } : { op: 'create', id, body }
    },
  }
}
