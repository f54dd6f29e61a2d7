import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'

/**
 * One request to the bot and what it answered; `who` is the person in whose name it came, of a page nobody; `activity` is
 * what messages in answer to it name.
 */
export type Exchange = {
  who: string | undefined
  activity: string | undefined
  url: string
  asked: string
  status: number
  head: string
  body: string
}

/** Writes down everything that this process asks of the bot, until it is stopped. */
export function recordRequests(botUrl: string): { exchanges: readonly Exchange[]; stop(): void } {
  const ask = globalThis.fetch
  const exchanges: Exchange[] = []
  globalThis.fetch = async (input, init) => {
    const response = await ask(input, init)
    const url = String(input instanceof Request ? input.url : input)
    if (!url.startsWith(botUrl)) return response
    const body = await response.clone().text()
    const head = JSON.stringify([...response.headers])
    const asked = typeof init?.body === 'string' ? init.body : ''
    exchanges.push({ ...senderOf(asked), url, asked, status: response.status, head, body })
    return response
  }
  return {
    exchanges,
    stop: () => {
      globalThis.fetch = ask
    },
  }
}

function senderOf(asked: string): Pick<Exchange, 'who' | 'activity'> {
  if (!asked.startsWith('{') || !asked.includes('aadObjectId')) return { who: undefined, activity: undefined }
  const { id, from } = JSON.parse(asked) as { id?: string; from?: { aadObjectId?: string } }
  return { who: from?.aadObjectId, activity: id }
}

/** Every byte of the store's files as they lie there, and every document as it reads. */
export function keptIn(folder: string): { bytes: Buffer; documents: readonly { place: string; body: string }[] } {
  const bytes = Buffer.concat(readdirSync(folder).map((name) => readFileSync(join(folder, name))))
  const file = join(folder, 'bot.db')
  if (!existsSync(file)) throw new Error('no store')
  const db = new DatabaseSync(file, { readOnly: true })
  const rows = db.prepare('SELECT pk, id, body FROM docs').all()
  db.close()
  return { bytes, documents: rows.map(({ pk, id, body }) => ({ place: `${pk}|${id}`, body: String(body) })) }
}

/** A secret as it stands somewhere: plain, escaped, in hex, in base64 wherever it begins, turned round, and in UTF-16. */
function formsOf(secret: string): readonly Buffer[] {
  const raws = [Buffer.from(secret), Buffer.from(secret, 'utf16le')]
  // A token of ours stands for 32 bytes.
  if (/^[\w-]{43}$/.test(secret)) raws.push(Buffer.from(secret, 'base64url'))
  const texts = [
    encodeURIComponent(secret),
    JSON.stringify(secret).slice(1, -1),
    ...raws.flatMap((raw) => [raw.toString('hex'), raw.toString('hex').toUpperCase(), ...base64Of(raw)]),
  ]
  return [...raws, ...texts.map((text) => Buffer.from(text))]
}

/** What of a base64 text stands for these bytes alone, whichever bytes come before and after. */
function base64Of(raw: Buffer): readonly string[] {
  return [0, 1, 2].flatMap((before) => {
    const text = Buffer.concat([Buffer.alloc(before), raw]).toString('base64')
    const own = text.slice(Math.ceil((before * 8) / 6), Math.floor(((before + raw.length) * 8) / 6))
    return [own, own.replaceAll('+', '-').replaceAll('/', '_')]
  })
}

/** Whether a secret stands there, as it is or with characters escaped as cards and JSON escape them. */
export const holds = (place: string | Buffer, secret: string): boolean => finds(readable(place), secret)

/** Finds a secret in bytes that many are looked for in. */
export function searcher(place: string | Buffer): (secret: string) => boolean {
  const searched = readable(place)
  return (secret) => finds(searched, secret)
}

/** Those of many places in which a secret stands: all are looked through as one first, as it stands in none of most. */
export function among<Place>(places: readonly Place[], textOf: (place: Place) => string) {
  const isAnywhere = searcher(places.map(textOf).join('\n'))
  return (secret: string): readonly Place[] =>
    isAnywhere(secret) ? places.filter((place) => holds(textOf(place), secret)) : []
}

type Readable = { bytes: Buffer; unescaped: Buffer | undefined }

function readable(place: string | Buffer): Readable {
  const bytes = typeof place === 'string' ? Buffer.from(place) : place
  const unescaped = bytes.includes('\\')
    ? Buffer.from(bytes.toString('latin1').replaceAll('\\', ''), 'latin1')
    : undefined
  return { bytes, unescaped }
}

function finds({ bytes, unescaped }: Readable, secret: string): boolean {
  const forms = known.get(secret) ?? formsOf(secret)
  known.set(secret, forms)
  return unescaped?.includes(secret) === true || forms.some((form) => bytes.includes(form))
}

const known = new Map<string, readonly Buffer[]>()

/** Every address of a web page, a chat or a mailbox in a text, with what was escaped in it. */
export function urlsIn(text: string): readonly string[] {
  const plain = text.replace(/\\u([0-9a-f]{4})/gi, (_, code) => String.fromCharCode(Number.parseInt(code, 16)))
  return [...plain.matchAll(/(?:https?|mailto|msteams|sip):[^\s"'<>\\]+/g)].map(([url]) => decoded(url))
}

function decoded(url: string): string {
  try {
    return `${url} ${decodeURIComponent(url)}`
  } catch {
    return url
  }
}
