// Long, since every event of a customer has its consequences here, side by side.
import type { By } from '../actor.ts'
import type { TenantId } from '../ids.ts'
import type { Audience, Notice } from '../notices.ts'
import { customerCards } from '../store/card-copies.ts'
import type { Task } from '../store/outbox.ts'
import {
  type Customer,
  type CustomerEvent,
  type Order,
  partnerName,
  type Relation,
  type Subscription,
} from './customer.ts'
import { changedLists } from './list-entries.ts'
import { ADMINS, STAFF, SUPPORTERS } from './told.ts'

/** What an event of a customer sets going: the lists of its partners, the steps outside, and who is told (SM7–SM10). */
export const tasks = (before: Customer | undefined, event: CustomerEvent, after: Customer): readonly Task[] => [
  ...listing(before, after),
  ...consequences(before, event, after),
  ...(SETTLES.has(event.type) ? [{ kind: 'showCards' as const, subject: customerCards(after.tenantId) }] : []),
]

/** What a card that says “waits for Partner Center” waits for. */
const SETTLES: ReadonlySet<CustomerEvent['type']> = new Set([
  'LicensesChanged',
  'SubscriptionSuspended',
  'ResellerAssociated',
  'ResellerRemoved',
  'SupportContactChanged',
  'SubscriptionEditRefused',
  'OrderConfirmed',
  'OrderFailed',
  'RelationRemoved',
  'RelationRemovalRefused',
])

function listing(before: Customer | undefined, after: Customer): readonly Task[] {
  const change = changedLists(before, after)
  return Object.values(change).some((lists) => lists.length > 0)
    ? [{ kind: 'listCustomer', customer: after.tenantId, ...change }]
    : []
}

function consequences(before: Customer | undefined, event: CustomerEvent, after: Customer): readonly Task[] {
  const { tenantId: customer, name } = after
  const about = { customer: name, customerTenant: customer }
  switch (event.type) {
    case 'CustomerCreated':
      return event.bulk === undefined ? event.relations.flatMap((one) => created(one, event, about)) : []
    case 'RelationsEstablished':
    case 'AgreementAttested':
    case 'AgreementSigned':
    case 'LicensesChanged':
    case 'SubscriptionSuspended':
      return []
    case 'OrderSubmitted':
      return [{ kind: 'placeOrder', customer, order: event.order.id }]
    case 'OrderConfirmed':
      return withOrder(after, event.order, (order, owner) =>
        order.bulk === undefined ? confirmed(order, owner, about) : [],
      )
    case 'OrderFailed':
      return withOrder(after, event.order, (order, owner) =>
        order.bulk === undefined
          ? [
              tellWho(order.submittedBy, order.owner, {
                ...of(order.owner, owner),
                name: 'order.failed',
                ...about,
                lines: linesOf(order),
              }),
            ]
          : [],
      )
    case 'SubscriptionEditOrdered':
      // A job carries its own changes out, and what it leaves behind the customer's timer does.
      return event.bulk === undefined
        ? [{ kind: 'changeSubscription', customer, subscription: event.subscription }]
        : []
    case 'SubscriptionEditRefused':
      return withSubscription(before, event.subscription, ({ offerName: offer, owner, pending }) =>
        pending && pending.bulk === undefined
          ? [
              tellWho(pending.by, owner, {
                ...of(owner, nameOf(after, owner)),
                name: 'customer.changeRefused',
                ...about,
                offer,
              }),
            ]
          : [],
      )
    case 'ResellerAssociated':
      if (isOfJob(before, event.subscription)) return []
      return withSubscription(after, event.subscription, ({ offerName: offer, owner }) => [
        tell(ADMINS, {
          ...of(event.reseller.tenantId, event.reseller.name),
          name: 'customer.resellerChanged',
          ...about,
          offer,
          provider: nameOf(after, owner),
        }),
      ])
    case 'ResellerRemoved':
    case 'ResellerReplaced':
      return []
    case 'SupportContactChanged':
      if (isOfJob(before, event.subscription)) return []
      return withSubscription(after, event.subscription, ({ offerName: offer }) =>
        event.from.tenantId === event.to.tenantId
          ? []
          : [['new', event.to] as const, ['previous', event.from] as const].map(([as, one]) =>
              tell(
                SUPPORTERS,
                {
                  ...of(one.tenantId, one.name),
                  name: 'customer.supportContactChanged',
                  as,
                  ...about,
                  offer,
                  contact: event.to.name,
                },
                event.by,
              ),
            ),
      )
    case 'DapRemoved':
      return [
        tell(ADMINS, { ...of(event.partner, nameOf(after, event.partner)), name: 'customer.dapRemoved', ...about }),
      ]
    case 'RelationRemovalOrdered':
      return [{ kind: 'removeRelation', customer, partner: event.partner, role: event.role }]
    case 'RelationRemovalRefused': {
      const ordered = before?.relations.find((one) => one.partner === event.partner && one.role === event.role)?.removal
      const notice: Notice = {
        ...of(event.partner, nameOf(after, event.partner)),
        name: 'customer.removalRefused',
        ...about,
      }
      return ordered ? [tellWho(ordered.by, event.partner, notice)] : []
    }
    case 'RelationRemoved':
      return [
        { kind: 'releaseCustomerPair', customer, partner: event.partner },
        tell(
          ADMINS,
          {
            ...of(event.partner, nameOf(after, event.partner)),
            name: 'customer.relationshipRemoved',
            customer: name,
            by: personOf(event.by),
          },
          event.by,
        ),
      ]
  }
}

type Roles = Extract<Audience, { to: 'roles' }>['roles']
type About = { customer: string; customerTenant: TenantId }

/** SM7: the provider's staff, and the reseller's admins (R60). */
function created(
  one: Relation,
  { by, relations }: Extract<CustomerEvent, { type: 'CustomerCreated' }>,
  about: About,
): readonly Task[] {
  const other = relations.find(({ partner }) => partner !== one.partner)?.partnerName
  const as = one.role === 'reseller' ? 'reseller' : 'provider'
  return [
    tell(
      as === 'provider' ? STAFF : ADMINS,
      {
        ...of(one.partner, one.partnerName),
        name: 'customer.created',
        as,
        ...about,
        ...(other ? { other } : {}),
        by: personOf(by),
      },
      by,
    ),
  ]
}

/** SM9: the reseller it was placed for, and whoever submitted it, whom the card of a new customer tells of its first one. */
const confirmed = (order: Order, owner: string, about: About): readonly Task[] => [
  ...(order.draft !== undefined && order.submittedBy.kind === 'person'
    ? []
    : [
        tellWho(order.submittedBy, order.owner, {
          ...of(order.owner, owner),
          name: 'order.confirmed',
          as: 'provider',
          ...about,
          lines: linesOf(order),
        }),
      ]),
  ...creditedBy(order).map(({ tenantId, name, lines }) =>
    tell(ADMINS, {
      ...of(tenantId, name),
      name: 'order.confirmed',
      as: 'reseller',
      ...about,
      lines: linesOf({ lines }),
    }),
  ),
]

const of = (tenantId: TenantId, company: string) => ({ tenantId, company })

/** Each reseller that it was placed for, with its own lines; the order's own has those that name nobody. */
function creditedBy({ reseller, lines }: Order) {
  const all = [...(reseller ? [reseller] : []), ...lines.flatMap((line) => line.reseller ?? [])]
  return [...new Map(all.map((one) => [one.tenantId, one])).values()].map(({ tenantId, name }) => ({
    tenantId,
    name,
    lines: lines.filter((line) => (line.reseller ?? reseller)?.tenantId === tenantId),
  }))
}

const linesOf = ({ lines }: Pick<Order, 'lines'>) =>
  lines.map(({ offerName: offer, licenses }) => ({ offer, licenses }))

function withOrder(
  state: Customer,
  id: string,
  then: (order: Order, owner: string) => readonly Task[],
): readonly Task[] {
  const order = state.orders.find((one) => one.id === id)
  return order ? then(order, nameOf(state, order.owner)) : []
}

function withSubscription(
  state: Customer | undefined,
  id: string,
  then: (subscription: Subscription) => readonly Task[],
): readonly Task[] {
  const subscription = state?.subscriptions.find((one) => one.id === id)
  return subscription ? then(subscription) : []
}

/** A job tells all its changes at once. */
const isOfJob = (before: Customer | undefined, id: string): boolean =>
  before?.subscriptions.find((one) => one.id === id)?.pending?.bulk !== undefined

const nameOf = (state: Customer, partner: TenantId): string => partnerName(state, partner) ?? ''

const tell = (roles: Roles, notice: Notice, except?: By): Task => ({
  kind: 'notify',
  notice,
  audience: {
    to: 'roles',
    tenantId: notice.tenantId,
    roles,
    ...(except?.kind === 'person' ? { except: except.userId } : {}),
  },
})

/** To the person who ordered it; to the company's admins where the system did. */
const tellWho = (by: By, tenantId: TenantId, notice: Notice): Task => ({
  kind: 'notify',
  notice,
  audience:
    by.kind === 'person' && by.tenantId === tenantId
      ? { to: 'person', tenantId, userId: by.userId }
      : { to: 'roles', tenantId, roles: ADMINS },
})

const personOf = (by: By): string => (by.kind === 'person' ? by.name : '')
