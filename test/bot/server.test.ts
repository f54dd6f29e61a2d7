import { connect } from 'node:net'
import { pino } from 'pino'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Page, PageRequest } from '../../bot/page.ts'
import { createServer } from '../../bot/server.ts'
import { message, type OpenDoor, openDoor, post } from '../support/door.ts'
import { type FakeConnector, startFakeConnector } from '../support/fake-connector.ts'

let connector: FakeConnector
let door: OpenDoor
let isReady = true
const asked: PageRequest[] = []

const PAGES: readonly Page[] = [
  {
    method: 'GET',
    path: '/i/:token',
    answer: async (request) => {
      asked.push(request)
      return { status: 200, body: '<!doctype html><p>hello</p>' }
    },
  },
  {
    method: 'POST',
    path: '/verify/:token',
    answer: async (request) => {
      asked.push(request)
      return { status: 303, headers: { Location: '/done' }, body: '' }
    },
  },
  { method: 'GET', path: '/sandbox/people', answer: async () => ({ status: 200, body: { people: ['Anna'] } }) },
  {
    method: 'GET',
    path: '/broken',
    answer: async () => {
      throw new Error('secret-db-password')
    },
  },
]

beforeAll(async () => {
  connector = await startFakeConnector()
  door = await openDoor({ pages: PAGES, ready: async () => isReady })
})
afterAll(async () => {
  await door.close()
  await connector.close()
})

const get = (path: string, init: RequestInit = {}) => fetch(`${door.url}${path}`, { redirect: 'manual', ...init })

/** Writes these bytes to the server, and answers with all that comes back until it hangs up. */
function raw(...lines: string[]): Promise<string> {
  const { hostname, port } = new URL(door.url)
  const { promise, resolve } = Promise.withResolvers<string>()
  let answer = ''
  const socket = connect(Number(port), hostname, () => socket.write(`${lines.join('\r\n')}\r\n\r\n`))
  socket.on('data', (chunk) => {
    answer += chunk
    if (answer.includes('\r\n\r\n')) socket.end()
  })
  socket.on('error', () => undefined)
  socket.on('close', () => resolve(answer))
  return promise
}

describe('health', () => {
  it('is alive, whatever the store says', async () => {
    isReady = false
    const answer = await get('/livez')
    expect([answer.status, await answer.text()]).toEqual([200, ''])
    isReady = true
  })

  it('is ready while the store answers, and says no more than that', async () => {
    let store = async (): Promise<boolean> => true
    const own = await openDoor({ ready: () => store() })
    const status = async (): Promise<number> => (await fetch(`${own.url}/readyz`)).status
    expect(await status()).toBe(200)
    store = async () => {
      throw new Error('secret-db-password')
    }
    await expect.poll(status, { timeout: 5_000 }).toBe(503)
    store = async () => true
    await expect.poll(status, { timeout: 5_000 }).toBe(200)
    store = () => new Promise<boolean>(() => undefined)
    await expect.poll(status, { timeout: 10_000 }).toBe(503)
    await own.close()
  })

  it('asks the store once for a crowd', async () => {
    let times = 0
    const own = await openDoor({
      ready: async () => {
        times += 1
        return true
      },
    })
    await Promise.all(Array.from({ length: 50 }, () => fetch(`${own.url}/readyz`)))
    expect(times).toBeLessThan(5)
    await own.close()
  })
})

describe('what is not there', () => {
  it.each([
    ['GET', '/', 404],
    ['GET', '/sandbox', 404],
    ['GET', '/api', 404],
    ['POST', '/nothing', 404],
    ['GET', '/api/messages', 405],
    ['HEAD', '/api/messages', 405],
    ['PUT', '/api/messages', 405],
    ['DELETE', '/i/a', 405],
    ['OPTIONS', '/api/messages', 405],
    ['GET', '/i/%E0%A4%A', 400],
    ['GET', '/i/a%00b/c', 404],
  ])('%s %s is a bare %i', async (method, path, status) => {
    const answer = await get(path, { method })
    expect([answer.status, await answer.text()]).toEqual([status, ''])
  })
})

describe('a request that is no request', () => {
  it.each([
    ['a host that is no host', ['GET /livez HTTP/1.1', 'Host: [']],
    ['a host with a path', ['GET /livez HTTP/1.1', 'Host: a/b?c']],
    ['a host with a bad port', ['GET /livez HTTP/1.1', 'Host: a:99999']],
    ['an address with a broken host', ['GET http://[bad/ HTTP/1.1', 'Host: a']],
    ['an address of somebody else', ['GET http://evil.example/livez HTTP/1.1', 'Host: a']],
    ['a star', ['OPTIONS * HTTP/1.1', 'Host: a']],
    ['two slashes', ['GET //evil.example/livez HTTP/1.1', 'Host: a']],
    ['a backslash', ['GET /\\evil.example HTTP/1.1', 'Host: a']],
    ['half an escape', ['GET /i/% HTTP/1.1', 'Host: a']],
    ['a header of 20 KB', ['GET /livez HTTP/1.1', 'Host: a', `X: ${'x'.repeat(20_000)}`]],
    ['no HTTP at all', ['hello']],
    ['two lengths', ['POST /api/messages HTTP/1.1', 'Host: a', 'Content-Length: 1', 'Content-Length: 2']],
    [
      'a length and chunks',
      ['POST /api/messages HTTP/1.1', 'Host: a', 'Content-Length: 1', 'Transfer-Encoding: chunked'],
    ],
  ])('is refused: %s', async (_, lines) => {
    expect(await raw(...lines)).toMatch(/^HTTP\/1\.1 4\d\d /)
    expect((await get('/livez')).status).toBe(200)
  })

  it('is cut off when it wants another protocol', async () => {
    const upgrade = ['Connection: Upgrade', 'Upgrade: websocket']
    expect(await raw('GET /api/messages HTTP/1.1', 'Host: a', ...upgrade)).toBe('')
    expect((await get('/livez')).status).toBe(200)
  })
})

describe('a page', () => {
  it('is served with its parameters, and with headers that keep it to itself', async () => {
    asked.length = 0
    const answer = await get('/i/abc%2Fd?x=1', { headers: { 'Accept-Language': 'ja' } })
    expect([answer.status, await answer.text()]).toEqual([200, '<!doctype html><p>hello</p>'])
    expect(asked[0]?.params).toEqual({ token: 'abc/d' })
    expect(asked[0]?.query.get('x')).toBe('1')
    expect(asked[0]?.headers['accept-language']).toBe('ja')
    expect(asked[0]?.body).toBe('')
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': expect.stringMatching(/^default-src 'none';.*frame-ancestors 'none'/),
      'referrer-policy': 'no-referrer',
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    })
    expect(answer.headers.has('server')).toBe(false)
  })

  it('is JSON when it answers with an object', async () => {
    const answer = await get('/sandbox/people')
    expect(answer.headers.get('content-type')).toBe('application/json; charset=utf-8')
    expect(await answer.json()).toEqual({ people: ['Anna'] })
  })

  it('is given what a form says, and may send elsewhere', async () => {
    asked.length = 0
    const answer = await get('/verify/t', { method: 'POST', body: new URLSearchParams({ owner: 'yes' }) })
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/done'])
    expect(asked[0]?.body).toBe('owner=yes')
  })

  it('does not take more than 64 KiB, nor anything packed', async () => {
    expect((await get('/verify/t', { method: 'POST', body: 'x'.repeat(65_537) })).status).toBe(413)
    const packed = { 'content-encoding': 'gzip' }
    expect((await get('/verify/t', { method: 'POST', body: 'x', headers: packed })).status).toBe(415)
  })

  it('keeps its faults to itself', async () => {
    const answer = await get('/broken')
    expect([answer.status, await answer.text()]).toEqual([500, ''])
  })
})

describe('the end of the server', () => {
  it('waits for what is in hand, and takes nothing more', async () => {
    const { promise: finished, resolve: finish } = Promise.withResolvers<void>()
    const own = await openDoor({
      answer: async () => {
        await finished
        return { kind: 'nothing' }
      },
    })
    const inHand = post(own, message(connector))
    await expect.poll(() => own.heard.length).toBe(1)
    let isClosed = false
    const closed = own.close().then(() => {
      isClosed = true
    })
    await expect.poll(() => fetch(`${own.url}/livez`).catch(() => 'refused')).toBe('refused')
    expect(isClosed).toBe(false)
    finish()
    expect((await inHand).status).toBe(200)
    await closed
  })

  it('can be asked for twice, or before it began', async () => {
    const own = await openDoor()
    await Promise.all([own.close(), own.close()])
    await own.close()
  })

  it('says so when its port is taken', async () => {
    const { port } = new URL(door.url)
    const second = createServer({
      host: '127.0.0.1',
      port: Number(port),
      messages: async () => undefined,
      pages: [],
      ready: async () => true,
      log: pino({ level: 'silent' }),
    })
    await expect(second.listen()).rejects.toMatchObject({ code: 'EADDRINUSE' })
  })
})
