import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type SandboxDirectory, sandboxDirectory } from '../../../bot/sandbox/directory.ts'
import { type Faults, newFaults, OPERATIONS, withFaults } from '../../../bot/sandbox/faults.ts'
import { type SandboxPartnerCenter, sandboxPartnerCenter } from '../../../bot/sandbox/partner-center.ts'
import { parseWorld } from '../../../bot/sandbox/world.ts'
import type { OrderLine } from '../../../domain/customer/customer.ts'
import { tenantId } from '../../../domain/ids.ts'
import { type NewTenant, OutsideRefused, OutsideUnavailable } from '../../../domain/ports.ts'
import { type DocumentStore, StoreUnavailable } from '../../../domain/store/document-store.ts'
import { openSqliteStore } from '../../../domain/store/sqlite-store.ts'

const TOTO = tenantId('11111111-1111-4111-8111-111111111111')
const AOZORA = tenantId('22222222-2222-4222-8222-222222222222')
const HARBOR = tenantId('33333333-3333-4333-8333-333333333333')
const NOBODY = tenantId('99999999-9999-4999-8999-999999999999')

const read = parseWorld({
  tenants: [
    { tenantId: TOTO, displayName: 'Toto', country: 'JP', kind: 'indirectProvider' },
    {
      tenantId: AOZORA,
      displayName: 'Aozora',
      country: 'JP',
      kind: 'prospect',
      verifiedDomains: ['aozora.onmicrosoft.com'],
      mpnAccounts: [{ mpnId: '4200200', type: 'global' }, { mpnId: '4200201' }],
    },
    { tenantId: HARBOR, displayName: 'Harbor', country: 'US', kind: 'customer' },
  ],
  offers: [
    { offerId: 'basic', name: 'Basic', min: 1, max: 300 },
    { offerId: 'standard', name: 'Standard', min: 5, max: 300 },
    { offerId: 'azure', name: 'Azure plan', max: 1, azure: true },
  ],
  takenDomains: ['contoso'],
})
if (!read.ok) throw new Error(JSON.stringify(read.error))
const world = read.value

let folder: string
let store: DocumentStore
let at: string
let center: SandboxPartnerCenter
let directory: SandboxDirectory
const clock = { now: () => at }
const open = () => {
  store = openSqliteStore(join(folder, 'bot.db'))
  center = sandboxPartnerCenter(world, store, clock)
  directory = sandboxDirectory(world, store, clock)
}
beforeEach(() => {
  at = '2026-04-01T00:00:00.000Z'
  folder = mkdtempSync(join(tmpdir(), 'partner-center-'))
  open()
})
afterEach(async () => {
  await store.close()
  rmSync(folder, { recursive: true })
})

const contact = { firstName: '花子', lastName: '佐倉', email: 'hanako@sakura.example' }
const sakura: NewTenant & { key: string } = {
  key: 'sakura',
  provider: TOTO,
  reseller: AOZORA,
  companyName: 'さくら食品株式会社',
  domainPrefix: 'sakurafoods',
  country: 'JP',
  address: { line1: '神宮前 1-1', city: '渋谷区', state: 'JP-13', postalCode: '150-0002', country: 'JP' },
  contact,
  agreement: { contact, agreedOn: '2026-03-31' },
}
const line = (more: Partial<OrderLine> = {}): OrderLine => ({
  action: 'new',
  offerId: 'basic',
  offerName: 'Basic',
  licenses: 10,
  azure: false,
  ...more,
})
const order = (lines: readonly OrderLine[], key = 'order', customer = HARBOR) =>
  center.placeOrder({ key, customer, owner: TOTO, lines })
const refusal = async (asked: Promise<unknown>): Promise<string> => {
  try {
    await asked
  } catch (fault) {
    if (fault instanceof OutsideRefused && fault.port === 'partnerCenter') return fault.reason
    throw fault
  }
  throw new Error('not refused')
}

describe('a tenant made in Partner Center', () => {
  it('is made once a key, each time with a fresh temporary password', async () => {
    const first = await center.createCustomer(sakura)
    const second = await center.createCustomer(sakura)
    expect(second).toEqual({ ...first, temporaryPassword: expect.any(String) })
    expect(second.temporaryPassword).not.toBe(first.temporaryPassword)
    expect(first.adminUserName).toBe('admin@sakurafoods.onmicrosoft.com')
    expect(await center.tenants()).toHaveLength(1)
  })

  it('is one tenant when the same key is asked for ten times at once', async () => {
    const made = await Promise.all(Array.from({ length: 10 }, () => center.createCustomer(sakura)))
    expect(new Set(made.map(({ customer }) => customer)).size).toBe(1)
    expect(new Set(made.map(({ temporaryPassword }) => temporaryPassword)).size).toBe(10)
  })

  it('gives a domain to one of ten who ask for it at once', async () => {
    const asked = await Promise.allSettled(
      Array.from({ length: 10 }, (_, n) => center.createCustomer({ ...sakura, key: String(n) })),
    )
    expect(asked.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    const reasons = asked.flatMap((one) => (one.status === 'rejected' ? one.reason.reason : []))
    expect(reasons).toEqual(Array.from({ length: 9 }, () => 'domainTaken'))
  })

  it('is known to the directory, with its admin', async () => {
    const { customer, adminUserName } = await center.createCustomer({ ...sakura, registrationId: '7010001000017' })
    const facts = {
      tenantId: customer,
      displayName: 'さくら食品株式会社',
      legalName: 'さくら食品株式会社',
      country: 'JP',
      verifiedDomains: ['sakurafoods.onmicrosoft.com'],
      registrationId: '7010001000017',
    }
    expect(await directory.tenant(customer)).toEqual(facts)
    expect(await directory.lookUp('SakuraFoods.onmicrosoft.com')).toEqual(facts)
    expect(await directory.tenants()).toContainEqual(facts)
    const [admin, ...others] = await directory.people(customer)
    expect(others).toEqual([])
    expect(admin).toMatchObject({ name: '佐倉 花子', email: adminUserName, locale: 'ja-JP', directoryRoles: ['GA'] })
    if (!admin) throw new Error('no admin')
    expect(await directory.person(customer, admin.userId)).toEqual(admin)
    expect(await directory.everyone()).toContainEqual({ ...admin, window: false, disabled: false })
    expect(await center.registration(customer)).toEqual({
      kind: 'customer',
      cspTenant: false,
      suspended: false,
      agreements: [],
    })
  })

  it('is in the list of tenants, which stays the same array until there is another', async () => {
    const before = await directory.tenants()
    expect(await directory.tenants()).toBe(before)
    await center.createCustomer(sakura)
    const after = await directory.tenants()
    expect(after).toHaveLength(before.length + 1)
    expect(await directory.tenants()).toBe(after)
  })

  it('takes users like any other', async () => {
    const { customer } = await center.createCustomer(sakura)
    const email = 'jiro@sakurafoods.onmicrosoft.com'
    const { userId } = await directory.createUser({ tenantId: customer, name: 'Jiro', email, key: 'jiro' })
    await directory.grant({ tenantId: customer, userId, role: 'GA', key: 'grant' })
    expect(await directory.person(customer, userId)).toMatchObject({ name: 'Jiro', directoryRoles: ['GA'] })
  })

  it('outlives a restart, with its orders, and without any password', async () => {
    const { customer, temporaryPassword } = await center.createCustomer(sakura)
    const { subscriptions } = await order([line()], 'order', customer)
    await store.close()
    open()
    expect((await directory.tenant(customer))?.displayName).toBe(sakura.companyName)
    expect(await directory.people(customer)).toHaveLength(1)
    expect(await center.isDomainFree('sakurafoods')).toBe(false)
    expect((await center.createCustomer(sakura)).customer).toBe(customer)
    expect(await order([line()], 'order', customer)).toEqual({ subscriptions })
    expect((await center.customerOf(customer)).subscriptions).toHaveLength(1)
    const kept = await Promise.all(
      ['sbx:directory', 'sbx:partner-center'].map((pk) => store.range(pk, { from: '!', to: '~', limit: 100 })),
    )
    expect(JSON.stringify(kept)).toContain(sakura.domainPrefix)
    expect(JSON.stringify(kept)).not.toContain(temporaryPassword)
  })
})

describe('a domain', () => {
  it.each([
    ['contoso', false],
    ['aozora', false],
    ['sakurafoods', true],
    ['saku ra', false],
    ['', false],
  ])('%j is free: %s', async (prefix, free) => {
    expect(await center.isDomainFree(prefix)).toBe(free)
  })

  it('that is taken is refused, and so is one that is none', async () => {
    expect(await refusal(center.createCustomer({ ...sakura, domainPrefix: 'contoso' }))).toBe('domainTaken')
    expect(await refusal(center.createCustomer({ ...sakura, domainPrefix: 'no-domain' }))).toBe('27002')
    expect(await center.tenants()).toEqual([])
  })
})

describe('an address', () => {
  const { address } = sakura

  it('is as it ought to be, or unknown', async () => {
    expect(await center.correctedAddress(address)).toBeUndefined()
    expect(await center.correctedAddress({ ...address, city: 'Shibuya-ku' })).toBeUndefined()
    expect(await center.correctedAddress({ ...address, postalCode: '999-9999', city: 'どこか' })).toBeUndefined()
    expect(await center.correctedAddress({ line1: 'Rua 1', city: 'São Paulo', country: 'BR' })).toBeUndefined()
  })

  it.each([
    [{ city: '新宿区' }, { city: '渋谷区' }],
    [{ state: 'JP-27' }, { state: 'JP-13' }],
    [{ postalCode: '1500002' }, { postalCode: '150-0002' }],
    [
      { city: 'Seattle', state: 'US-OR', postalCode: '98052', country: 'US' },
      { city: 'Redmond', state: 'US-WA' },
    ],
    [
      { country: 'GB', postalCode: 'sw1a1aa', city: 'Leeds' },
      { postalCode: 'SW1A 1AA', city: 'London' },
    ],
  ])('written as %j is corrected to %j', async (typed, better) => {
    const asked = { ...address, ...typed }
    const { state, ...stateless } = asked
    const given = asked.country === 'GB' ? stateless : asked
    expect(await center.correctedAddress(given)).toEqual({ ...given, ...better })
    expect(await center.correctedAddress({ ...given, ...better })).toBeUndefined()
  })
})

describe('an order', () => {
  it('becomes a subscription for each line, once a key', async () => {
    const lines = [line(), line({ offerId: 'standard', licenses: 5, resellerMpnId: '4200201' })]
    const [first, second] = await Promise.all([order(lines), order(lines)])
    expect(second).toEqual(first)
    expect(first.subscriptions).toMatchObject([
      { offerId: 'basic', licenses: 10 },
      { offerId: 'standard', licenses: 5 },
    ])
    expect(await center.subscriptions()).toHaveLength(2)
    expect((await center.customerOf(HARBOR)).subscriptions).toHaveLength(2)
    const again = await order(lines, 'another')
    expect(again.subscriptions.map(({ id }) => id)).not.toContain(first.subscriptions[0]?.id)
  })

  it('adds licenses to a subscription, and upgrades it', async () => {
    const [made] = (await order([line()])).subscriptions
    const subscription = made?.id ?? ''
    expect(await order([line({ action: 'addLicenses', subscription, licenses: 5 })], 'more')).toEqual({
      subscriptions: [{ id: subscription, offerId: 'basic', licenses: 15 }],
    })
    expect(await order([line({ action: 'upgrade', subscription, offerId: 'standard', licenses: 15 })], 'up')).toEqual({
      subscriptions: [{ id: subscription, offerId: 'standard', licenses: 15 }],
    })
    expect(await center.subscriptions()).toHaveLength(1)
  })

  it.each([
    ['of too many licenses', [line({ licenses: 301 })], '2002'],
    ['of too few licenses', [line({ offerId: 'standard', licenses: 4 })], '2002'],
    ['of half a license', [line({ licenses: 1.5 })], '2002'],
    ['of something that is not offered', [line({ offerId: 'none' })], 'offerUnavailable'],
    ['with an MPN ID that does not exist', [line({ resellerMpnId: '4999999' })], '800015'],
    ['with a global MPN ID', [line({ resellerMpnId: '4200200' })], '2072'],
    ['for more licenses of nothing', [line({ action: 'addLicenses', subscription: 'none' })], '600006'],
    ['without lines', [], '27002'],
  ])('%s is refused whole', async (_, lines, reason) => {
    expect(await refusal(order([...(lines.length > 0 ? [line()] : []), ...lines]))).toBe(reason)
    expect(await center.subscriptions()).toEqual([])
    expect(await center.entries()).toEqual([])
  })

  it('for a tenant that does not exist is refused', async () => {
    expect(await refusal(order([line()], 'order', NOBODY))).toBe('20002')
  })

  it('beyond the most licenses of a subscription is refused', async () => {
    const [made] = (await order([line({ licenses: 295 })])).subscriptions
    const more = line({ action: 'addLicenses', subscription: made?.id ?? '', licenses: 6 })
    expect(await refusal(order([more], 'more'))).toBe('2002')
  })
})

describe('a subscription', () => {
  let subscription: string
  const change = (what: Parameters<SandboxPartnerCenter['changeSubscription']>[0]['change'], key: string) =>
    center.changeSubscription({ key, customer: HARBOR, subscription, change: what })
  beforeEach(async () => {
    subscription = (await order([line()])).subscriptions[0]?.id ?? ''
  })

  it('changes its licenses, its reseller and its status, once a key', async () => {
    await change({ licenses: 20 }, 'one')
    await change({ resellerMpnId: '4200201' }, 'two')
    await change({ licenses: 30 }, 'three')
    await change({ licenses: 20 }, 'one')
    expect(await center.subscriptions()).toMatchObject([{ licenses: 30, resellerMpnId: '4200201', status: 'active' }])
    await change({ resellerMpnId: null }, 'four')
    await change({ status: 'suspended' }, 'five')
    const [now] = await center.subscriptions()
    expect(now).toMatchObject({ status: 'suspended' })
    expect(now).not.toHaveProperty('resellerMpnId')
  })

  it('has a support contact', async () => {
    const contact = { tenantId: AOZORA, name: 'Aozora', mpnId: '4200201' }
    await center.setSupportContact({ key: 'one', customer: HARBOR, subscription, contact })
    expect(await center.subscriptions()).toMatchObject([{ support: contact }])
    const global = { ...contact, mpnId: '4200200' }
    const asked = center.setSupportContact({ key: 'two', customer: HARBOR, subscription, contact: global })
    expect(await refusal(asked)).toBe('2072')
  })

  it('refuses what it cannot be', async () => {
    expect(await refusal(change({ licenses: 0 }, 'a'))).toBe('2002')
    expect(await refusal(change({ resellerMpnId: '4200200' }, 'b'))).toBe('2072')
    const foreign = { key: 'c', customer: AOZORA, subscription, change: { licenses: 2 } }
    expect(await refusal(center.changeSubscription(foreign))).toBe('600006')
    await change({ status: 'suspended' }, 'd')
    expect(await refusal(change({ licenses: 2 }, 'e'))).toBe('2001')
    expect(await refusal(order([line({ action: 'addLicenses', subscription })], 'f'))).toBe('2001')
  })

  it('has to be suspended before the relationship is removed', async () => {
    const remove = () => center.removeRelation({ key: 'gone', customer: HARBOR, partner: TOTO })
    expect(await refusal(remove())).toBe('600006')
    await change({ status: 'suspended' }, 'suspend')
    await remove()
    await remove()
    expect((await center.entries()).filter(({ kind }) => kind === 'removal')).toMatchObject([
      { customer: HARBOR, partner: TOTO },
    ])
  })
})

describe('what Partner Center knows', () => {
  it('is the offers of the world, and nothing of a tenant that nothing was sold to', async () => {
    expect((await center.offers('japan')).map(({ offerId }) => offerId)).toEqual(['basic', 'standard', 'azure'])
    expect(await center.customerOf(HARBOR)).toEqual({ subscriptions: [], reservations: [], software: [] })
  })
})

describe('faults of Partner Center', () => {
  let faults: Faults
  let faulty: SandboxPartnerCenter
  let subscription: string
  beforeEach(async () => {
    subscription = (await order([line()], 'first')).subscriptions[0]?.id ?? ''
    faults = newFaults()
    faulty = withFaults(center, 'partnerCenter', faults)
  })

  const CALLS: { [operation: string]: () => Promise<unknown> } = {
    offers: () => faulty.offers('japan'),
    isDomainFree: () => faulty.isDomainFree('free'),
    correctedAddress: () => faulty.correctedAddress(sakura.address),
    createCustomer: () => faulty.createCustomer(sakura),
    placeOrder: () => faulty.placeOrder({ key: 'order', customer: HARBOR, owner: TOTO, lines: [line()] }),
    changeSubscription: () =>
      faulty.changeSubscription({ key: 'change', customer: HARBOR, subscription, change: { status: 'suspended' } }),
    setSupportContact: () =>
      faulty.setSupportContact({
        key: 'contact',
        customer: HARBOR,
        subscription,
        contact: { tenantId: TOTO, name: 'Toto' },
      }),
    removeRelation: () => faulty.removeRelation({ key: 'gone', customer: HARBOR, partner: AOZORA }),
    customerOf: () => faulty.customerOf(HARBOR),
  }
  const CHANGES = ['createCustomer', 'placeOrder', 'changeSubscription', 'setSupportContact', 'removeRelation']
  const written = async () => (await center.entries()).length + (await center.tenants()).length

  it('can be ordered for every operation of the port', () => {
    const own = ['entries', 'subscriptions', 'tenants']
    const operations = Object.keys(center).filter((operation) => !own.includes(operation))
    expect([...OPERATIONS.partnerCenter].sort()).toEqual(operations.sort())
    expect(Object.keys(CALLS).filter((operation) => !operations.includes(operation))).toEqual([])
  })

  it.each(Object.entries(CALLS))(
    'refuse %s with the reason that was ordered, and do nothing',
    async (operation, call) => {
      const before = await written()
      faults.add({ port: 'partnerCenter', operation, times: 1, outcome: 'refused', reason: '900137' })
      faults.add({ port: 'partnerCenter', operation, times: 1, outcome: 'refused' })
      expect(await refusal(call())).toBe('900137')
      expect(await refusal(call())).toBe('a fault of the sandbox')
      expect(await written()).toBe(before)
      await call()
      expect(await written()).toBe(before + (CHANGES.includes(operation) ? 1 : 0))
    },
  )

  it.each(Object.entries(CALLS))('leave %s unavailable, and do nothing', async (operation, call) => {
    const before = await written()
    faults.add({ port: 'partnerCenter', operation, times: 1, outcome: 'unavailable' })
    await expect(call()).rejects.toMatchObject({ port: 'partnerCenter', outcome: 'notExecuted' })
    expect(await written()).toBe(before)
  })

  it.each(Object.entries(CALLS))('lose the answer of %s, which is done once', async (operation, call) => {
    const before = await written()
    faults.add({ port: 'partnerCenter', operation, times: 2, outcome: 'lostReply' })
    for (const _ of [1, 2]) await expect(call()).rejects.toMatchObject({ outcome: 'unknown' })
    await call()
    expect(await written()).toBe(before + (CHANGES.includes(operation) ? 1 : 0))
  })

  it('are its own when the store behind it fails', async () => {
    const broken: DocumentStore = { ...store, read: () => Promise.reject(new StoreUnavailable('notExecuted')) }
    const behind = sandboxPartnerCenter(world, broken, clock)
    await expect(behind.createCustomer(sakura)).rejects.toThrow(OutsideUnavailable)
    await expect(behind.placeOrder({ key: 'a', customer: HARBOR, owner: TOTO, lines: [line()] })).rejects.toMatchObject(
      {
        port: 'partnerCenter',
        outcome: 'notExecuted',
      },
    )
  })
})
