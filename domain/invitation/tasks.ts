import type { By } from '../actor.ts'
import type { TenantId } from '../ids.ts'
import type { Audience, Notice } from '../notices.ts'
import type { Task } from '../store/outbox.ts'
import type { Invitation, InvitationEvent } from './invitation.ts'

/** After these every card of the invitation that stands in a chat says something that is no longer so. */
const OUTCOMES: readonly InvitationEvent['type'][] = [
  'InvitationAccepted',
  'InvitationDeclined',
  'InvitationRevoked',
  'InvitationRenewed',
  'InvitationExpired',
  'InvitationSuperseded',
]

/** What an event of an invitation sets going: the lists, the acceptance itself, and who requested it is told (SM4). */
export function tasks(before: Invitation | undefined, event: InvitationEvent, after: Invitation): readonly Task[] {
  const { provider, providerName, id: invitation, email } = after
  return [
    { kind: 'listInvitation', provider, invitation },
    ...(event.type === 'AcceptanceClaimed' ? [{ kind: 'finishAcceptance' as const, provider, invitation }] : []),
    ...(event.type === 'AcceptanceReleased' && before?.state === 'accepting'
      ? [{ kind: 'releasePair' as const, provider, reseller: before.reseller, invitation }]
      : []),
    ...(OUTCOMES.includes(event.type) ? [{ kind: 'updateCards' as const, provider, invitation }] : []),
    ...((event.type === 'InvitationSent' || event.type === 'InvitationSentInTeams') && event.to
      ? [requested(event.to, event.by, after)]
      : []),
    ...told(event, after).map(
      (news): Task => ({
        kind: 'notify',
        audience: requester(after.createdBy, after),
        notice: { tenantId: provider, company: providerName, ...news } as Notice,
      }),
    ),
  ]

  function told(one: InvitationEvent, { id }: Invitation): readonly object[] {
    switch (one.type) {
      case 'InvitationOpened':
        return [{ name: 'partnership.opened', other: one.company, email }]
      case 'InvitationBlocked':
        return [{ name: 'partnership.blocked', other: one.block.company, email, reasons: one.block.reasons }]
      case 'InvitationDeclined':
        return [{ name: 'partnership.declined', other: one.company, email, by: nameOf(one.by) }]
      case 'InvitationExpired':
        return [{ name: 'partnership.expired', email, invitation: id }]
      default:
        return []
    }
  }
}

/** *Send in Teams*: the invited company's global admins get the invitation itself. */
function requested(to: TenantId, by: By, { provider, providerName, id, generation, ...rest }: Invitation): Task {
  const notice: Notice = {
    tenantId: provider,
    company: providerName,
    name: 'partnership.requested',
    by: nameOf(by),
    invitation: id,
    generation,
    expiresAt: 'expiresAt' in rest ? rest.expiresAt : '',
  }
  return { kind: 'notify', audience: { to: 'roles', tenantId: to, roles: ['GA'] }, notice }
}

const requester = (by: By, { provider }: Invitation): Audience =>
  by.kind === 'person'
    ? { to: 'person', tenantId: by.tenantId, userId: by.userId }
    : { to: 'roles', tenantId: provider, roles: ['GA'] }

const nameOf = (by: By): string => (by.kind === 'person' ? by.name : '')
