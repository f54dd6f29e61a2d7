import type { Organization } from '../organization/organization.ts'
import { regionOf } from '../regions.ts'
import type { Fix } from './answer.ts'

/**
 * A reminder that the people of a company can follow: to sign where the MPA of its region lies before them, else to finish
 * the enrollment that comes first. Customers sign nothing, and none but prospects enroll (R16, R30, SM3).
 */
export function reminder(organization: Organization, about: 'mpa' | 'enrollment'): Fix | undefined {
  const { tenantId: tenant, displayName: company } = organization
  const next = nextStep(organization, about)
  return next && { kind: 'remind', tenant, company, about: next }
}

/** What a company can do for its MPA or its enrollment now, if anything. */
export function nextStep(
  { agreements, country, kind }: Organization,
  about: 'mpa' | 'enrollment',
): 'mpa' | 'enrollment' | undefined {
  const region = regionOf(country)
  const isOffered = agreements.some((one) => one.status === 'offered' && one.region === region)
  if (about === 'mpa' && isOffered) return 'mpa'
  return kind === 'prospect' ? 'enrollment' : undefined
}
