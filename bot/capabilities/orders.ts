import { type OrderLineTyped, orderCard, orderForm, orderReview, ordersCard } from '../../cards/customer/order.ts'
import type { Card } from '../../cards/drawing/render.ts'
import { type Customer, type Order, ownRelation, type Subscription } from '../../domain/customer/customer.ts'
import { readOffers, readSale } from '../../domain/customer/facts.ts'
import { creditedBeside, type LineInput } from '../../domain/customer/lines.ts'
import { offersPage } from '../../domain/customer/offers.ts'
import type { SeenCustomer } from '../../domain/customer/seen.ts'
import { retryOrder, submitOrder } from '../../domain/customer/submit-order.ts'
import { newId, type TenantId } from '../../domain/ids.ts'
import { permit } from '../../domain/permissions.ts'
import type { Refusal } from '../../domain/refusals.ts'
import { directCustomersOnly, providerRelated } from '../../domain/rules/customer.ts'
import { guard } from '../../domain/rules/rule.ts'
import { wholeNumber } from '../../domain/text.ts'
import { type CompanyCapability, type CompanyTurn, given, type House } from '../capability.ts'
import { notFound, refused } from '../refused.ts'
import { change, creditable, creditedBy, mayDo, reasonsOf, seenAgain, withCustomer } from '../seen-customer.ts'
import { customerAfter, isOfPerson } from './customer.ts'

/** *Add subscription*, or the upgrade of one (F7): for whoever sells there (R53, R83). */
export const openOrder: CompanyCapability<'order-form'> = (at, turn, house) =>
  withSeller(at.tenant, turn, house, (seen) => {
    const { tenant, upgrades, offerName, from, ...typed } = at
    const isFresh = Object.values(typed).every((text) => text === '')
    const finding = { name: offerName, from }
    return drawForm(seen, upgrades, turn, house, { ...(isFresh ? {} : { typed }), finding })
  })

/** *Next: Review*: every guard runs, and nothing is ordered. */
export const reviewOrder: CompanyCapability<'review-order'> = ({ tenant, upgrades, ...typed }, turn, house) =>
  withSeller(tenant, turn, house, async (seen) => {
    const read = await readLine(typed, upgrades, seen, turn, house)
    const keys = { id: newId(), key: newId() }
    const decided = read.refusals.length > 0 ? undefined : await decideOrder(seen.customer, read, keys, turn, house)
    const faults = read.refusals.length > 0 ? read.refusals : decided && !decided.ok ? decided.error : []
    if (faults.length > 0) return again(seen, upgrades, { typed, faults }, turn, house)
    const offers = await readOffers(house, turn)
    const offer = offers.find(({ offerId }) => offerId === typed.subscription)
    if (!offer) return drawForm(seen, upgrades, turn, house, { typed })
    const named = read.reseller ? await house.organizations.find(read.reseller) : undefined
    return orderReview(
      {
        tenant,
        customer: seen.customer.name,
        offer,
        licenses: read.line.licenses,
        upgrades: read.upgraded,
        ...(named?.mpnId
          ? { reseller: { tenantId: named.tenantId, name: named.displayName, mpnId: named.mpnId } }
          : {}),
        isDirect: isDirectOf(seen.customer, turn),
        values: typed,
      },
      turn.words,
    )
  })

/** *Submit*: ordered once, whatever becomes of the answer; what comes of it is told (SM9). */
export const submit: CompanyCapability<'submit-order'> = ({ op, tenant, upgrades, ...typed }, turn, house) =>
  withSeller(tenant, turn, house, async (seen) => {
    const read = await readLine(typed, upgrades, seen, turn, house)
    if (read.refusals.length > 0) return again(seen, upgrades, { typed, faults: read.refusals }, turn, house)
    // Named by the press, so that the same press leads to the same order.
    const keys = { id: `press-${op}`, key: newId() }
    const result = await change(tenant, op, turn, house, (state) => decideOrder(state, read, keys, turn, house, seen))
    if (!result.ok) return again(seen, upgrades, { typed, faults: result.error }, turn, house)
    return orderNow(tenant, keys.id, turn, house)
  })

export const order: CompanyCapability<'order'> = ({ tenant, order: id }, turn, house) =>
  withCustomer(tenant, turn, house, (seen) => drawOrder(seen, id, turn, house))

export const orders: CompanyCapability<'orders'> = ({ tenant, from = 0 }, turn, house) =>
  withCustomer(tenant, turn, house, async (seen) =>
    ordersCard(
      {
        tenant,
        customer: seen.customer.name,
        orders: seen.orders,
        from: from < seen.orders.length ? from : 0,
        reasons: await reasonsOf(seen, turn, house),
      },
      turn.words,
    ),
  )

/** A refused order once more; what refused it may be mended by now. */
export const repeatOrder: CompanyCapability<'repeat-order'> = ({ op, tenant, order: id }, turn, house) =>
  withCustomer(tenant, turn, house, async (seen) => {
    const failed = seen.orders.find((one) => one.id === id)
    if (!failed) return notFound(id, turn, house)
    const keys = { id: `press-${op}`, key: newId() }
    const result = await change(tenant, op, turn, house, async (state) => {
      const reseller = failed.reseller?.tenantId
      const credited = creditedBeside(failed.lines, reseller)
      const partners = { provider: turn.organization.tenantId, reseller, credited }
      const facts = await readSale(house, partners, state ?? seen.customer)
      return retryOrder(state, { ...given(turn), ...keys, facts, order: id })
    })
    if (!result.ok) return customerAfter(tenant, result.error, turn, house)
    const latest = result.value.state.customer?.orders.findLast((one) => one.repeats === id)
    return orderNow(tenant, latest?.id ?? id, turn, house)
  })

/** Whoever may order there; others are told why not (R83, R84). */
const withSeller = (
  tenant: TenantId,
  turn: CompanyTurn,
  house: House,
  then: (seen: SeenCustomer) => Promise<Card>,
): Promise<Card> =>
  withCustomer(tenant, turn, house, (seen) => {
    const { organization, actor } = turn
    const refusals = guard(
      directCustomersOnly.check({ organization, customer: seen.customer }),
      permit('P31', actor, organization),
      providerRelated.check({
        isRelated: seen.standing === 'seller',
        provider: organization.displayName,
        customer: seen.customer.name,
      }),
    )
    return refusals.length > 0 ? refused(refusals, turn, house) : then(seen)
  })

type Read = {
  line: LineInput
  reseller?: TenantId
  mpnId?: string
  upgraded?: Subscription
  refusals: readonly Refusal[]
}

async function readLine(
  { subscription: offerId, licenses, ...credit }: OrderLineTyped,
  upgrades: string | undefined,
  { subscriptions }: SeenCustomer,
  turn: CompanyTurn,
  house: House,
): Promise<Read> {
  const upgraded = subscriptions.find(({ id }) => id === upgrades)
  const { refusals, ...credited } = upgrades === undefined ? await creditedBy(credit, turn, house) : { refusals: [] }
  return {
    line: {
      action: upgrades === undefined ? 'new' : 'upgrade',
      offerId,
      licenses: wholeNumber(licenses),
      ...(upgrades === undefined ? {} : { subscription: upgrades }),
    },
    ...credited,
    ...(upgraded ? { upgraded } : {}),
    refusals: upgrades !== undefined && !upgraded ? [{ code: 'NOT_FOUND', query: upgrades }] : refusals,
  }
}

/** The command with its facts as they are now. */
async function decideOrder(
  state: Customer | undefined,
  { line, reseller, mpnId }: Read,
  keys: { id: string; key: string },
  turn: CompanyTurn,
  house: House,
  seen?: SeenCustomer,
) {
  const customer = state ?? seen?.customer
  if (!customer) throw new Error('a customer that was seen stays')
  const facts = await readSale(house, { provider: turn.organization.tenantId, reseller }, customer)
  return submitOrder(state, { ...given(turn), ...keys, facts, lines: [line], mpnId })
}

/** The form with what was refused; what a person lacks is said by itself. */
const again = (
  seen: SeenCustomer,
  upgrades: string | undefined,
  { typed, faults }: { typed: OrderLineTyped; faults: readonly Refusal[] },
  turn: CompanyTurn,
  house: House,
): Promise<Card> =>
  faults.some((one) => isOfPerson(one) && one.code !== 'NOT_FOUND')
    ? refused(faults, turn, house)
    : drawForm(seen, upgrades, turn, house, { typed, faults })

type Again = {
  typed?: OrderLineTyped
  faults?: readonly Refusal[]
  /** Which part of the catalogue is looked at. */
  finding?: { name: string; from: number }
}

async function drawForm(
  { customer, subscriptions }: SeenCustomer,
  upgrades: string | undefined,
  turn: CompanyTurn,
  house: House,
  { typed, faults = [], finding }: Again = {},
): Promise<Card> {
  const upgraded = subscriptions.find(({ id }) => id === upgrades)
  if (upgrades !== undefined && upgraded?.owner !== turn.organization.tenantId) return notFound(upgrades, turn, house)
  const [offers, resellers] = await Promise.all([readOffers(house, turn), upgraded ? [] : creditable(turn, house)])
  return orderForm(
    {
      tenant: customer.tenantId,
      customer: customer.name,
      page: offersPage(
        upgraded ? offers.filter(({ offerId, azure }) => offerId !== upgraded.offerId && !azure) : offers,
        { ...finding, chosen: typed?.subscription },
      ),
      upgrades: upgraded,
      resellers,
      isDirect: isDirectOf(customer, turn),
      ...(typed ? { values: typed } : {}),
      faults,
    },
    turn.words,
  )
}

/** Whom the company bills itself; resellers are for a provider's customers (P29, F25). */
const isDirectOf = (customer: Customer, { organization }: CompanyTurn): boolean =>
  ownRelation(customer, organization.tenantId)?.role === 'direct'

async function orderNow(tenant: TenantId, id: string, turn: CompanyTurn, house: House): Promise<Card> {
  const seen = await seenAgain(tenant, turn, house)
  return seen ? drawOrder(seen, id, turn, house) : notFound(tenant, turn, house)
}

async function drawOrder(seen: SeenCustomer, id: string, turn: CompanyTurn, house: House): Promise<Card> {
  const found = seen.orders.find((one) => one.id === id)
  if (!found) return notFound(id, turn, house)
  const reasons = await reasonsOf(seen, turn, house)
  return orderCard(
    {
      tenant: seen.customer.tenantId,
      customer: seen.customer.name,
      order: found,
      why: reasons.get(found.id),
      own: found.owner === seen.viewer,
      mayRetry: found.owner === seen.viewer && mayDo(seen, turn).order,
      repeated: isRepeated(seen.customer, found),
    },
    turn.words,
  )
}

const isRepeated = ({ orders }: Customer, { id }: Order): boolean =>
  orders.some(({ repeats, state }) => repeats === id && state !== 'failed')
