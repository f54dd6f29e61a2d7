import { describe, expect, it } from 'vitest'
import { countryRule, isPhoneIn, isPostalCode, normalPostalCode, stateCode } from '../../domain/countries.ts'
import { countries } from '../../domain/regions.ts'

const WITH_DATA = ['JP', 'US', 'DE', 'FR', 'GB']

describe('the address of a country', () => {
  it('has the 47 prefectures of Japan from north to south', () => {
    const states = countryRule('JP').states ?? []
    expect(states).toHaveLength(47)
    expect(states.map(({ code }) => code)).toEqual(
      Array.from({ length: 47 }, (_, at) => `JP-${String(at + 1).padStart(2, '0')}`),
    )
    expect(states[0]).toEqual({ code: 'JP-01', en: 'Hokkaido', ja: '北海道' })
    expect(states[12]).toEqual({ code: 'JP-13', en: 'Tokyo', ja: '東京都' })
    expect(states[46]).toEqual({ code: 'JP-47', en: 'Okinawa', ja: '沖縄県' })
    expect(new Set(states.map(({ ja }) => ja)).size).toBe(47)
    expect(new Set(states.map(({ en }) => en)).size).toBe(47)
  })

  it('has fifty states and the District of Columbia', () => {
    const states = countryRule('US').states ?? []
    expect(new Set(states.map(({ code }) => code)).size).toBe(51)
    expect(states.every(({ code }) => /^US-[A-Z]{2}$/.test(code))).toBe(true)
    expect(states).toContainEqual(expect.objectContaining({ code: 'US-DC', en: 'District of Columbia' }))
  })

  it.each(WITH_DATA)('of %s shows a sample that fits its own patterns', (country) => {
    const { postalCode, postalCodeRequired } = countryRule(country)
    expect(postalCodeRequired).toBe(true)
    expect(postalCode?.sample).toMatch(new RegExp(postalCode?.pattern ?? '$^'))
    expect(postalCode?.sample).toMatch(new RegExp(postalCode?.typed ?? '$^'))
    expect(isPostalCode(country, postalCode?.sample ?? '')).toBe(true)
  })

  it('asks elsewhere for no state and no postal code', () => {
    expect(countryRule('PT')).toEqual({
      stateRequired: false,
      postalCodeRequired: false,
      registrationIdRequired: false,
      timeZone: 'Europe/Lisbon',
    })
    expect(isPostalCode('PT', 'anything')).toBe(true)
  })

  it.each(['BR', 'IN', 'VN', 'ZA', 'AE', 'CN'])('of %s goes with a registration ID (Appendix B)', (country) => {
    expect(countryRule(country).registrationIdRequired).toBe(true)
  })

  it.each([...WITH_DATA, 'KR', 'TW'])('of %s does without a registration ID', (country) => {
    expect(countryRule(country).registrationIdRequired).toBe(false)
  })

  it('lies in a time zone, for every inhabited market', () => {
    for (const country of [...countries(), 'CN', 'nowhere']) {
      const { timeZone } = countryRule(country)
      expect(() => new Intl.DateTimeFormat('en-US', { timeZone })).not.toThrow()
    }
    expect(countries().filter((country) => countryRule(country).timeZone === 'UTC')).toEqual(['BV', 'HM'])
  })
})

describe('a postal code', () => {
  it.each([
    ['JP', '1234567', '123-4567'],
    ['JP', '１２３４５６７', '123-4567'],
    ['JP', '１２３－４５６７', '123-4567'],
    ['JP', '123ー4567', '123-4567'],
    ['JP', '123−4567', '123-4567'],
    ['JP', '〒123‐4567', '123-4567'],
    ['JP', '〒 123-4567', '123-4567'],
    ['US', '980521234', '98052-1234'],
    ['US', '98052', '98052'],
    ['DE', ' 10117 ', '10117'],
    ['FR', '75 008', '75008'],
    ['GB', 'sw1a1aa', 'SW1A 1AA'],
    ['GB', 'M1 1AE', 'M1 1AE'],
    ['GB', 'gir0aa', 'GIR 0AA'],
  ])('of %s typed %j is kept as %j', (country, typed, kept) => {
    expect(normalPostalCode(country, typed)).toBe(kept)
    expect(isPostalCode(country, kept)).toBe(true)
  })

  it.each(['1234567', '１２３－４５６７', '123ー4567', '123−4567', '〒123‐4567', '〒 123-4567'])(
    'of Japan may be typed %j',
    (typed) => {
      expect(typed).toMatch(new RegExp(countryRule('JP').postalCode?.typed ?? '$^'))
    },
  )

  it.each([
    ['JP', '123456'],
    ['JP', '12345678'],
    ['JP', 'abc-defg'],
    ['US', '9805'],
    ['US', '98052-12'],
    ['DE', '1011'],
    ['GB', 'SW1A'],
    ['GB', '12345'],
  ])('of %s cannot be %j', (country, typed) => {
    expect(isPostalCode(country, normalPostalCode(country, typed))).toBe(false)
  })

  it('is left alone where there is no rule', () => {
    expect(normalPostalCode('PT', ' 1000-001 ')).toBe('1000-001')
  })
})

describe('a state', () => {
  it.each([
    ['JP', 'JP-13', 'JP-13'],
    ['JP', '13', 'JP-13'],
    ['JP', '東京都', 'JP-13'],
    ['JP', 'tokyo', 'JP-13'],
    ['US', 'ca', 'US-CA'],
    ['US', 'California', 'US-CA'],
    ['US', 'カリフォルニア州', 'US-CA'],
    ['JP', '青空県', undefined],
    ['DE', 'Berlin', undefined],
  ])('of %s typed %j is %j', (country, typed, code) => {
    expect(stateCode(country, typed)).toBe(code)
  })

  it('has a name in both languages, or is free text', () => {
    expect(countryRule('JP').states).toContainEqual({ code: 'JP-27', en: 'Osaka', ja: '大阪府' })
    expect(countryRule('FR').states).toBeUndefined()
  })
})

describe('a telephone number in a country', () => {
  it.each([
    ['JP', '０３－１２３４－５６７８', true],
    ['JP', '090-1234-5678', true],
    ['JP', '0120-123-456', true],
    ['JP', '03-1234-5678 内線 12', true],
    ['JP', '+1 425 555 0100', true],
    ['JP', '12345', false],
    ['JP', '03-1234-567', false],
    ['US', '(425) 555-0100 ext. 7', true],
    ['US', '555-0100', false],
    ['FR', '01 23 45 67 89', true],
    ['GB', '020 7946 0000', true],
    ['DE', '030 1234567', true],
    ['PT', '212345678', true],
    ['PT', 'none', false],
  ])('%s %j: %j', (country, phone, good) => {
    expect(isPhoneIn(country, phone)).toBe(good)
  })
})
