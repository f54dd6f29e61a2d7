import { describe, expect, it } from 'vitest'
import { searchEn } from '../../../cards/words/search-en.ts'
import { searchJa } from '../../../cards/words/search-ja.ts'
import { words } from '../../../cards/words/words.ts'
import { typical, worst } from '../../support/sample-cast.ts'
import { sampleResults } from '../../support/sample-searches.ts'

/** Every leaf by its path; sentences that are made are made from `filler`. */
function leaves(node: unknown, filler: string, path = ''): readonly (readonly [string, string])[] {
  if (typeof node === 'string') return [[path, node]]
  if (typeof node === 'function') return [[path, String(node(filler, filler))]]
  return Object.entries(Object(node)).flatMap(([key, value]) => leaves(value, filler, `${path}.${key}`))
}

describe('The words of searching', () => {
  it('are Japanese in Japanese, spaced and stopped as Japanese is', () => {
    const english = new Map(leaves(searchEn, '〇'))
    for (const [path, text] of leaves(searchJa, '〇')) {
      // Made of nothing but what it is given.
      if (path !== '.choice') expect(text, path).not.toBe(english.get(path))
      expect(text, path).toMatch(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}〇]/u)
      expect(text, path).not.toMatch(/[A-Za-z0-9][\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u)
      expect(text, path).not.toMatch(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}][A-Za-z0-9]/u)
      expect(text, path).not.toMatch(/[ぁ-んァ-ン一-龠][,.!]/u)
    }
  })

  it.each(['en-US', 'ja-JP'] as const)('say in a preview what the card does not, on one line, in %s', (locale) => {
    const say = words(locale, 'Asia/Tokyo')
    for (const cast of [typical[locale], worst])
      for (const [name, { title, text, card }] of Object.entries(sampleResults(cast, say))) {
        expect([name, title.trim(), text.trim()]).toEqual([
          name,
          expect.stringMatching(/./),
          expect.stringMatching(/./),
        ])
        expect(text, name).not.toMatch(/undefined|\$\{|·\s*·/)
        expect(JSON.stringify(card), name).not.toContain(cast.contact.email)
      }
    const results = sampleResults(typical[locale], say)
    expect(results['search: partner']?.text).toMatch(/✓.*☐/)
    expect(JSON.stringify(results['search: partner']?.card)).not.toMatch(/✓|☐|MPA/)
    expect(results['search: invitation sent']?.title).toBe(typical[locale].contact.email)
  })
})
