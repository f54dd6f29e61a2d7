import countries from './countries.json' with { type: 'json' }
import { clean, nameKey, normalPhone, plainHyphens } from './text.ts'

/** A prefecture or state: its ISO 3166-2 code and names. */
export type State = { code: string; en: string; ja: string }

/**
 * What an address of a country must have (domain.md 2.6, architecture.md 7.14). Line 1 and city are required everywhere.
 * `pattern` fits the code as it is kept, `typed` every way of typing it that `normalPostalCode` understands.
 */
export type CountryRule = {
  /** In the country's usual order; absent where the state is free text. */
  states?: readonly State[]
  stateRequired: boolean
  postalCodeRequired: boolean
  postalCode?: { pattern: string; typed: string; sample: string }
  /** Appendix B (D7). */
  registrationIdRequired: boolean
  /** Where its working days are counted; the one of its capital or largest city. */
  timeZone: string
  /** Fits the digits of a national number, with its leading 0. */
  phonePattern?: string
}

/** The rule of a country; one without data of its own asks for line 1 and city alone. */
export const countryRule = (country: string): CountryRule => ({
  ...(RULES.get(country) ?? { stateRequired: false, postalCodeRequired: false }),
  registrationIdRequired: REGISTRATION_ID_REQUIRED.has(country),
  timeZone: timeZoneOf(country),
})

/** The postal code as the country writes it (1234567 → 123-4567, sw1a1aa → SW1A 1AA); elsewhere only cleaned. */
export function normalPostalCode(country: string, text: string): string {
  const plain = clean(text)
  const bare = plainHyphens(plain).replace(/[\s-]/g, '')
  if (country === 'JP') return bare.replace(/^〒?(\d{3})(\d{4})$/, '$1-$2')
  if (country === 'US') return bare.replace(/^(\d{5})(\d{4})$/, '$1-$2')
  if (country === 'GB') return bare.toUpperCase().replace(/^(.+)(.{3})$/, '$1 $2')
  return RULES.has(country) ? bare : plain
}

/** The postal code when the country's rule takes it as it stands. */
export function isPostalCode(country: string, text: string): boolean {
  const { postalCode } = countryRule(country)
  return postalCode ? new RegExp(postalCode.pattern).test(text) : true
}

/** The code of a state meant by its code, its short code or its name in either language; undefined when not in the list. */
export function stateCode(country: string, text: string): string | undefined {
  const key = nameKey(text)
  const states = countryRule(country).states ?? []
  return states.find((state) =>
    [state.code, state.code.slice(3), state.en, state.ja].some((name) => nameKey(name) === key),
  )?.code
}

/** A telephone number that could ring: a foreign one begins with +, a national one fits the country's pattern. */
export function isPhoneIn(country: string, text: string): boolean {
  const phone = normalPhone(text)
  const { phonePattern } = countryRule(country)
  if (phone === undefined) return false
  if (phone.startsWith('+') || phonePattern === undefined) return true
  return new RegExp(phonePattern).test(phone.replace(/ ?(x|ext\.?|内線).*$/i, '').replace(/\D/g, ''))
}

type Rule = Omit<CountryRule, 'registrationIdRequired' | 'timeZone'>
const RULES: ReadonlyMap<string, Rule> = new Map(Object.entries(countries.rules))
const TIME_ZONES: ReadonlyMap<string, string> = new Map(Object.entries(countries.timeZones))
const REGISTRATION_ID_REQUIRED: ReadonlySet<string> = new Set(countries.registrationIdRequired)

function timeZoneOf(country: string): string {
  const known = TIME_ZONES.get(country)
  if (known) return known
  return /^[A-Z]{2}$/.test(country) ? (new Intl.Locale(`und-${country}`).getTimeZones()?.[0] ?? 'UTC') : 'UTC'
}
