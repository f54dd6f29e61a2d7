import { notFound } from './about-company.ts'
import type { Answer } from './answer.ts'
import { ask, isTheirs, pairAsked, partnershipBetween } from './pair-facts.ts'
import { neverFound } from './partnered.ts'
import type { PartnerFinding } from './partners.ts'
import type { Question } from './question.ts'
import { namesOf } from './selling-facts.ts'
import type { Sight } from './sight.ts'

/** Q4: which customers two partners share. Their partnership is told; customers are not recorded yet. */
export async function answerShared(question: Question, sight: Sight): Promise<Answer> {
  const [x, y] = pairAsked(question, sight)
  const [recorded, one, other] = await Promise.all([
    partnershipBetween(sight, x, y),
    sight.company(x),
    sight.company(y),
  ])
  if (!one || !other || !isTheirs(sight, x, y)) return notFound(question)
  return {
    question: { ...question, companies: [x, y] },
    names: namesOf(one, other),
    verdict: 'notRecorded',
    headline: { code: 'later.shared', a: one.displayName, b: other.displayName },
    findings: [...stands(), { code: 'later.sharedNeeds' }],
    rules: [
      { id: 'R44', source: 'S1 Remove IMPORTANT' },
      { id: 'R53', source: 'S2 Connect 6 IMPORTANT' },
      { id: 'R61', source: 'S1 Connect with customers' },
    ],
    related: [ask('Q1', x, y)],
    isPrivate: true,
  }

  function stands(): readonly PartnerFinding[] {
    if (!recorded) return one && other ? [neverFound(one, other).headline] : []
    const { providerName: provider, resellerName: reseller } = recorded
    return recorded.status === 'active'
      ? [{ code: 'partners.active', provider, reseller, since: recorded.since }]
      : [
          { code: 'partners.removed', provider, reseller, at: recorded.removedAt },
          { code: 'partners.customersStay', reseller },
        ]
  }
}
