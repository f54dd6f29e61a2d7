import type { TenantId } from '../ids.ts'
import { listFor, listForEach } from '../organization/listed-company.ts'
import type { Organizations } from '../organization/organizations.ts'
import { END, sortKey } from '../sort-key.ts'
import type { DocumentStore, Page } from '../store/document-store.ts'
import { listCompany } from '../store/name-listing.ts'
import { listed, project } from '../store/projector.ts'
import { serves } from './customer.ts'
import type { Customers } from './customers.ts'
import { draftLine, entryOf, pairsOf } from './list-entries.ts'
import type { NewCustomer } from './new-customer.ts'
import type { NewCustomers } from './new-customers.ts'

/** One line of a partner's customers. What it may do there is read from the truth when shown. */
export type CustomerEntry = {
  tenantId: TenantId
  name: string
  country: string
  /** Both of one that is on its way from direct to indirect (F38, R77). */
  origins: ('direct' | 'indirect')[]
  /** The account by a relationship, or a subscription alone as its reseller of record (F9). */
  access: 'account' | 'subscription'
  /** The reseller that serves it, told to its provider; the provider, told to its reseller. */
  other?: { tenantId: TenantId; name: string }
  since: string
}

const customersOf = (partner: TenantId): string => `lst:cus:${partner}`
const sharedBy = (provider: TenantId, reseller: TenantId): string => `lst:shr:${provider}~${reseller}`
const newOf = (provider: TenantId): string => `lst:new:${provider}`

type Deps = { store: DocumentStore; organizations: Organizations; newCustomers: NewCustomers }

/** Repeats a customer in the lists of everybody it works with or did, and takes it off where that is over (R60, R61, R98). */
export async function listCustomer(
  { store, customers }: { store: DocumentStore; customers: Pick<Customers, 'present'> },
  tenant: TenantId,
  partners: readonly TenantId[],
): Promise<void> {
  const present = await customers.present(tenant)
  if (!present) return
  const { customer, version } = present
  const order = `${sortKey(customer.name)}${END}`
  for (const partner of partners)
    await project(store, customersOf(partner), {
      subject: tenant,
      version,
      ...(serves(customer, partner) ? { order } : {}),
      body: { ...entryOf(customer, partner) },
    })
  for (const { provider, reseller, stands } of pairsOf(customer)) {
    if (!partners.includes(provider) && !partners.includes(reseller)) continue
    await project(store, sharedBy(provider, reseller), {
      subject: tenant,
      version,
      ...(stands ? { order } : {}),
      body: { ...entryOf(customer, provider) },
    })
  }
}

/** A page of a partner's customers by name, or of those whose name begins so. */
export const customersBy = (
  store: DocumentStore,
  partner: TenantId,
  { name = '', after, limit }: { name?: string; after?: string; limit: number },
): Promise<Page<CustomerEntry>> =>
  listed(store, customersOf(partner), { part: sortKey(name), limit, ...(after ? { after } : {}) })

/** A page of the customers that a provider and a reseller share: the provider's, of one reseller (R61, R98). */
export const sharedCustomers = (
  store: DocumentStore,
  provider: TenantId,
  reseller: TenantId,
  { name = '', after, limit }: { name?: string; after?: string; limit: number },
): Promise<Page<CustomerEntry>> =>
  listed(store, sharedBy(provider, reseller), { part: sortKey(name), limit, ...(after ? { after } : {}) })

/** From now on the customer is found by its name: by support, and by everybody it works with; and they by it. */
export async function relateCustomer(
  deps: Pick<Deps, 'store' | 'organizations'> & { customers: Pick<Customers, 'present'> },
  tenant: TenantId,
  partners: readonly TenantId[],
): Promise<void> {
  const { store, customers } = deps
  const present = await customers.present(tenant)
  if (!present) return
  // The directory may not know a tenant yet that was made a moment ago.
  if (!(await listForEach(deps, partners, tenant))) {
    const { name, country } = present.customer
    const named = { tenantId: tenant, name, legalName: name, country }
    for (const scope of ['all' as const, ...partners]) await listCompany(store, scope, named, 0)
  }
  for (const partner of partners) await listFor(deps, tenant, partner)
}

/** One line of a provider's customers that are not finished yet, the last started first. */
export type NewCustomerEntry = { id: string; name: string; state: NewCustomer['state']; startedAt: string; by: string }

/** Repeats a draft in its provider's list until it is finished or dropped. */
export async function listNewCustomer(
  { store, newCustomers }: Pick<Deps, 'store' | 'newCustomers'>,
  provider: TenantId,
  id: string,
): Promise<void> {
  const present = await newCustomers.present(provider, id)
  if (!present) return
  const { draft, version } = present
  await project(store, newOf(provider), { subject: id, version, ...draftLine(draft) })
}

export const unfinishedCustomers = (
  store: DocumentStore,
  provider: TenantId,
  { after, limit }: { after?: string; limit: number },
): Promise<Page<NewCustomerEntry>> => listed(store, newOf(provider), { limit, ...(after ? { after } : {}) })
