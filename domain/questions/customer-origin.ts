import type { Answer } from './answer.ts'
import type { Question } from './question.ts'
import { namesOf } from './selling-facts.ts'
import type { Sight } from './sight.ts'
import { unrecorded } from './subscription-of.ts'

/** Q19: whether a customer is billed by its partner or through a provider, and what that lets the partner do (R83–R85). */
export const answerOrigin = (question: Question, sight: Sight): Promise<Answer> =>
  unrecorded(question, sight, {
    headline: { code: 'later.origin' },
    findings: [{ code: 'later.recognised' }, { code: 'later.direct' }, { code: 'later.indirect' }],
    rules: [
      { id: 'R83', source: 'S0 Managing' },
      { id: 'R84', source: 'S0 Managing' },
      { id: 'R85', source: 'S0 Identify' },
    ],
  })

/** Q28: whether several partners may serve one customer: always; which ones do is not recorded yet (R102, R103). */
export async function answerTwoPartners(question: Question, sight: Sight): Promise<Answer> {
  const companies = await Promise.all(question.companies.map((tenant) => sight.company(tenant)))
  return {
    question,
    names: namesOf(...companies),
    verdict: 'yes',
    headline: { code: 'later.twoPartners' },
    findings: [{ code: 'later.multiPartner' }, { code: 'later.multiChannel' }, { code: 'later.whoServes' }],
    rules: [
      { id: 'R102', source: 'S3 scenario 2' },
      { id: 'R103', source: 'S3 scenario 3' },
    ],
    isPrivate: companies.some((one) => one !== undefined),
  }
}
