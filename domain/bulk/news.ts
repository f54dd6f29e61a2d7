import type { TenantId } from '../ids.ts'

/** What a row's change is to a partner. */
const CONCERNS = ['reseller', 'contact', 'formerContact', 'ownCustomer', 'newCustomer', 'invited'] as const
export type ConcernKind = (typeof CONCERNS)[number]

/** Whom a row's change concerns, beside whoever did it: told with all the others of the job, once. */
export type Concern = {
  tenantId: TenantId
  company: string
  as: ConcernKind
  /** What partners count and call by name; `id` is fit for a key of the store. */
  customer: { id: string; name: string }
}

/** So many at most, since those of many rows are written in one batch. */
export type Concerns = readonly [] | readonly [Concern] | readonly [Concern, Concern]

/** How much of one kind a partner is told of: `changes` at so many `customers`, the first of them by name. */
export type News = { as: ConcernKind; changes: number; customers: number; names: readonly string[] }

/** As many customers are called by name. */
export const MOST_NAMED = 5
