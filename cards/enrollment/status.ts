import type { EnrollmentState, FiledEnrollment, VerificationKind } from '../../domain/enrollment/enrollment.ts'
import { newOperationKey } from '../../domain/ids.ts'
import type { Organization } from '../../domain/organization/organization.ts'
import { regionOf } from '../../domain/regions.ts'
import { type Button, tap } from '../drawing/buttons.ts'
import type { Fact } from '../drawing/form.ts'
import type { Tone } from '../drawing/notice.ts'
import type { Card } from '../drawing/render.ts'
import { timelineCard } from '../drawing/timeline.ts'
import type { Words } from '../words/words.ts'
import { enrollmentTimeline } from './enrollment-timeline.ts'

export type StatusView = {
  organization: Organization
  /** What this person's roles allow: the card offers it where the state does too. */
  may: { enroll: boolean; resend: boolean; fix: boolean; sign: boolean }
  /** Before this time the confirmation mail cannot be sent again (D9). */
  resendFrom?: string
  /** What just happened, e.g. after a button of this card. */
  note?: string
}

/** Where the company stands, from its application to the first transaction: done, waited for, by whom, since and until when (R27). */
export function statusCard({ organization, may, resendFrom, note }: StatusView, words: Words): Card {
  const { enrollment, displayName } = organization
  const enrolls = enrollment.state !== 'none' || organization.kind === 'prospect'
  const waitsForResend =
    enrollment.state === 'contactPending' && may.resend && resendFrom !== undefined
      ? [words.refusal({ code: 'VER_RESEND_WAIT', from: resendFrom })]
      : []
  return timelineCard(
    {
      tone: enrolls ? TONES[enrollment.state] : isSigned(organization) ? 'good' : 'emphasis',
      place: displayName,
      title: enrolls
        ? words.status.title(words.terms.enrollmentStates[enrollment.state])
        : words.terms.kinds[organization.kind].label,
      intro: note === undefined ? [] : [note],
      facts: programFacts(organization, words),
      rows: enrollmentTimeline(organization, words),
      notes: waitsForResend,
      buttons: stateButtons(organization, may, resendFrom, words),
      more: [
        tap(words.buttons.refresh, 'status', {}),
        tap(words.buttons.home, 'home', {}),
        ...(may.enroll && WITHDRAWABLE.has(enrollment.state)
          ? [tap(words.buttons.withdraw, 'enroll-withdraw', {})]
          : []),
      ],
    },
    words,
  )
}

/** Until it is decided, an application can be withdrawn (SM1); that is never the main action. */
const WITHDRAWABLE: ReadonlySet<EnrollmentState> = new Set([
  'draft',
  'submitted',
  'contactPending',
  'inReview',
  'actionRequired',
  'rejected',
])

const isSigned = ({ agreements, country }: Organization): boolean =>
  agreements.some(({ region, status }) => region === regionOf(country) && status === 'accepted')

const TONES: Record<EnrollmentState, Tone> = {
  none: 'emphasis',
  draft: 'accent',
  submitted: 'accent',
  contactPending: 'warning',
  inReview: 'accent',
  actionRequired: 'attention',
  qualified: 'accent',
  active: 'good',
  rejected: 'attention',
  declined: 'attention',
  withdrawn: 'emphasis',
  suspended: 'attention',
}

/** Account type from the partner profile, MPN ID from the program info (R27); the agreement is a row of its own. */
function programFacts({ kind, mpnId, enrollment }: Organization, words: Words): readonly Fact[] {
  const mpn = mpnId ?? ('application' in enrollment ? enrollment.application.mpnId : undefined)
  return [
    { title: words.status.accountType, value: words.terms.kinds[kind].label },
    ...(mpn === undefined ? [] : [{ title: words.terms.fields.mpnId, value: mpn }]),
  ]
}

function stateButtons(
  { enrollment, agreements, country, kind }: Organization,
  may: StatusView['may'],
  resendFrom: string | undefined,
  words: Words,
): readonly Button[] {
  const { buttons } = words
  const positive = { style: 'positive' } as const
  const offered = agreements.some(({ region, status }) => region === regionOf(country) && status === 'offered')
  const sign = offered && may.sign ? [tap(buttons.signMpa, 'sign-mpa', {}, positive)] : []
  const changeContact = tap(buttons.changeContact, 'enroll-contact', {})
  switch (enrollment.state) {
    case 'none':
      return kind !== 'prospect' ? sign : may.enroll ? [tap(buttons.start, 'enroll', {}, positive)] : []
    case 'declined':
    case 'withdrawn':
      return may.enroll ? [tap(buttons.start, 'enroll', {}, positive)] : []
    case 'draft':
      return may.enroll ? [tap(buttons.resume, 'enroll', {}, positive)] : []
    case 'submitted':
    case 'inReview':
      return []
    case 'contactPending':
      return [
        ...(may.resend ? [resend(enrollment, resendFrom === undefined, words)] : []),
        ...(may.fix ? [changeContact] : []),
      ]
    case 'actionRequired': {
      const fix =
        enrollment.ask.kind === 'signupDenied'
          ? tap(buttons.changeContact, 'enroll-contact', {}, positive)
          : tap(buttons.provide, 'enroll-fix', {}, positive)
      return may.fix ? [fix] : []
    }
    case 'rejected':
      return may.fix
        ? [tap(buttons.fix, 'enroll-fix', {}, positive), ...(concernsContact(enrollment.fixes) ? [changeContact] : [])]
        : []
    case 'qualified':
    case 'active':
    case 'suspended':
      return sign
  }
}

/** Another contact mends a rejection of the address or of the employment (SM2). */
export const concernsContact = (fixes: readonly VerificationKind[]): boolean =>
  fixes.some((kind) => kind !== 'business')

/** Too early it is no main action, and says from when on it will be one (D9). */
const resend = ({ id }: Pick<FiledEnrollment, 'id'>, isTime: boolean, { buttons }: Words): Button =>
  tap(buttons.resend, 'enroll-resend', { op: newOperationKey(), enrollment: id }, isTime ? { style: 'positive' } : {})
