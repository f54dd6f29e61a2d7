import type { CountryRule } from '../../domain/countries.ts'
import type { LegalIdentity } from '../../domain/enrollment/enrollment.ts'
import { newOperationKey } from '../../domain/ids.ts'
import { tap } from '../drawing/buttons.ts'
import { textField } from '../drawing/fields.ts'
import type { FormField } from '../drawing/form.ts'
import type { Card } from '../drawing/render.ts'
import type { Words } from '../words/words.ts'
import { type AddressValues, addressFields, addressValues } from './address-fields.ts'
import { type StepForm, stepCard } from './enrollment-step.ts'

/** Where the tenant is, and what an address there must have. */
export type Place = { country: string; rule: CountryRule }

/** Step 2: the legal business profile (R17, D7). */
export function legalForm(form: StepForm<'enroll-save-legal'> & Place, words: Words): Card {
  const { values, rev } = form
  return stepCard(
    form,
    {
      step: 'legal',
      title: words.terms.steps.legal,
      intro: words.enroll.legal,
      fields: legalFields(values, form, words),
      next: tap(words.buttons.next, 'enroll-save-legal', { op: newOperationKey(), rev }, { style: 'positive' }),
    },
    words,
  )
}

export type LegalValues = AddressValues & { companyName?: string; registrationId?: string }

/** Name, registration ID where the country demands one or one is known, and the address. */
export const legalFields = (
  values: LegalValues,
  { country, rule }: Place,
  words: Words,
  heading?: string,
): readonly FormField[] => [
  textField(
    'companyName',
    values.companyName,
    { required: true, hint: words.hints.companyName, ...(heading === undefined ? {} : { heading }) },
    words,
  ),
  ...registrationIdFields(values.registrationId, rule, words),
  ...addressFields(values, country, rule, words),
]

function registrationIdFields(
  value: string | undefined,
  { registrationIdRequired: required }: CountryRule,
  words: Words,
): readonly FormField[] {
  if (!required && (value === undefined || value === '')) return []
  const hint = required ? words.hints.registrationId : words.hints.optional
  return [textField('registrationId', value, { required, hint }, words)]
}

/** What is saved, or the name the directory knows when nothing is. */
export const legalValues = (saved: LegalIdentity | undefined): LegalValues => ({
  companyName: saved?.companyName ?? '',
  registrationId: saved?.registrationId ?? '',
  ...addressValues(saved?.address),
})
