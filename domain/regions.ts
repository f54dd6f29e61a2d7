import regions from './regions.json' with { type: 'json' }

/** Appendix A of domain.md: the CSP regions; a partner may sell in every market of its own (R64). */
export type RegionKey = string

type Market = { region: string; currency: string | null; en: string; ja: string }
const MARKETS: ReadonlyMap<string, Market> = new Map(Object.entries(regions as Record<string, Market>))

/** The CSP region of an ISO 3166-1 alpha-2 country, or undefined where CSP is not offered (REGION_UNKNOWN). */
export const regionOf = (country: string): RegionKey | undefined => MARKETS.get(country)?.region
