import type { Invitation } from '../invitation/invitation.ts'
import type { Organization } from '../organization/organization.ts'
import { permit } from '../permissions.ts'
import { enrolledAsReseller } from '../rules/organization.ts'
import { partnershipExists } from '../rules/partnership.ts'
import { samePartnerRegion } from '../rules/region.ts'
import { notFound } from './about-company.ts'
import type { Answer, AnswerRow, Check, Fix } from './answer.ts'
import { right, rulesOf, run } from './checks.ts'
import { customersKept } from './customers-kept.ts'
import { invitationRow, momentsOf, reminderOf } from './invitation-moments.ts'
import {
  ask,
  asPair,
  invitationBetween,
  isPending,
  isTheirs,
  type Pending,
  pairAsked,
  partnershipBetween,
  type Recorded,
  type Two,
  whoDid,
} from './pair-facts.ts'
import type { PartnerFinding } from './partners.ts'
import type { Question } from './question.ts'
import { fixes, namesOf } from './selling-facts.ts'
import type { Sight } from './sight.ts'

const R38 = { id: 'R38', source: 'S1 tasks 2, Connect' }
const R40 = { id: 'R40', source: 'S1 Connect 2-3' }
const R42 = { id: 'R42', source: 'S2 Connect 1-3' }
const R43 = { id: 'R43', source: 'S1 Remove 1-2' }
const R44 = { id: 'R44', source: 'S1 Remove IMPORTANT' }
const R48 = { id: 'R48', source: 'S2 Connect 3 NOTE' }

/** Q1: whether two companies are partners, since when, or why not yet; two point reads where they are. */
export async function answerPartnered(question: Question, sight: Sight): Promise<Answer> {
  const [x, y] = pairAsked(question, sight)
  const recorded = await partnershipBetween(sight, x, y)
  if (recorded?.status === 'active') return activeAnswer(question, recorded, sight)
  const [one, other, invitation, kept] = await Promise.all([
    sight.company(x),
    sight.company(y),
    invitationBetween(sight, x, y),
    recorded && customersKept(sight, recorded),
  ])
  if (!one || !other || !isTheirs(sight, x, y)) return notFound(question)
  const about = { question: { ...question, companies: [x, y] }, names: namesOf(one, other), isPrivate: true }
  if (invitation && isPending(invitation))
    return { ...about, ...pendingAnswer(invitation, one, other, recorded, sight) }
  if (recorded && kept) return { ...about, ...removedAnswer(recorded, kept) }
  return { ...about, ...(await neverAnswer(one, other, invitation, sight)) }
}

function activeAnswer(question: Question, active: Extract<Recorded, { status: 'active' }>, sight: Sight): Answer {
  const { provider, providerName, reseller, resellerName, since, by, endRequest } = active
  const two = { provider: providerName, reseller: resellerName }
  const mayKnowWish = sight.own?.tenantId !== provider
  return {
    question: { ...question, companies: pairAsked(question, sight) },
    names: namesOf(
      { tenantId: provider, displayName: providerName },
      { tenantId: reseller, displayName: resellerName },
    ),
    verdict: 'yes',
    headline: { code: 'partners.active', ...two, since },
    findings: [
      { code: 'partners.establishedBy', company: resellerName, ...whoDid(by) },
      accessOf(active),
      ...(endRequest && mayKnowWish
        ? [
            {
              code: 'partners.endRequested' as const,
              company: resellerName,
              at: endRequest.at,
              ...whoDid(endRequest.by),
            },
          ]
        : []),
    ],
    rows: partnerRow(active, sight),
    rules: [R38, R42, R48],
    related: [ask('Q17', provider, reseller), ask('Q2', reseller), ask('Q4', provider, reseller)],
    isPrivate: true,
  }
}

/** Whether the provider may administer the reseller's work account while they are partners (R48, R49). */
export function accessOf(active: Extract<Recorded, { status: 'active' }>): PartnerFinding {
  const { providerName: provider, resellerName: reseller, adminAccess } = active
  if (adminAccess.state === 'granted') return { code: 'partners.accessGranted', provider, reseller }
  return { code: 'partners.accessRemoved', provider, reseller, at: adminAccess.at, ...whoDid(adminAccess.by) }
}

/** The own partner's card, where all that may be done about it stands. */
export function partnerRow(active: Extract<Recorded, { status: 'active' }>, { own }: Sight): readonly AnswerRow[] {
  if (own === undefined) return []
  const isProvider = own.tenantId === active.provider
  const tenant = isProvider ? active.reseller : active.provider
  const title = isProvider ? active.resellerName : active.providerName
  return [{ title, findings: [{ code: 'partners.since', at: active.since }], open: { verb: 'partner', tenant } }]
}

function pendingAnswer(
  invitation: Pending,
  one: Organization,
  other: Organization,
  recorded: Recorded | undefined,
  sight: Sight,
) {
  const [provider, reseller] = one.tenantId === invitation.provider ? [one, other] : [other, one]
  const two = { provider: provider.displayName, reseller: reseller.displayName }
  const fix = reminderOf(invitation, sight)
  return {
    verdict: 'pending',
    headline: { code: 'partners.pending', ...two, state: invitation.state },
    ...(recorded?.status === 'removed'
      ? { findings: [{ code: 'partners.removedBefore' as const, at: recorded.removedAt }] }
      : {}),
    moments: momentsOf(invitation, sight),
    rows: invitationRow(invitation, sight, reseller),
    ...(fix ? { fix } : {}),
    rules: [R38, R40, R42],
    related: [ask('Q8', reseller.tenantId, provider.tenantId), ask('Q9', reseller.tenantId, provider.tenantId)],
  } satisfies Partial<Answer>
}

function removedAnswer(
  removed: Recorded,
  kept: PartnerFinding,
): Pick<Answer, 'verdict' | 'headline' | 'findings' | 'rules' | 'related'> {
  const { provider, reseller } = removed
  return {
    verdict: 'no',
    headline: removedHeadline(removed),
    findings: [...endOf(removed), kept],
    rules: [R38, R43, R44],
    related: [ask('Q16', provider, reseller), ask('Q17', provider, reseller), ask('Q4', provider, reseller)],
  }
}

/** That a partnership ended, and how; shared with the question about its end. */
export const removedHeadline = ({
  providerName: provider,
  resellerName: reseller,
  ...one
}: Recorded): PartnerFinding =>
  one.status === 'removed'
    ? { code: 'partners.removed', provider, reseller, at: one.removedAt }
    : { code: 'partners.notRemoved', provider, reseller, since: one.since }

export const endOf = (one: Recorded): readonly PartnerFinding[] =>
  one.status === 'removed'
    ? [
        { code: 'partners.removedBy', provider: one.providerName, how: one.how, ...whoDid(one.by) },
        { code: 'partners.lasted', since: one.since },
      ]
    : []

async function neverAnswer(
  one: Organization,
  other: Organization,
  last: Invitation | undefined,
  sight: Sight,
): Promise<Pick<Answer, 'verdict' | 'headline' | 'findings' | 'checks' | 'rows' | 'rules' | 'related'>> {
  const { headline, findings } = neverFound(one, other)
  const two = asPair(one, other)
  const checks = two ? await wayChecks(two, sight) : []
  return {
    verdict: 'no',
    headline,
    findings: [...findings, ...(last && !isPending(last) ? [lastOne(last)] : [])],
    checks,
    rows: last ? invitationRow(last, sight) : [],
    rules: rulesOf(checks, R38, R42),
    related: [
      ...(last && two ? [ask('Q9', two.reseller.tenantId, two.provider.tenantId)] : []),
      ...(two?.reseller.kind === 'directBill' ? [ask('Q23', two.reseller.tenantId)] : []),
      ...[one, other].flatMap(goesOn),
    ],
  }
}

/** Who its partners are; of a customer, who serves it. */
const goesOn = ({ kind, tenantId }: Organization): readonly Question[] => {
  if (kind === 'customer') return [ask('Q28', tenantId)]
  return kind === 'directBill' ? [] : [ask('Q13', tenantId)]
}

const lastOne = ({ state, at }: Exclude<Invitation, Pending>): PartnerFinding => ({
  code: 'partners.lastInvitation',
  state,
  at,
})

/** That two companies never were partners, and how they could be, or why they never can. */
export function neverFound(
  one: Organization,
  other: Organization,
): { headline: PartnerFinding; findings: readonly PartnerFinding[] } {
  const [a, b] = [one.displayName, other.displayName]
  if (one.tenantId === other.tenantId) return { headline: { code: 'partners.sameCompany', company: a }, findings: [] }
  return {
    headline: { code: 'partners.never', a, b },
    findings: asPair(one, other)
      ? [{ code: 'partners.howItBegins' }]
      : [{ code: 'partners.notAPair', a, kindA: one.kind, b, kindB: other.kind }],
  }
}

/** What stands between the two and a partnership: nobody asked for one yet, and what would refuse it. */
async function wayChecks({ provider, reseller }: Two, sight: Sight): Promise<readonly Check[]> {
  const [a, b] = [provider.displayName, reseller.displayName]
  const own = sight.own
  const mayRequest = own?.tenantId === provider.tenantId && permit('P20', sight.actor, own).length === 0
  const request: Fix | undefined = mayRequest ? { kind: 'do', verb: 'request-partnership' } : undefined
  const fix = await fixes(sight)
  return [
    run(partnershipExists, { partnership: { status: 'none' }, a, b }, { about: 'partnership', fix: request }),
    enrollmentCheck(reseller, fix(reseller, 'enrollment')),
    run(samePartnerRegion, { provider: party(provider), reseller: party(reseller) }, { about: 'sameRegion' }),
  ]
}

/** Whether a company is a reseller, which most become by enrolling; a direct-bill partner does not (R66). */
export function enrollmentCheck(organization: Organization, fix: Fix | undefined): Check {
  const company = organization.displayName
  const [kind] = organization.kind === 'directBill' ? right('P22', { roles: [], appRoles: [] }, organization) : []
  return kind ?? run(enrolledAsReseller, { organization }, { about: 'enrolled', company, fix })
}

const party = ({ displayName: name, country }: Organization) => ({ name, country })
