import { countryRule, isPhoneIn, normalPostalCode, stateCode } from '../countries.ts'
import type { Field, FieldRefusal, Refusal } from '../refusals.ts'
import { normalCountry } from '../regions.ts'
import { fail, ok, type Result } from '../result.ts'
import {
  companyMailbox,
  fieldsGiven,
  mayActForCompany,
  personalMailbox,
  registrationIdGiven,
} from '../rules/enrollment.ts'
import { mpnIdGiven, mpnIdWellFormed } from '../rules/mpn.ts'
import { clean, cleanName, isEmail, isHttpsLink, maxLength, normalEmail, normalPhone, textFault } from '../text.ts'
import { isEastern } from './contact-name.ts'
import {
  type Address,
  type Contact,
  DOCUMENT_KINDS,
  type DocumentKind,
  type DocumentRequest,
  type LegalIdentity,
  type SupportProfile,
} from './enrollment.ts'

/** What a person typed, by field; every fault of a form is found at once. */
type Typed = Partial<Record<Field, string>>
type Read<T> = Result<T, readonly FieldRefusal[]>

export type AddressInput = {
  addressLine1: string
  addressLine2: string
  city: string
  state: string
  postalCode: string
  country: string
}

/** MPN ID as typed, full-width digits welcome (R1). */
export function readMpnId(typed: string): Read<string> {
  const mpnId = clean(typed).replace(/\s/gu, '')
  return finish(mpnId, fieldOnly([...mpnIdGiven.check({ mpnId }), ...mpnIdWellFormed.check({ mpnId })]))
}

/** Legal business name, registration ID where the country demands one (D7), and the complete address (R17, 2.6). */
export function readLegal(
  typed: AddressInput & { companyName: string; registrationId: string },
  tenantCountry: string,
): Read<LegalIdentity> {
  const [{ companyName, registrationId }, faults] = texts({
    companyName: typed.companyName,
    registrationId: typed.registrationId,
  })
  const address = readAddress(typed, tenantCountry)
  return finish(
    {
      companyName,
      ...(registrationId ? { registrationId } : {}),
      address: address.ok ? address.value : { line1: '', city: '', country: tenantCountry },
    },
    [
      ...missingFields({ companyName }),
      ...fieldOnly(registrationIdGiven.check({ country: tenantCountry, registrationId })),
      ...faults,
      ...(address.ok ? [] : address.error),
    ],
  )
}

/** An address of the tenant's own country, by that country's rule (domain.md 2.6). */
export function readAddress(typed: AddressInput, tenantCountry: string): Read<Address> {
  const rule = countryRule(tenantCountry)
  const [{ addressLine1, addressLine2, city, state: place }, faults] = texts({
    addressLine1: typed.addressLine1,
    addressLine2: typed.addressLine2,
    city: typed.city,
    state: typed.state,
  })
  const state = stateCode(tenantCountry, place) ?? place
  const postalCode = normalPostalCode(tenantCountry, typed.postalCode)
  const country = normalCountry(typed.country) || tenantCountry
  const listed = rule.states === undefined || rule.states.some(({ code }) => code === state)
  const wrong: FieldRefusal[] = [
    ...fieldOnly(
      fieldsGiven.check({
        given: {
          addressLine1,
          city,
          ...(rule.stateRequired ? { state } : {}),
          ...(rule.postalCodeRequired ? { postalCode } : {}),
        },
      }),
    ),
    ...faults,
  ]
  if (state !== '' && !listed) wrong.push({ code: 'CUS_ADDRESS', field: 'state', rule: 'list' })
  if (postalCode !== '' && rule.postalCode && !new RegExp(rule.postalCode.pattern, 'u').test(postalCode))
    wrong.push({ code: 'CUS_ADDRESS', field: 'postalCode', rule: rule.postalCode.sample })
  else if (postalCode !== '') wrong.push(...texts({ postalCode })[1])
  if (country !== tenantCountry) wrong.push({ code: 'ADDRESS_COUNTRY', field: 'country', country: tenantCountry })
  return finish(
    {
      line1: addressLine1,
      ...(addressLine2 ? { line2: addressLine2 } : {}),
      city,
      ...(state ? { state } : {}),
      ...(postalCode ? { postalCode } : {}),
      country: tenantCountry,
    },
    wrong,
  )
}

/**
 * The primary contact (2.5, R18). With `isEnrollingUser`, what was left blank is `me` (R22), and so is what still stands
 * in the form of somebody else: `before` is the contact it was drawn with. A number without + is one of `country`.
 */
export function readContact(
  form: ContactInput,
  me: { name: string; email: string },
  country: string,
  before?: Contact,
): Read<Contact> {
  const typed = form.isEnrollingUser && before && !before.isEnrollingUser ? withoutOther(form, before) : form
  const own = typed.isEnrollingUser ? { ...splitName(me.name), email: me.email } : undefined
  const [{ firstName, lastName }, faults] = texts({
    firstName: cleanName(typed.firstName) || (own?.firstName ?? ''),
    lastName: cleanName(typed.lastName) || (own?.lastName ?? ''),
  })
  const email = mailOf(typed.email) || (own?.email ?? '')
  const phone = phoneOf(typed.phone)
  return finish({ firstName, lastName, email, ...(phone ? { phone } : {}), isEnrollingUser: typed.isEnrollingUser }, [
    ...missingFields({ firstName, lastName, email }),
    ...faults,
    ...companyAddress('email', email),
    ...phoneFault('phone', phone, country),
  ])
}

type ContactInput = { firstName: string; lastName: string; email: string; phone: string; isEnrollingUser: boolean }

const withoutOther = (typed: ContactInput, other: Contact): ContactInput => ({
  ...typed,
  firstName: typed.firstName === other.firstName ? '' : typed.firstName,
  lastName: typed.lastName === other.lastName ? '' : typed.lastName,
  email: typed.email === other.email ? '' : typed.email,
  phone: typed.phone === other.phone ? '' : typed.phone,
})

/** Support details (R17); the phone, one of `country` where it has no +, and the website are optional. */
export function readSupport(
  typed: { supportEmail: string; supportPhone: string; supportWebsite: string },
  country: string,
): Read<SupportProfile> {
  const email = mailOf(typed.supportEmail)
  const phone = phoneOf(typed.supportPhone)
  const website = clean(typed.supportWebsite)
  return finish({ email, ...(phone ? { phone } : {}), ...(website ? { website } : {}) }, [
    ...missingFields({ supportEmail: email }),
    ...mailFault('supportEmail', email),
    ...phoneFault('supportPhone', phone, country),
    ...linkFault('supportWebsite', website),
  ])
}

/** The admin's work mail (F4, F14) and the tick that one may act for the company (R26). */
export function readAuthority(typed: { adminWorkEmail: string; authority: boolean }): Read<{ adminWorkEmail: string }> {
  const adminWorkEmail = mailOf(typed.adminWorkEmail)
  return finish({ adminWorkEmail }, [
    ...missingFields({ adminWorkEmail }),
    ...mailFault('adminWorkEmail', adminWorkEmail),
    ...(isEmail(adminWorkEmail)
      ? fieldOnly(companyMailbox.check({ field: 'adminWorkEmail', email: adminWorkEmail }))
      : []),
    ...fieldOnly(mayActForCompany.check({ authority: typed.authority })),
  ])
}

type DocumentInput = { documentName: string; documentKind: string; documentNote: string; documentLink: string }
type ReadDocument = { name: string; kind: DocumentKind; note?: string; link: string }

/** A document that the applicant provides: name, kind, note, and an https link. */
export function readDocument(typed: DocumentInput): Read<ReadDocument> {
  const [document, faults] = documentOf(typed)
  const missing = missingFields({ documentLink: document.link ?? '' })
  return finish({ ...document, link: document.link ?? '' }, [...faults, ...missing])
}

/** A document that a reviewer asks for; the link, to an example or instructions, is optional. */
export function readDocumentRequest(typed: DocumentInput): Read<DocumentRequest> {
  const [document, faults] = documentOf(typed)
  return finish(document, faults)
}

/** Why a reviewer decided: always given. */
export function readReason(typed: string): Read<string> {
  const [{ reason }, faults] = texts({ reason: typed })
  return finish(reason, reason === '' ? [{ code: 'FIELD_REASON', field: 'reason' }] : faults)
}

/** The mail address rules for a person of the company: well formed, not web mail, nobody's shared mailbox (R18). */
export function companyAddress(field: Field, email: string): readonly FieldRefusal[] {
  if (email === '') return []
  if (!isEmail(email)) return [{ code: 'FIELD_EMAIL', field }]
  return fieldOnly([...companyMailbox.check({ field, email }), ...personalMailbox.check({ field, email })])
}

export const mailFault = (field: Field, email: string): readonly FieldRefusal[] =>
  email === '' || isEmail(email) ? [] : [{ code: 'FIELD_EMAIL', field }]

export const linkFault = (field: Field, link: string): readonly FieldRefusal[] =>
  link === '' || isHttpsLink(link) ? [] : [{ code: 'FIELD_LINK', field }]

/** Cleans texts and finds those that are too long or carry what no text may. */
export function texts<T extends Typed>(typed: T): [{ [K in keyof T]: string }, readonly FieldRefusal[]] {
  const faults: FieldRefusal[] = []
  const cleaned = Object.fromEntries(
    Object.entries(typed).map(([name, value]) => {
      const field = name as Field
      const text = cleanName(value ?? '')
      const fault = textFault(value ?? '', maxLength(field))
      if (fault === 'FIELD_LENGTH') faults.push({ code: 'FIELD_LENGTH', field, max: maxLength(field) })
      if (fault === 'FIELD_TEXT') faults.push({ code: 'FIELD_TEXT', field })
      return [name, text]
    }),
  )
  // Same keys as `typed`, which Object.fromEntries cannot say.
  return [cleaned as { [K in keyof T]: string }, faults]
}

/** ENR_FIELD_MISSING for each field that is empty (R17). */
export const missingFields = (given: Partial<Record<Field, string>>): readonly FieldRefusal[] =>
  fieldOnly(fieldsGiven.check({ given }))

export const finish = <T>(value: T, faults: readonly FieldRefusal[]): Read<T> =>
  faults.length === 0 ? ok(value) : fail(faults)

/** Surname first in Japanese names, last elsewhere; a single word serves as both. */
function splitName(name: string): { firstName: string; lastName: string } {
  const words = clean(name).split(' ')
  const first = words[0] ?? ''
  const last = words.at(-1) ?? first
  if (words.length === 1) return { firstName: first, lastName: first }
  return isEastern(name)
    ? { firstName: words.slice(1).join(' '), lastName: first }
    : { firstName: words.slice(0, -1).join(' '), lastName: last }
}

function documentOf(typed: DocumentInput): [DocumentRequest, readonly FieldRefusal[]] {
  const [{ documentName, documentNote }, faults] = texts({
    documentName: typed.documentName,
    documentNote: typed.documentNote,
  })
  const link = clean(typed.documentLink)
  const kind = DOCUMENT_KINDS.find((one) => one === typed.documentKind)
  return [
    {
      name: documentName,
      kind: kind ?? 'other',
      ...(documentNote ? { note: documentNote } : {}),
      ...(link ? { link } : {}),
    },
    [
      ...missingFields({ documentName }),
      ...(kind ? [] : [{ code: 'FIELD_CHOICE' as const, field: 'documentKind' as const }]),
      ...faults,
      ...linkFault('documentLink', link),
    ],
  ]
}

/** An address as it is kept; what is none stays as typed, to be refused. */
export const mailOf = (typed: string): string => normalEmail(typed) ?? clean(typed)

export const phoneOf = (typed: string): string => normalPhone(typed) ?? clean(typed)

export const phoneFault = (field: Field, phone: string, country: string): readonly FieldRefusal[] =>
  phone === '' || isPhoneIn(country, phone) ? [] : [{ code: 'FIELD_PHONE', field }]

const fieldOnly = (refusals: readonly Refusal[]): readonly FieldRefusal[] =>
  refusals.filter((refusal): refusal is FieldRefusal => 'field' in refusal)
