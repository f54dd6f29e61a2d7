import type { By } from '../actor.ts'
import type { Clock } from '../clock.ts'
import type { Decision } from '../decision.ts'
import type { OperationKey, TenantId } from '../ids.ts'
import type { Refusal } from '../refusals.ts'
import type { Result } from '../result.ts'
import { type Change, commit, history, load, type Truth } from '../store/commit.ts'
import type { DocumentStore, Op, Page } from '../store/document-store.ts'
import type { AuditRecord } from '../store/records.ts'
import { type Customer, type CustomerEvent, customerPk } from './customer.ts'
import { evolveCustomer } from './evolve.ts'
import { listed } from './listed.ts'
import { tasks } from './tasks.ts'

/** Nothing is stored before the first event; `undefined` stands for that. */
type State = { customer?: Customer }

const CUSTOMER: Truth<State, CustomerEvent> = {
  t: 'customer',
  v: 1,
  evolve: ({ customer }, event) => ({ customer: evolveCustomer(customer, event) }),
  tasks: (before, event, after) => (after.customer ? tasks(before.customer, event, after.customer) : []),
  due: ({ customer }) => customer && settlesBy(customer),
  listed: (event, { customer }, before) => listed(event, customer, before.customer),
}

export type CustomerOrder = {
  by: By
  correlationId: string
  op?: OperationKey
  decide(state: Customer | undefined): Decision<CustomerEvent> | Promise<Decision<CustomerEvent>>
  /** What else is written in the same batch. */
  beside?(): readonly Op[]
}

/** The truth of each customer with everybody it works with: one document, one read. */
export type Customers = {
  /** Undefined for a tenant that was never a customer here. */
  find(customer: TenantId): Promise<Customer | undefined>
  /** The customer and its version, in one read. */
  present(customer: TenantId): Promise<{ customer: Customer; version: number } | undefined>
  /** Whether this operation was committed, as long as it is remembered. */
  remembers(customer: TenantId, op: OperationKey): Promise<boolean>
  execute(customer: TenantId, order: CustomerOrder): Promise<Result<Change<State, CustomerEvent>, readonly Refusal[]>>
  history(customer: TenantId, page: { limit: number; after?: string }): Promise<Page<AuditRecord<CustomerEvent>>>
}

type Deps = { store: DocumentStore; clock: Clock; committed(pk: string): void }

export function customers({ store, clock, committed }: Deps): Customers {
  return {
    async find(customer) {
      return (await load(store, CUSTOMER, customerPk(customer)))?.state.customer
    },
    async present(tenant) {
      const stored = await load(store, CUSTOMER, customerPk(tenant))
      return stored?.state.customer && { customer: stored.state.customer, version: stored.version }
    },
    async remembers(customer, op) {
      return (await load(store, CUSTOMER, customerPk(customer)))?.ops.includes(op) ?? false
    },
    async execute(customer, { by, correlationId, op, decide, beside }) {
      const pk = customerPk(customer)
      const result = await commit(store, CUSTOMER, {
        pk,
        by,
        at: clock.now(),
        correlationId,
        ...(op ? { op } : {}),
        fresh: async (): Promise<State> => ({}),
        decide: async (state) => decide(state.customer),
        beside: async () => beside?.() ?? [],
      })
      if (result.ok && result.value.events.length > 0) committed(pk)
      return result
    },
    history: (customer, page) => history(store, customerPk(customer), page),
  }
}

/** What nobody finished, as after a crash, is taken up again after this. */
const UNSETTLED_MS = 30_000

function settlesBy({ orders, subscriptions, relations }: Customer): string | undefined {
  const waiting = [
    ...orders.flatMap(({ state, submittedAt }) => (state === 'submitted' ? submittedAt : [])),
    ...subscriptions.flatMap(({ pending }) => pending?.at ?? []),
    ...relations.flatMap(({ removal }) => removal?.at ?? []),
  ].sort()
  return waiting[0] && new Date(Date.parse(waiting[0]) + UNSETTLED_MS).toISOString()
}
