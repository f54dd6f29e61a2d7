import type { Agreement } from '../agreement/agreement.ts'
import type { Organization } from '../organization/organization.ts'
import { regionOf } from '../regions.ts'
import { sellsInCsp } from '../rules/customer.ts'
import { mpaSigned, notSuspended, readiness, readyToTransact } from '../rules/organization.ts'
import { notFound, subjectOf } from './about-company.ts'
import type { Answer, Check } from './answer.ts'
import { found, run } from './checks.ts'
import type { CompanyFinding } from './company.ts'
import type { Question } from './question.ts'
import { fixes, holders, namesOf } from './selling-facts.ts'
import { answerSelling } from './selling-to.ts'
import type { Sight } from './sight.ts'

const PERPETUAL = { id: 'D2', source: 'D:mpa-faq' }
const BY_REGION = { id: 'D1', source: 'D:microsoft-partner-agreement' }
const BY_ADMIN = { id: 'R34', source: 'S2 All indirect resellers 3' }

/** Q6: whether the MPA of the company's region is signed, when and by whom, or who can sign it. */
export async function answerMpa(question: Question, sight: Sight): Promise<Answer> {
  const subject = await subjectOf(question, sight)
  if (!subject) return notFound(question)
  const { company, isOpen } = subject
  const { displayName, country, agreements } = company
  const region = regionOf(country)
  const known = {
    question,
    names: namesOf(company),
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
  const [fix, signers] = await Promise.all([fixes(sight), holders(sight, company, ['GA'])])
  const offered = offer(company)
  const maySign = sight.own === undefined && offered.code === 'company.mpaOffered' && signers.length > 0
  const mending = fix(company, 'mpa')
  return {
    ...known,
    verdict: 'no',
    headline: { code: 'company.mpaNotSigned', company: displayName, ...(region === undefined ? {} : { region }) },
    findings: [
      ...(isOpen ? [offered] : []),
      ...(maySign ? [{ code: 'company.mpaSigners' as const, names: signers }] : []),
      ...others,
    ],
    ...(mending ? { fix: mending } : {}),
    rules: [...known.rules, BY_ADMIN],
    related: company.kind === 'customer' ? [] : [{ id: 'Q7', companies: [company.tenantId], countries: [] }],
  }
}

/** Q7: the readiness ticks of R33, each with what mends it. */
export async function answerReadiness(question: Question, sight: Sight): Promise<Answer> {
  const subject = await subjectOf(question, sight)
  if (!subject) return notFound(question)
  const { company, isOpen } = subject
  if (company.kind === 'customer') return ofCustomer(question, company, sight)
  const { displayName: name, tenantId } = company
  const fix = await fixes(sight)
  const checks = readiness(company).map(({ step, done }): Check => {
    if (step === 'notSuspended') return run(notSuspended, { organization: company }, { about: step, company: name })
    if (step === 'mpa')
      return run(mpaSigned, { organization: company }, { about: step, company: name, fix: fix(company, 'mpa') })
    const refusals = done
      ? []
      : step === 'enrolled'
        ? [{ code: 'PAR_NOT_ENROLLED' as const, organization: name }]
        : [{ code: 'PAR_NOT_READY' as const, organization: name, steps: [step] }]
    return found(readyToTransact.id, readyToTransact.source, refusals, {
      about: step,
      company: name,
      ...(step === 'enrolled' ? { fix: fix(company, 'enrollment') } : {}),
    })
  })
  const missing = checks.filter(({ outcome }) => outcome === 'fails').length
  return {
    question,
    names: namesOf(company),
    verdict: missing === 0 ? 'yes' : 'no',
    headline:
      missing === 0 ? { code: 'company.ready', company: name } : { code: 'company.notReady', company: name, missing },
    checks,
    rules: [readyToTransact, mpaSigned, ...(company.suspended ? [notSuspended] : [])].map(ruleOf),
    related: [
      ...(isOpen ? [{ id: 'Q5' as const, companies: [tenantId], countries: [] }] : []),
      { id: 'Q13', companies: [tenantId], countries: [] },
    ],
    isPrivate: true,
  }
}

/** A customer buys: it has nothing to be ready for (R101). A partner who asks means whether it can sell to it. */
async function ofCustomer(question: Question, company: Organization, sight: Sight): Promise<Answer> {
  const { own } = sight
  if (own && own.kind !== 'customer')
    return answerSelling({ ...question, id: 'Q2', companies: [own.tenantId, company.tenantId] }, sight)
  return {
    question,
    names: namesOf(company),
    verdict: 'no',
    headline: { code: 'company.onlyBuys', company: company.displayName },
    rules: [ruleOf(sellsInCsp)],
    related: [{ id: 'Q28', companies: [company.tenantId], countries: [] }],
    isPrivate: true,
  }
}

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
