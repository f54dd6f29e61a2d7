import type { Logger } from 'pino'
import { customerDraft } from '../../cards/words/customer-invitation.ts'
import type { Bulk } from '../../domain/bulk/bulk.ts'
import { checkDocument } from '../../domain/bulk/check.ts'
import { invitationWork } from '../../domain/bulk/invitation-row.ts'
import { listBulk } from '../../domain/bulk/list.ts'
import { markDocumentSent } from '../../domain/bulk/mark-sent.ts'
import { newCustomerWork } from '../../domain/bulk/new-customer-row.ts'
import { bulkPk } from '../../domain/bulk/rows.ts'
import { type RunDeps, runDocument, settleBegun } from '../../domain/bulk/run.ts'
import { resellerWork, supportWork } from '../../domain/bulk/subscription-row.ts'
import { sweepRows } from '../../domain/bulk/sweep.ts'
import { tellNews } from '../../domain/bulk/tell.ts'
import type { Task, TaskOf } from '../../domain/store/outbox.ts'
import type { House } from '../capability.ts'
import { showBulk } from '../living/bulk-cards.ts'
import { lookAs } from '../look.ts'
import type { Messenger } from '../turn.ts'
import type { RowFacts } from './outbox-run.ts'

type Row = Pick<RowFacts, 'correlationId' | 'key'>

/** Seals the passwords of new tenants (SM14). */
type Deps = House & { dataKey: Uint8Array }

/** The outbox tasks of jobs: so many rows a run, then the next run is ordered. Each may run more than once. */
export function bulkTasks(house: Deps, messenger: Pick<Messenger, 'update'>, log: Pick<Logger, 'error'>) {
  const doer = async (person: Bulk['person'], correlationId: string) => {
    const turn = await lookAs(person, { correlationId }, house)
    return turn?.organization && { actor: turn.actor, organization: turn.organization }
  }
  const deps = ({ correlationId, key }: Row): RunDeps => ({
    store: house.store,
    bulks: house.bulks,
    clock: house.clock,
    doer: ({ person }) => doer(person, correlationId),
    work: {
      reseller: resellerWork(house),
      support: supportWork(house),
      invitations: invitationWork({ ...house, write: customerDraft }),
      newCustomers: newCustomerWork({ ...house, worker: key }),
    },
    unforeseen: (error, { bulk, row }) => log.error({ event: 'bulk.row', id: bulk, row, err: error }),
  })
  return {
    async checkBulk(task: TaskOf<'checkBulk'>, row: Row): Promise<readonly Task[]> {
      return (await checkDocument(deps(row), task.bulk, row.correlationId)) ? [task] : []
    },
    async runBulk(task: TaskOf<'runBulk'>, row: Row): Promise<readonly Task[]> {
      return (await runDocument(deps(row), task.bulk, row.correlationId)) ? [task] : []
    },
    async tellBulk(task: TaskOf<'tellBulk'>, row: Row): Promise<readonly Task[]> {
      if (await settleBegun(deps(row), task.bulk, row.correlationId)) return [task]
      const isMore = await tellNews(house, task.bulk, row.correlationId)
      house.committed(bulkPk(task.bulk))
      return isMore ? [task] : []
    },
    async markBulkSent(task: TaskOf<'markBulkSent'>, { correlationId }: Row): Promise<readonly Task[]> {
      const marking = { ...house, doer: (person: Bulk['person']) => doer(person, correlationId) }
      return (await markDocumentSent(marking, task.bulk, correlationId)) ? [task] : []
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
