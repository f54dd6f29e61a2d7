import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Shown } from '../support/shown.ts'
import { type Person, startWorld, type Tap, type World } from '../support/world.ts'
import { mpnIdOf, OPERATOR, type Sketch, worldOf } from './companies.ts'
import { answer, apply, confirm, factOf, fillIn, linkTo, toActive, toApproval, toReview } from './way-in.ts'

const SHARED = '7900001'
const COMPANIES: readonly Sketch[] = [
  ...['alder', 'birch', 'cedar', 'dogwood', 'elm', 'fir', 'holly', 'ivy', 'larch', 'maple'].map((name) => ({ name })),
  { name: 'oak', mpnId: SHARED },
  { name: 'oaktwin', mpnId: SHARED },
]
const mpnIdOfCompany = (company: string): string => {
  const at = COMPANIES.findIndex(({ name }) => name === company)
  return COMPANIES[at]?.mpnId ?? mpnIdOf(at)
}

let world: World
let grace: Person
let gen: Person
beforeAll(async () => {
  world = await startWorld({ SANDBOX_WORLD: worldOf(...COMPANIES) })
  grace = await world.person(OPERATOR.grace)
  gen = await world.person(OPERATOR.gen)
  await grace.says('help')
  await gen.says('help')
})
afterAll(() => world.close())

const admins = async (company: string) => ({
  ann: await world.person(`ann@${company}.example`),
  bob: await world.person(`bob@${company}.example`),
  entry: { mpnId: mpnIdOfCompany(company) },
})

/** How often each thing was committed in a company, as its history tells it. */
async function effects(person: Person, what: string): Promise<number> {
  let shown = await person.says('history')
  let found = 0
  for (let page = 0; page < 20; page++) {
    found += shown.text.split('\n').filter((line) => line.includes(what)).length
    if (!shown.buttons.some(({ title }) => title === 'Older entries')) return found
    shown = await person.presses('Older entries')
  }
  return found
}

const mailsTo = async (address: string, subject: string): Promise<number> =>
  (await world.mails(address)).filter((mail) => mail.subject.startsWith(subject)).length

describe('The same activity, delivered again', () => {
  it('has one effect and one answer', async () => {
    const { ann } = await admins('alder')
    const before = ann.told().length
    await Promise.all(Array.from({ length: 5 }, () => ann.says('help', { id: 'same-1' })))
    await ann.says('help', { id: 'same-1' })
    expect(ann.told().length).toBe(before + 1)
  })

  it('submits an application once', async () => {
    const { ann, entry } = await admins('alder')
    await fillIn(ann, entry)
    const { verb, data } = ann.tapOf('Enroll now')
    const shown: Shown[] = await Promise.all(Array.from({ length: 5 }, () => ann.taps(verb, data, { id: 'same-2' })))
    shown.push(await ann.taps(verb, data, { id: 'same-2' }))
    for (const { text } of shown) expect(text).toContain('Enrollment: ')
    await world.settle()
    expect(await effects(ann, 'submitted')).toBe(1)
    expect(await mailsTo(ann.email, 'Confirm your email address')).toBe(1)
  })
})

describe('The same tap, pressed again', () => {
  it('has one effect, and shows how things stand by then', async () => {
    const { ann, bob, entry } = await admins('birch')
    await apply(world, ann, entry)
    const again = await ann.pressesAgain()
    expect(again.text).toContain('Enrollment: Waiting for the primary contact')
    await confirm(world, ann.email)
    await world.settle()
    expect((await ann.pressesAgain()).text).toContain('Enrollment: Approved (MPA not signed)')
    await world.settle()
    expect(await effects(ann, 'submitted')).toBe(1)
    expect(await mailsTo(ann.email, 'Confirm your email address')).toBe(1)
    expect(await mailsTo(bob.email, 'Your enrollment was submitted')).toBe(1)
  })

  it('has one effect of twenty at once', async () => {
    const { ann, bob, entry } = await admins('cedar')
    await fillIn(ann, entry)
    await twenty(ann, ann.tapOf('Enroll now'))
    await world.settle()
    expect(await mailsTo(ann.email, 'Confirm your email address')).toBe(1)
    await confirm(world, ann.email)
    await world.settle()

    await ann.says('sign mpa')
    const signed = await twenty(
      ann,
      ann.tapOf('Accept and continue', {
        'I have read the Microsoft Partner Agreement and accept it for my company': true,
      }),
    )
    for (const { text } of signed) expect(text).toContain('✓ Microsoft Partner Agreement signed')
    await ann.says('help')
    await twenty(ann, ann.tapOf('Add me'))
    await world.settle()
    await ann.says('users')
    await ann.presses('Add a user')
    const role = ann.sees.inputs.at(-1)?.choices[0]?.title ?? ''
    await twenty(ann, ann.tapOf('Add a user', { 'Full name': 'Zoe', Email: 'zoe@cedar.example', Roles: [role] }))
    await world.settle()

    expect(await effects(ann, 'submitted')).toBe(1)
    expect(await mailsTo(bob.email, 'The Microsoft Partner Agreement (MPA) is signed')).toBe(1)
    expect(await mailsTo('zoe@cedar.example', 'Your temporary password')).toBe(1)
    const { grants, accounts } = await outside()
    const aadObjectId = ann.aadObjectId
    expect(grants.filter((grant) => grant.userId === aadObjectId)).toHaveLength(1)
    expect(accounts.filter(({ tenantId }) => tenantId === ann.tenantId)).toHaveLength(1)
  })

  it('asks the reviewers once, and is decided once', async () => {
    const { ann, entry } = await admins('dogwood')
    grace.news()
    await toReview(world, ann, entry)
    const [called, ...more] = grace.news()
    expect(more).toHaveLength(0)
    await grace.presses('Review', {}, called && { on: called })
    const shown = await twenty(grace, grace.tapOf('Approve'))
    for (const { text } of shown) expect(text).toContain('Approved (MPA not signed)')
    await world.settle()
    expect(ann.news().filter(({ text }) => text.includes('was approved'))).toHaveLength(1)
  })

  it('confirms an address once, however often the page is sent', async () => {
    const { ann, entry } = await admins('elm')
    await apply(world, ann, entry)
    const link = await linkTo(world, ann.email)
    const both = { signedUp: true, belongsToCompany: true }
    const pages = await Promise.all(Array.from({ length: 20 }, () => answer(world, link, both)))
    expect(new Set(pages.map(({ status }) => status))).toEqual(new Set([200]))
    await world.settle()
    expect(ann.news().filter(({ text }) => text.includes('The primary contact has confirmed'))).toHaveLength(1)
    expect(ann.news()).toHaveLength(0)
  })
})

describe('Two at once', () => {
  it('may press Enroll now: one application, and both see it', async () => {
    const { ann, bob, entry } = await admins('fir')
    await fillIn(ann, entry)
    await bob.says('enroll')
    const both = await Promise.all([ann.presses('Enroll now'), bob.presses('Enroll now')])
    for (const { text } of both) expect(text).toMatch(/Enrollment: (Submitted|Waiting for the primary contact)/)
    await world.settle()
    expect(await effects(ann, 'submitted')).toBe(1)
    expect(await mailsTo(ann.email, 'Confirm your email address')).toBe(1)
  })

  it('may begin to enroll: one draft', async () => {
    const { ann, bob, entry } = await admins('holly')
    await ann.says('enroll')
    await bob.says('enroll')
    const both = await Promise.all([ann.presses('Next'), bob.presses('Next')])
    for (const { text } of both) expect(text).toContain('step 1 of 5')
    const saved = await Promise.all([
      ann.presses('Next', { 'MPN ID': entry.mpnId }),
      bob.presses('Next', { 'MPN ID': entry.mpnId }),
    ])
    expect(saved.filter(({ text }) => text.includes('step 2 of 5')).length).toBeGreaterThanOrEqual(1)
    expect((await ann.says('help')).text).toContain('1 of 5 parts are filled in')
  })

  it('may sign the agreement: one signature, and both see whose', async () => {
    const { ann, bob, entry } = await admins('ivy')
    await toApproval(world, ann, entry)
    const tick = { 'I have read the Microsoft Partner Agreement and accept it for my company': true }
    await ann.says('sign mpa')
    await bob.says('sign mpa')
    const [one, other] = await Promise.all([
      ann.presses('Accept and continue', tick),
      bob.presses('Accept and continue', tick),
    ])
    expect(factOf(one, 'Signed by')).toMatch(/^(Ann|Bob) Ivy$/)
    expect(factOf(other, 'Signed by')).toBe(factOf(one, 'Signed by'))
  })

  it('may decide on one application: one decision holds, and the other reviewer is shown it', async () => {
    const { ann, entry } = await admins('larch')
    await toReview(world, ann, entry)
    ann.news()
    for (const reviewer of [grace, gen]) {
      const [called] = reviewer.news().filter(({ text }) => text.includes('Larch'))
      await reviewer.presses(reviewer === grace ? 'Review' : '審査する', {}, called && { on: called })
    }
    await gen.presses('却下')
    const [approved, rejected] = await Promise.all([
      grace.presses('Approve'),
      gen.presses('却下', { 理由: '登記と異なります。', 修正が必要な項目: ['会社情報の確認'] }),
    ])
    await world.settle()
    const told = ann.news().filter(({ text }) => /was approved|was rejected/.test(text))
    expect(told).toHaveLength(1)
    if (told[0]?.text.includes('was approved')) {
      expect(rejected?.text).toContain('現在の状態は「承認済み (MPA 未署名)」です。')
      expect(approved?.text).toContain('Larch is approved.')
    } else {
      expect(approved?.text).toContain('The current state is “Rejected”.')
      expect(rejected?.text).toContain('「Larch」の申請を却下し')
    }
  })

  it('may enroll two companies with one MPN ID: only one of them gets it', async () => {
    const [oak, twin] = [await admins('oak'), await admins('oaktwin')]
    await fillIn(oak.ann, oak.entry)
    await fillIn(twin.ann, twin.entry)
    const both = await Promise.all([oak.ann.presses('Enroll now'), twin.ann.presses('Enroll now')])
    const won = both.filter(({ text }) => text.includes('Enrollment: Submitted'))
    const lost = both.filter(({ text }) => text.includes(`MPN ID ${SHARED} is linked to another tenant.`))
    expect([won.length, lost.length]).toEqual([1, 1])
    expect(lost[0]?.buttons.map(({ title }) => title)).toContain('Enroll now')
    const [winner, loser] = both[0] === won[0] ? [oak, twin] : [twin, oak]
    await winner.ann.presses('Withdraw')
    await winner.ann.presses('Yes')
    await world.settle()
    expect((await loser.ann.presses('Enroll now')).text).toContain('Enrollment: Submitted')
  })

  it('may not take the last global admin away between them', async () => {
    const { ann, bob, entry } = await admins('maple')
    await toActive(world, ann, entry)
    await ann.says('help')
    await ann.presses('Add me')
    await world.settle()
    const opens = async (who: Person, whom: Person): Promise<Tap> => {
      await who.says('users')
      const rows = who.sees.text.split('\n').filter((line) => line.endsWith('@maple.example'))
      await who.presses('Details', {}, { nth: rows.indexOf(whom.email) + 1 })
      const keep = who.sees.inputs[0]?.choices.find(({ title }) => title.startsWith('Sales agent'))?.title ?? ''
      return who.tapOf('Save', { Roles: [keep] })
    }
    const [first, second] = [await opens(ann, bob), await opens(bob, ann)]
    await Promise.all([ann.taps(first.verb, first.data), bob.taps(second.verb, second.data)])
    await world.settle()
    const people = JSON.parse((await world.get('/sandbox/people', 'application/json')).text) as {
      tenantId: string
      directoryRoles: string[]
    }[]
    const left = people.filter(
      ({ tenantId, directoryRoles }) => tenantId === ann.tenantId && directoryRoles.includes('GA'),
    )
    expect(left).toHaveLength(1)
  })
})

const twenty = (person: Person, { verb, data }: Tap): Promise<Shown[]> =>
  Promise.all(Array.from({ length: 20 }, () => person.taps(verb, data)))

type Change = { tenantId: string; userId: string }
const outside = async () =>
  JSON.parse((await world.get('/sandbox/outside', 'application/json')).text) as { grants: Change[]; accounts: Change[] }
