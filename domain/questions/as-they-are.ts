import type { OrganizationKind } from '../organization/organization.ts'
import type { Question } from './question.ts'
import type { Sight } from './sight.ts'

/**
 * Whose reseller is asked for by that word alone depends on what the companies are: a provider has many (Q13), a customer
 * has one on each subscription (Q14), and somebody is a provider's by a partnership (Q1). What may not be seen changes nothing.
 */
export async function asTheyAre(question: Question, sight: Sight): Promise<Question> {
  if (question.side === undefined) return question
  const meant = await byKind(question, sight)
  if (meant.id === 'Q13') return meant
  const { side: _, ...rest } = meant
  return rest
}

async function byKind(question: Question, sight: Sight): Promise<Question> {
  const { id, companies, side } = question
  if (side !== 'resellers' || !BY_KIND.has(id)) return question
  const found = await Promise.all(companies.map((tenant) => sight.company(tenant)))
  const has = (kind: OrganizationKind): boolean => found.some((one) => one?.kind === kind)
  if (has('indirectProvider')) return { ...question, id: companies.length > 1 ? 'Q1' : 'Q13' }
  if (!has('customer')) return question
  const sold = await Promise.all(companies.map((tenant) => sight.customer(tenant)))
  return sold.some((one) => one !== undefined && one.subscriptions.length > 0) ? { ...question, id: 'Q14' } : question
}

const BY_KIND: ReadonlySet<Question['id']> = new Set(['Q1', 'Q13', 'Q14'])
