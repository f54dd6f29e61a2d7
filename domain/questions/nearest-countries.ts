import { countries, countryName } from '../regions.ts'
import { nameKey } from '../text.ts'

const MOST = 3

/**
 * The markets whose name in either language stands nearest to what was typed: a letter wrong in four, or the beginning of
 * one. None for the code of a country that exists and has no CSP.
 */
export function nearestCountries(typed: string): readonly string[] {
  const sought = nameKey(typed)
  if (sought.length < 2 || isCountry(typed)) return []
  const near = countries().flatMap((code) => {
    const distances = [countryName(code, 'en-US'), countryName(code, 'ja-JP')].map((name) => distance(sought, name))
    const best = Math.min(...distances)
    return best <= sought.length / 4 ? [{ code, best }] : []
  })
  return near
    .sort((a, b) => a.best - b.best || (a.code < b.code ? -1 : 1))
    .slice(0, MOST)
    .map(({ code }) => code)
}

/** Whether it is the code of a country, with CSP or without. */
const isCountry = (code: string): boolean => /^[A-Z]{2}$/.test(code) && countryName(code, 'en-US') !== code

function distance(sought: string, name: string): number {
  const key = nameKey(name)
  return sought.length >= 3 && key.startsWith(sought) ? 0 : edits(sought, key)
}

/** How many letters have to be put in, taken out, exchanged, or swapped with the next. */
function edits(a: string, b: string): number {
  let before: readonly number[] = []
  let row: readonly number[] = Array.from({ length: b.length + 1 }, (_, at) => at)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++) {
      const isSame = a[i - 1] === b[j - 1]
      const isSwapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]
      const ways = [(row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + (isSame ? 0 : 1)]
      next.push(Math.min(...ways, ...(isSwapped ? [(before[j - 2] ?? 0) + 1] : [])))
    }
    before = row
    row = next
  }
  return row[b.length] ?? 0
}
