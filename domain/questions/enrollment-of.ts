import { resendAllowedFrom } from '../enrollment/ownership.ts'
import type { Organization } from '../organization/organization.ts'
import { regionOf } from '../regions.ts'
import { enrolledAsReseller, mpaSigned } from '../rules/organization.ts'
import { notFound, subjectOf } from './about-company.ts'
import type { Answer, Fix } from './answer.ts'
import type { CompanyFinding } from './company.ts'
import { instead } from './instead.ts'
import { ask } from './pair-facts.ts'
import type { Question } from './question.ts'
import { fixes, holders, namesOf, peopleFix } from './selling-facts.ts'
import type { Sight } from './sight.ts'

const R4 = { id: 'R4', source: 'S4; S2 Before you begin' }
const R19 = { id: 'R19', source: 'S2 step 4 IMPORTANT' }
const R20 = { id: 'R20', source: 'S2 step 4 IMPORTANT' }
const R21 = { id: 'R21', source: 'S2 step 4; S0 NOTE' }
const R24 = { id: 'R24', source: 'S2 step 5; F15' }
const R27 = { id: 'R27', source: 'S2 All indirect resellers 2; S0 NOTE' }
const D8 = { id: 'D8', source: 'D:mpa-faq' }
const D9 = { id: 'D9', source: 'D:verification-responses' }

/**
 * Q5: where an enrollment is, what is waited for, on whom and until when. To a partner of the company only whether it is
 * enrolled, which it learns from every refusal anyway (F37).
 */
export async function answerEnrollment(question: Question, sight: Sight): Promise<Answer> {
  const subject = await subjectOf(question, sight)
  if (!subject) return notFound(question)
  const { company, isOpen } = subject
  const { displayName, kind, enrollment } = company
  const known = { question, names: namesOf(company), rules: [R4, R20, R27], isPrivate: true }
  if (enrollment.state === 'none' && kind !== 'prospect')
    return {
      ...known,
      headline: { code: 'company.noEnrollment', company: displayName, kind },
      related: instead(company),
    }
  if (!isOpen) {
    const enrolled = enrolledAsReseller.check({ organization: company }).length === 0
    return {
      ...known,
      verdict: enrolled ? 'yes' : 'no',
      headline: { code: enrolled ? 'company.enrolled' : 'company.notEnrolled', company: displayName },
      ...(enrolled ? {} : await mending(company, 'enrollment', sight)),
      related: [ask('Q7', company.tenantId)],
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
    rules: rulesOf(company),
    ...(await mending(company, enrollment.state === 'qualified' ? 'mpa' : 'enrollment', sight)),
    related: [ask('Q7', company.tenantId), ask('Q27', company.tenantId)],
  }
}

/** Those of the step that is waited for. */
function rulesOf(company: Organization): Answer['rules'] {
  switch (company.enrollment.state) {
    case 'submitted':
    case 'contactPending':
      return [R4, R19, R20, R21, D9, R27]
    case 'inReview':
      return [R4, R21, D8, R27]
    default:
      return waitsForAdminAgent(company) ? [R4, R20, R21, R24, R27] : [R4, R20, R21, R27]
  }
}

/** What whoever asks can do about it; with Microsoft, and of a company that was suspended, nothing. */
async function mending(company: Organization, about: 'mpa' | 'enrollment', sight: Sight): Promise<Pick<Answer, 'fix'>> {
  if (UNMENDED.has(company.enrollment.state)) return {}
  const fix = waitsForAdminAgent(company) ? await adminAgentFix(company, sight) : (await fixes(sight))(company, about)
  const isNamed = fix?.kind === 'people' && NAMED.has(company.enrollment.state)
  return fix && !isNamed ? { fix } : {}
}

const UNMENDED: ReadonlySet<string> = new Set(['submitted', 'inReview', 'suspended'])
/** Here those who can do it stand in what is waited for. */
const NAMED: ReadonlySet<string> = new Set(['draft', 'actionRequired', 'rejected', 'qualified', 'active'])

/** The set-up of a company that may transact, until one of its people is an Admin agent (R24). */
const waitsForAdminAgent = ({ enrollment, adminAgentConfirmedAt }: Organization): boolean =>
  enrollment.state === 'active' && adminAgentConfirmedAt === undefined

async function adminAgentFix(company: Organization, sight: Sight): Promise<Fix | undefined> {
  const { own, actor } = sight
  const { tenantId: tenant, displayName } = company
  if (own?.tenantId !== tenant) return { kind: 'remind', tenant, company: displayName, about: 'adminAgent' }
  if (actor.roles.includes('GA')) return { kind: 'do', verb: 'add-me' }
  return peopleFix(displayName, await holders(sight, company, ['GA']))
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
      return [contactStep(enrollment), resending(company, sight)]
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
      return [{ code: 'company.rejectedFor', reason: enrollment.reason }, { code: 'company.mayApplyAgain' }]
    case 'suspended':
      return [{ code: 'company.rejectedFor', reason: enrollment.reason }]
    case 'qualified': {
      const region = regionOf(country)
      const isMissing = mpaSigned.check({ organization: company }).length > 0
      return isMissing && region !== undefined ? [{ code: 'company.waitsForMpa', region, names: await admins() }] : []
    }
    case 'active':
      return waitsForAdminAgent(company) ? [{ code: 'company.waitsForAdminAgent', names: await admins() }] : []
    case 'withdrawn':
      return [{ code: 'company.mayApplyAgain' }]
    case 'none':
      return []
  }
}

function contactStep({ application, verification, mail }: ContactPending): CompanyFinding {
  const { email } = application.contact
  const { emailOwnership } = verification
  if (emailOwnership.state === 'bounced' || emailOwnership.state === 'expired')
    return { code: 'company.contactMissed', email, state: emailOwnership.state, at: emailOwnership.at }
  return { code: 'company.waitsForContact', email, until: mail.expiresAt }
}

type ContactPending = Extract<Organization['enrollment'], { state: 'contactPending' }>

function resending(company: Organization, { now }: Sight): CompanyFinding {
  const from = resendAllowedFrom(company, now)
  return { code: 'company.canResend', ...(from === undefined ? {} : { from }) }
}
