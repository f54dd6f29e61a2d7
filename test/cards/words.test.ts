import { describe, expect, it } from 'vitest'
import { en } from '../../cards/words/en.ts'
import { ja } from '../../cards/words/ja.ts'
import { words } from '../../cards/words/words.ts'

/** Every leaf by its path; sentences that are made are made from `filler`. */
function leaves(node: unknown, filler: string, path = ''): readonly (readonly [string, string])[] {
  if (typeof node === 'string') return [[path, node]]
  if (typeof node === 'function') return [[path, String(node(filler, filler, filler))]]
  if (typeof node !== 'object' || node === null) return []
  return Object.entries(node).flatMap(([key, value]) => leaves(value, filler, `${path}.${key}`))
}

const english = new Map(leaves(en, 'A'))
const japanese = leaves(ja, 'A')

describe('the words of the cards', () => {
  it('are the same object for the same person’s language and zone', () => {
    expect(words('ja-JP', 'Asia/Tokyo')).toBe(words('ja-JP', 'Asia/Tokyo'))
    expect(words('ja-JP', 'Asia/Tokyo')).not.toBe(words('en-US', 'Asia/Tokyo'))
    expect(words('en-US', 'Nowhere/Land')).toBe(words('en-US', 'UTC'))
  })

  it('read dates in the person’s zone', () => {
    expect(words('en-US', 'Asia/Tokyo').date('2025-11-17T20:00:00.000Z')).toBe('November 18, 2025')
    expect(words('ja-JP', 'UTC').date('2025-11-17T20:00:00.000Z')).toBe('2025年11月17日')
  })

  it('end an English sentence once where a name brings its own period', () => {
    const { order } = words('en-US', 'UTC').customers
    expect(order.intro('Acme Inc.')).toBe(
      'Choose a subscription for Acme Inc. Nothing is ordered until you select Submit.',
    )
    expect(order.intro('Acme')).toBe('Choose a subscription for Acme. Nothing is ordered until you select Submit.')
  })

  it('are Japanese in Japanese', () => {
    // Made of nothing but what they are given.
    const alike = ['.home.standing', '.home.next.provideDocument.text', '.users.role', '.timeline.agreement']
    for (const [path, text] of japanese) {
      if (alike.includes(path) || path.endsWith('.button') || path.startsWith('.notUnderstood.')) continue
      expect(text, path).toMatch(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}。]/u)
      expect(text, path).not.toBe(english.get(path))
    }
  })

  it('have a half-width space between Latin letters and Japanese ones, and full-width stops', () => {
    for (const [path, whole] of leaves(ja, '〇')) {
      const text = whole.replace(/\d{4}年\d{1,2}月\d{1,2}日/g, '')
      expect(text, path).not.toMatch(/[A-Za-z0-9][\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u)
      expect(text, path).not.toMatch(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}][A-Za-z0-9]/u)
      expect(text, path).not.toMatch(/[ぁ-んァ-ン一-龠][,.!]/u)
    }
  })

  it('say button names as the sources do (interface.md 5)', () => {
    const pairs = {
      next: ['Next', '次へ'],
      back: ['Back', '戻る'],
      cancel: ['Cancel', 'キャンセル'],
      submit: ['Submit', '送信'],
      yes: ['Yes', 'はい'],
      enrollNow: ['Enroll now', '今すぐ登録する'],
      acceptAndContinue: ['Accept and continue', '同意して続行する'],
      approve: ['Approve', '承認'],
      reject: ['Reject', '却下'],
      resend: ['Resend', '再送信'],
      addMe: ['Add me', '自分を追加する'],
      confirm: ['Confirm', '確認する'],
      details: ['Details', '詳細'],
      refresh: ['Refresh', '最新の情報に更新'],
    } as const
    for (const [name, [inEnglish, inJapanese]] of Object.entries(pairs)) {
      expect([en.buttons[name as keyof typeof pairs], ja.buttons[name as keyof typeof pairs]]).toEqual([
        inEnglish,
        inJapanese,
      ])
    }
  })
})
