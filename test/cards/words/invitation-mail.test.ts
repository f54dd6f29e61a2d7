import { describe, expect, it } from 'vitest'
import {
  invitationDraft,
  MOST_MAILTO,
  mailtoLink,
  removalDraft,
  shortened,
} from '../../../cards/words/invitation-mail.ts'
import type { Locale } from '../../../domain/actor.ts'
import { LINK } from '../../../domain/rules/partnership.ts'
import { maxLength } from '../../../domain/text.ts'
import { hostile } from '../../support/sample-cast.ts'
import { paragraphFaults } from './plain.ts'

const link = `https://partners.example/i/${'a'.repeat(43)}`
const locales = ['en-US', 'ja-JP'] as const satisfies readonly Locale[]
const draft = (locale: Locale, provider = 'Contoso Ltd', admin = 'Hana Sato') =>
  invitationDraft({ provider, admin, locale })

/** What a mail program makes of the address. */
const opened = (mailto: string) => {
  const url = new URL(mailto)
  // Not searchParams: a `+` is a plus in a mailto address.
  const part = (name: string) => decodeURIComponent(new RegExp(`[?&]${name}=([^&]*)`).exec(url.search)?.[1] ?? '')
  return { to: decodeURIComponent(url.pathname), subject: part('subject'), body: part('body') }
}

describe('the drafted invitation', () => {
  it.each(locales)('reads well in %s and holds the place of the link once', (locale) => {
    const { subject, body } = draft(locale)
    expect(paragraphFaults(subject, locale)).toEqual([])
    expect(paragraphFaults(body, locale).filter((fault) => !fault.startsWith('Western'))).toEqual([])
    expect(body.split(LINK)).toHaveLength(2)
    expect([...body].length).toBeLessThanOrEqual(maxLength('message'))
  })

  it('says what has to be so first, who opens the link and what accepting means (R37, R48, R51)', () => {
    expect(draft('en-US').body).toMatch(/enrolled as an indirect reseller/)
    expect(draft('en-US').body).toMatch(/global admin of your company opens this link/)
    expect(draft('en-US').body).toMatch(/administrator access to your company's work account/)
    expect(draft('ja-JP').body).toContain('間接リセラーとして登録されている必要があります')
    expect(draft('ja-JP').body).toContain('全体管理者の方が次のリンクを開き')
    expect(draft('ja-JP').body).toContain('貴社の職場アカウントへの管理者アクセス権')
    for (const locale of locales) expect(draft(locale).body).toContain('30')
  })

  it('takes no place for a link from a name', () => {
    expect(draft('en-US', 'X {link}\nY', '{link}').body.split(LINK)).toHaveLength(2)
  })
})

describe('the mailto address', () => {
  const bodies: readonly (readonly [string, ReturnType<typeof draft>])[] = [
    ['in English', draft('en-US')],
    ['in Japanese', draft('ja-JP', '株式会社コントソ', '山田 花子')],
    ['with the longest names', draft('ja-JP', '漢'.repeat(100), '字'.repeat(100))],
    ['of one long paragraph', { subject: '件名', body: `${'漢字'.repeat(800)} {link}` }],
    ['of hostile text', { subject: hostile(200), body: `${hostile(1900)}\n\n{link}\n\n${hostile(50)}` }],
    ['with half of a pair', { subject: 'a\ud83d', body: 'b\udc00 {link}' }],
    ['with the link first', { subject: 'S', body: `{link}\n\n${'後'.repeat(500)}` }],
  ]

  it.each(bodies)('%s is short enough, always with the link', (_, mail) => {
    for (const to of ['ken@fabrikam.example', `${'a%b'.repeat(21)}@${'long-'.repeat(30)}example.co.jp`]) {
      const mailto = mailtoLink(to, mail, link)
      expect(mailto.length).toBeLessThanOrEqual(MOST_MAILTO)
      const read = opened(mailto)
      expect(read.to).toBe(to)
      expect(read.body).toContain(link)
      expect(read.subject).not.toBe('')
    }
  })

  it('has the whole text where there is room, with line breaks as mail programs want them', () => {
    const { subject, body } = draft('en-US')
    const read = opened(mailtoLink('ken@fabrikam.example', { subject, body }, link))
    expect(read).toEqual({
      to: 'ken@fabrikam.example',
      subject,
      body: body.replace(LINK, link).replaceAll('\n', '\r\n'),
    })
  })

  it('leaves whole paragraphs out, the last ones first', () => {
    const mail = draft('ja-JP', '株式会社コントソ', '山田 花子')
    const { body } = opened(mailtoLink('ken@fabrikam.example', mail, link))
    const whole = mail.body.replace(LINK, link).split('\n\n')
    const kept = body.replaceAll('\r\n', '\n').split('\n\n')
    expect(kept.length).toBeLessThan(whole.length)
    expect(whole.slice(0, kept.length)).toEqual(kept)
  })
})

describe('a shortened mail', () => {
  it('keeps the link even where nothing else has room', () => {
    expect(shortened({ subject: 'S', body: 'Some text {link} and more' }, link, 10).body).toBe(link)
  })
})

describe('the draft after a removal', () => {
  it.each(locales)('reads well in %s and names both companies', (locale) => {
    const { subject, body } = removalDraft({ provider: 'Contoso', reseller: 'Fabrikam', admin: 'Hana Sato', locale })
    expect(subject).toContain('Contoso')
    expect(body).toContain('Fabrikam')
    expect(paragraphFaults(body, locale).filter((fault) => !fault.startsWith('Western'))).toEqual([])
  })
})
