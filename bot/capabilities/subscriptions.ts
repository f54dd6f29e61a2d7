import { ownerName } from '../../cards/customer/customer.ts'
import { subscriptionCard } from '../../cards/customer/subscription.ts'
import { licensesForm, resellerForm, supportContactForm } from '../../cards/customer/subscription-forms.ts'
import type { Card } from '../../cards/drawing/render.ts'
import { isActive, type Subscription } from '../../domain/customer/customer.ts'
import type { CustomerOrder } from '../../domain/customer/customers.ts'
import {
  associateReseller,
  changeLicenses,
  clearReseller,
  setSupportContact,
  suspendSubscription,
} from '../../domain/customer/edit-subscription.ts'
import { readOffers, readSale, readSeller } from '../../domain/customer/facts.ts'
import type { SeenCustomer } from '../../domain/customer/seen.ts'
import { isGuid, newId, type TenantId } from '../../domain/ids.ts'
import { type Operation, permit } from '../../domain/permissions.ts'
import { isFieldRefusal, type Refusal } from '../../domain/refusals.ts'
import { fail } from '../../domain/result.ts'
import { wholeNumber } from '../../domain/text.ts'
import { type CompanyCapability, type CompanyTurn, given, type House } from '../capability.ts'
import { patiently } from '../patience.ts'
import { notFound, refused } from '../refused.ts'
import { change, creditable, creditedBy, mayDo, reasonsOf, seenAgain, withCustomer } from '../seen-customer.ts'
import { isOfPerson } from './customer.ts'

/** One subscription with what can be changed of it. */
export const subscription: CompanyCapability<'subscription'> = ({ awaited, ...named }, turn, house) =>
  withSubscription(named, turn, house, (found) => drawSubscription(found, turn, house, { awaited }))

const OPERATIONS = { licenses: 'P31', reseller: 'P32', supportContact: 'P33' } as const satisfies Record<
  string,
  Operation
>

export const openSubscriptionForm: CompanyCapability<'subscription-form'> = ({ part, ...named }, turn, house) =>
  withSubscription(named, turn, house, (found) => {
    const refusals = permit(OPERATIONS[part], turn.actor, turn.organization)
    if (refusals.length > 0) return refused(refusals, turn, house)
    if (found.one.pending || found.one.owner !== turn.organization.tenantId) return drawSubscription(found, turn, house)
    return drawForm(part, found, turn, house)
  })

/** How many licenses altogether; refused where somebody else changed their number since. */
export const setLicenses: CompanyCapability<'change-licenses'> = ({ op, licenses, was, ...named }, turn, house) =>
  withSubscription(named, turn, house, async ({ seen }) => {
    const key = newId()
    const wanted = wholeNumber(licenses)
    const result = await change(named.tenant, op, turn, house, async (state) => {
      const now = state?.subscriptions.find(({ id }) => id === named.subscription)
      if (now && now.licenses !== was && now.licenses !== wanted) return fail([{ code: 'STALE' }])
      const facts = await readSale(house, { provider: turn.organization.tenantId }, state ?? seen.customer)
      return changeLicenses(state, { ...given(turn), subscription: named.subscription, key, facts, licenses: wanted })
    })
    return after(result, 'licenses', named, turn, house, { typed: licenses })
  })

/** *Reseller (MPN ID)* of an existing subscription (R92): one of the own partners, by its onboarded location (R90). */
export const setReseller: CompanyCapability<'set-reseller'> = ({ op, resellerMpnId, mpnId, ...named }, turn, house) =>
  withSubscription(named, turn, house, async (found) => {
    const typed = { chosen: resellerMpnId, typed: mpnId }
    const credited = await creditedBy({ resellerMpnId, mpnId }, turn, house)
    const { reseller } = credited
    if (!reseller) {
      const may = permit('P32', turn.actor, turn.organization)
      if (may.length > 0) return refused(may, turn, house)
      const missing: readonly Refusal[] = [{ code: 'FIELD_CHOICE', field: 'resellerMpnId' }]
      const faults = credited.refusals.length > 0 ? credited.refusals : missing
      return drawForm('reseller', found, turn, house, { ...typed, faults })
    }
    const key = newId()
    const result = await change(named.tenant, op, turn, house, async (state) => {
      const facts = await readSale(
        house,
        { provider: turn.organization.tenantId, reseller },
        state ?? found.seen.customer,
      )
      if (!facts.reseller) throw new Error('a reseller that is named is read')
      return associateReseller(state, {
        ...given(turn),
        subscription: named.subscription,
        key,
        facts: { ...facts, reseller: facts.reseller },
        mpnId: credited.mpnId,
      })
    })
    return after(result, 'reseller', named, turn, house, typed)
  })

/** Nobody is credited from then on (R93). */
export const removeReseller: CompanyCapability<'clear-reseller'> = ({ op, ...named }, turn, house) =>
  withSubscription(named, turn, house, async () => {
    const result = await change(named.tenant, op, turn, house, await bySeller(named, turn, house, clearReseller))
    return after(result, 'reseller', named, turn, house)
  })

export const suspendOne: CompanyCapability<'suspend-subscription'> = ({ op, ...named }, turn, house) =>
  withSubscription(named, turn, house, async () => {
    const result = await change(named.tenant, op, turn, house, await bySeller(named, turn, house, suspendSubscription))
    return after(result, 'suspension', named, turn, house)
  })

/** *Designated support contact* (R94, D10): only a company that has to do with the customer is read at all. */
export const setContact: CompanyCapability<'set-support-contact'> = ({ op, supportContact, ...named }, turn, house) =>
  withSubscription(named, turn, house, async (found) => {
    const own = turn.organization.tenantId
    const chosen = isGuid(supportContact) ? (supportContact.toLowerCase() as TenantId) : undefined
    const isKnown = chosen === own || found.seen.relations.some(({ partner }) => partner === chosen)
    if (!chosen || !isKnown) {
      const may = permit('P33', turn.actor, turn.organization)
      if (may.length > 0) return refused(may, turn, house)
      return drawForm('supportContact', found, turn, house, {
        faults: [{ code: 'FIELD_CHOICE', field: 'supportContact' }],
      })
    }
    const key = newId()
    const result = await change(named.tenant, op, turn, house, async (state) => {
      const [provider, contact] = await Promise.all([readSeller(house, own), readSeller(house, chosen)])
      return setSupportContact(state, { ...given(turn), subscription: named.subscription, key, provider, contact })
    })
    return after(result, 'supportContact', named, turn, house)
  })

type Named = { tenant: TenantId; subscription: string }
type Found = { seen: SeenCustomer; one: Subscription }
type Part = keyof typeof OPERATIONS

/** A subscription that the viewer may see; any other is not there. */
const withSubscription = (
  { tenant, subscription: id }: Named,
  turn: CompanyTurn,
  house: House,
  then: (found: Found) => Promise<Card> | Card,
): Promise<Card> =>
  withCustomer(tenant, turn, house, (seen) => {
    const one = seen.subscriptions.find((each) => each.id === id)
    return one ? then({ seen, one }) : notFound(id, turn, house)
  })

/** What needs nothing but the provider and a key, the same on each attempt. */
async function bySeller(
  { subscription: id }: Named,
  turn: CompanyTurn,
  house: House,
  decide: typeof clearReseller,
): Promise<CustomerOrder['decide']> {
  const key = newId()
  return async (state) => {
    const provider = await readSeller(house, turn.organization.tenantId)
    return decide(state, { ...given(turn), subscription: id, key, provider })
  }
}

type Typed = { faults?: readonly Refusal[]; typed?: string; chosen?: string }

/** The card after a change: the form again where something typed is wrong, else what is so now. */
async function after(
  result: Awaited<ReturnType<typeof change>>,
  kind: Part | 'suspension',
  { tenant, subscription: id }: Named,
  turn: CompanyTurn,
  house: House,
  typed: Typed = {},
): Promise<Card> {
  if (!result.ok && result.error.some(isOfPerson)) return refused(result.error, turn, house)
  const isOrdered = result.ok && result.value.events.length > 0
  const seen = isOrdered ? await settled(tenant, id, turn, house) : await seenAgain(tenant, turn, house)
  const one = seen?.subscriptions.find((each) => each.id === id)
  if (!seen || !one) return notFound(id, turn, house)
  if (isOrdered)
    return drawSubscription(
      { seen, one },
      turn,
      house,
      one.pending ? { note: turn.words.customers.card.note[kind] } : { awaited: kind },
    )
  if (result.ok) return drawSubscription({ seen, one }, turn, house)
  const isTyped = kind !== 'suspension' && result.error.some((one) => isFieldRefusal(one) || kind === 'reseller')
  if (isTyped && !one.pending && result.error.every(({ code }) => code !== 'STALE'))
    return drawForm(kind, { seen, one }, turn, house, { ...typed, faults: result.error })
  return drawSubscription({ seen, one }, turn, house, { alerts: result.error.map(turn.words.refusal) })
}

/** Mostly Partner Center answers at once. */
const settled = (tenant: TenantId, id: string, turn: CompanyTurn, house: House) =>
  patiently(
    () => seenAgain(tenant, turn, house),
    (now) => !now?.subscriptions.find((one) => one.id === id)?.pending,
    PAUSES_MS,
  )

const PAUSES_MS = [40, 80, 120, 160, 250]

async function drawForm(
  part: Part,
  { seen: { customer, relations, viewer }, one }: Found,
  turn: CompanyTurn,
  house: House,
  { faults = [], ...typed }: Typed = {},
): Promise<Card> {
  const { organization, words } = turn
  const shared = { tenant: customer.tenantId, customer: customer.name, subscription: one, faults }
  switch (part) {
    case 'licenses': {
      const offers = await readOffers(house, { organization })
      return licensesForm({ ...shared, ...typed, offer: offers.find(({ offerId }) => offerId === one.offerId) }, words)
    }
    case 'reseller':
      return resellerForm({ ...shared, ...typed, resellers: await creditable(turn, house) }, words)
    case 'supportContact': {
      const contacts = relations.filter(
        (each) => isActive(each) && each.role === 'reseller' && each.through === viewer && each.dap === 'granted',
      )
      return supportContactForm({ ...shared, company: organization.displayName, provider: viewer, contacts }, words)
    }
  }
}

async function drawSubscription(
  { seen, one }: Found,
  turn: CompanyTurn,
  house: House,
  more: { note?: string; alerts?: readonly string[]; awaited?: Part | 'suspension' | undefined } = {},
): Promise<Card> {
  const reasons = await reasonsOf(seen, turn, house)
  return subscriptionCard(
    {
      tenant: seen.customer.tenantId,
      customer: seen.customer.name,
      subscription: one,
      viewer: seen.viewer,
      owner: ownerName(seen, one.owner),
      may: mayDo(seen, turn),
      failure: reasons.get(one.id),
      ...more,
    },
    turn.words,
  )
}
