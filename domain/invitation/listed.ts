import type { TenantId } from '../ids.ts'
import type { About } from '../store/outbox.ts'
import type { Invitation, InvitationEvent } from './invitation.ts'

/**
 * Where the lists of changes repeat an event of an invitation. The provider reads all of it; another company only what it
 * did itself, that it was written to, and that the invitation it had opened has ended: never who worked on the draft, nor
 * what other companies did with it.
 */
export function listed(event: InvitationEvent, after: Invitation | undefined): About {
  if (!after) return { companies: [], tenants: [], seenBy: [] }
  const { provider, providerName, email } = after
  const others = othersOf(event, after)
  const other = 'company' in event ? event.company : 'resellerName' in after ? after.resellerName : email
  const tenants = [...new Set([provider, ...others, ...alsoAsking(event, after)])]
  return { companies: [providerName, other], tenants, seenBy: tenants }
}

/** The provider in whose name a reseller invites as well learns what its customer is asked and answers, not how the text came about. */
const alsoAsking = ({ type }: InvitationEvent, { request }: Invitation): readonly TenantId[] =>
  request?.kind === 'both' && SHARED.includes(type) ? [request.through.tenantId] : []

const SHARED: readonly InvitationEvent['type'][] = [
  'InvitationSent',
  'InvitationOpened',
  'InvitationAccepted',
  'InvitationDeclined',
]

function othersOf(event: InvitationEvent, after: Invitation): readonly TenantId[] {
  switch (event.type) {
    case 'InvitationOpened':
      return [event.tenant]
    case 'AcceptanceClaimed':
    case 'InvitationAccepted':
    case 'InvitationDeclined':
      return [event.reseller]
    case 'InvitationSent':
    case 'InvitationSentInTeams':
      return event.to ? [event.to] : []
    case 'InvitationRevoked':
    case 'InvitationExpired':
      return (after.openings ?? []).map(({ tenant }) => tenant)
    default:
      return []
  }
}
