import type { Organization } from '../organization/organization.ts'
import { regionOf } from '../regions.ts'
import { ownUseOnAnotherTenant } from '../rules/customer.ts'
import { notFound } from './about-company.ts'
import type { Answer, Check } from './answer.ts'
import { rulesOf, run } from './checks.ts'
import type { Question } from './question.ts'
import type { SellingFinding } from './selling.ts'
import { namesOf, partnersAmong, party, suppliersOf } from './selling-facts.ts'
import type { Sight } from './sight.ts'

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
