import { dayAfter } from '../../domain/working-days.ts'

/** Days of a calendar, both included, as `2026-11-21`; open where one is missing. */
export type Days = { since?: string; until?: string }

/**
 * The days that a text names: “yesterday”, “last week”, “since 3 March”, “between 1 and 5 May”, 「先月」「12月3日から」「直近2週間」.
 * What has no year lies behind `today`. Undefined where it names none.
 * @param text in lower case and NFKC
 * @param today the asker's own day
 */
export function daysNamed(text: string, today: string): Days | undefined {
  if (!DATED.test(text)) return undefined
  const named = [...mentions(text, today)].sort((one, other) => one.start - other.start)
  const [first, second] = named
  if (first === undefined) return undefined
  if (second !== undefined && isRange(text, first, second))
    return { since: first.since, until: behind(first, second, text) }
  const before = text.slice(Math.max(0, first.start - 24), first.start)
  const after = text.slice(first.end, first.end + 6)
  if (SINCE_BEFORE.test(before) || SINCE_AFTER.test(after)) return { since: first.since }
  if (PAST_BEFORE.test(before)) return { since: dayAfter(first.until) }
  if (EARLIER_BEFORE.test(before) || EARLIER_AFTER.test(after)) return { until: dayAfter(first.since, -1) }
  if (UNTIL_BEFORE.test(before) || UNTIL_AFTER.test(after)) return { until: first.until }
  return { since: first.since, until: first.until }
}

/** Where the first day of a range has a year and the last has none, it is the same or the next one. */
function behind(first: Mention, last: Mention, text: string): string {
  const isDated = ({ start, end }: Mention): boolean => /\d{4}/.test(text.slice(start, end))
  if (!isDated(first) || isDated(last)) return last.until
  const until = `${yearOf(first.since)}${last.until.slice(4)}`
  return until < first.since ? `${yearOf(first.since) + 1}${last.until.slice(4)}` : until
}

type Mention = Required<Days> & { start: number; end: number }

const SINCE_BEFORE = /\b(?:since|from|starting|beginning)(?: (?:on|in|with|the))*\s*$/
const SINCE_AFTER = /^\s*(?:以降|以後|から(?!です)|より後)/
const PAST_BEFORE = /\bafter(?: (?:on|the))*\s*$/
const EARLIER_BEFORE = /\bbefore(?: (?:on|in|the))*\s*$/
const EARLIER_AFTER = /^\s*(?:より前|の前|以前)/
const UNTIL_BEFORE = /\b(?:until|till|up to|by|through)(?: (?:on|in|the|end of))*\s*$/
const UNTIL_AFTER = /^\s*まで/

const isRange = (text: string, { end }: Mention, { start, end: close }: Mention): boolean => {
  const between = text.slice(end, start).trim()
  return (
    /^(?:and|to|until|till|through|-|–|~|〜|から|と)(?: the)?$/.test(between) &&
    (between !== 'and' || /\bbetween\b/.test(text)) &&
    (between !== 'と' || /^の間/.test(text.slice(close)))
  )
}

const MONTHS = 'jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec'
/** What every way to name a day has some of; most texts have none. */
const DATED = new RegExp(`[\\d日週月年曜]|day|week|month|year|きのう|きょう|おととい|\\b(?:${MONTHS})`)
const MONTH = `(${MONTHS})[a-z]*\\.?`
const WEEKDAYS = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday']
const DAY_OF_MONTH = '(\\d{1,2})(?:st|nd|rd|th)?'

type Read = (found: RegExpExecArray, today: string) => Required<Days> | undefined

/** The longer ways to write a day stand before those that they contain. */
const WAYS: readonly (readonly [RegExp, Read])[] = [
  [
    /(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)/g,
    ([, year, month, day]) => oneDay(Number(year), Number(month), Number(day)),
  ],
  [
    /(\d{4})年\s*(\d{1,2})月\s*(\d{1,2})日/g,
    ([, year, month, day]) => oneDay(Number(year), Number(month), Number(day)),
  ],
  [/(\d{4})年\s*(\d{1,2})月(?!間)/g, ([, year, month]) => wholeMonth(Number(year), Number(month))],
  [
    new RegExp(`\\b${DAY_OF_MONTH} (?:of )?${MONTH}(?:,? (\\d{4}))?(?![a-z\\d])`, 'g'),
    ([, day, month = '', year], today) => dayOf(monthIn(month), Number(day), year, today),
  ],
  [
    new RegExp(`\\b${MONTH} ${DAY_OF_MONTH}(?![\\d:])(?:,? (\\d{4}))?(?!\\d)`, 'g'),
    ([, month = '', day, year], today) => dayOf(monthIn(month), Number(day), year, today),
  ],
  [/(?<!\d)(\d{1,2})月\s*(\d{1,2})日/g, ([, month, day], today) => dayOf(Number(month), Number(day), undefined, today)],
  [
    /(?<![\d/.])(\d{1,2})\/(\d{1,2})(?![\d/])/g,
    ([, month, day], today) => dayOf(Number(month), Number(day), undefined, today),
  ],
  [
    new RegExp(`(?<=\\b(?:in|since|from|during|last|until|before|after|of) )${MONTH}(?: (\\d{4}))?(?![a-z\\d])`, 'g'),
    ([, month = '', year], today) => monthOf(monthIn(month), year, today),
  ],
  [
    /(?<![\d年かヶケカヵ箇個])(\d{1,2})月(?![\d\s]*日|間)/g,
    ([, month], today) => monthOf(Number(month), undefined, today),
  ],
  [/\bthe day before yesterday\b|一昨日|おととい/g, (_, today) => fewDays(today, -2, 1)],
  [/\byesterday\b|昨日|きのう/g, (_, today) => fewDays(today, -1, 1)],
  [/\btoday\b|今日|本日|きょう/g, (_, today) => fewDays(today, 0, 1)],
  [/\bthis week\b|今週/g, (_, today) => weekOf(today, 0)],
  [/\blast week\b|先週|前の週/g, (_, today) => weekOf(today, -1)],
  [/\bthe week before last\b|先々週/g, (_, today) => weekOf(today, -2)],
  [/\bthis month\b|今月/g, (_, today) => monthBack(today, 0)],
  [/\blast month\b|先月|前月/g, (_, today) => monthBack(today, 1)],
  [/\bthe month before last\b|先々月/g, (_, today) => monthBack(today, 2)],
  [/\bthis year\b|今年|本年/g, (_, today) => wholeYear(yearOf(today))],
  [/\blast year\b|昨年|去年|前年/g, (_, today) => wholeYear(yearOf(today) - 1)],
  [
    /\b(?:in |over |within |during )?(?:the )?(?:last|past|previous) (\d{1,3}) (day|week|month)s?\b/g,
    ([, count, unit = ''], today) => lately(Number(count), unit, today),
  ],
  [
    /(?:過去|直近|最近|ここ|この)(?:の)?\s*(\d{1,3})\s*(日|週|[かヶケカヵ箇個]月)間?/g,
    ([, count, unit = ''], today) => lately(Number(count), unit, today),
  ],
  [
    /\b(\d{1,3}|a) (day|week)s? ago\b/g,
    ([, count = '', unit], today) =>
      fewDays(today, -(count === 'a' ? 1 : Number(count)) * (unit === 'week' ? 7 : 1), 1),
  ],
  [/(?<!\d)(\d{1,3})日前/g, ([, count], today) => fewDays(today, -Number(count), 1)],
  [
    new RegExp(`\\b(?:last |this )?(${WEEKDAYS.join('|')})\\b`, 'g'),
    ([, weekday = ''], today) => lastWeekday(WEEKDAYS.indexOf(weekday), today),
  ],
  [/([日月火水木金土])曜日?/g, ([, weekday = ''], today) => lastWeekday('日月火水木金土'.indexOf(weekday), today)],
]

function* mentions(text: string, today: string): Generator<Mention> {
  let rest = text
  for (const [way, read] of WAYS)
    for (const found of rest.matchAll(way)) {
      const days = read(found, today)
      if (days === undefined) continue
      const [start, end] = [found.index, found.index + found[0].length]
      rest = rest.slice(0, start) + ' '.repeat(end - start) + rest.slice(end)
      yield { ...days, start, end }
    }
}

const iso = (year: number, month: number, day: number): string =>
  new Date(Date.UTC(year, month - 1, day)).toISOString().slice(0, 10)

const yearOf = (day: string): number => Number(day.slice(0, 4))

const monthIn = (name: string): number => MONTHS.split('|').indexOf(name.slice(0, 3)) + 1

function oneDay(year: number, month: number, day: number): Required<Days> | undefined {
  const since = iso(year, month, day)
  return since === `${String(year).padStart(4, '0')}-${pad(month)}-${pad(day)}` ? { since, until: since } : undefined
}

const pad = (number: number): string => String(number).padStart(2, '0')

/** Of no year said, the last one that is not to come. */
function dayOf(month: number, day: number, year: string | undefined, today: string): Required<Days> | undefined {
  if (year !== undefined) return oneDay(Number(year), month, day)
  const found = oneDay(yearOf(today), month, day)
  return found && found.since > today ? oneDay(yearOf(today) - 1, month, day) : found
}

const wholeMonth = (year: number, month: number): Required<Days> | undefined =>
  month >= 1 && month <= 12 ? { since: iso(year, month, 1), until: iso(year, month + 1, 0) } : undefined

function monthOf(month: number, year: string | undefined, today: string): Required<Days> | undefined {
  if (year !== undefined) return wholeMonth(Number(year), month)
  return wholeMonth(iso(yearOf(today), month, 1) > today ? yearOf(today) - 1 : yearOf(today), month)
}

const monthBack = (today: string, back: number): Required<Days> | undefined => {
  const first = iso(yearOf(today), Number(today.slice(5, 7)) - back, 1)
  return wholeMonth(yearOf(first), Number(first.slice(5, 7)))
}

const wholeYear = (year: number): Required<Days> => ({ since: iso(year, 1, 1), until: iso(year, 12, 31) })

const fewDays = (today: string, from: number, count: number): Required<Days> => ({
  since: dayAfter(today, from),
  until: dayAfter(today, from + count - 1),
})

/** Weeks begin on Monday. */
const weekOf = (today: string, weeks: number): Required<Days> => {
  const weekday = (new Date(`${today}T00:00:00Z`).getUTCDay() + 6) % 7
  return fewDays(today, weeks * 7 - weekday, 7)
}

const lastWeekday = (weekday: number, today: string): Required<Days> =>
  fewDays(today, -((new Date(`${today}T00:00:00Z`).getUTCDay() - weekday + 7) % 7), 1)

const lately = (count: number, unit: string, today: string): Required<Days> => {
  const days = /^(?:day|日)/.test(unit) ? 1 : /^(?:week|週)/.test(unit) ? 7 : 30
  return { since: dayAfter(today, 1 - count * days), until: today }
}
