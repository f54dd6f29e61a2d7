import { type By, by } from '../actor.ts'
import { type Clock, DAY_MS } from '../clock.ts'
import { type Decision, decide, type Given } from '../decision.ts'
import type { OperationKey, TenantId } from '../ids.ts'
import type { Organization } from '../organization/organization.ts'
import type { Partnership } from '../partnership/partnership.ts'
import { permit } from '../permissions.ts'
import type { Refusal } from '../refusals.ts'
import type { Result } from '../result.ts'
import { guard, holds, refuse, rule } from '../rules/rule.ts'
import { type Change, commit, type Truth } from '../store/commit.ts'
import type { DocumentStore } from '../store/document-store.ts'
import type { Task } from '../store/outbox.ts'
import { nameKey } from '../text.ts'
import { STAFF } from './told.ts'

/** What a reseller has asked one of its providers for within the last day. */
type CustomerRequests = { recent: readonly { at: string; customer: string }[] }

export type CustomerRequested = {
  type: 'CustomerRequested'
  at: string
  by: By
  provider: TenantId
  providerName: string
  reseller: TenantId
  resellerName: string
  /** As the reseller calls it; '' when it named none. */
  customer: string
}

const MOST_A_DAY = 5

/** Once a day for the same customer, and no more than a few in all: a request is a card to everybody who may add customers. */
export const providerNotPestered = rule<{
  recent: CustomerRequests['recent']
  customer: string
  now: string
  provider: string
}>('P54', 'domain.md 1.4; F29', ({ recent, customer, now, provider }) => {
  const today = recent.filter(({ at }) => Date.parse(now) - Date.parse(at) < DAY_MS)
  const same = today.find((one) => nameKey(one.customer) === nameKey(customer))
  const first = today.length >= MOST_A_DAY ? today[0] : undefined
  const before = same ?? first
  return before ? refuse({ code: 'REMINDED', company: provider, at: before.at }) : holds
})

/** *Ask my provider*: a reseller cannot create customers, its provider does (R65, P54). */
export function askProvider(
  state: CustomerRequests,
  command: Given & { reseller: Organization; provider: Organization; partnership: Partnership; customer: string },
): Decision<CustomerRequested> {
  const { actor, at, reseller, provider, partnership, customer } = command
  const [a, b] = [provider.displayName, reseller.displayName]
  const refusals = guard(
    permit('P54', actor, reseller),
    partnership.status === 'active' ? [] : [{ code: 'PAR_NONE', a, b }],
    providerNotPestered.check({ recent: state.recent, customer, now: at, provider: a }),
  )
  return decide<CustomerRequested>(refusals, () => [
    {
      type: 'CustomerRequested',
      at,
      by: by(actor),
      provider: provider.tenantId,
      providerName: a,
      reseller: reseller.tenantId,
      resellerName: b,
      customer,
    },
  ])
}

const REQUESTS: Truth<CustomerRequests, CustomerRequested> = {
  t: 'customerRequests',
  v: 1,
  evolve: ({ recent }, { at, customer }) => ({ recent: [...recent, { at, customer }].slice(-MOST_A_DAY) }),
  tasks: (_, { provider, providerName, reseller, resellerName, customer, by }): readonly Task[] => [
    {
      kind: 'notify',
      audience: { to: 'roles', tenantId: provider, roles: STAFF },
      notice: {
        tenantId: provider,
        company: providerName,
        name: 'customer.requested',
        reseller: resellerName,
        resellerTenant: reseller,
        customer,
        by: by.kind === 'person' ? by.name : '',
      },
    },
  ],
  due: () => undefined,
  listed: ({ provider, providerName, reseller, resellerName }) => {
    const tenants = [reseller, provider]
    return { companies: [resellerName, providerName], tenants, seenBy: tenants }
  },
}

type Order = {
  reseller: TenantId
  provider: TenantId
  by: By
  correlationId: string
  op: OperationKey
  decide(state: CustomerRequests): Decision<CustomerRequested> | Promise<Decision<CustomerRequested>>
}

/** Keeps the request and orders its delivery in one batch. */
export async function sendCustomerRequest(
  { store, clock, committed }: { store: DocumentStore; clock: Clock; committed(pk: string): void },
  { reseller, provider, by, correlationId, op, decide }: Order,
): Promise<Result<Change<CustomerRequests, CustomerRequested>, readonly Refusal[]>> {
  const pk = `req:${reseller}`
  const result = await commit(store, REQUESTS, {
    pk,
    id: `req:${provider}`,
    by,
    at: clock.now(),
    correlationId,
    op,
    fresh: async (): Promise<CustomerRequests> => ({ recent: [] }),
    decide: async (state) => decide(state),
  })
  if (result.ok && result.value.events.length > 0) committed(pk)
  return result
}
