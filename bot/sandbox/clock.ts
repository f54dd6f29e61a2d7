import type { Clock } from '../../domain/clock.ts'
import { newId } from '../../domain/ids.ts'
import { type Doc, type DocumentStore, StoreUnavailable } from '../../domain/store/document-store.ts'

/** The time of day plus what it was moved forward; kept in the store, so that it stays moved after a restart. */
export type SandboxClock = Clock & {
  /** Moves forward by an ISO-8601 duration (P3D, PT2H, P1DT1H) and gives the new time. @throws RangeError otherwise. */
  advance(duration: string): Promise<string>
}

const PK = 'sbx:clock'
const ID = 'ahead'

/** Reads how far the clock was moved before; `systemTime` is only for tests. */
export async function sandboxClock(store: DocumentStore, systemTime: () => number = Date.now): Promise<SandboxClock> {
  let aheadMs = (await store.read<Ahead>(PK, ID))?.body.aheadMs ?? 0
  const now = (): string => new Date(systemTime() + aheadMs).toISOString()
  return {
    now,
    advance: async (duration) => {
      const lengthMs = durationMs(duration, now())
      aheadMs = await moveForward(store, lengthMs)
      return now()
    },
  }
}

type Ahead = { aheadMs: number; token: string }

async function moveForward(store: DocumentStore, lengthMs: number): Promise<number> {
  for (let attempt = 0; attempt < 20; attempt += 1) {
    const kept: Doc<Ahead> | undefined = await store.read<Ahead>(PK, ID)
    const body = { aheadMs: (kept?.body.aheadMs ?? 0) + lengthMs, token: newId() }
    const marker = { id: `moved:${body.token}`, token: body.token }
    const done = await store.batch(
      PK,
      [
        { op: 'create', id: marker.id, body },
        kept ? { op: 'replace', id: ID, etag: kept.etag, body } : { op: 'create', id: ID, body },
      ],
      marker,
    )
    if (done.ok) return body.aheadMs
  }
  throw new StoreUnavailable('notExecuted')
}

const DURATION = /^P(?=.)(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?=.)(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/
/** Far from the last year that can be written with four digits. */
const LAST_MS = Date.UTC(2999, 0)
const TEN_YEARS_MS = 3660 * 24 * 3600 * 1000

function durationMs(duration: string, from: string): number {
  const read = DURATION.exec(duration)
  if (!read) throw new RangeError('give an ISO-8601 duration such as P3D, PT2H or P1DT1H')
  const [years = 0, months = 0, weeks = 0, days = 0, hours = 0, minutes = 0, seconds = 0] = read
    .slice(1)
    .map((part) => Number(part ?? 0))
  const date = new Date(from)
  date.setUTCFullYear(date.getUTCFullYear() + years, date.getUTCMonth() + months)
  const lengthMs =
    date.getTime() - Date.parse(from) + (((weeks * 7 + days) * 24 + hours) * 3600 + minutes * 60 + seconds) * 1000
  if (!(lengthMs > 0 && lengthMs <= TEN_YEARS_MS)) throw new RangeError('move the clock forward, by at most ten years')
  if (Date.parse(from) + lengthMs > LAST_MS)
    throw new RangeError('the clock stands at its end; begin with a new database')
  return lengthMs
}
