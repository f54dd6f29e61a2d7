import type { TenantId } from '../ids.ts'
import { newestFirst } from '../sort-key.ts'
import { type Customer, isActive, type Relation, serves } from './customer.ts'
import type { CustomerEntry, NewCustomerEntry } from './lists.ts'
import { isOpen, type NewCustomer } from './new-customer.ts'
import { seenBy } from './seen.ts'

/** Subscriptions are found by everybody's support, by the customer, and by whoever of its partners may see them. */
export type SubscriptionScope = 'all' | TenantId

/** What a partner's list says of a customer that it serves, or served. */
export function entryOf(customer: Customer, partner: TenantId): CustomerEntry {
  const { tenantId, name, country, subscriptions } = customer
  const own = customer.relations.filter((one) => one.partner === partner && isActive(one))
  const [first] = own
  const other = otherOf(customer, partner)
  const credited = subscriptions.find((one) => one.reseller?.tenantId === partner)?.reseller
  return {
    tenantId,
    name,
    country,
    origins: [
      ...(own.some(({ role }) => role === 'direct') ? (['direct'] as const) : []),
      ...(own.some(({ role }) => role !== 'direct') || !first ? (['indirect'] as const) : []),
    ],
    access: first ? 'account' : 'subscription',
    ...(other ? { other } : {}),
    since: first?.since ?? credited?.since ?? '',
  }
}

/** Every provider and reseller that serve or served the customer together; it is shared while both relationships stand. */
export const pairsOf = ({ relations }: Pick<Customer, 'relations'>) =>
  relations.flatMap((one) => {
    const { role, through, partner: reseller } = one
    if (role !== 'reseller' || through === undefined) return []
    const provider = relations.find((other) => other.partner === through && other.role === 'provider')
    const stands = isActive(one) && provider !== undefined && isActive(provider)
    return [{ provider: through, reseller, stands }]
  })

/** Everybody who serves the customer or ever did, so that nobody's list keeps what is over. */
export const partnersOf = (...states: readonly (Customer | undefined)[]): readonly TenantId[] => [
  ...new Set(
    states.flatMap((state) =>
      state
        ? [
            ...state.relations.map(({ partner }: Relation) => partner),
            ...state.subscriptions.flatMap(({ reseller }) => reseller?.tenantId ?? []),
          ]
        : [],
    ),
  ),
]

/** Which lists say something else after a change: what is the same is not written again. */
export type ListChange = {
  /** In whose lists of customers. */
  partners: readonly TenantId[]
  /** Among whose subscriptions. */
  subscriptions: readonly { id: string; scopes: readonly SubscriptionScope[] }[]
  /** Who finds the customer by its name from now on, and is found by it. */
  related: readonly TenantId[]
}

export function changedLists(before: Customer | undefined, after: Customer): ListChange {
  const partners = partnersOf(before, after)
  const known = new Set(partnersOf(before))
  const isCalledSo = before?.name === after.name && before.country === after.country
  return {
    partners: partners.filter((one) => !before || said(before, one) !== said(after, one)),
    subscriptions: changedSubscriptions(before, after, ['all', after.tenantId, ...partners]),
    related: partners.filter((one) => !isCalledSo || !known.has(one)),
  }
}

function changedSubscriptions(
  before: Customer | undefined,
  after: Customer,
  scopes: readonly SubscriptionScope[],
): ListChange['subscriptions'] {
  const changed = scopes.map((scope) => ({ scope, was: seenIn(before, scope), is: seenIn(after, scope) }))
  return after.subscriptions
    .map(({ id }) => ({
      id,
      scopes: changed.filter(({ was, is }) => was.get(id) !== is.get(id)).map(({ scope }) => scope),
    }))
    .filter((one) => one.scopes.length > 0)
}

/** By ID, what the subscriptions are called that are found there. */
export const seenIn = (customer: Customer | undefined, scope: SubscriptionScope): ReadonlyMap<string, string> =>
  new Map(
    (scope === 'all' ? customer : seenBy(customer, scope))?.subscriptions.map(({ id, offerName }) => [id, offerName]),
  )

/** Where a draft stands among its provider's, the last started first; without `order` it is finished or dropped. */
export function draftLine(draft: NewCustomer): { order?: string; body: NewCustomerEntry } {
  const { id, state, startedAt, startedBy } = draft
  const name = 'details' in draft ? draft.details.companyName : ''
  const body = { id, name, state, startedAt, by: startedBy.kind === 'person' ? startedBy.name : '' }
  const stands = isOpen(draft) || state === 'provisioning'
  return { ...(stands ? { order: newestFirst(startedAt) } : {}), body }
}

/** Everything that the lists of a partner say of the customer. */
const said = (customer: Customer, partner: TenantId): string =>
  JSON.stringify([
    serves(customer, partner) ? entryOf(customer, partner) : null,
    pairsOf(customer).filter(({ provider, reseller }) => provider === partner || reseller === partner),
  ])

/** Of a provider its reseller here, of a reseller the provider that it serves the customer through. */
function otherOf({ relations, subscriptions }: Customer, partner: TenantId): CustomerEntry['other'] {
  const active = relations.filter(isActive)
  const reseller = active.find((one) => one.role === 'reseller' && one.through === partner)
  if (reseller) return { tenantId: reseller.partner, name: reseller.partnerName }
  const own = active.find((one) => one.role === 'reseller' && one.partner === partner)
  const through = own?.through ?? subscriptions.find((one) => one.reseller?.tenantId === partner)?.owner
  const provider = active.find((one) => one.partner === through)
  return provider && { tenantId: provider.partner, name: provider.partnerName }
}
