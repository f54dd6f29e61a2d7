import type { Directory } from '../ports.ts'
import { type CustomerParties, type PartiesDeps, readParties } from './customer-parties.ts'
import type { Invitation } from './invitation.ts'
import { companyOfMail } from './invited-company.ts'

/** The companies of a customer's invitation, where the address has a verified domain of one that is known. */
export async function knownParties(
  email: string,
  invitation: Pick<Invitation, 'provider' | 'request'>,
  deps: PartiesDeps & { directory: Pick<Directory, 'tenant' | 'lookUp'> },
): Promise<CustomerParties | undefined> {
  const tenant = await companyOfMail(deps, email)
  const customer = tenant && (await deps.organizations.find(tenant.tenantId))
  return customer && readParties(deps, invitation, customer)
}
