import type { Actor } from '../../domain/actor.ts'
import { acceptMpa } from '../../domain/agreement/accept-mpa.ts'
import type { Decision } from '../../domain/decision.ts'
import type { LegalIdentity } from '../../domain/enrollment/enrollment.ts'
import {
  confirmContact,
  correctContact,
  denySignup,
  resendOwnershipMail,
  sendOwnershipMail,
} from '../../domain/enrollment/ownership.ts'
import { type ResubmitEnrollment, resubmitEnrollment } from '../../domain/enrollment/resubmit.ts'
import {
  approveEnrollment,
  declineEnrollment,
  rejectEnrollment,
  requestDocuments,
} from '../../domain/enrollment/review.ts'
import { saveStep } from '../../domain/enrollment/save-step.ts'
import { type StartEnrollment, startEnrollment } from '../../domain/enrollment/start.ts'
import { type SubmitEnrollment, submitEnrollment } from '../../domain/enrollment/submit.ts'
import { withdrawEnrollment } from '../../domain/enrollment/withdraw.ts'
import { reinstateOrganization, suspendOrganization } from '../../domain/organization/decide-standing.ts'
import type { Organization, OrganizationEvent } from '../../domain/organization/organization.ts'
import { APPLICATION, documentsRequested, emi, legal, rejected } from './lifecycle.ts'
import { account, days, grace, hana, mpnFacts } from './people.ts'

export type Command = (company: Organization) => Decision<OrganizationEvent>

/** When commands are given unless a story says otherwise: on Wednesday. */
export const AT = days(2)

/** A corrected name: enough of a change for an appeal. */
export const corrected: LegalIdentity = { ...legal, companyName: 'Sakura Systems Kabushiki Kaisha' }

const ours = { at: AT, actor: hana, enrollmentId: APPLICATION }
const theirs = { at: AT, actor: grace, enrollmentId: APPLICATION }

export const start =
  (over: Partial<StartEnrollment> = {}): Command =>
  (company) =>
    startEnrollment(company, {
      type: 'StartEnrollment',
      at: AT,
      actor: hana,
      id: 'application-2',
      program: 'indirectReseller',
      registration: undefined,
      ownAccounts: [account],
      ...over,
    })

export const saveMpn =
  (actor: Actor, mpnId: string, seen: number): Command =>
  (company) =>
    saveStep(company, { type: 'SaveStep', at: AT, actor, step: 'mpn', value: { mpnId }, seen })

export const submit =
  (over: Partial<SubmitEnrollment> = {}): Command =>
  (company) =>
    submitEnrollment(company, {
      type: 'SubmitEnrollment',
      at: AT,
      actor: hana,
      locale: 'ja-JP',
      seen: 5,
      mpn: mpnFacts(),
      ...over,
    })

export const sendMail: Command = (company) => sendOwnershipMail(company, { at: AT, enrollmentId: APPLICATION })

export const resend =
  (over: Partial<typeof ours> = {}): Command =>
  (company) =>
    resendOwnershipMail(company, { ...ours, ...over })

type Ticks = { at: string; generation: number; signedUp: boolean; belongsToCompany: boolean }
const BOTH: Ticks = { at: AT, generation: 1, signedUp: true, belongsToCompany: true }

export const confirm =
  (over: Partial<Ticks> = {}): Command =>
  (company) =>
    confirmContact(company, { enrollmentId: APPLICATION, ...BOTH, ...over })

export const deny =
  (over: Partial<Ticks> = {}): Command =>
  (company) =>
    denySignup(company, { enrollmentId: APPLICATION, ...BOTH, ...over })

export const nameContact =
  (contact = emi, over: Partial<typeof ours> = {}): Command =>
  (company) =>
    correctContact(company, { ...ours, contact, ...over })

export const resubmit =
  (over: Partial<ResubmitEnrollment> = {}): Command =>
  (company) =>
    resubmitEnrollment(company, { ...ours, legal: corrected, ...over })

export const withdraw =
  (over: Partial<typeof ours> = {}): Command =>
  (company) =>
    withdrawEnrollment(company, { ...ours, ...over })

export const approve =
  (over: Partial<typeof theirs> = {}): Command =>
  (company) =>
    approveEnrollment(company, { ...theirs, ...over })

export const reject =
  (over: Partial<typeof theirs> = {}): Command =>
  (company) =>
    rejectEnrollment(company, { ...theirs, reason: rejected.reason, fixes: rejected.fixes, ...over })

export const askForDocuments =
  (over: Partial<typeof theirs> = {}): Command =>
  (company) =>
    requestDocuments(company, { ...theirs, request: documentsRequested.request, ...over })

export const decline =
  (over: Partial<typeof theirs> = {}): Command =>
  (company) =>
    declineEnrollment(company, { ...theirs, reason: 'The company does not exist.', ...over })

export const sign =
  (over: Partial<{ at: string; actor: Actor; region: string; ticked: boolean }> = {}): Command =>
  (company) =>
    acceptMpa(company, { at: AT, actor: hana, region: 'japan', ticked: true, ...over })

export const suspend =
  (over: Partial<typeof theirs> = {}): Command =>
  (company) =>
    suspendOrganization(company, { ...theirs, reason: 'Invoices are open.', ...over })

export const reinstate =
  (over: Partial<typeof theirs> = {}): Command =>
  (company) =>
    reinstateOrganization(company, { ...theirs, reason: 'Everything is paid.', ...over })
