import { describe, expect, it } from 'vitest'
import type { Actor, Role } from '../../../domain/actor.ts'
import { by, system } from '../../../domain/actor.ts'
import type { EmployeeState } from '../../../domain/organization/employee.ts'
import {
  addEmployee,
  changePassword,
  disableEmployee,
  employeeFailed,
  employeeInvited,
  partnerRolesOf,
  roleGranted,
  roleRevoked,
  rolesOf,
  setRoles,
  signIn,
} from '../../../domain/organization/employees.ts'
import type { Organization, OrganizationEvent } from '../../../domain/organization/organization.ts'
import { readEmployee, readRoles } from '../../../domain/organization/read-employee.ts'
import type { Person } from '../../../domain/ports.ts'
import type { RefusalCode } from '../../../domain/refusals.ts'
import { AT, type Command } from '../../support/commands.ts'
import { HISTORIES } from '../../support/lifecycle.ts'
import {
  akira,
  aya,
  bea,
  billie,
  days,
  goro,
  hana,
  hanaDid,
  hideo,
  ichiro,
  known,
  mina,
  nana,
  registered,
  rika,
  sakura,
  sam,
  sho,
  stranger,
  uma,
} from '../../support/people.ts'
import { company, given, type Told } from '../../support/story.ts'

const checked = { type: 'AdminAgentConfirmed', at: days(2), by: hanaDid, userId: hana.userId } as const
/** Sakura, active, with its Admin agent check done. */
const ready = given(HISTORIES.active, checked)

const yui = { name: 'Yui Mita', email: 'yui@sakura.example', roles: ['SA', 'BPA'] as readonly Role[] }
const yuisId = nana.userId
const yuiHerself: Actor = { ...nana, name: yui.name, email: yui.email }

const people: readonly Person[] = [known(hana, ['GA']), known(sho, ['SA'])]

const add =
  (over: Partial<Parameters<typeof addEmployee>[1]> = {}): Command =>
  (at) =>
    addEmployee(at, { at: AT, actor: hana, key: 'yui', employee: yui, people, ...over })

const added = { type: 'EmployeeAdded', at: AT, by: hanaDid, key: 'yui', ...yui } as const
const invited = { type: 'EmployeeInvited', at: AT, key: 'yui', userId: yuisId } as const
const failedToAdd = { type: 'EmployeeFailed', at: AT, key: 'yui', reason: 'the address is taken' } as const
const firstSignIn = { type: 'EmployeeSignedIn', at: AT, by: by(yuiHerself), userId: yuisId } as const
const changed = { type: 'PasswordChanged', at: AT, by: by(yuiHerself), userId: yuisId } as const
const disabled = { type: 'EmployeeDisabled', at: AT, by: hanaDid, userId: yuisId } as const
const partnerRoles = { type: 'PartnerRolesSet', at: AT, by: hanaDid, userId: yuisId, roles: ['BPA'] } as const

const STATES: { [S in EmployeeState | 'unknown']: readonly OrganizationEvent[] } = {
  unknown: [],
  adding: [added],
  failed: [added, failedToAdd],
  invited: [added, invited],
  mustChangePassword: [added, invited, firstSignIn],
  active: [added, invited, firstSignIn, changed],
  disabled: [added, invited, disabled],
}

const stateOf = ({ employees }: Organization): EmployeeState | 'unknown' => employees[0]?.state ?? 'unknown'

type Situation = keyof typeof STATES
type Result = EmployeeState | 'nothing' | RefusalCode
type Row = { ask: Command; rest: Result } & { [S in Situation]?: Result }

const disable: Command = (at) => disableEmployee(at, { at: AT, actor: hana, userId: yuisId, people })

/** SM15: `firstSignIn` is the event, `mustChangePassword` the state (F39). */
const SM15: Record<string, Row> = {
  'the account exists': {
    ask: (at) => employeeInvited(at, { at: AT, key: 'yui', userId: yuisId }),
    adding: 'invited',
    rest: 'nothing',
  },
  'the account cannot be made': {
    ask: (at) => employeeFailed(at, { at: AT, key: 'yui', reason: 'the address is taken' }),
    adding: 'failed',
    rest: 'nothing',
  },
  firstSignIn: {
    ask: (at) => signIn(at, { at: AT, actor: yuiHerself }),
    invited: 'mustChangePassword',
    rest: 'nothing',
  },
  'password changed': {
    ask: (at) => changePassword(at, { at: AT, actor: yuiHerself }),
    mustChangePassword: 'active',
    rest: 'nothing',
  },
  disable: {
    ask: disable,
    unknown: 'NOT_FOUND',
    adding: 'NOT_FOUND',
    failed: 'NOT_FOUND',
    disabled: 'nothing',
    rest: 'disabled',
  },
}

describe.each(Object.entries(SM15))('SM15 %s', (_, { ask, rest, ...results }) => {
  it.each(Object.keys(STATES) as readonly Situation[])('from %s', (situation) => {
    const told = ready.and(STATES[situation])
    const expected = results[situation] ?? rest
    const decision = ask(told.company)
    if (!decision.ok) return told.when(ask).refusesWith(expected as RefusalCode)
    expect(decision.value.length === 0 ? 'nothing' : stateOf(told.and(decision.value).company)).toBe(expected)
  })
})

describe('adding an employee', () => {
  it('orders the account, and gives the partner roles with it', () => {
    ready.when(add()).then(added)
    ready
      .and(added)
      .when((at) => employeeInvited(at, { at: AT, key: 'yui', userId: yuisId }))
      .then(invited, partnerRoles)
  })

  it('R24: needs an Admin agent as long as the check is open, also of a global admin (F15)', () => {
    given(HISTORIES.qualified).when(add()).refuses({ code: 'SETUP_ADMIN_AGENT' })
    given(HISTORIES.qualified)
      .when(add({ actor: aya }))
      .then({ ...added, by: by(aya) })
    given(HISTORIES.qualified)
      .when(add({ actor: uma }))
      .refuses({ code: 'SETUP_ADMIN_AGENT' })
  })

  it.each([
    ['a global admin', hana],
    ['a user management admin', uma],
    ['an Admin agent', aya],
    ['an account admin', akira],
  ])('is for %s (P13, C-6)', (_, actor) => {
    ready.when(add({ actor })).then({ ...added, by: by(actor) })
  })

  it.each([sho, hideo, billie, mina, bea, rika, ichiro, nana, sam])('is not for $name', (actor) => {
    ready.when(add({ actor })).refuses({ code: 'AUTH_ROLE', roles: ['GA', 'UMA', 'AA', 'ACA'] })
  })

  it('P15: only a global admin makes another one', () => {
    const admin = { ...yui, roles: ['GA'] as const }
    ready.when(add({ actor: uma, employee: admin })).refuses({ code: 'AUTH_ROLE', roles: ['GA'] })
    ready.when(add({ employee: admin })).then({ ...added, roles: ['GA'] })
  })

  it('takes no address that somebody has, or is about to have', () => {
    const taken = { code: 'USR_EMAIL_TAKEN', field: 'email', mail: yui.email } as const
    ready.when(add({ people: [...people, { ...known(nana), email: 'YUI@Sakura.example' }] })).refuses(taken)
    ready.and(added).when(add()).refuses(taken)
    ready.and(added, invited).when(add()).refuses(taken)
    ready.and(added, failedToAdd).when(add()).then(added)
  })

  it('D21: goes on while the company is suspended', () => {
    given(HISTORIES.suspended, checked).when(add()).then(added)
  })

  it('F3: is for companies that are partners', () => {
    given().when(add()).refusesWith('AUTH_ORG_KIND')
    company(registered({ kind: 'directBill' }))
      .when(add())
      .then(added)
  })
})

const setting =
  (userId: Actor['userId'], roles: readonly Role[], over: Partial<Parameters<typeof setRoles>[1]> = {}): Command =>
  (at) =>
    setRoles(at, { at: AT, actor: hana, key: 'order', userId, roles, people, ...over })

const grant = (role: 'AA' | 'GA' | 'HA', who = sho, key = `order.${role}`) =>
  ({ type: 'RoleGrantRequested', at: AT, by: hanaDid, userId: who.userId, role, key }) as const
const revoke = (role: 'SA' | 'GA', who = sho, key = `order.${role}`) =>
  ({ type: 'RoleRevokeRequested', at: AT, by: hanaDid, userId: who.userId, role, key }) as const

describe('roles', () => {
  it('of the directory are ordered from it, the partner roles are ours at once', () => {
    const { partnerRoles: ours } = ready.when(setting(sho.userId, ['AA', 'MPNA'])).then(grant('AA'), revoke('SA'), {
      type: 'PartnerRolesSet',
      at: AT,
      by: hanaDid,
      userId: sho.userId,
      roles: ['MPNA'],
    })
    expect(ours).toEqual({ [sho.userId]: ['MPNA'] })
  })

  it('that are held already are not given again', () => {
    ready.when(setting(sho.userId, ['SA'])).nothingHappens()
  })

  it('on their way are not ordered twice', () => {
    ready
      .and(grant('AA'), revoke('SA'))
      .when(setting(sho.userId, ['AA']))
      .nothingHappens()
  })

  it('of nobody we know cannot be set', () => {
    ready.when(setting(stranger, ['SA'])).refuses({ code: 'NOT_FOUND', query: stranger })
  })

  it('cannot be none', () => {
    ready.when(setting(sho.userId, [])).refuses({ code: 'USR_ROLE_MISSING', field: 'roles' })
  })

  it('P15: touch the global admin role by a global admin’s hand alone', () => {
    ready.when(setting(sho.userId, ['SA', 'GA'], { actor: uma })).refuses({ code: 'AUTH_ROLE', roles: ['GA'] })
    ready
      .when(setting(hana.userId, ['SA'], { actor: uma, people: [...people, known(goro, ['GA'])] }))
      .refuses({ code: 'AUTH_ROLE', roles: ['GA'] })
    ready.when(setting(hana.userId, ['GA', 'HA'], { actor: uma })).then({ ...grant('HA', hana), by: by(uma) })
  })

  it('as the directory started with them hold until we set others', () => {
    const person: Person = { ...known(sho, ['SA']), partnerRoles: ['RFA'] }
    expect(rolesOf(ready.company, person)).toEqual(['SA', 'RFA'])
    const { company: set } = ready.and({ type: 'PartnerRolesSet', at: AT, by: hanaDid, userId: sho.userId, roles: [] })
    expect(rolesOf(set, person)).toEqual(['SA'])
    expect(partnerRolesOf(set, undefined)).toEqual([])
  })

  it.each([
    ['SA,AA', ['SA', 'AA']],
    ['SA, SA ,AA', ['SA', 'AA']],
    ['', []],
    [' , ', []],
    ['ＳＡ', ['SA']],
    ['SA,SU', undefined],
    ['GA;AA', undefined],
    ['__proto__', undefined],
    ['ga', undefined],
  ] as const)('are read from “%s”', (typed, expected) => {
    expect(readRoles(typed)).toEqual(expected)
  })
})

describe('the last global admin', () => {
  const both = [known(hana, ['GA']), known(goro, ['GA']), known(sho, ['SA'])]

  it('stays one', () => {
    ready.when(setting(hana.userId, ['SA'])).refuses({ code: 'USR_LAST_GLOBAL_ADMIN' })
  })

  it('is not the last while another one stays', () => {
    ready.when(setting(goro.userId, ['HA'], { people: both })).then(grant('HA', goro), revoke('GA', goro))
  })

  it('stays one when two give up the role at the same time, before the directory has done anything', () => {
    const first = ready.when(setting(goro.userId, ['HA'], { people: both })).then(grant('HA', goro), revoke('GA', goro))
    company(first)
      .when(setting(hana.userId, ['HA'], { actor: goro, people: both, key: 'other' }))
      .refuses({ code: 'USR_LAST_GLOBAL_ADMIN' })
  })

  it('may go again once the directory took the role from the other and gave it to a third', () => {
    const after: Told = ready.and(revoke('GA', goro), {
      type: 'RoleRevoked',
      at: AT,
      userId: goro.userId,
      role: 'GA',
      key: 'order.GA',
    })
    after
      .when(setting(hana.userId, ['HA'], { people: [known(hana, ['GA']), known(goro), known(sho, ['SA', 'GA'])] }))
      .then(grant('HA', hana), revoke('GA', hana))
  })

  it('cannot be disabled, also while the other is only being disabled', () => {
    const yuiAsAdmin = { ...known(yuiHerself, ['GA']) }
    const admins = [known(hana, ['GA']), yuiAsAdmin]
    const employed = ready.and(STATES.active)
    employed
      .when((at) => disableEmployee(at, { at: AT, actor: hana, userId: yuisId, people: [yuiAsAdmin] }))
      .refuses({ code: 'USR_LAST_GLOBAL_ADMIN' })
    employed
      .when((at) => disableEmployee(at, { at: AT, actor: uma, userId: yuisId, people: admins }))
      .refuses({ code: 'AUTH_ROLE', roles: ['GA'] })
    const gone = employed
      .when((at) => disableEmployee(at, { at: AT, actor: hana, userId: yuisId, people: admins }))
      .then(disabled)
    company(gone)
      .when(setting(hana.userId, ['HA'], { people: admins }))
      .refuses({ code: 'USR_LAST_GLOBAL_ADMIN' })
  })
})

describe('what the directory reports back', () => {
  const granted = { at: AT, userId: sho.userId, role: 'AA', key: 'order.AA', person: known(sho, ['SA', 'AA']) } as const

  it('is noted once, however often it is told', () => {
    const { person: _, ...told } = granted
    const now = ready
      .and(grant('AA'))
      .when((at) => roleGranted(at, granted))
      .then({ type: 'RoleGranted', ...told })
    company(now)
      .when((at) => roleGranted(at, granted))
      .nothingHappens()
    const gone = { at: AT, userId: sho.userId, role: 'SA', key: 'order.SA' } as const
    const without = ready
      .and(revoke('SA'))
      .when((at) => roleRevoked(at, gone))
      .then({ type: 'RoleRevoked', ...gone })
    company(without)
      .when((at) => roleRevoked(at, gone))
      .nothingHappens()
  })

  it('R24: completes the Admin agent check when a global admin became one, and only then', () => {
    const open = given(HISTORIES.active, { ...grant('AA', hana), key: 'me' }, grant('AA'))
    const me = { at: AT, userId: hana.userId, role: 'AA', key: 'me' } as const
    open
      .when((at) => roleGranted(at, { ...me, person: known(hana, ['GA', 'AA']) }))
      .then({ type: 'RoleGranted', ...me }, { type: 'AdminAgentConfirmed', at: AT, by: system, userId: hana.userId })
    const { person, ...told } = granted
    open.when((at) => roleGranted(at, { ...told, person })).then({ type: 'RoleGranted', ...told })
  })

  it('covers the roles that come with a new account', () => {
    const employed = ready.and(added, invited)
    const key = 'yui.SA'
    employed
      .when((at) => roleGranted(at, { at: AT, userId: yuisId, role: 'SA', key, person: known(nana, ['SA']) }))
      .then({ type: 'RoleGranted', at: AT, userId: yuisId, role: 'SA', key })
  })
})

describe('the form of a new employee', () => {
  const read = (over: Partial<Record<'name' | 'email' | 'roles', string>>) =>
    readEmployee({ name: 'Yui Mita', email: 'yui@sakura.example', roles: 'SA', ...over }, ['Sakura.example'])
  const codes = (over: Parameters<typeof read>[0]) => {
    const result = read(over)
    return result.ok ? [] : result.error.map(({ code, field }) => `${code} ${field}`)
  }

  it('keeps the address in lower case, and the verified domain in any', () => {
    expect(read({ email: 'Yui@SAKURA.example' })).toEqual({
      ok: true,
      value: { name: 'Yui Mita', email: 'yui@sakura.example', roles: ['SA'] },
    })
  })

  it.each([
    [{ name: '' }, ['ENR_FIELD_MISSING name']],
    [{ email: '' }, ['ENR_FIELD_MISSING email']],
    [{ email: 'yui' }, ['FIELD_EMAIL email']],
    [{ email: 'yui@gmail.com' }, ['ENR_WEBMAIL email']],
    [{ email: 'info@sakura.example' }, ['ENR_MAIL_SHARED email']],
    [{ email: 'yui@fabrikam.example' }, ['USR_EMAIL_DOMAIN email']],
    [{ email: 'yui@x.sakura.example' }, ['USR_EMAIL_DOMAIN email']],
    [{ roles: '' }, ['USR_ROLE_MISSING roles']],
    [{ roles: 'KING' }, ['FIELD_CHOICE roles']],
    [{ name: ' ', email: 'x', roles: '' }, ['ENR_FIELD_MISSING name', 'FIELD_EMAIL email', 'USR_ROLE_MISSING roles']],
  ])('%o', (over, expected) => {
    expect(codes(over)).toEqual(expected)
  })
})

describe('somebody nobody added', () => {
  it('signs in without a temporary password', () => {
    ready.when((at) => signIn(at, { at: AT, actor: sho })).nothingHappens()
    ready.when((at) => changePassword(at, { at: AT, actor: sho })).nothingHappens()
    expect(sakura.employees).toEqual([])
  })
})
