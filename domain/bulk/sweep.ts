import { system } from '../actor.ts'
import { ok } from '../result.ts'
import type { DocumentStore } from '../store/document-store.ts'
import type { Bulk, BulkEvent } from './bulk.ts'
import { hasRows } from './bulk.ts'
import type { Bulks } from './bulks.ts'
import { dropRows } from './rows.ts'

/** How long the rows of a job are kept after its end, and those of one that nobody confirms. */
export const KEPT_DAYS = { over: 30, unconfirmed: 7 }

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
      const from = state && sweptFrom(state)
      return ok<readonly BulkEvent[]>(from !== undefined && from <= now ? [{ type: 'BulkSwept', at: now }] : [])
    },
  })
}

/** Removes the rows of a job whose time is over; a sweep that broke off goes on. */
export async function sweepRows({ store, bulks }: { store: DocumentStore; bulks: Bulks }, id: string): Promise<void> {
  const bulk = await bulks.find(id)
  if (bulk && hasRows(bulk) && bulk.sweptAt !== undefined) await dropRows(store, id, bulk.sheet)
}

const inDays = (from: string, days: number): string => new Date(Date.parse(from) + days * 86_400_000).toISOString()
