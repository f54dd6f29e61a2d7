import { reviewsCard } from '../../cards/enrollment/reviews.ts'
import { reviewList } from '../../domain/enrollment/review-list.ts'
import { permit } from '../../domain/permissions.ts'
import type { Capability } from '../capability.ts'
import { refused } from '../refused.ts'

const PAGE = 10

/** The applications, what waits for a decision first, by due date (P08). */
export const reviews: Capability<'reviews'> = async ({ after }, turn, house) => {
  const refusals = permit('P08', turn.actor, { kind: 'prospect' })
  if (refusals.length > 0) return refused(refusals, turn, house)
  const { items, next } = await reviewList(house.store, { limit: PAGE, ...(after === undefined ? {} : { after }) })
  const applications = items.map(
    ({ body: { tenantId, enrollmentId, company, country, state, submittedAt, dueAt } }) => ({
      tenant: tenantId,
      enrollment: enrollmentId,
      company,
      country,
      state,
      submittedAt,
      overdue: dueAt !== undefined && dueAt <= turn.now,
      ...(dueAt === undefined ? {} : { dueAt }),
    }),
  )
  return reviewsCard({ applications, ...(next === undefined ? {} : { next }) }, turn.words)
}
