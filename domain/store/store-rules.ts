import { type BatchResult, type Doc, type Json, key, type Marker, type Op, type Page } from './document-store.ts'

const DOCUMENT_BYTES = 400 * 1024
const BATCH_BYTES = 1.5 * 1024 * 1024
const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/

/**
 * What every store demands of a batch before it touches anything. Gives each body as JSON, in the place of its operation.
 * @throws TypeError or RangeError: the caller's mistake, never the user's.
 */
export function checkBatch(pk: string, ops: readonly Op[], marker: Marker): readonly string[] {
  key(pk)
  if (ops.length < 1 || ops.length > 100) throw new RangeError(`a batch of ${ops.length} operations`)
  if (new Set(ops.map(({ id }) => id)).size < ops.length) throw new TypeError('two operations on one id')
  let total = 0
  const bodies = ops.map((op) => {
    key(op.id)
    if (op.op === 'delete') return ''
    if (op.due !== undefined) checkInstant(op.due)
    const body = JSON.stringify(op.body)
    const bytes = Buffer.byteLength(body)
    if (bytes > DOCUMENT_BYTES) throw new RangeError(`${op.id} has ${bytes} bytes`)
    total += bytes
    return body
  })
  if (total > BATCH_BYTES) throw new RangeError(`a batch of ${total} bytes`)
  if (ops.every(({ op }) => op === 'delete')) return bodies
  const marked = markedBy(marker, ops)
  if (!marked || tokenOf(marked.body) !== marker.token) throw new TypeError('no operation carries the marker')
  return bodies
}

/** @throws RangeError unless `limit` is 1 to 100. */
export function checkLimit(limit: number): void {
  if (!Number.isInteger(limit) || limit < 1 || limit > 100) throw new RangeError(`a limit of ${limit}`)
}

/** @throws TypeError unless `text` is a UTC instant of fixed width, which sorts as text. */
export function checkInstant(text: string): void {
  if (!INSTANT.test(text)) throw new TypeError(`not an instant: ${JSON.stringify(text)}`)
}

/** What a rejected batch is answered with after all, when the stored marker shows that it was carried out before. */
export function recovered(ops: readonly Op[], marker: Marker, stored: Doc | undefined): BatchResult | undefined {
  const marked = markedBy(marker, ops)
  if (!marked || !stored || tokenOf(stored.body) !== marker.token) return undefined
  return { ok: true, recovered: true, etags: ops.map((op) => (op === marked ? stored.etag : undefined)) }
}

/** The page made of one document more than was asked for, where there is one. */
export function page<T>(found: readonly Doc<T>[], limit: number): Page<T> {
  const items = found.slice(0, limit)
  const last = items.at(-1)
  return last && found.length > limit ? { items, next: last.id } : { items }
}

function markedBy({ id }: Marker, ops: readonly Op[]): Exclude<Op, { op: 'delete' }> | undefined {
  return ops.filter((op) => op.op !== 'delete').find((op) => op.id === id)
}

function tokenOf(body: Json): Json | undefined {
  return body !== null && typeof body === 'object' && !Array.isArray(body) ? body.token : undefined
}
