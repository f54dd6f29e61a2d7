import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { mpnIdOf, OPERATOR, type Sketch } from '../journeys/companies.ts'
import { directBill, linkIn, AUTHORIZE as PARTNER, provider, TICK } from '../journeys/invited.ts'
import { BASIC, customer, DETAILS, passwordOn, REVIEW, SHOW, shopOf } from '../journeys/selling.ts'
import { apply, confirm } from '../journeys/way-in.ts'
import type { Person, Sandbox } from '../support/world.ts'
import { holds } from './recorder.ts'
import { addressesAreToldTo, addressesStayIn, linksStayIn, passwordStaysIn, ticketsStayIn } from './stays-in.ts'
import { type Remains, reads, startWitness, tokenIn, triesDoors, type Witness } from './witness.ts'

const COMPANIES: readonly Sketch[] = [
  { name: 'alder' },
  provider('harbor'),
  provider('lagoon'),
  directBill('dover'),
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
  contact: 'zqcontact@canary.example',
  signer: 'zqsigner@canary.example',
} as const

let witness: Witness
let world: Sandbox
let remains: Remains

const tokens: Record<string, string> = {}
let password = ''

beforeAll(async () => {
  witness = await startWitness(shopOf(...COMPANIES))
  world = witness.world
  await story()
  remains = await witness.remains()
}, 240_000)
afterAll(() => witness.close())

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
  for (const one of [harbor, alder, lagoon, sam]) await reads(witness, one)
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
  tokens.partner = tokenIn(link)
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
  tokens[kind] = tokenIn(link)
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
  await triesDoors(witness, Object.values(tokens), EMAILS.both)
  await triesDoors(witness, witness.tickets(), EMAILS.contact)
}

describe('After the whole story', () => {
  it('there is enough to search in', () => {
    const { log, documents, storedAs, liesInStore } = remains
    expect(log.length).toBeGreaterThan(300)
    expect(log.join('\n')).toContain('"event":"turn"')
    expect(Object.values(tokens).map((token) => token.length)).toEqual([43, 43, 43, 43])
    expect(documents.filter(({ place }) => /[|~]aud:|aud:/.test(place)).length).toBeGreaterThan(40)
    for (const email of Object.values(EMAILS)) expect([email, storedAs(email).length > 0]).toEqual([email, true])
    expect(liesInStore('Canary Toys')).toBe(true)
  })

  it.each([
    ['plain', (it: string) => `x${it}y`],
    ['escaped', (it: string) => `x${it.replace(/[-_]/g, '\\\\$&')}y`],
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
    passwordStaysIn(password, 'harbor', remains)
  })

  linksStayIn(
    { partner: ['harbor'], both: ['alder'], direct: ['dover'], provider: ['lagoon'] },
    (name) => tokens[name] ?? '',
    () => remains,
  )

  ticketsStayIn(() => remains)

  addressesStayIn(EMAILS, () => remains)

  addressesAreToldTo(
    {
      // The company itself, and the mailbox that is written to; support reads every company's history.
      enrollment: ['alder', EMAILS.enrollment, 'operator'],
      // Who invites, and who came with the link and reads whom it was sent to (R39, R63); Harbor is what Alder invites to as well.
      partner: ['alder', 'harbor', 'operator'],
      both: ['alder', 'cafe', 'harbor', 'operator'],
      direct: ['deli', 'dover', 'operator'],
      provider: ['esso', 'lagoon', 'operator'],
      // The provider that typed it; its reseller never (D15).
      contact: ['harbor'],
      signer: [],
    },
    EMAILS,
    () => remains,
  )
})
