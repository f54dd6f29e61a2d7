import type { By, Locale } from '../actor.ts'
import type { TenantId } from '../ids.ts'
import type { OrganizationKind } from '../organization/organization.ts'

/** Thirty days, renewable (C-10). */
export const INVITATION_DAYS = 30

/** The draft of the mail; `body` keeps the place of the personal link as `{link}` (architecture.md 7.1). */
export type Draft = { subject: string; body: string }

/** When a company first opened an invitation, and who it was. */
export type Opening = { at: string; by: By; tenant: TenantId; company: string }

/** What a customer is asked to authorize: one reseller relationship, or that of a reseller and its provider at once (domain.md 2.12). */
export const CUSTOMER_KINDS = ['both', 'direct', 'provider'] as const
export type CustomerKind = (typeof CUSTOMER_KINDS)[number]
export type InvitationKind = 'partnership' | CustomerKind

/** `through` is the provider that orders for the reseller's customer (R82); `includeDap` asks for delegated admin (D12). */
export type RelationshipRequest =
  | { kind: 'both'; through: { tenantId: TenantId; name: string }; includeDap: true }
  | { kind: Exclude<CustomerKind, 'both'>; includeDap: boolean }

type Facts = {
  id: string
  /** Whose invitation it is: of `both` the reseller's, who invites in the name of its provider as well. */
  provider: TenantId
  providerName: string
  /** Of a customer's invitation; without it, it asks a reseller for a partnership. */
  request?: RelationshipRequest
  /** The address of whoever is invited (R39, R63). */
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

export const BLOCK_REASONS = [
  'notEnrolled',
  'region',
  'customer',
  'suspended',
  'customerRegion',
  'cspTenant',
  'affiliate',
  'reseller',
  'partnership',
] as const
export type BlockReason = (typeof BLOCK_REASONS)[number]

/** Why an acceptance was not possible, for the provider to see (F37: organisation-level reasons only). */
export type Block = {
  at: string
  company: string
  reasons: readonly BlockReason[]
}

/** The life of one invitation (SM4, SM6). `accepting` is claimed by one company, which `reseller` names: nobody else can take it. */
export type Invitation =
  | (Facts & { state: 'draft' })
  /** `toSend`: renewed, and nobody has sent the new link yet. */
  | (Live & { state: 'sent'; block?: Block; toSend?: true })
  | (Live & Seen & { state: 'opened'; block?: Block })
  /** `agreed`: the customer accepts the Microsoft Customer Agreement with it (D11). */
  | (Live &
      Seen & {
        state: 'accepting'
        reseller: TenantId
        resellerName: string
        by: By
        at: string
        key: string
        agreed?: true
      })
  /** `reason` is why a customer declined, where it said so. */
  | (Live & {
      state: 'accepted' | 'declined'
      reseller: TenantId
      resellerName: string
      by: By
      at: string
      reason?: string
    })
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
      request?: RelationshipRequest
    }
  | { type: 'InvitationEdited'; at: string; by: By; draft: Draft }
  /** `bulk`: marked with all the others of a job, of which the provider is told at once. */
  | {
      type: 'InvitationSent'
      at: string
      by: By
      via: 'mail' | 'teams' | 'opened'
      to?: TenantId
      expiresAt: string
      bulk?: string
    }
  /** Sent in Teams as well, after it was sent; `to` is the company of the address, where there is one. */
  | { type: 'InvitationSentInTeams'; at: string; by: By; to?: TenantId }
  | { type: 'InvitationOpened'; at: string; by: By; tenant: TenantId; company: string }
  | { type: 'InvitationBlocked'; at: string; block: Block }
  | { type: 'AcceptanceClaimed'; at: string; by: By; reseller: TenantId; company: string; key: string; agreed?: true }
  | { type: 'AcceptanceReleased'; at: string }
  | { type: 'InvitationAccepted'; at: string; by: By; reseller: TenantId; company: string }
  | { type: 'InvitationDeclined'; at: string; by: By; reseller: TenantId; company: string; reason?: string }
  | { type: 'InvitationRevoked'; at: string; by: By }
  | { type: 'InvitationRenewed'; at: string; by: By; generation: number; expiresAt: string }
  | { type: 'InvitationExpired'; at: string }
  | { type: 'InvitationSuperseded'; at: string }

export const kindOf = ({ request }: Pick<Invitation, 'request'>): InvitationKind => request?.kind ?? 'partnership'

/** What a company of this kind asks its customers for. */
export const usualKind = (kind: OrganizationKind): CustomerKind =>
  kind === 'indirectProvider' ? 'provider' : kind === 'directBill' ? 'direct' : 'both'

/** Somebody may still answer it. */
export const isOpen = ({ state }: Invitation): boolean =>
  state === 'draft' || state === 'sent' || state === 'opened' || state === 'accepting'
