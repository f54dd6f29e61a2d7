import type { SupportProfile } from '../../domain/enrollment/enrollment.ts'
import { newOperationKey } from '../../domain/ids.ts'
import { tap } from '../drawing/buttons.ts'
import { emailField, linkField, textField, type Values } from '../drawing/fields.ts'
import type { Card } from '../drawing/render.ts'
import type { Words } from '../words/words.ts'
import { type StepForm, stepCard } from './enrollment-step.ts'

/** Step 4: where customers find support (R17); for a company already in CSP the only thing asked (R23). */
export function supportForm(form: StepForm<'enroll-save-support'>, words: Words): Card {
  const { values, rev } = form
  return stepCard(
    form,
    {
      step: 'support',
      title: words.terms.steps.support,
      intro: words.enroll.support,
      fields: [
        emailField('supportEmail', values.supportEmail, { required: true, hint: words.hints.supportEmail }, words),
        textField('supportPhone', values.supportPhone, { style: 'Tel', hint: words.hints.optional }, words),
        linkField('supportWebsite', values.supportWebsite, { hint: words.hints.website }, words),
      ],
      next: tap(words.buttons.next, 'enroll-save-support', { op: newOperationKey(), rev }, { style: 'positive' }),
    },
    words,
  )
}

export const supportValues = (saved: SupportProfile | undefined): Values<'enroll-save-support'> => ({
  supportEmail: saved?.email ?? '',
  supportPhone: saved?.phone ?? '',
  supportWebsite: saved?.website ?? '',
})
