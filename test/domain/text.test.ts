import { describe, expect, it } from 'vitest'
import {
  asciiDomain,
  clean,
  cleanName,
  isEmail,
  isHttpsLink,
  mailDomain,
  nameKey,
  normalEmail,
  normalPhone,
  plainHyphens,
  textFault,
} from '../../domain/text.ts'

describe('cleaning a text', () => {
  it.each([
    ['０１２‐３４５６', '012‐3456'],
    ['　青空\u3000\u3000ソフト ', '青空 ソフト'],
    ['ｱｵｿﾞﾗ', 'アオゾラ'],
    ['a\n\n b\tc\u00a0d', 'a b c d'],
    ['㈱青空', '(株)青空'],
    ['', ''],
    [' \u3000 ', ''],
  ])('makes %j %j', (typed, kept) => {
    expect(clean(typed)).toBe(kept)
  })

  it('keeps what nobody sees, so that it can be refused', () => {
    expect(clean('a\ufeffb\u200bc\u0000')).toBe('a\ufeffb\u200bc\u0000')
  })

  it('keeps company forms and signs of a name as they were written', () => {
    expect(cleanName('㈱ＡＢＣ　ｶﾞｰﾃﾞﾝ')).toBe('㈱ABC ガーデン')
    expect(cleanName(' R² №5 ')).toBe('R² №5')
    expect(cleanName('Cafe\u0301')).toBe('Café')
  })

  it('makes every stroke a hyphen', () => {
    expect(plainHyphens('1－2‐3‑4–5—6−7ー8ｰ9-0')).toBe('1-2-3-4-5-6-7-8-9-0')
    expect(plainHyphens(clean('０１２‐３４５６'))).toBe('012-3456')
  })
})

describe('a text that cannot be taken', () => {
  it.each([
    ['a control character', 'a\u0000b'],
    ['an escape', '\u001b[31m'],
    ['a vertical tab', 'a\u000bb'],
    ['a right-to-left override', 'abc\u202etxt.exe'],
    ['a bidi isolate', '\u2066abc\u2069'],
    ['a direction mark', 'abc\u200f'],
    ['a zero-width space', 'ab\u200bcd'],
    ['a zero-width joiner', 'ab\u200dcd'],
    ['a word joiner', 'ab\u2060cd'],
    ['a byte order mark', '\ufeffabc'],
    ['a soft hyphen', 'ab\u00adcd'],
    ['a blank letter', '\u3164'],
    ['a tag', 'a\u{e0041}'],
    ['a lone surrogate', 'a\ud83d'],
    ['a noncharacter', 'a\uffff'],
  ])('has %s', (_, text) => {
    expect(textFault(text, 100)).toBe('FIELD_TEXT')
  })

  it('has more code points than allowed', () => {
    expect(textFault('あ'.repeat(101), 100)).toBe('FIELD_LENGTH')
    expect(textFault('あ'.repeat(100), 100)).toBeUndefined()
    expect(textFault('𠮷'.repeat(100), 100)).toBeUndefined()
    expect(textFault('𠮷'.repeat(101), 100)).toBe('FIELD_LENGTH')
  })

  it.each(['株式会社 青空', '辻\u{e0100}', 'Société d’Été', 'שלום', 'عربى', '🏢', 'line\nline', ''])(
    'is not %j',
    (text) => {
      expect(textFault(text, 100)).toBeUndefined()
    },
  )
})

describe('comparing names', () => {
  it.each([
    ['株式会社　ｱｵｿﾞﾗ', '株式会社 アオゾラ'],
    ['ＡＯＺＯＲＡ Inc.', 'aozora inc.'],
    ["L'Atelier", 'L’Atelier'],
    ['㈱青空', '(株)青空'],
  ])('%j is %j', (one, other) => {
    expect(nameKey(one)).toBe(nameKey(other))
  })

  it('tells company forms and kana apart', () => {
    expect(nameKey('株式会社青空')).not.toBe(nameKey('青空'))
    expect(nameKey('株式会社青空')).not.toBe(nameKey('有限会社青空'))
    expect(nameKey('サーバ')).not.toBe(nameKey('サーバー'))
  })
})

describe('a mail address', () => {
  it.each([
    'taro.aoki@aozora.example',
    "o'brien+csp@mail.aozora.co.jp",
    'taro@日本語.jp',
    'taro@müller.example',
    'taro@aozora.example.',
    'ｔａｒｏ＠ａｏｚｏｒａ．ｅｘａｍｐｌｅ',
    `${'a'.repeat(64)}@aozora.example`,
  ])('may be %j', (text) => {
    expect(isEmail(text)).toBe(true)
  })

  it.each([
    '',
    'taro',
    'taro@',
    '@aozora.example',
    'taro@aozora',
    'Taro Aoki <taro@aozora.example>',
    '<taro@aozora.example>',
    'taro@aozora.example, hanako@aozora.example',
    'ta ro@aozora.example',
    '.taro@aozora.example',
    'taro.@aozora.example',
    'ta..ro@aozora.example',
    'taro@hanako@aozora.example',
    'taro@-aozora.example',
    'taro@aozora..example',
    'taro@aozora.example..',
    'taro@192.0.2.1',
    'taro@[192.0.2.1]',
    'taro@127.1',
    'taro@aozora%2eexample',
    'taro@ex_ample.com',
    'taro@aozora.example\r\nBcc: all@aozora.example',
    'ta\u200bro@aozora.example',
    'taro@aozora\u00ad.example',
    `${'a'.repeat(65)}@aozora.example`,
    `a@${'a'.repeat(64)}.example`,
    `${'a'.repeat(60)}@${'bcdefghij.'.repeat(19)}example`,
  ])('cannot be %j', (text) => {
    expect(isEmail(text)).toBe(false)
  })

  it('is kept with its domain in ASCII and without the last dot', () => {
    expect(normalEmail(' Taro@MÜLLER.example. ')).toBe('Taro@xn--mller-kva.example')
    expect(normalEmail('taro＠aozora。co。jp')).toBe('taro@aozora.co.jp')
  })

  it('gives its domain', () => {
    expect(mailDomain('taro@GMAIL.com.')).toBe('gmail.com')
    expect(mailDomain('taro@日本語.jp')).toBe('xn--wgv71a119e.jp')
    expect(mailDomain('taro')).toBe('')
    expect(asciiDomain('exa mple.com')).toBeUndefined()
  })
})

describe('a telephone number', () => {
  it.each([
    ['０３−１２３４−５６７８', '03-1234-5678'],
    ['03ー1234ー5678', '03-1234-5678'],
    ['+81 3 1234 5678', '+81 3 1234 5678'],
    ['(03) 1234-5678', '(03) 1234-5678'],
    ['03-1234-5678 内線 12', '03-1234-5678 内線 12'],
    ['+49 30/1234567', '+49 30/1234567'],
    ['425-555-0100 x42', '425-555-0100 x42'],
  ])('%j is kept as %j', (typed, kept) => {
    expect(normalPhone(typed)).toBe(kept)
  })

  it.each([
    '',
    '1234',
    'call me',
    '++81 3 1234',
    '1'.repeat(16),
    '03-1234-567a',
    '0312345678\n0312345679',
    '-03-1234-5678',
  ])('cannot be %j', (text) => {
    expect(normalPhone(text)).toBeUndefined()
  })
})

describe('a link', () => {
  it.each([
    'https://aozora.example',
    'https://aozora.example/登記?a=b#c',
    'HTTPS://aozora.example:8443/x',
    'https://日本語.jp/',
  ])('may be %j', (text) => {
    expect(isHttpsLink(text)).toBe(true)
  })

  it.each([
    '',
    'aozora.example',
    'http://aozora.example',
    'ftp://aozora.example',
    'javascript:alert(1)',
    'https:aozora.example',
    'https://',
    'https:///x',
    'https://user@aozora.example',
    'https://user:secret@aozora.example',
    'https://@aozora.example',
    'https://aozora.example\\@evil.example',
    ' https://aozora.example',
    'https://aozora.example/a b',
    'https://aozora.example/\u202egnp',
    `https://aozora.example/${'a'.repeat(2000)}`,
  ])('cannot be %j', (text) => {
    expect(isHttpsLink(text)).toBe(false)
  })
})
