import type { Answer } from './answer.ts'
import type { Question } from './question.ts'
import type { Sight } from './sight.ts'

/** Q22: the first password is shown once and never again, to nobody; it can be reset (R59). */
export const answerFirstPassword = async (question: Question, _: Sight): Promise<Answer> => ({
  question: { ...question, companies: [] },
  names: {},
  verdict: 'no',
  headline: { code: 'later.passwordOnce' },
  findings: [{ code: 'later.passwordReset' }],
  rules: [{ id: 'R59', source: 'S1 Add new customers 6 IMPORTANT' }],
  isPrivate: false,
})
