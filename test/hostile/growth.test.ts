import { DatabaseSync } from 'node:sqlite'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { PARTNER_ROLES, type PartnerRole } from '../../domain/actor.ts'
import type { Decision } from '../../domain/decision.ts'
import { readDocument, readReason } from '../../domain/enrollment/read-form.ts'
import {
  approveEnrollment,
  declineEnrollment,
  rejectEnrollment,
  requestDocuments,
} from '../../domain/enrollment/review.ts'
import { userId } from '../../domain/ids.ts'
import { reinstateOrganization, suspendOrganization } from '../../domain/organization/decide-standing.ts'
import { addEmployee, employeeInvited, setRoles } from '../../domain/organization/employees.ts'
import { evolve } from '../../domain/organization/evolve.ts'
import type { Organization, OrganizationEvent } from '../../domain/organization/organization.ts'
import type { Person } from '../../domain/ports.ts'
import type { RefusalCode } from '../../domain/refusals.ts'
import { mpnIdOf, worldOf } from '../journeys/companies.ts'
import { toActive } from '../journeys/way-in.ts'
import { AT, resubmit, suspend } from '../support/commands.ts'
import { APPLICATION, HISTORIES, legal } from '../support/lifecycle.ts'
import { aya, grace, hana } from '../support/people.ts'
import type { Shown } from '../support/shown.ts'
import { given } from '../support/story.ts'
import { type Person as Somebody, startWorld, type World } from '../support/world.ts'

/** What any store takes as one document, and what clients take as one card. */
const RECORD_BYTES = 400 * 1024
const CARD_BYTES = 24 * 1024

const bytes = (value: unknown): number => Buffer.byteLength(JSON.stringify(value))
const guid = (n: number) => userId(`44444444-0000-4000-8000-${String(n).padStart(12, '0')}`)

/** The company after a command, or the codes of what refuses it. */
function outcome(state: Organization, decision: Decision<OrganizationEvent>): Organization | readonly RefusalCode[] {
  return decision.ok ? decision.value.reduce(evolve, state) : decision.error.map(({ code }) => code)
}

/** Repeats a command until it is refused; the company as large as it can get. */
function grown(state: Organization, step: (state: Organization, n: number) => Decision<OrganizationEvent>) {
  let largest = state
  for (let n = 0; n < 5_000; n++) {
    const next = outcome(largest, step(largest, n))
    if (!('tenantId' in next)) return { largest, refused: next, n }
    largest = next
  }
  throw new Error('it grows without end')
}

const longest = (points: number): string => '😀'.repeat(points)
const admin = { ...hana, name: longest(100), roles: ['GA', 'AA'] as const }

describe('A company that adds people as long as it may', () => {
  const active = given(HISTORIES.active).company
  const { largest, refused, n } = grown(active, (state, n) => {
    const email = `${'x'.repeat(50)}${n}@${'sakura.'.repeat(20)}example`
    const employee = { name: longest(100), email, roles: ['AA', 'SA', 'HA', ...PARTNER_ROLES] as const }
    const added = addEmployee(state, { at: AT, actor: admin, key: `key-${n}`, employee, people: [] })
    if (!added.ok) return added
    const invited = employeeInvited(added.value.reduce(evolve, state), { at: AT, key: `key-${n}`, userId: guid(n) })
    return invited.ok ? { ok: true, value: [...added.value, ...invited.value] } : invited
  })

  it('is told when there are too many, long before the store would refuse', () => {
    expect(refused).toEqual(['USR_TOO_MANY'])
    expect(n).toBeGreaterThan(50)
    expect(bytes(largest)).toBeLessThan(RECORD_BYTES / 2)
  })

  it('may still take roles away, end accounts, and be suspended', () => {
    const people: Person[] = [person(0, ['AA', 'SA'])]
    const fewer = { at: AT, actor: admin, key: 'k', userId: guid(0), roles: ['SA'] as const, people }
    expect(outcome(largest, setRoles(largest, fewer))).toHaveProperty('tenantId')
    const more = { ...fewer, roles: ['AA', 'SA', 'UMA'] as const }
    expect(outcome(largest, setRoles(largest, more))).toEqual(['USR_TOO_MANY'])
    expect(outcome(largest, suspend()(largest))).toHaveProperty('suspended', true)
  })
})

const person = (n: number, directoryRoles: Person['directoryRoles']): Person => ({
  tenantId: hana.tenantId,
  userId: guid(n),
  name: 'Somebody',
  email: `p${n}@sakura.example`,
  directoryRoles,
  partnerRoles: [],
  appRoles: [],
})

describe('A company that gives roles to everybody in a large directory', () => {
  it('is told when there are too many', () => {
    const people = Array.from({ length: 5_000 }, (_, n) => person(n, []))
    const roles: readonly PartnerRole[] = PARTNER_ROLES
    const { largest, refused } = grown(given(HISTORIES.active).company, (state, n) =>
      setRoles(state, {
        at: AT,
        actor: aya,
        key: `k${n}`,
        userId: guid(n),
        roles: [...roles, 'AA', 'SA', 'HA'],
        people,
      }),
    )
    expect(refused).toEqual(['USR_TOO_MANY'])
    expect(bytes(largest)).toBeLessThan(RECORD_BYTES / 2)
  })
})

describe('An application that goes back and forth as long as it may', () => {
  const document = readDocument({
    documentName: longest(100),
    documentKind: 'other',
    documentNote: longest(500),
    documentLink: `https://papers.example/${'語'.repeat(1_970)}`,
  })
  const reason = readReason(longest(1_000))
  if (!document.ok || !reason.ok) throw new Error('the longest that fits')
  const long = { name: longest(100), kind: 'other', note: longest(500), link: document.value.link } as const
  const inReview = given(HISTORIES.inReview).company
  const decision = { at: AT, actor: grace, enrollmentId: APPLICATION }
  const { largest, refused, n } = grown(inReview, (state, n) => {
    if (state.enrollment.state !== 'inReview')
      return resubmit({ document: document.value, legal: { ...legal, companyName: `${longest(90)}${n}` } })(state)
    return n % 4
      ? rejectEnrollment(state, { ...decision, reason: reason.value, fixes: ['business'] })
      : requestDocuments(state, { ...decision, request: long })
  })

  it('has to be decided after ten times, and is far from what the store would refuse', () => {
    expect(refused).toEqual(['ENR_ROUNDS'])
    expect(n).toBe(20)
    expect(bytes(largest)).toBeLessThan(RECORD_BYTES / 2)
  })

  it('can be decided', () => {
    expect(outcome(largest, approveEnrollment(largest, decision))).toHaveProperty('enrollment.state', 'qualified')
    expect(outcome(largest, declineEnrollment(largest, { ...decision, reason: reason.value }))).toHaveProperty(
      'enrollment.state',
      'declined',
    )
  })
})

describe('A company that is suspended and reinstated for ever', () => {
  it('keeps a record of one size', () => {
    const because = { at: AT, actor: grace, reason: longest(1_000) }
    let company = given(HISTORIES.active).company
    for (let n = 0; n < 300; n++) {
      const next = outcome(
        company,
        n % 2 ? reinstateOrganization(company, because) : suspendOrganization(company, because),
      )
      if (!('tenantId' in next)) throw new Error(String(next))
      company = next
    }
    expect(bytes(company)).toBeLessThan(RECORD_BYTES / 2)
    expect(company.suspended).toBe(false)
  })
})

describe('A company of two hundred', () => {
  let world: World
  let ann: Somebody
  beforeAll(async () => {
    world = await startWorld({ SANDBOX_WORLD: worldOf({ name: 'alder' }) })
    ann = await world.person('ann@alder.example')
    await toActive(world, ann, { mpnId: mpnIdOf(0) })
    await ann.says('home')
    await ann.presses('Add me')
    for (let n = 0; n < 200; n++) {
      const name = `Employee number ${n} with quite a long name, as some people have, 従業員`
      const data = { name, email: `employee.${n}@alder.example`, roles: 'GA,AA,SA,HA,MPNA,BPA' }
      if (n % 25 === 0) await world.settle()
      await ann.taps('add-user', { op: `growth-key-${String(n).padStart(5, '0')}`, ...data })
    }
    await world.settle()
  }, 120_000)
  afterAll(() => world.close())

  it('has them all, in one record that fits', async () => {
    const db = new DatabaseSync(world.databaseFile, { readOnly: true })
    const roots = db.prepare("SELECT body FROM docs WHERE id = 'root'").all()
    db.close()
    const [largest] = roots.map(({ body }) => String(body)).toSorted((a, b) => b.length - a.length)
    const { state } = JSON.parse(largest ?? '') as { state: Organization }
    expect(state.employees).toHaveLength(200)
    expect(state.employees.every((one) => one.state === 'invited')).toBe(true)
    expect(Buffer.byteLength(largest ?? '')).toBeLessThan(RECORD_BYTES)
  })

  it('gets a card for everything, and every page of its people', { timeout: 60_000 }, async () => {
    const nil = await world.person('nil@alder.example')
    const sizes = new Map<string, number>()
    const note = (what: string, { card }: Shown) => sizes.set(what, bytes(card))
    for (const who of [ann, nil]) {
      for (const text of [
        'home',
        'users',
        'status',
        'history',
        'sign mpa',
        'organization profile',
        'business profile',
        'enroll',
      ])
        note(`${who.name} ${text}`, await who.says(text))
    }
    const seen = new Set<string>()
    await ann.says('users')
    for (let page = 0; page < 30; page++) {
      note(`page ${page}`, ann.sees)
      for (const [name] of ann.sees.text.matchAll(/Employee number \d+/g)) seen.add(name)
      if (!ann.sees.buttons.some(({ title }) => title === 'More')) break
      await ann.presses('More')
    }
    expect(seen.size).toBe(200)
    expect([...sizes].filter(([, size]) => size > CARD_BYTES)).toEqual([])
  })
})

describe('A company with two hundred global admins', () => {
  it('gets a card that names who can do it, for whoever cannot', async () => {
    const admins = Array.from({ length: 200 }, (_, n) => ({
      aadObjectId: guid(n),
      name: `${'長'.repeat(90)} ${n}`,
      email: `admin.${n}@alder.example`,
      locale: n % 2 ? 'ja-JP' : 'en-US',
      directoryRoles: ['globalAdmin'],
      groups: ['adminAgents'],
    }))
    const nil = { aadObjectId: guid(201), name: 'Nil', email: 'nil@alder.example', locale: 'ja-JP' }
    const own = await startWorld({
      SANDBOX_WORLD: worldOf(
        { name: 'alder', more: { users: [...admins, nil] } },
        { name: 'provider', kind: 'indirectProvider', more: { users: [...admins.map(elsewhere), elsewhere(nil)] } },
      ),
    })
    try {
      const large: unknown[] = []
      for (const email of [
        'nil@alder.example',
        'admin.0@alder.example',
        'nil@elsewhere.example',
        'admin.1@elsewhere.example',
      ]) {
        const somebody = await own.person(email)
        for (const text of [
          'home',
          'enroll',
          'users',
          'status',
          'sign mpa',
          'history',
          'add user',
          'organization profile',
        ]) {
          const { card } = await somebody.says(text)
          if (bytes(card) > CARD_BYTES) large.push([email, text, bytes(card)])
        }
      }
      expect(large).toEqual([])
    } finally {
      await own.close()
    }
  })
})

function elsewhere<T extends { aadObjectId: string; email: string }>(one: T): T {
  const email = one.email.replace('@alder', '@elsewhere')
  return { ...one, email, aadObjectId: one.aadObjectId.replace('44444444', '55555555') }
}
