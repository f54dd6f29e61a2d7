import type { By, Role } from '../actor.ts'
import type { EnrollmentState } from '../enrollment/enrollment.ts'
import type { PastEvent } from '../history/events-of.ts'
import type { OrganizationKind } from '../organization/organization.ts'
import type { Operation, Permission } from '../permissions.ts'
import type { RegionKey } from '../regions.ts'
import type { Answer } from './answer.ts'
import { answerEnrollment } from './enrollment-of.ts'
import { answerHistory } from './history-of.ts'
import { answerMpnId } from './mpn-id-of.ts'
import type { Question, QuestionId } from './question.ts'
import { answerMpa, answerReadiness } from './readiness-of.ts'
import type { Sight } from './sight.ts'
import { answerWho } from './who-can.ts'

/** What answers about one company say (Q5–Q7, Q15, Q26, Q27). */
export type CompanyFinding =
  /** Nothing there that the asker may know of. */
  | { code: 'company.notFound' }
  | { code: 'company.enrollment'; company: string; state: EnrollmentState }
  | { code: 'company.neverApplied'; company: string }
  /** Providers and direct-bill partners are registered, customers are no partners: neither enrolls. */
  | { code: 'company.noEnrollment'; company: string; kind: OrganizationKind }
  /** Asked as a customer, though it is none. */
  | { code: 'company.kindIs'; company: string; kind: OrganizationKind }
  /** What a partner may know of another company's enrollment. */
  | { code: 'company.enrolled'; company: string }
  | { code: 'company.notEnrolled'; company: string }
  | { code: 'company.waitsForContact'; email: string; until?: string }
  /** The mail came back, or nobody followed its link in time. */
  | { code: 'company.contactMissed'; email: string; state: 'bounced' | 'expired'; at: string }
  /** The mail can be sent again, from when on (D9), or the contact be changed. */
  | { code: 'company.canResend'; from?: string }
  | { code: 'company.waitsForReview'; since: string; dueAt: string }
  | { code: 'company.overdue'; dueAt: string }
  | { code: 'company.waitsForCompany'; names: readonly string[] }
  | { code: 'company.rejectedFor'; reason: string }
  | { code: 'company.mayApplyAgain' }
  | { code: 'company.waitsForAdminAgent'; names: readonly string[] }
  | { code: 'company.waitsForMpa'; region: RegionKey; names: readonly string[] }
  | { code: 'company.mpaSigned'; company: string; region: RegionKey; at?: string; by?: string }
  | { code: 'company.mpaNotSigned'; company: string; region?: RegionKey }
  | { code: 'company.mpaOtherRegion'; region: RegionKey; at?: string }
  | { code: 'company.mpaPerpetual' }
  | { code: 'company.mpaNotOffered'; state: EnrollmentState; kind: OrganizationKind }
  | { code: 'company.mpaOffered'; at: string }
  | { code: 'company.mpaSigners'; names: readonly string[] }
  | { code: 'company.ready'; company: string }
  | { code: 'company.notReady'; company: string; missing: number }
  /** A customer transacts with nobody: it buys. */
  | { code: 'company.onlyBuys'; company: string }
  | { code: 'company.mpnId'; company: string; mpnId: string }
  /** Only whoever enrolls chooses one. */
  | { code: 'company.noMpnId'; company: string; kind: OrganizationKind }
  | { code: 'company.locations'; mpnIds: readonly string[] }
  | { code: 'company.onlyThisMpnId'; mpnId: string }
  | { code: 'company.globalMpnId'; mpnId: string }
  | { code: 'company.otherLocations'; mpnIds: readonly string[] }
  | { code: 'company.mayDo'; company: string; operation: Operation; people: number }
  | { code: 'company.nobodyMay'; company: string; operation: Operation }
  | {
      code: 'company.notItsOperation'
      company: string
      operation: Operation
      kind: OrganizationKind
      kinds: readonly OrganizationKind[]
    }
  | { code: 'company.doneBy'; operation: Operation; who: NonNullable<Permission['who']> }
  | { code: 'company.whichOperation'; company: string }
  | { code: 'company.rolesThatMay'; roles: readonly Role[] }
  | { code: 'company.holds'; roles: readonly Role[] }
  /** Who works there and who did what is for the company itself. */
  | { code: 'company.notForOthers'; company: string }
  /** `other` where only what lies between the two is told. */
  | { code: 'company.history'; company: string; other?: string; count: number; more: boolean }
  | { code: 'company.noHistory'; company: string; other?: string; operation?: Operation; isNarrowed?: boolean }
  /** `others` are the companies that it concerns, too. */
  | { code: 'company.event'; event: PastEvent; by: By | undefined; others?: readonly string[] }

/** The questions about one company, each with what answers it. */
export const COMPANY = {
  Q5: answerEnrollment,
  Q6: answerMpa,
  Q7: answerReadiness,
  Q15: answerMpnId,
  Q26: answerWho,
  Q27: answerHistory,
} satisfies Partial<Record<QuestionId, (question: Question, sight: Sight) => Promise<Answer>>>
