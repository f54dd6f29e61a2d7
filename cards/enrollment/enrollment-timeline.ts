import type { By } from '../../domain/actor.ts'
import type { Decision, Enrollment, EnrollmentState, FiledEnrollment } from '../../domain/enrollment/enrollment.ts'
import type { Organization } from '../../domain/organization/organization.ts'
import { regionOf } from '../../domain/regions.ts'
import type { TimelineRow } from '../drawing/timeline.ts'
import type { Words } from '../words/words.ts'
import { byName } from './enrollment-facts.ts'

/**
 * The whole way of a company: application, primary contact, review, agreement, Admin agent, ready (SM1–SM3, R33). A
 * customer has none.
 * @param name the company's, where it is told to others too
 */
export function enrollmentTimeline(organization: Organization, words: Words, name?: string): readonly TimelineRow[] {
  const { enrollment, kind } = organization
  const registered = kind === 'indirectProvider' || kind === 'directBill' || kind === 'customer'
  const own = registered && enrollment.state === 'none'
  if (own && kind === 'customer') return []
  const rows = [
    ...(own ? [] : [application(enrollment, words), contact(enrollment, words, name), review(enrollment, words, name)]),
    agreement(organization, words, name),
    ...(own ? [] : [adminAgent(organization, words, name)]),
    ready(organization, words),
  ]
  return ENDED.includes(enrollment.state) ? rows.filter(({ state }) => state !== 'open') : rows
}

/** Nothing more comes of an application in these states. */
const ENDED: readonly EnrollmentState[] = ['withdrawn', 'declined']

function application(enrollment: Enrollment, words: Words): TimelineRow {
  const { timeline } = words
  const title = timeline.application
  switch (enrollment.state) {
    case 'none':
      return { title, state: 'open' }
    case 'draft':
      return {
        title,
        state: 'waiting',
        lines: [timeline.startedBy(byName(enrollment.startedBy, words), words.dateTime(enrollment.startedAt))],
      }
    case 'withdrawn':
      return { title, state: 'stopped', lines: [timeline.withdrawn(...by(enrollment.by, enrollment.since, words))] }
    default:
      return {
        title,
        state: 'done',
        lines: [timeline.submitted(...by(enrollment.submittedBy, enrollment.submittedAt, words))],
      }
  }
}

function contact(enrollment: Enrollment, words: Words, name: string | undefined): TimelineRow {
  const { timeline } = words
  const title = timeline.contact
  const filed = filedOf(enrollment)
  if (!filed) return { title, state: 'open' }
  const { email } = filed.application.contact
  if (filed.confirmedAt !== undefined)
    return { title, state: 'done', lines: [timeline.confirmed(email, words.dateTime(filed.confirmedAt))] }
  if (enrollment.state === 'withdrawn' || enrollment.state === 'declined') return { title, state: 'open' }
  if (enrollment.state === 'actionRequired' && enrollment.ask.kind === 'signupDenied')
    return {
      title,
      state: 'stopped',
      lines: [timeline.waitsForCompany(words.dateTime(enrollment.since), name)],
      warnings: [timeline.denied(email)],
    }
  const mail = filed.verification.emailOwnership
  if (mail.state === 'bounced' || mail.state === 'expired')
    return { title, state: 'stopped', warnings: [timeline[mail.state](email, words.date(mail.at))] }
  if (enrollment.state === 'submitted' || !filed.mail)
    return { title, state: 'waiting', lines: [timeline.mailUnderWay(email)] }
  return {
    title,
    state: 'waiting',
    lines: [
      timeline.waitsForContact(email, words.dateTime(filed.mail.sentAt)),
      timeline.linkUntil(words.date(filed.mail.expiresAt)),
    ],
  }
}

function review(enrollment: Enrollment, words: Words, name: string | undefined): TimelineRow {
  const { timeline } = words
  const title = timeline.review
  switch (enrollment.state) {
    case 'inReview':
      return {
        title,
        state: 'waiting',
        lines: [
          timeline.waitsForMicrosoft(words.dateTime(enrollment.since)),
          ...(enrollment.overdueAt === undefined ? [timeline.due(words.date(enrollment.dueAt))] : []),
        ],
        ...(enrollment.overdueAt === undefined ? {} : { warnings: [timeline.overdue(words.date(enrollment.dueAt))] }),
      }
    case 'actionRequired':
      return enrollment.ask.kind === 'signupDenied'
        ? { title, state: 'open' }
        : {
            title,
            state: 'waiting',
            lines: [timeline.waitsForCompany(words.dateTime(enrollment.since), name)],
            warnings: [timeline.documentWanted(enrollment.ask.request.name)],
          }
    case 'rejected':
    case 'declined':
      return {
        title,
        state: 'stopped',
        lines: [timeline.decidedOn(words.dateTime(enrollment.since))],
        warnings: [timeline[enrollment.state](enrollment.reason)],
      }
    case 'qualified':
    case 'active':
    case 'suspended': {
      const approved = enrollment.decisions.findLast(({ result }) => result === 'approved')
      return {
        title,
        state: 'done',
        lines: approved ? [approval(approved, words)] : [],
      }
    }
    default:
      return { title, state: 'open' }
  }
}

/** By a reviewer, or by the automatic checks alone. */
const approval = ({ by: who, at }: Decision, words: Words): string =>
  who.kind === 'system'
    ? words.timeline.approvedAutomatically(words.dateTime(at))
    : words.timeline.approved(...by(who, at, words))

function agreement({ agreements, country }: Organization, words: Words, name: string | undefined): TimelineRow {
  const { timeline, terms } = words
  const region = regionOf(country)
  const title = region === undefined ? terms.mpa : timeline.agreement(terms.region(region))
  const mpa = agreements.find((one) => one.region === region)
  if (mpa === undefined) return { title, state: 'open' }
  if (mpa.status === 'offered')
    return { title, state: 'waiting', lines: [timeline.waitsForRole(terms.roles.GA, words.dateTime(mpa.at), name)] }
  const signedBy = mpa.acceptedBy ? byName(mpa.acceptedBy, words) : undefined
  return {
    title,
    state: 'done',
    lines: [
      signedBy === undefined
        ? timeline.signedOn(words.date(mpa.acceptedAt))
        : timeline.signed(signedBy, words.dateTime(mpa.acceptedAt)),
    ],
  }
}

function adminAgent(
  { adminAgentConfirmedAt, kind }: Organization,
  words: Words,
  name: string | undefined,
): TimelineRow {
  const { timeline } = words
  const title = timeline.adminAgent
  if (adminAgentConfirmedAt !== undefined)
    return { title, state: 'done', lines: [timeline.since(words.dateTime(adminAgentConfirmedAt))] }
  return kind === 'indirectReseller' || kind === 'both'
    ? { title, state: 'waiting', lines: [timeline.waitsForRoleNow(words.terms.roles.GA, name)] }
    : { title, state: 'open' }
}

function ready({ suspended, enrollment, kind, agreements, country }: Organization, words: Words): TimelineRow {
  const { timeline } = words
  const title = timeline.ready
  if (suspended) {
    const reason = enrollment.state === 'suspended' ? [timeline.suspended(enrollment.reason)] : []
    return { title, state: 'stopped', warnings: reason.length > 0 ? reason : [words.home.next.suspended.title] }
  }
  const signed = agreements.some((one) => one.region === regionOf(country) && one.status === 'accepted')
  return { title, state: signed && kind !== 'prospect' && kind !== 'customer' ? 'done' : 'open' }
}

const by = (who: By, at: string, words: Words): [string, string] => [byName(who, words), words.dateTime(at)]

function filedOf(enrollment: Enrollment): FiledEnrollment | (Enrollment & { state: 'withdrawn' })['filed'] {
  if (enrollment.state === 'none' || enrollment.state === 'draft') return undefined
  return enrollment.state === 'withdrawn' ? enrollment.filed : enrollment
}
