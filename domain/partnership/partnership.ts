import type { By } from '../actor.ts'
import type { TenantId } from '../ids.ts'

/** The declarations of R46 in the order of the source, and the version of their wording. */
export const DECLARATIONS = ['goodFaith', 'legitimatePurpose', 'contractual', 'indemnity', 'noticeDuty'] as const
export type Declaration = (typeof DECLARATIONS)[number]
export const DECLARATION_VERSION = '2021-03'

type Parties = { provider: TenantId; providerName: string; reseller: TenantId; resellerName: string }

/** Whether the provider may still administer the reseller's work account (R48, R49). */
export type AdminAccess = { state: 'granted' } | { state: 'removed'; at: string; by: By }

/** The reseller's wish to end it, filed with Microsoft support (R110). */
export type EndRequest = { at: string; by: By; reason: string }

/** One provider–reseller partnership (SM5). Removed pairs can be invited anew. */
export type Partnership =
  | { status: 'none' }
  | (Parties & {
      status: 'active'
      since: string
      by: By
      invitationId: string
      adminAccess: AdminAccess
      endRequest?: EndRequest
    })
  | (Parties & {
      status: 'removed'
      since: string
      removedAt: string
      by: By
      how: 'provider' | 'microsoft'
      /** By which it had been established. */
      invitationId: string
    })

export type Active = Extract<Partnership, { status: 'active' }>

export type PartnershipEvent =
  | ({ type: 'PartnershipEstablished'; at: string; by: By; invitationId: string } & Parties)
  | { type: 'AdminAccessRemoved'; at: string; by: By }
  | { type: 'EndRequested'; at: string; by: By; reason: string }
  | {
      type: 'PartnershipRemoved'
      at: string
      by: By
      how: 'provider' | 'microsoft'
      declarations: readonly Declaration[]
      textVersion: string
    }

/** One truth a pair, in both directions of time: `rel:<provider>~<reseller>`. */
export const partnershipPk = (provider: TenantId, reseller: TenantId): string => `rel:${provider}~${reseller}`

/** The reservation that keeps a pair from being provider–reseller and provider–customer at once (R106). */
export const pairOf = (a: TenantId, b: TenantId): string => (a < b ? `${a}~${b}` : `${b}~${a}`)
