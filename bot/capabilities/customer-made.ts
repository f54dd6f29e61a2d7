import { askProviderForm, providerAsked } from '../../cards/customer/ask-provider.ts'
import {
  customerMade,
  customerPassword,
  type Made,
  passwordGone,
  passwordOnlyByTap,
} from '../../cards/customer/customer-progress.ts'
import type { Card } from '../../cards/drawing/render.ts'
import { by } from '../../domain/actor.ts'
import { askProvider as decideRequest, sendCustomerRequest } from '../../domain/customer/ask-provider.ts'
import type { Customer, Order } from '../../domain/customer/customer.ts'
import { readSale } from '../../domain/customer/facts.ts'
import { creditedBeside } from '../../domain/customer/lines.ts'
import { placed, refusalFor } from '../../domain/customer/outside-codes.ts'
import { retryOrder as decideRetry } from '../../domain/customer/submit-order.ts'
import { texts } from '../../domain/enrollment/read-form.ts'
import { newId } from '../../domain/ids.ts'
import { permit } from '../../domain/permissions.ts'
import type { Refusal } from '../../domain/refusals.ts'
import { type CompanyCapability, type CompanyTurn, given, type House } from '../capability.ts'
import { notFound, refused } from '../refused.ts'
import { ownProviders } from './partners.ts'

/** The confirmation, with what became of the order since. */
export async function drawMade(made: Made, turn: CompanyTurn, house: House): Promise<Card> {
  const { actor, organization, words } = turn
  const [credential, customer] = await Promise.all([
    house.credentials.state(made.customer, actor),
    made.orderFailure === undefined ? undefined : house.customers.find(made.customer),
  ])
  const order = customer && lastOrder(customer, made.id)
  return customerMade(
    {
      customer: made,
      credential,
      ...(made.submittedBy.kind === 'person' ? { submitter: made.submittedBy.name } : {}),
      ...(order ? { order: await outcomeOf(order, made, turn, house) } : {}),
      mayOrder: permit('P31', actor, organization).length === 0,
    },
    words,
  )
}

/** The first order, or the last one that repeats it. */
function lastOrder({ orders }: Customer, id: string): Order | undefined {
  const first = orders.find((order) => order.id === id)
  const next = first && orders.find((order) => order.repeats === first.id)
  return next ? lastOrder({ orders } as Customer, next.id) : first
}

async function outcomeOf(
  { state, failure = '' }: Order,
  { details, reseller, providerName }: Made,
  { organization }: CompanyTurn,
  { organizations }: House,
): Promise<{ state: 'failed'; why: Refusal } | { state: 'again' | 'confirmed' }> {
  if (state !== 'failed') return { state: state === 'submitted' ? 'again' : 'confirmed' }
  const named = reseller && (await organizations.find(reseller.tenantId))
  const why = refusalFor(failure, {
    provider: placed({ name: providerName, country: organization.country }),
    customer: placed({ name: details.companyName, country: details.address.country }),
    ...(named ? { reseller: placed({ name: named.displayName, country: named.country }) } : {}),
  })
  return { state: 'failed', why }
}

/** The order once more, under new keys; what refused it may be mended by now. */
export const retryOrder: CompanyCapability<'retry-order'> = (tap, turn, house) =>
  withMade(tap.draft, 'P31', turn, house, async (made) => {
    const { tenantId: provider } = turn.organization
    const customer = await house.customers.find(made.customer)
    const failed = customer && lastOrder(customer, made.id)
    if (!customer || !failed) return notFound(tap.draft, turn, house)
    const keys = { id: newId(), key: newId() }
    const result = await house.customers.execute(made.customer, {
      by: by(turn.actor),
      correlationId: turn.correlationId,
      op: tap.op,
      decide: async (state) => {
        const reseller = failed.reseller?.tenantId
        const named = { provider, reseller, credited: creditedBeside(failed.lines, reseller) }
        const facts = await readSale(house, named, state ?? customer)
        return decideRetry(state, { ...given(turn), ...keys, facts, order: failed.id })
      },
    })
    return result.ok ? drawMade(made, turn, house) : refused(result.error, turn, house)
  })

/** The one look at the password: its submitter's alone, as the answer to a tap that stands in no message (R59, P47). */
export const revealPassword: CompanyCapability<'reveal-password'> = ({ draft }, turn, house) =>
  withMade(draft, 'P47', turn, house, async (made) => {
    const named = { draft, customer: made.details.companyName }
    if (!turn.inBody) return passwordOnlyByTap(named, turn.words)
    const shown = await house.credentials.reveal(made.customer, turn.actor)
    if (shown.ok) return customerPassword({ ...named, ...shown.value }, turn.words)
    const isOver = shown.error.some(({ code }) => code === 'SEC_ALREADY_SHOWN')
    return isOver ? passwordGone(named, turn.words) : drawMade(made, turn, house)
  })

/** *Done*: noted down, and nothing is kept any more. */
export const passwordNoted: CompanyCapability<'password-noted'> = ({ draft }, turn, house) =>
  withMade(draft, 'P47', turn, house, async (made) => {
    const done = await house.credentials.acknowledge(made.customer, turn.actor)
    if (!done.ok) return drawMade(made, turn, house)
    const state = await house.credentials.state(made.customer, turn.actor)
    return state === 'acknowledged'
      ? passwordGone({ draft, customer: made.details.companyName, isNoted: true }, turn.words)
      : drawMade(made, turn, house)
  })

/** *Ask my provider* (R65, P54): a card to everybody there who may add customers. */
export const askProvider: CompanyCapability<'ask-provider'> = async ({ op, company, companyName }, turn, house) => {
  const { organization, actor, correlationId, words } = turn
  const may = permit('P54', actor, organization)
  if (may.length > 0) return refused(may, turn, house)
  const [{ companyName: customer }, faults] = texts({ companyName })
  const providers = await ownProviders(organization, house)
  const values = { provider: company, companyName }
  const view = { company: organization.displayName, providers, refusals: [CANNOT] }
  const partnership = company && (await house.partnerships.find(company, organization.tenantId))
  const provider = partnership && partnership.status !== 'none' ? await house.organizations.find(company) : undefined
  if (!provider || !partnership || faults.length > 0)
    return askProviderForm(
      {
        ...view,
        values,
        faults: [...faults, ...(provider ? [] : [{ code: 'FIELD_CHOICE', field: 'company' } as const])],
      },
      words,
    )
  const result = await sendCustomerRequest(house, {
    reseller: organization.tenantId,
    provider: provider.tenantId,
    by: by(actor),
    correlationId,
    op,
    decide: async (state) =>
      decideRequest(state, {
        ...given(turn),
        reseller: organization,
        provider,
        partnership: await house.partnerships.find(provider.tenantId, organization.tenantId),
        customer,
      }),
  })
  return result.ok
    ? providerAsked({ company: organization.displayName, provider: provider.displayName }, words)
    : refused(result.error, turn, house)
}

const CANNOT: Refusal = { code: 'CUS_IR_CANNOT_CREATE' }

async function withMade(
  draft: string,
  operation: 'P31' | 'P47',
  turn: CompanyTurn,
  house: House,
  then: (made: Made) => Promise<Card>,
): Promise<Card> {
  const may = permit(operation, turn.actor, turn.organization)
  if (may.length > 0) return refused(may, turn, house)
  const found = await house.newCustomers.find(turn.organization.tenantId, draft)
  return found?.state === 'active' ? then(found) : notFound(draft, turn, house)
}
