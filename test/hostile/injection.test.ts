import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { OPERATOR, worldOf } from '../journeys/companies.ts'
import { type Person, startWorld, type World } from '../support/world.ts'
import { applicationIn } from './town.ts'

/** What people might call themselves to have others read, click or be notified of something else. */
const EVIL = '[Pay now](http://evil.example) <at>Everyone</at> ![x](http://evil.example/x.png) www.evil.example'
const ODD = `{{DATE(2020-01-01T00:00:00Z)}} \${company} &lt;b&gt; <b>x</b> **bold** {link} http://evil.example/?a=b`

let world: World
let ann: Person
let grace: Person
beforeAll(async () => {
  const users = [
    { who: 'ann', name: EVIL, directoryRoles: ['globalAdmin'] },
    { who: 'bob', name: ODD.slice(0, 100), directoryRoles: ['globalAdmin'] },
    { who: 'nil', name: `mailto:x@evil.example ${'http://evil.example/'.repeat(3)}` },
  ].map(({ who, ...one }, n) => ({
    aadObjectId: `0b000000-0000-4000-8000-00000000000${n}`,
    email: `${who}@alder.example`,
    locale: 'en-US',
    ...one,
  }))
  const more = { displayName: EVIL.slice(0, 100), legalName: ODD.slice(0, 100), users }
  world = await startWorld({ SANDBOX_WORLD: worldOf({ name: 'alder', more }) })
  ann = await world.person('ann@alder.example')
  grace = await world.person(OPERATOR.grace)
})
afterAll(() => world.close())

type Node = { readonly [property: string]: unknown }

/** Every text that a client reads as markdown, and every address that a card opens. */
function partsOf(card: unknown): { texts: string[]; urls: string[] } {
  const texts: string[] = []
  const urls: string[] = []
  const walk = (node: unknown): void => {
    if (Array.isArray(node)) for (const one of node) walk(one)
    if (Array.isArray(node) || node === null || typeof node !== 'object') return
    const { type, text, facts, url, data: _, ...rest } = node as Node
    if (type === 'TextBlock') texts.push(String(text))
    if (Array.isArray(facts)) for (const { title, value } of facts) texts.push(title, value)
    if (url !== undefined) urls.push(String(url))
    Object.values(rest).forEach(walk)
  }
  walk(card)
  return { texts, urls }
}

/** A text in which nothing is left that Teams would make a link, a picture, a mention, a date or bold. */
const isTame = (text: string): boolean =>
  !/(?<!\\)\[[^\]]*(?<!\\)\]\(/.test(text) &&
  !/(?<!\\)<\/?(at|b|a|img)\b/i.test(text) &&
  !/(?<!\\)\*\*/.test(text) &&
  !/\{\{(DATE|TIME)\(/.test(text) &&
  !/(?<!\\)&lt;/.test(text)

const EVERYTHING = {
  companyName: ODD.slice(0, 100),
  registrationId: '[1](http://evil.example)',
  addressLine1: EVIL.slice(0, 90),
  addressLine2: ODD.slice(0, 90),
  city: '<at>Seattle</at>',
  state: 'US-WA',
  postalCode: '98101',
  country: 'US',
}

async function everything(): Promise<unknown[]> {
  const cards: unknown[] = []
  const sees = async (shown: Promise<{ card: unknown }>) => void cards.push((await shown).card)
  const tap = (person: Person, verb: string, data: object) => sees(person.taps(verb, data))
  let key = 0
  const op = () => `inject-key-${String(++key).padStart(5, '0')}`

  await grace.says('help')
  await sees(ann.says('help'))
  await tap(ann, 'enroll-begin', { op: op() })
  await tap(ann, 'enroll-save-mpn', { op: op(), rev: 0, mpnId: EVIL })
  await tap(ann, 'enroll-save-mpn', { op: op(), rev: 0, mpnId: '7000001' })
  await tap(ann, 'enroll-save-legal', { op: op(), rev: 1, ...EVERYTHING, state: EVIL })
  await tap(ann, 'enroll-save-legal', { op: op(), rev: 1, ...EVERYTHING })
  const contact = { firstName: EVIL.slice(0, 50), lastName: ODD.slice(0, 50), isEnrollingUser: 'false' }
  await tap(ann, 'enroll-save-contact', { op: op(), rev: 2, ...contact, email: 'a@b.example\r\nBcc: x@evil.example' })
  await tap(ann, 'enroll-save-contact', { op: op(), rev: 2, ...contact, email: 'kim@elsewhere.example' })
  await tap(ann, 'enroll-save-support', {
    op: op(),
    rev: 3,
    supportEmail: 'a@b.example',
    supportWebsite: 'javascript:alert(1)',
  })
  await tap(ann, 'enroll-save-support', {
    op: op(),
    rev: 3,
    supportEmail: 'a@b.example',
    supportWebsite: 'https://evil.example/)[x](y',
  })
  await tap(ann, 'enroll-save-authority', { op: op(), rev: 4, adminWorkEmail: 'ann@alder.example', authority: 'true' })
  await tap(ann, 'enroll-submit', { op: op(), rev: 5 })
  await world.settle()
  const [mail] = await world.mails('kim@elsewhere.example')
  const link = mail?.links.find((one) => one.startsWith(`${world.url}/verify/`)) ?? ''
  const path = link.slice(world.url.length)
  const page = await world.get(path)
  expect(page.text).not.toMatch(/<at>|<b>x|href="http:\/\/evil|src=/i)
  await world.post(path, 'signedUp=yes&belongsToCompany=yes', { origin: world.url })
  await world.settle()
  await sees(grace.says('reviews'))
  const application = await applicationIn(grace)
  await tap(grace, 'review', application)
  const asked = { documentName: EVIL.slice(0, 90), documentKind: 'tax', documentNote: ODD }
  await tap(grace, 'request-documents', { op: op(), ...application, ...asked, documentLink: 'javascript:alert(1)' })
  // What a reviewer writes is the operator's own word, and may name a page.
  await tap(grace, 'request-documents', { op: op(), ...application, documentName: 'Extract', documentKind: 'tax' })
  await world.settle()
  await sees(ann.says('status'))
  await tap(ann, 'enroll-fix', {})
  const given = { ...EVERYTHING, ...asked, enrollment: application.enrollment }
  await tap(ann, 'enroll-resubmit', { op: op(), ...given, documentLink: 'data:text/html,x' })
  await tap(ann, 'enroll-resubmit', { op: op(), ...given, documentLink: 'https://evil.example@real.example/' })
  await tap(ann, 'enroll-resubmit', { op: op(), ...given, documentLink: 'https://papers.example/a' })
  await world.settle()
  await tap(grace, 'review', application)
  await tap(grace, 'reject-enrollment', { op: op(), ...application, reason: 'because', fixes: 'business' })
  await world.settle()
  await sees(ann.says('home'))
  await tap(ann, 'enroll-resubmit', {
    op: op(),
    ...given,
    companyName: EVIL.slice(0, 90),
    documentLink: 'https://papers.example/b',
  })
  await world.settle()
  await tap(grace, 'approve-enrollment', { op: op(), ...application, reason: 'because' })
  await world.settle()
  await tap(ann, 'accept-mpa', { op: op(), region: 'unitedStates', mpaAccepted: 'true' })
  await sees(ann.says('home'))
  await tap(ann, 'add-me', { op: op() })
  await world.settle()
  await tap(ann, 'add-user', {
    op: op(),
    name: `${EVIL.slice(0, 60)}\r\nBcc: x@evil.example`,
    email: 'zoe@alder.example',
    roles: 'SA',
  })
  await world.settle()
  await sees(ann.says('users'))
  await sees(ann.says('history'))
  await tap(ann, 'save-business-profile', {
    op: op(),
    about: `${EVIL} ${ODD}`,
    specialties: EVIL,
    email: 'a@b.example',
  })
  await tap(ann, 'business-profile', {})
  await tap(grace, 'suspend', { op: op(), ...application, reason: 'because' })
  await world.settle()
  await sees(ann.says('home'))
  await sees(ann.says('status'))
  return [...cards, ...world.connector.cards]
}

describe('What companies and people call themselves', () => {
  let cards: unknown[]
  beforeAll(async () => {
    cards = await everything()
  }, 60_000)

  it('is text on every card, never a link, a picture, a mention, a date or an expression', () => {
    expect(JSON.stringify(cards)).toContain('evil.example')
    const wild = cards.flatMap((card) => partsOf(card).texts.filter((text) => !isTame(text)))
    expect([...new Set(wild)]).toEqual([])
  })

  it('opens nothing but https addresses that somebody gave as one', () => {
    const urls = cards.flatMap((card) => partsOf(card).urls)
    expect(urls.filter((url) => !/^https:\/\/(papers\.example|aka\.ms|[\w.]*microsoft\.com)\//.test(url))).toEqual([])
    expect(urls).toContain('https://papers.example/a')
  })

  it('is in no mail a link, a second recipient or a header', async () => {
    const mails = await world.mails()
    expect(mails.length).toBeGreaterThan(8)
    for (const { to, subject, text, links } of mails) {
      expect(to).toMatch(/^[\w.]+@[\w.-]+$/)
      // biome-ignore lint/suspicious/noControlCharactersInRegex: that is what is looked for
      expect(subject).not.toMatch(/[\u0000-\u001f\u007f]/)
      expect(text).not.toMatch(/^bcc:/im)
      expect(text).not.toContain('{link}')
      const foreign = links.filter(
        (one) => !one.startsWith(world.url) && !/^https:\/\/[\w.]*microsoft\.com\//.test(one),
      )
      expect([subject, foreign]).toEqual([subject, []])
    }
  })
})
