import { createCipheriv, createDecipheriv, createHash, createHmac, randomBytes } from 'node:crypto'
import type { Clock } from '../../domain/clock.ts'
import { newId } from '../../domain/ids.ts'
import { type Mail, type Mailer, OutsideRefused, OutsideUnavailable } from '../../domain/ports.ts'
import { type DocumentStore, StoreUnavailable } from '../../domain/store/document-store.ts'
import { isEmail, mailDomain } from '../../domain/text.ts'
import { readAll } from './read-all.ts'

/** A mail as it arrived; `links` are the addresses in its text, in their order. */
export type DeliveredMail = Mail & { links: readonly string[]; at: string }

export type SandboxMailer = Mailer & {
  /** What was delivered, newest first. */
  mailbox(): Promise<readonly DeliveredMail[]>
}

/**
 * Delivers into the store, each mail once under its key. Texts lie there encrypted under the data key, as they may carry
 * a personal link or a temporary password. Addresses at `*.invalid` have no mailbox and bounce.
 */
export function sandboxMailer(store: DocumentStore, clock: Clock, dataKey: Uint8Array): SandboxMailer {
  const secret = createHmac('sha256', dataKey).update('sandbox mailbox').digest()
  let sent = 0
  return {
    send: async ({ to, subject, text }, key) => {
      if (!isEmail(to) || /(^|\.)invalid$/.test(mailDomain(to))) throw new OutsideRefused('mailer', 'no such mailbox')
      const at = clock.now()
      const id = `key:${createHash('sha256').update(key).digest('hex')}`
      const token = newId()
      sent += 1
      const place = `at:${at}~${String(sent).padStart(8, '0')}~${token.slice(0, 8)}`
      try {
        // A key that is there already has been delivered before.
        await store.batch(
          PK,
          [
            { op: 'create', id, body: { token } },
            { op: 'create', id: place, body: { to, subject, sealed: seal(text, secret), at } },
          ],
          { id, token },
        )
      } catch (error) {
        if (!(error instanceof StoreUnavailable)) throw error
        throw new OutsideUnavailable('mailer', error.outcome, { cause: error })
      }
    },
    mailbox: async () =>
      (await readAll<Kept>(store, PK, 'at:', 'desc')).map(({ body: { to, subject, sealed, at } }) => {
        const text = open(sealed, secret)
        return { to, subject, text, links: linksIn(text), at }
      }),
  }
}

/** The web addresses in a text, without the punctuation of either language that follows them. */
export const linksIn = (text: string): readonly string[] =>
  (text.match(/https?:\/\/[^\s<>"、。「」（）『』【】]+/g) ?? []).map((link) => link.replace(/[.,;:!?)\]}'’]+$/, ''))

type Kept = { to: string; subject: string; sealed: string; at: string }

const PK = 'sbx:mail'

function seal(text: string, secret: Buffer): string {
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', secret, nonce)
  const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString('base64')
}

function open(sealed: string, secret: Buffer): string {
  const bytes = Buffer.from(sealed, 'base64')
  const cipher = createDecipheriv('aes-256-gcm', secret, bytes.subarray(0, 12)).setAuthTag(bytes.subarray(12, 28))
  try {
    return Buffer.concat([cipher.update(bytes.subarray(28)), cipher.final()]).toString('utf8')
  } catch {
    return '(This mail was sealed under another DATA_KEY.)'
  }
}
