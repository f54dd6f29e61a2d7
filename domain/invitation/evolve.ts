import type { Invitation, InvitationEvent, InvitationState, Opening } from './invitation.ts'

/** The invitation after `event` (SM4). Throws on an event that cannot follow: the history would be corrupt. */
export function evolveInvitation(state: Invitation | undefined, event: InvitationEvent): Invitation {
  if (event.type === 'InvitationDrafted') {
    if (state) throw new Error(`${event.type} cannot follow ${state.state}`)
    const { id, provider, providerName, email, locale, draft, at, by, request } = event
    return {
      state: 'draft',
      id,
      provider,
      providerName,
      email,
      locale,
      draft,
      generation: 1,
      createdAt: at,
      createdBy: by,
      ...(request ? { request } : {}),
    }
  }
  if (!state) throw new Error(`${event.type} cannot begin an invitation`)
  if (!FOLLOWS[event.type].includes(state.state)) throw new Error(`${event.type} cannot follow ${state.state}`)
  switch (event.type) {
    case 'InvitationEdited':
      return { ...state, draft: event.draft }
    case 'InvitationSent':
      return {
        ...facts(state),
        ...(event.via === 'teams' ? { inTeamsAt: event.at } : {}),
        state: 'sent',
        sentAt: event.at,
        expiresAt: event.expiresAt,
      }
    case 'InvitationSentInTeams':
      return isToSend(state)
        ? { ...live(state), state: 'sent', sentAt: event.at, inTeamsAt: event.at }
        : { ...state, inTeamsAt: event.at }
    case 'InvitationOpened':
      return {
        ...live(state),
        openings: openingsWith(state, event),
        state: 'opened',
        openedAt: event.at,
        openedBy: event.by,
        openedFor: event.tenant,
        openedForName: event.company,
      }
    case 'InvitationBlocked':
      return state.state === 'opened' || state.state === 'sent' ? { ...state, block: event.block } : state
    case 'AcceptanceClaimed':
      return {
        ...seen(state),
        state: 'accepting',
        reseller: event.reseller,
        resellerName: event.company,
        by: event.by,
        at: event.at,
        key: event.key,
        ...(event.agreed ? { agreed: true } : {}),
      }
    case 'AcceptanceReleased':
      return { ...seen(state), state: 'opened' }
    case 'InvitationAccepted':
    case 'InvitationDeclined':
      return {
        ...live(state),
        state: event.type === 'InvitationAccepted' ? 'accepted' : 'declined',
        reseller: event.reseller,
        resellerName: event.company,
        by: event.by,
        at: event.at,
        ...('reason' in event && event.reason ? { reason: event.reason } : {}),
      }
    case 'InvitationRevoked':
      return {
        ...facts(state),
        state: 'revoked',
        by: event.by,
        at: event.at,
        ...('sentAt' in state && state.sentAt ? { sentAt: state.sentAt } : {}),
      }
    case 'InvitationRenewed':
      return {
        ...facts(state),
        generation: event.generation,
        state: 'sent',
        sentAt: event.at,
        expiresAt: event.expiresAt,
        toSend: true,
      }
    case 'InvitationExpired':
      return { ...live(state), state: 'expired', at: event.at }
    case 'InvitationSuperseded':
      return { ...live(state), state: 'superseded', at: event.at }
  }
}

/** Its link was made and has not been sent: a draft's, or the new one of a renewal. */
export const isToSend = (state: Invitation): boolean =>
  state.state === 'draft' || (state.state === 'sent' && state.toSend === true)

/** The states in which each event can happen (SM4). */
const FOLLOWS: Readonly<Record<Exclude<InvitationEvent['type'], 'InvitationDrafted'>, readonly InvitationState[]>> = {
  InvitationEdited: ['draft', 'sent', 'opened', 'accepting'],
  InvitationSent: ['draft', 'sent'],
  InvitationSentInTeams: ['sent', 'opened'],
  InvitationOpened: ['sent'],
  InvitationBlocked: ['sent', 'opened'],
  AcceptanceClaimed: ['opened'],
  AcceptanceReleased: ['accepting'],
  InvitationAccepted: ['accepting'],
  InvitationDeclined: ['opened'],
  InvitationRevoked: ['draft', 'sent', 'opened'],
  InvitationRenewed: ['sent', 'opened', 'expired'],
  InvitationExpired: ['sent', 'opened'],
  InvitationSuperseded: ['sent', 'opened'],
}

/** A company that opens a renewed link is not remembered twice. */
function openingsWith(
  { openings = [] }: Invitation,
  { at, by, tenant, company }: Extract<InvitationEvent, { type: 'InvitationOpened' }>,
): readonly Opening[] {
  return openings.some((one) => one.tenant === tenant) ? openings : [...openings, { at, by, tenant, company }]
}

function facts(state: Invitation) {
  const { id, provider, providerName, email, locale, draft, generation, createdAt, createdBy } = state
  const { openings, inTeamsAt, request } = state
  const kept = {
    ...(openings ? { openings } : {}),
    ...(inTeamsAt ? { inTeamsAt } : {}),
    ...(request ? { request } : {}),
  }
  return { id, provider, providerName, email, locale, draft, generation, createdAt, createdBy, ...kept }
}

function live(state: Invitation) {
  if (!('expiresAt' in state)) throw new Error(`an invitation that is ${state.state} was never sent`)
  return { ...facts(state), sentAt: state.sentAt, expiresAt: state.expiresAt }
}

function seen(state: Invitation) {
  if (state.state !== 'opened' && state.state !== 'accepting')
    throw new Error(`an invitation that is ${state.state} was not opened`)
  const { openedAt, openedBy, openedFor, openedForName } = state
  return { ...live(state), openedAt, openedBy, openedFor, openedForName }
}
