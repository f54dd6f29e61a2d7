import type { Actor } from '../actor.ts'
import { newId, type TenantId, type UserId } from '../ids.ts'
import type { DocumentStore, Etag, Json, Op, Page } from '../store/document-store.ts'
import { prefix } from '../store/document-store.ts'
import type { Question } from './question.ts'

/** What somebody asked last, so that “and with Fabrikam?” can go on from it. */
export type LastAsked = { question?: Question; etag?: Etag }

/** One look of the operator's staff at companies that are not theirs: kept for good. */
export type Look = { t: 'look'; v: 1; token: string; at: string; name: string; question: Question }

type Last = { t: 'asked'; v: 1; token: string; at: string; question: Question }
type Who = { tenantId: TenantId; userId: UserId }

const LAST = 'last'
const LOOKS = 'look~'

const askedPk = ({ tenantId, userId }: Who): string => `ask:${tenantId}:${userId}`

/** A question is gone on from for half an hour. */
const GOES_ON_MS = 30 * 60_000

/** One point read. */
export async function lastAsked(store: DocumentStore, who: Who, now: string): Promise<LastAsked> {
  const stored = await store.read<Last>(askedPk(who), LAST)
  if (!stored) return {}
  const isFresh = Date.parse(now) - Date.parse(stored.body.at) < GOES_ON_MS
  return { etag: stored.etag, ...(isFresh ? { question: stored.body.question } : {}) }
}

/**
 * Keeps what was asked; with `isLook` also for the audit, which is on the disk before the answer is given (P50). Of two
 * questions asked at once either may be gone on from.
 */
export async function keepAsked(
  store: DocumentStore,
  actor: Pick<Actor, 'tenantId' | 'userId' | 'name'>,
  { question, at, before, isLook }: { question: Question; at: string; before: LastAsked; isLook: boolean },
): Promise<void> {
  const token = newId()
  const pk = askedPk(actor)
  const last: Json = json({ t: 'asked', v: 1, token, at, question } satisfies Last)
  const lookId = `${LOOKS}${at}~${token}`
  const look: readonly Op[] = isLook
    ? [
        {
          op: 'create',
          id: lookId,
          body: json({ t: 'look', v: 1, token, at, name: actor.name, question } satisfies Look),
        },
      ]
    : []
  const keep: Op = before.etag
    ? { op: 'replace', id: LAST, etag: before.etag, body: last }
    : { op: 'create', id: LAST, body: last }
  const marker = { id: isLook ? lookId : LAST, token }
  const kept = await store.batch(pk, [keep, ...look], marker)
  if (!kept.ok && isLook) await store.batch(pk, look, marker)
}

/** Who looked at what, the newest first. */
export const looks = (store: DocumentStore, who: Who, page: { limit: number; after?: string }): Promise<Page<Look>> =>
  store.range<Look>(askedPk(who), { ...prefix(LOOKS), order: 'desc', ...page })

const json = (record: object): Json => record as Json
