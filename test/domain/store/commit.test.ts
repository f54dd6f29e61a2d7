import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { by, system } from '../../../domain/actor.ts'
import { newId, newOperationKey, type OperationKey } from '../../../domain/ids.ts'
import type { Refusal } from '../../../domain/refusals.ts'
import { fail, ok } from '../../../domain/result.ts'
import { commit, history, load, type Order, type Truth } from '../../../domain/store/commit.ts'
import { type DocumentStore, type Op, prefix, StoreUnavailable } from '../../../domain/store/document-store.ts'
import type { OutboxRow, Task } from '../../../domain/store/outbox.ts'
import { type AuditRecord, REMEMBERED_OPERATIONS } from '../../../domain/store/records.ts'
import { openSqliteStore } from '../../../domain/store/sqlite-store.ts'
import { days, hana, hanaDid, MONDAY, sakura } from '../../support/people.ts'

/** A shop's till: small enough to see what `commit` does with any truth. */
type Till = { coins: number; closesAt?: string }
type Paid = { type: 'Paid'; coins: number; tell?: boolean; closesAt?: string }

const notice = { tenantId: sakura.tenantId, company: 'Sakura', name: 'organization.offboarding' } as const
const told: Task = { kind: 'notify', audience: { to: 'reviewers' }, notice }

const TILL: Truth<Till, Paid> = {
  t: 'till',
  v: 1,
  evolve: ({ coins }, event) => ({
    coins: coins + event.coins,
    ...(event.closesAt === undefined ? {} : { closesAt: event.closesAt }),
  }),
  tasks: (before, event, after) =>
    event.tell ? [told, { ...told, notice: { ...notice, company: `${before.coins} to ${after.coins}` } }] : [],
  due: ({ closesAt }) => closesAt,
}

const EMPTY: Refusal = { code: 'NOT_FOUND', query: 'coin' }

let folder: string
let store: DocumentStore
let pk: string

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'commit-'))
  store = openSqliteStore(join(folder, 'bot.db'))
})
afterAll(async () => {
  await store.close()
  rmSync(folder, { recursive: true, force: true })
})
beforeEach(() => {
  pk = `till:${newId()}`
})

type Decide = Order<Till, Paid>['decide']

const pay =
  (coins: number, more: Partial<Paid> = {}): Decide =>
  async () =>
    ok([{ type: 'Paid', coins, ...more }])

const order = (decide: Decide, over: Partial<Order<Till, Paid>> = {}): Order<Till, Paid> => ({
  pk,
  by: by(hana),
  at: MONDAY,
  correlationId: 'turn-1',
  fresh: async () => ({ coins: 0 }),
  decide,
  ...over,
})

const put = (decide: Decide, over: Partial<Order<Till, Paid>> = {}, to: DocumentStore = store) =>
  commit(to, TILL, order(decide, over))

const everything = async () => (await store.range(pk, { from: '!', to: '~', limit: 100 })).items
const till = async () => (await load(store, TILL, pk))?.state.coins

/** The same store, with something in the way of its batches. */
const met = (batch: (inner: DocumentStore['batch']) => DocumentStore['batch']): DocumentStore => ({
  ...store,
  batch: batch(store.batch),
})

describe('a change', () => {
  it('is one batch: the root, the audit event and the outbox rows', async () => {
    const batches: (readonly Op[])[] = []
    const counted = met((inner) => (at, ops, marker) => {
      batches.push(ops)
      return inner(at, ops, marker)
    })
    await put(pay(2, { tell: true }), {}, counted)
    expect(batches).toHaveLength(1)
    expect((await everything()).map(({ id }) => id)).toEqual([
      'aud:0000000001',
      'ob:0000000001:0',
      'ob:0000000001:1',
      'root',
    ])
  })

  it('is written down: who, when, in which turn, what', async () => {
    await put(pay(2))
    await put(pay(3), { by: system, at: days(1), correlationId: 'timer' })
    const { items } = await history<Paid>(store, pk, { limit: 10 })
    expect(items.map(({ body: { token: _, ...record } }): Omit<AuditRecord<Paid>, 'token'> => record)).toEqual([
      { t: 'audit', v: 1, at: days(1), by: system, correlationId: 'timer', events: [{ type: 'Paid', coins: 3 }] },
      { t: 'audit', v: 1, at: MONDAY, by: hanaDid, correlationId: 'turn-1', events: [{ type: 'Paid', coins: 2 }] },
    ])
  })

  it('is found again page by page, the newest first', async () => {
    for (let coins = 1; coins <= 5; coins++) await put(pay(coins))
    const seen: number[] = []
    let after: string | undefined
    do {
      const page = await history<Paid>(store, pk, { limit: 2, ...(after === undefined ? {} : { after }) })
      seen.push(...page.items.flatMap(({ body }) => body.events.map(({ coins }) => coins)))
      after = page.next
    } while (after !== undefined)
    expect(seen).toEqual([5, 4, 3, 2, 1])
  })

  it('orders its tasks at once, each made from the state before and after its own event', async () => {
    await put(async () =>
      ok([
        { type: 'Paid', coins: 1, tell: true },
        { type: 'Paid', coins: 2, tell: true },
      ]),
    )
    const rows = (await store.range<OutboxRow>(pk, { ...prefix('ob:'), limit: 100 })).items
    expect(rows.map(({ body }) => body.task.kind === 'notify' && body.task.notice.company)).toEqual([
      'Sakura',
      '0 to 1',
      'Sakura',
      '1 to 3',
    ])
    for (const { due, body } of rows) {
      expect(due).toBe(MONDAY)
      expect(body).toMatchObject({ t: 'outbox', v: 1, at: MONDAY, correlationId: 'turn-1', attempts: 0 })
    }
  })

  it('makes the truth due when time alone will change it, and no longer when it will not', async () => {
    await put(pay(1, { closesAt: days(3) }))
    expect((await store.read(pk, 'root'))?.due).toBe(days(3))
    expect((await store.due(days(3), 100)).some((doc) => doc.pk === pk && doc.id === 'root')).toBe(true)
    await put(pay(1))
    expect((await store.read(pk, 'root'))?.due).toBeUndefined()
  })

  it('begins with the state from outside only where nothing is stored', async () => {
    let asked = 0
    const fresh = async () => ({ coins: 100 + asked++ })
    await put(pay(1), { fresh })
    await put(pay(1), { fresh })
    expect(await till()).toBe(102)
    expect(asked).toBe(1)
  })

  it('answers with the state as it now is', async () => {
    await put(pay(1))
    expect(await put(pay(2))).toEqual({
      ok: true,
      value: { state: { coins: 3 }, version: 2, events: [{ type: 'Paid', coins: 2 }], replayed: false },
    })
  })
})

describe('nothing', () => {
  it('is written for what is refused', async () => {
    expect(await put(async () => fail([EMPTY]))).toEqual({ ok: false, error: [EMPTY] })
    expect(await everything()).toEqual([])
  })

  it('is written for what is so already, and its operation key is not consumed', async () => {
    const op = newOperationKey()
    await put(pay(5))
    const before = await everything()
    expect(await put(async () => ok([]), { op })).toMatchObject({ ok: true, value: { version: 1, events: [] } })
    expect(await everything()).toEqual(before)
    expect(await put(pay(1), { op })).toMatchObject({ ok: true, value: { replayed: false, state: { coins: 6 } } })
  })
})

describe('an operation key', () => {
  it('is consumed by the change it made: a repeat changes nothing and is answered with the present state', async () => {
    const op = newOperationKey()
    await put(pay(1), { op })
    await put(pay(10))
    const before = await everything()
    let decided = false
    const repeat = await put(
      async () => {
        decided = true
        return ok([{ type: 'Paid', coins: 1 }])
      },
      { op },
    )
    expect(repeat).toEqual({ ok: true, value: { state: { coins: 11 }, version: 2, events: [], replayed: true } })
    expect(decided).toBe(false)
    expect(await everything()).toEqual(before)
  })

  it('stays usable after a refusal: a form pressed again runs', async () => {
    const op = newOperationKey()
    await put(async () => fail([EMPTY]), { op })
    expect(await put(pay(1), { op })).toMatchObject({ ok: true, value: { state: { coins: 1 } } })
  })

  it(`is remembered for ${REMEMBERED_OPERATIONS} more changes than its own`, async () => {
    expect(REMEMBERED_OPERATIONS).toBe(64)
    const ops = Array.from({ length: 65 }, newOperationKey)
    const [first, second] = ops
    for (const op of ops.slice(0, 64)) await put(pay(1), { op })
    expect(await put(pay(1), withOp(first))).toMatchObject({ value: { replayed: true } })
    await put(pay(1), withOp(ops[64]))
    expect(await put(pay(1), withOp(second))).toMatchObject({ value: { replayed: true } })
    expect(await put(pay(1), withOp(first))).toMatchObject({ value: { replayed: false } })
  })

  it('pressed twice at once makes one change', async () => {
    const op = newOperationKey()
    const results = await Promise.all([put(pay(1), { op }), put(pay(1), { op }), put(pay(1), { op })])
    expect(results.filter((result) => result.ok && !result.value.replayed)).toHaveLength(1)
    expect(await till()).toBe(1)
  })
})

describe('when somebody else comes first', () => {
  it('facts are read and the decision is taken again', async () => {
    await put(pay(1))
    let facts = 'open'
    const seen: string[] = []
    let rival = true
    const contested = met((inner) => async (at, ops, marker) => {
      if (rival) {
        rival = false
        facts = 'closed'
        await put(pay(10))
      }
      return inner(at, ops, marker)
    })
    const result = await put(
      async ({ coins }) => {
        seen.push(`${facts} at ${coins}`)
        return facts === 'open' ? ok([{ type: 'Paid', coins: 1 }]) : fail([EMPTY])
      },
      {},
      contested,
    )
    expect(seen).toEqual(['open at 1', 'closed at 11'])
    expect(result).toEqual({ ok: false, error: [EMPTY] })
    expect(await till()).toBe(11)
  })

  it('twenty at once are all applied, each once', async () => {
    const coins = Array.from({ length: 20 }, (_, n) => 2 ** n)
    const results = await Promise.all(coins.map((coin) => put(pay(coin))))
    expect(results.every(({ ok: done }) => done)).toBe(true)
    expect(await till()).toBe(2 ** 20 - 1)
    const { items } = await history<Paid>(store, pk, { limit: 100 })
    expect(items.flatMap(({ body }) => body.events.map((event) => event.coins)).sort((a, b) => a - b)).toEqual(coins)
    expect(new Set(results.map((result) => result.ok && result.value.version)).size).toBe(20)
  })

  it('twenty at once are all applied, also when their facts take time', async () => {
    const coins = Array.from({ length: 20 }, (_, n) => 2 ** n)
    const slowly =
      (coin: number): Decide =>
      async () => {
        await new Promise((resolve) => setTimeout(resolve, 3))
        return ok([{ type: 'Paid', coins: coin }])
      }
    const results = await Promise.all(coins.map((coin) => put(slowly(coin))))
    expect(results.every(({ ok: done }) => done)).toBe(true)
    expect(await till()).toBe(2 ** 20 - 1)
  })
})

describe('a store that does not answer', () => {
  it.each(['notExecuted', 'unknown'] as const)('passes its own word on: %s', async (outcome) => {
    const down = met(() => async () => {
      throw new StoreUnavailable(outcome)
    })
    await expect(put(pay(1), {}, down)).rejects.toMatchObject({ outcome })
    expect(await till()).toBeUndefined()
  })

  it('may have done it all the same: pressed again, it does not happen twice', async () => {
    const op = newOperationKey()
    const lossy = met((inner) => async (at, ops, marker) => {
      await inner(at, ops, marker)
      throw new StoreUnavailable('unknown')
    })
    await expect(put(pay(1, { tell: true }), { op }, lossy)).rejects.toBeInstanceOf(StoreUnavailable)
    expect(await put(pay(1, { tell: true }), { op })).toMatchObject({ value: { replayed: true, state: { coins: 1 } } })
    expect((await everything()).filter(({ id }) => id.startsWith('ob:'))).toHaveLength(2)
  })

  it('says that nothing was changed when others kept coming first for four seconds', async () => {
    const busy = met(() => async () => ({ ok: false, index: 0, reason: 'stale' }))
    vi.useFakeTimers({ toFake: ['setTimeout', 'performance'] })
    try {
      let answer: unknown
      const given = put(pay(1), {}, busy).catch((error: unknown) => {
        answer = error
      })
      await vi.advanceTimersByTimeAsync(3900)
      expect(answer).toBeUndefined()
      await vi.advanceTimersByTimeAsync(400)
      await given
      expect(answer).toMatchObject({ outcome: 'notExecuted' })
    } finally {
      vi.useRealTimers()
    }
  })
})

describe('a stored root', () => {
  const forge = (body: object) =>
    store.batch(pk, [{ op: 'create', id: 'root', body: { ...body, token: 't' } }], { id: 'root', token: 't' })

  it.each([
    ['another truth', { t: 'shop', v: 1, version: 1, ops: [], state: {} }],
    ['a newer program', { t: 'till', v: 2, version: 1, ops: [], state: {} }],
    ['nothing we know', { hello: 'world' }],
    ['forged operation keys', { t: 'till', v: 1, version: 1, ops: ['x'], state: {} }],
  ])('of %s is no root of ours', async (_, body) => {
    await forge(body)
    await expect(put(pay(1))).rejects.toBeInstanceOf(TypeError)
    await expect(load(store, TILL, pk)).rejects.toBeInstanceOf(TypeError)
  })
})

const withOp = (op: OperationKey | undefined): Partial<Order<Till, Paid>> => (op ? { op } : {})
