import type { Directory } from '../ports.ts'
import type { DocumentStore } from '../store/document-store.ts'
import { isRelated } from '../store/names.ts'
import { type CustomerParties, type PartiesDeps, readParties } from './customer-parties.ts'
import type { Invitation } from './invitation.ts'
import { companyOfMail } from './invited-company.ts'

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
