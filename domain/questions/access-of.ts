import { notFound } from './about-company.ts'
import type { Answer } from './answer.ts'
import { ask, isTheirs, pairAsked, partnershipBetween, type Recorded, whoDid } from './pair-facts.ts'
import { accessOf, neverFound, partnerRow } from './partnered.ts'
import type { Question } from './question.ts'
import { type Past, pastBetween } from './removal-of.ts'
import { namesOf } from './selling-facts.ts'
import type { Sight } from './sight.ts'

const R48 = { id: 'R48', source: 'S2 Connect 3 NOTE' }
const R49 = { id: 'R49', source: 'S2 Connect 3 NOTE' }

/** Q17: whether a provider may still administer a reseller's work account, and if not, since when and by whom. */
export async function answerAccess(question: Question, sight: Sight): Promise<Answer> {
  const [x, y] = pairAsked(question, sight)
  const [recorded, one, other, past] = await Promise.all([
    partnershipBetween(sight, x, y),
    sight.company(x),
    sight.company(y),
    pastBetween(sight, x, y),
  ])
  if (!one || !other || !isTheirs(sight, x, y)) return notFound(question)
  const about = { names: namesOf(one, other), rules: [R48, R49], isPrivate: true }
  if (!recorded)
    return {
      ...about,
      question: { ...question, companies: [x, y] },
      verdict: 'no',
      ...neverFound(one, other),
      related: [ask('Q1', x, y)],
    }
  const { provider, reseller } = recorded
  return {
    ...about,
    question: { ...question, companies: [provider, reseller] },
    ...(recorded.status === 'active' ? ofActive(recorded, sight) : ofRemoved(recorded, past)),
    related: [
      ask('Q1', provider, reseller),
      ...(recorded.status === 'removed' ? [ask('Q16', provider, reseller)] : []),
    ],
  }
}

/** The own people find on the partner's card where it is taken away and recorded. */
const ofActive = (
  active: Extract<Recorded, { status: 'active' }>,
  sight: Sight,
): Pick<Answer, 'verdict' | 'headline' | 'findings' | 'rows'> => ({
  verdict: active.adminAccess.state === 'granted' ? 'yes' : 'no',
  headline: accessOf(active),
  findings: [
    {
      code: 'partners.active',
      provider: active.providerName,
      reseller: active.resellerName,
      since: active.since,
    },
    ...(active.adminAccess.state === 'granted'
      ? [{ code: 'partners.accessEnds' as const, reseller: active.resellerName }]
      : []),
  ],
  rows: partnerRow(active, sight),
})

/** The end takes no access away (R44): what was recorded before it stands, and nothing after it is recorded. */
function ofRemoved(
  removed: Extract<Recorded, { status: 'removed' }>,
  { accessRemoved }: Past,
): Pick<Answer, 'verdict' | 'headline' | 'findings'> {
  const { providerName: provider, resellerName: reseller, since, removedAt: at } = removed
  const findings = [{ code: 'partners.removed' as const, provider, reseller, at }]
  return accessRemoved && accessRemoved.at >= since
    ? {
        verdict: 'no',
        headline: {
          code: 'partners.accessRemoved',
          provider,
          reseller,
          at: accessRemoved.at,
          ...whoDid(accessRemoved.by),
        },
        findings,
      }
    : { verdict: 'notRecorded', headline: { code: 'partners.accessUnrecorded', provider, reseller }, findings }
}
