import type { By } from '../actor.ts'
import type { Clock } from '../clock.ts'
import type { Decision } from '../decision.ts'
import type { OperationKey } from '../ids.ts'
import type { Refusal } from '../refusals.ts'
import type { Result } from '../result.ts'
import { type Change, commit, load, type Truth } from '../store/commit.ts'
import type { DocumentStore, Op } from '../store/document-store.ts'
import type { Task } from '../store/outbox.ts'
import type { Bulk, BulkEvent } from './bulk.ts'
import { evolveBulk } from './evolve.ts'
import { listed } from './listed.ts'
import { bulkPk } from './rows.ts'
import { sweptFrom } from './sweep.ts'

/** Nothing is stored before the first event; `undefined` stands for that. */
type State = { bulk?: Bulk }

const BULK: Truth<State, BulkEvent> = {
  t: 'bulk',
  v: 1,
  evolve: ({ bulk }, event) => ({ bulk: evolveBulk(bulk, event) }),
  tasks: ({ bulk: before }, event, { bulk }) => (bulk ? tasks(before, event, bulk) : []),
  due: ({ bulk }) => bulk && sweptFrom(bulk),
  listed: (event, { bulk }) => listed(event, bulk),
}

export type BulkOrder = {
  by: By
  correlationId: string
  op?: OperationKey
  decide(state: Bulk | undefined): Decision<BulkEvent> | Promise<Decision<BulkEvent>>
  /** What else is written in the same batch. */
  beside?(): readonly Op[]
}

/** Jobs, each with its rows in a partition of its own. */
export type Bulks = {
  find(id: string): Promise<Bulk | undefined>
  version(id: string): Promise<number>
  execute(id: string, order: BulkOrder): Promise<Result<Change<State, BulkEvent>, readonly Refusal[]>>
}

type Deps = { store: DocumentStore; clock: Clock; committed(pk: string): void }

export function bulks({ store, clock, committed }: Deps): Bulks {
  return {
    async find(id) {
      return (await load(store, BULK, bulkPk(id)))?.state.bulk
    },
    async version(id) {
      return (await load(store, BULK, bulkPk(id)))?.version ?? 0
    },
    async execute(id, { by, correlationId, op, decide, beside }) {
      const pk = bulkPk(id)
      const result = await commit(store, BULK, {
        pk,
        by,
        at: clock.now(),
        correlationId,
        ...(op ? { op } : {}),
        fresh: async (): Promise<State> => ({}),
        decide: async ({ bulk }) => decide(bulk),
        ...(beside ? { beside: async () => beside() } : {}),
      })
      if (result.ok && result.value.events.length > 0) committed(pk)
      return result
    },
  }
}

/** The first document of a job; each then orders the next. The cards that show it are told now and then, partners at the end. */
function tasks(before: Bulk | undefined, event: BulkEvent, after: Bulk): readonly Task[] {
  const { id: bulk, state } = after
  const show: Task = { kind: 'showBulk', bulk }
  const tell: Task = { kind: 'tellBulk', bulk }
  switch (event.type) {
    case 'BulkRowsGiven':
      return [show, { kind: 'checkBulk', bulk }]
    case 'BulkConfirmed':
      return [show, { kind: 'runBulk', bulk }]
    case 'BulkChecked':
      return before?.state !== state || isShown(event) ? [show] : []
    case 'BulkAdvanced':
      // What was under way when somebody stopped it is told after all.
      if (before?.state === 'stopped') return [show, tell]
      return isShown(event) ? [show] : []
    case 'BulkDone':
    case 'BulkStopped':
      return [show, tell]
    case 'BulkMailsSent':
      return [show, { kind: 'markBulkSent', bulk }]
    case 'BulkMailsMarked':
      return after.state === 'done' && after.mails?.isOver ? [show, tell] : isShown(event) ? [show] : []
    case 'BulkMailsDropped':
      return [show]
    case 'BulkSwept':
      return [show, { kind: 'sweepBulk', bulk }]
    case 'BulkStarted':
      return []
  }
}

/** Documents between two updates of a card: a message takes no more than so many in a while. */
const SHOWN_EVERY = 4

const isShown = ({ document, part }: { document: number; part?: true }): boolean =>
  !part && (document + 1) % SHOWN_EVERY === 0

export const byOf = ({ person }: Bulk): By => ({ kind: 'person', ...person })
