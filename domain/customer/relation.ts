import { type Actor, by } from '../actor.ts'
import { type Decision, decide, type Given } from '../decision.ts'
import type { TenantId } from '../ids.ts'
import { permit } from '../permissions.ts'
import type { Holdings } from '../ports.ts'
import type { Refusal, RemovalBlock } from '../refusals.ts'
import { nothingLeft } from '../rules/customer.ts'
import { guard } from '../rules/rule.ts'
import { type Customer, type CustomerEvent, isActive, ownRelation, type SubscriptionStatus } from './customer.ts'
import type { Seller } from './sale.ts'
import { notThere, related } from './submit-order.ts'

/** The customer takes a partner's delegated admin privileges away; the relationship stays (D13). */
export function dropDap(
  state: Customer | undefined,
  { actor, at, partner }: Given & { partner: TenantId },
): Decision<CustomerEvent> {
  const held = state?.relations.filter((one) => isActive(one) && one.partner === partner) ?? []
  const refusals = guard(
    ownCustomer(state, actor),
    customerAdmin(actor),
    held.length > 0 ? [] : [{ code: 'NOT_FOUND', query: '' }],
  )
  return decide<CustomerEvent>(refusals, () =>
    held
      .filter(({ dap }) => dap === 'granted')
      .map(({ role }) => ({ type: 'DapRemoved', at, by: by(actor), partner, role })),
  )
}

/**
 * *Remove the reseller relationship* (P41): what the partner sold there is suspended, reservations and software are
 * cancelled (D14); everything that is not, is named at once.
 */
export function removeRelation(
  state: Customer | undefined,
  { actor, at, provider, holdings, key }: Given & { provider: Seller; holdings: Holdings; key: string },
): Decision<CustomerEvent> {
  const { organization } = provider
  if (!state) return notThere('P41', actor, provider)
  const may = permit('P41', actor, organization)
  const own = ownRelation(state, organization.tenantId)
  const over = !own && state.relations.some((one) => one.partner === organization.tenantId && one.role !== 'reseller')
  if (over) return decide<CustomerEvent>(may, () => [])
  const refusals = guard(
    may,
    related(state, provider),
    nothingLeft.check({ blocks: removalBlocks(state, organization.tenantId, holdings) }),
    unsettled(state, organization.tenantId),
  )
  return decide<CustomerEvent>(refusals, () =>
    !own || own.removal
      ? []
      : [{ type: 'RelationRemovalOrdered', at, by: by(actor), partner: own.partner, role: own.role, key }],
  )
}

const LIVE: readonly SubscriptionStatus[] = ['pending', 'active']

/** What still ties the customer to this partner; what another partner sold does not count (R102). */
export function removalBlocks(state: Customer, partner: TenantId, holdings: Holdings): readonly RemovalBlock[] {
  const known = new Set(state.subscriptions.map(({ id }) => id))
  const own = state.subscriptions.filter(({ owner, status }) => owner === partner && LIVE.includes(status))
  const unknown = holdings.subscriptions.filter(({ id, status }) => !known.has(id) && LIVE.includes(status))
  return [
    ...own.map(({ offerName: name }) => ({ kind: 'subscription', name }) as const),
    ...unknown.map(({ offerId: name }) => ({ kind: 'subscription', name }) as const),
    ...holdings.reservations.map((name) => ({ kind: 'reservation', name }) as const),
    ...holdings.software.map((name) => ({ kind: 'software', name }) as const),
  ]
}

/** An order under way would come to a customer that has been left. */
const unsettled = ({ orders }: Customer, partner: TenantId): readonly Refusal[] =>
  orders.some(({ owner, state }) => owner === partner && state === 'submitted') ? [{ code: 'STALE' }] : []

/** To anybody else the customer is not there. */
const ownCustomer = (state: Customer | undefined, { tenantId }: Actor): readonly Refusal[] =>
  state?.tenantId === tenantId ? [] : [{ code: 'NOT_FOUND', query: '' }]

const customerAdmin = ({ roles }: Actor): readonly Refusal[] =>
  roles.includes('GA') ? [] : [{ code: 'AUTH_ROLE', roles: ['GA'] }]
