import { DatabaseSync } from 'node:sqlite'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type Person, startWorld, type World } from '../support/world.ts'
import { mpnIdOf, tenantIdOf } from './companies.ts'
import { partners, provider } from './invited.ts'
import { customerId, customerName, soldBefore, subscriptionId } from './many.ts'
import { shopOf } from './selling.ts'
import { toActive } from './way-in.ts'

let world: World
let ann: Person
let sal: Person
let lagoon: Person
let alder: Person

const ALDER = mpnIdOf(0)
const HARBOR = { tenantId: tenantIdOf(2), name: 'Harbor' }

beforeAll(async () => {
  const file = shopOf({ name: 'alder' }, { name: 'birch' }, provider('harbor'), provider('lagoon'))
  world = await startWorld({ SANDBOX_WORLD: file })
  ann = await world.person('ann@harbor.example')
  sal = await world.person('sal@harbor.example')
  lagoon = await world.person('ann@lagoon.example')
  alder = await world.person('ann@alder.example')
  for (const one of [ann, sal, lagoon, alder]) await one.says('help')
  await toActive(world, alder, { mpnId: ALDER })
  await partners(world, ann, alder)
  await soldBefore(world.databaseFile, HARBOR, { count: 60, each: 2 })
  await soldBefore(world.databaseFile, HARBOR, { count: 10, each: 100, from: 1_000 })
  await soldBefore(world.databaseFile, { tenantId: tenantIdOf(3), name: 'Lagoon' }, { count: 2, each: 1, from: 5_000 })
  await world.settle()
}, 120_000)
beforeEach(async () => {
  for (const one of [ann, sal, lagoon, alder]) await one.says('language en')
})
afterAll(() => world.close())

const RESELLER = 'Reseller of record'

async function starts(agent: Person, kind: 'reseller' | 'support' = 'reseller') {
  await agent.says('bulk')
  return agent.taps('bulk-start', { kind })
}

async function pastes(agent: Person, rows: readonly string[], kind: 'reseller' | 'support' = 'reseller') {
  await starts(agent, kind)
  await agent.presses('Check the rows', { Rows: rows.join('\n') })
  await world.settle()
  return refreshed(agent)
}

const refreshed = (agent: Person) => agent.presses('Refresh')

const jobOn = (agent: Person): string => String((agent.tapOf('Refresh').data as { bulk: string }).bulk)

type Subscriptions = Record<string, { reseller?: { mpnId: string }; support: { name: string }; pending?: object }>

/** The subscriptions of a customer as they are stored. */
function subscriptionsOf(n: number): Subscriptions {
  const db = new DatabaseSync(world.databaseFile, { readOnly: true })
  const row = db.prepare('SELECT body FROM docs WHERE pk = ? AND id = ?').get(`cus:${customerId(n)}`, 'root')
  db.close()
  const { state } = JSON.parse(String(row?.body)) as {
    state: { customer: { subscriptions: { id: string }[] } }
  }
  return Object.fromEntries(state.customer.subscriptions.map((one) => [one.id, one])) as unknown as Subscriptions
}

/** How often the reseller of each subscription was changed, by the audit. */
function changesOf(n: number, type: string): Map<string, number> {
  const db = new DatabaseSync(world.databaseFile, { readOnly: true })
  const rows = db
    .prepare("SELECT body FROM docs WHERE pk = ? AND id >= 'aud:' AND id < 'aud;'")
    .all(`cus:${customerId(n)}`)
  db.close()
  const counts = new Map<string, number>()
  for (const { body } of rows)
    for (const event of (JSON.parse(String(body)) as { events: { type: string; subscription?: string }[] }).events)
      if (event.type === type && event.subscription)
        counts.set(event.subscription, (counts.get(event.subscription) ?? 0) + 1)
  return counts
}

/** The file behind a link on the card. */
async function fileOf(agent: Person, title: string): Promise<string> {
  const url = agent.sees.buttons.find((button) => button.title === title)?.url
  if (!url) throw new Error(`no link ${title} on ${agent.sees.text}`)
  const response = await fetch(url, { method: 'POST', headers: { origin: world.url } })
  expect(response.status).toBe(200)
  return response.text()
}

describe('Many at once', () => {
  it('begins with what there is to do, from home and by a phrase', async () => {
    expect((await ann.says('一括処理')).text).toContain(RESELLER)
    await ann.says('home')
    expect((await ann.presses('In bulk')).text).toContain('nothing changes before you confirm')
  })

  it('sets resellers from pasted rows: checked first, confirmed, done, told row by row', async () => {
    const checked = await pastes(ann, [
      'Subscription,Customer,Reseller (MPN ID)',
      `Business Basic,${customerName(0)},${ALDER}`,
      `${subscriptionId(0, 1)},${customerId(0)},Alder`,
      `${subscriptionId(1, 0)},${customerId(1)},${tenantIdOf(0)}`,
    ])
    expect(checked.text).toContain('nothing is changed yet')
    expect(checked.text).toContain('Would change\n3')
    expect(subscriptionsOf(0)[subscriptionId(0, 0)]?.reseller).toBeUndefined()
    await ann.presses('Confirm 3 rows')
    await world.settle()
    const done = await refreshed(ann)
    expect(done.text).toContain('Changed\n3')
    expect(subscriptionsOf(0)[subscriptionId(0, 0)]?.reseller?.mpnId).toBe(ALDER)
    expect(subscriptionsOf(0)[subscriptionId(0, 1)]?.reseller?.mpnId).toBe(ALDER)
    expect(subscriptionsOf(1)[subscriptionId(1, 0)]?.reseller?.mpnId).toBe(ALDER)
  })
})
