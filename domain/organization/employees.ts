import { by, DIRECTORY_ROLES, type DirectoryRole, isDirectoryRole, isPartnerRole, type Role, system } from '../actor.ts'
import { type Decision, decide, type Given } from '../decision.ts'
import type { UserId } from '../ids.ts'
import { permit } from '../permissions.ts'
import type { Person } from '../ports.ts'
import type { Refusal } from '../refusals.ts'
import { adminAgentConfirmed } from '../rules/organization.ts'
import { guard, holds, refuse, rule } from '../rules/rule.ts'
import type { Employee, RoleOrder } from './employee.ts'
import type { Organization, OrganizationEvent } from './organization.ts'
import type { NewEmployee } from './read-employee.ts'

/** One global admin always remains; `people` are those who stay what they are. */
export const oneGlobalAdminRemains = rule<{ people: readonly Person[]; userId: UserId; losesIt: boolean }>(
  'P15',
  'domain.md 1.4 (least privilege)',
  ({ people, userId, losesIt }) => {
    const others = people.some((person) => person.userId !== userId && person.directoryRoles.includes('GA'))
    return losesIt && !others ? refuse({ code: 'USR_LAST_GLOBAL_ADMIN' }) : holds
  },
)

/**
 * Adds an employee with roles by work; the directory makes the account and mails a temporary password (R8, R9, P13).
 * After a failure under the same key as before, so that an account that was made is found again.
 */
export function addEmployee(
  state: Organization,
  { actor, at, key, employee, people }: Given & { key: string; employee: NewEmployee; people: readonly Person[] },
): Decision<OrganizationEvent> {
  const { name, email, roles } = employee
  const failed = failedBefore(state, email)
  const refusals = guard(
    mayManageUsers(state, { actor }),
    grantsGlobalAdmin(roles) ? permit('P15', actor, state) : [],
    emailFree(state, { email, people }),
    peopleFit(state),
  )
  return decide(refusals, () => [
    { type: 'EmployeeAdded', at, by: by(actor), key: failed?.key ?? key, name, email, roles },
  ])
}

/** Nobody of the company has the address, or is being given it; whoever it failed for may be tried again. */
export function emailFree(
  state: Organization,
  { email, people }: { email: string; people: readonly Person[] },
): readonly Refusal[] {
  const failed = failedBefore(state, email)
  const taken =
    people.some((person) => person.email.toLowerCase() === email && person.userId !== madeBefore(failed)) ||
    state.employees.some((one) => one.email === email && (one.state === 'adding' || one.state === 'invited'))
  return taken ? [{ code: 'USR_EMAIL_TAKEN', field: 'email', mail: email }] : []
}

const failedBefore = ({ employees }: Organization, email: string): Employee | undefined =>
  employees.find((one) => one.state === 'failed' && one.email === email)

/**
 * Changes roles: the directory's through orders to it, ours at once. The global admin role is the global admins' (P15).
 * Of the roles that were `shown`, only those that were changed are: a colleague's change in between stays.
 */
export function setRoles(
  state: Organization,
  command: Given & {
    key: string
    userId: UserId
    roles: readonly Role[]
    shown?: readonly Role[]
    people: readonly Person[]
  },
): Decision<OrganizationEvent> {
  const { actor, at, key, userId, people } = command
  const person = people.find((one) => one.userId === userId)
  const planned = person ? plannedRolesOf(state, person) : []
  const roles = changed(planned, command)
  const before = planned.filter(isDirectoryRole)
  const wanted = roles.filter(isDirectoryRole)
  const granted = wanted.filter((role) => !before.includes(role))
  const revoked = before.filter((role) => !wanted.includes(role))
  const touchesGlobalAdmin = granted.includes('GA') || revoked.includes('GA')
  const refusals = guard(
    mayManageUsers(state, { actor }),
    person ? [] : [{ code: 'NOT_FOUND', query: userId }],
    touchesGlobalAdmin ? permit('P15', actor, state) : [],
    oneGlobalAdminRemains.check({ people: staying(state, people), userId, losesIt: revoked.includes('GA') }),
    roles.length === 0 ? [{ code: 'USR_ROLE_MISSING', field: 'roles' }] : [],
    // Whatever is taken away always fits.
    roles.some((role) => !planned.includes(role)) ? peopleFit(state) : [],
  )
  const stamp = { at, by: by(actor), userId }
  const partnerRoles = roles.filter(isPartnerRole)
  return decide<OrganizationEvent>(refusals, () => [
    ...granted.map((role) => ({ type: 'RoleGrantRequested' as const, ...stamp, role, key: `${key}.${role}` })),
    ...revoked.map((role) => ({ type: 'RoleRevokeRequested' as const, ...stamp, role, key: `${key}.${role}` })),
    ...(samePartnerRoles(partnerRolesOf(state, person), partnerRoles)
      ? []
      : [{ type: 'PartnerRolesSet' as const, ...stamp, roles: partnerRoles }]),
  ])
}

/** `now`, without what was taken from the roles shown, and with what was added to them. */
function changed(
  now: readonly Role[],
  { roles, shown }: { roles: readonly Role[]; shown?: readonly Role[] },
): readonly Role[] {
  if (!shown) return roles
  const kept = now.filter((role) => roles.includes(role) || !shown.includes(role))
  return [...new Set([...kept, ...roles.filter((role) => !shown.includes(role))])]
}

/** Ends an account (SM15 disabled); the last global admin stays. */
export function disableEmployee(
  state: Organization,
  { actor, at, userId, people }: Given & { userId: UserId; people: readonly Person[] },
): Decision<OrganizationEvent> {
  const employee = employeeOf(state, userId)
  const isAdmin = people.some((person) => person.userId === userId && person.directoryRoles.includes('GA'))
  const known: readonly Refusal[] = employee ? [] : [{ code: 'NOT_FOUND', query: userId }]
  const refusals = guard(
    mayManageUsers(state, { actor }),
    known,
    isAdmin ? permit('P15', actor, state) : [],
    oneGlobalAdminRemains.check({ people: staying(state, people), userId, losesIt: isAdmin }),
  )
  return decide(refusals, () =>
    employee?.state === 'disabled' ? [] : [{ type: 'EmployeeDisabled', at, by: by(actor), userId }],
  )
}

/** The directory has made the account: the employee is invited, with the partner roles, which are ours to give. */
export function employeeInvited(
  state: Organization,
  { at, key, userId }: { at: string; key: string; userId: UserId },
): Decision<OrganizationEvent> {
  const employee = state.employees.find((one) => one.key === key)
  if (employee?.state !== 'adding') return decide([], () => [])
  const roles = employee.roles.filter(isPartnerRole)
  return decide<OrganizationEvent>([], () => [
    { type: 'EmployeeInvited', at, key, userId },
    ...(roles.length > 0 ? [{ type: 'PartnerRolesSet' as const, at, by: employee.addedBy, userId, roles }] : []),
  ])
}

/** The directory will not make the account, or the temporary password did not reach `userId`, whose account it made. */
export const employeeFailed = (
  state: Organization,
  { at, key, reason, userId }: { at: string; key: string; reason: string; userId?: UserId | undefined },
): Decision<OrganizationEvent> =>
  decide([], () =>
    state.employees.find((one) => one.key === key)?.state === 'adding'
      ? [{ type: 'EmployeeFailed', at, key, reason, ...(userId ? { userId } : {}) }]
      : [],
  )

/**
 * The directory carried out a grant; told twice, it is one. The first Admin agent among the global admins completes the
 * set-up check (R24).
 * @param person who received the role, as the directory has them now
 */
export function roleGranted(
  state: Organization,
  {
    at,
    userId,
    role,
    key,
    person,
  }: { at: string; userId: UserId; role: DirectoryRole; key: string; person: Person | undefined },
): Decision<OrganizationEvent> {
  if (!isUnderWay(state, key)) return decide([], () => [])
  const confirms = role === 'AA' && state.adminAgentConfirmedAt === undefined && person?.directoryRoles.includes('GA')
  return decide<OrganizationEvent>([], () => [
    { type: 'RoleGranted', at, userId, role, key },
    ...(confirms ? [{ type: 'AdminAgentConfirmed' as const, at, by: system, userId }] : []),
  ])
}

/** The directory took the role away. */
export const roleRevoked = (
  state: Organization,
  { at, userId, role, key }: { at: string; userId: UserId; role: DirectoryRole; key: string },
): Decision<OrganizationEvent> =>
  decide([], () => (isUnderWay(state, key) ? [{ type: 'RoleRevoked', at, userId, role, key }] : []))

/** The directory will not change the role: it can be ordered anew. */
export const roleChangeRefused = (
  state: Organization,
  refused: RoleOrder & { at: string; name: string; reason: string },
): Decision<OrganizationEvent> =>
  decide([], () => (isUnderWay(state, refused.key) ? [{ type: 'RoleChangeRefused', ...refused }] : []))

/** The first activity is the first sign-in (SM15). */
export const signIn = (state: Organization, { actor, at }: Given): Decision<OrganizationEvent> =>
  decide([], () =>
    employeeOf(state, actor.userId)?.state === 'invited'
      ? [{ type: 'EmployeeSignedIn', at, by: by(actor), userId: actor.userId }]
      : [],
  )

/** “I have changed my password” (R9). */
export const changePassword = (state: Organization, { actor, at }: Given): Decision<OrganizationEvent> =>
  decide([], () =>
    employeeOf(state, actor.userId)?.state === 'mustChangePassword'
      ? [{ type: 'PasswordChanged', at, by: by(actor), userId: actor.userId }]
      : [],
  )

/** P13 after the Admin agent check (F15); a suspended company keeps managing its people (D21). */
export const mayManageUsers = (state: Organization, { actor }: Pick<Given, 'actor'>): readonly Refusal[] =>
  guard(permit('P13', actor, state), adminAgentConfirmed.check({ organization: state, actor }))

type WithAccount = Extract<Employee, { since: string }>

export const employeeOf = (state: Organization, userId: UserId): WithAccount | undefined =>
  state.employees.find((one): one is WithAccount => 'since' in one && one.userId === userId)

const madeBefore = (failed: Employee | undefined): UserId | undefined =>
  failed && 'userId' in failed ? failed.userId : undefined

/** The partner roles as we keep them, over what the directory started with (architecture.md 7.7). */
export function partnerRolesOf(state: Organization, person: Person | undefined): readonly Role[] {
  if (!person) return []
  return state.partnerRoles[person.userId] ?? person.partnerRoles
}

/** Everything a person may do in the company. What was taken away is gone at once, whenever the directory hears of it. */
export const rolesOf = (state: Organization, person: Person): readonly Role[] =>
  employeeOf(state, person.userId)?.state === 'disabled'
    ? []
    : [...keptRoles(state, person), ...partnerRolesOf(state, person)]

/** What a person may do when everything that was ordered from the directory is done. */
export const plannedRolesOf = (state: Organization, person: Person): readonly Role[] => {
  const kept = keptRoles(state, person)
  const coming = DIRECTORY_ROLES.filter((role) => isOrdered(state, person.userId, role, 'grant'))
  return [...new Set([...kept, ...coming]), ...partnerRolesOf(state, person)]
}

const keptRoles = (state: Organization, { userId, directoryRoles }: Person): readonly DirectoryRole[] =>
  directoryRoles.filter((role) => !isOrdered(state, userId, role, 'revoke'))

/** Whether the directory has been told already, and has not reported back yet. */
export const isOrdered = (
  { roleOrders = [] }: Pick<Organization, 'roleOrders'>,
  userId: UserId,
  role: DirectoryRole,
  change: RoleOrder['change'],
): boolean => roleOrders.some((order) => order.userId === userId && order.role === role && order.change === change)

/** Whether this order still stands; one that was taken back before the directory heard of it does not. */
export const isUnderWay = ({ roleOrders = [] }: Organization, key: string): boolean =>
  roleOrders.some((order) => order.key === key)

/** Who will still be there, and with which roles, when everything that was ordered from the directory is done. */
const staying = (state: Organization, people: readonly Person[]): readonly Person[] =>
  people
    .filter(({ userId }) => employeeOf(state, userId)?.state !== 'disabled')
    .map((person) => ({ ...person, directoryRoles: keptRoles(state, person) }))

/** The record of a company is one document of 400 KB at most: this much of it is for its people. */
const MOST_PEOPLE_BYTES = 160 * 1024
/** What an account that is still being made adds for each of its roles. */
const ROLE_BYTES = 160

export function peopleFit({ employees, partnerRoles, roleOrders = [] }: Organization): readonly Refusal[] {
  const kept = Buffer.byteLength(JSON.stringify([employees, partnerRoles, roleOrders]))
  const coming = employees.filter(({ state }) => state === 'adding').map(({ roles }) => (roles.length + 1) * ROLE_BYTES)
  const all = coming.reduce((sum, bytes) => sum + bytes, kept)
  return all < MOST_PEOPLE_BYTES ? [] : [{ code: 'USR_TOO_MANY' }]
}

const grantsGlobalAdmin = (roles: readonly Role[]): boolean => roles.includes('GA')

const samePartnerRoles = (a: readonly Role[], b: readonly Role[]): boolean =>
  a.length === b.length && a.every((role) => b.includes(role))
