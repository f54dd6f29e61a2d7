import type { Field, FieldRefusal } from '../../domain/refusals.ts'

/** Something to type into one input, and what is said beside it. Nothing said means that it is fine. */
export type Wrong = { typed: string; refusal: FieldRefusal }

const wrong = (refusal: FieldRefusal, ...typed: readonly string[]): readonly Wrong[] =>
  typed.map((one) => ({ typed: one, refusal }))

/** What no text may hold: direction marks, invisible and control characters. */
const UNSEEN = ['A\u202eB', 'A\u2066B', 'A\u200bB', 'A\u0007B', 'A\u0000B', 'A\ufeffB', 'A\u{e0041}B']

/** Any text: missing where it is required, too long, with what nobody sees. */
export const text = (field: Field, max: number, { required = true } = {}): readonly Wrong[] => [
  ...(required ? wrong({ code: 'ENR_FIELD_MISSING', field }, '', '   ', '\u3000') : []),
  ...wrong({ code: 'FIELD_LENGTH', field, max }, '漢'.repeat(max + 1), '😀'.repeat(max + 1), 'x'.repeat(20_000)),
  ...wrong({ code: 'FIELD_TEXT', field }, ...UNSEEN),
]

/** A mail address: no address at all, or none that can be used. */
export const address = (field: Field, { required = true } = {}): readonly Wrong[] => [
  ...(required ? wrong({ code: 'ENR_FIELD_MISSING', field }, '', '  ') : []),
  ...wrong(
    { code: 'FIELD_EMAIL', field },
    'ken',
    'ken@',
    '@sakura.example',
    'ken@sakura',
    'ken mori@sakura.example',
    'ken..mori@sakura.example',
    '.ken@sakura.example',
    'ken@sakura..example',
    'ken@-sakura.example',
    'Ken Mori <ken@sakura.example>',
    '"ken mori"@sakura.example',
    'ken@[192.0.2.1]',
    'ken@192.0.2.1',
    'ken@sakura.example,emi@sakura.example',
    'ken@sakura.example\u202e',
    'k\u200ben@sakura.example',
    'ken@sakura.example\u0000',
    'mailto:ken@sakura.example?bcc=emi@sakura.example',
    `${'k'.repeat(65)}@sakura.example`,
    `ken@${'sakura-'.repeat(60)}x.example`,
    'x'.repeat(20_000),
  ),
]

/** Appendix D with the ways around it: case, width, sub-addressing, a last dot, a sub-domain, the ideographic full stop. */
export const webMail = (field: Field): readonly Wrong[] =>
  (
    [
      ['ken@gmail.com', 'gmail.com'],
      ['KEN@GMAIL.COM', 'gmail.com'],
      ['ken@gmail.com.', 'gmail.com'],
      ['ken+sakura@gmail.com', 'gmail.com'],
      ['ken@mail.gmail.com', 'mail.gmail.com'],
      ['ken＠ｇｍａｉｌ．ｃｏｍ', 'gmail.com'],
      ['ken@gmail。com', 'gmail.com'],
      [' ken@googlemail.com ', 'googlemail.com'],
      ['ken@yahoo.co.jp', 'yahoo.co.jp'],
      ['ken@yahoo.com.br', 'yahoo.com.br'],
      ['ken@ymail.com', 'ymail.com'],
      ['ken@icloud.com', 'icloud.com'],
      ['ken@me.com', 'me.com'],
      ['ken@aol.com', 'aol.com'],
      ['ken@outlook.jp', 'outlook.jp'],
      ['ken@hotmail.co.jp', 'hotmail.co.jp'],
      ['ken@live.jp', 'live.jp'],
      ['ken@msn.com', 'msn.com'],
      ['ken@proton.me', 'proton.me'],
      ['ken@gmx.de', 'gmx.de'],
      ['ken@docomo.ne.jp', 'docomo.ne.jp'],
      ['ken@i.softbank.jp', 'i.softbank.jp'],
    ] as const
  ).map(([typed, domain]) => ({ typed, refusal: { code: 'ENR_WEBMAIL', field, domain } }))

/** A mailbox of a role (domain.md 2.5). */
export const sharedMailbox = (field: Field): readonly Wrong[] =>
  ['info', 'admin', 'marketing', 'email'].flatMap((role) => [
    shared(field, `${role}@sakura.example`, `${role}@sakura.example`),
    shared(field, `${role}+jp@sakura.example`, `${role}+jp@sakura.example`),
  ])

const shared = (field: Field, typed: string, mail: string): Wrong => ({
  typed,
  refusal: { code: 'ENR_MAIL_SHARED', field, mail },
})

export const phone = (field: Field): readonly Wrong[] =>
  wrong(
    { code: 'FIELD_PHONE', field },
    'call me',
    '+',
    '12',
    '0312345678901234567',
    '03-12x34-5678',
    '９９',
    '1'.repeat(20_000),
  )

export const link = (field: Field, { required = false } = {}): readonly Wrong[] => [
  ...(required ? wrong({ code: 'ENR_FIELD_MISSING', field }, ' ') : []),
  ...wrong(
    { code: 'FIELD_LINK', field },
    'sakura.example',
    'http://sakura.example',
    'https://',
    'https:///path',
    'https://ken:secret@sakura.example/',
    'https://sakura.example/a b',
    'https://sakura.example/\u202egpj.exe',
    'javascript:alert(1)',
    'data:text/html,x',
    'file:///etc/passwd',
    `https://sakura.example/${'x'.repeat(2000)}`,
  ),
]

export const choice = (field: Field, ...typed: readonly string[]): readonly Wrong[] =>
  wrong({ code: 'FIELD_CHOICE', field }, ...typed)

export const refusedAs = wrong
