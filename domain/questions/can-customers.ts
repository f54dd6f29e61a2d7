import type { Actor } from '../actor.ts'
import type { Customer } from '../customer/customer.ts'
import { ownRelation } from '../customer/customer.ts'
import {
  asked,
  creditRefusals,
  type LineInput,
  lineRefusals,
  locationRefusals,
  recordedCreditRefusals,
} from '../customer/lines.ts'
import { type CustomerDetails, isOpen, type NewCustomer } from '../customer/new-customer.ts'
import { removalBlocks } from '../customer/relation.ts'
import {
  allResellers,
  buyerOf,
  companyOf,
  type SaleFacts,
  type Seller,
  type SellingReseller,
  sameReseller,
} from '../customer/sale.ts'
import { type DomainFacts, detailRefusals } from '../customer/save-details.ts'
import { addingOperation, mayHandleDrafts } from '../customer/start.ts'
import { ownedBy } from '../customer/submit-order.ts'
import { type CustomerParties, saleOf } from '../invitation/customer-parties.ts'
import type { Holdings } from '../ports.ts'
import type { Refusal } from '../refusals.ts'
import {
  agreedOnPossibleDay,
  customerAgreed,
  customerInRegion,
  directCustomersOnly,
  newDirectAllowed,
  notCspTenant,
  nothingLeft,
  notOneself,
  notResellerOfProvider,
  notRestricted,
  providerCreatesCustomers,
  providerRelated,
  resellerMpaBeforeAssociation,
  resellerMpaSigned,
  resellerNotSuspended,
  supportContactRelated,
} from '../rules/customer.ts'
import { enrolledAsReseller, mpaSigned, notSuspended } from '../rules/organization.ts'
import { partnershipExists } from '../rules/partnership.ts'
import { samePartnerRegion } from '../rules/region.ts'
import type { Rule } from '../rules/rule.ts'
import type { Check, CheckName } from './answer.ts'
import { found, right, run } from './checks.ts'

type By = { actor: Actor }
type Drafted = By & { draft: NewCustomer | undefined }
type Of = By & { customer: Customer }

/** What each command about customers is decided from, as its own function reads it. */
export type CustomerDeeds = {
  startNewCustomer: By & { provider: Seller; reseller?: SellingReseller | undefined }
  saveDetails: Drafted & DomainFacts & { facts: SaleFacts; details: CustomerDetails; seen: number; at: string }
  saveLines: Drafted & { facts: SaleFacts; lines: readonly LineInput[]; withReseller: boolean; seen: number }
  submitNewCustomer: Drafted & DomainFacts & { facts: SaleFacts; seen: number; at: string }
  discardNewCustomer: Drafted & { provider: Seller }
  submitOrder: Of & { facts: SaleFacts; lines: readonly LineInput[]; mpnId?: string | undefined }
  associateReseller: Of & {
    facts: SaleFacts & { reseller: SellingReseller }
    subscription: string
    mpnId?: string | undefined
  }
  setSupportContact: Of & { provider: Seller; contact: Seller; subscription: string }
  removeRelation: Of & { provider: Seller; holdings: Holdings }
  attestAgreement: Of & { provider: Seller; agreedOn: string; at: string }
}

/** Every rule that guards the command, run as explanation. */
export const CAN_CUSTOMERS: { [D in keyof CustomerDeeds]: (facts: CustomerDeeds[D]) => readonly Check[] } = {
  startNewCustomer: ({ actor, provider, reseller }) => [
    ...adding(actor, provider),
    ...resellerChecks(reseller ? [reseller] : []),
    ...(reseller ? betweenPartners(provider, reseller) : []),
    ...agreements(provider, reseller ? [reseller] : []),
  ],
  saveDetails: ({ actor, draft, facts, details, seen, at, ...domain }) => [
    ...adding(actor, facts.provider),
    ...stillOpen(draft),
    ...saleChecks(facts),
    form('D16', 'D:add-a-new-customer; SM7', detailRefusals(details, { ...domain, now: at })),
    newest(draft !== undefined && draft.rev > seen),
  ],
  saveLines: ({ actor, draft, facts, lines, withReseller, seen }) => [
    ...adding(actor, facts.provider),
    ...stillOpen(draft),
    newest(draft?.state === 'draft'),
    ...saleChecks(facts),
    form('R57', 'S1 Add new customers 3', lineRefusals(lines, facts.offers)),
    form('R90', 'S1 Connect', creditRefusals(lines, facts, withReseller)),
    newest(isOlder(draft, facts, seen)),
  ],
  submitNewCustomer: ({ actor, draft, facts, seen, at, ...domain }) => {
    const may = adding(actor, facts.provider)
    if (draft?.state === 'provisioning' || draft?.state === 'active') return may
    return [
      ...may,
      ...stillOpen(draft),
      ...saleChecks(facts),
      ...(draft?.state === 'reviewing'
        ? [
            form('D16', 'D:add-a-new-customer; SM7', detailRefusals(draft.details, { ...domain, now: at })),
            form('R57', 'S1 Add new customers 3', lineRefusals(asked(draft.lines), facts.offers)),
            form('R90', 'S1 Connect', recordedCreditRefusals(draft.lines, facts)),
          ]
        : [newest(true)]),
      newest(isOlder(draft, facts, seen)),
    ]
  },
  discardNewCustomer: ({ actor, draft, provider }) => [
    form('P27', 'domain.md 1.4', mayHandleDrafts(provider.organization, { actor })),
    ...(draft?.state === 'discarded' ? [] : stillOpen(draft)),
  ],
  submitOrder: ({ actor, customer, facts, lines, mpnId }) => [
    ...right('P31', actor, facts.provider.organization),
    of(facts.provider, directCustomersOnly, { organization: facts.provider.organization, customer }, 'partnerKind'),
    suspension(facts.provider),
    ...(lines.some(({ action }) => action === 'new') ? [restriction(facts.provider)] : []),
    ...saleChecks(facts),
    related(customer, facts.provider),
    run(customerAgreed, customer, { about: 'customerAgreement', company: customer.name }),
    form('R57', 'S1 Add new customers 3', lineRefusals(lines, facts.offers, ownedBy(customer, facts.provider))),
    form('R90', 'S1 Connect', locationRefusals(facts.reseller, mpnId)),
    newest(ownRelation(customer, facts.provider.organization.tenantId)?.removal !== undefined),
  ],
  associateReseller: ({ actor, customer, facts, subscription, mpnId }) => [
    ...right('P32', actor, facts.provider.organization),
    ...saleChecks(facts, resellerMpaBeforeAssociation),
    related(customer, facts.provider),
    ...changeable(customer, facts.provider, subscription),
    form('R90', 'S1 Connect', locationRefusals(facts.reseller, mpnId)),
  ],
  setSupportContact: ({ actor, customer, provider, contact, subscription }) => [
    ...right('P33', actor, provider.organization),
    related(customer, provider),
    ...changeable(customer, provider, subscription),
    of(
      contact,
      supportContactRelated,
      {
        customer,
        contact: { tenantId: contact.organization.tenantId, name: contact.organization.displayName },
        provider: provider.organization.tenantId,
      },
      'form',
    ),
  ],
  removeRelation: ({ actor, customer, provider, holdings }) => {
    const { tenantId } = provider.organization
    const may = right('P41', actor, provider.organization)
    const over = customer.relations.some((one) => one.partner === tenantId && one.role !== 'reseller')
    if (over && !ownRelation(customer, tenantId)) return may
    const blocks = removalBlocks(customer, tenantId, holdings)
    return [
      ...may,
      related(customer, provider),
      run(nothingLeft, { blocks }, { about: 'form' }),
      newest(customer.orders.some(({ owner, state }) => owner === tenantId && state === 'submitted')),
    ]
  },
  attestAgreement: ({ actor, customer, provider, agreedOn, at }) => [
    ...right('P30', actor, provider.organization),
    suspension(provider),
    related(customer, provider),
    run(agreedOnPossibleDay, { agreedOn, country: customer.country, now: at }, { about: 'form' }),
  ],
}

const of = <F>({ organization }: Seller, rule: Rule<F>, facts: F, about: CheckName): Check =>
  run(rule, facts, { about, company: organization.displayName })

const suspension = (seller: Seller): Check =>
  of(seller, notSuspended, { organization: seller.organization }, 'notSuspended')

const restriction = (seller: Seller): Check =>
  of(seller, notRestricted, { organization: seller.organization }, 'notRestricted')

const adding = (actor: Actor, provider: Seller): readonly Check[] => [
  of(provider, providerCreatesCustomers, { organization: provider.organization }, 'createsCustomers'),
  of(provider, newDirectAllowed, { organization: provider.organization }, 'newDirectAllowed'),
  ...right(addingOperation(provider.organization), actor, provider.organization),
  suspension(provider),
  restriction(provider),
]

const resellerChecks = (resellers: readonly SellingReseller[]): readonly Check[] =>
  resellers.flatMap((reseller) => [
    of(reseller, enrolledAsReseller, { organization: reseller.organization }, 'enrolled'),
    of(reseller, resellerNotSuspended, { reseller: reseller.organization }, 'notSuspended'),
  ])

function betweenPartners(provider: Seller, reseller: SellingReseller): readonly Check[] {
  const [a, b] = [provider.organization.displayName, reseller.organization.displayName]
  return [
    of(reseller, partnershipExists, { partnership: reseller.partnership, a, b }, 'partnership'),
    of(reseller, samePartnerRegion, { provider: placeOf(provider), reseller: placeOf(reseller) }, 'sameRegion'),
  ]
}

const agreements = (
  provider: Seller,
  resellers: readonly SellingReseller[],
  rule: typeof resellerMpaSigned = resellerMpaSigned,
): readonly Check[] => [
  of(provider, mpaSigned, { organization: provider.organization }, 'mpa'),
  ...resellers.map((one) => of(one, rule, { reseller: one.organization }, 'resellerMpa')),
]

/** Everything that a sale is guarded by, of provider and reseller (F41). */
const saleChecks = (facts: SaleFacts, mpa?: typeof resellerMpaSigned): readonly Check[] => [
  ...resellerChecks(allResellers(facts)),
  ...betweenAll(facts),
  ...agreements(facts.provider, allResellers(facts), mpa),
]

/** Whatever keeps the companies of a customer's invitation from it, for its answer (Q8): the same rules as its acceptance. */
export function invitedChecks(parties: CustomerParties): readonly Check[] {
  const { request, owner, through } = parties
  const { organization } = owner
  return [
    ...(request.kind === 'both' ? [of(owner, enrolledAsReseller, { organization }, 'enrolled')] : []),
    ...[owner, ...(through ? [through] : [])].map((one) =>
      of(one, resellerNotSuspended, { reseller: one.organization }, 'notSuspended'),
    ),
    ...(request.kind === 'direct'
      ? [of(owner, newDirectAllowed, { organization }, 'newDirectAllowed'), restriction(owner)]
      : []),
    ...betweenAll(saleOf(parties)),
  ]
}

/** What lies between the partners of a sale and its customer (R5, R50, R64, R105, R106). */
function betweenAll(facts: SaleFacts): readonly Check[] {
  const { provider, customer, isReseller } = facts
  const resellers = allResellers(facts)
  const sellers: readonly Seller[] = [provider, ...resellers]
  const buyer = buyerOf(customer)
  const names = { customer: customer.name, provider: provider.organization.displayName }
  return [
    ...sellers.map((one) => of(one, notOneself, { seller: companyOf(one), customer: buyer }, 'notAffiliate')),
    of(provider, notResellerOfProvider, { isReseller, ...names }, 'notReseller'),
    ...(customer.company
      ? [run(notCspTenant, { customer: customer.company }, { about: 'notCspTenant', company: customer.name })]
      : []),
    ...resellers.flatMap((one) => betweenPartners(provider, one)),
    ...sellers.map((one) => of(one, customerInRegion, { partner: placeOf(one), customer }, 'customerRegion')),
  ]
}

const placeOf = ({ organization: { displayName: name, country } }: Seller) => ({ name, country })

const related = (customer: Customer, provider: Seller): Check => {
  const { tenantId, displayName } = provider.organization
  const isRelated = ownRelation(customer, tenantId) !== undefined
  return of(
    provider,
    providerRelated,
    { isRelated, provider: displayName, customer: customer.name },
    'providerRelation',
  )
}

function changeable(customer: Customer, provider: Seller, id: string): readonly Check[] {
  const subscription = ownedBy(customer, provider).find((one) => one.id === id)
  if (!subscription) return [form('P32', 'domain.md 2.16', [{ code: 'NOT_FOUND', query: '' }])]
  const { status, pending } = subscription
  const open = status === 'active' || status === 'pending'
  return [
    form('P32', 'domain.md SM10', open ? [] : [{ code: 'WRONG_STATE', is: status, needs: ['active'] }]),
    newest(pending !== undefined),
  ]
}

const stillOpen = (draft: NewCustomer | undefined): readonly Check[] =>
  draft ? [newest(!isOpen(draft))] : [form('P27', 'domain.md SM7', [{ code: 'NOT_FOUND', query: '' }])]

/** The form is older than the draft, or was drawn with another reseller. */
const isOlder = (draft: NewCustomer | undefined, facts: SaleFacts, seen: number): boolean =>
  draft !== undefined && (draft.rev > seen || sameReseller(draft.reseller, facts).length > 0)

const form = (rule: string, source: string, refusals: readonly Refusal[]): Check =>
  found(rule, source, refusals, { about: 'form' })

const newest = (stale: boolean): Check =>
  found('F41', 'domain.md F41', stale ? [{ code: 'STALE' }] : [], { about: 'newest' })
