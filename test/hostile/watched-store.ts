import type { DocumentStore } from '../../domain/store/document-store.ts'

/** What the turns asked of the store since `forget`: how often, not what. Timers look for themselves and do not count. */
export type Watch = {
  over(store: DocumentStore): DocumentStore
  asked(): string
  forget(): void
}

/** Counts point reads, ranges and batches of every store that it is put over. */
export function createWatch(): Watch {
  const counts = { read: 0, range: 0, batch: 0 }
  return {
    over: (store) => ({
      ...store,
      read(pk, id) {
        counts.read++
        return store.read(pk, id)
      },
      range(pk, range) {
        counts.range++
        return store.range(pk, range)
      },
      batch(pk, ops, marker) {
        counts.batch++
        return store.batch(pk, ops, marker)
      },
    }),
    asked: () => `${counts.read} reads, ${counts.range} ranges, ${counts.batch} batches`,
    forget: () => void Object.assign(counts, { read: 0, range: 0, batch: 0 }),
  }
}
