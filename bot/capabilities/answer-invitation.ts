import type { ActionData } from '../../cards/actions.ts'
import { customerAcceptanceCard, customerAcceptedCard } from '../../cards/customer/customer-acceptance.ts'
import type { Card } from '../../cards/drawing/render.ts'
import {
  acceptanceCard,
  acceptedCard,
  declinedCard,
  invitationClosedCard,
  invitationUnknownCard,
} from '../../cards/partnership/acceptance.ts'
import { by } from '../../domain/actor.ts'
import {
  blockInvitation,
  claimAcceptance,
  declineInvitation,
  isInvited,
  obstacles,
  openInvitation,
  type Parties,
} from '../../domain/invitation/accept.ts'
import { readParties } from '../../domain/invitation/customer-parties.ts'
import type { Invitation } from '../../domain/invitation/invitation.ts'
import { companyOfMail } from '../../domain/invitation/invited-company.ts'
import { openersOf } from '../../domain/invitation/lists.ts'
import type { Organization } from '../../domain/organization/organization.ts'
import { finishAcceptance, readPair } from '../../domain/partnership/acceptance.ts'
import { isFieldRefusal, type Refusal } from '../../domain/refusals.ts'
import { ok } from '../../domain/result.ts'
import { mpaSigned } from '../../domain/rules/organization.ts'
import { type CompanyCapability, type CompanyTurn, given, type House } from '../capability.ts'
import { hasApplied } from '../next-steps.ts'
import { withHolders } from '../refused.ts'
import { staffOf } from './home.ts'
import { drawInvitation } from './own-invitation.ts'

/** A link that was opened, pasted or typed: the same card, each viewer's own (R51, F37). */
export const openLink: CompanyCapability<'open-invitation'> = async ({ code }, turn, house) => {
  const found = await invitationFor(code, turn, house)
  if (!found) return invitationUnknownCard(turn.words)
  return found.provider ? drawInvitation(found.invitation, turn, house) : opened(found, code, turn, house)
}

/** The same card from the list of received invitations, for the people of the company that it went to or that opened it. */
export const openReceived: CompanyCapability<'received-invitation'> = async (at, turn, house) => {
  const found = await receivedBy(at, turn, house)
  if (!found) return invitationUnknownCard(turn.words)
  return opened(found, await house.invitations.token(found.invitation), turn, house)
}

async function opened({ invitation, parties }: Received, code: string, turn: CompanyTurn, house: House): Promise<Card> {
  const { actor, organization, correlationId, now } = turn
  const seen = await house.invitations.execute(invitation.provider, invitation.id, {
    by: by(actor),
    correlationId,
    decide: (state) =>
      state && isLive(state) ? openInvitation(state, { ...given(turn), reseller: organization }) : ok([]),
  })
  const state = (seen.ok && seen.value.state.invitation) || invitation
  const refusals = obstacles(parties, turn)
  if (refusals.length > 0)
    await house.invitations.execute(invitation.provider, invitation.id, {
      by: by(actor),
      correlationId,
      decide: (one) => (one ? blockInvitation(one, { at: now, reseller: organization, refusals }) : ok([])),
    })
  return acceptance(state, parties, code, turn, house)
}

/** *Authorize* (R42, R82). Pressed again, by anybody or at once by many, it makes one partnership, or each relationship once. */
export const accept: CompanyCapability<'accept-invitation'> = async (tap, turn, house) => {
  const { op, code, authorize, mcaAccepted } = tap
  const found = await invitationFor(code, turn, house)
  if (!found || found.provider) return invitationUnknownCard(turn.words)
  const { invitation, parties } = found
  const { provider, id } = invitation
  const { actor, correlationId } = turn
  const read = async () => (await readCompanies(invitation, turn.organization, house)) ?? parties
  const claimed = await house.invitations.execute(provider, id, {
    by: by(actor),
    correlationId,
    op,
    decide: async (state) =>
      state
        ? claimAcceptance(state, {
            ...given(turn),
            pair: await read(),
            ticked: authorize,
            agreed: mcaAccepted,
            key: op,
          })
        : { ok: false, error: [{ code: 'NOT_FOUND', query: code }] },
  })
  if (!claimed.ok) {
    const now = (await house.invitations.find(provider, id)) ?? invitation
    const faults = claimed.error.filter(isFieldRefusal)
    return acceptance(now, await read(), code, turn, house, faults)
  }
  const kept = await finishAcceptance(house, provider, id, correlationId)
  const now = (await house.invitations.find(provider, id)) ?? invitation
  return acceptance(now, await read(), code, turn, house, [], kept)
}

export const declineOffer: CompanyCapability<'decline-invitation'> = async ({ op, code, reason }, turn, house) => {
  const found = await invitationFor(code, turn, house)
  if (!found || found.provider) return invitationUnknownCard(turn.words)
  const { invitation, parties } = found
  const { provider, id } = invitation
  const result = await house.invitations.execute(provider, id, {
    by: by(turn.actor),
    correlationId: turn.correlationId,
    op,
    decide: (state) =>
      state
        ? declineInvitation(state, { ...given(turn), reseller: turn.organization, reason })
        : { ok: false, error: [{ code: 'NOT_FOUND', query: code }] },
  })
  const now =
    (result.ok && result.value.state.invitation) || ((await house.invitations.find(provider, id)) ?? invitation)
  const faults = result.ok ? [] : await withHolders(result.error, turn, house)
  return acceptance(now, parties, code, turn, house, faults, [], reason)
}

type Received = { invitation: Invitation; parties: Parties; provider: false }
type Found = Received | { invitation: Invitation; provider: true }

/** The invitation behind a code for somebody who may know of it: the requester's company, or the invited one. */
async function invitationFor(code: string, { organization }: CompanyTurn, house: House): Promise<Found | undefined> {
  const invitation = await house.invitations.byToken(code)
  const owner = await companyOfMail(house, invitation?.email ?? 'nobody@invalid')
  if (!invitation) return undefined
  if (invitation.provider === organization.tenantId) return { invitation, provider: true }
  if (!isInvited(invitation, organization.tenantId, owner?.tenantId)) return undefined
  const parties = await readCompanies(invitation, organization, house)
  return parties && { invitation, provider: false, parties }
}

/** The companies of an invitation with the invited one: a reseller, or a customer. */
async function readCompanies(
  invitation: Invitation,
  invited: Organization,
  house: House,
): Promise<Parties | undefined> {
  if (invitation.request) return readParties(house, invitation, invited)
  const provider = await house.organizations.find(invitation.provider)
  return provider && readPair(house, provider, invited)
}

/**
 * An invitation by its name instead of its code. A name is no secret as a code is: it opens only for the company that
 * answered or opened it, or that has verified the domain of the invited address. The reads are the same for any name.
 */
async function receivedBy(
  { provider: tenant, invitation: id }: ActionData<'received-invitation'>,
  { organization }: CompanyTurn,
  house: House,
): Promise<Received | undefined> {
  const invitation = await house.invitations.find(tenant, id)
  const owner = await companyOfMail(house, invitation?.email ?? 'nobody@invalid')
  const own = organization.tenantId
  if (!invitation || invitation.provider === own) return undefined
  if (!isInvited(invitation, own, owner?.tenantId)) return undefined
  const knows = owner?.tenantId === own || openersOf(invitation).includes(own)
  const parties = knows ? await readCompanies(invitation, organization, house) : undefined
  return parties && { invitation, provider: false, parties }
}

const isLive = ({ state }: Invitation): boolean => state === 'draft' || state === 'sent' || state === 'opened'

/** What stands in the way now, and what stood in the way of the acceptance that was just tried; each once. */
const withAll = (now: readonly Refusal[], kept: readonly Refusal[]): readonly Refusal[] => [
  ...now,
  ...kept.filter(({ code }) => now.every((one) => one.code !== code)),
]

/** What the invitation is to this viewer now: still to be answered, accepted, declined, or closed; what another company answered is closed. */
async function acceptance(
  invitation: Invitation,
  parties: Parties,
  code: string,
  turn: CompanyTurn,
  house: House,
  faults: readonly Refusal[] = [],
  kept: readonly Refusal[] = [],
  reason = '',
): Promise<Card> {
  const { words, organization } = turn
  const { state, providerName } = invitation
  if ((state === 'accepted' || state === 'declined') && invitation.reseller !== organization.tenantId)
    return invitationClosedCard({ invitation: { ...invitation, state: 'superseded' } }, words)
  if (state === 'accepted' && 'customer' in parties)
    return customerAcceptedCard({ invitation, agreement: parties.agreement }, words)
  if (state === 'accepted' && 'partnership' in parties && parties.partnership.status === 'active') {
    const { provider, partnership } = parties
    return acceptedCard({ provider: provider.displayName, partnership, mpa: mpaSigned.check({ organization }) }, words)
  }
  if (state === 'declined')
    return declinedCard({ provider: providerName, at: invitation.at, reason: invitation.reason }, words)
  if (!isLive(invitation) && state !== 'accepting') return invitationClosedCard({ invitation }, words)
  const { globalAdmins } = await staffOf(organization, house)
  const shared = {
    invitation,
    company: organization.displayName,
    code,
    obstacles: await withHolders(withAll(obstacles(parties, turn), kept), turn, house),
    mayAct: turn.actor.roles.includes('GA'),
    globalAdmins,
    faults,
  }
  if ('customer' in parties) {
    const { owner, through, agreement } = parties
    return customerAcceptanceCard(
      {
        ...shared,
        owner: placeOf(owner.organization),
        ...(through ? { provider: placeOf(through.organization) } : {}),
        hasAgreed: agreement !== 'none',
        reason,
      },
      words,
    )
  }
  const { provider } = parties
  return acceptanceCard(
    {
      ...shared,
      provider: { ...placeOf(provider), ...(provider.provider ?? {}) },
      notices: mpaSigned.check({ organization }),
      isCustomer: organization.kind === 'customer',
      hasApplied: hasApplied(organization),
    },
    words,
  )
}

const placeOf = ({ displayName: name, country }: Organization) => ({ name, country })
