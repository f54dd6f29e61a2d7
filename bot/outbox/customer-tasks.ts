import { carryOutEdit, carryOutRemoval } from '../../domain/customer/carry-out.ts'
import type { Customers } from '../../domain/customer/customers.ts'
import { listCustomer, listNewCustomer, relateCustomer } from '../../domain/customer/lists.ts'
import type { NewCustomers } from '../../domain/customer/new-customers.ts'
import { releaseCustomerPair } from '../../domain/customer/pairs.ts'
import { placeOrder } from '../../domain/customer/place-order.ts'
import { finishNewCustomer, releaseDomain } from '../../domain/customer/provision.ts'
import { listSubscriptions } from '../../domain/customer/subscription-lists.ts'
import { tenantId as asTenant, newId, type TenantId } from '../../domain/ids.ts'
import type { Directory, PartnerCenter } from '../../domain/ports.ts'
import type { TaskOf } from '../../domain/store/outbox.ts'
import type { House } from '../capability.ts'
import type { RowFacts } from './outbox-run.ts'

type Row = Pick<RowFacts, 'correlationId' | 'key'>
type Deps = Pick<House, 'store' | 'organizations' | 'invitations' | 'partnerships' | 'clock'> & {
  directory: Pick<Directory, 'tenant'>
  customers: Customers
  newCustomers: NewCustomers
  partnerCenter: PartnerCenter
  /** Seals the passwords of new tenants (SM14). */
  dataKey: Uint8Array
}

/** The outbox tasks of customers; each may run more than once. */
export function customerTasks(house: Deps) {
  const { customers } = house
  return {
    async provisionCustomer({ provider, draft }: TaskOf<'provisionCustomer'>, { correlationId, key }: Row) {
      await finishNewCustomer(house, provider, draft, { correlationId, worker: key })
    },
    async listNewCustomer({ provider, draft }: TaskOf<'listNewCustomer'>) {
      await listNewCustomer(house, provider, draft)
    },
    async releaseDomain({ provider, draft: id, prefix }: TaskOf<'releaseDomain'>) {
      await releaseDomain(house, { provider, id, prefix })
    },
    async placeOrder({ customer, order }: TaskOf<'placeOrder'>, { correlationId, key }: Row) {
      const placed = (await customers.find(customer))?.orders.find(({ id }) => id === order)
      await placeOrder(house, customer, order, correlationId)
      // The first order of a new customer is also the last step of making it.
      if (placed?.draft !== undefined)
        await finishNewCustomer(house, placed.owner, placed.draft, { correlationId, worker: key })
    },
    async changeSubscription({ customer, subscription }: TaskOf<'changeSubscription'>, { correlationId }: Row) {
      await carryOutEdit(house, customer, subscription, correlationId)
    },
    async removeRelation({ customer, partner, role }: TaskOf<'removeRelation'>, { correlationId }: Row) {
      await carryOutRemoval(house, customer, { partner, role }, correlationId)
    },
    async releaseCustomerPair({ customer, partner }: TaskOf<'releaseCustomerPair'>) {
      await releaseCustomerPair(house, { customer, partner })
    },
    async listCustomer({ customer, partners, subscriptions, related }: TaskOf<'listCustomer'>) {
      const now = await customers.present(customer)
      const read = { ...house, customers: { present: async () => now } }
      if (partners.length > 0) await listCustomer(read, customer, partners)
      if (subscriptions.length > 0) await listSubscriptions(read, customer, subscriptions)
      if (related.length > 0) await relateCustomer(read, customer, related)
    },
  }
}

/** Of this process, whose timer carries one thing on at a time. */
const TIMER = `timer.${newId()}`

/** A customer's or a draft's timer: whatever was left half done, as after a crash, is carried on. */
export async function tickCustomer(house: Deps, pk: string, id: string): Promise<void> {
  const [kind = '', tenant = ''] = pk.split(':')
  const correlationId = `timer:${tenant}`
  if (kind === 'org') {
    await finishNewCustomer(house, asTenant(tenant), id.slice('new:'.length), {
      correlationId,
      worker: TIMER,
    })
    return
  }
  await settleCustomer(house, asTenant(tenant), correlationId)
}

async function settleCustomer(house: Deps, tenant: TenantId, correlationId: string): Promise<void> {
  const customer = await house.customers.find(tenant)
  if (!customer) return
  const { orders, subscriptions, relations } = customer
  for (const { id, state } of orders) if (state === 'submitted') await placeOrder(house, tenant, id, correlationId)
  for (const { id, pending } of subscriptions) if (pending) await carryOutEdit(house, tenant, id, correlationId)
  for (const one of relations) if (one.removal) await carryOutRemoval(house, tenant, one, correlationId)
}
