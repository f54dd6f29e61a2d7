import { by } from '../actor.ts'
import { type Decision, decide, type Given } from '../decision.ts'
import { guard } from '../rules/rule.ts'
import { creditedFor, creditRefusals, type LineInput, lineRefusals, linesOf } from './lines.ts'
import type { NewCustomer, NewCustomerEvent } from './new-customer.ts'
import { type SaleFacts, saleLevels, sameReseller } from './sale.ts'
import { notOlder, stillOpen } from './save-details.ts'
import { mayAddCustomers, namedOf } from './start.ts'

/**
 * *Next: Review*: at least one subscription, each with a number of licenses that its offer allows (R57). `withReseller`
 * credits the account's reseller for those that name nobody themselves (R93).
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
  const refusals = guard(
    mayAddCustomers(facts.provider.organization, { actor }),
    stillOpen(state),
    state?.state === 'draft' ? [{ code: 'STALE' }] : [],
    ...saleLevels(facts),
    [...lineRefusals(lines, facts.offers), ...creditRefusals(lines, facts, withReseller)],
    [...notOlder(state, seen), ...sameReseller(state?.reseller, facts)],
  )
  return decide<NewCustomerEvent>(refusals, () => [
    {
      type: 'CustomerLinesSaved',
      at,
      by: by(actor),
      lines: linesOf(lines, facts.offers, (line) => {
        const credited = creditedFor(line, facts, withReseller)
        const resellerMpnId = credited?.organization.mpnId
        if (!credited || !resellerMpnId) return undefined
        return credited === facts.reseller ? { resellerMpnId } : { resellerMpnId, reseller: namedOf(credited) }
      }),
    },
  ])
}
