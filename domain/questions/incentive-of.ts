import { notFound, subjectOf } from './about-company.ts'
import type { Answer } from './answer.ts'
import { ask } from './pair-facts.ts'
import type { PartnerFinding } from './partners.ts'
import type { Question } from './question.ts'
import { namesOf } from './selling-facts.ts'
import type { Sight } from './sight.ts'

/** Q21: where the incentive invitation of a transitioning partner is: what is known of its way; it is not recorded yet. */
export async function answerIncentive(question: Question, sight: Sight): Promise<Answer> {
  const subject = await subjectOf(question, sight)
  if (!subject) return notFound(question)
  const { company, isOpen } = subject
  const { displayName, kind, mpnId, tenantId } = company
  const isReseller = kind === 'both' || kind === 'indirectReseller'
  const target: PartnerFinding = {
    code: 'later.incentiveTarget',
    ...(isOpen && mpnId !== undefined ? { mpnId } : {}),
  }
  return {
    question: { ...question, companies: [tenantId] },
    names: namesOf(company),
    verdict: isReseller ? 'notRecorded' : 'no',
    headline: isReseller
      ? { code: 'later.incentive', company: displayName }
      : { code: 'later.incentiveResellers', company: displayName, kind },
    findings: [
      { code: 'later.incentiveWithin' },
      target,
      ...(kind === 'both' ? [{ code: 'later.incentiveDirect' as const }] : []),
    ],
    rules: [
      { id: 'R86', source: 'S0 Incentives' },
      { id: 'R87', source: 'S0 Incentives' },
      { id: 'R88', source: 'S0 Incentives' },
    ],
    related: [ask('Q15', tenantId)],
    isPrivate: true,
  }
}
