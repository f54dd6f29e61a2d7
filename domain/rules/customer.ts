import type { Agreement } from '../agreement/agreement.ts'
import type { TenantId } from '../ids.ts'
import type { Organization, OrganizationKind } from '../organization/organization.ts'
import { regionOf } from '../regions.ts'
import { mpaSigned } from './organization.ts'
import { holds, refuse, rule } from './rule.ts'

/** A fact that may not be recorded yet. A question then says so; a command always knows it. */
export type Known<T> = T | 'unknown'

/** A company as the rules of selling see it. The registration ID is the one of its tenant, or of its legal profile. */
export type Company = {
  tenantId: TenantId
  name: string
  country: string
  registrationId?: string | undefined
  affiliateGroupId?: string | undefined
}

const IN_CSP: readonly OrganizationKind[] = ['indirectProvider', 'indirectReseller', 'directBill', 'both']
const usesItForCsp = ({ kind, cspTenant }: Pick<Organization, 'kind' | 'cspTenant'>): boolean =>
  cspTenant || IN_CSP.includes(kind)

type Buyer = Pick<Organization, 'kind' | 'cspTenant' | 'displayName'>

export const sellsInCsp = rule<{ organization: Pick<Organization, 'kind'> }>(
  'R101',
  'S3 scenario 1',
  ({ organization: { kind } }) =>
    kind === 'customer' ? refuse({ code: 'AUTH_ORG_KIND', kinds: IN_CSP, kind }) : holds,
)

export const notCspTenant = rule<{ customer: Buyer }>('R5', 'S4 Important; F18', ({ customer }) =>
  usesItForCsp(customer) ? refuse({ code: 'CUS_IS_CSP_TENANT', customer: customer.displayName }) : holds,
)

export const ownUseOnAnotherTenant = rule<{ buyer: Buyer }>('R104', 'S3 scenario 4', ({ buyer }) =>
  usesItForCsp(buyer) ? refuse({ code: 'CUS_IS_CSP_TENANT', customer: buyer.displayName }) : holds,
)

export const customerInRegion = rule<{
  partner: { name: string; country: string }
  /** Without a name: any customer of that country. */
  customer: { name?: string | undefined; country: string }
}>('R64', 'S3 scenario 7', ({ partner, customer }) => {
  const [regionPartner, regionCustomer] = [regionOf(partner.country), regionOf(customer.country)]
  if (regionCustomer === undefined) return refuse({ code: 'REGION_UNKNOWN', country: customer.country })
  if (regionPartner === undefined) return refuse({ code: 'REGION_UNKNOWN', country: partner.country })
  if (regionPartner === regionCustomer) return holds
  const { name, country } = customer
  return refuse({
    code: 'REGION_CUSTOMER',
    partner: partner.name,
    ...(name === undefined ? {} : { customer: name }),
    country,
    regionPartner,
    regionCustomer,
  })
})

/** “Oneself” is the company, whatever the tenant: the same registration in a country, or a group of affiliates (F16). */
export const notOneself = rule<{ seller: Company; customer: Company }>(
  'R105',
  'S3 scenario 5; F16',
  ({ seller, customer }) =>
    seller.tenantId === customer.tenantId || isSameRegistration(seller, customer) || isAffiliated(seller, customer)
      ? refuse({ code: 'CUS_SELF_OR_AFFILIATE' })
      : holds,
)

const isSameRegistration = (a: Company, b: Company): boolean => {
  const [idA, idB] = [plain(a.registrationId), plain(b.registrationId)]
  return idA !== '' && idA === idB && a.country === b.country
}

/** Registration IDs are written with and without spaces and strokes. */
const plain = (id = ''): string =>
  id
    .normalize('NFKC')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .toUpperCase()

const isAffiliated = (a: Company, b: Company): boolean =>
  a.affiliateGroupId !== undefined && a.affiliateGroupId === b.affiliateGroupId

/** The other direction of the pair exclusion: a provider's reseller is not its customer. */
export const notResellerOfProvider = rule<{ isReseller: Known<boolean>; customer: string; provider: string }>(
  'R106',
  'S3 scenario 6',
  ({ isReseller, customer, provider }) =>
    isReseller === true ? refuse({ code: 'REL_ALREADY_RESELLER', customer, provider }) : holds,
)

/** The provider's own relation with the customer, which an order needs; the reseller's is for managing (F11). */
export const providerRelated = rule<{ isRelated: Known<boolean>; provider: string; customer: string }>(
  'R53',
  'S2 Connect 6 IMPORTANT; S0 Move; F11',
  ({ isRelated, provider, customer }) =>
    isRelated === false ? refuse({ code: 'CUS_NO_PROVIDER_REL', provider, customer }) : holds,
)

export const resellerMpaSigned = rule<{
  reseller: { displayName: string; country: string; agreements: readonly Agreement[] }
}>('R32', 'S3 Microsoft Partner Agreement', ({ reseller }) => {
  const [refusal] = mpaSigned.check({ organization: reseller })
  return refusal?.code === 'MPA_REQUIRED_SELF'
    ? refuse({ code: 'MPA_REQUIRED_RESELLER', reseller: reseller.displayName, region: refusal.region })
    : refuse(...(refusal ? [refusal] : []))
})

/** The provider makes the tenant and names the reseller, also for one that still bills customers of its own (F43). */
export const providerCreatesCustomers = rule<{ organization: Pick<Organization, 'kind'> }>(
  'R65',
  'S0 Create an AAD tenant; F43',
  ({ organization: { kind } }) =>
    kind === 'indirectReseller' || kind === 'both' ? refuse({ code: 'CUS_IR_CANNOT_CREATE' }) : holds,
)

export const newDirectAllowed = rule<{ organization: Pick<Organization, 'kind'> }>(
  'R78',
  'S0 While you transition; F23',
  ({ organization: { kind } }) => (kind === 'both' ? refuse({ code: 'TRN_NO_NEW_DIRECT' }) : holds),
)
