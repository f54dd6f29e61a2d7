import { type Actor, by } from '../actor.ts'
import { type Decision, decide, type Given } from '../decision.ts'
import { type Operation, permit } from '../permissions.ts'
import type { Refusal } from '../refusals.ts'
import { customerAgreed, directCustomersOnly, notRestricted, providerRelated } from '../rules/customer.ts'
import { notSuspended } from '../rules/organization.ts'
import { guard } from '../rules/rule.ts'
import {
  type Customer,
  type CustomerEvent,
  type Order,
  type OrderLine,
  ownRelation,
  type Subscription,
} from './customer.ts'
import { asked, type LineInput, lineRefusals, linesOf, locationRefusals, recordedCreditRefusals } from './lines.ts'
import { mpaLevel, pairLevel, regionLevel, resellerLevel, type SaleFacts, type Seller, sameReseller } from './sale.ts'
import { namedOf } from './start.ts'

/** One id for the record and one key for Partner Center, the same on every attempt. */
type OrderKeys = { id: string; key: string }

export type SubmitOrder = Given &
  OrderKeys & {
    facts: SaleFacts
    lines: readonly LineInput[]
    /** As typed; the reseller's own when left out (R90). */
    mpnId?: string | undefined
  }

/**
 * *Add subscription*, additional licenses, an upgrade (F7): the provider orders for a customer that it has a relationship
 * with (R53). A reseller is credited where one is named; without one nobody is (R93, F12).
 */
export function submitOrder(state: Customer | undefined, command: SubmitOrder): Decision<CustomerEvent> {
  const { actor, at, id, facts, lines, mpnId } = command
  if (!state) return notThere('P31', actor, facts.provider)
  if (state.orders.some((order) => order.id === id)) return decide<CustomerEvent>([], () => [])
  const refusals = guard(
    ...orderLevels(state, command),
    [
      ...customerAgreed.check({ agreement: state.agreement }),
      ...lineRefusals(lines, facts.offers, ownedBy(state, facts.provider)),
      ...locationRefusals(facts.reseller, mpnId),
    ],
    staying(state, facts.provider),
  )
  return decide<CustomerEvent>(refusals, () => {
    const resellerMpnId = facts.reseller?.organization.mpnId
    const ordered = linesOf(lines, facts.offers, () => (resellerMpnId ? { resellerMpnId } : undefined))
    return [{ type: 'OrderSubmitted', at, by: by(actor), order: orderOf(command, ordered) }]
  })
}

/** A failed order once more, as it was, under new keys; what refused it may be mended by now. */
export function retryOrder(
  state: Customer | undefined,
  command: Given & OrderKeys & { facts: SaleFacts; order: string },
): Decision<CustomerEvent> {
  const { actor, at, facts, order: failedId } = command
  if (!state) return notThere('P31', actor, facts.provider)
  const failed = state.orders.find((order) => order.id === failedId)
  const repeated = state.orders.some((order) => order.repeats === failedId && order.state !== 'failed')
  if (repeated) return decide<CustomerEvent>(permit('P31', actor, facts.provider.organization), () => [])
  const isFailed = failed?.state === 'failed' && failed.owner === facts.provider.organization.tenantId
  const refusals = guard(
    ...orderLevels(state, { ...command, lines: failed?.lines ?? [] }),
    isFailed ? [] : [{ code: 'STALE' }],
    failed
      ? [
          ...customerAgreed.check({ agreement: state.agreement }),
          ...lineRefusals(asked(failed.lines), facts.offers, ownedBy(state, facts.provider)),
          ...recordedCreditRefusals(failed.lines, facts),
        ]
      : [],
    [...staying(state, facts.provider), ...sameReseller(failed?.reseller, facts)],
  )
  return decide<CustomerEvent>(refusals, () =>
    failed
      ? [
          {
            type: 'OrderSubmitted',
            at,
            by: by(actor),
            order: { ...orderOf(command, failed.lines), repeats: failed.id },
          },
        ]
      : [],
  )
}

/** Kind and role, the own state, then everything about a sale to this customer (F41). */
const orderLevels = (
  state: Customer,
  { actor, facts, lines }: Pick<SubmitOrder, 'actor' | 'facts'> & { lines: readonly Pick<LineInput, 'action'>[] },
): readonly (readonly Refusal[])[] => {
  const { organization } = facts.provider
  return [
    permit('P31', actor, organization),
    directCustomersOnly.check({ organization, customer: state }),
    [...notSuspended.check({ organization }), ...newBusiness(lines, facts.provider)],
    resellerLevel(facts),
    [...pairLevel(facts), ...related(state, facts.provider)],
    regionLevel(facts),
    mpaLevel(facts),
  ]
}

/** A restricted direct-bill partner adjusts what it has and buys nothing new (D17). */
const newBusiness = (lines: readonly Pick<LineInput, 'action'>[], { organization }: Seller): readonly Refusal[] =>
  lines.some(({ action }) => action === 'new') ? notRestricted.check({ organization }) : []

/** Another partner's subscription of the same customer is none of this one's (isolation rule, R102). */
export const ownedBy = ({ subscriptions }: Customer, { organization }: Seller): readonly Subscription[] =>
  subscriptions.filter(({ owner }) => owner === organization.tenantId)

/** Nothing is ordered for a customer that is being left. */
const staying = (state: Customer, { organization }: Seller): readonly Refusal[] =>
  ownRelation(state, organization.tenantId)?.removal ? [{ code: 'STALE' }] : []

const orderOf = ({ actor, at, id, key, facts }: OrderPress, lines: readonly OrderLine[]): Order => {
  const { provider, reseller } = facts
  const { tenantId } = reseller?.organization ?? {}
  const mpnId = lines.find(
    (line) => line.resellerMpnId && (!line.reseller || line.reseller.tenantId === tenantId),
  )?.resellerMpnId
  return {
    id,
    key,
    state: 'submitted',
    owner: provider.organization.tenantId,
    lines,
    ...(reseller && mpnId ? { reseller: { ...namedOf(reseller), mpnId } } : {}),
    submittedBy: by(actor),
    submittedAt: at,
  }
}

type OrderPress = Given & OrderKeys & { facts: SaleFacts }

/** Whoever may order learns of an unknown customer no more than that it is unknown. */
export const notThere = (operation: Operation, actor: Actor, { organization }: Seller): Decision<CustomerEvent> =>
  decide<CustomerEvent>(guard(permit(operation, actor, organization), [{ code: 'NOT_FOUND', query: '' }]), () => [])

/** The provider's own relationship with the customer (R53, F11). */
export const related = (state: Customer, { organization }: Seller): readonly Refusal[] =>
  providerRelated.check({
    isRelated: ownRelation(state, organization.tenantId) !== undefined,
    provider: organization.displayName,
    customer: state.name,
  })
