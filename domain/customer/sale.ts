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
export const resellerLevel = ({ reseller }: Pick<SaleFacts, 'reseller'>): readonly Refusal[] =>
  reseller
    ? [
        ...enrolledAsReseller.check({ organization: reseller.organization }),
        ...resellerNotSuspended.check({ reseller: reseller.organization }),
      ]
    : []

/** Oneself or an affiliate (R105), the pair exclusion (R106), the CSP tenant (R5), the partnership (R38). */
export function pairLevel({ provider, reseller, customer, isReseller }: SaleFacts): readonly Refusal[] {
  const buyer = buyerOf(customer)
  const ours = provider.organization.displayName
  return once([
    ...notOneself.check({ seller: companyOf(provider), customer: buyer }),
    ...(reseller ? notOneself.check({ seller: companyOf(reseller), customer: buyer }) : []),
    ...notResellerOfProvider.check({ isReseller, customer: customer.name, provider: ours }),
    ...(customer.company ? notCspTenant.check({ customer: customer.company }) : []),
    ...(reseller ? partneredWith(provider, reseller) : []),
  ])
}

/** The same region three ways: provider and customer, reseller and customer (R64), provider and reseller (R50). */
export const regionLevel = ({ provider, reseller, customer }: SaleFacts): readonly Refusal[] =>
  once([
    ...customerInRegion.check({ partner: placeOf(provider), customer }),
    ...(reseller ? customerInRegion.check({ partner: placeOf(reseller), customer }) : []),
    ...(reseller ? betweenPartners({ provider, reseller }) : []),
  ])

/** The MPA of both (R30, R32). */
export const mpaLevel = ({ provider, reseller }: Pick<SaleFacts, 'provider' | 'reseller'>): readonly Refusal[] => [
  ...mpaSigned.check({ organization: provider.organization }),
  ...(reseller ? resellerMpaSigned.check({ reseller: reseller.organization }) : []),
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
export const partneredWith = (
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
