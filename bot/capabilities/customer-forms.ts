import type { ActionData } from '../../cards/actions.ts'
import { customerDiscarded } from '../../cards/customer/customer-drafts.ts'
import {
  type CustomerResellers,
  type CustomerValues,
  customerValues,
  detailsOf,
} from '../../cards/customer/customer-fields.ts'
import { customerForm } from '../../cards/customer/customer-form.ts'
import { type ChosenLine, customerLinesForm, NOBODY } from '../../cards/customer/customer-lines.ts'
import { customerProgress } from '../../cards/customer/customer-progress.ts'
import { customerReview, type Reviewing } from '../../cards/customer/customer-review.ts'
import type { FormState } from '../../cards/drawing/form.ts'
import type { Card } from '../../cards/drawing/render.ts'
import { countryRule } from '../../domain/countries.ts'
import type { OrderLine } from '../../domain/customer/customer.ts'
import { readOffers } from '../../domain/customer/facts.ts'
import { unfinishedCustomers } from '../../domain/customer/lists.ts'
import type { NamedReseller, NewCustomer } from '../../domain/customer/new-customer.ts'
import { offersPage } from '../../domain/customer/offers.ts'
import type { Address } from '../../domain/enrollment/enrollment.ts'
import type { TenantId } from '../../domain/ids.ts'
import { partners } from '../../domain/partnership/lists.ts'
import type { Refusal } from '../../domain/refusals.ts'
import { marketsIn, regionOf } from '../../domain/regions.ts'
import type { CompanyTurn, House } from '../capability.ts'
import { creditable } from '../seen-customer.ts'
import { drawMade } from './customer-made.ts'

/** What a form shows instead of what is saved. */
export type DetailsAgain = FormState & {
  values?: CustomerValues
  /** The reseller whose row it was begun from. */
  fixed?: TenantId | undefined
  corrected?: Address | undefined
}

type LinesAgain = FormState & {
  values?: Partial<ActionData<'save-lines'>>
  lines?: readonly ChosenLine[]
  /** Which part of the catalogue is looked at. */
  finding?: { name: string; from: number }
}

/** Where a new customer stands: the form that is open, the review, or what became of it. */
export async function drawCustomer(customer: NewCustomer, turn: CompanyTurn, house: House): Promise<Card> {
  switch (customer.state) {
    case 'draft':
      return drawDetails(customer, turn, house)
    case 'selecting':
      return drawLines(customer, turn, house)
    case 'reviewing':
      return drawReview(customer, turn)
    case 'provisioning':
      return customerProgress(customer, turn.words, { isSlow: isSlow(customer.submittedAt, turn.now) })
    case 'active':
      return drawMade(customer, turn, house)
    case 'discarded':
      return customerDiscarded(customer.providerName, turn.words)
  }
}

/** Everything read back; `faults` are what was refused just now. */
export const drawReview = (customer: Reviewing, { words }: CompanyTurn, faults?: readonly Refusal[]): Card =>
  customerReview(
    {
      customer,
      company: customer.providerName,
      rule: countryRule(customer.details.address.country),
      ...(faults ? { faults } : {}),
    },
    words,
  )

/** *Customer's details*; a draft that is not stored yet has only an id. */
export async function drawDetails(
  customer: NewCustomer | { id: string; rev: 0 },
  turn: CompanyTurn,
  house: House,
  { values, fixed, corrected, faults, conflicts }: DetailsAgain = {},
): Promise<Card> {
  const { organization, words } = turn
  const stored = 'state' in customer ? customer : undefined
  const details = stored && detailsOf(stored)
  const [resellers, begun] = await Promise.all([
    isDirect(organization, stored) ? undefined : resellersOf(organization.tenantId, fixed, stored?.reseller, house),
    unfinishedCustomers(house.store, organization.tenantId, { limit: 2 }),
  ])
  const saved = details ? customerValues(details, stored?.reseller) : { reseller: stored?.reseller?.tenantId }
  return customerForm(
    {
      company: organization.displayName,
      draft: customer.id,
      rev: customer.rev,
      values: values ?? saved,
      places: marketsOf(organization.country).map((country) => ({ country, rule: countryRule(country) })),
      resellers,
      unfinished: begun.items.some(({ body }) => body.id !== customer.id),
      isStored: stored !== undefined,
      now: turn.now,
      ...(corrected ? { corrected } : {}),
      ...(faults ? { faults } : {}),
      ...(conflicts ? { conflicts } : {}),
    },
    words,
  )
}

/** *New subscription*, with what was chosen so far. */
export async function drawLines(
  customer: Extract<NewCustomer, { state: 'selecting' | 'reviewing' }>,
  { organization, words }: CompanyTurn,
  house: House,
  { values, lines, finding, faults }: LinesAgain = {},
): Promise<Card> {
  const { reseller } = customer
  const isDirectCustomer = customer.direct === true
  const [offers, partners, account] = await Promise.all([
    readOffers(house, { organization }),
    isDirectCustomer ? [] : creditable({ organization }, house),
    reseller && house.organizations.find(reseller.tenantId),
  ])
  const own = reseller && account?.mpnId ? [{ ...reseller, mpnId: account.mpnId }] : []
  const saved = customer.lines ?? []
  const named = saved.flatMap(({ reseller: one, resellerMpnId: mpnId }) => (one && mpnId ? [{ ...one, mpnId }] : []))
  const last = saved.at(-1)
  return customerLinesForm(
    {
      customer: customer.details.companyName,
      draft: customer.id,
      rev: customer.rev,
      domain: `${customer.details.domainPrefix}.onmicrosoft.com`,
      offers,
      page: offersPage(offers, { ...finding, chosen: values?.subscription }),
      lines: lines ?? saved.map((line) => ({ ...line, reseller: creditOf(line, reseller) })),
      values: { ...(last && !last.resellerMpnId ? { resellerMpnId: NOBODY } : {}), ...values },
      resellers: [...new Map([...own, ...named, ...partners].map((one) => [one.tenantId, one])).values()],
      reseller,
      isDirect: isDirectCustomer,
      ...(faults ? { faults } : {}),
    },
    words,
  )
}

/** The company's own customer, without any reseller (P29). */
const isDirect = ({ kind }: CompanyTurn['organization'], stored: NewCustomer | undefined): boolean =>
  stored ? stored.direct === true : kind === 'directBill'

/** Whom a saved line credits. */
const creditOf = ({ resellerMpnId, reseller }: OrderLine, account: NamedReseller | undefined): TenantId | null =>
  resellerMpnId === undefined ? null : ((reseller ?? account)?.tenantId ?? null)

/** So many are offered to choose from; whoever has more begins at the reseller's row. */
const MOST_RESELLERS = 40

async function resellersOf(
  provider: TenantId,
  fixed: TenantId | undefined,
  chosen: NamedReseller | undefined,
  { store, organizations }: House,
): Promise<CustomerResellers> {
  if (fixed) {
    const name = (await organizations.find(fixed))?.displayName
    if (name !== undefined) return { fixed: { tenantId: fixed, name }, choices: [] }
  }
  const { items, next } = await partners(store, 'provider', provider, { limit: MOST_RESELLERS })
  const listed = items.map(({ body: { tenantId, name } }) => ({ tenantId, name }))
  const isListed = chosen === undefined || listed.some(({ tenantId }) => tenantId === chosen.tenantId)
  return { choices: isListed ? listed : [chosen, ...listed], more: next !== undefined }
}

/** Every market of the region, the own country first (R64). */
function marketsOf(country: string): readonly string[] {
  const region = regionOf(country)
  const others = region === undefined ? [] : marketsIn(region).filter((one) => one !== country)
  return [country, ...others]
}

/** From then on the card says that Partner Center keeps us waiting. */
const SLOW_MS = 20_000
const isSlow = (since: string, now: string): boolean => Date.parse(now) - Date.parse(since) > SLOW_MS
