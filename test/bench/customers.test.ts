import { DatabaseSync } from 'node:sqlite'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type CustomerKind, customersIn } from './customer-turns.ts'
import { type CustomerCast, meetTrade, settleTrade, tradeSketches, type Wholesale } from './customers.ts'
import { type FilledBot, fullestPage, startFilledBot } from './filled-bot.ts'
import { measureJob } from './jobs.ts'
import { type Asked, askedBy, counted, places } from './operations.ts'
import { type PartnerCast, settleTown, sketches } from './partners.ts'
import type { Running } from './processes.ts'
import { ourContests, runRounds, series } from './rounds.ts'
import { benchWorld, settle } from './set-up.ts'
import { ourTurns } from './turns.ts'

const town = { first: 0, partners: 30, acceptances: 1 }
const trade = { customers: 900, assignments: 20, rows: 120 }

let filled: FilledBot<{ cast: PartnerCast & CustomerCast; wholesale: Wholesale }>
let bot: Running
let cast: PartnerCast & CustomerCast
beforeAll(async () => {
  filled = await startFilledBot(benchWorld(0, ...sketches(town), ...tradeSketches(town)), async (file, url) => {
    const partners = await settleTown(file, town, url)
    const settled = await settleTrade(file, town, trade, url)
    return { ...settled, cast: { ...partners, ...settled.cast } }
  })
  bot = filled.bot
  cast = filled.filling.cast
  await meetTrade(bot.url, town, filled.messages.url)
}, 120_000)
afterAll(() => filled.stop())

const turns = () => ourTurns({ ...cast, readers: [], writers: [] }, 1)

/** Everybody has been met when the second turn of the same person is looked at. */
const asked = (kind: CustomerKind): Promise<Asked> => askedBy(bot, turns()[kind], () => settle(bot.url))

const stored = (sql: string, ...values: string[]): Record<string, unknown>[] => {
  const db = new DatabaseSync(filled.file, { readOnly: true })
  const rows = db.prepare(sql).all(...values)
  db.close()
  return rows
}

describe('the turns of customers', () => {
  it('list, search and share with ranges alone, twenty on a page', async () => {
    for (const kind of ['customers', 'named', 'shared'] as const) {
      const rows = await fullestPage(bot, { turns: 5, next: turns()[kind], rowsIn: customersIn })
      const { identity, beyond, later } = await asked(kind)
      expect([rows, identity.length, counted(beyond).batch, later.length]).toEqual([20, 3, 0, 0])
      expect(counted(beyond).range).toBeLessThanOrEqual(2)
      expect(places(beyond)).toContain(kind === 'shared' ? 'lst:shr' : 'lst:cus')
    }
  })

  it('open one customer by point reads', async () => {
    const { beyond, later } = await asked('customer')
    expect([counted(beyond).batch, later.length]).toEqual([0, 0])
    expect(places(beyond)).toContain('cus')
  })

  it('create a customer to its end, with its tenant and its order', async () => {
    const before = made()
    const { beyond, later } = await asked('create')
    expect(counted(beyond).batch).toBeGreaterThan(2)
    expect(counted(later).batch).toBeGreaterThan(2)
    expect(made() - before).toBe(2)
    const { tenantId } = cast.sellers[0] ?? never()
    const listed = stored("SELECT body FROM docs WHERE pk = ? AND id LIKE 'st:%'", `lst:cus:${tenantId}`)
    const [newcomer] = listed.filter(({ body }) => String(body).includes('Newcomer'))
    expect(String(newcomer?.body)).toContain(`"other":{"tenantId":"${cast.outlet}"`)
  })

  it('assign a reseller to a subscription to the end', async () => {
    const { tenant } = cast.assignments.at(-1) ?? never()
    await asked('assign')
    const [root] = stored("SELECT body FROM docs WHERE pk = ? AND id = 'root'", `cus:${tenant}`)
    const { subscriptions } = JSON.parse(String(root?.body)).state.customer
    expect(subscriptions[0]).toMatchObject({ reseller: { tenantId: cast.outlet } })
    expect(subscriptions[0].pending).toBeUndefined()
  })

  it('are measured in rounds, each with the messages that it makes', async () => {
    const kinds = ['customers', 'named', 'shared', 'customer', 'create', 'assign'] as const
    const contests = ourContests(bot, turns(), { kinds, turns: 5 })
    const plan = { connections: 1, rounds: 1, warmUp: 1, connectorUrl: filled.messages.url }
    const samples = await runRounds(contests, plan, () => undefined)
    expect(Object.keys(samples)).toEqual(kinds.map((kind) => series(bot.name, kind)))
    for (const [sample] of Object.values(samples)) expect(sample?.turnsPerSecond).toBeGreaterThan(0)
  }, 120_000)
})

describe('a job', () => {
  it('does every row, and tells what each took', async () => {
    const { dryRun, run } = await measureJob(bot, filled.file, filled.filling.wholesale)
    expect([dryRun.rows, run.rows]).toEqual([120, 120])
    expect(dryRun.operations.written).toBeLessThan(120)
    expect(run.operations.written).toBeGreaterThan(120 * 3)
    for (const { heapBytes, peakRssBytes } of [dryRun, run]) {
      expect(heapBytes.length).toBeGreaterThan(0)
      expect(peakRssBytes[1]).toBeGreaterThan(0)
    }
    const credited = stored("SELECT body FROM docs WHERE pk LIKE 'cus:%' AND id = 'root'").filter(({ body }) =>
      String(body).includes(`"reseller":{"tenantId":"${cast.outlet}"`),
    )
    expect(credited.length).toBeGreaterThanOrEqual(120)
  }, 120_000)
})

const made = (): number => stored("SELECT id FROM docs WHERE pk LIKE 'cus:%' AND id = 'root'").length

function never(): never {
  throw new RangeError('nobody is left')
}
