import { createHash } from 'node:crypto'
import { createTransport } from 'nodemailer'
import { type Mailer, OutsideRefused, OutsideUnavailable } from '../../domain/ports.ts'

/** One address and nothing else: what separates addresses, quotes or ends a line cannot be in it. */
const ADDRESS = /^[^\s@,;:<>()[\]\\"\p{Cc}]{1,64}@[^\s@,;:<>()[\]\\"\p{Cc}]{1,255}$/u
const CONTROL = /\p{Cc}+/gu

/** The whole of one sending; shorter than the lease of an outbox row. */
const SEND_MS = 20_000

/**
 * Mail by SMTP, plain text in UTF-8, over a few kept connections. The Message-ID is made of the key, so that whoever
 * receives a repeat can tell it.
 *
 * Credentials are never sent in clear to another machine.
 */
export function smtpMailer({ url, from }: { url: string; from: string }): Mailer & { close(): void } {
  const { hostname, protocol, username } = new URL(url)
  const domain = /@([^>\s]+)>?\s*$/.exec(from)?.[1]
  if (domain === undefined) throw new TypeError('the sender is no mail address')
  const transport = createTransport(
    {
      url,
      pool: true,
      maxConnections: 3,
      // One layer repeats, and that is the outbox.
      maxRequeues: 0,
      idleTimeout: 30_000,
      connectionTimeout: 5_000,
      greetingTimeout: 5_000,
      socketTimeout: 10_000,
      dnsTimeout: 5_000,
      requireTLS: protocol === 'smtp:' && username !== '' && !isLoopback(hostname),
    },
    { from, headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' } },
  )
  return {
    async send({ to, subject, text }, key) {
      if (!ADDRESS.test(to)) throw new OutsideRefused('mailer', 'not an address')
      try {
        await transport.sendMail({
          to: { name: '', address: to },
          subject: subject.replace(CONTROL, ' '),
          text,
          messageId: `<${createHash('sha256').update(key).digest('hex').slice(0, 40)}@${domain}>`,
          disableFileAccess: true,
          disableUrlAccess: true,
          signal: AbortSignal.timeout(SEND_MS),
        })
      } catch (error) {
        throw faultOf(error)
      }
    },
    close: () => transport.close(),
  }
}

type SmtpError = { code?: string; command?: string; responseCode?: number; response?: string; syscall?: string }

const NEVER_CONNECTED = new Set(['EDNS', 'ETLS', 'EAUTH'])

/**
 * A reply of 5xx about the recipient or the message is final. Any other reply says at least that nothing was taken; a
 * connection that broke says nothing, except while it was being made.
 */
function faultOf(cause: unknown): OutsideRefused | OutsideUnavailable {
  const { code, command, responseCode, response, syscall } = (cause instanceof Error ? cause : {}) as SmtpError
  if (responseCode !== undefined && responseCode >= 400) {
    const final = responseCode >= 500 && (command === 'RCPT TO' || command === 'DATA')
    // The server's words may quote the address; its codes do not.
    const status = /^\d{3}[ -](\d\.\d{1,3}\.\d{1,3})\b/.exec(response ?? '')?.[1] ?? ''
    if (final) return new OutsideRefused('mailer', `${responseCode} ${status}`.trim())
    return new OutsideUnavailable('mailer', 'notExecuted', { cause })
  }
  if (code === 'EENVELOPE') return new OutsideRefused('mailer', 'not an address')
  const notExecuted = syscall === 'connect' || (code !== undefined && NEVER_CONNECTED.has(code))
  return new OutsideUnavailable('mailer', notExecuted ? 'notExecuted' : 'unknown', { cause })
}

const isLoopback = (host: string): boolean => host === 'localhost' || host === '[::1]' || /^127\./.test(host)
