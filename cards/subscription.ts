import type { PendingEdit, Subscription } from '../domain/customer/customer.ts'
import { newOperationKey, type TenantId } from '../domain/ids.ts'
import type { Refusal } from '../domain/refusals.ts'
import { ask, type Button, link, tap, unfold } from './buttons.ts'
import type { Fact } from './form.ts'
import type { Card } from './render.ts'
import { type Entry, summaryCard } from './summary.ts'
import type { Words } from './words/words.ts'

export const AZURE_USER_SETTINGS =
  'https://aad.portal.azure.com/#blade/Microsoft_AAD_IAM/UsersManagementMenuBlade/UserSettings'

export type SubscriptionView = {
  tenant: TenantId
  customer: string
  subscription: Subscription
  /** Who looks at it. */
  viewer: TenantId
  /** Who bills it, by name. */
  owner: string
  may: SubscriptionMay
  /** Why Partner Center refused the last change; told to whoever ordered it. */
  failure?: Refusal | undefined
}

/** What this person may do with the subscriptions that their company sells here. */
export type SubscriptionMay = { order: boolean; reseller: boolean; support: boolean }

/** One subscription on a customer's card, which unfolds (R89); what can be changed is on a card of its own. */
export function subscriptionEntry(view: SubscriptionView, words: Words): Entry {
  const { tenant, subscription: one } = view
  const { customers: say } = words
  const changes = waiting(one.pending, words)
  const manage = mayAny(view) ? [tap(say.buttons.manage, 'subscription', { tenant, subscription: one.id })] : []
  return {
    title: say.card.line(one.offerName, words.number(one.licenses), one.licenses === 1),
    lines: [
      say.statuses[one.status],
      ...changes,
      ...(view.failure ? [say.subscription.failed(words.refusal(view.failure))] : []),
    ],
    button: unfold(
      words.buttons.details,
      [
        ...subscriptionFacts(view, words).map(({ title, value }) => `${title}: ${value}`),
        ...(isUncredited(view) ? [say.subscription.noCredit] : []),
      ],
      manage,
    ),
  }
}

/** One subscription with everything that can be changed of it. */
export function subscriptionCard(
  view: SubscriptionView & { note?: string; alerts?: readonly string[] },
  words: Words,
): Card {
  const { tenant, customer, subscription: one, note, alerts = [], failure } = view
  const { customers: say } = words
  return summaryCard(
    {
      place: customer,
      title: one.offerName,
      tone: one.status === 'active' ? 'good' : 'emphasis',
      intro: [...(note === undefined ? [] : [note]), ...waiting(one.pending, words)],
      alerts: [...alerts, ...(failure ? [say.subscription.failed(words.refusal(failure))] : [])],
      sections: [
        {
          heading: say.card.line(one.offerName, words.number(one.licenses), one.licenses === 1),
          facts: subscriptionFacts(view, words),
        },
      ],
      notes: [
        ...(isUncredited(view) ? [say.subscription.noCredit] : []),
        ...(isAzureOfReseller(view) && one.reseller ? [say.card.azure(one.reseller.name)] : []),
        ...(view.may.order ? [say.subscription.order] : []),
      ],
      pairs: true,
      buttons: changes(view, words),
      more: [
        ...(isAzureOfReseller(view) ? [link(words.customer.buttons.azure, AZURE_USER_SETTINGS)] : []),
        ...(one.pending ? [tap(words.buttons.refresh, 'subscription', { tenant, subscription: one.id })] : []),
        tap(say.buttons.toCustomer, 'customer', { tenant }),
        tap(words.buttons.home, 'home', {}),
      ],
    },
    words,
  )
}

const isUncredited = ({ subscription: { reseller, billing, owner }, viewer }: SubscriptionView): boolean =>
  !reseller && billing === 'provider' && owner === viewer

const isAzureOfReseller = ({ subscription: { azure, reseller, owner }, viewer }: SubscriptionView): boolean =>
  azure && reseller !== undefined && owner === viewer

const isOpen = ({ status }: Subscription): boolean => status === 'active' || status === 'pending'

const mayAny = ({ subscription, viewer, may }: SubscriptionView): boolean =>
  subscription.owner === viewer && (may.order || may.reseller || may.support)

function changes(view: SubscriptionView, words: Words): readonly Button[] {
  const { tenant, customer, subscription: one, may } = view
  const { buttons, subscription: say } = words.customers
  if (!mayAny(view) || !isOpen(one) || one.pending) return []
  const named = { tenant, subscription: one.id }
  return [
    ...(may.order ? [tap(buttons.licenses, 'subscription-form', { ...named, part: 'licenses' })] : []),
    ...(may.order && one.status === 'active' ? [tap(buttons.upgrade, 'order-form', { tenant, upgrades: one.id })] : []),
    ...(may.reseller
      ? [
          tap(one.reseller ? buttons.changeReseller : buttons.setReseller, 'subscription-form', {
            ...named,
            part: 'reseller',
          }),
          ...(one.reseller
            ? [
                ask(
                  buttons.clearReseller,
                  say.clearAsk(one.reseller.name),
                  tap(words.buttons.yes, 'clear-reseller', { op: newOperationKey(), ...named }),
                  'default',
                ),
              ]
            : []),
        ]
      : []),
    ...(may.support ? [tap(buttons.supportContact, 'subscription-form', { ...named, part: 'supportContact' })] : []),
    ...(may.order
      ? [
          ask(
            buttons.suspend,
            say.suspendAsk(one.offerName, customer),
            tap(
              words.buttons.yes,
              'suspend-subscription',
              { op: newOperationKey(), ...named },
              { style: 'destructive' },
            ),
          ),
        ]
      : []),
  ]
}

function subscriptionFacts({ subscription: one, owner }: SubscriptionView, words: Words): readonly Fact[] {
  const { statuses, subscription: say } = words.customers
  const { reseller, support } = one
  return [
    { title: say.status, value: statuses[one.status] },
    {
      title: say.reseller,
      value: reseller ? (reseller.name === '' ? say.other : say.named(reseller.name, reseller.mpnId)) : say.none,
    },
    { title: say.support, value: say.supportSince(support.name || say.other, words.date(support.since)) },
    { title: say.owner, value: owner },
    { title: say.since, value: words.date(one.since) },
  ]
}

function waiting(pending: PendingEdit | undefined, words: Words): readonly string[] {
  const { pending: say } = words.customers.subscription
  if (!pending) return []
  const { edit } = pending
  switch (edit.kind) {
    case 'licenses':
      return [say.licenses(words.number(edit.to))]
    case 'reseller':
      return [edit.to ? say.reseller(edit.to.name) : say.noReseller]
    case 'supportContact':
      return [say.supportContact(edit.to.name)]
    case 'suspension':
      return [say.suspension]
  }
}
