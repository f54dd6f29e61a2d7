import type { Organization } from '../organization/organization.ts'
import { regionOf } from '../regions.ts'
import { enrolledAsReseller, mpaSigned } from '../rules/organization.ts'
import { nameOf, notFound, subjectOf } from './about-company.ts'
import type { Answer } from './answer.ts'
import type { CompanyFinding } from './company.ts'
import type { Question } from './question.ts'
import { fixes } from './selling-facts.ts'
import type { Sight } from './sight.ts'

const RULES = [
  { id: 'R4', source: 'S4; S2 Before you begin' },
  { id: 'R20', source: 'S2 step 4 IMPORTANT' },
  { id: 'R27', source: 'S2 All indirect resellers 2; S0 NOTE' },
]

/**
 * Q5: where an enrollment is, what is waited for, on whom and until when. To a partner of the company only whether it is
 * enrolled, which it learns from every refusal anyway (F37).
 */
export async function answerEnrollment(question: Question, sight: Sight): Promise<Answer> {
  const subject = await subjectOf(question, sight)
  if (!subject) return notFound(question)
  const { company, isOpen } = subject
  const { displayName, kind, enrollment } = company
  const known = { question, names: nameOf(company), rules: RULES, isPrivate: true }
  if (enrollment.state === 'none' && kind !== 'prospect')
    return { ...known, headline: { code: 'company.noEnrollment', company: displayName, kind } }
  if (!isOpen) {
    const enrolled = enrolledAsReseller.check({ organization: company }).length === 0
    return {
      ...known,
      verdict: enrolled ? 'yes' : 'no',
      headline: { code: enrolled ? 'company.enrolled' : 'company.notEnrolled', company: displayName },
    }
  }
  if (enrollment.state === 'none')
    return {
      ...known,
      verdict: 'no',
      headline: { code: 'company.neverApplied', company: displayName },
      ...(await mending(company, 'enrollment', sight)),
    }
  return {
    ...known,
    ...(WAITING.has(enrollment.state) ? { verdict: 'pending' as const } : {}),
    headline: { code: 'company.enrollment', company: displayName, state: enrollment.state },
    findings: await waitsFor(company, sight),
    way: company,
    ...(enrollment.state === 'qualified' ? await mending(company, 'mpa', sight) : {}),
    ...(enrollment.state === 'draft' || enrollment.state === 'actionRequired'
      ? await mending(company, 'enrollment', sight)
      : {}),
    related: [
      { id: 'Q7', companies: [company.tenantId], countries: [] },
      { id: 'Q27', companies: [company.tenantId], countries: [] },
    ],
  }
}

/** What whoever asks can do about it. */
async function mending(company: Organization, about: 'mpa' | 'enrollment', sight: Sight): Promise<Pick<Answer, 'fix'>> {
  const fix = (await fixes(sight))(company, about)
  return fix ? { fix } : {}
}

const WAITING: ReadonlySet<string> = new Set([
  'draft',
  'submitted',
  'contactPending',
  'inReview',
  'actionRequired',
  'qualified',
])

async function waitsFor(company: Organization, sight: Sight): Promise<readonly CompanyFinding[]> {
  const { enrollment, country } = company
  const admins = async (): Promise<readonly string[]> =>
    (await sight.staff(company)).filter(({ held }) => held.includes('GA')).map(({ name }) => name)
  switch (enrollment.state) {
    case 'draft':
      return [{ code: 'company.waitsForCompany', names: await admins() }]
    case 'submitted':
      return [{ code: 'company.waitsForContact', email: enrollment.application.contact.email }]
    case 'contactPending':
      return [
        {
          code: 'company.waitsForContact',
          email: enrollment.application.contact.email,
          until: enrollment.mail.expiresAt,
        },
      ]
    case 'inReview':
      return [
        { code: 'company.waitsForReview', since: enrollment.since, dueAt: enrollment.dueAt },
        ...(enrollment.overdueAt === undefined && sight.now <= enrollment.dueAt
          ? []
          : [{ code: 'company.overdue' as const, dueAt: enrollment.dueAt }]),
      ]
    case 'actionRequired':
      return [{ code: 'company.waitsForCompany', names: await admins() }]
    case 'rejected':
      return [
        { code: 'company.rejectedFor', reason: enrollment.reason },
        { code: 'company.waitsForCompany', names: await admins() },
      ]
    case 'declined':
    case 'suspended':
      return [{ code: 'company.rejectedFor', reason: enrollment.reason }]
    case 'qualified': {
      const region = regionOf(country)
      const isMissing = mpaSigned.check({ organization: company }).length > 0
      return isMissing && region !== undefined ? [{ code: 'company.waitsForMpa', region, names: await admins() }] : []
    }
    case 'none':
    case 'active':
    case 'withdrawn':
      return []
  }
}
