import { isToSend } from '../invitation/evolve.ts'
import type { Invitation } from '../invitation/invitation.ts'
import { openingsOf } from '../invitation/lists.ts'
import type { Organization } from '../organization/organization.ts'
import type { AnswerRow, Fix, Moment } from './answer.ts'
import { invitedName, whoDid } from './pair-facts.ts'
import type { PartnerFinding } from './partners.ts'
import type { Sight } from './sight.ts'

/** What became of an invitation, the oldest first, and at the end what it waits for. */
export function momentsOf(invitation: Invitation, { own }: Sight): readonly Moment[] {
  const { provider, email, createdAt, createdBy } = invitation
  const isRequesters = own === undefined || own.tenantId === provider
  const done = (at: string, finding: PartnerFinding): Moment => ({ at, finding, state: 'done' })
  return [
    ...(isRequesters ? [done(createdAt, { code: 'partners.drafted', email, ...whoDid(createdBy) })] : []),
    ...(sentAt(invitation) === undefined ? [] : [done(sentAt(invitation) ?? '', { code: 'partners.sent', email })]),
    ...openingsOf(invitation).map(({ at, by, company }) =>
      done(at, { code: 'partners.opened', company, ...whoDid(by) }),
    ),
    ...blocks(invitation),
    ...outcome(invitation),
  ].toSorted(byTime)
}

/** A renewed link that nobody has sent yet bears the instant of its renewal. */
const sentAt = (invitation: Invitation): string | undefined =>
  'sentAt' in invitation && !isToSend(invitation) ? invitation.sentAt : undefined

/** A renewed invitation was sent again after somebody had opened it; what is waited for stands last. */
const byTime = (one: Moment, other: Moment): number =>
  one.at === other.at ? 0 : (one.at ?? '9') < (other.at ?? '9') ? -1 : 1

const blocks = (invitation: Invitation): readonly Moment[] =>
  'block' in invitation && invitation.block
    ? invitation.block.reasons.map((reason) => ({
        at: invitation.block?.at ?? '',
        finding: { code: 'partners.blocked', company: invitation.block?.company ?? '', reason },
        state: 'stopped',
      }))
    : []

function outcome(invitation: Invitation): readonly Moment[] {
  switch (invitation.state) {
    case 'draft':
      return [{ finding: { code: 'partners.waitsToBeSent' }, state: 'waiting' }]
    case 'sent':
      return [
        {
          finding: isToSend(invitation)
            ? { code: 'partners.waitsToBeSent' }
            : { code: 'partners.waitsToBeOpened', until: invitation.expiresAt },
          state: 'waiting',
        },
      ]
    case 'opened':
      return [
        {
          finding: {
            code: 'partners.waitsForAnswer',
            until: invitation.expiresAt,
            ...(invitation.request ? { customer: true as const } : {}),
          },
          state: 'waiting',
        },
      ]
    case 'accepting':
      return [{ finding: { code: 'partners.beingAccepted', company: invitation.resellerName }, state: 'waiting' }]
    case 'accepted':
    case 'declined': {
      const { state, resellerName: company, at, by, reason } = invitation
      if (state === 'accepted')
        return [{ at, finding: { code: 'partners.accepted', company, ...whoDid(by) }, state: 'done' }]
      const why = reason ? { reason } : {}
      return [{ at, finding: { code: 'partners.declined', company, ...why, ...whoDid(by) }, state: 'stopped' }]
    }
    case 'revoked': {
      const { providerName: provider, at, by } = invitation
      return [{ at, finding: { code: 'partners.revoked', provider, ...whoDid(by) }, state: 'stopped' }]
    }
    case 'expired':
    case 'superseded':
      return [{ at: invitation.at, finding: { code: `partners.${invitation.state}` }, state: 'stopped' }]
  }
}

/**
 * Opens the invitation for whoever sent it: there it is sent again, renewed or revoked (P21); and for the people of the
 * company that it went to, who answer it there.
 */
export function invitationRow(
  invitation: Invitation,
  { own }: Sight,
  invited?: Pick<Organization, 'tenantId'>,
): readonly AnswerRow[] {
  const { id, state, email, provider, request } = invitation
  const isSenders = own?.tenantId === provider
  const isReceivers = own !== undefined && own.tenantId === invited?.tenantId && state !== 'draft'
  if (!isSenders && !isReceivers) return []
  const at = sentAt(invitation) ?? invitation.createdAt
  const expiresAt = 'expiresAt' in invitation ? { expiresAt: invitation.expiresAt } : {}
  const name = invitedName(invitation)
  return [
    {
      title: email,
      findings: [
        {
          code: 'partners.line',
          state,
          at,
          ...expiresAt,
          ...(request ? { kind: request.kind } : {}),
          ...(name === email || !isSenders ? {} : { with: name }),
        },
      ],
      open: isSenders
        ? { verb: 'invitation', invitation: id }
        : { verb: 'received-invitation', provider, invitation: id },
    },
  ]
}

/**
 * A reminder to the company whose people opened an invitation and did not answer: there it stands in their list. Nobody
 * reminds the own company.
 */
export function reminderOf(invitation: Invitation, { own }: Sight): Fix | undefined {
  if (invitation.state !== 'opened') return undefined
  const { openedFor: tenant, openedForName: company } = invitation
  return tenant === own?.tenantId ? undefined : { kind: 'remind', tenant, company, about: 'invitation' }
}
