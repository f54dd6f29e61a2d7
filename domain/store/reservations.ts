import { newId } from '../ids.ts'
import { type Doc, type DocumentStore, type Etag, key, StoreUnavailable } from './document-store.ts'

/** What may belong to one owner at a time (architecture.md 7.5). */
type ReservationKind = 'mpn' | 'domain' | 'tok' | 'pair' | 'invitee'

type Reservation = { t: 'reservation'; v: 1; owner: string; token: string }

const ID = 'r'
const TRIES = 3

/**
 * Makes `owner` the one holder of `value`; asking again renews it, so that a release under way lets it be. A holder gives way only when `stillNamed` says
 * that its own truth does not name the value. That is safe only if the holder cannot come to name it afterwards: either
 * its truth names the value before it is reserved, or `stillNamed` changes that truth, so that a commit under way is
 * stale and reserves anew.
 * @throws TypeError when `value` cannot be part of a key; StoreUnavailable, also when others kept coming first.
 */
export async function reserve(
  store: DocumentStore,
  kind: ReservationKind,
  value: string,
  owner: string,
  stillNamed: (owner: string) => Promise<boolean>,
): Promise<{ ok: true } | { ok: false; owner: string }> {
  const pk = partition(kind, value)
  // Renewed by another request of the same owner is as good as renewed by this one.
  let ours: Etag | undefined
  for (let tries = 0; tries < TRIES; tries++) {
    if (await write(store, pk, owner)) return { ok: true }
    const held = await store.read<Reservation>(pk, ID)
    if (!held) continue
    if (held.body.owner !== owner) {
      if (await stillNamed(held.body.owner)) return { ok: false, owner: held.body.owner }
    } else if (ours !== undefined && ours !== held.etag) return { ok: true }
    else ours = held.etag
    if (await write(store, pk, owner, held)) return { ok: true }
  }
  throw new StoreUnavailable('notExecuted')
}

/** Gives `value` back; does nothing where `owner` does not hold it, or names it again by then. */
export async function release(
  store: DocumentStore,
  kind: ReservationKind,
  value: string,
  owner: string,
  stillNamed: (owner: string) => Promise<boolean> = async () => false,
): Promise<void> {
  const pk = partition(kind, value)
  for (let tries = 0; tries < TRIES; tries++) {
    const held = await store.read<Reservation>(pk, ID)
    if (held?.body.owner !== owner || (await stillNamed(owner))) return
    const op = { op: 'delete', id: ID, etag: held.etag } as const
    if ((await store.batch(pk, [op], { id: ID, token: held.body.token })).ok) return
  }
  throw new StoreUnavailable('notExecuted')
}

/** Who holds `value` now, if anybody. */
export async function holder(store: DocumentStore, kind: ReservationKind, value: string): Promise<string | undefined> {
  return (await store.read<Reservation>(partition(kind, value), ID))?.body.owner
}

async function write(store: DocumentStore, pk: string, owner: string, instead?: Doc<Reservation>): Promise<boolean> {
  const body: Reservation = { t: 'reservation', v: 1, owner, token: newId() }
  const op = instead
    ? ({ op: 'replace', id: ID, etag: instead.etag, body } as const)
    : ({ op: 'create', id: ID, body } as const)
  return (await store.batch(pk, [op], { id: ID, token: body.token })).ok
}

function partition(kind: ReservationKind, value: string): string {
  if (value === '') throw new TypeError('nothing to reserve')
  return key(`uq:${kind}:${value}`)
}
