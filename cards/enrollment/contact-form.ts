import type { Actor } from '../../domain/actor.ts'
import type { Contact } from '../../domain/enrollment/enrollment.ts'
import { newOperationKey } from '../../domain/ids.ts'
import { tap } from '../drawing/buttons.ts'
import { emailField, textField } from '../drawing/fields.ts'
import type { FormField } from '../drawing/form.ts'
import type { Card } from '../drawing/render.ts'
import type { Words } from '../words/words.ts'
import { type StepForm, stepCard } from './enrollment-step.ts'

export type ContactValues = {
  firstName?: string
  lastName?: string
  email?: string
  phone?: string
  isEnrollingUser?: boolean
}

/** Step 3: the primary contact (R17, R18, R22). */
export function contactForm(
  form: StepForm<'enroll-save-contact'> & { me: Pick<Actor, 'name' | 'email'> },
  words: Words,
): Card {
  const { values, rev, me } = form
  return stepCard(
    form,
    {
      step: 'contact',
      title: words.terms.steps.contact,
      intro: words.enroll.contact,
      fields: contactFields(values, me, words),
      next: tap(words.buttons.next, 'enroll-save-contact', { op: newOperationKey(), rev }, { style: 'positive' }),
    },
    words,
  )
}

/**
 * The contact's fields. “That's me” may stand for name and address, so the client requires neither: the server says what
 * is missing. Names come in the order of the reader's language.
 */
export function contactFields(
  values: ContactValues,
  me: Pick<Actor, 'name' | 'email'>,
  words: Words,
): readonly FormField[] {
  const first = textField('firstName', values.firstName, {}, words)
  const last = textField('lastName', values.lastName, {}, words)
  return [
    {
      kind: 'toggle',
      id: 'isEnrollingUser',
      label: words.enroll.thatsMe,
      on: values.isEnrollingUser ?? false,
      hint: words.enroll.thatsMeHint(me.name, me.email),
    },
    ...(words.locale === 'ja-JP' ? [last, first] : [first, last]),
    emailField('email', values.email, { hint: words.hints.email }, words),
    textField('phone', values.phone, { style: 'Tel', hint: words.hints.optional }, words),
  ]
}

export const contactValues = (saved: Contact | undefined): ContactValues => ({ ...saved })
