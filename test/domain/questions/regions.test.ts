import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { nearestCountries } from '../../../domain/questions/nearest-countries.ts'
import { asking } from '../../support/asking.ts'

const GRACE = 'grace.miller@partner-desk.example'
const TARO = 'taro.aoki@aozora-soft.example'
const CAMILLE = 'camille.laurent@lumiere-conseil.example'

let house: ReturnType<typeof asking>
beforeEach(() => {
  house = asking()
})
afterEach(() => house.close())

describe('whether two may work together (Q11)', () => {
  it('says yes inside one region', async () => {
    expect(await house.asks(TARO, 'Q11', [], ['DE', 'FR'])).toMatchObject({
      verdict: 'yes',
      headline: { code: 'regions.together', a: { country: 'DE' }, b: { country: 'FR' }, region: 'europe' },
      isPrivate: false,
    })
  })

  it('says no across two, and names both', async () => {
    const answer = await house.asks(TARO, 'Q11', [], ['JP', 'US'])
    expect(answer).toMatchObject({
      verdict: 'no',
      headline: { code: 'regions.apart', regionA: 'japan', regionB: 'united-states' },
    })
    expect(answer.rules.map(({ id }) => id)).toEqual(['R50', 'R64', 'R113'])
  })

  it('takes a company for its country', async () => {
    const toto = house.tenant('東都ディストリビューション')
    const answer = await house.asks(GRACE, 'Q11', [toto], ['JP'])
    expect(answer).toMatchObject({
      verdict: 'yes',
      headline: { a: { company: '東都ディストリビューション' }, b: { country: 'JP' } },
      isPrivate: true,
    })
    const [nordlicht, harbor] = ['Nordlicht Distribution', 'Harbor Dental'].map(house.tenant)
    expect(
      await house.asks(
        GRACE,
        'Q11',
        [nordlicht, harbor].flatMap((one) => one ?? []),
      ),
    ).toMatchObject({
      verdict: 'no',
    })
  })

  it('goes by the country that it does not know', async () => {
    expect(await house.asks(TARO, 'Q11', [], ['JP', 'KP'])).toMatchObject({
      verdict: 'no',
      headline: { code: 'regions.unknown', country: 'KP', nearest: [] },
    })
  })
})

describe('region, currency and market (Q12)', () => {
  it('gives region, currency, every market of the region, and the date of the table', async () => {
    const answer = await house.asks(CAMILLE, 'Q12', [], ['FR'])
    expect(answer.headline).toEqual({ code: 'regions.country', country: 'FR', region: 'europe' })
    expect(answer.findings).toEqual([
      { code: 'regions.currency', country: 'FR', currency: 'EUR' },
      { code: 'regions.markets', region: 'europe', countries: expect.arrayContaining(['DE', 'FR', 'IT']) },
      { code: 'regions.table', at: '2021-04-15' },
    ])
  })

  it('says where a company may sell', async () => {
    const lumiere = house.tenant('Lumière Conseil')
    expect(await house.asks(CAMILLE, 'Q12', [lumiere])).toMatchObject({
      headline: { code: 'regions.company', company: 'Lumière Conseil', country: 'FR', region: 'europe' },
    })
  })

  it('asks whether a mistyped country is another one', async () => {
    const answer = await house.asks(TARO, 'Q12', [], ['GERMAMY'])
    expect(answer).toMatchObject({
      verdict: 'notFound',
      headline: { code: 'regions.unknown', country: 'GERMAMY', nearest: ['DE'] },
      related: [{ id: 'Q12', countries: ['DE'] }],
    })
  })

  it.each([
    ['GERMAMY', ['DE']],
    ['Jpan', ['JP']],
    ['Untied States', ['US']],
    ['フラソス', ['FR']],
    ['Swit', ['CH']],
    ['KP', []],
    ['XYZZY PLUGH', []],
    ['x', []],
    ['', []],
  ])('finds what stands nearest to %s', (typed, nearest) => {
    expect(nearestCountries(typed)).toEqual(nearest)
  })
})

describe('the provider directory (Q30)', () => {
  it('R52 R100: says that a provider is official, what it offers, and who changes the entry', async () => {
    const toto = house.tenant('東都ディストリビューション')
    const answer = await house.asks(TARO, 'Q30', [toto])
    expect(answer).toMatchObject({
      verdict: 'yes',
      headline: { code: 'regions.official', provider: '東都ディストリビューション', region: 'japan' },
    })
    expect(answer.findings?.map(({ code }) => code)).toEqual(['regions.offers', 'regions.contact', 'regions.readOnly'])
    expect(answer.rules.map(({ id }) => id)).toEqual(['R52', 'R100', 'R113'])
  })

  it('says no for another region, and for a company that is no provider', async () => {
    const toto = house.tenant('東都ディストリビューション')
    const foods = house.tenant('さくら食品')
    expect(await house.asks(GRACE, 'Q30', [toto], ['DE'])).toMatchObject({
      verdict: 'no',
      headline: { code: 'regions.notOfficial', region: 'europe' },
    })
    expect(await house.asks(GRACE, 'Q30', [foods])).toMatchObject({ verdict: 'no' })
  })

  it('lists who is official where nobody is named', async () => {
    const answer = await house.asks(TARO, 'Q30', [], ['DE'])
    expect(answer.headline).toEqual({ code: 'regions.providers', region: 'europe', count: 1 })
    expect(answer.rows?.map(({ title }) => title)).toEqual(['Nordlicht Distribution'])
    expect(await house.asks(TARO, 'Q30', [], ['KP'])).toMatchObject({ headline: { code: 'regions.unknown' } })
  })

  it('needs a country from somebody who has no company', async () => {
    expect(await house.asks(GRACE, 'Q30', [])).toMatchObject({ verdict: 'notFound' })
  })
})
