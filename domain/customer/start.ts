import { by } from '../actor.ts'
import { type Decision, decide, type Given } from '../decision.ts'
import type { Organization } from '../organization/organization.ts'
import { permit } from '../permissions.ts'
import type { Refusal } from '../refusals.ts'
import { providerCreatesCustomers } from '../rules/customer.ts'
import { notSuspended } from '../rules/organization.ts'
import { guard } from '../rules/rule.ts'
import type { NewCustomer, NewCustomerEvent } from './new-customer.ts'
import { partnersLevels, type Seller, type SellingReseller } from './sale.ts'

/** What a provider needs to add a customer at all: its kind (R65, F43), the role (P27), an account that is not suspended. */
export const mayAddCustomers = (provider: Organization, { actor }: Pick<Given, 'actor'>): readonly Refusal[] =>
  guard(
    providerCreatesCustomers.check({ organization: provider }),
    permit('P27', actor, provider),
    notSuspended.check({ organization: provider }),
  )

/**
 * *Add new customer*: from a reseller's row with that reseller preselected (R56), or without any (F12). What stands between
 * the two partners is told before anything is typed.
 */
export function startNewCustomer(
  state: NewCustomer | undefined,
  command: Given & { id: string; provider: Seller; reseller?: SellingReseller | undefined },
): Decision<NewCustomerEvent> {
  if (state) return decide<NewCustomerEvent>([], () => [])
  const { actor, at, id, provider, reseller } = command
  const { tenantId, displayName } = provider.organization
  const refusals = guard(mayAddCustomers(provider.organization, { actor }), ...partnersLevels(provider, reseller))
  return decide<NewCustomerEvent>(refusals, () => [
    {
      type: 'NewCustomerStarted',
      at,
      by: by(actor),
      id,
      provider: tenantId,
      providerName: displayName,
      ...(reseller ? { reseller: namedOf(reseller) } : {}),
    },
  ])
}

export const namedOf = ({ organization: { tenantId, displayName: name } }: Seller) => ({ tenantId, name })
