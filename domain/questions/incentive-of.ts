import type { Organization } from '../organization/organization.ts'
import { notFound, subjectOf } from './about-company.ts'
import type { Answer } from './answer.ts'
import { ask } from './pair-facts.ts'
import type { PartnerFinding } from './partners.ts'
import type { Question } from './question.ts'
import { namesOf } from './selling-facts.ts'
import type { Sight } from './sight.ts'

/**
 * Q21: where the incentive invitation of a partner is. Only whoever became a reseller beside its direct-bill business gets
 * one (F21), and where that one is, is not recorded yet.
 */
export async function answerIncentive(question: Question, sight: Sight): Promise<Answer> {
  const subject = await subjectOf(question, sight)
  if (!subject) return notFound(question)
  const { company, isOpen } = subject
  const { displayName, kind, mpnId, tenantId } = company
  const isBoth = kind === 'both'
  const email = isBoth && isOpen ? await addressOf(company, sight) : undefined
  const target: PartnerFinding = {
    code: 'later.incentiveTarget',
    ...(isOpen && mpnId !== undefined ? { mpnId } : {}),
    ...(email === undefined ? {} : { email }),
  }
  return {
    question: { ...question, companies: [tenantId] },
    names: namesOf(company),
    verdict: isBoth ? 'notRecorded' : 'no',
    headline: isBoth
      ? { code: 'later.incentive', company: displayName }
      : kind === 'indirectReseller'
        ? { code: 'later.incentiveNone', company: displayName }
        : { code: 'later.incentiveResellers', company: displayName, kind },
    ...(isBoth ? { findings: [{ code: 'later.incentiveWithin' }, target, { code: 'later.incentiveDirect' }] } : {}),
    rules: [
      { id: 'R86', source: 'S0 Incentives' },
      { id: 'R87', source: 'S0 Incentives' },
      { id: 'R88', source: 'S0 Incentives' },
    ],
    related: [ask('Q15', tenantId), ...(kind === 'directBill' ? [ask('Q23', tenantId)] : [])],
    isPrivate: true,
  }
}

/** Where it goes: the address of the MPN account that is tied to the tenant now (R87). */
async function addressOf({ tenantId, mpnId }: Organization, { partnerCenter }: Sight): Promise<string | undefined> {
  const accounts = await partnerCenter.mpnAccountsOf(tenantId)
  return accounts.find((one) => one.mpnId === mpnId)?.email
}
