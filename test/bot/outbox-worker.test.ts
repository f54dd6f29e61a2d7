import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { createLogger } from '../../bot/log.ts'
import { claim, finish } from '../../bot/outbox/outbox-row.ts'
import type { Performers } from '../../bot/outbox/outbox-run.ts'
import { createOutboxWorker, type OutboxWorker, type OutboxWorkerOptions } from '../../bot/outbox/outbox-worker.ts'
import { tenantId, userId } from '../../domain/ids.ts'
import type { Notice } from '../../domain/notices.ts'
import { OutsideRefused, OutsideUnavailable } from '../../domain/ports.ts'
import { openCosmosStore } from '../../domain/store/cosmos-store.ts'
import { type DocumentStore, type Json, type Op, prefix, StoreUnavailable } from '../../domain/store/document-store.ts'
import { type OutboxRow, outboxId, type Task, type TaskKind } from '../../domain/store/outbox.ts'
import { openSqliteStore } from '../../domain/store/sqlite-store.ts'
import { type Fault, startCosmosFake } from '../support/cosmos-fake.ts'

const START = '2026-01-05T09:00:00.000Z'
const kaede = tenantId('11111111-1111-4111-8111-111111111111')
const person = (n: number) => userId(`22222222-2222-4222-8222-${String(n).padStart(12, '0')}`)
const notice: Notice = { tenantId: kaede, company: 'カエデ', name: 'enrollment.approved' }
const tell = (n: number): Task => ({ kind: 'tell', tenantId: kaede, userId: person(n), notice })
const mail = (address: string): Task => ({ kind: 'mail', address, locale: 'ja-JP', notice })
const notify: Task = { kind: 'notify', audience: { to: 'reviewers' }, notice }
const PK = `org:${kaede}`

const closing: (() => unknown)[] = []
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close()
})

/** Time that stands still until a test moves it. */
function stoppedClock(now = START) {
  let at = Date.parse(now)
  return {
    now: () => new Date(at).toISOString(),
    advance: (ms: number) => {
      at += ms
    },
  }
}

function memoryStore(): DocumentStore {
  const store = openSqliteStore(':memory:')
  closing.push(() => store.close())
  return store
}

function folder(): string {
  const path = mkdtempSync(join(tmpdir(), 'outbox-'))
  closing.push(() => rmSync(path, { recursive: true, force: true }))
  return path
}

/** Performers of the kinds that a test orders; any other is one that nobody knows. */
const only = (some: Partial<Performers>): Performers => some as Performers

function worker(options: Partial<OutboxWorkerOptions> & Pick<OutboxWorkerOptions, 'store' | 'perform'>): OutboxWorker {
  const made = createOutboxWorker({ clock: stoppedClock(), log: createLogger('silent'), ...options })
  closing.push(() => made.stop())
  return made
}

/** What a commit leaves: rows in the partition of a truth. */
async function order(store: DocumentStore, tasks: readonly Task[], { pk = PK, version = 1, at = START } = {}) {
  const ops = tasks.map((task, n): Op => {
    const row: OutboxRow & { token: string } = {
      t: 'outbox',
      v: 1,
      task,
      at,
      correlationId: 'c',
      attempts: 0,
      token: 'x',
    }
    return { op: 'create', id: outboxId(version, n), body: row as unknown as Json, due: at }
  })
  const result = await store.batch(pk, ops, { id: outboxId(version, 0), token: 'x' })
  expect(result.ok).toBe(true)
}

const rows = async (store: DocumentStore, pk = PK) =>
  (await store.range<OutboxRow>(pk, { ...prefix('ob:'), limit: 100 })).items

/** Resolves when `condition` holds; the test's own time limit is the deadline. */
async function until(condition: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await condition())) await new Promise((resolve) => setTimeout(resolve, 5))
}

describe('running the outbox', () => {
  it('does what a commit ordered, and removes it', async () => {
    const store = memoryStore()
    const seen: string[] = []
    const { kick, settle } = worker({
      store,
      perform: only({
        tell: async (task, row) => void seen.push(`${task.userId} ${row.id} ${row.attempts} ${row.key}`),
      }),
    })
    await order(store, [tell(1)])
    kick(PK)
    expect(seen).toEqual([])
    await settle()
    expect(seen).toEqual([`${person(1)} ob:0000000001:0 1 ${PK}|ob:0000000001:0`])
    expect(await rows(store)).toEqual([])
  })

  it('leaves alone what is not due yet, and finds it when it is', async () => {
    const store = memoryStore()
    const clock = stoppedClock()
    const seen: string[] = []
    const { kick, settle } = worker({
      store,
      clock,
      perform: only({ mail: async ({ address }) => void seen.push(address) }),
    })
    await order(store, [mail('a@b.example')], { at: '2026-01-08T09:00:00.000Z' })
    kick(PK)
    await settle()
    expect(seen).toEqual([])
    clock.advance(3 * 24 * 3_600_000)
    await settle()
    expect(seen).toEqual(['a@b.example'])
  })

  it('replaces a row by its follow-ups at once, and runs them', async () => {
    const store = memoryStore()
    const seen: string[] = []
    const ids = async () => (await rows(store)).map(({ id }) => id)
    const { kick, settle } = worker({
      store,
      concurrency: 1,
      perform: only({
        notify: async () => [tell(1), mail('a@b.example')],
        tell: async (_, row) => void seen.push(`${row.id} of ${await ids()}`),
        mail: async (_, row) => void seen.push(row.id),
      }),
    })
    await order(store, [notify])
    kick(PK)
    await settle()
    expect(seen).toEqual(['ob:0000000001:0.0 of ob:0000000001:0.0,ob:0000000001:0.1', 'ob:0000000001:0.1'])
    expect(await rows(store)).toEqual([])
  })

  it('runs a row that orders itself again a thousand times, each under an id of its own', async () => {
    const store = memoryStore()
    const ids = new Set<string>()
    const task: Task = { kind: 'checkBulk', bulk: 'b' }
    const { kick, settle } = worker({
      store,
      perform: only({
        checkBulk: async (_, row) => {
          ids.add(row.id)
          return ids.size < 1000 ? [task] : []
        },
      }),
    })
    await order(store, [task])
    kick(PK)
    await settle()
    expect(ids.size).toBe(1000)
    expect([...ids].filter((id) => !id.startsWith('ob:0000000001:0') || id.length > 255)).toEqual([])
    expect(await rows(store)).toEqual([])
  })

  it('orders what follows a row at the end of a long line once, however often the row is finished', async () => {
    const store = memoryStore()
    await order(store, [notify])
    let [held] = (await rows(store)).map(({ id, etag, body: row }) => ({ pk: PK, id, etag, row }))
    for (let n = 0; held && n < 200; n++) [held] = await finish(store, held, [notify], START)
    if (!held) throw new Error('the line has broken')
    const [first, again] = [await finish(store, held, [tell(1)], START), await finish(store, held, [tell(1)], START)]
    expect([first.length, again.length]).toEqual([1, 0])
    expect(await rows(store)).toHaveLength(1)
  })

  it('tells an audience of any size, each once', async () => {
    const store = memoryStore()
    const seen: string[] = []
    const { kick, settle } = worker({
      store,
      perform: only({
        notify: async () => Array.from({ length: 250 }, (_, n) => tell(n)),
        tell: async (task) => void seen.push(task.userId),
      }),
    })
    await order(store, [notify])
    kick(PK)
    await settle()
    expect(seen.toSorted()).toEqual(Array.from({ length: 250 }, (_, n) => person(n)))
    expect(await rows(store)).toEqual([])
  })

  it('keeps the order of one receiver, while others go ahead', async () => {
    const store = memoryStore()
    const seen: string[] = []
    const gate = Promise.withResolvers<void>()
    const { kick, settle } = worker({
      store,
      perform: only({
        tell: async (task, row) => {
          if (row.id === outboxId(1, 0)) await gate.promise
          seen.push(`${task.userId.at(-1)} ${row.id}`)
        },
      }),
    })
    await order(store, [tell(1), tell(2)], { version: 1 })
    await order(store, [tell(1)], { version: 2 })
    kick(PK)
    await until(() => seen.length === 1)
    gate.resolve()
    await settle()
    expect(seen).toEqual([`2 ${outboxId(1, 1)}`, `1 ${outboxId(1, 0)}`, `1 ${outboxId(2, 0)}`])
  })

  it('has room for a message while any number of jobs go on, all of which come to their end', async () => {
    const store = memoryStore()
    const done: string[] = []
    const gate = Promise.withResolvers<void>()
    const { kick, settle } = worker({
      store,
      perform: only({
        runBulk: async ({ bulk }) => {
          await gate.promise
          done.push(bulk)
        },
        tell: async () => void done.push('told'),
      }),
    })
    const jobs = Array.from({ length: 40 }, (_, n) => `job${n}`)
    for (const bulk of jobs) {
      await order(store, [{ kind: 'runBulk', bulk }], { pk: `blk:${bulk}` })
      kick(`blk:${bulk}`)
    }
    await order(store, [tell(1)])
    kick(PK)
    await until(() => done.length === 1)
    expect(done).toEqual(['told'])
    gate.resolve()
    await settle()
    expect(done.toSorted()).toEqual([...jobs, 'told'].toSorted())
  })

  it('loses no row that is ordered while it looks', async () => {
    const store = memoryStore()
    const looked = Promise.withResolvers<void>()
    const gate = Promise.withResolvers<void>()
    const slow: DocumentStore = {
      ...store,
      range: async (...args) => {
        const page = await store.range<never>(...args)
        looked.resolve()
        await gate.promise
        return page
      },
    }
    let done = 0
    const { kick } = worker({ store: slow, perform: only({ tell: async () => void done++ }) })
    await order(store, [tell(1)], { version: 1 })
    kick(PK)
    await looked.promise
    await order(store, [tell(2)], { version: 2 })
    kick(PK)
    gate.resolve()
    await until(() => done === 2)
  })

  it('begins with what an earlier process left, and drains when it stops', async () => {
    const store = memoryStore()
    await order(store, [tell(1), tell(2)])
    const seen: string[] = []
    const gate = Promise.withResolvers<void>()
    const { start, stop, kick } = worker({
      store,
      perform: only({
        tell: async (task) => {
          seen.push(task.userId)
          await gate.promise
        },
      }),
    })
    start()
    await until(() => seen.length === 2)
    let stopped = false
    const stopping = stop().then(() => {
      stopped = true
    })
    await order(store, [tell(3)], { version: 2 })
    kick(PK)
    await new Promise((resolve) => setTimeout(resolve, 20))
    expect(stopped).toBe(false)
    gate.resolve()
    await stopping
    expect((await rows(store)).map(({ id }) => id)).toEqual([outboxId(2, 0)])
    expect(seen).toHaveLength(2)
  })

  it('looks again by itself', async () => {
    const store = memoryStore()
    let done = 0
    const { start } = worker({ store, pollMs: 10, perform: only({ tell: async () => void done++ }) })
    start()
    for (let version = 1; version <= 3; version++) {
      await order(store, [tell(version)], { version })
      await until(() => done === version)
    }
  })
})

describe('when the other side fails', () => {
  it('waits with jitter up to a doubling limit, and at least as long as it is asked to', async () => {
    const store = memoryStore()
    const clock = stoppedClock()
    const waits: number[] = []
    let retryAfterMs: number | undefined
    const { settle } = worker({
      store,
      clock,
      random: () => 0.5,
      perform: only({
        tell: async () => {
          throw new OutsideUnavailable('connector', 'notExecuted', retryAfterMs === undefined ? {} : { retryAfterMs })
        },
      }),
    })
    await order(store, [tell(1)])
    for (let attempt = 1; attempt <= 13; attempt++) {
      retryAfterMs = attempt === 3 ? 90_000 : attempt === 12 ? 5 : undefined
      await settle()
      const [row] = await rows(store)
      expect(row?.body.attempts).toBe(attempt)
      expect(row?.body.lastFault).toBe('connector is unavailable')
      waits.push(Date.parse(row?.due ?? '') - Date.parse(clock.now()))
      clock.advance(waits.at(-1) ?? 0)
    }
    expect(waits).toEqual([
      500, 1_000, 90_000, 4_000, 8_000, 16_000, 32_000, 64_000, 128_000, 256_000, 300_000, 300_000, 300_000,
    ])
  })

  it('never gives up what is only unavailable', async () => {
    const store = memoryStore()
    const clock = stoppedClock()
    let up = false
    let done = 0
    const { settle } = worker({
      store,
      clock,
      perform: only({
        mail: async () => {
          if (!up) throw new OutsideUnavailable('mailer', 'unknown')
          done++
        },
      }),
    })
    await order(store, [mail('a@b.example')])
    for (let attempt = 1; attempt <= 40; attempt++) {
      await settle()
      clock.advance(600_001)
    }
    up = true
    await settle()
    expect(done).toBe(1)
    expect(await rows(store)).toEqual([])
  })

  it('gives up at once what is refused, and keeps it to be looked at', async () => {
    const store = memoryStore()
    const clock = stoppedClock()
    let attempts = 0
    const { settle } = worker({
      store,
      clock,
      perform: only({
        mail: async () => {
          attempts++
          throw new OutsideRefused('mailer', '550 5.1.1')
        },
      }),
    })
    await order(store, [mail('a@b.example')])
    await settle()
    clock.advance(24 * 3_600_000)
    await settle()
    expect(attempts).toBe(1)
    const [row] = await rows(store)
    expect(row?.due).toBeUndefined()
    expect(row?.body).toMatchObject({ deadAt: START, lastFault: 'mailer refused: 550 5.1.1', attempts: 1 })
  })

  it('tries a defect twelve times', async () => {
    const store = memoryStore()
    const clock = stoppedClock()
    let attempts = 0
    const { settle } = worker({
      store,
      clock,
      perform: only({
        tell: async () => {
          attempts++
          throw new TypeError('a defect')
        },
      }),
    })
    await order(store, [tell(1)])
    for (let n = 0; n < 20; n++) {
      await settle()
      clock.advance(600_001)
    }
    expect(attempts).toBe(12)
    expect((await rows(store))[0]?.body).toMatchObject({ lastFault: 'a defect', deadAt: expect.any(String) })
  })

  it('gives up a row of a kind that nobody knows', async () => {
    const store = memoryStore()
    const clock = stoppedClock()
    const { settle } = worker({ store, clock, perform: only({}) })
    await order(store, [{ ...tell(1), kind: 'sing' as TaskKind } as Task])
    for (let n = 0; n < 13; n++) {
      await settle()
      clock.advance(600_001)
    }
    expect((await rows(store))[0]?.body.deadAt).toBeDefined()
  })

  it('gives up a row that kills every process that takes it', async () => {
    const store = memoryStore()
    const clock = stoppedClock()
    let attempts = 0
    await order(store, [tell(1)])
    for (let n = 0; n < 12; n++) {
      const [doc] = await store.due<OutboxRow>(clock.now(), 1)
      if (doc === undefined) throw new Error('nothing is due')
      // Claimed, and then the process was gone.
      await claim(store, { pk: PK, id: doc.id, etag: doc.etag, row: doc.body }, clock.now())
    }
    const { settle } = worker({ store, clock, perform: only({ tell: async () => void attempts++ }) })
    await settle()
    expect(attempts).toBe(0)
    expect((await rows(store))[0]?.body).toMatchObject({ deadAt: START, attempts: 13 })
  })

  it('lets bad rows keep nobody waiting', async () => {
    const store = memoryStore()
    const done: string[] = []
    const perform = only({
      mail: async () => {
        throw new OutsideRefused('mailer', '550')
      },
      sendOwnershipMail: () => new Promise<undefined>(() => undefined),
      tell: async (task) => void done.push(task.userId),
    })
    const stuck: Task = { kind: 'sendOwnershipMail', tenantId: kaede, enrollmentId: 'e' }
    for (let n = 0; n < 150; n++) await order(store, [mail(`${n}@b.example`)], { pk: `org:bad${n}` })
    for (let n = 0; n < 4; n++) await order(store, [stuck], { pk: `org:stuck${n}` })
    await order(store, [tell(1), tell(2)], { pk: 'org:zz' })
    const { settle } = worker({ store, perform, leaseMs: 200, random: () => 1 })
    await settle()
    expect(done).toEqual([person(1), person(2)])
    expect((await rows(store, 'org:stuck0'))[0]?.body.lastFault).toBe('no result after 160 ms')
    expect((await rows(store, 'org:bad149'))[0]?.body.deadAt).toBeDefined()
  })
})

describe('several workers, and workers that die', () => {
  it('does nothing twice while all is well', async () => {
    const file = join(folder(), 'store.db')
    const stores = [openSqliteStore(file), openSqliteStore(file)] as const
    for (const store of stores) closing.push(() => store.close())
    const done = new Map<string, number>()
    const perform = only({
      notify: async () => [tell(1), tell(2)],
      tell: async (_, { key }) => void done.set(key, (done.get(key) ?? 0) + 1),
    })
    for (let n = 0; n < 100; n++) await order(stores[0], [notify, tell(n)], { pk: `org:${n}` })
    const workers = stores.map((store) => worker({ store, perform }))
    for (let n = 0; n < 100; n++) for (const { kick } of workers) kick(`org:${n}`)
    await Promise.all(workers.map(({ settle }) => settle()))
    expect(done.size).toBe(300)
    expect([...done.values()].filter((times) => times !== 1)).toEqual([])
    expect(await stores[0].due('2030-01-01T00:00:00.000Z', 100)).toEqual([])
  })

  it('respects a lease until it has run out, then takes the row over', async () => {
    const store = memoryStore()
    const clock = stoppedClock()
    await order(store, [tell(1)])
    const gone = worker({
      store,
      clock,
      perform: only({ tell: () => new Promise<undefined>(() => undefined) }),
      leaseMs: 2_000,
    })
    gone.kick(PK)
    await until(async () => (await rows(store))[0]?.body.attempts === 1)
    let done = 0
    const next = worker({ store, clock, perform: only({ tell: async () => void done++ }) })
    next.kick(PK)
    await next.settle()
    expect(done).toBe(0)
    clock.advance(2_000)
    await next.settle()
    expect(done).toBe(1)
    expect(await rows(store)).toEqual([])
  })

  it.each(['before', 'after'] as const)('does a thing once although the store failed %s removing it', async (when) => {
    const store = memoryStore()
    let failures = 0
    const failing: DocumentStore = {
      ...store,
      batch: async (pk, ops, marker) => {
        const fails = ops.some(({ op }) => op === 'delete') && failures++ < 2
        if (fails && when === 'before') throw new StoreUnavailable('notExecuted')
        const result = await store.batch(pk, ops, marker)
        if (fails) throw new StoreUnavailable('unknown')
        return result
      },
    }
    let done = 0
    const perform = only({ notify: async () => [tell(1), tell(2)], tell: async () => void done++ })
    const { settle } = worker({ store: failing, perform })
    await order(store, [notify])
    await settle()
    expect(failures).toBeGreaterThan(2)
    expect(done).toBe(2)
    expect(await rows(store)).toEqual([])
  })

  it('ends a large audience that was broken off halfway, though it is a smaller one now', async () => {
    const store = memoryStore()
    const clock = stoppedClock()
    let broken = true
    const failing: DocumentStore = {
      ...store,
      batch: (pk, ops, marker) =>
        broken && ops.some(({ op }) => op === 'delete')
          ? Promise.reject(new StoreUnavailable('notExecuted'))
          : store.batch(pk, ops, marker),
    }
    let size = 250
    let away = true
    const told: string[] = []
    const perform = only({
      notify: async () => Array.from({ length: size }, (_, n) => tell(n)),
      tell: async (task) => {
        if (away) throw new OutsideUnavailable('connector', 'notExecuted', { retryAfterMs: 20_000 })
        told.push(task.userId)
      },
    })
    const { settle } = worker({ store: failing, clock, perform })
    await order(store, [notify])
    await settle()
    expect(await rows(store)).toHaveLength(100)
    broken = false
    size = 120
    clock.advance(30_000)
    await settle()
    away = false
    clock.advance(600_000)
    await settle()
    expect(new Set(told).size).toBe(180)
    expect(told).toHaveLength(180)
    expect(await rows(store)).toEqual([])
  })

  it('does everything once over Cosmos DB, two workers and lost replies included', async () => {
    const fake = await startCosmosFake()
    closing.push(() => fake.close())
    const { endpoint, key } = fake
    const open = () => openCosmosStore({ endpoint, key, database: 'd', container: 'c', attemptMs: 500 })
    const stores = [await open(), await open()] as const
    for (const store of stores) closing.push(() => store.close())
    const done = new Map<string, number>()
    const perform = only({
      notify: async () => [tell(1), tell(2)],
      tell: async (_, row) => void done.set(row.key, (done.get(row.key) ?? 0) + 1),
    })
    for (let n = 0; n < 6; n++) await order(stores[0], [notify], { pk: `org:${n}` })
    fake.faults(
      ...Array.from({ length: 12 }, (_, n): Fault => {
        const lost = [{ destroy: true }, { status: 503 }, { status: 408 }, { status: 449 }][n % 4]
        return { match: 'batch', phase: n % 4 < 3 ? 'after' : 'before', ...lost }
      }),
    )
    const workers = stores.map((store) => worker({ store, perform }))
    for (let n = 0; n < 6; n++) for (const { kick } of workers) kick(`org:${n}`)
    await Promise.all(workers.map(({ settle }) => settle()))
    expect([...done.values()]).toEqual(Array.from({ length: 12 }, () => 1))
    expect(await stores[0].due('2030-01-01T00:00:00.000Z', 100)).toEqual([])
  })

  it('says so when the store is away, and goes on when it is back', async () => {
    const store = memoryStore()
    let away = true
    const shaky: DocumentStore = {
      ...store,
      due: (now, limit) => (away ? Promise.reject(new StoreUnavailable('notExecuted')) : store.due(now, limit)),
      batch: (...args) => (away ? Promise.reject(new StoreUnavailable('notExecuted')) : store.batch(...args)),
    }
    let done = 0
    const { settle, kick } = worker({ store: shaky, perform: only({ tell: async () => void done++ }) })
    await order(store, [tell(1)])
    kick(PK)
    await expect(settle()).rejects.toBeInstanceOf(StoreUnavailable)
    away = false
    await settle()
    expect(done).toBe(1)
  })

  for (const failpoint of ['afterCommit', 'afterClaim', 'afterSend'] as const) {
    it(`loses nothing when it is killed ${failpoint}`, async () => {
      const at = folder()
      const run = async (...rest: string[]) => {
        const child = spawn(
          process.execPath,
          ['test/bot/outbox-child.ts', join(at, 'store.db'), join(at, 'sent'), ...rest],
          {
            stdio: ['ignore', 'inherit', 'inherit'],
          },
        )
        const [code, signal] = (await once(child, 'exit')) as [number | null, string | null]
        return signal ?? code
      }
      expect(await run(START, failpoint)).toBe('SIGKILL')
      const before = sent(join(at, 'sent'))
      expect(before).toHaveLength(failpoint === 'afterSend' ? 1 : 0)
      expect(await run('2026-01-05T09:00:31.000Z')).toBe(0)
      const after = sent(join(at, 'sent'))
      expect([...new Set(after)].toSorted()).toEqual(['a@b.example', 'b@b.example', 'c@b.example'])
      expect(after.length - 3).toBe(before.length)
      const store = openSqliteStore(join(at, 'store.db'))
      closing.push(() => store.close())
      expect(await rows(store)).toEqual([])
    })
  }
})

const sent = (file: string): string[] => (existsSync(file) ? readFileSync(file, 'utf8').trim().split('\n') : [])

describe('timers of truths', () => {
  const timer = async (store: DocumentStore, pk: string, due = START) => {
    const op: Op = { op: 'create', id: 'root', body: { t: 'organization', token: 'x' }, due }
    await store.batch(pk, [op], { id: 'root', token: 'x' })
  }

  it('hands over each truth that fell due', async () => {
    const store = memoryStore()
    const clock = stoppedClock()
    const seen: string[] = []
    const onDueTruth = async (pk: string) => {
      seen.push(pk)
      const root = await store.read(pk, 'root')
      if (root === undefined) throw new Error('no root')
      const body = { t: 'organization', token: 'y' }
      await store.batch(pk, [{ op: 'replace', id: 'root', etag: root.etag, body }], { id: 'root', token: 'y' })
      await order(store, [tell(1)], { pk, at: clock.now() })
    }
    let told = 0
    const { settle } = worker({ store, clock, onDueTruth, perform: only({ tell: async () => void told++ }) })
    await timer(store, 'org:1')
    await timer(store, 'org:2', '2026-01-06T09:00:00.000Z')
    await settle()
    expect([seen, told]).toEqual([['org:1'], 1])
    clock.advance(24 * 3_600_000)
    await settle()
    expect([seen, told]).toEqual([['org:1', 'org:2'], 2])
  })

  it('comes back to one that failed, and does not let it hold up the rest', async () => {
    const store = memoryStore()
    let failures = 0
    const onDueTruth = async () => {
      failures++
      throw new Error('not now')
    }
    let told = 0
    const { settle } = worker({
      store,
      onDueTruth,
      random: () => 0.1,
      perform: only({ tell: async () => void told++ }),
    })
    await timer(store, 'org:1')
    await order(store, [tell(1)])
    await settle()
    expect(told).toBe(1)
    expect(failures).toBe(4)
  })
})
