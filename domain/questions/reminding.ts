import type { Organization } from '../organization/organization.ts'
import { regionOf } from '../regions.ts'
import type { Fix } from './answer.ts'

/**
 * A reminder that the people of a company can follow: to sign where the MPA of its region lies before them, else to finish
 * the enrollment that comes first. Customers sign nothing, and none but prospects enroll (R16, R30, SM3).
 */
export function reminder(
  { tenantId: tenant, displayName: company, agreements, country, kind }: Organization,
  about: 'mpa' | 'enrollment',
): Fix | undefined {
  const region = regionOf(country)
  const isOffered = agreements.some((one) => one.status === 'offered' && one.region === region)
  if (about === 'mpa' && isOffered) return { kind: 'remind', tenant, company, about }
  return kind === 'prospect' ? { kind: 'remind', tenant, company, about: 'enrollment' } : undefined
}
