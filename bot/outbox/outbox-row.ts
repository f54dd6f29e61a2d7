import { createHash } from 'node:crypto'
import { newId } from '../../domain/ids.ts'
import type { Doc, DocumentStore, Etag, Json, Op } from '../../domain/store/document-store.ts'
import type { OutboxRow, Task } from '../../domain/store/outbox.ts'

/** A row as it lies in the store. */
type StoredRow = OutboxRow & {
  /** New on each write, so that a lost reply can be told from somebody else's write. */
  token?: string
  /** Attempts that ended nobody knows how: an unexpected error, or a process that died. */
  strikes?: number
}

/** One row in one version. Only who holds the present version can change it, so a claim is a lease. */
export type Held = { pk: string; id: string; etag: Etag; row: StoredRow }

const PER_BATCH = 90

/** Reads what lies in the store; undefined when it is no outbox row. */
export function readRow(body: Json): StoredRow | undefined {
  if (body === null || typeof body !== 'object' || Array.isArray(body) || body.t !== 'outbox') return undefined
  const { task, attempts } = body
  if (task === null || typeof task !== 'object' || Array.isArray(task) || typeof task?.kind !== 'string')
    return undefined
  // The rest of the row is as `commit` wrote it, which its types guard.
  return typeof attempts === 'number' ? (body as unknown as StoredRow) : undefined
}

/** Takes the row until `until`, or answers undefined when somebody else was quicker. A strike stands until it is known how this ends. */
export async function claim(store: DocumentStore, held: Held, until: string): Promise<Held | undefined> {
  const row = { ...held.row, attempts: held.row.attempts + 1, strikes: (held.row.strikes ?? 0) + 1 }
  return rewrite(store, held, row, until)
}

/** Gives the row back, to be tried again at `due`. */
export const postpone = (store: DocumentStore, held: Held, due: string, fault: string): Promise<Held | undefined> =>
  rewrite(store, held, { ...held.row, lastFault: fault }, due)

/** The row is never tried again; it stays to be looked at. */
export const bury = (store: DocumentStore, held: Held, at: string, fault: string): Promise<Held | undefined> =>
  rewrite(store, held, { ...held.row, lastFault: fault, deadAt: at }, undefined)

/** Lets anything that is due be due later, as it is; tells whether it did. */
export async function setAside(
  store: DocumentStore,
  pk: string,
  { id, etag, body }: Doc,
  due: string,
): Promise<boolean> {
  if (body === null || typeof body !== 'object' || Array.isArray(body)) return false
  const token = newId()
  return (await store.batch(pk, [{ op: 'replace', id, etag, body: { ...body, token }, due }], { id, token })).ok
}

/**
 * Removes the row and orders what follows, in one batch as long as it fits. Follow-ups beyond that are created first,
 * under ids that a repeat meets again, so that none is lost.
 */
export async function finish(store: DocumentStore, held: Held, then: readonly Task[], now: string): Promise<Held[]> {
  const followUps = then.map((task, n) => ({
    id: followUp(held.id, n),
    row: { t: 'outbox', v: 1, task, at: now, correlationId: held.row.correlationId, attempts: 0 } satisfies StoredRow,
  }))
  const created: Held[] = []
  for (let from = 0; from === 0 || from < followUps.length; from += PER_BATCH) {
    const part = followUps.slice(from, from + PER_BATCH)
    const token = newId()
    const creates = part.map(({ id, row }): Op => ({ op: 'create', id, body: json({ ...row, token }), due: now }))
    const last = from + PER_BATCH >= followUps.length
    const remove: Op = { op: 'delete', id: held.id, etag: held.etag }
    const marker = { id: part[0]?.id ?? held.id, token }
    const result = await store.batch(held.pk, last ? [...creates, remove] : creates, marker)
    if (!result.ok) {
      // These follow-ups exist already, from an earlier run that did not get as far as removing its row.
      if (last && result.reason === 'conflict') await store.batch(held.pk, [remove], marker)
      continue
    }
    part.forEach(({ id, row }, n) => {
      const etag = result.etags[n]
      if (etag !== undefined) created.push({ pk: held.pk, id, etag, row })
    })
  }
  return created
}

/** A row that orders itself again a thousand times would outgrow what a store takes for an id. */
const LONGEST_ID = 150

/** The same for the same row, whoever finishes it. */
function followUp(id: string, n: number): string {
  const next = `${id}.${n}`
  if (next.length <= LONGEST_ID) return next
  const [first = ''] = id.split('.', 1)
  return `${first}.${createHash('sha256').update(next).digest('hex')}`
}

async function rewrite(
  store: DocumentStore,
  held: Held,
  row: StoredRow,
  due: string | undefined,
): Promise<Held | undefined> {
  const token = newId()
  const body = json({ ...row, token })
  const op: Op = { op: 'replace', id: held.id, etag: held.etag, body, ...(due !== undefined && { due }) }
  const result = await store.batch(held.pk, [op], { id: held.id, token })
  if (!result.ok) return undefined
  const etag = result.etags[0] ?? (await store.read(held.pk, held.id))?.etag
  return etag === undefined ? undefined : { ...held, etag, row }
}

/** Rows are plain data; TypeScript cannot see that an optional field is simply absent. */
const json = (row: StoredRow): Json => row as unknown as Json
