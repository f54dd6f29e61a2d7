import type { Organization } from '../organization/organization.ts'
import { type Partnership, pairOf } from '../partnership/partnership.ts'
import { regionOf } from '../regions.ts'
import { ownUseOnAnotherTenant } from '../rules/customer.ts'
import { notCustomerOfProvider } from '../rules/partnership.ts'
import { holder } from '../store/reservations.ts'
import { notFound } from './about-company.ts'
import type { Answer, Check } from './answer.ts'
import { rulesOf, run } from './checks.ts'
import type { Question } from './question.ts'
import type { SellingFinding } from './selling.ts'
import { namesOf, partnersAmong, party, suppliersOf } from './selling-facts.ts'
import { NO_COMPANY, type Sight } from './sight.ts'

/** Q24: X is a customer of Y and wants to be its reseller, or the reverse: one pair, one relation, three ways out. */
export async function answerPair(question: Question, sight: Sight): Promise<Answer> {
  const [x = NO_COMPANY, y = NO_COMPANY] = question.companies
  const [asked, other, forward, backward, held] = await Promise.all([
    party(sight, x),
    party(sight, y),
    sight.partnership(y, x),
    sight.partnership(x, y),
    holder(sight.store, 'pair', pairOf(x, y)),
  ])
  if (!asked || !other) return notFound(question)
  const isReverse = asked.organization.kind === 'indirectProvider' && other.organization.kind !== 'indirectProvider'
  const [provider, reseller] = isReverse
    ? [asked.organization, other.organization]
    : [other.organization, asked.organization]
  const names = { provider: provider.displayName, reseller: reseller.displayName }
  const mayKnow = sight.own === undefined || sight.own.tenantId === x || sight.own.tenantId === y
  const isCustomer = held?.startsWith('customer') ?? false
  const stand = stands([forward, backward], isCustomer, mayKnow, names)
  return {
    question,
    names: namesOf(asked.organization, other.organization),
    ...stand,
    findings: [
      { code: 'selling.optionOtherTenant', ...names },
      { code: 'selling.optionOtherProvider', ...names },
      { code: 'selling.optionKeepCustomer', ...names },
    ],
    rules: [
      { id: notCustomerOfProvider.id, source: notCustomerOfProvider.source },
      { id: 'R107', source: 'S3 scenario 6, option 1' },
      { id: 'R108', source: 'S3 scenario 6, option 2; F17' },
      { id: 'R109', source: 'S3 scenario 6, option 3; C-3' },
    ],
    related: [
      { id: 'Q1', companies: [provider.tenantId, reseller.tenantId], countries: [] },
      { id: 'Q25', companies: [reseller.tenantId], countries: [] },
    ],
    isPrivate: true,
  }
}

/** What is recorded about the pair, and whether the other relation is open to it. */
function stands(
  partnerships: readonly Partnership[],
  isCustomer: boolean,
  mayKnow: boolean,
  names: { provider: string; reseller: string },
): Pick<Answer, 'verdict' | 'headline'> {
  const active = partnerships.find((one) => one.status === 'active')
  if (active?.status === 'active') {
    const { providerName: provider, resellerName: reseller, since } = active
    return { verdict: 'no', headline: { code: 'selling.pairPartners', provider, reseller, since } }
  }
  if (!mayKnow) return { verdict: 'notRecorded', headline: { code: 'selling.pairUnrecorded', ...names } }
  return isCustomer
    ? { verdict: 'no', headline: { code: 'selling.pairCustomer', ...names } }
    : { headline: { code: 'selling.pairFree', ...names } }
}

/** Q25: from whom X may buy licenses for its own use, and on which tenant. */
export async function answerOwnUse(question: Question, sight: Sight): Promise<Answer> {
  const [x] = question.companies
  const [asked, listed] = await Promise.all([party(sight, x), suppliersOf(sight, x)])
  if (!asked) return notFound(question)
  const { organization } = asked
  const providers = await partnersAmong(sight, organization, listed)
  const checks = ownUseChecks(organization)
  const isPartner = checks.some(({ outcome }) => outcome === 'fails')
  const company = organization.displayName
  const region = regionOf(organization.country)
  const from: SellingFinding = { code: 'selling.buyFrom', ...(region === undefined ? {} : { region }) }
  const [provider] = listed
  return {
    question,
    names: namesOf(organization),
    headline: isPartner ? { code: 'selling.buyOnOtherTenant', company } : { code: 'selling.buyFromAnyone', company },
    findings: isPartner
      ? [
          from,
          { code: 'selling.buyNotOnCspTenant' },
          { code: 'selling.buyNotFromSelf', company },
          ...(providers.length > 0 ? [{ code: 'selling.buyNotFromPartner' as const, company, providers }] : []),
          { code: 'selling.buyFromProvider' },
        ]
      : [{ code: 'selling.buyNotFromSelf', company }],
    checks,
    rules: rulesOf(checks, R6, R105, ...(providers.length > 0 ? [R106] : []), R64),
    related: [
      ...(provider ? [{ id: 'Q24' as const, companies: [organization.tenantId, provider], countries: [] }] : []),
      { id: 'Q12', companies: [organization.tenantId], countries: [] },
    ],
    isPrivate: true,
  }
}

const R6 = { id: 'R6', source: 'S4 Important; S3 scenario 4' }
const R64 = { id: 'R64', source: 'S3 scenario 7' }
const R105 = { id: 'R105', source: 'S3 scenario 5; F16' }
const R106 = { id: 'R106', source: 'S3 scenario 6' }

/** Whether the company's own tenant could be sold to at all. */
export const ownUseChecks = (organization: Organization): readonly Check[] => [
  run(ownUseOnAnotherTenant, { buyer: organization }, { about: 'notCspTenant', company: organization.displayName }),
]
