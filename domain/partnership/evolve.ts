import type { Partnership, PartnershipEvent } from './partnership.ts'

/** The partnership after `event` (SM5). Throws on an event that cannot follow: the history would be corrupt. */
export function evolvePartnership(state: Partnership, event: PartnershipEvent): Partnership {
  if (event.type === 'PartnershipEstablished') {
    if (state.status === 'active') throw new Error(`${event.type} cannot follow ${state.status}`)
    const { provider, providerName, reseller, resellerName, invitationId, at, by } = event
    return {
      status: 'active',
      provider,
      providerName,
      reseller,
      resellerName,
      since: at,
      by,
      invitationId,
      adminAccess: { state: 'granted' },
    }
  }
  if (state.status !== 'active') throw new Error(`${event.type} cannot follow ${state.status}`)
  switch (event.type) {
    case 'AdminAccessRemoved':
      return { ...state, adminAccess: { state: 'removed', at: event.at, by: event.by } }
    case 'EndRequested':
      return { ...state, endRequest: { at: event.at, by: event.by, reason: event.reason } }
    case 'PartnershipRemoved': {
      const { provider, providerName, reseller, resellerName, since, invitationId } = state
      const { at: removedAt, by, how } = event
      const parties = { provider, providerName, reseller, resellerName }
      return { status: 'removed', ...parties, since, removedAt, by, how, invitationId }
    }
  }
}
