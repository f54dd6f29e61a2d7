import type { TenantId } from '../ids.ts'
import type { Organization } from '../organization/organization.ts'
import { ORGANIZATION, organizationPk } from '../organization/organizations.ts'
import { load } from '../store/commit.ts'
import type { DocumentStore, Page } from '../store/document-store.ts'
import { listed, project } from '../store/projector.ts'
import type { EnrollmentState } from './enrollment.ts'
import { isFiled } from './evolve.ts'

/** One line of the reviewers' list. */
export type ReviewEntry = {
  tenantId: TenantId
  enrollmentId: string
  company: string
  country: string
  state: EnrollmentState
  submittedAt: string
  since: string
  dueAt?: string
}

const LIST = 'lst:reviews'
const WAITING = '1'

/** Repeats a company's application in the reviewers' list: first what waits for a decision, by due date. */
export async function listForReview(store: DocumentStore, tenant: TenantId): Promise<void> {
  const found = await load(store, ORGANIZATION, organizationPk(tenant))
  if (!found) return
  const entry = entryOf(found.state)
  await project(store, LIST, {
    subject: tenant,
    version: found.version,
    ...(entry ? { order: `${rank(entry)}~${entry.dueAt ?? entry.since}` } : {}),
    body: { ...entry },
  })
}

/** A page of everything that is or was in review. */
export const reviewList = (store: DocumentStore, page: { after?: string; limit: number }): Promise<Page<ReviewEntry>> =>
  listed(store, LIST, page)

/** The applications that wait for a decision, the most urgent first; at most 100. */
export const waitingReviews = (store: DocumentStore): Promise<Page<ReviewEntry>> =>
  listed(store, LIST, { part: WAITING, limit: 100 })

function entryOf({ tenantId, displayName, country, enrollment }: Organization): ReviewEntry | undefined {
  if (!isFiled(enrollment)) return undefined
  const since = 'since' in enrollment ? enrollment.since : enrollment.submittedAt
  const { id: enrollmentId, state, submittedAt } = enrollment
  const dueAt = enrollment.state === 'inReview' ? { dueAt: enrollment.dueAt } : {}
  return { tenantId, enrollmentId, company: displayName, country, state, submittedAt, since, ...dueAt }
}

function rank({ state }: ReviewEntry): string {
  if (state === 'inReview') return WAITING
  return state === 'submitted' || state === 'contactPending' || state === 'actionRequired' || state === 'rejected'
    ? '2'
    : '3'
}
