/** Opaque; compared only for equality, minted only by a store. */
export type Etag = string & { readonly __etag: unique symbol }

export type Json = null | boolean | number | string | Json[] | { [key: string]: Json }

/** `due` is an ISO-8601 UTC instant of fixed width (24 characters). */
export type Doc<T = Json> = { readonly id: string; readonly etag: Etag; readonly body: T; readonly due?: string }

/** Every replace and delete names the etag it saw: there are no blind writes (persistence.md 3). */
export type Op =
  | { op: 'create'; id: string; body: Json; due?: string }
  | { op: 'replace'; id: string; etag: Etag; body: Json; due?: string }
  | { op: 'delete'; id: string; etag: Etag }

export type BatchResult =
  | { ok: true; etags: readonly (Etag | undefined)[]; recovered?: boolean }
  | { ok: false; index: number; reason: 'conflict' | 'stale' | 'notFound' }

/** `next` is the last id returned, never a vendor's token; absent when the range is exhausted. */
export type Page<T> = { items: readonly Doc<T>[]; next?: string }

export type Range = { from: string; to: string; limit: number; order?: 'asc' | 'desc'; after?: string }

/**
 * Names the operation in a batch whose body carries `token` at its top level, so that a lost reply can be told from a
 * conflict: a create wherever possible (a later writer may replace the proof of a replace). A batch of deletes alone
 * proves nothing, and its marker is not looked at; repeated, it is simply `notFound`.
 */
export type Marker = { id: string; token: string }

/** The whole of persistence: one container, partition key `/pk`; semantics and reasons in persistence.md 3. */
export interface DocumentStore {
  read<T = Json>(pk: string, id: string): Promise<Doc<T> | undefined>
  /** Ids in [from, to) by ASCII order; `limit` 1 to 100. */
  range<T = Json>(pk: string, range: Range): Promise<Page<T>>
  /**
   * 1 to 100 operations in one partition, all or nothing, at most one per id, at most 1.5 MB together. Exactly once: a
   * batch whose marker is stored already is answered `recovered`, with the marker's etag alone.
   * @throws StoreUnavailable with `outcome: 'unknown'` only when still undecided at the deadline.
   */
  batch(pk: string, ops: readonly Op[], marker: Marker): Promise<BatchResult>
  /** Eventually consistent, over all partitions: documents whose `due` is at or before `now`, earliest first. */
  due<T = Json>(now: string, limit: number): Promise<readonly (Doc<T> & { pk: string })[]>
  close(): Promise<void>
}

/** The store gave no answer in time. `notExecuted`: nothing was changed; `unknown`: repeat with the same marker. */
export class StoreUnavailable extends Error {
  readonly outcome: 'notExecuted' | 'unknown'
  constructor(outcome: 'notExecuted' | 'unknown', cause?: unknown) {
    super('store unavailable', { cause })
    this.outcome = outcome
  }
}

const KEY = /^[A-Za-z0-9][A-Za-z0-9_.:~|-]{0,254}$/

/** @throws TypeError when `text` cannot be a partition key or id in every store. */
export function key(text: string): string {
  if (!KEY.test(text)) throw new TypeError(`bad key: ${JSON.stringify(text)}`)
  return text
}

/** The range of all ids that begin with `text`. */
export const prefix = (text: string): { from: string; to: string } => ({
  from: text,
  to: text.slice(0, -1) + String.fromCharCode(text.charCodeAt(text.length - 1) + 1),
})
