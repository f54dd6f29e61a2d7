import type { QuestionId } from '../../domain/questions/question.ts'

/**
 * How many companies a question names, and where the asker's own stands when it is the one left out: before or after the
 * other, or nowhere.
 */
export type Slots = { least: number; most: number; own?: 'first' | 'last' }

export const SLOTS: Readonly<Record<QuestionId, Slots>> = {
  Q1: { least: 2, most: 2, own: 'first' },
  Q2: { least: 2, most: 2, own: 'first' },
  Q3: { least: 0, most: 1 },
  Q4: { least: 2, most: 2, own: 'first' },
  Q5: { least: 1, most: 1, own: 'first' },
  Q6: { least: 1, most: 1, own: 'first' },
  Q7: { least: 1, most: 1, own: 'first' },
  Q8: { least: 1, most: 2, own: 'last' },
  Q9: { least: 1, most: 2, own: 'last' },
  Q10: { least: 0, most: 1, own: 'first' },
  Q11: { least: 0, most: 2 },
  Q12: { least: 0, most: 1 },
  Q13: { least: 1, most: 1, own: 'first' },
  Q14: { least: 1, most: 2 },
  Q15: { least: 1, most: 1, own: 'first' },
  Q16: { least: 2, most: 2, own: 'first' },
  Q17: { least: 2, most: 2, own: 'last' },
  Q18: { least: 1, most: 1, own: 'first' },
  Q19: { least: 1, most: 2, own: 'first' },
  Q20: { least: 1, most: 1, own: 'first' },
  Q21: { least: 1, most: 1, own: 'first' },
  Q22: { least: 0, most: 1 },
  Q23: { least: 1, most: 1, own: 'first' },
  Q24: { least: 2, most: 2, own: 'first' },
  Q25: { least: 1, most: 1, own: 'first' },
  Q26: { least: 0, most: 2, own: 'first' },
  Q27: { least: 0, most: 2, own: 'first' },
  Q28: { least: 0, most: 4, own: 'last' },
  Q29: { least: 0, most: 2 },
  Q30: { least: 1, most: 1 },
}
