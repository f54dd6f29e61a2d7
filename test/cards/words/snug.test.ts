import { describe, expect, it } from 'vitest'
import { words } from '../../../cards/words/words.ts'
import { textsOf } from '../../support/card-walk.ts'
import { sampleCards } from '../../support/sample-cards.ts'
import { type Cast, typical } from '../../support/sample-cast.ts'

const ja = words('ja-JP', 'Asia/Tokyo')

describe('a name in a Japanese sentence', () => {
  it('stands without spaces beside Japanese, and with them in Latin letters', () => {
    const refusal = (reseller: string) => ja.refusal({ code: 'MPA_REQUIRED_RESELLER', reseller, region: 'japan' })
    expect(refusal('青空ソフト')).toMatch(/^青空ソフトは日本の Microsoft Partner Agreement \(MPA\) に/)
    expect(refusal('Contoso')).toMatch(/^Contoso は日本の Microsoft Partner Agreement/)
  })

  it('keeps a space of its own, and so do our words', () => {
    expect(ja.finding({ code: 'partners.establishedBy', company: '株式会社 青空', who: '源 弦' })).toBe(
      '間接プロバイダーを承認したのは株式会社 青空の源 弦さんです。',
    )
    expect(ja.ask.unknown('メール アドレス')).toContain('「メール アドレス」')
  })

  it('stands so in questions, checks and lists', () => {
    expect(ja.ask.asked.Q1(['青空ソフト', 'Contoso'], [], '')).toBe(
      '青空ソフトと Contoso の間にパートナーシップはありますか',
    )
    expect(ja.finding({ code: 'partners.accepters', company: '青空ソフト', names: ['花', '弦'] })).toMatch(
      /青空ソフトの全体管理者は、花さん(?:、|と)弦さんです。/,
    )
  })

  it('stands so on every card', () => {
    const japanese: Cast = { ...typical['ja-JP'], company: '青空ソフト', legalName: '青空ソフト', people: ['花', '弦'] }
    const cards = Object.entries(sampleCards(japanese, ja))
    const faults = cards.flatMap(([name, card]) =>
      [...textsOf(card), String(card.speak)].flatMap((text) =>
        /青空ソフト (?:[はがをにでとのへも]|から|まで|です)|[はがをにでとのへも、] 青空ソフト|[\p{Script=Han}\p{Script=Katakana}] [はがをにの] [\p{Script=Han}\p{Script=Katakana}]/u.test(
          text,
        )
          ? [`${name}: ${text}`]
          : [],
      ),
    )
    expect(faults).toEqual([])
  })
})
