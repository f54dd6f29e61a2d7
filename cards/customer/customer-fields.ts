import type { CountryRule } from '../../domain/countries.ts'
import type { CustomerDetails, NamedReseller, NewCustomer } from '../../domain/customer/new-customer.ts'
import type { TenantId } from '../../domain/ids.ts'
import { FIRST_AGREEMENT_DAY } from '../../domain/text.ts'
import type { Button } from '../drawing/buttons.ts'
import { choiceField, dateField, emailField, latestDay, textField, type Values } from '../drawing/fields.ts'
import type { FormField } from '../drawing/form.ts'
import { addressFields, addressValues } from '../enrollment/address-fields.ts'
import type { Place } from '../enrollment/legal-form.ts'
import type { Words } from '../words/words.ts'

export type CustomerValues = Omit<Values<'save-customer'>, 'reseller'> & { reseller?: TenantId | undefined }

/** Where the provider may sell, its own country first (R64). */
export type CustomerPlaces = readonly Place[]

/** Who can be named for the customer: the one whose row it was begun from, or any of the own resellers (R56, F12). */
export type CustomerResellers = { fixed?: NamedReseller; choices: readonly NamedReseller[]; more?: boolean }

export const customerFields = (
  values: CustomerValues,
  places: CustomerPlaces,
  resellers: CustomerResellers | undefined,
  { now, offers }: { now?: string | undefined; offers?: readonly Button[] },
  words: Words,
): readonly FormField[] => [
  ...(resellers ? [resellerField(values.reseller, resellers, words)] : []),
  ...companyFields(values, places, words).map((field) =>
    offers && field.id === 'domainPrefix' ? { ...field, offers } : field,
  ),
  ...contactFields(values, words),
  ...agreementFields(values, places, now, words),
]

/** What is saved, as it stands in the inputs. Of the person who agreed only where it is another one. */
export function customerValues(details: CustomerDetails, reseller: NamedReseller | undefined): CustomerValues {
  const { companyName, domainPrefix, registrationId, address, contact, agreement } = details
  const { contact: signer, agreedOn } = agreement
  const isOther = signer.email !== contact.email || signer.firstName !== contact.firstName
  return {
    reseller: reseller?.tenantId,
    companyName,
    domainPrefix,
    registrationId: registrationId ?? '',
    ...addressValues(address),
    country: address.country,
    ...contact,
    agreedOn,
    ...(isOther
      ? {
          agreementFirstName: signer.firstName,
          agreementLastName: signer.lastName,
          agreementEmail: signer.email,
          agreementPhone: signer.phone ?? '',
        }
      : {}),
  }
}

/** The details of a new customer wherever it has some. */
export const detailsOf = (customer: NewCustomer): CustomerDetails | undefined =>
  'details' in customer ? customer.details : undefined

function resellerField(value: TenantId | undefined, resellers: CustomerResellers, words: Words): FormField {
  const { details: say } = words.customer
  const { fixed, choices, more } = resellers
  if (fixed)
    return choiceField(
      'reseller',
      fixed.tenantId,
      [{ title: fixed.name, value: fixed.tenantId }],
      { required: true, hint: say.resellerFixed },
      words,
    )
  return choiceField(
    'reseller',
    value ?? NONE,
    [
      { title: say.noReseller, value: NONE },
      ...choices.map(({ name, tenantId }) => ({ title: name, value: tenantId })),
    ],
    { hint: [say.resellerHint, ...(more ? [say.resellersMore] : [])].join(words.locale === 'ja-JP' ? '' : ' ') },
    words,
  )
}

const NONE = 'none'

function companyFields(values: CustomerValues, places: CustomerPlaces, words: Words): readonly FormField[] {
  const { details: say } = words.customer
  const only = places[0]?.country
  const rule = shownRule(values.country || only, places)
  const demanding = places.flatMap((one) => (one.rule.registrationIdRequired ? [one.country] : []))
  const isDemanded = places.length === 1 && demanding.length === 1
  const country = choiceField(
    'country',
    values.country || only,
    places.map((one) => ({ title: words.terms.country(one.country), value: one.country })),
    { required: true, hint: say.countryHint },
    words,
  )
  return [
    textField(
      'companyName',
      values.companyName,
      { required: true, heading: say.headings.company, hint: say.companyHint },
      words,
    ),
    textField(
      'domainPrefix',
      values.domainPrefix,
      {
        required: true,
        hint: say.prefixHint,
        pattern: PREFIX,
        refusal: { code: 'CUS_DOMAIN_FORMAT', field: 'domainPrefix' },
      },
      words,
    ),
    textField(
      'registrationId',
      values.registrationId,
      {
        required: isDemanded,
        hint: isDemanded
          ? words.hints.registrationId
          : demanding.length > 0
            ? say.registrationHintWhere(words.all(demanding.map(words.terms.country)))
            : say.registrationHint,
      },
      words,
    ),
    ...addressFields(values, only ?? '', rule, words).map((field) => (field.id === 'country' ? country : field)),
  ]
}

function contactFields(values: CustomerValues, words: Words): readonly FormField[] {
  const { details: say } = words.customer
  const [one, other] = namesOf(words)
  return [
    textField(one, values[one], { required: true, heading: say.headings.contact }, words),
    textField(other, values[other], { required: true }, words),
    { ...emailField('email', values.email, { required: true, hint: say.emailHint }, words), label: say.email },
    textField('phone', values.phone, { style: 'Tel', hint: words.hints.optional }, words),
  ]
}

function agreementFields(
  values: CustomerValues,
  places: CustomerPlaces,
  now: string | undefined,
  words: Words,
): readonly FormField[] {
  const zones = places.map(({ rule }) => rule.timeZone)
  const { details: say } = words.customer
  const [one, other] =
    words.locale === 'ja-JP'
      ? (['agreementLastName', 'agreementFirstName'] as const)
      : (['agreementFirstName', 'agreementLastName'] as const)
  return [
    {
      ...dateField(
        'agreedOn',
        values.agreedOn,
        {
          required: true,
          heading: say.headings.agreement,
          hint: say.agreedHint,
          refusal: { code: 'CUS_MCA_DATE', field: 'agreedOn' },
          earliest: FIRST_AGREEMENT_DAY,
          ...(now ? { latest: latestDay(now, zones) } : {}),
        },
        words,
      ),
      lead: say.agreementLead,
    },
    textField(one, values[one], { hint: say.signerHint }, words),
    textField(other, values[other], {}, words),
    textField('agreementEmail', values.agreementEmail, { style: 'Email' }, words),
    textField('agreementPhone', values.agreementPhone, { style: 'Tel' }, words),
  ]
}

/** What the client demands is known before a country is chosen only where there is just one; a list of states helps anyhow. */
function shownRule(country: string | undefined, places: CustomerPlaces): CountryRule {
  const { rule } = places.find((one) => one.country === country) ?? places[0] ?? UNKNOWN
  if (places.length === 1) return rule
  const { postalCode, ...rest } = rule
  return { ...rest, stateRequired: false, postalCodeRequired: false }
}

const UNKNOWN: Pick<Place, 'rule'> = {
  rule: { stateRequired: false, postalCodeRequired: false, registrationIdRequired: false, timeZone: 'UTC' },
}

/** In the order of the reader's language. */
const namesOf = ({ locale }: Words): readonly ['firstName' | 'lastName', 'firstName' | 'lastName'] =>
  locale === 'ja-JP' ? ['lastName', 'firstName'] : ['firstName', 'lastName']

/** As the server reads it: any width, with the end that nobody needs to type. */
const PREFIX = '^\\s*[A-Za-z0-9Ａ-Ｚａ-ｚ０-９]{1,27}(\\.onmicrosoft\\.com)?\\s*$'
