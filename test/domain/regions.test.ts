import { describe, expect, it } from 'vitest'
import {
  countries,
  countryName,
  currencyOf,
  marketsIn,
  normalCountry,
  regionName,
  regionOf,
} from '../../domain/regions.ts'

const REGIONS = [...new Set(countries().map((country) => regionOf(country) ?? ''))]

describe('the CSP regions (Appendix A)', () => {
  it('hold 243 markets in fifteen regions', () => {
    expect(countries()).toHaveLength(243)
    expect(REGIONS).toHaveLength(15)
  })

  it('put a country into one region', () => {
    expect(regionOf('JP')).toBe('japan')
    expect(regionOf('FR')).toBe('europe')
    expect(regionOf('GB')).toBe(regionOf('DE'))
    expect(regionOf('US')).toBe('united-states')
    expect(regionOf('ZA')).toBe('mea-cee')
  })

  it.each(['CN', 'CU', 'EH', 'IR', 'KP', 'SD', 'SY', 'XX', '', '__proto__'])('do not know %s', (country) => {
    expect(regionOf(country)).toBeUndefined()
  })

  it.each(['constructor', 'toString', '__proto__', 'atlantis'])('leave %s as it is, which is no region', (text) => {
    expect(regionName(text, 'ja-JP')).toBe(text)
    expect(regionName(text, 'en-US')).toBe(text)
  })

  it('are single countries in Japan and Brazil, and groups elsewhere', () => {
    expect(marketsIn('japan')).toEqual(['JP'])
    expect(marketsIn('brazil')).toEqual(['BR'])
    expect(marketsIn('united-states')).toEqual(['UM', 'US'])
    expect(marketsIn('europe')).toHaveLength(45)
    expect(marketsIn('atlantis')).toEqual([])
  })

  it('know the currency, where the source names one', () => {
    expect(currencyOf('JP')).toBe('JPY')
    expect(currencyOf('GB')).toBe('GBP')
    expect(countries().filter((country) => currencyOf(country) === undefined)).toHaveLength(5)
    expect(currencyOf('CN')).toBeUndefined()
  })

  it('have a name of their own in both languages', () => {
    for (const region of REGIONS) {
      expect(regionName(region, 'en-US')).not.toBe(region)
      expect(regionName(region, 'ja-JP')).toMatch(/^[ァ-ー・一-龠]+$/)
    }
    expect(regionName('europe', 'en-US')).toBe('Europe')
    expect(regionName('europe', 'ja-JP')).toBe('欧州')
    expect(regionName('japan', 'ja-JP')).toBe('日本')
    expect(regionName('atlantis', 'en-US')).toBe('atlantis')
  })
})

describe('the name of a country', () => {
  it('is the source’s own', () => {
    expect(countryName('GB', 'ja-JP')).toBe('英国')
    expect(countryName('FR', 'en-US')).toBe('France')
  })

  it('is the usual one outside the programme, and the text itself where there is none', () => {
    expect(countryName('CN', 'en-US')).toBe('China')
    expect(countryName('CN', 'ja-JP')).toBe('中国')
    expect(countryName('QX', 'en-US')).toBe('QX')
    expect(countryName('Narnia', 'en-US')).toBe('Narnia')
  })

  it.each([
    ['UK', 'GB'],
    [' uk ', 'GB'],
    ['ＪＰ', 'JP'],
    ['jp', 'JP'],
    ['日本', 'JP'],
    ['france', 'FR'],
    ['narnia', 'NARNIA'],
    ['', ''],
  ])('%j means %j', (typed, code) => {
    expect(normalCountry(typed)).toBe(code)
  })
})
