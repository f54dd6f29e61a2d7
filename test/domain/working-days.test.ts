import { describe, expect, it } from 'vitest'
import { addWorkingDays, isWorkingDay } from '../../domain/working-days.ts'

/** 10:30 in Tokyo. */
const tokyo = (date: string): string => `${date}T01:30:00.000Z`

describe('adding working days', () => {
  it.each([
    ['across a weekend', '2025-06-06', 1, '2025-06-09'],
    ['from a Saturday', '2025-06-07', 1, '2025-06-09'],
    ['five in a week', '2025-06-02', 5, '2025-06-09'],
    ['across Golden Week 2025, with the substitute holiday of 6 May', '2025-05-02', 1, '2025-05-07'],
    ['across Golden Week 2026, whose 3 May is a Sunday', '2026-05-01', 1, '2026-05-07'],
    ['across Golden Week 2027', '2027-04-28', 2, '2027-05-06'],
    ['across the five days of September 2026, with the holiday between two holidays', '2026-09-18', 1, '2026-09-24'],
    ['across the substitute holiday of the 2027 equinox', '2027-03-19', 1, '2027-03-23'],
    ['across the turn of the year', '2025-12-26', 1, '2026-01-05'],
    ['none', '2025-06-07', 0, '2025-06-07'],
  ])('in Japan %s', (_, from, days, to) => {
    expect(addWorkingDays(tokyo(from), days, 'JP')).toBe(tokyo(to))
  })

  it.each([
    ['US', '2026-07-02', '2026-07-06'],
    ['US', '2025-11-26', '2025-11-28'],
    ['US', '2027-12-30', '2028-01-03'],
    ['US', '2027-06-17', '2027-06-21'],
    ['DE', '2025-04-17', '2025-04-22'],
    ['DE', '2026-05-13', '2026-05-15'],
    ['FR', '2025-05-07', '2025-05-09'],
    ['FR', '2027-07-13', '2027-07-15'],
    ['GB', '2026-12-24', '2026-12-29'],
    ['GB', '2027-12-24', '2027-12-29'],
    ['GB', '2027-12-31', '2028-01-04'],
    ['GB', '2028-04-13', '2028-04-18'],
    ['PT', '2025-06-06', '2025-06-09'],
  ])('in %s one day after %s comes %s', (country, from, to) => {
    expect(addWorkingDays(`${from}T12:00:00.000Z`, 1, country).slice(0, 10)).toBe(to)
  })

  it('counts the day that it is in the country, not in UTC', () => {
    // Saturday 08:00 in Tokyo is still Friday in UTC.
    expect(addWorkingDays('2025-06-06T23:00:00.000Z', 1, 'JP')).toBe('2025-06-08T23:00:00.000Z')
  })

  it('keeps the local time of day when the clocks change', () => {
    expect(addWorkingDays('2025-03-28T08:00:00.000Z', 1, 'DE')).toBe('2025-03-31T07:00:00.000Z')
    expect(addWorkingDays('2025-10-31T13:15:30.250Z', 1, 'US')).toBe('2025-11-03T14:15:30.250Z')
  })

  it('knows weekends alone when the list ends', () => {
    expect(isWorkingDay('2030-01-01', 'JP')).toBe(true)
    expect(isWorkingDay('2030-01-05', 'JP')).toBe(false)
  })
})
