// Both pages for files with everything hostile that can reach them: one story over one server.
import { connect } from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import { handIn, handOut, type Producers } from '../../../bot/hand-over.ts'
import { createLogger } from '../../../bot/log.ts'
import { attachment, downloadPages } from '../../../bot/pages/download.ts'
import { uploadPages } from '../../../bot/pages/upload.ts'
import { createServer } from '../../../bot/server.ts'
import { MOST_FILE_BYTES } from '../../../domain/files/content.ts'
import { MOST_ROWS } from '../../../domain/files/csv.ts'
import { takeUpload } from '../../../domain/files/take-upload.ts'
import { filePk, type Holder, issueTicket, sweepFile } from '../../../domain/files/ticket.ts'
import { tenantId, userId } from '../../../domain/ids.ts'
import { openSqliteStore } from '../../../domain/store/sqlite-store.ts'

const PUBLIC = 'https://bot.example'
const holder: Holder = {
  tenantId: tenantId('11111111-1111-4111-8111-111111111111'),
  userId: userId('22222222-2222-4222-8222-222222222222'),
  name: '楓 太郎 <b>',
  locale: 'ja-JP',
  timeZone: 'Asia/Tokyo',
}
const somebodyElse = userId('33333333-3333-4333-8333-333333333333')
const EN = { 'accept-language': 'en-US' }

const closing: (() => unknown)[] = []
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close()
})

const ROWS = [
  ['いつ', '内容'],
  ['=1+1', '@SUM(A1)'],
  ['+81 3', '-5'],
  ['\tx', '＝cmd'],
  ['a,"b"', 'two\nlines'],
] as const

/** The pages over HTTP before a real store, with a clock that the test moves. */
async function house({ rows = ROWS as readonly (readonly string[])[], mayHave = true } = {}) {
  const store = openSqliteStore(':memory:')
  let now = Date.parse('2026-11-21T03:00:00.000Z')
  const clock = { now: () => new Date(now).toISOString() }
  let allowed = mayHave
  const producers: Producers = {
    history: async () =>
      allowed
        ? (async function* () {
            yield* rows
          })()
        : undefined,
    bulk: async () => undefined,
    bulkTemplate: async () => undefined,
  }
  const deps = { store, clock, publicUrl: PUBLIC }
  const server = createServer({
    host: '127.0.0.1',
    port: 0,
    messages: async () => undefined,
    pages: [...downloadPages(handOut(deps, producers)), ...uploadPages(handIn(deps))],
    ready: async () => true,
    log: createLogger('silent'),
  })
  const { port } = await server.listen()
  closing.push(
    () => store.close(),
    () => server.close(),
  )
  const read = async (path: string, init: RequestInit = {}) => {
    const response = await fetch(`http://127.0.0.1:${port}${path}`, { ...init, headers: { ...EN, ...init.headers } })
    return { status: response.status, headers: response.headers, bytes: Buffer.from(await response.arrayBuffer()) }
  }
  return {
    store,
    port,
    minutesPass: (minutes: number) => {
      now += minutes * 60_000
    },
    isNoLongerAllowed: () => {
      allowed = false
    },
    download: async () =>
      (
        await issueTicket(
          store,
          { way: 'download', holder, fileName: '履歴.csv', request: { kind: 'history', show: 'changes', query: {} } },
          clock.now(),
        )
      ).token,
    upload: () => issueTicket(store, { way: 'upload', holder, purpose: 'list' }, clock.now()),
    get: (path: string, headers = {}) => read(path, { headers }),
    post: (path: string, body: string | FormData = '', headers = {}) => read(path, { method: 'POST', body, headers }),
    taken: (hash: string, who = holder.userId) =>
      takeUpload(store, { hash, purpose: 'list', tenantId: holder.tenantId, userId: who, now: clock.now() }),
    pieces: async (hash: string) => (await store.range(filePk(hash), { from: 'part:', to: 'part;', limit: 100 })).items,
    clock,
  }
}

const form = (content: string | Uint8Array<ArrayBuffer>, name = '一覧.csv'): FormData => {
  const data = new FormData()
  data.set('file', new Blob([content]), name)
  return data
}

async function all(lines: AsyncIterable<readonly string[]>): Promise<readonly (readonly string[])[]> {
  const rows: (readonly string[])[] = []
  for await (const row of lines) rows.push(row)
  return rows
}

describe('A download', () => {
  it('shows whose file it is, and is not used up by being looked at', async () => {
    const { download, get } = await house()
    const token = await download()
    const pages = await Promise.all(Array.from({ length: 20 }, () => get(`/download/${token}`)))
    expect(new Set(pages.map(({ status }) => status))).toEqual(new Set([200]))
    const text = pages[0]?.bytes.toString() ?? ''
    for (const shown of ['履歴.csv', '楓 太郎 &lt;b&gt;', 'CSV (UTF-8)', 'November 21, 2026', 'Download'])
      expect(text).toContain(shown)
    expect(text).not.toContain(token)
  })

  it('is given out by the button, once, as a table that Excel reads and nothing runs in', async () => {
    const { download, get, post } = await house()
    const token = await download()
    const first = await post(`/download/${token}`)
    expect(first.status).toBe(200)
    expect(first.bytes.subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]))
    expect(first.bytes.subarray(3).toString()).toBe(
      'いつ,内容\r\n\'=1+1,\'@SUM(A1)\r\n\'+81 3,\'-5\r\n"\'\tx",\'＝cmd\r\n"a,""b""","two\nlines"\r\n',
    )
    expect(Object.fromEntries(first.headers)).toMatchObject({
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="__.csv"; filename*=UTF-8''%E5%B1%A5%E6%AD%B4.csv`,
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
      'referrer-policy': 'no-referrer',
    })
    expect(first.headers.get('content-security-policy')).toContain("default-src 'none'")
    const again = await post(`/download/${token}`)
    expect(again.status).toBe(404)
    expect(again.bytes.toString()).toContain('This link does not work')
    expect((await get(`/download/${token}`)).bytes).toEqual(again.bytes)
  })

  it('is given to one of ten who press at once', async () => {
    const { download, post } = await house()
    const token = await download()
    const answers = await Promise.all(Array.from({ length: 10 }, () => post(`/download/${token}`)))
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, ...Array<number>(9).fill(404)])
  })

  it('has one page for a wrong link, an old one, one for uploads, and one whose reader may no longer have the file', async () => {
    const { download, upload, get, post, minutesPass, isNoLongerAllowed } = await house()
    const old = await download()
    minutesPass(9)
    expect((await get(`/download/${old}`)).status).toBe(200)
    minutesPass(1)
    const lost = await download()
    isNoLongerAllowed()
    const { token: other } = await upload()
    const dead = [
      await get(`/download/${old}`),
      await post(`/download/${old}`),
      await post(`/download/${lost}`),
      await get(`/download/${other}`),
      await get(`/download/${'A'.repeat(43)}`),
      await get('/download/%3Cx%3E'),
      await post(`/download/${'x'.repeat(90)}`),
    ]
    expect(new Set(dead.map(({ status }) => status))).toEqual(new Set([404]))
    expect(new Set(dead.map(({ bytes }) => bytes.toString())).size).toBe(1)
  })

  it('is not given to a form on somebody else’s page', async () => {
    const { download, post } = await house()
    const token = await download()
    expect((await post(`/download/${token}`, '', { origin: 'https://evil.example' })).status).toBe(403)
    expect((await post(`/download/${token}`, '', { origin: PUBLIC })).status).toBe(200)
  })

  it('leaves no token and, once it is swept, no ticket in the store', async () => {
    const { download, store, minutesPass, clock } = await house()
    const token = await download()
    minutesPass(10)
    const due = await store.due(clock.now(), 10)
    expect(due).toHaveLength(1)
    expect(JSON.stringify(due)).not.toContain(token)
    await sweepFile(store, due[0]?.pk ?? '')
    expect(await store.due(clock.now(), 10)).toEqual([])
  })

  it('of a hundred thousand rows goes out as it is taken', async () => {
    let made = 0
    const rows = {
      *[Symbol.iterator]() {
        for (; made < 100_000; made++) yield [String(made), 'x'.repeat(200)]
      },
    }
    const { download, port } = await house({ rows: rows as unknown as readonly string[][] })
    const socket = connect(port, '127.0.0.1')
    closing.push(() => socket.destroy())
    await new Promise((resolve) => socket.once('connect', resolve))
    socket.pause()
    socket.write(`POST /download/${await download()} HTTP/1.1\r\nHost: x\r\nContent-Length: 0\r\n\r\n`)
    let before = -1
    while (made === 0 || made !== before) {
      before = made
      await new Promise((resolve) => setTimeout(resolve, 200))
    }
    // The sockets of this machine take a few megabytes; twenty would have been made without them.
    expect(made).toBeLessThan(60_000)
  })

  it.each([
    ['plain.csv', `attachment; filename="plain.csv"; filename*=UTF-8''plain.csv`],
    ['a"b\\c\r\nX: y.csv', `attachment; filename="a_b_c__X: y.csv"; filename*=UTF-8''a%22b%5Cc%0D%0AX%3A%20y.csv`],
    ["it's (1)*.csv", `attachment; filename="it's (1)*.csv"; filename*=UTF-8''it%27s%20%281%29%2A.csv`],
  ])('names %j so that no header can be slipped in', (name, header) => {
    expect(attachment(name)).toBe(header)
  })
})

describe('An upload', () => {
  it('is kept, read and taken by the one person it was made for', async () => {
    const { upload, get, post, taken, pieces } = await house()
    const { token, hash } = await upload()
    expect((await get(`/upload/${token}`)).bytes.toString()).toContain('enctype="multipart/form-data"')
    expect(await taken(hash)).toEqual({ state: 'waiting' })
    const answer = await post(
      `/upload/${token}`,
      form('name,mail\r\n"Doe, J",j@x.example\r\n\r\n', 'C:\\dir\\list.csv'),
    )
    expect(answer.bytes.toString()).toContain('list.csv: 2 lines')
    expect(answer.status).toBe(200)
    const file = await taken(hash)
    if (file.state !== 'ready') throw new Error(file.state)
    expect(file).toMatchObject({ name: 'list.csv', rows: 2 })
    expect(await all(file.lines())).toEqual([
      ['name', 'mail'],
      ['Doe, J', 'j@x.example'],
    ])
    expect(await taken(hash, somebodyElse)).toEqual({ state: 'none' })
    expect(await taken(token)).toEqual({ state: 'none' })
    expect((await post(`/upload/${token}`, form('a,b'))).status).toBe(404)
    await file.done()
    await file.done()
    expect(await taken(hash)).toEqual({ state: 'none' })
    expect(await pieces(hash)).toEqual([])
  })

  const TABLE = '会社,メール\r\n株式会社カエデ,kaede@x.example\r\n'
  /** 会社,カエデ */
  const SHIFT_JIS = Buffer.from('89ef8ed02c834a834783660d0a', 'hex')
  it.each<[string, string | Uint8Array<ArrayBuffer>, readonly (readonly string[])[]]>([
    [
      'UTF-8',
      TABLE,
      [
        ['会社', 'メール'],
        ['株式会社カエデ', 'kaede@x.example'],
      ],
    ],
    [
      'UTF-8 with a mark',
      `\u{feff}${TABLE}`,
      [
        ['会社', 'メール'],
        ['株式会社カエデ', 'kaede@x.example'],
      ],
    ],
    [
      'UTF-16LE with tabs',
      Buffer.from(`\u{feff}${TABLE.replaceAll(',', '\t')}`, 'utf16le'),
      [
        ['会社', 'メール'],
        ['株式会社カエデ', 'kaede@x.example'],
      ],
    ],
    ['Shift_JIS', SHIFT_JIS, [['会社', 'カエデ']]],
    [
      'semicolons and quotes',
      'a;"b;c"\n"x ""y""";"two\nlines"',
      [
        ['a', 'b;c'],
        ['x "y"', 'two\nlines'],
      ],
    ],
    [
      'old line ends',
      'a,b\rc,d',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
  ])('in %s is read as it was meant', async (_, content, rows) => {
    const { upload, post, taken } = await house()
    const { token, hash } = await upload()
    expect((await post(`/upload/${token}`, form(content))).status).toBe(200)
    const file = await taken(hash)
    expect(file.state === 'ready' && (await all(file.lines()))).toEqual(rows)
  })

  it.each<[string, string | Uint8Array<ArrayBuffer>, number, string]>([
    ['an empty file', '', 422, 'The file is empty'],
    ['only empty rows', ',,\r\n\r\n', 422, 'The file is empty'],
    ['a workbook', Buffer.from([0x50, 0x4b, 3, 4, 0, 0, 0xff, 0xd8]), 422, 'not a text that can be read'],
    ['an open quotation mark', 'a,b\r\n"c,d', 422, 'The quotation marks in row 2'],
    ['something after a quotation mark', 'a\r\nb\r\n"c"d', 422, 'The quotation marks in row 3'],
    ['too many rows', 'a\n'.repeat(MOST_ROWS + 1), 422, 'more than 10,000 rows'],
    ['too many cells', `${','.repeat(200)}x`, 422, 'Row 1 is too long'],
    ['a cell without end', `a\n${'x'.repeat(30_000)}`, 422, 'Row 2 is too long'],
    ['too many bytes', Buffer.alloc(MOST_FILE_BYTES + 1, 'a,b\n'), 413, 'larger than 5 MB'],
  ])('that is %s is refused, leaves nothing, and can be sent again', async (_, content, status, words) => {
    const { upload, post, taken, pieces } = await house()
    const { token, hash } = await upload()
    const answer = await post(`/upload/${token}`, form(content))
    expect(answer.bytes.toString()).toContain(words)
    expect(answer.status).toBe(status)
    expect(await pieces(hash)).toEqual([])
    expect(await taken(hash)).toEqual({ state: 'waiting' })
    expect((await post(`/upload/${token}`, form('a,b'))).status).toBe(200)
  })

  it('of five megabytes is kept in pieces below 400 KB', async () => {
    const { upload, post, pieces } = await house()
    const { token, hash } = await upload()
    const row = `${'x'.repeat(600)},${'y'.repeat(600)}\n`
    expect((await post(`/upload/${token}`, form(row.repeat(4000)))).status).toBe(200)
    const kept = await pieces(hash)
    expect(kept).toHaveLength(Math.ceil((1202 * 4000) / (288 * 1024)))
    for (const { body } of kept) expect(Buffer.byteLength(JSON.stringify(body))).toBeLessThan(400_000)
  })

  it('of six megabytes without a length is refused before it has all come', async () => {
    const { upload, port, pieces } = await house()
    const { token, hash } = await upload()
    let sent = 0
    const endless = new ReadableStream({
      pull(controller) {
        const head = sent === 0 ? '--b\r\nContent-Disposition: form-data; name="file"; filename="x.csv"\r\n\r\n' : ''
        sent += 65_536
        controller.enqueue(Buffer.from(head + 'a,b\n'.repeat(16_384)))
      },
    })
    const response = await fetch(`http://127.0.0.1:${port}/upload/${token}`, {
      method: 'POST',
      body: endless,
      headers: { ...EN, 'content-type': 'multipart/form-data; boundary=b' },
      duplex: 'half',
    } as RequestInit)
    expect(response.status).toBe(413)
    expect(await response.text()).toContain('larger than 5 MB')
    // The stream never ends; beyond what is read, only the buffers of both sides fill.
    expect(sent).toBeLessThan(32 * 1024 * 1024)
    expect(await pieces(hash)).toEqual([])
  })

  it('that says it is too long is refused without a byte being read', async () => {
    const { upload, port } = await house()
    const { token } = await upload()
    const answer = await raw(port, `POST /upload/${token} HTTP/1.1\r\nHost: x\r\nContent-Length: 6291456\r\n\r\n`)
    expect(answer).toMatch(/^HTTP\/1\.1 413 /)
  })

  it('without a ticket is refused without a byte being read', async () => {
    const { port } = await house()
    const head = `POST /upload/${'N'.repeat(43)} HTTP/1.1\r\nHost: x\r\nContent-Length: 5000000\r\n\r\n`
    expect(await raw(port, head)).toMatch(/^HTTP\/1\.1 404 /)
  })

  it('that stops half way is given up, and leaves nothing', async () => {
    const { upload, port, pieces } = await house()
    const { token, hash } = await upload()
    const head = '--b\r\nContent-Disposition: form-data; name="file"; filename="x.csv"\r\n\r\n'
    const request =
      `POST /upload/${token} HTTP/1.1\r\nHost: x\r\nContent-Length: 1000000\r\n` +
      `Content-Type: multipart/form-data; boundary=b\r\n\r\n${head}${'a,b\n'.repeat(100_000)}`
    expect(await raw(port, request)).toMatch(/^HTTP\/1\.1 408 /)
    expect(await pieces(hash)).toEqual([])
  }, 15_000)

  const PART = 'Content-Disposition: form-data; name="file"; filename="x.csv"\r\n\r\na,b'
  it.each([
    ['no form at all', 'application/json', '{}'],
    ['no boundary', 'multipart/form-data', `--b\r\n${PART}\r\n--b--\r\n`],
    ['another boundary', 'multipart/form-data; boundary=c', `--b\r\n${PART}\r\n--b--\r\n`],
    ['an endless boundary', `multipart/form-data; boundary=${'b'.repeat(80)}`, 'x'],
    ['something before it', 'multipart/form-data; boundary=b', `x--b\r\n${PART}\r\n--b--\r\n`],
    [
      'no file name',
      'multipart/form-data; boundary=b',
      '--b\r\nContent-Disposition: form-data; name="file"\r\n\r\na\r\n--b--',
    ],
    ['endless headers', 'multipart/form-data; boundary=b', `--b\r\n${'X: y\r\n'.repeat(3000)}`],
    ['no end', 'multipart/form-data; boundary=b', `--b\r\n${PART}`],
    ['two files', 'multipart/form-data; boundary=b', `--b\r\n${PART}\r\n--b\r\n${PART}\r\n--b--\r\n`],
    ['nothing', 'multipart/form-data; boundary=b', ''],
  ])('with %s is refused as not whole', async (_, type, body) => {
    const { upload, post, pieces } = await house()
    const { token, hash } = await upload()
    const answer = await post(`/upload/${token}`, body, { 'content-type': type })
    expect(answer.status).toBe(400)
    expect(answer.bytes.toString()).toContain('did not arrive whole')
    expect(await pieces(hash)).toEqual([])
  })

  it('whose boundary is cut anywhere by the wire arrives whole', async () => {
    const { upload, taken, port } = await house()
    const { token, hash } = await upload()
    const text = 'a,b\r\n--c,d\r\n-- --bound,e\r\n'
    const body = `--bound\r\nContent-Disposition: form-data; name="file"; filename="x.csv"\r\n\r\n${text}\r\n--bound--\r\n`
    const one = new ReadableStream({
      start(controller) {
        for (const byte of Buffer.from(body)) controller.enqueue(Uint8Array.of(byte))
        controller.close()
      },
    })
    const response = await fetch(`http://127.0.0.1:${port}/upload/${token}`, {
      method: 'POST',
      body: one,
      headers: { 'content-type': 'multipart/form-data; boundary="bound"' },
      duplex: 'half',
    } as RequestInit)
    expect(response.status).toBe(200)
    const file = await taken(hash)
    expect(file.state === 'ready' && (await all(file.lines()))).toEqual([
      ['a', 'b'],
      ['--c', 'd'],
      ['-- --bound', 'e'],
    ])
  })

  it('with no file chosen says so', async () => {
    const { upload, post } = await house()
    const { token } = await upload()
    const body = '--b\r\nContent-Disposition: form-data; name="file"; filename=""\r\n\r\n\r\n--b--\r\n'
    const answer = await post(`/upload/${token}`, body, { 'content-type': 'multipart/form-data; boundary=b' })
    expect(answer.bytes.toString()).toContain('Choose a file first.')
  })

  it('can be tried ten times', async () => {
    const { upload, post } = await house()
    const { token } = await upload()
    for (let n = 0; n < 10; n++) expect((await post(`/upload/${token}`, form(''))).status).toBe(422)
    expect((await post(`/upload/${token}`, form('a,b'))).status).toBe(404)
  })

  it('ends after ten minutes, and what was handed in after ten more', async () => {
    const { upload, post, taken, minutesPass, store, clock, pieces } = await house()
    const late = await upload()
    minutesPass(9)
    const inTime = await upload()
    await post(`/upload/${inTime.token}`, form('a,b'))
    minutesPass(1)
    expect((await post(`/upload/${late.token}`, form('a,b'))).status).toBe(404)
    expect(await taken(late.hash)).toEqual({ state: 'none' })
    expect((await taken(inTime.hash)).state).toBe('ready')
    minutesPass(9)
    expect(await taken(inTime.hash)).toEqual({ state: 'none' })
    for (const { pk } of await store.due(clock.now(), 10)) await sweepFile(store, pk)
    expect(await pieces(inTime.hash)).toEqual([])
    expect(await store.due(clock.now(), 10)).toEqual([])
  })
})

/** What the server answers to bytes that may never be a whole request. */
async function raw(port: number, text: string): Promise<string> {
  const socket = connect(port, '127.0.0.1')
  closing.push(() => socket.destroy())
  socket.on('error', () => undefined)
  socket.write(text)
  let answer = ''
  for await (const chunk of socket) {
    answer += chunk
    if (answer.includes('\r\n\r\n')) break
  }
  return answer
}
