import type { By } from '../actor.ts'
import { type Clock, later } from '../clock.ts'
import type { Decision } from '../decision.ts'
import type { OperationKey, TenantId } from '../ids.ts'
import { organizationPk } from '../organization/organizations.ts'
import type { Refusal } from '../refusals.ts'
import type { Result } from '../result.ts'
import { newCustomerCards } from '../store/card-copies.ts'
import { type Change, commit, history, load, type Truth } from '../store/commit.ts'
import { type OfDay, readDayCounter } from '../store/day-counter.ts'
import type { DocumentStore, Op, Page } from '../store/document-store.ts'
import type { Task } from '../store/outbox.ts'
import type { AuditRecord } from '../store/records.ts'
import { evolveNewCustomer } from './evolve-new.ts'
import { draftLine } from './list-entries.ts'
import { listedNew } from './listed.ts'
import { type NewCustomer, type NewCustomerEvent, newCustomerId, type Provisioning } from './new-customer.ts'
import { ADMINS } from './told.ts'

/** Nothing is stored before the first event; `undefined` stands for that. */
type State = { draft?: NewCustomer }

const NEW_CUSTOMER: Truth<State, NewCustomerEvent> = {
  t: 'newCustomer',
  v: 1,
  evolve: ({ draft }, event) => ({ draft: evolveNewCustomer(draft, event) }),
  tasks: (before, event, after) => (after.draft ? tasks(before.draft, event, after.draft) : []),
  due: ({ draft }) => (draft?.state === 'provisioning' ? resumesAt(draft) : undefined),
  listed: (_, { draft }) => listedNew(draft),
}

/** What nobody carried to its end, as after a crash, is taken up again after this. */
const UNFINISHED_MS = 30_000

const resumesAt = (draft: Provisioning): string => {
  const late = later(draft.submittedAt, UNFINISHED_MS)
  return draft.stage === 'tenant' && draft.attempt && draft.attempt.until > late ? draft.attempt.until : late
}

export type NewCustomerOrder = {
  by: By
  correlationId: string
  op?: OperationKey
  /** One of many: counted against the limit of those, in the same batch. Who leaves it out is told of nothing. */
  counts?: true
  decide(state: NewCustomer | undefined, made: OfDay): Decision<NewCustomerEvent> | Promise<Decision<NewCustomerEvent>>
}

/** Customers on their way lie in their provider's partition, each a document with an audit of its own. */
export type NewCustomers = {
  find(provider: TenantId, id: string): Promise<NewCustomer | undefined>
  /** The draft and its version, in one read. */
  present(provider: TenantId, id: string): Promise<{ draft: NewCustomer; version: number } | undefined>
  execute(
    provider: TenantId,
    id: string,
    order: NewCustomerOrder,
  ): Promise<Result<Change<State, NewCustomerEvent>, readonly Refusal[]>>
  /** How many were submitted in bulk. */
  madeInBulk(provider: TenantId): Promise<OfDay>
  history(
    provider: TenantId,
    id: string,
    page: { limit: number; after?: string },
  ): Promise<Page<AuditRecord<NewCustomerEvent>>>
}

type Deps = { store: DocumentStore; clock: Clock; committed(pk: string): void }

const IN_BULK = 'cnt:customers-bulk'

export function newCustomers({ store, clock, committed }: Deps): NewCustomers {
  return {
    async find(provider, id) {
      return (await load(store, NEW_CUSTOMER, organizationPk(provider), newCustomerId(id)))?.state.draft
    },
    async present(provider, id) {
      const stored = await load(store, NEW_CUSTOMER, organizationPk(provider), newCustomerId(id))
      return stored?.state.draft && { draft: stored.state.draft, version: stored.version }
    },
    async execute(provider, id, { by, correlationId, op, counts, decide }) {
      const pk = organizationPk(provider)
      const at = clock.now()
      let plusOne: Op | undefined
      const result = await commit(store, NEW_CUSTOMER, {
        pk,
        id: newCustomerId(id),
        by,
        at,
        correlationId,
        ...(op ? { op } : {}),
        fresh: async (): Promise<State> => ({}),
        decide: async ({ draft }) => {
          const counter = counts && (await readDayCounter(store, pk, IN_BULK, at))
          plusOne = counter?.plus(1)
          return decide(draft, counter?.counted ?? { day: 0, dayEnds: at })
        },
        beside: async () => (plusOne ? [plusOne] : []),
      })
      if (result.ok && result.value.events.length > 0) committed(pk)
      return result
    },
    madeInBulk: async (provider) =>
      (await readDayCounter(store, organizationPk(provider), IN_BULK, clock.now())).counted,
    history: (provider, id, page) => history(store, organizationPk(provider), { ...page, id: newCustomerId(id) }),
  }
}

/** The list of drafts where it says something else now, the steps outside, and the submitter is told of a failure (SM7). */
function tasks(before: NewCustomer | undefined, event: NewCustomerEvent, after: NewCustomer): readonly Task[] {
  const { provider, id: draft } = after
  const isListed = before !== undefined && JSON.stringify(draftLine(before)) === JSON.stringify(draftLine(after))
  return [
    ...(isListed ? [] : [{ kind: 'listNewCustomer' as const, provider, draft }]),
    ...consequences(before, event, after),
  ]
}

function consequences(before: NewCustomer | undefined, event: NewCustomerEvent, after: NewCustomer): readonly Task[] {
  const { provider, id: draft } = after
  const show: Task = { kind: 'showCards', subject: newCustomerCards(provider, draft) }
  switch (event.type) {
    case 'NewCustomerSubmitted':
      return event.bulk === undefined ? [{ kind: 'provisionCustomer', provider, draft }] : []
    case 'NewCustomerFailed': {
      if (before?.state !== 'provisioning') return [show]
      const { submittedBy: by, details, bulk } = before
      const mended: readonly Task[] = [show, { kind: 'releaseDomain', provider, draft, prefix: details.domainPrefix }]
      if (bulk !== undefined) return mended
      return [
        ...mended,
        {
          kind: 'notify',
          audience:
            by.kind === 'person'
              ? { to: 'person', tenantId: by.tenantId, userId: by.userId }
              : { to: 'roles', tenantId: provider, roles: ADMINS },
          notice: {
            tenantId: provider,
            company: after.providerName,
            name: 'customer.failed',
            customer: details.companyName,
            draft,
          },
        },
      ]
    }
    case 'CustomerTenantCreated':
    case 'CustomerRecorded':
    case 'NewCustomerDone':
      return [show]
    default:
      return []
  }
}
