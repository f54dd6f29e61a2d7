import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { tokenHash } from '../../domain/links.ts'
import { mpnIdOf, OPERATOR, type Sketch } from '../journeys/companies.ts'
import { cellsOf, checks, confirms, HEADING, jobOn, row } from '../journeys/in-bulk.ts'
import { joins, provider } from '../journeys/invited.ts'
import { outside, passwordOn, SHOW, shopOf, submits } from '../journeys/selling.ts'
import type { Person, Sandbox } from '../support/world.ts'
import { holds } from './recorder.ts'
import { addressesAreToldTo, addressesStayIn, linksStayIn, passwordStaysIn, ticketsStayIn } from './stays-in.ts'
import { type Remains, reads, startWitness, tokenIn, triesDoors, type Witness } from './witness.ts'

const COMPANIES: readonly Sketch[] = [
  { name: 'alder' },
  provider('harbor'),
  provider('lagoon'),
  { name: 'cafe', kind: 'customer' },
]

/** Addresses that stand in no directory: whoever reads one has read it here. */
const EMAILS = {
  ash: 'zqash@toys.example',
  bay: 'zqbay@toys.example',
  cob: 'zqcob@toys.example',
  dew: 'zqdew@toys.example',
  refused: 'zqrefused@toys.example',
  accepted: 'zqaccepted@post.example',
  drafted: 'zqdrafted@post.example',
  unknown: 'zqunknown@post.example',
  pasted: 'zqpasted@post.example',
  apart: 'zqapart@post.example',
} as const
/** What stands in files and names of files that nobody can read. */
const UNREAD = { file: 'zqfile@unread.example', name: 'zqname@unread.example' } as const

let witness: Witness
let world: Sandbox
let remains: Remains

const tokens: Record<string, string> = {}
const passwords: Record<string, string> = {}
/** Every file that anybody fetched, by the company. */
const files: { company: string; text: string }[] = []

beforeAll(async () => {
  witness = await startWitness(shopOf(...COMPANIES))
  world = witness.world
  await story()
  remains = await witness.remains()
}, 240_000)
afterAll(() => witness.close())

async function story() {
  const [harbor, colleague, alder, lagoon, cafe, sam] = [
    await world.person('ann@harbor.example'),
    await world.person('sal@harbor.example'),
    await world.person('ann@alder.example'),
    await world.person('ann@lagoon.example'),
    await world.person('ann@cafe.example'),
    await world.person(OPERATOR.sam),
  ]
  for (const one of [harbor, colleague, alder, lagoon, cafe, sam]) await one.says('language en')
  await joins(world, alder, mpnIdOf(0), harbor)
  const { job, tenants } = await creates(harbor)
  const [first = '', second = '', third = ''] = tenants
  passwords.first = await reveals(first, harbor, [colleague, alder, lagoon])
  await fetches(harbor, job)
  await invites(alder)
  await accepts(cafe)
  await pastes('pasted', harbor)
  await pastes('apart', lagoon)
  passwords.second = await reveals(second, harbor, [colleague, alder, lagoon])
  for (const one of [harbor, colleague, alder, lagoon, sam]) await reads(witness, one)
  for (const one of [harbor, colleague, alder, lagoon, cafe, sam])
    for (const question of QUESTIONS) await one.says(question)
  await harbor.says('language ja')
  await reads(witness, harbor)
  await harbor.says('language en')
  await triesDoors(witness, Object.values(tokens), EMAILS.accepted)
  await triesDoors(witness, witness.tickets(), EMAILS.ash)
  witness.looksAtStore()
  // Whatever told a password before anybody had seen it is found by what is learnt only now.
  passwords.third = await reveals(third, harbor, [])
}

const QUESTIONS = [
  `Who invited ${EMAILS.drafted}?`,
  `Is ${EMAILS.ash} a customer?`,
  'Where is the password of ash Toys Ltd.?',
  'Who did what at Harbor, and when?',
  `${EMAILS.pasted} の招待はどうなりましたか`,
]

/** Many new customers, of whom Partner Center refuses one and answers for two of them only when it is asked again. */
async function creates(agent: Person) {
  await checks(world, agent, 'newCustomers', [
    HEADING,
    ...(['ash', 'bay', 'cob', 'dew'] as const).map((name) => row(name, { email: EMAILS[name], reseller: 'Alder' })),
    row('contoso', { email: EMAILS.refused }),
  ])
  const job = jobOn(agent)
  await fetches(agent, job)
  for (const outcome of ['refused', 'unavailable', 'lostReply'])
    await world.fault({ port: 'partnerCenter', operation: 'createCustomer', times: 1, outcome })
  await agent.taps('bulk-progress', { bulk: job })
  await agent.presses('Confirm 4 rows')
  for (let tries = 0; tries < 4; tries++) {
    await world.settle()
    await world.advance('PT2M')
  }
  await world.settle()
  expect((await agent.taps('bulk-progress', { bulk: job })).text).toContain('Created\n3')
  witness.looksAtStore()
  await fetches(agent, job)
  const made = (await outside(world)).tenants.filter(({ displayName }) => /^(ash|bay|cob|dew) /.test(displayName))
  expect(made).toHaveLength(3)
  return { job, tenants: made.map(({ tenantId }) => tenantId) }
}

/** Others press the button first, then a client that shows no answer, then the owner, and everybody once more. */
async function reveals(tenant: string, owner: Person, others: readonly Person[]): Promise<string> {
  await owner.taps('customer', { tenant })
  const { verb, data } = owner.tapOf(SHOW)
  for (const one of others) await one.taps(verb, data)
  await submits(world, owner, verb, data)
  const password = passwordOn(await owner.taps(verb, data))
  for (const one of [...others, owner]) await one.taps(verb, data)
  await submits(world, owner, verb, data)
  await world.settle()
  witness.looksAtStore()
  return password
}

/** The results as a file. */
async function fetches(agent: Person, bulk: string): Promise<readonly string[][]> {
  await agent.taps('bulk-results', { bulk })
  const path = witness.ticket(agent, 'download')
  await world.get(path)
  const { status, text } = await world.post(path, '', { origin: world.url })
  expect(status).toBe(200)
  files.push({ company: agent.company.toLowerCase(), text })
  return cellsOf(text)
}

/** A file is handed in at the second try, checked, confirmed, done, and what came of it fetched. */
async function invites(agent: Person) {
  await agent.taps('bulk-start', { kind: 'invitations' })
  const path = witness.ticket(agent, 'upload')
  await world.get(path)
  expect(await handsIn(path, `\u0000\u0001${UNREAD.file}`, `${UNREAD.name}.exe`)).toBeGreaterThan(399)
  const rows = [
    "Language,Customer's email,Indirect provider",
    `,${EMAILS.accepted},Harbor`,
    `日本語,${EMAILS.drafted},Harbor`,
    `,${EMAILS.unknown},Summit`,
    `,${EMAILS.drafted},Harbor`,
    ',nobody,Harbor',
  ]
  expect(await handsIn(path, rows.join('\n'), `${UNREAD.name}.csv`)).toBe(200)
  await agent.presses('I have uploaded the file')
  await world.settle()
  await agent.presses('Refresh')
  await fetches(agent, jobOn(agent))
  await confirms(world, agent)
  const job = jobOn(agent)
  const results = await fetches(agent, job)
  tokens.accepted = tokenOf(results, EMAILS.accepted)
  tokens.drafted = tokenOf(results, EMAILS.drafted)
  await agent.presses('I have sent the emails')
  await world.settle()
  await fetches(agent, job)
}

async function handsIn(path: string, content: string, name: string): Promise<number> {
  const form = new FormData()
  form.set('file', new Blob([content]), name)
  const response = await fetch(`${world.url}${path}`, { method: 'POST', body: form, headers: { origin: world.url } })
  return response.status
}

const tokenOf = (rows: readonly string[][], email: string): string =>
  tokenIn(/http\S+\/i\/[\w-]{43}/.exec(rows.find((cells) => cells.at(-3) === email)?.at(-1) ?? '')?.[0] ?? '')

async function accepts(admin: Person) {
  const path = `/i/${tokens.accepted}`
  await world.get(path)
  await admin.says(`${world.url}${path}`)
  const done = await admin.presses('Authorize', {
    'I have read this and authorize Alder and Harbor for my company': true,
    'I have read the Microsoft Customer Agreement and accept it for my company': true,
  })
  expect(done.text).toContain('✓')
  await world.settle()
}

/** The same in Japanese, without a file. */
async function pastes(which: 'pasted' | 'apart', agent: Person) {
  await agent.says('language ja')
  await checks(world, agent, 'invitations', [EMAILS[which]])
  await confirms(world, agent)
  tokens[which] = tokenOf(await fetches(agent, jobOn(agent)), EMAILS[which])
  await agent.says('language en')
}

describe('After jobs in bulk', () => {
  it('there is enough to search in', () => {
    const { log, storedAs, tickets } = remains
    expect(log.length).toBeGreaterThan(300)
    expect(log.join('\n')).toContain('"event":"turn"')
    expect(new Set(Object.values(tokens)).size).toBe(4)
    expect(Object.values(tokens).map((token) => token.length)).toEqual([43, 43, 43, 43])
    expect(new Set(Object.values(passwords)).size).toBe(3)
    expect(tickets.size).toBeGreaterThan(10)
    expect(files.length).toBeGreaterThan(6)
    for (const email of Object.values(EMAILS)) expect([email, storedAs(email).length > 0]).toEqual([email, true])
    for (const email of Object.values(EMAILS))
      expect([email, files.some(({ text }) => text.includes(email))]).toEqual([email, true])
  })

  it.each(['first', 'second', 'third'])(
    'the password of the %s customer that was looked at stands in the one answer that showed it, and nowhere else',
    (which) => {
      passwordStaysIn(passwords[which] ?? '', 'harbor', remains)
      expect(files.filter(({ text }) => holds(text, passwords[which] ?? ''))).toEqual([])
    },
  )

  linksStayIn(
    { accepted: ['alder'], drafted: ['alder'], pasted: ['harbor'], apart: ['lagoon'] },
    (name) => tokens[name] ?? '',
    () => remains,
  )

  it.each(['accepted', 'drafted', 'pasted', 'apart'])(
    'the store knows the link of an invitation (%s) by its hash',
    (which) => {
      expect(remains.storedAs(tokenHash(tokens[which] ?? '')).length).toBeGreaterThan(0)
    },
  )

  ticketsStayIn(() => remains)

  addressesStayIn({ ...EMAILS, ...UNREAD }, () => remains)

  it('what could not be read was not kept', () => {
    expect(remains.storedAs(UNREAD.file)).toEqual([])
    expect(remains.readersOf(UNREAD.file)).toEqual([])
  })

  addressesAreToldTo(
    {
      // The provider that typed it; its reseller never (D15).
      ash: ['harbor'],
      bay: ['harbor'],
      cob: ['harbor'],
      dew: ['harbor'],
      refused: ['harbor'],
      accepted: ['alder', 'cafe', 'harbor', 'operator'],
      drafted: ['alder', 'harbor', 'operator'],
      // Whoever handed the file in reads it again in the results.
      unknown: ['alder'],
      pasted: ['harbor', 'operator'],
      apart: ['lagoon', 'operator'],
    },
    EMAILS,
    () => remains,
  )
})
