import type { TenantId } from '../ids.ts'
import type { Organization } from '../organization/organization.ts'
import type { Partnership } from '../partnership/partnership.ts'
import type { Offer } from '../ports.ts'
import type { Refusal } from '../refusals.ts'
import {
  type Company,
  customerInRegion,
  notCspTenant,
  notOneself,
  notResellerOfProvider,
  resellerMpaSigned,
  resellerNotSuspended,
} from '../rules/customer.ts'
import { enrolledAsReseller, mpaSigned } from '../rules/organization.ts'
import { partnershipExists } from '../rules/partnership.ts'
import { samePartnerRegion } from '../rules/region.ts'

/** A partner with the registration ID of its tenant, where the directory has one. */
export type Seller = { organization: Organization; registrationId?: string | undefined }

/** The reseller that is named, and how it stands to the provider. */
export type SellingReseller = Seller & { partnership: Partnership }

/** Who is to buy: by what was typed, or by the tenant that exists. */
export type Buyer = {
  /** Absent of a tenant that is still to be made. */
  tenantId?: TenantId
  name: string
  country: string
  registrationId?: string | undefined
  /** The company behind the tenant, where it is known. */
  company?: Organization | undefined
}

/** What a sale by a provider is decided from; read anew on every attempt. */
export type SaleFacts = {
  provider: Seller
  reseller?: SellingReseller | undefined
  /** Further resellers of the provider, that single subscriptions are credited to (R90, R93). */
  credited?: readonly SellingReseller[] | undefined
  customer: Buyer
  /** The customer's tenant is the provider's own reseller (R106). */
  isReseller: boolean
  offers: readonly Offer[]
}

/** The guards of a sale by level, in the order of F41: counterpart, pair, region, MPA. */
export const saleLevels = (facts: SaleFacts): readonly (readonly Refusal[])[] => [
  resellerLevel(facts),
  pairLevel(facts),
  regionLevel(facts),
  mpaLevel(facts),
]

/** How the named reseller stands by itself: enrolled (R16), not suspended (D23). */
export const resellerLevel = (facts: Resellers): readonly Refusal[] =>
  once(
    allResellers(facts).flatMap(({ organization }) => [
      ...enrolledAsReseller.check({ organization }),
      ...resellerNotSuspended.check({ reseller: organization }),
    ]),
  )

type Resellers = Pick<SaleFacts, 'reseller' | 'credited'>

/** Everybody who is named: for the account, and for single subscriptions. */
export const allResellers = ({ reseller, credited = [] }: Resellers): readonly SellingReseller[] =>
  reseller ? [reseller, ...credited] : credited

/** Oneself or an affiliate (R105), the pair exclusion (R106), the CSP tenant (R5), the partnership (R38). */
export function pairLevel(facts: SaleFacts): readonly Refusal[] {
  const { provider, customer, isReseller } = facts
  const resellers = allResellers(facts)
  const buyer = buyerOf(customer)
  const ours = provider.organization.displayName
  return once([
    ...notOneself.check({ seller: companyOf(provider), customer: buyer }),
    ...resellers.flatMap((one) => notOneself.check({ seller: companyOf(one), customer: buyer })),
    ...notResellerOfProvider.check({ isReseller, customer: customer.name, provider: ours }),
    ...(customer.company ? notCspTenant.check({ customer: customer.company }) : []),
    ...resellers.flatMap((one) => partneredWith(provider, one)),
  ])
}

/** The same region three ways: provider and customer, reseller and customer (R64), provider and reseller (R50). */
export const regionLevel = ({ provider, customer, ...named }: SaleFacts): readonly Refusal[] =>
  once([
    ...[provider, ...allResellers(named)].flatMap((one) => customerInRegion.check({ partner: placeOf(one), customer })),
    ...allResellers(named).flatMap((reseller) => betweenPartners({ provider, reseller })),
  ])

/** The MPA of both (R30, R32), and of everybody who is credited (R31). */
export const mpaLevel = ({ provider, ...named }: Pick<SaleFacts, 'provider'> & Resellers): readonly Refusal[] => [
  ...mpaSigned.check({ organization: provider.organization }),
  ...allResellers(named).flatMap(({ organization }) => resellerMpaSigned.check({ reseller: organization })),
]

/** The guards that concern provider and reseller alone, before a customer is known. */
export const partnersLevels = (
  provider: Seller,
  reseller: SellingReseller | undefined,
): readonly (readonly Refusal[])[] => [
  resellerLevel({ reseller }),
  reseller ? partneredWith(provider, reseller) : [],
  reseller ? betweenPartners({ provider, reseller }) : [],
  mpaLevel({ provider, reseller }),
]

/** R38, of the two as they are called now. */
const partneredWith = (
  { organization: { displayName: a } }: Seller,
  { partnership, organization: { displayName: b } }: SellingReseller,
): readonly Refusal[] => partnershipExists.check({ partnership, a, b })

/** What was recorded with one reseller is decided with that one. */
export const sameReseller = (
  recorded: { tenantId: TenantId } | undefined,
  { reseller }: Pick<SaleFacts, 'reseller'>,
): readonly Refusal[] => (recorded?.tenantId === reseller?.organization.tenantId ? [] : [{ code: 'STALE' }])

const betweenPartners = ({ provider, reseller }: { provider: Seller; reseller: Seller }): readonly Refusal[] =>
  samePartnerRegion.check({ provider: placeOf(provider), reseller: placeOf(reseller) })

export const companyOf = ({ organization, registrationId }: Seller): Company => ({
  tenantId: organization.tenantId,
  name: organization.displayName,
  country: organization.country,
  registrationId: registrationId ?? organization.legal?.registrationId,
  affiliateGroupId: organization.affiliateGroupId,
})

/** A tenant that does not exist yet is nobody's: it is told apart by registration alone (F16). */
export const buyerOf = ({ tenantId, name, country, registrationId, company }: Buyer): Company => ({
  tenantId: tenantId ?? ('' as TenantId),
  name,
  country,
  registrationId: registrationId ?? company?.legal?.registrationId,
  affiliateGroupId: company?.affiliateGroupId,
})

const placeOf = ({ organization: { displayName: name, country } }: Seller) => ({ name, country })

/** Two checks may say the same of one thing. */
const once = (refusals: readonly Refusal[]): readonly Refusal[] => [
  ...new Map(refusals.map((one) => [JSON.stringify(one), one])).values(),
]
