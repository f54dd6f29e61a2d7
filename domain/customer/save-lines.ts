import { by } from '../actor.ts'
import { type Decision, decide, type Given } from '../decision.ts'
import { guard } from '../rules/rule.ts'
import { type LineInput, lineRefusals, linesOf, locationRefusals } from './lines.ts'
import type { NewCustomer, NewCustomerEvent } from './new-customer.ts'
import { type SaleFacts, saleLevels, sameReseller } from './sale.ts'
import { notOlder, stillOpen } from './save-details.ts'
import { mayAddCustomers } from './start.ts'

/**
 * *Next: Review*: at least one subscription, each with a number of licenses that its offer allows (R57). `withReseller`
 * credits the named reseller for them (R93).
 */
export function saveLines(
  state: NewCustomer | undefined,
  command: Given & {
    facts: SaleFacts
    lines: readonly Omit<LineInput, 'action' | 'subscription'>[]
    withReseller: boolean
    seen: number
  },
): Decision<NewCustomerEvent> {
  const { actor, at, facts, withReseller, seen } = command
  const lines = command.lines.map((line) => ({ ...line, action: 'new' as const }))
  const reseller = withReseller ? facts.reseller : undefined
  const refusals = guard(
    mayAddCustomers(facts.provider.organization, { actor }),
    stillOpen(state),
    state?.state === 'draft' ? [{ code: 'STALE' }] : [],
    ...saleLevels(facts),
    [...lineRefusals(lines, facts.offers), ...locationRefusals(reseller, undefined)],
    [...notOlder(state, seen), ...sameReseller(state?.reseller, facts)],
  )
  return decide<NewCustomerEvent>(refusals, () => [
    {
      type: 'CustomerLinesSaved',
      at,
      by: by(actor),
      lines: linesOf(lines, facts.offers, reseller?.organization.mpnId),
    },
  ])
}
