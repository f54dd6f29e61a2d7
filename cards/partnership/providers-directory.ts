import type { ProviderListing } from '../../domain/ports.ts'
import type { RegionKey } from '../../domain/regions.ts'
import { isEmail } from '../../domain/text.ts'
import { type Button, link, tap } from '../drawing/buttons.ts'
import { type Cut, fitting, listCard, type Place, placeButtons, placeLine } from '../drawing/list.ts'
import type { Card } from '../drawing/render.ts'
import type { Words } from '../words/words.ts'

export type Facet = ProviderListing['services'][number]

export type ProvidersDirectoryView = {
  region: RegionKey
  rows: readonly ProviderListing[]
  /** Only providers that offer all of these are shown. */
  facets: readonly Facet[]
} & Place

/**
 * The official indirect providers of the company's region with their facets and how to reach them. There is no button to
 * apply: the company contacts them, agrees on terms, and is then invited (R52).
 */
export const providersDirectoryCard = (view: ProvidersDirectoryView, words: Words): Card =>
  fitting((cut) => drawDirectory(view, cut, words))

function drawDirectory({ region, rows, facets, ...place }: ProvidersDirectoryView, cut: Cut, words: Words): Card {
  const { buttons, directory: say, terms } = words
  const chosen = facets.join(',')
  return listCard(
    {
      place: terms.region(region),
      title: say.title,
      intro: [
        rows.length > 0 ? say.intro : facets.length > 0 ? say.none : say.empty,
        ...placeLine(place, rows.length, words),
      ],
      search: {
        choice: {
          id: 'facets',
          label: say.filter,
          value: chosen,
          choices: Object.entries(terms.facets).map(([value, title]) => ({ title, value })),
        },
        button: tap(buttons.search, 'find-provider', {}),
      },
      rows: rows.map(({ name, country, services, contact }) => ({
        title: cut(name, NAME_BYTES),
        lines: [
          cut(
            [
              terms.country(country),
              ...services.map((one) => terms.facets[one]),
              ...(contact === '' ? [] : [say.contact(contact)]),
            ].join(' · '),
            LINE_BYTES,
          ),
        ],
        ...reaching(contact, words),
      })),
      buttons: [
        ...placeButtons(
          place,
          rows.length,
          (title, place) => tap(title, 'find-provider', { facets: chosen, ...place }, { inputs: 'none' }),
          words,
        ),
        tap(buttons.home, 'home', {}, { inputs: 'none' }),
      ],
    },
    words.locale,
  )
}

const NAME_BYTES = 500
const LINE_BYTES = 800

/** An address that a client can open becomes a button; a telephone number or a sentence stays text. */
function reaching(contact: string, { directory: say }: Words): { button?: Button } {
  if (contact.length > LONGEST_LINK) return {}
  if (isEmail(contact)) return { button: link(say.reach, `mailto:${encodeURIComponent(contact).replace('%40', '@')}`) }
  return /^https:\/\/[^\s/]+\.[^\s]+$/u.test(contact) && URL.canParse(contact)
    ? { button: link(say.reach, new URL(contact).href) }
    : {}
}

const LONGEST_LINK = 200
