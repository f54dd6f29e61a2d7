import type { Check, Finding } from '../../../domain/questions/answer.ts'
import type { Refusal } from '../../../domain/refusals.ts'
import type { Format } from '../format.ts'
import type { Terms } from '../terms.ts'

/** One sentence for each finding of a theme; plain text, drawn escaped. */
export type FindingWords<F extends { code: string }> = {
  [C in F['code']]: (finding: Extract<F, { code: C }>) => string
}

/** The words of one language for one theme, made for a format and the terms of that language. */
export type ThemeWords<F extends { code: string }> = (format: Format, terms: Terms) => FindingWords<F>

/** What an answer is said with in one language. */
export type AnswerLanguage = {
  findings: ThemeWords<Finding>
  /** @param refusal the sentence that a refusal has for whoever meets it himself */
  checks: (format: Format, terms: Terms, refusal: (refusal: Refusal) => string) => (check: Check) => string
}

export function findingText(finding: Finding, words: FindingWords<Finding>): string {
  // The code picks the words of its own finding, which TypeScript cannot see.
  return (words[finding.code] as (finding: Finding) => string)(finding)
}

/** What happened, whom else it concerns as far as that is not said already, and who did it. */
export const pastLine = (text: string, others: readonly string[], who: string): string =>
  [text, ...others.filter((name) => !text.includes(name)), who].join(' · ')
