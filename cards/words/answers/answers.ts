import type { Check, Finding } from '../../../domain/questions/answer.ts'
import type { Format } from '../format.ts'

/** One sentence for each finding of a theme; plain text, drawn escaped. */
export type FindingWords<F extends { code: string }> = {
  [C in F['code']]: (finding: Extract<F, { code: C }>) => string
}

/** The words of one language for one theme, made for a format and the terms of that language. */
export type ThemeWords<F extends { code: string }> = (format: Format, terms: Terms) => FindingWords<F>

type Terms = import('../terms.ts').Terms

export type AnswerWords = {
  finding(finding: Finding): string
  /** One line for a check: what holds, or what is wrong in the third person, or that it is not recorded yet. */
  check(check: Check): string
}
