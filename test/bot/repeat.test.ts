import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createLogger } from '../../bot/log.ts'
import type { Performers } from '../../bot/outbox/outbox-run.ts'
import { createOutboxWorker } from '../../bot/outbox/outbox-worker.ts'
import { system } from '../../domain/actor.ts'
import { tenantId } from '../../domain/ids.ts'
import { OutsideUnavailable } from '../../domain/ports.ts'
import { type DocumentStore, prefix } from '../../domain/store/document-store.ts'
import { orderTask } from '../../domain/store/order-task.ts'
import { joined, type OutboxRow, type Task } from '../../domain/store/outbox.ts'
import { openSqliteStore } from '../../domain/store/sqlite-store.ts'

const NOW = '2026-01-05T09:00:00.000Z'
const kaede = tenantId('11111111-1111-4111-8111-111111111111')
const PK = `org:${kaede}`

const cards: Task = { kind: 'showCards', subject: 'one' }
const draft: Task = { kind: 'listNewCustomer', provider: kaede, draft: 'd1' }
const review: Task = { kind: 'listForReview', tenantId: kaede }
const change: Task = { kind: 'listAudit', id: 'root', version: 1, at: NOW, by: system, types: ['Paid'], about: [] }
const release: Task = { kind: 'releaseMpn', tenantId: kaede, mpnId: '1' }

let store: DocumentStore
beforeEach(() => {
  store = openSqliteStore(':memory:')
})
afterEach(() => store.close())

describe('the tasks of one commit', () => {
  it('that repeat it are one, the last, with its cards behind its lists', () => {
    expect(joined([cards, draft, release, change, draft])).toEqual([
      release,
      { kind: 'repeat', tasks: [draft, change, cards] },
    ])
  })

  it('stand alone where only one repeats it', () => {
    expect(joined([cards, release])).toEqual([release, cards])
    expect(joined([release])).toEqual([release])
  })
})

describe('the row that repeats a commit', () => {
  const rows = async () =>
    (await store.range<OutboxRow>(PK, { ...prefix('ob:'), limit: 9 })).items.map(({ body }) => body.task)

  it('does all that it can, and leaves what fails in a row of its own', async () => {
    const done: string[] = []
    let asked = 0
    const perform = {
      listNewCustomer: async () => void done.push('draft'),
      listForReview: async () => {
        asked++
        throw new OutsideUnavailable('directory', 'notExecuted')
      },
      showCards: async () => void done.push('cards'),
    } as unknown as Performers
    const [task] = joined([draft, review, cards])
    if (!task) throw new Error('there is one')
    await orderTask(store, PK, { task, at: NOW, correlationId: 'test' })
    const worker = createOutboxWorker({ store, clock: { now: () => NOW }, log: createLogger('silent'), perform })
    await worker.settle()
    await worker.stop()
    expect(done).toEqual(['draft', 'cards'])
    expect(await rows()).toEqual([review])
    // Once with the others, once in its own row, which then waits for its next attempt.
    expect(asked).toBe(2)
  })

  it('orders what its parts order', async () => {
    const done: string[] = []
    const perform = {
      listNewCustomer: async () => [release],
      showCards: async () => void done.push('cards'),
      releaseMpn: async () => void done.push('released'),
    } as unknown as Performers
    const [task] = joined([draft, cards])
    if (!task) throw new Error('there is one')
    await orderTask(store, PK, { task, at: NOW, correlationId: 'test' })
    const worker = createOutboxWorker({ store, clock: { now: () => NOW }, log: createLogger('silent'), perform })
    await worker.settle()
    await worker.stop()
    expect(done).toEqual(['cards', 'released'])
    expect(await rows()).toEqual([])
  })
})
