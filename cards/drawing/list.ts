import type { Locale } from '../../domain/actor.ts'
import { maxLength } from '../../domain/text.ts'
import { shortened } from '../words/format.ts'
import type { Words } from '../words/words.ts'
import { fittingRows } from './button-rows.ts'
import { type Button, type ButtonRow, rows } from './buttons.ts'
import template from './list.json' with { type: 'json' }
import type { Picker } from './picker.ts'
import { bytesOf, type Card, drawing, escapeText, MOST_BYTES, spoken } from './render.ts'

/** One thing of a list, with the state it is in and the button that opens it. */
export type ListRow = {
  title: string
  lines?: readonly string[]
  badge?: { text: string; color: 'Good' | 'Warning' | 'Attention' | 'Accent' | 'Default' }
  button?: Button
  /** What else can be done there at once, below it. */
  also?: Button
}

export type List = {
  place?: string
  title: string
  /** What the list is, or that it is empty. */
  intro?: readonly string[]
  /** A search by name, or by what is ticked, above the rows. */
  search?: Search
  rows: readonly ListRow[]
  notes?: readonly string[]
  buttons: readonly Button[]
  /** A second row, for the ways out of a card with much to do. */
  more?: readonly Button[]
}

export type Search = {
  /** `label` and what stands in the input `name`. */
  text?: { label: string; value: string }
  /** Finds what fits while somebody types, where the client can; input `pick`. */
  pick?: Picker
  choice?: { id: string; label: string; value: string; choices: readonly { title: string; value: string }[] }
  /** One of several, which the list is narrowed to. */
  select?: NonNullable<Search['choice']>
  button: Button
}

/** As many rows as stay below what a client takes; a longer list is turned page by page. */
export const PAGE = 20

/** Where in a list a page stands: how many rows come before it (not always known), and what asks for the one after it. */
export type Place = { from?: number; next?: string }

/** Which rows of a longer list these are, e.g. 21–40; nothing where they are all. */
export function placeLine({ from, next }: Place, count: number, { list, number }: Words): readonly string[] {
  if (from === undefined || count === 0 || (from === 0 && next === undefined)) return []
  return [list.place(number(from + 1), number(from + count), next !== undefined)]
}

/** *More* and back to the *First page*; `to` makes the button that asks for a place. */
export function placeButtons(
  { from, next }: Place,
  count: number,
  to: (title: string, place: { after?: string; from?: number }) => Button,
  { buttons }: Words,
): readonly Button[] {
  const further = from === undefined ? {} : { from: from + count }
  return [
    ...(next === undefined ? [] : [to(buttons.more, { after: next, ...further })]),
    ...(from === 0 ? [] : [to(buttons.firstPage, {})]),
  ]
}

/** What keeps a text within so many bytes on a card. */
export type Cut = (text: string, bytes: number) => string

/** Draws a page whole where it can: only where a client would not take the card are its names and lines cut, evenly. */
export function fitting(page: (cut: Cut) => Card): Card {
  for (const share of SHARES) {
    const card = page((text, bytes) => cutTo(text, Math.floor(bytes * share)))
    if (share === SHARES.at(-1) || bytesOf(card) <= MOST_BYTES) return card
  }
  throw new Error('the last share is taken')
}

/** No character takes more, however it is escaped: \u0000. */
const MOST_BYTES_OF_ONE = 6
const SHARES = [1, 0.75, 0.55, 0.4, 0.3, 0.2, 0.1, 0.05] as const

function cutTo(text: string, bytes: number): string {
  const fits = (some: string) =>
    some.length * MOST_BYTES_OF_ONE + 2 <= bytes || Buffer.byteLength(JSON.stringify(escapeText(some))) <= bytes
  if (fits(text)) return text
  let kept = 0
  for (let cut = [...text].length; cut - kept > 1; ) {
    const middle = (kept + cut) >> 1
    if (fits(shortened(text, middle))) kept = middle
    else cut = middle
  }
  return shortened(text, Math.max(kept, 1))
}

/** A list of things, each with its own button; `buttons` turn the page or lead away. */
export function listCard(
  { place, title, intro = [], search, rows: things, notes = [], buttons, more = [] }: List,
  locale: Locale,
): Card {
  return draw({
    lang: locale,
    speak: spoken(title, ...intro),
    places: place === undefined ? [] : [place],
    title,
    intro,
    searches:
      search === undefined
        ? []
        : [
            {
              texts: search.text === undefined ? [] : [{ ...search.text, max: maxLength('name') }],
              picks: search.pick === undefined ? [] : [search.pick],
              choices: search.choice === undefined ? [] : [search.choice],
              selects: search.select === undefined ? [] : [search.select],
              buttons: rows([search.button]),
            },
          ],
    rows: things.slice(0, PAGE).map(({ title, lines = [], badge, button, also }) => ({
      title,
      lines,
      badges: badge === undefined ? [] : [badge],
      buttons: button === undefined ? [] : [{ rows: rows([button], also === undefined ? [] : [also]) }],
    })),
    notes,
    buttons: fittingRows(buttons, more),
  })
}

type View = {
  lang: Locale
  speak: string
  places: readonly string[]
  title: string
  intro: readonly string[]
  searches: readonly {
    texts: readonly { label: string; value: string; max: number }[]
    picks: readonly Picker[]
    choices: readonly NonNullable<Search['choice']>[]
    selects: readonly NonNullable<Search['select']>[]
    buttons: readonly ButtonRow[]
  }[]
  rows: readonly {
    title: string
    lines: readonly string[]
    badges: readonly { text: string; color: string }[]
    /** One column, if any: its buttons one below the other. */
    buttons: readonly { rows: readonly ButtonRow[] }[]
  }[]
  notes: readonly string[]
  buttons: readonly ButtonRow[]
}

const draw = drawing<View>(template)
