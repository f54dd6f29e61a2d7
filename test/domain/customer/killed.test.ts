import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { by } from '../../../domain/actor.ts'
import type { CustomerEvent, SubscriptionEdit } from '../../../domain/customer/customer.ts'
import { customersBy, sharedCustomers, unfinishedCustomers } from '../../../domain/customer/lists.ts'
import { changesPage } from '../../../domain/history/changes.ts'
import { pairOf } from '../../../domain/partnership/partnership.ts'
import { type DocumentStore, StoreUnavailable } from '../../../domain/store/document-store.ts'
import { holder } from '../../../domain/store/reservations.ts'
import { openSqliteStore } from '../../../domain/store/sqlite-store.ts'
import { customerHouse } from '../../support/customer-house.ts'
import {
  DETAILS,
  EVERY_CUSTOMER_EVENT as E,
  KAEDE,
  OF_RECORD,
  SAKURA_SUPPORT,
  signed,
} from '../../support/customers.ts'
import { failingStore } from '../../support/failing-store.ts'
import { tomo, toto } from '../../support/partners.ts'

let store: DocumentStore
beforeEach(() => {
  store = openSqliteStore(':memory:')
})
afterEach(() => store.close())

type House = ReturnType<typeof customerHouse>

const edits = (edit: SubscriptionEdit) => async (house: House) => {
  await house.happensTo({ ...E.SubscriptionEditOrdered, subscription: 's1-1', by: by(tomo), edit })
}
const suspended: CustomerEvent = { ...E.SubscriptionSuspended, subscription: 's1-1' }

/** What is pressed, on a customer that was sold to before where it is not new, and the last event that comes of it. */
const PRESSES: readonly (readonly [what: string, press: (house: House) => Promise<unknown>, then: string])[] = [
  [
    'the order of a new customer',
    async (house) => {
      await house.partners()
      await house.drafts('d1', { submit: true })
    },
    'OrderConfirmed',
  ],
  ['an order', sold((house) => house.orders('o2', [NEW])), 'OrderConfirmed'],
  ['a number of licenses', sold(edits({ kind: 'licenses', to: 30 })), 'LicensesChanged'],
  [
    'a reseller of record',
    sold(edits({ kind: 'reseller', to: { ...OF_RECORD, mpnId: '4567891' } })),
    'ResellerAssociated',
  ],
  ['the end of a reseller of record', sold(edits({ kind: 'reseller', to: null })), 'ResellerRemoved'],
  ['a support contact', sold(edits({ kind: 'supportContact', to: SAKURA_SUPPORT })), 'SupportContactChanged'],
  [
    'the end of a relationship',
    sold(async (house) => {
      await house.happensTo(suspended)
      await house.runsUntilItDies()
      await house.happensTo({ ...E.RelationRemovalOrdered, by: by(tomo) })
    }),
    'RelationRemoved',
  ],
]

function sold(press: (house: House) => Promise<unknown>) {
  return async (house: House) => {
    await house.partners()
    await house.drafts('d1', { submit: true })
    await house.runsUntilItDies()
    await press(house)
  }
}

const NEW = { action: 'new', offerId: 'o-premium', licenses: 7 } as const

/** All that anybody can see of it: here, in lists and histories, and outside. */
async function stands(house: House) {
  const [T, S] = [toto, signed]
  const names = (page: { items: readonly { body: { name: string } }[] }) => page.items.map(({ body }) => body.name)
  const past = async (company: typeof toto) =>
    (await changesPage({ store, span: {}, query: {}, isOperator: false }, company, { limit: 99 })).items.flatMap(
      // A tenant is asked for as often as it takes, under one key.
      ({ events }) => events.map(({ type }) => type).filter((type) => type !== 'CustomerTenantRequested'),
    )
  const customer = await house.customers.find(KAEDE)
  const log = await house.customers.history(KAEDE, { limit: 50 })
  const due = await store.due('2999-01-01T00:00:00.000Z', 99)
  return {
    draft: (await house.newCustomers.find(T.tenantId, 'd1'))?.state,
    orders: customer?.orders.map(({ id, state }) => `${id} ${state}`),
    subscriptions: customer?.subscriptions.map((one) => [
      one.offerId,
      one.licenses,
      one.status,
      one.reseller?.mpnId,
      one.support.name,
      one.pending,
    ]),
    relations: customer?.relations.map((one) => [one.role, one.dap, one.removal, one.removedAt !== undefined]),
    events: log.items.flatMap(({ body }) => body.events.map(({ type }) => type)).toSorted(),
    lists: [
      names(await customersBy(store, T.tenantId, { limit: 9 })),
      names(await customersBy(store, S.tenantId, { limit: 9 })),
      names(await sharedCustomers(store, T.tenantId, S.tenantId, { limit: 9 })),
      names(await unfinishedCustomers(store, T.tenantId, { limit: 9 })),
    ],
    histories: [(await past(T)).toSorted(), (await past(S)).toSorted()],
    held: [
      (await holder(store, 'domain', DETAILS.domainPrefix))?.split('.')[0],
      (await holder(store, 'pair', pairOf(KAEDE, T.tenantId)))?.split('.')[0],
      (await holder(store, 'pair', pairOf(KAEDE, S.tenantId)))?.split('.')[0],
    ],
    outside: [house.outside.tenants.size, house.outside.orders.size, house.outside.changes.size],
    told: [...new Set(house.told.map((notice) => JSON.stringify(notice)))].toSorted(),
    left: due.filter(({ id }) => id.startsWith('ob:')).map(({ id }) => id),
  }
}

describe('a worker that dies between any two writes', () => {
  it.each(PRESSES)(
    'carries out %s as if it had lived',
    async (_, press, event) => {
      const undisturbed = customerHouse(store)
      await press(undisturbed)
      let writes = 0
      const counting: DocumentStore = {
        ...failingStore(store, Number.POSITIVE_INFINITY, 'before'),
        batch: (...it) => {
          writes++
          return store.batch(...it)
        },
      }
      const { outside, time } = undisturbed
      const counted = customerHouse(counting, outside, undefined, time)
      await counted.runsUntilItDies()
      counted.told.push(...undisturbed.told)
      const whole = await stands(counted)
      expect(whole.events).toContain(event)
      expect(whole.left).toEqual([])
      expect(writes).toBeGreaterThan(5)

      for (let n = 1; n <= writes; n++)
        for (const when of ['before', 'after'] as const) {
          await store.close()
          store = openSqliteStore(':memory:')
          const before = customerHouse(store)
          await press(before)
          const dying = customerHouse(failingStore(store, n, when), before.outside, undefined, before.time)
          await expect(dying.runsUntilItDies(), `write ${n}, ${when}`).rejects.toThrow(StoreUnavailable)
          const house = customerHouse(store, before.outside, undefined, before.time)
          before.time.now = new Date(Date.parse(before.time.now) + 3_600_000).toISOString()
          // The real worker is as sure and slower: it waits a moment after a fault.
          await house.runsUntilItDies().catch(() => house.settles())
          house.told.push(...before.told, ...dying.told)
          expect(await stands(house), `write ${n}, ${when}`).toEqual(whole)
        }
    },
    300_000,
  )
})
