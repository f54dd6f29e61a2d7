import type { By } from '../actor.ts'
import type { TenantId } from '../ids.ts'
import type { About } from '../store/outbox.ts'
import {
  type Customer,
  type CustomerEvent,
  isActive,
  type Order,
  partnerName,
  type Relation,
  type RelationRole,
} from './customer.ts'
import type { NewCustomer } from './new-customer.ts'

/**
 * Where the lists of changes repeat an event of a customer: whoever may see what was changed reads of the change (R102), and
 * a partner never of what another one does there. What is only ordered yet, or was refused, is between its owner and Partner
 * Center; the customer reads all that took effect.
 */
export function listed(event: CustomerEvent, after: Customer | undefined, before: Customer | undefined): About {
  if (!after) return about([], [])
  const { tenantId: self, name, relations } = after
  switch (event.type) {
    case 'CustomerCreated':
    case 'RelationsEstablished':
      return about(
        [name, ...event.relations.map(({ partnerName }) => partnerName)],
        [self, ...event.relations.map(({ partner }) => partner)],
      )
    case 'AgreementSigned':
      return about([name], [self, ...relations.filter(isActive).map(({ partner }) => partner)])
    case 'AgreementAttested':
      return about([name, ...nameOfBy(after, event.by)], [self, ...tenantOf(event.by)])
    case 'OrderSubmitted':
    case 'OrderConfirmed':
    case 'OrderFailed': {
      const order = orderOf(after, event)
      if (!order) return about([name], [])
      const { owner, reseller } = order
      return about(
        [name, ...nameOf(after, owner), ...(reseller ? [reseller.name] : [])],
        [self, owner, ...(reseller ? [reseller.tenantId] : [])],
      )
    }
    case 'ResellerAssociated':
      return ofSubscription(after, event.subscription, [event.reseller])
    case 'ResellerRemoved': {
      const { reseller } = before?.subscriptions.find(({ id }) => id === event.subscription) ?? {}
      return ofSubscription(after, event.subscription, reseller ? [reseller] : [])
    }
    case 'ResellerReplaced':
      return ofSubscription(after, event.subscription, [event.former])
    case 'SupportContactChanged':
      return ofSubscription(after, event.subscription, [event.from, event.to])
    case 'LicensesChanged':
    case 'SubscriptionSuspended':
      return ofSubscription(after, event.subscription, [], managing(after, event.subscription))
    case 'SubscriptionEditOrdered':
    case 'SubscriptionEditRefused': {
      const owner = ownerOf(after, event.subscription)
      return owner ? about([name, ...nameOf(after, owner)], [owner]) : about([name], [])
    }
    case 'RelationRemovalOrdered':
    case 'RelationRemovalRefused':
      return about([name, ...nameOf(after, event.partner)], [event.partner])
    case 'DapRemoved':
    case 'RelationRemoved':
      return about([name, ...nameOf(after, event.partner)], [self, event.partner, ...beside(after, event)])
  }
}

/** A new customer on its way is its provider's alone: the reseller that is named for it hears of what comes of it. */
export function listedNew(after: NewCustomer | undefined): About {
  if (!after) return about([], [])
  return about([after.providerName, ...('details' in after ? [after.details.companyName] : [])], [after.provider])
}

/** Every company that an event concerns may read it. */
function about(companies: readonly string[], seenBy: readonly TenantId[]): About {
  const tenants = [...new Set(seenBy)]
  return { companies: [...new Set(companies)], tenants, seenBy: tenants }
}

/** Of the owner's subscription: the names of `others` are told to each of them, `also` reads without being named. */
function ofSubscription(
  state: Customer,
  id: string,
  others: readonly { tenantId: TenantId; name: string }[],
  also: readonly TenantId[] = [],
): About {
  const owner = ownerOf(state, id)
  return about(
    [state.name, ...(owner ? nameOf(state, owner) : []), ...others.map(({ name }) => name)],
    [state.tenantId, ...(owner ? [owner] : []), ...others.map(({ tenantId }) => tenantId), ...also],
  )
}

const ownerOf = ({ subscriptions }: Customer, id: string): TenantId | undefined =>
  subscriptions.find((one) => one.id === id)?.owner

/** Who manages a subscription beside its owner: the reseller of record, and who serves the account through the owner. */
function managing({ subscriptions, relations }: Customer, id: string): readonly TenantId[] {
  const one = subscriptions.find((subscription) => subscription.id === id)
  if (!one) return []
  return [
    ...(one.reseller ? [one.reseller.tenantId] : []),
    ...relations.filter((other) => isActive(other) && other.through === one.owner).map(({ partner }) => partner),
  ]
}

/** Who serves the customer together with a partner, by this relationship of it. */
function beside(
  { relations }: Customer,
  { partner, role }: { partner: TenantId; role: RelationRole },
): readonly TenantId[] {
  const own = relations.find((one) => one.partner === partner && one.role === role)
  const isBeside = (one: Relation): boolean =>
    role === 'reseller' ? one.partner === own?.through : one.role === 'reseller' && one.through === partner
  return relations.filter((one) => isActive(one) && isBeside(one)).map((one) => one.partner)
}

const orderOf = (
  { orders }: Customer,
  event: Extract<CustomerEvent, { type: 'OrderSubmitted' | 'OrderConfirmed' | 'OrderFailed' }>,
): Order | undefined => (event.type === 'OrderSubmitted' ? event.order : orders.find(({ id }) => id === event.order))

const tenantOf = (by: By): readonly TenantId[] => (by.kind === 'person' ? [by.tenantId] : [])

const nameOfBy = (state: Customer, by: By): readonly string[] => tenantOf(by).flatMap((one) => nameOf(state, one))

const nameOf = (state: Customer, partner: TenantId): readonly string[] => {
  const name = partnerName(state, partner)
  return name === undefined ? [] : [name]
}
