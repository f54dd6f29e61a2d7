import { afterEach, describe, expect, it } from 'vitest'
import { createLogger } from '../../bot/log.ts'
import type { Performers } from '../../bot/outbox/outbox-run.ts'
import { createOutboxWorker, type OutboxWorkerOptions } from '../../bot/outbox/outbox-worker.ts'
import { tenantId, userId } from '../../domain/ids.ts'
import { OutsideRefused, OutsideUnavailable } from '../../domain/ports.ts'
import { commit } from '../../domain/store/commit.ts'
import type { DocumentStore, Json, Op } from '../../domain/store/document-store.ts'
import { type OutboxRow, outboxId, type Task } from '../../domain/store/outbox.ts'
import { openSqliteStore } from '../../domain/store/sqlite-store.ts'

const LONG_AGO = '2026-01-05T09:00:00.000Z'
const LATER = '2026-01-05T09:00:01.000Z'
const NOW = '2026-01-06T09:00:00.000Z'
const tenant = tenantId('11111111-1111-4111-8111-111111111111')

const closing: (() => unknown)[] = []
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close()
})

function start(options: Partial<Omit<OutboxWorkerOptions, 'perform'>> & { perform?: Partial<Performers> }) {
  const store = openSqliteStore(':memory:')
  const worker = createOutboxWorker({
    store,
    clock: { now: () => NOW },
    log: createLogger('silent'),
    ...options,
    perform: (options.perform ?? {}) as Performers,
  })
  closing.push(
    () => store.close(),
    () => worker.stop(),
  )
  return { store, worker }
}

/** A company whose timer fell due. */
async function timer(store: DocumentStore, n: number, body: { [name: string]: Json } = {}, due = LONG_AGO) {
  const op: Op = { op: 'create', id: 'root', body: { t: 'organization', ...body, token: 'x' }, due }
  await store.batch(`org:${n}`, [op], { id: 'root', token: 'x' })
}

/** Whatever a hostile or broken writer might have left in the place of a row. */
async function due(store: DocumentStore, pk: string, id: string, body: Json) {
  const made = await store.batch(
    pk,
    [
      { op: 'create', id: 'm', body: { token: 'x' } },
      { op: 'create', id, body, due: LONG_AGO },
    ],
    {
      id: 'm',
      token: 'x',
    },
  )
  expect(made.ok).toBe(true)
}

async function order(store: DocumentStore, pk: string, task: Task, at = LATER): Promise<void> {
  const row: OutboxRow & { token: string } = {
    t: 'outbox',
    v: 1,
    task,
    at,
    correlationId: 'c',
    attempts: 0,
    token: 'x',
  }
  const op: Op = { op: 'create', id: outboxId(1, 0), body: row as unknown as Json, due: at }
  await store.batch(pk, [op], { id: outboxId(1, 0), token: 'x' })
}

const tell: Task = {
  kind: 'tell',
  tenantId: tenant,
  userId: userId('22222222-2222-4222-8222-222222222222'),
  notice: { tenantId: tenant, company: 'Alder', name: 'enrollment.approved' },
}

/** Resolves when `isSo` holds; the test's own time limit is the deadline. */
async function until(isSo: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await isSo())) await new Promise((resolve) => setTimeout(resolve, 10))
}

describe('Two hundred and fifty companies whose timers fall due at one moment', () => {
  it('are all looked after, and hide nobody else’s notice', async () => {
    const seen = new Set<string>()
    let told = 0
    const { store, worker } = start({
      onDueTruth: async (pk) => {
        seen.add(pk)
        const root = await store.read<{ [name: string]: Json }>(pk, 'root')
        if (!root) throw new Error('no root')
        const body = { ...root.body, token: 'y' }
        await store.batch(pk, [{ op: 'replace', id: 'root', etag: root.etag, body }], { id: 'root', token: 'y' })
      },
      perform: { tell: async () => void told++ },
    })
    for (let n = 0; n < 250; n++) await timer(store, n)
    await order(store, 'org:last', tell)
    await worker.settle()
    expect([seen.size, told]).toEqual([250, 1])
  })

  it('hide nobody else’s notice either when none of them can be looked after', async () => {
    let told = 0
    const { store, worker } = start({
      onDueTruth: async () => {
        throw new TypeError('not a record of this version')
      },
      perform: { tell: async () => void told++ },
    })
    for (let n = 0; n < 250; n++) await timer(store, n)
    await order(store, 'org:last', tell)
    worker.start()
    await until(() => told === 1)
    // Nothing of theirs is lost: each is tried again at its time.
    for (let n = 0; n < 250; n++) {
      const root = await store.read<{ t: string }>(`org:${n}`, 'root')
      expect(root?.body.t).toBe('organization')
      expect(root?.due).toBeDefined()
    }
  })

  it('can be changed by their people all the while', async () => {
    const { store, worker } = start({
      onDueTruth: async () => {
        throw new TypeError('not yet')
      },
    })
    const truth = {
      t: 'organization',
      v: 1,
      evolve: (state: { at: number }) => ({ at: state.at + 1 }),
      tasks: () => [],
      due: () => LONG_AGO,
    }
    const change = (n: number) =>
      commit(store, truth, {
        pk: `org:${n}`,
        by: { kind: 'system' },
        at: NOW,
        correlationId: 'c',
        fresh: async () => ({ at: 0 }),
        decide: async () => ({ ok: true, value: [{ type: 'moved' }] }),
      })
    for (let n = 0; n < 150; n++) expect((await change(n)).ok).toBe(true)
    worker.start()
    const isSetAside = async () => ((await store.read('org:0', 'root'))?.due ?? '') > NOW
    await until(isSetAside)
    const after = await change(0)
    expect(after.ok && after.value).toMatchObject({ state: { at: 2 }, version: 2 })
  })
})

describe('Rows that nobody can read', () => {
  it('hide nothing, whatever is in them', async () => {
    let told = 0
    const { store, worker } = start({ perform: { tell: async () => void told++ } })
    const odd: readonly Json[] = [
      null,
      [],
      'text',
      1,
      {},
      { t: 'outbox' },
      { t: 'outbox', task: null, attempts: 0 },
      { t: 'outbox', task: { kind: 1 }, attempts: 0 },
      { t: 'outbox', task: { kind: 'tell' }, attempts: 'many' },
      { t: 'outbox', task: { kind: '__proto__' }, attempts: 0, correlationId: 'c' },
      { t: 'outbox', task: { kind: 'constructor' }, attempts: 0, correlationId: 'c' },
    ]
    for (let n = 0; n < 120; n++) await due(store, `org:odd${n}`, 'ob:0000000001:0', odd[n % odd.length] ?? null)
    await order(store, 'org:last', tell)
    worker.start()
    await until(() => told === 1)
  })

  it('that always fail are out of the way after their time, and never stop the others', async () => {
    let told = 0
    const { store, worker } = start({
      perform: {
        tell: async ({ notice }) => {
          if (notice.company === 'poison') throw new TypeError('poison')
          if (notice.company === 'refused') throw new OutsideRefused('connector', 'no')
          if (notice.company === 'away') throw new OutsideUnavailable('connector', 'unknown', { retryAfterMs: 1 })
          told++
        },
      },
    })
    for (let n = 0; n < 150; n++) {
      const company = ['poison', 'refused', 'away'][n % 3] ?? ''
      await order(
        store,
        `org:${n}`,
        { ...tell, userId: userId(guid(n)), notice: { ...tell.notice, company } },
        LONG_AGO,
      )
    }
    await order(store, 'org:last', tell)
    worker.start()
    await until(() => told === 1)
  })
})

const guid = (n: number): string => `33333333-3333-4333-8333-${String(n).padStart(12, '0')}`
