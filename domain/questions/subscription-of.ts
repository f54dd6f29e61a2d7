import type { Answer } from './answer.ts'
import type { PartnerFinding } from './partners.ts'
import type { Question } from './question.ts'
import { namesOf } from './selling-facts.ts'
import type { Sight } from './sight.ts'

/** Q3: who supports a subscription: the provider until somebody else is named (R115). Subscriptions are not recorded yet. */
export const answerSupportContact = (question: Question, sight: Sight): Promise<Answer> =>
  unrecorded(question, sight, {
    headline: { code: 'later.support', ...named(question) },
    findings: [{ code: 'later.supportDefault' }],
    rules: [
      { id: 'R94', source: 'S1 table 4' },
      { id: 'R115', source: 'S3 Types; S2' },
      { id: 'D10', source: 'D:assign-support-contacts' },
    ],
  })

/** Q14: which reseller is on a subscription, and whether it is credited for it (R90–R93). */
export const answerResellerOfRecord = (question: Question, sight: Sight): Promise<Answer> =>
  unrecorded(question, sight, {
    headline: { code: 'later.resellerOfRecord', ...named(question) },
    findings: [{ code: 'later.locationMpn' }, { code: 'later.noCredit' }, { code: 'later.adminAtCreation' }],
    rules: [
      { id: 'R90', source: 'S1 Connect' },
      { id: 'R91', source: 'S1 Connect' },
      { id: 'R92', source: 'S1 Connect' },
      { id: 'R93', source: 'S1 table 3; Add subs 4' },
      { id: 'R95', source: 'S1 table 1 vs 3' },
    ],
  })

type Said = { headline: PartnerFinding; findings: readonly PartnerFinding[]; rules: Answer['rules'] }

/** What holds whatever is recorded; the companies are named where the asker may see them, and nothing else is told of them. */
export async function unrecorded(question: Question, sight: Sight, said: Said): Promise<Answer> {
  const companies = await Promise.all(question.companies.map((tenant) => sight.company(tenant)))
  return { question, names: namesOf(...companies), verdict: 'notRecorded', ...said, isPrivate: true }
}

const named = ({ subject }: Question): { subject?: string } => (subject === undefined ? {} : { subject })
