import { by } from '../actor.ts'
import { type Decision, decide, type Given } from '../decision.ts'
import type { Organization } from '../organization/organization.ts'
import { permit } from '../permissions.ts'
import type { Refusal } from '../refusals.ts'
import { newDirectAllowed, notRestricted, providerCreatesCustomers } from '../rules/customer.ts'
import { notSuspended } from '../rules/organization.ts'
import { guard } from '../rules/rule.ts'
import type { NewCustomer, NewCustomerEvent } from './new-customer.ts'
import { partnersLevels, type Seller, type SellingReseller } from './sale.ts'

/**
 * What a provider, or a direct-bill partner for itself, needs to add a customer at all: its kind (R65, R78, F43), the role
 * (P27, P29), an account that is neither suspended nor restricted (D21, D17).
 */
export const mayAddCustomers = (organization: Organization, { actor }: Pick<Given, 'actor'>): readonly Refusal[] =>
  guard(
    [...providerCreatesCustomers.check({ organization }), ...newDirectAllowed.check({ organization })],
    permit(addingOperation(organization), actor, organization),
    [...notSuspended.check({ organization }), ...notRestricted.check({ organization })],
  )

/** By which right a company of this kind adds customers: as a provider, or direct ones of its own. */
export const addingOperation = ({ kind }: Pick<Organization, 'kind'>): 'P27' | 'P29' =>
  kind === 'directBill' ? 'P29' : 'P27'

/**
 * Who may look at what was begun and cancel it: whoever may add, and those who began direct customers before their company
 * became both (F23).
 */
export const mayHandleDrafts = (
  { kind }: Pick<Organization, 'kind'>,
  { actor }: Pick<Given, 'actor'>,
): readonly Refusal[] => {
  const as = { kind: kind === 'both' ? ('directBill' as const) : kind }
  return permit(addingOperation(as), actor, as)
}

/**
 * *Add new customer*: from a reseller's row with that reseller preselected (R56), or without any (F12); of a direct-bill
 * partner, a direct customer (P29). What stands between the two partners is told before anything is typed.
 */
export function startNewCustomer(
  state: NewCustomer | undefined,
  command: Given & { id: string; provider: Seller; reseller?: SellingReseller | undefined },
): Decision<NewCustomerEvent> {
  if (state) return decide<NewCustomerEvent>([], () => [])
  const { actor, at, id, provider, reseller } = command
  const { tenantId, displayName, kind } = provider.organization
  const refusals = guard(mayAddCustomers(provider.organization, { actor }), ...partnersLevels(provider, reseller))
  return decide<NewCustomerEvent>(refusals, () => [
    {
      type: 'NewCustomerStarted',
      at,
      by: by(actor),
      id,
      provider: tenantId,
      providerName: displayName,
      ...(kind === 'directBill' ? { direct: true as const } : {}),
      ...(reseller ? { reseller: namedOf(reseller) } : {}),
    },
  ])
}

export const namedOf = ({ organization: { tenantId, displayName: name } }: Seller) => ({ tenantId, name })
