import type { TenantId } from '../ids.ts'
import { sortKey } from '../sort-key.ts'
import type { DocumentStore } from '../store/document-store.ts'
import { listed, project } from '../store/projector.ts'
import type { Customers } from './customers.ts'
import { type SubscriptionScope, seenIn } from './list-entries.ts'

/** Where a subscription is, for who knows its ID or its name alone. What may be told of it is read from the truth. */
export type SubscriptionEntry = { customer: TenantId; subscription: string }

/** What people leave out of the name of an offer. */
const VENDOR = /^(?:(?:microsoft|office|m365|o365|365)(?![\p{L}\p{N}])\s*)+/iu
const spoken = (name: string): string => sortKey(name.normalize('NFKC').trim().replace(VENDOR, '') || name)

/** IDs are GUIDs; whatever else is looked for has a key as well. */
const idKey = (id: string): string => (/^[\w-]{1,64}$/.test(id) ? id.toLowerCase() : sortKey(id))

/** One ID is one list, and a beginning of names another, so that a look-up costs the same however many there are. */
const withId = (subscription: string): string => `lst:sid:${idKey(subscription)}`
const withName = (scope: SubscriptionScope, name: string): string => `lst:sbn:${scope}:${spoken(name).slice(0, 12)}`

type Listing = { id: string; scopes: readonly SubscriptionScope[] }

/** Repeats subscriptions of a customer where they are found: for support, for the customer, for who serves it or did. */
export async function listSubscriptions(
  { store, customers }: { store: DocumentStore; customers: Pick<Customers, 'present'> },
  tenant: TenantId,
  which: readonly Listing[],
): Promise<void> {
  const present = await customers.present(tenant)
  if (!present) return
  const { customer, version } = present
  for (const { id, offerName } of customer.subscriptions) {
    const scopes = which.find((one) => one.id === id)?.scopes ?? []
    const subject = idKey(id)
    const body = { customer: tenant, subscription: id }
    if (scopes.includes('all')) await project(store, withId(id), { subject: tenant, version, order: '1', body })
    for (const scope of scopes) {
      const isSeen = seenIn(customer, scope).has(id)
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
