import { createHash, createHmac } from 'node:crypto'

/** What a link in a mail or an invitation is for; a token made for one kind is worthless as another. */
type LinkKind = 'verify' | 'invite'

const TOKEN = /^[A-Za-z0-9_-]{43}$/

/**
 * The secret of one link, made again whenever it has to be shown, so that it is never stored (architecture.md 7.1).
 * Raising `generation` makes a new token and ends the old one.
 * @throws TypeError when `dataKey` is shorter than 32 bytes, or `id` holds the separator.
 */
export function linkToken(dataKey: Buffer, kind: LinkKind, id: string, generation: number): string {
  if (dataKey.length < 32) throw new TypeError('the data key needs 32 bytes')
  if (id.includes('|') || !Number.isSafeInteger(generation)) throw new TypeError('bad link')
  return createHmac('sha256', dataKey).update(`${kind}|${id}|${generation}`).digest('base64url')
}

/**
 * All that the store keeps of a token (reservation `uq:tok:<hash>`). Tokens are found by this hash and never compared
 * themselves, so the time of a look-up says nothing about them.
 */
export const tokenHash = (token: string): string => createHash('sha256').update(token).digest('base64url')

/** Whether a pasted text has the form of a token. */
export const isToken = (text: string): boolean => TOKEN.test(text)
