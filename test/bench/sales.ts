import type { By } from '../../domain/actor.ts'
import type { CustomerEvent, Subscription } from '../../domain/customer/customer.ts'
import { customers } from '../../domain/customer/customers.ts'
import { listCustomer, relateCustomer } from '../../domain/customer/lists.ts'
import { type TenantId, tenantId } from '../../domain/ids.ts'
import type { Organization } from '../../domain/organization/organization.ts'
import type { Organizations } from '../../domain/organization/organizations.ts'
import { ok } from '../../domain/result.ts'
import { createScratch, type Document } from './scratch.ts'

/** What the world file of the bench has to sell. */
export const OFFER = { offerId: 'basic', name: 'Business Basic', min: 1, max: 300 }

/** A customer as years of selling leave it: served by a provider, and by a reseller through it, with one subscription. */
export type Sale = {
  customer: { tenantId: string; name: string }
  provider: Organization
  reseller?: Organization
  subscription: string
  at: string
}

const SYSTEM: By = { kind: 'system' }

/**
 * The customer with its audit, and its lines in the lists of everybody it works with, written by the domain itself into a
 * store of its own; where it `isFound`, also all that it is found by in questions, and what its next change looks at.
 */
export async function customerRecords(sale: Sale, { isFound = false } = {}): Promise<readonly Document[]> {
  const { customer, provider, reseller, at } = sale
  const { store, left } = createScratch()
  const all = customers({ store, clock: { now: () => at }, committed: () => undefined })
  const tenant = tenantId(customer.tenantId)
  await all.execute(tenant, { by: SYSTEM, correlationId: 'bench', decide: () => ok(eventsOf(sale, tenant)) })
  const companies = [provider, ...(reseller ? [reseller] : [])]
  const partners = companies.map((one) => one.tenantId)
  await listCustomer({ store, customers: all }, tenant, partners)
  const organizations: Organizations = {
    find: async (sought) => companies.find(({ tenantId }) => tenantId === sought),
    version: async () => 0,
    execute: () => Promise.reject(new Error('companies stay as they are')),
  }
  if (isFound) await relateCustomer({ store, organizations, customers: all }, tenant, partners)
  return left()
}

/** The same subscription as the sandbox's Partner Center keeps it: only what is changed there is needed. */
export function keptOutside({ customer, provider, subscription: id, at }: Sale): Document {
  const { offerId } = OFFER
  const kept = { id, offerId, licenses: LICENSES, customer: customer.tenantId, owner: provider.tenantId }
  return {
    pk: 'sbx:partner-center',
    id: `sub:${customer.tenantId}~${id}`,
    body: { ...kept, status: 'active', at, token: id },
  }
}

const LICENSES = 5

function eventsOf({ customer, provider, reseller, subscription, at }: Sale, tenant: TenantId): CustomerEvent[] {
  const did = { at, by: SYSTEM }
  const relation = { dap: 'granted', source: 'createdByProvider', since: at } as const
  const owner = provider.tenantId
  const order = `first-${subscription}`
  const sold: Subscription = {
    id: subscription,
    offerId: OFFER.offerId,
    offerName: OFFER.name,
    azure: false,
    licenses: LICENSES,
    status: 'active',
    owner,
    billing: 'provider',
    orderId: order,
    since: at,
    support: { tenantId: owner, name: provider.displayName, kind: 'provider', since: at },
  }
  return [
    {
      type: 'CustomerCreated',
      ...did,
      tenantId: tenant,
      name: customer.name,
      country: provider.country,
      domain: `${subscription}.onmicrosoft.com`,
      billing: {
        email: `office@${subscription}.example`,
        address: {
          line1: '1-2-3 Honcho',
          city: 'Chuo-ku',
          state: 'JP-13',
          postalCode: '103-0023',
          country: provider.country,
        },
      },
      agreement: { status: 'directSigned', at },
      relations: [
        { ...relation, partner: owner, partnerName: provider.displayName, role: 'provider' },
        ...(reseller
          ? [
              {
                ...relation,
                partner: reseller.tenantId,
                partnerName: reseller.displayName,
                role: 'reseller' as const,
                through: owner,
              },
            ]
          : []),
      ],
    },
    {
      type: 'OrderSubmitted',
      ...did,
      order: {
        id: order,
        key: order,
        state: 'submitted',
        owner,
        lines: [{ action: 'new', offerId: OFFER.offerId, offerName: OFFER.name, licenses: LICENSES, azure: false }],
        submittedBy: SYSTEM,
        submittedAt: at,
      },
    },
    { type: 'OrderConfirmed', ...did, order, subscriptions: [sold] },
  ]
}
