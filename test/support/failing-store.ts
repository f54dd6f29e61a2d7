import { type DocumentStore, StoreUnavailable } from '../../domain/store/document-store.ts'

/** The same store, which goes away at its `n`th write, before or after writing it, and does not come back. */
export function failingStore(store: DocumentStore, n: number, when: 'before' | 'after'): DocumentStore {
  let writes = 0
  return {
    read: (...it) => store.read(...it),
    range: (...it) => store.range(...it),
    due: (...it) => store.due(...it),
    close: () => store.close(),
    async batch(...it) {
      const fails = ++writes >= n
      if (fails && (when === 'before' || writes > n)) throw new StoreUnavailable('notExecuted')
      const result = await store.batch(...it)
      if (fails) throw new StoreUnavailable('unknown')
      return result
    },
  }
}
