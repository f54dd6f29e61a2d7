import type { Actor } from '../actor.ts'
import type { Organization } from '../organization/organization.ts'
import { OutsideUnavailable } from '../ports.ts'
import type { Refusal } from '../refusals.ts'
import { ok } from '../result.ts'
import { type DocumentStore, StoreUnavailable } from '../store/document-store.ts'
import {
  type Bulk,
  type BulkEvent,
  type BulkKind,
  type FaultyRow,
  isFaulty,
  MOST_FAULTY,
  mayBulk,
  type Outcome,
  tallyOf,
  type WithRows,
} from './bulk.ts'
import { type Bulks, byOf } from './bulks.ts'
import { ROWS_PER_DOCUMENT, type Row, readRows, rowKey, withRows } from './rows.ts'

/** Whoever started the job, as they are now. */
export type Doer = { actor: Actor; organization: Organization }

/** One row's command. `run` happens once however often it is called with the same `key`. */
export type RowWork = {
  /** Rows of one lane go one after another, since they are about one thing. */
  lane(cells: readonly string[]): string
  check(cells: readonly string[], doer: Doer): Promise<Outcome>
  run(
    cells: readonly string[],
    doer: Doer,
    given: { key: ReturnType<typeof rowKey>; correlationId: string },
  ): Promise<Outcome>
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
}

/** Rows that are done at the same time. */
const AT_ONCE = 4
/** What is done by then is written down, long before the lease of the worker ends. */
const BUDGET_MS = 8_000

/** Tries a document without changing anything, by the very guards that decide later. @returns whether there is more. */
export async function checkDocument(deps: RunDeps, id: string, correlationId: string): Promise<boolean> {
  const bulk = await deps.bulks.find(id)
  if (bulk?.state !== 'checking') return false
  const [document, { doer, refusals }] = await Promise.all([
    readRows(deps.store, id, bulk.sheet, bulk.at),
    standingOf(deps, bulk),
  ])
  if (!document) throw new Error('the rows of a job are there')
  const { rows } = document.body
  const denied: Outcome = { is: 'refused', refusals }
  const looked = await inLanes(deps, bulk, rows, {
    goesOn: async () => true,
    isOpen: () => true,
    each: (row) => (doer ? deps.work[bulk.kind].check(row.cells, doer) : Promise.resolve(denied)),
  })
  const checked = rows.map((row, n): Row => ({ ...row, check: looked[n] ?? denied }))
  const outcomes = checked.flatMap(({ check }) => check ?? [])
  await deps.bulks.execute(id, {
    by: byOf(bulk),
    correlationId,
    decide: (state) =>
      ok<readonly BulkEvent[]>(
        state?.state === 'checking' && state.sheet.set === bulk.sheet.set && state.at === bulk.at
          ? [
              {
                type: 'BulkChecked',
                at: deps.clock.now(),
                document: bulk.at,
                tally: tallyOf(outcomes),
                faulty: faultyOf(outcomes.map((outcome, n) => ({ row: rowNumber(bulk, n), outcome }))),
              },
            ]
          : [],
      ),
    beside: () => [withRows(document, checked)],
  })
  return bulk.at + 1 < bulk.sheet.documents
}

/**
 * Does the rows of a document that nobody has done yet; a stop is heeded between two rows. What a crash keeps from being
 * written down is done again, and meets its own key. @returns whether there is more.
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
  const { rows } = document.body
  const until = performance.now() + BUDGET_MS
  const results = await inLanes(deps, bulk, rows, {
    goesOn: async () => performance.now() < until && (await deps.bulks.find(id))?.state === 'running',
    isOpen: ({ done }) => done === undefined,
    each: (row, n) =>
      row.check && isFaulty(row.check)
        ? Promise.resolve(row.check)
        : deps.work[bulk.kind].run(row.cells, doer, { key: rowKey(id, rowNumber(bulk, n)), correlationId }),
  })
  const next = rows.map((row, n): Row => ({ ...row, ...(results[n] ? { done: results[n] } : {}) }))
  const whole = next.every(({ done }) => done !== undefined)
  const news = results.flatMap((outcome, n) =>
    outcome ? [{ row: rowNumber(bulk, n), outcome, was: rows[n]?.check }] : [],
  )
  if (news.length === 0 && !whole) return (await deps.bulks.find(id))?.state === 'running'
  const written = await deps.bulks.execute(id, {
    by: byOf(bulk),
    correlationId,
    decide: (state) =>
      ok<readonly BulkEvent[]>(
        state && 'done' in state && state.state !== 'done' && state.at === bulk.at
          ? [
              {
                type: 'BulkAdvanced',
                at: deps.clock.now(),
                document: bulk.at,
                whole,
                tally: tallyOf(news.map(({ outcome }) => outcome)),
                faulty: faultyOf(news.filter(({ was }) => !was || !isFaulty(was))),
              },
            ]
          : [],
      ),
    beside: () => [withRows(document, next)],
  })
  return written.ok && written.value.state.bulk?.state === 'running'
}

/** Stops a running job; what is done stays done. */
export const stop = (
  { bulks, clock }: Pick<RunDeps, 'bulks' | 'clock'>,
  bulk: Bulk,
  why: 'person' | 'rights',
  correlationId: string,
): ReturnType<Bulks['execute']> =>
  bulks.execute(bulk.id, {
    by: byOf(bulk),
    correlationId,
    decide: (state) =>
      ok<readonly BulkEvent[]>(state?.state === 'running' ? [{ type: 'BulkStopped', at: clock.now(), why }] : []),
  })

/** Counted from 1, below the heading. */
export const rowNumber = ({ at }: Pick<WithRows, 'at'>, n: number): number => at * ROWS_PER_DOCUMENT + n + 1

/** Whoever started it, while they may do this still; else what keeps them from it. */
async function standingOf(deps: RunDeps, bulk: Bulk): Promise<{ doer?: Doer; refusals: readonly Refusal[] }> {
  const doer = await deps.doer(bulk)
  if (!doer) return { refusals: [{ code: 'NOT_FOUND', query: bulk.person.name }] }
  const refusals = mayBulk(bulk.kind, doer.actor, doer.organization)
  return refusals.length > 0 ? { refusals } : { doer, refusals }
}

type Plan = {
  goesOn(): Promise<boolean>
  isOpen(row: Row): boolean
  each(row: Row, n: number): Promise<Outcome>
}

/** What became of each row, by place; nothing of those that were not begun. */
async function inLanes(
  deps: RunDeps,
  bulk: WithRows,
  rows: readonly Row[],
  { goesOn, isOpen, each }: Plan,
): Promise<readonly (Outcome | undefined)[]> {
  const lanes = new Map<string, { row: Row; n: number }[]>()
  rows.forEach((row, n) => {
    if (!isOpen(row)) return
    const lane = deps.work[bulk.kind].lane(row.cells)
    const known = lanes.get(lane)
    if (known) known.push({ row, n })
    else lanes.set(lane, [{ row, n }])
  })
  const results: (Outcome | undefined)[] = rows.map(() => undefined)
  const waiting = [...lanes.values()]
  let isOver = false
  const work = async (): Promise<void> => {
    for (let lane = waiting.shift(); lane && !isOver; lane = waiting.shift())
      for (const { row, n } of lane) {
        if (isOver || !(await goesOn())) {
          isOver = true
          return
        }
        results[n] = await one(deps, bulk, row, n, each)
      }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, work))
  return results
}

async function one(deps: RunDeps, bulk: WithRows, row: Row, n: number, each: Plan['each']): Promise<Outcome> {
  if (row.repeats !== undefined) return { is: 'wrong', faults: [{ code: 'repeated', row: row.repeats }] }
  try {
    return await each(row, n)
  } catch (error) {
    // What answers later is asked again with the whole document; anything else is this row's alone.
    if (error instanceof StoreUnavailable || error instanceof OutsideUnavailable) throw error
    deps.unforeseen(error, { bulk: bulk.id, row: rowNumber(bulk, n) })
    return { is: 'failed', refusals: [{ code: 'PC_REFUSED' }] }
  }
}

const faultyOf = (rows: readonly FaultyRow[]): readonly FaultyRow[] =>
  rows
    .filter(({ outcome }) => isFaulty(outcome))
    .slice(0, MOST_FAULTY)
    .map(({ row, outcome }) => ({ row, outcome }))
