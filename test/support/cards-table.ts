import type { Card } from '../../cards/drawing/render.ts'
import { words } from '../../cards/words/words.ts'
import { type CardNode, inputsOf, nodesOf } from './card-walk.ts'
import { sampleCards } from './sample-cards.ts'
import { typical } from './sample-cast.ts'

/** The table of cards/README.md: every card with its buttons and the labels of its inputs, in both languages. */
export function cardsTable(): string {
  const english = sampleCards(typical['ja-JP'], words('en-US', 'Asia/Tokyo'))
  const japanese = sampleCards(typical['ja-JP'], words('ja-JP', 'Asia/Tokyo'))
  const rows = Object.entries(english).map(([name, card]) => {
    const twin = japanese[name]
    if (!twin) throw new Error(`${name} is missing in Japanese`)
    return row(name, pairs(buttons(card), buttons(twin)), pairs(labels(card), labels(twin)))
  })
  return ['<table>', '<tr><th>Card</th><th>Buttons</th><th>Inputs</th></tr>', ...rows, '</table>'].join('\n')
}

/** README text with the table between its two marks replaced. */
export function withTable(readme: string): string {
  const [before, , after] = readme.split(/(<!-- cards -->[\s\S]*?<!-- \/cards -->)/)
  if (before === undefined || after === undefined) throw new Error('the README has no marks for the table')
  return `${before}<!-- cards -->\n\n${cardsTable()}\n\n<!-- /cards -->${after}`
}

type Named = readonly (readonly [key: string, text: string])[]

const buttons = (card: Card): Named =>
  nodesOf(card)
    .filter(({ type }) => type.startsWith('Action.') && type !== 'Action.Submit')
    .map((node, at) => [`${at} ${node.verb ?? String(node.url ?? node.type).replace(/\?.*/, '')}`, String(node.title)])

const labels = (card: Card): Named =>
  inputsOf(card).map((node: CardNode) => [String(node.id), String(node.label ?? node.title)])

/** Both languages of each thing once; what reads alike in both stands once. */
function pairs(english: Named, japanese: Named): string {
  const twins = new Map(japanese)
  const both = english.map(([key, text]) => {
    const twin = twins.get(key)
    if (twin === undefined) throw new Error(`${key} is missing in Japanese`)
    return text === twin ? text : `${text} / ${twin}`
  })
  return [...new Set(both)].join(' · ')
}

const row = (...cells: readonly string[]): string =>
  `<tr>${cells.map((cell) => `<td>${safe(cell)}</td>`).join('')}</tr>`

const safe = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
