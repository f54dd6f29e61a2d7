import type { By } from '../../domain/actor.ts'
import type { CountryRule } from '../../domain/countries.ts'
import type { Address, Authority, Contact, LegalIdentity, SupportProfile } from '../../domain/enrollment/enrollment.ts'
import type { Fact } from '../drawing/form.ts'
import type { Words } from '../words/words.ts'

/** The parts of an application as facts, in the words of their inputs. An absent value is ''. */
export const mpnFacts = (mpn: { mpnId: string } | undefined, { terms }: Words): readonly Fact[] => [
  { title: terms.fields.mpnId, value: mpn?.mpnId ?? '' },
]

export const legalFacts = (
  legal: LegalIdentity | undefined,
  rule: Pick<CountryRule, 'states'>,
  words: Words,
): readonly Fact[] => [
  { title: words.terms.fields.companyName, value: legal?.companyName ?? '' },
  ...(legal?.registrationId ? [{ title: words.terms.fields.registrationId, value: legal.registrationId }] : []),
  { title: words.enroll.address, value: legal ? addressLines(legal.address, rule, words) : '' },
]

export const contactFacts = (contact: Contact | undefined, words: Words): readonly Fact[] => [
  { title: words.enroll.contactName, value: contact ? personName(contact) : '' },
  { title: words.terms.fields.email, value: contact?.email ?? '' },
  ...(contact?.phone ? [{ title: words.terms.fields.phone, value: contact.phone }] : []),
]

export const supportFacts = (support: SupportProfile | undefined, { terms }: Words): readonly Fact[] => [
  { title: terms.fields.supportEmail, value: support?.email ?? '' },
  ...(support?.phone ? [{ title: terms.fields.supportPhone, value: support.phone }] : []),
  ...(support?.website ? [{ title: terms.fields.supportWebsite, value: support.website }] : []),
]

export const authorityFacts = (authority: Authority | undefined, words: Words): readonly Fact[] => [
  { title: words.terms.fields.adminWorkEmail, value: authority?.adminWorkEmail ?? '' },
  {
    title: words.enroll.confirmedBy,
    value: authority ? `${byName(authority.confirmedBy, words)} · ${words.dateTime(authority.confirmedAt)}` : '',
  },
]

/** The address on lines of its own, in the order in which the country writes them. */
export function addressLines(
  { line1, line2, city, state, postalCode, country }: Address,
  { states }: Pick<CountryRule, 'states'>,
  words: Words,
): string {
  const listed = states?.find(({ code }) => code === state)
  const stateName = listed === undefined ? state : words.locale === 'ja-JP' ? listed.ja : listed.en
  const lines =
    country === 'JP' && words.locale === 'ja-JP'
      ? [postalCode === undefined ? undefined : `〒${postalCode}`, `${stateName ?? ''}${city}${line1}`, line2]
      : [line1, line2, cityLine(country, city, stateName, postalCode), words.terms.country(country)]
  return lines.filter(Boolean).join('\n')
}

function cityLine(
  country: string,
  city: string,
  stateName: string | undefined,
  postalCode: string | undefined,
): string {
  const place = [city, stateName].filter(Boolean).join(', ')
  const parts = POSTAL_CODE_FIRST.includes(country) ? [postalCode, place] : [place, postalCode]
  return parts.filter(Boolean).join(' ')
}

const POSTAL_CODE_FIRST: readonly string[] = ['DE', 'FR']

/** In the order of its own script, as the domain has it: family name first in Japanese. */
export const personName = ({ firstName, lastName }: Contact): string =>
  EASTERN.test(`${firstName}${lastName}`) ? `${lastName} ${firstName}` : `${firstName} ${lastName}`

const EASTERN = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u

/** Who did it, in words. */
export const byName = (by: By, { terms }: Words): string =>
  by.kind === 'person' ? by.name : by.kind === 'contact' ? terms.contact(by.email) : terms.system
