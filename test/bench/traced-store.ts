/** Stands before the embedded store of a measured process, put there by the probe: tells what a turn asked of it, and counts. */
import type { DocumentStore, Range } from '../../domain/store/document-store.ts'
import { openSqliteStore as open } from '../../domain/store/sqlite-store.ts'
import type { Operation } from './operations.ts'

let seen: Operation[] | undefined
let gate = Promise.withResolvers<void>()
gate.resolve()

const counts: Record<Operation['op'] | 'written', number> = { read: 0, range: 0, batch: 0, written: 0 }

/** What the worker begins with waits while a turn is watched, so that the turn alone is seen. */
const isWorkers = (from: string): boolean => from === 'ob:'

process.on('message', (asked) => {
  if (asked === 'watch') {
    seen = []
    gate = Promise.withResolvers()
  }
  if (asked === 'seen') {
    process.send?.(seen ?? [])
    seen = []
    gate.resolve()
  }
  if (asked === 'counts') process.send?.(counts)
  if (asked === 'look away') {
    seen = undefined
    gate.resolve()
  }
})

export function openSqliteStore(file: string): DocumentStore {
  const store = open(file)
  return {
    ...store,
    read(pk, id) {
      counts.read += 1
      seen?.push({ op: 'read', pk, what: id })
      return store.read(pk, id)
    },
    range<T>(pk: string, range: Range) {
      const ask = () => {
        counts.range += 1
        seen?.push({ op: 'range', pk, what: range.from })
        return store.range<T>(pk, range)
      }
      return isWorkers(range.from) ? gate.promise.then(ask) : ask()
    },
    batch(pk, ops, marker) {
      counts.batch += 1
      counts.written += ops.length
      seen?.push({ op: 'batch', pk, what: ops.map(({ op }) => op).join(' ') })
      return store.batch(pk, ops, marker)
    },
    async due(now, limit) {
      await gate.promise
      return store.due(now, limit)
    },
  }
}
