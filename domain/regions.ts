import type { Locale } from './actor.ts'
import regions from './regions.json' with { type: 'json' }

/** Appendix A of domain.md: the CSP regions; a partner may sell in every market of its own (R64). */
export type RegionKey = string

type Market = { region: string; currency: string | null; en: string; ja: string }
const MARKETS: ReadonlyMap<string, Market> = new Map(Object.entries(regions as Record<string, Market>))

/** The CSP region of an ISO 3166-1 alpha-2 country, or undefined where CSP is not offered (REGION_UNKNOWN). */
export const regionOf = (country: string): RegionKey | undefined => MARKETS.get(country)?.region

/** The currency CSP bills in; undefined where the source names none or CSP is not offered (Q12). */
export const currencyOf = (country: string): string | undefined => MARKETS.get(country)?.currency ?? undefined

/** The ISO codes of every market, in code order. */
export const countries = (): readonly string[] => CODES

/** The markets of one region, in code order: where a partner of that region may sell (R64). */
export const marketsIn = (region: RegionKey): readonly string[] => CODES.filter((code) => regionOf(code) === region)

/** The source's own name of a market; the usual name of a country outside the programme; else the code itself. */
export function countryName(country: string, locale: Locale): string {
  const market = MARKETS.get(country)
  if (market) return locale === 'ja-JP' ? market.ja : market.en
  if (!/^[A-Z]{2}$/.test(country)) return country
  return NAMES[locale].of(country) ?? country
}

/** A region as people write it: 日本, 欧州; the key itself when there is no such region. */
export function regionName(region: RegionKey, locale: Locale): string {
  const names = REGION_NAMES.get(region)
  if (!names) return region
  return locale === 'ja-JP' ? names.ja : names.en
}

/**
 * The code that was meant: any width and case, `UK` for `GB` (domain.md 2.6), a country's name in either language.
 * Anything else comes back in upper case, so that the region table can refuse it.
 */
export function normalCountry(text: string): string {
  const plain = text.normalize('NFKC').trim()
  const code = plain.toUpperCase()
  if (code === 'UK') return 'GB'
  return CODES_BY_NAME.get(plain.toLowerCase()) ?? code
}

const CODES: readonly string[] = [...MARKETS.keys()].sort()

const CODES_BY_NAME: ReadonlyMap<string, string> = new Map(
  [...MARKETS].flatMap(([code, { en, ja }]) => [en, ja].map((name) => [name.normalize('NFKC').toLowerCase(), code])),
)

const NAMES: Record<Locale, Intl.DisplayNames> = {
  'en-US': new Intl.DisplayNames('en-US', { type: 'region', fallback: 'code' }),
  'ja-JP': new Intl.DisplayNames('ja-JP', { type: 'region', fallback: 'code' }),
}

const REGION_NAMES: ReadonlyMap<RegionKey, { en: string; ja: string }> = new Map(
  Object.entries({
    africa: { en: 'Africa', ja: 'アフリカ' },
    'asia-pacific': { en: 'Asia Pacific', ja: 'アジア太平洋' },
    australia: { en: 'Australia', ja: 'オーストラリア' },
    brazil: { en: 'Brazil', ja: 'ブラジル' },
    canada: { en: 'Canada', ja: 'カナダ' },
    europe: { en: 'Europe', ja: '欧州' },
    india: { en: 'India', ja: 'インド' },
    japan: { en: 'Japan', ja: '日本' },
    korea: { en: 'Korea', ja: '韓国' },
    'latam-caribbean': { en: 'Latin America and the Caribbean', ja: '中南米・カリブ海' },
    'mea-cee': { en: 'Middle East, Africa, and Central and Eastern Europe', ja: '中東・アフリカ・中東欧' },
    'new-zealand': { en: 'New Zealand', ja: 'ニュージーランド' },
    russia: { en: 'Russia', ja: 'ロシア' },
    taiwan: { en: 'Taiwan', ja: '台湾' },
    'united-states': { en: 'United States', ja: '米国' },
  }),
)
