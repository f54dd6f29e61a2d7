import type { Agreement } from '../agreement/agreement.ts'
import type { Organization } from '../organization/organization.ts'
import { regionOf } from '../regions.ts'
import { mpaSigned, readiness, readyToTransact } from '../rules/organization.ts'
import { nameOf, notFound, subjectOf } from './about-company.ts'
import type { Answer, Check, Fix } from './answer.ts'
import { found } from './checks.ts'
import type { CompanyFinding } from './company.ts'
import type { Question } from './question.ts'
import { reminder } from './reminding.ts'
import type { Sight } from './sight.ts'

const PERPETUAL = { id: 'D2', source: 'D:mpa-faq' }
const BY_REGION = { id: 'D1', source: 'D:microsoft-partner-agreement' }

/** Q6: whether the MPA of the company's region is signed, when and by whom, or who can sign it. */
export async function answerMpa(question: Question, sight: Sight): Promise<Answer> {
  const subject = await subjectOf(question, sight)
  if (!subject) return notFound(question)
  const { company, isOpen } = subject
  const { displayName, country, agreements } = company
  const region = regionOf(country)
  const known = {
    question,
    names: nameOf(company),
    rules: [mpaSigned, BY_REGION, PERPETUAL].map(ruleOf),
    isPrivate: true,
  }
  const others = agreements.flatMap((one) =>
    isAccepted(one) && one.region !== region
      ? [{ code: 'company.mpaOtherRegion' as const, region: one.region, ...(isOpen ? { at: one.acceptedAt } : {}) }]
      : [],
  )
  const signed = agreements.find((one) => isAccepted(one) && one.region === region)
  if (signed && isAccepted(signed)) {
    const by = isOpen && signed.acceptedBy?.kind === 'person' ? { by: signed.acceptedBy.name } : {}
    const at = isOpen ? { at: signed.acceptedAt } : {}
    return {
      ...known,
      verdict: 'yes',
      headline: { code: 'company.mpaSigned', company: displayName, region: signed.region, ...at, ...by },
      findings: [...others, { code: 'company.mpaPerpetual' }],
    }
  }
  return {
    ...known,
    verdict: 'no',
    headline: { code: 'company.mpaNotSigned', company: displayName, ...(region === undefined ? {} : { region }) },
    findings: [...(isOpen ? [offer(company)] : []), ...others],
    ...fixed(await mpaFix(company, isOpen, sight)),
    related: [{ id: 'Q7', companies: [company.tenantId], countries: [] }],
  }
}

/** Q7: the readiness ticks of R33, each with what mends it. */
export async function answerReadiness(question: Question, sight: Sight): Promise<Answer> {
  const subject = await subjectOf(question, sight)
  if (!subject) return notFound(question)
  const { company, isOpen } = subject
  const { displayName: name, tenantId } = company
  const mpa = await mpaCheck(company, isOpen, sight)
  const checks = readiness(company).map(({ step, done }): Check => {
    if (step === 'mpa') return mpa
    const about = step === 'notSuspended' ? 'notSuspended' : step === 'enrolled' ? 'enrolled' : 'account'
    const fix = done || step !== 'enrolled' ? undefined : reminder(company, 'enrollment')
    const refusals = done
      ? []
      : step === 'notSuspended'
        ? [{ code: 'ORG_SUSPENDED' as const }]
        : step === 'enrolled'
          ? [{ code: 'PAR_NOT_ENROLLED' as const, organization: name }]
          : [{ code: 'PAR_NOT_READY' as const, organization: name, steps: [step] }]
    return found(readyToTransact.id, readyToTransact.source, refusals, { about, company: name, fix })
  })
  const missing = checks.filter(({ outcome }) => outcome === 'fails').length
  return {
    question,
    names: nameOf(company),
    verdict: missing === 0 ? 'yes' : 'no',
    headline:
      missing === 0 ? { code: 'company.ready', company: name } : { code: 'company.notReady', company: name, missing },
    checks,
    rules: [readyToTransact, mpaSigned].map(ruleOf),
    related: [
      ...(isOpen ? [{ id: 'Q5' as const, companies: [tenantId], countries: [] }] : []),
      { id: 'Q13', companies: [tenantId], countries: [] },
    ],
    isPrivate: true,
  }
}

async function mpaCheck(company: Organization, isOpen: boolean, sight: Sight): Promise<Check> {
  const refusals = mpaSigned.check({ organization: company })
  const fix = refusals.length > 0 ? await mpaFix(company, isOpen, sight) : undefined
  return found(mpaSigned.id, mpaSigned.source, refusals, { about: 'mpa', company: company.displayName, fix })
}

/** Signing oneself, who can, or a reminder to them. */
async function mpaFix(company: Organization, isOpen: boolean, sight: Sight): Promise<Fix | undefined> {
  if (sight.own?.tenantId !== company.tenantId) return reminder(company, 'mpa')
  if (sight.actor.roles.includes('GA')) return { kind: 'do', verb: 'sign-mpa' }
  const admins = isOpen ? (await sight.staff(company)).filter(({ held }) => held.includes('GA')) : []
  return { kind: 'people', company: company.displayName, names: admins.map(({ name }) => name) }
}

const fixed = (fix: Fix | undefined) => (fix ? { fix } : {})

function offer({ agreements, country, enrollment, kind }: Organization): CompanyFinding {
  const region = regionOf(country)
  const offered = agreements.find((one) => one.status === 'offered' && one.region === region)
  return offered
    ? { code: 'company.mpaOffered', at: offered.at }
    : { code: 'company.mpaNotOffered', state: enrollment.state, kind }
}

type Accepted = Extract<Agreement, { status: 'accepted' }>
const isAccepted = (agreement: Agreement): agreement is Accepted => agreement.status === 'accepted'

const ruleOf = ({ id, source }: { id: string; source: string }) => ({ id, source })
