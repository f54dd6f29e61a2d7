import { by } from '../actor.ts'
import { type Decision, decide, type Given } from '../decision.ts'
import { guard, holds, refuse, rule } from '../rules/rule.ts'
import type { OfDay } from '../store/day-counter.ts'
import { asked, lineRefusals, recordedCreditRefusals } from './lines.ts'
import type { Keys, NewCustomer, NewCustomerEvent } from './new-customer.ts'
import { type SaleFacts, saleLevels, sameReseller } from './sale.ts'
import { type DomainFacts, detailRefusals, notOlder, stillOpen } from './save-details.ts'
import { mayAddCustomers } from './start.ts'

/** A tenant cannot be taken back and its subscriptions are paid for: nobody makes more of them by a file unseen. */
export const MOST_CUSTOMERS_IN_BULK = 200

export const withinBulkCustomers = rule<{ made: OfDay }>(
  'P27',
  'domain.md 1.4 (limits against misuse), of many at once',
  ({ made: { day, dayEnds } }) =>
    day >= MOST_CUSTOMERS_IN_BULK ? refuse({ code: 'CUS_LIMIT', most: MOST_CUSTOMERS_IN_BULK, from: dayEnds }) : holds,
)

/**
 * *Submit*: every guard once more, on what is true now (SM7); the steps outside follow by themselves. Pressed again while
 * they are under way, or after, it changes nothing.
 */
export function submitNewCustomer(
  state: NewCustomer | undefined,
  command: Given & DomainFacts & { facts: SaleFacts; keys: Keys; seen: number; bulk?: string; made?: OfDay },
): Decision<NewCustomerEvent> {
  const { actor, at, facts, keys, seen, bulk, made } = command
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
    made ? withinBulkCustomers.check({ made }) : [],
  )
  return decide<NewCustomerEvent>(refusals, () => [
    { type: 'NewCustomerSubmitted', at, by: by(actor), keys, ...(bulk === undefined ? {} : { bulk }) },
  ])
}
