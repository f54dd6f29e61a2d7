import type { Locale } from '../../domain/actor.ts'
import type { Words } from '../words/words.ts'
import { fittingRows } from './button-rows.ts'
import type { Button, ButtonRow } from './buttons.ts'
import type { Fact } from './form.ts'
import type { Tone } from './notice.ts'
import { type Card, drawing, spoken } from './render.ts'
import template from './timeline.json' with { type: 'json' }

/** One stretch of a way: what it is, how it stands, and who did it or is waited for, since when and until when. */
export type TimelineRow = {
  title: string
  state: 'done' | 'waiting' | 'open' | 'stopped'
  lines?: readonly string[]
  /** What is wrong with it, e.g. that it is overdue. */
  warnings?: readonly string[]
}

export type Timeline = {
  tone: Tone
  place: string
  title: string
  intro?: readonly string[]
  facts?: readonly Fact[]
  rows: readonly TimelineRow[]
  notes?: readonly string[]
  buttons: readonly Button[]
  more?: readonly Button[]
}

/** A way from its beginning to its end, row by row. */
export function timelineCard(timeline: Timeline, words: Words): Card {
  const { tone, place, title, intro = [], facts = [], rows: stretches, notes = [], buttons, more = [] } = timeline
  return draw({
    lang: words.locale,
    speak: spoken(place, title, ...intro),
    tone,
    place,
    title,
    intro,
    factSets: facts.length > 0 ? [{ facts }] : [],
    rows: stretches.map(({ title, state, lines = [], warnings = [] }) => ({
      ...LOOKS[state],
      status: words.timeline.states[state],
      title,
      lines,
      warnings,
    })),
    notes,
    buttons: fittingRows(buttons, more),
  })
}

/** A circle would read as “yes” in Japanese, so what is still to come has a dash. */
const LOOKS: Record<TimelineRow['state'], Look> = {
  done: { mark: '✓', color: 'Good', weight: 'Default', isSubtle: false },
  waiting: { mark: '●', color: 'Accent', weight: 'Bolder', isSubtle: false },
  open: { mark: '–', color: 'Default', weight: 'Default', isSubtle: true },
  stopped: { mark: '✕', color: 'Attention', weight: 'Bolder', isSubtle: false },
}

type Look = { mark: string; color: string; weight: string; isSubtle: boolean }

type View = {
  lang: Locale
  speak: string
  tone: string
  place: string
  title: string
  intro: readonly string[]
  factSets: readonly { facts: readonly Fact[] }[]
  rows: readonly (Look & { status: string; title: string; lines: readonly string[]; warnings: readonly string[] })[]
  notes: readonly string[]
  buttons: readonly ButtonRow[]
}

const draw = drawing<View>(template)
