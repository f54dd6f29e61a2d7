import type { Organization } from '../organization/organization.ts'
import { type AcceptanceDeps, readPair } from '../partnership/acceptance.ts'
import type { Directory } from '../ports.ts'
import type { DocumentStore } from '../store/document-store.ts'
import { isRelated } from '../store/names.ts'
import { type CustomerParties, type PartiesDeps, readParties } from './customer-parties.ts'
import type { Invitation } from './invitation.ts'
import { companyOfMail } from './invited-company.ts'
import type { Pair } from './pair.ts'

type Deps = PartiesDeps & { store: DocumentStore; directory: Pick<Directory, 'tenant' | 'lookUp'> }

/**
 * The companies of a customer's invitation, where the address has a verified domain of one that the inviter may know of: its
 * own, or one that it is related to. Of anybody else an address tells nothing (domain.md 1.4, isolation rule): what stands
 * in the way is told at the acceptance.
 */
export async function knownParties(
  email: string,
  invitation: Pick<Invitation, 'provider' | 'request'>,
  deps: Deps,
): Promise<CustomerParties | undefined> {
  const own = invitation.provider
  const tenant = (await companyOfMail(deps, email))?.tenantId
  const isKnown = await isRelated(deps.store, own, tenant ?? own)
  if (tenant === undefined || !(isKnown || tenant === own)) return undefined
  const customer = await deps.organizations.find(tenant)
  const parties = customer && (await readParties(deps, invitation, customer))
  // Whose reseller it is besides is between it and that provider.
  return parties && { ...parties, resellerOf: parties.resellerOf.filter((partner) => partner === own) }
}

type PairDeps = Pick<AcceptanceDeps, 'store' | 'organizations' | 'partnerships' | 'invitations' | 'customers'> & {
  directory: Pick<Directory, 'lookUp'>
}

/**
 * The two companies of a request, where the address has a verified domain of one that the provider may know of: itself, or
 * one that it is related to. Of any other the address tells nothing, and costs the same (domain.md 1.4, architecture.md 7.11).
 */
export async function knownPair(email: string, provider: Organization, deps: PairDeps): Promise<Pair | undefined> {
  const own = provider.tenantId
  const tenant = (await companyOfMail(deps, email))?.tenantId
  const [isListed, reseller] = await Promise.all([
    isRelated(deps.store, own, tenant ?? own),
    deps.organizations.find(tenant ?? own),
  ])
  const pair = await readPair(deps, provider, reseller ?? provider)
  if (tenant === undefined || !reseller) return undefined
  // The index of names follows a change; the partnership itself is there at once.
  const isKnown = tenant === own || isListed || pair.partnership.status !== 'none' || pair.isCustomer
  return isKnown ? pair : undefined
}
