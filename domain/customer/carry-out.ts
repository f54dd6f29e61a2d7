import type { Clock } from '../clock.ts'
import type { TenantId } from '../ids.ts'
import type { Organizations } from '../organization/organizations.ts'
import { OutsideRefused, type PartnerCenter } from '../ports.ts'
import { ok } from '../result.ts'
import type { Customer, CustomerEvent, PendingEdit, Relation, RelationRole, SubscriptionEdit } from './customer.ts'
import type { Customers } from './customers.ts'
import { confirmedEdit } from './edit-subscription.ts'

export type CarryingDeps = {
  customers: Customers
  organizations: Organizations
  partnerCenter: Pick<PartnerCenter, 'changeSubscription' | 'setSupportContact' | 'removeRelation'>
  clock: Clock
}

/**
 * Has the pending change of a subscription made by Partner Center and records it, or the reason why not (SM10); under the
 * same key however often. Of a customer that was just read, as `known`, nothing is read again.
 * @returns what was recorded here
 * @throws OutsideUnavailable to be asked again
 */
export async function carryOutEdit(
  deps: CarryingDeps,
  customer: TenantId,
  subscription: string,
  correlationId: string,
  known?: Customer,
): Promise<readonly CustomerEvent[]> {
  const pending = pendingOf(known ?? (await deps.customers.find(customer)), subscription)
  if (!pending) return []
  const { key, edit } = pending
  const refused = await unlessRefused(() => ask(deps, { key, customer, subscription, edit }))
  const recorded = await deps.customers.execute(customer, {
    by: pending.by,
    correlationId,
    decide: (state) => {
      const one = state?.subscriptions.find(({ id }) => id === subscription)
      if (one?.pending?.key !== key) return ok([])
      const at = deps.clock.now()
      const done = confirmedEdit(one, at)
      if (refused) return ok([{ type: 'SubscriptionEditRefused', at, subscription, code: refused.reason }])
      return ok(done)
    },
  })
  return recorded.ok ? recorded.value.events : []
}

type Asked = { key: string; customer: TenantId; subscription: string; edit: SubscriptionEdit }

async function ask({ partnerCenter, organizations }: CarryingDeps, { edit, ...about }: Asked): Promise<void> {
  switch (edit.kind) {
    case 'licenses':
      return partnerCenter.changeSubscription({ ...about, change: { licenses: edit.to } })
    case 'reseller':
      return partnerCenter.changeSubscription({ ...about, change: { resellerMpnId: edit.to?.mpnId ?? null } })
    case 'suspension':
      return partnerCenter.changeSubscription({ ...about, change: { status: 'suspended' } })
    case 'supportContact': {
      const { tenantId, name, kind } = edit.to
      const mpnId = kind === 'reseller' ? (await organizations.find(tenantId))?.mpnId : undefined
      return partnerCenter.setSupportContact({ ...about, contact: { tenantId, name, ...(mpnId ? { mpnId } : {}) } })
    }
  }
}

/**
 * Ends a relationship with Partner Center and records it, or the reason why not (D14); under the same key however often.
 * @throws OutsideUnavailable to be asked again
 */
export async function carryOutRemoval(
  { customers, partnerCenter, clock }: CarryingDeps,
  customer: TenantId,
  which: { partner: TenantId; role: RelationRole },
  correlationId: string,
): Promise<void> {
  const { partner, role } = which
  const removal = leaving(await customers.find(customer), which)?.removal
  if (!removal) return
  const { key, by } = removal
  const refused = await unlessRefused(() => partnerCenter.removeRelation({ key, customer, partner }))
  await customers.execute(customer, {
    by,
    correlationId,
    decide: (state) => {
      if (leaving(state, which)?.removal?.key !== key) return ok([])
      const about = { at: clock.now(), partner, role }
      return ok<readonly CustomerEvent[]>([
        refused
          ? { type: 'RelationRemovalRefused', ...about, code: refused.reason }
          : { type: 'RelationRemoved', ...about, by },
      ])
    },
  })
}

const pendingOf = (state: Customer | undefined, subscription: string): PendingEdit | undefined =>
  state?.subscriptions.find(({ id }) => id === subscription)?.pending

const leaving = (
  state: Customer | undefined,
  { partner, role }: { partner: TenantId; role: RelationRole },
): Relation | undefined => state?.relations.find((one) => one.partner === partner && one.role === role)

/** What was said no to; anything else that goes wrong is thrown on. */
async function unlessRefused(act: () => Promise<void>): Promise<OutsideRefused | undefined> {
  try {
    await act()
    return undefined
  } catch (fault) {
    if (fault instanceof OutsideRefused) return fault
    throw fault
  }
}
