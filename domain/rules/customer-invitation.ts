import type { CustomerAgreement } from '../customer/customer.ts'
import { isEmail } from '../text.ts'
import { holds, refuse, rule } from './rule.ts'

/** Web mail will do: it is where the customer is reached, not who it is (F14). */
export const customerEmailGiven = rule<{ email: string }>('R63', 'S2 Connect 6; F14', ({ email }) =>
  isEmail(email) ? holds : refuse({ code: 'FIELD_EMAIL', field: 'email' }),
)

/** Both partners of a `both` invitation are authorized by one tick. */
export const customerAuthorizationTicked = rule<{ ticked: boolean }>('R82', 'S0 Invite 5', ({ ticked }) =>
  ticked ? holds : refuse({ code: 'CUS_NOT_CONFIRMED', field: 'authorize' }),
)

/** Asked on the same card of a customer that has not accepted the Microsoft Customer Agreement yet. */
export const customerAgreementTicked = rule<{ agreement: CustomerAgreement['status']; ticked: boolean }>(
  'D11',
  'D:request-a-relationship',
  ({ agreement, ticked }) =>
    agreement !== 'none' || ticked ? holds : refuse({ code: 'MCA_NOT_TICKED', field: 'mcaAccepted' }),
)
