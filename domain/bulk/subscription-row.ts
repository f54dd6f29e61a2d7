import { by } from '../actor.ts'
import { type CarryingDeps, carryOutEdit } from '../customer/carry-out.ts'
import type { Customer, CustomerEvent, Subscription, SubscriptionEdit } from '../customer/customer.ts'
import { associateReseller, setSupportContact } from '../customer/edit-subscription.ts'
import { readSale, readSeller } from '../customer/facts.ts'
import { refusalFor } from '../customer/outside-codes.ts'
import type { Decision } from '../decision.ts'
import type { TenantId } from '../ids.ts'
import { PERMISSIONS } from '../permissions.ts'
import { regionOf } from '../regions.ts'
import { nameKey } from '../text.ts'
import type { Outcome, RowFault } from './bulk.ts'
import { type Found, findCustomer, findPartner, findSubscription, type NamingDeps } from './find-named.ts'
import type { Doer, RowWork } from './run.ts'

export type SubscriptionDeps = NamingDeps & CarryingDeps & { partnerCenter: NamingDeps['partnerCenter'] }

type Target = { customer: Customer; subscription: Subscription }
type Decides = (state: Customer | undefined, key: string) => Promise<Decision<CustomerEvent>>
type Row = Target & { kind: SubscriptionEdit['kind']; decides: Decides }

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
        kind: 'reseller',
        async decides(state, key) {
          const facts = await readSale(deps, { provider, reseller: named.found.tenantId }, state ?? customer)
          if (!facts.reseller) throw new Error('a reseller that is named is read')
          return associateReseller(state, {
            actor,
            at: deps.clock.now(),
            subscription: subscription.id,
            key,
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
        kind: 'supportContact',
        async decides(state, key) {
          const [provider, contact] = await Promise.all([readSeller(deps, own), readSeller(deps, named.found.tenantId)])
          const { id: subscription } = target.found.subscription
          return setSupportContact(state, { actor, at: deps.clock.now(), subscription, key, provider, contact })
        },
      },
    }
  })

const wrong = (...parts: readonly Found<unknown>[]): Found<never> => ({
  is: 'wrong',
  faults: parts.flatMap((part): readonly RowFault[] => (part.is === 'wrong' ? part.faults : [])),
})

async function targetOf(deps: SubscriptionDeps, owner: TenantId, cells: readonly string[]): Promise<Found<Target>> {
  const [customer, subscription] = [cells[0] ?? '', cells[1] ?? '']
  const known = await findCustomer(deps, owner, customer)
  if (known.is === 'wrong')
    return subscription === ''
      ? wrong(known, { is: 'wrong', faults: [{ code: 'missing', column: 'subscription' }] })
      : known
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
      const decision = await decides(settled(customer, subscription.id), 'dry-run')
      if (!decision.ok) return { is: 'refused', refusals: decision.error }
      return { is: decision.value.length > 0 ? 'good' : 'already' }
    },
    async run(cells, doer, { key, correlationId }) {
      const row = await read(cells, doer)
      if (row.is === 'wrong') return row
      const { customer, subscription, decides } = row.found
      const [tenant, id] = [customer.tenantId, subscription.id]
      for (let tries = 1; ; tries++) {
        const result = await deps.customers.execute(tenant, {
          by: by(doer.actor),
          correlationId,
          op: key,
          decide: (state) => decides(state, key),
        })
        if (result.ok) {
          if (result.value.events.length === 0 && !result.value.replayed) return { is: 'already' }
          await carryOutEdit(deps, tenant, id, correlationId)
          return outcomeOf(row.found, doer, deps)
        }
        if (tries === TRIES || !result.error.every(({ code }) => code === 'STALE'))
          return { is: 'refused', refusals: result.error }
        await carryOutEdit(deps, tenant, id, correlationId)
      }
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

/** What Partner Center made of it. */
async function outcomeOf(
  { customer, subscription, kind }: Row,
  { organization }: Doer,
  deps: SubscriptionDeps,
): Promise<Outcome> {
  const now = await deps.customers.find(customer.tenantId)
  const failure = now?.subscriptions.find(({ id }) => id === subscription.id)?.failure
  if (failure?.edit.kind !== kind) return { is: 'good' }
  const region = (country: string): string => regionOf(country) ?? country
  const reseller = failure.edit.kind === 'reseller' ? failure.edit.to : undefined
  const refusal = refusalFor(failure.code, {
    provider: { name: organization.displayName, region: region(organization.country) },
    customer: { name: customer.name, country: customer.country, region: region(customer.country) },
    roles: PERMISSIONS.P32.roles,
    ...(reseller
      ? {
          reseller: { name: reseller.name, region: region(organization.country) },
          mpn: { id: reseller.mpnId, locations: [] },
        }
      : {}),
  })
  return { is: 'failed', refusals: [refusal] }
}
