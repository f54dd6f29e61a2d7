import type { Refusal, RefusalCode } from '../../domain/refusals.ts'
import type { Verb } from '../actions.ts'

/**
 * One sentence a refusal: what is so (domain.md 4.3, corrected by F44–F47), then where it helps what to do. Plain text
 * that holds what people typed: whoever draws it escapes the whole.
 */
export type RefusalWords = { [C in RefusalCode]: (refusal: Extract<Refusal, { code: C }>) => string }

export function explain(refusal: Refusal, words: RefusalWords): string {
  // The code picks the sentence of its own refusal, which TypeScript cannot see.
  return (words[refusal.code] as (refusal: Refusal) => string)(refusal)
}

/** Where a refusal can be mended: a page outside, or a verb that needs nothing but an operation key. */
export type Mend = { url: string } | { verb: Verb }

export const MENDS = {
  ENR_MPN_REQUIRED: { url: 'https://partner.microsoft.com/' },
  MPN_NOT_ACTIVE: { url: 'https://partner.microsoft.com/pcv/accountsettings/partnerprofile' },
  MPN_NOT_MIGRATED: { url: 'https://docs.microsoft.com/partner-center/guide-to-migration' },
  VER_CONTACT_PENDING: { verb: 'status' },
  ENR_DIRECT_CLOSED: { verb: 'enroll' },
  SETUP_ADMIN_AGENT: { verb: 'add-me' },
  USR_CHANGE_PASSWORD: { verb: 'password-changed' },
  MPA_REQUIRED_SELF: { verb: 'sign-mpa' },
} as const satisfies Partial<Record<RefusalCode, Mend>>

export type MendedCode = keyof typeof MENDS

/** The text of each link or button. */
export type MendWords = Record<MendedCode, string>

/** The link or button that mends `code`, if there is one. */
export function mendOf(code: RefusalCode, words: MendWords): (Mend & { title: string }) | undefined {
  return isMended(code) ? { ...MENDS[code], title: words[code] } : undefined
}

const isMended = (code: RefusalCode): code is MendedCode => Object.hasOwn(MENDS, code)
