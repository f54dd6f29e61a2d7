import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { by } from '../../../domain/actor.ts'
import type { SubscriptionEdit } from '../../../domain/customer/customer.ts'
import { readHoldings, readSale, readSeller } from '../../../domain/customer/facts.ts'
import { customersBy, sharedCustomers, unfinishedCustomers } from '../../../domain/customer/lists.ts'
import { claimOfDraft } from '../../../domain/customer/new-customer.ts'
import { reserveCustomerPair } from '../../../domain/customer/pairs.ts'
import { removeRelation } from '../../../domain/customer/relation.ts'
import { retryOrder } from '../../../domain/customer/submit-order.ts'
import type { TenantId } from '../../../domain/ids.ts'
import { pairOf } from '../../../domain/partnership/partnership.ts'
import { ok } from '../../../domain/result.ts'
import { searchKey } from '../../../domain/search-key.ts'
import type { DocumentStore } from '../../../domain/store/document-store.ts'
import { storedNames } from '../../../domain/store/names.ts'
import { holder, reserve } from '../../../domain/store/reservations.ts'
import { openSqliteStore } from '../../../domain/store/sqlite-store.ts'
import { customerHouse, type Fault } from '../../support/customer-house.ts'
import { DETAILS, EVERY_CUSTOMER_EVENT as E, KAEDE, SAKURA_SUPPORT, signed } from '../../support/customers.ts'
import { REMOVED } from '../../support/partner-house.ts'
import { tomo, toto } from '../../support/partners.ts'
import { holding } from '../../support/people.ts'

let store: DocumentStore
beforeEach(() => {
  store = openSqliteStore(':memory:')
})
afterEach(() => store.close())

type House = ReturnType<typeof customerHouse>

const found = async (house: House) => {
  const state = await house.customers.find(KAEDE)
  if (!state) throw new Error('no customer')
  return state
}
const first = async (house: House) => (await found(house)).subscriptions[0]
const edits = (house: House, edit: SubscriptionEdit) =>
  house.happensTo({ ...E.SubscriptionEditOrdered, subscription: 's1-1', by: by(tomo), edit })

describe('a change of a subscription', () => {
  it.each<[string, SubscriptionEdit, object, Fault['call']]>([
    ['licenses', { kind: 'licenses', to: 30 }, { licenses: 30 }, 'changeSubscription'],
    ['reseller', { kind: 'reseller', to: null }, {}, 'changeSubscription'],
    [
      'support contact',
      { kind: 'supportContact', to: SAKURA_SUPPORT },
      { support: SAKURA_SUPPORT },
      'setSupportContact',
    ],
    ['suspension', { kind: 'suspension' }, { status: 'suspended' }, 'changeSubscription'],
  ])('of its %s is made outside once, whatever goes wrong on the way', async (_, edit, after, call) => {
    const house = customerHouse(store)
    await house.sells()
    house.outside.fails({ call, how: 'unavailable' }, { call, how: 'lost' })
    await edits(house, edit)
    await house.settles()
    const subscription = await first(house)
    expect(subscription).toMatchObject(after)
    expect(subscription).not.toHaveProperty('pending')
    expect(house.outside.changes.size).toBe(1)
    if (edit.kind === 'reseller') expect(subscription).not.toHaveProperty('reseller')
  })

  it('that Partner Center refuses leaves it as it was, and says so to whoever ordered it', async () => {
    const house = customerHouse(store)
    await house.sells()
    house.outside.fails({ call: 'changeSubscription', how: { refused: '2002' } })
    await edits(house, { kind: 'licenses', to: 30 })
    await house.settles()
    expect(await first(house)).toMatchObject({ licenses: 25, failure: { code: '2002', edit: { kind: 'licenses' } } })
    expect(house.told.map(({ name }) => name)).toContain('customer.changeRefused')
  })

  it('of its support contact is told to the new one and the one before; of its reseller to the reseller (SM10)', async () => {
    const house = customerHouse(store)
    await house.sells()
    house.told.length = 0
    await edits(house, { kind: 'supportContact', to: SAKURA_SUPPORT })
    await house.settles()
    await edits(house, { kind: 'reseller', to: { ...SAKURA_SUPPORT, mpnId: '4567890', by: by(tomo) } })
    await house.settles()
    expect(house.told.map((notice) => [notice.name, notice.company, 'as' in notice ? notice.as : ''])).toEqual([
      ['customer.supportContactChanged', 'Sakura Systems', 'new'],
      ['customer.supportContactChanged', 'Toto Distribution', 'previous'],
      ['customer.resellerChanged', 'Sakura Systems', ''],
    ])
  })
})

describe('an order for an existing customer', () => {
  const more = [{ action: 'addLicenses', offerId: 'o-standard', licenses: 5, subscription: 's1-1' }] as const

  it('R99: becomes a subscription of its own, whose support contact is the provider', async () => {
    const house = customerHouse(store)
    await house.sells()
    await house.orders('o2', [{ action: 'new', offerId: 'o-premium', licenses: 5 }])
    await house.settles()
    expect((await found(house)).subscriptions).toMatchObject([
      { id: 's1-1', licenses: 25 },
      { offerId: 'o-premium', licenses: 5, reseller: { mpnId: '4567890' }, support: { tenantId: toto.tenantId } },
    ])
  })

  it('R115: has the provider as support contact until somebody else is named', async () => {
    const house = customerHouse(store)
    await house.sells()
    expect((await first(house))?.support).toMatchObject({ tenantId: toto.tenantId, kind: 'provider' })
  })

  it.each<Fault>([
    { call: 'placeOrder', how: 'unavailable' },
    { call: 'placeOrder', how: 'lost' },
  ])('adds its licenses once although the call was $how', async (fault) => {
    const house = customerHouse(store)
    await house.sells()
    house.outside.fails(fault, fault)
    await house.orders('o2', more)
    await house.settles()
    expect(await first(house)).toMatchObject({ id: 's1-1', licenses: 30 })
  })

  it('pressed by two at once is one order each, and by one twice is one', async () => {
    const house = customerHouse(store)
    await house.sells()
    await Promise.all([house.orders('o2', more), house.orders('o2', more), house.orders('o3', more)])
    await house.settles()
    expect(await first(house)).toMatchObject({ licenses: 35 })
    expect((await found(house)).orders.map(({ id, state }) => [id, state])).toEqual([
      ['d1', 'confirmed'],
      [expect.any(String), 'confirmed'],
      [expect.any(String), 'confirmed'],
    ])
  })

  it('that failed is placed anew and goes through', async () => {
    const house = customerHouse(store)
    await house.sells()
    house.outside.fails({ call: 'placeOrder', how: { refused: '2002' } })
    await house.orders('o2', more)
    await house.settles()
    expect((await found(house)).orders.at(-1)).toMatchObject({ state: 'failed', failure: '2002' })
    await house.customers.execute(KAEDE, {
      by: by(tomo),
      correlationId: 'test',
      decide: async (state) =>
        retryOrder(state, {
          actor: tomo,
          at: house.time.now,
          id: 'o3',
          key: 'k3',
          order: 'o2',
          facts: await readSale(house, { provider: toto.tenantId, reseller: signed.tenantId }, await found(house)),
        }),
    })
    await house.settles()
    expect(await first(house)).toMatchObject({ licenses: 30 })
  })
})

describe('the end of a relationship', () => {
  const ends = async (house: House) =>
    house.customers.execute(KAEDE, {
      by: by(tomo),
      correlationId: 'test',
      decide: async (state) =>
        removeRelation(state, {
          actor: holding(tomo, 'GA'),
          at: house.time.now,
          provider: await readSeller(house, toto.tenantId),
          holdings: await readHoldings(house, KAEDE),
          key: 'r1',
        }),
    })
  const names = async (house: House) =>
    Promise.all(
      [toto.tenantId, signed.tenantId].map(async (tenant: TenantId) =>
        (await customersBy(house.store, tenant, { limit: 9 })).items.map(({ body }) => body.name),
      ),
    )

  it('takes the customer off the provider’s list and what it shares, and gives the pair back; the reseller stays', async () => {
    const house = customerHouse(store)
    await house.sells()
    expect(await names(house)).toEqual([['Kaede Foods'], ['Kaede Foods']])
    expect(await ends(house)).toMatchObject({ ok: false, error: [{ code: 'REL_REMOVE_BLOCKED' }] })
    await edits(house, { kind: 'suspension' })
    await house.settles()
    house.outside.fails({ call: 'removeRelation', how: 'lost' })
    await ends(house)
    await house.settles()
    expect(await names(house)).toEqual([[], ['Kaede Foods']])
    expect((await sharedCustomers(store, toto.tenantId, signed.tenantId, { limit: 9 })).items).toEqual([])
    expect(await holder(store, 'pair', pairOf(KAEDE, toto.tenantId))).toBeUndefined()
    expect(await holder(store, 'pair', pairOf(KAEDE, signed.tenantId))).toBeDefined()
    expect((await found(house)).relations[0]).toMatchObject({ dap: 'none', removedAt: expect.any(String) })
  })

  it('that Partner Center refuses leaves everything, and can be ordered again', async () => {
    const house = customerHouse(store)
    await house.sells()
    await edits(house, { kind: 'suspension' })
    await house.settles()
    house.outside.fails({ call: 'removeRelation', how: { refused: '600006' } })
    await ends(house)
    await house.settles()
    expect((await found(house)).relations[0]).toMatchObject({ dap: 'granted', removalFailure: '600006' })
    expect(house.told.map(({ name }) => name)).toContain('customer.removalRefused')
    await ends(house)
    await house.settles()
    expect((await found(house)).relations[0]).toHaveProperty('removedAt')
  })

  it('of the partnership leaves the customer and every privilege as they are (R44)', async () => {
    const house = customerHouse(store)
    await house.sells()
    await house.happens(REMOVED)
    await house.settles()
    expect((await found(house)).relations.map(({ dap }) => dap)).toEqual(['granted', 'granted'])
    expect(await names(house)).toEqual([['Kaede Foods'], ['Kaede Foods']])
  })
})

describe('the pair of a customer and its partner (R106)', () => {
  it('is given only to one of two that come at the same time, and is not taken from a relationship that stands', async () => {
    const house = customerHouse(store)
    await house.sells()
    const partnership = `partnership.${toto.tenantId}.${KAEDE}.i9`
    const asked = await reserve(store, 'pair', pairOf(KAEDE, toto.tenantId), partnership, async () => true)
    expect(asked.ok).toBe(false)
    const again = { customer: KAEDE, partner: toto.tenantId, claim: claimOfDraft(toto.tenantId, 'd9') }
    expect(await reserveCustomerPair(house, again, 'test')).toBe(true)
  })

  it('is taken over from a relationship that has ended', async () => {
    const house = customerHouse(store)
    await house.sells()
    await house.happensTo(E.RelationRemoved)
    await house.settles()
    const partnership = `partnership.${toto.tenantId}.${KAEDE}.i9`
    expect((await reserve(store, 'pair', pairOf(KAEDE, toto.tenantId), partnership, async () => true)).ok).toBe(true)
  })
})

describe('two admins of one provider', () => {
  it('who save the same form at once: the second is told that it changed', async () => {
    const house = customerHouse(store)
    await house.partners()
    await house.starts('d1')
    const [one, two] = await Promise.all([
      house.details('d1', DETAILS, 0),
      house.details('d1', { ...DETAILS, companyName: 'Kaede Bakery' }, 0),
    ])
    expect([one.ok, two.ok].sort()).toEqual([false, true])
  })

  it('who submit at once, or while the other cancels: it happens once, or not at all', async () => {
    const house = customerHouse(store)
    await house.partners()
    await house.drafts('d1')
    const [submitted, cancelled] = await Promise.all([house.submits('d1', 'one'), house.discards('d1')])
    await house.submits('d1', 'two', 99)
    await house.settles()
    expect([submitted.ok, cancelled.ok].filter(Boolean)).toHaveLength(1)
    expect(house.outside.tenants.size).toBe(submitted.ok ? 1 : 0)
    expect(house.outside.orders.size).toBe(submitted.ok ? 1 : 0)
  })
})

describe('the names of customers', () => {
  it('are found by support and by the partners, who are found by the customer', async () => {
    const house = customerHouse(store)
    await house.sells()
    const finds = async (scope: 'all' | TenantId, name: string) =>
      (await storedNames(store, scope).startingWith(searchKey(name), { limit: 9 })).items.map((one) => one.name)
    expect(await finds('all', 'kaede')).toEqual(['Kaede Foods'])
    expect(await finds(toto.tenantId, 'kaede')).toEqual(['Kaede Foods'])
    expect(await finds(signed.tenantId, 'kaede')).toEqual(['Kaede Foods'])
    expect(await finds(KAEDE, 'toto')).toEqual(['Toto Distribution'])
  })
})

describe('the unfinished customers of a provider', () => {
  it('are listed until they are submitted through or dropped', async () => {
    const house = customerHouse(store)
    await house.partners()
    await house.drafts('d1')
    await house.starts('d2', { alone: true })
    await house.settles()
    const lines = async () =>
      (await unfinishedCustomers(store, toto.tenantId, { limit: 9 })).items.map(({ body }) => [body.id, body.name])
    expect((await lines()).sort()).toEqual([
      ['d1', 'Kaede Foods'],
      ['d2', ''],
    ])
    await house.discards('d1')
    await house.settles()
    expect(await lines()).toEqual([['d2', '']])
  })
})

describe('a customer', () => {
  it('that a partner serves directly and through its provider shows both origins (F38, R77)', async () => {
    const house = customerHouse(store)
    await house.sells()
    const other = {
      ...E.RelationsEstablished,
      relations: [
        {
          ...E.RelationsEstablished.relations[0],
          partner: signed.tenantId,
          partnerName: 'Sakura Systems',
          role: 'direct' as const,
        } as never,
      ],
    }
    await house.happensTo(other)
    await house.settles()
    const [line] = (await customersBy(store, signed.tenantId, { limit: 9 })).items
    expect(line?.body).toMatchObject({ origins: ['direct', 'indirect'], access: 'account' })
  })

  it('is not there before anything was recorded', async () => {
    const house = customerHouse(store)
    expect(await house.customers.find(KAEDE)).toBeUndefined()
    expect(
      await house.customers.execute(KAEDE, { by: by(tomo), correlationId: 't', decide: () => ok([]) }),
    ).toMatchObject({ ok: true, value: { events: [], version: 0 } })
  })
})
