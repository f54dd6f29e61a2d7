import { askProviderForm, providerAsked } from '../../cards/customer/ask-provider.ts'
import { customerDiscarded, customerDrafts } from '../../cards/customer/customer-drafts.ts'
import { type CustomerValues, customerValues } from '../../cards/customer/customer-fields.ts'
import { customerForm } from '../../cards/customer/customer-form.ts'
import { customerLinesForm } from '../../cards/customer/customer-lines.ts'
import {
  type BeingMade,
  customerMade,
  customerPassword,
  customerProgress,
  type Made,
  passwordGone,
  passwordOnlyByTap,
} from '../../cards/customer/customer-progress.ts'
import { customerReview, type Reviewing } from '../../cards/customer/customer-review.ts'
import type { Card } from '../../cards/drawing/render.ts'
import type { Words } from '../../cards/words/words.ts'
import { countryRule } from '../../domain/countries.ts'
import type { OrderLine } from '../../domain/customer/customer.ts'
import type { CustomerDetails } from '../../domain/customer/new-customer.ts'
import { offersPage } from '../../domain/customer/offers.ts'
import { tenantId } from '../../domain/ids.ts'
import type { Offer } from '../../domain/ports.ts'
import type { Refusal } from '../../domain/refusals.ts'
import { marketsIn, regionOf } from '../../domain/regions.ts'
import type { Cast } from './sample-cast.ts'

const DRAFT = '0b1c2d3e-0000-4000-8000-0000000000d1'
const OTHER = tenantId('0b1c2d3e-0000-4000-8000-000000000002')
const PARTNER = tenantId('0b1c2d3e-0000-4000-8000-000000000004')
const CUSTOMER = tenantId('0b1c2d3e-0000-4000-8000-000000000003')
const T = {
  started: '2025-12-01T01:12:00.000Z',
  submitted: '2025-12-03T05:30:00.000Z',
  done: '2025-12-03T05:30:09.000Z',
}

export const OFFERS: readonly Offer[] = [
  { offerId: 'business-basic', name: 'Microsoft 365 Business Basic', min: 1, max: 300, azure: false },
  { offerId: 'exchange-plan-1', name: 'Exchange Online (Plan 1)', min: 1, max: 10_000, azure: false },
  { offerId: 'azure-plan', name: 'Azure plan', min: 1, max: 1, azure: true },
]

/** The cards of a new customer, by name. */
export function customerCards(cast: Cast, words: Words): Readonly<Record<string, Card>> {
  const { company, legalName, people, address, contact, mpnId } = cast
  const isWorst = people.length > 2
  const provider = cast.tenantId
  const reseller = { tenantId: OTHER, name: company }
  const place = (country: string) => ({ country, rule: countryRule(country) })
  const { rule } = place(address.country)
  const details: CustomerDetails = {
    companyName: legalName,
    domainPrefix: 'tailspintoys',
    registrationId: cast.registrationId,
    address,
    contact,
    agreement: { contact, agreedOn: '2025-11-28' },
  }
  const lines: readonly OrderLine[] = (isWorst ? [...OFFERS, ...OFFERS] : OFFERS).map(
    ({ offerId, name, azure }, n) => ({
      action: 'new',
      offerId,
      offerName: name,
      licenses: azure ? 1 : 25 * (n + 1),
      azure,
      resellerMpnId: mpnId,
    }),
  )
  const facts = { id: DRAFT, provider, providerName: company, startedAt: T.started, startedBy: cast.by, rev: 3 }
  const reviewing: Reviewing = { ...facts, state: 'reviewing', reseller, details, lines }
  const { reseller: _, ...alone } = reviewing
  const direct: Reviewing = { ...alone, direct: true, lines: lines.map(({ resellerMpnId, ...line }) => line) }
  const mixed: Reviewing = {
    ...reviewing,
    lines: lines.map(({ resellerMpnId, ...line }, n) =>
      n === 0
        ? line
        : { ...line, resellerMpnId: mpnId, ...(n === 1 ? { reseller: { tenantId: PARTNER, name: company } } : {}) },
    ),
  }
  const press = { submittedAt: T.submitted, submittedBy: cast.by, keys: { tenant: 't', order: 'o' } }
  const submitted = { ...facts, reseller, details, lines, ...press }
  const tenant: BeingMade = { ...submitted, state: 'provisioning', stage: 'tenant' }
  const adminUserName = 'admin@tailspintoys.onmicrosoft.com'
  const ordering: BeingMade = { ...submitted, state: 'provisioning', stage: 'order', customer: CUSTOMER, adminUserName }
  const made: Made = { ...submitted, state: 'active', customer: CUSTOMER, adminUserName, at: T.done }
  const madeDirect: Made = { ...direct, ...press, state: 'active', customer: CUSTOMER, adminUserName, at: T.done }
  const values: CustomerValues = customerValues(details, reseller)
  const form = { company, draft: DRAFT, rev: 2, places: [place(address.country)] }
  const faults: readonly Refusal[] = [
    {
      code: 'CUS_DOMAIN_TAKEN',
      field: 'domainPrefix',
      prefix: 'tailspintoys',
      suggestions: ['tailspintoysjp', 'tailspintoys1'],
    },
    { code: 'FIELD_EMAIL', field: 'email' },
    { code: 'CUS_MCA_DATE', field: 'agreedOn' },
    { code: 'CUS_SELF_OR_AFFILIATE' },
    { code: 'MPA_REQUIRED_RESELLER', reseller: company, region: regionOf(address.country) ?? 'europe' },
  ]
  const resellers = people.map((name, n) => ({
    name,
    tenantId: tenantId(`0b1c2d3e-0000-4000-8000-0000000001${10 + n}`),
  }))
  const linesForm = {
    customer: legalName,
    draft: DRAFT,
    rev: 3,
    domain: 'tailspintoys.onmicrosoft.com',
    offers: OFFERS,
    page: offersPage(OFFERS),
    resellers: [{ ...reseller, mpnId }],
  }
  const chosen = lines.map((line) => ({ ...line, reseller: line.resellerMpnId ? reseller.tenantId : null }))
  const catalogue = Array.from({ length: 300 }, (_, n) => ({
    offerId: `offer-${n}`.padEnd(50, 'x'),
    name: [...`${n} ${legalName} ${company}`].slice(0, 200).join(''),
    min: 1,
    max: 300,
    azure: false,
  }))
  return {
    'new customer: empty': customerForm({ ...form, rev: 0, values: {}, resellers: { choices: resellers } }, words),
    'new customer: from the row of a reseller': customerForm(
      { ...form, rev: 0, values: {}, resellers: { fixed: reseller, choices: [] }, unfinished: true },
      words,
    ),
    'new customer: several countries': customerForm(
      { ...form, places: marketsIn('europe').map(place), values: {}, resellers: { choices: resellers, more: true } },
      words,
    ),
    'new customer: refused': customerForm(
      { ...form, values, resellers: { fixed: reseller, choices: [] }, isStored: true, faults },
      words,
    ),
    'new customer: address corrected': customerForm(
      { ...form, values, resellers: { fixed: reseller, choices: [] }, isStored: true, corrected: address },
      words,
    ),
    'new subscriptions': customerLinesForm({ ...linesForm, lines: [], reseller }, words),
    'new subscriptions: some chosen, refused': customerLinesForm(
      {
        ...linesForm,
        lines: chosen,
        reseller,
        values: { subscription: 'business-basic', licenses: '301' },
        faults: [{ code: 'ORD_QUANTITY', field: 'licenses', min: 1, max: 300 }],
      },
      words,
    ),
    'new subscriptions: without a reseller': customerLinesForm({ ...linesForm, lines: [], resellers: [] }, words),
    'new subscriptions: of a direct customer': customerLinesForm(
      { ...linesForm, lines: chosen, resellers: [], isDirect: true },
      words,
    ),
    'new subscriptions: from a large catalogue': customerLinesForm(
      {
        ...linesForm,
        offers: catalogue,
        page: offersPage(catalogue, { from: 15 }),
        lines: catalogue.slice(0, 5).map(({ offerId }) => ({ offerId, licenses: 300, reseller: reseller.tenantId })),
        resellers: resellers.map((one, n) => ({ ...one, mpnId: `700000${n}` })),
        reseller,
      },
      words,
    ),
    'new subscriptions: nothing found': customerLinesForm(
      { ...linesForm, offers: catalogue, page: offersPage(catalogue, { name: 'nowhere' }), lines: chosen, reseller },
      words,
    ),
    'review of a new customer': customerReview({ customer: reviewing, company, rule }, words),
    'review of a new customer: credited line by line': customerReview({ customer: mixed, company, rule }, words),
    'review of a direct customer': customerReview({ customer: direct, company, rule }, words),
    'new customer: direct': customerForm({ ...form, rev: 0, values: {} }, words),
    'customer made: direct': customerMade({ customer: madeDirect, credential: 'created' }, words),
    'review of a new customer: refused by Partner Center': customerReview(
      { customer: { ...reviewing, failure: { at: T.done, refusals: faults } }, company, rule },
      words,
    ),
    'customer being made': customerProgress(tenant, words),
    'customer being made: slowly': customerProgress(ordering, words, { isSlow: true }),
    'customer made': customerMade({ customer: made, credential: 'created' }, words),
    'customer made: password shown': customerMade({ customer: made, credential: 'revealed' }, words),
    'customer made: seen by a colleague': customerMade({ customer: made, submitter: cast.me.name }, words),
    'customer made: order refused': customerMade(
      {
        customer: { ...made, orderFailure: '2002' },
        credential: 'acknowledged',
        order: { state: 'failed', why: { code: 'PC_REFUSED', reason: '2002' } },
        mayOrder: true,
      },
      words,
    ),
    'customer made: ordered again': customerMade(
      { customer: { ...made, orderFailure: '2002' }, credential: 'expired', order: { state: 'again' } },
      words,
    ),
    'password of a customer': customerPassword(
      { draft: DRAFT, customer: legalName, adminUserName, temporaryPassword: 'Example-not-a-password-1' },
      words,
    ),
    'password of a customer: noted': passwordGone({ draft: DRAFT, customer: legalName, isNoted: true }, words),
    'password of a customer: shown before': passwordGone({ draft: DRAFT, customer: legalName }, words),
    'password of a customer: not here': passwordOnlyByTap({ draft: DRAFT, customer: legalName }, words),
    'new customers begun': customerDrafts(
      {
        company,
        rows: (['reviewing', 'selecting', 'provisioning'] as const).map((state) => ({
          id: DRAFT,
          name: legalName,
          state,
          startedAt: T.started,
          by: cast.me.name,
        })),
        next: 'after',
      },
      words,
    ),
    'new customers begun: none': customerDrafts({ company, rows: [] }, words),
    'new customer cancelled': customerDiscarded(company, words),
    'ask the provider': askProviderForm(
      { company, providers: resellers, refusals: [{ code: 'CUS_IR_CANNOT_CREATE' }, { code: 'TRN_NO_NEW_DIRECT' }] },
      words,
    ),
    'ask the provider: none yet': askProviderForm(
      { company, providers: [], refusals: [{ code: 'CUS_IR_CANNOT_CREATE' }] },
      words,
    ),
    'provider asked': providerAsked({ company, provider: legalName }, words),
  }
}
