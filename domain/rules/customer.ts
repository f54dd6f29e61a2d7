import type { Agreement } from '../agreement/agreement.ts'
import { countryRule } from '../countries.ts'
import { type Customer, type CustomerAgreement, isActive } from '../customer/customer.ts'
import { isDay } from '../history/days.ts'
import type { TenantId } from '../ids.ts'
import type { Organization, OrganizationKind } from '../organization/organization.ts'
import type { Offer } from '../ports.ts'
import type { RemovalBlock } from '../refusals.ts'
import { regionOf } from '../regions.ts'
import { FIRST_AGREEMENT_DAY } from '../text.ts'
import { localDate } from '../working-days.ts'
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

function isSameRegistration(a: Company, b: Company): boolean {
  if (!a.registrationId || !b.registrationId || a.country !== b.country) return false
  const id = plain(a.registrationId)
  return id !== '' && id === plain(b.registrationId)
}

/** Registration IDs are written with and without spaces and strokes. */
const plain = (id: string): string =>
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

/** What belongs to direct customers alone: a partner that is both does not order for those it serves as a reseller. */
export const directCustomersOnly = rule<{
  organization: Pick<Organization, 'tenantId'>
  customer: Pick<Customer, 'relations'>
}>('R83', 'S0 Managing; F43', ({ organization: { tenantId }, customer }) => {
  const roles = customer.relations.flatMap((one) => (isActive(one) && one.partner === tenantId ? one.role : []))
  return roles.includes('reseller') && !roles.includes('direct') && !roles.includes('provider')
    ? refuse({ code: 'CUS_IR_NOT_ALLOWED' })
    : holds
})

/** A suspended partner of record is refused when something is ordered in its name. */
export const resellerNotSuspended = rule<{ reseller: Pick<Organization, 'suspended' | 'displayName'> }>(
  'D23',
  'D:mpa-indirect-provider-faq; D21',
  ({ reseller }) =>
    reseller.suspended
      ? refuse({ code: 'PAR_NOT_READY', organization: reseller.displayName, steps: ['notSuspended'] })
      : holds,
)

/** The same agreement before its MPN ID is put on a subscription, new or existing (R91, F24). */
export const resellerMpaBeforeAssociation = rule<{
  reseller: { displayName: string; country: string; agreements: readonly Agreement[] }
}>('R31', 'S3 Microsoft Partner Agreement; S1 Connect; F24', ({ reseller }) => resellerMpaSigned.check({ reseller }))

/** Only the location account that the reseller was onboarded with brings it its incentives. */
export const onboardedLocation = rule<{ mpnId: string; onboarded: string | undefined }>(
  'R90',
  'S1 Connect',
  ({ mpnId, onboarded }) =>
    onboarded !== undefined && mpnId === onboarded
      ? holds
      : refuse({
          code: 'MPN_NOT_LOCATION',
          field: 'mpnId',
          id: mpnId,
          locations: onboarded === undefined ? [] : [onboarded],
        }),
)

export const licensesInRange = rule<{ licenses: number; offer: Pick<Offer, 'min' | 'max'> }>(
  'R57',
  'S1 Add new customers 3',
  ({ licenses, offer: { min, max } }) =>
    Number.isInteger(licenses) && licenses >= Math.max(1, min) && licenses <= max
      ? holds
      : refuse({ code: 'ORD_QUANTITY', field: 'licenses', min: Math.max(1, min), max }),
)

/** The provider itself, or a reseller that holds delegated admin privileges of the customer (D10). */
export const supportContactRelated = rule<{
  customer: Pick<Customer, 'relations'>
  contact: { tenantId: TenantId; name: string }
  provider: TenantId
}>('R94', 'S1 Connect, table row 4; D10', ({ customer, contact, provider }) => {
  const holdsDap = customer.relations.some(
    (one) =>
      isActive(one) &&
      one.partner === contact.tenantId &&
      one.role === 'reseller' &&
      one.through === provider &&
      one.dap === 'granted',
  )
  return contact.tenantId === provider || holdsDap
    ? holds
    : refuse({ code: 'SUB_CONTACT_INVALID', field: 'supportContact', contact: contact.name })
})

/** Nothing is ordered before the customer accepted the Microsoft Customer Agreement. */
export const customerAgreed = rule<{ agreement: CustomerAgreement }>(
  'D15',
  'D:confirm-customer-agreement; SM9',
  ({ agreement }) => (agreement.status === 'none' ? refuse({ code: 'CUS_MCA' }) : holds),
)

/** A day that has come where the customer is, and on which there was something to agree to. */
export const agreedOnPossibleDay = rule<{ agreedOn: string; country: string; now: string }>(
  'D15',
  'D:confirm-customer-agreement',
  ({ agreedOn, country, now }) =>
    isDay(agreedOn) && agreedOn >= FIRST_AGREEMENT_DAY && agreedOn <= localDate(now, countryRule(country).timeZone)
      ? holds
      : refuse({ code: 'CUS_MCA_DATE', field: 'agreedOn' }),
)

/** Subscriptions suspended, reservations and software cancelled: only then may the relationship end. */
export const nothingLeft = rule<{ blocks: readonly RemovalBlock[] }>('D14', 'D:remove-a-relationship', ({ blocks }) =>
  blocks.length > 0 ? refuse({ code: 'REL_REMOVE_BLOCKED', items: blocks }) : holds,
)

/** Whoever is a customer already, of anybody, is invited instead. */
export const notCustomerYet = rule<{ isDomainFree: boolean; prefix: string; suggestions: readonly string[] }>(
  'D16',
  'D:add-a-new-customer; SM7',
  ({ isDomainFree, prefix, suggestions }) =>
    isDomainFree ? holds : refuse({ code: 'CUS_DOMAIN_TAKEN', field: 'domainPrefix', prefix, suggestions }),
)

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

/** A restricted direct-bill partner keeps what it has: it adjusts existing subscriptions, and sells nothing new (D17). */
export const notRestricted = rule<{ organization: Pick<Organization, 'kind' | 'directBillStatus'> }>(
  'D17',
  'D:restricted-direct-bill-capabilities',
  ({ organization: { kind, directBillStatus } }) =>
    directBillStatus === 'restricted' && (kind === 'directBill' || kind === 'both')
      ? refuse({ code: 'DB_RESTRICTED' })
      : holds,
)
