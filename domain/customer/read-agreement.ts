import { finish, mailFault, mailOf, missingFields, phoneFault, phoneOf, texts } from '../enrollment/read-form.ts'
import type { FieldRefusal } from '../refusals.ts'
import type { Result } from '../result.ts'
import { clean, cleanName } from '../text.ts'
import type { AgreementContact } from './customer.ts'

export type AgreementInput = { firstName: string; lastName: string; email: string; phone: string; agreedOn: string }

/** Reads who accepted the Microsoft Customer Agreement, and on which day (D15). */
export function readAgreement(
  typed: AgreementInput,
  country: string,
): Result<{ contact: AgreementContact; agreedOn: string }, readonly FieldRefusal[]> {
  const [, faults] = texts({ firstName: typed.firstName, lastName: typed.lastName })
  const [firstName, lastName] = [cleanName(typed.firstName), cleanName(typed.lastName)]
  const [email, phone] = [mailOf(typed.email), phoneOf(typed.phone)]
  const agreedOn = clean(typed.agreedOn).replace(/\//g, '-')
  return finish({ contact: { firstName, lastName, email, ...(phone ? { phone } : {}) }, agreedOn }, [
    ...missingFields({ firstName, lastName, email, agreedOn }),
    ...faults,
    ...mailFault('email', email),
    ...phoneFault('phone', phone, country),
  ])
}
