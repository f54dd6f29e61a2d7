import type { Logger } from 'pino'
import { type Clock, later } from '../../domain/clock.ts'
import { OutsideRefused, OutsideUnavailable } from '../../domain/ports.ts'
import { type DocumentStore, StoreUnavailable } from '../../domain/store/document-store.ts'
import type { Task, TaskKind, TaskOf } from '../../domain/store/outbox.ts'
import { bury, claim, finish, type Held, postpone } from './outbox-row.ts'
import { backoffMs, sleep, within } from './pacing.ts'

/** `key` is the same on every attempt and unique in the store: what an idempotent receiver is given. */
export type RowFacts = { id: string; pk: string; attempts: number; key: string; correlationId: string }

/**
 * Does what each kind of task orders, at least once. May answer with more tasks, which are kept in the same batch that
 * removes the row. Throws OutsideUnavailable (or StoreUnavailable) to be tried again for ever, OutsideRefused to be given
 * up at once; anything else is a defect, tried twelve times.
 */
export type Performers = { [K in Exclude<TaskKind, 'repeat'>]: (task: TaskOf<K>, row: RowFacts) => Performed }
type Performed = Promise<readonly Task[] | undefined> | Promise<void>

export type RunOptions = {
  store: DocumentStore
  clock: Clock
  log: Pick<Logger, 'debug' | 'warn' | 'error'>
  perform: Performers
  /** How long a claimed row is ours, by the clock of the port; a worker that died holds it no longer than that. */
  leaseMs: number
  random: () => number
}

/** `missed` follow-ups are in the store, but their versions are not known here. */
type Outcome =
  | { kind: 'elsewhere' }
  | { kind: 'done'; followUps: readonly Held[]; missed: boolean }
  | { kind: 'postponed'; ms: number }
  | { kind: 'dead' }

/** Attempts that may end in an unexpected error or a dead process before a row is given up. */
const STRIKES = 12

/** One row, once: claimed, performed, then removed, postponed or given up. Throws only what the store throws. */
export async function runRow(seen: Held, options: RunOptions): Promise<Outcome> {
  const { store, clock, log, leaseMs } = options
  const held = await claim(store, seen, later(clock.now(), leaseMs))
  if (held === undefined) return { kind: 'elsewhere' }
  const { task, attempts, correlationId, lastFault = 'the process died' } = held.row
  const about = { event: 'outbox', pk: held.pk, id: held.id, kind: task.kind, attempts, correlationId }
  if (strikesOf(held) > STRIKES) {
    log.error({ ...about, outcome: 'dead', reason: 'no attempt came to an end' })
    await persist(() => bury(store, held, clock.now(), lastFault))
    return { kind: 'dead' }
  }
  let tasks: readonly Task[]
  try {
    tasks = await within(leaseMs * 0.8, perform(held.row.task, factsOf(held), options.perform))
  } catch (error) {
    return failed(held, about, error, options)
  }
  const followUps = await persist(() => finish(store, held, tasks, clock.now()))
  log.debug({ ...about, outcome: 'done', ordered: tasks.length })
  return { kind: 'done', followUps, missed: followUps.length < tasks.length }
}

const factsOf = ({ pk, id, row: { attempts, correlationId } }: Held): RowFacts => ({
  pk,
  id,
  attempts,
  correlationId,
  key: `${pk}|${id}`,
})

async function failed(held: Held, about: object, error: unknown, options: RunOptions): Promise<Outcome> {
  const { store, clock, log, random } = options
  const fault = faultOf(error)
  const retryAfterMs = error instanceof OutsideUnavailable ? error.retryAfterMs : undefined
  const unavailable = error instanceof OutsideUnavailable || error instanceof StoreUnavailable
  if (error instanceof OutsideRefused || (!unavailable && strikesOf(held) >= STRIKES)) {
    log.error({ ...about, outcome: 'dead', ...causeOf(error) })
    await persist(() => bury(store, held, clock.now(), fault))
    return { kind: 'dead' }
  }
  const ms = backoffMs(held.row.attempts, random, retryAfterMs)
  const row = unavailable ? { ...held.row, strikes: strikesOf(held) - 1 } : held.row
  log.warn({ ...about, outcome: 'postponed', ms, ...causeOf(error) })
  await persist(() => postpone(store, { ...held, row }, later(clock.now(), ms), fault))
  return { kind: 'postponed', ms }
}

/** Does what a row orders, by whoever does its kind; answers with what follows. */
export async function perform(task: Task, row: RowFacts, performers: Performers): Promise<readonly Task[]> {
  if (task.kind === 'repeat') return performAll(task.tasks, row, performers)
  // Task and performer come from the same kind, which TypeScript cannot see.
  const performer = performers[task.kind] as ((task: Task, row: RowFacts) => Performed) | undefined
  if (performer === undefined) throw new TypeError(`no performer for ${task.kind}`)
  return (await performer(task, row)) ?? []
}

/** What fails is ordered again, in a row of its own, so that it keeps nothing else waiting and fails there as itself. */
async function performAll(
  tasks: TaskOf<'repeat'>['tasks'],
  row: RowFacts,
  performers: Performers,
): Promise<readonly Task[]> {
  const then: Task[] = []
  for (const task of tasks) then.push(...(await perform(task, row, performers).catch(() => [task])))
  return then
}

/** A store that does not answer is asked again while the lease lasts: what was done must not be done twice. */
async function persist<T>(write: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries++) {
    try {
      return await write()
    } catch (error) {
      if (tries === 3) throw error
      await sleep(backoffMs(1, Math.random) / 4)
    }
  }
}

/** What is wrong, in one line, kept with the row. */
const faultOf = (error: unknown): string => (error instanceof Error ? error.message : String(error)).slice(0, 500)

/** For the log: which port, and where a defect is. */
function causeOf(error: unknown): object {
  if (error instanceof OutsideRefused) return { port: error.port, reason: error.reason }
  return error instanceof OutsideUnavailable ? { port: error.port, err: error } : { err: error }
}

const strikesOf = (held: Held): number => held.row.strikes ?? 0
