import type { CountryRule } from '../../domain/countries.ts'
import type { Address } from '../../domain/enrollment/enrollment.ts'
import type { Field } from '../../domain/refusals.ts'
import { choiceField, textField } from '../drawing/fields.ts'
import type { FormField } from '../drawing/form.ts'
import type { Words } from '../words/words.ts'

export type AddressValues = {
  addressLine1?: string
  addressLine2?: string
  city?: string
  state?: string
  postalCode?: string
  country?: string
}

/** What a saved address looks like in the inputs. */
export const addressValues = (address: Address | undefined): AddressValues => ({
  addressLine1: address?.line1 ?? '',
  addressLine2: address?.line2 ?? '',
  city: address?.city ?? '',
  state: address?.state ?? '',
  postalCode: address?.postalCode ?? '',
})

/**
 * The fields of an address in the tenant's own country, in the order in which that country writes one (domain.md 2.6): a
 * list of prefectures or states where there is one, the postal code with a sample of its form.
 */
export function addressFields(
  values: AddressValues,
  country: string,
  rule: CountryRule,
  words: Words,
): readonly FormField[] {
  const line1 = textField('addressLine1', values.addressLine1, { required: true }, words)
  const line2 = textField('addressLine2', values.addressLine2, {}, words)
  const city = textField('city', values.city, { required: true }, words)
  const code = postalCodeField(values.postalCode, rule, words)
  const state = stateField(values.state, rule, words)
  const place = choiceField(
    'country',
    country,
    [{ title: words.terms.country(country), value: country }],
    { required: true, hint: words.hints.country },
    words,
  )
  return country === 'JP' ? [place, code, state, city, line1, line2] : [line1, line2, city, state, code, place]
}

function postalCodeField(value: string | undefined, { postalCode, postalCodeRequired }: CountryRule, words: Words) {
  if (postalCode === undefined) return textField('postalCode', value, { required: postalCodeRequired }, words)
  return textField(
    'postalCode',
    value,
    {
      required: postalCodeRequired,
      pattern: spacesAround(postalCode.typed),
      placeholder: postalCode.sample,
      refusal: { code: 'CUS_ADDRESS', field: 'postalCode', rule: postalCode.sample },
    },
    words,
  )
}

function stateField(value: string | undefined, { states, stateRequired }: CountryRule, words: Words): FormField {
  const id = 'state' satisfies Field
  if (states === undefined) return textField(id, value, { required: stateRequired }, words)
  const choices = states.map(({ code, en, ja }) => ({ title: words.locale === 'ja-JP' ? ja : en, value: code }))
  return choiceField(
    id,
    value,
    choices,
    { required: stateRequired, refusal: { code: 'CUS_ADDRESS', field: 'state', rule: 'list' } },
    words,
  )
}

/** The server trims, so the client must not mind. */
const spacesAround = (pattern: string): string => pattern.replace(/^\^/, '^\\s*').replace(/\$$/, '\\s*$')
