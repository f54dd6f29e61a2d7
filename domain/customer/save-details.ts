import { by } from '../actor.ts'
import { type Decision, decide, type Given } from '../decision.ts'
import type { Refusal } from '../refusals.ts'
import { agreedOnPossibleDay, notCustomerYet } from '../rules/customer.ts'
import { registrationIdGiven } from '../rules/enrollment.ts'
import { guard } from '../rules/rule.ts'
import { isDomainPrefix } from './domain-prefix.ts'
import { type CustomerDetails, isOpen, type NewCustomer, type NewCustomerEvent } from './new-customer.ts'
import { type SaleFacts, saleLevels } from './sale.ts'
import { mayAddCustomers, namedOf } from './start.ts'

/** Whether the domain can still be had, and ones like it that can. */
export type DomainFacts = { isDomainFree: boolean; suggestions: readonly string[] }

/** *Next: Subscriptions*: everything that could keep the provider from selling is told before a tenant is made (SM7). */
export function saveDetails(
  state: NewCustomer | undefined,
  command: Given & DomainFacts & { facts: SaleFacts; details: CustomerDetails; seen: number },
): Decision<NewCustomerEvent> {
  const { actor, at, facts, details, seen } = command
  const refusals = guard(
    mayAddCustomers(facts.provider.organization, { actor }),
    stillOpen(state),
    ...saleLevels(facts),
    detailRefusals(details, { ...command, now: at }),
    notOlder(state, seen),
  )
  return decide<NewCustomerEvent>(refusals, () => [
    {
      type: 'CustomerDetailsSaved',
      at,
      by: by(actor),
      details,
      ...(facts.reseller ? { reseller: namedOf(facts.reseller) } : {}),
    },
  ])
}

/** What is wrong with the details by themselves: the domain (D16), the registration ID (D7), the attestation (D15). */
export const detailRefusals = (
  { domainPrefix, address: { country }, registrationId = '', agreement: { agreedOn } }: CustomerDetails,
  { isDomainFree, suggestions, now }: DomainFacts & { now: string },
): readonly Refusal[] => [
  ...(isDomainPrefix(domainPrefix) ? [] : [{ code: 'CUS_DOMAIN_FORMAT', field: 'domainPrefix' } as const]),
  ...notCustomerYet.check({ isDomainFree, prefix: domainPrefix, suggestions }),
  ...registrationIdGiven.check({ country, registrationId }),
  ...agreedOnPossibleDay.check({ agreedOn, country, now }),
]

/** What was submitted or cancelled meanwhile is shown as it is now. */
export const stillOpen = (state: NewCustomer | undefined): readonly Refusal[] =>
  state && isOpen(state) ? [] : [{ code: state ? 'STALE' : 'NOT_FOUND', ...(state ? {} : { query: '' }) } as Refusal]

/** The form was drawn from the newest save. */
export const notOlder = (state: NewCustomer | undefined, seen: number): readonly Refusal[] =>
  state && state.rev > seen ? [{ code: 'STALE' }] : []
