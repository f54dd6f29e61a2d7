import { by } from '../actor.ts'
import { countryRule } from '../countries.ts'
import type { OrderLine } from '../customer/customer.ts'
import { normalDomainPrefix } from '../customer/domain-prefix.ts'
import { evolveNewCustomer } from '../customer/evolve-new.ts'
import { readDomain, readNewSale, readOffers, readSeller } from '../customer/facts.ts'
import { furtherFaults } from '../customer/further-faults.ts'
import { lineRefusals } from '../customer/lines.ts'
import type { CustomerDetails, NewCustomer, NewCustomerEvent } from '../customer/new-customer.ts'
import { placed, refusalFor } from '../customer/outside-codes.ts'
import { finishNewCustomer, type ProvisioningDeps } from '../customer/provision.ts'
import { readDetails } from '../customer/read-details.ts'
import type { SaleFacts } from '../customer/sale.ts'
import { saveDetails } from '../customer/save-details.ts'
import { saveLines } from '../customer/save-lines.ts'
import { startNewCustomer } from '../customer/start.ts'
import { MOST_CUSTOMERS_IN_BULK, submitNewCustomer } from '../customer/submit.ts'
import type { Decision } from '../decision.ts'
import type { OperationKey, TenantId } from '../ids.ts'
import { type Offer, OutsideUnavailable, type PartnerCenter } from '../ports.ts'
import { isFieldRefusal, type Refusal } from '../refusals.ts'
import { normalCountry } from '../regions.ts'
import { ok } from '../result.ts'
import type { OfDay } from '../store/day-counter.ts'
import { clean, nameKey, wholeNumber } from '../text.ts'
import { type BulkColumn, COLUMNS, type Outcome, type Rewritten } from './bulk.ts'
import { type Found, faultsOf, findPartner, missing, type NamingDeps, unfit } from './find-named.ts'
import type { Concerns } from './news.ts'
import { idOf } from './rows.ts'
import type { Doer, RowWork } from './run.ts'

/** `worker` is whoever carries the job on: the same one goes on with what it began (SM7). */
export type NewCustomerDeps = NamingDeps &
  ProvisioningDeps & { worker: string; partnerCenter: Pick<PartnerCenter, 'correctedAddress'> }

type Row = { details: CustomerDetails; reseller?: TenantId; line: Pick<OrderLine, 'offerId' | 'licenses'> }
type Given = { id: string; bulk: string; key: OperationKey | undefined; made?: OfDay }

/**
 * *Add new customer* (R54–R60), row by row: begun, filled in and submitted in one change, then carried to its end. Where
 * Partner Center refuses, the draft is back at the review, to be mended by hand.
 */
export const newCustomerWork = (deps: NewCustomerDeps): RowWork => ({
  lane: (cells) => normalDomainPrefix(cellOf(cells, 'domainPrefix')),
  async check(cells, doer) {
    const row = await read(deps, cells, doer)
    if ('is' in row) return row
    const rewritten = await rewrittenIn(deps, row)
    const usual = withAddress(row, rewritten)
    const decision = await submitted(deps, usual, doer, undefined, { id: 'dry-run', bulk: '', key: undefined })
    return decision.ok ? { is: 'good', ...rewritten } : { is: 'refused', refusals: decision.error }
  },
  async run(cells, doer, { key, correlationId, bulk, check }) {
    const rewritten = check?.is === 'good' && check.rewritten ? { rewritten: check.rewritten } : {}
    const id = idOf(key)
    const { tenantId: provider } = doer.organization
    if (!(await deps.newCustomers.find(provider, id))) {
      const row = await read(deps, cells, doer)
      if ('is' in row) return row
      const result = await deps.newCustomers.execute(provider, id, {
        by: by(doer.actor),
        correlationId,
        op: key,
        counts: true,
        decide: (state, made) => submitted(deps, withAddress(row, rewritten), doer, state, { id, bulk, key, made }),
      })
      if (!result.ok) return { is: 'refused', refusals: result.error }
    }
    await finishNewCustomer(deps, provider, id, { correlationId, worker: deps.worker })
    const outcome = outcomeOf(await deps.newCustomers.find(provider, id), doer)
    return outcome.is === 'good' ? { ...outcome, ...rewritten } : outcome
  },
  async room({ organization }) {
    const { day, dayEnds } = await deps.newCustomers.madeInBulk(organization.tenantId)
    return {
      left: Math.max(0, MOST_CUSTOMERS_IN_BULK - day),
      refusal: { code: 'CUS_LIMIT', most: MOST_CUSTOMERS_IN_BULK, from: dayEnds },
    }
  },
  async isBegun(_, { organization }, key) {
    return (await deps.newCustomers.find(organization.tenantId, idOf(key))) !== undefined
  },
})

type MayBeRewritten = { rewritten?: Rewritten }

/** The correction that the form of a single one offers by one tap: here the dry run tells it, and confirming takes it. */
async function rewrittenIn({ partnerCenter }: NewCustomerDeps, { details }: Row): Promise<MayBeRewritten> {
  const address = await partnerCenter.correctedAddress(details.address)
  if (!address) return {}
  const state = countryRule(address.country).states?.find(({ code }) => code === address.state)
  return { rewritten: { address, ...(state ? { state } : {}) } }
}

const withAddress = (row: Row, { rewritten }: MayBeRewritten): Row =>
  rewritten ? { ...row, details: { ...row.details, address: rewritten.address } } : row

const PLACES = new Map(COLUMNS.newCustomers.map((column, at) => [column as BulkColumn, at]))
const cellOf = (cells: readonly string[], column: BulkColumn): string => cells[PLACES.get(column) ?? -1] ?? ''

/** What the row means, or everything that is wrong with it by itself. */
async function read(
  deps: NewCustomerDeps,
  cells: readonly string[],
  { organization }: Doer,
): Promise<Row | Extract<Outcome, { is: 'wrong' | 'refused' }>> {
  const { tenantId: provider } = organization
  const cell = (column: BulkColumn): string => cellOf(cells, column)
  const [companyName, domainPrefix, registrationId] = [
    cell('companyName'),
    cell('domainPrefix'),
    cell('registrationId'),
  ]
  const country = countryOf(cell('country'))
  const typed = {
    companyName,
    domainPrefix,
    registrationId,
    country: country.is === 'found' ? country.found : '',
    addressLine1: cell('addressLine1'),
    addressLine2: cell('addressLine2'),
    city: cell('city'),
    state: cell('state'),
    postalCode: cell('postalCode'),
    firstName: cell('firstName'),
    lastName: cell('lastName'),
    email: cell('email'),
    phone: cell('phone'),
    agreedOn: dayOf(cell('agreedOn')),
    ...NO_SIGNER,
  }
  const [offers, reseller] = await Promise.all([
    readSeller(deps, provider).then((seller) => readOffers(deps, seller)),
    clean(cell('reseller')) === '' ? NOBODY : findPartner(deps, provider, 'reseller', cell('reseller')),
  ])
  const offer = offerOf(offers, cell('offer'))
  const licenses: Found<number> = clean(cell('licenses')) === '' ? missing('licenses') : found(whole(cell('licenses')))
  const details = readDetails(typed)
  const refusals = [
    ...(details.ok ? [] : details.error.filter(({ field }) => field !== 'country' || country.is === 'found')),
    ...(details.ok ? [] : await furtherFaults(deps, typed, { provider, id: 'dry-run' }, deps.clock.now())),
    ...(details.ok || offer.is === 'wrong' || licenses.is === 'wrong'
      ? []
      : lineRefusals([{ action: 'new', offerId: offer.found.offerId, licenses: licenses.found }], offers)),
  ]
  const faults = faultsOf(country, reseller, offer, licenses)
  if (faults.length > 0 || reseller.is === 'wrong' || offer.is === 'wrong' || licenses.is === 'wrong')
    return { is: 'wrong', faults, ...(refusals.length > 0 ? { refusals: once(refusals) } : {}) }
  if (!details.ok) return { is: 'refused', refusals: once(refusals) }
  return {
    details: details.value,
    line: { offerId: offer.found.offerId, licenses: licenses.found },
    ...(reseller.found.tenantId ? { reseller: reseller.found.tenantId } : {}),
  }
}

const found = <T>(value: T): Found<T> => ({ is: 'found', found: value })
const NOBODY: Found<{ tenantId?: TenantId }> = found({})

/** Whoever agreed to the Microsoft Customer Agreement is the contact (D15). */
const NO_SIGNER = { agreementFirstName: '', agreementLastName: '', agreementEmail: '', agreementPhone: '' }

/** As spreadsheets write days: 2025/6/3, 2025.6.3, 2025年6月3日. */
const dayOf = (text: string): string =>
  clean(text).replace(
    /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/,
    (_, year: string, month: string, day: string) => `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`,
  )

const whole = (text: string): number => {
  const typed = clean(text)
  // A comma stands between thousands alone: `2,5` is no 25.
  return wholeNumber(/^\d{1,3}(,\d{3})+$/.test(typed) ? typed.replaceAll(',', '') : typed)
}

/** What is no country at all is told as what it was typed as. */
function countryOf(cell: string): Found<string> {
  const value = clean(cell)
  return value === '' || /^[A-Z]{2}$/.test(normalCountry(value)) ? found(value) : unfit('country', value)
}

function offerOf(offers: readonly Offer[], cell: string): Found<Offer> {
  const value = clean(cell)
  if (value === '') return missing('offer')
  const isNamed = (name: string): boolean => nameKey(name) === nameKey(value)
  const named = offers.find(({ offerId }) => isNamed(offerId)) ?? offers.find(({ name }) => isNamed(name))
  return named ? found(named) : unfit('offer', value)
}

/** One of each field: what is missing is not wrong besides. */
function once(refusals: readonly Refusal[]): readonly Refusal[] {
  const told = new Set<string>()
  return refusals.filter((one) => {
    const about = isFieldRefusal(one) ? one.field : JSON.stringify(one)
    const isNew = !told.has(about)
    told.add(about)
    return isNew
  })
}

/** The four steps of a single one in one change: a row that is refused leaves nothing behind. */
async function submitted(
  deps: NewCustomerDeps,
  { details, reseller, line }: Row,
  { actor, organization }: Doer,
  state: NewCustomer | undefined,
  { id, bulk, key, made }: Given,
): Promise<Decision<NewCustomerEvent>> {
  if (state) return ok<readonly NewCustomerEvent[]>([])
  const { tenantId: provider } = organization
  const at = deps.clock.now()
  const [facts, domain] = await Promise.all([
    readNewSale(deps, { provider, reseller }, details),
    readDomain(deps, { provider, id }, details),
  ])
  const given = { actor, at, facts, ...domain }
  const lines = [line]
  const steps: readonly ((now: NewCustomer | undefined, seen: number) => Decision<NewCustomerEvent>)[] = [
    (now) => startNewCustomer(now, { actor, at, id, provider: facts.provider, reseller: facts.reseller }),
    (now, seen) => withLines(saveDetails(now, { ...given, details, seen }), line, facts),
    (now, seen) => saveLines(now, { ...given, lines, withReseller: reseller !== undefined, seen }),
    (now, seen) => submitNewCustomer(now, { ...given, keys: keysOf(key), seen, bulk, ...(made ? { made } : {}) }),
  ]
  const events: NewCustomerEvent[] = []
  let now: NewCustomer | undefined
  for (const step of steps) {
    const decision = step(now, now?.rev ?? 0)
    if (!decision.ok) return decision
    for (const event of decision.value) now = evolveNewCustomer(now, event)
    events.push(...decision.value)
  }
  return ok<readonly NewCustomerEvent[]>(events)
}

/** What is wrong with the subscription is told with what is wrong with the details. */
function withLines(
  decision: Decision<NewCustomerEvent>,
  line: Row['line'],
  { offers }: SaleFacts,
): Decision<NewCustomerEvent> {
  if (decision.ok || !decision.error.every(isFieldRefusal)) return decision
  return { ok: false, error: once([...decision.error, ...lineRefusals([{ ...line, action: 'new' }], offers)]) }
}

/** The same on every attempt. */
const keysOf = (key: OperationKey | undefined) =>
  key === undefined
    ? { tenant: 'dry-run', order: 'dry-run' }
    : { tenant: idOf(`tenant.${key}` as OperationKey), order: idOf(`order.${key}` as OperationKey) }

/** @throws OutsideUnavailable while somebody else carries it on */
function outcomeOf(draft: NewCustomer | undefined, { organization }: Doer): Outcome {
  if (draft?.state === 'provisioning') throw new OutsideUnavailable('partnerCenter', 'unknown')
  if (draft?.state === 'reviewing' && draft.failure) return { is: 'failed', refusals: draft.failure.refusals }
  // Taken up by hand in the meantime.
  if (draft?.state !== 'active') return { is: 'refused', refusals: [{ code: 'STALE' }] }
  if (draft.orderFailure === undefined) return { is: 'good', concerns: concernsOf(draft) }
  const { companyName: name, address } = draft.details
  const refusal = refusalFor(draft.orderFailure, {
    provider: placed({ name: organization.displayName, country: organization.country }),
    customer: placed({ name, country: address.country }),
  })
  // The customer is there, and its partners work with it.
  return { is: 'failed', refusals: [refusal], concerns: concernsOf(draft) }
}

/** The others of the company, and the reseller that is named (SM7). */
function concernsOf(draft: Extract<NewCustomer, { state: 'active' }>): Concerns {
  const customer = { id: draft.customer, name: draft.details.companyName }
  const ours = { tenantId: draft.provider, company: draft.providerName, as: 'ownCustomer', customer } as const
  if (!draft.reseller) return [ours]
  const { tenantId, name: company } = draft.reseller
  return [ours, { tenantId, company, as: 'newCustomer', customer }]
}
