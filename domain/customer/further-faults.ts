import type { TenantId } from '../ids.ts'
import type { Refusal } from '../refusals.ts'
import { normalCountry } from '../regions.ts'
import { clean } from '../text.ts'
import { normalDomainPrefix } from './domain-prefix.ts'
import { type FactsDeps, readDomain } from './facts.ts'
import type { CustomerDetails } from './new-customer.ts'
import type { DetailsInput } from './read-details.ts'
import { detailRefusals } from './save-details.ts'

/**
 * What can be told of the rest while some of the details cannot be read: the domain (D16), the registration ID (D7), the day
 * (D15).
 */
export async function furtherFaults(
  deps: Pick<FactsDeps, 'store' | 'partnerCenter'>,
  typed: Pick<DetailsInput, 'country' | 'domainPrefix' | 'registrationId' | 'agreedOn'>,
  draft: { provider: TenantId; id: string },
  now: string,
): Promise<readonly Refusal[]> {
  const nobody = { firstName: '', lastName: '', email: '' }
  const rough: CustomerDetails = {
    companyName: '',
    domainPrefix: normalDomainPrefix(typed.domainPrefix),
    registrationId: clean(typed.registrationId),
    address: { line1: '', city: '', country: normalCountry(typed.country) },
    contact: nobody,
    agreement: { contact: nobody, agreedOn: clean(typed.agreedOn).replace(/\//g, '-') },
  }
  const domain = await readDomain(deps, draft, rough)
  return detailRefusals(rough, { ...domain, now })
}
