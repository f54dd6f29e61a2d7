import { closeSync, fsyncSync, openSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'
import { newId } from '../../domain/ids.ts'
import { openSqliteStore } from '../../domain/store/sqlite-store.ts'
import type { Document } from './scratch.ts'

/** Takes documents in masses; whatever it holds is on the disk when it is closed. */
export type Bulk = { write(documents: readonly Document[]): void; close(): void }

const TOGETHER = 50_000

/**
 * Fills the file of an embedded store before anybody uses it: without a journal and without waiting for the disk, as a
 * crash costs nothing yet. The store itself makes the file.
 */
export async function openBulk(file: string): Promise<Bulk> {
  await openSqliteStore(file).close()
  const db = new DatabaseSync(file)
  db.exec('PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF')
  db.exec('PRAGMA cache_size = -400000')
  const insert = db.prepare('INSERT INTO docs(pk, id, etag, due, body) VALUES (?, ?, ?, ?, ?)')
  let waiting = 0
  return {
    write(documents) {
      if (waiting === 0) db.exec('BEGIN')
      for (const { pk, id, due, body } of documents) insert.run(pk, id, newId(), due ?? null, JSON.stringify(body))
      waiting += documents.length
      if (waiting < TOGETHER) return
      db.exec('COMMIT')
      waiting = 0
    },
    close() {
      if (waiting > 0) db.exec('COMMIT')
      db.close()
      // What the system still has to write would otherwise be written while turns are measured.
      const handle = openSync(file, 'r+')
      fsyncSync(handle)
      closeSync(handle)
    },
  }
}
