import type { Locale } from '../../domain/actor.ts'
import type { Refusal, RefusalCode } from '../../domain/refusals.ts'

/** A sentence of the catalogue: what stands between braces is filled from the refusal. */
type Sentence = readonly [en: string, ja: string]

/** domain.md 4.3, corrected by F44, F45 and F47, for the refusals that stand beside an input. */
export const CATALOGUE: Partial<Record<RefusalCode, Sentence>> = {
  ENR_MPN_REQUIRED: ['Enter your MPN ID first.', '最初に MPN ID を入力してください。'],
  ENR_FIELD_MISSING: ['{field} is required.', '{field}は必須です。'],
  ENR_WEBMAIL: [
    "{domain} is a web-based email service. Use your company's address.",
    '{domain} は Web ベースの電子メール サービスです。会社のメール アドレスを使用してください。',
  ],
  ENR_MAIL_SHARED: [
    "{mail} looks like a shared mailbox. Use the person's own company address.",
    '{mail} は共有アドレスのようです。ご本人の会社のメール アドレスを入力してください。',
  ],
  ENR_AUTHORITY: [
    'Confirm that you may act for your company.',
    '貴社を代表して手続きする権限があることを確認のうえ、チェックを入れてください。',
  ],
  MPN_UNKNOWN: ["MPN ID {id} doesn't exist. Check the number.", 'MPN ID {id} が見つかりません。番号をご確認ください。'],
  MPN_IN_USE: ['MPN ID {id} is linked to another tenant.', 'MPN ID {id} は別のテナントに関連付けられています。'],
  MPN_NOT_ACTIVE: [
    "The company profile of MPN ID {id} isn't active.",
    'MPN ID {id} の会社プロファイルはアクティブではありません。',
  ],
  MPN_COUNTRY_MISMATCH: [
    'MPN ID {id} is in {a}, your tenant in {b}. Add a location in {b}.',
    'MPN ID {id} の国または地域 ({a}) が、テナントの国または地域 ({b}) と一致しません。{b} の場所アカウントを追加してください。',
  ],
  MPN_NOT_MIGRATED: [
    'Move MPN ID {id} to Partner Center first.',
    '先に MPN ID {id} をパートナー センターに移行してください。',
  ],
  MPN_NOT_LOCATION: [
    'Use the location MPN ID {ok}, not the global one.',
    'グローバル アカウントではなく、場所アカウントの MPN ID {ok} を使用してください。',
  ],
  FIELD_EMAIL: ['Enter a valid email address.', '有効なメール アドレスを入力してください。'],
  CUS_ADDRESS: ['{field}: expected {rule}.', '{field}: {rule} の形式で入力してください。'],
}

/** Names of countries inside the sentences of the tests. */
const COUNTRIES: Readonly<Record<string, Sentence>> = {
  JP: ['Japan', '日本'],
  US: ['the United States', '米国'],
  FR: ['France', 'フランス'],
  GB: ['the United Kingdom', '英国'],
  CA: ['Canada', 'カナダ'],
}

/** interface.md 5: the labels of inputs, exactly. */
export const LABELS: Readonly<Record<string, Sentence>> = {
  mpnId: ['MPN ID', 'MPN ID'],
  companyName: ['Legal business name', '法人名'],
  registrationId: ['Registration ID', '登録番号'],
  addressLine1: ['Address line 1', '住所 1'],
  addressLine2: ['Address line 2', '住所 2'],
  city: ['City', '市区町村'],
  state: ['State or prefecture', '都道府県'],
  postalCode: ['Postal code', '郵便番号'],
  country: ['Country', '国または地域'],
  firstName: ['First name', '名'],
  lastName: ['Last name', '姓'],
  email: ['Email', 'メール アドレス'],
  phone: ['Phone', '電話番号'],
  isEnrollingUser: ["That's me", '私が第一連絡先担当者です'],
  supportEmail: ['Support email', 'サポートのメール アドレス'],
  supportPhone: ['Support phone', 'サポートの電話番号'],
  authority: ['I may act for my company', '会社を代表する権限があります'],
  reason: ['Reason', '理由'],
  company: ['Company', '会社'],
  domainPrefix: ['Domain prefix', 'ドメインのプレフィックス'],
  subscription: ['Subscription', 'サブスクリプション'],
  licenses: ['Number of licenses', 'ライセンス数'],
  resellerMpnId: ['Reseller (MPN ID)', 'リセラー (MPN ID)'],
  supportContact: ['Designated support contact', '指定のサポート連絡先'],
}

export const LOCALES = ['en-US', 'ja-JP'] as const satisfies readonly Locale[]

const inLocale = (sentence: Sentence, locale: Locale): string => sentence[locale === 'en-US' ? 0 : 1]

/** The catalogue's sentence for a refusal, or undefined where the programme's catalogue has none. */
export function catalogued(refusal: Refusal, locale: Locale): string | undefined {
  const sentence = CATALOGUE[refusal.code]
  // A value of a list has no form that it could be expected in.
  if (!sentence || (refusal.code === 'CUS_ADDRESS' && refusal.rule === 'list')) return undefined
  const values: Record<string, string> = {}
  for (const [name, value] of Object.entries(refusal)) if (typeof value === 'string') values[name] = value
  if ('field' in refusal) {
    const label = LABELS[refusal.field]
    if (!label) return undefined
    // A name that ends in Latin has a space after it: 住所 1 は.
    values.field = inLocale(label, locale).replace(locale === 'ja-JP' ? /[a-z0-9]$/i : /^$/, '$& ')
  }
  if (refusal.code === 'MPN_COUNTRY_MISMATCH') {
    values.a = country(refusal.mpnCountry, locale)
    values.b = country(refusal.tenantCountry, locale)
  }
  if (refusal.code === 'MPN_NOT_LOCATION') {
    const [only, ...others] = refusal.locations
    if (only === undefined || others.length > 0) return undefined
    values.ok = only
  }
  return inLocale(sentence, locale).replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = values[name]
    if (value === undefined) throw new Error(`${refusal.code} has no ${name}`)
    return value
  })
}

function country(code: string, locale: Locale): string {
  const name = COUNTRIES[code]
  if (!name) throw new Error(`no name for ${code}`)
  return inLocale(name, locale)
}
