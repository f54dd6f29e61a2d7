import { isActive } from '../customer/customer.ts'
import type { SeenCustomer } from '../customer/seen.ts'
import { notFound } from './about-company.ts'
import type { Answer, AnswerRow, Finding } from './answer.ts'
import type { Question } from './question.ts'
import { namesOf } from './selling-facts.ts'
import { NO_COMPANY, type Sight } from './sight.ts'

const RULES = [
  { id: 'R59', source: 'S1 Add new customers 6 IMPORTANT' },
  { id: 'P47', source: 'SM14' },
]

/**
 * Q22: what became of the first password of a customer's administrator. It is shown once, to whoever submitted the
 * customer, and never again (R59, SM14); who looked is told to that company and to support alone.
 */
export async function answerFirstPassword(question: Question, sight: Sight): Promise<Answer> {
  const [tenant] = question.companies
  if (tenant === undefined) return inGeneral(question)
  const [company, seen, standing] = await Promise.all([
    sight.company(tenant),
    sight.customer(tenant),
    sight.firstPassword(tenant),
  ])
  const submitter = standing?.submitter ?? { tenantId: NO_COMPANY, userId: sight.actor.userId }
  const [person, maker] = await Promise.all([
    sight.directory.person(submitter.tenantId, submitter.userId),
    sight.company(submitter.tenantId),
  ])
  const customer = seen?.customer.name ?? company?.displayName
  if (customer === undefined) return notFound(question)
  const isSubmitter = sight.actor.tenantId === submitter.tenantId && sight.actor.userId === submitter.userId
  const about = {
    question,
    names: namesOf(company, { tenantId: tenant, displayName: customer }),
    rules: RULES,
    rows: rowsOf(seen, isSubmitter && standing?.state === 'created', sight),
    isPrivate: true,
  }
  if (!standing) return { ...about, verdict: 'no', ...withoutStanding(seen, customer, sight) }
  const by = { who: person?.name ?? '', company: maker?.displayName ?? '', admin: standing.adminUserName }
  if (standing.state === 'created')
    return {
      ...about,
      verdict: 'pending',
      headline: { code: 'password.waits', customer, until: standing.until, ...by },
      findings: [
        isSubmitter ? { code: 'password.look' } : { code: 'password.onlySubmitter', ...by },
        { code: 'password.after' },
      ],
    }
  const { state, at } = standing
  return {
    ...about,
    verdict: 'no',
    headline: { code: 'password.over', customer, state, at, ...by },
    findings: RESET,
  }
}

const RESET: readonly Finding[] = [{ code: 'password.reset' }]

const inGeneral = (question: Question): Answer => ({
  question: { ...question, companies: [] },
  names: {},
  verdict: 'no',
  headline: { code: 'password.once' },
  findings: [...RESET, { code: 'password.nameCustomer' }],
  rules: RULES,
  isPrivate: false,
})

/** Another company made it, or it had its tenant before. */
function withoutStanding(
  seen: SeenCustomer | undefined,
  customer: string,
  { own }: Sight,
): Pick<Answer, 'headline' | 'findings'> {
  const maker = seen?.customer.domain
    ? seen.relations.find((one) => isActive(one) && one.source === 'createdByProvider' && one.role === 'provider')
    : undefined
  if (maker && maker.partner !== own?.tenantId)
    return { headline: { code: 'password.ofOther', customer, company: maker.partnerName }, findings: RESET }
  return { headline: { code: maker ? 'password.gone' : 'password.notMade', customer }, findings: RESET }
}

/** The confirmation, where the submitter's one look still waits; the customer's own card otherwise. */
function rowsOf(seen: SeenCustomer | undefined, isWaiting: boolean, { own }: Sight): readonly AnswerRow[] {
  if (!seen || !own || seen.standing === 'self' || seen.standing === 'past') return []
  const { tenantId: tenant, name: title } = seen.customer
  const draft = isWaiting ? seen.orders.find((one) => one.draft !== undefined)?.draft : undefined
  return [{ title, findings: [], open: draft ? { verb: 'new-customer', draft } : { verb: 'customer', tenant } }]
}
