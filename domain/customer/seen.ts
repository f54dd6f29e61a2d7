import { system } from '../actor.ts'
import type { TenantId } from '../ids.ts'
import {
  type Customer,
  isActive,
  type Order,
  type OrderLine,
  type Relation,
  type ResellerOfRecord,
  type Subscription,
} from './customer.ts'

/**
 * How somebody stands to a customer: it sells there itself, manages the account as a reseller, is credited for single
 * subscriptions alone (F9), did one of these once, or is the customer.
 */
export type Standing = 'seller' | 'account' | 'subscription' | 'past' | 'self'

/** A customer as one company may see it. */
export type SeenCustomer = {
  customer: Customer
  viewer: TenantId
  standing: Standing
  /** The relationships of the viewer, and of those whom it works with there. */
  relations: readonly Relation[]
  /** For a reseller that is not credited the reseller is blank, whoever is and if anybody is; another support contact is too. */
  subscriptions: readonly Subscription[]
  /** The newest first. */
  orders: readonly Order[]
}

/**
 * What a company may know of a customer: what it sold, manages or is credited for. What another partner does there is
 * none of its business (R102), and without any relationship, now or before, the customer is not there (isolation rule).
 */
export function seenBy(customer: Customer | undefined, viewer: TenantId): SeenCustomer | undefined {
  const standing = customer && standingOf(customer, viewer)
  if (!customer || !standing) return undefined
  const orders = customer.orders.filter((one) => standing !== 'past' && ordersSeen(one, viewer, standing))
  return {
    customer,
    viewer,
    standing,
    relations: relationsSeen(customer, viewer, standing),
    subscriptions: customer.subscriptions
      .filter((one) => subscriptionSeen(customer, one, viewer, standing))
      .map((one) => withoutOthers(one, viewer, standing)),
    orders: orders.map((one) => ownPart(one, viewer, standing)).toReversed(),
  }
}

function standingOf({ tenantId, relations, subscriptions }: Customer, viewer: TenantId): Standing | undefined {
  if (tenantId === viewer) return 'self'
  const own = relations.filter(({ partner }) => partner === viewer)
  if (own.some((one) => isActive(one) && one.role !== 'reseller')) return 'seller'
  if (own.some(isActive)) return 'account'
  if (subscriptions.some((one) => one.reseller?.tenantId === viewer && one.status !== 'deleted')) return 'subscription'
  return own.length > 0 ? 'past' : undefined
}

function relationsSeen(
  { relations, subscriptions }: Customer,
  viewer: TenantId,
  standing: Standing,
): readonly Relation[] {
  if (standing === 'self') return relations
  const own = relations.filter(({ partner }) => partner === viewer)
  const through = new Set([
    ...own.flatMap((one) => (isActive(one) ? (one.through ?? []) : [])),
    ...subscriptions.flatMap(({ reseller, owner }) => (reseller?.tenantId === viewer ? owner : [])),
  ])
  const isWith = (one: Relation): boolean =>
    isActive(one) && (one.role === 'reseller' ? one.through === viewer : through.has(one.partner))
  return relations.filter((one) => one.partner === viewer || (standing !== 'past' && isWith(one)))
}

function subscriptionSeen(
  { relations }: Customer,
  { owner, reseller }: Subscription,
  viewer: TenantId,
  standing: Standing,
): boolean {
  if (standing === 'past') return false
  if (standing === 'self' || owner === viewer || reseller?.tenantId === viewer) return true
  return relations.some((one) => isActive(one) && one.partner === viewer && one.through === owner)
}

const ordersSeen = (order: Order, viewer: TenantId, standing: Standing): boolean =>
  standing === 'self' || order.owner === viewer || order.lines.some((line) => isCredited(order, line, viewer))

const isCredited = (order: Order, line: OrderLine, viewer: TenantId): boolean =>
  (line.reseller ?? order.reseller)?.tenantId === viewer

/** Of an order for several resellers each sees what it is credited for, or manages. */
function ownPart(order: Order, viewer: TenantId, standing: Standing): Order {
  if (standing === 'self' || order.owner === viewer) return order
  const lines = order.lines.filter((line) => isCredited(order, line, viewer))
  if (order.reseller?.tenantId === viewer) return { ...order, lines }
  const { reseller, ...rest } = order
  return { ...rest, lines }
}

function withoutOthers(one: Subscription, viewer: TenantId, standing: Standing): Subscription {
  if (standing === 'self' || one.owner === viewer) return one
  const { reseller, support, pending, failure, ...rest } = one
  return {
    ...rest,
    reseller: reseller?.tenantId === viewer ? reseller : NOT_THE_VIEWER,
    support:
      support.kind === 'provider' || support.tenantId === viewer ? support : { ...support, tenantId: NOBODY, name: '' },
  }
}

const NOBODY = '' as TenantId

/** All that a reseller may know of who is credited, where it is not itself (R102). */
const NOT_THE_VIEWER: ResellerOfRecord = { tenantId: NOBODY, name: '', mpnId: '', since: '', by: system }
