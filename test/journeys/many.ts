import type { By } from '../../domain/actor.ts'
import type { Subscription } from '../../domain/customer/customer.ts'
import { customers } from '../../domain/customer/customers.ts'
import { listCustomer } from '../../domain/customer/lists.ts'
import { tenantId } from '../../domain/ids.ts'
import { ok } from '../../domain/result.ts'
import { openSqliteStore } from '../../domain/store/sqlite-store.ts'

const AT = '2026-01-05T00:00:00.000Z'
const SYSTEM: By = { kind: 'system' }

export const customerId = (n: number): string => `0000c0c0-0000-4000-8000-${String(n).padStart(12, '0')}`
export const subscriptionId = (n: number, m: number): string => `s${n}-${m}`
export const customerName = (n: number): string => `Client ${String(n).padStart(4, '0')}`

type Sold = {
  count: number
  each: number
  from?: number
  /** The reseller of record of all subscriptions but the first so many of each customer. */
  /** The reseller that holds delegated admin privileges of all these customers through the provider. */
  served?: { tenantId: string; name: string }
  credited?: { after: number; tenantId: string; name: string; mpnId: string }
}

/** Writes what years of selling leave behind: customers of a provider with so many subscriptions each. */
export async function soldBefore(
  databaseFile: string,
  seller: { tenantId: string; name: string },
  { count, each, from = 0, credited, served }: Sold,
): Promise<void> {
  const store = openSqliteStore(databaseFile)
  const clock = { now: () => AT }
  const all = customers({ store, clock, committed: () => undefined })
  const owner = tenantId(seller.tenantId)
  for (let n = from; n < from + count; n++) {
    const tenant = tenantId(customerId(n))
    const subscriptions = Array.from(
      { length: each },
      (_, m): Subscription => ({
        id: subscriptionId(n, m),
        offerId: m === 0 ? 'basic' : 'exchange',
        offerName: m === 0 ? 'Business Basic' : 'Exchange',
        azure: false,
        licenses: 5,
        status: 'active',
        owner,
        billing: 'provider',
        orderId: 'o1',
        since: AT,
        ...(credited && m >= credited.after
          ? {
              reseller: {
                tenantId: tenantId(credited.tenantId),
                name: credited.name,
                mpnId: credited.mpnId,
                since: AT,
                by: SYSTEM,
              },
            }
          : {}),
        support: { tenantId: owner, name: seller.name, kind: 'provider', since: AT },
      }),
    )
    const address = { line1: '1 Toy Street', city: 'Seattle', country: 'US' }
    await all.execute(tenant, {
      by: SYSTEM,
      correlationId: 'sold',
      decide: () =>
        ok([
          {
            type: 'CustomerCreated',
            at: AT,
            by: SYSTEM,
            tenantId: tenant,
            name: customerName(n),
            country: 'US',
            domain: `client${n}.onmicrosoft.com`,
            billing: { email: 'a@client.example', address },
            agreement: { status: 'directSigned', at: AT },
            relations: [
              {
                partner: owner,
                partnerName: seller.name,
                role: 'provider',
                dap: 'granted',
                source: 'createdByProvider',
                since: AT,
              },
              ...(served
                ? [
                    {
                      partner: tenantId(served.tenantId),
                      partnerName: served.name,
                      role: 'reseller' as const,
                      dap: 'granted' as const,
                      source: 'createdByProvider' as const,
                      since: AT,
                      through: owner,
                    },
                  ]
                : []),
            ],
          },
          {
            type: 'OrderSubmitted',
            at: AT,
            by: SYSTEM,
            order: {
              id: 'o1',
              key: 'o1',
              state: 'submitted',
              owner,
              lines: [],
              submittedBy: SYSTEM,
              submittedAt: AT,
            },
          },
          { type: 'OrderConfirmed', at: AT, by: SYSTEM, order: 'o1', subscriptions },
        ]),
    })
    for (const { id, offerId, licenses } of subscriptions) {
      const kept = { token: id, id, offerId, licenses, customer: tenant, owner, status: 'active', at: AT }
      await store.batch('sbx:partner-center', [{ op: 'create', id: `sub:${tenant}~${id}`, body: kept }], {
        id: `sub:${tenant}~${id}`,
        token: id,
      })
    }
    await listCustomer({ store, customers: all }, tenant, [owner])
  }
  await store.close()
}
