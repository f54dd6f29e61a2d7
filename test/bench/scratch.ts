import { type Doc, type DocumentStore, type Etag, type Json, key, type Op } from '../../domain/store/document-store.ts'

export type Document = { pk: string; id: string; body: Json; due?: string }

/** A store for the documents of one record, and what is left in it. */
export type Scratch = { store: DocumentStore; left(): readonly Document[] }

/**
 * A store in memory for one writer and a few documents: it finds them by looking through all. It does not keep rows of the
 * outbox, as if each had run.
 */
export function createScratch(): Scratch {
  const kept = new Map<string, Document & { etag: Etag }>()
  let etags = 0
  const nameOf = (pk: string, id: string) => `${key(pk)}|${key(id)}`
  const carryOut = (pk: string, op: Op) => {
    const name = nameOf(pk, op.id)
    const before = kept.get(name)
    if (op.op === 'create' ? before : before?.etag !== op.etag) throw new Error(`${op.op} of ${name}: not alone here`)
    if (op.op === 'delete') kept.delete(name)
    else if (!op.id.startsWith('ob:')) {
      const { id, body, due } = op
      etags += 1
      kept.set(name, { pk, id, body, etag: String(etags) as Etag, ...(due === undefined ? {} : { due }) })
    }
  }
  return {
    left: () => [...kept.values()].map(({ etag: _, ...document }) => document),
    store: {
      async read<T>(pk: string, id: string) {
        return kept.get(nameOf(pk, id)) as Doc<T> | undefined
      },
      async batch(pk, ops) {
        for (const op of ops) carryOut(pk, op)
        return { ok: true, etags: [] }
      },
      range: () => Promise.reject(new Error('nothing here reads ranges')),
      due: () => Promise.reject(new Error('nothing here falls due')),
      close: async () => undefined,
    },
  }
}
