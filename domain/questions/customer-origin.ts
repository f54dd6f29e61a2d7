import { isActive, type Relation } from '../customer/customer.ts'
import type { Answer, AnswerRow } from './answer.ts'
import { type CustomerAsked, customerAsked } from './customer-of.ts'
import type { CustomerFinding } from './customers.ts'
import { ask } from './pair-facts.ts'
import type { Question } from './question.ts'
import { namesOf } from './selling-facts.ts'
import type { Sight } from './sight.ts'
import { unrecorded } from './subscription-of.ts'

/** Q19: whether a customer is billed by its partner or through a provider, and what that lets the partner do (R83–R85). */
export async function answerOrigin(question: Question, sight: Sight): Promise<Answer> {
  const [rest, asked] = await Promise.all([
    unrecorded(question, sight, {
      headline: { code: 'later.origin' },
      findings: [{ code: 'later.recognised' }, { code: 'later.direct' }, { code: 'later.indirect' }],
      rules: [
        { id: 'R83', source: 'S0 Managing' },
        { id: 'R84', source: 'S0 Managing' },
        { id: 'R85', source: 'S0 Identify' },
      ],
    }),
    customerAsked(question, sight),
  ])
  if (!asked) return (await asPartner(rest, sight)) ?? rest
  const { relations, customer } = asked.seen
  const partner = asked.others[0] ?? sight.own?.tenantId
  const active = relations.filter(isActive)
  const own = active.filter((one) => partner === undefined || one.partner === partner)
  const headline = originOf(own, customer.name, active)
  if (!headline) return unrelated(rest, asked, sight) ?? rest
  const { verdict: _, ...answer } = rest
  return {
    ...answer,
    ...asOfPartner(answer, partner === undefined ? undefined : own[0], asked),
    headline,
    related: [ask('Q14', customer.tenantId), ask('Q28', customer.tenantId)],
  }
}

/** The same question with its partner first, who may not have been named. */
function asOfPartner(
  { question, names }: Answer,
  relation: Relation | undefined,
  { seen: { customer } }: CustomerAsked,
): Pick<Answer, 'question' | 'names'> {
  if (!relation) return { question, names }
  const { partner, partnerName } = relation
  return {
    question: { ...question, companies: [partner, customer.tenantId] },
    names: { ...names, [partner]: partnerName, [customer.tenantId]: customer.name },
  }
}

/** A partner that nobody sells to is what it is: the question was about it, not about a customer. */
async function asPartner(rest: Answer, sight: Sight): Promise<Answer | undefined> {
  const [tenant, second] = rest.question.companies
  const company = tenant && !second ? await sight.company(tenant) : undefined
  if (!company || company.kind === 'customer' || company.kind === 'prospect') return undefined
  const { verdict: _, findings: __, ...answer } = rest
  const { displayName, kind, tenantId } = company
  return {
    ...answer,
    headline: { code: 'company.kindIs', company: displayName, kind },
    related: [ask('Q13', tenantId), ask('Q18', tenantId)],
  }
}

/** That a partner does not serve a customer, and who does: told of itself alone, and to support. */
function unrelated(rest: Answer, { seen, others: [partner] }: CustomerAsked, { own }: Sight): Answer | undefined {
  const name = partner && rest.names[partner]
  const mayKnow = own === undefined || own.tenantId === partner || seen.standing === 'self'
  if (name === undefined || !mayKnow) return undefined
  const active = seen.relations.filter(isActive)
  return {
    ...rest,
    verdict: 'no',
    headline: { code: 'customers.noRelation', partner: name, customer: seen.customer.name },
    ...(active.length > 0 ? { rows: active.map(row) } : {}),
    related: [ask('Q28', seen.customer.tenantId)],
  }
}

function originOf(own: readonly Relation[], customer: string, all: readonly Relation[]): CustomerFinding | undefined {
  const [first] = own
  if (!first) return undefined
  const isDirect = own.some(({ role }) => role === 'direct')
  const indirect = own.find(({ role }) => role !== 'direct')
  const partner = (indirect ?? first).partnerName
  if (isDirect && indirect) return { code: 'customers.both', partner, customer }
  if (isDirect) return { code: 'customers.direct', partner, customer }
  const through = all.find((one) => one.partner === indirect?.through)?.partnerName
  return { code: 'customers.indirect', partner, customer, ...(through === undefined ? {} : { through }) }
}

/** Q28: whether several partners may serve one customer: always; which ones do, as far as the asker may know (R102, R103). */
export async function answerTwoPartners(question: Question, sight: Sight): Promise<Answer> {
  const [companies, asked] = await Promise.all([
    Promise.all(question.companies.map((tenant) => sight.company(tenant))),
    customerAsked(question, sight),
  ])
  const active = asked?.seen.relations.filter(isActive) ?? []
  const serve: readonly CustomerFinding[] = asked
    ? [{ code: 'customers.served', customer: asked.seen.customer.name, count: active.length }]
    : []
  return {
    question,
    names: namesOf(...companies),
    verdict: 'yes',
    headline: { code: 'later.twoPartners' },
    findings: [
      { code: 'later.multiPartner' },
      { code: 'later.multiChannel' },
      ...(serve.length > 0 ? serve : [{ code: 'later.whoServes' as const }]),
    ],
    ...(active.length > 0 ? { rows: active.map(row) } : {}),
    rules: [
      { id: 'R102', source: 'S3 scenario 2' },
      { id: 'R103', source: 'S3 scenario 3' },
    ],
    isPrivate: companies.some((one) => one !== undefined),
  }
}

const row = ({ partnerName, role, dap, since }: Relation): AnswerRow => ({
  title: partnerName,
  findings: [{ code: 'customers.serves', role, dap, since }],
})
