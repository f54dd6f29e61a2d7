import { closeSync, mkdirSync, openSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import { DatabaseSync, type SQLOutputValue } from 'node:sqlite'
import { newId } from '../ids.ts'
import {
  type BatchResult,
  type Doc,
  type DocumentStore,
  type Etag,
  type Json,
  key,
  type Marker,
  type Op,
  type Page,
  type Range,
  StoreUnavailable,
} from './document-store.ts'
import { type Found, hotDocuments } from './hot-documents.ts'
import { checkBatch, checkInstant, checkLimit, page, recovered } from './store-rules.ts'

/** How long a batch waits for another process; the whole process waits with it. */
const BUSY_MS = 1500

/** Whoever is heard in so many rounds of the event loop joins a commit: nothing for one alone, many in a crowd. */
const ROUNDS_OF_COMPANY = 8

/** Looked at so often, the log may be so long before it is emptied, and so long others are waited for. */
const COMMITS_BETWEEN_LOOKS = 64
const LONG_LOG_BYTES = 16 * 1024 * 1024
const EMPTYING_MS = 250

/** Of documents that are read again and again, about as much text is kept; twice to four times the memory. */
const HOT_BYTES = 4 * 1024 * 1024

/**
 * With row numbers: without, the bodies themselves stand on the way to others, and a read takes longer the more there are.
 * The first 256 MB are read where the system keeps them, a third cheaper than copied; nobody may shorten the file while it
 * is open, by VACUUM or otherwise. What is deleted is gone from the file, too, when the log has been taken over.
 */
const SCHEMA = `
  PRAGMA journal_mode = WAL;
  PRAGMA synchronous = FULL;
  PRAGMA mmap_size = 268435456;
  PRAGMA secure_delete = ON;
  CREATE TABLE IF NOT EXISTS docs(
    pk TEXT NOT NULL, id TEXT NOT NULL, etag TEXT NOT NULL, due TEXT, body TEXT NOT NULL, PRIMARY KEY (pk, id)
  ) STRICT;
  CREATE INDEX IF NOT EXISTS docs_due ON docs(due) WHERE due IS NOT NULL;`

/** An operation as it is written. */
type WrittenOp =
  | Extract<Op, { op: 'delete' }>
  | { op: 'create'; id: string; body: string; due: string | null }
  | { op: 'replace'; id: string; etag: Etag; body: string; due: string | null }

/** A batch until the next commit. */
type Waiting = {
  pk: string
  ops: readonly Op[]
  marker: Marker
  written: readonly WrittenOp[]
  resolve(result: BatchResult): void
  reject(fault: unknown): void
}

type Row = { pk: string; id: string; etag: Etag; due: string | null; body: string }

/**
 * The embedded store: one file on a local disk (never a network share), readable by its owner alone; several processes
 * may share it. A batch is on the disk before it is answered. `:memory:` keeps everything in memory.
 */
export function openSqliteStore(file: string): DocumentStore {
  const db = open(file)
  const select = 'SELECT id, etag, due, body FROM docs WHERE'
  const one = db.prepare(`${select} pk = ? AND id = ?`)
  // One bound on each side: of two on one side SQLite takes the first that comes, and walks the rest of the way. A limit
  // that is a number and no more goes into its plan, so that it would plan anew each time: three times the cost of a range.
  const ascending = db.prepare(`${select} pk = ? AND id >= ? AND id < ? ORDER BY id LIMIT ? + 0`)
  const following = db.prepare(`${select} pk = ? AND id > ? AND id < ? ORDER BY id LIMIT ? + 0`)
  const descending = db.prepare(`${select} pk = ? AND id >= ? AND id < ? ORDER BY id DESC LIMIT ? + 0`)
  const fallenDue = db.prepare('SELECT * FROM docs WHERE due <= ? ORDER BY due, pk, id LIMIT ? + 0')
  // Every turn reads: without names for the columns it takes half as long.
  for (const statement of [one, ascending, following, descending]) statement.setReturnArrays(true)
  const create = db.prepare('INSERT INTO docs VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING')
  const replace = db.prepare('UPDATE docs SET etag = ?, due = ?, body = ? WHERE pk = ? AND id = ? AND etag = ?')
  const remove = db.prepare('DELETE FROM docs WHERE pk = ? AND id = ? AND etag = ?')
  const savepoint = db.prepare('SAVEPOINT batch')
  const undo = db.prepare('ROLLBACK TO batch')
  const release = db.prepare('RELEASE batch')
  const begin = db.prepare('BEGIN')
  const end = db.prepare('COMMIT')
  const changedByOthers = db.prepare('PRAGMA data_version')
  changedByOthers.setReturnArrays(true)
  const hot = hotDocuments(HOT_BYTES)
  let others: unknown
  const waiting: Waiting[] = []
  let commits = 0

  /** What is read in one go is read at one moment, and locks the file once. */
  let isReading = false
  const read = <T>(work: () => T): T =>
    answered(() => {
      if (!isReading) {
        begin.run()
        isReading = true
        setImmediate(stopReading)
        const [version] = columnsOf<[number]>(changedByOthers.get())
        if (version !== others) hot.forgetAll()
        others = version
      }
      return work()
    })
  const stopReading = (): void => {
    if (!isReading) return
    isReading = false
    if (db.isOpen && db.isTransaction) end.run()
  }

  const find = <T>(pk: string, id: string): Found<Doc<T> | undefined> => {
    const found = one.get(pk, id)
    return found ? documentIn(found) : { value: undefined, bytes: 0 }
  }

  const pageOf = <T>(pk: string, { from, to, limit, order, after }: Range): Found<Page<T>> => {
    const rows =
      order === 'desc'
        ? descending.all(pk, from, after !== undefined && after < to ? after : to, limit + 1)
        : after !== undefined && after >= from
          ? following.all(pk, after, to, limit + 1)
          : ascending.all(pk, from, to, limit + 1)
    const found = rows.map((row) => documentIn<T>(row))
    const bytes = found.reduce((sum, one) => sum + one.bytes, 0)
    return {
      value: page(
        found.map(({ value }) => value),
        limit,
      ),
      bytes,
    }
  }

  const apply = (pk: string, row: WrittenOp, etag: Etag): boolean => {
    if (row.op === 'delete') return remove.run(pk, row.id, row.etag).changes === 1
    const { id, due, body } = row
    const done =
      row.op === 'create' ? create.run(pk, id, etag, due, body) : replace.run(etag, due, body, pk, id, row.etag)
    return done.changes === 1
  }

  const reason = (pk: string, { op, id }: WrittenOp) =>
    op === 'create' ? 'conflict' : one.get(pk, id) ? 'stale' : 'notFound'

  /** Inside the transaction of its group: all of one batch or nothing of it. */
  const transact = ({ pk, ops, written, marker }: Waiting): BatchResult => {
    hot.forget(pk)
    savepoint.run()
    const etags: (Etag | undefined)[] = []
    for (const [index, op] of written.entries()) {
      const etag = newId() as Etag
      if (!apply(pk, op, etag)) {
        const failed: BatchResult = { ok: false, index, reason: reason(pk, op) }
        undo.run()
        release.run()
        return recovered(ops, marker, find<Json>(pk, marker.id).value) ?? failed
      }
      etags.push(op.op === 'delete' ? undefined : etag)
    }
    release.run()
    return { ok: true, etags }
  }

  /** Everything that waits, in order, in one transaction: so many batches cost the disk no more than one. */
  const commitWaiting = (): void => {
    const group = waiting.splice(0)
    if (group.length === 0) return
    try {
      const results = answered(() => {
        stopReading()
        db.exec('BEGIN IMMEDIATE')
        const done = group.map(transact)
        commit(db)
        return done
      })
      for (const [n, { resolve }] of group.entries()) resolve(results[n] as BatchResult)
      commits += 1
      if (commits % COMMITS_BETWEEN_LOOKS === 0) emptyLog(db, file)
    } catch (error) {
      for (const { reject } of group) reject(error)
    } finally {
      if (db.isOpen && db.isTransaction) db.exec('ROLLBACK')
    }
  }

  return {
    async read<T>(pk: string, id: string) {
      return read(() => hot.read(key(pk), key(id), () => find<T>(pk, id)))
    },

    async range<T>(pk: string, range: Range) {
      checkLimit(range.limit)
      const { from, to, limit, order, after } = range
      // No id has a bracket in it: a page never has the name of a document.
      const name = JSON.stringify([from, to, limit, order, after])
      return read(() => hot.read(key(pk), name, () => pageOf<T>(pk, range)))
    },

    async batch(pk, ops, marker) {
      // What is written is what the batch holds now, whatever becomes of its objects while it waits.
      const bodies = checkBatch(pk, ops, marker)
      const { promise, resolve, reject } = Promise.withResolvers<BatchResult>()
      const written = ops.map((op, n) =>
        op.op === 'delete' ? op : { ...op, due: op.due ?? null, body: bodies[n] ?? '' },
      )
      if (waiting.push({ pk, ops, marker, written, resolve, reject }) === 1) inRounds(ROUNDS_OF_COMPANY, commitWaiting)
      return promise
    },

    async due<T>(now: string, limit: number) {
      checkInstant(now)
      checkLimit(limit)
      return read(() => fallenDue.all(now, limit)).map((row) => {
        const { pk, id, etag, due, body } = row as Row
        return { ...toDoc<T>([id, etag, due, body]), pk }
      })
    },

    async close() {
      if (!db.isOpen) return
      stopReading()
      commitWaiting()
      db.close()
    },
  }
}

function inRounds(rounds: number, work: () => void): void {
  if (rounds === 0) work()
  else setImmediate(() => inRounds(rounds - 1, work))
}

function open(file: string): DatabaseSync {
  if (file !== ':memory:') {
    mkdirSync(dirname(file), { recursive: true })
    closeSync(openSync(file, 'a', 0o600))
  }
  const db = new DatabaseSync(file, { timeout: BUSY_MS })
  db.exec(SCHEMA)
  return db
}

type Columns = readonly [id: string, etag: Etag, due: string | null, body: string]

/** An array by `setReturnArrays`, which the type does not know of. */
const columnsOf = <T extends readonly unknown[]>(row: Record<string, SQLOutputValue> | undefined): T =>
  row as unknown as T

function documentIn<T>(row: Record<string, SQLOutputValue>): Found<Doc<T>> {
  const columns = columnsOf<Columns>(row)
  return { value: toDoc(columns), bytes: columns[3].length }
}

function toDoc<T>([id, etag, due, body]: Columns): Doc<T> {
  return { id, etag, body: JSON.parse(body), ...(due !== null && { due }) }
}

/** A commit that fails has perhaps reached the disk. */
function commit(db: DatabaseSync): void {
  try {
    db.exec('COMMIT')
  } catch (cause) {
    throw new StoreUnavailable('unknown', cause)
  }
}

/**
 * While other processes read without a pause, SQLite never finds the moment to begin its log anew by itself: it would grow
 * for ever. Who is in the way for longer is met again later.
 */
function emptyLog(db: DatabaseSync, file: string): void {
  if (file === ':memory:' || statSync(`${file}-wal`).size < LONG_LOG_BYTES) return
  db.exec(`PRAGMA busy_timeout = ${EMPTYING_MS}`)
  try {
    db.exec('PRAGMA wal_checkpoint(TRUNCATE)')
  } finally {
    db.exec(`PRAGMA busy_timeout = ${BUSY_MS}`)
  }
}

/** SQLite's busy, locked, I/O error, disk full and cannot open: the disk or another process is in the way. */
const UNAVAILABLE = new Set([5, 6, 10, 13, 14])

function answered<T>(work: () => T): T {
  try {
    return work()
  } catch (error) {
    const code = error instanceof Error && 'errcode' in error ? Number(error.errcode) & 0xff : 0
    throw UNAVAILABLE.has(code) ? new StoreUnavailable('notExecuted', error) : error
  }
}
