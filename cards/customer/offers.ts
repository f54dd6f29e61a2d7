import type { OffersPage } from '../../domain/customer/offers.ts'
import type { Button } from '../drawing/buttons.ts'
import { textField } from '../drawing/fields.ts'
import type { FormField } from '../drawing/form.ts'
import type { Cut } from '../drawing/list.ts'
import type { Words } from '../words/words.ts'

/** How many bytes an offer's name has in a list, where a card is full. */
const NAME_BYTES = 400

/**
 * Looks for offers by name in a catalogue that is too long for one list, and turns its pages; nothing where all are shown.
 * `find` is the button that draws the form again, with everything that was typed.
 */
export function offerSearch(
  page: OffersPage,
  find: (title: string, from: number) => Button,
  words: Words,
): readonly FormField[] {
  if (page.isWhole) return []
  const { offers: say } = words.customer
  const { buttons } = words
  const last = page.from + page.count
  return [
    {
      ...textField(
        'offerName',
        page.name,
        {
          hint:
            page.matching === 0
              ? say.none
              : say.place(words.number(page.from + 1), words.number(last), words.number(page.matching)),
        },
        words,
      ),
      offers: [
        find(buttons.search, 0),
        ...(page.next === undefined ? [] : [find(buttons.more, page.next)]),
        ...(page.from === 0 ? [] : [find(buttons.firstPage, 0)]),
      ],
    },
  ]
}

/** The offers of a page as choices. */
export const offerChoices = (
  { shown }: OffersPage,
  title: (offer: OffersPage['shown'][number]) => string,
  cut: Cut,
): readonly { title: string; value: string }[] =>
  shown.map((offer) => ({ title: cut(title(offer), NAME_BYTES), value: offer.offerId }))
