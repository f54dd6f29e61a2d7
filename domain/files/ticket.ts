import { randomBytes } from 'node:crypto'
import type { Locale } from '../actor.ts'
import type { BulkKind } from '../bulk/bulk.ts'
import { later } from '../clock.ts'
import type { HistoryQuery } from '../history/query.ts'
import { newId, type TenantId, type UserId } from '../ids.ts'
import { isToken, tokenHash } from '../links.ts'
import {
  type Doc,
  type DocumentStore,
  type Json,
  key,
  type Op,
  prefix,
  StoreUnavailable,
} from '../store/document-store.ts'

/** What a download is made of when it is fetched; nothing of the file is stored. */
export type FileRequest =
  | { kind: 'history'; show: 'changes' | 'looks'; query: HistoryQuery }
  /** What became of the rows of a job. */
  | { kind: 'bulk'; bulk: string }
  /** The headings of a job's table. */
  | { kind: 'bulkTemplate'; of: BulkKind }

/** What an upload is for; a capability that takes one adds its name. */
export type UploadPurpose = 'list' | 'bulk'

/** For whom a ticket is, and how they read. */
export type Holder = { tenantId: TenantId; userId: UserId; name: string; locale: Locale; timeZone: string }

export type DownloadTicket = { way: 'download'; holder: Holder; fileName: string; request: FileRequest }
export type UploadTicket = { way: 'upload'; holder: Holder; purpose: UploadPurpose }
export type Ticket = DownloadTicket | UploadTicket

/** A file that was handed in, and how it is read. */
export type Received = { attempt: number; name: string; size: number; rows: number; encoding: Encoding }
export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'shift_jis'

/** A ticket as it lies in the store, under the hash of its token alone. */
export type StoredTicket = {
  t: 'file'
  v: 1
  token: string
  ticket: Ticket
  expiresAt: string
  /** `used` is as good as none: only its content waits to be swept. */
  state: 'open' | 'received' | 'used'
  /** How often a file was begun to be handed in. */
  attempts: number
  received?: Received
}

export type FoundTicket<T extends Ticket = Ticket> = Doc<StoredTicket> & { pk: string; ticket: T }

export const TICKET_MINUTES = 10
const MOST_ATTEMPTS = 10
const ID = 'ticket'
const PER_BATCH = 90

/** The partition of a file: what a card may carry, since it opens no page. */
export const filePk = (hash: string): string => key(`fil:${hash}`)

/**
 * A page for one person, for ten minutes and one time. The token is in the page's address alone.
 * @returns the token, and the hash by which a capability finds what was handed in.
 */
export async function issueTicket(
  store: DocumentStore,
  ticket: Ticket,
  now: string,
): Promise<{ token: string; hash: string }> {
  const token = randomBytes(32).toString('base64url')
  const hash = tokenHash(token)
  const expiresAt = inMinutes(now)
  const stored: StoredTicket = { t: 'file', v: 1, token: newId(), ticket, expiresAt, state: 'open', attempts: 0 }
  await store.batch(filePk(hash), [{ op: 'create', id: ID, body: json(stored), due: expiresAt }], {
    id: ID,
    token: stored.token,
  })
  return { token, hash }
}

/** The ticket that can still be used, with one read for any text. */
export async function findTicket<W extends Ticket['way']>(
  store: DocumentStore,
  way: W,
  token: string,
  now: string,
): Promise<FoundTicket<Extract<Ticket, { way: W }>> | undefined> {
  const found = await readTicket(store, tokenHash(token))
  if (!found || !isToken(token) || found.body.state !== 'open' || now >= found.body.expiresAt) return undefined
  // The way picks the ticket, which TypeScript cannot see.
  return found.ticket.way === way ? (found as FoundTicket<Extract<Ticket, { way: W }>>) : undefined
}

/** Whatever stands under a hash. */
export async function readTicket(store: DocumentStore, hash: string): Promise<FoundTicket | undefined> {
  const pk = filePk(hash)
  const found = await store.read<StoredTicket>(pk, ID)
  return found && { ...found, pk, ticket: found.body.ticket }
}

/** Whether this was the one time. */
export const useTicket = (store: DocumentStore, found: FoundTicket): Promise<boolean> =>
  rewrite(store, found, { ...found.body, state: 'used' })

/** The number of this attempt to hand in a file, or undefined after too many. */
export async function beginAttempt(store: DocumentStore, token: string, now: string): Promise<number | undefined> {
  for (let tries = 0; tries < 5; tries++) {
    const found = await findTicket(store, 'upload', token, now)
    if (!found || found.body.attempts >= MOST_ATTEMPTS) return undefined
    const attempts = found.body.attempts + 1
    if (await rewrite(store, found, { ...found.body, attempts })) return attempts
  }
  throw new StoreUnavailable('notExecuted')
}

/** What was handed in stays for ten minutes more, to be taken. The first whole file wins. */
export async function keepReceived(
  store: DocumentStore,
  token: string,
  received: Received,
  now: string,
): Promise<boolean> {
  for (let tries = 0; tries < 5; tries++) {
    const found = await findTicket(store, 'upload', token, now)
    if (!found) return false
    const next: StoredTicket = { ...found.body, state: 'received', received, expiresAt: inMinutes(now) }
    if (await rewrite(store, found, next)) return true
  }
  throw new StoreUnavailable('notExecuted')
}

/** Removes a file and its ticket; the content first, so that a sweep that broke off goes on. */
export async function sweepFile(store: DocumentStore, pk: string): Promise<void> {
  await dropContent(store, pk, 'part:')
  const ticket = await store.read<StoredTicket>(pk, ID)
  if (ticket) await store.batch(pk, [{ op: 'delete', id: ID, etag: ticket.etag }], { id: ID, token: ticket.body.token })
}

/** Removes what lies under ids that begin so. */
export async function dropContent(store: DocumentStore, pk: string, begins: string): Promise<void> {
  for (;;) {
    // Four pieces are already more than a megabyte to read.
    const { items, next } = await store.range(pk, { ...prefix(begins), limit: 4 })
    const ops = items.slice(0, PER_BATCH).map(({ id, etag }): Op => ({ op: 'delete', id, etag }))
    if (ops.length > 0) await store.batch(pk, ops, { id: ops[0]?.id ?? ID, token: newId() })
    if (next === undefined) return
  }
}

async function rewrite(store: DocumentStore, found: FoundTicket, next: StoredTicket): Promise<boolean> {
  const body = { ...next, token: newId() }
  const op: Op = { op: 'replace', id: ID, etag: found.etag, body: json(body), due: next.expiresAt }
  return (await store.batch(found.pk, [op], { id: ID, token: body.token })).ok
}

const inMinutes = (now: string): string => later(now, TICKET_MINUTES * 60_000)

const json = (record: object): Json => record as Json
