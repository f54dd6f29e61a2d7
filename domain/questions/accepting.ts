import type { Invitation } from '../invitation/invitation.ts'
import type { Organization } from '../organization/organization.ts'
import { pairOf } from '../partnership/partnership.ts'
import { pendingInvitations } from '../partnership/received.ts'
import { permit } from '../permissions.ts'
import { mpaSigned, notSuspended } from '../rules/organization.ts'
import { invitationOpen, notCustomerOfProvider, notPartneredYet } from '../rules/partnership.ts'
import { samePartnerRegion } from '../rules/region.ts'
import { holder } from '../store/reservations.ts'
import { notFound } from './about-company.ts'
import type { Answer, AnswerRow, Check } from './answer.ts'
import { failing, found, rulesOf, run } from './checks.ts'
import { answerOfCustomer, neverInvited } from './customer-accepting.ts'
import { invitationRow, momentsOf, reminderOf } from './invitation-moments.ts'
import {
  ask,
  asPair,
  invitationBetween,
  isNamedIn,
  isPending,
  isTheirs,
  pairAsked,
  partnershipBetween,
  type Recorded,
  type Two,
} from './pair-facts.ts'
import { enrollmentCheck, neverFound } from './partnered.ts'
import type { PartnerFinding } from './partners.ts'
import type { Question } from './question.ts'
import { fixes, holders, namesOf, peopleFix } from './selling-facts.ts'
import type { Sight } from './sight.ts'

const R37 = { id: 'R37', source: 'S1 tasks IMPORTANT' }
const R42 = { id: 'R42', source: 'S2 Connect 1-3' }
const R51 = { id: 'R51', source: 'S0 Accept' }
const PAGE = 15

/** Q8: what keeps X from accepting Y's invitation, every guard of the acceptance with what mends it; without Y, of each. */
export async function answerAcceptance(question: Question, sight: Sight): Promise<Answer> {
  const [x, y] = pairAsked(question, sight)
  const isOfOne = question.companies.length < 2 && (sight.own === undefined || sight.own.tenantId === x)
  if (!isOfOne) return answerOfPair({ ...question, companies: [x, y] }, sight)
  const [company, { items, next }] = await Promise.all([
    sight.company(x),
    pendingInvitations(sight.store, { side: 'reseller', tenant: x }, { after: question.after, limit: PAGE }),
  ])
  const [first] = items
  if (!company) return notFound(question)
  if (first && items.length === 1 && question.after === undefined)
    return answerOfPair({ ...question, companies: [x, first.body.provider] }, sight)
  return {
    question: { ...question, companies: [x] },
    names: namesOf(company),
    headline:
      items.length === 0
        ? { code: 'partners.noInvitations', company: company.displayName }
        : {
            code: 'partners.pendingOf',
            company: company.displayName,
            count: items.length,
            more: next !== undefined,
          },
    rows: items.map(
      ({ body: { provider, providerName, state, sentAt, at, expiresAt, kind } }): AnswerRow => ({
        title: providerName,
        findings: [
          {
            code: 'partners.line',
            state,
            at: sentAt ?? at,
            ...(expiresAt ? { expiresAt } : {}),
            ...(kind ? { kind } : {}),
          },
        ],
        question: ask('Q8', x, provider),
      }),
    ),
    ...(next === undefined ? {} : { next }),
    rules: [R42, R51],
    isPrivate: true,
  }
}

async function answerOfPair(question: Question, sight: Sight): Promise<Answer> {
  const [x, y] = pairAsked(question, sight)
  const [recorded, one, other, invitation, held] = await Promise.all([
    partnershipBetween(sight, x, y),
    sight.company(x),
    sight.company(y),
    invitationBetween(sight, x, y, { customers: true }),
    holder(sight.store, 'pair', pairOf(x, y)),
  ])
  if (!one || !other || !(isTheirs(sight, x, y) || isNamedIn(invitation, sight))) return notFound(question)
  if (invitation?.request) return answerOfCustomer(question, { one, other, invitation }, sight)
  const about = { question, names: namesOf(one, other), isPrivate: true }
  const [partner, customer] = one.kind === 'customer' ? [other, one] : [one, other]
  if (customer.kind === 'customer' && partner.kind !== 'customer')
    return { ...about, ...neverInvited(partner, customer) }
  const two = asPair(one, other)
  if (!two) return { ...about, verdict: 'no', ...neverFound(one, other), rules: [R42] }
  const isCustomer = held?.startsWith('customer') ?? false
  const { checks, findings } = await guards(two, { invitation, recorded, isCustomer }, sight)
  const reasons = failing(checks).length
  const isUnsent = invitation?.state === 'draft'
  // Of partners nothing keeps anybody from accepting: there is nothing to accept.
  const isPartnered = recorded?.status === 'active'
  const fix = invitation && reasons === 0 ? reminderOf(invitation, sight) : undefined
  return {
    ...about,
    verdict: !invitation || reasons > 0 ? 'no' : isUnsent ? 'pending' : 'yes',
    headline: headlineOf(two, invitation, recorded, reasons),
    findings: [
      ...ended(recorded, invitation),
      ...(invitation ? [] : [{ code: 'partners.howItBegins' as const }]),
      ...findings,
    ],
    ...(isPartnered ? {} : { checks }),
    ...(fix ? { fix } : {}),
    ...(invitation
      ? { moments: momentsOf(invitation, sight), rows: invitationRow(invitation, sight, two.reseller) }
      : {}),
    rules: rulesOf(checks, R37, R42, R51),
    related: [
      ...(invitation ? [ask('Q9', two.reseller.tenantId, two.provider.tenantId)] : []),
      ask('Q7', two.reseller.tenantId),
      ...(two.reseller.kind === 'directBill' ? [ask('Q23', two.reseller.tenantId)] : []),
    ],
  }
}

function headlineOf(
  { provider, reseller }: Two,
  invitation: Invitation | undefined,
  recorded: Recorded | undefined,
  reasons: number,
): PartnerFinding {
  const two = { provider: provider.displayName, reseller: reseller.displayName }
  if (recorded?.status === 'active') return { code: 'partners.already', ...two, since: recorded.since }
  if (!invitation) return { code: 'partners.noInvitation', ...two }
  if (invitation.state === 'draft') return { code: 'partners.pending', ...two, state: 'draft' }
  return reasons === 0 ? { code: 'partners.canAccept', ...two } : { code: 'partners.cannotAccept', ...two, reasons }
}

/** Of a partnership that ended, the invitation was accepted once: only a new one helps. */
function ended(recorded: Recorded | undefined, invitation: Invitation | undefined): readonly PartnerFinding[] {
  if (recorded?.status !== 'removed') return []
  const { removedAt: at, providerName: provider, resellerName: reseller } = recorded
  const again = invitation && isPending(invitation) ? [] : [{ code: 'partners.howAgain' as const, provider, reseller }]
  return [{ code: 'partners.removedBefore', at }, ...again]
}

/** Every guard of an acceptance as it is claimed; of the reseller's people a provider is told nothing (F37). */
async function guards(
  { provider, reseller }: Two,
  facts: { invitation: Invitation | undefined; recorded: Recorded | undefined; isCustomer: boolean },
  sight: Sight,
): Promise<{ checks: readonly Check[]; findings: readonly PartnerFinding[] }> {
  const { invitation, recorded, isCustomer } = facts
  const company = reseller.displayName
  const names = { provider: provider.displayName, reseller: company }
  const [fix, admins] = await Promise.all([fixes(sight), holders(sight, reseller, ['GA'])])
  const enrolled = enrollmentCheck(reseller, fix(reseller, 'enrollment'))
  const checks = [
    ...(invitation ? [run(invitationOpen, { invitation, now: sight.now }, { about: 'invitationOpen' })] : []),
    enrolled,
    ...(enrolled.outcome === 'holds' ? roleCheck(reseller, admins, sight) : []),
    run(notSuspended, { organization: reseller }, { about: 'notSuspended', company }),
    run(notPartneredYet, { partnership: recorded ?? { status: 'none' } }, { about: 'notPartnered' }),
    run(notCustomerOfProvider, { isCustomer, ...names }, { about: 'notCustomer' }),
    run(samePartnerRegion, { provider: party(provider), reseller: party(reseller) }, { about: 'sameRegion' }),
  ]
  return {
    checks,
    findings: [
      ...(admins.length > 0 ? [{ code: 'partners.accepters' as const, company, names: admins }] : []),
      ...(mpaSigned.check({ organization: reseller }).length > 0
        ? [{ code: 'partners.mpaNoObstacle' as const, reseller: company }]
        : []),
    ],
  }
}

/** Of the asker himself where it is his company; for support, whether anybody there could. */
function roleCheck(reseller: Organization, admins: readonly string[], { own, actor }: Sight): readonly Check[] {
  const company = reseller.displayName
  if (own !== undefined && own.tenantId !== reseller.tenantId) return []
  const refusals =
    own === undefined
      ? admins.length > 0
        ? []
        : [{ code: 'AUTH_ROLE' as const, roles: ['GA' as const] }]
      : permit('P22', actor, reseller)
  return [found('P22', 'domain.md 1.4', refusals, { about: 'role', company, fix: peopleFix(company, admins) })]
}

const party = ({ displayName: name, country }: Organization) => ({ name, country })
