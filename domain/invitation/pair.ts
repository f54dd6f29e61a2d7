import type { Organization } from '../organization/organization.ts'
import type { Partnership } from '../partnership/partnership.ts'
import type { Refusal } from '../refusals.ts'
import { notCustomerOfProvider, notPartneredYet } from '../rules/partnership.ts'
import { samePartnerRegion } from '../rules/region.ts'

/** The two companies of a partnership to be, and how they stand to each other; read anew on every attempt. */
export type Pair = {
  provider: Organization
  reseller: Organization
  partnership: Partnership
  /** The pair is provider and customer already (R106). */
  isCustomer: boolean
}

/** What lies between the two, whoever asks: partners already (F37), a customer of the provider (R106), two regions (R50). */
export function betweenThem({ provider, reseller, partnership, isCustomer }: Pair): readonly Refusal[] {
  const names = { provider: provider.displayName, reseller: reseller.displayName }
  return [
    ...notPartneredYet.check({ partnership }),
    ...notCustomerOfProvider.check({ isCustomer, ...names }),
    ...samePartnerRegion.check({
      provider: { name: provider.displayName, country: provider.country },
      reseller: { name: reseller.displayName, country: reseller.country },
    }),
  ]
}
