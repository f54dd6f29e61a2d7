import type { By } from '../actor.ts'
import type { Decision } from '../decision.ts'
import { newId, type OperationKey } from '../ids.ts'
import type { Refusal } from '../refusals.ts'
import { fail, ok, type Result } from '../result.ts'
import { type DocumentStore, type Json, type Op, type Page, prefix, StoreUnavailable } from './document-store.ts'
import { type About, joined, type OutboxRow, outboxId, type Task } from './outbox.ts'
import {
  type AuditRecord,
  auditId,
  auditPrefix,
  REMEMBERED_OPERATIONS,
  ROOT,
  type RootRecord,
  readRoot,
} from './records.ts'

/** What `commit` has to know of an aggregate: how it is stored, how it evolves, and what its events set going. */
export type Truth<State, Event> = {
  t: string
  v: number
  evolve(state: State, event: Event): State
  tasks(before: State, event: Event, after: State): readonly Task[]
  /** When time alone will change it next. */
  due(state: State): string | undefined
  /** Where the lists of changes repeat an event; a truth without it is in none. */
  listed?(event: Event, after: State, before: State): About
}

export type Change<State, Event> = {
  state: State
  version: number
  events: readonly Event[]
  /** The operation key had been consumed before: nothing was changed now. */
  replayed: boolean
}

export type Order<State, Event> = {
  pk: string
  /** Which truth of the partition; its root when left out. */
  id?: string
  by: By
  at: string
  correlationId: string
  op?: OperationKey
  /** The state of a truth that is not stored yet. */
  fresh(): Promise<State>
  /** Reads facts and decides; runs again on every attempt, so that a retry never decides on stale facts. */
  decide(state: State): Promise<Decision<Event>>
  /** What else is written in the same batch, such as a counter; read anew on every attempt. */
  beside?(): Promise<readonly Op[]>
}

const DEADLINE_MS = 4000
/** The longest pause before deciding again; a crowd at one truth thins out by it. */
const LONGEST_PAUSE_MS = 200

/**
 * Load → decide → evolve → one batch: the root, the audit event, which is also the marker, and the outbox rows. Refusals
 * come back as data; a change by somebody else in between is met by deciding again.
 * @throws StoreUnavailable when the store gave no answer within four seconds, or others kept coming first.
 */
export async function commit<State, Event extends { type: string }>(
  store: DocumentStore,
  truth: Truth<State, Event>,
  order: Order<State, Event>,
): Promise<Result<Change<State, Event>, readonly Refusal[]>> {
  const began = performance.now()
  const id = order.id ?? ROOT
  for (let attempt = 1; performance.now() - began < DEADLINE_MS; attempt++) {
    if (attempt > 1) await pause(Math.random() * Math.min(20 * attempt, LONGEST_PAUSE_MS))
    const stored = await store.read(order.pk, id)
    const record = stored && readRoot<State>(stored.body, truth.t, truth.v)
    const state = record?.state ?? (await order.fresh())
    const version = record?.version ?? 0
    if (order.op && record?.ops.includes(order.op)) return ok({ state, version, events: [], replayed: true })

    const decision = await order.decide(state)
    if (!decision.ok) return fail(decision.error)
    if (decision.value.length === 0) return ok({ state, version, events: [], replayed: false })

    const { next, tasks, about } = apply(truth, state, decision.value)
    const root: RootRecord<State> = {
      t: truth.t,
      v: truth.v,
      version: version + 1,
      ops: [...(record?.ops ?? []), ...(order.op ? [order.op] : [])].slice(-REMEMBERED_OPERATIONS),
      state: next,
    }
    const token = newId()
    const due = truth.due(next)
    const written = await store.batch(
      order.pk,
      [
        stored
          ? { op: 'replace', id, etag: stored.etag, body: json(root), ...(due ? { due } : {}) }
          : { op: 'create', id, body: json(root), ...(due ? { due } : {}) },
        audit(order, token, root.version, decision.value),
        ...joined([...tasks, ...listing(order, root.version, decision.value, about)]).map((task, n) =>
          row(order, root.version, n, task),
        ),
        ...((await order.beside?.()) ?? []),
      ],
      { id: auditId(id, root.version), token },
    )
    if (written.ok) return ok({ state: next, version: root.version, events: decision.value, replayed: false })
  }
  throw new StoreUnavailable('notExecuted')
}

/** The truth as stored, or undefined when nothing was ever committed to it. */
export async function load<State, Event>(
  store: DocumentStore,
  truth: Truth<State, Event>,
  pk: string,
  id = ROOT,
): Promise<Pick<RootRecord<State>, 'state' | 'version' | 'ops'> | undefined> {
  const stored = await store.read(pk, id)
  return stored && readRoot<State>(stored.body, truth.t, truth.v)
}

/** The committed changes of a truth, the newest first. */
export function history<Event>(
  store: DocumentStore,
  pk: string,
  { limit, after, id = ROOT }: { limit: number; after?: string; id?: string },
): Promise<Page<AuditRecord<Event>>> {
  return store.range(pk, {
    ...prefix(auditPrefix(id)),
    limit,
    order: 'desc',
    ...(after === undefined ? {} : { after }),
  })
}

function apply<State, Event>(truth: Truth<State, Event>, state: State, events: readonly Event[]) {
  let next = state
  const tasks: Task[] = []
  const about: About[] = []
  for (const event of events) {
    const before = next
    next = truth.evolve(before, event)
    tasks.push(...truth.tasks(before, event, next))
    if (truth.listed) about.push(truth.listed(event, next, before))
  }
  return { next, tasks, about }
}

/** What concerns no company stands in no list of changes. */
function listing<State, Event extends { type: string }>(
  { id = ROOT, at, by }: Order<State, Event>,
  version: number,
  events: readonly Event[],
  about: readonly About[],
): readonly Task[] {
  if (about.every(({ companies }) => companies.length === 0)) return []
  return [{ kind: 'listAudit', id, version, at, by, types: events.map(({ type }) => type), about }]
}

function audit<State, Event>(
  { id = ROOT, at, by, correlationId }: Order<State, Event>,
  token: string,
  version: number,
  events: readonly Event[],
): Op {
  const record: AuditRecord<Event> = { t: 'audit', v: 1, token, at, by, correlationId, events }
  return { op: 'create', id: auditId(id, version), body: json(record) }
}

function row<State, Event>(
  { id = ROOT, at, correlationId }: Order<State, Event>,
  version: number,
  n: number,
  task: Task,
): Op {
  const record: OutboxRow = { t: 'outbox', v: 1, task, at, correlationId, attempts: 0 }
  return { op: 'create', id: outboxId(version, n, id), due: at, body: json(record) }
}

/** Records hold plain data only: what is written is what JSON makes of it. */
const json = (record: object): Json => record as Json

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))
