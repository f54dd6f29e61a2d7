import { system } from '../actor.ts'
import { DAY_MS, later } from '../clock.ts'
import type { TenantId } from '../ids.ts'
import { ok } from '../result.ts'
import type { DocumentStore } from '../store/document-store.ts'
import type { Bulk, BulkEvent } from './bulk.ts'
import { hasRows } from './bulk.ts'
import type { Bulks } from './bulks.ts'
import { jobsBefore } from './list.ts'
import { dropRows } from './rows.ts'

/** How long the rows of a job are kept after its end, and those of one that nobody confirms. */
const KEPT_DAYS = { over: 30, unconfirmed: 7 }

/** When the rows of a job have had their time; never while it runs. */
export function sweptFrom(bulk: Bulk): string | undefined {
  if (!hasRows(bulk) || bulk.sweptAt !== undefined) return undefined
  switch (bulk.state) {
    case 'checking':
    case 'checked':
      return inDays(bulk.startedAt, KEPT_DAYS.unconfirmed)
    case 'stopped':
      return inDays(bulk.stoppedAt, KEPT_DAYS.over)
    case 'done':
      return inDays(bulk.doneAt, KEPT_DAYS.over)
    case 'running':
      return undefined
  }
}

/** A job's timer: from then on it has no rows, whoever comes to continue it. They are removed by what this orders. */
export async function tickBulk(
  { bulks, clock }: { bulks: Bulks; clock: { now(): string } },
  id: string,
): Promise<void> {
  await bulks.execute(id, {
    by: system,
    correlationId: `timer:${id}`,
    decide: (state) => {
      const now = clock.now()
      return ok<readonly BulkEvent[]>(state && isOverdue(state, now) ? [{ type: 'BulkSwept', at: now }] : [])
    },
  })
}

/** Whether a job's time is over although its rows are still there. */
export function isOverdue(bulk: Bulk, now: string): boolean {
  const from = sweptFrom(bulk)
  return from !== undefined && from <= now
}

/** As many jobs are looked after at once; the next look finds more. */
const MOST_FORGOTTEN = 20

/**
 * Jobs that were begun before jobs had a timer are found by nobody's clock: whoever looks at the jobs of their company has
 * those swept whose time is over. All others have left the list by then.
 */
export async function sweepForgotten(
  deps: { store: DocumentStore; bulks: Bulks; clock: { now(): string } },
  owner: TenantId,
): Promise<void> {
  const now = deps.clock.now()
  const { items } = await jobsBefore(deps.store, owner, inDays(now, -KEPT_DAYS.unconfirmed), MOST_FORGOTTEN)
  for (const { id, state, startedAt } of items.map(({ body }) => body)) {
    const days = state === 'checking' || state === 'checked' ? KEPT_DAYS.unconfirmed : KEPT_DAYS.over
    if (state !== 'running' && inDays(startedAt, days) <= now) await tickBulk(deps, id)
  }
}

/** Removes the rows of a job whose time is over; a sweep that broke off goes on. */
export async function sweepRows({ store, bulks }: { store: DocumentStore; bulks: Bulks }, id: string): Promise<void> {
  const bulk = await bulks.find(id)
  if (bulk && hasRows(bulk) && bulk.sweptAt !== undefined) await dropRows(store, id, bulk.sheet)
}

const inDays = (from: string, days: number): string => later(from, days * DAY_MS)
