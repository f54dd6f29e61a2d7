import { describe, expect, it } from 'vitest'
import { sandboxClock } from '../../../bot/sandbox/clock.ts'
import { openSqliteStore } from '../../../domain/store/sqlite-store.ts'

const NOW = '2026-04-01T00:00:00.000Z'
const systemTime = () => Date.parse(NOW)

describe('the sandbox clock', () => {
  it.each([
    ['PT2H', '2026-04-01T02:00:00.000Z'],
    ['P3D', '2026-04-04T00:00:00.000Z'],
    ['P1DT1H', '2026-04-02T01:00:00.000Z'],
    ['P1W', '2026-04-08T00:00:00.000Z'],
    ['P1M', '2026-05-01T00:00:00.000Z'],
    ['P1Y', '2027-04-01T00:00:00.000Z'],
    ['PT1M30S', '2026-04-01T00:01:30.000Z'],
  ])('moves by %s', async (duration, then) => {
    const clock = await sandboxClock(openSqliteStore(':memory:'), systemTime)
    expect(clock.now()).toBe(NOW)
    expect(await clock.advance(duration)).toBe(then)
    expect(clock.now()).toBe(then)
  })

  it.each(['', 'P', 'PT', 'P1DT', 'PT0S', '-P1D', 'P-1D', '3 days', 'P1H', 'P100Y', 'P1D ', 'P99999999999999999999D'])(
    'does not move by %j',
    async (duration) => {
      const clock = await sandboxClock(openSqliteStore(':memory:'), systemTime)
      await expect(clock.advance(duration)).rejects.toThrow(RangeError)
      expect(clock.now()).toBe(NOW)
    },
  )

  it('stays moved after a restart, and adds up', async () => {
    const store = openSqliteStore(':memory:')
    const before = await sandboxClock(store, systemTime)
    await before.advance('P1D')
    await before.advance('P1D')
    const after = await sandboxClock(store, systemTime)
    expect(after.now()).toBe('2026-04-03T00:00:00.000Z')
    await Promise.all([after.advance('PT1H'), before.advance('PT1H')])
    expect((await sandboxClock(store, systemTime)).now()).toBe('2026-04-03T02:00:00.000Z')
  })

  it('runs with the time of day', async () => {
    const clock = await sandboxClock(openSqliteStore(':memory:'))
    const distance = Math.abs(Date.parse(clock.now()) - Date.now())
    expect(distance).toBeLessThan(60_000)
  })
})
