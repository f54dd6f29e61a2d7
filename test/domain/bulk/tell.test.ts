import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { by } from '../../../domain/actor.ts'
import { type BulkEvent, NONE } from '../../../domain/bulk/bulk.ts'
import { bulks as allBulks } from '../../../domain/bulk/bulks.ts'
import type { Concern, Concerns, News } from '../../../domain/bulk/news.ts'
import { newsOps, tellNews } from '../../../domain/bulk/tell.ts'
import { type TenantId, tenantId } from '../../../domain/ids.ts'
import type { NoticeOf } from '../../../domain/notices.ts'
import { ok } from '../../../domain/result.ts'
import { type DocumentStore, prefix } from '../../../domain/store/document-store.ts'
import type { OutboxRow } from '../../../domain/store/outbox.ts'
import { openSqliteStore } from '../../../domain/store/sqlite-store.ts'
import { failingStore } from '../../support/failing-store.ts'
import { tomo, toto } from '../../support/partners.ts'
import { days } from '../../support/people.ts'

let store: DocumentStore
beforeEach(() => {
  store = openSqliteStore(':memory:')
})
afterEach(() => store.close())

const JOB = '00000000-0000-4000-8000-0000000000b2'
const PK = `blk:${JOB}`
const NOW = days(5)
const clock = { now: () => NOW }

const partner = (n: number): TenantId => tenantId(`0000aaaa-0000-4000-8000-${String(n).padStart(12, '0')}`)
const customer = (n: number): Concern['customer'] => ({
  id: `0000cccc-0000-4000-8000-${String(n).padStart(12, '0')}`,
  name: `Client ${n}`,
})
const concern = (of: number, as: Concern['as'], at: number): Concern => ({
  tenantId: partner(of),
  company: `Partner ${of}`,
  as,
  customer: customer(at),
})

/** A job that is stopped, with the news of its rows. */
async function stopped(rows: readonly Concerns[]): Promise<void> {
  const person = { tenantId: tomo.tenantId, userId: tomo.userId, name: tomo.name }
  const sheet = { set: 's', rows: rows.length, documents: 1, source: 'uploaded' as const }
  const facts = { id: JOB, kind: 'support' as const, owner: toto.tenantId, ownerName: toto.displayName, person }
  const about = { at: NOW, kind: 'support' as const }
  await happens([
    { type: 'BulkStarted', ...facts, at: NOW },
    { type: 'BulkRowsGiven', at: NOW, sheet },
    { type: 'BulkChecked', at: NOW, document: 0, tally: NONE, faulty: [] },
    { type: 'BulkConfirmed', ...about, person, rows: rows.length },
    { type: 'BulkStopped', ...about, why: 'person', rows: 0 },
  ])
  for (let from = 0; from < rows.length; from += 40) {
    const ops = newsOps(
      rows.slice(from, from + 40).map((concerns, n) => ({ row: from + n + 1, outcome: { is: 'good', concerns } })),
    )
    const [first] = ops
    if (first?.op !== 'create') throw new Error('no news')
    await store.batch(PK, ops, { id: first.id, token: (first.body as { token: string }).token })
  }
}

const bulks = () => allBulks({ store, clock, committed: () => undefined })

const happens = (events: readonly BulkEvent[]) =>
  bulks().execute(JOB, { by: by(tomo), correlationId: 'test', decide: () => ok(events) })

const tells = (at: DocumentStore = store) => tellNews({ store: at, clock, bulks: bulks() }, JOB, 'test')

type Told = NoticeOf<'customer.changedInBulk'>

/** The notices that were ordered, by partner. */
async function told(): Promise<readonly Told[]> {
  const { items } = await store.range<OutboxRow>(PK, { ...prefix('ob:'), limit: 100 })
  return items
    .flatMap(({ body: { task } }) =>
      task.kind === 'notify' && task.notice.name === 'customer.changedInBulk' ? [task.notice] : [],
    )
    .toSorted((one, other) => (one.tenantId < other.tenantId ? -1 : 1))
}

const left = async (): Promise<number> => {
  const [news, sums] = await Promise.all(
    ['new:', 'sum:'].map((begins) => store.range(PK, { ...prefix(begins), limit: 100 })),
  )
  return (news?.items.length ?? 0) + (sums?.items.length ?? 0)
}

const news = (as: News['as'], changes: number, customers: number) => expect.objectContaining({ as, changes, customers })

describe('The news of a job', () => {
  it('is one notice a partner, with each kind of change and the customers it was at', async () => {
    await stopped([
      ...Array.from({ length: 7 }, (_, n): Concerns => [concern(1, 'contact', n), concern(2, 'formerContact', n)]),
      [concern(2, 'contact', 3), concern(1, 'formerContact', 3)],
      [concern(1, 'contact', 6), concern(3, 'formerContact', 6)],
      [],
    ])
    expect(await tells()).toBe(false)
    expect((await told()).map(({ company, provider, news }) => [company, provider, news])).toEqual([
      ['Partner 1', toto.displayName, [news('contact', 8, 7), news('formerContact', 1, 1)]],
      ['Partner 2', toto.displayName, [news('contact', 1, 1), news('formerContact', 7, 7)]],
      ['Partner 3', toto.displayName, [news('formerContact', 1, 1)]],
    ])
    expect((await told())[0]?.news[0]?.names).toEqual([0, 1, 2, 3, 4].map((n) => customer(n).name))
    expect(await left()).toBe(0)
    // Nothing new: nothing to tell.
    await tells()
    expect(await told()).toHaveLength(3)
  })

  it.each(['before', 'after'] as const)('is told whole and once, whichever write the store dies %s', async (when) => {
    const rows = Array.from(
      { length: 200 },
      (_, n): Concerns => [concern(n % 2, 'contact', n >> 3), concern(2, 'formerContact', n >> 3)],
    )
    await stopped(rows)
    let deaths = 0
    for (let done = false; !done; deaths++)
      done = await tells(failingStore(store, 2, when)).then(
        () => true,
        () => false,
      )
    expect(deaths).toBeGreaterThan(3)
    expect((await told()).map(({ news }) => news)).toEqual([
      [news('contact', 100, 25)],
      [news('contact', 100, 25)],
      [news('formerContact', 200, 25)],
    ])
    expect(await left()).toBe(0)
  })

  it('of several workers at once is told once', async () => {
    await stopped(Array.from({ length: 300 }, (_, n): Concerns => [concern(n % 3, 'contact', n)]))
    await Promise.all([tells(), tells(), tells()])
    expect((await told()).map(({ news }) => news)).toEqual(Array.from({ length: 3 }, () => [news('contact', 100, 100)]))
  })

  it('waits while the job goes on', async () => {
    await stopped([[concern(1, 'contact', 1)]])
    const { tenantId, userId, name } = tomo
    await happens([{ type: 'BulkConfirmed', at: NOW, person: { tenantId, userId, name }, kind: 'support', rows: 1 }])
    expect(await tells()).toBe(false)
    expect(await told()).toEqual([])
    expect(await left()).toBe(1)
  })

  it('of ten thousand rows is counted page by page, in a record that stays small', async () => {
    await stopped(Array.from({ length: 10_000 }, (_, n): Concerns => [concern(1, 'reseller', n >> 1)]))
    const [sizes, pages]: [number[], number[]] = [[], []]
    const watched: DocumentStore = {
      ...store,
      read: (...it) => store.read(...it),
      due: (...it) => store.due(...it),
      close: () => store.close(),
      async range<T>(...it: Parameters<DocumentStore['range']>) {
        const page = await store.range<T>(...it)
        pages.push(page.items.length)
        return page
      },
      batch(pk, ops, marker) {
        for (const op of ops) if ('body' in op) sizes.push(Buffer.byteLength(JSON.stringify(op.body)))
        return store.batch(pk, ops, marker)
      },
    }
    while (await tells(watched));
    expect((await told()).map(({ news }) => news)).toEqual([[news('reseller', 10_000, 5_000)]])
    expect(Math.max(...pages)).toBeLessThanOrEqual(100)
    expect(Math.max(...sizes)).toBeLessThan(2_000)
  })
})
