import { customerCard } from '../../cards/customer/customer.ts'
import { customersCard } from '../../cards/customer/customers.ts'
import { orderCard, orderForm, orderReview, ordersCard } from '../../cards/customer/order.ts'
import { subscriptionCard } from '../../cards/customer/subscription.ts'
import { licensesForm, resellerForm, supportContactForm } from '../../cards/customer/subscription-forms.ts'
import type { Card } from '../../cards/drawing/render.ts'
import { agreementForm } from '../../cards/enrollment/agreement-form.ts'
import { ownPartnersCard } from '../../cards/partnership/own-partners.ts'
import type { Words } from '../../cards/words/words.ts'
import type { Customer, Order, Relation, Subscription } from '../../domain/customer/customer.ts'
import type { CustomerEntry } from '../../domain/customer/lists.ts'
import { offersPage } from '../../domain/customer/offers.ts'
import { seenBy } from '../../domain/customer/seen.ts'
import { type TenantId, tenantId } from '../../domain/ids.ts'
import type { Offer } from '../../domain/ports.ts'
import type { Refusal } from '../../domain/refusals.ts'
import { type Cast, hostile } from './sample-cast.ts'

const PROVIDER = tenantId('0b1c2d3e-0000-4000-8000-000000000011')
const RESELLER = tenantId('0b1c2d3e-0000-4000-8000-000000000012')
const CUSTOMER = tenantId('0b1c2d3e-0000-4000-8000-000000000013')
const T = { since: '2025-12-01T01:12:00.000Z', ordered: '2025-12-03T05:30:00.000Z', done: '2025-12-03T05:30:09.000Z' }
const OFFERS: readonly Offer[] = [
  { offerId: 'business-basic', name: 'Microsoft 365 Business Basic', min: 1, max: 300, azure: false },
  { offerId: 'exchange-plan-1', name: 'Exchange Online (Plan 1)', min: 1, max: 10_000, azure: false },
  { offerId: 'azure-plan', name: 'Azure plan', min: 1, max: 1, azure: true },
]
const MANY: readonly Offer[] = Array.from({ length: 300 }, (_, n) => ({
  offerId: `offer-${n}`,
  name: `Plan ${n} ${'with everything '.repeat(11)}`.trim(),
  min: 1,
  max: 300,
  azure: false,
}))
const signing = { timeZone: 'Asia/Tokyo', now: '2026-03-10T15:00:00.000Z' }
const MAY = { order: true, reseller: true, support: true, remove: true, attest: true }
const NOTHING = { order: false, reseller: false, support: false, remove: false, attest: false }

/** The cards of customers and their subscriptions, by name. */
export function customersCards(cast: Cast, words: Words): Readonly<Record<string, Card>> {
  const { company, legalName, people, address, mpnId, contact } = cast
  const isWorst = people.length > 2
  const other = isWorst ? hostile(100) : words.locale === 'ja-JP' ? 'みなとシステムズ' : 'Litware Systems'
  const offerName = isWorst ? hostile(200) : 'Microsoft 365 Business Basic'
  const relations: readonly Relation[] = [
    relation(PROVIDER, company, 'provider'),
    { ...relation(RESELLER, other, 'reseller'), through: PROVIDER },
  ]
  const reseller = { tenantId: RESELLER, name: other, mpnId }
  const subscription: Subscription = {
    id: 's1',
    offerId: 'business-basic',
    offerName,
    azure: false,
    licenses: 25,
    status: 'active',
    owner: PROVIDER,
    billing: 'provider',
    orderId: 'o1',
    since: T.done,
    reseller: { ...reseller, since: T.done, by: cast.by },
    support: { tenantId: RESELLER, name: other, kind: 'reseller', since: T.done },
  }
  const provided = { tenantId: PROVIDER, name: company, kind: 'provider', since: T.done } as const
  const { reseller: _, ...uncredited } = { ...subscription, support: provided }
  const failure = { at: T.done, code: '2002', edit: { kind: 'licenses', to: 900 } } as const
  const pending = { key: 'k', by: cast.by, at: T.done, edit: { kind: 'licenses', to: 30 } } as const
  const order: Order = {
    id: 'o1',
    key: 'k1',
    state: 'confirmed',
    owner: PROVIDER,
    lines: [{ action: 'new', offerId: 'business-basic', offerName, licenses: 25, azure: false, resellerMpnId: mpnId }],
    reseller,
    submittedBy: cast.by,
    submittedAt: T.ordered,
    settledAt: T.done,
  }
  const failed: Order = { ...order, id: 'o2', state: 'failed', failure: '13605' }
  const base: Customer = {
    tenantId: CUSTOMER,
    name: legalName,
    country: address.country,
    domain: 'tailspintoys.onmicrosoft.com',
    agreement: { status: 'attested', at: T.since, by: cast.by, contact, agreedOn: '2025-11-28' },
    relations,
    subscriptions: [
      subscription,
      { ...uncredited, id: 's2', offerName: isWorst ? hostile(200) : 'Exchange Online (Plan 1)', licenses: 1, failure },
      { ...subscription, id: 's3', offerName: isWorst ? hostile(200) : 'Azure plan', azure: true, pending },
    ],
    orders: [order, failed, { ...order, id: 'o3', state: 'submitted' }],
  }
  const many: Customer = {
    ...base,
    subscriptions: Array.from({ length: 20 }, (_, n) => ({ ...subscription, id: `s${n}` })),
    orders: [...base.orders, { ...order, id: 'o4' }],
  }
  const direct: Customer = {
    ...base,
    relations: [relation(PROVIDER, company, 'direct')],
    subscriptions: [{ ...uncredited, billing: 'direct' }],
    orders: [],
  }
  const mca: Refusal = { code: 'CUS_MCA' }
  const reasons: ReadonlyMap<string, Refusal> = new Map<string, Refusal>([
    ['o2', mca],
    ['s2', { code: 'ORD_QUANTITY', field: 'licenses', min: 1, max: 300 }],
  ])
  const card = (
    customer: Customer,
    viewer: TenantId,
    may = NOTHING,
    more: {
      alerts?: readonly string[]
      denied?: readonly Refusal[]
      note?: string
      from?: number
      unseen?: string
    } = {},
  ): Card => {
    const seen = seenBy(customer, viewer)
    if (!seen) throw new Error('nobody sees it')
    return customerCard({ company, seen, from: 0, may, reasons, ...more }, words)
  }
  const row = (n: number, more: Partial<CustomerEntry> = {}): CustomerEntry => ({
    tenantId: tenantId(`0b1c2d3e-0000-4000-8000-0000000002${String(n).padStart(2, '0')}`),
    name: isWorst ? hostile(100) : `${legalName} ${n + 1}`,
    country: address.country,
    origins: ['indirect'],
    access: 'account',
    other: { tenantId: RESELLER, name: other },
    since: T.since,
    ...more,
  })
  const page = Array.from({ length: 20 }, (_, n) => row(n))
  const partners = people.map((name, n) => ({
    name,
    tenantId: tenantId(`0b1c2d3e-0000-4000-8000-0000000003${10 + n}`),
  }))
  const list = { side: 'provider' as const, company, name: '', partners, mayAdd: true }
  const named = { tenant: CUSTOMER, customer: legalName }
  const one = { ...named, viewer: PROVIDER, owner: company, may: MAY }
  const form = { ...named, subscription }
  const seenSelf = seenBy(base, CUSTOMER)
  const wish = { subscription: 'business-basic', licenses: '25', resellerMpnId: RESELLER as string, mpnId: '' }
  const removal: Relation['removal'] = { key: 'r', by: cast.by, at: T.done }
  const bullets: Refusal = {
    code: 'REL_REMOVE_BLOCKED',
    items: [
      { kind: 'subscription', name: offerName },
      { kind: 'reservation', name: 'RI-1' },
    ],
  }
  return {
    'customers: provider': customersCard(
      {
        ...list,
        rows: [row(0), row(1, { origins: ['direct', 'indirect'] }), row(2, { access: 'subscription' })],
        from: 0,
      },
      words,
    ),
    'customers: second page of twenty': customersCard(
      { ...list, rows: page, name: cast.query, from: 20, next: 'x', morePartners: true },
      words,
    ),
    'customers: shared with a partner, which is over': customersCard(
      { ...list, rows: [row(0)], from: 0, partner: { tenantId: RESELLER, name: other, ended: true } },
      words,
    ),
    'customers: none shared': customersCard(
      {
        ...list,
        side: 'reseller',
        mayAdd: false,
        rows: [],
        from: 0,
        partner: { tenantId: PROVIDER, name: other, ended: false },
      },
      words,
    ),
    'customers: none of a direct-bill partner': customersCard(
      { ...list, side: undefined, partners: [], mayAdd: false, rows: [], from: 0 },
      words,
    ),
    'customer: provider': card(base, PROVIDER, MAY),
    'customer: password not shown yet': card(base, PROVIDER, MAY, { unseen: named.tenant }),
    'customer: provider, many subscriptions': card(many, PROVIDER, MAY, { from: 8 }),
    'customer: provider, not agreed': card({ ...base, agreement: { status: 'none' } }, PROVIDER, MAY),
    'customer: provider, cannot be removed': card(base, PROVIDER, MAY, { alerts: [words.refusal(bullets)] }),
    'customer: provider, being removed': card(
      { ...base, relations: [{ ...relation(PROVIDER, company, 'provider'), removal }], subscriptions: [], orders: [] },
      PROVIDER,
      MAY,
      { note: words.customers.card.note.removal },
    ),
    'customer: provider, only to look at': card(base, PROVIDER, NOTHING, {
      denied: [{ code: 'AUTH_ROLE', roles: ['GA', 'AA'] }],
    }),
    'customer: reseller': card(base, RESELLER),
    'customer: reseller of a subscription alone': card(
      { ...base, relations: [relation(PROVIDER, company, 'provider')] },
      RESELLER,
    ),
    'customer: reseller without delegated admin privileges': card(
      {
        ...base,
        relations: relations.map((one) => ({ ...one, dap: 'removedByCustomer' })),
        agreement: { status: 'directSigned', at: T.done },
      },
      RESELLER,
    ),
    'customer: direct': card(direct, PROVIDER, { ...MAY, reseller: false, support: false }),
    'customer: over': card(
      { ...base, relations: [{ ...relation(PROVIDER, company, 'provider'), dap: 'none', removedAt: T.done }] },
      PROVIDER,
    ),
    'subscription: provider': subscriptionCard({ ...one, subscription }, words),
    'subscription: without a reseller, refused': subscriptionCard(
      { ...one, subscription: { ...uncredited, failure }, failure: reasons.get('s2') },
      words,
    ),
    'subscription: Azure, being changed': subscriptionCard(
      { ...one, subscription: { ...subscription, azure: true, pending }, note: words.customers.card.note.licenses },
      words,
    ),
    'subscription: changed': subscriptionCard({ ...one, subscription, awaited: 'supportContact' }, words),
    'subscription: reseller': subscriptionCard({ ...one, viewer: RESELLER, may: NOTHING, subscription }, words),
    'subscription: licenses, refused': licensesForm(
      {
        ...form,
        offer: OFFERS[0],
        typed: '900',
        faults: [{ code: 'ORD_QUANTITY', field: 'licenses', min: 1, max: 300 }],
      },
      words,
    ),
    'subscription: reseller, not a location': resellerForm(
      {
        ...form,
        resellers: [reseller],
        typed: mpnId,
        faults: [{ code: 'MPN_NOT_LOCATION', field: 'mpnId', id: mpnId, locations: [mpnId] }],
      },
      words,
    ),
    'subscription: reseller, none to choose': resellerForm({ ...form, subscription: uncredited, resellers: [] }, words),
    'subscription: support contact': supportContactForm(
      { ...form, company, provider: PROVIDER, contacts: relations.filter(({ role }) => role === 'reseller') },
      words,
    ),
    'order: add a subscription': orderForm({ ...named, page: offersPage(OFFERS), resellers: [reseller] }, words),
    'order: from a large catalogue': orderForm(
      { ...named, page: offersPage(MANY, { from: 45 }), resellers: [reseller] },
      words,
    ),
    'order: for a direct customer': orderForm(
      { ...named, page: offersPage(OFFERS), resellers: [], isDirect: true },
      words,
    ),
    'order: refused before it is placed': orderForm(
      {
        ...named,
        page: offersPage(OFFERS),
        resellers: [reseller],
        values: { ...wish, licenses: '301' },
        faults: [{ code: 'ORD_QUANTITY', field: 'licenses', min: 1, max: 300 }, mca],
      },
      words,
    ),
    'order: upgrade': orderForm(
      { ...named, page: offersPage(OFFERS.slice(1)), upgrades: subscription, resellers: [] },
      words,
    ),
    'order: nothing is offered': orderForm({ ...named, page: offersPage([]), resellers: [] }, words),
    'order: review': orderReview({ ...named, offer: offerOf(isWorst, 2), licenses: 1, reseller, values: wish }, words),
    'order: review without a reseller': orderReview(
      { ...named, offer: offerOf(isWorst, 0), licenses: 25, values: { ...wish, resellerMpnId: 'none' } },
      words,
    ),
    'order: review of an upgrade': orderReview(
      { ...named, offer: offerOf(isWorst, 1), licenses: 25, upgrades: subscription, values: wish },
      words,
    ),
    'order: submitted': orderCard(
      { ...named, order: { ...order, state: 'submitted' }, own: true, mayRetry: true, repeated: false },
      words,
    ),
    'order: confirmed': orderCard({ ...named, order, own: true, mayRetry: true, repeated: false }, words),
    'order: refused': orderCard(
      { ...named, order: failed, why: mca, own: true, mayRetry: true, repeated: false },
      words,
    ),
    'order: refused, told to the reseller': orderCard(
      { ...named, order: failed, own: false, mayRetry: false, repeated: true },
      words,
    ),
    orders: ordersCard({ ...named, orders: base.orders, from: 0, reasons }, words),
    'orders: many': ordersCard(
      { ...named, orders: Array.from({ length: 50 }, (_, n) => ({ ...order, id: `o${n}` })), from: 20, reasons },
      words,
    ),
    'customer agreement': agreementForm({ ...named, ...signing }, words),
    'customer agreement: refused': agreementForm(
      { ...named, ...signing, values: contact, faults: [{ code: 'CUS_MCA_DATE', field: 'agreedOn' }] },
      words,
    ),
    'own partners': ownPartnersCard({ company: legalName, seen: seenSelf, mayDrop: true }, words),
    'own partners: only to look at': ownPartnersCard({ company: legalName, seen: seenSelf, mayDrop: false }, words),
    'own partners: none': ownPartnersCard({ company: legalName, mayDrop: true }, words),
  }
}

const offerOf = (isWorst: boolean, n: number): Offer => ({
  ...(OFFERS[n] as Offer),
  ...(isWorst ? { name: hostile(200) } : {}),
})

const relation = (partner: TenantId, partnerName: string, role: Relation['role']): Relation => ({
  partner,
  partnerName,
  role,
  dap: 'granted',
  source: 'createdByProvider',
  since: T.since,
})
