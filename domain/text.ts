import { domainToASCII } from 'node:url'
import type { Field } from './refusals.ts'

/** Width folded (NFKC), ends trimmed, runs of white space made one space. Invisible characters stay, to be refused. */
export const clean = (text: string): string => oneSpaced(text.normalize('NFKC'))

/**
 * Like `clean` for names, addresses and sentences: folds the width of letters and kana only, so that a company form or a
 * sign of its own (㈱, ², №) stays as it was written.
 */
export const cleanName = (text: string): string =>
  oneSpaced(text.normalize('NFC').replace(WIDTH_FORMS, (run) => run.normalize('NFKC')))

/** Why a text cannot be taken: characters that nobody sees or that turn its direction, or more than `max` code points. */
export function textFault(text: string, max: number): 'FIELD_TEXT' | 'FIELD_LENGTH' | undefined {
  if (UNSEEN.test(text)) return 'FIELD_TEXT'
  if (text.length > max && [...text].length > max) return 'FIELD_LENGTH'
  return undefined
}

/** A text that cannot be taken, to be told of: without what nobody sees or what turns its direction. */
export const visible = (text: string): string => text.replace(UNSEEN_ALL, '')

/** Two names are one when these are equal: width, case, spaces, apostrophes and dashes do not count; 株式会社 does. */
export const nameKey = (text: string): string =>
  clean(text)
    .toLowerCase()
    .normalize('NFKC')
    .replace(/[‘’ʼ`´]/g, "'")
    .replace(/\p{Pd}/gu, '-')

/** Every stroke that people type for a hyphen (－ ‐ – − and the long vowel ー) made `-`. For codes, never for names. */
export const plainHyphens = (text: string): string => text.replace(/[\p{Pd}−ーｰ─━⁃]/gu, '-')

/** The address as it is kept: width folded, domain in lower-case ASCII without a trailing dot; undefined when it is none. */
export function normalEmail(text: string): string | undefined {
  const plain = clean(text)
  const at = plain.lastIndexOf('@')
  const domain = asciiDomain(plain.slice(at + 1))
  const local = plain.slice(0, Math.max(at, 0))
  if (!domain?.includes('.') || local.length > 64 || !LOCAL_PART.test(local)) return undefined
  const address = `${local}@${domain}`
  return address.length <= 254 ? address : undefined
}

/** One bare address of at most 254 characters; international domains allowed, display names and address literals not. */
export const isEmail = (text: string): boolean => normalEmail(text) !== undefined

/** The part after the last @ in lower-case ASCII (IDN), without a trailing dot; '' when there is none. */
export const mailDomain = (email: string): string =>
  email.includes('@') ? (asciiDomain(email.slice(email.lastIndexOf('@') + 1)) ?? '') : ''

/** A host name in lower-case ASCII, without a trailing dot; undefined when it is no domain name. */
export function asciiDomain(text: string): string | undefined {
  const plain = clean(text).replaceAll('。', '.').replace(/\.$/, '')
  if (!/^[\p{L}\p{M}\p{N}.・-]+$/u.test(plain)) return undefined
  const domain = domainToASCII(plain).toLowerCase()
  const labels = domain.split('.')
  if (domain.length > 253 || !labels.every((label) => LABEL.test(label))) return undefined
  return /^\d+$/.test(labels.at(-1) ?? '') ? undefined : domain
}

/**
 * The number as it is kept: width and hyphens folded; undefined when it is no telephone number. That is 5 to 15 digits
 * (E.164) with the usual signs between them, and an extension if there is one.
 */
export function normalPhone(text: string): string | undefined {
  const plain = plainHyphens(clean(text))
  const read = PHONE.exec(plain)
  const digits = read?.[1]?.replace(/\D/g, '').length ?? 0
  return digits >= 5 && digits <= 15 ? plain : undefined
}

/** A whole number of at most nine digits, as typed; NaN for anything else. */
export function wholeNumber(text: string): number {
  const plain = clean(text)
  return /^\d{1,9}$/.test(plain) ? Number(plain) : Number.NaN
}

/** An absolute https address of at most 2,000 characters, without user name or password. */
export function isHttpsLink(text: string): boolean {
  if (text.length > 2000 || !/^https:\/\/[^\s\\/][^\s\\]*$/i.test(text) || UNSEEN.test(text)) return false
  const url = URL.parse(text)
  return (
    url !== null && url.hostname !== '' && url.username === '' && url.password === '' && !authority(text).includes('@')
  )
}

const authority = (link: string): string => link.slice('https://'.length).split(/[/?#]/, 1)[0] ?? ''

// Not `\s`: it would swallow the byte order mark and the vertical tab, which are refused instead.
const oneSpaced = (text: string): string =>
  text.replace(/[\t\n\r \u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+/g, ' ').replace(/^ | $/g, '')

const WIDTH_FORMS = /[\uff01-\uff9f\uffe0-\uffe6\u3000]+/g

// Variation selectors stay allowed: Japanese names need them (辻󠄀). Tab and line breaks are white space.
const UNSEEN =
  /(?![\t\n\r])\p{Cc}|\p{Cs}|(?![\ufe00-\ufe0f\u{e0100}-\u{e01ef}])\p{Default_Ignorable_Code_Point}|[\ufff9-\ufffb\u2800]|\p{Noncharacter_Code_Point}/u

const UNSEEN_ALL = new RegExp(UNSEEN, 'gu')

const LOCAL_PART = /^[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/

const LABEL = /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/

const PHONE = /^(\+?[\d(][\d ()./-]*\d)(?: ?(?:x|ext\.?|内線) ?\d{1,6})?$/i

const MAX: Partial<Record<Field, number>> = {
  companyName: 100,
  registrationId: 50,
  addressLine1: 200,
  addressLine2: 200,
  city: 100,
  state: 100,
  postalCode: 20,
  firstName: 50,
  lastName: 50,
  phone: 30,
  agreementFirstName: 50,
  agreementLastName: 50,
  agreementPhone: 30,
  supportPhone: 30,
  name: 100,
  offerName: 100,
  displayName: 100,
  reason: 1000,
  /** A card carries the text three times: to edit, to copy, and in the link to the mail program. */
  message: 2000,
  documentName: 100,
  documentNote: 500,
  about: 1000,
  specialties: 200,
  supportWebsite: 2000,
  website: 2000,
  documentLink: 2000,
}

/** The longest text a field takes, in code points; mail addresses 254, links 2,000. */
export const maxLength = (field: Field): number => MAX[field] ?? 254

/** The first day on which a customer can have accepted its agreement: the programme began in 2014, and no source names the day (P). */
export const FIRST_AGREEMENT_DAY = '2014-01-01'
