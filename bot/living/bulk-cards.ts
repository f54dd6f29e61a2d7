import type { Action } from '../../cards/actions.ts'
import { hasRows } from '../../domain/bulk/bulk.ts'
import { readersOf } from '../../domain/store/card-copies.ts'
import type { House, Turn } from '../capability.ts'
import { look } from '../look.ts'
import type { Messenger } from '../turn.ts'
import { bringUpToDate, type Life } from './standing-card.ts'

const subjectOf = (bulk: string): string => `blk.${bulk}`

/** The job that somebody looks at or moves on; a file of it is not covered by news. */
export const bulkActedOn = (action: Action): string | undefined =>
  'bulk' in action && action.verb !== 'bulk-results' ? subjectOf(action.bulk) : undefined

/**
 * A job's card shows the progress by itself. The job goes on while the card is drawn and while the answer travels, and the
 * answer may come after news of the job and cover it: so the card is always shown once more.
 */
export const bulkLife = ({ bulk }: Extract<Action, { verb: 'bulk-progress' }>): Life => ({
  subject: subjectOf(bulk),
  shows: {},
  late: async () => ({ kind: 'showBulk', bulk }),
})

/** Brings every remembered card of a job to where it is now; the last news is that its rows were deleted. */
export async function showBulk(
  bulk: string,
  correlationId: string,
  house: House,
  messenger: Pick<Messenger, 'update'>,
): Promise<void> {
  const subject = subjectOf(bulk)
  const job = await house.bulks.find(bulk)
  const isSwept = job !== undefined && hasRows(job) && job.sweptAt !== undefined
  const cardOf = (_: unknown, turn: Turn) => look({ verb: 'bulk-progress', bulk }, turn, house)
  for (const reader of await readersOf(house.store, subject))
    await bringUpToDate(reader, { subject, cardOf, isLast: () => isSwept }, correlationId, house, messenger)
}
