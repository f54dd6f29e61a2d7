import type { By } from '../actor.ts'
import type { TenantId } from '../ids.ts'
import type { Audience, Notice } from '../notices.ts'
import type { Task } from '../store/outbox.ts'
import { type Invitation, type InvitationEvent, kindOf, type RelationshipRequest } from './invitation.ts'

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
    ...(after.request
      ? customerTold(event, after, after.request)
      : told(event, after).map(
          (news): Task => ({
            kind: 'notify',
            audience: requester(after.createdBy, after),
            notice: { tenantId: provider, company: providerName, ...news } as Notice,
          }),
        )),
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

/** SM6: whoever invited is told what became of it; both partners, that it was opened and accepted; the provider, that it was sent. */
function customerTold(event: InvitationEvent, invitation: Invitation, request: RelationshipRequest): readonly Task[] {
  const { provider: tenantId, providerName: company, id, email, createdBy } = invitation
  const kind = kindOf(invitation) as RelationshipRequest['kind']
  const own = { tenantId, company }
  const through = request.kind === 'both' ? request.through : undefined
  const its = through && { tenantId: through.tenantId, company: through.name }
  const creator = (notice: Notice): Task => ({ kind: 'notify', audience: requester(createdBy, invitation), notice })
  switch (event.type) {
    case 'InvitationSent':
      return its && event.via !== 'opened' && event.bulk === undefined
        ? [toStaff({ ...its, name: 'customerInvite.sent', reseller: company, email, by: nameOf(event.by) })]
        : []
    case 'InvitationOpened': {
      const { company: other } = event
      return [
        creator({ ...own, name: 'customerInvite.opened', as: kind === 'both' ? 'reseller' : kind, other, email }),
        ...(its
          ? [toStaff({ ...its, name: 'customerInvite.opened', as: 'provider', other, email, reseller: company })]
          : []),
      ]
    }
    case 'InvitationBlocked': {
      const { company: other, reasons } = event.block
      return [creator({ ...own, name: 'customerInvite.blocked', other, email, reasons })]
    }
    case 'InvitationDeclined':
      return [
        creator({
          ...own,
          name: 'customerInvite.declined',
          other: event.company,
          email,
          by: nameOf(event.by),
          ...(event.reason ? { reason: event.reason } : {}),
        }),
      ]
    case 'InvitationExpired':
      return [creator({ ...own, name: 'customerInvite.expired', email, invitation: id })]
    case 'InvitationAccepted': {
      const about = { customer: event.company, customerTenant: event.reseller, by: nameOf(event.by) }
      return [
        toStaff({
          ...own,
          name: 'customerInvite.accepted',
          as: kind === 'both' ? 'reseller' : kind,
          ...about,
          dap: request.includeDap,
          ...(its ? { other: its.company } : {}),
        }),
        ...(its
          ? [toStaff({ ...its, name: 'customerInvite.accepted', as: 'provider', ...about, dap: false, other: company })]
          : []),
      ]
    }
    default:
      return []
  }
}

/** Those of a partner who work with its customers. */
const toStaff = (notice: Notice): Task => ({
  kind: 'notify',
  audience: { to: 'roles', tenantId: notice.tenantId, roles: ['GA', 'AA', 'SA'] },
  notice,
})

/** *Send in Teams*: those global admins of the invited company who are met there get the invitation itself (SM4). */
function requested(
  to: TenantId,
  by: By,
  { provider, providerName, id, generation, request, ...rest }: Invitation,
): Task {
  const notice: Notice = {
    tenantId: provider,
    company: providerName,
    ...(request
      ? {
          name: 'customerInvite.requested' as const,
          ...(request.kind === 'both' ? { through: request.through.name } : {}),
        }
      : { name: 'partnership.requested' as const }),
    by: nameOf(by),
    invitation: id,
    generation,
    expiresAt: 'expiresAt' in rest ? rest.expiresAt : '',
  }
  return { kind: 'notify', audience: { to: 'roles', tenantId: to, roles: ['GA'], inTeams: true }, notice }
}

const requester = (by: By, { provider }: Invitation): Audience =>
  by.kind === 'person'
    ? { to: 'person', tenantId: by.tenantId, userId: by.userId }
    : { to: 'roles', tenantId: provider, roles: ['GA'] }

const nameOf = (by: By): string => (by.kind === 'person' ? by.name : '')
