import type { OrderLine } from '../domain/customer/customer.ts'
import type { NamedReseller } from '../domain/customer/new-customer.ts'
import { newOperationKey } from '../domain/ids.ts'
import type { Offer } from '../domain/ports.ts'
import { type Button, tap } from './buttons.ts'
import { choiceField, textField, type Values } from './fields.ts'
import { type FormField, type FormState, formCard } from './form.ts'
import type { Card } from './render.ts'
import type { Words } from './words/words.ts'

/** A subscription that was chosen, as a button carries it. */
export type ChosenLine = Pick<OrderLine, 'offerId' | 'licenses'>

export type CustomerLinesView = FormState & {
  customer: string
  draft: string
  rev: number
  /** The domain that is free, whole. */
  domain: string
  offers: readonly Offer[]
  lines: readonly ChosenLine[]
  values?: Values<'save-lines'>
  /** Who may be credited: the reseller of the account, by the location it was onboarded with (R90). */
  reseller?: NamedReseller & { mpnId: string }
  /** A direct customer, whose subscriptions no reseller is associated with (P29). */
  isDirect?: boolean
}

/** *New subscription*: what the customer buys, line by line, and who is credited for it (S1 Add new customers 3). */
export function customerLinesForm(view: CustomerLinesView, words: Words): Card {
  const { customer, draft, rev, domain, lines, reseller, faults = [] } = view
  const { buttons, lines: say, step, review } = words.customer
  const carried = { draft, rev, lines: writeLines(lines) }
  return formCard(
    {
      place: `${customer} · ${step(say.title)}`,
      step: { is: 2, of: 3 },
      title: say.title,
      intro: [say.intro, ...(view.offers.length === 0 ? [say.noOffers] : [])],
      facts: [
        { title: say.domain, value: say.free(domain) },
        { title: say.chosen, value: chosen(view, words) },
      ],
      fields: fields(view, words),
      notes: [
        ...(isFull(lines) ? [say.full] : []),
        ...(reseller ? [review.difference(reseller.name)] : view.isDirect ? [] : [say.noneToChoose]),
      ],
      faults,
      buttons: [
        tap(
          buttons.nextReview,
          'save-lines',
          { ...carried, op: newOperationKey(), next: 'review' },
          { style: 'positive' },
        ),
        ...(isFull(lines)
          ? []
          : [tap(buttons.addSubscription, 'save-lines', { ...carried, op: newOperationKey(), next: 'more' })]),
        tap(words.buttons.back, 'new-customer', { draft, step: 'details' }, { inputs: 'none' }),
        tap(words.buttons.cancel, 'cancel-customer', { op: newOperationKey(), draft }, { inputs: 'none' }),
      ],
      more: lines.map((_, at) => removal(at, carried, words)),
    },
    words,
  )
}

/** As many as have a button in one row (README, two rows of buttons); more can be added to the customer. */
export const MOST_LINES = 6

const isFull = (lines: readonly ChosenLine[]): boolean => lines.length >= MOST_LINES

/** The number of licenses is typed beside what it is for; the name of an offer is Partner Center's. */
export function lineText({ offerId, licenses }: ChosenLine, offers: readonly Offer[], words: Words): string {
  const name = offers.find((one) => one.offerId === offerId)?.name ?? offerId
  return `${name} · ${words.customer.lines.licenses(words.number(licenses), licenses === 1)}`
}

/** Carried by the buttons of a card: flat, and read again by `save-lines`. */
export const writeLines = (lines: readonly ChosenLine[]): string =>
  lines.map(({ offerId, licenses }) => `${offerId}:${licenses}`).join(',')

/** So many ranges are told in a hint. */
const MOST_RANGES = 8

/** Chosen where no reseller is to be credited, or no further subscription to be added. */
export const NOBODY = 'none'

function fields({ offers, lines, values = {}, reseller }: CustomerLinesView, words: Words): readonly FormField[] {
  const { lines: say } = words.customer
  const range = ({ name, min, max }: Offer): string => say.range(name, words.number(min), words.number(max))
  const isFirst = lines.length === 0
  const editor = isFull(lines)
    ? []
    : [
        choiceField(
          'subscription',
          values.subscription || (isFirst ? '' : NOBODY),
          [
            ...(isFirst ? [] : [{ title: say.nothingMore, value: NOBODY }]),
            ...offers.map(({ name, offerId }) => ({ title: name, value: offerId })),
          ],
          { heading: isFirst ? say.first : say.another },
          words,
        ),
        textField(
          'licenses',
          values.licenses,
          {
            hint:
              offers.length > 0 && offers.length <= MOST_RANGES
                ? say.licensesPer(words.all(offers.map(range)))
                : say.licensesHint,
          },
          words,
        ),
      ]
  return [
    ...editor,
    ...(reseller
      ? [
          choiceField(
            'resellerMpnId',
            values.resellerMpnId || reseller.mpnId,
            [
              { title: say.resellerChoice(reseller.name, reseller.mpnId), value: reseller.mpnId },
              { title: say.noReseller, value: NOBODY },
            ],
            { heading: say.reseller, hint: say.resellerHint },
            words,
          ),
        ]
      : []),
  ]
}

/** The lines by number: their buttons stand in one row. */
const removal = (at: number, carried: { draft: string; rev: number; lines: string }, words: Words): Button =>
  tap(
    words.customer.buttons.remove(words.number(at + 1)),
    'save-lines',
    { ...carried, op: newOperationKey(), next: 'more', without: at },
    { inputs: 'none' },
  )

const chosen = ({ lines, offers }: CustomerLinesView, words: Words): string =>
  lines.map((line, at) => `${words.number(at + 1)}. ${lineText(line, offers, words)}`).join('\n') ||
  words.customer.lines.none
