import { by } from '../actor.ts'
import { type Decision, decide, type Given } from '../decision.ts'
import type { Organization, OrganizationEvent } from '../organization/organization.ts'
import { permit } from '../permissions.ts'
import { guard } from '../rules/rule.ts'
import type { Enrollment, EnrollmentState, InState } from './enrollment.ts'

export const WITHDRAWABLE: readonly EnrollmentState[] = [
  'draft',
  'submitted',
  'contactPending',
  'inReview',
  'actionRequired',
  'rejected',
]

export const isWithdrawable = (
  enrollment: Enrollment,
): enrollment is InState<'draft' | 'submitted' | 'contactPending' | 'inReview' | 'actionRequired' | 'rejected'> =>
  WITHDRAWABLE.includes(enrollment.state)

/** Takes the application back while it is not decided (SM1, F33); its MPN ID is free again. */
export function withdrawEnrollment(
  state: Organization,
  { actor, at, enrollmentId }: Given & { enrollmentId: string },
): Decision<OrganizationEvent> {
  const { enrollment } = state
  if (enrollment.state === 'withdrawn' && enrollment.id === enrollmentId) return decide([], () => [])
  const open = isWithdrawable(enrollment) && enrollment.id === enrollmentId
  const wrong = { code: 'WRONG_STATE' as const, is: enrollment.state, needs: WITHDRAWABLE }
  return decide(guard(permit('P01', actor, state), open ? [] : [wrong]), () => [
    { type: 'EnrollmentWithdrawn', at, by: by(actor) },
  ])
}
