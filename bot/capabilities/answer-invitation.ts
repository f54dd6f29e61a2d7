import {
  acceptanceCard,
  acceptedCard,
  declinedCard,
  invitationClosedCard,
  invitationUnknownCard,
} from '../../cards/acceptance.ts'
import type { ActionData } from '../../cards/actions.ts'
import type { Card } from '../../cards/render.ts'
import { by } from '../../domain/actor.ts'
import {
  blockInvitation,
  claimAcceptance,
  declineInvitation,
  isInvited,
  obstacles,
  openInvitation,
} from '../../domain/invitation/accept.ts'
import type { Invitation } from '../../domain/invitation/invitation.ts'
import { companyOfMail } from '../../domain/invitation/invited-company.ts'
import type { Pair } from '../../domain/invitation/pair.ts'
import { finishAcceptance, readPair } from '../../domain/partnership/acceptance.ts'
import { openersOf } from '../../domain/partnership/lists.ts'
import { isFieldRefusal, type Refusal } from '../../domain/refusals.ts'
import { ok } from '../../domain/result.ts'
import { mpaSigned } from '../../domain/rules/organization.ts'
import { type CompanyCapability, type CompanyTurn, given, type House } from '../capability.ts'
import { hasApplied } from '../next-steps.ts'
import { withHolders } from '../refused.ts'
import { staffOf } from './home.ts'
import { drawInvitation } from './request-partnership.ts'

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

async function opened({ invitation, pair }: Received, code: string, turn: CompanyTurn, house: House): Promise<Card> {
  const { actor, organization, correlationId, now } = turn
  const seen = await house.invitations.execute(invitation.provider, invitation.id, {
    by: by(actor),
    correlationId,
    decide: (state) =>
      state && isLive(state) ? openInvitation(state, { ...given(turn), reseller: organization }) : ok([]),
  })
  const state = (seen.ok && seen.value.state.invitation) || invitation
  const refusals = obstacles(pair, turn)
  if (refusals.length > 0)
    await house.invitations.execute(invitation.provider, invitation.id, {
      by: by(actor),
      correlationId,
      decide: (one) => (one ? blockInvitation(one, { at: now, reseller: organization, refusals }) : ok([])),
    })
  return acceptance(state, pair, code, turn, house)
}

/** *Authorize indirect provider* (R42). Pressed again, by anybody or at once by many, it makes one partnership. */
export const accept: CompanyCapability<'accept-invitation'> = async ({ op, code, authorize }, turn, house) => {
  const found = await invitationFor(code, turn, house)
  if (!found || found.provider) return invitationUnknownCard(turn.words)
  const { invitation, pair } = found
  const { provider, id } = invitation
  const { actor, correlationId } = turn
  const claimed = await house.invitations.execute(provider, id, {
    by: by(actor),
    correlationId,
    op,
    decide: async (state) =>
      state
        ? claimAcceptance(state, {
            ...given(turn),
            pair: await readPair(house, pair.provider, pair.reseller),
            ticked: authorize,
            key: op,
          })
        : { ok: false, error: [{ code: 'NOT_FOUND', query: code }] },
  })
  if (!claimed.ok) {
    const now = (await house.invitations.find(provider, id)) ?? invitation
    const faults = claimed.error.filter(isFieldRefusal)
    return acceptance(now, await readPair(house, pair.provider, pair.reseller), code, turn, house, faults)
  }
  const kept = await finishAcceptance(house, provider, id, correlationId)
  const now = (await house.invitations.find(provider, id)) ?? invitation
  return acceptance(now, await readPair(house, pair.provider, pair.reseller), code, turn, house, [], kept)
}

export const declineOffer: CompanyCapability<'decline-invitation'> = async ({ op, code }, turn, house) => {
  const found = await invitationFor(code, turn, house)
  if (!found || found.provider) return invitationUnknownCard(turn.words)
  const { invitation, pair } = found
  const { provider, id } = invitation
  const result = await house.invitations.execute(provider, id, {
    by: by(turn.actor),
    correlationId: turn.correlationId,
    op,
    decide: (state) =>
      state
        ? declineInvitation(state, { ...given(turn), reseller: pair.reseller })
        : { ok: false, error: [{ code: 'NOT_FOUND', query: code }] },
  })
  const now =
    (result.ok && result.value.state.invitation) || ((await house.invitations.find(provider, id)) ?? invitation)
  const faults = result.ok ? [] : await withHolders(result.error, turn, house)
  return acceptance(now, pair, code, turn, house, faults)
}

type Received = { invitation: Invitation; pair: Pair; provider: false }
type Found = Received | { invitation: Invitation; provider: true }

/** The invitation behind a code for somebody who may know of it: the requester's company, or the invited one. */
async function invitationFor(code: string, { organization }: CompanyTurn, house: House): Promise<Found | undefined> {
  const { organizations, invitations } = house
  const invitation = await invitations.byToken(code)
  const owner = await companyOfMail(house, invitation?.email ?? 'nobody@invalid')
  if (!invitation) return undefined
  if (invitation.provider === organization.tenantId) return { invitation, provider: true }
  if (!isInvited(invitation, organization.tenantId, owner?.tenantId)) return undefined
  const provider = await organizations.find(invitation.provider)
  if (!provider) return undefined
  return { invitation, provider: false, pair: await readPair(house, provider, organization) }
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
  const { organizations, invitations } = house
  const invitation = await invitations.find(tenant, id)
  const owner = await companyOfMail(house, invitation?.email ?? 'nobody@invalid')
  const own = organization.tenantId
  if (!invitation || invitation.provider === own) return undefined
  if (!isInvited(invitation, own, owner?.tenantId)) return undefined
  const knows = owner?.tenantId === own || openersOf(invitation).includes(own)
  const provider = knows ? await organizations.find(tenant) : undefined
  return provider && { invitation, provider: false, pair: await readPair(house, provider, organization) }
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
  pair: Pair,
  code: string,
  turn: CompanyTurn,
  house: House,
  faults: readonly Refusal[] = [],
  kept: readonly Refusal[] = [],
): Promise<Card> {
  const { words, organization } = turn
  const { provider, partnership } = pair
  if (
    (invitation.state === 'accepted' || invitation.state === 'declined') &&
    invitation.reseller !== organization.tenantId
  )
    return invitationClosedCard({ invitation: { ...invitation, state: 'superseded' } }, words)
  if (invitation.state === 'accepted' && partnership.status === 'active')
    return acceptedCard({ provider: provider.displayName, partnership, mpa: mpaSigned.check({ organization }) }, words)
  if (invitation.state === 'declined') return declinedCard({ provider: provider.displayName, at: invitation.at }, words)
  if (!isLive(invitation) && invitation.state !== 'accepting') return invitationClosedCard({ invitation }, words)
  const { globalAdmins } = await staffOf(organization, house)
  return acceptanceCard(
    {
      invitation,
      provider: { name: provider.displayName, country: provider.country, ...(provider.provider ?? {}) },
      company: organization.displayName,
      code,
      obstacles: await withHolders(withAll(obstacles(pair, turn), kept), turn, house),
      notices: mpaSigned.check({ organization }),
      mayAct: turn.actor.roles.includes('GA'),
      globalAdmins,
      isCustomer: organization.kind === 'customer',
      hasApplied: hasApplied(organization),
      faults,
    },
    words,
  )
}
