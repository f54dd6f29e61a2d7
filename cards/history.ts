import type { By } from '../domain/actor.ts'
import { tap } from './buttons.ts'
import { byName } from './enrollment-facts.ts'
import { listCard } from './list.ts'
import type { Card } from './render.ts'
import type { HistoryEvent } from './words/events.ts'
import type { Words } from './words/words.ts'

/** One committed change, as the audit keeps it. */
export type HistoryEntry = { at: string; by: By; events: readonly HistoryEvent[] }

export type HistoryView = { company: string; entries: readonly HistoryEntry[]; next?: string }

/** What was done in the company, newest first: what, by whom, when (P48). */
export function historyCard({ company, entries, next }: HistoryView, words: Words): Card {
  const { buttons, history } = words
  return listCard(
    {
      place: company,
      title: buttons.history,
      intro: entries.length === 0 ? [history.empty] : [],
      rows: entries.map(({ at, by, events }) => ({
        title: [...new Set(events.map((event) => words.event(event)))].join(' · '),
        lines: [`${byName(by, words)} · ${words.dateTime(at)}`],
      })),
      buttons: [
        ...(next === undefined ? [] : [tap(buttons.older, 'history', { after: next })]),
        tap(buttons.home, 'home', {}),
      ],
    },
    words.locale,
  )
}
