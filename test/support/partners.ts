import { by } from '../../domain/actor.ts'
import { tenantId } from '../../domain/ids.ts'
import { evolveInvitation } from '../../domain/invitation/evolve.ts'
import type { Invitation, InvitationEvent, InvitationState } from '../../domain/invitation/invitation.ts'
import type { Sent } from '../../domain/invitation/invite.ts'
import type { Pair } from '../../domain/invitation/pair.ts'
import type { Organization } from '../../domain/organization/organization.ts'
import type { Active, PartnershipEvent } from '../../domain/partnership/partnership.ts'
import { DECLARATION_VERSION, DECLARATIONS } from '../../domain/partnership/partnership.ts'
import { days, hana, hanaDid, holding, inTenant, later, MONDAY, registered, sho } from './people.ts'

const TOTO = tenantId('00000005-0000-4000-8000-000000000000')

const mpa = (region: string) => ({
  type: 'MPA' as const,
  region,
  version: '1',
  acceptedAt: '2020-02-14T00:00:00.000Z',
})

/** An indirect provider in Japan that has signed the MPA. */
export const toto: Organization = {
  ...registered({ kind: 'indirectProvider', cspTenant: true }, { tenantId: TOTO, displayName: 'Toto Distribution' }),
  agreements: [{ status: 'accepted', at: '2020-02-14T00:00:00.000Z', ...mpa('japan') }],
}

/** Sakura Systems, enrolled as an indirect reseller; the MPA is not signed yet. */
export const reseller: Organization = registered({ kind: 'indirectReseller', cspTenant: true })

/** A sales agent and a help desk agent of the provider, the reseller's two people. */
export const tomo = { ...inTenant(sho, TOTO), name: 'Tomo Abe', email: 'tomo@toto.example' }
export const helper = holding(tomo, 'HA')
export const tomoDid = by(tomo)
export const NO_MAILS: Sent = { hour: 0, day: 0, hourEnds: later(1), dayEnds: days(1) }
export const BODY = 'Work with us: {link}'

const at = (n: number): string => days(n)

type Of<T extends InvitationEvent['type']> = Extract<InvitationEvent, { type: T }>

export const DRAFTED: Of<'InvitationDrafted'> = {
  type: 'InvitationDrafted',
  at: MONDAY,
  by: tomoDid,
  id: 'i1',
  provider: TOTO,
  providerName: toto.displayName,
  email: 'hana@sakura.example',
  locale: 'ja-JP',
  draft: { subject: 'Partnership', body: BODY },
}
const sakuraDid = { by: hanaDid, company: reseller.displayName }
export const SENT: InvitationEvent = { type: 'InvitationSent', at: at(1), by: tomoDid, via: 'mail', expiresAt: at(31) }
export const OPENED: Of<'InvitationOpened'> = {
  type: 'InvitationOpened',
  at: at(2),
  ...sakuraDid,
  tenant: reseller.tenantId,
}
export const CLAIMED: InvitationEvent = {
  type: 'AcceptanceClaimed',
  at: at(3),
  ...sakuraDid,
  reseller: reseller.tenantId,
  key: 'press-1',
}
export const ACCEPTED: InvitationEvent = {
  type: 'InvitationAccepted',
  at: at(3),
  ...sakuraDid,
  reseller: reseller.tenantId,
}
export const DECLINED: InvitationEvent = { ...ACCEPTED, type: 'InvitationDeclined' }
export const REVOKED: InvitationEvent = { type: 'InvitationRevoked', at: at(3), by: tomoDid }
export const EXPIRED: InvitationEvent = { type: 'InvitationExpired', at: at(31) }
export const SUPERSEDED: InvitationEvent = { type: 'InvitationSuperseded', at: at(3) }

/** One event of each type. */
export const EVERY_INVITATION_EVENT: { [T in InvitationEvent['type']]: Extract<InvitationEvent, { type: T }> } = {
  InvitationDrafted: DRAFTED,
  InvitationEdited: { type: 'InvitationEdited', at: at(1), by: tomoDid, draft: { subject: 'New', body: BODY } },
  InvitationSent: SENT as never,
  InvitationSentInTeams: { type: 'InvitationSentInTeams', at: at(2), by: tomoDid, to: reseller.tenantId },
  InvitationOpened: OPENED,
  InvitationBlocked: {
    type: 'InvitationBlocked',
    at: at(2),
    block: { at: at(2), company: reseller.displayName, reasons: ['region'] },
  },
  AcceptanceClaimed: CLAIMED as never,
  AcceptanceReleased: { type: 'AcceptanceReleased', at: at(3) },
  InvitationAccepted: ACCEPTED as never,
  InvitationDeclined: DECLINED as never,
  InvitationRevoked: REVOKED as never,
  InvitationRenewed: { type: 'InvitationRenewed', at: at(4), by: tomoDid, generation: 2, expiresAt: at(34) },
  InvitationExpired: EXPIRED as never,
  InvitationSuperseded: SUPERSEDED as never,
}

const PATHS: Record<InvitationState, readonly InvitationEvent[]> = {
  draft: [DRAFTED],
  sent: [DRAFTED, SENT],
  opened: [DRAFTED, SENT, OPENED],
  accepting: [DRAFTED, SENT, OPENED, CLAIMED],
  accepted: [DRAFTED, SENT, OPENED, CLAIMED, ACCEPTED],
  declined: [DRAFTED, SENT, OPENED, DECLINED],
  revoked: [DRAFTED, SENT, REVOKED],
  expired: [DRAFTED, SENT, EXPIRED],
  superseded: [DRAFTED, SENT, SUPERSEDED],
}

export const STATES = Object.keys(PATHS) as InvitationState[]
export const CLOSED = ['accepted', 'declined', 'revoked', 'expired', 'superseded'] as const

/** An invitation of Toto to Sakura in this state. */
export function invitation(state: InvitationState): Invitation {
  const [first, ...rest] = PATHS[state] as [InvitationEvent, ...InvitationEvent[]]
  return rest.reduce(evolveInvitation, evolveInvitation(undefined, first))
}

/** Nothing stands in the way of these two. */
export const pair = (over: Partial<Pair> = {}): Pair => ({
  provider: toto,
  reseller,
  partnership: { status: 'none' },
  isCustomer: false,
  ...over,
})

const parties = {
  provider: TOTO,
  providerName: toto.displayName,
  reseller: reseller.tenantId,
  resellerName: reseller.displayName,
}

export const partners: Active = {
  ...parties,
  status: 'active',
  since: at(3),
  by: hanaDid,
  invitationId: 'i1',
  adminAccess: { state: 'granted' },
}

/** One event of each type. */
export const EVERY_PARTNERSHIP_EVENT: {
  [T in PartnershipEvent['type']]: Extract<PartnershipEvent, { type: T }>
} = {
  PartnershipEstablished: { type: 'PartnershipEstablished', at: at(3), by: hanaDid, invitationId: 'i1', ...parties },
  AdminAccessRemoved: { type: 'AdminAccessRemoved', at: at(4), by: by(hana) },
  EndRequested: { type: 'EndRequested', at: at(5), by: hanaDid, reason: 'We change.' },
  PartnershipRemoved: {
    type: 'PartnershipRemoved',
    at: at(6),
    by: tomoDid,
    how: 'provider',
    declarations: DECLARATIONS,
    textVersion: DECLARATION_VERSION,
  },
}
