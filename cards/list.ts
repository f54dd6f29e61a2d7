import type { Locale } from '../domain/actor.ts'
import { maxLength } from '../domain/text.ts'
import { type Button, type ButtonRow, rows } from './buttons.ts'
import template from './list.json' with { type: 'json' }
import { type Card, drawing, spoken } from './render.ts'

/** One thing of a list, with the state it is in and the button that opens it. */
export type ListRow = {
  title: string
  lines?: readonly string[]
  badge?: { text: string; color: 'Good' | 'Warning' | 'Attention' | 'Accent' | 'Default' }
  button?: Button
}

export type List = {
  place?: string
  title: string
  /** What the list is, or that it is empty. */
  intro?: readonly string[]
  /** A search by name above the rows. */
  search?: { label: string; value: string; button: Button }
  rows: readonly ListRow[]
  notes?: readonly string[]
  buttons: readonly Button[]
  /** A second row, for the ways out of a card with much to do. */
  more?: readonly Button[]
}

/** As many rows as stay well below what a client takes; a longer list is turned page by page. */
export const PAGE = 12

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
    searches: search === undefined ? [] : [{ ...search, max: maxLength('name'), buttons: rows([search.button]) }],
    rows: things.slice(0, PAGE).map(({ title, lines = [], badge, button }) => ({
      title,
      lines,
      badges: badge === undefined ? [] : [badge],
      buttons: button === undefined ? [] : rows([button]),
    })),
    notes,
    buttons: rows(buttons, more),
  })
}

type View = {
  lang: Locale
  speak: string
  places: readonly string[]
  title: string
  intro: readonly string[]
  searches: readonly { label: string; value: string; max: number; buttons: readonly ButtonRow[] }[]
  rows: readonly {
    title: string
    lines: readonly string[]
    badges: readonly { text: string; color: string }[]
    buttons: readonly ButtonRow[]
  }[]
  notes: readonly string[]
  buttons: readonly ButtonRow[]
}

const draw = drawing<View>(template)
