import { by } from '../actor.ts'
import { type Decision, decide, type Given } from '../decision.ts'
import type { Organization, OrganizationEvent } from '../organization/organization.ts'
import { permit } from '../permissions.ts'
import type { Refusal } from '../refusals.ts'
import { registrationIdGiven } from '../rules/enrollment.ts'
import { guard } from '../rules/rule.ts'
import { addWorkingDays } from '../working-days.ts'
import type { LegalIdentity, SupportingDocument } from './enrollment.ts'
import { isFiled } from './evolve.ts'
import { inState, REVIEW_WORKING_DAYS } from './ownership.ts'

export type ResubmitEnrollment = Given & {
  enrollmentId: string
  legal: LegalIdentity
  document?: Omit<SupportingDocument, 'by' | 'at'>
}

/** `provide` and `fixAndAppeal` of SM1: back to review with a corrected profile or a document; one of them is needed. */
export function resubmitEnrollment(state: Organization, command: ResubmitEnrollment): Decision<OrganizationEvent> {
  const { actor, at, enrollmentId, legal, document } = command
  const { enrollment } = state
  const before = isFiled(enrollment) ? enrollment.application.legal : undefined
  const changed = before !== undefined && isChanged(before, legal)
  const denied: readonly Refusal[] =
    enrollment.state === 'actionRequired' && enrollment.ask.kind === 'signupDenied'
      ? [{ code: 'VER_CONTACT_PENDING', mail: enrollment.application.contact.email }]
      : []
  const refusals = guard(
    permit('P07', actor, state),
    [...inState(state, enrollmentId, 'actionRequired', 'rejected'), ...denied],
    [
      ...registrationIdGiven.check({ country: state.country, registrationId: legal.registrationId ?? '' }),
      ...(changed || document ? [] : [{ code: 'NOTHING_CHANGED' as const }]),
    ],
  )
  return decide(refusals, () => [
    {
      type: 'EnrollmentResubmitted',
      at,
      by: by(actor),
      dueAt: addWorkingDays(at, REVIEW_WORKING_DAYS, state.country),
      ...(changed ? { legal } : {}),
      ...(document ? { document } : {}),
    },
  ])
}

/** Whether a legal identity differs in anything that is kept. */
export const isChanged = (before: LegalIdentity, after: LegalIdentity): boolean =>
  JSON.stringify(sorted(before)) !== JSON.stringify(sorted(after))

const sorted = ({ companyName, registrationId, address }: LegalIdentity) => [
  companyName,
  registrationId ?? '',
  address.line1,
  address.line2 ?? '',
  address.city,
  address.state ?? '',
  address.postalCode ?? '',
]
