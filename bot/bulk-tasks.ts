import type { Logger } from 'pino'
import { listBulk } from '../domain/bulk/list.ts'
import { bulkPk } from '../domain/bulk/rows.ts'
import { checkDocument, type RunDeps, runDocument, settleBegun } from '../domain/bulk/run.ts'
import { resellerWork, supportWork } from '../domain/bulk/subscription-row.ts'
import { sweepRows } from '../domain/bulk/sweep.ts'
import { tellNews } from '../domain/bulk/tell.ts'
import type { Task, TaskOf } from '../domain/store/outbox.ts'
import { showBulk } from './bulk-cards.ts'
import type { House } from './capability.ts'
import { lookAs } from './look.ts'
import type { Messenger } from './turn.ts'

type Row = { correlationId: string }

/** The outbox tasks of jobs: so many rows a run, then the next run is ordered. Each may run more than once. */
export function bulkTasks(house: House, messenger: Pick<Messenger, 'update'>, log: Pick<Logger, 'error'>) {
  const deps = (correlationId: string): RunDeps => ({
    store: house.store,
    bulks: house.bulks,
    clock: house.clock,
    async doer({ person }) {
      const turn = await lookAs(person, { correlationId }, house)
      return turn?.organization && { actor: turn.actor, organization: turn.organization }
    },
    work: { reseller: resellerWork(house), support: supportWork(house) },
    unforeseen: (error, about) => log.error({ event: 'bulk.row', ...about, err: error }),
  })
  return {
    async checkBulk(task: TaskOf<'checkBulk'>, { correlationId }: Row): Promise<readonly Task[]> {
      return (await checkDocument(deps(correlationId), task.bulk, correlationId)) ? [task] : []
    },
    async runBulk(task: TaskOf<'runBulk'>, { correlationId }: Row): Promise<readonly Task[]> {
      return (await runDocument(deps(correlationId), task.bulk, correlationId)) ? [task] : []
    },
    async tellBulk({ bulk }: TaskOf<'tellBulk'>, { correlationId }: Row): Promise<void> {
      await settleBegun(deps(correlationId), bulk, correlationId)
      await tellNews(house, bulk, correlationId)
      house.committed(bulkPk(bulk))
    },
    async sweepBulk({ bulk }: TaskOf<'sweepBulk'>): Promise<void> {
      await sweepRows(house, bulk)
    },
    async showBulk({ bulk }: TaskOf<'showBulk'>, { correlationId }: Row): Promise<void> {
      await listBulk(house, bulk)
      await showBulk(bulk, correlationId, house, messenger)
    },
  }
}
