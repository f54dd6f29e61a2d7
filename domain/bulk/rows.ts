import { createHash } from 'node:crypto'
import { dropContent } from '../files/ticket.ts'
import { newId, type OperationKey } from '../ids.ts'
import type { Doc, DocumentStore, Json, Op } from '../store/document-store.ts'
import { StoreUnavailable } from '../store/document-store.ts'
import type { Outcome, Sheet } from './bulk.ts'

/** One row as it was given: the cells in the order of its kind's columns, and what became of it. */
export type Row = {
  cells: readonly string[]
  /** An earlier row of the same job about the same thing. */
  repeats?: number
  check?: Outcome
  done?: Outcome
}

/** Fewer than a truth remembers operation keys, so that a document that is run again meets what it has done. */
export const ROWS_PER_DOCUMENT = 50

type Stored = { t: 'bulkRows'; v: 1; token: string; rows: readonly Row[] }

export type RowsDocument = Doc<Stored>

export const bulkPk = (id: string): string => `blk:${id}`

const rowsId = (set: string, document: number): string => `row:${set}:${String(document).padStart(5, '0')}`

/** No batch of them comes near what a store takes. */
const BYTES_PER_BATCH = 400_000

/** Keeps rows as they come, never more of them in memory than a batch takes. */
export async function keepRows(
  store: DocumentStore,
  bulk: string,
  rows: AsyncIterable<Row>,
): Promise<Pick<Sheet, 'set' | 'rows' | 'documents'>> {
  const set = newId()
  const pk = bulkPk(bulk)
  let [count, documents, bytes] = [0, 0, 0]
  let waiting: Row[] = []
  let ops: (Op & { op: 'create' })[] = []
  const write = async () => {
    const [first] = ops
    if (!first) return
    const token = newId()
    const marked = ops.map((op) => ({ ...op, body: { ...(op.body as object), token } as Json }))
    if (!(await store.batch(pk, marked, { id: first.id, token })).ok) throw new StoreUnavailable('notExecuted')
    ops = []
    bytes = 0
  }
  const close = async () => {
    if (waiting.length === 0) return
    const body = { t: 'bulkRows', v: 1, rows: waiting } as unknown as Json
    bytes += Buffer.byteLength(JSON.stringify(body))
    ops.push({ op: 'create', id: rowsId(set, documents++), body })
    waiting = []
    if (bytes > BYTES_PER_BATCH) await write()
  }
  try {
    for await (const row of rows) {
      count++
      waiting.push(row)
      if (waiting.length === ROWS_PER_DOCUMENT) await close()
    }
    await close()
    await write()
  } catch (error) {
    await dropRows(store, bulk, { set })
    throw error
  }
  return { set, rows: count, documents }
}

/** Rows that belong to no job after all. */
export const dropRows = (store: DocumentStore, bulk: string, { set }: Pick<Sheet, 'set'>): Promise<void> =>
  dropContent(store, bulkPk(bulk), `row:${set}:`)

export const readRows = (
  store: DocumentStore,
  bulk: string,
  { set }: Pick<Sheet, 'set'>,
  document: number,
): Promise<RowsDocument | undefined> => store.read<Stored>(bulkPk(bulk), rowsId(set, document))

/** The same document with what became of its rows: written beside the counts, in one batch. */
export const withRows = ({ id, etag }: RowsDocument, rows: readonly Row[]): Op => ({
  op: 'replace',
  id,
  etag,
  body: { t: 'bulkRows', v: 1, token: newId(), rows } as unknown as Json,
})

/** What a row of a job does once is known by this wherever it is done again. */
export const rowKey = (bulk: string, row: number): OperationKey =>
  createHash('sha256').update(`${bulk}.${row}`).digest('base64url').slice(0, 16) as OperationKey

/** What a row makes is named by its key, so that a row that is done again meets what it has made. */
export function idOf(key: OperationKey): string {
  const hex = createHash('sha256').update(`made.${key}`).digest('hex')
  const variant = ((Number.parseInt(hex.slice(16, 17), 16) & 3) | 8).toString(16)
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}
