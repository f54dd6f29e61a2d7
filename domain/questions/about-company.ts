import type { Organization } from '../organization/organization.ts'
import type { Answer } from './answer.ts'
import type { Question } from './question.ts'
import { namesOf } from './selling-facts.ts'
import { NO_COMPANY, type Sight } from './sight.ts'

export type Subject = {
  company: Organization
  /** The asker's own company, or any for support: only then is told what is not for partners. */
  isOpen: boolean
}

/** The company a question is about, the asker's own when it names none; the same reads whether it may be seen or not. */
export async function subjectOf(
  { companies: [tenant] }: Question,
  { company, own }: Sight,
): Promise<Subject | undefined> {
  const found = await company(tenant ?? own?.tenantId ?? NO_COMPANY)
  return found && { company: found, isOpen: own === undefined || own.tenantId === found.tenantId }
}

export const notFound = (question: Question): Answer => ({
  question,
  names: {},
  verdict: 'notFound',
  headline: { code: 'company.notFound' },
  rules: [],
  isPrivate: true,
})

/** Of a company that may be seen, what is for its own people and support alone. */
export const notForOthers = (question: Question, { tenantId, displayName }: Organization): Answer => ({
  question: { ...question, companies: [tenantId] },
  names: namesOf({ tenantId, displayName }),
  headline: { code: 'company.notForOthers', company: displayName },
  rules: [{ id: 'P49', source: 'domain.md 1.4' }],
  related: [{ id: 'Q1', companies: [tenantId], countries: [] }],
  isPrivate: true,
})
