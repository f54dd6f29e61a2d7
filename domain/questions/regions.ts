import type { FACETS } from '../organization/organization.ts'
import type { RegionKey } from '../regions.ts'
import type { Answer } from './answer.ts'
import { answerOfficial } from './official-provider.ts'
import type { Question, QuestionId } from './question.ts'
import { answerRegion, answerTogether } from './region-of.ts'
import type { Sight } from './sight.ts'

/** A company, or whoever is in a country. */
export type PlaceName = { company: string } | { country: string }

/** What answers about regions and the provider directory say (Q11, Q12, Q30). */
export type RegionFinding =
  /** CSP is not offered there; `nearest` are the countries that may have been meant. */
  | { code: 'regions.unknown'; country: string; nearest: readonly string[] }
  | { code: 'regions.together'; a: PlaceName; b: PlaceName; region: RegionKey }
  | { code: 'regions.apart'; a: PlaceName; b: PlaceName; regionA: RegionKey; regionB: RegionKey }
  | { code: 'regions.bothWays' }
  | { code: 'regions.enrollThere' }
  | { code: 'regions.country'; country: string; region: RegionKey }
  | { code: 'regions.company'; company: string; country: string; region: RegionKey }
  | { code: 'regions.currency'; country: string; currency: string }
  | { code: 'regions.noCurrency'; country: string }
  | { code: 'regions.markets'; region: RegionKey; countries: readonly string[] }
  /** When Microsoft's table of markets was last taken over. */
  | { code: 'regions.table'; at: string }
  | { code: 'regions.official'; provider: string; region: RegionKey }
  | { code: 'regions.notOfficial'; company: string; region: RegionKey }
  | { code: 'regions.providers'; region: RegionKey; count: number }
  | { code: 'regions.offers'; services: readonly (typeof FACETS)[number][] }
  | { code: 'regions.contact'; contact: string }
  | { code: 'regions.readOnly' }

/** The questions about regions, each with what answers it. */
export const REGIONS = {
  Q11: answerTogether,
  Q12: answerRegion,
  Q30: answerOfficial,
} satisfies Partial<Record<QuestionId, (question: Question, sight: Sight) => Promise<Answer>>>
