import type { Locale } from '../../domain/actor.ts'

/** Dates, lists and numbers as one person reads them. Everything takes ISO strings and plain text, and gives plain text. */
export type Format = {
  readonly locale: Locale
  /** December 5, 2025 · 2025年12月5日 */
  date(iso: string): string
  /** A day of a calendar, which is the same day everywhere. */
  day(iso: string): string
  /** December 5, 2025 at 3:03 PM GMT+9 · 2025年12月5日 15:03 JST */
  dateTime(iso: string): string
  /** a, b, and c · a、b、c */
  all(items: readonly string[]): string
  /** a, b, or c · a、b、または c */
  any(items: readonly string[]): string
  number(value: number): string
}

/** A time zone that nobody knows (it comes from a client) reads as UTC. Kept per language and zone. */
export function formatFor(locale: Locale, timeZone: string): Format {
  const zone = knownZone(timeZone)
  const key = `${locale} ${zone}`
  const kept = FORMATS.get(key)
  if (kept) return kept
  const made = format(locale, zone)
  FORMATS.set(key, made)
  return made
}

/**
 * Somebody else's text on one line: no control or direction characters, no line breaks, at most `max` code points with
 * an ellipsis for the rest.
 */
export const oneLine = (text: string, max: number): string =>
  shortened(text.replace(UNPRINTABLE, ' ').replace(/ {2,}/g, ' ').trim(), max)

/** At most `max` code points, the last of them an ellipsis when something was cut off. */
export function shortened(text: string, max: number): string {
  const points = [...text]
  if (points.length <= max) return text
  const kept = points.slice(0, max - 1).join('')
  return `${kept.trimEnd()}…`
}

function format(locale: Locale, timeZone: string): Format {
  const date = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone })
  const day = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' })
  const dateTime = new Intl.DateTimeFormat(locale, {
    year: 'numeric',
    month: 'long',
    day: 'numeric',
    hour: 'numeric',
    minute: '2-digit',
    timeZoneName: 'short',
    timeZone,
  })
  const all = new Intl.ListFormat(locale, { type: 'conjunction' })
  const any = new Intl.ListFormat(locale, { type: 'disjunction' })
  const number = new Intl.NumberFormat(locale)
  return {
    locale,
    date: onceFor(QUARTER_MS, (at) => plainSpaces(date.format(at))),
    day: (iso) => plainSpaces(day.format(new Date(`${iso}T00:00:00Z`))),
    dateTime: onceFor(MINUTE_MS, (at) => plainSpaces(dateTime.format(at))),
    all: (items) => joined(all, items),
    any: (items) => joined(any, items),
    number: (value) => (isSmall(value) ? String(value) : number.format(value)),
  }
}

/** Both languages write it with its digits alone, as are most numbers. */
const isSmall = (value: number): boolean => Number.isInteger(value) && value >= 0 && value < 1000

const MINUTE_MS = 60_000
/** Every zone is whole quarters of an hour away from UTC, so that each day begins with one. */
const QUARTER_MS = 15 * MINUTE_MS
const MOST_INSTANTS = 2000

/** Written once for all instants of a time that reads alike: to write a date takes as long as to draw its row. */
function onceFor(lengthMs: number, write: (at: Date) => string): (iso: string) => string {
  const known = new Map<number, string>()
  return (iso) => {
    const at = new Date(iso)
    const slot = Math.floor(at.getTime() / lengthMs)
    const kept = known.get(slot)
    if (kept !== undefined) return kept
    const text = write(at)
    if (known.size >= MOST_INSTANTS) known.clear()
    known.set(slot, text)
    return text
  }
}

/** Between Japanese and Latin letters stands a half-width space, as everywhere in Partner Center. */
function joined(list: Intl.ListFormat, items: readonly string[]): string {
  const parts = list.formatToParts(items)
  return parts
    .map(({ type, value }, at) => {
      if (type === 'element') return value
      const before = /[\x21-\x7e]$/.test(parts[at - 1]?.value ?? '') && /^[ぁ-ん]/.test(value) ? ' ' : ''
      const after = /[ぁ-ん]$/.test(value) && /^[\x21-\x7e]/.test(parts[at + 1]?.value ?? '') ? ' ' : ''
      return `${before}${value}${after}`
    })
    .join('')
}

function knownZone(timeZone: string): string {
  const kept = ZONES.get(timeZone)
  if (kept !== undefined) return kept
  const known = resolvedZone(timeZone)
  if (ZONES.size < MOST_ZONES) ZONES.set(timeZone, known)
  return known
}

function resolvedZone(timeZone: string): string {
  try {
    const { timeZone: zone } = new Intl.DateTimeFormat('en-US', { timeZone }).resolvedOptions()
    return zone.startsWith('+') || zone.startsWith('-') ? 'UTC' : zone
  } catch {
    return 'UTC'
  }
}

const plainSpaces = (text: string): string => text.replace(/[\u00a0\u202f]/g, ' ')

// Zone names are sent by clients: their spellings are bounded here, the zones themselves by Intl.
const MOST_ZONES = 1000
const ZONES = new Map<string, string>()
const FORMATS = new Map<string, Format>()

const UNPRINTABLE = /[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029\u115f\u1160\u3164\uffa0]+/gu
