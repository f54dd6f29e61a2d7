import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { reveal } from '../../../domain/customer/credential.ts'
import { customersBy, sharedCustomers, unfinishedCustomers } from '../../../domain/customer/lists.ts'
import { finishNewCustomer } from '../../../domain/customer/provision.ts'
import { pairOf } from '../../../domain/partnership/partnership.ts'
import { OutsideUnavailable } from '../../../domain/ports.ts'
import { type DocumentStore, StoreUnavailable } from '../../../domain/store/document-store.ts'
import { holder, reserve } from '../../../domain/store/reservations.ts'
import { openSqliteStore } from '../../../domain/store/sqlite-store.ts'
import { customerHouse, type Fault, fakePartnerCenter } from '../../support/customer-house.ts'
import { DETAILS, EVERY_CUSTOMER_EVENT, KAEDE, signed } from '../../support/customers.ts'
import { failingStore } from '../../support/failing-store.ts'
import { ESTABLISHED } from '../../support/partner-house.ts'
import { tomo, toto } from '../../support/partners.ts'

let store: DocumentStore
beforeEach(() => {
  store = openSqliteStore(':memory:')
})
afterEach(() => store.close())

type House = ReturnType<typeof customerHouse>

const submitted = async (): Promise<House> => {
  const house = customerHouse(store)
  await house.partners()
  await house.drafts('d1', { submit: true })
  return house
}

const finish = (house: House, worker = 'test') =>
  finishNewCustomer(house, toto.tenantId, 'd1', { correlationId: 'test', worker })

/** Everything that is true when a new customer is whole, here and outside. */
async function whole(house: House) {
  const [draft, customer, log, ...held] = await Promise.all([
    house.newCustomers.find(toto.tenantId, 'd1'),
    house.customers.find(KAEDE),
    house.customers.history(KAEDE, { limit: 20 }),
    holder(store, 'domain', DETAILS.domainPrefix),
    holder(store, 'pair', pairOf(KAEDE, toto.tenantId)),
    holder(store, 'pair', pairOf(KAEDE, signed.tenantId)),
  ])
  const password = await reveal(house, KAEDE, tomo)
  return {
    draft: draft?.state,
    relations: customer?.relations.map(({ role, dap }) => `${role} ${dap}`),
    orders: customer?.orders.map(({ state }) => state),
    subscriptions: customer?.subscriptions.map(({ licenses, reseller }) => `${licenses} ${reseller?.mpnId}`),
    events: log.items.flatMap(({ body }) => body.events.map(({ type }) => type)).sort(),
    tenants: house.outside.tenants.size,
    placed: house.outside.orders.size,
    held: held.map((owner) => owner?.split('.')[0]),
    password: password.ok && password.value.temporaryPassword === house.outside.tenants.get('tenant-d1')?.password,
  }
}

const WHOLE = {
  draft: 'active',
  relations: ['provider granted', 'reseller granted'],
  orders: ['confirmed'],
  subscriptions: ['25 4567890'],
  events: ['CustomerCreated', 'OrderConfirmed', 'OrderSubmitted'],
  tenants: 1,
  placed: 1,
  held: ['new', 'customer', 'customer'],
  password: true,
}

/** Claim, domain, credential, tenant, two pairs, customer with order, record, order, done. */
const WRITES = 10

describe('a new customer that was submitted', () => {
  it('R54 R55: becomes one tenant with one order, both partners with admin access, and one password', async () => {
    const house = await submitted()
    await house.settles()
    expect(await whole(house)).toEqual(WHOLE)
  })

  it('is the same however often, and by however many at once, it is finished', async () => {
    const house = await submitted()
    await Promise.allSettled(Array.from({ length: 8 }, (_, n) => finish(house, `worker-${n}`)))
    await house.settles()
    await finish(house)
    expect(await whole(house)).toEqual(WHOLE)
  })

  it('is whole although the new tenant’s admin accepted an invitation before it was recorded', async () => {
    const house = await submitted()
    const [provider] = EVERY_CUSTOMER_EVENT.RelationsEstablished.relations
    await house.happensTo({
      ...EVERY_CUSTOMER_EVENT.RelationsEstablished,
      relations: provider ? [{ ...provider, dap: 'none' }] : [],
    })
    await house.settles()
    const { events, ...rest } = WHOLE
    expect(await whole(house)).toMatchObject(rest)
  })

  it('shows at once what one press of the same worker can reach', async () => {
    const house = await submitted()
    await finish(house)
    expect(await house.newCustomers.find(toto.tenantId, 'd1')).toMatchObject({ state: 'active', customer: KAEDE })
  })

  it.each(
    Array.from({ length: WRITES }, (_, n) => n + 1).flatMap((n) => [[n, 'before'] as const, [n, 'after'] as const]),
  )('is whole after a crash at write %i, %s it', async (n, when) => {
    const { outside, time } = await submitted()
    const dying = customerHouse(failingStore(store, n, when), outside, undefined, time)
    await expect(finish(dying)).rejects.toThrow(StoreUnavailable)
    const house = customerHouse(store, outside, undefined, time)
    await house.settles()
    expect(await whole(house)).toEqual(WHOLE)
  })

  it('has so many writes, so that no step is left without its crash', async () => {
    const { outside, time } = await submitted()
    await finish(customerHouse(failingStore(store, WRITES + 1, 'before'), outside, undefined, time))
    expect(await whole(customerHouse(store, outside, undefined, time))).toEqual(WHOLE)
  })

  it.each<Fault>([
    { call: 'createCustomer', how: 'unavailable' },
    { call: 'createCustomer', how: 'lost' },
    { call: 'placeOrder', how: 'unavailable' },
    { call: 'placeOrder', how: 'lost' },
  ])('is whole although $call was $how', async (fault) => {
    const house = await submitted()
    house.outside.fails(fault, fault)
    await expect(finish(house)).rejects.toThrow(OutsideUnavailable)
    await house.settles()
    expect(await whole(house)).toEqual(WHOLE)
  })

  it('keeps the password that works when another worker takes over after the first one’s time', async () => {
    const house = await submitted()
    house.outside.fails({ call: 'createCustomer', how: 'lost' })
    await expect(finish(house, 'first')).rejects.toThrow(OutsideUnavailable)
    await finish(house, 'second')
    expect((await house.newCustomers.find(toto.tenantId, 'd1'))?.state).toBe('provisioning')
    expect(house.outside.calls.filter((call) => call === 'createCustomer')).toHaveLength(1)
    await house.settles()
    expect(await whole(house)).toEqual(WHOLE)
  })

  it('keeps the password that works when the answer to the first worker comes after that to the second', async () => {
    const house = await submitted()
    const { port } = house.outside
    const gate = Promise.withResolvers<void>()
    let asked = 0
    const slow = {
      ...house,
      partnerCenter: {
        ...port,
        createCustomer: async (tenant: Parameters<typeof port.createCustomer>[0]) => {
          asked += 1
          const isFirst = asked === 1
          const answer = await port.createCustomer(tenant)
          if (isFirst) await gate.promise
          return answer
        },
      },
    }
    const first = finishNewCustomer(slow, toto.tenantId, 'd1', { correlationId: 'test', worker: 'first' })
    await vi.waitFor(() => expect(asked).toBe(1))
    house.time.now = new Date(Date.parse(house.time.now) + 61_000).toISOString()
    await finishNewCustomer(slow, toto.tenantId, 'd1', { correlationId: 'test', worker: 'second' })
    gate.resolve()
    await first
    expect(asked).toBe(2)
    await house.settles()
    expect(await whole(house)).toEqual(WHOLE)
  })

  it('is asked for no more by a worker whose time went by before it asked', async () => {
    const house = await submitted()
    const slow = {
      ...house,
      store: {
        ...store,
        // Between the claim and the asking lies the reservation of the domain.
        read: (async (pk: string, id: string) => {
          if (pk.startsWith('uq:domain')) house.time.now = new Date(Date.parse(house.time.now) + 61_000).toISOString()
          return store.read(pk, id)
        }) as DocumentStore['read'],
        batch: ((...batch: Parameters<DocumentStore['batch']>) => {
          const [pk] = batch
          if (pk.startsWith('uq:domain')) house.time.now = new Date(Date.parse(house.time.now) + 61_000).toISOString()
          return store.batch(...batch)
        }) as DocumentStore['batch'],
      },
    }
    await finishNewCustomer(slow, toto.tenantId, 'd1', { correlationId: 'test', worker: 'first' })
    expect(house.outside.calls).not.toContain('createCustomer')
    await house.settles()
    expect(await whole(house)).toEqual(WHOLE)
  })

  it('is told to the provider’s staff but whoever submitted it, and to the reseller’s admins', async () => {
    const house = await submitted()
    await house.settles()
    expect(house.told.map(({ name, company, ...rest }) => [name, company, 'as' in rest ? rest.as : '']).sort()).toEqual(
      [
        ['customer.created', 'Sakura Systems', 'reseller'],
        ['customer.created', 'Toto Distribution', 'provider'],
        ['order.confirmed', 'Sakura Systems', 'reseller'],
        ['partnership.established', 'Sakura Systems', 'reseller'],
        ['partnership.established', 'Toto Distribution', 'provider'],
      ],
    )
  })

  it('R60 R61 R98: is in the lists of both and among those they share, and no longer among the unfinished', async () => {
    const house = await submitted()
    const unfinished = async () =>
      (await unfinishedCustomers(store, toto.tenantId, { limit: 9 })).items.map((it) => it.body.name)
    await house.settles()
    const lines = (page: Awaited<ReturnType<typeof customersBy>>) =>
      page.items.map(({ body }) => [body.name, body.other?.name])
    expect(lines(await customersBy(store, toto.tenantId, { limit: 9 }))).toEqual([['Kaede Foods', 'Sakura Systems']])
    expect(lines(await customersBy(store, signed.tenantId, { limit: 9, name: 'kae' }))).toEqual([
      ['Kaede Foods', 'Toto Distribution'],
    ])
    expect(lines(await sharedCustomers(store, toto.tenantId, signed.tenantId, { limit: 9 }))).toHaveLength(1)
    expect(await unfinished()).toEqual([])
  })
})

describe('a new customer that Partner Center refuses', () => {
  it('is back at the review when the domain is gone, with others that are free, and can be submitted again', async () => {
    const house = await submitted()
    house.outside.fails({ call: 'createCustomer', how: { refused: 'domainTaken' } })
    await house.settles()
    expect(await house.newCustomers.find(toto.tenantId, 'd1')).toMatchObject({
      state: 'reviewing',
      failure: {
        refusals: [
          {
            code: 'CUS_DOMAIN_TAKEN',
            field: 'domainPrefix',
            prefix: 'kaedefoods',
            suggestions: ['kaedefoodsjp', 'kaedefoodsgroup', 'kaedefoodsonline'],
          },
        ],
      },
    })
    expect(await holder(store, 'domain', DETAILS.domainPrefix)).toBeUndefined()
    expect(house.outside.tenants.size).toBe(0)
    expect(house.told.map(({ name }) => name)).toContain('customer.failed')
    expect((await house.submits('d1', 'd1')).ok).toBe(true)
    await house.settles()
    expect(await whole(house)).toEqual(WHOLE)
  })

  it.each([
    ['2030', 'REGION_CUSTOMER'],
    ['900124', 'MPA_REQUIRED_SELF'],
    ['900123', 'MPA_REQUIRED_RESELLER'],
    ['999', 'PC_REFUSED'],
  ])('for %s is back at the review with %s', async (refused, code) => {
    const house = await submitted()
    house.outside.fails({ call: 'createCustomer', how: { refused } })
    await house.settles()
    expect(await house.newCustomers.find(toto.tenantId, 'd1')).toMatchObject({
      state: 'reviewing',
      failure: { refusals: [{ code }] },
    })
    expect(await house.customers.find(KAEDE)).toBeUndefined()
  })

  it('waits for nothing when its domain belongs to another draft that was quicker', async () => {
    const house = customerHouse(store)
    await house.partners()
    await house.drafts('d0')
    await house.drafts('d1')
    await Promise.all([house.submits('d0'), house.submits('d1')])
    await house.settles()
    const states = await Promise.all(['d0', 'd1'].map((id) => house.newCustomers.find(toto.tenantId, id)))
    expect(states.map((draft) => draft?.state).sort()).toEqual(['active', 'reviewing'])
    expect(house.outside.tenants.size).toBe(1)
  })

  it('exists when its order alone is refused: the order can be placed anew (8.3)', async () => {
    const house = await submitted()
    house.outside.fails({ call: 'placeOrder', how: { refused: '2002' } })
    await house.settles()
    expect(await house.newCustomers.find(toto.tenantId, 'd1')).toMatchObject({ state: 'active', orderFailure: '2002' })
    expect((await house.customers.find(KAEDE))?.orders).toMatchObject([{ state: 'failed', failure: '2002' }])
    expect(house.told.map(({ name }) => name)).toContain('order.failed')
  })
})

describe('a new customer and a partnership of the same two (R106)', () => {
  it('is not recorded over a partnership that came first', async () => {
    const house = await submitted()
    const kaede = { ...signed, tenantId: KAEDE, displayName: 'Kaede Foods' }
    const owner = `partnership.${toto.tenantId}.${KAEDE}.i9`
    await reserve(store, 'pair', pairOf(KAEDE, toto.tenantId), owner, async () => true)
    await house.happens({ ...ESTABLISHED, invitationId: 'i9' }, kaede)
    await house.settles()
    expect(await house.newCustomers.find(toto.tenantId, 'd1')).toMatchObject({
      state: 'reviewing',
      failure: { refusals: [{ code: 'REL_ALREADY_RESELLER' }] },
    })
    expect(await house.customers.find(KAEDE)).toBeUndefined()
  })

  it('takes the pair of an acceptance that came to nothing', async () => {
    const house = await submitted()
    const owner = `partnership.${toto.tenantId}.${KAEDE}.i9`
    await reserve(store, 'pair', pairOf(KAEDE, toto.tenantId), owner, async () => true)
    await house.settles()
    expect(await whole(house)).toEqual(WHOLE)
  })
})

describe('the Partner Center of these tests', () => {
  it('ends the password of the asking before, as the real one does', async () => {
    const { port, tenants } = fakePartnerCenter()
    const asks = () =>
      port.createCustomer({
        ...DETAILS,
        key: 'k',
        provider: toto.tenantId,
        country: 'JP',
      })
    const [first, second] = [await asks(), await asks()]
    expect(first.customer).toBe(second.customer)
    expect(tenants.get('k')?.password).toBe(second.temporaryPassword)
    expect(first.temporaryPassword).not.toBe(second.temporaryPassword)
  })
})
