import { newId, type TenantId, type UserId } from '../ids.ts'
import { type Doc, type DocumentStore, type Json, type Op, prefix, StoreUnavailable } from './document-store.ts'
import { orderTask } from './order-task.ts'

/** A message that holds a card about `subject`. */
export type Copy = {
  /** The messaging room's own reference, opaque here. */
  conversation: Json
  messageId: string
  /** What the card is of the subject, opaque here; never a token. */
  shows: Json
}

export type Reader = { tenantId: TenantId; userId: UserId }

/** How many messages about one subject are remembered of a person; beyond that the oldest is left to its own refresh. */
export const MOST_COPIES = 20

type Stored = { t: 'copies'; v: 1; token: string; tenantId: TenantId; userId: UserId; copies: Copy[] }

const TRIES = 8
const PAGE = 100

/** All cards that wait for something of a customer: a change, an order, the end of a relationship. */
export const customerCards = (customer: TenantId): string => `cus.${customer}`

/** Those that wait for a new customer to be made. */
export const newCustomerCards = (provider: TenantId, draft: string): string => `new.${provider}.${draft}`

export const copiesPk = (subject: string): string => `copies:${subject}`

const readerId = ({ tenantId, userId }: Reader): string => `of:${tenantId}~${userId}`

/** Remembers where the card stands; the same message stands there once, the newest last. */
export const keepCopy = (store: DocumentStore, subject: string, reader: Reader, copy: Copy): Promise<void> =>
  change(store, subject, reader, (copies) =>
    [...copies.filter(({ messageId }) => messageId !== copy.messageId), copy].slice(-MOST_COPIES),
  )

/** The message is gone, or shows what will not change any more. */
export const dropCopy = (
  store: DocumentStore,
  subject: string,
  reader: Reader,
  { messageId }: Pick<Copy, 'messageId'>,
): Promise<void> => change(store, subject, reader, (copies) => copies.filter((one) => one.messageId !== messageId))

export const copiesOf = async (store: DocumentStore, subject: string, reader: Reader): Promise<readonly Copy[]> =>
  (await store.read<Stored>(copiesPk(subject), readerId(reader)))?.body.copies ?? []

/** Everybody of whom a copy is remembered. */
export async function readersOf(store: DocumentStore, subject: string): Promise<readonly Reader[]> {
  const readers: Reader[] = []
  let after: string | undefined
  do {
    const page = await store.range<Stored>(copiesPk(subject), {
      ...prefix('of:'),
      limit: PAGE,
      ...(after === undefined ? {} : { after }),
    })
    readers.push(...page.items.map(({ body: { tenantId, userId } }) => ({ tenantId, userId })))
    after = page.next
  } while (after !== undefined)
  return readers
}

/** Orders a task beside the copies, for what is found out only when a card has been sent already. */
export const orderBeside = (
  store: DocumentStore,
  subject: string,
  order: Parameters<typeof orderTask>[2],
): Promise<void> => orderTask(store, copiesPk(subject), order)

async function change(
  store: DocumentStore,
  subject: string,
  reader: Reader,
  next: (copies: readonly Copy[]) => readonly Copy[],
): Promise<void> {
  const pk = copiesPk(subject)
  const id = readerId(reader)
  for (let tries = 0; tries < TRIES; tries++) {
    const before = await store.read<Stored>(pk, id)
    const copies = before?.body.copies ?? []
    const after = next(copies)
    if (before === undefined && after.length === 0) return
    if (JSON.stringify(after) === JSON.stringify(copies)) return
    const token = newId()
    if ((await store.batch(pk, [write(id, before, after, reader, token)], { id, token })).ok) return
  }
  throw new StoreUnavailable('notExecuted')
}

function write(
  id: string,
  before: Doc<Stored> | undefined,
  copies: readonly Copy[],
  reader: Reader,
  token: string,
): Op {
  if (before !== undefined && copies.length === 0) return { op: 'delete', id, etag: before.etag }
  const { tenantId, userId } = reader
  const body: Stored = { t: 'copies', v: 1, token, tenantId, userId, copies: [...copies] }
  return before === undefined ? { op: 'create', id, body } : { op: 'replace', id, etag: before.etag, body }
}
