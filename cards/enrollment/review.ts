import type { CountryRule } from '../../domain/countries.ts'
import type { CheckResult, EnrollmentState, FiledEnrollment } from '../../domain/enrollment/enrollment.ts'
import { newOperationKey, type TenantId } from '../../domain/ids.ts'
import type { Organization } from '../../domain/organization/organization.ts'
import { type Button, link as openLink, tap } from '../drawing/buttons.ts'
import type { Tone } from '../drawing/notice.ts'
import type { Card } from '../drawing/render.ts'
import { type Section, summaryCard } from '../drawing/summary.ts'
import type { Words } from '../words/words.ts'
import { authorityFacts, byName, contactFacts, legalFacts, mpnFacts, supportFacts } from './enrollment-facts.ts'

export type ReviewView = {
  organization: Pick<Organization, 'tenantId' | 'displayName' | 'legalName' | 'country' | 'kind'>
  enrollment: FiledEnrollment
  /** As the checks come out now, or as they were recorded. */
  checks: readonly CheckResult[]
  rule: Pick<CountryRule, 'states'>
  note?: string
}

/** One application as a reviewer sees it: every fact, every automatic check, every decision, and what can be decided now. */
export function reviewCard({ organization, enrollment, checks, rule, note }: ReviewView, words: Words): Card {
  const { buttons, review, terms } = words
  const { application } = enrollment
  const overdue = enrollment.overdueAt !== undefined && enrollment.state === 'inReview'
  return summaryCard(
    {
      tone: overdue ? 'attention' : (TONES[enrollment.state] ?? 'emphasis'),
      place: terms.enrollmentStates[enrollment.state],
      title: organization.displayName,
      intro: [
        ...(note === undefined ? [] : [note]),
        ...(enrollment.state === 'inReview'
          ? [overdue ? review.overdue(words.date(enrollment.dueAt)) : review.due(words.date(enrollment.dueAt))]
          : []),
      ],
      sections: [
        {
          heading: review.checks,
          bullets: checks.map(({ check, passed }) => ({
            text: terms.automaticChecks[check],
            mark: passed ? 'done' : 'failed',
          })),
        },
        {
          heading: review.company,
          facts: [
            { title: review.tenantName, value: organization.legalName },
            { title: terms.fields.country, value: terms.country(organization.country) },
            { title: review.accountType, value: terms.kinds[organization.kind].label },
            ...mpnFacts(application, words),
          ],
        },
        { heading: terms.steps.legal, facts: legalFacts(application.legal, rule, words) },
        {
          heading: terms.steps.contact,
          facts: [
            ...contactFacts(application.contact, words),
            {
              title: terms.verificationKinds.emailOwnership,
              value:
                enrollment.confirmedAt === undefined
                  ? terms.verificationStates[enrollment.verification.emailOwnership.state]
                  : review.confirmed(words.dateTime(enrollment.confirmedAt)),
            },
          ],
        },
        { heading: terms.steps.support, facts: supportFacts(application.support, words) },
        { heading: terms.steps.authority, facts: authorityFacts(application.authority, words) },
        ...documents(enrollment, words),
        ...decisions(enrollment, words),
      ],
      buttons: decide(organization.tenantId, enrollment, words),
      more: [tap(buttons.reviews, 'reviews', {}), tap(buttons.home, 'home', {})],
    },
    words,
  )
}

const TONES: Partial<Record<EnrollmentState, Tone>> = {
  inReview: 'accent',
  actionRequired: 'warning',
  rejected: 'warning',
  qualified: 'good',
  active: 'good',
  suspended: 'attention',
  declined: 'attention',
}

/** The newest few: a card holds only so much. */
const MOST = 3

function documents({ documents }: FiledEnrollment, words: Words): readonly Section[] {
  if (documents.length === 0) return []
  return [
    {
      heading: words.review.documents,
      entries: documents.slice(-MOST).map(({ name, kind, note, link, by, at }) => ({
        title: `${name} (${words.terms.documentKinds[kind]})`,
        lines: [...(note === undefined ? [] : [note]), `${byName(by, words)} · ${words.dateTime(at)}`],
        button: openLink(words.buttons.open, link),
      })),
    },
  ]
}

function decisions({ decisions }: FiledEnrollment, words: Words): readonly Section[] {
  if (decisions.length === 0) return []
  return [
    {
      heading: words.review.decisions,
      entries: decisions.slice(-MOST).map(({ result, by, at, reason }) => ({
        title: words.terms.decisions[result],
        lines: [...(reason === undefined ? [] : [reason]), `${byName(by, words)} · ${words.dateTime(at)}`],
      })),
    },
  ]
}

function decide(tenant: TenantId, { id: enrollment, state }: FiledEnrollment, words: Words): readonly Button[] {
  const { buttons } = words
  const application = { tenant, enrollment }
  const decline = tap(buttons.decline, 'decline-form', application, { style: 'destructive' })
  switch (state) {
    case 'inReview':
      return [
        tap(buttons.approve, 'approve-enrollment', { op: newOperationKey(), ...application }, { style: 'positive' }),
        tap(buttons.reject, 'reject-form', application),
        tap(buttons.askForDocuments, 'documents-form', application),
        decline,
      ]
    case 'rejected':
      return [decline]
    case 'active':
      return [tap(buttons.suspend, 'suspend-form', application, { style: 'destructive' })]
    case 'suspended':
      return [tap(buttons.reinstate, 'suspend-form', application, { style: 'positive' })]
    case 'qualified':
    case 'submitted':
    case 'contactPending':
    case 'actionRequired':
    case 'declined':
      return []
  }
}
