import type { TenantId } from '../ids.ts'
import type { Organizations } from '../organization/organizations.ts'
import type { Partnerships } from '../partnership/partnerships.ts'
import type { Directory, Holdings, Offer, PartnerCenter } from '../ports.ts'
import { regionOf } from '../regions.ts'
import type { DocumentStore } from '../store/document-store.ts'
import { holder } from '../store/reservations.ts'
import type { Customer } from './customer.ts'
import { freePrefixes, isDomainPrefix } from './domain-prefix.ts'
import { type CustomerDetails, claimOfDraft } from './new-customer.ts'
import type { Buyer, SaleFacts, Seller, SellingReseller } from './sale.ts'
import type { DomainFacts } from './save-details.ts'

export type FactsDeps = {
  store: DocumentStore
  organizations: Organizations
  partnerships: Partnerships
  directory: Pick<Directory, 'tenant' | 'lookUp'>
  partnerCenter: Pick<PartnerCenter, 'offers' | 'isDomainFree' | 'customerOf'>
}

/** @throws TypeError for a tenant that the directory does not know */
export async function readSeller({ organizations, directory }: FactsDeps, tenant: TenantId): Promise<Seller> {
  const [organization, known] = await Promise.all([organizations.find(tenant), directory.tenant(tenant)])
  if (!organization) throw new TypeError('unknown tenant')
  return { organization, registrationId: known?.registrationId }
}

/** The reseller that is named, with how it stands to the provider. */
export async function readReseller(deps: FactsDeps, provider: TenantId, reseller: TenantId): Promise<SellingReseller> {
  const [seller, partnership] = await Promise.all([
    readSeller(deps, reseller),
    deps.partnerships.find(provider, reseller),
  ])
  return { ...seller, partnership }
}

/** The account's reseller, and those that single lines are credited to. */
type Partners = {
  provider: TenantId
  reseller?: TenantId | undefined
  credited?: readonly TenantId[] | undefined
}

/** What a sale to a customer that is still to be made depends on: known is who has its domain already (D16). */
export async function readNewSale(
  deps: FactsDeps,
  partners: Partners,
  { companyName: name, domainPrefix, registrationId, address }: CustomerDetails,
): Promise<SaleFacts> {
  const known = isDomainPrefix(domainPrefix)
    ? await deps.directory.lookUp(`${domainPrefix}.onmicrosoft.com`)
    : undefined
  const company = known && (await deps.organizations.find(known.tenantId))
  const { country } = address
  const buyer: Buyer = { ...(known ? { tenantId: known.tenantId } : {}), name, country, registrationId, company }
  return sale(deps, partners, buyer)
}

/** What a sale to an existing customer depends on. */
export async function readSale(deps: FactsDeps, partners: Partners, customer: Customer): Promise<SaleFacts> {
  const { tenantId, name, country } = customer
  const [company, known] = await Promise.all([deps.organizations.find(tenantId), deps.directory.tenant(tenantId)])
  const registrationId = known?.registrationId ?? customer.billing?.registrationId
  return sale(deps, partners, { tenantId, name, country, registrationId, company })
}

async function sale(
  deps: FactsDeps,
  { provider, reseller, credited = [] }: Partners,
  customer: Buyer,
): Promise<SaleFacts> {
  const [seller, named, partnership, ...others] = await Promise.all([
    readSeller(deps, provider),
    reseller ? readReseller(deps, provider, reseller) : undefined,
    customer.tenantId ? deps.partnerships.find(provider, customer.tenantId) : undefined,
    ...credited.filter((one) => one !== reseller).map((one) => readReseller(deps, provider, one)),
  ])
  const offers = await readOffers(deps, seller)
  const isReseller = partnership?.status === 'active'
  const also = others.length > 0 ? { credited: others } : {}
  return { provider: seller, ...(named ? { reseller: named } : {}), ...also, customer, isReseller, offers }
}

/** What the provider can order in its region; nothing where CSP is not offered. */
export async function readOffers(
  { partnerCenter }: Pick<FactsDeps, 'partnerCenter'>,
  { organization }: Seller,
): Promise<readonly Offer[]> {
  const region = regionOf(organization.country)
  return region === undefined ? [] : partnerCenter.offers(region)
}

/** Whether the domain can still be had by this draft: nobody has it, and no other draft is about to. */
export async function readDomain(
  { store, partnerCenter }: Pick<FactsDeps, 'store' | 'partnerCenter'>,
  { provider, id }: { provider: TenantId; id: string },
  { domainPrefix, address }: CustomerDetails,
): Promise<DomainFacts> {
  if (!isDomainPrefix(domainPrefix)) return { isDomainFree: true, suggestions: [] }
  const [free, owner] = await Promise.all([
    partnerCenter.isDomainFree(domainPrefix),
    holder(store, 'domain', domainPrefix),
  ])
  const isDomainFree = free && (owner === undefined || owner === claimOfDraft(provider, id))
  return {
    isDomainFree,
    suggestions: isDomainFree ? [] : await freePrefixes(partnerCenter, domainPrefix, address.country),
  }
}

/** What Partner Center still holds of the customer (D14). */
export const readHoldings = (
  { partnerCenter }: Pick<FactsDeps, 'partnerCenter'>,
  customer: TenantId,
): Promise<Holdings> => partnerCenter.customerOf(customer)
