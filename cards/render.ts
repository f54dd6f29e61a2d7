// The package's main file also carries types of `adaptivecards` that do not compile here; this is the part that is used.
import { GlobalSettings, Template } from 'adaptivecards-templating/lib/template-engine.js'

/** An Adaptive Card, ready to be sent. Only a drawing makes one; nobody else looks inside. */
export type Card = { readonly type: 'AdaptiveCard'; readonly version: string; readonly [property: string]: unknown }

export type Json = string | number | boolean | readonly Json[] | { readonly [property: string]: Json | undefined }

/**
 * Makes a drawing: the template is parsed here, once, and filled by each call.
 *
 * The view fills every `${…}` of the template. Text of a view is never read as an expression, and every text that a
 * client would read as markdown is escaped, so that what a person typed shows as it was typed. A property that comes out
 * as '' is left away.
 * @throws Error when the view lacks something that the template names: a card is whole or it is none.
 */
export function drawing<View extends object>(template: object): (view: View) => Card {
  const parsed = new Template(template)
  return (view) => settle(parsed.expand({ $root: view })) as Card
}

GlobalSettings.getUndefinedFieldValueSubstitutionString = (path) => {
  throw new Error(`the view has no ${path}`)
}

/** Walks a fresh card once: escapes its texts and drops what is empty. Data of actions is the view's own and stays as it is. */
function settle(node: Json): Json {
  if (Array.isArray(node)) return node.map(settle)
  if (typeof node !== 'object') return node
  const kind = Reflect.get(node, 'type')
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

function escapeFact(fact: { title: string; value: string }): { title: string; value: string } {
  return { title: escapeText(fact.title), value: escapeText(fact.value) }
}

const INLINE = /[\\`*~[\]<]|&(?=#?\w+;)|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])|(?<=[${])\{/gu
const LINE_START = /^(\s*)(?:(>|#(?=[#\s]|$)|[+-](?=[\s-]|$))|(\d{1,9})([.)](?=\s|$)))/gm

/**
 * The same text for a TextBlock or a Fact, with nothing left that Teams reads as markdown, an entity, a mention or a date
 * function. Signs that cannot begin anything stay bare, since not every client takes the backslash away.
 */
export function escapeText(text: string): string {
  return text
    .replace(INLINE, '\\$&')
    .replace(LINE_START, (_, indent: string, sign?: string, number?: string, stop?: string) =>
      sign === undefined ? `${indent}${number}\\${stop}` : `${indent}\\${sign}`,
    )
    .replace(/\r?\n/g, '\n\n')
}

/** A text for `speak`: plain, without the signs of SSML or of a template. */
export const spoken = (...texts: readonly string[]): string =>
  texts
    .filter((text) => text !== '')
    .join(' ')
    .replace(/[<>&{}]/g, ' ')
