import type { Action } from '../../cards/actions.ts'
import { hasRows } from '../../domain/bulk/bulk.ts'
import { readersOf } from '../../domain/store/card-copies.ts'
import type { House, Turn } from '../capability.ts'
import { look } from '../look.ts'
import type { Messenger } from '../turn.ts'
import { askedBy, bringUpToDate, type Life } from './standing-card.ts'

const subjectOf = (bulk: string): string => `blk.${bulk}`

/** The job that somebody looks at or moves on; a file of it is not covered by news. */
export const bulkActedOn = (action: Action): string | undefined =>
  'bulk' in action && action.verb !== 'bulk-results' ? subjectOf(action.bulk) : undefined

/** A job's card shows the progress by itself. */
export const bulkLife = (asks: Extract<Action, { verb: 'bulk-progress' }>, turn: Turn, house: House): Life => ({
  subject: subjectOf(asks.bulk),
  shows: {},
  // The job may have come to its end while the card was drawn, when nobody knew yet where it would stand.
  late: async () => (askedBy(await look(asks, turn, house)) ? undefined : { kind: 'showBulk', bulk: asks.bulk }),
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
