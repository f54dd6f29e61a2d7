import { customerCard } from '../../cards/customer/customer.ts'
import type { Card } from '../../cards/drawing/render.ts'
import { agreementForm } from '../../cards/enrollment/agreement-form.ts'
import { countryRule } from '../../domain/countries.ts'
import { attestAgreement } from '../../domain/customer/attest-agreement.ts'
import type { Customer } from '../../domain/customer/customer.ts'
import { readHoldings, readSeller } from '../../domain/customer/facts.ts'
import { readAgreement } from '../../domain/customer/read-agreement.ts'
import { removeRelation } from '../../domain/customer/relation.ts'
import type { SeenCustomer } from '../../domain/customer/seen.ts'
import { newId, type TenantId } from '../../domain/ids.ts'
import { permit } from '../../domain/permissions.ts'
import { isFieldRefusal, type Refusal } from '../../domain/refusals.ts'
import { type CompanyCapability, type CompanyTurn, given, type House } from '../capability.ts'
import { notFound, refused } from '../refused.ts'
import { change, mayDo, reasonsOf, seenAgain, withCustomer } from '../seen-customer.ts'

/** A customer's record, unfolded (R89). */
export const customer: CompanyCapability<'customer'> = ({ tenant, from }, turn, house) =>
  withCustomer(tenant, turn, house, (seen) => drawCustomer(seen, turn, house, { from }))

/** *Remove the relationship*: asked in place; what still ties the two is named all at once (D14). */
export const removeCustomer: CompanyCapability<'remove-customer'> = ({ op, tenant }, turn, house) =>
  withCustomer(tenant, turn, house, async () => {
    const key = newId()
    const result = await change(tenant, op, turn, house, async (state) => {
      const [provider, holdings] = await Promise.all([
        readSeller(house, turn.organization.tenantId),
        readHoldings(house, tenant),
      ])
      return removeRelation(state, { ...given(turn), provider, holdings, key })
    })
    if (!result.ok) return customerAfter(tenant, result.error, turn, house)
    return customerNow(tenant, turn, house, { note: turn.words.customers.card.note.removal })
  })

export const openAgreement: CompanyCapability<'agreement-form'> = ({ tenant }, turn, house) =>
  withCustomer(tenant, turn, house, ({ customer }) => {
    const refusals = permit('P30', turn.actor, turn.organization)
    if (refusals.length > 0) return refused(refusals, turn, house)
    return agreementForm(signing(customer, turn), turn.words)
  })

/** The provider attests that the customer accepted the agreement (D15, P30). */
export const attest: CompanyCapability<'attest-agreement'> = ({ op, tenant, ...typed }, turn, house) =>
  withCustomer(tenant, turn, house, async ({ customer }) => {
    const read = readAgreement(typed, customer.country)
    const again = (faults: readonly Refusal[]) =>
      agreementForm({ ...signing(customer, turn), values: typed, faults }, turn.words)
    if (!read.ok) return again(read.error)
    const result = await change(tenant, op, turn, house, async (state) => {
      const provider = await readSeller(house, turn.organization.tenantId)
      return attestAgreement(state, { ...given(turn), provider, ...read.value })
    })
    if (!result.ok)
      return result.error.some(isFieldRefusal) ? again(result.error) : customerAfter(tenant, result.error, turn, house)
    return customerNow(tenant, turn, house, { note: turn.words.customers.card.note.attested })
  })

const signing = ({ tenantId: tenant, name, country }: Customer, { now }: CompanyTurn) => ({
  tenant,
  customer: name,
  timeZone: countryRule(country).timeZone,
  now,
})

type Drawn = { from?: number; note?: string; alerts?: readonly string[] }

/** The customer's card as things stand now. */
async function customerNow(tenant: TenantId, turn: CompanyTurn, house: House, drawn: Drawn = {}): Promise<Card> {
  const seen = await seenAgain(tenant, turn, house)
  return seen ? drawCustomer(seen, turn, house, drawn) : notFound(tenant, turn, house)
}

/** What was refused, on the card of the customer; what a role or a kind of company lacks, by itself. */
export const customerAfter = (
  tenant: TenantId,
  refusals: readonly Refusal[],
  turn: CompanyTurn,
  house: House,
): Promise<Card> =>
  refusals.some(isOfPerson)
    ? refused(refusals, turn, house)
    : customerNow(tenant, turn, house, { alerts: refusals.map(turn.words.refusal) })

/** Not of the customer but of who asks. */
export const isOfPerson = ({ code }: Refusal): boolean => code.startsWith('AUTH_') || code === 'NOT_FOUND'

async function drawCustomer(
  seen: SeenCustomer,
  turn: CompanyTurn,
  house: House,
  { from = 0, ...drawn }: Drawn,
): Promise<Card> {
  const { organization, actor, words } = turn
  const unseen = await unseenPassword(seen, turn, house)
  return customerCard(
    {
      ...(unseen === undefined ? {} : { unseen }),
      company: organization.displayName,
      seen,
      from: from < seen.subscriptions.length ? from : 0,
      may: mayDo(seen, turn),
      reasons: await reasonsOf(seen, turn, house),
      denied: permit('P31', actor, organization),
      ...drawn,
    },
    words,
  )
}

/** The draft of a new customer whose password waits for this person. */
async function unseenPassword(
  { customer, orders }: SeenCustomer,
  { organization, actor }: CompanyTurn,
  { credentials }: House,
): Promise<string | undefined> {
  const made = orders.find(({ draft, owner }) => draft !== undefined && owner === organization.tenantId)
  if (!made) return undefined
  return (await credentials.state(customer.tenantId, actor)) === 'created' ? made.draft : undefined
}
