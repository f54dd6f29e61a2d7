import { createRequire } from 'node:module'

/** An Adaptive Card, ready to be sent. Only a drawing makes one; nobody else looks inside. */
export type Card = { readonly type: 'AdaptiveCard'; readonly version: string; readonly [property: string]: unknown }

const texts = new WeakMap<Card, string>()

/** The card as JSON. It is written once: a page is measured before it is sent. */
export function textOf(card: Card): string {
  const known = texts.get(card)
  if (known !== undefined) return known
  const text = JSON.stringify(card)
  texts.set(card, text)
  return text
}

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
  const fill = prepared(template as Json)
  return (view) => fill(view as Json) as Card
}

/**
 * Gives its part of the card, from the view or the row of it that the part is repeated for. What names nothing is `fixed`:
 * made once, the same on every card.
 */
type Fill = { (data: Json): Json; readonly fixed?: Json }

const always = (fixed: Json): Fill => Object.assign(() => fixed, { fixed })

function prepared(node: Json): Fill {
  if (typeof node === 'string') return settledExpression(node)
  if (Array.isArray(node)) return preparedArray(node)
  if (typeof node !== 'object') return always(node)
  if ('$data' in node || '$when' in node) throw new Error('only what stands in an array is repeated')
  return preparedObject(node as Drawn)
}

function preparedArray(nodes: readonly Json[]): Fill {
  const items = nodes.map(preparedItem)
  const fixed = items.flatMap(({ fixed }) => (fixed === undefined ? [] : [fixed]))
  if (fixed.length === items.length) return always(Object.freeze(fixed.flat()))
  return (data) => {
    const filled: Json[] = []
    for (const item of items) {
      const given = item(data)
      if (Array.isArray(given)) filled.push(...given)
      else filled.push(given)
    }
    return filled
  }
}

/** Each is a copy of one pattern, with what is its own put in place: objects of one shape are quickly made and written. */
function preparedObject(node: Drawn): Fill {
  const properties = Object.entries(node).map(([name, value]) => [name, property(node, name, value ?? '')] as const)
  const pattern = Object.fromEntries(
    properties.flatMap(([name, { fixed = null }]) => (fixed === '' ? [] : [[name, fixed as Json]])),
  )
  const own = properties.filter(([, { fixed }]) => fixed === undefined)
  if (own.length === 0) return always(Object.freeze(pattern))
  return (data) => {
    const filled: Record<string, Json> = { ...pattern }
    for (const [name, fill] of own) {
      const value = fill(data)
      if (value === '') delete filled[name]
      else filled[name] = value
    }
    return filled
  }
}

function preparedItem(node: Json): Fill {
  if (typeof node !== 'object' || !('$data' in node)) return prepared(node)
  const { $data, ...item } = node as Drawn
  const rows = expression(String($data))
  const one = prepared(item)
  return (data) => {
    const given = rows(data)
    return Array.isArray(given) ? given.map((row) => one(row)) : one(given)
  }
}

type Drawn = { readonly [property: string]: Json | undefined }

/** What of a card is markdown is escaped; the data of an action is the view's own and stays as it is. */
function property(node: Drawn, name: string, value: Json): Fill {
  if (typeof value !== 'string') return prepared(value)
  const given = expression(value)
  if (given.fixed !== undefined) return given
  if (name === 'data') return given
  if (name === 'text' && node.type === 'TextBlock') return (data) => escapeText(String(given(data)))
  if (name === 'facts') return (data) => (given(data) as readonly Fact[]).map(escapeFact)
  return settledExpression(value)
}

function settledExpression(text: string): Fill {
  const given = expression(text)
  if (given.fixed !== undefined) return given
  return (data) => {
    const value = given(data)
    return typeof value === 'object' ? settle(value) : value
  }
}

/** A text of the template: itself, or what it names. Most name one thing, which is read straight away. */
function expression(text: string): Fill {
  if (!text.includes('${')) return always(text)
  const name = NAME.exec(text)?.[1]
  if (name === '$data') return (data) => data
  if (name !== undefined)
    return (data) => (typeof data === 'object' ? (data as Drawn)[name] : undefined) ?? missing(name)
  const { Template } = templating()
  const parsed = Template.parseInterpolatedString(text)
  if (typeof parsed === 'string') return always(parsed)
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

/** What a view brings ready made, without what is empty and with its texts escaped. */
function settle(node: Json): Json {
  if (Array.isArray(node)) return node.map(settle)
  if (typeof node !== 'object') return node
  const kind = Reflect.get(node, 'type')
  // A button is whole when it is made, and nothing on it is markdown.
  if (kind === 'Action.Execute') return node
  const settled: Record<string, Json> = {}
  for (const [property, value] of Object.entries(node)) {
    if (value === '' || value === undefined) continue
    if (property === 'data') settled[property] = value
    else if (property === 'text' && kind === 'TextBlock') settled[property] = escapeText(String(value))
    else if (property === 'facts' && Array.isArray(value)) settled[property] = value.map(escapeFact)
    else settled[property] = typeof value === 'object' ? settle(value) : value
  }
  return settled
}

type Fact = { title: string; value: string }

function escapeFact(fact: Fact): Fact {
  return { title: escapeText(fact.title), value: escapeText(fact.value) }
}

const INLINE = /[\\`*~[\]<]|&(?=#?\w+;)|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])|(?<=[${])\{/gu
/** Without one of these there is nothing to escape within a line, and none of those begins one. */
const SIGN = /[\\`*~[\]<&_{]/
const START = /^[^\S\r\n]*[>#+\-\d]/m
const LINE_START = /^([^\S\r\n]*)(?:(>|#(?=[#\s]|$)|[+-](?=[\s-]|$))|(\d{1,9})([.)](?=\s|$)))/gm

/**
 * The same text for a TextBlock or a Fact, with nothing left that Teams reads as markdown, an entity, a mention or a date
 * function. Signs that cannot begin anything stay bare, since not every client takes the backslash away.
 */
export function escapeText(text: string): string {
  const inLine = SIGN.test(text) ? text.replace(INLINE, '\\$&') : text
  const begun = START.test(inLine) ? inLine.replace(LINE_START, escapeStart) : inLine
  return begun.includes('\n') ? begun.replace(/\r?\n/g, '\n\n') : begun
}

const escapeStart = (_: string, indent: string, sign?: string, number?: string, stop?: string): string =>
  sign === undefined ? `${indent}${number}\\${stop}` : `${indent}\\${sign}`

/** A text for `speak`: plain, without the signs of SSML or of a template. */
export const spoken = (...texts: readonly string[]): string =>
  texts
    .filter((text) => text !== '')
    .join(' ')
    .replace(/[<>&{}]/g, ' ')
