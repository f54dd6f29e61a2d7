import { newId } from '../../../domain/ids.ts'
import { type DocumentStore, type Op, StoreUnavailable } from '../../../domain/store/document-store.ts'

/**
 * Adds one to the counter of a partition and records it in the same batch, once: whoever comes in between is met by
 * reading again, and an unknown outcome by the same batch again.
 */
export async function increment(store: DocumentStore, pk: string): Promise<void> {
  const token = newId()
  const id = `done:${token}`
  for (;;) {
    const counter = await patiently(() => store.read<{ n: number }>(pk, 'counter'))
    const body = { n: (counter?.body.n ?? 0) + 1 }
    const count: Op = counter
      ? { op: 'replace', id: 'counter', etag: counter.etag, body }
      : { op: 'create', id: 'counter', body }
    const batch = [count, { op: 'create', id, body: { token } }] as const
    if ((await patiently(() => store.batch(pk, batch, { id, token }))).ok) return
  }
}

/** Asks until the store answers. */
export async function patiently<T>(work: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      return await work()
    } catch (error) {
      if (!(error instanceof StoreUnavailable)) throw error
    }
  }
}
