import { type By, by } from '../actor.ts'
import { type Decision, decide, type Given } from '../decision.ts'
import { permit } from '../permissions.ts'
import type { Offer } from '../ports.ts'
import type { Refusal } from '../refusals.ts'
import { licensesInRange, resellerMpaBeforeAssociation, supportContactRelated } from '../rules/customer.ts'
import { mpaSigned } from '../rules/organization.ts'
import { guard } from '../rules/rule.ts'
import type { Customer, CustomerEvent, Subscription, SubscriptionEdit } from './customer.ts'
import { locationRefusals } from './lines.ts'
import { pairLevel, regionLevel, resellerLevel, type SaleFacts, type Seller } from './sale.ts'
import { namedOf } from './start.ts'
import { notThere, ownedBy, related } from './submit-order.ts'

/** `bulk` is the job whose row it is. */
type Press = Given & { subscription: string; key: string; bulk?: string }

/**
 * *Reseller (MPN ID)* of an existing subscription (R92): the reseller is credited and may manage this subscription, no
 * more (F9). The same guards as for a new one (R31, R38, R50, R90; F24).
 */
export function associateReseller(
  state: Customer | undefined,
  command: Press & { facts: SaleFacts & Required<Pick<SaleFacts, 'reseller'>>; mpnId?: string | undefined },
): Decision<CustomerEvent> {
  const { actor, at, facts, mpnId } = command
  const { provider, reseller } = facts
  if (!state) return notThere('P32', actor, provider)
  const subscription = owned(state, provider, command.subscription)
  const [onboarded, now] = [reseller?.organization.mpnId ?? '', subscription?.reseller]
  const sought = reseller && { ...namedOf(reseller), mpnId: onboarded, since: at, by: by(actor) }
  const refusals = guard(
    permit('P32', actor, provider.organization),
    resellerLevel(facts),
    [...pairLevel(facts), ...related(state, provider)],
    regionLevel(facts),
    [
      ...mpaSigned.check({ organization: provider.organization }),
      ...(reseller ? resellerMpaBeforeAssociation.check({ reseller: reseller.organization }) : []),
    ],
    [...changeable(subscription), ...locationRefusals(reseller, mpnId)],
    idle(subscription),
  )
  const already = sought !== undefined && now?.tenantId === sought.tenantId && now.mpnId === sought.mpnId
  return decide<CustomerEvent>(refusals, () =>
    already || !sought ? [] : ordered(command, { kind: 'reseller', to: sought }),
  )
}

/** Takes the reseller off a subscription again: nobody is credited from then on (R93). */
export function clearReseller(
  state: Customer | undefined,
  command: Press & { provider: Seller },
): Decision<CustomerEvent> {
  const { actor, provider } = command
  if (!state) return notThere('P32', actor, provider)
  const subscription = owned(state, provider, command.subscription)
  const refusals = guard(
    permit('P32', actor, provider.organization),
    related(state, provider),
    changeable(subscription),
    idle(subscription),
  )
  return decide<CustomerEvent>(refusals, () =>
    subscription?.reseller ? ordered(command, { kind: 'reseller', to: null }) : [],
  )
}

/** *Designated support contact*: the provider, or a reseller that holds DAP of the customer through it (R94, D10). */
export function setSupportContact(
  state: Customer | undefined,
  command: Press & { provider: Seller; contact: Seller },
): Decision<CustomerEvent> {
  const { actor, at, provider, contact } = command
  if (!state) return notThere('P33', actor, provider)
  const subscription = owned(state, provider, command.subscription)
  const named = namedOf(contact)
  const refusals = guard(
    permit('P33', actor, provider.organization),
    related(state, provider),
    [
      ...changeable(subscription),
      ...supportContactRelated.check({ customer: state, contact: named, provider: provider.organization.tenantId }),
    ],
    idle(subscription),
  )
  const kind = named.tenantId === provider.organization.tenantId ? 'provider' : 'reseller'
  return decide<CustomerEvent>(refusals, () =>
    subscription?.support.tenantId === named.tenantId
      ? []
      : ordered(command, { kind: 'supportContact', to: { ...named, kind, since: at } }),
  )
}

/** How many licenses a subscription has altogether: the provider's alone to change (F7). */
export function changeLicenses(
  state: Customer | undefined,
  command: Press & { facts: Pick<SaleFacts, 'provider' | 'offers'>; licenses: number },
): Decision<CustomerEvent> {
  const { actor, facts, licenses } = command
  if (!state) return notThere('P31', actor, facts.provider)
  const subscription = owned(state, facts.provider, command.subscription)
  const offer = facts.offers.find(({ offerId }) => offerId === subscription?.offerId)
  const refusals = guard(
    permit('P31', actor, facts.provider.organization),
    related(state, facts.provider),
    [...changeable(subscription), ...(subscription ? inOffer(licenses, offer) : [])],
    idle(subscription),
  )
  return decide<CustomerEvent>(refusals, () =>
    subscription?.licenses === licenses ? [] : ordered(command, { kind: 'licenses', to: licenses }),
  )
}

const inOffer = (licenses: number, offer: Offer | undefined): readonly Refusal[] =>
  offer ? licensesInRange.check({ licenses, offer }) : [{ code: 'FIELD_CHOICE', field: 'subscription' }]

/** What has to come before the relationship can be removed (D14). */
export function suspendSubscription(
  state: Customer | undefined,
  command: Press & { provider: Seller },
): Decision<CustomerEvent> {
  const { actor, provider } = command
  if (!state) return notThere('P31', actor, provider)
  const subscription = owned(state, provider, command.subscription)
  const may = permit('P31', actor, provider.organization)
  if (subscription?.status === 'suspended') return decide<CustomerEvent>(may, () => [])
  const refusals = guard(may, related(state, provider), changeable(subscription), idle(subscription))
  return decide<CustomerEvent>(refusals, () => ordered(command, { kind: 'suspension' }))
}

const owned = (state: Customer, provider: Seller, id: string): Subscription | undefined =>
  ownedBy(state, provider).find((one) => one.id === id)

const changeable = (subscription: Subscription | undefined): readonly Refusal[] => {
  if (!subscription) return [{ code: 'NOT_FOUND', query: '' }]
  const { status } = subscription
  return status === 'active' || status === 'pending' ? [] : [{ code: 'WRONG_STATE', is: status, needs: ['active'] }]
}

/** One change at a time, so that each meets what it was decided on. */
const idle = (subscription: Subscription | undefined): readonly Refusal[] =>
  subscription?.pending ? [{ code: 'STALE' }] : []

const ordered = ({ actor, at, subscription, key, bulk }: Press, edit: SubscriptionEdit): readonly CustomerEvent[] => [
  {
    type: 'SubscriptionEditOrdered',
    at,
    by: by(actor),
    subscription,
    key,
    edit,
    ...(bulk === undefined ? {} : { bulk }),
  },
]

/** What Partner Center confirmed, as the events it is. */
export function confirmedEdit(subscription: Subscription, at: string): readonly CustomerEvent[] {
  const { id, pending, support, licenses, reseller } = subscription
  if (!pending) return []
  const { edit, by: who }: { edit: SubscriptionEdit; by: By } = pending
  const about = { at, by: who, subscription: id }
  switch (edit.kind) {
    case 'licenses':
      return [{ type: 'LicensesChanged', ...about, from: licenses, to: edit.to }]
    case 'reseller':
      if (!edit.to) return [{ type: 'ResellerRemoved', ...about }]
      return [
        ...(reseller && reseller.tenantId !== edit.to.tenantId
          ? [
              {
                type: 'ResellerReplaced' as const,
                ...about,
                former: { tenantId: reseller.tenantId, name: reseller.name },
              },
            ]
          : []),
        { type: 'ResellerAssociated', ...about, reseller: edit.to },
      ]
    case 'supportContact':
      return [{ type: 'SupportContactChanged', ...about, from: support, to: edit.to }]
    case 'suspension':
      return [{ type: 'SubscriptionSuspended', ...about }]
  }
}
