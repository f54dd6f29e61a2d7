import type { TenantId } from '../ids.ts'
import { sortKey } from '../partnership/lists.ts'
import type { DocumentStore } from '../store/document-store.ts'
import { listed, project } from '../store/projector.ts'
import type { Customers } from './customers.ts'
import { seenBy } from './seen.ts'

/** Where a subscription is, for who knows its ID or its name alone. What may be told of it is read from the truth. */
export type SubscriptionEntry = { customer: TenantId; subscription: string }

/** Everybody's, for support, or those that one company may know of. */
export type SubscriptionScope = 'all' | TenantId

/** What people leave out of the name of an offer. */
const VENDOR = /^(?:(?:microsoft|office|m365|o365|365)(?![\p{L}\p{N}])\s*)+/iu
const spoken = (name: string): string => sortKey(name.normalize('NFKC').trim().replace(VENDOR, '') || name)

/** IDs are GUIDs; whatever else is looked for has a key as well. */
const idKey = (id: string): string => (/^[\w-]{1,64}$/.test(id) ? id.toLowerCase() : sortKey(id))

/** One ID is one list, and a beginning of names another, so that a look-up costs the same however many there are. */
const withId = (subscription: string): string => `lst:sid:${idKey(subscription)}`
const withName = (scope: SubscriptionScope, name: string): string => `lst:sbn:${scope}:${spoken(name).slice(0, 12)}`

/** Repeats the subscriptions of a customer for support, for the customer, and for everybody who serves it or did. */
export async function listSubscriptions(
  { store, customers }: { store: DocumentStore; customers: Customers },
  tenant: TenantId,
  partners: readonly TenantId[],
): Promise<void> {
  // Version before truth: news in between are repeated under the older version and never overtake their own.
  const version = await customers.version(tenant)
  const customer = await customers.find(tenant)
  if (!customer) return
  for (const { id, offerName } of customer.subscriptions) {
    const subject = idKey(id)
    const body = { customer: tenant, subscription: id }
    await project(store, withId(id), { subject: tenant, version, order: '1', body })
    for (const scope of ['all', tenant, ...partners] as const) {
      const isSeen = scope === 'all' || seenBy(customer, scope)?.subscriptions.some((one) => one.id === id) === true
      await project(store, withName(scope, offerName), {
        subject,
        version,
        ...(isSeen ? { order: spoken(offerName) } : {}),
        body,
      })
    }
  }
}

/** Whose subscription this ID is: one range. */
export const subscriptionWithId = async (store: DocumentStore, id: string): Promise<SubscriptionEntry | undefined> =>
  (await listed<SubscriptionEntry>(store, withId(id), { limit: 1 })).items[0]?.body

/** Those whose offer's name begins so: one range. */
export async function subscriptionsNamed(
  store: DocumentStore,
  scope: SubscriptionScope,
  name: string,
  { limit }: { limit: number },
): Promise<readonly SubscriptionEntry[]> {
  const { items } = await listed<SubscriptionEntry>(store, withName(scope, name), { part: spoken(name), limit })
  return items.map(({ body }) => body)
}
