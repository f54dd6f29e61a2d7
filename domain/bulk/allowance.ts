import { newId, type TenantId } from '../ids.ts'
import { organizationPk } from '../organization/organizations.ts'
import { readDayCounter } from '../store/day-counter.ts'
import { type DocumentStore, StoreUnavailable } from '../store/document-store.ts'
import { SheetRefused } from './sheet.ts'

/** What one company may have tried within 24 hours: more than anybody means, and what the store and the others can bear. */
export const MOST_IN_DAY = { jobs: 50, rows: 50_000 }

const TRIES = 20

/** Counts a job with its rows; without `rows`, whether there could be one at all. @throws SheetRefused */
export async function takeAllowance(
  store: DocumentStore,
  { owner, at, rows }: { owner: TenantId; at: string; rows?: number },
): Promise<void> {
  const pk = organizationPk(owner)
  for (let tries = 0; tries < TRIES; tries++) {
    const [jobs, lines] = await Promise.all([
      readDayCounter(store, pk, 'cnt:bulk-jobs', at),
      readDayCounter(store, pk, 'cnt:bulk-rows', at),
    ])
    if (jobs.counted.day >= MOST_IN_DAY.jobs)
      throw new SheetRefused({ code: 'perDay', of: 'jobs', most: MOST_IN_DAY.jobs, from: jobs.counted.dayEnds })
    if (lines.counted.day + (rows ?? 1) > MOST_IN_DAY.rows)
      throw new SheetRefused({ code: 'perDay', of: 'rows', most: MOST_IN_DAY.rows, from: lines.counted.dayEnds })
    if (rows === undefined) return
    const token = newId()
    const ops = [jobs.plus(1, token), lines.plus(rows, token)]
    if ((await store.batch(pk, ops, { id: 'cnt:bulk-jobs', token })).ok) return
  }
  throw new StoreUnavailable('notExecuted')
}
