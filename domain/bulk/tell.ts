import type { Role } from '../actor.ts'
import { ADMINS, STAFF, SUPPORTERS } from '../customer/told.ts'
import { newId, type TenantId } from '../ids.ts'
import { type DocumentStore, type Json, type Op, prefix, StoreUnavailable } from '../store/document-store.ts'
import { taskOp } from '../store/order-task.ts'
import type { TaskOf } from '../store/outbox.ts'
import type { Bulk, Outcome } from './bulk.ts'
import type { Bulks } from './bulks.ts'
import { type Concern, type ConcernKind, MOST_NAMED, type News } from './news.ts'
import { bulkPk } from './rows.ts'

/** Who of a partner is told, as of a single change (SM10). */
const READERS: Record<ConcernKind, readonly Role[]> = {
  reseller: ADMINS,
  contact: SUPPORTERS,
  formerContact: SUPPORTERS,
  ownCustomer: STAFF,
  newCustomer: ADMINS,
  invited: ['GA', 'AA', 'SA'],
}

/** One row's news, until it is told: written with its outcome, and counted in the order of its id. */
type Untold = { t: 'news'; v: 1; token: string; concern: Concern }

/** What is counted already of the partner whose news are being counted. */
type Sum = {
  t: 'newsSum'
  v: 1
  token: string
  tenantId: TenantId
  company: string
  news: readonly News[]
  last: string
}

/** Fits into a batch with what is made of it. */
const PAGE = 90
const TRIES = 8
/** What is not counted by then is counted in another run, long before the lease of the worker ends. */
const BUDGET_MS = 8_000

/** The news of some rows, in the order in which they are counted: by partner, then by customer. */
export const newsOps = (rows: readonly { row: number; outcome: Outcome }[]): readonly Op[] =>
  rows.flatMap(({ row, outcome }) =>
    ('concerns' in outcome ? (outcome.concerns ?? []) : []).map((concern): Op => {
      const { tenantId, as, customer } = concern
      const body = { t: 'news', v: 1, token: newId(), concern } satisfies Untold as unknown as Json
      return { op: 'create', id: `new:${tenantId}~${as}~${customer.id}~${row}`, body }
    }),
  )

/**
 * Orders one notice for each partner that a job changed something for and that was not told yet. What is counted leaves the
 * store in the batch that counts it, so that nothing is told twice or never, and no more than a page is in memory.
 * @returns whether there is more.
 */
export async function tellNews(
  { store, clock, bulks }: { store: DocumentStore; clock: { now(): string }; bulks: Bulks },
  id: string,
  correlationId: string,
): Promise<boolean> {
  const pk = bulkPk(id)
  const until = performance.now() + BUDGET_MS
  for (let failed = 0; failed < TRIES; ) {
    if (performance.now() > until) return true
    const bulk = await bulks.find(id)
    // Continued meanwhile: the rest is told when it ends.
    if (bulk?.state !== 'stopped' && bulk?.state !== 'done') return false
    const [before] = (await store.range<Sum>(pk, { ...prefix('sum:'), limit: 1 })).items
    const { items, next } = await store.range<Untold>(pk, {
      ...prefix(before ? `new:${before.body.tenantId}~` : 'new:'),
      limit: PAGE,
    })
    const partner = before?.body ?? items[0]?.body.concern
    if (!partner) return false
    const { tenantId, company } = partner
    const own = items.filter(({ body }) => body.concern.tenantId === tenantId)
    const counted = own.reduce<Counted>(
      (sum, { body }) => count(sum, body.concern),
      before?.body ?? { tenantId, company, news: [], last: '' },
    )
    const token = newId()
    const sumId = `sum:${tenantId}`
    const isWhole = next === undefined || own.length < items.length
    const order = taskOp({ task: notify(bulk, counted), at: clock.now(), correlationId }, token)
    const body = { ...counted, t: 'newsSum', v: 1, token } as unknown as Json
    const ops: readonly Op[] = [
      ...own.map(({ id, etag }): Op => ({ op: 'delete', id, etag })),
      ...(isWhole ? [order] : before ? [] : [{ op: 'create', id: sumId, body } as const]),
      ...(before ? [isWhole ? deleted(before) : ({ op: 'replace', id: sumId, etag: before.etag, body } as const)] : []),
    ]
    const written = await store.batch(pk, ops, { id: isWhole ? order.id : sumId, token })
    failed = written.ok ? 0 : failed + 1
  }
  throw new StoreUnavailable('notExecuted')
}

const deleted = ({ id, etag }: Pick<Op & { op: 'delete' }, 'id' | 'etag'>): Op => ({ op: 'delete', id, etag })

type Counted = Pick<Sum, 'tenantId' | 'company' | 'news' | 'last'>

/** Customers come in order, so that another one is one that was not counted. */
function count({ tenantId, company, news, last }: Counted, { as, customer }: Concern): Counted {
  const key = `${as}~${customer.id}`
  const own = news.find((one) => one.as === as) ?? { as, changes: 0, customers: 0, names: [] }
  const isOther = key !== last
  const next: News = {
    as,
    changes: own.changes + 1,
    customers: own.customers + (isOther ? 1 : 0),
    names: isOther && own.names.length < MOST_NAMED ? [...own.names, customer.name] : own.names,
  }
  return { tenantId, company, news: [...news.filter((one) => one.as !== as), next], last: key }
}

const notify = ({ ownerName, person }: Bulk, { tenantId, company, news }: Counted): TaskOf<'notify'> => ({
  kind: 'notify',
  notice: { name: 'customer.changedInBulk', tenantId, company, provider: ownerName, news },
  audience: {
    to: 'roles',
    tenantId,
    roles: [...new Set(news.flatMap(({ as }) => READERS[as]))],
    except: person.userId,
  },
})
