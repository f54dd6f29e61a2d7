import type { TenantId } from '../domain/ids.ts'
import type { Side } from '../domain/partnership/lists.ts'
import type { ReadinessStep } from '../domain/refusals.ts'
import { tap } from './buttons.ts'
import { type ListRow, listCard } from './list.ts'
import type { Card } from './render.ts'
import type { Words } from './words/words.ts'

export type PartnerRow = {
  tenant: TenantId
  name: string
  country: string
  since: string
  ticks: readonly { step: ReadinessStep; done: boolean }[]
}

export type PartnersView = {
  side: Side
  company: string
  /** One page by name; `next` asks for the one after it. */
  rows: readonly PartnerRow[]
  /** What was searched for, '' for all. */
  name: string
  /** Whether *Request a partnership* is offered. */
  mayInvite: boolean
  next?: string
}

/** *Indirect resellers* of a provider, *Indirect providers* of a reseller: by name, with the ticks of R33 and since when. */
export function partnersCard({ side, company, rows, name, mayInvite, next }: PartnersView, words: Words): Card {
  const { buttons, partners: say } = words
  const verb = side === 'provider' ? 'resellers' : 'providers'
  return listCard(
    {
      place: company,
      title: side === 'provider' ? buttons.resellers : buttons.providers,
      intro: rows.length > 0 ? [] : [name === '' ? say.empty[side] : say.none(name)],
      search: { label: say.search, value: name, button: tap(buttons.search, verb, {}) },
      rows: rows.map((row) => partnerRow(row, words)),
      buttons: [
        ...(next === undefined ? [] : [tap(buttons.more, verb, { name, after: next }, { inputs: 'none' })]),
        ...(mayInvite ? [tap(buttons.requestPartnership, 'request-partnership', {}, { inputs: 'none' })] : []),
        ...(side === 'reseller' ? [tap(buttons.findProvider, 'find-provider', {}, { inputs: 'none' })] : []),
      ],
      more: [
        tap(buttons.invitations, 'invitations', {}, { inputs: 'none' }),
        tap(buttons.home, 'home', {}, { inputs: 'none' }),
      ],
    },
    words.locale,
  )
}

function partnerRow({ tenant, name, country, since, ticks }: PartnerRow, words: Words): ListRow {
  const { partners: say, terms } = words
  const ready = ticks.length > 0 && ticks.every(({ done }) => done)
  return {
    title: name,
    lines: [
      `${terms.country(country)} · ${say.since(words.date(since))}`,
      ...(ticks.length === 0
        ? []
        : [ticks.map(({ step, done }) => `${done ? '✓' : '☐'}\u00a0${terms.readiness[step].done}`).join(' · ')]),
    ],
    ...(ticks.length === 0
      ? {}
      : { badge: ready ? { text: say.ready, color: 'Good' } : { text: say.notReady, color: 'Warning' } }),
    button: tap(words.buttons.open, 'partner', { tenant }, { inputs: 'none' }),
  }
}
