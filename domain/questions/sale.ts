import type { CustomerAgreement } from '../customer/customer.ts'
import { companyOf, type Seller } from '../customer/sale.ts'
import type { Organization } from '../organization/organization.ts'
import type { Partnership } from '../partnership/partnership.ts'
import {
  customerAgreed,
  customerInRegion,
  type Known,
  newDirectAllowed,
  notCspTenant,
  notOneself,
  notResellerOfProvider,
  providerRelated,
  resellerMpaSigned,
  sellsInCsp,
} from '../rules/customer.ts'
import { enrolledAsReseller, mpaSigned, notSuspended } from '../rules/organization.ts'
import { partnershipExists } from '../rules/partnership.ts'
import { samePartnerRegion } from '../rules/region.ts'
import type { Chain, Check, Fix } from './answer.ts'
import { failing, notRecorded, run } from './checks.ts'

/** A company with the registration ID of its tenant, where the directory has one. */
export type Party = Seller

/** Who is to buy: a company, or anybody of a country. */
export type Buyer = Party | { country: string }

/** A provider that the seller works with, or might. */
export type Supplier = {
  provider: Party
  partnership: Partnership
  /** The buyer is this provider's reseller. */
  isReseller: Known<boolean>
  /** This provider has its own reseller relationship with the buyer. */
  isRelated: Known<boolean>
}

/** `provider` is one that is looked for, `customer` one that is invited. */
export type Mended = 'mpa' | 'enrollment' | 'provider' | 'customer'

/** What would mend something at a company, if the asker can do anything about it. */
export type Fixes = (organization: Organization, about: Mended) => Fix | undefined

export type SaleFacts = {
  seller: Party
  buyer: Buyer | undefined
  suppliers: readonly Supplier[]
  /** The buyer is the seller's own reseller; only of a provider. */
  isReseller: Known<boolean>
  /** The seller has its own relationship with the buyer, where it sells directly or as provider. */
  isRelated: Known<boolean>
  /** The customer's agreement, where the asker may know of it (D15). */
  agreement?: CustomerAgreement | undefined
  fix: Fixes
}

/** Every guard of a sale, run as explanation; a sale goes through when none of `decisive` fails. */
export type Sale = {
  way: 'directly' | 'asProvider' | 'throughProvider'
  checks: readonly Check[]
  /** Without those that leave another way open. */
  decisive: readonly Check[]
  /** The provider that stands nearest to being able to supply it, of `suppliers` in their order. */
  nearest: Supplier | undefined
  suppliers: readonly { supplier: Supplier; failures: number }[]
  chain: Chain
}

/** Runs every guard for the seller's kind, not only the first level that fails (Q2). */
export function sale(facts: SaleFacts): Sale {
  const { kind } = facts.seller.organization
  if (kind === 'indirectProvider') return ownSale(facts, 'asProvider')
  if (kind === 'directBill' || kind === 'customer') return ownSale(facts, 'directly')
  return suppliedSale(facts)
}

function ownSale(
  { seller, buyer, isReseller, isRelated, agreement, fix }: SaleFacts,
  way: 'directly' | 'asProvider',
): Sale {
  const { organization } = seller
  const company = organization.displayName
  const own = [
    run(sellsInCsp, { organization }, { about: 'partnerKind', company }),
    run(notSuspended, { organization }, { about: 'notSuspended', company }),
    run(mpaSigned, { organization }, { about: 'mpa', company, fix: fix(organization, 'mpa') }),
    ...(way === 'directly' ? [run(newDirectAllowed, { organization }, { about: 'newDirectAllowed', company })] : []),
  ]
  const customer = [
    ...betweenSellerAndBuyer(seller, buyer),
    ...(way === 'asProvider' ? exclusion(seller, buyer, isReseller) : []),
    ...cspTenant(buyer),
    ...(organization.kind === 'customer' ? [] : relation(seller, buyer, isRelated, fix(organization, 'customer'))),
    ...customerAgreement(buyer, agreement),
  ]
  const checks = [...own, ...customer]
  return {
    way,
    checks,
    decisive: checks,
    nearest: undefined,
    suppliers: [],
    chain: [
      { as: 'microsoft', name: '', link: linkOf(own) },
      { as: way === 'asProvider' ? 'indirectProvider' : 'directBill', name: company, link: linkOf(customer) },
      { as: 'customer', name: nameOf(buyer) },
    ],
  }
}

function suppliedSale({ seller, buyer, suppliers, agreement, fix }: SaleFacts): Sale {
  const { organization } = seller
  const company = organization.displayName
  const enrolled = run(
    enrolledAsReseller,
    { organization },
    {
      about: 'enrolled',
      company,
      fix: fix(organization, 'enrollment'),
    },
  )
  const able = [
    run(notSuspended, { organization }, { about: 'notSuspended', company }),
    run(
      resellerMpaSigned,
      { reseller: organization },
      {
        about: 'resellerMpa',
        company,
        fix: enrolled.outcome === 'holds' ? fix(organization, 'mpa') : undefined,
      },
    ),
  ]
  const own = [enrolled, ...able]
  const direct = run(newDirectAllowed, { organization }, { about: 'newDirectAllowed', company })
  const customer = [...betweenSellerAndBuyer(seller, buyer), ...cspTenant(buyer)]
  const tried = suppliers.map((supplier) => supply(supplier, seller, buyer, fix))
  const [first = none(organization, fix)] = tried.toSorted((a, b) => a.failures - b.failures)
  const decisive = [
    ...own,
    ...first.pair,
    ...first.ready,
    ...customer,
    ...first.customer,
    ...customerAgreement(buyer, agreement),
  ]
  return {
    way: 'throughProvider',
    checks: direct.outcome === 'fails' ? [direct, ...decisive] : decisive,
    decisive,
    nearest: first.supplier,
    suppliers: tried,
    chain: [
      { as: 'microsoft', name: '', link: first.supplier ? linkOf(first.ready) : 'missing' },
      {
        as: 'indirectProvider',
        name: first.supplier?.provider.organization.displayName ?? '',
        link: linkOf([enrolled, ...first.pair]),
      },
      { as: 'indirectReseller', name: company, link: linkOf([...able, ...customer, ...first.customer]) },
      { as: 'customer', name: nameOf(buyer) },
    ],
  }
}

/** What a provider adds: whether the two are partners, its own readiness, and how it stands to the customer. */
type Supply = {
  supplier: Supplier
  pair: readonly Check[]
  ready: readonly Check[]
  customer: readonly Check[]
  failures: number
}

function supply(supplier: Supplier, seller: Party, buyer: Buyer | undefined, fix: Fixes): Supply {
  const { provider, partnership, isReseller, isRelated } = supplier
  const { organization } = provider
  const company = organization.displayName
  const parties = { provider: partyOf(organization), reseller: partyOf(seller.organization) }
  const pair = [
    run(
      partnershipExists,
      { partnership, a: seller.organization.displayName, b: company },
      {
        about: 'partnership',
        company,
        fix: fix(seller.organization, 'provider'),
      },
    ),
    run(samePartnerRegion, parties, { about: 'sameRegion', company }),
  ]
  const ready = [
    run(notSuspended, { organization }, { about: 'notSuspended', company }),
    run(mpaSigned, { organization }, { about: 'mpa', company, fix: fix(organization, 'mpa') }),
  ]
  const customer = [
    ...betweenSellerAndBuyer(provider, buyer),
    ...exclusion(provider, buyer, isReseller),
    ...relation(provider, buyer, isRelated, fix(seller.organization, 'customer') ?? fix(organization, 'customer')),
  ]
  const failures = failing(pair).length + failing(ready).length + failing(customer).length
  return { supplier, pair, ready, customer, failures }
}

/** Without any provider nothing can be supplied (R38). */
function none(reseller: Organization, fix: Fixes): Omit<Supply, 'supplier' | 'failures'> & { supplier: undefined } {
  const company = reseller.displayName
  const facts = { partnership: { status: 'none' }, a: company, b: '' } as const
  const pair = run(partnershipExists, facts, { about: 'partnership', company, fix: fix(reseller, 'provider') })
  return { supplier: undefined, pair: [pair], ready: [], customer: [] }
}

function betweenSellerAndBuyer(seller: Party, buyer: Buyer | undefined): readonly Check[] {
  if (!buyer) return []
  const { organization } = seller
  const company = organization.displayName
  const partner = partyOf(organization)
  if (!isCompany(buyer))
    return [run(customerInRegion, { partner, customer: buyer }, { about: 'customerRegion', company })]
  return [
    run(customerInRegion, { partner, customer: partyOf(buyer.organization) }, { about: 'customerRegion', company }),
    run(notOneself, { seller: companyOf(seller), customer: companyOf(buyer) }, { about: 'notAffiliate', company }),
  ]
}

function cspTenant(buyer: Buyer | undefined): readonly Check[] {
  if (!isCompany(buyer)) return []
  const { organization } = buyer
  return [run(notCspTenant, { customer: organization }, { about: 'notCspTenant', company: organization.displayName })]
}

function exclusion({ organization }: Party, buyer: Buyer | undefined, isReseller: Known<boolean>): readonly Check[] {
  if (!isCompany(buyer)) return []
  const [provider, customer] = [organization.displayName, buyer.organization.displayName]
  const about = { about: 'notReseller', company: provider } as const
  return isReseller === 'unknown'
    ? [notRecorded(notResellerOfProvider, about)]
    : [run(notResellerOfProvider, { isReseller, customer, provider }, about)]
}

function relation(
  { organization }: Party,
  buyer: Buyer | undefined,
  isRelated: Known<boolean>,
  fix: Fix | undefined,
): readonly Check[] {
  if (!isCompany(buyer)) return []
  const [provider, customer] = [organization.displayName, buyer.organization.displayName]
  const about = { about: 'providerRelation', company: provider, fix } as const
  return isRelated === 'unknown'
    ? [notRecorded(providerRelated, about)]
    : [run(providerRelated, { isRelated, provider, customer }, about)]
}

/** The customer's agreement with Microsoft, of whoever is a customer here (D15). */
function customerAgreement(buyer: Buyer | undefined, agreement: CustomerAgreement | undefined): readonly Check[] {
  if (!isCompany(buyer)) return []
  const about = { about: 'customerAgreement', company: buyer.organization.displayName } as const
  return [agreement ? run(customerAgreed, { agreement }, about) : notRecorded(customerAgreed, about)]
}

function linkOf(checks: readonly Check[]): 'holds' | 'missing' | 'unknown' {
  if (failing(checks).length > 0) return 'missing'
  return checks.some(({ outcome }) => outcome === 'unknown') ? 'unknown' : 'holds'
}

export const isCompany = (buyer: Buyer | undefined): buyer is Party => buyer !== undefined && 'organization' in buyer

const nameOf = (buyer: Buyer | undefined): string => (isCompany(buyer) ? buyer.organization.displayName : '')

const partyOf = ({ displayName: name, country }: Organization) => ({ name, country })
