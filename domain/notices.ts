import type { DirectoryRole, Locale, Role } from './actor.ts'
import type { News } from './bulk/news.ts'
import type { DocumentRequest, VerificationKind } from './enrollment/enrollment.ts'
import type { TenantId, UserId } from './ids.ts'
import type { Block } from './invitation/invitation.ts'
import type { ReminderAbout } from './questions/answer.ts'
import type { RegionKey } from './regions.ts'

/**
 * What people are told when something happened (the "Emits →" column of domain.md 3). Data only: the words are chosen,
 * and a link is filled in, for each recipient at delivery. `company` is the display name, `by` the person who acted.
 */
export type Notice = { tenantId: TenantId; company: string; enrollmentId?: string } & NoticeKind

type NoticeKind =
  | { name: 'enrollment.submitted'; by: string; contactEmail: string }
  /** To the primary contact alone: asks to confirm both statements (R19); carries the personal link. `by` applied. */
  | { name: 'verification.confirm'; contactName: string; by?: string; generation: number; expiresAt: string }
  | { name: 'verification.confirmed'; contactEmail: string }
  | { name: 'verification.bounced'; contactEmail: string }
  | { name: 'verification.expired'; contactEmail: string }
  | { name: 'verification.denied'; contactEmail: string }
  /** To reviewers: an application waits for a decision. */
  | { name: 'review.requested'; dueAt: string }
  | { name: 'review.resubmitted'; dueAt: string }
  | { name: 'review.overdue'; dueAt: string }
  | { name: 'review.withdrawn'; by: string }
  | { name: 'enrollment.actionRequired'; request: DocumentRequest }
  | { name: 'enrollment.resubmitted'; by: string; dueAt: string }
  | { name: 'enrollment.approved' }
  | { name: 'enrollment.rejected'; reason: string; fixes: readonly VerificationKind[] }
  | { name: 'enrollment.declined'; reason: string }
  | { name: 'enrollment.withdrawn'; by: string }
  | { name: 'enrollment.active' }
  | { name: 'enrollment.overdue'; dueAt: string }
  | { name: 'agreement.offered'; region: RegionKey }
  | { name: 'agreement.accepted'; region: RegionKey; by: string; at: string }
  | { name: 'organization.suspended'; reason: string }
  | { name: 'organization.reinstated'; reason: string }
  | { name: 'organization.registered'; kind: 'indirectProvider' | 'directBill' }
  | { name: 'organization.offboarding' }
  | { name: 'employee.added'; employee: string; email: string }
  | { name: 'employee.failed'; employee: string; email: string }
  | { name: 'employee.roleRefused'; employee: string; role: DirectoryRole; change: 'grant' | 'revoke' }
  /** To a reseller's global admins whom the bot knows: `company` is the provider, `code` the link's token placeholder. */
  | { name: 'partnership.requested'; by: string; invitation: string; generation: number; expiresAt: string }
  /** To whoever requested it; `other` is the reseller's company, `email` the invited address. */
  | { name: 'partnership.opened'; other: string; email: string }
  | { name: 'partnership.blocked'; other: string; email: string; reasons: Block['reasons'] }
  | { name: 'partnership.declined'; other: string; email: string; by: string }
  | { name: 'partnership.expired'; email: string; invitation: string }
  /** To both sides; `other` is the other company, `as` what this side is, `by` who authorized it. */
  | { name: 'partnership.established'; as: 'provider' | 'reseller'; other: string; otherTenant: TenantId; by: string }
  | { name: 'partnership.adminAccessRemoved'; other: string; otherTenant: TenantId }
  /** To support: the reseller wishes to end the partnership. */
  | { name: 'partnership.endRequested'; provider: string; reseller: string; by: string; reason: string }
  /** To the provider's staff and the reseller's admins; `other` is the other partner of the customer, if there is one. */
  | {
      name: 'customer.created'
      as: 'provider' | 'reseller'
      customer: string
      customerTenant: TenantId
      other?: string
      by: string
    }
  /** To a provider's staff: a reseller asks it to add a customer (R65); `customer` is what it calls it, or ''. */
  | { name: 'customer.requested'; reseller: string; resellerTenant: TenantId; customer: string; by: string }
  /** To whoever submitted it: it waits at the review with the reason. */
  | { name: 'customer.failed'; customer: string; draft: string }
  | { name: 'customer.resellerChanged'; customer: string; customerTenant: TenantId; offer: string; provider: string }
  /** To the new contact and the one before; `contact` is the new one's company. */
  | {
      name: 'customer.supportContactChanged'
      as: 'new' | 'previous'
      customer: string
      customerTenant: TenantId
      offer: string
      contact: string
    }
  /** To a partner, once of all that a `provider` changed for it in one job. */
  | { name: 'customer.changedInBulk'; provider: string; news: readonly News[] }
  /** To whoever ordered the change: Partner Center refused it. */
  | { name: 'customer.changeRefused'; customer: string; customerTenant: TenantId; offer: string }
  /** To a partner whose delegated admin privileges the customer took away (D13). */
  | { name: 'customer.dapRemoved'; customer: string; customerTenant: TenantId }
  | { name: 'customer.relationshipRemoved'; customer: string; by: string }
  /** To whoever ordered the end of a relationship: Partner Center refused it. */
  | { name: 'customer.removalRefused'; customer: string; customerTenant: TenantId }
  /** To the owner of the order, and to its reseller. */
  | {
      name: 'order.confirmed'
      as: 'provider' | 'reseller'
      customer: string
      customerTenant: TenantId
      lines: readonly { offer: string; licenses: number }[]
    }
  | {
      name: 'order.failed'
      customer: string
      customerTenant: TenantId
      lines: readonly { offer: string; licenses: number }[]
    }
  /** To a customer's global admins whom the bot knows: `company` invites, of `both` in the name of `through` as well. */
  | {
      name: 'customerInvite.requested'
      by: string
      invitation: string
      generation: number
      expiresAt: string
      through?: string
    }
  /** To the provider in whose name its reseller has invited a customer. */
  | { name: 'customerInvite.sent'; reseller: string; email: string; by: string }
  /** To whoever invited, and of `both` to the provider, which learns of which `reseller`. */
  | { name: 'customerInvite.opened'; as: Invited; other: string; email: string; reseller?: string }
  | { name: 'customerInvite.blocked'; other: string; email: string; reasons: Block['reasons'] }
  | { name: 'customerInvite.declined'; other: string; email: string; by: string; reason?: string }
  | { name: 'customerInvite.expired'; email: string; invitation: string }
  /** To each partner; `other` is the other one of `both`, `by` who authorized them. */
  | {
      name: 'customerInvite.accepted'
      as: Invited
      customer: string
      customerTenant: TenantId
      by: string
      dap: boolean
      other?: string
    }
  /** To a company's global admins: somebody who works with them waits for this. `from` asks, support where it is empty. */
  | { name: 'reminder'; about: ReminderAbout; from: string }
  /** Reminds who sets up the business profile, so that referrals arrive (R11). */
  | { name: 'setup.businessProfile' }

/** What a partner is, or was to become, to the customer. */
type Invited = 'reseller' | 'direct' | 'provider'

export type NoticeName = Notice['name']
export type NoticeOf<N extends NoticeName> = Extract<Notice, { name: N }>

/** Who is told. A company's people are looked up at delivery, so that whoever holds the role then is told. */
export type Audience =
  /** `except` is who did it: nobody is told of their own deed. `inTeams`: only who was met there, nobody by mail instead. */
  | { to: 'roles'; tenantId: TenantId; roles: readonly Role[]; except?: UserId; inTeams?: true }
  | { to: 'person'; tenantId: TenantId; userId: UserId }
  | { to: 'reviewers' }
  | { to: 'support' }
  /** The primary contact: mail alone, in the enrolling admin's language with the other below. */
  | { to: 'contact'; address: string; locale: Locale }
