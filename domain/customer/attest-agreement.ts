import { by } from '../actor.ts'
import { type Decision, decide, type Given } from '../decision.ts'
import { permit } from '../permissions.ts'
import { agreedOnPossibleDay } from '../rules/customer.ts'
import { notSuspended } from '../rules/organization.ts'
import { guard } from '../rules/rule.ts'
import type { AgreementContact, Customer, CustomerEvent } from './customer.ts'
import type { Seller } from './sale.ts'
import { notThere, related } from './submit-order.ts'

/**
 * The provider attests that the customer accepted the Microsoft Customer Agreement, who did and on which day; a reseller
 * cannot (D15, P30). What the customer signed itself is not attested over.
 */
export function attestAgreement(
  state: Customer | undefined,
  command: Given & { provider: Seller; contact: AgreementContact; agreedOn: string },
): Decision<CustomerEvent> {
  const { actor, at, provider, contact, agreedOn } = command
  if (!state) return notThere('P30', actor, provider)
  const { organization } = provider
  const refusals = guard(
    permit('P30', actor, organization),
    notSuspended.check({ organization }),
    related(state, provider),
    agreedOnPossibleDay.check({ agreedOn, country: state.country, now: at }),
  )
  return decide<CustomerEvent>(refusals, () =>
    state.agreement.status === 'directSigned'
      ? []
      : [
          {
            type: 'AgreementAttested',
            at,
            by: by(actor),
            agreement: { status: 'attested', at, by: by(actor), contact, agreedOn },
          },
        ],
  )
}
