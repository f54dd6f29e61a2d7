import type { Organization } from '../organization/organization.ts'
import { type Partnership, pairOf } from '../partnership/partnership.ts'
import { notCspTenant, nothingLeft } from '../rules/customer.ts'
import { notCustomerOfProvider } from '../rules/partnership.ts'
import { samePartnerRegion } from '../rules/region.ts'
import { holder } from '../store/reservations.ts'
import { notFound } from './about-company.ts'
import type { Answer } from './answer.ts'
import { rulesOf, run } from './checks.ts'
import { ask, isTheirs, type Two } from './pair-facts.ts'
import type { PartnerFinding } from './partners.ts'
import type { Question } from './question.ts'
import { namesOf, party } from './selling-facts.ts'
import { NO_COMPANY, type Sight } from './sight.ts'

const R38 = { id: 'R38', source: 'S1 tasks 2, Connect' }
const R106 = { id: notCustomerOfProvider.id, source: notCustomerOfProvider.source }
const R107 = { id: 'R107', source: 'S3 scenario 6, option 1; F16' }
const R108 = { id: 'R108', source: 'S3 scenario 6, option 2; F17' }
const R109 = { id: 'R109', source: 'S3 scenario 6, option 3; C-3' }
const R5 = { id: notCspTenant.id, source: notCspTenant.source }
const D14 = { id: nothingLeft.id, source: nothingLeft.source }

/**
 * Q24: X is a customer of Y and wants to be its reseller, or the reverse. One pair has one relation (R106); of the ways out,
 * those that fit the relation that stands between the two now.
 */
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
  const [one, two] = [asked.organization, other.organization]
  const about = { question, names: namesOf(one, two), isPrivate: true }
  const pair = providerAmong(one, two)
  if (!pair)
    return { ...about, verdict: 'no', headline: noPair(one, two), rules: [R38, R106], related: [ask('Q25', x)] }
  const active = [forward, backward].find((found) => found.status === 'active')
  const isCustomer = held?.startsWith('customer') ?? false
  return {
    ...about,
    ...(active ? partnersNow(active, pair) : isTheirs(sight, x, y) ? notPartners(pair, isCustomer) : unknown(pair)),
    related: [ask('Q1', pair.provider.tenantId, pair.reseller.tenantId), ask('Q25', pair.reseller.tenantId)],
  }
}

type Stand = Pick<Answer, 'verdict' | 'headline' | 'findings' | 'checks' | 'rules'>

/** Anybody but a provider may become the reseller of one. */
function providerAmong(one: Organization, other: Organization): Two | undefined {
  const [isOne, isOther] = [one, other].map(({ kind }) => kind === 'indirectProvider')
  if (isOne === isOther) return undefined
  return isOne ? { provider: one, reseller: other } : { provider: other, reseller: one }
}

const noPair = (one: Organization, other: Organization): PartnerFinding =>
  one.tenantId === other.tenantId
    ? { code: 'partners.sameCompany', company: one.displayName }
    : { code: 'partners.notAPair', a: one.displayName, kindA: one.kind, b: other.displayName, kindB: other.kind }

const namesIn = ({ provider, reseller }: Two) => ({ provider: provider.displayName, reseller: reseller.displayName })

/** The services of a customer may not be provisioned in it (R5). */
const isInCsp = ({ reseller }: Two): boolean => notCspTenant.check({ customer: reseller }).length > 0

/** The reseller buys for another tenant, or ends the partnership: there is no relation as a customer to be kept. */
function partnersNow(active: Extract<Partnership, { status: 'active' }>, pair: Two): Stand {
  const { providerName: provider, resellerName: reseller, since } = active
  const names = namesIn(pair)
  return {
    verdict: 'no',
    headline: { code: 'selling.pairPartners', provider, reseller, since },
    findings: [
      { code: 'selling.optionOtherTenant', ...names, present: 'csp' },
      { code: 'selling.optionOtherProvider', ...names },
    ],
    rules: [R106, R107, R108],
  }
}

/** A customer has no partnership to be ended; whoever is neither may become either, but no customer with a CSP tenant (R5). */
function notPartners(pair: Two, isCustomer: boolean): Stand {
  const { provider, reseller } = pair
  const names = namesIn(pair)
  const inCsp = isInCsp(pair)
  if (isCustomer)
    return {
      verdict: 'no',
      headline: { code: 'selling.pairCustomer', ...names },
      findings: [
        { code: 'selling.optionOtherTenant', ...names, present: inCsp ? 'both' : 'customer' },
        { code: 'selling.optionKeepCustomer', ...names },
        { code: 'selling.optionEndCustomer', ...names },
      ],
      rules: [R106, R107, R109, D14],
    }
  const place = ({ displayName: name, country }: Organization) => ({ name, country })
  const region = run(
    samePartnerRegion,
    { provider: place(provider), reseller: place(reseller) },
    { about: 'sameRegion' },
  )
  if (region.outcome === 'fails')
    return {
      verdict: 'no',
      headline: { code: 'selling.pairApart', ...names },
      checks: [region],
      rules: rulesOf([region], { id: 'R64', source: 'S3 scenario 7' }, R106),
    }
  return {
    headline: { code: 'selling.pairFree', ...names, ...(inCsp ? { inCsp } : {}) },
    findings: [
      { code: 'selling.optionOtherTenant', ...names, present: inCsp ? 'csp' : 'neither' },
      { code: 'selling.optionResellerOnly', ...names },
      ...(inCsp ? [] : [{ code: 'selling.optionCustomerOnly' as const, ...names }]),
    ],
    rules: [R106, R107, R108, inCsp ? R5 : R109],
  }
}

/** Somebody else asks, who may not know what lies between the two: every way there is. */
function unknown(pair: Two): Stand {
  const names = namesIn(pair)
  return {
    verdict: 'notRecorded',
    headline: { code: 'selling.pairUnrecorded', ...names },
    findings: [
      { code: 'selling.optionOtherTenant', ...names, present: isInCsp(pair) ? 'csp' : 'neither' },
      { code: 'selling.optionOtherProvider', ...names },
      { code: 'selling.optionKeepCustomer', ...names },
    ],
    rules: [R106, R107, R108, R109],
  }
}
