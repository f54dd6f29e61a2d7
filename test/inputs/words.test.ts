import { describe, expect, it } from 'vitest'
import type { Card } from '../../cards/drawing/render.ts'
import { formatFor } from '../../cards/words/format.ts'
import { pagesEn } from '../../cards/words/pages-en.ts'
import { pagesJa } from '../../cards/words/pages-ja.ts'
import { words } from '../../cards/words/words.ts'
import { inputsOf, nodesOf } from '../support/card-walk.ts'
import { sampleCards } from '../support/sample-cards.ts'
import { typical } from '../support/sample-cast.ts'
import { LABELS } from './catalogue.ts'

/** interface.md 5: the words on buttons, exactly. Those that no card has yet wait for theirs. */
const BUTTONS: readonly (readonly [en: string, ja: string])[] = [
  ['Enroll now', '今すぐ登録する'],
  ['Accept and continue', '同意して続行する'],
  ['Request a partnership', 'パートナーシップを要求する'],
  ['Open in email', '電子メールで開く'],
  ['Copy to clipboard', 'クリップボードにコピー'],
  ['Done', '完了'],
  ['Authorize indirect provider', '間接プロバイダーを承認する'],
  ['Remove partnership', 'パートナーシップの削除'],
  ['Yes', 'はい'],
  ['View customers', '顧客を表示する'],
  ['Invite new customers', '新しい顧客を招待する'],
  ['Add new customer', '新しい顧客の追加'],
  ['Next: Subscriptions', '次へ: サブスクリプション'],
  ['Next: Review', '次へ: 確認'],
  ['Submit', '送信'],
  ['Cancel', 'キャンセル'],
  ['Add subscription', 'サブスクリプションの追加'],
  ['Become an indirect reseller', '間接リセラーになる'],
  ['Next', '次へ'],
  ['Back', '戻る'],
  ['Approve', '承認'],
  ['Reject', '却下'],
  ['Resend', '再送信'],
  ['Renew', '更新'],
  ['Revoke', '取り消す'],
  ['Restore the link', 'リンクを元に戻す'],
  ['Send in Teams', 'Teams で送信'],
  ['Add me', '自分を追加する'],
  ['Confirm', '確認する'],
  ['Details', '詳細'],
  ['Refresh', '最新の情報に更新'],
]

/** A reviewer's final *Decline* is 不承認; 辞退する is what somebody says to an invitation, which no card has yet. */
const INVITED: readonly [en: string, ja: string] = ['Decline', '辞退する']

const cards = (locale: 'en-US' | 'ja-JP'): Readonly<Record<string, Card>> =>
  sampleCards(typical['ja-JP'], words(locale, 'Asia/Tokyo'))

const english = cards('en-US')
const japanese = cards('ja-JP')

/** What a card lets one press, in order; what it does is the same in both languages. */
const buttons = (card: Card | undefined): readonly string[] =>
  nodesOf(card)
    .filter(({ type }) => type.startsWith('Action.') && type !== 'Action.Submit')
    .map(({ title }) => String(title))

const PAIRS = Object.keys(english).flatMap((name) => {
  const twins = buttons(japanese[name])
  return buttons(english[name]).map((title, at) => [title, twins[at] ?? ''] as const)
})

const labels = (card: Card | undefined) =>
  inputsOf(card).map(({ id, label, title }) => [String(id), String(label ?? title)] as const)

describe('the words on buttons (interface.md 5)', () => {
  it.each(BUTTONS)('%s is %s wherever a card has it', (en, ja) => {
    for (const [title, twin] of PAIRS) {
      if (title === en) expect(twin).toBe(ja)
      if (twin === ja) expect(title).toBe(en)
    }
  })

  it('are on the cards of the enrollment', () => {
    const built = [
      'Enroll now',
      'Accept and continue',
      'Yes',
      'Submit',
      'Cancel',
      'Next',
      'Back',
      'Approve',
      'Reject',
      'Resend',
      'Add me',
      'Refresh',
    ]
    const titles = new Set(PAIRS.map(([title]) => title))
    expect(built.filter((title) => !titles.has(title))).toEqual([])
  })

  it('end nobody’s application with the word of somebody who is invited', () => {
    const declines = PAIRS.filter(([title]) => title === INVITED[0]).map(([, twin]) => twin)
    expect(new Set(declines)).toEqual(new Set(['不承認', INVITED[1]]))
  })

  it('are on the confirmation page too', () => {
    expect(pagesEn(formatFor('en-US', 'UTC')).verify.confirm).toBe('Confirm')
    expect(pagesJa(formatFor('ja-JP', 'UTC')).verify.confirm).toBe('確認する')
  })
})

/** Inputs that have another label on some forms: whose address it is, whose name, which company. */
const SPECIAL: Readonly<Record<string, readonly (readonly [string, string])[]>> = {
  email: [
    ["Reseller's email", 'リセラーのメール アドレス'],
    ["Customer's email", '顧客のメール アドレス'],
  ],
  companyName: [['The customer’s name (optional)', '顧客の名称 (任意)']],
  company: [['Indirect provider', '間接プロバイダー']],
}
const without = (labels: ReadonlySet<string>, special: readonly string[]): ReadonlySet<string> => {
  for (const label of special) expect(labels).toContain(label)
  return new Set([...labels].filter((label) => !special.includes(label)))
}

describe('the labels of inputs (interface.md 5)', () => {
  it.each(Object.entries(LABELS))('%s', (id, [en, ja]) => {
    const shown = (all: Readonly<Record<string, Card>>) =>
      new Set(
        Object.values(all).flatMap((card) => labels(card).flatMap(([input, label]) => (input === id ? [label] : []))),
      )
    const special = SPECIAL[id] ?? []
    expect(
      without(
        shown(english),
        special.map(([label]) => label),
      ),
    ).toEqual(new Set([en]))
    expect(
      without(
        shown(japanese),
        special.map(([, label]) => label),
      ),
    ).toEqual(new Set([ja]))
  })
})
