import type { Locale } from '../domain/actor.ts'
import { type Button, type ButtonRow, rows } from './buttons.ts'
import type { Fact } from './form.ts'
import template from './notice.json' with { type: 'json' }
import { type Card, drawing, spoken } from './render.ts'

/** The colour of the head: good news, waiting, a problem, something to do, or nothing special. */
export type Tone = 'good' | 'warning' | 'attention' | 'accent' | 'emphasis'

/** One line with a mark before it: done, not done, or a mere point. */
export type Bullet = { text: string; done?: boolean }

export type Message = {
  tone?: Tone
  /** A small line above the title, e.g. the company. */
  place?: string
  title: string
  paragraphs?: readonly string[]
  facts?: readonly Fact[]
  bullets?: readonly Bullet[]
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
    bullets: (message.bullets ?? []).map(bulletView),
    notes: message.notes ?? [],
    buttons: rows(message.buttons ?? [], message.more ?? []),
  })
}

export type BulletView = { mark: string; color: string; text: string }

/** A tick, an empty box or a dot (a circle would read as “yes” in Japanese); the colour only repeats what the mark says. */
export const bulletView = ({ text, done }: Bullet): BulletView =>
  done === undefined
    ? { mark: '•', color: 'Default', text }
    : done
      ? { mark: '✓', color: 'Good', text }
      : { mark: '☐', color: 'Default', text }

type View = {
  lang: Locale
  speak: string
  tone: string
  places: readonly string[]
  title: string
  paragraphs: readonly string[]
  factSets: readonly { facts: readonly Fact[] }[]
  bullets: readonly BulletView[]
  notes: readonly string[]
  buttons: readonly ButtonRow[]
}

const draw = drawing<View>(template)
