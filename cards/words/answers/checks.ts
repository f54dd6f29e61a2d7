import type { Check, CheckName } from '../../../domain/questions/answer.ts'
import type { Refusal, RefusalCode } from '../../../domain/refusals.ts'

/** What is said of a check that holds, and of one whose facts are not recorded yet. `company` may be empty. */
export type CheckWords = Record<CheckName, { holds(company: string): string; unknown(company: string): string }>

/** Refusals that speak to the reader, said of a company instead: what is asked about is often somebody else. */
export const OF_A_COMPANY = [
  'AUTH_ROLE',
  'AUTH_ORG_KIND',
  'SETUP_ADMIN_AGENT',
  'MPA_REQUIRED_SELF',
  'MPA_NOT_OFFERED',
  'ORG_SUSPENDED',
  'PAR_NONE',
  'PAR_EXISTS',
  'REGION_CUSTOMER',
  'REL_ALREADY_RESELLER',
  'CUS_IS_CSP_TENANT',
  'CUS_SELF_OR_AFFILIATE',
  'CUS_IR_CANNOT_CREATE',
  'TRN_NOT_IDENTIFIED',
  'TRN_PROFILE',
  'TRN_NO_ROLLBACK',
  'TRN_NO_NEW_DIRECT',
  'DB_RESTRICTED',
  'MPN_NOT_ACTIVE',
  'MPN_COUNTRY_MISMATCH',
] as const satisfies readonly RefusalCode[]

type SaidOfACompany = (typeof OF_A_COMPANY)[number]

/** One sentence each; `company` is the one that the check was asked of. */
export type ThirdPersonWords = {
  [C in SaidOfACompany]: (refusal: Extract<Refusal, { code: C }>, company: string) => string
}

/** One line for a check; several refusals of one rule follow one another. */
export function checkLine(
  { about, outcome, refusals, company = '' }: Check,
  words: CheckWords,
  others: ThirdPersonWords,
  refusal: (refusal: Refusal) => string,
  between: string,
): string {
  if (outcome !== 'fails') return words[about][outcome](company)
  return refusals.map((one) => (isSaidOfACompany(one) ? thirdPerson(one, company, others) : refusal(one))).join(between)
}

const isSaidOfACompany = (refusal: Refusal): refusal is Extract<Refusal, { code: SaidOfACompany }> =>
  (OF_A_COMPANY as readonly RefusalCode[]).includes(refusal.code)

function thirdPerson(
  refusal: Extract<Refusal, { code: SaidOfACompany }>,
  company: string,
  words: ThirdPersonWords,
): string {
  // The code picks the sentence of its own refusal, which TypeScript cannot see.
  return (words[refusal.code] as (refusal: Refusal, company: string) => string)(refusal, company)
}
