const WORDS: Readonly<Record<string, number>> = {
  a: 1,
  an: 1,
  one: 1,
  two: 2,
  couple: 2,
  three: 3,
  few: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  twelve: 12,
  fourteen: 14,
  fifteen: 15,
  twenty: 20,
  thirty: 30,
  forty: 40,
  sixty: 60,
  ninety: 90,
  half: 0.5,
}
const UNITS: Readonly<Record<string, number>> = {
  day: 1,
  week: 7,
  fortnight: 14,
  month: 30,
  quarter: 90,
  year: 365,
  日: 1,
  週: 7,
  週間: 7,
  月: 30,
  年: 365,
}

/** 30d, 2w, 6 mths, 1yr. */
const SHORT: Readonly<Record<string, string>> = { d: 'day', w: 'week', m: 'month', y: 'year' }

const NUMBER = `\\d{1,4}|${Object.keys(WORDS).join('|')}`
const ENGLISH = new RegExp(
  `\\b(?:(${NUMBER})(?: (?:of|a|an|full|whole|entire|calendar|business|working|or more))*[ -]|(?:over|than|past|beyond|exceeding) (?:the |one |a )?(?:last |past )?)(day|week|fortnight|month|quarter|year)s?\\b|\\b(\\d{1,3}) ?(d|w|wks?|mths?|mos?|yrs?)\\b`,
  'i',
)
const SPEAKS_OF_TIME = /day|week|fortnight|month|quarter|year|\d ?(?:d|w|m|y)|[日週月年]/i
const JAPANESE =
  /((?<!\d)\d{1,3}|[一二三四五六七八九十百]+|半|数)\s*(?:営業)?(?:(日|年)間?|(週)間?|[かヶケカヵ箇個](月)間?)(半)?|(半月|半年|ひと月|一月(?=以上))/

/** How many days a text speaks of: 14 for “two weeks”, 30 for 「1か月以上」; a weekday or a date is none. */
export function daysIn(text: string): number | undefined {
  if (!SPEAKS_OF_TIME.test(text)) return undefined
  const japanese = JAPANESE.exec(text)
  if (japanese) {
    const [, count = '', day, week, month, half, fixed] = japanese
    if (fixed) return fixed === '半年' ? 180 : fixed === '半月' ? 15 : 30
    const unit = UNITS[day ?? week ?? month ?? '日'] ?? 1
    return Math.round(numberOf(count) * unit + (half ? unit / 2 : 0))
  }
  const english = ENGLISH.exec(text)
  if (!english) return undefined
  const [, count = english[3], unit = SHORT[english[4]?.[0] ?? 'd'] ?? 'day'] = english
  return Math.round((count === undefined ? 1 : numberOf(count.toLowerCase())) * (UNITS[unit.toLowerCase()] ?? 1))
}

const DIGITS = '〇一二三四五六七八九'

function numberOf(text: string): number {
  if (/^\d+$/.test(text)) return Number(text)
  if (text === '半') return 0.5
  if (text === '数') return 3
  const word = WORDS[text]
  if (word !== undefined) return word
  const [, hundreds = '', tens = '', ones = ''] = /^(?:(.?)百)?(?:(.?)十)?(.?)$/.exec(text) ?? []
  const digit = (character: string): number => Math.max(0, DIGITS.indexOf(character || '〇'))
  const many = (sign: string, character: string, value: number): number =>
    text.includes(sign) ? (digit(character) || 1) * value : 0
  return many('百', hundreds, 100) + many('十', tens, 10) + digit(ones)
}
