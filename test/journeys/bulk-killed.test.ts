import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { killable } from '../support/killable.ts'
import { met } from '../support/met.ts'
import { type Person, startWorld, type World } from '../support/world.ts'
import { mpnIdOf, tenantIdOf } from './companies.ts'
import { joins, provider } from './invited.ts'
import { customerId, soldBefore, subscriptionId } from './many.ts'
import { shopOf } from './selling.ts'

const ALDER = mpnIdOf(0)
const HARBOR = { tenantId: tenantIdOf(1), name: 'Harbor' }
const ROWS = 160

let world: World
let ann: Person
let alder: Person

beforeAll(async () => {
  world = await startWorld({ SANDBOX_WORLD: shopOf({ name: 'alder' }, provider('harbor')) }, killable)
  ;[ann, alder] = await met(world, 'ann@harbor.example', 'ann@alder.example')
  await joins(world, alder, ALDER, ann)
  await soldBefore(world.databaseFile, HARBOR, { count: ROWS / 4, each: 4 })
  await world.settle()
  alder.news()
}, 120_000)
afterAll(() => world.close())

type Change = { customer: string; subscription: string }

/** What was done outside, in the order in which it was. */
const changes = async (): Promise<readonly Change[]> =>
  (JSON.parse((await world.get('/sandbox/outside', 'application/json')).text) as { changes: Change[] }).changes

describe('A job whose bot is killed again and again', () => {
  it('finishes by itself, has done each row once, and its partner is told once', async () => {
    await ann.says('bulk')
    await ann.taps('bulk-start', { kind: 'reseller' })
    const rows = Array.from({ length: ROWS }, (_, n) => [customerId(n >> 2), subscriptionId(n >> 2, n % 4)] as const)
    await ann.presses('Check the rows', { Rows: rows.map((row) => [...row, ALDER].join(',')).join('\n') })
    await world.settle()
    await ann.presses('Refresh')
    const job = (ann.tapOf('Refresh').data as { bulk: string }).bulk
    await ann.presses(`Confirm ${ROWS} rows`)
    const seen: number[] = []
    let recovers: Promise<unknown> = Promise.resolve()
    for (const atLeast of [5, 40, 80, 120]) {
      await until(async () => (await changes()).length >= atLeast)
      await world.restart()
      await recovers
      seen.push((await changes()).length)
      // What the dead process had in hand comes back when its lease ends; the answer comes when all is done, or never.
      recovers = world.advance('PT2M').catch(() => undefined)
    }
    expect(seen.every((count) => count < ROWS)).toBe(true)
    await recovers
    await world.settle()
    const done = await ann.taps('bulk-progress', { bulk: job })
    expect(done.text).toContain(`${ROWS} of ${ROWS} rows`)
    expect(done.text).toContain(`Changed\n${ROWS}`)
    const outside = (await changes()).map(({ customer, subscription }) => `${customer},${subscription}`)
    expect(outside.toSorted()).toEqual(rows.map((row) => row.join(',')).toSorted())
    const told = alder.news().filter(({ text }) => text.includes('reseller'))
    expect(told).toHaveLength(1)
    expect(told[0]?.text).toContain(`You are the reseller of ${ROWS} subscriptions`)
    expect(told[0]?.text).toContain(`of ${ROWS / 4} customers`)
  }, 300_000)
})

async function until(isSo: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 4_000; tries++) {
    if (await isSo()) return
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
  throw new Error('it never came to that')
}
