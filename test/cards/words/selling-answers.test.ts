import { describe, expect, it } from 'vitest'
import { OF_A_COMPANY } from '../../../cards/words/answers/checks.ts'
import { checksEn } from '../../../cards/words/answers/checks-en.ts'
import { checksJa } from '../../../cards/words/answers/checks-ja.ts'
import { regionsEn } from '../../../cards/words/answers/regions-en.ts'
import { regionsJa } from '../../../cards/words/answers/regions-ja.ts'
import { sellingEn } from '../../../cards/words/answers/selling-en.ts'
import { sellingJa } from '../../../cards/words/answers/selling-ja.ts'
import { formatFor } from '../../../cards/words/format.ts'
import { explain } from '../../../cards/words/refusals.ts'
import { refusalsEn } from '../../../cards/words/refusals-en.ts'
import { refusalsJa } from '../../../cards/words/refusals-ja.ts'
import { termsEn } from '../../../cards/words/terms-en.ts'
import { termsJa } from '../../../cards/words/terms-ja.ts'
import { CHECKS, type Check } from '../../../domain/questions/answer.ts'
import type { RegionFinding } from '../../../domain/questions/regions.ts'
import type { SellingFinding } from '../../../domain/questions/selling.ts'
import { marketsIn } from '../../../domain/regions.ts'
import { faultsOf } from './plain.ts'
import { refusalSamples } from './refusal-samples.ts'

type Of<F extends { code: string }> = { [C in F['code']]: readonly Omit<Extract<F, { code: C }>, 'code'>[] }

const seller = 'Contoso'
const pair = { reseller: 'Fabrikam', provider: 'Contoso' }
const company = 'Contoso'

/** Every finding with all that changes its sentence; complete by type. */
const SELLING: Of<SellingFinding> = {
  'selling.can': [
    { seller, way: 'directly' },
    { seller, way: 'asProvider', buyer: { company: 'Fabrikam' } },
    { seller, way: 'directly', buyer: { country: 'US' } },
  ],
  'selling.canThrough': [
    { seller, providers: ['Fabrikam'] },
    { seller, providers: [], buyer: { country: 'JP' } },
    { seller, providers: ['Fabrikam', 'Northwind'], buyer: { company: 'Adatum' } },
  ],
  'selling.cannot': [
    { seller, reasons: 1 },
    { seller, reasons: 2, buyer: { country: 'US' } },
  ],
  'selling.providerCreates': [
    { reseller: 'Fabrikam', providers: [] },
    { reseller: 'Fabrikam', providers: ['Contoso'] },
  ],
  'selling.resellerOptional': [{ provider: 'Contoso' }],
  'selling.existingDirect': [{ company }],
  'selling.supplierReady': [{}],
  'selling.supplierBlocked': [{ reasons: 1 }, { reasons: 3 }],
  'selling.canAdd': [
    { company, as: 'indirectProvider' },
    { company, as: 'directBill' },
  ],
  'selling.cannotAdd': [{ company, reasons: 1 }],
  'selling.addThroughProvider': [
    { company, providers: [] },
    { company, providers: ['Fabrikam', 'Northwind'] },
  ],
  'selling.noRollback': [{ company }],
  'selling.notBoth': [
    { company, kind: 'prospect' },
    { company, kind: 'indirectProvider' },
  ],
  'selling.withdrawable': [{ company }],
  'selling.endPartnership': [{ company }],
  'selling.canTransition': [{ company }],
  'selling.cannotTransition': [{ company, reasons: 4 }],
  'selling.alreadyReseller': [
    { company, kind: 'indirectReseller' },
    { company, kind: 'both' },
  ],
  'selling.enrollInstead': [{ company }],
  'selling.transitionSteps': [{}],
  'selling.pairPartners': [{ ...pair, since: '2025-12-05T06:03:00.000Z' }],
  'selling.pairCustomer': [pair],
  'selling.pairFree': [pair, { ...pair, inCsp: true }],
  'selling.pairApart': [pair],
  'selling.pairUnrecorded': [pair],
  'selling.optionOtherTenant': (['csp', 'customer', 'both', 'neither'] as const).map((present) => ({
    ...pair,
    present,
  })),
  'selling.optionOtherProvider': [pair],
  'selling.optionKeepCustomer': [pair],
  'selling.optionEndCustomer': [pair],
  'selling.optionResellerOnly': [pair],
  'selling.optionCustomerOnly': [pair],
  'selling.buyOnOtherTenant': [{ company }],
  'selling.buyFromAnyone': [{ company }],
  'selling.buyFrom': [{}, { region: 'united-states' }],
  'selling.buyNotOnCspTenant': [{}],
  'selling.buyNotFromSelf': [{ company }],
  'selling.buyNotFromPartner': [{ company, providers: ['Fabrikam'] }],
  'selling.buyFromProvider': [{}],
}

const REGIONS: Of<RegionFinding> = {
  'regions.unknown': [
    { country: 'KP', nearest: [] },
    { country: 'GERMAMY', nearest: ['DE'] },
  ],
  'regions.together': [
    { a: { country: 'DE' }, b: { country: 'FR' }, region: 'europe' },
    { a: { company: 'Contoso' }, b: { country: 'US' }, region: 'united-states' },
  ],
  'regions.apart': [{ a: { company: 'Contoso' }, b: { country: 'US' }, regionA: 'japan', regionB: 'united-states' }],
  'regions.bothWays': [{}],
  'regions.enrollThere': [{}],
  'regions.country': [
    { country: 'US', region: 'united-states' },
    { country: 'JP', region: 'japan' },
  ],
  'regions.company': [{ company, country: 'DE', region: 'europe' }],
  'regions.currency': [{ country: 'JP', currency: 'JPY' }],
  'regions.noCurrency': [{ country: 'JP' }],
  'regions.markets': [
    { region: 'japan', countries: ['JP'] },
    { region: 'europe', countries: marketsIn('europe') },
  ],
  'regions.table': [{ at: '2021-04-15' }],
  'regions.official': [{ provider: 'Contoso', region: 'japan' }],
  'regions.notOfficial': [{ company, region: 'united-states' }],
  'regions.providers': [
    { region: 'japan', count: 0 },
    { region: 'europe', count: 12 },
  ],
  'regions.offers': [{ services: ['training', 'financing'] }],
  'regions.contact': [{ contact: 'partners@contoso.example' }],
  'regions.readOnly': [{}],
}

const inEnglish = formatFor('en-US', 'Asia/Tokyo')
const inJapanese = formatFor('ja-JP', 'Asia/Tokyo')
type Sentences = Record<string, (finding: unknown) => string>
const en = { ...sellingEn(inEnglish, termsEn), ...regionsEn(inEnglish, termsEn) } as unknown as Sentences
const ja = { ...sellingJa(inJapanese, termsJa), ...regionsJa(inJapanese, termsJa) } as unknown as Sentences
const samples = Object.entries({ ...SELLING, ...REGIONS }).flatMap(([code, each]) =>
  (each as readonly object[]).map((data) => [code, { code, ...data }] as const),
)

describe('what answers about selling and regions say', () => {
  it.each(samples)('%s is clean in both languages', (code, finding) => {
    // Lists and addresses end without a stop.
    const ending = (fault: string): boolean => !fault.startsWith('no stop')
    expect(faultsOf(en[code]?.(finding) ?? '', 'en-US').filter(ending)).toEqual([])
    expect(faultsOf(ja[code]?.(finding) ?? '', 'ja-JP').filter(ending)).toEqual([])
  })

  it('names a company and a country as the language does', () => {
    const [, , country] = SELLING['selling.can']
    expect(en['selling.can']?.(country)).toBe('Contoso can sell to customers in the United States directly.')
    expect(ja['selling.can']?.(country)).toBe('Contoso は、直接請求パートナーとして 米国 の顧客に販売できます。')
    const [, , through] = SELLING['selling.canThrough']
    expect(en['selling.canThrough']?.(through)).toBe('Contoso can sell to Adatum, supplied by Fabrikam or Northwind.')
    expect(ja['selling.canThrough']?.(through)).toBe(
      'Contoso は、Fabrikam または Northwind を通じて Adatum に販売できます。',
    )
  })

  it('asks whether a mistyped country was another one', () => {
    const [, mistyped] = REGIONS['regions.unknown']
    expect(en['regions.unknown']?.(mistyped)).toContain('Did you mean Germany?')
    expect(ja['regions.unknown']?.(mistyped)).toContain('名前が近い国または地域: ドイツ')
  })
})

describe('the line of a check', () => {
  const line = {
    en: checksEn(inEnglish, termsEn, (refusal) => explain(refusal, refusalsEn(inEnglish))),
    ja: checksJa(inJapanese, termsJa, (refusal) => explain(refusal, refusalsJa(inJapanese))),
  }
  const check = (over: Partial<Check>): Check => ({
    rule: 'R64',
    source: 'S3 scenario 7',
    about: 'customerRegion',
    outcome: 'holds',
    refusals: [],
    ...over,
  })
  const outcomes = CHECKS.flatMap((about) =>
    (['holds', 'unknown'] as const).flatMap((outcome) =>
      ['Contoso', undefined].map(
        (name) => [about, outcome, check({ about, outcome, ...(name ? { company: name } : {}) })] as const,
      ),
    ),
  )

  it.each(outcomes)('%s, when it %s, is clean in both languages', (_, __, one) => {
    expect(faultsOf(line.en(one), 'en-US')).toEqual([])
    expect(faultsOf(line.ja(one), 'ja-JP')).toEqual([])
  })

  it.each(OF_A_COMPANY)('%s is said of the company, not to the reader', (code) => {
    for (const refusal of refusalSamples[code]) {
      const failed = check({ outcome: 'fails', refusals: [refusal], company: 'Contoso' })
      expect(faultsOf(line.en(failed), 'en-US')).toEqual([])
      expect(faultsOf(line.ja(failed), 'ja-JP')).toEqual([])
      expect(line.en(failed)).not.toMatch(/\byou(r|rs)?\b/i)
      expect(line.ja(failed)).not.toMatch(/貴社|ご自身|ください/)
    }
  })

  it('says the refusal’s own sentence where it speaks of nobody', () => {
    const [refusal] = refusalSamples.PAR_NOT_ENROLLED
    const failed = check({ about: 'enrolled', outcome: 'fails', refusals: [refusal], company: 'Fabrikam' })
    expect(line.en(failed)).toMatch(/^Fabrikam isn't enrolled as an indirect reseller\./)
    expect(line.ja(failed)).toMatch(/^Fabrikam は間接リセラーとして登録されていません。/)
  })

  it('says that a reseller has no provider at all', () => {
    const failed = check({
      about: 'partnership',
      outcome: 'fails',
      refusals: [{ code: 'PAR_NONE', a: 'Fabrikam', b: '' }],
    })
    expect(line.en(failed)).toMatch(/^Fabrikam has no indirect provider\. One of its region can request a partnership/)
    expect(line.ja(failed)).toMatch(/^Fabrikam には間接プロバイダーとのパートナーシップがありません。/)
  })
})
