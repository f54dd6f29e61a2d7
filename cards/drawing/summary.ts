import type { Locale } from '../../domain/actor.ts'
import { fittingRows } from './button-rows.ts'
import { type Button, type ButtonRow, rows } from './buttons.ts'
import type { Fact } from './form.ts'
import { type Bullet, type BulletView, bulletView, type Tone } from './notice.ts'
import { type Card, drawing, spoken } from './render.ts'
import template from './summary.json' with { type: 'json' }

/** One part of what is known: a heading with its own button, facts, things checked, and what is wrong with it. */
export type Section = {
  heading: string
  button?: Button
  faults?: readonly string[]
  facts?: readonly Fact[]
  bullets?: readonly Bullet[]
  /** Things with more to say than a fact has room for. */
  entries?: readonly Entry[]
  /** Things whose button unfolds more of them in place, below. */
  unfolds?: readonly Entry[]
}

export type Entry = { title: string; lines: readonly string[]; button?: Button }

export type Summary = {
  tone?: Tone
  place?: string
  title: string
  intro?: readonly string[]
  /** What stands in the way of all of it. */
  alerts?: readonly string[]
  sections: readonly Section[]
  notes?: readonly string[]
  buttons: readonly Button[]
  more?: readonly Button[]
}

/** Everything known about one thing, part by part. A fact with an empty value shows a dash. */
export function summaryCard(summary: Summary, { locale }: { locale: Locale }): Card {
  const { tone, place, title, intro = [], alerts = [], sections, notes = [], buttons, more = [] } = summary
  return draw({
    lang: locale,
    speak: spoken(title, ...alerts, ...intro),
    tone: tone ?? 'emphasis',
    places: place === undefined ? [] : [place],
    title,
    intro,
    alerts: alerts.length > 0 ? [{ lines: alerts }] : [],
    sections: sections.map(
      ({ heading, button, faults = [], facts = [], bullets = [], entries = [], unfolds = [] }) => ({
        heading,
        buttons: button === undefined ? [] : rows([button]),
        faults,
        facts: facts.map(({ title, value }) => ({ title, value: value || '–' })),
        bullets: bullets.map(bulletView),
        entries: entries.map(entryView),
        unfolds: unfolds.map(entryView),
      }),
    ),
    notes,
    buttons: fittingRows(buttons, more),
  })
}

const entryView = ({ title, lines, button }: Entry): EntryView => ({
  title,
  lines,
  buttons: button === undefined ? [] : rows([button]),
})

type EntryView = Pick<Entry, 'title' | 'lines'> & { buttons: readonly ButtonRow[] }
type View = {
  lang: Locale
  speak: string
  tone: string
  places: readonly string[]
  title: string
  intro: readonly string[]
  alerts: readonly { lines: readonly string[] }[]
  sections: readonly {
    heading: string
    buttons: readonly ButtonRow[]
    faults: readonly string[]
    facts: readonly Fact[]
    bullets: readonly BulletView[]
    entries: readonly EntryView[]
    unfolds: readonly EntryView[]
  }[]
  notes: readonly string[]
  buttons: readonly ButtonRow[]
}

const draw = drawing<View>(template)
