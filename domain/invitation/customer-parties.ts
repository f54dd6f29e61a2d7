import type { Customer, CustomerAgreement } from '../customer/customer.ts'
import type { Customers } from '../customer/customers.ts'
import { pairLevel, regionLevel, type SaleFacts, type Seller, type SellingReseller } from '../customer/sale.ts'
import type { TenantId } from '../ids.ts'
import type { Organization } from '../organization/organization.ts'
import type { Organizations } from '../organization/organizations.ts'
import type { Partnership } from '../partnership/partnership.ts'
import type { Partnerships } from '../partnership/partnerships.ts'
import type { Directory } from '../ports.ts'
import type { Refusal } from '../refusals.ts'
import { newDirectAllowed, notRestricted, resellerNotSuspended } from '../rules/customer.ts'
import { enrolledAsReseller } from '../rules/organization.ts'
import { partnershipExists } from '../rules/partnership.ts'
import { samePartnerRegion } from '../rules/region.ts'
import type { Invitation, RelationshipRequest } from './invitation.ts'

/** The partners that ask for a relationship: the owner of the invitation, and of `both` its provider. */
export type AskingPartners = {
  request: RelationshipRequest
  owner: Seller
  /** Of `both`, with how it stands to the owner. */
  through?: Seller & { partnership: Partnership }
}

/** Those, the customer to be, and how they stand to each other; read anew on every attempt. */
export type CustomerParties = AskingPartners & {
  customer: Organization
  registrationId?: string | undefined
  /** The partners whose reseller the customer is (R106). */
  resellerOf: readonly TenantId[]
  agreement: CustomerAgreement['status']
}

/**
 * Suspended partners take on nobody (D21), a company that is no reseller sells through nobody (R16), and one that is both
 * takes on no direct customers (R78), nor does a restricted one (D17).
 */
const partnersStanding = ({ request, owner, through }: AskingPartners): readonly Refusal[] => [
  ...(request.kind === 'both' ? enrolledAsReseller.check(owner) : []),
  ...resellerNotSuspended.check({ reseller: owner.organization }),
  ...(through ? resellerNotSuspended.check({ reseller: through.organization }) : []),
  ...(request.kind === 'direct' ? [...newDirectAllowed.check(owner), ...notRestricted.check(owner)] : []),
]

/** Of `both`: the two are partners still (R38, F36). */
const partnersPaired = ({ owner, through }: AskingPartners): readonly Refusal[] =>
  through
    ? partnershipExists.check({
        partnership: through.partnership,
        a: through.organization.displayName,
        b: owner.organization.displayName,
      })
    : []

/** Of `both`: the two are in one region (R50). */
const partnersRegion = ({ owner, through }: AskingPartners): readonly Refusal[] =>
  through ? samePartnerRegion.check({ provider: placeOf(through), reseller: placeOf(owner) }) : []

/** What lies between partners and customer: oneself or an affiliate (R105), the pair exclusion (R106), a CSP tenant (R5), the partnership. */
const betweenPartiesPair = (parties: CustomerParties): readonly Refusal[] => pairLevel(saleOf(parties))

/** One region for all of them (R64, R50). */
const betweenPartiesRegion = (parties: CustomerParties): readonly Refusal[] => regionLevel(saleOf(parties))

/** Counterpart, pair and region (F41), as far as it is known who is invited. */
export const betweenLevels = (
  partners: AskingPartners,
  known: CustomerParties | undefined,
): readonly (readonly Refusal[])[] => [
  partnersStanding(partners),
  known ? betweenPartiesPair(known) : partnersPaired(partners),
  known ? betweenPartiesRegion(known) : partnersRegion(partners),
]

/** Everything that keeps the companies from it, whoever acts: all of it at once (F40). */
export const partiesObstacles = (parties: CustomerParties): readonly Refusal[] => [
  ...partnersStanding(parties),
  ...betweenPartiesPair(parties),
  ...betweenPartiesRegion(parties),
]

/** A `both` invitation sells through the provider in the name of its reseller; a single one is the owner's own sale. */
export function saleOf(parties: CustomerParties): SaleFacts {
  const { owner, through, customer, registrationId, resellerOf } = parties
  const provider = through ?? owner
  return {
    provider,
    ...(through ? { reseller: namedIn(parties) } : {}),
    customer: {
      tenantId: customer.tenantId,
      name: customer.displayName,
      country: customer.country,
      registrationId,
      company: customer,
    },
    isReseller: resellerOf.includes(provider.organization.tenantId),
    offers: [],
  }
}

const namedIn = ({ owner, through }: AskingPartners): SellingReseller => ({
  ...owner,
  partnership: through?.partnership ?? { status: 'none' },
})

const placeOf = ({ organization: { displayName: name, country } }: Seller) => ({ name, country })

export type PartiesDeps = {
  organizations: Pick<Organizations, 'find'>
  partnerships: Pick<Partnerships, 'find'>
  customers: Pick<Customers, 'find'>
  directory: Pick<Directory, 'tenant'>
}

/** The tenants of the partners that ask. */
export const askingTenants = ({ provider, request }: Pick<Invitation, 'provider' | 'request'>): readonly TenantId[] => [
  provider,
  ...(request?.kind === 'both' ? [request.through.tenantId] : []),
]

/** Undefined where the invitation asks for no relationship, or one of the companies is known to nobody. */
export async function readPartners(
  deps: PartiesDeps,
  { provider, request }: Pick<Invitation, 'provider' | 'request'>,
): Promise<AskingPartners | undefined> {
  if (!request) return undefined
  const through = request.kind === 'both' ? request.through.tenantId : undefined
  const [owner, other, partnership] = await Promise.all([
    readSeller(deps, provider),
    through && readSeller(deps, through),
    through && deps.partnerships.find(through, provider),
  ])
  if (!owner || (through && !other)) return undefined
  return { request, owner, ...(other && partnership ? { through: { ...other, partnership } } : {}) }
}

/** Reads what a customer's acceptance depends on. */
export async function readParties(
  deps: PartiesDeps,
  invitation: Pick<Invitation, 'provider' | 'request'>,
  customer: Organization,
): Promise<CustomerParties | undefined> {
  const { tenantId } = customer
  const [partners, known, tenant, ...partnerships] = await Promise.all([
    readPartners(deps, invitation),
    deps.customers.find(tenantId),
    deps.directory.tenant(tenantId),
    ...askingTenants(invitation).map(async (partner) => ({
      partner,
      partnership: await deps.partnerships.find(partner, tenantId),
    })),
  ])
  if (!partners) return undefined
  return {
    ...partners,
    customer,
    registrationId: tenant?.registrationId,
    resellerOf: partnerships.flatMap(({ partner, partnership }) => (partnership.status === 'active' ? partner : [])),
    agreement: agreementOf(known, customer),
  }
}

/** What is recorded of the customer here goes before what Microsoft had of it before. */
function agreementOf(known: Customer | undefined, { customerAgreementAt }: Organization): CustomerAgreement['status'] {
  const status = known?.agreement.status ?? 'none'
  return status === 'none' && customerAgreementAt !== undefined ? 'directSigned' : status
}

async function readSeller(
  { organizations, directory }: Pick<PartiesDeps, 'organizations' | 'directory'>,
  tenant: TenantId,
): Promise<Seller | undefined> {
  const [organization, known] = await Promise.all([organizations.find(tenant), directory.tenant(tenant)])
  return organization && { organization, registrationId: known?.registrationId }
}
