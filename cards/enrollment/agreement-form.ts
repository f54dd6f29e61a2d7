import { newOperationKey, type TenantId } from '../../domain/ids.ts'
import { FIRST_AGREEMENT_DAY } from '../../domain/text.ts'
import { tap } from '../drawing/buttons.ts'
import { dateField, emailField, latestDay, textField, type Values } from '../drawing/fields.ts'
import { type FormState, formCard } from '../drawing/form.ts'
import type { Card } from '../drawing/render.ts'
import type { Words } from '../words/words.ts'

export type AgreementFormView = FormState & {
  tenant: TenantId
  customer: string
  /** The time zone where the customer is, whose day counts, and the present moment. */
  timeZone: string
  now: string
  values?: Values<'attest-agreement'>
}

/** Who accepted the Microsoft Customer Agreement for a customer that exists, and when: before its first order (D15, P30). */
export function agreementForm(
  { tenant, customer, timeZone, now, values = {}, faults = [] }: AgreementFormView,
  words: Words,
): Card {
  const { agreement: say } = words.customers
  const [one, other] =
    words.locale === 'ja-JP' ? (['lastName', 'firstName'] as const) : (['firstName', 'lastName'] as const)
  return formCard(
    {
      place: customer,
      title: say.title,
      intro: [say.intro],
      fields: [
        textField(one, values[one], { required: true }, words),
        textField(other, values[other], { required: true }, words),
        emailField('email', values.email, { required: true }, words),
        textField('phone', values.phone, { style: 'Tel', hint: words.hints.optional }, words),
        dateField(
          'agreedOn',
          values.agreedOn,
          {
            required: true,
            hint: words.customer.details.agreedHint,
            earliest: FIRST_AGREEMENT_DAY,
            latest: latestDay(now, [timeZone]),
            refusal: { code: 'CUS_MCA_DATE', field: 'agreedOn' },
          },
          words,
        ),
      ],
      faults,
      buttons: [
        tap(words.buttons.confirm, 'attest-agreement', { op: newOperationKey(), tenant }, { style: 'positive' }),
        tap(words.buttons.cancel, 'customer', { tenant }, { inputs: 'none' }),
      ],
    },
    words,
  )
}
