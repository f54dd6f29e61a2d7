import { by } from '../../domain/actor.ts'
import type {
  Customer,
  CustomerEvent,
  Order,
  OrderLine,
  Relation,
  Subscription,
} from '../../domain/customer/customer.ts'
import { evolveCustomer } from '../../domain/customer/evolve.ts'
import { evolveNewCustomer } from '../../domain/customer/evolve-new.ts'
import type { CustomerDetails, NewCustomer, NewCustomerEvent } from '../../domain/customer/new-customer.ts'
import type { SaleFacts, SellingReseller } from '../../domain/customer/sale.ts'
import { type TenantId, tenantId } from '../../domain/ids.ts'
import type { Organization } from '../../domain/organization/organization.ts'
import type { Offer } from '../../domain/ports.ts'
import { partners, reseller as sakura, tomo, toto } from './partners.ts'
import { days, hana, inTenant } from './people.ts'

/** The tenant that Partner Center makes first for Kaede Foods. */
export const KAEDE: TenantId = tenantId('00000001-0000-4000-8000-00000000c000')

/** Sakura with the MPA of Japan and the location that it was onboarded with. */
export const signed: Organization = { ...sakura, mpnId: '4567890', agreements: toto.agreements }

/** A global admin of the customer. */
export const kaede = { ...inTenant(hana, KAEDE), name: 'Kaede Mori', email: 'kaede@kaede.example' }

export const STANDARD: Offer = {
  offerId: 'o-standard',
  name: 'Microsoft 365 Business Standard',
  min: 1,
  max: 300,
  azure: false,
}
export const PREMIUM: Offer = {
  offerId: 'o-premium',
  name: 'Microsoft 365 Business Premium',
  min: 1,
  max: 300,
  azure: false,
}
export const OFFERS: readonly Offer[] = [STANDARD, PREMIUM]

export const DETAILS: CustomerDetails = {
  companyName: 'Kaede Foods',
  domainPrefix: 'kaedefoods',
  address: { line1: '1-2-3 Honcho', city: 'Chuo-ku', state: 'JP-13', postalCode: '103-0023', country: 'JP' },
  contact: { firstName: 'Kaede', lastName: 'Mori', email: 'kaede@kaede.example' },
  agreement: {
    contact: { firstName: 'Kaede', lastName: 'Mori', email: 'kaede@kaede.example' },
    agreedOn: '2026-03-01',
  },
}

export const named: SellingReseller = { organization: signed, partnership: partners }

/** Nothing stands in the way of this sale. */
export const facts = (over: Partial<SaleFacts> = {}): SaleFacts => ({
  provider: { organization: toto },
  reseller: named,
  customer: { tenantId: KAEDE, name: 'Kaede Foods', country: 'JP' },
  isReseller: false,
  offers: OFFERS,
  ...over,
})

/** The same to a tenant that is still to be made. */
export const newSale = (over: Partial<SaleFacts> = {}): SaleFacts =>
  facts({ customer: { name: 'Kaede Foods', country: 'JP' }, ...over })

const tomoDid = by(tomo)

export const LINE: OrderLine = {
  action: 'new',
  offerId: STANDARD.offerId,
  offerName: STANDARD.name,
  licenses: 25,
  azure: false,
  resellerMpnId: '4567890',
}

const relation: Omit<Relation, 'partner' | 'partnerName' | 'role'> = {
  dap: 'granted',
  source: 'createdByProvider',
  since: days(5),
}

type NewOf<T extends NewCustomerEvent['type']> = Extract<NewCustomerEvent, { type: T }>

/** One event of each type, of the new customer d1. */
export const EVERY_NEW_CUSTOMER_EVENT: { [T in NewCustomerEvent['type']]: NewOf<T> } = {
  NewCustomerStarted: {
    type: 'NewCustomerStarted',
    at: days(4),
    by: tomoDid,
    id: 'd1',
    provider: toto.tenantId,
    providerName: toto.displayName,
    reseller: { tenantId: signed.tenantId, name: signed.displayName },
  },
  CustomerDetailsSaved: {
    type: 'CustomerDetailsSaved',
    at: days(4),
    by: tomoDid,
    details: DETAILS,
    reseller: { tenantId: signed.tenantId, name: signed.displayName },
  },
  CustomerLinesSaved: { type: 'CustomerLinesSaved', at: days(4), by: tomoDid, lines: [LINE] },
  NewCustomerSubmitted: {
    type: 'NewCustomerSubmitted',
    at: days(5),
    by: tomoDid,
    keys: { tenant: 'tenant-1', order: 'order-1' },
  },
  CustomerTenantRequested: {
    type: 'CustomerTenantRequested',
    at: days(5),
    attempt: { worker: 'w1', until: days(6), number: 1 },
  },
  CustomerTenantCreated: {
    type: 'CustomerTenantCreated',
    at: days(5),
    customer: KAEDE,
    adminUserName: 'admin@kaedefoods.onmicrosoft.com',
  },
  CustomerRecorded: { type: 'CustomerRecorded', at: days(5) },
  NewCustomerFailed: { type: 'NewCustomerFailed', at: days(5), refusals: [{ code: 'PC_REFUSED' }] },
  NewCustomerDone: { type: 'NewCustomerDone', at: days(5) },
  NewCustomerDiscarded: { type: 'NewCustomerDiscarded', at: days(5), by: tomoDid },
}

const N = EVERY_NEW_CUSTOMER_EVENT
const REVIEWED = [N.NewCustomerStarted, N.CustomerDetailsSaved, N.CustomerLinesSaved] as const
const SUBMITTED = [...REVIEWED, N.NewCustomerSubmitted] as const

const PATHS: Record<NewCustomer['state'] | 'failed' | 'recorded', readonly NewCustomerEvent[]> = {
  draft: [N.NewCustomerStarted],
  selecting: [N.NewCustomerStarted, N.CustomerDetailsSaved],
  reviewing: REVIEWED,
  provisioning: SUBMITTED,
  failed: [...SUBMITTED, N.NewCustomerFailed],
  recorded: [...SUBMITTED, N.CustomerTenantRequested, N.CustomerTenantCreated, N.CustomerRecorded],
  active: [...SUBMITTED, N.CustomerTenantCreated, N.CustomerRecorded, N.NewCustomerDone],
  discarded: [...REVIEWED, N.NewCustomerDiscarded],
}

export const NEW_CUSTOMER_PATHS = Object.keys(PATHS) as (keyof typeof PATHS)[]

/** A new customer of Toto through Sakura in this state. */
export function newCustomer(state: keyof typeof PATHS): NewCustomer {
  const [first, ...rest] = PATHS[state] as [NewCustomerEvent, ...NewCustomerEvent[]]
  return rest.reduce(evolveNewCustomer, evolveNewCustomer(undefined, first))
}

export const ORDER: Order = {
  id: 'd1',
  key: 'order-1',
  state: 'submitted',
  owner: toto.tenantId,
  lines: [LINE],
  reseller: { tenantId: signed.tenantId, name: signed.displayName, mpnId: '4567890' },
  draft: 'd1',
  submittedBy: tomoDid,
  submittedAt: days(5),
}

const TOTO_SUPPORT = { tenantId: toto.tenantId, name: toto.displayName, kind: 'provider', since: days(5) } as const
export const SAKURA_SUPPORT = {
  tenantId: signed.tenantId,
  name: signed.displayName,
  kind: 'reseller',
  since: days(6),
} as const
export const OF_RECORD = {
  tenantId: signed.tenantId,
  name: signed.displayName,
  mpnId: '4567890',
  since: days(5),
  by: tomoDid,
}

export const SUBSCRIPTION: Subscription = {
  id: 's1',
  offerId: STANDARD.offerId,
  offerName: STANDARD.name,
  azure: false,
  licenses: 25,
  status: 'active',
  owner: toto.tenantId,
  billing: 'provider',
  orderId: 'd1',
  since: days(5),
  reseller: OF_RECORD,
  support: TOTO_SUPPORT,
}

type Of<T extends CustomerEvent['type']> = Extract<CustomerEvent, { type: T }>
const it = { at: days(6), by: tomoDid, subscription: 's1' }
const mine = { at: days(7), by: tomoDid, partner: toto.tenantId, role: 'provider' } as const

/** One event of each type, of Kaede Foods. */
export const EVERY_CUSTOMER_EVENT: { [T in CustomerEvent['type']]: Of<T> } = {
  CustomerCreated: {
    type: 'CustomerCreated',
    at: days(5),
    by: tomoDid,
    tenantId: KAEDE,
    name: 'Kaede Foods',
    country: 'JP',
    domain: 'kaedefoods.onmicrosoft.com',
    billing: { email: DETAILS.contact.email, address: DETAILS.address },
    agreement: { status: 'attested', at: days(5), by: tomoDid, ...DETAILS.agreement },
    relations: [
      { ...relation, partner: toto.tenantId, partnerName: toto.displayName, role: 'provider' },
      {
        ...relation,
        partner: signed.tenantId,
        partnerName: signed.displayName,
        role: 'reseller',
        through: toto.tenantId,
      },
    ],
  },
  RelationsEstablished: {
    type: 'RelationsEstablished',
    at: days(5),
    by: by(kaede),
    tenantId: KAEDE,
    customer: { name: 'Kaede Foods', country: 'JP' },
    invitation: 'i1',
    relations: [
      {
        ...relation,
        partner: toto.tenantId,
        partnerName: toto.displayName,
        role: 'provider',
        source: 'providerInvitation',
      },
    ],
  },
  AgreementAttested: {
    type: 'AgreementAttested',
    at: days(6),
    by: tomoDid,
    agreement: { status: 'attested', at: days(6), by: tomoDid, ...DETAILS.agreement },
  },
  AgreementSigned: { type: 'AgreementSigned', at: days(6), by: by(kaede) },
  OrderSubmitted: { type: 'OrderSubmitted', at: days(5), by: tomoDid, order: ORDER },
  OrderConfirmed: {
    type: 'OrderConfirmed',
    at: days(5),
    by: tomoDid,
    order: 'd1',
    subscriptions: [SUBSCRIPTION],
  },
  OrderFailed: { type: 'OrderFailed', at: days(5), by: tomoDid, order: 'd1', code: '2002' },
  SubscriptionEditOrdered: {
    type: 'SubscriptionEditOrdered',
    ...it,
    key: 'edit-1',
    edit: { kind: 'licenses', to: 30 },
  },
  SubscriptionEditRefused: { type: 'SubscriptionEditRefused', at: days(6), subscription: 's1', code: '2001' },
  ResellerAssociated: { type: 'ResellerAssociated', ...it, reseller: OF_RECORD },
  ResellerRemoved: { type: 'ResellerRemoved', ...it },
  ResellerReplaced: { type: 'ResellerReplaced', ...it, former: { tenantId: OF_RECORD.tenantId, name: OF_RECORD.name } },
  SupportContactChanged: { type: 'SupportContactChanged', ...it, from: TOTO_SUPPORT, to: SAKURA_SUPPORT },
  LicensesChanged: { type: 'LicensesChanged', ...it, from: 25, to: 30 },
  SubscriptionSuspended: { type: 'SubscriptionSuspended', ...it },
  DapRemoved: { type: 'DapRemoved', ...mine, by: by(kaede) },
  RelationRemovalOrdered: { type: 'RelationRemovalOrdered', ...mine, key: 'removal-1' },
  RelationRemovalRefused: { type: 'RelationRemovalRefused', ...mine, code: '600006' },
  RelationRemoved: { type: 'RelationRemoved', ...mine },
}

const E = EVERY_CUSTOMER_EVENT
/** Kaede Foods with its first subscription, and what happened to it since. */
export const SOLD: readonly CustomerEvent[] = [E.CustomerCreated, E.OrderSubmitted, E.OrderConfirmed]

export const customer = (...events: readonly CustomerEvent[]): Customer => grown(undefined, ...SOLD, ...events)

/** A customer after these events alone. */
export function grown(state: Customer | undefined, ...events: readonly CustomerEvent[]): Customer {
  const last = events.reduce<Customer | undefined>(evolveCustomer, state)
  if (!last) throw new Error('nothing happened')
  return last
}
