import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { worldOf } from '../journeys/companies.ts'
import type { Sandbox } from '../support/world.ts'
import { startWitness, type Witness } from './witness.ts'

/** Words that stand in nothing but in what people are, type and are sent. */
const CANARIES = [
  'zqcompany',
  'zqlegal',
  'zqadmin',
  'zqstreet',
  'zqcontact',
  'zqsupport',
  'zqwebsite',
  'zqemployee',
  'zqreason',
  'zqdocument',
  'zqtyped',
  'zqheader',
  'zqbody',
  'zqfault',
  'zqabout',
  '7654321',
  '+1 555 0123',
]

let witness: Witness
let world: Sandbox
let secrets: readonly string[] = []

const post = (path: string, body: string, headers: Record<string, string> = {}) =>
  fetch(`${world.url}${path}`, { method: 'POST', body, headers, redirect: 'manual' })
const json = { 'content-type': 'application/json' }

beforeAll(async () => {
  const users = [
    {
      aadObjectId: '0a000000-0000-4000-8000-000000000001',
      name: 'Zqadmin Person',
      email: 'zqadmin@zqcompany.example',
      directoryRoles: ['globalAdmin'],
    },
  ]
  const more = { displayName: 'Zqcompany', legalName: 'Zqlegal Ltd.', users }
  const file = worldOf({ name: 'zqcompany', mpnId: '7654321', more })
  witness = await startWitness(file)
  world = witness.world
}, 60_000)
afterAll(() => witness.close())

describe('A whole life with the log at its most talkative', () => {
  it('runs from the first word to a new employee, with a reviewer in between', { timeout: 60_000 }, async () => {
    const admin = await world.person('zqadmin@zqcompany.example')
    const grace = await world.person('grace@desk.example')
    await grace.says('help')
    await admin.says('zqtyped nonsense')
    await admin.says('enroll')
    await admin.presses('Next')
    await admin.presses('Next', { 'MPN ID': '7654321' })
    await admin.presses('Next', {
      'Address line 1': '1 Zqstreet',
      City: 'Seattle',
      'State or prefecture': 'Washington',
      'Postal code': '98101',
    })
    await admin.presses('Next', {
      'First name': 'Zqcontact',
      'Last name': 'Person',
      Email: 'zqcontact@elsewhere.example',
      Phone: '+1 555 0123',
    })
    await admin.presses('Next', {
      'Support email': 'zqsupport@support.example',
      'Support website': 'https://zqwebsite.example/',
    })
    await admin.presses('Next', { 'I may act for my company': true })
    await admin.presses('Enroll now')
    await world.settle()
    const [link] = (await world.mails()).flatMap(({ links }) => links.filter((one) => one.includes('/verify/')))
    const path = new URL(link ?? '').pathname
    const form = 'signedUp=yes&belongsToCompany=yes&answer=confirm'
    await fetch(`${world.url}${path}`)
    await post(path, form, { origin: world.url, 'content-type': 'application/x-www-form-urlencoded' })
    await world.settle()
    await grace.says('reviews')
    await grace.presses('Review')
    const application = grace.sees.buttons.find(({ data }) => data.enrollment !== undefined)?.data ?? {}
    await grace.taps('reject-enrollment', {
      ...application,
      op: 'zqzqzqzqzqzqzq01',
      reason: 'zqreason',
      fixes: 'business',
    })
    await world.settle()
    await admin.says('status')
    const fix = admin.sees.buttons.find(({ verb }) => verb === 'enroll-fix')
    expect(fix).toBeDefined()
    await admin.taps('enroll-fix', {})
    const again = admin.sees.buttons.find(({ verb }) => verb === 'enroll-resubmit')?.data ?? {}
    await admin.taps('enroll-resubmit', {
      ...again,
      companyName: 'Zqlegal Ltd.',
      addressLine1: '2 Zqstreet',
      city: 'Seattle',
      state: 'US-WA',
      postalCode: '98101',
      country: 'US',
      documentName: 'zqdocument',
      documentKind: 'other',
      documentLink: 'https://zqdocument.example/zqdocument',
    })
    await world.settle()
    await grace.taps('approve-enrollment', { ...application, op: 'zqzqzqzqzqzqzq02' })
    await world.settle()
    await admin.taps('accept-mpa', { op: 'zqzqzqzqzqzqzq03', region: 'unitedStates', mpaAccepted: 'true' })
    await admin.says('sign mpa')
    await admin.says('home')
    await admin.presses('Add me')
    await world.settle()
    const employee = { name: 'Zqemployee', email: 'zqemployee@zqcompany.example', roles: 'SA' }
    await admin.taps('add-user', { op: 'zqzqzqzqzqzqzq04', ...employee })
    await world.settle()
    const passwordMail = (await world.mails()).find(({ to }) => to === employee.email)
    const password = /Temporary password: (\S+)/.exec(passwordMail?.text ?? '')?.[1] ?? ''
    expect(password).not.toBe('')
    secrets = [path.split('/').at(-1) ?? '', password]
    expect(secrets[0]).toMatch(/^[\w-]{43}$/)
    const zoe = await world.person(employee.email)
    await zoe.says('help')
    await zoe.presses('I have changed my password')
    await admin.taps('save-business-profile', {
      op: 'zqzqzqzqzqzqzq05',
      about: 'zqabout',
      specialties: 'a',
      email: 'a@b.example',
    })
  })

  it('goes on through every kind of fault', { timeout: 60_000 }, async () => {
    const admin = await world.person('zqadmin@zqcompany.example')
    for (const outcome of ['refused', 'unavailable', 'lostReply']) {
      await world.fault({ port: 'directory', operation: 'person', times: 1, outcome })
      await admin.says('zqtyped').catch(() => undefined)
      await world.fault({ port: 'mailer', operation: 'send', times: 1, outcome })
      await world.fault({ port: 'directory', operation: 'createUser', times: 1, outcome })
      const employee = { name: 'Zqemployee', email: `zqemployee.${outcome}@zqcompany.example`, roles: 'SA' }
      await admin.taps('add-user', { op: `zqzqzqzqzqzq${outcome.slice(0, 4)}`, ...employee })
      await world.settle()
    }
    await admin.taps('add-user', {
      op: 'zqzqzqzqzqzqzq06',
      name: 'Zqemployee',
      email: 'zqemployee@zqcompany.example',
      roles: 'SA',
    })
    world.connector.script([
      { status: 403, body: { error: { code: 'BotNotInConversationRoster', message: 'zqfault' } } },
      { status: 400, body: { error: 'zqfault' } },
      { status: 500, body: { error: 'zqfault' } },
      { reset: true },
      { status: 429, headers: { 'retry-after': 'zqfault' }, body: {} },
    ])
    for (let turn = 0; turn < 5; turn++) await admin.says('help').catch(() => undefined)
    const bodies = [
      'zqbody',
      '{"type":"zqbody"}',
      '{"zqbody":',
      '["zqbody"]',
      JSON.stringify({ type: 'invoke', name: 'zqbody', value: 'zqbody' }),
      'zqbody'.repeat(60_000),
    ]
    for (const body of bodies) {
      for (const headers of [json, { 'content-type': 'zqheader' }, { ...json, 'content-encoding': 'zqheader' }]) {
        await post('/api/messages', body, { ...headers, authorization: 'Bearer zqheader', 'x-zqheader': 'zqheader' })
        await post('/verify/zqtyped', body, { origin: 'http://zqheader.example' })
        await post('/sandbox/clock', body, headers)
        await post('/zqtyped', body, headers)
      }
    }
    await fetch(`${world.url}/verify/zqtyped?lang=zqtyped`, { headers: { 'accept-language': 'zqheader' } })
    await fetch(`${world.url}/zqtyped/%zqtyped`)
    await world.settle()
    expect((await fetch(`${world.url}/livez`)).status).toBe(200)
  })

  it('has written a log, and in it no name, address, word, link or password of anybody', async () => {
    const { log: lines } = await witness.remains()
    expect(lines.length).toBeGreaterThan(100)
    for (const line of lines) expect(() => JSON.parse(line)).not.toThrow()
    for (const canary of [...CANARIES, ...secrets]) {
      expect([canary, lines.filter((line) => line.toLowerCase().includes(canary.toLowerCase()))]).toEqual([canary, []])
    }
  })

  it('has kept neither the link nor the password in any file', async () => {
    const { liesInStore } = await witness.remains()
    expect(liesInStore('zqcompany')).toBe(true)
    expect(secrets).toHaveLength(2)
    for (const secret of secrets) expect(liesInStore(secret)).toBe(false)
  })
})
