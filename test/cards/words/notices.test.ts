import { describe, expect, it } from 'vitest'
import { formatFor } from '../../../cards/words/format.ts'
import { noticeText } from '../../../cards/words/notices.ts'
import { noticesEn } from '../../../cards/words/notices-en.ts'
import { noticesJa } from '../../../cards/words/notices-ja.ts'
import { allNotices, noticeSamples } from './notice-samples.ts'
import { faultsOf, paragraphFaults } from './plain.ts'

const en = noticesEn(formatFor('en-US', 'Asia/Tokyo'))
const ja = noticesJa(formatFor('ja-JP', 'Asia/Tokyo'))

describe('a notice', () => {
  it.each(allNotices)('$name reads well in both languages', (notice) => {
    for (const [locale, words] of [
      ['en-US', en],
      ['ja-JP', ja],
    ] as const) {
      const { title, text } = noticeText(notice, words)
      expect(faultsOf(`${title}。`, locale).filter((fault) => !fault.startsWith('a plain ending'))).toEqual([])
      expect(title).not.toMatch(/[\n。]/)
      expect(paragraphFaults(text, locale)).toEqual([])
    }
  })

  it.each(allNotices)('$name says whose company it is about, or speaks to that company', (notice) => {
    expect(JSON.stringify(noticeText(notice, en))).toMatch(/Contoso Ltd\.|employee/)
    expect(JSON.stringify(noticeText(notice, ja))).toMatch(/Contoso Ltd\.|貴社|従業員|間接リセラーの登録申請/)
  })

  it('to reviewers names the company and the day, and does not call it theirs', () => {
    for (const name of ['review.requested', 'review.resubmitted', 'review.overdue'] as const) {
      const english = noticeText(noticeSamples[name][0], en)
      const japanese = noticeText(noticeSamples[name][0], ja)
      expect([english.title, japanese.title].every((title) => title.includes('Contoso Ltd.'))).toBe(true)
      expect(english.text).toContain('December 5, 2025')
      expect(japanese.text).toContain('2025年12月5日')
      expect(english.text).not.toMatch(/your company/i)
      expect(japanese.text).not.toContain('貴社')
    }
  })

  it('of a rejection gives the reason and a way to mend each check', () => {
    const [rejected, bare] = noticeSamples['enrollment.rejected']
    const { text } = noticeText(rejected, ja)
    expect(text).toContain('理由: The name differs from the register')
    expect(text.match(/^・/gm)).toHaveLength(3)
    expect(noticeText(bare ?? rejected, ja).text).not.toContain('修正が必要な項目')
  })

  it('of a missing document passes on the note and the link', () => {
    const [, full] = noticeSamples['enrollment.actionRequired']
    const { text } = noticeText(full ?? noticeSamples['enrollment.actionRequired'][0], en)
    expect(text).toContain(
      'Document: Bill (Official receipt)\n\nNote: Of this year\n\nMore about it: https://example.com/how',
    )
  })

  it('of the agreement tells Japanese readers that its text is English (D3)', () => {
    expect(noticeText(noticeSamples['agreement.offered'][0], ja).text).toContain('契約書は英語のみ')
  })
})
