import { newId, type TenantId } from '../ids.ts'
import { organizationPk } from '../organization/organizations.ts'
import { readDayCounter } from '../store/day-counter.ts'
import { type DocumentStore, StoreUnavailable } from '../store/document-store.ts'
import type { BulkKind } from './bulk.ts'
import { SheetRefused } from './sheet.ts'

/** What one company may have tried within 24 hours: more than anybody means, and what the store and the others can bear. */
const MOST_JOBS = 50
/** Rows that ask who somebody is, or what is still to be had, are fewer: nobody is to be looked up by trying. */
const MOST_ROWS: Record<BulkKind, number> = {
  reseller: 50_000,
  support: 50_000,
  invitations: 10_000,
  newCustomers: 10_000,
}

const TRIES = 20

/** Counts a job with its rows; without `rows`, whether there could be one at all. @throws SheetRefused */
export async function takeAllowance(
  store: DocumentStore,
  { owner, kind, at, rows }: { owner: TenantId; kind: BulkKind; at: string; rows?: number },
): Promise<void> {
  const pk = organizationPk(owner)
  for (let tries = 0; tries < TRIES; tries++) {
    const [jobs, lines] = await Promise.all([
      readDayCounter(store, pk, 'cnt:bulk-jobs', at),
      readDayCounter(store, pk, `cnt:bulk-rows-${kind}`, at),
    ])
    if (jobs.counted.day >= MOST_JOBS)
      throw new SheetRefused({ code: 'perDay', of: 'jobs', most: MOST_JOBS, from: jobs.counted.dayEnds })
    if (lines.counted.day + (rows ?? 1) > MOST_ROWS[kind])
      throw new SheetRefused({ code: 'perDay', of: 'rows', most: MOST_ROWS[kind], from: lines.counted.dayEnds })
    if (rows === undefined) return
    const token = newId()
    const ops = [jobs.plus(1, token), lines.plus(rows, token)]
    if ((await store.batch(pk, ops, { id: 'cnt:bulk-jobs', token })).ok) return
  }
  throw new StoreUnavailable('notExecuted')
}
