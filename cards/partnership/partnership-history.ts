import type { TenantId } from '../../domain/ids.ts'
import { tap } from '../drawing/buttons.ts'
import { listCard } from '../drawing/list.ts'
import type { Card } from '../drawing/render.ts'
import { byName } from '../enrollment/enrollment-facts.ts'
import type { HistoryEntry } from '../history.ts'
import type { Words } from '../words/words.ts'

export type PartnershipHistoryView = {
  /** The other company, for the way back. */
  tenant: TenantId
  provider: string
  reseller: string
  entries: readonly HistoryEntry[]
  next?: string
}

/** Who did what and when between two companies, newest first. */
export function partnershipHistoryCard(
  { tenant, provider, reseller, entries, next }: PartnershipHistoryView,
  words: Words,
): Card {
  const { buttons, history } = words
  return listCard(
    {
      place: `${provider} · ${reseller}`,
      title: buttons.history,
      intro: entries.length === 0 ? [history.empty] : [],
      rows: entries.map(({ at, by, events }) => ({
        title: words.all([...new Set(events.map((event) => words.event(event)))]),
        lines: [`${byName(by, words)} · ${words.dateTime(at)}`],
      })),
      buttons: [
        ...(next === undefined ? [] : [tap(buttons.older, 'partnership-history', { tenant, after: next })]),
        tap(buttons.back, 'partner', { tenant }),
        tap(buttons.home, 'home', {}),
      ],
    },
    words.locale,
  )
}
