import type { By, Locale } from '../../domain/actor.ts'
import { type TenantId, tenantId, type UserId, userId } from '../../domain/ids.ts'

/** The people, companies and texts that sample cards are drawn with. */
export type Cast = {
  tenantId: TenantId
  userId: UserId
  me: { name: string; email: string }
  company: string
  legalName: string
  contact: { firstName: string; lastName: string; email: string; phone: string }
  address: { line1: string; line2: string; city: string; state: string; postalCode: string; country: string }
  mpnId: string
  registrationId: string
  website: string
  reason: string
  document: { name: string; note: string; link: string }
  about: string
  specialties: string
  people: readonly string[]
  by: By
  query: string
}

const ids = {
  tenantId: tenantId('0b1c2d3e-0000-4000-8000-000000000001'),
  userId: userId('0b1c2d3e-0000-4000-8000-0000000000a1'),
}

const person = (name: string): By => ({ kind: 'person', ...ids, name })

/** As it usually is, in the country of the language. */
export const typical: Record<Locale, Cast> = {
  'ja-JP': {
    ...ids,
    me: { name: '山田 花子', email: 'hanako.yamada@contoso.co.jp' },
    company: '株式会社コントソ',
    legalName: '株式会社コントソ',
    contact: { firstName: '太郎', lastName: '鈴木', email: 'taro.suzuki@contoso.co.jp', phone: '03-1234-5678' },
    address: {
      line1: '港南 2-16-3',
      line2: '品川グランドセントラルタワー 12 階',
      city: '港区',
      state: 'JP-13',
      postalCode: '108-0075',
      country: 'JP',
    },
    mpnId: '1234567',
    registrationId: '0104-01-056795',
    website: 'https://www.contoso.co.jp/support',
    reason: '法人名が登記と一致していません。略称ではなく正式な名称を入力してください。',
    document: {
      name: '登記事項証明書 (全部事項)',
      note: '発行から 3 か月以内のもの',
      link: 'https://files.contoso.co.jp/toki.pdf',
    },
    about: '中小企業のクラウド移行を 15 年にわたり支援しています。',
    specialties: 'Azure、セキュリティ、Microsoft 365',
    people: ['山田 花子', '佐藤 健一'],
    by: person('山田 花子'),
    query: 'ファブリカム',
  },
  'en-US': {
    ...ids,
    me: { name: 'Megan Bowen', email: 'megan.bowen@fabrikam.com' },
    company: 'Fabrikam Consulting',
    legalName: 'Fabrikam Consulting, Inc.',
    contact: { firstName: 'Alex', lastName: 'Wilber', email: 'alex.wilber@fabrikam.com', phone: '+1 425-555-0100' },
    address: {
      line1: '1 Fabrikam Way',
      line2: 'Suite 400',
      city: 'Redmond',
      state: 'US-WA',
      postalCode: '98052',
      country: 'US',
    },
    mpnId: '2345678',
    registrationId: '91-1144442',
    website: 'https://www.fabrikam.com/support',
    reason: 'The legal business name does not match the register. Write it out, without the abbreviation.',
    document: {
      name: 'Certificate of incorporation',
      note: 'Not older than three months',
      link: 'https://files.fabrikam.com/certificate.pdf',
    },
    about: 'We have moved small companies to the cloud for fifteen years.',
    specialties: 'Azure, security, Microsoft 365',
    people: ['Megan Bowen', 'Diego Siciliani'],
    by: person('Megan Bowen'),
    query: 'Contso',
  },
}

/** What somebody might type to break a card, and then some, up to `length` code points. */
export function hostile(length: number): string {
  const text = `${HOSTILE}${'漢字とEmoji😀 '.repeat(Math.ceil(length / 12))}`
  return [...text].slice(0, length).join('').trimEnd()
}

export const HOSTILE =
  '1. **b** _i_ [x](https://evil.example) ${evil} <at>all</at> `c` ~~s~~ &lt; \\ {{DATE(2024-01-01T00:00:00Z)}} "q" '

/** As long and as hostile as the domain lets through. */
export const worst: Cast = {
  ...ids,
  me: { name: hostile(100), email: `${'a_b.'.repeat(15)}x@${'long-'.repeat(30)}example.co.jp` },
  company: hostile(100),
  legalName: hostile(100),
  contact: {
    firstName: hostile(50),
    lastName: '007',
    email: `${'a_b.'.repeat(15)}x@${'long-'.repeat(30)}example.co.jp`,
    phone: '0312345678',
  },
  address: {
    line1: hostile(200),
    line2: hostile(200),
    city: hostile(100),
    state: 'JP-13',
    postalCode: '0600001',
    country: 'JP',
  },
  mpnId: '1234567890',
  registrationId: '0123456789',
  website: `https://example.co.jp/${'x'.repeat(1900)}`,
  reason: hostile(1000),
  document: { name: hostile(100), note: hostile(500), link: `https://example.co.jp/${'x'.repeat(1900)}` },
  about: hostile(1000),
  specialties: hostile(200),
  people: Array.from({ length: 8 }, () => hostile(100)),
  by: person(hostile(100)),
  query: hostile(200),
}
