import type { Offer } from '../ports.ts'
import { clean } from '../text.ts'

/** A part of the catalogue: what fits a name, and where the next part begins. */
export type OffersPage = {
  shown: readonly Offer[]
  name: string
  from: number
  /** How many of the matching ones stand on this page. */
  count: number
  matching: number
  next?: number
  /** There is nothing to look for: the whole catalogue is on one page. */
  isWhole: boolean
}

/** As many as a drop-down and a card hold well. */
const OFFERS_PAGE = 15

/**
 * What can be ordered whose name has every word of `name`, a page at a time; an offer that is chosen stays among what is
 * shown, whatever is looked for.
 */
export function offersPage(
  offers: readonly Offer[],
  { name = '', from = 0, chosen }: { name?: string; from?: number; chosen?: string | undefined } = {},
): OffersPage {
  const words = folded(name).split(' ')
  const fitting = offers.filter((offer) => words.every((word) => folded(offer.name).includes(word)))
  const start = from < fitting.length ? from : 0
  const page = fitting.slice(start, start + OFFERS_PAGE)
  const kept = page.some(({ offerId }) => offerId === chosen) ? undefined : offers.find((one) => one.offerId === chosen)
  const next = start + OFFERS_PAGE
  return {
    shown: kept ? [kept, ...page] : page,
    name: clean(name),
    from: start,
    count: page.length,
    isWhole: offers.length <= OFFERS_PAGE,
    ...(next < fitting.length ? { next } : {}),
    matching: fitting.length,
  }
}

const folded = (text: string): string => clean(text).toLowerCase()
