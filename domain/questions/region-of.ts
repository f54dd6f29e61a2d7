import type { Organization } from '../organization/organization.ts'
import { currencyOf, marketsIn, type RegionKey, regionOf } from '../regions.ts'
import { customerInRegion } from '../rules/customer.ts'
import { samePartnerRegion } from '../rules/region.ts'
import { notFound } from './about-company.ts'
import type { Answer } from './answer.ts'
import { nearestCountries } from './nearest-countries.ts'
import type { Question } from './question.ts'
import type { PlaceName, RegionFinding } from './regions.ts'
import { namesOf } from './selling-facts.ts'
import { NO_COMPANY, type Sight } from './sight.ts'

/** The page date of Microsoft's table (domain.md Appendix A). */
const TABLE_DATE = '2021-04-15'

const R50 = { id: samePartnerRegion.id, source: samePartnerRegion.source }
const R64 = { id: customerInRegion.id, source: customerInRegion.source }
const R113 = { id: 'R113', source: 'S2 Your CSP country' }
const TABLE: RegionFinding = { code: 'regions.table', at: TABLE_DATE }

type Place = { country: string; organization?: Organization }

/** Q11: whether companies of two countries may work together, as partners or as seller and customer. */
export async function answerTogether(question: Question, sight: Sight): Promise<Answer> {
  const found = await places(question, sight)
  const [a, b] = found ?? []
  if (!found || !a) return notFound(question)
  if (!b) return about(question, a)
  const common = {
    question,
    names: namesOf(...found.map(({ organization }) => organization)),
    isPrivate: found.some(({ organization }) => organization),
  }
  const [regionA, regionB] = [regionOf(a.country), regionOf(b.country)]
  if (regionA === undefined) return unknownCountry(question, a.country)
  if (regionB === undefined) return unknownCountry(question, b.country)
  const pair = { a: nameOf(a), b: nameOf(b) }
  const parties = { provider: partyOf(a), reseller: partyOf(b) }
  const isApart = samePartnerRegion.check(parties).length > 0
  return {
    ...common,
    verdict: isApart ? 'no' : 'yes',
    headline: isApart
      ? { code: 'regions.apart', ...pair, regionA, regionB }
      : { code: 'regions.together', ...pair, region: regionA },
    findings: [{ code: isApart ? 'regions.enrollThere' : 'regions.bothWays' }, TABLE],
    rules: [R50, R64, R113],
    related: [
      ...found.map((place) => regionQuestion(place)),
      ...(question.companies.length > 1 ? [{ ...question, id: 'Q1' as const }] : []),
    ],
  }
}

/** Q12: region, currency and market of a country or of a company's; where a partner of it may sell. */
export async function answerRegion(question: Question, sight: Sight): Promise<Answer> {
  const [place] = (await places(question, sight)) ?? []
  return place ? about(question, place) : notFound(question)
}

function about(question: Question, place: Place): Answer {
  const { country, organization } = place
  const region = regionOf(country)
  if (region === undefined) return unknownCountry(question, country)
  const currency = currencyOf(country)
  return {
    question,
    names: namesOf(organization),
    headline: organization
      ? { code: 'regions.company', company: organization.displayName, country, region }
      : { code: 'regions.country', country, region },
    findings: [
      currency ? { code: 'regions.currency', country, currency } : { code: 'regions.noCurrency', country },
      { code: 'regions.markets', region, countries: marketsIn(region) },
      TABLE,
    ],
    rules: [R113, R64],
    related: [providersQuestion(country)],
    isPrivate: organization !== undefined,
  }
}

/** A country without CSP, or a name that is none: what was probably meant. */
export const unknownCountry = (question: Question, country: string): Answer => {
  const nearest = nearestCountries(country)
  return {
    question,
    names: {},
    verdict: nearest.length > 0 ? 'notFound' : 'no',
    headline: { code: 'regions.unknown', country, nearest },
    findings: [TABLE],
    rules: [R113],
    related: nearest.map((code) => ({
      ...question,
      companies: question.companies,
      countries: question.countries.map((typed) => (typed === country ? code : typed)),
    })),
    isPrivate: question.companies.length > 0,
  }
}

/** The companies of a question, then its countries; undefined when one of the companies may not be seen. */
async function places({ companies, countries }: Question, sight: Sight): Promise<readonly Place[] | undefined> {
  const found = await Promise.all((companies.length > 0 ? companies : [NO_COMPANY]).map((one) => sight.company(one)))
  const seen = found.flatMap((organization) => organization ?? [])
  if (seen.length < companies.length) return undefined
  return [
    ...seen.map((organization) => ({ country: organization.country, organization })),
    ...countries.map((country) => ({ country })),
  ]
}

const nameOf = ({ country, organization }: Place): PlaceName =>
  organization ? { company: organization.displayName } : { country }

const partyOf = ({ country, organization }: Place) => ({ name: organization?.displayName ?? country, country })

const regionQuestion = ({ country, organization }: Place): Question => ({
  id: 'Q12',
  companies: organization ? [organization.tenantId] : [],
  countries: organization ? [] : [country],
})

const providersQuestion = (country: string): Question => ({ id: 'Q30', companies: [], countries: [country] })

/** The region that a question about providers means: a country's, a visible company's, else the asker's own. */
export const regionMeant = (
  { countries: [country] }: Question,
  company: Organization | undefined,
  own: Organization | undefined,
): { country: string; region: RegionKey | undefined } | undefined => {
  const meant = country ?? company?.country ?? own?.country
  return meant === undefined ? undefined : { country: meant, region: regionOf(meant) }
}
