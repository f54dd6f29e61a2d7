import { afterEach, describe, expect, it } from 'vitest'
import { tenantId, userId } from '../../../domain/ids.ts'
import { type DocumentStore, StoreUnavailable } from '../../../domain/store/document-store.ts'
import { forget, met, personKey, remember, setLocale, unreachable } from '../../../domain/store/people-met.ts'
import { openSqliteStore } from '../../../domain/store/sqlite-store.ts'

const tenant = tenantId('11111111-1111-4111-8111-111111111111')
const hanako = userId('22222222-2222-4222-8222-222222222222')
const chat = { v: 1, conversationId: 'a:1', serviceUrl: 'https://smba.example/jp/' }
const AT = '2026-01-05T09:00:00.000Z'

const stores: DocumentStore[] = []
afterEach(async () => {
  for (const store of stores.splice(0)) await store.close()
})

/** A real store that counts what is asked of it. */
function counted() {
  const store = openSqliteStore(':memory:')
  stores.push(store)
  const asked = { reads: 0, batches: 0 }
  const counting: DocumentStore = {
    ...store,
    read: (...args) => {
      asked.reads++
      return store.read(...args)
    },
    batch: (...args) => {
      asked.batches++
      return store.batch(...args)
    },
  }
  return { store: counting, asked }
}

describe('people the bot has met', () => {
  it('costs one read a turn, and a write only when something is new', async () => {
    const { store, asked } = counted()
    const first = await remember(store, await met(store, tenant, hanako), {
      conversation: chat,
      timeZone: 'Asia/Tokyo',
    })
    expect(asked).toEqual({ reads: 1, batches: 1 })
    for (let turn = 0; turn < 5; turn++) {
      await remember(store, await met(store, tenant, hanako), { conversation: chat, timeZone: 'Asia/Tokyo' })
    }
    expect(asked).toEqual({ reads: 6, batches: 1 })
    await remember(store, first, { conversation: { ...chat, conversationId: 'a:2' }, clientLocale: 'ja-JP' })
    expect(asked.batches).toBe(2)
    expect(await met(store, tenant, hanako)).toMatchObject({
      conversation: { conversationId: 'a:2' },
      timeZone: 'Asia/Tokyo',
      clientLocale: 'ja-JP',
    })
  })

  it('knows nothing of a stranger', async () => {
    const { store } = counted()
    expect(await met(store, tenant, hanako)).toEqual({ tenantId: tenant, userId: hanako })
  })

  it('keeps the chosen language through everything else', async () => {
    const { store } = counted()
    let person = await setLocale(store, await met(store, tenant, hanako), 'ja-JP')
    person = await remember(store, person, { conversation: chat })
    person = await unreachable(store, person, AT)
    expect(person).toMatchObject({ locale: 'ja-JP', conversation: chat, unreachableSince: AT })
    person = await remember(store, person, { conversation: chat })
    expect(person.unreachableSince).toBeUndefined()
    person = await forget(store, person)
    expect(person.conversation).toBeUndefined()
    expect(await met(store, tenant, hanako)).toEqual({ ...person, locale: 'ja-JP' })
  })

  it('does not write off a conversation that is newer than the one that failed', async () => {
    const { store } = counted()
    const seen = await remember(store, await met(store, tenant, hanako), { conversation: chat })
    await remember(store, seen, { conversation: { ...chat, conversationId: 'a:2' } })
    const after = await unreachable(store, seen, AT)
    expect(after.unreachableSince).toBeUndefined()
    expect((await met(store, tenant, hanako)).unreachableSince).toBeUndefined()
  })

  it('loses nothing when several changes meet', async () => {
    const { store } = counted()
    const stranger = await met(store, tenant, hanako)
    await Promise.all([
      remember(store, stranger, { conversation: chat }),
      setLocale(store, stranger, 'ja-JP'),
      remember(store, stranger, { conversation: chat, timeZone: 'Asia/Tokyo' }),
      remember(store, stranger, { conversation: chat, clientLocale: 'en-US' }),
    ])
    expect(await met(store, tenant, hanako)).toMatchObject({
      conversation: chat,
      locale: 'ja-JP',
      timeZone: 'Asia/Tokyo',
      clientLocale: 'en-US',
    })
  })

  it('gives up as not executed when others are always quicker', async () => {
    const { store } = counted()
    const busy: DocumentStore = { ...store, batch: async () => ({ ok: false, index: 0, reason: 'stale' }) }
    const failure = remember(busy, await met(store, tenant, hanako), { conversation: chat })
    await expect(failure).rejects.toBeInstanceOf(StoreUnavailable)
  })

  it('keeps each person in a partition of their own', async () => {
    const { store } = counted()
    await setLocale(store, await met(store, tenant, hanako), 'ja-JP')
    expect((await store.read(personKey(tenant, hanako), 'met'))?.body).toMatchObject({ t: 'personMet', v: 1 })
    const other = tenantId('33333333-3333-4333-8333-333333333333')
    expect((await met(store, other, hanako)).locale).toBeUndefined()
  })
})
