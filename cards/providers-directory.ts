import type { ProviderListing } from '../domain/ports.ts'
import type { RegionKey } from '../domain/regions.ts'
import { tap } from './buttons.ts'
import { listCard } from './list.ts'
import type { Card } from './render.ts'
import type { Words } from './words/words.ts'

export type ProvidersDirectoryView = { region: RegionKey; rows: readonly ProviderListing[]; next?: string }

/**
 * The official indirect providers of the company's region with their facets and how to reach them. There is no button to
 * apply: the company contacts them, agrees on terms, and is then invited (R52).
 */
export function providersDirectoryCard({ region, rows, next }: ProvidersDirectoryView, words: Words): Card {
  const { buttons, directory: say, terms } = words
  return listCard(
    {
      place: terms.region(region),
      title: say.title,
      intro: [rows.length === 0 ? say.empty : say.intro],
      rows: rows.map(({ name, country, services, contact }) => ({
        title: name,
        lines: [
          terms.country(country),
          ...(services.length === 0 ? [] : [services.map((one) => terms.facets[one]).join(' · ')]),
          ...(contact === '' ? [] : [say.contact(contact)]),
        ],
      })),
      buttons: [
        ...(next === undefined ? [] : [tap(buttons.more, 'find-provider', { after: next })]),
        tap(buttons.home, 'home', {}),
      ],
    },
    words.locale,
  )
}
