import { countryRule } from './countries.ts'
import holidays from './holidays.json' with { type: 'json' }

/**
 * `days` working days later at the same local time (C-16): Monday to Friday in the country's time zone, without its
 * public holidays. The lists run from 2025 to 2028 (national ones; England's for GB; Japan's with the year-end closing
 * from 29 December to 3 January); a country or year without a list knows weekends alone.
 */
export function addWorkingDays(from: string, days: number, country: string): string {
  const zone = countryRule(country).timeZone
  const start = localTime(from, zone)
  let date = start.date
  for (let left = days; left > 0; ) {
    date = dayAfter(date)
    if (isWorkingDay(date, country)) left -= 1
  }
  return days > 0 ? instant(date, start.time, zone) : from
}

/** The date of an instant in a time zone: 2026-05-06. */
export const localDate = (at: string, zone: string): string => localTime(at, zone).date

/** Whether a local date (2026-05-06) is a working day of the country. */
export function isWorkingDay(date: string, country: string): boolean {
  const weekday = new Date(`${date}T00:00:00Z`).getUTCDay()
  return weekday !== 0 && weekday !== 6 && !HOLIDAYS.get(country)?.has(date)
}

const HOLIDAYS: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  Object.entries(holidays).map(([country, dates]) => [country, new Set(dates)]),
)

const DAY = 24 * 60 * 60 * 1000

/** The date so many days after another, or before it where there are less than none. */
export const dayAfter = (date: string, days = 1): string =>
  new Date(Date.parse(`${date}T00:00:00Z`) + days * DAY).toISOString().slice(0, 10)

/** Wall-clock date and time of day in a zone, the time with its milliseconds. */
function localTime(at: string, zone: string): { date: string; time: string } {
  const local = new Date(Date.parse(at) + offset(Date.parse(at), zone)).toISOString()
  return { date: local.slice(0, 10), time: local.slice(11, 23) }
}

/** The instant of a wall-clock time; one that a change to summer time skips comes an hour later. */
function instant(date: string, time: string, zone: string): string {
  const wall = Date.parse(`${date}T${time}Z`)
  const guess = wall - offset(wall, zone)
  return new Date(wall - offset(guess, zone)).toISOString()
}

/** Milliseconds that the zone is ahead of UTC at an instant. */
function offset(at: number, zone: string): number {
  const name =
    formatter(zone)
      .formatToParts(at)
      .find(({ type }) => type === 'timeZoneName')?.value ?? 'GMT'
  const [, sign, hours, minutes, seconds] = /^GMT([+-])(\d\d):(\d\d)(?::(\d\d))?$/.exec(name) ?? []
  const size = (Number(hours ?? 0) * 60 + Number(minutes ?? 0)) * 60 + Number(seconds ?? 0)
  return (sign === '-' ? -size : size) * 1000
}

const FORMATTERS = new Map<string, Intl.DateTimeFormat>()

function formatter(zone: string): Intl.DateTimeFormat {
  const kept = FORMATTERS.get(zone)
  if (kept) return kept
  const made = new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName: 'longOffset' })
  FORMATTERS.set(zone, made)
  return made
}
