import type { Actor } from '../../domain/actor.ts'
import type { InState } from '../../domain/enrollment/enrollment.ts'
import { newOperationKey } from '../../domain/ids.ts'
import { tap } from '../drawing/buttons.ts'
import { type FormState, formCard } from '../drawing/form.ts'
import type { Card } from '../drawing/render.ts'
import type { Words } from '../words/words.ts'
import { type ContactValues, contactFields, contactValues } from './contact-form.ts'

export type ContactCorrection = FormState & {
  enrollment: InState<'contactPending' | 'actionRequired' | 'rejected'>
  company: string
  me: Pick<Actor, 'name' | 'email'>
  /** What was just typed; otherwise the present contact stands in the inputs. */
  values?: ContactValues
}

/** Another primary contact, or another address: while the confirmation is waited for, denied, or was rejected (SM2). */
export function contactCorrectionForm(form: ContactCorrection, words: Words): Card {
  const { enrollment, company, me, values, faults = [] } = form
  const { buttons, contactCorrection } = words
  const { contact } = enrollment.application
  return formCard(
    {
      place: company,
      title: contactCorrection.title,
      intro: [
        enrollment.state === 'actionRequired' ? contactCorrection.denied(contact.email) : contactCorrection.intro,
      ],
      fields: contactFields(values ?? contactValues(contact), me, words),
      faults,
      buttons: [
        tap(
          buttons.submit,
          'enroll-correct-contact',
          { op: newOperationKey(), enrollment: enrollment.id },
          { style: 'positive' },
        ),
        tap(buttons.back, 'status', {}, { inputs: 'none' }),
      ],
    },
    words,
  )
}
