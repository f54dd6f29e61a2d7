import { isDirectoryRole } from '../actor.ts'
import type { Enrollment } from '../enrollment/enrollment.ts'
import { evolveEnrollment, isFiled, reinstateEnrollment, suspendEnrollment } from '../enrollment/evolve.ts'
import type { Employee, RoleOrder } from './employee.ts'
import type { Organization, OrganizationEvent } from './organization.ts'

/** The company after `event`. Total over the events: a new one does not compile until it has its case. */
export function evolve(state: Organization, event: OrganizationEvent): Organization {
  switch (event.type) {
    case 'OrganizationRegistered':
      return {
        ...state,
        kind: event.kind,
        cspTenant: true,
        // A draft, or an application that came to nothing, is no longer the way in.
        enrollment: { state: 'none' },
        ...(event.kind === 'directBill' ? DIRECT : {}),
      }
    case 'MarkedForOffboarding':
      return { ...state, directBillStatus: 'identifiedForOffboarding' }
    case 'OrganizationSuspended':
      return {
        ...state,
        suspended: true,
        enrollment: noted(suspendEnrollment(state.enrollment, event.at, event.reason), 'suspended', event),
      }
    case 'OrganizationReinstated':
      return {
        ...state,
        suspended: false,
        enrollment: noted(reinstateEnrollment(state.enrollment, event.at), 'reinstated', event),
      }
    case 'AdminAgentConfirmed':
      return { ...state, adminAgentConfirmedAt: event.at }
    case 'OrganizationProfileSet':
      return { ...state, organizationProfile: { ...event.profile, setAt: event.at, setBy: event.by } }
    case 'BusinessProfileSet':
      return { ...state, businessProfile: { ...event.profile, setUpAt: event.at, setUpBy: event.by } }
    case 'EmployeeAdded': {
      const { key, name, email, roles, at, by } = event
      const others = state.employees.filter((one) => one.state !== 'failed' || one.email !== email)
      return {
        ...state,
        employees: [...others, { state: 'adding', key, name, email, roles, addedAt: at, addedBy: by }],
      }
    }
    case 'EmployeeInvited': {
      const { key, userId } = event
      const roles = state.employees.find((one) => one.key === key)?.roles.filter(isDirectoryRole) ?? []
      return employee(
        ordered(state, ...roles.map((role) => ({ key: `${key}.${role}`, userId, role, change: 'grant' as const }))),
        (one) => one.key === key,
        (facts) => ({ ...facts, state: 'invited', userId, since: event.at }),
      )
    }
    case 'EmployeeFailed':
      return employee(
        state,
        ({ key }) => key === event.key,
        (facts) => ({
          ...facts,
          state: 'failed',
          reason: event.reason,
          ...(event.userId ? { userId: event.userId } : {}),
        }),
      )
    case 'EmployeeSignedIn':
      return moved(state, event.userId, 'mustChangePassword', event.at)
    case 'PasswordChanged':
      return moved(state, event.userId, 'active', event.at)
    case 'EmployeeDisabled':
      return moved(state, event.userId, 'disabled', event.at)
    case 'PartnerRolesSet':
      return { ...state, partnerRoles: { ...state.partnerRoles, [event.userId]: event.roles } }
    case 'RoleGrantRequested':
      return ordered(state, { key: event.key, userId: event.userId, role: event.role, change: 'grant' })
    case 'RoleRevokeRequested':
      return ordered(state, { key: event.key, userId: event.userId, role: event.role, change: 'revoke' })
    case 'RoleGranted':
    case 'RoleRevoked':
    case 'RoleChangeRefused':
      return { ...state, roleOrders: (state.roleOrders ?? []).filter(({ key }) => key !== event.key) }
    case 'AgreementOffered':
      return { ...state, agreements: [...state.agreements, { status: 'offered', region: event.region, at: event.at }] }
    case 'AgreementViewed':
      return agreement(state, event.region, (offered) => ({ ...offered, viewedAt: event.at }))
    case 'AgreementAccepted':
      return agreement(state, event.region, ({ at }) => ({
        status: 'accepted',
        type: 'MPA',
        region: event.region,
        version: event.version,
        at,
        acceptedAt: event.at,
        acceptedBy: event.by,
      }))
    case 'ContactConfirmed':
      return { ...withEnrollment(state, event), cspTenant: true }
    case 'EnrollmentApproved':
      return approved(withEnrollment(state, event))
    case 'EnrollmentDeclined':
    case 'EnrollmentWithdrawn':
      return { ...withEnrollment(state, event), cspTenant: origin(state.enrollment) === 'existingCsp' }
    case 'EnrollmentStarted':
    case 'StepSaved':
    case 'EnrollmentSubmitted':
    case 'OwnershipMailSent':
    case 'OwnershipMailBounced':
    case 'OwnershipLinkExpired':
    case 'SignupDenied':
    case 'ContactCorrected':
    case 'DocumentsRequested':
    case 'EnrollmentResubmitted':
    case 'ReviewRequested':
    case 'EnrollmentRejected':
    case 'EnrollmentActivated':
    case 'EnrollmentOverdue':
      return withEnrollment(state, event)
  }
}

const DIRECT = { directBillStatus: 'active' } as const

const withEnrollment = (state: Organization, event: Parameters<typeof evolveEnrollment>[1]): Organization => ({
  ...state,
  enrollment: evolveEnrollment(state.enrollment, event),
})

/** From approval on the company is an indirect reseller, under the MPN ID it enrolled with (F30). */
function approved(state: Organization): Organization {
  if (!isFiled(state.enrollment)) return state
  const { mpnId, legal } = state.enrollment.application
  return { ...state, kind: 'indirectReseller', cspTenant: true, mpnId, legal, legalName: legal.companyName }
}

const origin = (enrollment: Enrollment) =>
  enrollment.state === 'none' || enrollment.state === 'withdrawn' ? undefined : enrollment.origin

/** The history has all of them; the record keeps those that are shown, and no more than it can hold. */
const MOST_DECISIONS = 20

function noted(
  enrollment: Enrollment,
  result: 'suspended' | 'reinstated',
  { at, by, reason }: { at: string; by: Organization['employees'][number]['addedBy']; reason: string },
): Enrollment {
  return isFiled(enrollment)
    ? { ...enrollment, decisions: [...enrollment.decisions, { at, by, result, reason }].slice(-MOST_DECISIONS) }
    : enrollment
}

/** A new order takes the place of an older one for the same role of the same person. */
const ordered = (state: Organization, ...orders: readonly RoleOrder[]): Organization => {
  const replaced = ({ userId, role }: RoleOrder) => orders.some((one) => one.userId === userId && one.role === role)
  return { ...state, roleOrders: [...(state.roleOrders ?? []).filter((one) => !replaced(one)), ...orders] }
}

function employee(state: Organization, is: (one: Employee) => boolean, change: (one: EmployeeFacts) => Employee) {
  return { ...state, employees: state.employees.map((one) => (is(one) ? change(factsOf(one)) : one)) }
}

type EmployeeFacts = Omit<Extract<Employee, { state: 'adding' }>, 'state'>

const factsOf = ({ key, name, email, roles, addedAt, addedBy }: Employee): EmployeeFacts => ({
  key,
  name,
  email,
  roles,
  addedAt,
  addedBy,
})

const moved = (
  state: Organization,
  userId: string,
  to: 'mustChangePassword' | 'active' | 'disabled',
  since: string,
): Organization => ({
  ...state,
  employees: state.employees.map((one) =>
    'userId' in one && one.userId === userId ? { ...factsOf(one), state: to, userId: one.userId, since } : one,
  ),
})

const agreement = (
  state: Organization,
  region: string,
  change: (one: Organization['agreements'][number]) => Organization['agreements'][number],
): Organization => ({
  ...state,
  agreements: state.agreements.map((one) => (one.region === region && one.status === 'offered' ? change(one) : one)),
})
