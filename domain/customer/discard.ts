import { by } from '../actor.ts'
import { type Decision, decide, type Given } from '../decision.ts'
import type { Organization } from '../organization/organization.ts'
import { guard } from '../rules/rule.ts'
import type { NewCustomer, NewCustomerEvent } from './new-customer.ts'
import { stillOpen } from './save-details.ts'
import { mayHandleDrafts } from './start.ts'

/** *Cancel*: the whole operation is dropped, with everything that was typed, at any step before *Submit* (R58). */
export function discardNewCustomer(
  state: NewCustomer | undefined,
  { actor, at, provider }: Given & { provider: Organization },
): Decision<NewCustomerEvent> {
  const may = mayHandleDrafts(provider, { actor })
  if (state?.state === 'discarded') return decide<NewCustomerEvent>(may, () => [])
  return decide<NewCustomerEvent>(guard(may, stillOpen(state)), () => [
    { type: 'NewCustomerDiscarded', at, by: by(actor) },
  ])
}
