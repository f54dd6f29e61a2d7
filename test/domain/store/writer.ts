import { DatabaseSync } from 'node:sqlite'
import { newId } from '../../../domain/ids.ts'
import { openSqliteStore } from '../../../domain/store/sqlite-store.ts'
import { increment } from './counter.ts'

/**
 * A process that writes to a SQLite store, `node writer.ts <file> <mode> [times]`: `triples` writes three documents a
 * batch, until it is killed, and prints the name of each triple once it is committed; `increments` counts; `reads` reads without
 * a pause until it is killed, and prints a line once it does.
 */
const [file = '', mode, times] = process.argv.slice(2)
const store = openSqliteStore(file)

if (mode === 'increments') {
  for (let n = 0; n < Number(times); n++) await increment(store, 'p')
  await store.close()
}

while (mode === 'triples') {
  const token = newId()
  const body = { token, text: 'x'.repeat(2000) }
  const ops = ['a', 'b', 'c'].map((part) => ({ op: 'create', id: `${token}:${part}`, body }) as const)
  const { ok } = await store.batch('p', ops, { id: `${token}:a`, token })
  if (ok) process.stdout.write(`${token}\n`)
}

if (mode === 'reads') {
  const readers = [new DatabaseSync(file), new DatabaseSync(file)]
  const asleep = new Int32Array(new SharedArrayBuffer(4))
  for (let n = 0; ; n++) {
    const [next, last] = n % 2 === 0 ? readers : readers.toReversed()
    next?.exec('BEGIN; SELECT count(*) FROM docs')
    // One ends only when the other has begun: there is always somebody who reads.
    if (last?.isTransaction) last.exec('COMMIT')
    if (n === 1) process.stdout.write('reads\n')
    Atomics.wait(asleep, 0, 0, 2)
  }
}
