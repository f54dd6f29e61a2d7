import { request } from 'node:http'
import { connect, type Socket } from 'node:net'
import { gzipSync } from 'node:zlib'
import { pino } from 'pino'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { captureConsole } from '../../bot/log.ts'
import { APP, message, type OpenDoor, openDoor, PERSON, post, TENANT, tap } from '../support/door.ts'
import { type FakeConnector, startFakeConnector } from '../support/fake-connector.ts'
import { startTokenIssuer, type TokenIssuer } from '../support/token-issuer.ts'

let connector: FakeConnector
let issuer: TokenIssuer
let giveBackConsole: () => void
let door: OpenDoor
let good: string
/** In the right shape, with the right claims, signed by somebody else. */
let junk: string

beforeAll(async () => {
  giveBackConsole = captureConsole(pino({ level: 'silent' }))
  connector = await startFakeConnector()
  issuer = await startTokenIssuer(APP)
  door = await openDoor({ issuer, ingress: { limits: { timeoutMs: 1_500 } } })
  good = `Bearer ${await issuer.token(connector.serviceUrl)}`
  junk = `Bearer ${await issuer.token(connector.serviceUrl, { signedBy: 'stranger' })}`
})
afterEach(() => {
  connector.clear()
  door.heard.length = 0
})
afterAll(async () => {
  giveBackConsole()
  await door.close()
  await issuer.close()
  await connector.close()
})

type Raw = { body?: string | Uint8Array; headers?: Record<string, string>; method?: string; path?: string }

/** A request that says exactly what it is told to. */
function send({ body = '', headers = {}, method = 'POST', path = '/api/messages' }: Raw): Promise<[number, string]> {
  const { promise, resolve, reject } = Promise.withResolvers<[number, string]>()
  const req = request(`${door.url}${path}`, { method, headers }, (res) => {
    let text = ''
    res.on('data', (chunk) => {
      text += chunk
    })
    res.on('end', () => resolve([res.statusCode ?? 0, text]))
  })
  req.on('error', reject)
  req.end(body)
  return promise
}

const JSON_TYPE = { 'content-type': 'application/json' }

async function expectStillServing(): Promise<void> {
  expect((await post(door, message(connector), good)).status).toBe(200)
}

describe('a body from somebody without a token', () => {
  it.each<[string, Raw]>([
    ['malformed JSON', { body: '{"type":', headers: JSON_TYPE }],
    ['an empty object', { body: '{}', headers: JSON_TYPE }],
    ['a type that is a number', { body: '{"type":5}', headers: JSON_TYPE }],
    ['bytes that are not UTF-8', { body: new Uint8Array([0x7b, 0x22, 0xff, 0xfe]), headers: JSON_TYPE }],
    ['an array', { body: '[]', headers: JSON_TYPE }],
    ['null', { body: 'null', headers: JSON_TYPE }],
    ['nothing', { headers: JSON_TYPE }],
    ['no type', { body: '{}' }],
    ['text', { body: 'hello', headers: { 'content-type': 'text/plain' } }],
    ['a form', { body: 'a=1', headers: { 'content-type': 'application/x-www-form-urlencoded' } }],
    ['parts', { body: '--x\r\n\r\n--x--', headers: { 'content-type': 'multipart/form-data; boundary=x' } }],
    ['plain text that says it is packed', { body: '{}', headers: { ...JSON_TYPE, 'content-encoding': 'gzip' } }],
    [
      'a packing that is torn off',
      { body: gzipSync('{"type":"message"}').subarray(0, 20), headers: { ...JSON_TYPE, 'content-encoding': 'gzip' } },
    ],
    ['100 MB', { body: Buffer.alloc(100_000_000, 0x20), headers: JSON_TYPE }],
  ])('%s is refused unread', async (_, raw) => {
    expect(await send(raw)).toEqual([401, ''])
    expect(await send({ ...raw, headers: { ...raw.headers, authorization: junk } })).toEqual([
      expect.toBeOneOf([401, 413, 415]),
      '',
    ])
    await expectStillServing()
  })
})

describe('a body with a good token', () => {
  const signed = (raw: Raw): Promise<[number, string]> =>
    send({ ...raw, headers: { ...JSON_TYPE, authorization: good, ...raw.headers } })

  it.each<[string, number, () => Raw]>([
    ['malformed JSON', 400, () => ({ body: '{"type":' })],
    ['an empty object', 400, () => ({ body: '{}' })],
    ['an array', 400, () => ({ body: '[]' })],
    ['null', 400, () => ({ body: 'null' })],
    ['a string', 400, () => ({ body: '"help"' })],
    ['nothing', 400, () => ({})],
    ['bytes that are not UTF-8', 400, () => ({ body: new Uint8Array([0x7b, 0x22, 0xff, 0xfe]) })],
    ['text', 415, () => ({ headers: { 'content-type': 'text/plain' } })],
    ['a form', 415, () => ({ headers: { 'content-type': 'application/x-www-form-urlencoded' } })],
    ['another JSON', 415, () => ({ headers: { 'content-type': 'application/jsonp' } })],
    ['plain text that says it is packed', 415, () => ({ headers: { 'content-encoding': 'gzip' } })],
    ['a packing nobody knows', 415, () => ({ headers: { 'content-encoding': 'zebra' } })],
    ['300 KB at once', 413, () => ({ body: Buffer.alloc(300_000, 0x20) })],
    [
      '300 KB in pieces',
      413,
      () => ({ body: Buffer.alloc(300_000, 0x20), headers: { 'transfer-encoding': 'chunked' } }),
    ],
    ['100 MB in pieces', 413, () => ({ body: Buffer.alloc(1e8, 0x20), headers: { 'transfer-encoding': 'chunked' } })],
    ['100 000 objects in one another', 400, () => ({ body: `${'{"a":'.repeat(40_000)}1${'}'.repeat(40_000)}` })],
    ['100 000 arrays in one another', 400, () => ({ body: `${'['.repeat(100_000)}${']'.repeat(100_000)}` })],
  ])('%s is refused with %i', async (_, status, raw) => {
    expect(await signed(raw())).toEqual([status, ''])
    expect(door.heard).toEqual([])
    await expectStillServing()
  })

  it('is heard with a byte order mark, with a charset, and with properties nobody knows', async () => {
    const activity = message(connector, { somethingNew: { a: [1, 2, { b: null }] } })
    const headers = { 'content-type': 'application/json; charset=utf-8' }
    expect(await signed({ body: `\ufeff${JSON.stringify(activity)}`, headers })).toEqual([200, ''])
    expect(door.heard).toHaveLength(1)
  })

  it('may say brackets as often as it likes inside a text', async () => {
    const activity = message(connector, { text: `\\"${'[{'.repeat(200)}` })
    expect(await signed({ body: JSON.stringify(activity) })).toEqual([200, ''])
  })

  it.each([
    [50, 200],
    [70, 400],
    [10_000, 400],
  ])('with %i objects in one another on its card is answered with %i', async (depth, status) => {
    const body = JSON.stringify(tap(connector, 'home', '@@'))
    const nest = `${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}`
    expect((await signed({ body: body.replace('"@@"', nest) }))[0]).toBe(status)
  })
})

describe('an envelope', () => {
  const without = (...path: string[]): object => {
    const activity = structuredClone(message(connector)) as Record<string, unknown>
    let at = activity
    for (const step of path.slice(0, -1)) at = at[step] as Record<string, unknown>
    delete at[path.at(-1) ?? '']
    return activity
  }

  it.each<[string, () => object]>([
    ['without a type', () => without('type')],
    ['without a sender', () => without('from')],
    ['without the id of its sender', () => without('from', 'id')],
    ['whose sender is nobody', () => without('from', 'aadObjectId')],
    ['whose sender is no GUID', () => message(connector, { from: { id: '29:a', aadObjectId: "' OR 1=1" } })],
    ['without a conversation', () => without('conversation')],
    ['without the id of its conversation', () => without('conversation', 'id')],
    ['with an empty conversation id', () => message(connector, { conversation: { id: '', tenantId: TENANT } })],
    [
      'without any tenant',
      () => message(connector, { channelData: undefined, conversation: { id: 'a', conversationType: 'personal' } }),
    ],
    ['of two tenants', () => message(connector, { channelData: { tenant: { id: PERSON } } })],
    [
      'whose tenant is no GUID',
      () => message(connector, { channelData: { tenant: { id: 'x' } }, conversation: { id: 'a' } }),
    ],
    ['that wants its answer in the response', () => message(connector, { deliveryMode: 'expectReplies' })],
    ['that wants a stream', () => message(connector, { deliveryMode: 'stream' })],
    [
      'with half a character in its conversation',
      () => message(connector, { conversation: { id: '\ud800', tenantId: TENANT } }),
    ],
    ['with half a character in its text', () => message(connector, { text: 'a\udc00b' })],
    ['with half a character in a key', () => tap(connector, 'home', { '\ud83d': 1 })],
    ['with a text that is a number', () => message(connector, { text: 5 })],
    ['with an id that is an object', () => message(connector, { id: {} })],
    ['with a type as long as a book', () => message(connector, { type: 'x'.repeat(70_000) })],
  ])('%s is refused', async (_, activity) => {
    expect(await post(door, activity(), good)).toEqual({ status: 400, text: '' })
    expect(door.heard).toEqual([])
  })

  it('with one tenant where one may be left out, in any case, is heard', async () => {
    expect((await post(door, message(connector, { channelData: undefined }), good)).status).toBe(200)
    const upper = { tenant: { id: TENANT.toUpperCase() } }
    expect((await post(door, message(connector, { channelData: upper }), good)).status).toBe(200)
    expect(door.heard.map(({ person }) => person)).toEqual([
      { tenantId: TENANT, userId: PERSON },
      { tenantId: TENANT, userId: PERSON },
    ])
  })

  it('with a whole emoji is heard', async () => {
    const body = JSON.stringify(message(connector, { text: '@@' })).replace('@@', '\\ud83d\\ude00')
    expect((await post(door, body, good)).status).toBe(200)
    expect(door.heard.map(({ said }) => said)).toEqual([{ kind: 'text', text: '😀' }])
  })

  it('cannot change what every object has', async () => {
    const poison = '{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}}'
    const body = JSON.stringify(tap(connector, 'home', '@@')).replace('"@@"', poison)
    const whole = body.replace('{', '{"__proto__":{"polluted":1},')
    expect((await post(door, whole, good)).status).toBe(200)
    expect(({} as { polluted?: number }).polluted).toBeUndefined()
    expect((door.heard[0] as unknown as { polluted?: number }).polluted).toBeUndefined()
  })

  it('may name any conversation; the path is built safely', async () => {
    const conversation = { id: '../../x?y#z', tenantId: TENANT }
    expect((await post(door, message(connector, { conversation }), good)).status).toBe(200)
    expect(connector.sent.map(({ conversationId }) => conversationId)).toEqual(['../../x?y#z'])
  })
})

describe('those who keep a connection without saying anything', () => {
  const HALF = [
    'POST /api/messages HTTP/1.1',
    'Host: localhost',
    'Content-Type: application/json',
    'Content-Length: 1000',
  ]

  function stall(authorization: string): Promise<Socket> {
    const { hostname, port } = new URL(door.url)
    const { promise, resolve, reject } = Promise.withResolvers<Socket>()
    const socket = connect(Number(port), hostname, () => {
      socket.write([...HALF, `Authorization: ${authorization}`, '', '{"type":'].join('\r\n'))
      resolve(socket)
    })
    socket.on('error', reject)
    return promise
  }

  const gone = (socket: Socket): Promise<void> =>
    new Promise((resolve) => {
      if (socket.destroyed) return resolve()
      socket.on('error', () => undefined).once('close', () => resolve())
      socket.resume()
    })

  it('cannot keep others out, 500 of them with tokens that look right', async () => {
    const sockets = await Promise.all(Array.from({ length: 500 }, () => stall(junk)))
    const answers = await Promise.all(Array.from({ length: 50 }, () => post(door, message(connector), good)))
    expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: 50 }, () => 200))
    await Promise.all(sockets.map(gone))
    // The server's own limit for a whole request is fifteen seconds; these must be gone long before.
  }, 10_000)

  it('are cut off with a good token as well', async () => {
    const socket = await stall(good)
    let answer = ''
    socket.on('data', (chunk) => {
      answer += chunk
    })
    await expect.poll(() => answer, { timeout: 10_000 }).toMatch(/^HTTP\/1.1 408 /)
    await gone(socket)
  })
})

describe('more turns at once than there is room for', () => {
  it('are refused, and those inside are answered', async () => {
    const { promise: opened, resolve: open } = Promise.withResolvers<void>()
    const small = await openDoor({
      ingress: { mostInFlight: 2 },
      answer: async () => {
        await opened
        return { kind: 'nothing' }
      },
    })
    const inside = [post(small, message(connector)), post(small, message(connector))]
    await expect.poll(() => small.heard.length).toBe(2)
    expect(await post(small, message(connector))).toEqual({ status: 503, text: '' })
    open()
    expect((await Promise.all(inside)).map(({ status }) => status)).toEqual([200, 200])
    expect((await post(small, message(connector))).status).toBe(200)
    await small.close()
  })
})

describe('a turn that fails in a way nobody foresaw', () => {
  it('is a bare 500', async () => {
    const broken = await openDoor({
      ingress: {
        deliver: async () => {
          throw new Error('secret-db-password')
        },
      },
    })
    expect(await post(broken, message(connector))).toEqual({ status: 500, text: '' })
    await broken.close()
  })
})
