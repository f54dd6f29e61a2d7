import { isActive } from '../customer/customer.ts'
import { type CustomerEntry, sharedCustomers } from '../customer/lists.ts'
import { notFound } from './about-company.ts'
import type { Answer, AnswerRow } from './answer.ts'
import { ask, isTheirs, pairAsked, partnershipBetween } from './pair-facts.ts'
import { neverFound } from './partnered.ts'
import type { PartnerFinding } from './partners.ts'
import type { Question } from './question.ts'
import { namesOf } from './selling-facts.ts'
import type { Sight } from './sight.ts'

const MOST = 10

/** Q4: which customers two partners share, also after their partnership (R44, R61); each with what the two may do there. */
export async function answerShared(question: Question, sight: Sight): Promise<Answer> {
  const [x, y] = pairAsked(question, sight)
  const page = { limit: MOST, ...(question.after ? { after: question.after } : {}) }
  const [recorded, one, other, forth, back] = await Promise.all([
    partnershipBetween(sight, x, y),
    sight.company(x),
    sight.company(y),
    sharedCustomers(sight.store, x, y, page),
    sharedCustomers(sight.store, y, x, page),
  ])
  if (!one || !other || !isTheirs(sight, x, y)) return notFound(question)
  const shared = forth.items.length > 0 ? forth : back
  const isMore = shared.next !== undefined || question.after !== undefined
  const rows = await Promise.all(shared.items.map(({ body }) => row(body, sight)))
  return {
    question: { ...question, companies: [x, y] },
    names: namesOf(one, other),
    verdict: rows.length > 0 ? 'yes' : 'no',
    headline:
      rows.length > 0
        ? { code: 'customers.shared', a: one.displayName, b: other.displayName, count: rows.length, more: isMore }
        : { code: 'customers.noneShared', a: one.displayName, b: other.displayName },
    findings: [...stands(), { code: 'later.sharedNeeds' }],
    ...(rows.length > 0 ? { rows } : {}),
    ...(shared.next === undefined ? {} : { next: shared.next }),
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

/** Each as its truth has it now. */
async function row({ tenantId, name, since }: CustomerEntry, sight: Sight): Promise<AnswerRow> {
  const seen = await sight.customer(tenantId)
  const active = seen?.relations.filter(isActive) ?? []
  return {
    title: seen?.customer.name ?? name,
    findings:
      active.length > 0
        ? active.map(({ partnerName, role, dap, since }) => ({
            code: 'customers.servedBy' as const,
            partner: partnerName,
            role,
            dap,
            since,
          }))
        : [{ code: 'partners.since', at: since }],
    question: { id: 'Q14', companies: [tenantId], countries: [] },
  }
}
