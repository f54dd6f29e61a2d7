import type { Actor, Role } from '../../domain/actor.ts'
import { attestAgreement } from '../../domain/customer/attest-agreement.ts'
import type { Customer, CustomerEvent } from '../../domain/customer/customer.ts'
import { discardNewCustomer } from '../../domain/customer/discard.ts'
import { associateReseller, setSupportContact } from '../../domain/customer/edit-subscription.ts'
import type { LineInput } from '../../domain/customer/lines.ts'
import { removeRelation } from '../../domain/customer/relation.ts'
import type { Buyer, SaleFacts, Seller, SellingReseller } from '../../domain/customer/sale.ts'
import { saveDetails } from '../../domain/customer/save-details.ts'
import { saveLines } from '../../domain/customer/save-lines.ts'
import { startNewCustomer } from '../../domain/customer/start.ts'
import { submitNewCustomer } from '../../domain/customer/submit.ts'
import { submitOrder } from '../../domain/customer/submit-order.ts'
import type { Decision } from '../../domain/decision.ts'
import type { Organization } from '../../domain/organization/organization.ts'
import type { Partnership } from '../../domain/partnership/partnership.ts'
import type { CustomerDeeds } from '../../domain/questions/can-customers.ts'
import {
  customer,
  DETAILS,
  EVERY_CUSTOMER_EVENT as E,
  grown,
  KAEDE,
  named as NAMED,
  NEW_CUSTOMER_PATHS,
  newCustomer,
  OFFERS,
} from './customers.ts'
import { days, otherTenant } from './people.ts'
import { bakery } from './sales.ts'
import type { chooser } from './worlds.ts'

type Chooser = Pick<ReturnType<typeof chooser>, 'mostly' | 'one' | 'chance'>
type Companies = {
  provider: Organization
  reseller: Organization
  partnership: Partnership
  person: (usual: Role) => Actor
}

const HISTORIES: readonly [readonly CustomerEvent[], ...(readonly CustomerEvent[])[]] = [
  [],
  [E.SubscriptionSuspended],
  [E.SubscriptionEditOrdered],
  [E.ResellerRemoved],
  [E.SupportContactChanged],
  [E.SubscriptionSuspended, E.RelationRemovalOrdered],
  [E.RelationRemoved],
  [{ ...E.DapRemoved, partner: E.CustomerCreated.relations[1]?.partner ?? KAEDE, role: 'reseller' }],
]

const NOTHING = { subscriptions: [], reservations: [], software: [] }
const AT = days(8)

/** What commands about customers read, chosen at random; as likely to be right as the rest of the world. */
export function customerWorld(
  { mostly, one, chance }: Chooser,
  { provider: organization, reseller: other, partnership, person }: Companies,
): CustomerDeeds {
  const isDirect = chance(0.25)
  const seller: Organization = isDirect
    ? {
        ...organization,
        kind: mostly('directBill', 'both'),
        directBillStatus: mostly('active', 'restricted', 'identifiedForOffboarding'),
      }
    : organization
  const indirect: Seller = { organization, registrationId: mostly<string | undefined>(undefined, '12-34') }
  const provider: Seller = { ...indirect, organization: seller }
  const location = mostly<{ mpnId?: string }>({ mpnId: '4567890' }, { mpnId: '7777777' }, {})
  const { mpnId: _, ...bare } = other
  const reseller: SellingReseller = { organization: { ...bare, ...location }, partnership }
  const also: SellingReseller = {
    organization: { ...reseller.organization, tenantId: otherTenant, suspended: chance(0.1) },
    partnership: mostly(partnership, { status: 'none' }),
  }
  const named = isDirect && chance(0.9) ? undefined : mostly<SellingReseller | undefined>(reseller, undefined)
  const company = mostly<Organization | undefined>(undefined, { ...bakery, tenantId: KAEDE, cspTenant: chance(0.5) })
  const buyer: Buyer = {
    ...(chance(0.5) ? { tenantId: KAEDE } : {}),
    name: 'Kaede Foods',
    country: mostly(organization.country, 'US', 'KP'),
    registrationId: mostly<string | undefined>(undefined, '1234'),
    company,
  }
  const facts: SaleFacts = {
    provider,
    ...(named ? { reseller: named } : {}),
    customer: buyer,
    isReseller: chance(0.1),
    offers: mostly(OFFERS, []),
    credited: mostly<readonly SellingReseller[] | undefined>(undefined, [also]),
  }
  /** The draft was begun with the reseller. */
  const drafted = mostly({ ...facts, reseller: chance(0.5) ? reseller : NAMED }, facts)
  const state: Customer = mostly<Customer>(
    customer(...mostly<readonly CustomerEvent[]>([], ...HISTORIES)),
    grown(undefined, E.RelationsEstablished),
    grown(undefined, E.CustomerCreated, E.OrderSubmitted),
  )
  const draft = (usual: Parameters<typeof newCustomer>[0]) =>
    mostly(newCustomer(usual), newCustomer(one('draft', ...NEW_CUSTOMER_PATHS)))
  const line: LineInput = mostly<LineInput>(
    { action: 'new', offerId: 'o-premium', licenses: 5 },
    { action: 'new', offerId: 'o-premium', licenses: 0 },
    { action: 'addLicenses', offerId: 'o-standard', licenses: 5, subscription: 's1' },
    { action: 'upgrade', offerId: 'o-premium', licenses: 5, subscription: 's1' },
    { action: 'new', offerId: 'gone', licenses: 5 },
  )
  const agreedOn = mostly('2026-03-01', '2026-04-01', '')
  const details = {
    ...DETAILS,
    domainPrefix: mostly('kaedefoods', 'kaede-foods'),
    agreement: { ...DETAILS.agreement, agreedOn },
  }
  const domain = { isDomainFree: !chance(0.15), suggestions: [] }
  const seen = mostly(9, 0)
  const subscription = mostly('s1', 's9')
  const typed = mostly<string | undefined>(undefined, '1111111', '4567890')
  const news: LineInput = { ...line, action: 'new' }
  return {
    startNewCustomer: { actor: person('SA'), provider, reseller: named },
    saveDetails: { actor: person('SA'), draft: draft('draft'), facts, details, ...domain, seen, at: AT },
    saveLines: {
      actor: person('SA'),
      draft: mostly(newCustomer('selecting'), draft('reviewing')),
      facts: drafted,
      lines: mostly(
        [{ action: 'new', offerId: 'o-premium', licenses: 5 }],
        [news],
        [{ ...news, reseller: otherTenant }, news],
        [{ ...news, reseller: null }],
        [],
      ),
      withReseller: chance(0.3),
      seen,
    },
    submitNewCustomer: { actor: person('SA'), draft: draft('reviewing'), facts: drafted, ...domain, seen, at: AT },
    discardNewCustomer: { actor: person('SA'), draft: draft('selecting'), provider },
    submitOrder: { actor: person('SA'), customer: state, facts, lines: [line], mpnId: typed },
    associateReseller: {
      actor: person('SA'),
      customer: state,
      facts: { ...facts, provider: indirect, reseller },
      subscription,
      mpnId: typed,
    },
    setSupportContact: {
      actor: person('HA'),
      customer: state,
      provider,
      contact: mostly<Seller>(reseller, provider, { organization: { ...other, tenantId: otherTenant } }),
      subscription,
    },
    removeRelation: {
      actor: person('GA'),
      customer: mostly(customer(E.SubscriptionSuspended), state),
      provider,
      holdings: mostly(NOTHING, { ...NOTHING, software: ['SQL Server'] }),
    },
    attestAgreement: { actor: person('AA'), customer: state, provider, agreedOn, at: AT },
  }
}

const keys = { id: 'o2', key: 'k2' }

/** Every command itself, given the same facts. */
export const CUSTOMER_COMMANDS: { [D in keyof CustomerDeeds]: (facts: CustomerDeeds[D]) => Decision<unknown> } = {
  startNewCustomer: (facts) => startNewCustomer(undefined, { at: AT, id: 'd1', ...facts }),
  saveDetails: ({ draft, ...facts }) => saveDetails(draft, facts),
  saveLines: ({ draft, ...facts }) => saveLines(draft, { at: AT, ...facts }),
  submitNewCustomer: ({ draft, ...facts }) => submitNewCustomer(draft, { keys: { tenant: 't', order: 'o' }, ...facts }),
  discardNewCustomer: ({ draft, provider: { organization }, ...facts }) =>
    discardNewCustomer(draft, { at: AT, provider: organization, ...facts }),
  submitOrder: ({ customer: state, ...facts }) => submitOrder(state, { at: AT, ...keys, ...facts }),
  associateReseller: ({ customer: state, ...facts }) => associateReseller(state, { at: AT, key: 'e1', ...facts }),
  setSupportContact: ({ customer: state, ...facts }) => setSupportContact(state, { at: AT, key: 'e1', ...facts }),
  removeRelation: ({ customer: state, ...facts }) => removeRelation(state, { at: AT, key: 'r1', ...facts }),
  attestAgreement: ({ customer: state, ...facts }) => attestAgreement(state, { contact: DETAILS.contact, ...facts }),
}
