import { customerDiscarded, customerDrafts } from '../../cards/customer/customer-drafts.ts'
import { MOST_LINES, NOBODY } from '../../cards/customer/customer-lines.ts'
import { discardNewCustomer } from '../../domain/customer/discard.ts'
import { readDomain, readNewSale, readReseller, readSeller } from '../../domain/customer/facts.ts'
import { creditedBeside } from '../../domain/customer/lines.ts'
import { unfinishedCustomers } from '../../domain/customer/lists.ts'
import type { NewCustomer } from '../../domain/customer/new-customer.ts'
import { partnersLevels } from '../../domain/customer/sale.ts'
import { saveLines } from '../../domain/customer/save-lines.ts'
import { mayAddCustomers } from '../../domain/customer/start.ts'
import { submitNewCustomer } from '../../domain/customer/submit.ts'
import { newId, type TenantId } from '../../domain/ids.ts'
import type { Refusal } from '../../domain/refusals.ts'
import { onboardedLocation } from '../../domain/rules/customer.ts'
import { guard } from '../../domain/rules/rule.ts'
import { clean, wholeNumber } from '../../domain/text.ts'
import { type CompanyCapability, type CompanyTurn, given, type House } from '../capability.ts'
import { patiently } from '../patience.ts'
import { notFound, refused } from '../refused.ts'
import { creditedBy } from '../seen-customer.ts'
import { drawCustomer, drawDetails, drawLines, drawReview } from './customer-forms.ts'
import { cannotAdd, change, findDraft, isKnown, shown } from './customer-turn.ts'

/** *Add new customer*: the empty form, with the reseller whose row it was pressed in (R56). */
export const addCustomer: CompanyCapability<'add-customer'> = async ({ reseller }, turn, house) => {
  const { organization } = turn
  const may = mayAddCustomers(organization, turn)
  if (may.length > 0) return cannotAdd(may, turn, house)
  if (reseller && !(await isKnown(reseller, turn, house))) return notFound(reseller, turn, house)
  const provider = await readSeller(house, organization.tenantId)
  const named = reseller && (await readReseller(house, organization.tenantId, reseller))
  const refusals = guard(...partnersLevels(provider, named || undefined))
  if (refusals.length > 0) return refused(refusals, turn, house)
  return drawDetails({ id: newId(), rev: 0 }, turn, house, { fixed: reseller, values: { reseller } })
}

/** What was begun and not finished, by whomever of the company. */
export const newCustomers: CompanyCapability<'new-customers'> = async ({ after }, turn, house) => {
  const { organization, words } = turn
  const may = mayAddCustomers(organization, turn)
  if (may.length > 0) return cannotAdd(may, turn, house)
  const { items, next } = await unfinishedCustomers(house.store, organization.tenantId, {
    limit: 10,
    ...(after === undefined ? {} : { after }),
  })
  const rows = items.map(({ body }) => body)
  return customerDrafts({ company: organization.displayName, rows, ...(next === undefined ? {} : { next }) }, words)
}

/** Where one stands; an earlier step of it while it is open. */
export const newCustomer: CompanyCapability<'new-customer'> = async ({ draft, step }, turn, house) => {
  const customer = await findDraft(draft, turn, house)
  if (!('state' in customer)) return cannotAdd(customer.refusals, turn, house)
  const isOpen = customer.state === 'selecting' || customer.state === 'reviewing'
  if (isOpen && step === 'details') return drawDetails(customer, turn, house)
  if (isOpen && step === 'lines') return drawLines(customer, turn, house)
  return drawCustomer(customer, turn, house)
}

/** *Next: Review* and *Add subscription*: what is chosen is kept with each press (R57); *Search* only looks on. */
export const saveCustomerLines: CompanyCapability<'save-lines'> = async (typed, turn, house) => {
  const found = await findDraft(typed.draft, turn, house)
  if (!('state' in found)) return cannotAdd(found.refusals, turn, house)
  if (found.state !== 'selecting' && found.state !== 'reviewing') return drawCustomer(found, turn, house)
  const { without, licenses, next, offerName, from } = typed
  const subscription = typed.subscription === NOBODY ? '' : typed.subscription
  const values = { subscription, licenses, resellerMpnId: typed.resellerMpnId }
  const kept = typed.lines.slice(0, MOST_LINES).filter((_, at) => at !== without)
  if (next === 'find') return drawLines(found, turn, house, { values, lines: kept, finding: { name: offerName, from } })
  const isEmpty =
    without !== undefined ||
    kept.length === MOST_LINES ||
    (subscription === '' && clean(licenses) === '' && next === 'review')
  const credit = isEmpty ? NO_CREDIT : await creditFor(typed.resellerMpnId, found, turn, house)
  const lines = isEmpty
    ? kept
    : [...kept, { offerId: subscription, licenses: wholeNumber(licenses), reseller: credit.reseller }]
  if (lines.length === 0 && without !== undefined) return drawLines(found, turn, house, { lines })
  const refusals = [...credit.refusals, ...(await strangers(lines, found, turn, house))]
  const result =
    refusals.length > 0
      ? { ok: false as const, error: refusals }
      : await change(typed.draft, typed.op, turn, house, async (state) => {
          const details = state && 'details' in state ? state.details : found.details
          const reseller = state?.reseller?.tenantId
          const credited = creditedBeside(lines, reseller)
          const facts = await readNewSale(house, { provider: turn.organization.tenantId, reseller, credited }, details)
          return saveLines(state, { ...given(turn), facts, lines, withReseller: false, seen: typed.rev })
        })
  if (result.ok) {
    const state = result.value.state.draft
    const isGoingOn = next === 'more' && (state?.state === 'selecting' || state?.state === 'reviewing')
    return isGoingOn ? drawLines(state, turn, house) : shown(state, typed.draft, turn, house)
  }
  const now = await house.newCustomers.find(turn.organization.tenantId, typed.draft)
  if (!now || (now.state !== 'selecting' && now.state !== 'reviewing')) return shown(now, typed.draft, turn, house)
  const finding = { name: offerName, from: 0 }
  return drawLines(now, turn, house, { values, lines: kept, finding, faults: result.error })
}

type Choosing = Extract<NewCustomer, { state: 'selecting' | 'reviewing' }>

const NO_CREDIT: { reseller: TenantId | null; refusals: readonly Refusal[] } = { reseller: null, refusals: [] }

/**
 * Who is credited for one subscription: any of the own resellers, by the location that it was onboarded with (R90; S1 Add
 * new subscriptions 4). Left out, it is the account's.
 */
async function creditFor(
  typed: string,
  { reseller, direct }: Choosing,
  turn: CompanyTurn,
  house: House,
): Promise<typeof NO_CREDIT> {
  if (direct || typed === NOBODY) return NO_CREDIT
  if (clean(typed) === '') return { reseller: reseller?.tenantId ?? null, refusals: [] }
  const found = await creditedBy({ resellerMpnId: typed, mpnId: '' }, turn, house)
  const company = found.reseller ?? (found.mpnId === undefined ? undefined : reseller?.tenantId)
  if (!company) return { reseller: null, refusals: found.refusals }
  const onboarded = (await house.organizations.find(company))?.mpnId
  const mpnId = found.mpnId ?? onboarded ?? ''
  return { reseller: company, refusals: onboardedLocation.check({ mpnId, onboarded }) }
}

/** A line names none but the own resellers; of any other company nothing is told. */
async function strangers(
  lines: readonly { reseller: TenantId | null }[],
  { reseller }: Choosing,
  turn: CompanyTurn,
  house: House,
): Promise<readonly Refusal[]> {
  const others = creditedBeside(lines, reseller?.tenantId)
  const known = await Promise.all(others.map((one) => isKnown(one, turn, house)))
  return known.every(Boolean) ? [] : [{ code: 'FIELD_CHOICE', field: 'resellerMpnId' }]
}

/** *Submit*: every guard once more; the steps outside then go on by themselves (SM7). */
export const submitCustomer: CompanyCapability<'submit-customer'> = async ({ op, draft, rev }, turn, house) => {
  const found = await findDraft(draft, turn, house)
  if (!('state' in found)) return cannotAdd(found.refusals, turn, house)
  const { tenantId: provider } = turn.organization
  const keys = { tenant: newId(), order: newId() }
  const result = await change(draft, op, turn, house, async (state) => {
    const details = state && 'details' in state ? state.details : undefined
    if (!state || !details) return { ok: false, error: [{ code: 'STALE' }] }
    const reseller = state.reseller?.tenantId
    const credited = creditedBeside('lines' in state ? (state.lines ?? []) : [], reseller)
    const [facts, domain] = await Promise.all([
      readNewSale(house, { provider, reseller, credited }, details),
      readDomain(house, { provider, id: draft }, details),
    ])
    return submitNewCustomer(state, { ...given(turn), facts, keys, seen: rev, ...domain })
  })
  const now = result.ok ? await settled(draft, turn, house) : await house.newCustomers.find(provider, draft)
  if (!result.ok && now?.state === 'reviewing') return drawReview(now, turn, result.error)
  return shown(now, draft, turn, house)
}

/** *Cancel*: everything that was entered is dropped (R58). */
export const cancelCustomer: CompanyCapability<'cancel-customer'> = async ({ op, draft }, turn, house) => {
  const { organization, words } = turn
  const found = await findDraft(draft, turn, house)
  if (!('state' in found)) return cannotAdd(found.refusals, turn, house)
  const result = await change(draft, op, turn, house, (state) =>
    discardNewCustomer(state, { ...given(turn), provider: organization }),
  )
  if (result.ok) return customerDiscarded(organization.displayName, words)
  return shown(await house.newCustomers.find(organization.tenantId, draft), draft, turn, house)
}

/** Mostly everything outside is done at once. */
const settled = (draft: string, { organization }: CompanyTurn, house: House): Promise<NewCustomer | undefined> =>
  patiently(
    () => house.newCustomers.find(organization.tenantId, draft),
    (now) => now?.state !== 'provisioning',
    PAUSES_MS,
  )

const PAUSES_MS = [50, 100, 150, 250, 350, 450]
