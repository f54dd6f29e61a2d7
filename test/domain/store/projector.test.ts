import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { system } from '../../../domain/actor.ts'
import { listForReview, reviewList, waitingReviews } from '../../../domain/enrollment/review-list.ts'
import { tenantId } from '../../../domain/ids.ts'
import type { OrganizationEvent } from '../../../domain/organization/organization.ts'
import { ORGANIZATION, organizationPk } from '../../../domain/organization/organizations.ts'
import { ok } from '../../../domain/result.ts'
import { commit } from '../../../domain/store/commit.ts'
import { type DocumentStore, StoreUnavailable } from '../../../domain/store/document-store.ts'
import { type Entry, listed, project } from '../../../domain/store/projector.ts'
import { openSqliteStore } from '../../../domain/store/sqlite-store.ts'
import { HISTORIES, type Situation, withdrawn } from '../../support/lifecycle.ts'
import { MONDAY, registered, sakura } from '../../support/people.ts'

const LIST = 'lst:test'

let store: DocumentStore
beforeEach(() => {
  store = openSqliteStore(':memory:')
})
afterEach(() => store.close())

const entry = (subject: string, version: number, order?: string): Entry => ({
  subject,
  version,
  body: { says: `${subject} ${version}` },
  ...(order === undefined ? {} : { order }),
})

const says = async (part?: string) =>
  (await listed<{ says: string }>(store, LIST, { limit: 100, ...(part === undefined ? {} : { part }) })).items.map(
    ({ body }) => body.says,
  )

const inOrder = async (...entries: readonly Entry[]) => {
  for (const one of entries) await project(store, LIST, one)
}

/** Every order in which four pieces of news can arrive. */
const orders = <T>(items: readonly T[]): readonly (readonly T[])[] =>
  items.length < 2
    ? [items]
    : items.flatMap((item, at) => orders(items.filter((_, other) => other !== at)).map((rest) => [item, ...rest]))

describe('a list', () => {
  it('holds each subject once, where its newest news put it', async () => {
    await inOrder(entry('sakura', 1, 'b'), entry('fuji', 1, 'a'), entry('sakura', 2, 'c'), entry('fuji', 3, 'd'))
    expect(await says()).toEqual(['sakura 2', 'fuji 3'])
  })

  const news = [entry('sakura', 1, 'a'), entry('sakura', 2, 'c'), entry('sakura', 3), entry('sakura', 4, 'b')]

  it.each(orders(news).map((order) => [order.map(({ version }) => version).join(' '), order] as const))(
    'is the same whatever order the news arrive in: %s',
    async (_, order) => {
      await inOrder(...order)
      expect(await says()).toEqual(['sakura 4'])
    },
  )

  it.each(orders(news.slice(0, 3)).map((order) => [order.map(({ version }) => version).join(' '), order] as const))(
    'keeps off what was taken off, whatever comes late: %s',
    async (_, order) => {
      await inOrder(...order)
      expect(await says()).toEqual([])
    },
  )

  it('is written once for news that come twice', async () => {
    await inOrder(entry('sakura', 1, 'a'), entry('sakura', 2, 'b'))
    const before = await store.range(LIST, { from: '!', to: '~', limit: 100 })
    await inOrder(entry('sakura', 2, 'b'), entry('sakura', 1, 'a'))
    expect(await store.range(LIST, { from: '!', to: '~', limit: 100 })).toEqual(before)
  })

  it('takes twenty pieces of news at once', async () => {
    const many = Array.from({ length: 20 }, (_, at) => entry('sakura', at + 1, `x${at % 3}`))
    const results = await Promise.allSettled(many.map((one) => project(store, LIST, one)))
    // Whoever gave up is told again by the outbox.
    for (const [at, { status }] of results.entries())
      if (status === 'rejected') await project(store, LIST, many[at] ?? entry('sakura', 0))
    expect(await says()).toEqual(['sakura 20'])
  })

  it('gives a part and goes on page by page', async () => {
    await inOrder(...['a1', 'a2', 'b1', 'a3'].map((order, at) => entry(`company-${at}`, 1, order)))
    expect(await says('a')).toEqual(['company-0 1', 'company-1 1', 'company-3 1'])
    const first = await listed<{ says: string }>(store, LIST, { limit: 3 })
    expect(first.items).toHaveLength(3)
    const rest = await listed<{ says: string }>(store, LIST, { limit: 3, ...(first.next ? { after: first.next } : {}) })
    expect(rest.items.map(({ body }) => body.says)).toEqual(['company-2 1'])
    expect(rest.next).toBeUndefined()
  })

  it('says so when others kept coming first', async () => {
    const busy: DocumentStore = { ...store, batch: async () => ({ ok: false, index: 0, reason: 'stale' }) }
    await expect(project(busy, LIST, entry('sakura', 1, 'a'))).rejects.toBeInstanceOf(StoreUnavailable)
  })
})

describe('the reviewers’ list', () => {
  const companies: Record<string, string> = {}
  const stored = async (name: string, situation: Situation, more: readonly OrganizationEvent[] = []) => {
    const id = tenantId(`${String(Object.keys(companies).length + 500).padStart(8, '0')}-0000-4000-8000-000000000000`)
    companies[id] = name
    for (const event of [...HISTORIES[situation], ...more])
      await commit(store, ORGANIZATION, {
        pk: organizationPk(id),
        by: system,
        at: MONDAY,
        correlationId: 'test',
        fresh: async () => registered({}, { tenantId: id, displayName: name }),
        decide: async () => ok([event]),
      })
    await listForReview(store, id)
    return id
  }
  const names = async () => (await reviewList(store, { limit: 100 })).items.map(({ body }) => body.company)

  it('shows first what waits for a decision, by due date', async () => {
    await stored('Done', 'active')
    await stored('Later', 'inReview', [{ ...confirmedAgain, dueAt: '2026-03-20T03:00:00.000Z' }])
    await stored('Sooner', 'inReview')
    await stored('Asked', 'actionRequired')
    await stored('Draft', 'draft')
    expect(await names()).toEqual(['Sooner', 'Later', 'Asked', 'Done'])
    expect((await waitingReviews(store)).items.map(({ body }) => body.company)).toEqual(['Sooner', 'Later'])
  })

  it('lets go of an application that was taken back', async () => {
    const id = await stored('Sakura', 'inReview')
    expect(await names()).toEqual(['Sakura'])
    await commit(store, ORGANIZATION, {
      pk: organizationPk(id),
      by: system,
      at: MONDAY,
      correlationId: 'test',
      fresh: async () => sakura,
      decide: async () => ok([withdrawn]),
    })
    await listForReview(store, id)
    expect(await names()).toEqual([])
  })

  it('knows nothing of a company that was never stored', async () => {
    await listForReview(store, sakura.tenantId)
    expect(await names()).toEqual([])
  })
})

const confirmedAgain = {
  type: 'EnrollmentResubmitted',
  at: MONDAY,
  by: system,
  dueAt: '2026-03-20T03:00:00.000Z',
} as const
