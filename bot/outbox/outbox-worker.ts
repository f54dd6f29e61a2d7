// The scheduling of one worker in one piece: lanes, holds, scans and the timer share their state.
import { createHash } from 'node:crypto'
import { later } from '../../domain/clock.ts'
import { type Doc, type Etag, type Json, prefix } from '../../domain/store/document-store.ts'
import type { Task } from '../../domain/store/outbox.ts'
import { readRow, setAside } from './outbox-row.ts'
import { type RunOptions, runRow } from './outbox-run.ts'
import { backoffMs, sleep, slots, within } from './pacing.ts'

export type OutboxWorker = {
  /** Begins to look for what is due, at once and then again and again. */
  start(): void
  /** Takes nothing more, and waits for what is in hand. */
  stop(): Promise<void>
  /** Runs the due rows of one partition now, in the background: what a committed turn calls. */
  kick(pk: string): void
  /** Takes everything that is due, page by page; resolves when it is all in hand, not when it is done. */
  runDue(): Promise<void>
  /** Resolves when nothing is due any more by the clock, and nothing runs here. */
  settle(): Promise<void>
}

export type OutboxWorkerOptions = Omit<RunOptions, 'leaseMs' | 'random'> & {
  /** A truth whose timer fell due: decides what follows, and moves its `due`. Idempotent. */
  onDueTruth?: (pk: string, id: string) => Promise<void>
  pollMs?: number
  leaseMs?: number
  concurrency?: number
  random?: () => number
}

const PAGE = 100
/** As long as more than this is in hand, nothing more is looked for. */
const ENOUGH = 50
/** How long a row is left alone that the store still shows as due although somebody else has it. */
const BRIEF_MS = 250
const STORE_MS = 1_000
const TRUTH_MS = 60_000
/** How often `settle` waits for what is left alone only briefly. */
const PATIENCE = 40

/** Something of one partition that is due: an outbox row, or a truth with a timer. */
type Due = { pk: string; doc: Doc }
/** Left alone in this version until then. `brief` is worth waiting for in `settle`. */
type Hold = { etag: Etag; until: number; failures: number; brief: boolean }

/**
 * The one place from which anything reaches other people or systems (architecture.md 5). Rows are claimed by etag with a
 * lease, so several workers on one store do not do things twice while all is well; rows of one receiver, and of one
 * partition, go in order as long as none fails. A row that fails never keeps another one waiting.
 */
export function createOutboxWorker(options: OutboxWorkerOptions): OutboxWorker {
  const { store, clock, log, onDueTruth } = options
  const { pollMs = 15_000, leaseMs = 30_000, concurrency = 8, random = Math.random } = options
  const run: RunOptions = { ...options, leaseMs, random }
  const slot = slots(concurrency)
  const inHand = new Map<string, Promise<void>>()
  const lanes = new Map<string, Promise<void>>()
  const scans = new Map<string, { again: boolean; run: Promise<void> }>()
  const holds = new Map<string, Hold>()
  let stopped = false
  let started = false
  let draining: Promise<number> | undefined
  let timer: NodeJS.Timeout | undefined
  let wakesAt = Number.POSITIVE_INFINITY

  /** Puts `due` in its lane, unless it is in hand already or better left alone. Tells whether it was taken. */
  function take(due: Due): boolean {
    const name = nameOf(due)
    if (stopped || inHand.has(name) || isHeld(due)) return false
    const lane = laneOf(due)
    const before = lanes.get(lane) ?? Promise.resolve()
    const turn = before
      .then(() => slot(() => work(due)))
      .catch((error: unknown) => {
        // Only the store fails here. The row is as it was, or leased: it comes back either way.
        log.warn({ event: 'outbox.store', pk: due.pk, id: due.doc.id, err: error })
        hold(due, STORE_MS, true)
        schedule(STORE_MS)
      })
      .finally(() => {
        inHand.delete(name)
        if (lanes.get(lane) === turn) lanes.delete(lane)
      })
    inHand.set(name, turn)
    lanes.set(lane, turn)
    return true
  }

  async function work(due: Due): Promise<void> {
    if (stopped) return
    const row = readRow(due.doc.body)
    if (row === undefined) return workTruth(due)
    const outcome = await runRow({ pk: due.pk, id: due.doc.id, etag: due.doc.etag, row }, run)
    if (outcome.kind === 'elsewhere') hold(due, BRIEF_MS, true)
    if (outcome.kind === 'postponed') schedule(outcome.ms)
    if (outcome.kind !== 'done') return
    for (const { pk, id, etag, row } of outcome.followUps) take({ pk, doc: { id, etag, body: row as unknown as Json } })
    if (outcome.missed) schedule(0)
  }

  async function workTruth(due: Due): Promise<void> {
    const failures = holds.get(nameOf(due))?.failures ?? 0
    try {
      if (onDueTruth === undefined) throw new TypeError('nothing looks after this document')
      await within(leaseMs * 0.8, onDueTruth(due.pk, due.doc.id))
      hold(due, TRUTH_MS, false)
    } catch (error) {
      const ms = backoffMs(failures + 1, random)
      log.warn({ event: 'timer', pk: due.pk, id: due.doc.id, attempts: failures + 1, ms, err: error })
      hold(due, ms, failures < 3, failures + 1)
      schedule(ms)
    }
  }

  function hold(due: Due, ms: number, brief: boolean, failures = 0): void {
    holds.set(nameOf(due), { etag: due.doc.etag, until: performance.now() + ms, failures, brief })
  }

  function isHeld(due: Due): boolean {
    const held = holds.get(nameOf(due))
    return held !== undefined && held.etag === due.doc.etag && held.until > performance.now()
  }

  /** Drops what has had its time; how often a timer failed is remembered a little longer. */
  function forgetHolds(): void {
    for (const [name, { until, failures }] of holds) {
      if (until + (failures > 0 ? TRUTH_MS * 60 : 0) <= performance.now()) holds.delete(name)
    }
  }

  /** One walk over everything that is due; answers how much was taken. What cannot be taken must not hide the rest. */
  async function drain(): Promise<number> {
    for (let taken = 0; ; ) {
      while (inHand.size > ENOUGH) await Promise.race(inHand.values())
      forgetHolds()
      const docs = await store.due(clock.now(), PAGE)
      const fresh = docs.filter(({ pk, ...doc }) => take({ pk, doc })).length
      taken += fresh
      if (fresh === 0 && (docs.length < PAGE || !(await makeRoom(docs)))) return taken
    }
  }

  /** Moves what fills a whole page and has to be left alone to a later time, as it hides what fell due after it. */
  async function makeRoom(docs: readonly (Doc & { pk: string })[]): Promise<boolean> {
    const held = docs.filter(({ pk, ...doc }) => isHeld({ pk, doc }) && !stopped)
    const due = later(clock.now(), TRUTH_MS)
    const moved = await Promise.all(held.map(({ pk, ...doc }) => setAside(store, pk, doc, due)))
    return moved.includes(true)
  }

  /** A walk that begins now or later: one that is under way may have passed what fell due just now. */
  async function walk(): Promise<number> {
    while (draining !== undefined) await draining.catch(() => undefined)
    return runOnce()
  }

  function runOnce(): Promise<number> {
    draining ??= drain().finally(() => {
      draining = undefined
    })
    return draining
  }

  function kick(pk: string): void {
    const running = scans.get(pk)
    if (running !== undefined) running.again = true
    else if (!stopped) {
      const entry = { again: false, run: Promise.resolve() }
      scans.set(pk, entry)
      entry.run = scan(pk, entry)
    }
  }

  /** Newest first: what a turn has just ordered is found however many rows wait for a second attempt. */
  async function scan(pk: string, entry: { again: boolean }): Promise<void> {
    try {
      do {
        entry.again = false
        const { items } = await store.range(pk, { ...prefix('ob:'), limit: PAGE, order: 'desc' })
        const now = clock.now()
        for (const doc of items.toReversed()) if (doc.due !== undefined && doc.due <= now) take({ pk, doc })
      } while (entry.again && !stopped)
    } catch (error) {
      log.warn({ event: 'outbox.store', pk, err: error })
      schedule(STORE_MS)
    } finally {
      scans.delete(pk)
    }
  }

  function schedule(ms: number): void {
    const at = performance.now() + ms
    if (!started || stopped || at >= wakesAt) return
    clearTimeout(timer)
    wakesAt = at
    timer = setTimeout(() => {
      wakesAt = Number.POSITIVE_INFINITY
      runOnce()
        .catch((error: unknown) => log.warn({ event: 'outbox.store', err: error }))
        .finally(() => schedule(pollMs * (0.75 + random() / 2)))
    }, ms)
  }

  const isIdle = (): boolean => inHand.size + scans.size === 0

  async function idle(): Promise<void> {
    while (!isIdle()) await Promise.all([...inHand.values(), ...[...scans.values()].map(({ run }) => run)])
  }

  async function settle(): Promise<void> {
    for (let waits = 0; waits < PATIENCE && !stopped; ) {
      await idle()
      const began = performance.now()
      const taken = await walk()
      if (taken > 0 || !isIdle()) continue
      const brief = [...holds.values()].filter((held) => held.brief && held.until > began)
      if (brief.length === 0) return
      waits++
      await sleep(Math.min(...brief.map(({ until }) => until)) - performance.now())
    }
  }

  return {
    start: () => {
      started = true
      schedule(0)
    },
    stop: async () => {
      stopped = true
      clearTimeout(timer)
      await draining?.catch(() => undefined)
      await idle()
    },
    kick,
    runDue: async () => {
      await walk()
    },
    settle,
  }
}

const nameOf = ({ pk, doc }: Due): string => `${pk}|${doc.id}`

/** So many jobs go on at the same time, whoever has how many: the other half of what runs at once is for everything else. */
const JOBS_AT_ONCE = 4

/**
 * Messages to one person, and mails to one address, go one after the other; so does everything else of one partition. The
 * rows of jobs share a few lanes, since each takes its time and orders itself again.
 */
function laneOf({ pk, doc }: Due): string {
  const task: Task | undefined = readRow(doc.body)?.task
  if (task?.kind === 'tell') return `tell|${task.tenantId}|${task.userId}`
  if (task?.kind === 'updateCards' && task.whose) return `tell|${task.whose.tenantId}|${task.whose.userId}`
  if (task?.kind === 'checkBulk' || task?.kind === 'runBulk' || task?.kind === 'markBulkSent')
    return `jobs|${createHash('sha256').update(pk).digest().readUInt8() % JOBS_AT_ONCE}`
  return task?.kind === 'mail' ? `mail|${task.address}` : pk
}
