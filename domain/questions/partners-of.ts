import type { Organization } from '../organization/organization.ts'
import { partners, type Side } from '../partnership/lists.ts'
import { notFound } from './about-company.ts'
import type { Answer, AnswerRow } from './answer.ts'
import { instead } from './instead.ts'
import { ask, partnershipBetween, type Recorded } from './pair-facts.ts'
import { neverFound, removedHeadline } from './partnered.ts'
import type { PartnerFinding } from './partners.ts'
import type { Question } from './question.ts'
import { namesOf } from './selling-facts.ts'
import { NO_COMPANY, type Sight } from './sight.ts'

const R42 = { id: 'R42', source: 'S2 Connect 1-3' }
const R47 = { id: 'R47', source: 'S1 Remove 3' }
const PAGE = 15

/** Q13: the providers of a reseller or the resellers of a provider, by name; of another company a partner learns its own relation. */
export async function answerPartners(question: Question, sight: Sight): Promise<Answer> {
  const { store, own } = sight
  const tenant = question.companies[0] ?? own?.tenantId ?? NO_COMPANY
  const page = { limit: PAGE, ...(question.after === undefined ? {} : { after: question.after }) }
  // Both lists and the own relation are read for any company, so that what may not be seen costs what is not there.
  const [company, resellers, providers, recorded] = await Promise.all([
    sight.company(tenant),
    partners(store, 'provider', tenant, page),
    partners(store, 'reseller', tenant, page),
    partnershipBetween(sight, tenant, own?.tenantId ?? NO_COMPANY),
  ])
  if (!company) return notFound(question)
  const side = sideOf(company)
  const about = {
    question: { ...question, companies: [tenant] },
    names: namesOf(company),
    rules: [R42, R47],
    isPrivate: true,
  }
  const { displayName, kind } = company
  if (!side)
    return {
      ...about,
      headline: { code: 'partners.noneByKind', company: displayName, kind },
      related: instead(company),
    }
  // Asked for those that a company of its kind cannot have, it says so and shows those that it has.
  const isOther = question.side !== undefined && question.side !== SIDES[side]
  const told = (found: PartnerFinding, ...others: readonly PartnerFinding[]) => {
    const findings = isOther ? [found, ...others] : others
    return {
      ...(isOther ? { verdict: 'no' as const } : {}),
      headline: isOther ? ({ code: 'partners.otherSide', company: displayName, kind } as const) : found,
      ...(findings.length > 0 ? { findings } : {}),
    }
  }
  if (own && own.tenantId !== tenant) {
    const since = recorded?.status === 'active' ? recorded.since : undefined
    return {
      ...about,
      ...told(relation(recorded, own, company), { code: 'partners.ownRelationOnly', company: displayName }),
      rows: since
        ? [
            {
              title: own.displayName,
              findings: [{ code: 'partners.since', at: since }],
              tone: 'good',
              open: { verb: 'partner', tenant },
            },
          ]
        : [],
      related: [ask('Q1', tenant, own.tenantId)],
    }
  }
  const { items, next } = side === 'provider' ? resellers : providers
  return {
    ...about,
    ...told(headline(side, displayName, items.length, next !== undefined)),
    rows: items.map(
      ({ body }): AnswerRow => ({
        title: body.name,
        findings: [{ code: 'partners.since', at: body.since }],
        tone: 'good',
        ...(own
          ? { open: { verb: 'partner', tenant: body.tenantId } }
          : { question: ask('Q1', tenant, body.tenantId) }),
      }),
    ),
    ...(next === undefined ? {} : { next }),
    related: [ask('Q10', tenant)],
  }
}

/** What lies between the asker's company and another one: how many others it has is not said. */
function relation(recorded: Recorded | undefined, own: Organization, other: Organization): PartnerFinding {
  if (!recorded) return neverFound(own, other).headline
  if (recorded.status !== 'active') return removedHeadline(recorded)
  const { providerName: provider, resellerName: reseller, since } = recorded
  return { code: 'partners.active', provider, reseller, since }
}

const SIDES = { provider: 'resellers', reseller: 'providers' } as const

function sideOf({ kind }: Organization): Side | undefined {
  if (kind === 'indirectProvider') return 'provider'
  return kind === 'indirectReseller' || kind === 'both' ? 'reseller' : undefined
}

const headline = (side: Side, company: string, count: number, more: boolean): PartnerFinding => ({
  code: side === 'provider' ? 'partners.resellers' : 'partners.providers',
  company,
  count,
  more,
})
