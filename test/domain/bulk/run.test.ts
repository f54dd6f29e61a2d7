import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { by } from '../../../domain/actor.ts'
import { MOST_FAULTY, type WithRows } from '../../../domain/bulk/bulk.ts'
import { bulks as allBulks } from '../../../domain/bulk/bulks.ts'
import { checkDocument } from '../../../domain/bulk/check.ts'
import { confirmBulk, stopBulk } from '../../../domain/bulk/confirm.ts'
import { giveRows } from '../../../domain/bulk/give-rows.ts'
import { invitationWork } from '../../../domain/bulk/invitation-row.ts'
import { newCustomerWork } from '../../../domain/bulk/new-customer-row.ts'
import { ROWS_PER_DOCUMENT, readRows } from '../../../domain/bulk/rows.ts'
import { type RunDeps, runDocument, settleBegun } from '../../../domain/bulk/run.ts'
import { readSheet } from '../../../domain/bulk/sheet.ts'
import { resellerWork, supportWork } from '../../../domain/bulk/subscription-row.ts'
import { OutsideUnavailable } from '../../../domain/ports.ts'
import { ok } from '../../../domain/result.ts'
import { type DocumentStore, prefix, StoreUnavailable } from '../../../domain/store/document-store.ts'
import { openSqliteStore } from '../../../domain/store/sqlite-store.ts'
import { customerHouse } from '../../support/customer-house.ts'
import { DETAILS, KAEDE, SUBSCRIPTION, signed } from '../../support/customers.ts'
import { tomo, toto } from '../../support/partners.ts'

let store: DocumentStore
let operations: number
beforeEach(() => {
  operations = 0
  const kept = openSqliteStore(':memory:')
  const counted =
    <A extends unknown[], R>(act: (...args: A) => R) =>
    (...args: A): R => {
      operations++
      return act(...args)
    }
  store = { ...kept, read: counted(kept.read), range: counted(kept.range), batch: counted(kept.batch) } as DocumentStore
})
afterEach(() => store.close())

const JOB = '00000000-0000-4000-8000-0000000000b1'
const COUNT = 60

/** Kaede Foods with many subscriptions of Toto, none of them credited to anybody. */
async function house() {
  const sold = customerHouse(store)
  await sold.sells()
  const subscriptions = Array.from({ length: COUNT }, (_, n) => {
    const { reseller, ...one } = SUBSCRIPTION
    return { ...one, id: `b${n}` }
  })
  await sold.customers.execute(KAEDE, {
    by: by(tomo),
    correlationId: 'test',
    decide: () => ok([{ type: 'OrderConfirmed', at: sold.time.now, by: by(tomo), order: 'none', subscriptions }]),
  })
  const bulks = allBulks({ store, clock: sold.clock, committed: () => undefined })
  const deps: RunDeps = {
    store,
    bulks,
    clock: sold.clock,
    doer: async () => ({ actor: tomo, organization: toto }),
    work: {
      reseller: resellerWork(sold),
      support: supportWork(sold),
      invitations: invitationWork({ ...sold, write: () => ({ subject: 'Invitation', body: '{link}' }) }),
      newCustomers: newCustomerWork({ ...sold, worker: 'test' }),
    },
    unforeseen: (error) => {
      throw error
    },
  }
  return {
    sold,
    deps,
    bulks,
    async gives(lines: readonly (readonly string[])[]) {
      const rows = readSheet(each(lines), 'reseller', { columnOf: () => undefined, most: 10_000 })
      const given = { at: sold.time.now, actor: tomo, organization: toto, correlationId: 'test' }
      await giveRows({ store, bulks }, { ...given, id: JOB, kind: 'reseller', source: 'uploaded', rows })
    },
    async checks() {
      while (await checkDocument(deps, JOB, 'test'));
    },
    confirms: () =>
      bulks.execute(JOB, {
        by: by(tomo),
        correlationId: 'test',
        decide: (state) => confirmBulk(state, { actor: tomo, at: sold.time.now, organization: toto }),
      }),
    async job(): Promise<WithRows> {
      const job = await bulks.find(JOB)
      if (!job || job.state === 'draft') throw new Error('no job')
      return job
    },
    async ordered(): Promise<number> {
      const { items } = await sold.customers.history(KAEDE, { limit: 100 })
      let count = 0
      for (const { body } of items) count += body.events.filter(({ type }) => type === 'SubscriptionEditOrdered').length
      return count
    },
  }
}

async function* each<T>(items: readonly T[]): AsyncGenerator<T> {
  yield* items
}

const rowsOf = (count: number) =>
  Array.from({ length: count }, (_, n) => [KAEDE, `b${n}`, signed.tenantId] as readonly string[])

describe('A job', () => {
  it('does what was done but not written down once, however often it is run', async () => {
    const { deps, gives, checks, confirms, job, ordered, sold } = await house()
    await gives(rowsOf(40))
    await checks()
    expect((await job()).check).toEqual({ good: 40, already: 0, refused: 0, failed: 0 })
    await confirms()
    const calls = sold.outside.calls.length
    let isDying = true
    const dying: RunDeps = {
      ...deps,
      bulks: {
        ...deps.bulks,
        execute: (id, order) =>
          isDying ? Promise.reject(new StoreUnavailable('notExecuted')) : deps.bulks.execute(id, order),
      },
    }
    await expect(runDocument(dying, JOB, 'test')).rejects.toThrow('store unavailable')
    isDying = false
    expect(await ordered()).toBe(40)
    // Two workers at once take it up again.
    await Promise.all([runDocument(dying, JOB, 'test'), runDocument(dying, JOB, 'test')])
    expect(await ordered()).toBe(40)
    expect(sold.outside.calls.length - calls).toBe(40)
    expect(await job()).toMatchObject({ state: 'done', done: { good: 40, already: 0, refused: 0, failed: 0 } })
  })

  it('is tried row by row where there is no time for more, and each row counts once', async () => {
    const { deps, gives, job } = await house()
    await gives([...rowsOf(6), [KAEDE, 'none', signed.tenantId], [KAEDE, 'b0', signed.tenantId]])
    const hurried: RunDeps = { ...deps, budgetMs: 0 }
    let runs = 1
    while (await checkDocument(hurried, JOB, 'test')) runs++
    expect(runs).toBe(8)
    expect(await job()).toMatchObject({ state: 'checked', check: { good: 6, already: 0, refused: 2, failed: 0 } })
    expect((await job()).faulty.map(({ row }) => row).toSorted()).toEqual([7, 8])
    expect(await checkDocument(deps, JOB, 'test')).toBe(false)
  })

  it('keeps what was tried of the others where Partner Center does not answer to one', async () => {
    const { deps, gives, job } = await house()
    await gives(rowsOf(4))
    let isDown = true
    const reseller: typeof deps.work.reseller = {
      ...deps.work.reseller,
      lane: ([, subscription = '']) => subscription,
      check: (cells, doer) =>
        isDown && cells[1] === 'b3'
          ? Promise.reject(new OutsideUnavailable('partnerCenter', 'notExecuted'))
          : deps.work.reseller.check(cells, doer),
    }
    const down: RunDeps = { ...deps, work: { ...deps.work, reseller } }
    await expect(checkDocument(down, JOB, 'test')).rejects.toThrow('partnerCenter')
    expect(await job()).toMatchObject({ state: 'checking', check: { good: 3 } })
    isDown = false
    expect(await checkDocument(down, JOB, 'test')).toBe(false)
    expect(await job()).toMatchObject({ state: 'checked', check: { good: 4 } })
  })

  it('settles what was begun before a stop in further runs where there is no time for more', async () => {
    const { deps, bulks, gives, checks, confirms, job, ordered, sold } = await house()
    await gives(rowsOf(4))
    await checks()
    await confirms()
    let isDying = true
    const dying: RunDeps = {
      ...deps,
      bulks: {
        ...bulks,
        execute: (id, order) =>
          isDying ? Promise.reject(new StoreUnavailable('notExecuted')) : bulks.execute(id, order),
      },
    }
    await expect(runDocument(dying, JOB, 'test')).rejects.toThrow('store unavailable')
    isDying = false
    await bulks.execute(JOB, {
      by: by(tomo),
      correlationId: 'test',
      decide: (state) => stopBulk(state, { actor: tomo, at: sold.time.now, organization: toto }),
    })
    let runs = 1
    while (await settleBegun({ ...deps, budgetMs: 0 }, JOB, 'test')) runs++
    expect(runs).toBeGreaterThan(1)
    expect(await job()).toMatchObject({ state: 'done', done: { good: 4 } })
    expect(await ordered()).toBe(4)
  })

  it('stops where whoever confirmed it lost the right, and somebody else continues it', async () => {
    const { deps, gives, checks, confirms, job, ordered } = await house()
    await gives(rowsOf(3))
    await checks()
    await confirms()
    const powerless: RunDeps = {
      ...deps,
      doer: async () => ({ actor: { ...tomo, roles: ['HA'] }, organization: toto }),
    }
    expect(await runDocument(powerless, JOB, 'test')).toBe(false)
    expect(await job()).toMatchObject({ state: 'stopped', why: 'rights' })
    expect(await ordered()).toBe(0)
    await confirms()
    await runDocument(deps, JOB, 'test')
    expect(await job()).toMatchObject({ state: 'done', done: { good: 3 } })
  })

  it('keeps the rows of one press where somebody pressed twice, and none of a table that cannot be read', async () => {
    const { gives, job } = await house()
    await Promise.all([gives(rowsOf(60)), gives(rowsOf(60))])
    const kept = async () => (await store.range(`blk:${JOB}`, { ...prefix('row:'), limit: 100 })).items.length
    expect(await kept()).toBe((await job()).sheet.documents)
    const before = await kept()
    const broken = Array.from({ length: 10_001 }, (_, n) => [`${n} ${'x'.repeat(290)}`, 'b', 'c'])
    await expect(gives(broken)).rejects.toThrow('not a table of rows')
    expect(await kept()).toBe(before)
  })

  it('tells what Partner Center refused of a row, and goes on with the others', async () => {
    const { deps, gives, checks, confirms, job, sold } = await house()
    await gives(rowsOf(3))
    await checks()
    await confirms()
    sold.outside.fails({ call: 'changeSubscription', how: { refused: '800015' } })
    await runDocument(deps, JOB, 'test')
    const done = await job()
    expect(done).toMatchObject({ state: 'done', done: { good: 2, failed: 1 } })
    expect('failures' in done && done.failures[0]).toMatchObject({ row: 1, outcome: { is: 'failed' } })
  })

  it('does the other rows where Partner Center does not answer to some, and these when it does', async () => {
    const { deps, gives, checks, confirms, job, ordered, sold } = await house()
    const named = rowsOf(4).map(([tenant = '', ...rest], n) => [n < 2 ? tenant : DETAILS.companyName, ...rest])
    await gives(named)
    await checks()
    await confirms()
    sold.outside.fails({ call: 'changeSubscription', how: 'unavailable' })
    await expect(runDocument(deps, JOB, 'test')).rejects.toThrow('partnerCenter')
    expect(await job()).toMatchObject({ state: 'running', done: { good: 2, already: 0, refused: 0, failed: 0 } })
    sold.outside.fails({ call: 'changeSubscription', how: 'lost' })
    await expect(runDocument(deps, JOB, 'test')).rejects.toThrow('partnerCenter')
    await runDocument(deps, JOB, 'test')
    expect(await job()).toMatchObject({ state: 'done', done: { good: 4, already: 0, refused: 0, failed: 0 } })
    expect(await ordered()).toBe(4)
    expect(sold.outside.changes.size).toBe(4)
  })

  it('asks for as much a row however long it is, and keeps records of one size', async () => {
    const { deps, gives, bulks, job } = await house()
    await gives(Array.from({ length: 10_000 }, (_, n) => [`Nobody ${n} ${'語'.repeat(400)}`, `b${n}`, 'x'.repeat(400)]))
    const costs: number[] = []
    for (let document = 0; document < 8; document++) {
      const before = operations
      await checkDocument(deps, JOB, 'test')
      costs.push(operations - before)
    }
    expect(new Set(costs).size).toBe(1)
    expect(costs[0]).toBeLessThan(ROWS_PER_DOCUMENT * 4)
    const state = await job()
    expect(state.sheet).toMatchObject({ rows: 10_000, documents: 10_000 / ROWS_PER_DOCUMENT })
    expect(state.faulty).toHaveLength(MOST_FAULTY)
    expect(Buffer.byteLength(JSON.stringify(await bulks.find(JOB)))).toBeLessThan(20_000)
    const document = await readRows(store, JOB, state.sheet, 0)
    expect(Buffer.byteLength(JSON.stringify(document?.body))).toBeLessThan(200_000)
  })
})
