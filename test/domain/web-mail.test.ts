import { describe, expect, it } from 'vitest'
import { isSharedMailbox, isWebMail } from '../../domain/web-mail.ts'

const APPENDIX_D =
  `gmail.com googlemail.com yahoo.com yahoo.co.jp ymail.com rocketmail.com icloud.com me.com mac.com aol.com aim.com
  outlook.com outlook.jp hotmail.com hotmail.co.jp live.com live.jp msn.com proton.me protonmail.com gmx.de gmx.net gmx.com mail.com
  zoho.com docomo.ne.jp ezweb.ne.jp softbank.ne.jp i.softbank.jp`.split(/\s+/)

describe('a web-mail domain (R18)', () => {
  it.each(APPENDIX_D)('is %s, in any case, with a last dot, and below it', (domain) => {
    expect(isWebMail(domain)).toBe(true)
    expect(isWebMail(domain.toUpperCase())).toBe(true)
    expect(isWebMail(`${domain}.`)).toBe(true)
    expect(isWebMail(`mail.eu.${domain}`)).toBe(true)
  })

  it.each([
    'yahoo.fr',
    'yahoo.com.br',
    'yahoo.co.uk',
    'hotmail.fr',
    'ｇｍａｉｌ．ｃｏｍ',
    'gmail。com',
    ' gmail.com ',
    'GMail.com.',
  ])('is %j too', (domain) => {
    expect(isWebMail(domain)).toBe(true)
  })

  it.each([
    'aozora.example',
    'acme.com',
    'notgmail.com',
    'gmail.com.aozora.example',
    'gmail.aozora.co.jp',
    'yahoo.aozora.com',
    'myyahoo.com',
    'gmx.aozora.de',
    'softbank.jp',
    'nttdocomo.com',
    'xn--gmal-nza.com',
    '日本語.jp',
    '',
    'not a domain',
  ])('is not %j', (domain) => {
    expect(isWebMail(domain)).toBe(false)
  })
})

describe('a shared mailbox (domain.md 2.5)', () => {
  it.each([
    'info@aozora.example',
    'INFO@aozora.example',
    'admin@aozora.example',
    'marketing@aozora.example',
    'email@aozora.example',
    'info+csp@aozora.example',
    'ｉｎｆｏ@aozora.example',
  ])('is %j', (email) => {
    expect(isSharedMailbox(email)).toBe(true)
  })

  it.each([
    'taro@aozora.example',
    'information@aozora.example',
    'taro+info@aozora.example',
    'administrator@aozora.example',
  ])('is not %j', (email) => {
    expect(isSharedMailbox(email)).toBe(false)
  })
})
