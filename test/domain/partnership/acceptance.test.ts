import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { finishAcceptance, readPair, releasePair, tickInvitation } from '../../../domain/partnership/acceptance.ts'
import { pairOf } from '../../../domain/partnership/partnership.ts'
import { type DocumentStore, StoreUnavailable } from '../../../domain/store/document-store.ts'
import { holder, reserve } from '../../../domain/store/reservations.ts'
import { openSqliteStore } from '../../../domain/store/sqlite-store.ts'
import { partnerHouse, REMOVED } from '../../support/partner-house.ts'
import { reseller, toto } from '../../support/partners.ts'

const PAIR = pairOf(toto.tenantId, reseller.tenantId)

let store: DocumentStore
beforeEach(() => {
  store = openSqliteStore(':memory:')
})
afterEach(() => store.close())

const finish = (house: ReturnType<typeof partnerHouse>, id = 'i1') => finishAcceptance(house, toto.tenantId, id, 'test')

async function stands(house = partnerHouse(store), id = 'i1') {
  const [invitation, partnership, held, log] = await Promise.all([
    house.invitations.find(toto.tenantId, id),
    house.partnerships.find(toto.tenantId, reseller.tenantId),
    holder(store, 'pair', PAIR),
    house.partnerships.history(toto.tenantId, reseller.tenantId, { limit: 9 }),
  ])
  return [invitation?.state, partnership.status, held?.split('.')[0], log.items.length]
}

const DONE = ['accepted', 'active', 'partnership', 1]

/** The store goes away at its `n`th write, before or after writing it. */
function failing(n: number, when: 'before' | 'after'): DocumentStore {
  let writes = 0
  return {
    read: (...it) => store.read(...it),
    range: (...it) => store.range(...it),
    due: (...it) => store.due(...it),
    close: () => store.close(),
    async batch(...it) {
      const fails = ++writes >= n
      if (fails && (when === 'before' || writes > n)) throw new StoreUnavailable('notExecuted')
      const result = await store.batch(...it)
      if (fails) throw new StoreUnavailable('unknown')
      return result
    },
  }
}

describe('an acceptance', () => {
  it('makes one partnership, however often it is finished', async () => {
    const house = partnerHouse(store)
    await house.claims('i1')
    await finish(house)
    expect(await stands()).toEqual(DONE)
    await finish(house)
    await tickInvitation(house, toto.tenantId, 'i1')
    expect(await stands()).toEqual(DONE)
  })

  it('makes one partnership when many finish it at once', async () => {
    const house = partnerHouse(store)
    await house.claims('i1')
    await Promise.all(Array.from({ length: 10 }, () => finish(house)))
    expect(await stands()).toEqual(DONE)
  })

  it.each([1, 2, 3].flatMap((n) => [[n, 'before'] as const, [n, 'after'] as const]))(
    'is finished by whoever comes after a crash at write %i, %s it',
    async (n, when) => {
      await partnerHouse(store).claims('i1')
      await expect(finish(partnerHouse(failing(n, when)))).rejects.toThrow(StoreUnavailable)
      await tickInvitation(partnerHouse(store), toto.tenantId, 'i1')
      expect(await stands()).toEqual(DONE)
    },
  )

  it('has three writes, so that no step is left without its crash', async () => {
    await partnerHouse(store).claims('i1')
    await finish(partnerHouse(failing(4, 'before')))
    expect(await stands()).toEqual(DONE)
  })

  it('gives way to a customer relation that came first (R106)', async () => {
    const house = partnerHouse(store)
    await house.claims('i1')
    await reserve(store, 'pair', PAIR, 'customer.1', async () => true)
    await finish(house)
    expect(await stands()).toEqual(['opened', 'none', 'customer', 0])
    expect((await readPair(house, toto, reseller)).isCustomer).toBe(true)
    expect(await house.claims('i2')).toMatchObject({ ok: false, error: [{ code: 'REL_ALREADY_CUSTOMER' }] })
  })

  it('wins or loses whole when a customer relation is begun at the same time', async () => {
    const house = partnerHouse(store)
    await house.claims('i1')
    const [, customer] = await Promise.all([
      finish(house),
      reserve(store, 'pair', PAIR, 'customer.1', async () => true),
    ])
    expect(await stands()).toEqual(customer.ok ? ['opened', 'none', 'customer', 0] : DONE)
  })

  it.each([
    ['suspended', { ...reseller, suspended: true }],
    ['in another region', { ...reseller, country: 'DE' }],
  ])('is released with its reservation when the reseller is %s by now', async (_, now) => {
    await partnerHouse(store).claims('i1')
    await finish(partnerHouse(store, [toto, now]))
    expect(await stands()).toEqual(['opened', 'none', undefined, 0])
  })

  it('of a second link leaves the partnership of the first and its reservation', async () => {
    const house = partnerHouse(store)
    await house.claims('i1')
    await house.claims('i2')
    await finish(house, 'i1')
    await finish(house, 'i2')
    expect(await stands(house, 'i1')).toEqual(DONE)
    expect((await stands(house, 'i2'))[0]).toBe('opened')
  })

  it('gives the pair back after the removal, and keeps it while they are partners', async () => {
    const house = partnerHouse(store)
    await house.claims('i1')
    await finish(house)
    await releasePair(house, toto.tenantId, reseller.tenantId)
    expect(await holder(store, 'pair', PAIR)).toBeDefined()
    await house.happens(REMOVED)
    await releasePair(house, toto.tenantId, reseller.tenantId)
    await releasePair(house, toto.tenantId, reseller.tenantId)
    expect(await holder(store, 'pair', PAIR)).toBeUndefined()
  })
})
