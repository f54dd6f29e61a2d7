import type { Organization, OrganizationEvent } from '../organization/organization.ts'

/** What time alone brings about by `at`: an expired confirmation link, an overdue review (SM1 slaTimer, D8). */
export function tick({ enrollment }: Organization, at: string): readonly OrganizationEvent[] {
  if (enrollment.state === 'contactPending' && waitsForMail(enrollment.verification.emailOwnership.state))
    return at < enrollment.mail.expiresAt
      ? []
      : [{ type: 'OwnershipLinkExpired', at, generation: enrollment.mail.generation }]
  if (enrollment.state === 'inReview' && enrollment.overdueAt === undefined)
    return at < enrollment.dueAt ? [] : [{ type: 'EnrollmentOverdue', at }]
  return []
}

/** When `tick` next has something to do; the root document is due then. */
export function nextTick({ enrollment }: Organization): string | undefined {
  if (enrollment.state === 'contactPending' && waitsForMail(enrollment.verification.emailOwnership.state))
    return enrollment.mail.expiresAt
  return enrollment.state === 'inReview' && enrollment.overdueAt === undefined ? enrollment.dueAt : undefined
}

const waitsForMail = (state: string): boolean => state === 'pending' || state === 'bounced'
