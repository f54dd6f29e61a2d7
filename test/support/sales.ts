import type { Organization } from '../../domain/organization/organization.ts'
import type { Buyer, SaleFacts, Supplier } from '../../domain/questions/sale.ts'
import { legal } from './lifecycle.ts'
import { partners, reseller, toto } from './partners.ts'
import { MPN, otherTenant, registered } from './people.ts'

/** A customer in Japan that is no partner of anybody. */
export const bakery: Organization = registered(
  { kind: 'customer' },
  { tenantId: otherTenant, displayName: 'Bakery Mori', legalName: 'Bakery Mori KK' },
)

/** An indirect reseller that has signed the MPA, what it is without it, and its provider. */
const signed: Organization = { ...reseller, agreements: toto.agreements }
export const unsigned: Partial<Organization> = { agreements: [] }
export const supplier: Supplier = {
  provider: { organization: toto },
  partnership: partners,
  isReseller: false,
  isRelated: true,
}

/** A direct-bill partner that is identified for offboarding, with everything in order. */
export const direct: Organization = {
  ...registered({ kind: 'directBill', cspTenant: true, directBillStatus: 'identifiedForOffboarding' }),
  agreements: toto.agreements,
  legal,
  mpnId: MPN,
}

/** A sale in whose way nothing stands, but for what is changed. */
export function saleFacts({
  seller = {},
  buyer = bakery,
  ...over
}: Partial<Omit<SaleFacts, 'seller' | 'buyer'>> & {
  seller?: Partial<Organization>
  buyer?: Organization | Buyer
} = {}): SaleFacts {
  return {
    seller: { organization: { ...signed, ...seller } },
    buyer: 'tenantId' in buyer ? { organization: buyer } : buyer,
    suppliers: [supplier],
    isReseller: false,
    isRelated: true,
    fix: () => undefined,
    ...over,
  }
}
