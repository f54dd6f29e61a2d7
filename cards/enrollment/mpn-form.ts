import type { StepValue } from '../../domain/enrollment/enrollment.ts'
import { newOperationKey } from '../../domain/ids.ts'
import { tap } from '../drawing/buttons.ts'
import { textField, type Values } from '../drawing/fields.ts'
import type { Card } from '../drawing/render.ts'
import type { Words } from '../words/words.ts'
import { type StepForm, stepCard } from './enrollment-step.ts'

/** Step 1: the MPN ID of the location account (R1, R13, R14). */
export function mpnForm(form: StepForm<'enroll-save-mpn'>, words: Words): Card {
  const { values, rev } = form
  return stepCard(
    form,
    {
      step: 'mpn',
      title: words.terms.steps.mpn,
      intro: words.enroll.mpn,
      fields: [
        textField(
          'mpnId',
          values.mpnId,
          {
            required: true,
            pattern: MPN_ID,
            refusal: { code: 'MPN_FORMAT', field: 'mpnId' },
            placeholder: '1234567',
            hint: words.hints.mpnId,
          },
          words,
        ),
      ],
      next: tap(words.buttons.next, 'enroll-save-mpn', { op: newOperationKey(), rev }, { style: 'positive' }),
    },
    words,
  )
}

export const mpnValues = (saved: StepValue['mpn'] | undefined): Values<'enroll-save-mpn'> => ({ ...saved })

/** Full-width digits and spaces are folded by the server. */
const MPN_ID = '^\\s*[1-9１-９]\\s*([0-9０-９]\\s*){3,9}$'
