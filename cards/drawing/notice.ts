import type { Locale } from '../../domain/actor.ts'
import { fittingRows } from './button-rows.ts'
import type { Button, ButtonRow } from './buttons.ts'
import type { Fact } from './form.ts'
import template from './notice.json' with { type: 'json' }
import { type Card, drawing, spoken } from './render.ts'

/** The colour of the head: good news, waiting, a problem, something to do, or nothing special. */
export type Tone = 'good' | 'warning' | 'attention' | 'accent' | 'emphasis'

/** One line with a mark before it: done, still open, failed, or a mere point. */
export type Bullet = { text: string; mark?: 'done' | 'open' | 'failed' }

export type Message = {
  tone?: Tone
  /** A small line above the title, e.g. the company. */
  place?: string
  title: string
  paragraphs?: readonly string[]
  facts?: readonly Fact[]
  /** What is to be copied sign by sign, in letters of one width. */
  codes?: readonly Fact[]
  bullets?: readonly Bullet[]
  next?: Highlight
  notes?: readonly string[]
  buttons?: readonly Button[]
  more?: readonly Button[]
}

/** Any card that says something and offers what to do about it. */
export function messageCard(message: Message, { locale }: { locale: Locale }): Card {
  return draw({
    lang: locale,
    speak: spoken(message.title, ...(message.paragraphs ?? [])),
    tone: message.tone ?? 'emphasis',
    places: message.place === undefined ? [] : [message.place],
    title: message.title,
    paragraphs: message.paragraphs ?? [],
    factSets: message.facts?.length ? [{ facts: message.facts }] : [],
    codes: message.codes ?? [],
    bullets: (message.bullets ?? []).map(bulletView),
    next: message.next ? [{ ...message.next, buttons: fittingRows(message.next.buttons) }] : [],
    notes: message.notes ?? [],
    buttons: fittingRows(message.buttons ?? [], message.more ?? []),
  })
}

export type BulletView = { mark: string; color: string; text: string }

/** The colour only repeats what the mark says. A circle would read as “yes” in Japanese, so what is open has an empty box. */
export const bulletView = ({ text, mark }: Bullet): BulletView => ({ ...MARKS[mark ?? 'point'], text })

const MARKS = {
  done: { mark: '✓', color: 'Good' },
  open: { mark: '☐', color: 'Default' },
  failed: { mark: '✕', color: 'Attention' },
  point: { mark: '•', color: 'Default' },
} as const

/** What comes next, set off from the rest. */
export type Highlight = {
  title: string
  paragraphs: readonly string[]
  tone: Tone | 'default'
  buttons: readonly Button[]
}

type View = {
  lang: Locale
  speak: string
  tone: string
  places: readonly string[]
  title: string
  paragraphs: readonly string[]
  factSets: readonly { facts: readonly Fact[] }[]
  codes: readonly Fact[]
  bullets: readonly BulletView[]
  next: readonly (Omit<Highlight, 'buttons'> & { buttons: readonly ButtonRow[] })[]
  notes: readonly string[]
  buttons: readonly ButtonRow[]
}

const draw = drawing<View>(template)
