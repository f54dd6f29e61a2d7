import { describe, expect, it } from 'vitest'
import { formatFor } from '../../../cards/words/format.ts'
import { pagesEn } from '../../../cards/words/pages-en.ts'
import { pagesJa } from '../../../cards/words/pages-ja.ts'
import { faultsOf } from './plain.ts'

const PAGES = [
  ['en-US', pagesEn(formatFor('en-US', 'UTC')).verify],
  ['ja-JP', pagesJa(formatFor('ja-JP', 'UTC')).verify],
] as const

describe('the page of the primary contact', () => {
  it.each(PAGES)('is clean in %s', (locale, verify) => {
    const { heading, intro, ...rest } = verify
    const people = { company: 'Contoso Ltd.', contactName: 'Ken Mori' }
    const said = [
      heading('Contoso Ltd.'),
      intro({ ...people, by: 'Hana Sato' }),
      intro({ ...people, by: '' }),
      ...texts(rest),
    ]
    // A heading or button is no sentence and has no stop.
    const faults = said.flatMap((text) => faultsOf(text, locale)).filter((fault) => !fault.startsWith('no stop'))
    expect(faults).toEqual([])
    expect(said.length).toBeGreaterThan(25)
  })

  it('has the two statements and the buttons in the words of the sources', () => {
    const [[, en], [, ja]] = PAGES
    expect(en.statements).toEqual({
      signedUp: 'I signed up for this Partner Center account.',
      belongsToCompany: 'This email address belongs to my company.',
    })
    expect(ja.statements).toEqual({
      signedUp: 'パートナー センター アカウントに登録したのは私本人です。',
      belongsToCompany: 'このメール アドレスは当社のものです。',
    })
    expect([en.confirm, en.denial.button, ja.confirm, ja.denial.button]).toEqual([
      'Confirm',
      'I did not sign up',
      '確認する',
      '登録していません',
    ])
  })

  it('says of the form and of the link what a refusal says', () => {
    const [[, en], [, ja]] = PAGES
    expect([en.bothFacts, ja.bothFacts]).toEqual([
      'Confirm both statements.',
      '2 つの項目の両方にチェックを入れてください。',
    ])
    expect(en.outcomes.expired.text).toContain('This link has expired. Ask for a new email.')
    expect(ja.outcomes.expired.text).toContain(
      'このリンクは有効期限が切れています。確認メールの再送信を依頼してください。',
    )
  })

  it('names the company, the contact and who applied', () => {
    for (const [, { intro, heading }] of PAGES) {
      const text = intro({ company: 'Fabrikam', by: 'Hana Sato', contactName: 'Ken Mori' })
      for (const name of ['Fabrikam', 'Hana Sato', 'Ken Mori']) expect(text).toContain(name)
      expect(heading('Fabrikam')).toContain('Fabrikam')
    }
  })
})

describe('the page of an invitation', () => {
  const INVITES = [
    ['en-US', pagesEn(formatFor('en-US', 'UTC')).invite],
    ['ja-JP', pagesJa(formatFor('ja-JP', 'UTC')).invite],
  ] as const

  it.each(INVITES)('is clean in %s', (locale, { heading, intro, consequences, ...rest }) => {
    const facts = { provider: 'Contoso', country: 'Japan', region: 'Japan' }
    const said = [
      heading('Contoso'),
      intro(facts),
      consequences.heading,
      ...consequences.points('Contoso'),
      ...texts(rest),
    ]
    const faults = said.flatMap((text) => faultsOf(text, locale)).filter((fault) => !fault.startsWith('no stop'))
    expect(faults).toEqual([])
    expect(intro(facts)).toMatch(/Contoso.*Japan/)
  })

  it('tells what accepting means (R48, R49) and has the button of the sources', () => {
    const [[, en], [, ja]] = INVITES
    expect(en.consequences.points('X').join()).toMatch(/submit orders.*administrator access.*Office 365 portal/)
    expect(ja.consequences.points('X').join()).toMatch(/注文を送信し.*管理者アクセス権.*Office 365 ポータル/)
    expect([en.openInTeams, ja.openInTeams]).toEqual(['Open in Teams', 'Teams で開く'])
  })
})

function texts(words: object): string[] {
  return Object.values(words).flatMap((value) => (typeof value === 'string' ? [value] : texts(value)))
}
