import type { HomeAction, NextStep } from '../cards/home.ts'
import type { Actor } from '../domain/actor.ts'
import { BULK_KINDS, mayBulk } from '../domain/bulk/bulk.ts'
import { addingOperation } from '../domain/customer/start.ts'
import { type EnrollmentState, STEPS } from '../domain/enrollment/enrollment.ts'
import { nextStep } from '../domain/enrollment/save-step.ts'
import { mayListInvitations } from '../domain/invitation/accept.ts'
import { CUSTOMER_KINDS } from '../domain/invitation/invitation.ts'
import { mayAsk } from '../domain/invitation/may-ask.ts'
import { employeeOf } from '../domain/organization/employees.ts'
import type { Organization } from '../domain/organization/organization.ts'
import { mayKeepBusinessProfile } from '../domain/organization/set-up.ts'
import { permit } from '../domain/permissions.ts'
import { regionOf } from '../domain/regions.ts'
import { adminAgentConfirmed, passwordChanged, readyToTransact } from '../domain/rules/organization.ts'

/** What the company's people can be told apart from the state itself: who could act, and whether a role is vacant. */
export type Staff = { globalAdmins: readonly string[]; businessProfileAdmins: readonly string[] }

/** Some companies by name, and whether there are more. */
export type Some = { names: readonly string[]; more: boolean }
/** The partners of a company, and who has invited it and waits for an answer. */
export type Others = { partners: Some; inviters: Some }
const NONE: Some = { names: [], more: false }
const NOBODY: Others = { partners: NONE, inviters: NONE }

/** What a person of a company does or waits for next, the most urgent first; never empty for a partner. */
export function nextSteps(
  organization: Organization,
  actor: Actor,
  staff: Staff,
  others: Others = NOBODY,
): readonly NextStep[] {
  const employee = employeeOf(organization, actor.userId)
  if (passwordChanged.check({ employee }).length > 0) return [{ kind: 'changePassword' }]
  if (organization.kind === 'customer') return [{ kind: 'customer' }]
  const steps = [...standing(organization), ...enrollment(organization, actor, staff)]
  return [
    ...steps,
    ...setUp(organization, actor, staff),
    ...received(organization, actor, others),
    ...afterwards(organization, actor, others.partners),
  ]
}

/** What else the person may open from home. */
export function homeActions(organization: Organization, actor: Actor): readonly HomeAction[] {
  const may = (...refusals: readonly unknown[]) => refusals.length === 0
  const started = organization.enrollment.state !== 'none' && organization.enrollment.state !== 'draft'
  return [
    ...(started && may(...permit('P04', actor, organization, { read: true })) ? (['status'] as const) : []),
    ...(may(...permit('P13', actor, organization)) ? (['users'] as const) : []),
    ...(may(...permit('P16', actor, organization)) ? (['organization-profile'] as const) : []),
    ...(may(...permit('P17', actor, organization)) ? (['business-profile'] as const) : []),
    ...(may(...permit('P20', actor, organization)) ? (['request-partnership'] as const) : []),
    ...(may(...permit(addingOperation(organization), actor, organization)) ? (['add-customer'] as const) : []),
    ...(may(...permit('P34', actor, organization, { read: true })) ? (['customers'] as const) : []),
    ...(BULK_KINDS.some((kind) => may(...mayBulk(kind, actor, organization))) ? (['bulk'] as const) : []),
    ...(organization.kind === 'customer' ? (['own-partners'] as const) : []),
    ...(mayInviteCustomers(organization, actor) ? (['invite-customer'] as const) : []),
    ...(may(...permit('P23', actor, organization, { read: true }))
      ? partnerActions(organization)
      : mayInviteCustomers(organization, actor)
        ? (['invitations'] as const)
        : []),
    ...(may(...permit('P19', actor, organization)) && looksForProviders(organization)
      ? (['find-provider'] as const)
      : []),
    ...(may(...permit('P48', actor, organization, { read: true })) && organization.kind !== 'customer'
      ? (['history'] as const)
      : []),
  ]
}

const mayInviteCustomers = (organization: Organization, actor: Actor): boolean =>
  CUSTOMER_KINDS.some((kind) => mayAsk(kind, organization, { actor }).length === 0)

/** A provider lists its resellers, a reseller its providers (R79). */
const partnerActions = ({ kind }: Organization): readonly HomeAction[] =>
  kind === 'indirectProvider' ? ['resellers', 'invitations'] : ['providers', 'invitations']

/** In CSP already, though not as a reseller: Partner Center has the complete legal profile (R23, C-12). */
export const isInCsp = ({ kind, cspTenant, legal }: Organization): boolean =>
  kind === 'prospect' && cspTenant && legal !== undefined

function standing({ suspended, enrollment, directBillStatus, kind }: Organization): readonly NextStep[] {
  const reason = enrollment.state === 'suspended' ? enrollment.reason : undefined
  return [
    ...(suspended ? [{ kind: 'suspended' as const, ...(reason ? { reason } : {}) }] : []),
    ...(kind === 'directBill' && directBillStatus === 'identifiedForOffboarding'
      ? [{ kind: 'offboarding' as const }]
      : []),
  ]
}

function enrollment(organization: Organization, actor: Actor, { globalAdmins }: Staff): readonly NextStep[] {
  const { enrollment } = organization
  const canEnroll = permit('P01', actor, organization).length === 0
  const canAct = permit('P07', actor, organization).length === 0
  switch (enrollment.state) {
    case 'none':
      if (organization.kind !== 'prospect' || organization.suspended) return []
      if (regionOf(organization.country) === undefined) return [{ kind: 'notOffered', country: organization.country }]
      return [
        canEnroll
          ? { kind: 'enroll', inCsp: isInCsp(organization) }
          : { kind: 'askToEnroll', begun: false, globalAdmins },
      ]
    case 'draft': {
      const done = STEPS.filter((step) => enrollment.draft[step]).length
      return canEnroll
        ? [{ kind: 'continueEnrollment', step: nextStep(enrollment.draft), done, of: STEPS.length }]
        : [{ kind: 'askToEnroll', begun: true, globalAdmins }]
    }
    case 'submitted':
      return [{ kind: 'preparingMail', email: enrollment.application.contact.email }]
    case 'contactPending': {
      const { email } = enrollment.application.contact
      const { state } = enrollment.verification.emailOwnership
      return state === 'bounced' || state === 'expired'
        ? [{ kind: 'contactUnreachable', why: state, email, canAct }]
        : [{ kind: 'waitForContact', email, expiresAt: enrollment.mail.expiresAt }]
    }
    case 'inReview':
      return [{ kind: 'waitForReview', dueAt: enrollment.dueAt, overdue: enrollment.overdueAt !== undefined }]
    case 'actionRequired':
      return enrollment.ask.kind === 'signupDenied'
        ? [{ kind: 'replaceContact', email: enrollment.application.contact.email, canAct }]
        : [{ kind: 'provideDocument', request: enrollment.ask.request, canAct }]
    case 'rejected':
      return [{ kind: 'fixAndResubmit', reason: enrollment.reason, canAct }]
    case 'declined':
      return [{ kind: 'enrollAgain', after: 'declined', reason: enrollment.reason, canAct: canEnroll }]
    case 'withdrawn':
      return [{ kind: 'enrollAgain', after: 'withdrawn', canAct: canEnroll }]
    case 'qualified':
    case 'active':
    case 'suspended':
      return []
  }
}

/** Set-up after approval: the agreement, the Admin agent check, profiles and people (S2 step 5, S4 Indirect reseller 2–4). */
function setUp(organization: Organization, actor: Actor, staff: Staff): readonly NextStep[] {
  const { globalAdmins } = staff
  const region = regionOf(organization.country)
  const offered = organization.agreements.some((one) => one.region === region && one.status === 'offered')
  const isAdmin = actor.roles.includes('GA')
  const needsAgent = adminAgentConfirmed.check({ organization, actor }).length > 0
  const reseller = organization.kind === 'indirectReseller' || organization.kind === 'both'
  const vacant = staff.businessProfileAdmins.length === 0
  const keepsProfile = mayKeepBusinessProfile(organization, { actor, roleIsVacant: vacant }).length === 0
  const steps: NextStep[] = []
  if (offered && region !== undefined)
    steps.push(isAdmin ? { kind: 'signMpa', region } : { kind: 'askToSignMpa', region, globalAdmins })
  if (needsAgent) steps.push(isAdmin ? { kind: 'addMe' } : { kind: 'askForAdminAgent', globalAdmins })
  if (!reseller || organization.suspended) return steps
  if (isAdmin && organization.organizationProfile === undefined) steps.push({ kind: 'setOrganizationProfile' })
  if (isAdmin && !needsAgent && organization.employees.length === 0) steps.push({ kind: 'addEmployees' })
  if (keepsProfile && organization.businessProfile === undefined) steps.push({ kind: 'setBusinessProfile' })
  return steps
}

/** An invitation that was opened and waits for an answer. */
const received = (organization: Organization, actor: Actor, { inviters }: Others): readonly NextStep[] =>
  inviters.names.length === 0 || mayListInvitations(organization, { actor }).length > 0
    ? []
    : [
        {
          kind: 'received',
          ...inviters,
          enrolled: sellsThroughProvider(organization),
          canAct: actor.roles.includes('GA'),
        },
      ]

/** A reseller looks for a provider of its region from `qualified` on (R7, F30); with one, it works with that. */
function afterwards(organization: Organization, actor: Actor, { names, more }: Some): readonly NextStep[] {
  const region = regionOf(organization.country)
  const ready = readyToTransact.check({ organization }).length === 0
  if (region === undefined || organization.suspended) return []
  if (!sellsThroughProvider(organization)) {
    if (!ready) return []
    if (names.length > 0 && permit('P23', actor, organization, { read: true }).length === 0)
      return [{ kind: 'ownResellers', names, more }]
    return [{ kind: permit('P20', actor, organization).length === 0 ? 'requestPartnership' : 'ready' }]
  }
  if (names.length === 0) return [{ kind: 'findProvider', region, ready }]
  if (permit('P23', actor, organization, { read: true }).length === 0)
    return [{ kind: 'ownProviders', names, more, ready }]
  return ready ? [{ kind: 'ready' }] : []
}

export const sellsThroughProvider = ({ kind }: Pick<Organization, 'kind'>): boolean =>
  kind === 'indirectReseller' || kind === 'both'

/** Anybody may look at the directory (P19): it is of use to resellers, and to who has applied to become one. */
const looksForProviders = (organization: Organization): boolean =>
  regionOf(organization.country) !== undefined && (sellsThroughProvider(organization) || hasApplied(organization))

/** Its enrollment has been submitted and is not decided, or can be mended. */
export const hasApplied = ({ enrollment }: Organization): boolean => APPLIED.has(enrollment.state)

const APPLIED: ReadonlySet<EnrollmentState> = new Set([
  'submitted',
  'contactPending',
  'inReview',
  'actionRequired',
  'rejected',
])
