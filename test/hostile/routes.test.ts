import { once } from 'node:events'
import { request } from 'node:http'
import { connect } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createLogger } from '../../bot/log.ts'
import { createServer, type Server } from '../../bot/server.ts'
import { worldOf } from '../journeys/companies.ts'
import { apply, outsider } from '../journeys/way-in.ts'
import { startWorld, type World } from '../support/world.ts'

const GET = ['/sandbox', '/sandbox/mail', '/sandbox/outside', '/sandbox/people'] as const
const POST = ['/sandbox/clock', '/sandbox/settle', '/sandbox/fault'] as const

let world: World
let port: number
beforeAll(async () => {
  world = await startWorld({ SANDBOX_WORLD: worldOf({ name: 'qzalder' }) })
  port = Number(new URL(world.url).port)
  const ann = await world.person('ann@qzalder.example')
  await apply(world, ann, { mpnId: '7000001', contact: outsider('kim@qzfriends.example') })
})
afterAll(() => world.close())

type Asked = { method?: string; path: string; headers?: Record<string, string>; body?: string }

/** A request exactly as it is given: `fetch` would mend the host, the path and the method. */
async function asks({ method = 'GET', path, headers = {}, body = '' }: Asked) {
  const sent = request({ host: '127.0.0.1', port, method, path, headers, setHost: !('host' in headers) })
  sent.end(body)
  const [answer] = (await once(sent, 'response')) as [NodeJS.ReadableStream & { statusCode: number; headers: object }]
  const chunks: Buffer[] = []
  for await (const chunk of answer) chunks.push(Buffer.from(chunk))
  return { status: answer.statusCode, text: Buffer.concat(chunks).toString() }
}

const isDead = async (): Promise<boolean> => (await asks({ path: '/livez' })).status !== 200

describe('The sandbox asked by another site', () => {
  const hosts = [
    'evil.example',
    'localhost.evil.example',
    '127.0.0.1.evil.example',
    'evil.example:80',
    '10.0.0.1',
    '[::2]',
  ]
  const origins = [
    'http://evil.example',
    'https://localhost.evil.example',
    'null',
    'file://',
    'http://127.0.0.1',
    'http://localhost:1',
    `ftp://127.0.0.1`,
  ]

  it('through a name that leads here says nothing, and does nothing', async () => {
    const before = world.stored()
    for (const host of hosts) {
      for (const path of GET) {
        const { status, text } = await asks({ path, headers: { host, accept: 'application/json' } })
        expect([host, path, status, /qz/.test(text)]).toEqual([host, path, 403, false])
      }
      for (const path of POST) {
        const { status } = await asks({ method: 'POST', path, headers: { host }, body: '{"advance":"P1D"}' })
        expect([host, path, status]).toEqual([host, path, 403])
      }
    }
    expect(world.stored()).toEqual(before)
  })

  it('from a page of its own says nothing, and does nothing', async () => {
    const before = world.stored()
    const own = { host: `127.0.0.1:${port}` }
    for (const headers of [
      ...origins.map((origin) => ({ ...own, origin })),
      { ...own, 'sec-fetch-site': 'cross-site' },
      { ...own, 'sec-fetch-site': 'same-site' },
    ]) {
      for (const path of GET)
        expect([headers, path, (await asks({ path, headers })).status]).toEqual([headers, path, 403])
      for (const path of POST) {
        const { status } = await asks({ method: 'POST', path, headers, body: 'advance=P1D' })
        expect([headers, path, status]).toEqual([headers, path, 403])
      }
    }
    expect(world.stored()).toEqual(before)
  })

  it('lets nobody read an answer across origins', async () => {
    for (const path of GET) {
      const response = await fetch(`${world.url}${path}`)
      expect(response.headers.get('access-control-allow-origin')).toBeNull()
      expect(response.headers.get('x-frame-options')).toBe('DENY')
      expect(response.headers.get('content-security-policy')).toContain("default-src 'none'")
    }
    expect((await asks({ method: 'OPTIONS', path: '/sandbox/clock' })).status).toBe(405)
  })
})

describe('A path that is none of ours', () => {
  const paths = [
    '/sandbox/../bot.db',
    '/sandbox/%2e%2e/%2e%2e/etc/passwd',
    '/sandbox/mail/../../data-key',
    '/sandbox/..%2f..%2fdata-key',
    '//sandbox/mail',
    '/sandbox//mail',
    '/sandbox/mail/',
    '/sandbox/mail;x',
    '/SANDBOX/mail',
    '/sandbox/mail%00',
    '/data-key',
    '/bot.db',
    '/package.json',
    '/.env',
    '/verify',
    '/api/messages/../../sandbox/mail',
    '/%',
    '/%ff',
    '/\u0000',
    'http://evil.example/sandbox/mail',
    '/?__proto__=x',
    `/${'a'.repeat(3_000)}`,
  ]

  it('is not there, and never a file', async () => {
    for (const path of paths) {
      const answer = await asks({ path }).catch(() => ({ status: 400, text: '' }))
      expect([path, [400, 404].includes(answer.status), answer.text]).toEqual([path, true, ''])
    }
    expect(await isDead()).toBe(false)
  })

  it('answers no method but its own', async () => {
    for (const method of ['PUT', 'DELETE', 'PATCH', 'TRACE', 'PROPFIND', 'HEAD', 'OPTIONS']) {
      for (const path of [...GET, ...POST, '/api/messages', '/livez', '/verify/a'])
        expect([method, path, (await asks({ method, path })).status]).toEqual([method, path, 405])
    }
    for (const path of GET) expect((await asks({ method: 'POST', path })).status).toBe(405)
    for (const path of [...POST, '/api/messages']) expect((await asks({ path })).status).toBe(405)
  })
})

describe('A sandbox control that is given rubbish', () => {
  const bodies = [
    '',
    'null',
    '[]',
    '{}',
    '{"advance":',
    '{"advance":1}',
    '{"advance":"-P1D"}',
    '{"advance":"P0D"}',
    '{"advance":"P1000000D"}',
    '{"advance":"P999999999999999999999D"}',
    '{"advance":"PT"}',
    '{"advance":"P"}',
    '{"advance":{"toString":"P1D"}}',
    '{"advance":"P1D","__proto__":{"x":1}}',
    '{"__proto__":{"advance":"P1D"}}',
    'advance=',
    'advance=P1D&advance=P2D&x=1',
    '\u0000',
    '{'.repeat(20_000),
    `advance=${'9'.repeat(10_000)}`,
  ]

  it('says so with a 400 and moves nothing', async () => {
    const before = world.stored()
    for (const body of bodies) {
      const { status } = await asks({ method: 'POST', path: '/sandbox/clock', body })
      expect([body.slice(0, 40), status]).toEqual([body.slice(0, 40), 400])
    }
    const faults = [
      '{}',
      '{"port":"__proto__"}',
      '{"port":"mailer","operation":"constructor","outcome":"refused"}',
      '[1]',
    ]
    for (const body of faults)
      expect([body, (await asks({ method: 'POST', path: '/sandbox/fault', body })).status]).toEqual([body, 400])
    expect(world.stored()).toEqual(before)
    expect(await isDead()).toBe(false)
  })

  it('reads no more than 64 KiB, and nothing packed', async () => {
    for (const path of POST) {
      expect((await asks({ method: 'POST', path, body: 'x'.repeat(70_000) })).status).toBe(413)
      const packed = { 'content-encoding': 'gzip' }
      expect((await asks({ method: 'POST', path, headers: packed, body: '{}' })).status).toBe(415)
    }
  })

  it('never lets the clock leave the years that dates are written in', { timeout: 60_000 }, async () => {
    const own = await startWorld({ SANDBOX_WORLD: worldOf({ name: 'alder' }) })
    try {
      let refused = 0
      for (let decade = 0; decade < 900 && refused === 0; decade++) {
        const { status } = await own.post('/sandbox/clock', { advance: 'P10Y' })
        if (status !== 200) refused = status
      }
      expect(refused).toBe(400)
      expect((await (await own.person('ann@alder.example')).says('help')).text).toContain('Ann')
      await own.settle()
      await own.restart()
      expect((await (await own.person('ann@alder.example')).says('help')).text).toContain('Ann')
    } finally {
      await own.close()
    }
  })
})

describe('A connection that is no request', () => {
  const raw = [
    'GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n',
    'POST /api/messages HTTP/1.1\r\nHost: localhost\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n',
    'POST /api/messages HTTP/1.1\r\nHost: localhost\r\nContent-Length: -1\r\n\r\n',
    'POST /api/messages HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n',
    'GET /sandbox HTTP/1.1\r\nHost: localhost\r\nX: \r\n folded\r\n\r\n',
    'GET /livez HTTP/9.9\r\n\r\n',
    'GET /sandbox/mail HTTP/1.0\r\n\r\n',
    `GET / HTTP/1.1\r\nHost: localhost\r\nX: ${'x'.repeat(100_000)}\r\n\r\n`,
    '\u0016\u0003\u0001\u0000',
    'GET / HTTP/1.1\r\nHost: localhost\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n',
    'CONNECT evil.example:80 HTTP/1.1\r\nHost: evil.example\r\n\r\n',
  ]

  it('is refused, and the bot lives on', async () => {
    for (const text of raw) {
      const socket = connect(port, '127.0.0.1')
      let answer = ''
      socket.on('data', (chunk) => {
        answer += chunk.toString()
      })
      socket.on('error', () => undefined)
      socket.end(text)
      await new Promise((resolve) => socket.once('close', resolve))
      expect([text.slice(0, 40), /qzalder|kim@/.test(answer)]).toEqual([text.slice(0, 40), false])
      expect(await isDead()).toBe(false)
    }
  })
})

describe('A server that is no sandbox', () => {
  let server: Server
  let live: number
  beforeAll(async () => {
    const messages = async (): Promise<void> => undefined
    const log = createLogger('silent')
    server = createServer({ host: '127.0.0.1', port: 0, messages, pages: [], ready: async () => true, log })
    live = (await server.listen()).port
  })
  afterAll(() => server.close())

  it('has no sandbox at all', async () => {
    for (const path of [...GET, ...POST, '/sandbox/', '/sandbox/x']) {
      for (const method of ['GET', 'POST']) {
        const response = await fetch(`http://127.0.0.1:${live}${path}`, { method })
        expect([method, path, response.status, await response.text()]).toEqual([method, path, 404, ''])
      }
    }
  })
})
