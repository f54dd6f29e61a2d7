import { randomBytes } from 'node:crypto'
import { request } from 'node:http'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type SandboxClock, sandboxClock } from '../../../bot/sandbox/clock.ts'
import { type SandboxDirectory, sandboxDirectory } from '../../../bot/sandbox/directory.ts'
import { type Faults, newFaults } from '../../../bot/sandbox/faults.ts'
import { type SandboxMailer, sandboxMailer } from '../../../bot/sandbox/mailer.ts'
import { sandboxPages } from '../../../bot/sandbox/pages.ts'
import { type SandboxPartnerCenter, sandboxPartnerCenter } from '../../../bot/sandbox/partner-center.ts'
import { chatWindows } from '../../../bot/sandbox/windows.ts'
import { readWorld } from '../../../bot/sandbox/world.ts'
import { createServer, type Server } from '../../../bot/server.ts'
import { openSqliteStore } from '../../../domain/store/sqlite-store.ts'

const world = readWorld(fileURLToPath(new URL('../../../bot/sandbox/world.json', import.meta.url)))
const store = openSqliteStore(':memory:')
const silent = () => undefined
const log = { debug: silent, error: silent, trace: silent, warn: silent }
const publicUrl = 'https://bot.aozora.example'

let server: Server
let port: number
let clock: SandboxClock
let mailer: SandboxMailer
let directory: SandboxDirectory
let partnerCenter: SandboxPartnerCenter
let faults: Faults
let done: string[] = []

beforeAll(async () => {
  clock = await sandboxClock(store)
  mailer = sandboxMailer(store, clock, randomBytes(32))
  directory = sandboxDirectory(world, store, clock)
  partnerCenter = sandboxPartnerCenter(world, store, clock)
  faults = newFaults()
  const settle = async () => void done.push('settle')
  const runDue = async () => void done.push('runDue')
  const windows = chatWindows(world, 56150)
  const pages = sandboxPages({
    world,
    clock,
    directory,
    partnerCenter,
    mailer,
    faults,
    settle,
    runDue,
    publicUrl,
    windows,
  })
  const messages = async () => undefined
  server = createServer({ host: '127.0.0.1', port: 0, messages, pages, ready: async () => true, log })
  port = (await server.listen()).port
})

afterAll(async () => {
  await server.close()
  await store.close()
})

beforeEach(() => {
  done = []
})

type Answer = { status: number; headers: NodeJS.Dict<string | string[]>; text: string }

const call = (method: string, path: string, headers: Record<string, string> = {}, body = ''): Promise<Answer> => {
  const { promise, resolve, reject } = Promise.withResolvers<Answer>()
  const sent = request({ host: '127.0.0.1', port, method, path, headers, agent: false }, (answer) => {
    const chunks: Buffer[] = []
    answer.on('data', (chunk: Buffer) => chunks.push(chunk))
    answer.on('end', () =>
      resolve({ status: answer.statusCode ?? 0, headers: answer.headers, text: Buffer.concat(chunks).toString() }),
    )
  })
  sent.on('error', reject)
  sent.end(body)
  return promise
}

const post = (path: string, body: unknown, headers: Record<string, string> = {}) =>
  call(
    'POST',
    path,
    { 'content-type': 'application/json', ...headers },
    typeof body === 'string' ? body : JSON.stringify(body),
  )

const JSON_PLEASE = { accept: 'application/json' }

const ROUTES = [
  ['GET', '/sandbox'],
  ['GET', '/sandbox/mail'],
  ['GET', '/sandbox/outside'],
  ['GET', '/sandbox/people'],
  ['POST', '/sandbox/settle'],
  ['POST', '/sandbox/clock'],
  ['POST', '/sandbox/fault'],
] as const

describe('the sandbox pages', () => {
  describe.each(ROUTES)('%s %s', (method, path) => {
    it.each([
      ['another host name', { host: 'evil.example' }],
      ['a host name that looks like ours', { host: 'localhost.evil.example' }],
      ['another site', { origin: 'https://evil.example' }],
      ['another port of this machine', { origin: 'http://localhost:56150' }],
      ['no origin to speak of', { origin: 'null' }],
      ['a link of another site', { 'sec-fetch-site': 'cross-site' }],
      ['a link of another port', { 'sec-fetch-site': 'same-site' }],
    ])('is closed to %s', async (_, headers) => {
      const before = clock.now().slice(0, 10)
      const answer = await call(
        method,
        path,
        { ...headers } as Record<string, string>,
        method === 'POST' ? '{"advance":"P300D"}' : '',
      )
      expect(answer.status).toBe(403)
      expect(answer.text).not.toContain('Sandbox')
      expect(done).toEqual([])
      expect(clock.now().slice(0, 10)).toBe(before)
    })

    it.each([
      ['127.0.0.1', {}],
      ['localhost', { host: 'localhost:3978' }],
      ['IPv6', { host: '[::1]:3978' }],
      ['the public address', { host: 'bot.aozora.example', origin: publicUrl }],
      ['its own page', { host: 'localhost:3978', origin: 'http://localhost:3978', 'sec-fetch-site': 'same-origin' }],
      ['an address typed by hand', { 'sec-fetch-site': 'none' }],
    ])('is open to %s', async (_, headers) => {
      const answer = await call(method, path, { ...headers } as Record<string, string>)
      expect(answer.status).toBe(path.endsWith('clock') || path.endsWith('fault') ? 400 : 200)
    })
  })

  it('lead to the windows and the mailbox, in both languages', async () => {
    const { text, headers } = await call('GET', '/sandbox')
    expect(headers['content-type']).toContain('text/html')
    expect(text).toContain('href="/sandbox/mail"')
    for (const at of [0, 1, 2, 3, 4]) expect(text).toContain(`href="http://localhost:${56150 + at}"`)
    expect(text).toContain('青木 太郎')
    expect(text).toContain('support agent')
    expect(text).toContain('サポート担当者')
  })

  it('show the code of an invitation that was opened “in Teams”', async () => {
    const code = 'aB3-_cdEfGhIjKlMnOpQrStUvWxYz0123456789AbCd'
    const { text } = await call('GET', `/sandbox?code=${code}`)
    expect(text).toContain(`<code>${code}</code>`)
    expect(text).toContain('チャット ウィンドウ')
    expect(text).not.toContain('Copy this message')
    const { text: plain } = await call('GET', '/sandbox')
    for (const part of ['Copy this code', 'Copy this message']) expect(plain).not.toContain(part)
  })

  it('show the message that a button of a posted card takes along, as it is and not without end', async () => {
    const asked = async (message: string) =>
      (await call('GET', `/sandbox?code=${encodeURIComponent(message)}`)).text.replace(/<style>.*<\/style>/s, '')
    const text = await asked('青空ソフトは取引を開始できますか')
    for (const part of ['<code>青空ソフトは取引を開始できますか</code>', 'Copy this message', 'ご自身のチャット'])
      expect(text).toContain(part)
    expect(text).not.toContain('Copy this code')
    expect(await asked('<b>&')).toContain('<code>&lt;b&gt;&amp;</code>')
    expect(await asked('x'.repeat(5000))).not.toContain('x'.repeat(301))
  })

  it('say which MPN IDs a newcomer may try, and what comes of them', async () => {
    const { text } = await call('GET', '/sandbox')
    const hint = (mpnId: string) => new RegExp(`<code>${mpnId}</code> <small>([^<]*) <`).exec(text)?.[1]
    expect(hint('4200201')).toBe('works')
    expect(hint('4200200')).toBe('a global account')
    expect(hint('4200202')).toBe('not active (pending)')
    expect(hint('4200205')).toBe('in another country (US)')
    expect(hint('4200206')).toBe('not moved to Partner Center yet')
    expect(hint('4200207')).toBe('in use by 青空クラウド')
    expect(hint('4100101')).toBeUndefined()
  })

  it('show the mailbox as JSON and as a page, newest first, and escaped', async () => {
    const text = '<b>確認</b> してください: http://localhost:3978/verify/abc?a=1&b=2\n'
    await mailer.send({ to: 'a@aozora.example', subject: 'first', text: 'one' }, 'one')
    await mailer.send({ to: 'b@aozora.example', subject: 'Q & <A>', text }, 'two')
    const mails: unknown = JSON.parse((await call('GET', '/sandbox/mail', JSON_PLEASE)).text)
    expect(mails).toEqual([
      {
        to: 'b@aozora.example',
        subject: 'Q & <A>',
        text,
        links: ['http://localhost:3978/verify/abc?a=1&b=2'],
        at: expect.stringMatching(/Z$/),
      },
      { to: 'a@aozora.example', subject: 'first', text: 'one', links: [], at: expect.stringMatching(/Z$/) },
    ])
    const page = (await call('GET', '/sandbox/mail', { accept: 'text/html' })).text
    expect(page).toContain('Q &amp; &lt;A&gt;')
    expect(page).toContain('&lt;b&gt;確認')
    expect(page).not.toContain('<b>')
    expect(page).toContain('<a href="http://localhost:3978/verify/abc?a=1&amp;b=2">')
  })

  it('move the clock, then run what fell due', async () => {
    const before = Date.parse(clock.now())
    const answer = await post('/sandbox/clock', { advance: 'P3D' })
    expect(answer.status).toBe(200)
    const { now } = JSON.parse(answer.text) as { now: string }
    expect(Date.parse(now) - before).toBeGreaterThanOrEqual(3 * 24 * 3600 * 1000)
    expect(done).toEqual(['runDue'])
    const form = await call(
      'POST',
      '/sandbox/clock',
      { 'content-type': 'application/x-www-form-urlencoded' },
      'advance=PT1H',
    )
    expect([form.status, form.headers.location]).toEqual([303, '/sandbox'])
    expect((await sandboxClock(store)).now() > now).toBe(true)
  })

  it.each([
    ['', 'advance: give an ISO-8601 duration'],
    ['{', 'send a JSON object'],
    [{}, 'advance: give an ISO-8601 duration'],
    [{ advance: 3 }, 'advance: give an ISO-8601 duration'],
    [{ advance: 'tomorrow' }, 'advance: give an ISO-8601 duration'],
    [{ advance: 'P0D' }, 'advance: move the clock forward'],
    [{ advance: 'P1D', back: true }, 'back'],
  ])('do not move the clock by %j', async (body, message) => {
    const answer = await post('/sandbox/clock', body)
    expect(answer.status).toBe(400)
    expect(JSON.parse(answer.text).error).toContain(message)
    expect(done).toEqual([])
  })

  it('wait for the outbox', async () => {
    const answer = await post('/sandbox/settle', '')
    expect([answer.status, done]).toEqual([200, ['settle']])
  })

  it('order a fault', async () => {
    const fault = { port: 'mailer', operation: 'send', times: 2, outcome: 'lostReply' }
    expect((await post('/sandbox/fault', fault)).status).toBe(200)
    expect(faults.take('mailer', 'send')?.outcome).toBe('lostReply')
    expect(faults.list()).toEqual([{ ...fault, times: 1 }])
    expect((await post('/sandbox/fault', { port: 'directory', outcome: 'refused' })).status).toBe(200)
    expect(faults.list().at(-1)).toEqual({ port: 'directory', operation: '*', times: 1, outcome: 'refused' })
  })

  it.each([
    [{ port: 'moon', outcome: 'refused' }, 'port: give one of partnerCenter, directory, mailer, connector'],
    [{ port: 'mailer', outcome: 'explode' }, 'outcome: give one of refused, unavailable, lostReply'],
    [{ port: 'mailer', operation: 'grant', outcome: 'refused' }, 'operation: give one of *, send'],
    [{ port: 'mailer', outcome: 'refused', times: 0 }, 'times: give at least 1'],
    [{ port: 'mailer', outcome: 'refused', times: 'x' }, 'times: give a whole number'],
    ['[]', 'port: '],
  ])('refuse the fault %j', async (body, message) => {
    const answer = await post('/sandbox/fault', body)
    expect(answer.status).toBe(400)
    expect(JSON.parse(answer.text).error).toContain(message)
  })

  it('tell who is in the world and what was made outside', async () => {
    const company = world.tenants[0]
    const seller = company?.users[1]
    if (!company || !seller) throw new Error('no seller')
    const { tenantId } = company
    const email = `shin@${company.verifiedDomains[0]}`
    const { userId } = await directory.createUser({ tenantId, name: '林 新', email, key: 'new' })
    await directory.grant({ tenantId, userId, role: 'HA', key: 'grant' })
    await directory.disableUser({ tenantId, userId: seller.aadObjectId, key: 'disable' })
    const people = JSON.parse((await call('GET', '/sandbox/people')).text) as Record<string, unknown>[]
    expect(people).toHaveLength(
      world.tenants.flatMap(({ users }) => users).length + (world.operator?.users.length ?? 0) + 1,
    )
    expect(people.find((person) => person.aadObjectId === userId)).toMatchObject({
      tenantId,
      company: company.displayName,
      name: '林 新',
      email,
      directoryRoles: ['HA'],
      disabled: false,
    })
    expect(people.find((person) => person.aadObjectId === seller.aadObjectId)).toMatchObject({ disabled: true })
    const outside: unknown = JSON.parse((await call('GET', '/sandbox/outside')).text)
    expect(outside).toMatchObject({
      tenants: [],
      orders: [],
      grants: [{ kind: 'grant', tenantId, userId, role: 'HA' }],
      accounts: [
        { kind: 'createUser', userId },
        { kind: 'disableUser', userId: seller.aadObjectId },
      ],
    })
  })

  it('tell of a customer that was made outside, of its admin and its orders, and never its password', async () => {
    const [provider, reseller] = world.tenants
    const [offer] = world.offers
    if (!provider || !reseller || !offer) throw new Error('a poor world')
    const contact = { firstName: 'Mia', lastName: 'Stone', email: 'mia@larkspur.example' }
    const { customer, adminUserName, temporaryPassword } = await partnerCenter.createCustomer({
      key: 'larkspur',
      provider: provider.tenantId,
      reseller: reseller.tenantId,
      companyName: 'Larkspur',
      domainPrefix: 'larkspur',
      country: 'JP',
      address: { line1: '1', city: '渋谷区', state: 'JP-13', postalCode: '150-0002', country: 'JP' },
      contact,
      agreement: { contact, agreedOn: '2026-04-01' },
    })
    const { offerId, name: offerName } = offer
    const { subscriptions } = await partnerCenter.placeOrder({
      key: 'order',
      customer,
      owner: provider.tenantId,
      lines: [{ action: 'new', offerId, offerName, licenses: offer.min, azure: false }],
    })
    const outside = (await call('GET', '/sandbox/outside')).text
    expect(JSON.parse(outside)).toMatchObject({
      tenants: [{ tenantId: customer, displayName: 'Larkspur', provider: provider.tenantId, adminUserName }],
      orders: [{ kind: 'order', customer, lines: [{ offerId }], subscriptions }],
      subscriptions: [{ id: subscriptions[0]?.id, customer, status: 'active' }],
    })
    const people = (await call('GET', '/sandbox/people')).text
    expect(JSON.parse(people)).toContainEqual(
      expect.objectContaining({ tenantId: customer, company: 'Larkspur', name: 'Mia Stone', email: adminUserName }),
    )
    expect(outside + people).not.toContain(temporaryPassword)
  })
})
