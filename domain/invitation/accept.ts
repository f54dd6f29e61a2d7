import { by } from '../actor.ts'
import { type Decision, decide, type Given } from '../decision.ts'
import type { TenantId } from '../ids.ts'
import type { Organization } from '../organization/organization.ts'
import { permit } from '../permissions.ts'
import type { Refusal } from '../refusals.ts'
import { enrolledAsReseller, notSuspended } from '../rules/organization.ts'
import { authorizationTicked, invitationOpen } from '../rules/partnership.ts'
import type { Block, Invitation, InvitationEvent } from './invitation.ts'
import { sentNow } from './invite.ts'
import { betweenThem, type Pair } from './pair.ts'

/**
 * Everything that keeps this company from accepting, all of it at once so that each can be mended: enrolled (R16, R37),
 * a global admin (R51), not suspended (D21), not a customer of the provider (R106), one CSP region (R50). A missing MPA
 * is no obstacle (F30).
 */
export function obstacles(pair: Pair, { actor }: Pick<Given, 'actor'>): readonly Refusal[] {
  const enrolled = enrolledAsReseller.check({ organization: pair.reseller })
  const role = enrolled.length === 0 ? permit('P22', actor, pair.reseller) : []
  return [...enrolled, ...role, ...standing(pair)]
}

/** Who may see what was sent to the company: as for partners (P23), and of a prospect, since it may be invited before it enrolls. */
export const mayListInvitations = (
  organization: Pick<Organization, 'kind'>,
  { actor }: Pick<Given, 'actor'>,
): readonly Refusal[] =>
  permit('P23', actor, organization.kind === 'prospect' ? { kind: 'indirectReseller' } : organization, { read: true })

/** The same for reasons of the companies alone, whoever acts: what the provider may be told (F37). */
export const organizationObstacles = (pair: Pair): readonly Refusal[] => [
  ...enrolledAsReseller.check({ organization: pair.reseller }),
  ...standing(pair),
]

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
  const known = before?.company === company && before.reasons.join() === reasonsOf(refusals).join()
  const open = state.state === 'opened' || state.state === 'sent'
  return decide<InvitationEvent>([], () => (open && !known ? blocked(at, company, refusals) : []))
}

function blocked(at: string, company: string, refusals: readonly Refusal[]): readonly InvitationEvent[] {
  const reasons = reasonsOf(refusals)
  return reasons.length > 0 ? [{ type: 'InvitationBlocked', at, block: { at, company, reasons } }] : []
}

const reasonsOf = (refusals: readonly Refusal[]): Block['reasons'] =>
  refusals.flatMap(({ code }): Block['reasons'] => REASONS[code] ?? [])

const REASONS: Readonly<Record<string, Block['reasons']>> = {
  PAR_NOT_ENROLLED: ['notEnrolled'],
  REGION_PARTNER: ['region'],
  REGION_UNKNOWN: ['region'],
  REL_ALREADY_CUSTOMER: ['customer'],
  ORG_SUSPENDED: ['suspended'],
}

/**
 * *Authorize indirect provider*, first half: the invitation is claimed for one company and one press, so that nobody else
 * can take it. The partnership follows; a claim that cannot be carried out is released.
 */
export function claimAcceptance(
  state: Invitation,
  command: Given & { pair: Pair; ticked: boolean; key: string },
): Decision<InvitationEvent> {
  const { actor, at, pair, ticked, key } = command
  const { tenantId, displayName } = pair.reseller
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
          : authorizationTicked.check({ ticked })
  const opened = state.state === 'opened' ? [] : openEvents(state, command)
  return decide<InvitationEvent>(refusals, () => [
    ...opened,
    { type: 'AcceptanceClaimed', at, by: by(actor), reseller: tenantId, company: displayName, key },
  ])
}

/** A claimed acceptance as whoever finishes it has read it. */
export type Claim = Extract<Invitation, { state: 'accepting' }>

/** Second half, once the partnership stands: also where another finisher had given the claim back in between. */
export function completeAcceptance(
  state: Invitation,
  { at, claim }: { at: string; claim: Claim },
): Decision<InvitationEvent> {
  const waits = state.state === 'opened' || (state.state === 'accepting' && state.key === claim.key)
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
    : blocked(at, claim.resellerName, refusals)
  return decide<InvitationEvent>([], () => (mine ? [{ type: 'AcceptanceReleased', at }, ...then] : []))
}

export function declineInvitation(
  state: Invitation,
  { actor, at, reseller }: Given & { reseller: Organization },
): Decision<InvitationEvent> {
  if (state.state === 'declined' && state.reseller === reseller.tenantId) return decide<InvitationEvent>([], () => [])
  const taken: readonly Refusal[] = state.state === 'accepting' ? [{ code: 'STALE' }] : []
  const open = invitationOpen.check({ invitation: state, now: at })
  const role: readonly Refusal[] = actor.roles.includes('GA') ? [] : [{ code: 'AUTH_ROLE', roles: ['GA'] }]
  const refusals = open.length > 0 ? open : taken.length > 0 ? taken : role
  return decide<InvitationEvent>(refusals, () => [
    ...(state.state === 'opened' ? [] : openEvents(state, { actor, at, pair: { reseller } })),
    { type: 'InvitationDeclined', at, by: by(actor), reseller: reseller.tenantId, company: reseller.displayName },
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
  { actor, at, pair }: Given & { pair: { reseller: Pick<Organization, 'tenantId' | 'displayName'> } },
): readonly InvitationEvent[] => {
  const decision = openInvitation(state, { actor, at, reseller: pair.reseller })
  return decision.ok ? decision.value : []
}
