import { isDeepStrictEqual } from 'node:util'
import type { Locale } from '../actor.ts'
import { newId, type TenantId, type UserId } from '../ids.ts'
import { type DocumentStore, type Etag, type Json, type Op, StoreUnavailable } from './document-store.ts'

/** What the bot keeps of a person it talks to. `conversation` is the messaging room's own reference, opaque here. */
type Kept = {
  conversation?: Json
  /** Since when messages to `conversation` are refused; the next turn in it clears this. */
  unreachableSince?: string
  /** The language chosen with the `language` command. */
  locale?: Locale
  /** The language of their Teams client when last met: the last hint before English. */
  clientLocale?: Locale
  timeZone?: string
  /** Which of their messages show a card that follows something, the newest last. */
  standing?: Standing[]
}

type Standing = { messageId: string; subject: string }

/** So many messages with such a card are known of a person; of older ones news may cover what the person has gone on to. */
const MOST_STANDING = 30

/** A person as last read; `etag` is absent while nothing is stored. */
export type PersonMet = Kept & { readonly tenantId: TenantId; readonly userId: UserId; readonly etag?: Etag }

type Stored = Kept & { t: 'personMet'; v: 1; token: string }

const ID = 'met'
const TRIES = 8

export const personKey = (tenantId: TenantId, userId: UserId): string => `user:${tenantId}:${userId}`

/** One point read; somebody never met has no conversation, language or time zone. */
export async function met(store: DocumentStore, tenantId: TenantId, userId: UserId): Promise<PersonMet> {
  const doc = await store.read<Stored>(personKey(tenantId, userId), ID)
  if (doc === undefined) return { tenantId, userId }
  const { t: _t, v: _v, token: _token, ...kept } = doc.body
  return { ...kept, tenantId, userId, etag: doc.etag }
}

/** Keeps where the person was met, with the client's time zone and language when it names them. Writes only what changed. */
export const remember = (store: DocumentStore, person: PersonMet, seen: Seen): Promise<PersonMet> =>
  isKept(person, seen)
    ? Promise.resolve(person)
    : change(store, person, ({ unreachableSince: _, ...kept }) => ({
        ...kept,
        conversation: seen.conversation,
        ...(seen.timeZone !== undefined && { timeZone: seen.timeZone }),
        ...(seen.clientLocale !== undefined && { clientLocale: seen.clientLocale }),
      }))

type Seen = { conversation: Json; timeZone?: string; clientLocale?: Locale }

/** Mostly they are met where they were met before. */
const isKept = (person: PersonMet, { conversation, timeZone, clientLocale }: Seen): boolean =>
  person.unreachableSince === undefined &&
  (timeZone === undefined || timeZone === person.timeZone) &&
  (clientLocale === undefined || clientLocale === person.clientLocale) &&
  isDeepStrictEqual(person.conversation, conversation)

/** The `language` command: wins over the directory and the client (interface.md 3). */
export const setLocale = (store: DocumentStore, person: PersonMet, locale: Locale): Promise<PersonMet> =>
  change(store, person, (kept) => ({ ...kept, locale }))

/** The person removed the bot: nothing is sent there again; language and time zone stay. */
export const forget = (store: DocumentStore, person: PersonMet): Promise<PersonMet> =>
  change(store, person, ({ conversation: _, unreachableSince: __, ...kept }) => kept)

/** `person.conversation` refuses messages for good. Changes nothing when they were met elsewhere in the meantime. */
export const unreachable = (store: DocumentStore, person: PersonMet, at: string): Promise<PersonMet> =>
  change(store, person, (kept) =>
    isDeepStrictEqual(kept.conversation, person.conversation) && kept.unreachableSince === undefined
      ? { ...kept, unreachableSince: at }
      : kept,
  )

/** What the card in this message follows, as far as it is known. */
export const standingIn = ({ standing }: PersonMet, messageId: string): string | undefined =>
  standing?.find((one) => one.messageId === messageId)?.subject

/** The message shows a card that follows `subject` from now on, or one that follows nothing. */
export const noteStanding = (
  store: DocumentStore,
  person: PersonMet,
  messageId: string,
  subject: string | undefined,
): Promise<PersonMet> =>
  change(store, person, ({ standing = [], ...kept }) => {
    const others = standing.filter((one) => one.messageId !== messageId)
    const all = subject === undefined ? others : [...others, { messageId, subject }].slice(-MOST_STANDING)
    return all.length === 0 ? kept : { ...kept, standing: all }
  })

async function change(store: DocumentStore, person: PersonMet, next: (kept: Kept) => Kept): Promise<PersonMet> {
  const { tenantId, userId } = person
  let current = person
  for (let tries = 0; tries < TRIES; tries++) {
    const { tenantId: _t, userId: _u, etag, ...before } = current
    const after = next(before)
    if (isDeepStrictEqual(after, before)) return current
    const body: Stored = { ...after, t: 'personMet', v: 1, token: newId() }
    const op: Op = etag === undefined ? { op: 'create', id: ID, body } : { op: 'replace', id: ID, etag, body }
    const result = await store.batch(personKey(tenantId, userId), [op], { id: ID, token: body.token })
    if (result.ok) {
      const written = result.etags[0]
      if (written !== undefined) return { ...after, tenantId, userId, etag: written }
      // A recovered reply may not carry the etag; the document does.
      return met(store, tenantId, userId)
    }
    current = await met(store, tenantId, userId)
  }
  throw new StoreUnavailable('notExecuted')
}
