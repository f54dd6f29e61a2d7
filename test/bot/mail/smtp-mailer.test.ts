import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { createServer, type Server, type Socket } from 'node:net'
import { SMTPServer, type SMTPServerOptions } from 'smtp-server'
import { afterEach, describe, expect, it } from 'vitest'
import { smtpMailer } from '../../../bot/mail/smtp-mailer.ts'
import { OutsideRefused, OutsideUnavailable } from '../../../domain/ports.ts'

type Taken = { to: string[]; raw: string }

const closing: (() => unknown)[] = []
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close()
})

const portOf = (server: { address(): unknown }): number => (server.address() as AddressInfo).port

async function serverWith(options: SMTPServerOptions = {}): Promise<{ url: string; taken: Taken[] }> {
  const taken: Taken[] = []
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    logger: false,
    onData(stream, session, done) {
      const parts: Buffer[] = []
      stream.on('data', (part: Buffer) => parts.push(part))
      stream.on('end', () => {
        taken.push({
          to: session.envelope.rcptTo.map(({ address }) => address),
          raw: Buffer.concat(parts).toString('latin1'),
        })
        done()
      })
    },
    ...options,
  })
  server.listen(0, '127.0.0.1')
  await once(server.server, 'listening')
  closing.push(() => new Promise<void>((resolve) => server.close(() => resolve())))
  return { url: `smtp://127.0.0.1:${portOf(server.server)}`, taken }
}

function mailerFor(url: string) {
  const mailer = smtpMailer({ url, from: 'Partner Bot <no-reply@partner.example>' })
  closing.push(() => mailer.close())
  return mailer
}

const refusing = (responseCode: number, text: string): Error => Object.assign(new Error(text), { responseCode })

/** The decoded parts of a message: what a reader of mail sees. */
function read(raw: string): { headers: Map<string, string>; text: string } {
  const [head = '', ...rest] = raw.split('\r\n\r\n')
  const unfolded = head.replace(/\r\n[ \t]+/g, ' ').split('\r\n')
  const headers = new Map(
    unfolded.map((line) => [line.slice(0, line.indexOf(':')).toLowerCase(), line.slice(line.indexOf(':') + 2)]),
  )
  const body = rest.join('\r\n\r\n')
  const coding = headers.get('content-transfer-encoding')
  const bytes =
    coding === 'base64'
      ? Buffer.from(body, 'base64')
      : Buffer.from(
          body
            .replace(/=\r\n/g, '')
            .replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
          'latin1',
        )
  return { headers, text: bytes.toString('utf8').replaceAll('\r\n', '\n').trimEnd() }
}

function words(header: string | undefined): string {
  return (header ?? '')
    .replace(/\?=\s+=\?/g, '?==?')
    .replace(/=\?UTF-8\?([BQ])\?([^?]*)\?=/gi, (_, coding: string, coded: string) =>
      coding.toUpperCase() === 'B'
        ? Buffer.from(coded, 'base64').toString('latin1')
        : coded
            .replaceAll('_', ' ')
            .replace(/=([0-9A-F]{2})/g, (__, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    )
}
const decoded = (header: string | undefined): string => Buffer.from(words(header), 'latin1').toString('utf8')

const mail = { to: 'hanako@kaede.example', subject: 'Confirm', text: 'Hello' }

describe('sending mail by SMTP', () => {
  it('delivers Japanese as it was written, from the configured sender', async () => {
    const { url, taken } = await serverWith()
    const subject = '【パートナー センター】メール アドレスの確認をお願いします — 株式会社カエデ (①〜③)'
    const text =
      'カエデ 花子 様\n\n次の 2 つの項目を確認してください。\nhttps://bot.example/verify/abc_DEF-123\n.\n終わり'
    await mailerFor(url).send({ to: 'hanako@kaede.example', subject, text }, 'org:1|ob:1')
    expect(taken).toHaveLength(1)
    const { headers, text: got } = read(taken[0]?.raw ?? '')
    expect(taken[0]?.to).toEqual(['hanako@kaede.example'])
    expect(decoded(headers.get('subject'))).toBe(subject)
    expect(got).toBe(text)
    expect(headers.get('from')).toBe('Partner Bot <no-reply@partner.example>')
    expect(headers.get('content-type')).toMatch(/text\/plain; charset=utf-8/i)
    expect(headers.get('auto-submitted')).toBe('auto-generated')
  })

  it('gives a repeat the Message-ID of the first, and another mail its own', async () => {
    const { url, taken } = await serverWith()
    const mailer = mailerFor(url)
    for (const key of ['org:1|ob:1', 'org:1|ob:1', 'org:1|ob:2']) await mailer.send(mail, key)
    const ids = taken.map(({ raw }) => read(raw).headers.get('message-id'))
    expect(ids[0]).toMatch(/^<[0-9a-f]{40}@partner\.example>$/)
    expect(ids[1]).toBe(ids[0])
    expect(ids[2]).not.toBe(ids[0])
  })

  it('lets nothing in a subject or an address become a header or another recipient', async () => {
    const { url, taken } = await serverWith()
    const mailer = mailerFor(url)
    await mailer.send({ ...mail, subject: 'Hi\r\nBcc: eve@evil.example\r\n\r\nbody' }, 'k')
    const { headers } = read(taken[0]?.raw ?? '')
    expect(taken[0]?.to).toEqual(['hanako@kaede.example'])
    expect(headers.has('bcc')).toBe(false)
    expect(decoded(headers.get('subject'))).toBe('Hi Bcc: eve@evil.example body')
    for (const to of [
      'a@b.example, eve@evil.example',
      'a@b.example;eve@evil.example',
      'a@b.example\r\nRCPT TO:<eve@evil.example>',
      '<a@b.example>',
      'Group: a@b.example;',
      'a@b@c.example',
      '"a b"@c.example',
      'nobody',
      '',
    ]) {
      await expect(mailer.send({ ...mail, to }, 'k'), to).rejects.toBeInstanceOf(OutsideRefused)
    }
    expect(taken).toHaveLength(1)
  })

  it('takes 5xx about the recipient or the message as final, without repeating the address', async () => {
    const atRecipient = await serverWith({
      onRcptTo: ({ address }, _, done) => done(refusing(550, `5.1.1 <${address}> unknown`)),
    })
    const refused = await mailerFor(atRecipient.url)
      .send(mail, 'k')
      .catch((error: unknown) => error)
    expect(refused).toBeInstanceOf(OutsideRefused)
    expect((refused as OutsideRefused).message).toBe('mailer refused: 550 5.1.1')

    const atMessage = await serverWith({
      onData: (stream, _, done) => {
        stream.resume()
        stream.on('end', () => done(refusing(552, 'mailbox full')))
      },
    })
    await expect(mailerFor(atMessage.url).send(mail, 'k')).rejects.toMatchObject({ port: 'mailer', reason: '552' })
  })

  it('takes 4xx as not executed', async () => {
    const { url } = await serverWith({ onRcptTo: (_, __, done) => done(refusing(451, 'greylisted')) })
    const error: unknown = await mailerFor(url)
      .send(mail, 'k')
      .catch((reason: unknown) => reason)
    expect(error).toBeInstanceOf(OutsideUnavailable)
    expect(error).toMatchObject({ port: 'mailer', outcome: 'notExecuted' })
  })

  it('does not blame the recipient when the server refuses the sender or the sign-in', async () => {
    const sender = await serverWith({ onMailFrom: (_, __, done) => done(refusing(550, 'not your domain')) })
    await expect(mailerFor(sender.url).send(mail, 'k')).rejects.toBeInstanceOf(OutsideUnavailable)
    const signIn = await serverWith({
      authOptional: false,
      allowInsecureAuth: true,
      onAuth: (_, __, done) => done(refusing(535, 'wrong password')),
    })
    const url = signIn.url.replace('smtp://', 'smtp://user:secret@')
    await expect(mailerFor(url).send(mail, 'k')).rejects.toMatchObject({ port: 'mailer', outcome: 'notExecuted' })
  })

  it('knows that nothing was sent when nobody listens', async () => {
    const server = createServer().listen(0, '127.0.0.1')
    await once(server, 'listening')
    const port = portOf(server)
    await new Promise((resolve) => server.close(resolve))
    await expect(mailerFor(`smtp://127.0.0.1:${port}`).send(mail, 'k')).rejects.toMatchObject({
      outcome: 'notExecuted',
    })
  })

  it('does not know when the connection breaks after the message, and sends it once', async () => {
    const { url, messages } = await breakingServer()
    await expect(mailerFor(url).send(mail, 'k')).rejects.toMatchObject({ port: 'mailer', outcome: 'unknown' })
    expect(messages()).toBe(1)
  })

  it('does not try again by itself when the server hangs up', async () => {
    let connections = 0
    const server = createServer((socket) => {
      connections++
      socket.end()
    })
    server.listen(0, '127.0.0.1')
    await once(server, 'listening')
    closing.push(() => new Promise<void>((resolve) => server.close(() => resolve())))
    const sending = mailerFor(`smtp://127.0.0.1:${portOf(server)}`).send(mail, 'k')
    await expect(sending).rejects.toBeInstanceOf(OutsideUnavailable)
    expect(connections).toBe(1)
  })

  it('keeps its connection from one mail to the next', async () => {
    let connections = 0
    const { url, taken } = await serverWith({
      onConnect: (_, done) => {
        connections++
        done()
      },
    })
    const mailer = mailerFor(url)
    for (let n = 0; n < 5; n++) await mailer.send(mail, `k${n}`)
    expect(taken).toHaveLength(5)
    expect(connections).toBe(1)
  })

  it('refuses a sender that is no address', () => {
    expect(() => smtpMailer({ url: 'smtp://127.0.0.1:25', from: 'Partner Bot' })).toThrow(TypeError)
  })
})

/** Takes a message to its end and hangs up instead of answering. */
async function breakingServer(): Promise<{ url: string; messages: () => number }> {
  let messages = 0
  const server: Server = createServer((socket: Socket) => {
    let inData = false
    socket.on('error', () => undefined)
    socket.write('220 ready\r\n')
    socket.on('data', (bytes) => {
      const said = bytes.toString('latin1')
      if (inData) {
        if (!said.endsWith('\r\n.\r\n')) return
        messages++
        socket.destroy()
      } else if (said.startsWith('DATA')) {
        inData = true
        socket.write('354 go on\r\n')
      } else socket.write('250 ok\r\n')
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  closing.push(() => new Promise<void>((resolve) => server.close(() => resolve())))
  return { url: `smtp://127.0.0.1:${portOf(server)}`, messages: () => messages }
}
