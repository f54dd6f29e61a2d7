import type { Customer, Subscription } from '../customer/customer.ts'
import { ownRelation } from '../customer/customer.ts'
import type { Customers } from '../customer/customers.ts'
import type { FactsDeps } from '../customer/facts.ts'
import { customersBy } from '../customer/lists.ts'
import { isGuid, type TenantId, tenantId } from '../ids.ts'
import { partners, type Side } from '../partnership/lists.ts'
import { clean, nameKey, visible } from '../text.ts'
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

/** A reseller of the company, now or before: by MPN ID, tenant ID, or the name in full. `mpnId` is what was typed. */
export const findPartner = (
  deps: NamingDeps,
  provider: TenantId,
  column: BulkColumn,
  cell: string,
): Promise<Found<{ tenantId: TenantId; mpnId?: string }>> =>
  findRelated(deps, { own: provider, as: 'provider', column }, clean(cell))

/** A provider of the company, now or before, in the same ways; left empty where it has only one. */
export async function findProvider(
  deps: NamingDeps,
  reseller: TenantId,
  cell: string,
): Promise<Found<{ tenantId: TenantId }>> {
  const value = clean(cell)
  if (value !== '') return findRelated(deps, { own: reseller, as: 'reseller', column: 'provider' }, value)
  const { items } = await partners(deps.store, 'reseller', reseller, { limit: 2 })
  const [only, ...others] = items
  return only && others.length === 0 ? { is: 'found', found: { tenantId: only.body.tenantId } } : missing('provider')
}

async function findRelated(
  deps: NamingDeps,
  { own, as, column }: { own: TenantId; as: Side; column: BulkColumn },
  value: string,
): Promise<Found<{ tenantId: TenantId; mpnId?: string }>> {
  if (value === '') return missing(column)
  const isNumber = /^\d+$/.test(value)
  const ids = isGuid(value)
    ? [tenantId(value)]
    : isNumber
      ? await ownersOf(deps, value)
      : await partnersNamed(deps, as, own, value)
  const related = await Promise.all(
    [...new Set(ids)].map(async (id) => {
      const [provider, reseller] = as === 'provider' ? [own, id] : [id, own]
      return (await deps.partnerships.find(provider, reseller)).status === 'none' ? undefined : id
    }),
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

async function partnersNamed(
  { store }: NamingDeps,
  side: Side,
  own: TenantId,
  name: string,
): Promise<readonly TenantId[]> {
  const { items } = await partners(store, side, own, { name, limit: NAMESAKES })
  return items.filter(({ body }) => nameKey(body.name) === nameKey(name)).map(({ body }) => body.tenantId)
}

export const missing = (column: BulkColumn): Found<never> => ({ is: 'wrong', faults: [{ code: 'missing', column }] })
const unknown = (column: BulkColumn, value: string): Found<never> => ({
  is: 'wrong',
  faults: [{ code: 'unknown', column, value: shortly(value) }],
})
const ambiguous = (column: BulkColumn, value: string): Found<never> => ({
  is: 'wrong',
  faults: [{ code: 'ambiguous', column, value: shortly(value) }],
})

export const unfit = (column: BulkColumn, value: string): Found<never> => ({
  is: 'wrong',
  faults: [{ code: 'unfit', column, value: shortly(value) }],
})

/** What is wrong with any of them. */
export const faultsOf = (...parts: readonly Found<unknown>[]): readonly RowFault[] =>
  parts.flatMap((part): readonly RowFault[] => (part.is === 'wrong' ? part.faults : []))

const shortly = (value: string): string => [...visible(value)].slice(0, 60).join('')
