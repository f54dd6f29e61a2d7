import type { Actor } from '../actor.ts'
import { readParties } from '../invitation/customer-parties.ts'
import type { Invitation } from '../invitation/invitation.ts'
import type { Organization } from '../organization/organization.ts'
import type { Refusal } from '../refusals.ts'
import { invitationOpen } from '../rules/partnership.ts'
import type { Answer, Check } from './answer.ts'
import { invitedChecks } from './can-customers.ts'
import { failing, found, rulesOf, run } from './checks.ts'
import { invitationRow, momentsOf, reminderOf } from './invitation-moments.ts'
import { ask } from './pair-facts.ts'
import type { PartnerFinding } from './partners.ts'
import type { Question } from './question.ts'
import { holders, namesOf, peopleFix } from './selling-facts.ts'
import type { Sight } from './sight.ts'

/** Of an invitation to a customer (F6). */
export const CUSTOMER_RULES = [
  { id: 'R62', source: 'S2 Connect 6; S0 Invite' },
  { id: 'R81', source: 'S0 Invite 3-4' },
  { id: 'R40', source: 'S1 Connect 2-3' },
]

/** A partner has not invited this customer, or not so that the asker may know of it. */
export const neverInvited = (
  partner: Organization,
  customer: Organization,
): Pick<Answer, 'verdict' | 'headline' | 'rules' | 'related'> => ({
  verdict: 'no',
  headline: { code: 'partners.noInvitation', provider: partner.displayName, reseller: customer.displayName },
  rules: CUSTOMER_RULES,
  related: [ask('Q19', partner.tenantId, customer.tenantId)],
})

/** Q8 of an invitation to a customer: every guard of its acceptance; of the customer's people a partner is told nothing. */
export async function answerOfCustomer(
  question: Question,
  { one, other, invitation }: { one: Organization; other: Organization; invitation: Invitation },
  sight: Sight,
): Promise<Answer> {
  const [owner, customer] = one.tenantId === invitation.provider ? [one, other] : [other, one]
  const [parties, admins] = await Promise.all([
    readParties(sight, invitation, customer),
    holders(sight, customer, ['GA']),
  ])
  const checks = [
    run(invitationOpen, { invitation, now: sight.now }, { about: 'invitationOpen' }),
    ...roleCheck(customer, admins, sight),
    ...(parties ? invitedChecks(parties) : []),
  ]
  const reasons = failing(checks).length
  const isDone = invitation.state === 'accepted'
  const partners = parties?.through
    ? [owner.displayName, parties.through.organization.displayName]
    : [owner.displayName]
  const fix = reasons === 0 ? reminderOf(invitation, sight) : undefined
  return {
    question,
    names: namesOf(owner, customer),
    ...(isDone ? {} : { verdict: reasons === 0 ? 'yes' : 'no' }),
    headline: headlineOf(invitation, { owner, customer, partners, reasons }),
    ...(admins.length > 0 && !isDone
      ? { findings: [{ code: 'partners.accepters', company: customer.displayName, names: admins }] }
      : {}),
    ...(isDone ? {} : { checks }),
    ...(fix ? { fix } : {}),
    moments: momentsOf(invitation, sight),
    rows: invitationRow(invitation, sight, customer),
    rules: rulesOf(isDone ? [] : checks, ...CUSTOMER_RULES),
    related: [ask('Q9', customer.tenantId, owner.tenantId), ask('Q19', owner.tenantId, customer.tenantId)],
    isPrivate: true,
  }
}

function headlineOf(
  { state }: Invitation,
  facts: { owner: Organization; customer: Organization; partners: readonly string[]; reasons: number },
): PartnerFinding {
  const { owner, customer, partners, reasons } = facts
  const [provider, name] = [owner.displayName, customer.displayName]
  if (state === 'accepted') return { code: 'partners.invitation', provider, invited: name, state }
  return reasons === 0
    ? { code: 'partners.customerCanAccept', partners, customer: name }
    : { code: 'partners.cannotAccept', provider, reseller: name, reasons }
}

/** Of the asker himself where it is his company; for support, whether anybody there could (P37). */
function roleCheck(customer: Organization, admins: readonly string[], { own, actor }: Sight): readonly Check[] {
  if (own !== undefined && own.tenantId !== customer.tenantId) return []
  const able = own === undefined ? admins.length > 0 : isGlobalAdmin(actor)
  const refusals: readonly Refusal[] = able ? [] : [{ code: 'AUTH_ROLE', roles: ['GA'] }]
  const company = customer.displayName
  return [found('P37', 'domain.md 1.4', refusals, { about: 'role', company, fix: peopleFix(company, admins) })]
}

const isGlobalAdmin = ({ roles }: Actor): boolean => roles.includes('GA')
