import type { OrderLine } from '../../domain/customer/customer.ts'
import type { NamedReseller } from '../../domain/customer/new-customer.ts'
import type { OffersPage } from '../../domain/customer/offers.ts'
import { newOperationKey, type TenantId } from '../../domain/ids.ts'
import type { Offer } from '../../domain/ports.ts'
import { type Button, tap } from '../drawing/buttons.ts'
import { choiceField, textField, type Values } from '../drawing/fields.ts'
import { type FormField, type FormState, formCard } from '../drawing/form.ts'
import { type Cut, fitting } from '../drawing/list.ts'
import type { Card } from '../drawing/render.ts'
import type { Words } from '../words/words.ts'
import { offerChoices, offerSearch } from './offers.ts'
import type { Creditable } from './subscription-forms.ts'

/** A subscription that was chosen, as a button carries it. */
export type ChosenLine = Pick<OrderLine, 'offerId' | 'licenses'> & { reseller?: TenantId | null | undefined }

export type CustomerLinesView = FormState & {
  customer: string
  draft: string
  rev: number
  /** The domain that is free, whole. */
  domain: string
  offers: readonly Offer[]
  /** The part of the catalogue that is chosen from. */
  page: OffersPage
  lines: readonly ChosenLine[]
  values?: Values<'save-lines'>
  /** Who may be credited, by the location it was onboarded with (R90): the reseller of the account first. */
  resellers: readonly Creditable[]
  /** The reseller of the account. */
  reseller?: NamedReseller | undefined
  /** A direct customer, whose subscriptions no reseller is associated with (P29). */
  isDirect?: boolean
}

/** *New subscription*: what the customer buys, line by line, and who is credited for it (S1 Add new customers 3). */
export const customerLinesForm = (view: CustomerLinesView, words: Words): Card =>
  fitting((cut) => drawLines(view, cut, words))

function drawLines(view: CustomerLinesView, cut: Cut, words: Words): Card {
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
        { title: say.chosen, value: chosen(view, cut, words) },
      ],
      fields: fields(view, carried, cut, words),
      notes: [
        ...(isFull(lines) ? [say.full] : []),
        ...(reseller ? [review.difference(reseller.name)] : []),
        ...(view.isDirect ? [] : [view.resellers.length > 0 ? say.anyPartner : say.noneToChoose]),
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
  lines.map(({ offerId, licenses, reseller }) => `${offerId}:${licenses}:${reseller ?? ''}`).join(',')

/** So many ranges are told in a hint. */
const MOST_RANGES = 8

/** Chosen where no reseller is to be credited, or no further subscription to be added. */
export const NOBODY = 'none'

type Carried = { draft: string; rev: number; lines: string }

function fields(
  { offers, page, lines, values = {}, reseller, resellers, isDirect }: CustomerLinesView,
  carried: Carried,
  cut: Cut,
  words: Words,
): readonly FormField[] {
  const { lines: say } = words.customer
  const range = ({ name, min, max }: Offer): string => say.range(name, words.number(min), words.number(max))
  const isFirst = lines.length === 0
  const editor = isFull(lines)
    ? []
    : [
        ...offerSearch(
          page,
          (title, from) => tap(title, 'save-lines', { ...carried, op: newOperationKey(), next: 'find', from }),
          words,
        ),
        choiceField(
          'subscription',
          values.subscription || (isFirst ? '' : NOBODY),
          [
            ...(isFirst ? [] : [{ title: say.nothingMore, value: NOBODY }]),
            ...offerChoices(page, ({ name }) => name, cut),
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
    ...(isDirect || isFull(lines) || resellers.length === 0
      ? []
      : [
          choiceField(
            'resellerMpnId',
            values.resellerMpnId || (reseller ? (resellers[0]?.mpnId ?? NOBODY) : NOBODY),
            [
              { title: say.noReseller, value: NOBODY },
              ...resellers.map(({ name, mpnId }) => ({
                title: cut(say.resellerChoice(name, mpnId), RESELLER_BYTES),
                value: mpnId,
              })),
            ],
            { heading: say.reseller, hint: say.resellerHint },
            words,
          ),
        ]),
  ]
}

/** The lines by number: their buttons stand in one row. */
const removal = (at: number, carried: Carried, words: Words): Button =>
  tap(
    words.customer.buttons.remove(words.number(at + 1)),
    'save-lines',
    { ...carried, op: newOperationKey(), next: 'more', without: at },
    { inputs: 'none' },
  )

/** Each line with who is credited for it. */
const chosen = ({ lines, offers, resellers, isDirect }: CustomerLinesView, cut: Cut, words: Words): string =>
  lines
    .map((line, at) => {
      const credited = resellers.find(({ tenantId }) => tenantId === line.reseller)
      const name = credited
        ? words.customer.review.credited(credited.name, credited.mpnId)
        : words.customer.review.nobody
      const who = isDirect ? '' : ` · ${words.terms.fields.resellerMpnId}: ${name}`
      return cut(`${words.number(at + 1)}. ${lineText(line, offers, words)}${who}`, LINE_BYTES)
    })
    .join('\n') || words.customer.lines.none

const RESELLER_BYTES = 400
const LINE_BYTES = 700
