import { ok } from '../result.ts'
import { type BulkEvent, type FaultyRow, MOST_FAULTY, type RewrittenRows, tallyOf } from './bulk.ts'
import { byOf } from './bulks.ts'
import { type Row, readRows, withRows } from './rows.ts'
import { faultyOf, inLanes, type RunDeps, rowNumber, standingOf, within } from './run.ts'
import { withinRoom } from './within-room.ts'

/**
 * Tries the rows of a document that nobody has tried yet, without changing anything, by the very guards that decide later.
 * @returns whether there is more.
 * @throws what answers later, once the other rows are written down.
 */
export async function checkDocument(deps: RunDeps, id: string, correlationId: string): Promise<boolean> {
  const bulk = await deps.bulks.find(id)
  if (bulk?.state !== 'checking' || bulk.sweptAt !== undefined) return false
  const [document, { doer, refusals }] = await Promise.all([
    readRows(deps.store, id, bulk.sheet, bulk.at),
    standingOf(deps, bulk),
  ])
  if (!document) throw new Error('the rows of a job are there')
  const { rows } = document.body
  const { check, room: readRoom } = deps.work[bulk.kind]
  const room = doer && (await readRoom?.(doer))
  const left = room ? room.left - bulk.check.good : Number.POSITIVE_INFINITY
  // What could not be done today anyway tells nothing about anybody.
  const denied = room && left <= 0 ? [room.refusal] : refusals
  const goesOn = within(deps)
  const looked = await inLanes(deps, bulk, rows, {
    goesOn: async () => goesOn(),
    isOpen: (row) => row.check === undefined,
    each: async ({ cells }) => (doer && denied.length === 0 ? check(cells, doer) : { is: 'refused', refusals: denied }),
  })
  const outcomes = room ? withinRoom(looked.outcomes, left, room.refusal) : looked.outcomes
  const checked = rows.map((row, n): Row => {
    const outcome = outcomes[n]
    return outcome ? { ...row, check: outcome } : row
  })
  const isWhole = checked.every((row) => row.check !== undefined)
  const news = outcomes.flatMap((outcome, n) => (outcome ? [{ row: rowNumber(bulk, n), outcome }] : []))
  if (news.length === 0 && looked.fault !== undefined) throw looked.fault
  await deps.bulks.execute(id, {
    by: byOf(bulk),
    correlationId,
    decide: (state) =>
      ok<readonly BulkEvent[]>(
        state?.state === 'checking' &&
          state.sweptAt === undefined &&
          state.sheet.set === bulk.sheet.set &&
          state.at === bulk.at
          ? [
              {
                type: 'BulkChecked',
                at: deps.clock.now(),
                document: bulk.at,
                ...(isWhole ? {} : { part: true }),
                tally: tallyOf(news.map(({ outcome }) => outcome)),
                faulty: faultyOf(news),
                ...rewrittenOf(news),
              },
            ]
          : [],
      ),
    beside: () => [withRows(document, checked)],
  })
  if (looked.fault !== undefined) throw looked.fault
  return !isWhole || bulk.at + 1 < bulk.sheet.documents
}

function rewrittenOf(rows: readonly FaultyRow[]): { rewritten?: RewrittenRows } {
  const all = rows.filter(({ outcome }) => outcome.is === 'good' && outcome.rewritten !== undefined)
  return all.length === 0 ? {} : { rewritten: { rows: all.length, first: all.slice(0, MOST_FAULTY) } }
}
