import type { ActionData } from '../../cards/actions.ts'
import { askProviderForm } from '../../cards/ask-provider.ts'
import { customerDiscarded, customerDrafts } from '../../cards/customer-drafts.ts'
import { type CustomerValues, customerValues } from '../../cards/customer-fields.ts'
import { MOST_LINES, NOBODY } from '../../cards/customer-lines.ts'
import { customerReview } from '../../cards/customer-review.ts'
import type { Conflict } from '../../cards/form.ts'
import type { Card } from '../../cards/render.ts'
import { by } from '../../domain/actor.ts'
import { discardNewCustomer } from '../../domain/customer/discard.ts'
import { normalDomainPrefix } from '../../domain/customer/domain-prefix.ts'
import { evolveNewCustomer } from '../../domain/customer/evolve-new.ts'
import { readDomain, readNewSale, readReseller, readSeller } from '../../domain/customer/facts.ts'
import { unfinishedCustomers } from '../../domain/customer/lists.ts'
import type { CustomerDetails, NewCustomer, NewCustomerEvent } from '../../domain/customer/new-customer.ts'
import { readDetails } from '../../domain/customer/read-details.ts'
import { partnersLevels } from '../../domain/customer/sale.ts'
import { detailRefusals, saveDetails } from '../../domain/customer/save-details.ts'
import { saveLines } from '../../domain/customer/save-lines.ts'
import { mayAddCustomers, startNewCustomer } from '../../domain/customer/start.ts'
import { submitNewCustomer } from '../../domain/customer/submit.ts'
import type { Decision } from '../../domain/decision.ts'
import { newId, type OperationKey, type TenantId } from '../../domain/ids.ts'
import { partners } from '../../domain/partnership/lists.ts'
import { permit } from '../../domain/permissions.ts'
import { FIELDS, type Field, isFieldRefusal, type Refusal } from '../../domain/refusals.ts'
import { normalCountry } from '../../domain/regions.ts'
import { newDirectAllowed, onboardedLocation } from '../../domain/rules/customer.ts'
import { guard } from '../../domain/rules/rule.ts'
import { clean } from '../../domain/text.ts'
import { type CompanyCapability, type CompanyTurn, given, type House } from '../capability.ts'
import { refused } from '../refused.ts'
import { type DetailsAgain, drawCustomer, drawDetails, drawLines } from './customer-forms.ts'

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
  const customer = await find(draft, turn, house)
  if (!('state' in customer)) return cannotAdd(customer.refusals, turn, house)
  const isOpen = customer.state === 'selecting' || customer.state === 'reviewing'
  if (isOpen && step === 'details') return drawDetails(customer, turn, house)
  if (isOpen && step === 'lines') return drawLines(customer, turn, house)
  return drawCustomer(customer, turn, house)
}

/** *Next: Subscriptions*: everything that is wrong at once, with what was typed; then saved. */
export const saveCustomer: CompanyCapability<'save-customer'> = (typed, turn, house) => save(typed, turn, house, false)

/** The same in one tap with the address as Partner Center writes it (2.6, code 2007). */
export const correctAddress: CompanyCapability<'correct-address'> = (typed, turn, house) =>
  save(typed, turn, house, true)

async function save(
  form: ActionData<'save-customer'>,
  turn: CompanyTurn,
  house: House,
  corrects: boolean,
): Promise<Card> {
  const { tenantId } = turn.organization
  const may = mayAddCustomers(turn.organization, turn)
  if (may.length > 0) return cannotAdd(may, turn, house)
  const { reseller } = form
  if (reseller && !(await isKnown(reseller, turn, house))) return notFound(reseller, turn, house)
  const typed = { ...form, domainPrefix: form.useDomain ?? form.domainPrefix }
  const again = (more: DetailsAgain, state?: NewCustomer): Promise<Card> =>
    drawDetails(state ?? { id: form.draft, rev: 0 }, turn, house, {
      values: inputsOf(typed),
      fixed: form.fixed ? reseller : undefined,
      ...more,
    })
  const known = await house.newCustomers.find(tenantId, form.draft)
  const read = readDetails(typed)
  if (!read.ok)
    return again({ faults: [...read.error, ...(await furtherFaults(typed, read.error, turn, house))] }, known)
  const better = form.keepAddress ? undefined : await house.partnerCenter.correctedAddress(read.value.address)
  const details: CustomerDetails = corrects && better ? { ...read.value, address: better } : read.value
  const decideSave = (state: NewCustomer | undefined) => decided(state, { ...form, details }, turn, house)
  // Whether to correct the address is asked with everything else, before anything is kept.
  if (better && !corrects) {
    const sofar = await decideSave(known)
    const faults = sofar.ok ? [] : sofar.error
    if (!faults.some(({ code }) => code === 'STALE')) return again({ faults, corrected: better }, known)
  }
  const result = await command(form.draft, form.op, turn, house, decideSave)
  if (result.ok) return shown(result.value.state.draft, form.draft, turn, house)
  const now = await house.newCustomers.find(tenantId, form.draft)
  if (!isStale(result.error)) return again({ faults: result.error }, now)
  if (!now || !isEditable(now)) return shown(now, form.draft, turn, house)
  return again({ faults: result.error, conflicts: await differences(now, typed, turn, house) }, now)
}

/** The first save begins the draft; both are one change. */
async function decided(
  state: NewCustomer | undefined,
  { draft: id, rev: seen, reseller, details }: ActionData<'save-customer'> & { details: CustomerDetails },
  turn: CompanyTurn,
  house: House,
): Promise<Decision<NewCustomerEvent>> {
  const { tenantId: provider, displayName: providerName } = turn.organization
  const [facts, domain] = await Promise.all([
    readNewSale(house, { provider, reseller }, details),
    readDomain(house, { provider, id }, details),
  ])
  const command = { ...given(turn), facts, details, ...domain }
  if (state) return saveDetails(state, { ...command, seen })
  const begun = { type: 'NewCustomerStarted', at: turn.now, by: by(turn.actor), id, provider, providerName } as const
  const saved = saveDetails(evolveNewCustomer(undefined, begun), { ...command, seen: 0 })
  if (!saved.ok) return saved
  const started = startNewCustomer(undefined, {
    ...given(turn),
    id,
    provider: facts.provider,
    reseller: facts.reseller,
  })
  return started.ok ? { ok: true, value: [...started.value, ...saved.value] } : started
}

/** What can be told of the rest while some inputs are wrong: the domain, the registration ID, the day. */
async function furtherFaults(
  typed: ActionData<'save-customer'>,
  known: readonly Refusal[],
  { organization, now }: CompanyTurn,
  house: House,
): Promise<readonly Refusal[]> {
  const country = normalCountry(typed.country)
  const rough = {
    domainPrefix: normalDomainPrefix(typed.domainPrefix),
    address: { line1: '', city: '', country },
    registrationId: clean(typed.registrationId),
    agreement: { contact: NOBODY_YET, agreedOn: clean(typed.agreedOn).replace(/\//g, '-') },
    companyName: '',
    contact: NOBODY_YET,
  }
  const told = new Set(known.filter(isFieldRefusal).map(({ field }) => field))
  const domain = await readDomain(house, { provider: organization.tenantId, id: typed.draft }, rough)
  return detailRefusals(rough, { ...domain, now }).filter((one) => isFieldRefusal(one) && !told.has(one.field))
}

const NOBODY_YET = { firstName: '', lastName: '', email: '' }

/** *Next: Review* and *Add subscription*: what is chosen is kept with each press (R57). */
export const saveCustomerLines: CompanyCapability<'save-lines'> = async (typed, turn, house) => {
  const found = await find(typed.draft, turn, house)
  if (!('state' in found)) return cannotAdd(found.refusals, turn, house)
  if (found.state !== 'selecting' && found.state !== 'reviewing') return drawCustomer(found, turn, house)
  const { without, subscription, licenses, next } = typed
  const kept = typed.lines.slice(0, MOST_LINES).filter((_, at) => at !== without)
  const isEmpty =
    without !== undefined ||
    kept.length === MOST_LINES ||
    (subscription === '' && clean(licenses) === '' && next === 'review')
  const lines = isEmpty ? kept : [...kept, { offerId: subscription, licenses: wholeNumber(licenses) }]
  if (lines.length === 0 && without !== undefined) return drawLines(found, turn, house, { lines })
  const { withReseller, refusals } = await creditedBy(typed.resellerMpnId, found, house)
  const result =
    refusals.length > 0
      ? { ok: false as const, error: refusals }
      : await command(typed.draft, typed.op, turn, house, async (state) => {
          const details = state && 'details' in state ? state.details : found.details
          const partners = { provider: turn.organization.tenantId, reseller: state?.reseller?.tenantId }
          const facts = await readNewSale(house, partners, details)
          return saveLines(state, { ...given(turn), facts, lines, withReseller, seen: typed.rev })
        })
  if (result.ok) {
    const state = result.value.state.draft
    const isGoingOn = next === 'more' && (state?.state === 'selecting' || state?.state === 'reviewing')
    return isGoingOn ? drawLines(state, turn, house) : shown(state, typed.draft, turn, house)
  }
  const now = await house.newCustomers.find(turn.organization.tenantId, typed.draft)
  if (!now || (now.state !== 'selecting' && now.state !== 'reviewing')) return shown(now, typed.draft, turn, house)
  const values = { subscription, licenses, resellerMpnId: typed.resellerMpnId }
  return drawLines(now, turn, house, { values, lines: kept, faults: result.error })
}

/** Only the onboarded location credits the reseller (R90); left out, it stays as it was, and at first it does. */
async function creditedBy(
  typed: string,
  { reseller, lines = [] }: Extract<NewCustomer, { state: 'selecting' | 'reviewing' }>,
  { organizations }: House,
): Promise<{ withReseller: boolean; refusals: readonly Refusal[] }> {
  if (!reseller || typed === NOBODY) return { withReseller: false, refusals: [] }
  if (typed === '')
    return { withReseller: lines.length === 0 || lines.some(({ resellerMpnId }) => resellerMpnId), refusals: [] }
  const onboarded = (await organizations.find(reseller.tenantId))?.mpnId
  return { withReseller: true, refusals: onboardedLocation.check({ mpnId: clean(typed), onboarded }) }
}

const wholeNumber = (typed: string): number => (/^\d{1,9}$/.test(clean(typed)) ? Number(clean(typed)) : Number.NaN)

/** *Submit*: every guard once more; the steps outside then go on by themselves (SM7). */
export const submitCustomer: CompanyCapability<'submit-customer'> = async ({ op, draft, rev }, turn, house) => {
  const found = await find(draft, turn, house)
  if (!('state' in found)) return cannotAdd(found.refusals, turn, house)
  const { tenantId: provider } = turn.organization
  const keys = { tenant: newId(), order: newId() }
  const result = await command(draft, op, turn, house, async (state) => {
    const details = state && 'details' in state ? state.details : undefined
    if (!state || !details) return { ok: false, error: [{ code: 'STALE' }] }
    const [facts, domain] = await Promise.all([
      readNewSale(house, { provider, reseller: state.reseller?.tenantId }, details),
      readDomain(house, { provider, id: draft }, details),
    ])
    return submitNewCustomer(state, { ...given(turn), facts, keys, seen: rev, ...domain })
  })
  const now = result.ok ? await settled(draft, turn, house) : await house.newCustomers.find(provider, draft)
  if (!result.ok && now?.state === 'reviewing')
    return customerReview({ customer: now, company: now.providerName, faults: result.error }, turn.words)
  return shown(now, draft, turn, house)
}

/** *Cancel*: everything that was entered is dropped (R58). */
export const cancelCustomer: CompanyCapability<'cancel-customer'> = async ({ op, draft }, turn, house) => {
  const { organization, words } = turn
  const found = await find(draft, turn, house)
  if (!('state' in found)) return cannotAdd(found.refusals, turn, house)
  const result = await command(draft, op, turn, house, (state) =>
    discardNewCustomer(state, { ...given(turn), provider: organization }),
  )
  if (result.ok) return customerDiscarded(organization.displayName, words)
  return shown(await house.newCustomers.find(organization.tenantId, draft), draft, turn, house)
}

/** A moment's patience: mostly everything outside is done before anybody would have asked. */
async function settled(draft: string, { organization }: CompanyTurn, house: House): Promise<NewCustomer | undefined> {
  for (const pause of PAUSES_MS) {
    const now = await house.newCustomers.find(organization.tenantId, draft)
    if (now?.state !== 'provisioning') return now
    await new Promise((resolve) => setTimeout(resolve, pause))
  }
  return house.newCustomers.find(organization.tenantId, draft)
}

const PAUSES_MS = [50, 100, 150, 250, 350, 450]

const command = (
  draft: string,
  op: OperationKey,
  { organization, actor, correlationId }: CompanyTurn,
  { newCustomers }: House,
  decide: (state: NewCustomer | undefined) => Decision<NewCustomerEvent> | Promise<Decision<NewCustomerEvent>>,
) => newCustomers.execute(organization.tenantId, draft, { by: by(actor), correlationId, op, decide })

/** One of the own company, for whoever may add customers; to everybody else there is none. */
async function find(
  draft: string,
  turn: CompanyTurn,
  house: House,
): Promise<NewCustomer | { refusals: readonly Refusal[] }> {
  const may = permit('P27', turn.actor, turn.organization)
  if (may.length > 0) return { refusals: guard(mayAddCustomers(turn.organization, turn), may) }
  const found = await house.newCustomers.find(turn.organization.tenantId, draft)
  return found ?? { refusals: [{ code: 'NOT_FOUND', query: draft }] }
}

const shown = (customer: NewCustomer | undefined, draft: string, turn: CompanyTurn, house: House): Promise<Card> =>
  customer ? drawCustomer(customer, turn, house) : notFound(draft, turn, house)

const notFound = (query: string, turn: CompanyTurn, house: House): Promise<Card> =>
  refused([{ code: 'NOT_FOUND', query }], turn, house)

/** A reseller of the provider, now or before; of any other company nothing is told. */
const isKnown = async (reseller: TenantId, { organization }: CompanyTurn, house: House): Promise<boolean> =>
  (await house.partnerships.find(organization.tenantId, reseller)).status !== 'none'

/** A reseller asks its provider instead (R65, P54). */
async function cannotAdd(refusals: readonly Refusal[], turn: CompanyTurn, house: House): Promise<Card> {
  const { organization, actor, words } = turn
  const isReseller = refusals.some(({ code }) => code === 'CUS_IR_CANNOT_CREATE')
  if (!isReseller || permit('P54', actor, organization).length > 0) return refused(refusals, turn, house)
  const { items } = await partners(house.store, 'reseller', organization.tenantId, { limit: 40 })
  const providers = items.map(({ body: { tenantId, name } }) => ({ tenantId, name }))
  const direct = newDirectAllowed.check({ organization })
  return askProviderForm({ company: organization.displayName, providers, refusals: [...refusals, ...direct] }, words)
}

const isStale = (refusals: readonly Refusal[]): boolean => refusals.some(({ code }) => code === 'STALE')

const isEditable = ({ state }: NewCustomer): boolean =>
  state === 'draft' || state === 'selecting' || state === 'reviewing'

/** What a colleague saved meanwhile, where it differs. */
async function differences(
  now: NewCustomer,
  typed: ActionData<'save-customer'>,
  { organization, words }: CompanyTurn,
  { newCustomers }: House,
): Promise<readonly Conflict[]> {
  if (!('details' in now)) return []
  const { items } = await newCustomers.history(organization.tenantId, now.id, { limit: 1 })
  const last = items[0]?.body
  const who = last?.by.kind === 'person' ? last.by.name : words.terms.system
  const theirs: Record<string, unknown> = { ...customerValues(now.details, undefined) }
  const mine: Record<string, unknown> = { ...typed }
  return FIELDS.filter((field): field is Field => field !== 'reseller' && Object.hasOwn(theirs, field))
    .filter((field) => String(theirs[field] ?? '') !== String(mine[field] ?? ''))
    .map((field) => ({ field, theirs: String(theirs[field] ?? ''), by: who, at: last?.at ?? now.startedAt }))
}

/** Without the tap's own data, what remains are the inputs. */
function inputsOf(typed: ActionData<'save-customer'>): CustomerValues {
  const { op, draft, rev, useDomain, keepAddress, fixed, ...inputs } = typed
  return inputs
}
