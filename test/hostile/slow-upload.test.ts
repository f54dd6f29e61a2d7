import { connect } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { handIn } from '../../bot/hand-over.ts'
import { createLogger } from '../../bot/log.ts'
import { uploadPages } from '../../bot/pages/upload.ts'
import { piecesOf } from '../../bot/pieces.ts'
import { createServer, type Server } from '../../bot/server.ts'
import { type Holder, issueTicket } from '../../domain/files/ticket.ts'
import { tenantId, userId } from '../../domain/ids.ts'
import { openSqliteStore } from '../../domain/store/sqlite-store.ts'

const PUBLIC = 'https://bot.example'
const store = openSqliteStore(':memory:')
let server: Server
let port: number
beforeAll(async () => {
  server = createServer({
    host: '127.0.0.1',
    port: 0,
    messages: async () => undefined,
    pages: uploadPages(handIn({ store, publicUrl: PUBLIC, clock: { now: () => new Date().toISOString() } })),
    ready: async () => true,
    log: createLogger('silent'),
  })
  port = (await server.listen()).port
})
afterAll(async () => {
  await server.close()
  await store.close()
})

let people = 0
/** A ticket of somebody new, of a company of their own unless it is said. */
async function ticket(company?: number, person = ++people): Promise<string> {
  const holder: Holder = {
    tenantId: tenantId(`11111111-1111-4111-8111-${String(company ?? 1_000 + person).padStart(12, '0')}`),
    userId: userId(`22222222-2222-4222-8222-${String(person).padStart(12, '0')}`),
    name: 'Ann',
    locale: 'en-US',
    timeZone: 'UTC',
  }
  return (await issueTicket(store, { way: 'upload', holder, purpose: 'bulk' }, new Date().toISOString())).token
}

const HEAD = '--B\r\nContent-Disposition: form-data; name="file"; filename="a.csv"\r\n\r\nname,note\r\n'
const TAIL = '\r\n--B--\r\n'

/** Begins to hand a file in; the text of all that is answered comes when the server hangs up or has answered. */
function handsIn(token: string, length: number) {
  const { promise, resolve } = Promise.withResolvers<string>()
  let answer = ''
  const socket = connect(port, '127.0.0.1')
  socket.on('data', (chunk) => {
    answer += chunk
    if (answer.includes('</html>')) socket.end()
  })
  socket.on('error', () => undefined)
  socket.on('close', () => resolve(answer))
  socket.write(
    [
      `POST /upload/${token} HTTP/1.1`,
      'Host: bot.example',
      `Origin: ${PUBLIC}`,
      'Content-Type: multipart/form-data; boundary=B',
      `Content-Length: ${HEAD.length + length + TAIL.length}`,
      '',
      HEAD,
    ].join('\r\n'),
  )
  return { socket, answered: promise, isOpen: () => !socket.destroyed && !socket.closed }
}

const line = (bytes: number): string => `a,${'x'.repeat(bytes - 4)}\r\n`

describe.concurrent('A file over a slow line', () => {
  it('is taken though it needs longer than any other request may', async () => {
    const [piece, times] = [8 * 1024, 54]
    const { socket, answered } = handsIn(await ticket(), piece * times)
    for (let n = 0; n < times; n++) {
      socket.write(line(piece))
      await sleep(300)
    }
    socket.write(TAIL)
    expect(await answered).toMatch(/^HTTP\/1.1 200 [\s\S]*a\.csv: 55 lines/)
  }, 60_000)

  it('is not waited for when it only drips', async () => {
    const { socket, answered, isOpen } = handsIn(await ticket(), 5 * 1024 * 1024)
    while (isOpen()) {
      socket.write('x')
      await sleep(200)
    }
    expect(await answered).toMatch(/^HTTP\/1.1 408 [\s\S]*The upload took too long/)
  }, 60_000)

  it('is not waited for when nothing more comes', async () => {
    expect(await handsIn(await ticket(), 5 * 1024 * 1024).answered).toMatch(/^HTTP\/1.1 408 /)
  }, 60_000)

  it('keeps no place for whoever has no ticket', async () => {
    expect(await handsIn('A'.repeat(43), 5 * 1024 * 1024).answered).toMatch(/^HTTP\/1.1 404 /)
  })

  it('is one of ten of the same company at most, so that others get in', async ({ expect }) => {
    const tries = await Promise.all(Array.from({ length: 12 }, async () => handsIn(await ticket(1), 1_000_000)))
    const refused: string[] = []
    for (const { answered } of tries) void answered.then((text) => refused.push(text.slice(0, 12)))
    await expect.poll(() => refused, { timeout: 9_000 }).toEqual(['HTTP/1.1 503', 'HTTP/1.1 503'])
    const { socket, answered } = handsIn(await ticket(2), 0)
    socket.write(TAIL)
    expect((await answered).slice(0, 12)).toBe('HTTP/1.1 200')
    for (const one of tries) one.socket.destroy()
  }, 60_000)

  it('is one of twenty within the time of a link at most, so that nobody fills the store with them', async ({
    expect,
  }) => {
    const answers: string[] = []
    for (let n = 0; n < 21; n++) {
      const { socket, answered } = handsIn(await ticket(3, 999), 0)
      socket.write(TAIL)
      answers.push((await answered).slice(9, 12))
    }
    expect(answers).toEqual([...Array.from({ length: 20 }, () => '200'), '503'])
  }, 60_000)

  it('is one of two of the same person at most, and leaves its place when it ends', async ({ expect }) => {
    const token = await ticket()
    const tries = Array.from({ length: 5 }, () => handsIn(token, 1_000_000))
    const refused: string[] = []
    for (const { answered } of tries) void answered.then((text) => refused.push(text.slice(0, 12)))
    await expect.poll(() => refused, { timeout: 9_000 }).toEqual(Array.from({ length: 3 }, () => 'HTTP/1.1 503'))
    for (const { socket } of tries) socket.destroy()
    const again = async () => {
      const { socket, answered } = handsIn(token, 0)
      socket.write(TAIL)
      return (await answered).slice(0, 12)
    }
    await expect.poll(again, { timeout: 20_000 }).toBe('HTTP/1.1 200')
  }, 60_000)
})

describe('The pieces of a body', () => {
  /** As a request would bring them, each after so many milliseconds. */
  const coming = (...pieces: readonly (readonly [bytes: number, afterMs: number])[]) =>
    ({
      headers: {},
      iterator: async function* () {
        for (const [bytes, ms] of pieces) {
          await sleep(ms)
          yield Buffer.alloc(bytes)
        }
      },
    }) as never
  const limits = { maxBytes: 10_000, idleMs: 400, timeoutMs: 2_000, graceMs: 200, bytesPerSecond: 1_000 }
  const read = async (req: never, over: Partial<typeof limits> = {}): Promise<number> => {
    let size = 0
    for await (const piece of piecesOf(req, { ...limits, ...over })) size += piece.length
    return size
  }

  it('are taken while they keep the pace', async () => {
    expect(await read(coming([500, 50], [500, 100], [500, 100]))).toBe(1_500)
  })

  it.each([
    ['fall behind', coming(...Array.from({ length: 30 }, () => [1, 60] as const)), {}, 408],
    ['pause', coming([5_000, 0], [1, 3_000]), {}, 408],
    [
      'take too long altogether',
      coming(...Array.from({ length: 30 }, () => [200, 60] as const)),
      { timeoutMs: 500 },
      408,
    ],
    ['are too many', coming([6_000, 0], [6_000, 0]), {}, 413],
  ])('end when they %s', async (_, req, over, status) => {
    await expect(read(req, over)).rejects.toMatchObject({ status })
  })
})
