import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { DocumentStore } from '../../../domain/store/document-store.ts'
import { holder, release, reserve } from '../../../domain/store/reservations.ts'
import { openSqliteStore } from '../../../domain/store/sqlite-store.ts'

const named = async () => true
const forgotten = async () => false
const unasked = async () => {
  throw new Error('nobody else holds it')
}

let store: DocumentStore
beforeEach(() => {
  store = openSqliteStore(':memory:')
})
afterEach(() => store.close())

describe('reserving a value', () => {
  it('makes the first its holder, and tells the second who that is', async () => {
    expect(await reserve(store, 'mpn', '1234567', 'fabrikam', unasked)).toEqual({ ok: true })
    expect(await reserve(store, 'mpn', '1234567', 'contoso', named)).toEqual({ ok: false, owner: 'fabrikam' })
    expect(await holder(store, 'mpn', '1234567')).toBe('fabrikam')
  })
  it('is renewed when the holder asks again, so that a release that has seen it before lets it be', async () => {
    await reserve(store, 'mpn', '1234567', 'fabrikam', unasked)
    const before = await store.read('uq:mpn:1234567', 'r')
    expect(await reserve(store, 'mpn', '1234567', 'fabrikam', unasked)).toEqual({ ok: true })
    expect(await holder(store, 'mpn', '1234567')).toBe('fabrikam')
    expect((await store.read('uq:mpn:1234567', 'r'))?.etag).not.toBe(before?.etag)
  })
  it('keeps kinds apart', async () => {
    await reserve(store, 'mpn', '1234567', 'fabrikam', unasked)
    expect(await reserve(store, 'pair', '1234567', 'contoso', unasked)).toEqual({ ok: true })
    expect(await holder(store, 'tok', '1234567')).toBeUndefined()
  })
  it('takes it from a holder who no longer names it', async () => {
    await reserve(store, 'mpn', '1234567', 'fabrikam', unasked)
    const asked: string[] = []
    const stillNamed = async (owner: string) => asked.push(owner) === 0
    expect(await reserve(store, 'mpn', '1234567', 'contoso', stillNamed)).toEqual({ ok: true })
    expect(asked).toEqual(['fabrikam'])
    expect(await holder(store, 'mpn', '1234567')).toBe('contoso')
  })
  it('gives it to one of many who ask at once', async () => {
    const rivals = Array.from({ length: 20 }, (_, n) => `company-${n}`)
    const results = await Promise.all(rivals.map((rival) => reserve(store, 'mpn', '1234567', rival, named)))
    const winner = await holder(store, 'mpn', '1234567')
    expect(rivals.filter((_, n) => results[n]?.ok)).toEqual([winner])
    expect(results.filter(({ ok }) => !ok)).toEqual(Array(19).fill({ ok: false, owner: winner }))
  })
  it('gives what an orphan holds to one of many who name it first', async () => {
    for (let round = 0; round < 10; round++) {
      await reserve(store, 'mpn', `100000${round}`, 'orphan', unasked)
      const rivals = Array.from({ length: 10 }, (_, n) => `company-${n}`)
      const stillNamed = async (owner: string) => {
        await new Promise((resolve) => setTimeout(resolve, Math.random() * 3))
        return owner !== 'orphan'
      }
      const results = await Promise.all(rivals.map((one) => reserve(store, 'mpn', `100000${round}`, one, stillNamed)))
      const winner = await holder(store, 'mpn', `100000${round}`)
      expect(rivals.filter((_, n) => results[n]?.ok)).toEqual([winner])
    }
  })
  it('looks again when the holder changes under its hands', async () => {
    await reserve(store, 'mpn', '1234567', 'orphan', unasked)
    const stillNamed = async (owner: string) => {
      if (owner === 'orphan') await reserve(store, 'mpn', '1234567', 'rival', forgotten)
      return owner === 'rival'
    }
    expect(await reserve(store, 'mpn', '1234567', 'contoso', stillNamed)).toEqual({ ok: false, owner: 'rival' })
  })
  it('gives up, having changed nothing, when others keep coming first', async () => {
    await reserve(store, 'mpn', '1234567', 'rival-0', unasked)
    let next = 1
    const stillNamed = async () => {
      await reserve(store, 'mpn', '1234567', `rival-${next++}`, forgotten)
      return false
    }
    const asking = reserve(store, 'mpn', '1234567', 'contoso', stillNamed)
    await expect(asking).rejects.toMatchObject({ outcome: 'notExecuted' })
    expect(await holder(store, 'mpn', '1234567')).toBe(`rival-${next - 1}`)
  })
  it.each(['', 'a b', 'a/b', '名', 'x'.repeat(255)])('is not possible for %j', async (value) => {
    await expect(reserve(store, 'domain', value, 'contoso', named)).rejects.toThrow(TypeError)
    await expect(release(store, 'domain', value, 'contoso')).rejects.toThrow(TypeError)
    await expect(holder(store, 'domain', value)).rejects.toThrow(TypeError)
  })
})

describe('releasing a value', () => {
  it('leaves it to the next, and is done when it is asked for again', async () => {
    await reserve(store, 'domain', 'contoso', 'fabrikam', unasked)
    await release(store, 'domain', 'contoso', 'fabrikam')
    await release(store, 'domain', 'contoso', 'fabrikam')
    expect(await holder(store, 'domain', 'contoso')).toBeUndefined()
    expect(await reserve(store, 'domain', 'contoso', 'litware', unasked)).toEqual({ ok: true })
  })
  it('does nothing to what somebody else holds', async () => {
    await reserve(store, 'domain', 'contoso', 'fabrikam', unasked)
    await release(store, 'domain', 'contoso', 'litware')
    expect(await holder(store, 'domain', 'contoso')).toBe('fabrikam')
  })
})
