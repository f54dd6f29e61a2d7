import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { NO_TRADE } from './customers.ts'
import { type FilledBot, fullestPage, startFilledBot } from './filled-bot.ts'
import { type Asked, askedBy, counted, places } from './operations.ts'
import { meetTown, type PartnerCast, settleTown, sketches } from './partners.ts'
import type { Running } from './processes.ts'
import { ourContests, runRounds, series } from './rounds.ts'
import { benchWorld, settle } from './set-up.ts'
import { ANSWERS, facets, type Kind, ourTurns, rowsIn } from './turns.ts'

const town = { first: 0, partners: 60, acceptances: 12 }
const KINDS = ['list', 'search', 'check', 'accept'] as const satisfies readonly Kind[]

let filled: FilledBot<PartnerCast>
let bot: Running
beforeAll(async () => {
  filled = await startFilledBot(benchWorld(0, ...sketches(town)), (file, url) => settleTown(file, town, url))
  bot = filled.bot
  await meetTown(bot.url, town, filled.messages.url)
}, 60_000)
afterAll(() => filled.stop())

const everybody = () => ({ ...filled.filling, ...NO_TRADE, readers: [], writers: [] })
const turns = () => ourTurns(everybody(), 1)

/** Everybody has been met when the second turn of the same person is looked at. */
const asked = (kind: Kind): Promise<Asked> => askedBy(bot, turns()[kind], () => settle(bot.url))

describe('the turns of partners', () => {
  it('list and search with one range, ticks and all', async () => {
    for (const kind of ['list', 'search'] as const) {
      await fullestPage(bot, { turns: 40, next: turns()[kind], rowsIn })
      const { identity, beyond, later } = await asked(kind)
      expect([identity.length, counted(beyond).range, counted(beyond).batch, later.length]).toEqual([3, 1, 0, 0])
      expect(places(beyond)).toBe('1 lst:rsl')
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
      const { last } = (await (await fetch(filled.messages.url)).json()) as { last: string }
      expect(last).toMatch(ANSWERS[name.startsWith('why') ? 'why' : 'question'] ?? /^$/)
      expect(counted(beyond).batch).toBe(1)
      expect(later).toEqual([])
    }
    const contests = ourContests(bot, turns(), { kinds: ['question', 'why', 'thirty'], turns: 40 })
    await runRounds(
      contests,
      { connections: 1, rounds: 1, warmUp: 1, connectorUrl: filled.messages.url },
      () => undefined,
    )
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
      { connections: 1, rounds: 1, warmUp: 1, connectorUrl: filled.messages.url },
      () => undefined,
    )
    expect(Object.keys(samples)).toEqual(KINDS.map((kind) => series(bot.name, kind)))
    for (const [sample] of Object.values(samples)) expect(sample?.turnsPerSecond).toBeGreaterThan(0)
  }, 30_000)
})
