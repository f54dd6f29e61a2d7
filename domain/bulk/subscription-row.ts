import { by } from '../actor.ts'
import { type CarryingDeps, carryOutEdit } from '../customer/carry-out.ts'
import type { Customer, CustomerEvent, Subscription, SubscriptionEdit } from '../customer/customer.ts'
import type { Customers } from '../customer/customers.ts'
import { associateReseller, setSupportContact } from '../customer/edit-subscription.ts'
import { readSale, readSeller } from '../customer/facts.ts'
import { placed, refusalFor } from '../customer/outside-codes.ts'
import type { Decision } from '../decision.ts'
import type { TenantId } from '../ids.ts'
import { PERMISSIONS } from '../permissions.ts'
import { nameKey } from '../text.ts'
import type { Outcome } from './bulk.ts'
import {
  type Found,
  faultsOf,
  findCustomer,
  findPartner,
  findSubscription,
  missing,
  type NamingDeps,
} from './find-named.ts'
import type { Concern, ConcernKind, Concerns } from './news.ts'
import type { Doer, RowWork } from './run.ts'

export type SubscriptionDeps = NamingDeps & CarryingDeps & { partnerCenter: NamingDeps['partnerCenter'] }

type Target = { customer: Customer; subscription: Subscription }
/** `bulk` is absent in a dry run. */
type As = { key: string; bulk?: string }
type Decides = (state: Customer | undefined, as: As) => Promise<Decision<CustomerEvent>>
type Row = Target & { decides: Decides }

/** *Reseller (MPN ID)* of a subscription (R92), row by row. */
export const resellerWork = (deps: SubscriptionDeps): RowWork =>
  work(deps, async (cells, doer) => {
    const { actor, organization } = doer
    const provider = organization.tenantId
    const [target, named] = await Promise.all([
      targetOf(deps, provider, cells),
      findPartner(deps, provider, 'reseller', cells[2] ?? ''),
    ])
    if (target.is === 'wrong' || named.is === 'wrong') return wrong(target, named)
    const { customer, subscription } = target.found
    return {
      is: 'found',
      found: {
        ...target.found,
        async decides(state, as) {
          const facts = await readSale(deps, { provider, reseller: named.found.tenantId }, state ?? customer)
          if (!facts.reseller) throw new Error('a reseller that is named is read')
          return associateReseller(state, {
            actor,
            at: deps.clock.now(),
            subscription: subscription.id,
            ...as,
            facts: { ...facts, reseller: facts.reseller },
            mpnId: named.found.mpnId,
          })
        },
      },
    }
  })

/** *Designated support contact* of a subscription (R94), row by row: the company itself by its own name, or a reseller. */
export const supportWork = (deps: SubscriptionDeps): RowWork =>
  work(deps, async (cells, doer) => {
    const { actor, organization } = doer
    const own = organization.tenantId
    const isOwn = [organization.displayName, own, organization.mpnId ?? own].some(
      (name) => nameKey(name) === nameKey(cells[2] ?? ''),
    )
    const [target, named] = await Promise.all([
      targetOf(deps, own, cells),
      isOwn
        ? ({ is: 'found', found: { tenantId: own } } as const)
        : findPartner(deps, own, 'supportContact', cells[2] ?? ''),
    ])
    if (target.is === 'wrong' || named.is === 'wrong') return wrong(target, named)
    return {
      is: 'found',
      found: {
        ...target.found,
        async decides(state, as) {
          const [provider, contact] = await Promise.all([readSeller(deps, own), readSeller(deps, named.found.tenantId)])
          const { id: subscription } = target.found.subscription
          return setSupportContact(state, { actor, at: deps.clock.now(), subscription, ...as, provider, contact })
        },
      },
    }
  })

const wrong = (...parts: readonly Found<unknown>[]): Found<never> => ({ is: 'wrong', faults: faultsOf(...parts) })

async function targetOf(deps: SubscriptionDeps, owner: TenantId, cells: readonly string[]): Promise<Found<Target>> {
  const [customer, subscription] = [cells[0] ?? '', cells[1] ?? '']
  const known = await findCustomer(deps, owner, customer)
  if (known.is === 'wrong') return subscription === '' ? wrong(known, missing('subscription')) : known
  const one = findSubscription(known.found, owner, subscription)
  return one.is === 'wrong' ? one : { is: 'found', found: { customer: known.found, subscription: one.found } }
}

/** A change of somebody else's that is under way is carried to its end first, so often at most. */
const TRIES = 3

function work(deps: SubscriptionDeps, read: (cells: readonly string[], doer: Doer) => Promise<Found<Row>>): RowWork {
  return {
    lane: ([customer = '']) => nameKey(customer),
    async check(cells, doer) {
      const row = await read(cells, doer)
      if (row.is === 'wrong') return row
      const { customer, subscription, decides } = row.found
      const decision = await decides(settled(customer, subscription.id), { key: 'dry-run' })
      if (!decision.ok) return { is: 'refused', refusals: decision.error }
      return { is: decision.value.length > 0 ? 'good' : 'already' }
    },
    async run(cells, doer, { key, correlationId, bulk }) {
      const row = await read(cells, doer)
      if (row.is === 'wrong') return row
      const { customer, subscription, decides } = row.found
      const [tenant, id] = [customer.tenantId, subscription.id]
      for (let tries = 1; ; tries++) {
        const result = await deps.customers.execute(tenant, {
          by: by(doer.actor),
          correlationId,
          op: key,
          decide: (state) => decides(state, { key, bulk }),
        })
        if (result.ok) {
          const { events, replayed, state } = result.value
          if (events.length === 0 && !replayed) return { is: 'already' }
          const recorded = await carryOutEdit(deps, tenant, id, correlationId, replayed ? undefined : state.customer)
          return outcomeOf(row.found, key, doer, deps, endIn(events, recorded))
        }
        if (tries === TRIES || !result.error.every(({ code }) => code === 'STALE'))
          return { is: 'refused', refusals: result.error }
        await carryOutEdit(deps, tenant, id, correlationId)
      }
    },
    async isBegun(cells, { organization }, key) {
      const target = await targetOf(deps, organization.tenantId, cells)
      return target.is === 'found' && deps.customers.remembers(target.found.customer.tenantId, key)
    },
  }
}

/** The customer as it will be once what is under way there has come to its end. */
const settled = (customer: Customer, id: string): Customer => ({
  ...customer,
  subscriptions: customer.subscriptions.map(({ pending, ...one }) =>
    one.id === id || !pending ? one : { ...one, pending },
  ),
})

type Ended = { edit: SubscriptionEdit; end: End }

/** Both were committed here just now. */
function endIn(ordered: readonly CustomerEvent[], recorded: readonly CustomerEvent[]): Ended | undefined {
  const order = ordered.find((event) => event.type === 'SubscriptionEditOrdered')
  const end = recorded.find(isEnd)
  return order && end && { edit: order.edit, end }
}

/**
 * What Partner Center made of it: as recorded just now, else as it stands in the history, so that it is the same however
 * often, and whatever came later.
 */
async function outcomeOf(
  { customer, subscription }: Target,
  key: string,
  { organization }: Doer,
  { customers }: SubscriptionDeps,
  ended: Ended | undefined,
): Promise<Outcome> {
  const { edit, end } = ended ?? (await editBy(customers, customer.tenantId, subscription.id, key))
  const about = { id: customer.tenantId, name: customer.name }
  if (end.type !== 'SubscriptionEditRefused') return { is: 'good', concerns: concernsOf(end, about) }
  const reseller = edit.kind === 'reseller' ? edit.to : undefined
  const refusal = refusalFor(end.code, {
    provider: placed({ name: organization.displayName, country: organization.country }),
    customer: placed({ name: customer.name, country: customer.country }),
    roles: PERMISSIONS.P32.roles,
    ...(reseller
      ? {
          reseller: placed({ name: reseller.name, country: organization.country }),
          mpn: { id: reseller.mpnId, locations: [] },
        }
      : {}),
  })
  return { is: 'failed', refusals: [refusal] }
}

type End = Extract<CustomerEvent, { type: 'ResellerAssociated' | 'SupportContactChanged' | 'SubscriptionEditRefused' }>

function concernsOf(end: Exclude<End, { type: 'SubscriptionEditRefused' }>, customer: Concern['customer']): Concerns {
  const concern = (as: ConcernKind, { tenantId, name }: { tenantId: TenantId; name: string }): Concern => ({
    tenantId,
    company: name,
    as,
    customer,
  })
  return end.type === 'ResellerAssociated'
    ? [concern('reseller', end.reseller)]
    : [concern('contact', end.to), concern('formerContact', end.from)]
}

const PAGE = 20

/** The change that was ordered under a key, and how it ended. */
async function editBy(customers: Customers, tenant: TenantId, subscription: string, key: string): Promise<Ended> {
  let end: End | undefined
  for (let after: string | undefined, more = true; more; ) {
    const page = await customers.history(tenant, { limit: PAGE, ...(after === undefined ? {} : { after }) })
    for (const event of page.items.flatMap(({ body }) => body.events.toReversed())) {
      if (!('subscription' in event) || event.subscription !== subscription) continue
      if (event.type === 'SubscriptionEditOrdered' && event.key === key) {
        if (!end) throw new Error('a change that was carried out has ended')
        return { edit: event.edit, end }
      }
      if (isEnd(event)) end = event
    }
    after = page.next
    more = after !== undefined
  }
  throw new Error('a change that was ordered stands in the history')
}

const isEnd = (event: CustomerEvent): event is End =>
  event.type === 'ResellerAssociated' ||
  event.type === 'SupportContactChanged' ||
  event.type === 'SubscriptionEditRefused'
