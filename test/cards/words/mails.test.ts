import { describe, expect, it } from 'vitest'
import { composeMail, fillLink, temporaryPasswordMail } from '../../../cards/words/mails.ts'
import { termsEn } from '../../../cards/words/terms-en.ts'
import { termsJa } from '../../../cards/words/terms-ja.ts'
import { allNotices, company, noticeSamples } from './notice-samples.ts'
import { paragraphFaults } from './plain.ts'

const [confirm] = noticeSamples['verification.confirm']
const both = { locale: 'ja-JP', both: true, timeZone: 'Asia/Tokyo' } as const

describe('a notice by mail', () => {
  it.each(allNotices)('$name is plain text in one language', (notice) => {
    for (const locale of ['en-US', 'ja-JP'] as const) {
      const { subject, text } = composeMail(notice, { locale, both: false, timeZone: 'UTC' })
      expect(subject).not.toBe('')
      expect(subject.length).toBeLessThanOrEqual(150)
      expect(subject).not.toMatch(/[\r\n]/)
      expect(text).not.toMatch(/<[a-z/]/i)
      expect(paragraphFaults(text, locale)).toEqual([])
    }
  })

  it('to the primary contact says everything twice, the language of the admin first', () => {
    const { subject, text } = composeMail(confirm, both)
    expect(subject).toBe('メール アドレスの確認のお願い (Contoso Ltd.)')
    const [japanese = '', english = '', ...rest] = text.split('-'.repeat(40))
    expect(rest).toEqual([])
    for (const statement of Object.values(termsJa.statements)) expect(japanese).toContain(statement)
    for (const statement of Object.values(termsEn.statements)) expect(english).toContain(statement)
    expect(japanese).toContain('(The English text follows below.)')
    expect(japanese).toContain('14 日間 (2025年12月5日 15:03 JST まで)')
    expect(english).toContain('14 days, until December 5, 2025 at 3:03 PM GMT+9')
    expect(japanese).toContain('登録していません')
    expect(english).toContain("If you didn't sign up")
    expect(japanese).toContain('Hana Sato 様')
    expect(composeMail(confirm, { ...both, locale: 'en-US' }).text.indexOf('Hello Ken')).toBeLessThan(100)
  })

  it('keeps the place of the link until delivery, alone on its line in both halves', () => {
    const { text } = composeMail(confirm, both)
    expect(text.split('\n').filter((line) => line === '{link}')).toHaveLength(2)
    const filled = composeMail(confirm, { ...both, link: 'https://bot.example/verify/$&abc' }).text
    expect(filled).toBe(fillLink(text, 'https://bot.example/verify/$&abc'))
    expect(filled.match(/https:\/\/bot\.example\/verify\/\$&abc/g)).toHaveLength(2)
    expect(filled).not.toContain('{link}')
  })

  it('gives a hostile company name no header, no line, no link and no place for ours', () => {
    const name =
      'Evil\r\nBcc: all@contoso.example\n\nhttps://evil.example/pay {link} {li{link}nk} \u202e www.evil.example'
    const { subject, text } = composeMail(
      { ...confirm, company: name, contactName: name, by: name },
      { ...both, link: 'https://bot.example/v' },
    )
    expect(subject).not.toMatch(/\p{Cc}|\u202e/u)
    expect(text.split('\n').some((line) => line.startsWith('Bcc'))).toBe(false)
    expect(text).not.toMatch(/https:\/\/evil|evil\.example|\u202e/)
    expect(text.match(/https:\/\/bot\.example\/v/g)).toHaveLength(2)
  })

  it('cuts a name that is too long, and the subject at 150 characters', () => {
    const { subject, text } = composeMail({ ...confirm, company: '株'.repeat(5000) }, both)
    expect([...subject].length).toBeLessThanOrEqual(150)
    expect(text.length).toBeLessThan(4000)
  })

  it('never puts the link where an address asks for it', () => {
    const notice = { ...company, name: 'verification.denied', contactEmail: '{li{link}nk}@contoso.example' } as const
    expect(composeMail(notice, { ...both, link: 'https://bot.example/secret' }).text).not.toContain('secret')
  })
})

describe('the mail with a temporary password', () => {
  const facts = { company: 'Contoso Ltd.', name: 'Yui Abe', email: 'yui@contoso.example', password: '$&{x} A1!b' }

  it.each(['en-US', 'ja-JP'] as const)('gives the password as it is and says to change it, in %s', (locale) => {
    const { subject, text } = temporaryPasswordMail({ ...facts, locale })
    expect(text.split('\n').some((line) => line.endsWith(`: ${facts.password}`))).toBe(true)
    expect(subject + text.replace(facts.password, '')).not.toContain(facts.password)
    expect(text).toMatch(locale === 'ja-JP' ? /パスワードを変更します。/ : /Change the password/)
    expect(paragraphFaults(text.replace(facts.password, 'X').replaceAll('\n   ', '\n'), locale)).toEqual([])
  })

  it('gives a hostile company name no header and no line', () => {
    const { subject, text } = temporaryPasswordMail({ ...facts, company: 'A\r\nBcc: x@y.example', locale: 'en-US' })
    expect(subject).toBe('Your temporary password for A Bcc: x@y.\u2060example')
    expect(text).not.toMatch(/^Bcc/m)
  })
})
