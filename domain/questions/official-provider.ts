import type { ProviderListing } from '../ports.ts'
import type { RegionKey } from '../regions.ts'
import { notFound } from './about-company.ts'
import type { Answer, AnswerRow } from './answer.ts'
import type { Question } from './question.ts'
import { regionMeant, unknownCountry } from './region-of.ts'
import type { RegionFinding } from './regions.ts'
import { namesOf } from './selling-facts.ts'
import { NO_COMPANY, type Sight } from './sight.ts'

const R52 = { id: 'R52', source: 'S0 Find; S2 Connect' }
const R100 = { id: 'R100', source: 'S1 tasks 1' }
const R113 = { id: 'R113', source: 'S2 Your CSP country' }

/**
 * Q30: whether Y is an official provider in a region, and what it offers; without a Y, who is. The directory is open to
 * anybody (P19): what stands in it may be told even of a company that the asker is not related to.
 */
export async function answerOfficial(question: Question, sight: Sight): Promise<Answer> {
  const [tenant] = question.companies
  const company = await sight.company(tenant ?? NO_COMPANY)
  const meant = regionMeant(question, company, sight.own)
  if (!meant) return notFound(question)
  const { region, country } = meant
  if (region === undefined) return unknownCountry(question, country)
  const listings = await sight.partnerCenter.providers(region)
  if (tenant === undefined) return directory(question, region, listings)
  const listing = listings.find((one) => one.tenantId === tenant)
  const name = listing?.name ?? company?.displayName
  if (name === undefined) return notFound(question)
  return {
    question,
    names: namesOf({ tenantId: tenant, displayName: name }),
    verdict: listing ? 'yes' : 'no',
    headline: listing
      ? { code: 'regions.official', provider: name, region }
      : { code: 'regions.notOfficial', company: name, region },
    findings: listing ? [...offer(listing), { code: 'regions.readOnly' }] : [],
    rules: listing ? [R52, R100, R113] : [R52, R113],
    related: listing ? [] : [{ id: 'Q30', companies: [], countries: [country] }],
    // Only the directory itself is for everybody.
    isPrivate: listing === undefined,
  }
}

const directory = (question: Question, region: RegionKey, listings: readonly ProviderListing[]): Answer => ({
  question,
  names: {},
  headline: { code: 'regions.providers', region, count: listings.length },
  rows: listings.map((listing): AnswerRow => ({ title: listing.name, findings: offer(listing) })),
  rules: [R52, R113],
  isPrivate: false,
})

const offer = ({ services, contact }: ProviderListing): readonly RegionFinding[] => [
  ...(services.length > 0 ? [{ code: 'regions.offers' as const, services }] : []),
  ...(contact === '' ? [] : [{ code: 'regions.contact' as const, contact }]),
]
