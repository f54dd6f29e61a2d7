import { createRequire } from 'node:module'

/** An Adaptive Card, ready to be sent. Only a drawing makes one; nobody else looks inside. */
export type Card = {
  readonly type: 'AdaptiveCard'
  readonly version: string
  readonly [property: string]: unknown
  readonly [WRITTEN]?: Written
}

/** The card as JSON, as its drawing wrote it. */
export const textOf = (card: Card): string => card[WRITTEN]?.text ?? JSON.stringify(card)

/** As it is sent. */
export const bytesOf = (card: Card): number => Buffer.byteLength(textOf(card))

/** What a client takes of one card, with room for what a message brings around it. */
export const MOST_BYTES = 24_000

export type Json = string | number | boolean | readonly Json[] | { readonly [property: string]: Json | undefined }

/**
 * Makes a drawing: the template is parsed and turned into a function here, once; each call fills it.
 *
 * The view fills every `${…}` of the template. Text of a view is never read as an expression, and every text that a
 * client would read as markdown is escaped, so that what a person typed shows as it was typed. A property that comes out
 * as '' is left away. What has `$data` stands in an array and is repeated for each of its rows; there are no conditions.
 * @throws Error when the view lacks something that the template names: a card is whole or it is none.
 */
export function drawing<View extends object>(template: object): (view: View) => Card {
  const { body = [], ...head } = template as Drawn
  const [writeHead, writeBody] = [writer(prepared(head)), writer(prepared(body))]
  return (view) => cardOf({ head: writeHead(view as Json), body: writeBody(view as Json) })
}

/** The same card, which asks for itself anew as `refresh` says (`living.ts`). */
export function refreshing(card: Card, refresh: object): Card {
  const written = card[WRITTEN]
  return written ? cardOf(written, refresh) : { ...card, refresh }
}

/** The JSON of a body, and of what stands before it. */
type Parts = { readonly head: string; readonly body: string }
type Written = Parts & { readonly text: string }

/** A copy of a card has to be written itself, so that no copy has this. */
const WRITTEN = Symbol('written')

/** Most cards are sent as they were written: the body is made for whoever looks inside. */
function cardOf({ head, body }: Parts, refresh?: object): Card {
  const rest = refresh ? `,"refresh":${JSON.stringify(refresh)}` : ''
  const written: Written = { head, body, text: `${head.slice(0, -1)},"body":${body}${rest}}` }
  const card: Record<PropertyKey, unknown> = JSON.parse(head)
  Object.defineProperty(card, 'body', INSIDE)
  if (refresh) card.refresh = refresh
  return Object.defineProperty(card, WRITTEN, { value: written }) as Card
}

/** One for all cards, since each kind of its own would outlive its card. */
const INSIDE = {
  enumerable: true,
  get(this: { readonly [WRITTEN]: Written }): unknown {
    return JSON.parse(this[WRITTEN].body)
  },
}

/** Writes JSON of what the view gives, or the row of it that a part is repeated for. */
type Writer = (data: Json) => string

/** A part of a drawing as JSON; what is the same on every card is written already. */
type Pieces = readonly (string | Writer)[]

function writer(pieces: Pieces): Writer {
  const few = pieces.reduce<Pieces>(joined, [])
  return (data) => {
    let text = ''
    for (const piece of few) text += typeof piece === 'string' ? piece : piece(data)
    return text
  }
}

/** Neighbours that are written already are one. */
function joined(pieces: Pieces, next: string | Writer): Pieces {
  const last = pieces.at(-1)
  if (typeof last !== 'string' || typeof next !== 'string') return [...pieces, next]
  return [...pieces.slice(0, -1), last + next]
}

function prepared(node: Json): Pieces {
  if (typeof node === 'string') return [filled(node, json)].flat()
  if (Array.isArray(node)) return bracketed('[', node.map(preparedItem), ']')
  if (typeof node !== 'object') return [json(node)]
  if ('$data' in node || '$when' in node) throw new Error('only what stands in an array is repeated')
  return bracketed('{', properties(node as Drawn), '}')
}

/** What stands beside others: pieces, or what may come to nothing. */
type Item = Pieces | Writer

function preparedItem(node: Json): Item {
  if (typeof node !== 'object' || !('$data' in node)) return prepared(node)
  const { $data, ...item } = node as Drawn
  const one = writer(prepared(item))
  return filled(String($data), (rows) => (Array.isArray(rows) ? listed(rows, one) : one(rows)))
}

const properties = (node: Drawn): readonly Item[] =>
  Object.entries(node).map(([name, value = '']) => {
    const start = `"${name}":`
    if (typeof value !== 'string') return [start, ...prepared(value)]
    const write = writerOf(node.type, name)
    return filled(value, (given) => (given === '' ? '' : start + write(given)))
  })

function filled(text: string, write: (given: Json) => string): Item {
  const named = expression(text)
  return typeof named === 'string' ? [write(named)] : (data) => write(named(data))
}

/** With commas between; `first` is the first that comes to something in any case. */
function bracketed(open: string, items: readonly Item[], close: string): Pieces {
  const some = items.filter((item) => typeof item === 'function' || item[0] !== '')
  const first = some.findIndex((item) => typeof item !== 'function')
  if (first < 0) return [open, (data) => listed(some as readonly Writer[], (write) => write(data)), close]
  const within = some.map((item, at): Pieces => {
    if (typeof item !== 'function') return at === first ? item : [',', ...item]
    const [before, after] = at < first ? ['', ','] : [',', '']
    return [(data) => around(before, item(data), after)]
  })
  return [open, ...within.flat(), close]
}

const around = (before: string, text: string, after: string): string => (text === '' ? '' : before + text + after)

/** With commas between; what is written as '' leaves no trace. */
function listed<T>(all: readonly T[], write: (one: T) => string): string {
  let text = ''
  for (const one of all) {
    const given = write(one)
    if (given !== '') text = text === '' ? given : `${text},${given}`
  }
  return text
}

type Drawn = { readonly [property: string]: Json | undefined }

/** A text of the template: itself, or what it names. Most name one thing, which is read straight away. */
function expression(text: string): string | ((data: Json) => Json) {
  if (!text.includes('${')) return text
  const name = NAME.exec(text)?.[1]
  if (name === '$data') return (data) => data
  if (name !== undefined)
    return (data) => (typeof data === 'object' ? (data as Drawn)[name] : undefined) ?? missing(name)
  const { Template } = templating()
  const parsed = Template.parseInterpolatedString(text)
  if (typeof parsed === 'string') return parsed
  return (data) => {
    const { value, error } = Template.tryEvaluateExpression(parsed, { $root: data }, true)
    if (error) throw new Error(error)
    return value
  }
}

const NAME = /^\$\{(\$data|[A-Za-z]\w*)\}$/

function missing(path: string): never {
  throw new Error(`the view has no ${path}`)
}

/**
 * The language of Adaptive Card templates, for a drawing that asks for more than names. It brings a grammar with it that
 * costs 40 MB and a quarter of the start, so that it comes only to who asks. The package's main file also carries types of
 * `adaptivecards` that do not compile here; this is the part that is used.
 */
function templating(): typeof import('adaptivecards-templating/lib/template-engine.js') {
  const language = load('adaptivecards-templating/lib/template-engine.js')
  language.GlobalSettings.getUndefinedFieldValueSubstitutionString = missing
  return language
}

const load = createRequire(import.meta.url)

/** What of a card is markdown is escaped; the data of an action is the view's own and stays as it is. */
function writerOf(type: Json | undefined, name: string): (value: Json) => string {
  if (name === 'data') return (data) => JSON.stringify(data)
  if (name === 'text' && type === 'TextBlock') return (text) => quotedText(String(text))
  if (name === 'facts') return (facts) => JSON.stringify((facts as readonly Fact[]).map(escapeFact))
  return json
}

/** What a view brings ready made, without what is empty and with its texts escaped. */
function json(node: Json): string {
  if (typeof node === 'string') return quoted(node)
  if (typeof node !== 'object') return String(node)
  if (Array.isArray(node)) return `[${listed(node, json)}]`
  const { type } = node as Drawn
  // A button is whole when it is made, and nothing on it is markdown.
  if (type === 'Action.Execute') return JSON.stringify(node)
  const some = Object.entries(node).filter(([, value]) => value !== '' && value !== undefined)
  return `{${listed(some, ([name, value]) => `"${name}":${writerOf(type, name)(value as Json)}`)}}`
}

type Fact = { title: string; value: string }

const escapeFact = ({ title, value }: Fact): Fact => ({ title: escapeText(title), value: escapeText(value) })

/** Most texts stand in JSON as they are, which is seen faster than written. */
const quoted = (text: string): string => (ODD.test(text) ? JSON.stringify(text) : `"${text}"`)

const quotedText = (text: string): string => (isBare(text) ? `"${text}"` : JSON.stringify(escapeText(text)))

const isBare = (text: string): boolean => !ODD.test(text) && !START.test(text)

/** Quotes, controls, halves of characters, breaks, and every sign of markdown that need not begin a line. */
const ODD = /[^ !#-%'-)+-;=-Z^a-z|}\x7f-\u2027\u202a-\ud7ff\ue000-\uffff]/
const START = /^[^\S\r\n]*[>#+\-\d]/
/** Without one of these there is nothing to escape within a line. */
const SIGN = /[\\`*~[\]<&_{]/
const INLINE = /[\\`*~[\]<]|&(?=#?\w+;)|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])|(?<=[${])\{/gu
const LINE_START = /^([^\S\r\n]*)(?:(>|#(?=[#\s]|$)|[+-](?=[\s-]|$))|(\d{1,9})([.)](?=\s|$)))/gm

/**
 * The same text for a TextBlock or a Fact, with nothing left that Teams reads as markdown, an entity, a mention or a date
 * function. Signs that cannot begin anything stay bare, since not every client takes the backslash away.
 */
export function escapeText(text: string): string {
  if (isBare(text)) return text
  const inLine = SIGN.test(text) ? text.replace(INLINE, '\\$&') : text
  return inLine.replace(LINE_START, escapeStart).replace(/\r?\n/g, '\n\n')
}

const escapeStart = (_: string, indent: string, sign?: string, number?: string, stop?: string): string =>
  sign === undefined ? `${indent}${number}\\${stop}` : `${indent}\\${sign}`

/** A text for `speak`: plain, with a pause after each part, without the signs of SSML or of a template. */
export const spoken = (...texts: readonly string[]): string =>
  texts
    .filter((text) => text !== '')
    .map(withPause)
    .join(' ')
    .replace(/[<>&{}]/g, ' ')

const withPause = (text: string): string => (PAUSE.test(text) ? text : `${text}${JAPANESE_END.test(text) ? '。' : '.'}`)

const PAUSE = /[.!?,:;…。！？、：][)\]"'」』）]*\s*$/
const JAPANESE_END = /[\u3005\u3040-\u30ff\u3400-\u9fff」』）]\s*$/
