import { regionOf } from '../domain/regions.ts'
import { closest } from '../domain/store/names.ts'
import type { Draft, Meant } from './ask/understanding.ts'
import type { House, Turn } from './capability.ts'

/**
 * The same question with a name that the asker's companies do not bear found in the official directory, which is open to
 * anybody (P19); only Q30 asks about it.
 */
export async function namedInDirectory(draft: Draft, { organization }: Turn, { partnerCenter }: House): Promise<Draft> {
  const [company] = draft.companies
  const region = regionOf(draft.countries[0] ?? organization?.country ?? '')
  if (draft.id !== 'Q30' || company?.kind !== 'unknown' || region === undefined) return draft
  const listings = await partnerCenter.providers(region)
  const named = listings.map(({ tenantId, name, country }) => ({ tenantId, name, legalName: name, country }))
  const [first] = closest(company.typed, named)
  const meant: Meant = first ? { kind: 'known', tenant: first.company.tenantId } : company
  return { ...draft, companies: [meant] }
}
