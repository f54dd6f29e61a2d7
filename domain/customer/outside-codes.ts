import type { Role } from '../actor.ts'
import { countryRule } from '../countries.ts'
import type { Refusal } from '../refusals.ts'
import { type RegionKey, regionOf } from '../regions.ts'

/** What the sentences need that Partner Center's codes do not say; whoever asked knows it. */
export type OutsideContext = {
  provider: { name: string; region: RegionKey }
  customer: { name: string; country: string; region: RegionKey }
  reseller?: { name: string; region: RegionKey }
  domain?: { prefix: string; suggestions: readonly string[] }
  /** `locations` are the reseller's own location MPN IDs. */
  mpn?: { id: string; locations: readonly string[] }
  quantity?: { min: number; max: number }
  /** Who may do what was tried. */
  roles?: readonly Role[]
}

/** A company as the sentences name it; where CSP is not offered its country stands for the region. */
export const placed = <C extends { name: string; country: string }>(company: C): C & { region: RegionKey } => ({
  ...company,
  region: regionOf(company.country) ?? company.country,
})

type Sentence = (context: OutsideContext, reason: string) => Refusal

const unnamed: Sentence = (_, reason) => ({ code: 'PC_REFUSED', reason })
const suspended: Sentence = () => ({ code: 'ORG_SUSPENDED' })
const subscriptionSuspended: Sentence = () => ({ code: 'WRONG_STATE', is: 'suspended', needs: ['active'] })
const notLocation: Sentence = ({ mpn }, reason) =>
  mpn ? { code: 'MPN_NOT_LOCATION', field: 'mpnId', ...mpn } : { code: 'PC_REFUSED', reason }
const unsignedReseller: Sentence = ({ reseller }, reason) =>
  reseller
    ? { code: 'MPA_REQUIRED_RESELLER', reseller: reseller.name, region: reseller.region }
    : { code: 'PC_REFUSED', reason }
const notEnrolled: Sentence = ({ reseller }, reason) =>
  reseller ? { code: 'PAR_NOT_ENROLLED', organization: reseller.name } : { code: 'PC_REFUSED', reason }

const address: Sentence = ({ customer }, reason) => {
  const { postalCode } = countryRule(customer.country)
  return postalCode
    ? { code: 'CUS_ADDRESS', field: 'postalCode', rule: postalCode.sample }
    : { code: 'PC_REFUSED', reason }
}

/** The codes of domain.md 8.3, and two of our own for what Partner Center says without one. */
export const OUTSIDE_CODES = {
  domainTaken: ({ domain }, reason) =>
    domain ? { code: 'CUS_DOMAIN_TAKEN', field: 'domainPrefix', ...domain } : { code: 'PC_REFUSED', reason },
  offerUnavailable: () => ({ code: 'FIELD_CHOICE', field: 'subscription' }),
  20002: ({ provider, customer }) => ({
    code: 'CUS_NO_PROVIDER_REL',
    provider: provider.name,
    customer: customer.name,
  }),
  2030: ({ provider, customer }) => ({
    code: 'REGION_CUSTOMER',
    partner: provider.name,
    customer: customer.name,
    country: customer.country,
    regionPartner: provider.region,
    regionCustomer: customer.region,
  }),
  2071: notLocation,
  2072: notLocation,
  800015: ({ mpn }, reason) =>
    mpn ? { code: 'MPN_UNKNOWN', field: 'mpnId', id: mpn.id } : { code: 'PC_REFUSED', reason },
  800016: notEnrolled,
  900123: unsignedReseller,
  900124: ({ provider }) => ({ code: 'MPA_REQUIRED_SELF', region: provider.region }),
  13605: () => ({ code: 'CUS_MCA' }),
  2007: address,
  27002: address,
  800039: suspended,
  900149: suspended,
  800073: suspended,
  800074: suspended,
  800075: suspended,
  800098: unnamed,
  2001: subscriptionSuspended,
  800091: subscriptionSuspended,
  2002: ({ quantity }, reason) =>
    quantity ? { code: 'ORD_QUANTITY', field: 'licenses', ...quantity } : { code: 'PC_REFUSED', reason },
  2055: () => ({ code: 'STALE' }),
  900100: unnamed,
  900101: unnamed,
  900102: unnamed,
  900103: unnamed,
  900104: unnamed,
  900137: unnamed,
  900150: ({ roles }, reason) => (roles ? { code: 'AUTH_ROLE', roles } : { code: 'PC_REFUSED', reason }),
  1002: unnamed,
  600006: unnamed,
  // Of the question whether an agreement is signed; its 2001 is only a fault of ours.
  2000: unnamed,
  2204: notEnrolled,
  2205: ({ reseller }, reason) =>
    reseller ? { code: 'NOT_FOUND', query: reseller.name } : { code: 'PC_REFUSED', reason },
  2206: unsignedReseller,
} as const satisfies Record<string, Sentence>

const isListed = (reason: string): reason is keyof typeof OUTSIDE_CODES & string => Object.hasOwn(OUTSIDE_CODES, reason)

/** The refusal that says what Partner Center's `reason` means here; PC_REFUSED where it has no sentence of its own. */
export function refusalFor(reason: string, context: OutsideContext): Refusal {
  if (isListed(reason)) return OUTSIDE_CODES[reason](context, reason)
  return /^\d{1,10}$/.test(reason) ? { code: 'PC_REFUSED', reason } : { code: 'PC_REFUSED' }
}
