import type { TenantId } from '../ids.ts'
import type { Operation } from '../permissions.ts'

/** The questions of domain.md 5. */
export const QUESTIONS = [
  'Q1',
  'Q2',
  'Q3',
  'Q4',
  'Q5',
  'Q6',
  'Q7',
  'Q8',
  'Q9',
  'Q10',
  'Q11',
  'Q12',
  'Q13',
  'Q14',
  'Q15',
  'Q16',
  'Q17',
  'Q18',
  'Q19',
  'Q20',
  'Q21',
  'Q22',
  'Q23',
  'Q24',
  'Q25',
  'Q26',
  'Q27',
  'Q28',
  'Q29',
  'Q30',
] as const
export type QuestionId = (typeof QUESTIONS)[number]

/** Partners as Q13 asks for them. */
export type PartnerSide = 'providers' | 'resellers'

/**
 * One question with everything it names. `companies` stand in the order of domain.md 5: X, then Y or Z; of Q17 the provider
 * first, of Q19 the partner first. Asked by a partner, the own company is among them where the question has a place for it.
 */
export type Question = {
  id: QuestionId
  companies: readonly TenantId[]
  /** ISO codes, in the order they were named. */
  countries: readonly string[]
  /** Q26, Q27: the operation of domain.md 1.4; absent for everything. */
  operation?: Operation
  /** Q10: only what is older than this many days. */
  days?: number
  /** Q27: days on the asker's calendar, both included: `2026-11-21`. */
  since?: string
  until?: string
  /** Q27: part of the name or mail address of whoever did it, as it was typed. */
  person?: string
  /** Q29: the code that the order was refused with. */
  code?: string
  /**
   * Q13: which of its partners were asked for; absent for those that a company of its kind has. Q1, Q14: a reseller was
   * asked for by that word alone.
   */
  side?: PartnerSide
  /** A subscription or mail address, as it was typed. */
  subject?: string
  /** The page of a long answer. */
  after?: string
}
