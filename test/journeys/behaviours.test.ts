import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Person, startWorld, type World } from '../support/world.ts'
import { mpnIdOf, OPERATOR, type Sketch, worldOf } from './companies.ts'
import {
  ADDRESS,
  apply,
  confirm,
  factOf,
  OUTSIDER,
  outsider,
  titlesOf,
  toActive,
  toApproval,
  toReview,
  until,
} from './way-in.ts'

/** A company with two people and no business profile admin among them. */
const SMALL: Sketch = {
  name: 'small',
  more: {
    users: [
      {
        aadObjectId: '99999999-0000-4000-8000-000000000001',
        name: 'Ann',
        email: 'ann@small.example',
        directoryRoles: ['globalAdmin'],
        locale: 'en-US',
      },
      {
        aadObjectId: '99999999-0000-4000-8000-000000000002',
        name: 'Sal',
        email: 'sal@small.example',
        groups: ['salesAgents'],
        locale: 'en-US',
      },
    ],
  },
}
/** Already in CSP, with everything but the support contact. */
const KNOWN: Sketch = {
  name: 'known',
  more: {
    cspTenant: true,
    legalProfile: {
      companyName: 'Known Ltd.',
      address: { line1: '1 Main Street', city: 'Seattle', state: 'US-WA', postalCode: '98101', country: 'US' },
      primaryContact: { firstName: 'Kay', lastName: 'Noon', email: 'kay@known.example' },
    },
  },
}
const COMPANIES: readonly Sketch[] = [
  ...['alder', 'birch', 'cedar', 'dogwood', 'elm', 'fir', 'ginkgo', 'holly', 'ivy', 'larch', 'maple', 'oak'].map(
    (name) => ({ name }),
  ),
  { name: 'kaede', country: 'JP', locale: 'ja-JP' },
  SMALL,
  KNOWN,
]

let world: World
let grace: Person
beforeAll(async () => {
  world = await startWorld({ SANDBOX_WORLD: worldOf(...COMPANIES) })
  grace = await world.person(OPERATOR.grace)
  await grace.says('help')
  // A Monday in Seattle.
  await until(world, '2035-01-08T18:00:00Z')
})
afterAll(() => world.close())

const admin = (company: string): Promise<Person> => world.person(`ann@${company}.example`)
const entryOf = (company: string) => ({ mpnId: mpnIdOf(COMPANIES.findIndex(({ name }) => name === company)) })
const TICK = { 'I have read the Microsoft Partner Agreement and accept it for my company': true }

/** The admin's application is in review, and the reviewer has it open. */
async function reviewed(company: string, contact = OUTSIDER): Promise<Person> {
  const ann = await admin(company)
  grace.news()
  await toReview(world, ann, { ...entryOf(company), contact: outsider(contact) })
  const [called] = grace.news()
  await grace.presses('Review', {}, called && { on: called })
  return ann
}

describe('What no single check keeps', () => {
  it('R3 R10 R28: a newcomer who asks for direct-bill is told why not', async () => {
    const ann = await admin('alder')
    await ann.says('enroll')
    const told = await ann.presses('Direct-bill partner instead?')
    expect(told.text).toContain('New partners enroll as indirect resellers.')
    for (const demand of ['Partner Center APIs', 'Ongoing billing, support and managed services', 'USD 300,000'])
      expect(told.text).toContain(demand)
    expect((await ann.presses('Enroll as an indirect reseller')).text).toContain('Before you begin')

    const kaede = await admin('kaede')
    await kaede.says('登録')
    const japanese = await kaede.presses('直接請求パートナーについて')
    expect(japanese.text).toContain('直接パートナーの新規申請は受け付けていません。')
    expect(japanese.text).toContain('パートナー センター API との連携')
  })

  it('R4 R21: every decision is mailed to the primary contact', async () => {
    const decisions = [
      [
        'birch',
        'Ask for documents',
        { 'Document name': 'Extract', 'Document type': 'Other' },
        'A document is needed for your enrollment',
      ],
      [
        'cedar',
        'Reject',
        { Reason: 'No.', 'What has to be fixed': ['Business'] },
        'Your application was rejected, and can be corrected',
      ],
      ['dogwood', 'Decline', { Reason: 'Never.' }, 'Your application was declined'],
      ['elm', 'Approve', undefined, 'Your enrollment as an indirect reseller was approved'],
    ] as const
    for (const [company, button, form, subject] of decisions) {
      const contact = `kim@${company}-consulting.example`
      const ann = await reviewed(company, contact)
      expect((await ann.says('status')).text).toContain('Due by January 1')
      await grace.presses(button)
      if (form) await grace.presses(button, form)
      await world.settle()
      expect((await world.mails(contact))[0]?.subject).toBe(subject)
    }
  })

  it('R7: an enrolled reseller is told to find a provider of its region', async () => {
    const ann = await admin('fir')
    expect((await ann.says('help')).text).not.toContain('Find an indirect provider')
    await toActive(world, ann, entryOf('fir'))
    const home = await ann.says('help')
    expect(home.text).toContain('Find an indirect provider')
    expect(home.text).toContain('An indirect provider in the United States orders for your customers')
  })

  it('R8: the organisation profile is the global admin’s', async () => {
    const ann = await admin('ginkgo')
    await toActive(world, ann, entryOf('ginkgo'))
    const uma = await world.person('uma@ginkgo.example')
    expect((await uma.says('organization profile')).text).toContain('Ann Ginkgo and Bob Ginkgo')
    await ann.says('organization profile')
    const { verb, data } = ann.tapOf('Save', { ...ADDRESS, Email: 'hello@ginkgo.example' })
    expect((await uma.taps(verb, data)).text).toContain('You need the global admin role for this.')
    expect((await ann.taps(verb, data)).text).toContain('Saved.')
  })

  it('R11: with no business profile admin the global admin sets the profile up', async () => {
    const ann = await admin('small')
    ann.news()
    await toActive(world, ann, entryOf('small'))
    expect(
      ann
        .news()
        .map(({ text }) => text)
        .join(),
    ).toContain("The business profile of Small isn't set up yet.")
    const home = await ann.says('help')
    expect(home.text).toContain('Without it, referrals do not reach you.')
    await ann.presses('Business profile')
    const profile = { 'About your company': 'We help.', Specialties: 'Azure', Email: 'leads@small.example' }
    expect((await ann.presses('Save', profile)).text).toContain('Saved.')
    expect((await ann.says('help')).text).not.toContain('referrals do not reach you')

    await toActive(world, await admin('holly'), entryOf('holly'))
    expect((await world.mails('bea@holly.example')).map(({ subject }) => subject)).toEqual([
      'Set up your business profile',
    ])
    expect((await (await admin('holly')).says('business profile')).text).toContain('Bea Holly')
  })

  it('R22: “That’s me” takes name and address from the account', async () => {
    const ann = await admin('ivy')
    await ann.says('enroll')
    await ann.presses('Next')
    await ann.presses('Next', { 'MPN ID': entryOf('ivy').mpnId })
    const form = await ann.presses('Next', ADDRESS)
    expect(form.text).toContain('Ann Ivy, ann@ivy.example')
    await ann.presses('Next', outsider())
    await ann.presses('Back')
    await ann.presses('Next', { "That's me": true })
    const saved = await ann.presses('Back')
    expect(saved.inputs.map(({ value }) => value)).toEqual(['true', 'Ann', 'Ivy', 'ann@ivy.example', ''])
  })

  it('R23: a company already in CSP takes the short form', async () => {
    const ann = await admin('known')
    expect((await ann.says('help')).text).toContain('Only what is missing is asked')
    await ann.presses('Enroll as an indirect reseller')
    expect((await ann.presses('Next')).text).toContain('step 1 of 2')
    await ann.presses('Next', { 'Support email': 'help@known.example' })
    const review = await ann.presses('Next', { 'I may act for my company': true })
    for (const known of [entryOf('known').mpnId, '1 Main Street', 'kay@known.example'])
      expect(review.text).toContain(known)
    await ann.presses('Enroll now')
    await world.settle()
    await confirm(world, 'kay@known.example')
    await world.settle()
    expect((await ann.says('status')).text).toContain('Enrollment: Approved')
  })

  it('R25: the checklist comes first', async () => {
    const ann = await admin('larch')
    const checklist = await ann.says('enroll')
    for (const needed of [
      'MPN ID',
      'Partner Membership Center',
      'legal business name',
      'primary contact',
      'support details',
      'work email',
    ])
      expect(checklist.text).toContain(needed)
    expect(checklist.inputs).toHaveLength(0)
    expect((await ann.presses('Next')).inputs.map(({ label }) => label)).toEqual(['MPN ID'])
  })

  it('R27: the status shows what is done, waited for, by whom and until when', async () => {
    const ann = await admin('maple')
    await apply(world, ann, { ...entryOf('maple'), contact: outsider() })
    const waiting = (await ann.says('status')).text
    expect(factOf(ann.sees, 'Account type')).toBe('Prospective partner')
    expect(waiting).toMatch(/Submitted by Ann Maple, January \d+, 2035/)
    expect(waiting).toMatch(new RegExp(`Waiting for ${OUTSIDER} since January \\d+, 2035`))
    expect(waiting).toMatch(/The link works until January \d+, 2035/)
    await confirm(world, OUTSIDER)
    await world.settle()
    const review = (await ann.says('status')).text
    expect(review).toMatch(new RegExp(`Confirmed by ${OUTSIDER}, January \\d+, 2035`))
    expect(review).toMatch(/Waiting for Microsoft since January \d+, 2035/)
    expect(review).toMatch(/Due by January \d+, 2035/)
    await grace.says('reviews')
    const called = grace.sees.text
      .split('\n')
      .filter((line) => COMPANIES.some(({ name }) => name === line.toLowerCase()))
    await grace.presses('Review', {}, { nth: called.indexOf('Maple') + 1 })
    await grace.presses('Approve')
    const approved = (await ann.says('status')).text
    expect(factOf(ann.sees, 'Account type')).toBe('Indirect reseller')
    expect(approved).toMatch(/Approved by Grace, January \d+, 2035/)
    expect(approved).toMatch(/Waiting for a global admin of your company since January \d+, 2035/)
  })

  it('R34: only a global admin signs the MPA', async () => {
    const ann = await admin('oak')
    await toApproval(world, ann, entryOf('oak'))
    await ann.says('sign mpa')
    const { verb, data } = ann.tapOf('Accept and continue', TICK)
    for (const who of ['uma', 'ada', 'sal', 'hal', 'mia', 'bea', 'nil']) {
      const other = await world.person(`${who}@oak.example`)
      expect((await other.taps(verb, data)).text).toContain('You need the global admin role for this.')
    }
    const ada = await world.person('ada@oak.example')
    expect((await ada.says('sign mpa')).text).toContain('Ann Oak and Bob Oak')
    expect((await ann.says('status')).text).toContain('Approved (MPA not signed)')
    expect((await ann.taps(verb, { ...data, mpaAccepted: 'false' })).text).toContain('Select the check box')
  })

  it('R35: the banner names date and signer', async () => {
    const ann = await admin('oak')
    await ann.says('sign mpa')
    const banner = await ann.presses('Accept and continue', TICK)
    expect(banner.text).toContain('✓ Microsoft Partner Agreement signed')
    expect(factOf(banner, 'Signed by')).toBe('Ann Oak')
    expect(factOf(banner, 'Signed on')).toMatch(/^January \d+, 2035$/)
    const ada = await world.person('ada@oak.example')
    expect(factOf(await ada.says('sign mpa'), 'Signed by')).toBe('Ann Oak')
    expect(titlesOf(ada.sees)).not.toContain('Accept and continue')
  })

  it('D3: the Japanese card says that the agreement is in English', async () => {
    const kaede = await admin('kaede')
    await kaede.says('language en')
    await toApproval(world, kaede, {
      ...entryOf('kaede'),
      legal: { 'State or prefecture': 'Tokyo', 'Postal code': '1000005' },
    })
    expect((await kaede.says('sign mpa')).text).not.toContain('英語')
    await kaede.says('言語 ja')
    const card = await kaede.says('MPA に署名')
    expect(card.text).toContain('契約書は英語版のみです。')
    expect(factOf(card, '言語')).toBe('英語のみ')
  })

  it('D8: an overdue review is told to both sides', async () => {
    const ann = await reviewed('alder', 'kim@late-consulting.example')
    ann.news()
    grace.news()
    await world.advance('P8D')
    await world.settle()
    const heard = (person: Person) =>
      person
        .news()
        .map(({ text }) => text)
        .join('\n')
    expect(heard(ann)).toContain('Your review is taking longer than planned')
    expect(heard(grace)).toContain('Review overdue: Alder')
    expect((await world.mails('kim@late-consulting.example'))[0]?.subject).toBe(
      'Your review is taking longer than planned',
    )
  })

  it('D1 D2: one signature a region, for good', async () => {
    const ann = await admin('oak')
    const signed = await ann.says('sign mpa')
    expect(factOf(signed, 'CSP region')).toBe('United States')
    await world.advance('P1Y')
    expect((await ann.says('sign mpa')).text).toBe(signed.text)
    const bob = await world.person('bob@oak.example')
    await bob.taps('accept-mpa', { op: 'AAAAAAAAAAAAAAAA', region: 'united-states', mpaAccepted: 'true' })
    expect(factOf(await bob.says('sign mpa'), 'Signed by')).toBe('Ann Oak')
    const elsewhere = await bob.taps('accept-mpa', { op: 'BBBBBBBBBBBBBBBB', region: 'japan', mpaAccepted: 'true' })
    expect(elsewhere.text).toContain("The Microsoft Partner Agreement isn't open for your company yet.")
  })
})
