import { isDeepStrictEqual } from 'node:util'
import type { By, Role } from '../actor.ts'
import { contactName } from '../enrollment/contact-name.ts'
import { isFiled } from '../enrollment/evolve.ts'
import type { UserId } from '../ids.ts'
import type { Audience, Notice } from '../notices.ts'
import { readiness } from '../rules/organization.ts'
import type { Task } from '../store/outbox.ts'
import type { Organization, OrganizationEvent } from './organization.ts'

/** What `event` sets going outside the transaction: who is told what (domain.md 3), orders to other systems, lists. */
export const tasks = (before: Organization, event: OrganizationEvent, after: Organization): readonly Task[] => [
  ...consequences(before, event, after),
  ...(before.enrollment.state !== after.enrollment.state || event.type === 'EnrollmentOverdue'
    ? [{ kind: 'listForReview' as const, tenantId: after.tenantId }]
    : []),
  ...(isReseller(after) && !isDeepStrictEqual(asPartner(before), asPartner(after))
    ? [{ kind: 'listReseller' as const, tenantId: after.tenantId }]
    : []),
]

const isReseller = ({ kind }: Organization): boolean => kind === 'indirectReseller' || kind === 'both'

/** What the lists of its partners say of a company. */
export const asPartner = (organization: Organization) => {
  const { displayName: name, country } = organization
  return { name, country, ticks: readiness(organization) }
}

function consequences(before: Organization, event: OrganizationEvent, after: Organization): readonly Task[] {
  const { tenantId, displayName: company } = after
  const enrollment = isFiled(after.enrollment) ? after.enrollment : undefined
  const about = { tenantId, company, ...(enrollment ? { enrollmentId: enrollment.id } : {}) }
  const tell = (notice: Notice, ...audiences: readonly (Audience | undefined)[]): readonly Task[] =>
    audiences.flatMap((audience) => (audience ? [{ kind: 'notify', audience, notice } as const] : []))
  const roles = (wanted: readonly Role[], except?: UserId): Audience => ({
    to: 'roles',
    tenantId,
    roles: wanted,
    ...(except ? { except } : {}),
  })
  const admins = roles(['GA'], actorOf(event))
  const contact = contactOf(after)

  switch (event.type) {
    case 'EnrollmentSubmitted':
      return [
        ...tell(
          {
            ...about,
            name: 'enrollment.submitted',
            by: nameOf(event.by),
            contactEmail: event.application.contact.email,
          },
          admins,
        ),
        ...ownershipMail(after),
      ]
    case 'ContactCorrected':
      return ownershipMail(after)
    case 'OwnershipMailSent':
      return enrollment
        ? tell(
            {
              ...about,
              name: 'verification.confirm',
              contactName: contactName(enrollment.application.contact),
              by: nameOf(enrollment.submittedBy),
              generation: event.generation,
              expiresAt: event.expiresAt,
            },
            contact,
          )
        : []
    case 'OwnershipMailBounced':
      return enrollment
        ? tell({ ...about, name: 'verification.bounced', contactEmail: enrollment.application.contact.email }, admins)
        : []
    case 'OwnershipLinkExpired':
      return enrollment
        ? tell({ ...about, name: 'verification.expired', contactEmail: enrollment.application.contact.email }, admins)
        : []
    case 'ContactConfirmed':
      return enrollment
        ? [
            ...tell(
              { ...about, name: 'verification.confirmed', contactEmail: enrollment.application.contact.email },
              admins,
            ),
            { kind: 'checkApplication', tenantId, enrollmentId: enrollment.id },
          ]
        : []
    case 'SignupDenied':
      return enrollment
        ? tell({ ...about, name: 'verification.denied', contactEmail: enrollment.application.contact.email }, admins)
        : []
    case 'DocumentsRequested':
      return tell({ ...about, name: 'enrollment.actionRequired', request: event.request }, contact, admins)
    case 'EnrollmentResubmitted':
      return [
        ...tell(
          { ...about, name: 'enrollment.resubmitted', by: nameOf(event.by), dueAt: event.dueAt },
          contact,
          admins,
        ),
        ...(enrollment ? [{ kind: 'checkApplication' as const, tenantId, enrollmentId: enrollment.id }] : []),
      ]
    case 'ReviewRequested':
      return after.enrollment.state === 'inReview'
        ? tell(
            {
              ...about,
              name: after.enrollment.decisions.length > 0 ? 'review.resubmitted' : 'review.requested',
              dueAt: after.enrollment.dueAt,
            },
            { to: 'reviewers' },
          )
        : []
    case 'EnrollmentApproved':
      return tell({ ...about, name: 'enrollment.approved' }, contact, roles(['GA']))
    case 'EnrollmentRejected':
      return tell(
        { ...about, name: 'enrollment.rejected', reason: event.reason, fixes: event.fixes },
        contact,
        roles(['GA']),
      )
    case 'EnrollmentDeclined':
      return [
        ...tell({ ...about, name: 'enrollment.declined', reason: event.reason }, contact, roles(['GA'])),
        ...released(before),
      ]
    case 'EnrollmentWithdrawn': {
      const withdrawn = { ...about, name: 'enrollment.withdrawn', by: nameOf(event.by) } as const
      const reviewed = before.enrollment.state === 'inReview' ? { to: 'reviewers' as const } : undefined
      return [
        ...tell(withdrawn, contactOf(before), before.enrollment.state === 'draft' ? undefined : admins),
        ...tell({ ...about, name: 'review.withdrawn', by: nameOf(event.by) }, reviewed),
        ...released(before),
      ]
    }
    case 'EnrollmentActivated':
      return [
        ...tell({ ...about, name: 'enrollment.active' }, contact, roles(['GA'])),
        ...tell({ ...about, name: 'setup.businessProfile' }, roles(['BPA'])),
      ]
    case 'EnrollmentOverdue':
      return after.enrollment.state === 'inReview'
        ? [
            ...tell({ ...about, name: 'enrollment.overdue', dueAt: after.enrollment.dueAt }, contact, roles(['GA'])),
            ...tell({ ...about, name: 'review.overdue', dueAt: after.enrollment.dueAt }, { to: 'reviewers' }),
          ]
        : []
    case 'AgreementOffered':
      return tell({ ...about, name: 'agreement.offered', region: event.region }, roles(['GA']))
    case 'AgreementAccepted':
      return tell(
        { ...about, name: 'agreement.accepted', region: event.region, by: nameOf(event.by), at: event.at },
        roles(['GA', 'AA', 'SA'], actorOf(event)),
      )
    case 'OrganizationSuspended':
      return tell({ ...about, name: 'organization.suspended', reason: event.reason }, roles(['GA']))
    case 'OrganizationReinstated':
      return tell({ ...about, name: 'organization.reinstated', reason: event.reason }, roles(['GA']))
    case 'OrganizationRegistered':
      return tell({ ...about, name: 'organization.registered', kind: event.kind }, roles(['GA']))
    case 'MarkedForOffboarding':
      return tell({ ...about, name: 'organization.offboarding' }, roles(['GA']))
    case 'EmployeeAdded':
      return [{ kind: 'createUser', tenantId, key: event.key, name: event.name, email: event.email }]
    case 'EmployeeInvited':
      return grants(after, event.key, event.userId)
    case 'EmployeeFailed': {
      const failed = after.employees.find(({ key }) => key === event.key)
      return failed
        ? tell({ ...about, name: 'employee.failed', employee: failed.name, email: failed.email }, roles(['GA']))
        : []
    }
    case 'RoleChangeRefused':
      return tell(
        { ...about, name: 'employee.roleRefused', employee: event.name, role: event.role, change: event.change },
        roles(['GA']),
      )
    case 'EmployeeDisabled':
      return [{ kind: 'disableUser', tenantId, userId: event.userId, key: `${event.userId}.disabled` }]
    case 'RoleGrantRequested':
      return [{ kind: 'grantRole', tenantId, userId: event.userId, role: event.role, key: event.key }]
    case 'RoleRevokeRequested':
      return [{ kind: 'revokeRole', tenantId, userId: event.userId, role: event.role, key: event.key }]
    case 'EnrollmentStarted':
    case 'StepSaved':
    case 'AgreementViewed':
    case 'AdminAgentConfirmed':
    case 'OrganizationProfileSet':
    case 'BusinessProfileSet':
    case 'EmployeeSignedIn':
    case 'PasswordChanged':
    case 'PartnerRolesSet':
    case 'RoleGranted':
    case 'RoleRevoked':
      return []
  }
}

function ownershipMail({ tenantId, enrollment }: Organization): readonly Task[] {
  return isFiled(enrollment) ? [{ kind: 'sendOwnershipMail', tenantId, enrollmentId: enrollment.id }] : []
}

/** The MPN ID of an application that ended is free again (D5). */
function released({ tenantId, enrollment }: Organization): readonly Task[] {
  return isFiled(enrollment) ? [{ kind: 'releaseMpn', tenantId, mpnId: enrollment.application.mpnId }] : []
}

/** The directory's roles of a new employee are ordered once the account exists; ours are set with it. */
function grants({ tenantId, employees }: Organization, key: string, userId: UserId): readonly Task[] {
  const roles = employees.find((one) => one.key === key)?.roles ?? []
  return roles.flatMap((role) =>
    role === 'GA' || role === 'UMA' || role === 'BA' || role === 'AA' || role === 'SA' || role === 'HA'
      ? [{ kind: 'grantRole' as const, tenantId, userId, role, key: `${key}.${role}` }]
      : [],
  )
}

function contactOf({ enrollment }: Organization): Audience | undefined {
  if (!isFiled(enrollment)) return undefined
  return { to: 'contact', address: enrollment.application.contact.email, locale: enrollment.locale }
}

const actorOf = (event: OrganizationEvent): UserId | undefined =>
  'by' in event && event.by.kind === 'person' ? event.by.userId : undefined

const nameOf = (by: By): string => (by.kind === 'person' ? by.name : by.kind === 'contact' ? by.email : '')
