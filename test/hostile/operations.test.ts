import { DatabaseSync } from 'node:sqlite'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { mpnIdOf, OPERATOR, worldOf } from '../journeys/companies.ts'
import { apply, confirm, fillIn, outsider, toActive, toReview } from '../journeys/way-in.ts'
import { type Person, startWorld, type World } from '../support/world.ts'
import { applicationIn } from './town.ts'

let world: World
let ann: Person
let bob: Person
let grace: Person
let gen: Person
beforeEach(async () => {
  world = await startWorld({ SANDBOX_WORLD: worldOf({ name: 'alder' }, { name: 'birch' }) })
  ann = await world.person('ann@alder.example')
  bob = await world.person('bob@alder.example')
  grace = await world.person(OPERATOR.grace)
  gen = await world.person(OPERATOR.gen)
  for (const person of [ann, bob, grace, gen]) await person.says('language en')
})
afterEach(() => world.close())

const entry = { mpnId: mpnIdOf(0) }
let keys = 0
const newKey = () => `operation-k${String(++keys).padStart(5, '0')}`

/** How often the company changed, and which keys it has consumed. */
function root(): { version: number; ops: string[] } {
  const db = new DatabaseSync(world.databaseFile, { readOnly: true })
  const found = db.prepare("SELECT body FROM docs WHERE pk = ? AND id = 'root'").get(`org:${ann.tenantId}`)
  db.close()
  return found ? JSON.parse(String(found.body)) : { version: 0, ops: [] }
}

describe('An operation key', () => {
  it('is consumed by a change alone: refused, it works when pressed again', async () => {
    await ann.says('enroll')
    await ann.presses('Next')
    const op = newKey()
    const wrong = await ann.taps('enroll-save-mpn', { op, rev: 0, mpnId: '12' })
    expect(wrong.text).toContain('4 to 10 digits')
    expect(root().ops).not.toContain(op)
    await ann.taps('enroll-save-mpn', { op, rev: 0, ...entry })
    expect(root().ops).toContain(op)
    const { version } = root()
    await ann.taps('enroll-save-mpn', { op, rev: 0, mpnId: '12' })
    await ann.taps('enroll-save-mpn', { op, rev: 9, ...entry })
    expect(root().version).toBe(version)
  })

  it('of a colleague, or of another verb, does nothing again and tells nothing new', async () => {
    await toActive(world, ann, entry)
    await ann.says('home')
    await ann.presses('Add me')
    await world.settle()
    const op = newKey()
    await ann.taps('add-user', { op, name: 'Zoe', email: 'zoe@alder.example', roles: 'SA' })
    await world.settle()
    const { version } = root()
    const nil = await world.person('nil@alder.example')
    const user = bob.aadObjectId
    const forged: readonly (readonly [string, object])[] = [
      ['set-roles', { op, user, roles: 'HA' }],
      ['disable-user', { op, user }],
      ['add-user', { op, name: 'Eve', email: 'eve@alder.example', roles: 'SA' }],
      ['save-organization-profile', { op, displayName: 'Evil', email: 'a@b.example' }],
      ['save-business-profile', { op, about: 'a', specialties: 'b', email: 'a@b.example' }],
      ['accept-mpa', { op, region: 'unitedStates', mpaAccepted: 'true' }],
      ['enroll-withdraw-confirm', { op, enrollment: 'x' }],
    ]
    for (const person of [bob, nil]) for (const [verb, data] of forged) await person.taps(verb, data)
    expect(root().version).toBe(version)
    for (const [verb, data] of forged) {
      const { text } = await nil.taps(verb, data)
      // Who may not see the people of the company does not see them by somebody else's key.
      expect([verb, text.includes('zoe@alder.example')]).toEqual([verb, false])
    }
  })

  it('works in each company for itself', async () => {
    const other = await world.person('ann@birch.example')
    const op = newKey()
    await ann.taps('enroll-begin', { op })
    await other.taps('enroll-begin', { op })
    expect((await ann.says('status')).text).toContain('Not submitted yet')
    expect((await other.says('status')).text).toContain('Not submitted yet')
  })
})

describe('A card of an application that is over', () => {
  it('does not submit the next one', async () => {
    await fillIn(ann, entry)
    const old = ann.tapOf('Enroll now')
    await ann.presses('Withdraw')
    await ann.presses('Yes')
    await fillIn(bob, { ...entry, contact: outsider() })
    await ann.taps(old.verb, old.data)
    await world.settle()
    expect((await ann.says('status')).text).toContain('Not submitted yet')
    expect(await world.mails('kim@kim-consulting.example')).toEqual([])
  })

  it('withdraws, corrects, resends and decides nothing of the next one', async () => {
    await toReview(world, ann, entry)
    const application = await applicationIn(grace)
    const mine = { op: newKey(), enrollment: application.enrollment }
    await ann.says('status')
    await ann.presses('Withdraw')
    await ann.presses('Yes')
    await world.settle()
    await apply(world, bob, { ...entry, contact: outsider('lee@elsewhere.example') })
    const { version } = root()
    const contact = { firstName: 'Eve', lastName: 'Eve', email: 'eve@eve.example' }
    await ann.taps('enroll-withdraw-confirm', { ...mine, op: newKey() })
    await ann.taps('enroll-resend', { ...mine, op: newKey() })
    await ann.taps('enroll-correct-contact', { ...mine, op: newKey(), ...contact })
    for (const verb of ['approve-enrollment', 'reject-enrollment', 'decline-enrollment', 'suspend', 'reinstate'])
      await grace.taps(verb, { ...application, op: newKey(), reason: 'because', fixes: 'business' })
    expect(root().version).toBe(version)
    expect(await world.mails('eve@eve.example')).toEqual([])
  })
})

describe('A reviewer who is too late', () => {
  it('does not approve what was withdrawn, at the same moment or later', async () => {
    for (let round = 0; round < 5; round++) {
      await toReview(world, ann, entry)
      const application = await applicationIn(grace)
      await ann.says('status')
      await ann.presses('Withdraw')
      const yes = ann.tapOf('Yes')
      await Promise.all([
        ann.taps(yes.verb, yes.data),
        grace.taps('reject-enrollment', { ...application, op: newKey(), reason: 'no', fixes: 'business' }),
        gen.taps('request-documents', { ...application, op: newKey(), documentName: 'a', documentKind: 'tax' }),
      ])
      await world.settle()
      await grace.taps('approve-enrollment', { ...application, op: newKey() })
      const { text } = await ann.says('status')
      expect(text).toMatch(/Withdrawn/)
      await world.settle()
    }
  })

  it('does not decline what the company has just answered, without saying how it stands', async () => {
    await toReview(world, ann, entry)
    const application = await applicationIn(grace)
    await grace.taps('reject-enrollment', { ...application, op: newKey(), reason: 'no', fixes: 'business' })
    await world.settle()
    await ann.taps('enroll-fix', {})
    const again = ann.tapOf('Submit', { 'Legal business name': 'Alder Holding Ltd.' })
    const [, declined] = await Promise.all([
      ann.taps(again.verb, again.data),
      grace.taps('decline-enrollment', { ...application, op: newKey(), reason: 'final' }),
      gen.taps('approve-enrollment', { ...application, op: newKey() }),
    ])
    await world.settle()
    const { text } = await ann.says('status')
    // Whoever came first, one story holds: declined for good, or approved, and the history has it once.
    expect(text).toMatch(/Declined|Approved|sign|Qualified/i)
    expect(declined.text.length).toBeGreaterThan(0)
    const { text: past } = await ann.says('history')
    const ends = past.split('\n').filter((line) => /declined|approved/i.test(line))
    expect(ends).toHaveLength(1)
  })

  it('and an approver and a decliner at once leave one decision', async () => {
    for (let round = 0; round < 5; round++) {
      const who = round % 2 ? ann : bob
      await toReview(world, who, { ...entry, contact: outsider(`kim${round}@elsewhere.example`) })
      const application = await applicationIn(grace)
      await Promise.all([
        grace.taps('decline-enrollment', { ...application, op: newKey(), reason: 'final' }),
        gen.taps('decline-enrollment', { ...application, op: newKey(), reason: 'final too' }),
        grace.taps('reject-enrollment', { ...application, op: newKey(), reason: 'no', fixes: 'business' }),
      ])
      await gen.taps('decline-enrollment', { ...application, op: newKey(), reason: 'at last' })
      await world.settle()
      const mails = await world.mails(`kim${round}@elsewhere.example`)
      expect(mails.filter(({ subject }) => /not approved|declined/i.test(subject))).toHaveLength(1)
    }
  })
})

describe('Somebody who would have strangers mailed', () => {
  const VICTIM = 'victim@elsewhere.example'
  const DECOY = 'decoy@elsewhere.example'

  it('is stopped for a business day after a few of them', async () => {
    await apply(world, ann, { ...entry, contact: outsider(VICTIM) })
    const shown = await ann.says('status')
    const enrollment = shown.buttons.find(({ data }) => data.enrollment !== undefined)?.data.enrollment
    const names = { firstName: 'Kim', lastName: 'Lee', enrollment }
    for (let round = 0; round < 20; round++) {
      for (const email of [DECOY, VICTIM, 'nobody@bounces.invalid']) {
        await ann.taps('enroll-correct-contact', { op: newKey(), ...names, email })
        await world.settle()
        await ann.taps('enroll-resend', { op: newKey(), enrollment })
        await world.settle()
      }
    }
    const sent = [...(await world.mails(VICTIM)), ...(await world.mails(DECOY))]
    expect(sent.length).toBeLessThanOrEqual(5)
    await world.advance('P5D')
    await ann.taps('enroll-correct-contact', { op: newKey(), ...names, email: 'right@elsewhere.example' })
    await world.settle()
    expect(await world.mails('right@elsewhere.example')).toHaveLength(1)
    expect((await confirm(world, 'right@elsewhere.example')).status).toBe(200)
  })
})
