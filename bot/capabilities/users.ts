import type { ActionData } from '../../cards/actions.ts'
import type { FormState } from '../../cards/drawing/form.ts'
import type { Card } from '../../cards/drawing/render.ts'
import { newUserForm, rolesForm } from '../../cards/users/user-forms.ts'
import { type UserRow, usersCard } from '../../cards/users/users.ts'
import type { Role } from '../../domain/actor.ts'
import { newId, type UserId } from '../../domain/ids.ts'
import {
  addEmployee,
  disableEmployee,
  employeeOf,
  mayManageUsers,
  plannedRolesOf,
  rolesOf,
  setRoles,
} from '../../domain/organization/employees.ts'
import type { Organization } from '../../domain/organization/organization.ts'
import { ASSIGNABLE_ROLES, readEmployee, readRoles } from '../../domain/organization/read-employee.ts'
import { permit } from '../../domain/permissions.ts'
import type { Person } from '../../domain/ports.ts'
import { isFieldRefusal } from '../../domain/refusals.ts'
import { type CompanyCapability, type CompanyTurn, command, given, type House } from '../capability.ts'
import { notFound, refused } from '../refused.ts'

const PAGE = 10

/** The people of the company with their roles (P13). */
export const users: CompanyCapability<'users'> = async ({ after }, turn, house) => {
  const refusals = permit('P13', turn.actor, turn.organization)
  return refusals.length > 0 ? refused(refusals, turn, house) : usersList(turn, house, { after })
}

export const newUser: CompanyCapability<'new-user'> = async (_, turn, house) => {
  const refusals = mayManageUsers(turn.organization, turn)
  return refusals.length > 0 ? refused(refusals, turn, house) : employeeForm(turn)
}

/** An employee with roles by work (R8); the temporary password is mailed (R9). */
export const addUser: CompanyCapability<'add-user'> = async (typed, turn, house) => {
  const { organization, words } = turn
  const { tenantId } = organization
  const refusals = mayManageUsers(organization, turn)
  if (refusals.length > 0) return refused(refusals, turn, house)
  const tenant = await house.directory.tenant(tenantId)
  const employee = readEmployee(typed, tenant?.verifiedDomains ?? [])
  if (!employee.ok) return employeeForm(turn, { values: typed, faults: employee.error })
  const result = await command(turn, house, typed.op, async (state) =>
    addEmployee(state, {
      ...given(turn),
      key: newId(),
      employee: employee.value,
      people: await house.directory.people(tenantId),
    }),
  )
  if (result.ok) {
    const note = words.notes.userAdded(employee.value.name)
    return usersList({ ...turn, organization: result.value.state }, house, { note })
  }
  return result.error.every(isFieldRefusal)
    ? employeeForm(turn, { values: typed, faults: result.error })
    : refused(result.error, turn, house)
}

export const user: CompanyCapability<'user'> = async ({ user: userId }, turn, house) => {
  const refusals = mayManageUsers(turn.organization, turn)
  return refusals.length > 0 ? refused(refusals, turn, house) : personForm(userId, turn, house)
}

/** The roles of one person; the last global admin stays one. */
export const assignRoles: CompanyCapability<'set-roles'> = async (typed, turn, house) => {
  const { organization, words } = turn
  const { tenantId } = organization
  const { op, user: userId } = typed
  const refusals = mayManageUsers(organization, turn)
  if (refusals.length > 0) return refused(refusals, turn, house)
  const roles = readRoles(typed.roles)
  if (!roles)
    return personForm(userId, turn, house, { values: typed, faults: [{ code: 'FIELD_CHOICE', field: 'roles' }] })
  const shown = typed.was === undefined ? undefined : readRoles(typed.was)
  const change = { userId, roles, ...(shown === undefined ? {} : { shown }) }
  const result = await command(turn, house, op, async (state) =>
    setRoles(state, { ...given(turn), key: newId(), ...change, people: await house.directory.people(tenantId) }),
  )
  if (!result.ok) {
    return result.error.some(({ code }) => code === 'NOT_FOUND')
      ? refused(result.error, turn, house)
      : personForm(userId, turn, house, { values: typed, faults: result.error })
  }
  const person = await house.directory.person(tenantId, userId)
  const { state, events } = result.value
  const note = events.length > 0 ? { note: words.notes.rolesChanged(person?.name ?? '') } : {}
  return usersList({ ...turn, organization: state }, house, note)
}

export const disableUser: CompanyCapability<'disable-user'> = async ({ op, user: userId }, turn, house) => {
  const { organization, words } = turn
  const { tenantId } = organization
  const refusals = mayManageUsers(organization, turn)
  if (refusals.length > 0) return refused(refusals, turn, house)
  const result = await command(turn, house, op, async (state) =>
    disableEmployee(state, { ...given(turn), userId, people: await house.directory.people(tenantId) }),
  )
  if (!result.ok) return refused(result.error, turn, house)
  const organizationNow = result.value.state
  const note = words.notes.userDisabled(employeeOf(organizationNow, userId)?.name ?? '')
  return usersList({ ...turn, organization: organizationNow }, house, { note })
}

type Listing = { after?: string | undefined; note?: string }

async function usersList(turn: CompanyTurn, house: House, { after, note }: Listing): Promise<Card> {
  const { organization, words } = turn
  const rows = userRows(organization, await house.directory.people(organization.tenantId))
  const from = after === undefined ? 0 : Math.max(rows.findIndex((row) => rowKey(row) === after) + 1, 0)
  const page = rows.slice(from, from + PAGE)
  const last = page.at(-1)
  return usersCard(
    {
      company: organization.displayName,
      users: page,
      mayManage: mayManageUsers(organization, turn).length === 0,
      ...(last && from + PAGE < rows.length ? { next: rowKey(last) } : {}),
      ...(note === undefined ? {} : { note }),
    },
    words,
  )
}

/** The directory's people, and those whose accounts are still being made or could not be. */
function userRows(organization: Organization, people: readonly Person[]): readonly UserRow[] {
  const coming = organization.employees.filter(({ state }) => state === 'adding' || state === 'failed')
  const unfinished = new Set(coming.map((one) => ('userId' in one ? one.userId : undefined)))
  const known = people
    .filter(({ userId }) => !unfinished.has(userId))
    .map((person) => {
      const employee = employeeOf(organization, person.userId)
      const { userId, name, email } = person
      return {
        userId,
        name,
        email,
        roles: rolesOf(organization, person),
        ...(employee ? { state: employee.state } : {}),
      }
    })
  return [...known, ...coming.map(({ name, email, roles, state }) => ({ name, email, roles, state }))].sort((a, b) =>
    rowKey(a) < rowKey(b) ? -1 : 1,
  )
}

const rowKey = ({ email }: UserRow): string => email.toLowerCase()

const assignable = ({ actor, organization }: CompanyTurn): readonly Role[] =>
  permit('P15', actor, organization).length === 0 ? ASSIGNABLE_ROLES : ASSIGNABLE_ROLES.filter((role) => role !== 'GA')

const employeeForm = (turn: CompanyTurn, again: FormState & { values?: ActionData<'add-user'> } = {}): Card =>
  newUserForm({ company: turn.organization.displayName, assignable: assignable(turn), ...again }, turn.words)

async function personForm(
  userId: UserId,
  turn: CompanyTurn,
  house: House,
  again: FormState & { values?: ActionData<'set-roles'> } = {},
): Promise<Card> {
  const { organization, words } = turn
  const person = await house.directory.person(organization.tenantId, userId)
  if (!person) return notFound(userId, turn, house)
  const employee = employeeOf(organization, userId)
  const { name, email } = person
  return rolesForm(
    {
      company: organization.displayName,
      person: {
        userId,
        name,
        email,
        roles: plannedRolesOf(organization, person),
        ...(employee ? { state: employee.state } : {}),
      },
      assignable: assignable(turn),
      mayDisable: employee !== undefined && employee.state !== 'disabled',
      ...again,
    },
    words,
  )
}
