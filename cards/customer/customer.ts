import type { Order, Relation } from '../../domain/customer/customer.ts'
import type { SeenCustomer } from '../../domain/customer/seen.ts'
import { newOperationKey, type TenantId } from '../../domain/ids.ts'
import type { Refusal } from '../../domain/refusals.ts'
import { ask, type Button, tap } from '../drawing/buttons.ts'
import type { Fact } from '../drawing/form.ts'
import { type Cut, fitting } from '../drawing/list.ts'
import { living } from '../drawing/living.ts'
import type { Bullet } from '../drawing/notice.ts'
import type { Card } from '../drawing/render.ts'
import { type Entry, type Section, summaryCard } from '../drawing/summary.ts'
import type { Words } from '../words/words.ts'
import { type SubscriptionMay, subscriptionEntry } from './subscription.ts'

/** As many subscriptions as stay below what a client takes. */
export const SUBSCRIPTIONS = 8
const ORDERS = 3

export type CustomerView = {
  company: string
  seen: SeenCustomer
  /** How many subscriptions come before those that are shown. */
  from: number
  may: SubscriptionMay & { remove: boolean; attest: boolean }
  /** Why Partner Center refused, by the id of the order or the subscription; told to whoever sells there. */
  reasons: ReadonlyMap<string, Refusal>
  /** Why somebody who may only look can do nothing here. */
  denied?: readonly Refusal[]
  alerts?: readonly string[]
  note?: string
  /** The draft that it was made of, while its submitter has not looked at the password. */
  unseen?: string
}

/**
 * A customer as the viewer may see it, with what exactly the viewer can do there (R83–R85, R89). While something waits
 * for Partner Center the card asks for itself.
 */
export function customerCard(view: CustomerView, words: Words): Card {
  const card = fitting((cut) => draw(view, cut, words))
  if (!isWaiting(view)) return card
  const data = { tenant: view.seen.customer.tenantId, from: view.from }
  return living(card, words.buttons.refresh, 'customer', data)
}

const NAME_BYTES = 400

function draw(view: CustomerView, cut: Cut, words: Words): Card {
  const { company, seen, note, alerts = [], denied = [] } = view
  const { customers: say } = words
  const { customer, standing } = seen
  const own = seen.relations.find((one) => one.partner === seen.viewer && one.removal)
  const refused = seen.relations.find((one) => one.partner === seen.viewer && one.removalFailure)
  const why = refused && view.reasons.get(refused.partner)
  return summaryCard(
    {
      tone: standing === 'past' ? 'emphasis' : own ? 'warning' : 'good',
      place: `${cut(company, NAME_BYTES)} · ${say.card.place}`,
      title: cut(customer.name, NAME_BYTES),
      intro: [
        ...(note === undefined ? [] : [note]),
        ...(standing === 'past' ? [say.card.past] : []),
        ...(standing === 'subscription' ? [say.card.subscriptionAccess] : []),
        ...(own && note !== say.card.note.removal ? [say.card.removing] : []),
      ],
      alerts: [
        ...alerts,
        ...(refused && !own ? [say.card.removalRefused(why ? words.refusal(why) : say.order.unknown)] : []),
      ],
      sections: [
        { heading: say.card.about, facts: aboutFacts(view, cut, words) },
        { heading: say.card.partners, entries: seen.relations.map((one) => relationEntry(one, seen, cut, words)) },
        ...(standing === 'past' ? [] : [subscriptionsSection(view, cut, words), ...ordersSection(view, cut, words)]),
        ...maySection(seen, words),
      ],
      notes: [
        ...(standing === 'account' || standing === 'subscription'
          ? [`${words.customer.buttons.addSubscription}: ${words.refusal({ code: 'CUS_IR_NOT_ALLOWED' })}`]
          : []),
        ...(denied.length > 0 && standing === 'seller' ? [say.card.readOnly, ...denied.map(words.refusal)] : []),
      ],
      buttons: [...firstLook(view, words), ...actions(view, cut, words)],
      more: [
        tap(say.buttons.customers, 'customers', {}),
        ...(isWaiting(view) ? [tap(words.buttons.refresh, 'customer', { tenant: customer.tenantId })] : []),
        tap(words.buttons.home, 'home', {}),
      ],
    },
    words,
  )
}

/** The one look at the password of a new customer (SM14). */
const firstLook = ({ unseen: draft }: CustomerView, { customer }: Words): readonly Button[] =>
  draft === undefined
    ? []
    : [tap(customer.buttons.showPassword, 'reveal-password', { op: newOperationKey(), draft }, { style: 'positive' })]

const isWaiting = ({ seen: { orders, subscriptions, relations } }: CustomerView): boolean =>
  orders.some(({ state }) => state === 'submitted') ||
  subscriptions.some(({ pending }) => pending) ||
  relations.some(({ removal }) => removal)

function aboutFacts({ seen }: CustomerView, cut: Cut, words: Words): readonly Fact[] {
  const { card: say } = words.customers
  const { customer, standing, relations, viewer } = seen
  const own = relations.filter((one) => one.partner === viewer && one.removedAt === undefined)
  const isDirect = own.some(({ role }) => role === 'direct')
  const isIndirect = own.some(({ role }) => role !== 'direct') || !isDirect
  const origin = isDirect ? (isIndirect ? 'both' : 'direct') : 'indirect'
  return [
    { title: words.acceptance.country, value: words.terms.country(customer.country) },
    ...(customer.domain ? [{ title: say.domain, value: customer.domain }] : []),
    { title: say.tenant, value: customer.tenantId },
    ...(standing === 'past' ? [] : [{ title: say.origin, value: say.origins[origin] }]),
    ...(standing === 'past' ? [] : [{ title: say.agreement, value: agreementText(seen, cut, words) }]),
  ]
}

/** Who agreed is a person at the customer: told to whoever sells there. */
function agreementText({ customer: { agreement }, standing }: SeenCustomer, cut: Cut, words: Words): string {
  const { agreements: say } = words.customers.card
  if (agreement.status === 'none') return say.none
  if (agreement.status === 'directSigned') return say.directSigned(words.date(agreement.at))
  const { firstName, lastName } = agreement.contact
  const name = words.locale === 'ja-JP' ? `${lastName} ${firstName}` : `${firstName} ${lastName}`
  return standing === 'seller' ? say.attested(cut(name, NAME_BYTES), words.day(agreement.agreedOn)) : say.attestedPlain
}

function relationEntry(one: Relation, { viewer }: SeenCustomer, cut: Cut, words: Words): Entry {
  const { card: say, roles, dap, sources } = words.customers
  const { partner, partnerName, role, since, through, removal, removedAt, source } = one
  return {
    title: `${cut(partnerName, NAME_BYTES)} · ${roles[role]}`,
    lines: [
      removedAt === undefined
        ? [dap[one.dap], say.since(words.date(since)), sources[source], ...(removal ? [say.ending] : [])].join(' · ')
        : say.ended(words.date(removedAt)),
    ],
    ...(partner !== viewer && through === viewer && removedAt === undefined
      ? { button: tap(words.buttons.open, 'partner', { tenant: partner }) }
      : {}),
  }
}

function subscriptionsSection(view: CustomerView, cut: Cut, words: Words): Section {
  const { seen, from, may, reasons } = view
  const { card: say, buttons } = words.customers
  const { customer, subscriptions, viewer } = seen
  const shown = subscriptions.slice(from, from + SUBSCRIPTIONS)
  const isCut = subscriptions.length > SUBSCRIPTIONS
  const place = say.subscriptionsPlace(
    words.number(from + 1),
    words.number(from + shown.length),
    words.number(subscriptions.length),
  )
  return {
    heading: isCut ? `${say.subscriptions} (${place})` : say.subscriptions,
    ...(from > 0 || isCut
      ? {
          button: tap(
            from + shown.length < subscriptions.length ? buttons.moreSubscriptions : buttons.firstSubscriptions,
            'customer',
            {
              tenant: customer.tenantId,
              from: from + shown.length < subscriptions.length ? from + shown.length : 0,
            },
          ),
        }
      : {}),
    ...(shown.length === 0 ? { bullets: points([say.noSubscriptions]) } : {}),
    unfolds: shown.map((subscription) =>
      subscriptionEntry(
        {
          tenant: customer.tenantId,
          customer: customer.name,
          subscription: cutNames(subscription, cut),
          viewer,
          owner: cut(ownerName(seen, subscription.owner), NAME_BYTES),
          may,
          failure: subscription.owner === viewer ? reasons.get(subscription.id) : undefined,
        },
        words,
      ),
    ),
  }
}

const cutNames = (one: SeenCustomer['subscriptions'][number], cut: Cut) => ({
  ...one,
  offerName: cut(one.offerName, NAME_BYTES),
  ...(one.reseller ? { reseller: { ...one.reseller, name: cut(one.reseller.name, NAME_BYTES) } } : {}),
  support: { ...one.support, name: cut(one.support.name, NAME_BYTES) },
})

/** The partner that bills a subscription, by its name in the customer's record. */
export const ownerName = ({ customer }: SeenCustomer, owner: TenantId): string =>
  customer.relations.find((one) => one.partner === owner)?.partnerName ?? ''

function ordersSection(view: CustomerView, cut: Cut, words: Words): readonly Section[] {
  const { seen, reasons } = view
  const { card: say, buttons } = words.customers
  if (seen.orders.length === 0) return []
  const { tenantId: tenant } = seen.customer
  return [
    {
      heading: say.orders,
      ...(seen.orders.length > ORDERS ? { button: tap(buttons.orders, 'orders', { tenant }) } : {}),
      entries: seen.orders
        .slice(0, ORDERS)
        .map((order) => orderEntry(order, tenant, reasons.get(order.id), cut, words)),
    },
  ]
}

/** One order on a card: what, where it stands, who ordered it and when. */
export function orderEntry(
  order: Order,
  tenant: TenantId,
  why: Refusal | undefined,
  cut: Cut,
  words: Words,
): Entry & { button: Button } {
  const { card: say, orderStates } = words.customers
  const who = order.submittedBy.kind === 'person' ? cut(order.submittedBy.name, NAME_BYTES) : words.terms.system
  return {
    title: words.all(
      order.lines.map(({ offerName, licenses }) =>
        say.line(cut(offerName, NAME_BYTES), words.number(licenses), licenses === 1),
      ),
    ),
    lines: [
      `${orderStates[order.state]} · ${say.orderBy(who, words.dateTime(order.submittedAt))}`,
      ...(why ? [words.refusal(why)] : []),
    ],
    button: tap(words.buttons.open, 'order', { tenant, order: order.id }),
  }
}

const points = (texts: readonly string[]): readonly Bullet[] => texts.map((text) => ({ text }))

/** What the viewer's side of the customer is for, in words (R83–R85). */
function maySection(
  { standing, relations, viewer }: SeenCustomer,
  { customers: { card: say } }: Words,
): readonly Section[] {
  const own = relations.filter((one) => one.partner === viewer && one.removedAt === undefined)
  const texts = [
    ...(own.some(({ role }) => role === 'provider') ? say.may.seller : []),
    ...(own.some(({ role }) => role === 'direct') ? say.may.direct : []),
    ...(own.some(({ role }) => role === 'reseller') ? say.may.account : []),
    ...(own.some(({ dap }) => dap === 'removedByCustomer') ? [say.may.noDap] : []),
  ]
  return standing === 'past' || texts.length === 0 ? [] : [{ heading: say.may.heading, bullets: points(texts) }]
}

function actions({ seen, may }: CustomerView, cut: Cut, words: Words): readonly Button[] {
  const { buttons, card: say } = words.customers
  const { customer, standing } = seen
  const { tenantId: tenant } = customer
  const isLeaving = seen.relations.some((one) => one.partner === seen.viewer && one.removal)
  if (standing !== 'seller' || isLeaving) return []
  const isAgreed = customer.agreement.status !== 'none'
  return [
    ...(may.order && isAgreed
      ? [tap(words.customer.buttons.addSubscription, 'order-form', { tenant }, { style: 'positive' })]
      : []),
    ...(may.attest && !isAgreed ? [tap(buttons.attest, 'agreement-form', { tenant }, { style: 'positive' })] : []),
    ...(may.remove
      ? [
          ask(
            buttons.remove,
            say.removeAsk(cut(customer.name, NAME_BYTES)),
            tap(words.buttons.yes, 'remove-customer', { op: newOperationKey(), tenant }, { style: 'destructive' }),
          ),
        ]
      : []),
  ]
}
