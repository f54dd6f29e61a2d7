import type { TenantId } from '../ids.ts'
import type { Operation } from '../permissions.ts'

/** Which changes a history shows; everything where nothing is named. */
export type HistoryQuery = {
  /** `looks`: what the operator's staff looked at, for reviewers. */
  show: 'changes' | 'looks'
  /** Of one company; support only, everybody else reads their own. */
  company?: TenantId
  operation?: Operation
  /** Part of the name of whoever did it. */
  person?: string
  /** Days as they read on the reader's calendar, both included: `2026-11-21`. */
  from?: string
  to?: string
}
