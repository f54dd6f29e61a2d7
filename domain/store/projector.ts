import { newId } from '../ids.ts'
import { type DocumentStore, type Json, key, type Op, type Page, prefix, StoreUnavailable } from './document-store.ts'

/** A list that people read: thin entries in an order of their own, repeated from the truths and deciding nothing. */
export type Entry = {
  /** What the entry is about; it stands in the list once. */
  subject: string
  /** The truth's version that it repeats: an older one never replaces a newer one. */
  version: number
  /** Where it stands, in ASCII order; absent takes it off the list. */
  order?: string
  body: { [name: string]: Json }
}

type Pointer = { t: 'pointer'; v: 1; version: number; at: string | null; token: string }

const TRIES = 8

/** Puts an entry where it belongs now, idempotently and whatever order the news arrive in. */
export async function project(store: DocumentStore, list: string, entry: Entry): Promise<void> {
  const pointerId = key(`at:${entry.subject}`)
  for (let tries = 0; tries < TRIES; tries++) {
    const before = await store.read<Pointer>(list, pointerId)
    if (before && before.body.version >= entry.version) return
    const at = entry.order === undefined ? null : key(`st:${entry.order}~${entry.subject}`)
    const token = newId()
    const pointer: Pointer = { t: 'pointer', v: 1, version: entry.version, at, token }
    const old = before?.body.at ? await store.read(list, before.body.at) : undefined
    const ops: Op[] = [
      before
        ? { op: 'replace', id: pointerId, etag: before.etag, body: pointer }
        : { op: 'create', id: pointerId, body: pointer },
    ]
    if (old && old.id !== at) ops.push({ op: 'delete', id: old.id, etag: old.etag })
    if (at) {
      const body: Json = { ...entry.body, t: 'entry', v: 1, token }
      ops.push(old?.id === at ? { op: 'replace', id: at, etag: old.etag, body } : { op: 'create', id: at, body })
    }
    const written = await store.batch(list, ops, { id: pointerId, token })
    if (written.ok) return
  }
  throw new StoreUnavailable('notExecuted')
}

/** One page of a list, or of the part of it whose order begins with `part`. */
export function listed<T>(
  store: DocumentStore,
  list: string,
  { part = '', after, limit }: { part?: string; after?: string; limit: number },
): Promise<Page<T>> {
  return store.range<T>(list, { ...prefix(`st:${part}`), limit, ...(after ? { after } : {}) })
}
