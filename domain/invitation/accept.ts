import { by } from '../actor.ts'
import { type Decision, decide, type Given } from '../decision.ts'
import { texts } from '../enrollment/read-form.ts'
import type { TenantId } from '../ids.ts'
import type { Organization } from '../organization/organization.ts'
import { permit } from '../permissions.ts'
import type { Refusal } from '../refusals.ts'
import { customerAgreementTicked, customerAuthorizationTicked } from '../rules/customer-invitation.ts'
import { enrolledAsReseller, notSuspended } from '../rules/organization.ts'
import { authorizationTicked, invitationOpen } from '../rules/partnership.ts'
import { guard } from '../rules/rule.ts'
import { type CustomerParties, partiesObstacles } from './customer-parties.ts'
import { type Block, type Invitation, type InvitationEvent, kindOf } from './invitation.ts'
import { sentNow } from './invite.ts'
import { betweenThem, type Pair } from './pair.ts'

/** The companies of an invitation, once the invited one is known: provider and reseller, or partners and customer. */
export type Parties = Pair | CustomerParties

/** Whoever answers for itself. */
export const invitedIn = (parties: Parties): Organization =>
  'customer' in parties ? parties.customer : parties.reseller

/**
 * Everything that keeps this company from accepting, all of it at once so that each can be mended. A reseller: enrolled
 * (R16, R37), a global admin (R51), not suspended (D21), not a customer of the provider (R106), one CSP region (R50); a
 * missing MPA is no obstacle (F30). A customer of any kind: a global admin (P37), and what keeps the partners from selling
 * to it (R5, R64, R105, R106), whose partnership stands (F36).
 */
export function obstacles(parties: Parties, { actor }: Pick<Given, 'actor'>): readonly Refusal[] {
  if ('customer' in parties) return [...globalAdmin(actor), ...partiesObstacles(parties)]
  const enrolled = enrolledAsReseller.check({ organization: parties.reseller })
  const role = enrolled.length === 0 ? permit('P22', actor, parties.reseller) : []
  return [...enrolled, ...role, ...standing(parties)]
}

const globalAdmin = ({ roles }: Given['actor']): readonly Refusal[] =>
  roles.includes('GA') ? [] : [{ code: 'AUTH_ROLE', roles: ['GA'] }]

/** Who may see what the company sent and was sent: as for partners (P23), and of every other company, since it may be invited too. */
export const mayListInvitations = (
  organization: Pick<Organization, 'kind'>,
  { actor }: Pick<Given, 'actor'>,
): readonly Refusal[] =>
  permit('P23', actor, organization.kind === 'indirectProvider' ? organization : { kind: 'indirectReseller' }, {
    read: true,
  })

/** The same for reasons of the companies alone, whoever acts: what the provider may be told (F37). */
export const organizationObstacles = (parties: Parties): readonly Refusal[] =>
  'customer' in parties
    ? partiesObstacles(parties)
    : [...enrolledAsReseller.check({ organization: parties.reseller }), ...standing(parties)]

const standing = (pair: Pair): readonly Refusal[] => [
  ...notSuspended.check({ organization: pair.reseller }),
  ...betweenThem(pair),
]

/** The link was opened by somebody of a company that may act: a draft counts as sent from then on (SM4 `open`). */
export function openInvitation(
  state: Invitation,
  { actor, at, reseller }: Given & { reseller: Pick<Organization, 'tenantId' | 'displayName'> },
): Decision<InvitationEvent> {
  const open = invitationOpen.check({ invitation: state, now: at })
  return decide<InvitationEvent>(open, () => {
    const opened = {
      type: 'InvitationOpened' as const,
      at,
      by: by(actor),
      tenant: reseller.tenantId,
      company: reseller.displayName,
    }
    if (state.state === 'draft') return [sentNow(at, state.createdBy, 'opened'), opened]
    return state.state === 'sent' ? [opened] : []
  })
}

/** Records why this company could not accept, for reasons of the organisation alone (F37); once for each set of reasons. */
export function blockInvitation(
  state: Invitation,
  { at, reseller, refusals }: { at: string; reseller: Organization; refusals: readonly Refusal[] },
): Decision<InvitationEvent> {
  const company = reseller.displayName
  const before = state.state === 'opened' || state.state === 'sent' ? state.block : undefined
  const known = before?.company === company && before.reasons.join() === reasonsOf(state, refusals).join()
  const open = state.state === 'opened' || state.state === 'sent'
  return decide<InvitationEvent>([], () => (open && !known ? blocked(state, at, company, refusals) : []))
}

function blocked(
  state: Invitation,
  at: string,
  company: string,
  refusals: readonly Refusal[],
): readonly InvitationEvent[] {
  const reasons = reasonsOf(state, refusals)
  return reasons.length > 0 ? [{ type: 'InvitationBlocked', at, block: { at, company, reasons } }] : []
}

function reasonsOf(state: Invitation, refusals: readonly Refusal[]): Block['reasons'] {
  const named = kindOf(state) === 'partnership' ? RESELLER_REASONS : CUSTOMER_REASONS
  return [...new Set(refusals.flatMap(({ code }): Block['reasons'] => named[code] ?? []))]
}

const RESELLER_REASONS: Readonly<Record<string, Block['reasons']>> = {
  PAR_NOT_ENROLLED: ['notEnrolled'],
  REGION_PARTNER: ['region'],
  REGION_UNKNOWN: ['region'],
  REL_ALREADY_CUSTOMER: ['customer'],
  ORG_SUSPENDED: ['suspended'],
}

/** What keeps a customer from it; what is wrong with the partners themselves they see when they look. */
const CUSTOMER_REASONS: Readonly<Record<string, Block['reasons']>> = {
  REGION_CUSTOMER: ['customerRegion'],
  REGION_UNKNOWN: ['customerRegion'],
  CUS_IS_CSP_TENANT: ['cspTenant'],
  CUS_SELF_OR_AFFILIATE: ['affiliate'],
  REL_ALREADY_RESELLER: ['reseller'],
  PAR_NONE: ['partnership'],
}

/**
 * *Authorize*, first half: the invitation is claimed for one company and one press, so that nobody else can take it. The
 * partnership, or the relationships, follow; a claim that cannot be carried out is released. A customer without the
 * Microsoft Customer Agreement accepts it with the same press (D11).
 */
export function claimAcceptance(
  state: Invitation,
  command: Given & { pair: Parties; ticked: boolean; agreed?: boolean; key: string },
): Decision<InvitationEvent> {
  const { actor, at, pair, ticked, agreed = false, key } = command
  const { tenantId, displayName } = invitedIn(pair)
  if (state.state === 'accepted' && state.reseller === tenantId) return decide<InvitationEvent>([], () => [])
  if (state.state === 'accepting' && state.reseller === tenantId) return decide<InvitationEvent>([], () => [])
  const taken: readonly Refusal[] = state.state === 'accepting' ? [{ code: 'STALE' }] : []
  const blocked = obstacles(pair, { actor })
  const open = invitationOpen.check({ invitation: state, now: at })
  const refusals =
    open.length > 0
      ? open
      : taken.length > 0
        ? taken
        : blocked.length > 0
          ? blocked
          : 'customer' in pair
            ? [
                ...customerAuthorizationTicked.check({ ticked }),
                ...customerAgreementTicked.check({ agreement: pair.agreement, ticked: agreed }),
              ]
            : authorizationTicked.check({ ticked })
  const opened = state.state === 'opened' ? [] : openEvents(state, { actor, at, reseller: invitedIn(pair) })
  return decide<InvitationEvent>(refusals, () => [
    ...opened,
    {
      type: 'AcceptanceClaimed',
      at,
      by: by(actor),
      reseller: tenantId,
      company: displayName,
      key,
      ...('customer' in pair && pair.agreement === 'none' ? { agreed: true as const } : {}),
    },
  ])
}

/** A claimed acceptance as whoever finishes it has read it. */
export type Claim = Extract<Invitation, { state: 'accepting' }>

/** Second half, once the partnership or the relationships stand. */
export function completeAcceptance(
  state: Invitation,
  { at, claim }: { at: string; claim: Claim },
): Decision<InvitationEvent> {
  const waits = state.state === 'accepting' && state.key === claim.key
  const { by, reseller, resellerName: company } = claim
  return decide<InvitationEvent>([], () => (waits ? [{ type: 'InvitationAccepted', at, by, reseller, company }] : []))
}

/**
 * The partnership could not be established after all: the invitation is open again and says why (F37), or is needed no
 * more where the two are partners by another one.
 */
export function releaseAcceptance(
  state: Invitation,
  { at, claim, refusals }: { at: string; claim: Claim; refusals: readonly Refusal[] },
): Decision<InvitationEvent> {
  const mine = state.state === 'accepting' && state.key === claim.key
  const then: readonly InvitationEvent[] = refusals.some(({ code }) => code === 'PAR_EXISTS')
    ? [{ type: 'InvitationSuperseded', at }]
    : blocked(state, at, claim.resellerName, refusals)
  return decide<InvitationEvent>([], () => (mine ? [{ type: 'AcceptanceReleased', at }, ...then] : []))
}

/** A customer may say why in one line, which whoever invited it reads. */
export function declineInvitation(
  state: Invitation,
  { actor, at, reseller, reason: typed = '' }: Given & { reseller: Organization; reason?: string },
): Decision<InvitationEvent> {
  if (state.state === 'declined' && state.reseller === reseller.tenantId) return decide<InvitationEvent>([], () => [])
  const taken: readonly Refusal[] = state.state === 'accepting' ? [{ code: 'STALE' }] : []
  const open = invitationOpen.check({ invitation: state, now: at })
  const [{ reason }, faults] = texts({ reason: state.request ? typed : '' })
  return decide<InvitationEvent>(guard(open, taken, globalAdmin(actor), faults), () => [
    ...(state.state === 'opened' ? [] : openEvents(state, { actor, at, reseller })),
    {
      type: 'InvitationDeclined',
      at,
      by: by(actor),
      reseller: reseller.tenantId,
      company: reseller.displayName,
      ...(reason ? { reason } : {}),
    },
  ])
}

/** What time alone brings about: a sent invitation expires. */
export const expireInvitation = (state: Invitation, at: string): readonly InvitationEvent[] =>
  (state.state === 'sent' || state.state === 'opened') && at >= state.expiresAt
    ? [{ type: 'InvitationExpired', at }]
    : []

export const invitationDue = (state: Invitation): string | undefined =>
  state.state === 'sent' || state.state === 'opened'
    ? state.expiresAt
    : state.state === 'accepting'
      ? new Date(Date.parse(state.at) + CLAIM_MS).toISOString()
      : undefined

/** A claim that nobody finished, as after a crash, is taken up again after this. */
const CLAIM_MS = 30_000

/** Another link of the same provider made the partnership (SM4, last row). */
export const supersedeInvitation = (state: Invitation, at: string): readonly InvitationEvent[] =>
  state.state === 'sent' || state.state === 'opened' ? [{ type: 'InvitationSuperseded', at }] : []

/**
 * Whether a company may act on the invitation at all: the one that has the address's domain among its verified domains;
 * when no known company has it, anybody's global admin may be the first. Everybody else sees what an unknown link shows.
 * @param owner the company that verified the domain of the invited address, if any is known
 */
export function isInvited(state: Invitation, reseller: TenantId, owner: TenantId | undefined): boolean {
  if (state.state === 'accepting' || state.state === 'accepted' || state.state === 'declined')
    return state.reseller === reseller
  return owner === undefined || owner === reseller
}

const openEvents = (
  state: Invitation,
  command: Given & { reseller: Pick<Organization, 'tenantId' | 'displayName'> },
): readonly InvitationEvent[] => {
  const decision = openInvitation(state, command)
  return decision.ok ? decision.value : []
}
