import { describe, expect, it } from 'vitest'
import type { Audience } from '../../../domain/notices.ts'
import { evolve } from '../../../domain/organization/evolve.ts'
import type { OrganizationEvent } from '../../../domain/organization/organization.ts'
import { tasks } from '../../../domain/organization/tasks.ts'
import { EVERY_EVENT } from '../../support/every-event.ts'
import { APPLICATION, HISTORIES, ken, type Situation } from '../../support/lifecycle.ts'
import { hana, MPN, sakura } from '../../support/people.ts'
import { given } from '../../support/story.ts'

type Type = OrganizationEvent['type']

const ordered = (event: OrganizationEvent, situation: Situation) => {
  const { company } = given(HISTORIES[situation], ...(BEFORE[event.type] ?? []))
  return tasks(company, event, evolve(company, event))
}

/** What an event needs besides the state of the enrollment. */
const BEFORE: { [T in Type]?: readonly OrganizationEvent[] } = {
  EmployeeInvited: [EVERY_EVENT.EmployeeAdded],
  EmployeeFailed: [EVERY_EVENT.EmployeeAdded],
}

const to = (audience: Audience): string => (audience.to === 'roles' ? audience.roles.join('+') : audience.to)

/** Notices of an event as `name → whom`, and the other tasks by kind. */
const emits = (event: OrganizationEvent, situation: Situation): readonly string[] =>
  ordered(event, situation).map((task) =>
    task.kind === 'notify' ? `${task.notice.name} → ${to(task.audience)}` : task.kind,
  )

type Emits = { [T in Type]: readonly [situation: Situation, ...emits: readonly string[]] }

/** The “Emits →” column of SM1 to SM3 and SM15, with R21: the primary contact hears every update. */
const EMITS: Emits = {
  EnrollmentStarted: ['none', 'listForReview'],
  StepSaved: ['draft'],
  EnrollmentSubmitted: ['draft', 'enrollment.submitted → GA', 'sendOwnershipMail', 'listForReview'],
  OwnershipMailSent: ['submitted', 'verification.confirm → contact', 'listForReview'],
  OwnershipMailBounced: ['contactPending', 'verification.bounced → GA'],
  OwnershipLinkExpired: ['contactPending', 'verification.expired → GA'],
  ContactConfirmed: ['contactPending', 'verification.confirmed → GA', 'checkApplication', 'listForReview'],
  SignupDenied: ['contactPending', 'verification.denied → GA', 'listForReview'],
  ContactCorrected: ['contactPending', 'sendOwnershipMail', 'listForReview'],
  ReviewRequested: ['inReview', 'review.requested → reviewers'],
  DocumentsRequested: [
    'inReview',
    'enrollment.actionRequired → contact',
    'enrollment.actionRequired → GA',
    'listForReview',
  ],
  EnrollmentResubmitted: [
    'rejected',
    'enrollment.resubmitted → contact',
    'enrollment.resubmitted → GA',
    'checkApplication',
    'listForReview',
  ],
  EnrollmentApproved: [
    'inReview',
    'enrollment.approved → contact',
    'enrollment.approved → GA',
    'listForReview',
    'listReseller',
  ],
  EnrollmentRejected: ['inReview', 'enrollment.rejected → contact', 'enrollment.rejected → GA', 'listForReview'],
  EnrollmentDeclined: [
    'inReview',
    'enrollment.declined → contact',
    'enrollment.declined → GA',
    'releaseMpn',
    'listForReview',
  ],
  EnrollmentWithdrawn: [
    'inReview',
    'enrollment.withdrawn → contact',
    'enrollment.withdrawn → GA',
    'review.withdrawn → reviewers',
    'releaseMpn',
    'listForReview',
  ],
  EnrollmentActivated: [
    'qualified',
    'enrollment.active → contact',
    'enrollment.active → GA',
    'setup.businessProfile → BPA',
    'listForReview',
  ],
  EnrollmentOverdue: [
    'inReview',
    'enrollment.overdue → contact',
    'enrollment.overdue → GA',
    'review.overdue → reviewers',
    'listForReview',
  ],
  AgreementOffered: ['inReview', 'agreement.offered → GA'],
  AgreementViewed: ['qualified'],
  AgreementAccepted: ['qualified', 'agreement.accepted → GA+AA+SA', 'listReseller'],
  OrganizationRegistered: ['none', 'organization.registered → GA'],
  MarkedForOffboarding: ['none', 'organization.offboarding → GA'],
  OrganizationSuspended: ['active', 'organization.suspended → GA', 'listForReview', 'listReseller'],
  OrganizationReinstated: ['suspended', 'organization.reinstated → GA', 'listForReview', 'listReseller'],
  AdminAgentConfirmed: ['qualified'],
  OrganizationProfileSet: ['active'],
  BusinessProfileSet: ['active'],
  EmployeeAdded: ['active', 'createUser'],
  EmployeeInvited: ['active', 'grantRole'],
  EmployeeFailed: ['active', 'employee.failed → GA'],
  EmployeeSignedIn: ['active'],
  PasswordChanged: ['active'],
  EmployeeDisabled: ['active', 'disableUser'],
  RoleGrantRequested: ['active', 'grantRole'],
  RoleGranted: ['active'],
  RoleRevokeRequested: ['active', 'revokeRole'],
  RoleRevoked: ['active'],
  RoleChangeRefused: ['active', 'employee.roleRefused → GA'],
  PartnerRolesSet: ['active'],
}

describe('what an event sets going', () => {
  it.each(Object.entries(EMITS))('%s', (type, [situation, ...expected]) => {
    expect(emits(EVERY_EVENT[type as Type], situation)).toEqual(expected)
  })

  it('R4 R21: every decision is mailed to the primary contact', () => {
    const decisions = ['DocumentsRequested', 'EnrollmentApproved', 'EnrollmentRejected', 'EnrollmentDeclined'] as const
    const mails = decisions.flatMap((type) => ordered(EVERY_EVENT[type], 'inReview')).filter(toContact)
    expect(mails.map((task) => task.kind === 'notify' && task.notice.name)).toEqual([
      'enrollment.actionRequired',
      'enrollment.approved',
      'enrollment.rejected',
      'enrollment.declined',
    ])
  })

  it('R21: reaches the contact at the address of the application, in the language of who submitted it', () => {
    const [mail] = ordered(EVERY_EVENT.EnrollmentRejected, 'inReview').filter(toContact)
    expect(mail).toEqual({
      kind: 'notify',
      audience: { to: 'contact', address: ken.email, locale: 'ja-JP' },
      notice: {
        tenantId: sakura.tenantId,
        company: 'Sakura Systems',
        enrollmentId: APPLICATION,
        name: 'enrollment.rejected',
        reason: EVERY_EVENT.EnrollmentRejected.reason,
        fixes: ['business'],
      },
    })
  })

  it('D8: an overdue review is told to both sides', () => {
    expect(emits(EVERY_EVENT.EnrollmentOverdue, 'inReview')).toEqual(
      expect.arrayContaining(['enrollment.overdue → GA', 'review.overdue → reviewers']),
    )
  })

  it('tells nobody of their own deed', () => {
    for (const type of ['EnrollmentSubmitted', 'EnrollmentWithdrawn', 'AgreementAccepted'] as const) {
      const [situation] = EMITS[type]
      const groups = ordered(EVERY_EVENT[type], situation).flatMap((task) =>
        task.kind === 'notify' && task.audience.to === 'roles' ? [task.audience] : [],
      )
      expect(groups).not.toEqual([])
      for (const { except } of groups) expect(except).toBe(hana.userId)
    }
  })

  it('leaves people alone about a draft that is thrown away', () => {
    expect(emits(EVERY_EVENT.EnrollmentWithdrawn, 'draft')).toEqual(['listForReview'])
  })

  it('calls the reviewers again, by another word, when something was sent back once', () => {
    expect(emits({ ...EVERY_EVENT.EnrollmentResubmitted }, 'rejected')).toContain('checkApplication')
    const { company } = given(HISTORIES.rejected, EVERY_EVENT.EnrollmentResubmitted)
    const event = EVERY_EVENT.ReviewRequested
    const [task] = tasks(company, event, evolve(company, event))
    expect(task).toMatchObject({ audience: { to: 'reviewers' }, notice: { name: 'review.resubmitted' } })
  })

  it('reminds the global admins of the business profile where nobody holds that role, at delivery', () => {
    const [, , reminder] = ordered(EVERY_EVENT.EnrollmentActivated, 'qualified')
    expect(reminder).toMatchObject({ audience: { to: 'roles', roles: ['BPA'] } })
  })

  it('orders the directory’s roles of a new employee under keys of their own', () => {
    const [grant] = ordered(EVERY_EVENT.EmployeeInvited, 'active')
    expect(grant).toMatchObject({ kind: 'grantRole', role: 'SA', key: 'employee-1.SA' })
  })

  it('gives the MPN ID of an ended application back', () => {
    expect(ordered(EVERY_EVENT.EnrollmentDeclined, 'inReview')).toContainEqual({
      kind: 'releaseMpn',
      tenantId: sakura.tenantId,
      mpnId: MPN,
    })
  })
})

const toContact = (task: ReturnType<typeof ordered>[number]): boolean =>
  task.kind === 'notify' && task.audience.to === 'contact'
