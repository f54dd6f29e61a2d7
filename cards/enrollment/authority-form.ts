import type { Actor } from '../../domain/actor.ts'
import type { Authority } from '../../domain/enrollment/enrollment.ts'
import { newOperationKey } from '../../domain/ids.ts'
import { tap } from '../drawing/buttons.ts'
import { emailField, type Values } from '../drawing/fields.ts'
import type { Card } from '../drawing/render.ts'
import type { Words } from '../words/words.ts'
import { type StepForm, stepCard } from './enrollment-step.ts'

/** Step 5: the work mail of the future Partner Center admin (F4) and the tick that one may act for the company (R26). */
export function authorityForm(form: StepForm<'enroll-save-authority'>, words: Words): Card {
  const { values, rev } = form
  return stepCard(
    form,
    {
      step: 'authority',
      title: words.terms.steps.authority,
      intro: words.enroll.authority,
      fields: [
        emailField(
          'adminWorkEmail',
          values.adminWorkEmail,
          { required: true, hint: words.hints.adminWorkEmail },
          words,
        ),
        {
          kind: 'toggle',
          id: 'authority',
          label: words.terms.fields.authority,
          on: values.authority ?? false,
          required: true,
          error: words.refusal({ code: 'ENR_AUTHORITY', field: 'authority' }),
          hint: words.hints.authority,
        },
      ],
      next: tap(words.buttons.next, 'enroll-save-authority', { op: newOperationKey(), rev }, { style: 'positive' }),
    },
    words,
  )
}

/** What is saved; before that, the enrolling admin's own address (F4). */
export const authorityValues = (
  saved: Authority | undefined,
  me: Pick<Actor, 'email'>,
): Values<'enroll-save-authority'> => ({
  adminWorkEmail: saved?.adminWorkEmail ?? me.email,
  authority: saved !== undefined,
})
