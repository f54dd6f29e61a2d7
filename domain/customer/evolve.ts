import type { Customer, CustomerEvent, Order, Relation, Subscription } from './customer.ts'

/** The customer after `event` (SM7–SM10). Throws on an event that cannot follow: the history would be corrupt. */
export function evolveCustomer(state: Customer | undefined, event: CustomerEvent): Customer {
  if (event.type === 'CustomerCreated') {
    if (state?.domain) throw new Error('a customer is created once')
    const { tenantId, name, country, domain, billing, agreement, relations } = event
    // The new tenant's admin may have accepted somebody's invitation before it was recorded.
    const before = state ?? NOTHING
    return {
      ...before,
      ...{ tenantId, name, country, domain, billing },
      agreement: before.agreement.status === 'directSigned' ? before.agreement : agreement,
      relations: renewed(before.relations, relations),
    }
  }
  if (event.type === 'RelationsEstablished') {
    const { tenantId, customer, relations } = event
    return {
      ...(state ?? { tenantId, ...customer, ...NOTHING }),
      relations: renewed(state?.relations ?? [], relations),
    }
  }
  if (!state) throw new Error(`${event.type} cannot be the first`)
  switch (event.type) {
    case 'AgreementAttested':
      return { ...state, agreement: event.agreement }
    case 'AgreementSigned':
      return { ...state, agreement: { status: 'directSigned', at: event.signedAt ?? event.at } }
    case 'OrderSubmitted':
      return { ...state, orders: [...kept(state.orders), event.order] }
    case 'OrderConfirmed':
      return {
        ...state,
        orders: settled(state.orders, event.order, { state: 'confirmed', settledAt: event.at }),
        subscriptions: merged(state.subscriptions, event.subscriptions),
      }
    case 'OrderFailed':
      return {
        ...state,
        orders: settled(state.orders, event.order, { state: 'failed', settledAt: event.at, failure: event.code }),
      }
    case 'SubscriptionEditOrdered': {
      const { key, by, at, edit, subscription, bulk } = event
      const pending = { key, by, at, edit, ...(bulk === undefined ? {} : { bulk }) }
      return edited(state, subscription, ({ failure, ...one }) => ({ ...one, pending }))
    }
    case 'SubscriptionEditRefused': {
      const { at, code, subscription } = event
      return edited(state, subscription, ({ pending, ...one }) =>
        pending ? { ...one, failure: { at, code, edit: pending.edit } } : one,
      )
    }
    case 'ResellerAssociated':
      return edited(state, event.subscription, ({ pending, ...one }) => ({ ...one, reseller: event.reseller }))
    case 'ResellerRemoved':
      return edited(state, event.subscription, ({ pending, reseller, ...one }) => one)
    case 'ResellerReplaced':
      return state
    case 'SupportContactChanged':
      return edited(state, event.subscription, ({ pending, ...one }) => ({ ...one, support: event.to }))
    case 'LicensesChanged':
      return edited(state, event.subscription, ({ pending, ...one }) => ({ ...one, licenses: event.to }))
    case 'SubscriptionSuspended':
      return edited(state, event.subscription, ({ pending, ...one }) => ({ ...one, status: 'suspended' }))
    case 'DapRemoved':
      return related(state, event, (one) => ({ ...one, dap: 'removedByCustomer' }))
    case 'RelationRemovalOrdered': {
      const { key, by, at } = event
      return related(state, event, ({ removalFailure, ...one }) => ({ ...one, removal: { key, by, at } }))
    }
    case 'RelationRemovalRefused':
      return related(state, event, ({ removal, ...one }) => ({ ...one, removalFailure: event.code }))
    case 'RelationRemoved':
      return related(state, event, ({ removal, ...one }) => ({ ...one, dap: 'none', removedAt: event.at }))
  }
}

/** As many of the newest are kept in the record, and whatever is not settled. */
const KEPT_ORDERS = 50

const kept = (orders: readonly Order[]): readonly Order[] =>
  orders.filter(({ state }, n) => state === 'submitted' || n >= orders.length - KEPT_ORDERS)

const NOTHING: Pick<Customer, 'agreement' | 'relations' | 'subscriptions' | 'orders'> = {
  agreement: { status: 'none' },
  relations: [],
  subscriptions: [],
  orders: [],
}

const isSame = (a: Pick<Relation, 'partner' | 'role'>, b: Pick<Relation, 'partner' | 'role'>): boolean =>
  a.partner === b.partner && a.role === b.role

/** One relation for each partner and role (F38): a new one takes the place of one that had ended. */
const renewed = (before: readonly Relation[], now: readonly Relation[]): readonly Relation[] => [
  ...before.filter((one) => !now.some((other) => isSame(one, other))),
  ...now,
]

const settled = (orders: readonly Order[], id: string, outcome: Partial<Order>): readonly Order[] =>
  orders.map((order) => (order.id === id ? { ...order, ...outcome } : order))

function merged(before: readonly Subscription[], now: readonly Subscription[]): readonly Subscription[] {
  const kept = before.map((one) => now.find(({ id }) => id === one.id) ?? one)
  return [...kept, ...now.filter(({ id }) => !before.some((one) => one.id === id))]
}

const edited = (state: Customer, id: string, edit: (one: Subscription) => Subscription): Customer => ({
  ...state,
  subscriptions: state.subscriptions.map((one) => (one.id === id ? edit(one) : one)),
})

const related = (
  state: Customer,
  which: Pick<Relation, 'partner' | 'role'>,
  change: (one: Relation) => Relation,
): Customer => ({
  ...state,
  relations: state.relations.map((one) => (isSame(one, which) && one.removedAt === undefined ? change(one) : one)),
})
