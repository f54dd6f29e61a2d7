import type { TenantId } from '../../domain/ids.ts'
import type { Question } from '../../domain/questions/question.ts'
import type { Named } from '../../domain/store/names.ts'

/** A company of a question before it is known which one is meant. */
export type Meant =
  | { kind: 'known'; tenant: TenantId }
  /** Several fit: the asker picks one, and the same question goes on. */
  | { kind: 'several'; typed: string; candidates: readonly Named[] }
  /** None fits; the nearest names there are. */
  | { kind: 'unknown'; typed: string; nearest: readonly Named[] }
  /** Nobody was named where somebody has to be. */
  | { kind: 'missing' }

/** A question whose companies may still be open. */
export type Draft = Omit<Question, 'companies'> & { companies: readonly Meant[] }

/** What a free text was taken to mean. `taken` says how names were read where they were not typed in full (a typo, a part). */
export type Understanding =
  | { kind: 'question'; question: Question; taken: readonly { typed: string; company: Named }[] }
  | { kind: 'open'; draft: Draft; taken: readonly { typed: string; company: Named }[] }
  /** More than one question, or one of more companies than it is asked of: each is asked by itself. */
  | {
      kind: 'apart'
      choices: readonly Question[]
      unknown: readonly string[]
      /** Those of them whose companies are not known yet. */
      open: readonly Draft[]
    }
  /** No question of ours: what can be asked is shown. */
  | { kind: 'nothing' }

/** What understanding needs to know of the conversation. */
export type Context = {
  /** The asker's own company, for “we” and for questions that name one company too few; undefined for support. */
  own: TenantId | undefined
  /** The question before this one, for “and with Fabrikam?”. */
  before: Question | undefined
  /** Companies by MPN ID, domain or tenant ID, as far as the asker may see them. */
  byId(id: { kind: 'mpn' | 'domain' | 'tenant'; text: string }): Promise<Named | undefined>
  /** The asker's own day, `2026-11-21`; for “yesterday” and for dates without a year. */
  today(): string
}
