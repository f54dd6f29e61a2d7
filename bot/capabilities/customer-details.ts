import type { ActionData } from '../../cards/actions.ts'
import { type CustomerValues, customerValues } from '../../cards/customer/customer-fields.ts'
import type { Conflict } from '../../cards/drawing/form.ts'
import type { Card } from '../../cards/drawing/render.ts'
import { by } from '../../domain/actor.ts'
import { evolveNewCustomer } from '../../domain/customer/evolve-new.ts'
import { readDomain, readNewSale } from '../../domain/customer/facts.ts'
import { furtherFaults } from '../../domain/customer/further-faults.ts'
import type { CustomerDetails, NewCustomer, NewCustomerEvent } from '../../domain/customer/new-customer.ts'
import { readDetails } from '../../domain/customer/read-details.ts'
import { saveDetails } from '../../domain/customer/save-details.ts'
import { mayAddCustomers, startNewCustomer } from '../../domain/customer/start.ts'
import type { Decision } from '../../domain/decision.ts'
import { FIELDS, type Field, isFieldRefusal, type Refusal } from '../../domain/refusals.ts'
import { type CompanyCapability, type CompanyTurn, given, type House } from '../capability.ts'
import { notFound } from '../refused.ts'
import { type DetailsAgain, drawDetails } from './customer-forms.ts'
import { cannotAdd, change, isKnown, shown } from './customer-turn.ts'

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
    return again({ faults: [...read.error, ...(await furtherFaultsOf(typed, read.error, turn, house))] }, known)
  const better = form.keepAddress ? undefined : await house.partnerCenter.correctedAddress(read.value.address)
  const details: CustomerDetails = corrects && better ? { ...read.value, address: better } : read.value
  const decideSave = (state: NewCustomer | undefined) => decided(state, { ...form, details }, turn, house)
  // Whether to correct the address is asked with everything else, before anything is kept.
  if (better && !corrects) {
    const sofar = await decideSave(known)
    const faults = sofar.ok ? [] : sofar.error
    if (!faults.some(({ code }) => code === 'STALE')) return again({ faults, corrected: better }, known)
  }
  const result = await change(form.draft, form.op, turn, house, decideSave)
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

/** What else is wrong while some inputs cannot be read, each input once. */
async function furtherFaultsOf(
  typed: ActionData<'save-customer'>,
  known: readonly Refusal[],
  { organization, now }: CompanyTurn,
  house: House,
): Promise<readonly Refusal[]> {
  const told = new Set(known.filter(isFieldRefusal).map(({ field }) => field))
  const further = await furtherFaults(house, typed, { provider: organization.tenantId, id: typed.draft }, now)
  return further.filter((one) => isFieldRefusal(one) && !told.has(one.field))
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
