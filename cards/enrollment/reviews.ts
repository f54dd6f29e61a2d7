import type { EnrollmentState } from '../../domain/enrollment/enrollment.ts'
import type { TenantId } from '../../domain/ids.ts'
import { tap } from '../drawing/buttons.ts'
import { listCard } from '../drawing/list.ts'
import type { Card } from '../drawing/render.ts'
import type { Words } from '../words/words.ts'

export type ReviewRow = {
  tenant: TenantId
  enrollment: string
  company: string
  country: string
  state: EnrollmentState
  submittedAt: string
  dueAt?: string
  overdue: boolean
}

export type ReviewsView = {
  /** One page, the most urgent first; `next` asks for the one after it. */
  applications: readonly ReviewRow[]
  next?: string
  note?: string
}

/** The applications that reviewers look after, with due dates; what is overdue says so. */
export function reviewsCard({ applications, next, note }: ReviewsView, words: Words): Card {
  const { buttons, reviews, terms } = words
  return listCard(
    {
      title: reviews.title,
      intro: [
        ...(note === undefined ? [] : [note]),
        ...(applications.length === 0 ? [words.home.next.reviews.none] : []),
      ],
      rows: applications.map(({ tenant, enrollment, company, country, state, submittedAt, dueAt, overdue }) => ({
        title: company,
        lines: [`${terms.country(country)} · ${reviews.submitted(words.date(submittedAt))}`],
        badge: {
          text:
            dueAt === undefined
              ? terms.enrollmentStates[state]
              : `${terms.enrollmentStates[state]} · ${overdue ? reviews.overdue(words.date(dueAt)) : reviews.due(words.date(dueAt))}`,
          color: overdue ? 'Attention' : 'Accent',
        },
        button: tap(buttons.review, 'review', { tenant, enrollment }),
      })),
      buttons: [
        ...(next === undefined ? [] : [tap(buttons.more, 'reviews', { after: next })]),
        tap(buttons.refresh, 'reviews', {}),
        tap(buttons.home, 'home', {}),
      ],
    },
    words.locale,
  )
}
