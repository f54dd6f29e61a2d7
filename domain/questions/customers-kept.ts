import { sharedCustomers } from '../customer/lists.ts'
import type { Recorded } from './pair-facts.ts'
import type { PartnerFinding } from './partners.ts'
import type { Sight } from './sight.ts'

/** More are not counted. */
const MOST_COUNTED = 100

/** The customers of a reseller stay with it after the end of a partnership; so many of them the two still share (R44). */
export async function customersKept(
  { store }: Pick<Sight, 'store'>,
  { provider, reseller, resellerName }: Recorded,
): Promise<PartnerFinding> {
  const { items, next } = await sharedCustomers(store, provider, reseller, { limit: MOST_COUNTED })
  return { code: 'partners.customersStay', reseller: resellerName, count: items.length, more: next !== undefined }
}
