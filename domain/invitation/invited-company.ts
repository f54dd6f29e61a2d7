import type { Directory, Tenant } from '../ports.ts'
import { asciiDomain, mailDomain } from '../text.ts'

/** The company that verified the domain of an address; a company that only bears the domain as its name is none. */
export async function companyOfMail(
  { directory }: { directory: Pick<Directory, 'lookUp'> },
  email: string,
): Promise<Tenant | undefined> {
  const domain = mailDomain(email)
  const tenant = await directory.lookUp(domain)
  return tenant && hasDomain(tenant, domain) ? tenant : undefined
}

/** Whether an address belongs to a company: its domain is one of those that the company verified. */
export const isMailOf = (tenant: Pick<Tenant, 'verifiedDomains'>, email: string): boolean =>
  hasDomain(tenant, mailDomain(email))

const hasDomain = ({ verifiedDomains }: Pick<Tenant, 'verifiedDomains'>, domain: string): boolean =>
  domain !== '' && verifiedDomains.some((one) => asciiDomain(one) === domain)
