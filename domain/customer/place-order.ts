import { type By, system } from '../actor.ts'
import type { Clock } from '../clock.ts'
import type { TenantId } from '../ids.ts'
import { type OrderedSubscription, OutsideRefused, type PartnerCenter } from '../ports.ts'
import { ok } from '../result.ts'
import type { Customer, CustomerEvent, Order, OrderLine, ResellerOfRecord, Subscription } from './customer.ts'
import type { Customers } from './customers.ts'

export type PlacingDeps = { customers: Customers; partnerCenter: Pick<PartnerCenter, 'placeOrder'>; clock: Clock }

/**
 * Places a submitted order with Partner Center and records what came of it (SM9). Asked again, after a crash or a lost
 * reply, it asks under the same key: nothing is ordered twice.
 * @throws OutsideUnavailable to be asked again
 */
export async function placeOrder(
  { customers, partnerCenter, clock }: PlacingDeps,
  customer: TenantId,
  id: string,
  correlationId: string,
): Promise<void> {
  const state = await customers.find(customer)
  const order = state && submitted(state, id)
  if (!order) return
  const { key, owner, lines } = order
  const outcome = await partnerCenter.placeOrder({ key, customer, owner, lines }).catch((fault: unknown) => {
    if (fault instanceof OutsideRefused) return fault
    throw fault
  })
  await customers.execute(customer, {
    by: system,
    correlationId,
    decide: (now) => {
      const still = now && submitted(now, id)
      const at = clock.now()
      if (!still) return ok([])
      return ok<readonly CustomerEvent[]>([
        outcome instanceof OutsideRefused
          ? { type: 'OrderFailed', at, by: system, order: id, code: outcome.reason }
          : {
              type: 'OrderConfirmed',
              at,
              by: system,
              order: id,
              subscriptions: bought(now, still, outcome.subscriptions, at),
            },
      ])
    },
  })
}

const submitted = ({ orders }: Customer, id: string): Order | undefined =>
  orders.find((order) => order.id === id && order.state === 'submitted')

/** One subscription for each line, in their order: a new one, or the one that the line names as it is now. */
const bought = (
  state: Customer,
  order: Order,
  placed: readonly OrderedSubscription[],
  at: string,
): readonly Subscription[] =>
  order.lines.flatMap((line, n) => {
    const made = placed[n]
    if (!made) return []
    const before = state.subscriptions.find(({ id }) => id === (line.subscription ?? made.id))
    const { offerId, offerName, azure } = line
    if (before) return [{ ...before, offerId, offerName, azure, licenses: made.licenses }]
    return [fresh(state, order, line, made, at)]
  })

function fresh(
  state: Customer,
  order: Order,
  line: OrderLine,
  { id, licenses }: OrderedSubscription,
  at: string,
): Subscription {
  const { offerId, offerName, azure } = line
  const own = state.relations.find((one) => one.partner === order.owner && one.role !== 'reseller')
  const who: By = order.submittedBy
  const credited = creditOf(line, order)
  return {
    id,
    offerId,
    offerName,
    azure,
    licenses,
    status: 'active',
    owner: order.owner,
    billing: own?.role === 'direct' ? 'direct' : 'provider',
    orderId: order.id,
    since: at,
    ...(credited ? { reseller: { ...credited, since: at, by: who } } : {}),
    // The provider until somebody else is named (D10, R115).
    support: { tenantId: order.owner, name: own?.partnerName ?? '', kind: 'provider', since: at },
  }
}

/** Who becomes reseller of record of a line: the one that it names, else the order's (R92). */
const creditOf = (
  { resellerMpnId: mpnId, reseller }: OrderLine,
  order: Pick<Order, 'reseller'>,
): Omit<ResellerOfRecord, 'since' | 'by'> | undefined => {
  if (mpnId === undefined) return undefined
  return reseller ? { ...reseller, mpnId } : order.reseller
}
