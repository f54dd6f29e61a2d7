import { notFound, subjectOf } from './about-company.ts'
import type { Answer } from './answer.ts'
import { mpnChecks } from './becoming-reseller.ts'
import type { Question } from './question.ts'
import { namesOf } from './selling-facts.ts'
import type { Sight } from './sight.ts'

const R90 = { id: 'R90', source: 'S1 Connect' }
const R13 = { id: 'R13', source: 'S2 step 3 IMPORTANT' }
const R14 = { id: 'R14', source: 'S2 step 3 IMPORTANT' }
const D5 = { id: 'D5', source: 'D:manage-locations' }

/** Q15: the location MPN ID that the company was onboarded with, the only one for its subscriptions (R90); never a global one. */
export async function answerMpnId(question: Question, sight: Sight): Promise<Answer> {
  const subject = await subjectOf(question, sight)
  if (!subject) return notFound(question)
  const { company, isOpen } = subject
  const { displayName, mpnId, tenantId } = company
  const accounts = isOpen ? await sight.partnerCenter.mpnAccountsOf(tenantId) : []
  const global = accounts.find(({ type }) => type === 'global')
  const account = accounts.find((one) => one.mpnId === mpnId)
  const others = accounts.filter((one) => one.type === 'location' && one.mpnId !== mpnId).map((one) => one.mpnId)
  const known = { question, names: namesOf(company), rules: [R90, R13, R14, D5], isPrivate: true }
  const warned = global ? [{ code: 'company.globalMpnId' as const, mpnId: global.mpnId }] : []
  if (mpnId === undefined)
    return {
      ...known,
      verdict: 'notRecorded',
      headline: { code: 'company.noMpnId', company: displayName, kind: company.kind },
      findings: [...(others.length > 0 ? [{ code: 'company.locations' as const, mpnIds: others }] : []), ...warned],
      related: isOpen && company.kind === 'prospect' ? [{ id: 'Q5', companies: [tenantId], countries: [] }] : [],
    }
  return {
    ...known,
    headline: { code: 'company.mpnId', company: displayName, mpnId },
    findings: [
      { code: 'company.onlyThisMpnId', mpnId },
      ...warned,
      ...(others.length > 0 ? [{ code: 'company.otherLocations' as const, mpnIds: others }] : []),
    ],
    checks: account ? mpnChecks(company, account) : [],
  }
}
