import type { Span } from '../store/audit-list.ts'

const DAY = /^\d{4}-\d{2}-\d{2}$/

/** Whether a text is a day of the calendar. */
export const isDay = (text: string): boolean =>
  DAY.test(text) && new Date(`${text}T00:00:00Z`).toJSON()?.startsWith(text) === true

/** The instants between two days on a calendar, both included. */
export const spanOf = (from: string | undefined, to: string | undefined, timeZone: string): Span => ({
  ...(from === undefined ? {} : { from: startOf(from, 0, timeZone) }),
  ...(to === undefined ? {} : { to: startOf(to, 1, timeZone) }),
})

function startOf(day: string, later: number, timeZone: string): string {
  const midnight = Date.parse(`${day}T00:00:00Z`) + later * 86_400_000
  // Twice, since the clocks may be put back between the guess and the day.
  const guess = midnight - offset(midnight, timeZone)
  return new Date(midnight - offset(guess, timeZone)).toISOString()
}

/** How far the clocks of a zone are ahead at an instant. */
function offset(at: number, timeZone: string): number {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  }).formatToParts(at)
  const of = (type: Intl.DateTimeFormatPartTypes): number => Number(parts.find((part) => part.type === type)?.value)
  return Date.UTC(of('year'), of('month') - 1, of('day'), of('hour'), of('minute'), of('second')) - at
}
