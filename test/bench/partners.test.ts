import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { NO_TRADE } from './customers.ts'
import { load } from './load.ts'
import { type Asked, askedBy, counted, places } from './operations.ts'
import { meetTown, type PartnerCast, settleTown, sketches } from './partners.ts'
import { type Running, start } from './processes.ts'
import { connector, ours } from './programs.ts'
import { ourContests, runRounds, series } from './rounds.ts'
import { benchWorld, settle } from './set-up.ts'
import { ANSWERS, facets, type Kind, ourTurns, rowsIn } from './turns.ts'

const town = { first: 0, partners: 60, acceptances: 12 }
const KINDS = ['list', 'search', 'check', 'accept'] as const satisfies readonly Kind[]

const folder = mkdtempSync(join(tmpdir(), 'partners-'))
const running: Running[] = []
let messages: Running
let bot: Running
let cast: PartnerCast
beforeAll(async () => {
  messages = await start(connector)
  running.push(messages)
  const file = join(folder, 'bot.db')
  cast = await settleTown(file, town, messages.url)
  bot = await start(ours(benchWorld(0, ...sketches(town)), file), { probe: true })
  running.push(bot)
  await meetTown(bot.url, town, messages.url)
}, 60_000)
afterAll(async () => {
  await Promise.all(running.map((server) => server.stop()))
  rmSync(folder, { recursive: true, force: true })
})

const everybody = () => ({ ...cast, ...NO_TRADE, readers: [], writers: [] })
const turns = () => ourTurns(everybody(), 1)

/** Everybody has been met when the second turn of the same person is looked at. */
const asked = (kind: Kind): Promise<Asked> => askedBy(bot, turns()[kind], () => settle(bot.url))

describe('the turns of partners', () => {
  it('list and search with one range, and one point read for each company on the page', async () => {
    for (const kind of ['list', 'search'] as const) {
      let rows = 0
      const next = turns()[kind]
      await load({
        url: bot.url,
        connections: 1,
        turns: 40,
        next: (connection) => {
          const turn = next(connection)
          return {
            ...turn,
            answered: (body) => {
              turn.answered?.(body)
              rows = Math.max(rows, rowsIn(body))
            },
          }
        },
      })
      const { identity, beyond, later } = await asked(kind)
      expect([identity.length, counted(beyond).range, counted(beyond).batch, later.length]).toEqual([3, 1, 0, 0])
      expect(counted(beyond).read).toBeLessThanOrEqual(rows)
      expect(places(beyond)).toMatch(/^\d+ org, 1 lst:rsl$/)
    }
  })

  it('find a partner by point reads alone', async () => {
    const { beyond, later } = await asked('check')
    expect([counted(beyond).range, counted(beyond).batch, later.length]).toEqual([0, 0, 0])
    expect(counted(beyond).read).toBeLessThanOrEqual(3)
  })

  it('are asked about in words: every name is found, for support and for their provider, in both languages', async () => {
    for (const [name, next] of facets(everybody(), ['question', 'why'])) {
      const { beyond, later } = await askedBy(bot, next, () => settle(bot.url))
      const { last } = (await (await fetch(messages.url)).json()) as { last: string }
      expect(last).toMatch(ANSWERS[name.startsWith('why') ? 'why' : 'question'] ?? /^$/)
      expect(counted(beyond).batch).toBe(1)
      expect(later).toEqual([])
    }
    const contests = ourContests(bot, turns(), { kinds: ['question', 'why'], turns: 40 })
    await runRounds(contests, { connections: 1, rounds: 1, warmUp: 1, connectorUrl: messages.url }, () => undefined)
  }, 30_000)

  it('accept in the turn itself, and leave the lists and the news to the outbox', async () => {
    const { beyond, later } = await asked('accept')
    expect(places(beyond)).not.toContain('lst:')
    expect(places(later)).toContain('lst:rsl')
    expect(counted(beyond).batch).toBeGreaterThan(0)
  })

  it('are measured in rounds, each acceptance telling the one who invited', async () => {
    const contests = ourContests(bot, turns(), { kinds: KINDS, turns: 5 })
    const samples = await runRounds(
      contests,
      { connections: 1, rounds: 1, warmUp: 1, connectorUrl: messages.url },
      () => undefined,
    )
    expect(Object.keys(samples)).toEqual(KINDS.map((kind) => series(bot.name, kind)))
    for (const [sample] of Object.values(samples)) expect(sample?.turnsPerSecond).toBeGreaterThan(0)
  }, 30_000)
})
