import type { Order, Subscription } from '../../domain/customer/customer.ts'
import type { OffersPage } from '../../domain/customer/offers.ts'
import { newOperationKey, type TenantId } from '../../domain/ids.ts'
import type { Offer } from '../../domain/ports.ts'
import type { Refusal } from '../../domain/refusals.ts'
import type { ActionData } from '../actions.ts'
import { tap } from '../drawing/buttons.ts'
import { choiceField, textField } from '../drawing/fields.ts'
import { type FormField, type FormState, formCard } from '../drawing/form.ts'
import { type Cut, fitting, listCard, PAGE, placeButtons, placeLine } from '../drawing/list.ts'
import type { Card } from '../drawing/render.ts'
import { type Section, summaryCard } from '../drawing/summary.ts'
import type { Words } from '../words/words.ts'
import { orderEntry } from './customer.ts'
import { offerChoices, offerSearch } from './offers.ts'
import { type Creditable, creditFields } from './subscription-forms.ts'

export type OrderLineTyped = Pick<ActionData<'review-order'>, 'subscription' | 'licenses' | 'resellerMpnId' | 'mpnId'>

export type OrderFormView = FormState & {
  tenant: TenantId
  customer: string
  /** The part of the catalogue that is chosen from. */
  page: OffersPage
  /** What is upgraded, where the order is an upgrade (F7). */
  upgrades?: Subscription | undefined
  resellers: readonly Creditable[]
  /** The company's own direct customer: no reseller is associated (P31, F25). */
  isDirect?: boolean
  values?: OrderLineTyped
}

/** *Add subscription*, and the upgrade of one: what, how many licenses, and who is credited (S1 Add new subscriptions 2–4). */
export const orderForm = (view: OrderFormView, words: Words): Card => fitting((cut) => drawForm(view, cut, words))

function drawForm(view: OrderFormView, cut: Cut, words: Words): Card {
  const { tenant, customer, page, upgrades, faults = [] } = view
  const isEmpty = page.isWhole && page.shown.length === 0
  const { order: say } = words.customers
  return formCard(
    {
      place: customer,
      title: upgrades ? say.upgradeTitle : say.title,
      intro: isEmpty
        ? [upgrades ? say.noUpgrade : say.noOffers]
        : [upgrades ? say.upgradeIntro(upgrades.offerName) : say.intro(customer)],
      fields: isEmpty ? [] : fields(view, cut, words),
      notes: isEmpty || upgrades || view.isDirect ? [] : [words.customers.reseller.intro, say.credit],
      faults,
      buttons: [
        ...(isEmpty
          ? []
          : [
              tap(
                words.customers.buttons.review,
                'review-order',
                { tenant, ...(upgrades ? { upgrades: upgrades.id } : {}) },
                { style: 'positive' },
              ),
            ]),
        tap(words.buttons.cancel, 'customer', { tenant }, { inputs: 'none' }),
      ],
    },
    words,
  )
}

function fields(
  { tenant, page, upgrades, resellers, isDirect, values }: OrderFormView,
  cut: Cut,
  words: Words,
): readonly FormField[] {
  const range = ({ name, min, max }: Offer): string =>
    words.customer.lines.range(name, words.number(min), words.number(max))
  return [
    ...offerSearch(
      page,
      (title, from) => tap(title, 'order-form', { tenant, from, ...(upgrades ? { upgrades: upgrades.id } : {}) }),
      words,
    ),
    choiceField('subscription', values?.subscription, offerChoices(page, range, cut), { required: true }, words),
    textField(
      'licenses',
      values?.licenses ?? (upgrades ? String(upgrades.licenses) : ''),
      { required: true, hint: words.customer.lines.licensesHint },
      words,
    ),
    ...(upgrades || isDirect
      ? []
      : creditFields({ resellers, chosen: values?.resellerMpnId, typed: values?.mpnId, none: true }, words)),
  ]
}

export type OrderReviewView = {
  tenant: TenantId
  customer: string
  offer: Offer
  licenses: number
  upgrades?: Subscription | undefined
  reseller?: Creditable | undefined
  isDirect?: boolean
  values: OrderLineTyped
}

/** What is about to be ordered; *Submit* orders it. */
export function orderReview(view: OrderReviewView, words: Words): Card {
  const { tenant, customer, offer, licenses, upgrades, reseller, isDirect, values } = view
  const { order: say, card } = words.customers
  const { subscription, licenses: count, resellerMpnId, mpnId } = values
  const kept = {
    tenant,
    subscription,
    licenses: count,
    resellerMpnId,
    mpnId,
    ...(upgrades ? { upgrades: upgrades.id } : {}),
  }
  return summaryCard(
    {
      place: customer,
      title: say.reviewTitle,
      intro: [say.reviewIntro],
      sections: [
        {
          heading: upgrades ? say.upgradeTitle : say.title,
          facts: [
            { title: say.customer, value: customer },
            { title: say.what, value: card.line(offer.name, words.number(licenses), licenses === 1) },
            ...(upgrades ? [{ title: say.replaces, value: upgrades.offerName }] : []),
            ...(upgrades || isDirect
              ? []
              : [
                  {
                    title: say.reseller,
                    value: reseller ? words.customers.reseller.choice(reseller.name, reseller.mpnId) : say.noReseller,
                  },
                ]),
          ],
        },
      ],
      notes: [
        ...(upgrades || reseller || isDirect ? [] : [words.customers.subscription.noCredit]),
        ...(reseller && offer.azure ? [card.azure(reseller.name)] : []),
      ],
      buttons: [
        tap(words.buttons.submit, 'submit-order', { op: newOperationKey(), ...kept }, { style: 'positive' }),
        tap(words.buttons.change, 'order-form', { tenant, ...(upgrades ? { upgrades: upgrades.id } : {}) }),
        tap(words.buttons.cancel, 'customer', { tenant }),
      ],
    },
    words,
  )
}

export type OrderView = {
  tenant: TenantId
  customer: string
  order: Order
  /** What Partner Center's answer means, told to whoever placed it. */
  why?: Refusal | undefined
  /** It is the viewer's own order. */
  own: boolean
  mayRetry: boolean
  /** It was placed again since. */
  repeated: boolean
}

/** Where an order stands (SM9), and once more what was refused. */
export function orderCard({ tenant, customer, order, why, own, mayRetry, repeated }: OrderView, words: Words): Card {
  const { order: say, card, orderStates, buttons } = words.customers
  const failed = own
    ? [say.failed(why ? words.refusal(why) : say.unknown)]
    : [say.failedFor, ...(repeated ? [] : [say.providerAgain])]
  const section: Section = {
    heading: orderStates[order.state],
    facts: [
      { title: say.customer, value: customer },
      {
        title: say.what,
        value: order.lines
          .map(({ offerName, licenses }) => card.line(offerName, words.number(licenses), licenses === 1))
          .join('\n'),
      },
      ...(order.reseller
        ? [{ title: say.reseller, value: words.customers.reseller.choice(order.reseller.name, order.reseller.mpnId) }]
        : []),
      {
        title: say.byWhom,
        value: card.orderBy(
          order.submittedBy.kind === 'person' ? order.submittedBy.name : words.terms.system,
          words.dateTime(order.submittedAt),
        ),
      },
      ...(order.settledAt ? [{ title: say.settled, value: words.dateTime(order.settledAt) }] : []),
    ],
  }
  return summaryCard(
    {
      tone: order.state === 'failed' ? 'attention' : order.state === 'confirmed' ? 'good' : 'accent',
      place: customer,
      title: say.statusTitle,
      intro: order.state === 'failed' ? failed : [say[order.state]],
      sections: [section],
      notes: repeated ? [say.repeated] : [],
      buttons: [
        ...(mayRetry && order.state === 'failed' && !repeated
          ? [
              tap(
                buttons.again,
                'repeat-order',
                { op: newOperationKey(), tenant, order: order.id },
                { style: 'positive' },
              ),
            ]
          : []),
        ...(order.state === 'submitted' ? [tap(words.buttons.refresh, 'order', { tenant, order: order.id })] : []),
      ],
      more: [tap(buttons.toCustomer, 'customer', { tenant }), tap(words.buttons.home, 'home', {})],
    },
    words,
  )
}

export type OrdersView = {
  tenant: TenantId
  customer: string
  orders: readonly Order[]
  from: number
  reasons: ReadonlyMap<string, Refusal>
}

/** All orders that are kept of a customer, the newest first. */
export const ordersCard = ({ tenant, customer, orders, from, reasons }: OrdersView, words: Words): Card =>
  fitting((cut) => {
    const shown = orders.slice(from, from + PAGE)
    const place = { from, ...(from + shown.length < orders.length ? { next: String(from + shown.length) } : {}) }
    return listCard(
      {
        place: customer,
        title: words.customers.order.list,
        intro: shown.length === 0 ? [words.customers.order.none] : placeLine(place, shown.length, words),
        rows: shown.map((order) => {
          const { title, lines, button } = orderEntry(order, tenant, reasons.get(order.id), cut, words)
          return { title, lines: lines.map((line) => cut(line, LINE_BYTES)), button }
        }),
        buttons: placeButtons(
          place,
          shown.length,
          (title, at) => tap(title, 'orders', { tenant, ...(at.from === undefined ? {} : { from: at.from }) }),
          words,
        ),
        more: [tap(words.customers.buttons.toCustomer, 'customer', { tenant }), tap(words.buttons.home, 'home', {})],
      },
      words.locale,
    )
  })

const LINE_BYTES = 700
