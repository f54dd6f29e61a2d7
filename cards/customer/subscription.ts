import type { PendingEdit, Subscription } from '../../domain/customer/customer.ts'
import { newOperationKey, type TenantId } from '../../domain/ids.ts'
import type { Refusal } from '../../domain/refusals.ts'
import { type Button, link, tap } from '../drawing/buttons.ts'
import type { Fact } from '../drawing/form.ts'
import { living } from '../drawing/living.ts'
import type { Card } from '../drawing/render.ts'
import { type Entry, summaryCard } from '../drawing/summary.ts'
import { type Fold, unfold, unfoldParts } from '../drawing/unfold.ts'
import type { Words } from '../words/words.ts'

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

type Drawn = SubscriptionView & {
  note?: string
  alerts?: readonly string[]
  /** The change that the card waited for. */
  awaited?: PendingEdit['edit']['kind'] | undefined
}

/**
 * One subscription with everything that can be changed of it. While a change waits for Partner Center the card asks for
 * itself, until it shows what came of it.
 */
export function subscriptionCard(view: Drawn, words: Words): Card {
  const { tenant, subscription: one } = view
  const card = drawSubscription(view, words)
  if (!one.pending) return card
  const data = { tenant, subscription: one.id, awaited: one.pending.edit.kind }
  return living(card, words.buttons.refresh, 'subscription', data)
}

function drawSubscription(view: Drawn, words: Words): Card {
  const { tenant, customer, subscription: one, note, alerts = [], failure, awaited } = view
  const { customers: say } = words
  const done = awaited && !one.pending && !failure ? [`✓ ${outcome(one, awaited, words)}`] : []
  return summaryCard(
    {
      place: customer,
      title: one.offerName,
      tone: one.pending ? 'accent' : one.status === 'active' ? 'good' : 'emphasis',
      intro: [...(note === undefined ? [] : [note]), ...done, ...waiting(one.pending, words)],
      alerts: [...alerts, ...(failure ? [say.subscription.failed(words.refusal(failure))] : [])],
      sections: [
        {
          heading: words.terms.fields.subscription,
          facts: [
            { title: words.terms.fields.licenses, value: words.number(one.licenses) },
            ...subscriptionFacts(view, words),
          ],
        },
      ],
      notes: [
        ...(isUncredited(view) ? [say.subscription.noCredit] : []),
        ...(isAzureOfReseller(view) && one.reseller ? [say.card.azure(one.reseller.name)] : []),
        ...(view.may.order ? [say.subscription.order] : []),
      ],
      buttons: changes(view, words),
      more: [
        ...(isAzureOfReseller(view) ? [link(words.customer.buttons.azure, AZURE_USER_SETTINGS)] : []),
        ...(one.pending
          ? [
              tap(words.buttons.refresh, 'subscription', {
                tenant,
                subscription: one.id,
                awaited: one.pending.edit.kind,
              }),
            ]
          : []),
        tap(say.buttons.toCustomer, 'customer', { tenant }),
        tap(words.buttons.home, 'home', {}),
      ],
    },
    words,
  )
}

/** What is so after a change that nothing refused. */
function outcome(
  { licenses, reseller, support }: Subscription,
  changed: PendingEdit['edit']['kind'],
  words: Words,
): string {
  const { done } = words.customers.subscription
  switch (changed) {
    case 'licenses':
      return done.licenses(words.number(licenses))
    case 'reseller':
      return reseller ? done.reseller(reseller.name) : done.noReseller
    case 'supportContact':
      return done.supportContact(support.name)
    case 'suspension':
      return done.suspension
  }
}

const isUncredited = ({ subscription: { reseller, billing, owner }, viewer }: SubscriptionView): boolean =>
  !reseller && billing === 'provider' && owner === viewer

const isAzureOfReseller = ({ subscription: { azure, reseller, owner }, viewer }: SubscriptionView): boolean =>
  azure && reseller !== undefined && owner === viewer

const isOpen = ({ status }: Subscription): boolean => status === 'active' || status === 'pending'

const mayAny = ({ subscription, viewer, may }: SubscriptionView): boolean =>
  subscription.owner === viewer && (may.order || may.reseller || may.support)

/** What is ordered often stands in view; the rest, with what each means, unfolds. */
function changes(view: SubscriptionView, words: Words): readonly Button[] {
  const { tenant, subscription: one, may } = view
  const { buttons } = words.customers
  if (!mayAny(view) || !isOpen(one) || one.pending) return []
  const more = furtherChanges(view, words)
  return [
    ...(may.order
      ? [tap(buttons.licenses, 'subscription-form', { tenant, subscription: one.id, part: 'licenses' })]
      : []),
    ...(may.order && one.status === 'active' ? [tap(buttons.upgrade, 'order-form', { tenant, upgrades: one.id })] : []),
    ...(more.length > 0 ? [unfoldParts(buttons.more, more)] : []),
  ]
}

function furtherChanges({ tenant, customer, subscription: one, may }: SubscriptionView, words: Words): readonly Fold[] {
  const { buttons, subscription: say } = words.customers
  const named = { tenant, subscription: one.id }
  const forms = [
    ...(may.support ? [tap(buttons.supportContact, 'subscription-form', { ...named, part: 'supportContact' })] : []),
    ...(may.reseller
      ? [
          tap(one.reseller ? buttons.changeReseller : buttons.setReseller, 'subscription-form', {
            ...named,
            part: 'reseller',
          }),
        ]
      : []),
  ]
  return [
    ...(forms.length > 0 ? [{ buttons: forms }] : []),
    ...(may.reseller && one.reseller
      ? [
          {
            texts: [say.clearAsk(one.reseller.name)],
            buttons: [tap(buttons.clearReseller, 'clear-reseller', { op: newOperationKey(), ...named })],
          },
        ]
      : []),
    ...(may.order
      ? [
          {
            texts: [say.suspendAsk(one.offerName, customer)],
            buttons: [
              tap(
                buttons.suspend,
                'suspend-subscription',
                { op: newOperationKey(), ...named },
                { style: 'destructive' },
              ),
            ],
          },
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
      value: reseller ? (reseller.name === '' ? say.notYours : say.named(reseller.name, reseller.mpnId)) : say.none,
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
