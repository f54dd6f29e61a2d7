import type { Actor } from '../actor.ts'
import type { Organization } from '../organization/organization.ts'
import { OutsideUnavailable } from '../ports.ts'
import type { Refusal } from '../refusals.ts'
import { ok } from '../result.ts'
import { type DocumentStore, StoreUnavailable } from '../store/document-store.ts'
import {
  type BegunBulk,
  type Bulk,
  type BulkEvent,
  type BulkKind,
  type FaultyRow,
  isBegun,
  isFaulty,
  MOST_FAULTY,
  mayBulk,
  type Outcome,
  sum,
  tallyOf,
  type WithRows,
} from './bulk.ts'
import { type Bulks, byOf } from './bulks.ts'
import { stopped } from './confirm.ts'
import { type Lanes, type Looked, lookInLanes } from './lanes.ts'
import { ROWS_PER_DOCUMENT, type Row, type RowsDocument, readRows, rowKey, withRows } from './rows.ts'
import { newsOps } from './tell.ts'

/** Whoever started the job, as they are now. */
export type Doer = { actor: Actor; organization: Organization }

type RowKey = ReturnType<typeof rowKey>

/** `check` is what the dry run said of the row: what was confirmed is done. */
type RowGiven = { key: RowKey; correlationId: string; bulk: string; check?: Outcome | undefined }

/** One row's command. `run` happens once however often it is called with the same `key`; nobody is told of it by itself. */
export type RowWork = {
  /** Rows of one lane go one after another, since they are about one thing. */
  lane(cells: readonly string[]): string
  check(cells: readonly string[], doer: Doer): Promise<Outcome>
  run(cells: readonly string[], doer: Doer, given: RowGiven): Promise<Outcome>
  /** Whether `run` got as far as being decided under this key, whatever came between; absent where nothing can. */
  isBegun?(cells: readonly string[], doer: Doer, key: RowKey): Promise<boolean>
  /** How many rows can be done now, and why no more; absent where nothing limits them. */
  room?(doer: Doer): Promise<{ left: number; refusal: Refusal }>
}

export type RunDeps = {
  store: DocumentStore
  bulks: Bulks
  clock: { now(): string }
  /** Read again for each document; undefined of somebody who is gone. */
  doer(bulk: Bulk): Promise<Doer | undefined>
  work: { [K in BulkKind]: RowWork }
  /** A row that nobody foresaw: it fails alone. */
  unforeseen(error: unknown, about: { bulk: string; row: number }): void
  /** How long rows are begun in one run. */
  budgetMs?: number
}

/** What is done by then is written down, long before the lease of the worker ends. */
const BUDGET_MS = 8_000
/** Rows whose outcomes, each with two pieces of news, fit into one batch of a store. */
const MOST_AT_ONCE = 40

/**
 * Does the rows of a document that nobody has done yet; a stop is heeded between two rows. What a crash keeps from being
 * written down is done again, and meets its own key. @returns whether there is more.
 * @throws what answers later, once the other rows are written down.
 */
export async function runDocument(deps: RunDeps, id: string, correlationId: string): Promise<boolean> {
  const bulk = await deps.bulks.find(id)
  if (bulk?.state !== 'running') return false
  const [document, { doer }] = await Promise.all([
    readRows(deps.store, id, bulk.sheet, bulk.at),
    standingOf(deps, bulk),
  ])
  if (!document) throw new Error('the rows of a job are there')
  if (!doer) {
    await stop(deps, bulk, 'rights', correlationId)
    return false
  }
  const goesOn = within(deps)
  let begun = 0
  const looked = await inLanes(deps, bulk, document.body.rows, {
    goesOn: async () => begun++ < MOST_AT_ONCE && goesOn() && (await deps.bulks.find(id))?.state === 'running',
    isOpen: ({ done }) => done === undefined,
    each: (row, n) =>
      row.check && isFaulty(row.check)
        ? Promise.resolve(row.check)
        : deps.work[bulk.kind].run(row.cells, doer, { ...given(bulk, n, correlationId), check: row.check }),
  })
  const after = await writeDown(deps, bulk, document, looked.outcomes, correlationId)
  if (looked.fault !== undefined) throw looked.fault
  return (after ?? (await deps.bulks.find(id)))?.state === 'running'
}

/**
 * Carries to its end what a job had begun when it was stopped, so that it counts, and its partners can be told.
 * @returns whether there is more.
 */
export async function settleBegun(deps: RunDeps, id: string, correlationId: string): Promise<boolean> {
  const bulk = await deps.bulks.find(id)
  if (bulk?.state !== 'stopped') return false
  const { isBegun: begun, run } = deps.work[bulk.kind]
  const [document, doer] = await Promise.all([readRows(deps.store, id, bulk.sheet, bulk.at), deps.doer(bulk)])
  if (!begun || !document || !doer) return false
  const hasTime = within(deps)
  let settled = 0
  let isMore = false
  const looked = await inLanes(deps, bulk, document.body.rows, {
    goesOn: async () => {
      const goesOn = settled === 0 || (settled < MOST_AT_ONCE && hasTime())
      isMore ||= !goesOn
      return goesOn
    },
    isOpen: ({ done, repeats, check }) => done === undefined && repeats === undefined && !(check && isFaulty(check)),
    async each({ cells, check }, n) {
      const row = { ...given(bulk, n, correlationId), check }
      if (!(await begun(cells, doer, row.key))) return undefined
      settled++
      return run(cells, doer, row)
    },
  })
  await writeDown(deps, bulk, document, looked.outcomes, correlationId)
  if (looked.fault !== undefined) throw looked.fault
  return isMore
}

/** Whether there is time for one more row; there is for the first. */
export function within({ budgetMs = BUDGET_MS }: RunDeps): () => boolean {
  const until = performance.now() + budgetMs
  let isFirst = true
  return () => {
    const goesOn = isFirst || performance.now() < until
    isFirst = false
    return goesOn
  }
}

const given = (bulk: WithRows, n: number, correlationId: string) => ({
  key: rowKey(bulk.id, rowNumber(bulk, n)),
  correlationId,
  bulk: bulk.id,
})

/** Outcomes, counts and news in one batch. @returns the job after it, if there was anything to write. */
async function writeDown(
  deps: RunDeps,
  bulk: BegunBulk,
  document: RowsDocument,
  outcomes: readonly (Outcome | undefined)[],
  correlationId: string,
): Promise<Bulk | undefined> {
  const { rows } = document.body
  const next = rows.map((row, n): Row => {
    const done = outcomes[n]
    return done ? { ...row, done: withoutNews(done) } : row
  })
  const whole = next.every(({ done }) => done !== undefined)
  const news = outcomes.flatMap((outcome, n) =>
    outcome ? [{ row: rowNumber(bulk, n), outcome, was: rows[n]?.check }] : [],
  )
  if (news.length === 0 && !whole) return undefined
  const written = await deps.bulks.execute(bulk.id, {
    by: byOf(bulk),
    correlationId,
    decide: (state) =>
      ok<readonly BulkEvent[]>(
        state && isBegun(state) && state.state !== 'done' && state.at === bulk.at
          ? advanced(state, whole, news, deps.clock.now())
          : [],
      ),
    beside: () => [withRows(document, next), ...newsOps(news)],
  })
  if (!written.ok) throw new TypeError('nothing refuses what is done')
  return written.value.state.bulk
}

type RowNews = { row: number; outcome: Outcome; was: Outcome | undefined }

/** The last document is the end of the job. */
function advanced(state: BegunBulk, whole: boolean, news: readonly RowNews[], at: string): readonly BulkEvent[] {
  const { kind, at: document, sheet } = state
  const tally = tallyOf(news.map(({ outcome }) => outcome))
  const faulty = faultyOf(news.filter(({ was }) => !was || !isFaulty(was)))
  return [
    { type: 'BulkAdvanced', at, document, whole, tally, faulty },
    ...(whole && document + 1 === sheet.documents
      ? [{ type: 'BulkDone', at, kind, tally: sum(state.done, tally) } as const]
      : []),
  ]
}

function withoutNews(outcome: Outcome): Outcome {
  if (outcome.is !== 'good' && outcome.is !== 'failed') return outcome
  const { concerns, ...kept } = outcome
  return kept
}

/** Stops a running job; what is done stays done. */
const stop = (
  { bulks, clock }: Pick<RunDeps, 'bulks' | 'clock'>,
  bulk: Bulk,
  why: 'person' | 'rights',
  correlationId: string,
): ReturnType<Bulks['execute']> =>
  bulks.execute(bulk.id, {
    by: byOf(bulk),
    correlationId,
    decide: (state) => ok<readonly BulkEvent[]>(state?.state === 'running' ? [stopped(state, why, clock.now())] : []),
  })

/** Counted from 1, below the heading. */
export const rowNumber = ({ at }: Pick<WithRows, 'at'>, n: number): number => at * ROWS_PER_DOCUMENT + n + 1

/** Whoever started it, while they may do this still; else what keeps them from it. */
export async function standingOf(deps: RunDeps, bulk: Bulk): Promise<{ doer?: Doer; refusals: readonly Refusal[] }> {
  const doer = await deps.doer(bulk)
  if (!doer) return { refusals: [{ code: 'NOT_FOUND', query: bulk.person.name }] }
  const refusals = mayBulk(bulk.kind, doer.actor, doer.organization)
  return refusals.length > 0 ? { refusals } : { doer, refusals }
}

type Plan = Omit<Lanes, 'lane'>

export const inLanes = (deps: RunDeps, bulk: WithRows, rows: readonly Row[], plan: Plan): Promise<Looked> =>
  lookInLanes(rows, {
    ...plan,
    lane: ({ cells }) => deps.work[bulk.kind].lane(cells),
    each: (row, n) => one(deps, bulk, row, n, plan.each),
  })

async function one(
  deps: RunDeps,
  bulk: WithRows,
  row: Row,
  n: number,
  each: Plan['each'],
): Promise<Outcome | undefined> {
  if (row.repeats !== undefined) return { is: 'wrong', faults: [{ code: 'repeated', row: row.repeats }] }
  try {
    return await each(row, n)
  } catch (error) {
    // What answers later is asked again; anything else is this row's alone.
    if (error instanceof StoreUnavailable || error instanceof OutsideUnavailable) throw error
    deps.unforeseen(error, { bulk: bulk.id, row: rowNumber(bulk, n) })
    return { is: 'failed', refusals: [{ code: 'PC_REFUSED' }] }
  }
}

export const faultyOf = (rows: readonly FaultyRow[]): readonly FaultyRow[] =>
  rows
    .filter(({ outcome }) => isFaulty(outcome))
    .slice(0, MOST_FAULTY)
    .map(({ row, outcome }) => ({ row, outcome }))
