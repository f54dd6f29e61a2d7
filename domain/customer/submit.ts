import { by } from '../actor.ts'
import { type Decision, decide, type Given } from '../decision.ts'
import { guard } from '../rules/rule.ts'
import { asked, lineRefusals, recordedCreditRefusals } from './lines.ts'
import type { Keys, NewCustomer, NewCustomerEvent } from './new-customer.ts'
import { type SaleFacts, saleLevels, sameReseller } from './sale.ts'
import { type DomainFacts, detailRefusals, notOlder, stillOpen } from './save-details.ts'
import { mayAddCustomers } from './start.ts'

/**
 * *Submit*: every guard once more, on what is true now (SM7); the steps outside follow by themselves. Pressed again while
 * they are under way, or after, it changes nothing.
 */
export function submitNewCustomer(
  state: NewCustomer | undefined,
  command: Given & DomainFacts & { facts: SaleFacts; keys: Keys; seen: number; bulk?: string },
): Decision<NewCustomerEvent> {
  const { actor, at, facts, keys, seen, bulk } = command
  const may = mayAddCustomers(facts.provider.organization, { actor })
  if (state?.state === 'provisioning' || state?.state === 'active') return decide<NewCustomerEvent>(may, () => [])
  const refusals = guard(
    may,
    stillOpen(state),
    ...saleLevels(facts),
    state?.state === 'reviewing'
      ? [
          ...detailRefusals(state.details, { ...command, now: at }),
          ...lineRefusals(asked(state.lines), facts.offers),
          ...recordedCreditRefusals(state.lines, facts),
        ]
      : [{ code: 'STALE' }],
    [...notOlder(state, seen), ...sameReseller(state?.reseller, facts)],
  )
  return decide<NewCustomerEvent>(refusals, () => [
    { type: 'NewCustomerSubmitted', at, by: by(actor), keys, ...(bulk === undefined ? {} : { bulk }) },
  ])
}
