import type { BlockReason, CustomerKind, InvitationState } from '../invitation/invitation.ts'
import type { OrganizationKind } from '../organization/organization.ts'
import type { Declaration } from '../partnership/partnership.ts'
import { answerAcceptance } from './accepting.ts'
import { answerAccess } from './access-of.ts'
import type { Answer } from './answer.ts'
import { answerOrigin, answerTwoPartners } from './customer-origin.ts'
import { answerFirstPassword } from './first-password.ts'
import { answerIncentive } from './incentive-of.ts'
import { answerInvitation } from './invitation-of.ts'
import { answerPartnered } from './partnered.ts'
import { answerPartners } from './partners-of.ts'
import { answerPending } from './pending-invitations.ts'
import type { Question, QuestionId } from './question.ts'
import type { OrderCause } from './refused-order.ts'
import { answerRefusedOrder } from './refused-order.ts'
import { answerRemoval } from './removal-of.ts'
import { answerShared } from './shared-customers.ts'
import type { Sight } from './sight.ts'
import { answerResellerOfRecord, answerSupportContact } from './subscription-of.ts'

type Two = { provider: string; reseller: string }
/** How an invitation can have come to its end. */
export type EndState = Exclude<InvitationState, 'draft' | 'sent' | 'opened' | 'accepting'>
/** The person's name; absent for an automatic process. */
type By = { who?: string }
/** How many stand on this page, and whether there are more. */
type Listed = { company: string; count: number; more: boolean }

/** What answers about partnerships say (Q1, Q8–Q10, Q13, Q16, Q17), and those that customers will add to (`later.*`). */
export type PartnerFinding =
  | ({ code: 'partners.active'; since: string } & Two)
  | ({ code: 'partners.establishedBy'; company: string } & By)
  | ({ code: 'partners.accessGranted' } & Two)
  /** How it is taken away, and that nothing else ends with it (R49). */
  | { code: 'partners.accessEnds'; reseller: string }
  | ({ code: 'partners.accessRemoved'; at: string } & Two & By)
  /** Whether the access was taken away after the end is known only in the Office 365 portal (R49). */
  | ({ code: 'partners.accessUnrecorded' } & Two)
  /** The reseller's wish, which the provider is not told of (R45, R110). */
  | ({ code: 'partners.endRequested'; company: string; at: string } & By)
  | ({ code: 'partners.removed'; at: string } & Two)
  | ({ code: 'partners.removedBy'; provider: string; how: 'provider' | 'microsoft' } & By)
  | { code: 'partners.lasted'; since: string }
  | { code: 'partners.removedBefore'; at: string }
  | { code: 'partners.declared'; declarations: readonly Declaration[] }
  /** `count` of those that the two served together, where they were counted. */
  | { code: 'partners.customersStay'; reseller: string; count?: number; more?: boolean }
  | { code: 'partners.delegatedAdminStays' }
  | { code: 'partners.noNotice' }
  | ({ code: 'partners.accessStays' } & Two)
  /** How two whose partnership was removed become partners again (SM5). */
  | ({ code: 'partners.howAgain' } & Two)
  | ({ code: 'partners.notRemoved'; since: string } & Two)
  | { code: 'partners.never'; a: string; b: string }
  | { code: 'partners.sameCompany'; company: string }
  | { code: 'partners.notAPair'; a: string; kindA: OrganizationKind; b: string; kindB: OrganizationKind }
  | { code: 'partners.howItBegins' }
  | ({ code: 'partners.pending'; state: 'draft' | 'sent' | 'opened' | 'accepting' } & Two)
  /** What became of an invitation; `invited` is the company, or the address where none is known. */
  | { code: 'partners.invitation'; provider: string; invited: string; state: InvitationState }
  | { code: 'partners.lastInvitation'; state: EndState; at: string }
  | ({ code: 'partners.noInvitation' } & Two)
  | { code: 'partners.noInvitations'; company: string }
  | ({ code: 'partners.drafted'; email: string } & By)
  | { code: 'partners.sent'; email: string }
  | { code: 'partners.renewed'; times: number }
  /** Sent again or its link renewed; once it is closed, only a new one helps (P21). */
  | { code: 'partners.sendAgain'; provider: string; isClosed: boolean }
  | ({ code: 'partners.opened'; company: string } & By)
  | { code: 'partners.blocked'; company: string; reason: BlockReason }
  | ({ code: 'partners.accepted'; company: string } & By)
  | ({ code: 'partners.declined'; company: string; reason?: string } & By)
  | ({ code: 'partners.revoked'; provider: string } & By)
  | { code: 'partners.expired' }
  | { code: 'partners.superseded' }
  | { code: 'partners.waitsToBeSent' }
  | { code: 'partners.waitsToBeOpened'; until: string }
  | { code: 'partners.waitsForAnswer'; until: string; customer?: true }
  | { code: 'partners.beingAccepted'; company: string }
  | ({ code: 'partners.canAccept' } & Two)
  | ({ code: 'partners.cannotAccept'; reasons: number } & Two)
  /** The same of an invitation to a customer; `partners` are all that it asks to be authorized. */
  | { code: 'partners.customerCanAccept'; partners: readonly string[]; customer: string }
  | ({ code: 'partners.already'; since: string } & Two)
  | { code: 'partners.accepters'; company: string; names: readonly string[] }
  /** A missing MPA keeps nobody from accepting (F30). */
  | { code: 'partners.mpaNoObstacle'; reseller: string }
  | ({ code: 'partners.pendingOf'; days?: number } & Listed)
  /** Between the asker's own company and this one; of its others nothing is said. */
  | ({ code: 'partners.pendingBetween'; days?: number } & Listed)
  | ({ code: 'partners.invitationsOf' } & Listed)
  | {
      code: 'partners.line'
      state: InvitationState
      at: string
      expiresAt?: string
      with?: string
      /** Of an invitation to a customer. */
      kind?: CustomerKind
    }
  | ({ code: 'partners.resellers' } & Listed)
  | ({ code: 'partners.providers' } & Listed)
  | { code: 'partners.since'; at: string }
  /** Resellers were asked for of a reseller, or providers of a provider. */
  | { code: 'partners.otherSide'; company: string; kind: OrganizationKind }
  | { code: 'partners.noneByKind'; company: string; kind: OrganizationKind }
  | { code: 'partners.ownRelationOnly'; company: string }
  | { code: 'later.supportDefault' }
  | { code: 'later.shared'; a: string; b: string }
  | { code: 'later.sharedNeeds' }
  | { code: 'later.locationMpn' }
  | { code: 'later.noCredit' }
  | { code: 'later.adminAtCreation' }
  | { code: 'later.origin' }
  | { code: 'later.direct' }
  | { code: 'later.indirect' }
  | { code: 'later.recognised' }
  | { code: 'later.incentive'; company: string }
  /** Whoever was an indirect reseller from the start did not change over (F21). */
  | { code: 'later.incentiveNone'; company: string }
  | { code: 'later.incentiveWithin' }
  | { code: 'later.incentiveTarget'; mpnId?: string; email?: string }
  | { code: 'later.incentiveDirect' }
  | { code: 'later.incentiveResellers'; company: string; kind: OrganizationKind }
  | { code: 'later.twoPartners' }
  | { code: 'later.multiPartner' }
  | { code: 'later.multiChannel' }
  | { code: 'later.whoServes' }
  | { code: 'later.order'; orderCode: string; cause: OrderCause }
  | { code: 'later.orderFix'; cause: OrderCause }
  | { code: 'later.orderUnknown'; orderCode: string }
  | { code: 'later.orderNotRecorded' }

/** The questions about partnerships and invitations, and those that customers will add to, each with what answers it. */
export const PARTNERS = {
  Q1: answerPartnered,
  Q3: answerSupportContact,
  Q4: answerShared,
  Q8: answerAcceptance,
  Q9: answerInvitation,
  Q10: answerPending,
  Q13: answerPartners,
  Q14: answerResellerOfRecord,
  Q16: answerRemoval,
  Q17: answerAccess,
  Q19: answerOrigin,
  Q21: answerIncentive,
  Q22: answerFirstPassword,
  Q28: answerTwoPartners,
  Q29: answerRefusedOrder,
} satisfies Partial<Record<QuestionId, (question: Question, sight: Sight) => Promise<Answer>>>
