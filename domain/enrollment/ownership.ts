import { isDeepStrictEqual } from 'node:util'
import { by } from '../actor.ts'
import { DAY_MS, later } from '../clock.ts'
import { type Decision, decide, type Given } from '../decision.ts'
import type { Organization, OrganizationEvent } from '../organization/organization.ts'
import { permit } from '../permissions.ts'
import type { Refusal } from '../refusals.ts'
import { bothFactsConfirmed, oneBusinessDayBetweenMails } from '../rules/enrollment.ts'
import { guard } from '../rules/rule.ts'
import { addWorkingDays } from '../working-days.ts'
import type { Contact, Enrollment, EnrollmentState, InState } from './enrollment.ts'
import { isFiled } from './evolve.ts'

/** A confirmation link lives fourteen days. */
const LINK_DAYS = 14
/** A newcomer's review is due in five working days (architecture.md 7.9). */
export const REVIEW_WORKING_DAYS = 5

/** SM1 submitted → contactPending, by the system; sending again for a later generation is `resend`. */
export function sendOwnershipMail(
  { enrollment }: Organization,
  { at, enrollmentId }: { at: string; enrollmentId: string },
): Decision<OrganizationEvent> {
  const waits = enrollment.state === 'submitted' && enrollment.id === enrollmentId
  return decide([], () => (waits ? [mailed(at, (enrollment.mail?.generation ?? 0) + 1)] : []))
}

/** Sends the mail again after one business day (D9); the old link ends. */
export function resendOwnershipMail(
  state: Organization,
  { actor, at, enrollmentId }: Given & { enrollmentId: string },
): Decision<OrganizationEvent> {
  const { enrollment } = state
  const waiting = inState(state, enrollmentId, 'contactPending')
  const generation = enrollment.state === 'contactPending' ? enrollment.mail.generation + 1 : 1
  return decide(guard(permit('P06', actor, state), waiting, tooSoon(state, at)), () => [mailed(at, generation)])
}

/** From when on the mail can be sent again, while it cannot yet. */
export function resendAllowedFrom(state: Organization, now: string): string | undefined {
  if (state.enrollment.state !== 'contactPending') return undefined
  const [refusal] = tooSoon(state, now)
  return refusal?.code === 'VER_RESEND_WAIT' ? refusal.from : undefined
}

/** A mail that came back may be sent again at once. */
function tooSoon(state: Organization, now: string): readonly Refusal[] {
  const { enrollment, country } = state
  const mail = isFiled(enrollment) && enrollment.verification.emailOwnership.state !== 'bounced' && enrollment.mail
  return mail ? oneBusinessDayBetweenMails.check({ sentAt: mail.sentAt, now, country }) : tooMany(state, now)
}

/** How many mails of one application may follow one another freely, to whomever. */
const FREE_MAILS = 5

/** Nobody has strangers mailed again and again: after the first few, each mail waits as a repeated one does (D9). */
function tooMany({ enrollment, country }: Organization, now: string): readonly Refusal[] {
  const mail = isFiled(enrollment) ? enrollment.mail : undefined
  return mail && mail.generation >= FREE_MAILS
    ? oneBusinessDayBetweenMails.check({ sentAt: mail.sentAt, now, country })
    : []
}

/**
 * Names another address while the mail waits, bounced, or was denied, or after a rejection that concerns the contact; the
 * new one is asked to confirm (SM2). The same address is asked again no sooner than by a resend (D9).
 */
export function correctContact(
  state: Organization,
  { actor, at, enrollmentId, contact }: Given & { enrollmentId: string; contact: Contact },
): Decision<OrganizationEvent> {
  const { enrollment } = state
  const before = isFiled(enrollment) ? enrollment.application.contact : undefined
  if (enrollment.state === 'submitted' && isDeepStrictEqual(before, contact))
    return decide(guard(permit('P07', actor, state), inState(state, enrollmentId, 'submitted')), () => [])
  const open = takesAnotherContact(enrollment)
    ? inState(state, enrollmentId, enrollment.state)
    : wrongState(enrollment.state, 'contactPending')
  const sameAddress = before?.email === contact.email
  return decide(guard(permit('P07', actor, state), open, (sameAddress ? tooSoon : tooMany)(state, at)), () => [
    { type: 'ContactCorrected', at, by: by(actor), contact },
  ])
}

/**
 * Whether another primary contact can be named: while one is waited for, has denied, or is what a rejection is about
 * (SM2: the address, or whose employee it is).
 */
export function takesAnotherContact(
  enrollment: Enrollment,
): enrollment is InState<'contactPending' | 'actionRequired' | 'rejected'> {
  if (enrollment.state === 'contactPending') return true
  if (enrollment.state === 'actionRequired') return enrollment.ask.kind === 'signupDenied'
  return enrollment.state === 'rejected' && enrollment.fixes.some((kind) => kind !== 'business')
}

/** The mail could not be delivered (SM2 bounced). An old generation's bounce says nothing about the present one. */
export function ownershipMailBounced(
  { enrollment }: Organization,
  { at, generation }: { at: string; generation: number },
): Decision<OrganizationEvent> {
  const current =
    enrollment.state === 'contactPending' &&
    enrollment.mail.generation === generation &&
    enrollment.verification.emailOwnership.state === 'pending'
  return decide([], () => (current ? [{ type: 'OwnershipMailBounced', at, generation }] : []))
}

/** What the primary contact answers through the link; the caller has matched the token with this generation. */
type ContactAnswer = { at: string; enrollmentId: string; generation: number }

/** Both statements confirmed: only this moves the review on (R19, R20). */
export function confirmContact(
  state: Organization,
  answer: ContactAnswer & { signedUp: boolean; belongsToCompany: boolean },
): Decision<OrganizationEvent> {
  const live = liveLink(state, answer)
  return decide(guard(live, bothFactsConfirmed.check(answer)), () => [
    {
      type: 'ContactConfirmed',
      at: answer.at,
      by: contactOf(state),
      dueAt: addWorkingDays(answer.at, REVIEW_WORKING_DAYS, state.country),
    },
  ])
}

/** “I did not sign up”: stops the review and hands the application back to the admins. */
export const denySignup = (state: Organization, answer: ContactAnswer): Decision<OrganizationEvent> =>
  decide(liveLink(state, answer), () => [{ type: 'SignupDenied', at: answer.at, by: contactOf(state) }])

/** Refusals when the application is another one, or in none of `needs`. */
export function inState(
  { enrollment }: Organization,
  enrollmentId: string,
  ...needs: readonly EnrollmentState[]
): readonly Refusal[] {
  const same = isFiled(enrollment) && enrollment.id === enrollmentId
  return same && needs.includes(enrollment.state) ? [] : wrongState(enrollment.state, ...needs)
}

const wrongState = (is: EnrollmentState, ...needs: readonly EnrollmentState[]): readonly Refusal[] => [
  { code: 'WRONG_STATE', is, needs },
]

function liveLink({ enrollment }: Organization, { at, enrollmentId, generation }: ContactAnswer): readonly Refusal[] {
  const live =
    enrollment.state === 'contactPending' &&
    enrollment.id === enrollmentId &&
    enrollment.mail.generation === generation &&
    at < enrollment.mail.expiresAt
  return live ? [] : [{ code: 'VER_LINK_EXPIRED' }]
}

const contactOf = ({ enrollment }: Organization) => ({
  kind: 'contact' as const,
  email: isFiled(enrollment) ? enrollment.application.contact.email : '',
})

const mailed = (at: string, generation: number): OrganizationEvent => ({
  type: 'OwnershipMailSent',
  at,
  generation,
  expiresAt: later(at, LINK_DAYS * DAY_MS),
})
