// Long, since it is one story of a provider, its reseller and their customers, and then a search through all it left behind.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { mpnIdOf, OPERATOR, type Sketch } from '../journeys/companies.ts'
import { linkIn, AUTHORIZE as PARTNER, provider, TICK } from '../journeys/invited.ts'
import { BASIC, customer, DETAILS, passwordOn, REVIEW, SHOW, shopOf } from '../journeys/selling.ts'
import { apply, confirm } from '../journeys/way-in.ts'
import { type FakeConnector, startFakeConnector } from '../support/fake-connector.ts'
import type { Shown } from '../support/shown.ts'
import type { Mail, Person, Resident, World } from '../support/world.ts'
import { type BotProcess, startBotProcess } from './bot-process.ts'
import { holds, keptIn, recordRequests, urlsIn, worldAround } from './recorder.ts'

const direct = (name: string): Sketch => ({
  name,
  kind: 'directBill',
  more: { agreements: [{ type: 'MPA', region: 'united-states', at: '2020-05-04' }] },
})
const COMPANIES: readonly Sketch[] = [
  { name: 'alder' },
  provider('harbor'),
  provider('lagoon'),
  direct('dover'),
  { name: 'cafe', kind: 'customer' },
  { name: 'deli', kind: 'customer' },
  { name: 'esso', kind: 'customer' },
]

/** Addresses that stand in no directory: whoever reads one has read it here. */
const EMAILS = {
  enrollment: 'zqenroll@alder.example',
  partner: 'zqpartner@post.example',
  both: 'zqboth@post.example',
  direct: 'zqdirect@post.example',
  provider: 'zqprovider@post.example',
  bulk: 'zqbulk@post.example',
  contact: 'zqcontact@canary.example',
  signer: 'zqsigner@canary.example',
} as const

const folder = mkdtempSync(join(tmpdir(), 'canaries-'))
let bot: BotProcess
let connector: FakeConnector
let world: World
let recorder: ReturnType<typeof recordRequests>
let residents: readonly Resident[] = []
let mails: readonly Mail[] = []
let kept: ReturnType<typeof keptIn>
let log: readonly string[] = []

const tokens: Record<string, string> = {}
const tickets: Record<string, string> = {}
let password = ''

const tokenOf = (link: string): string => /[\w-]{43}(?=$|\?)/.exec(link)?.[0] ?? ''
const ticketOn = ({ buttons }: Shown, part: 'upload' | 'download'): string => {
  const url = buttons.find((one) => one.url?.includes(`/${part}/`))?.url
  if (url === undefined) throw new Error(`no ${part} among ${buttons.map(({ title }) => title)}`)
  return new URL(url).pathname
}

beforeAll(async () => {
  bot = await startBotProcess({
    SANDBOX_WORLD: shopOf(...COMPANIES),
    LOG_LEVEL: 'trace',
    DATABASE_FILE: join(folder, 'bot.db'),
  })
  connector = await startFakeConnector()
  recorder = recordRequests(bot.url)
  world = worldAround(bot, connector, folder)
  await story()
  await world.settle()
  residents = JSON.parse((await world.get('/sandbox/people', 'application/json')).text) as Resident[]
  mails = await world.mails()
  kept = keptIn(folder)
  log = bot.output().trim().split('\n')
}, 240_000)
afterAll(async () => {
  recorder.stop()
  await bot.close()
  await connector.close()
  rmSync(folder, { recursive: true, force: true })
})

async function story() {
  const ann = (company: string) => world.person(`ann@${company}.example`)
  const [alder, harbor, lagoon, dover] = [
    await ann('alder'),
    await ann('harbor'),
    await ann('lagoon'),
    await ann('dover'),
  ]
  const sam = await world.person(OPERATOR.sam)
  for (const one of [alder, harbor, lagoon, dover, sam]) await one.says('language en')
  await enrolls(alder)
  await partners(harbor, alder)
  const [cafe, deli, esso] = [await ann('cafe'), await ann('deli'), await ann('esso')]
  await invites('both', alder, cafe, 'Alder and Harbor')
  await invites('direct', dover, deli, 'Dover')
  await invites('provider', lagoon, esso, 'Lagoon')
  await creates(harbor)
  await inBulk(harbor)
  await reads([harbor, alder, lagoon, sam])
  await asks([harbor, alder, lagoon, dover, cafe, sam])
  await fails(harbor, alder)
}

async function enrolls(admin: Person) {
  const contact = { 'First name': 'Zoe', 'Last name': 'Alder', Email: EMAILS.enrollment }
  await apply(world, admin, { mpnId: mpnIdOf(0), contact })
  await confirm(world, EMAILS.enrollment)
  await world.settle()
  await admin.says('sign mpa')
  await admin.presses('Accept and continue', {
    'I have read the Microsoft Partner Agreement and accept it for my company': true,
  })
  await world.settle()
}

async function partners(requester: Person, admin: Person) {
  await requester.says('request a partnership')
  const link = linkIn(await requester.presses('Next', { "Reseller's email": EMAILS.partner }))
  await requester.presses('Done')
  tokens.partner = tokenOf(link)
  await world.get(new URL(link).pathname)
  await admin.says(link)
  await admin.presses(PARTNER, TICK)
  await world.settle()
}

async function invites(kind: 'both' | 'direct' | 'provider', partner: Person, admin: Person, who: string) {
  await admin.says('language en')
  await partner.says(kind === 'both' ? 'invite new customers' : 'invite a customer')
  const link = linkIn(await partner.presses('Next', { "Customer's email": EMAILS[kind] }))
  await partner.presses('Done')
  tokens[kind] = tokenOf(link)
  await world.get(new URL(link).pathname)
  await admin.says(link)
  const done = await admin.presses('Authorize', {
    [`I have read this and authorize ${who} for my company`]: true,
    'I have read the Microsoft Customer Agreement and accept it for my company': true,
  })
  expect(done.text).toContain('✓')
  await world.settle()
}

async function creates(agent: Person) {
  await world.fault({ port: 'partnerCenter', operation: 'createCustomer', times: 1, outcome: 'lostReply' })
  await agent.says('resellers')
  await agent.presses('Add new customer')
  await agent.presses(
    DETAILS,
    customer('Canary', {
      "Customer's email": EMAILS.contact,
      'First name of the person who agreed': 'Sig',
      'Last name of the person who agreed': 'Toy',
      'Email of the person who agreed': EMAILS.signer,
    }),
  )
  await agent.presses(REVIEW, { Subscription: BASIC, 'Number of licenses': '2' })
  await agent.presses('Submit')
  await world.advance('PT1H')
  await world.settle()
  const [draft] = agent.sees.buttons.flatMap(({ data }) => ('draft' in data ? [data.draft] : []))
  await agent.taps('new-customer', { draft })
  password = passwordOn(await agent.presses(SHOW))
  await agent.presses('Done')
  await world.settle()
}

/** A file is handed in, checked, confirmed, done, and what came of it fetched. */
async function inBulk(agent: Person) {
  await agent.taps('bulk-start', { kind: 'invitations' })
  const path = ticketOn(agent.sees, 'upload')
  tickets.upload = tokenOf(path)
  await world.get(path)
  const form = new FormData()
  form.set('file', new Blob([`email\n${EMAILS.bulk}\nnobody\n`]), 'zq.csv')
  const sent = await fetch(`${bot.url}${path}`, { method: 'POST', body: form, headers: { origin: bot.url } })
  expect(sent.status).toBe(200)
  await agent.presses('I have uploaded the file')
  await world.settle()
  await agent.presses('Refresh')
  await agent.presses('Confirm 1 row')
  await world.settle()
  await agent.presses('Refresh')
  const file = ticketOn(await agent.presses('Get all rows as a file'), 'download')
  tickets.bulk = tokenOf(file)
  const rows = (await world.post(file, '', { origin: bot.url })).text
  expect(rows).toContain(EMAILS.bulk)
  tokens.bulk = tokenOf(/http\S+\/i\/[\w-]{43}/.exec(rows)?.[0] ?? '')
}

async function reads(people: readonly Person[]) {
  for (const person of people) {
    await person.says('history')
    const path = ticketOn(await person.presses('CSV file'), 'download')
    tickets[person.email] = tokenOf(path)
    await world.get(path)
    expect((await world.post(path, '', { origin: bot.url })).status).toBe(200)
    for (const place of [
      'invitations',
      'all invitations',
      'customers',
      'home',
      'users',
      'status',
      'resellers',
      'providers',
    ])
      await person.says(place)
  }
}

const QUESTIONS = [
  'Who invited zqboth@post.example?',
  'Is zqcontact@canary.example a customer?',
  'Why can Alder not sell to Canary Toys Ltd.?',
  'Where is the password of Canary Toys Ltd.?',
  'Who did what at Harbor, and when?',
  'zqprovider@post.example の招待はどうなりましたか',
]

async function asks(people: readonly Person[]) {
  for (const person of people) for (const question of QUESTIONS) await person.says(question)
}

async function fails(harbor: Person, alder: Person) {
  for (const outcome of ['refused', 'unavailable', 'lostReply']) {
    for (const [port, operation] of [
      ['directory', 'person'],
      ['partnerCenter', 'createCustomer'],
      ['partnerCenter', 'offers'],
      ['mailer', 'send'],
    ] as const)
      await world.fault({ port, operation, times: 1, outcome }).catch(() => undefined)
    await harbor.says('customers').catch(() => undefined)
    await alder.says('invite new customers').catch(() => undefined)
    await alder.presses('Next', { "Customer's email": EMAILS.both }).catch(() => undefined)
    await world.settle()
  }
  const all = [...Object.values(tokens), ...Object.values(tickets)]
  for (const token of all)
    for (const path of ['i', 'upload', 'download', 'verify']) {
      await world.get(`/${path}/${token}`)
      await world.post(`/${path}/${token}`, `email=${EMAILS.both}`, { origin: bot.url })
    }
  for (const body of [`{"email":"${EMAILS.contact}"`, `["${EMAILS.contact}"]`, EMAILS.contact])
    await world.post('/api/messages', body, { 'content-type': 'application/json' })
}

/** Whose people were told something that they did not bring themselves: in an answer, a message, a file, or a mail. */
function readersOf(secret: string): readonly string[] {
  const company = (id: string | undefined) =>
    residents.find(({ aadObjectId }) => aadObjectId === id)?.company.toLowerCase() ?? id
  const brought = recorder.exchanges.filter(({ url, asked }) => holds(`${url} ${asked}`, secret))
  const answered = recorder.exchanges
    .filter((one) => !brought.includes(one) && !one.url.includes('/sandbox/') && holds(one.body, secret))
    .map(({ who, url }) => (who === undefined ? pageOf(url) : company(who)))
  const broughtBy = new Set(brought.flatMap(({ activity }) => activity ?? []))
  const sent = connector.sent
    .filter(({ activity }) => !broughtBy.has(activity.replyToId ?? '') && holds(JSON.stringify(activity), secret))
    .map(({ conversationId }) => company(conversationId.replace(/^a:/, '')))
  const mailed = mails.filter((mail) => holds(JSON.stringify(mail), secret)).map(({ to }) => companyOf(to))
  return [...new Set([...answered, ...sent, ...mailed])].map(String).toSorted()
}

/** A file is its holder's. */
function pageOf(url: string): string {
  const [, part, token] = new URL(url).pathname.split('/')
  const of = Object.entries(tickets).find(([, ticket]) => ticket === token)?.[0]
  return of === undefined ? `page ${part}` : companyOf(of)
}

/** Of an address in a directory; the bulk job is Harbor's. */
function companyOf(email: string): string {
  const found = residents.find((one) => one.email === email)
  return found?.company.toLowerCase() ?? (email.includes('@') ? email : 'harbor')
}

const logged = (secret: string) => log.filter((line) => holds(line, secret))
const storedAs = (secret: string) => kept.documents.filter(({ place, body }) => holds(`${place} ${body}`, secret))
const produced = () => [
  ...recorder.exchanges.flatMap(({ url, head, body }) => [url, ...urlsIn(head), ...urlsIn(body)]),
  ...connector.sent.flatMap(({ activity }) => urlsIn(JSON.stringify(activity))),
  ...mails.flatMap(({ text, links }) => [...urlsIn(text), ...links]),
]

/** The link itself, the mail that its owner sends it with, where its page leads, and the addresses that the story tried it at. */
const leadsThere = (url: string, token: string): boolean =>
  ['i', 'upload', 'download', 'verify'].some((path) => url.startsWith(`${bot.url}/${path}/${token}`)) ||
  url.startsWith('mailto:') ||
  url.startsWith(`${bot.url}/sandbox?code=${token}`)

describe('After the whole story', () => {
  it('there is enough to search in', () => {
    expect(log.length).toBeGreaterThan(300)
    expect(log.join('\n')).toContain('"event":"turn"')
    expect(Object.values(tokens).every((token) => token.length === 43)).toBe(true)
    expect(Object.values(tickets).every((token) => token.length === 43)).toBe(true)
    expect(Object.keys(tokens)).toHaveLength(5)
    expect(kept.documents.filter(({ place }) => /[|~]aud:|aud:/.test(place)).length).toBeGreaterThan(40)
    for (const email of Object.values(EMAILS)) expect([email, storedAs(email).length > 0]).toEqual([email, true])
    expect(holds(kept.bytes, 'Canary Toys')).toBe(true)
    expect(password.length).toBeGreaterThan(7)
  })

  it.each([
    ['plain', (it: string) => `x${it}y`],
    ['in hex', (it: string) => Buffer.from(`x${it}y`).toString('hex')],
    ['in base64', (it: string) => Buffer.from(`x${it}y`).toString('base64')],
    ['in base64, one further', (it: string) => Buffer.from(`xy${it}z`).toString('base64url')],
    ['in an address', (it: string) => `?a=${encodeURIComponent(it)}`],
    ['as its bytes in hex', (it: string) => Buffer.from(it, 'base64url').toString('hex')],
  ])('a secret would be found %s', (_, hidden) => {
    const token = tokens.both ?? ''
    expect(holds(hidden(token), token)).toBe(true)
    expect(holds(hidden(token), tokens.direct ?? '')).toBe(false)
  })

  it('the password stands in the one answer that showed it, and nowhere else at all', () => {
    const shown = recorder.exchanges.filter(({ body }) => holds(body, password))
    expect(shown).toHaveLength(1)
    expect(readersOf(password)).toEqual(['harbor'])
    expect(logged(password)).toEqual([])
    expect(produced().filter((url) => holds(url, password))).toEqual([])
    expect(storedAs(password)).toEqual([])
    expect(holds(kept.bytes, password)).toBe(false)
  })

  it.each(['partner', 'both', 'direct', 'provider', 'bulk'])(
    'the link of an invitation (%s) is in no log and nowhere in the store',
    (which) => {
      const token = tokens[which] ?? ''
      expect(logged(token)).toEqual([])
      expect(storedAs(token)).toEqual([])
      expect(holds(kept.bytes, token)).toBe(false)
      expect(produced().filter((url) => holds(url, token) && !leadsThere(url, token))).toEqual([])
    },
  )

  it.each([
    ['partner', ['harbor']],
    ['both', ['alder']],
    ['direct', ['dover']],
    ['provider', ['lagoon']],
    ['bulk', ['harbor']],
  ])('the link of an invitation (%s) was told to nobody but who invites: %j', (which, readers) => {
    expect(readersOf(tokens[which] ?? '')).toEqual(readers)
  })

  it('a ticket for a file is its holder’s alone, and in no log and nowhere in the store', () => {
    for (const [which, ticket] of Object.entries(tickets)) {
      expect([which, logged(ticket)]).toEqual([which, []])
      expect([which, storedAs(ticket)]).toEqual([which, []])
      expect([which, holds(kept.bytes, ticket)]).toEqual([which, false])
      expect([which, readersOf(ticket)]).toEqual([which, [companyOf(which)]])
    }
  })

  it.each(Object.entries(EMAILS))('the address of the %s is in no log', (_, email) => {
    expect(logged(email)).toEqual([])
  })

  it.each(Object.entries(EMAILS))('the address of the %s is in no URL', (_, email) => {
    expect(produced().filter((url) => holds(url, email) && !url.startsWith(`mailto:${email}`))).toEqual([])
  })

  it.each(Object.entries(EMAILS))(
    'the address of the %s is in no answer that says that something went wrong',
    (_, email) => {
      const wrong = recorder.exchanges.filter(({ status, body }) => status >= 400 || /"statusCode":[45]/.test(body))
      expect(wrong.length).toBeGreaterThan(50)
      expect(wrong.filter(({ head, body }) => holds(`${head}${body}`, email))).toEqual([])
    },
  )

  it.each([
    // The company itself, and the mailbox that is written to; support reads every company's history.
    ['enrollment', ['alder', EMAILS.enrollment, 'operator']],
    // Who invites, and who came with the link and reads whom it was sent to (R39, R63); Harbor is what Alder invites to as well.
    ['partner', ['alder', 'harbor', 'operator']],
    ['both', ['alder', 'cafe', 'harbor', 'operator']],
    ['direct', ['deli', 'dover', 'operator']],
    ['provider', ['esso', 'lagoon', 'operator']],
    ['bulk', ['harbor', 'operator']],
    // The provider that typed it; its reseller never (D15).
    ['contact', ['harbor']],
    ['signer', []],
  ] as const)('the address of the %s was told to those alone who have to do with it: %j', (which, readers) => {
    expect(readersOf(EMAILS[which])).toEqual(readers.toSorted())
  })
})
