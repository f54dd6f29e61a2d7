import type { PartnerCenter } from '../ports.ts'
import { clean } from '../text.ts'

/** What stands before `.onmicrosoft.com`: 1 to 27 letters or digits (domain.md 2.13). */
const PREFIX = /^[a-z0-9]{1,27}$/
const LONGEST = 27
const SUGGESTIONS = 3

/** As it is kept and asked for: full-width signs made plain, small letters, without a `.onmicrosoft.com` typed after it. */
export const normalDomainPrefix = (text: string): string =>
  clean(text)
    .toLowerCase()
    .replace(/\.onmicrosoft\.com\.?$/, '')

export const isDomainPrefix = (text: string): boolean => PREFIX.test(text)

/**
 * Prefixes that are like `wanted`, the nearest first and none of them `wanted` itself: with the country, with a word, with
 * numbers. Whatever is no letter or digit is left out.
 */
export function likePrefixes(wanted: string, country: string): readonly string[] {
  const stem = normalDomainPrefix(wanted).replace(/[^a-z0-9]/g, '') || 'customer'
  const ends = [country.toLowerCase(), 'group', 'online', ...Array.from({ length: 8 }, (_, n) => String(n + 1))]
  const made = ends.map((end) => `${stem.slice(0, LONGEST - end.length)}${end}`)
  return [...new Set(made)].filter((prefix) => prefix !== wanted && isDomainPrefix(prefix))
}

/** Up to three prefixes like `wanted` that were free a moment ago (CUS_DOMAIN_TAKEN). */
export async function freePrefixes(
  { isDomainFree }: Pick<PartnerCenter, 'isDomainFree'>,
  wanted: string,
  country: string,
): Promise<readonly string[]> {
  const free: string[] = []
  for (const prefix of likePrefixes(wanted, country)) {
    if (free.length === SUGGESTIONS) return free
    if (await isDomainFree(prefix)) free.push(prefix)
  }
  return free
}
