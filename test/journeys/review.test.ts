import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Shown } from '../support/shown.ts'
import { type Person, startWorld, type Typed, type World } from '../support/world.ts'
import { mpnIdOf, OPERATOR, type Sketch, tenantIdOf, worldOf } from './companies.ts'
import { ADDRESS, apply, confirm, type Entry, fillIn, OUTSIDER, titlesOf, toActive, toReview, until } from './way-in.ts'

const SHARED = '7900001'
const COMPANIES: readonly Sketch[] = [
  ...['alder', 'birch', 'cedar', 'dogwood', 'elm', 'fir', 'holly', 'ivy'].map((name) => ({ name })),
  { name: 'oak', mpnId: SHARED },
  { name: 'oaktwin', mpnId: SHARED },
  { name: 'pine' },
  { name: 'quince', kind: 'directBill' },
  { name: 'rowan', kind: 'customer' },
  ...['sorrel', 'teak', 'upas', 'vine', 'wattle', 'yew', 'zelkova'].map((name) => ({ name })),
]
const indexOf = (company: string): number => COMPANIES.findIndex(({ name }) => name === company)
const mpnIdOfCompany = (company: string): string => COMPANIES[indexOf(company)]?.mpnId ?? mpnIdOf(indexOf(company))

let world: World
let grace: Person
beforeAll(async () => {
  world = await startWorld({ SANDBOX_WORLD: worldOf(...COMPANIES) })
  grace = await world.person(OPERATOR.grace)
  await grace.says('help')
  // A Friday in Seattle.
  await until(world, '2035-01-12T18:00:00Z')
})
afterAll(() => world.close())

const admin = (company: string): Promise<Person> => world.person(`ann@${company}.example`)
const texts = (cards: readonly Shown[]): string => cards.map(({ text }) => text).join('\n')

/** The admin of a company whose application waits for the reviewers. */
async function inReview(company: string, entry: object = {}): Promise<Person> {
  const ann = await admin(company)
  await toReview(world, ann, { mpnId: mpnIdOfCompany(company), ...entry })
  ann.news()
  return ann
}

/** The reviewer opens the application from the list. */
async function opens(company: string): Promise<Shown> {
  const name = `${company.slice(0, 1).toUpperCase()}${company.slice(1)}`
  for (let page = await grace.says('reviews'); ; page = await grace.presses('More')) {
    const row = page.text
      .split('\n')
      .filter((line) => COMPANY_NAMES.has(line))
      .indexOf(name)
    if (row >= 0) return grace.presses('Review', {}, { nth: row + 1 })
  }
}
const COMPANY_NAMES = new Set(COMPANIES.map(({ name }) => `${name.slice(0, 1).toUpperCase()}${name.slice(1)}`))

describe('An application that the automatic checks do not pass', () => {
  it('comes to the reviewers with its due date in working days and every check', async () => {
    grace.news()
    await inReview('alder', { legal: { 'Legal business name': 'Elder Ltd.' } })
    expect(texts(grace.news())).toContain('Alder applied to enroll as an indirect reseller. By January 19, 2035')
    const [mail] = await world.mails(OPERATOR.gen)
    expect(mail?.subject).toContain('Alder')
    expect(mail?.text).toContain('2035年1月20日')

    const card = await opens('alder')
    const checks = card.text.split('\n')
    const mark = (check: string) => checks[checks.indexOf(check) - 1]
    expect(mark("The primary contact's email domain is a verified domain of the tenant")).toBe('✕')
    expect(mark('The legal business name is the name of the tenant')).toBe('✕')
    expect(mark('The MPN ID meets every rule')).toBe('✓')
    expect(titlesOf(card)).toEqual(expect.arrayContaining(['Approve', 'Reject', 'Ask for documents', 'Decline']))
  })

  it('is approved by a reviewer, and the company goes on to the agreement', async () => {
    const ann = await admin('alder')
    await opens('alder')
    expect((await grace.presses('Approve')).text).toContain('Alder is approved. The company has been told.')
    await world.settle()
    expect(texts(ann.news())).toContain('Your enrollment as an indirect reseller was approved')
    const status = await ann.says('status')
    expect(status.text).toContain('Enrollment: Approved (MPA not signed)')
    expect(status.text).toMatch(/Approved by Grace, January 12, 2035/)
    expect(titlesOf(await opens('alder'))).not.toContain('Suspend')
    expect(titlesOf(status)).toContain('Sign MPA')
  })

  it('is rejected with a reason and fixes, corrected, and comes back to the reviewers', async () => {
    const ann = await inReview('birch')
    await opens('birch')
    await grace.presses('Reject')
    const blank = await grace.presses('Reject', {})
    expect(blank.text).toContain('Give a reason.')
    expect(blank.text).toContain('What has to be fixed: choose from the list.')
    await grace.presses('Reject', { Reason: 'The register has another name.', 'What has to be fixed': ['Business'] })
    await world.settle()
    const [told] = ann.news()
    expect(told?.text).toContain('Reason: The register has another name.')
    expect(told?.text).toContain('Business: Write the name and address as they are registered')

    const form = await ann.presses('Fix and resubmit', {}, told && { on: told })
    expect(form.text).toContain('Reason: The register has another name.')
    expect((await ann.presses('Submit')).text).toContain('Nothing has changed yet.')
    expect((await ann.says('status')).text).toContain('Enrollment: Rejected')

    grace.news()
    await world.advance('P7D')
    await ann.presses('Fix and resubmit')
    const status = await ann.presses('Submit', { 'Legal business name': 'Birch Holding Ltd.' })
    expect(status.text).toContain('Thank you. The review goes on.')
    expect(status.text).toContain('Enrollment: In review')
    expect(status.text).toContain('Due by January 26, 2035')
    await world.settle()
    expect(texts(grace.news())).toContain('Please review again: Birch')
    expect((await opens('birch')).text).toContain('Birch Holding Ltd.')
  })

  it('asks for a document, which comes with its https link', async () => {
    const ann = await inReview('cedar')
    await opens('cedar')
    await grace.presses('Ask for documents')
    const wrong = await grace.presses('Ask for documents', { 'Link to the document': 'ftp://x.example' })
    expect(wrong.text).toContain('Document name is required.')
    expect(wrong.text).toContain('Document type: choose from the list.')
    expect(wrong.text).toContain('enter a complete web address that begins with https.')
    const request = { 'Document name': 'Extract', 'Document type': 'Registration certificate', Note: 'Of this year.' }
    await grace.presses('Ask for documents', { ...request, 'Link to the document': '' })
    await world.settle()
    const [told] = ann.news()
    expect(told?.text).toContain('Document: Extract (Registration certificate)')
    expect((await ann.says('status')).text).toContain('Microsoft asks for a document: Extract')

    await ann.presses('Provide the document')
    expect((await ann.presses('Submit')).text).toContain('Nothing has changed yet.')
    const http = await ann.presses('Submit', { 'Link to the document': 'http://files.example/extract.pdf' })
    expect(http.text).toContain('enter a complete web address that begins with https.')
    grace.news()
    const link = 'https://files.example/extract.pdf'
    expect((await ann.presses('Submit', { 'Link to the document': link })).text).toContain('Enrollment: In review')
    await world.settle()
    const [again] = grace.news()
    expect(again?.text).toContain('Please review again: Cedar')
    const card = await grace.presses('Review', {}, again && { on: again })
    expect(card.text).toContain('Extract (Registration certificate)')
    expect(JSON.stringify(card.card)).toContain(link)
  })

  it('is declined for good: the ID is free again, and a new application may begin', async () => {
    const ann = await inReview('oak')
    const twin = await admin('oaktwin')
    await twin.says('enroll')
    await twin.presses('Next')
    expect((await twin.presses('Next', { 'MPN ID': SHARED })).text).toContain(
      `MPN ID ${SHARED} is linked to another tenant.`,
    )

    await opens('oak')
    expect((await grace.presses('Decline')).text).toContain('This is final')
    expect((await grace.presses('Decline', {})).text).toContain('Give a reason.')
    await grace.presses('Decline', { Reason: 'The company does not exist.' })
    await world.settle()
    expect(texts(ann.news())).toContain('Reason: The company does not exist.')
    expect((await ann.says('help')).text).toContain('Your application was declined')

    expect((await twin.presses('Next', { 'MPN ID': SHARED })).text).toContain('step 2 of 5')
    await ann.says('enroll')
    expect((await ann.presses('Next')).text).toContain('step 1 of 5')
    await twin.presses('Next', ADDRESS)
    await twin.presses('Next', { "That's me": true })
    await twin.presses('Next', { 'Support email': 'help@oaktwin.example' })
    await twin.presses('Next', { 'I may act for my company': true })
    expect((await twin.presses('Enroll now')).text).toContain('Enrollment: Submitted')
    await ann.presses('Next', { 'MPN ID': SHARED })
    expect(ann.sees.text).toContain(`MPN ID ${SHARED} is linked to another tenant.`)
  })

  it('may still be declined after it was rejected', async () => {
    const ann = await inReview('sorrel')
    await opens('sorrel')
    await grace.presses('Reject')
    await grace.presses('Reject', { Reason: 'Not yet.', 'What has to be fixed': ['Business'] })
    await grace.presses('Decline')
    await grace.presses('Decline', { Reason: 'Not at all.' })
    await world.settle()
    expect(texts(ann.news())).toContain('Reason: Not at all.')
    expect((await ann.says('status')).text).toContain('Enrollment: Declined')
  })

  it('is overdue after its day: the contact, the admins and the reviewers are told, once', async () => {
    const ann = await inReview('dogwood')
    grace.news()
    const mails = (await world.mails(OUTSIDER)).length
    await world.advance('P6D')
    await world.settle()
    expect(ann.news()).toHaveLength(0)
    await world.advance('P2D')
    await world.settle()
    expect(texts(ann.news())).toContain('Your review is taking longer than planned')
    expect(texts(grace.news())).toContain('Review overdue: Dogwood')
    const fresh = (await world.mails(OUTSIDER)).slice(0, -mails)
    expect(fresh.map(({ subject }) => subject)).toContain('Your review is taking longer than planned')
    expect((await ann.says('status')).text).toContain('Overdue since')
    expect((await grace.says('help')).text).toMatch(/overdue\./)
    grace.news()
    await world.advance('P5D')
    await world.settle()
    expect(ann.news()).toHaveLength(0)
    expect(texts(grace.news())).not.toContain('Dogwood')
  })

  it('can be withdrawn while it is reviewed; the reviewers hear of it and find nothing to decide', async () => {
    grace.news()
    const ann = await inReview('elm')
    const [called] = grace.news()
    await ann.says('status')
    await ann.presses('Withdraw')
    expect((await ann.presses('Yes')).text).toContain('Enrollment: Withdrawn')
    await world.settle()
    expect(texts(grace.news())).toContain('Application withdrawn: Elm')
    const late = await grace.presses('Review', {}, called && { on: called })
    expect(late.text).toContain('The current state is “Withdrawn”.')
    const again = await fillIn(ann, { mpnId: mpnIdOfCompany('elm') })
    expect((await ann.presses('Enroll now', {}, { on: again })).text).toContain('Enrollment: Submitted')
  })
})

describe('An application that is not decided yet', () => {
  const decide = async (company: string, button: string, form: Typed) => {
    await opens(company)
    await grace.presses(button)
    await grace.presses(button, form)
  }
  const WAYS: readonly [state: string, company: string, reach: (ann: Person, entry: Entry) => Promise<unknown>][] = [
    ['Draft', 'teak', (ann, entry) => fillIn(ann, entry)],
    ['Waiting for the primary contact', 'upas', (ann, entry) => apply(world, ann, entry)],
    ['In review', 'vine', () => inReview('vine')],
    [
      'Action required',
      'wattle',
      async () => {
        await inReview('wattle')
        await decide('wattle', 'Ask for documents', { 'Document name': 'Extract', 'Document type': 'Other' })
      },
    ],
    [
      'Rejected',
      'yew',
      async () => {
        await inReview('yew')
        await decide('yew', 'Reject', { Reason: 'No.', 'What has to be fixed': ['Business'] })
      },
    ],
  ]

  it.each(WAYS)('can be withdrawn by its admin (%s), and its ID is free again', async (state, company, reach) => {
    const ann = await admin(company)
    await reach(ann, { mpnId: mpnIdOfCompany(company) })
    const status = await ann.says('status')
    expect(status.text).toContain(`Enrollment: ${state}`)
    expect((await ann.presses('Withdraw')).text).toContain('Withdraw the application?')
    expect((await ann.presses('Cancel')).text).toContain(`Enrollment: ${state}`)
    await ann.presses('Withdraw')
    expect((await ann.presses('Yes')).text).toContain('Enrollment: Withdrawn')
    await world.settle()
    const again = await fillIn(ann, { mpnId: mpnIdOfCompany(company) })
    expect((await ann.presses('Enroll now', {}, { on: again })).text).toContain('Enrollment: Submitted')
  })

  it('cannot be withdrawn when it is decided: whoever asks is shown the decision', async () => {
    const ann = await admin('zelkova')
    await apply(world, ann, { mpnId: mpnIdOfCompany('zelkova') })
    const before = await ann.says('status')
    await ann.presses('Withdraw')
    const asked = ann.sees
    await confirm(world, ann.email)
    await world.settle()
    expect((await ann.presses('Yes', {}, { on: asked })).text).toContain('Enrollment: Approved')
    expect((await ann.presses('Withdraw', {}, { on: before })).text).toContain('Enrollment: Approved')
  })
})

describe('A company that transacts', () => {
  it('is suspended with a reason, keeps its people, and is reinstated', async () => {
    const ann = await admin('fir')
    await toActive(world, ann, { mpnId: mpnIdOfCompany('fir') })
    await ann.says('help')
    await ann.presses('Add me')
    ann.news()
    await opens('fir')
    await grace.presses('Suspend')
    expect((await grace.presses('Suspend', {})).text).toContain('Give a reason.')
    await grace.presses('Suspend', { Reason: 'Unpaid invoices.' })
    await world.settle()
    expect(texts(ann.news())).toContain('Reason: Unpaid invoices.')
    const home = await ann.says('help')
    expect(home.text).toContain('Your account is suspended')
    expect(home.text).toContain('Reason: Unpaid invoices.')
    expect((await ann.says('status')).text).toContain('Suspended: Unpaid invoices.')
    await ann.says('users')
    expect(titlesOf(ann.sees)).toContain('Add a user')

    await opens('fir')
    await grace.presses('Reinstate')
    await grace.presses('Reinstate', { Reason: 'All paid.' })
    await world.settle()
    expect(texts(ann.news())).toContain('Your CSP account is active again')
    expect((await ann.says('status')).text).toContain('Enrollment: Active')
  })
})

describe('Companies that do not enroll themselves', () => {
  it('are registered by a reviewer as a provider, who is offered the agreement', async () => {
    const ann = await admin('pine')
    await ann.says('help')
    ann.news()
    await grace.says('register a provider')
    expect((await grace.presses('Register', { Company: 'Nowhere Ltd.' })).text).toContain(
      "We couldn't find Nowhere Ltd.",
    )
    const done = await grace.presses('Register', { Company: tenantIdOf(indexOf('pine')) })
    expect(done.text).toContain('Pine is registered.')
    await world.settle()
    expect(texts(ann.news())).toContain('Your company was registered as an indirect provider')
    const home = await ann.says('help')
    expect(home.text).toContain('Pine · Indirect provider')
    expect(titlesOf(home)).toContain('Sign MPA')
  })

  it('are registered as a direct-bill partner, and marked for offboarding', async () => {
    const ann = await admin('holly')
    await ann.says('help')
    await grace.says('直接請求パートナーを登録')
    await grace.presses('Register', { Company: tenantIdOf(indexOf('holly')) })
    expect((await ann.says('help')).text).toContain('Holly · Direct-bill partner')

    await grace.says('mark for offboarding')
    await grace.presses('Confirm', { Company: tenantIdOf(indexOf('holly')) })
    await world.settle()
    expect(texts(ann.news())).toContain('identified for direct-bill offboarding')
    expect((await ann.says('help')).text).toContain('Your company is identified for direct-bill offboarding')
  })

  it('are no longer asked to finish the application they had begun', async () => {
    const ann = await admin('ivy')
    await ann.says('enroll')
    await ann.presses('Next')
    const old = await ann.presses('Next', { 'MPN ID': mpnIdOfCompany('ivy') })
    await grace.says('register a provider')
    await grace.presses('Register', { Company: tenantIdOf(indexOf('ivy')) })
    const home = await ann.says('help')
    expect(home.text).toContain('Ivy · Indirect provider')
    expect(home.text).not.toContain('Draft')
    expect(home.text).not.toContain('enrolls your company')
    expect((await ann.says('status')).text).not.toContain('Draft')
    const late = await ann.presses('Next', { 'Address line 1': 'x', City: 'x', 'Postal code': '98101' }, { on: old })
    expect(late.text).not.toContain('step 3')
  })

  it('are refused where the kind of company does not fit', async () => {
    await grace.says('mark for offboarding')
    expect((await grace.presses('Confirm', { Company: tenantIdOf(indexOf('pine')) })).text).toContain(
      'direct-bill partners',
    )
    await grace.says('register a provider')
    const customer = await grace.presses('Register', { Company: tenantIdOf(indexOf('rowan')) })
    expect(customer.text).toContain('a customer')
  })
})

describe('Decisions that are not for everybody', () => {
  it('are refused to whoever is no reviewer, and nothing is written', async () => {
    const ann = await admin('cedar')
    const sam = await world.person(OPERATOR.sam)
    const provider = await admin('quince')
    await opens('cedar')
    const application = grace.tapOf('Approve').data as { op: string; tenant: string; enrollment: string }
    for (const person of [ann, sam, provider]) await person.says('help')
    await world.settle()
    const before = world.stored()
    const reason = { reason: 'because' }
    const company = { company: tenantIdOf(indexOf('rowan')) }
    const forged: readonly (readonly [verb: string, data: object])[] = [
      ['reviews', {}],
      ['review', application],
      ['approve-enrollment', application],
      ['reject-form', application],
      ['reject-enrollment', { ...application, ...reason, fixes: 'business' }],
      ['documents-form', application],
      ['request-documents', { ...application, documentName: 'a', documentKind: 'tax' }],
      ['decline-form', application],
      ['decline-enrollment', { ...application, ...reason }],
      ['suspend-form', application],
      ['suspend', { ...application, ...reason }],
      ['reinstate', { ...application, ...reason }],
      ['register-form', { as: 'indirectProvider' }],
      ['register', { op: application.op, as: 'indirectProvider', ...company }],
      ['register', { op: application.op, as: 'directBill', ...company }],
      ['register', { op: application.op, as: 'offboarding', ...company }],
    ]
    for (const person of [ann, sam, provider]) {
      const answers = new Set<string>()
      for (const [verb, data] of forged) {
        const there = await person.taps(verb, data)
        expect(there.text).toContain('Only reviewers can do this.')
        answers.add(there.text)
        const nowhere = { ...data, tenant: tenantIdOf(99), enrollment: 'none', company: tenantIdOf(99) }
        answers.add((await person.taps(verb, nowhere)).text)
      }
      expect(answers.size).toBe(1)
    }
    await world.settle()
    expect(world.stored()).toEqual(before)
    expect((await ann.says('status')).text).toContain('Enrollment: In review')
  })

  it('find nothing where there is no such application', async () => {
    await opens('cedar')
    const { data } = grace.tapOf('Approve')
    const missing = await grace.taps('approve-enrollment', { ...data, enrollment: 'another' })
    expect(missing.text).toContain("We couldn't find another.")
    const nobody = await grace.taps('approve-enrollment', { ...data, tenant: tenantIdOf(99) })
    expect(nobody.text).toContain("We couldn't find")
  })
})
