import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { invitationsThat } from '../../../domain/invitation/lists.ts'
import { type DocumentStore, StoreUnavailable } from '../../../domain/store/document-store.ts'
import { openSqliteStore } from '../../../domain/store/sqlite-store.ts'
import { COMPANIES, invitingHouse, kaede, sakuraReady } from '../../support/customer-inviting.ts'
import { failingStore } from '../../support/failing-store.ts'
import { REMOVED } from '../../support/partner-house.ts'
import { partnerWorker } from '../../support/partner-worker.ts'
import { days } from '../../support/people.ts'

let store: DocumentStore
beforeEach(() => {
  store = openSqliteStore(':memory:')
})
afterEach(() => store.close())

const LATER = { now: () => new Date(Date.parse(days(3)) + 3_600_000).toISOString() }
const later = (of = store) => invitingHouse(of, COMPANIES, LATER)

/** What the customer's press leaves for the worker. */
const PRESSES: readonly (readonly [what: string, press: () => Promise<unknown>, state: string])[] = [
  ['an acceptance', claimed, 'accepted'],
  [
    'an acceptance that comes to nothing',
    async () => {
      await claimed()
      await invitingHouse(store).happens(REMOVED)
    },
    'opened',
  ],
]

async function claimed() {
  const house = invitingHouse(store)
  await house.partners()
  await house.sends('i1')
  const pressed = await house.claims('i1')
  if (!pressed.ok) throw new Error('refused')
}

const rowsLeft = async (): Promise<readonly string[]> =>
  (await store.due('2999-01-01T00:00:00.000Z', 99)).map(({ id }) => id).filter((id) => id.startsWith('ob:'))

async function stands(told: readonly string[]) {
  const house = invitingHouse(store)
  const past = await house.customers.history(kaede.tenantId, { limit: 20 })
  const { items } = await invitationsThat(store, sakuraReady.tenantId, { show: 'all', limit: 9 })
  return {
    ...(await house.stands()),
    events: past.items.flatMap(({ body }) => body.events.map(({ type }) => type)),
    listed: items.map(({ body }) => body.state),
    told: [...new Set(told)].toSorted(),
    left: await rowsLeft(),
  }
}

describe('a worker that dies between any two writes', () => {
  it.each(PRESSES)(
    'carries out %s of a customer’s invitation as if it had lived',
    async (_, press, state) => {
      await press()
      let writes = 0
      const counting: DocumentStore = {
        ...failingStore(store, Number.POSITIVE_INFINITY, 'before'),
        batch: (...it) => {
          writes++
          return store.batch(...it)
        },
      }
      const undisturbed = partnerWorker(later(counting))
      await undisturbed.runsUntilItDies()
      const whole = await stands(undisturbed.told)
      expect(whole).toMatchObject({ state, left: [] })
      expect(writes).toBeGreaterThan(5)

      for (let n = 1; n <= writes; n++)
        for (const when of ['before', 'after'] as const) {
          await store.close()
          store = openSqliteStore(':memory:')
          await press()
          const dying = partnerWorker(later(failingStore(store, n, when)))
          await expect(dying.runsUntilItDies(), `write ${n}, ${when}`).rejects.toThrow(StoreUnavailable)
          const told = [...dying.told]
          // A row that was in hand is waited for, and tried again a little later where it failed.
          for (const day of [4, 5]) {
            if ((await rowsLeft()).length === 0) break
            const next = partnerWorker(invitingHouse(store, COMPANIES, { now: () => days(day) }))
            // The real worker is as sure and slower: it waits a moment after a fault.
            await next.runsUntilItDies().catch(() => next.settles())
            told.push(...next.told)
          }
          expect(await stands(told), `write ${n}, ${when}`).toEqual(whole)
        }
    },
    300_000,
  )
})
