import { DatabaseSync } from 'node:sqlite'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { met } from '../support/met.ts'
import type { Shown } from '../support/shown.ts'
import { type Person, startWorld, type World } from '../support/world.ts'
import { mpnIdOf, tenantIdOf } from './companies.ts'
import { joins, provider } from './invited.ts'
import { customerId, soldBefore, subscriptionId } from './many.ts'
import { shopOf } from './selling.ts'

const ALDER = { tenantId: tenantIdOf(0), name: 'Alder' }
const HARBOR = { tenantId: tenantIdOf(1), name: 'Harbor' }

let world: World
let ann: Person
let alder: Person

beforeAll(async () => {
  world = await startWorld({ SANDBOX_WORLD: shopOf({ name: 'alder' }, provider('harbor')) })
  ;[ann, alder] = await met(world, 'ann@harbor.example', 'ann@alder.example')
  await joins(world, alder, mpnIdOf(0), ann)
  await soldBefore(world.databaseFile, HARBOR, { count: 100, each: 1, served: ALDER })
  await world.settle()
  for (const one of [ann, alder]) one.news()
}, 120_000)
afterAll(() => world.close())

const KINDS = { reseller: 'changeSubscription', support: 'setSupportContact' } as const

/** Begins a job of rows that all would change something. @returns its id */
async function confirms(kind: keyof typeof KINDS, from: number, count: number): Promise<string> {
  await ann.says('bulk')
  await ann.taps('bulk-start', { kind })
  const rows = Array.from({ length: count }, (_, n) => [customerId(from + n), subscriptionId(from + n, 0), ALDER.name])
  await ann.presses('Check the rows', { Rows: rows.map((row) => row.join(',')).join('\n') })
  await world.settle()
  await ann.presses('Refresh')
  const { bulk } = ann.tapOf('Refresh').data as { bulk: string }
  await ann.presses(`Confirm ${count} rows`)
  return bulk
}

const cardOf = (bulk: string): Promise<Shown> => ann.taps('bulk-progress', { bulk })

/** How often each of these customers' subscriptions was changed outside. */
async function changesOf(from: number, count: number): Promise<readonly number[]> {
  const { text } = await world.get('/sandbox/outside', 'application/json')
  const { changes } = JSON.parse(text) as { changes: { customer: string; kind: string }[] }
  return Array.from(
    { length: count },
    (_, n) => changes.filter(({ customer }) => customer === customerId(from + n)).length,
  )
}

/** How many customers have a change that Partner Center has not confirmed. */
function waiting(): number {
  const db = new DatabaseSync(world.databaseFile, { readOnly: true })
  const row = db
    .prepare("SELECT count(*) AS n FROM docs WHERE pk LIKE 'cus:%' AND id = 'root' AND body LIKE '%\"pending\":%'")
    .get()
  db.close()
  return Number(row?.n)
}

const once = (count: number) => Array.from({ length: count }, () => 1)

describe('A job while Partner Center', () => {
  it.each([
    ['reseller', 'You are the reseller of 20 subscriptions'],
    ['support', 'The support contact of 20 subscriptions has changed'],
  ] as const)('does not answer, or its answers are lost, does each row once in the end (%s)', async (kind, title) => {
    const from = kind === 'reseller' ? 0 : 20
    const port = { port: 'partnerCenter', operation: KINDS[kind] }
    const outcomes = ['unavailable', 'lostReply', 'unavailable', 'lostReply'] as const
    for (const outcome of outcomes) await world.fault({ ...port, times: 4, outcome })
    const job = await confirms(kind, from, 20)
    for (let tries = 0; tries < 12 && !(await cardOf(job)).text.includes('20 of 20 rows'); tries++)
      await world.advance('PT20M')
    const done = await cardOf(job)
    expect(done.text).toContain('Changed\n20')
    expect(done.text).toContain('Failed at Partner Center\n0')
    expect(await changesOf(from, 20)).toEqual(once(20))
    const told = alder.news()
    expect(told).toHaveLength(1)
    expect(told[0]?.text).toContain(title)
  })

  it('says no to some rows, goes on with the others', async () => {
    await world.fault({ port: 'partnerCenter', operation: 'changeSubscription', times: 3, outcome: 'refused' })
    const job = await confirms('reseller', 40, 12)
    await world.settle()
    const done = await cardOf(job)
    expect(done.text).toContain('Changed\n9')
    expect(done.text).toContain('Failed at Partner Center\n3')
    expect((await changesOf(40, 12)).toSorted()).toEqual([0, 0, 0, ...once(9)])
    expect(alder.news().map(({ text }) => /reseller of (\d+) subscriptions/.exec(text)?.[1])).toEqual(['9'])
    expect(ann.news().map(({ text }) => text)).toEqual([])
  })

  it('does not answer, is stopped: what it had begun is carried to its end, counted and told', async () => {
    await world.fault({ port: 'partnerCenter', operation: 'changeSubscription', times: 30, outcome: 'unavailable' })
    const job = await confirms('reseller', 60, 20)
    while (waiting() === 0) await new Promise((resolve) => setTimeout(resolve, 20))
    await ann.taps('bulk-stop', { op: 'STOPWHILEITWAITS', bulk: job })
    for (let tries = 0; tries < 6; tries++) await world.advance('PT20M')
    const stopped = await cardOf(job)
    expect(stopped.text).toContain('Stopped')
    const done = (await changesOf(60, 20)).filter((count) => count > 0).length
    expect(done).toBeGreaterThan(0)
    expect(stopped.text).toContain(`Changed\n${done}`)
    const told = alder.news().map(({ text }) => Number(/reseller of (?:a|(\d+)) subscription/.exec(text)?.[1]))
    expect(told).toEqual([done])
    await ann.presses('Continue')
    await world.settle()
    expect(await changesOf(60, 20)).toEqual(once(20))
    expect(alder.news()).toHaveLength(1)
  })
})
