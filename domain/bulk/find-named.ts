import type { Customer, Subscription } from '../customer/customer.ts'
import { ownRelation } from '../customer/customer.ts'
import type { Customers } from '../customer/customers.ts'
import type { FactsDeps } from '../customer/facts.ts'
import { customersBy } from '../customer/lists.ts'
import { isGuid, type TenantId, tenantId } from '../ids.ts'
import { partners } from '../partnership/lists.ts'
import { clean, nameKey } from '../text.ts'
import type { BulkColumn, RowFault } from './bulk.ts'

export type NamingDeps = FactsDeps & {
  customers: Customers
  partnerCenter: FactsDeps['partnerCenter'] & {
    mpnAccount(id: string): Promise<{ ownerTenantIds: readonly TenantId[]; associatedTenantId?: TenantId } | undefined>
  }
}

export type Found<T> = { is: 'found'; found: T } | { is: 'wrong'; faults: readonly RowFault[] }

/** As many of one name are looked at; more are ambiguous anyway. */
const NAMESAKES = 20

/**
 * The company's own customer that a cell names: by tenant ID, a domain, or the name in full. Somebody else's customer is as
 * unknown as none at all.
 */
export async function findCustomer(deps: NamingDeps, owner: TenantId, cell: string): Promise<Found<Customer>> {
  const value = clean(cell)
  if (value === '') return missing('customer')
  const ids = isGuid(value) ? [tenantId(value)] : await idsOf(deps, owner, value)
  const found = await Promise.all([...new Set(ids)].map((id) => deps.customers.find(id)))
  const own = found.filter((one): one is Customer => one !== undefined && ownRelation(one, owner) !== undefined)
  const [only, ...others] = own
  if (!only) return unknown('customer', value)
  return others.length === 0 ? { is: 'found', found: only } : ambiguous('customer', value)
}

async function idsOf(deps: NamingDeps, owner: TenantId, value: string): Promise<readonly TenantId[]> {
  const { items } = await customersBy(deps.store, owner, { name: value, limit: NAMESAKES })
  const named = items.filter(({ body }) => nameKey(body.name) === nameKey(value)).map(({ body }) => body.tenantId)
  if (named.length > 0 || !/^\S+\.\S+$/.test(value)) return named
  const known = await deps.directory.lookUp(value.toLowerCase())
  return known ? [known.tenantId] : []
}

/** A subscription that the company sells there: by its ID, or by its name where just one is called so. */
export function findSubscription(customer: Customer, owner: TenantId, cell: string): Found<Subscription> {
  const value = clean(cell)
  if (value === '') return missing('subscription')
  const own = customer.subscriptions.filter((one) => one.owner === owner)
  const byId = own.find(({ id }) => id === value)
  if (byId) return { is: 'found', found: byId }
  const named = own.filter((one) => one.status !== 'deleted' && nameKey(one.offerName) === nameKey(value))
  const [only, ...others] = named
  if (!only) return unknown('subscription', value)
  return others.length === 0 ? { is: 'found', found: only } : ambiguous('subscription', value)
}

/** A partner of the company, now or before: by MPN ID, tenant ID, or the name in full. `mpnId` is what was typed. */
export async function findPartner(
  deps: NamingDeps,
  provider: TenantId,
  column: BulkColumn,
  cell: string,
): Promise<Found<{ tenantId: TenantId; mpnId?: string }>> {
  const value = clean(cell)
  if (value === '') return missing(column)
  const isNumber = /^\d+$/.test(value)
  const ids = isGuid(value)
    ? [tenantId(value)]
    : isNumber
      ? await ownersOf(deps, value)
      : await partnersNamed(deps, provider, value)
  const related = await Promise.all(
    [...new Set(ids)].map(async (id) =>
      (await deps.partnerships.find(provider, id)).status === 'none' ? undefined : id,
    ),
  )
  const [only, ...others] = related.filter((id) => id !== undefined)
  if (!only) return unknown(column, value)
  if (others.length > 0 && !isNumber) return ambiguous(column, value)
  return { is: 'found', found: { tenantId: only, ...(isNumber ? { mpnId: value } : {}) } }
}

async function ownersOf({ partnerCenter }: NamingDeps, mpnId: string): Promise<readonly TenantId[]> {
  const account = await partnerCenter.mpnAccount(mpnId)
  return account ? [...account.ownerTenantIds, ...(account.associatedTenantId ? [account.associatedTenantId] : [])] : []
}

async function partnersNamed({ store }: NamingDeps, provider: TenantId, name: string): Promise<readonly TenantId[]> {
  const { items } = await partners(store, 'provider', provider, { name, limit: NAMESAKES })
  return items.filter(({ body }) => nameKey(body.name) === nameKey(name)).map(({ body }) => body.tenantId)
}

const missing = (column: BulkColumn): Found<never> => ({ is: 'wrong', faults: [{ code: 'missing', column }] })
const unknown = (column: BulkColumn, value: string): Found<never> => ({
  is: 'wrong',
  faults: [{ code: 'unknown', column, value: shortly(value) }],
})
const ambiguous = (column: BulkColumn, value: string): Found<never> => ({
  is: 'wrong',
  faults: [{ code: 'ambiguous', column, value: shortly(value) }],
})

const shortly = (value: string): string => [...value].slice(0, 60).join('')
