import type { TenantId } from '../../domain/ids.ts'
import type { Side } from '../../domain/partnership/lists.ts'
import type { ReadinessStep } from '../../domain/refusals.ts'
import { tap } from '../drawing/buttons.ts'
import { type Cut, fitting, type ListRow, listCard, type Place, placeButtons, placeLine } from '../drawing/list.ts'
import type { Picker } from '../drawing/picker.ts'
import type { Card } from '../drawing/render.ts'
import type { Words } from '../words/words.ts'

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
  /** One page by name. */
  rows: readonly PartnerRow[]
  /** What was searched for, '' for all. */
  name: string
  /** Whether *Request a partnership* is offered. */
  mayInvite: boolean
  /** Whether *Add new customer* is offered in the rows. */
  mayAddCustomer?: boolean
} & Place

/** *Indirect resellers* of a provider, *Indirect providers* of a reseller: by name, with the ticks of R33 and since when. */
export const partnersCard = (view: PartnersView, words: Words): Card => fitting((cut) => drawPartners(view, cut, words))

function drawPartners(view: PartnersView, cut: Cut, words: Words): Card {
  const { side, company, rows, name, mayInvite, mayAddCustomer = false, ...place } = view
  const { buttons, partners: say } = words
  const verb = side === 'provider' ? 'resellers' : 'providers'
  return listCard(
    {
      place: company,
      title: side === 'provider' ? buttons.resellers : buttons.providers,
      intro: rows.length > 0 ? placeLine(place, rows.length, words) : [name === '' ? say.empty[side] : say.none(name)],
      search: {
        text: { label: say.search, value: name },
        ...(isLonger(place) ? { pick: picker(rows, words) } : {}),
        button: tap(buttons.search, verb, {}),
      },
      rows: rows.map((row) => ({
        ...partnerRow(row, cut, words),
        ...(mayAddCustomer && rows.length <= MOST_WITH_TWO_BUTTONS
          ? {
              also: tap(
                words.customer.buttons.addCustomer,
                'add-customer',
                { reseller: row.tenant },
                { inputs: 'none' },
              ),
            }
          : {}),
      })),
      buttons: [
        ...placeButtons(
          place,
          rows.length,
          (title, place) => tap(title, verb, { name, ...place }, { inputs: 'none' }),
          words,
        ),
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

/** A longer page would be more than a client takes: there the button stands behind *Open*. */
const MOST_WITH_TWO_BUTTONS = 10

const isLonger = ({ from, next }: Place): boolean => next !== undefined || from !== 0

/** Any partner by name; those on top of the page before anything is typed. */
function picker(rows: readonly PartnerRow[], { search: say }: Words): Picker {
  const names = [...new Set(rows.slice(0, FIRST_PICKS).map(({ name }) => name))]
  return {
    label: say.pickPartner,
    placeholder: say.form.find,
    dataset: 'partners',
    choices: names.map((name) => ({ title: name, value: name })),
  }
}

const FIRST_PICKS = 5

/** More than any name takes: it is cut only where a page of them is too much. */
const NAME_BYTES = 500

function partnerRow({ tenant, name, country, since, ticks }: PartnerRow, cut: Cut, words: Words): ListRow {
  const { partners: say, terms } = words
  const ready = ticks.length > 0 && ticks.every(({ done }) => done)
  return {
    title: cut(name, NAME_BYTES),
    lines: [
      `${terms.country(country)} · ${say.since(words.date(since))}`,
      ...(ticks.length === 0
        ? []
        : [ticks.map(({ step, done }) => `${done ? '✓' : '☐'}\u00a0${say.ticks[step]}`).join(' · ')]),
    ],
    ...(ticks.length === 0
      ? {}
      : { badge: ready ? { text: say.ready, color: 'Good' } : { text: say.notReady, color: 'Warning' } }),
    button: tap(words.buttons.open, 'partner', { tenant }),
  }
}
