import type { By, Locale } from '../actor.ts'
import type { TenantId } from '../ids.ts'

/** Thirty days, renewable (C-10). */
export const INVITATION_DAYS = 30

/** The draft of the mail; `body` keeps the place of the personal link as `{link}` (architecture.md 7.1). */
export type Draft = { subject: string; body: string }

/** When a company first opened an invitation, and who it was. */
export type Opening = { at: string; by: By; tenant: TenantId; company: string }

type Facts = {
  id: string
  provider: TenantId
  providerName: string
  /** The reseller's address (R39). */
  email: string
  locale: Locale
  draft: Draft
  /** Raised by renewing: the old link ends. */
  generation: number
  createdAt: string
  createdBy: By
  /** Each company that really opened it, by a link that has ended since too: it keeps the invitation in its list. */
  openings?: readonly Opening[]
  /** When it last went out in Teams: not twice within a day. */
  inTeamsAt?: string
}

type Live = Facts & { sentAt: string; expiresAt: string }
/** Who opened the link first; binding happens only at acceptance (F37). */
type Seen = { openedAt: string; openedBy: By; openedFor: TenantId; openedForName: string }

/** Why an acceptance was not possible, for the provider to see (F37: organisation-level reasons only). */
export type Block = {
  at: string
  company: string
  reasons: readonly ('notEnrolled' | 'region' | 'customer' | 'suspended')[]
}

/** The life of one partnership invitation (SM4). `accepting` is claimed by one company: nobody else can take it. */
export type Invitation =
  | (Facts & { state: 'draft' })
  /** `toSend`: renewed, and nobody has sent the new link yet. */
  | (Live & { state: 'sent'; block?: Block; toSend?: true })
  | (Live & Seen & { state: 'opened'; block?: Block })
  | (Live & Seen & { state: 'accepting'; reseller: TenantId; resellerName: string; by: By; at: string; key: string })
  | (Live & { state: 'accepted' | 'declined'; reseller: TenantId; resellerName: string; by: By; at: string })
  | (Facts & { state: 'revoked'; by: By; at: string; sentAt?: string })
  | (Live & { state: 'expired' | 'superseded'; at: string })

export type InvitationState = Invitation['state']

export type InvitationEvent =
  | {
      type: 'InvitationDrafted'
      at: string
      by: By
      id: string
      provider: TenantId
      providerName: string
      email: string
      locale: Locale
      draft: Draft
    }
  | { type: 'InvitationEdited'; at: string; by: By; draft: Draft }
  | { type: 'InvitationSent'; at: string; by: By; via: 'mail' | 'teams' | 'opened'; to?: TenantId; expiresAt: string }
  /** Sent in Teams as well, after it was sent. */
  | { type: 'InvitationSentInTeams'; at: string; by: By; to: TenantId }
  | { type: 'InvitationOpened'; at: string; by: By; tenant: TenantId; company: string }
  | { type: 'InvitationBlocked'; at: string; block: Block }
  | { type: 'AcceptanceClaimed'; at: string; by: By; reseller: TenantId; company: string; key: string }
  | { type: 'AcceptanceReleased'; at: string }
  | { type: 'InvitationAccepted'; at: string; by: By; reseller: TenantId; company: string }
  | { type: 'InvitationDeclined'; at: string; by: By; reseller: TenantId; company: string }
  | { type: 'InvitationRevoked'; at: string; by: By }
  | { type: 'InvitationRenewed'; at: string; by: By; generation: number; expiresAt: string }
  | { type: 'InvitationExpired'; at: string }
  | { type: 'InvitationSuperseded'; at: string }
