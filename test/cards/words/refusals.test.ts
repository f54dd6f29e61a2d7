import { describe, expect, it } from 'vitest'
import { ACTIONS } from '../../../cards/actions.ts'
import { formatFor } from '../../../cards/words/format.ts'
import { explain, MENDS, mendOf } from '../../../cards/words/refusals.ts'
import { mendsEn, refusalsEn } from '../../../cards/words/refusals-en.ts'
import { mendsJa, refusalsJa } from '../../../cards/words/refusals-ja.ts'
import type { Refusal, RefusalCode } from '../../../domain/refusals.ts'
import { faultsOf } from './plain.ts'
import { refusalSamples } from './refusal-samples.ts'

const en = refusalsEn(formatFor('en-US', 'Asia/Tokyo'))
const ja = refusalsJa(formatFor('ja-JP', 'Asia/Tokyo'))
const all: readonly Refusal[] = Object.values(refusalSamples).flat()

/** domain.md 4.3 with F44, F45 and F47, filled with the first sample of each code. */
const CATALOGUE: Partial<Record<RefusalCode, readonly [en: string, ja: string]>> = {
  AUTH_ROLE: [
    'You need the global admin role for this. People who have it: Hana Sato and Ken Mori.',
    'この操作には 全体管理者 のロールが必要です。このロールを持つユーザー: Hana Sato、Ken Mori',
  ],
  AUTH_ORG_KIND: [
    'Only indirect providers can do this. Your company is an indirect reseller.',
    'この操作を実行できるのは間接プロバイダーのみです。貴社は間接リセラーとして登録されています。',
  ],
  NOT_FOUND: ["We couldn't find fabrikam.com.", 'fabrikam.com は見つかりませんでした。'],
  ENR_MPN_REQUIRED: ['Enter your MPN ID first.', '最初に MPN ID を入力してください。'],
  ENR_FIELD_MISSING: ['Legal business name is required.', '法人名 は必須です。'],
  ENR_DIRECT_CLOSED: [
    'New partners enroll as indirect resellers.',
    'CSP に新しく参加するパートナーは、間接リセラーとして登録します。直接パートナーの新規申請は受け付けていません。',
  ],
  ENR_WORK_ACCOUNT: [
    'Sign in with a work account that is global admin.',
    '全体管理者の職場アカウントでサインインしてください。お持ちでない場合は作成できます。',
  ],
  ENR_WEBMAIL: [
    "gmail.com is a web-based email service. Use your company's address.",
    'gmail.com は Web ベースの電子メール サービスです。会社のメール アドレスを使用してください。',
  ],
  ENR_MAIL_SHARED: [
    "info@sakura.example looks like a shared mailbox. Use the person's own company address.",
    'info@sakura.example は共有アドレスのようです。ご本人の会社のメール アドレスを入力してください。',
  ],
  ENR_AUTHORITY: [
    'Confirm that you may act for your company.',
    '貴社を代表して手続きする権限があることを確認のうえ、チェックを入れてください。',
  ],
  MPN_UNKNOWN: [
    "MPN ID 1234567 doesn't exist. Check the number.",
    'MPN ID 1234567 が見つかりません。番号をご確認ください。',
  ],
  MPN_IN_USE: ['MPN ID 1234567 is linked to another tenant.', 'MPN ID 1234567 は別のテナントに関連付けられています。'],
  MPN_NOT_ACTIVE: [
    "The company profile of MPN ID 1234567 isn't active.",
    'MPN ID 1234567 の会社プロファイルはアクティブではありません。',
  ],
  MPN_COUNTRY_MISMATCH: [
    'MPN ID 1234567 is in France, your tenant in Japan. Add a location in Japan.',
    'MPN ID 1234567 の国または地域 (フランス) が、テナントの国または地域 (日本) と一致しません。日本 の場所アカウントを追加してください。',
  ],
  MPN_NOT_MIGRATED: [
    'Move MPN ID 1234567 to Partner Center first.',
    '先に MPN ID 1234567 をパートナー センターに移行してください。',
  ],
  MPN_NOT_LOCATION: [
    'Use the location MPN ID 1234567, not the global one.',
    'グローバル アカウントではなく、場所アカウントの MPN ID 1234567 を使用してください。',
  ],
  VER_BOTH_FACTS: ['Confirm both statements.', '2 つの項目の両方にチェックを入れてください。'],
  VER_CONTACT_PENDING: [
    'Waiting for ken@sakura.example to confirm the address.',
    '第一連絡先担当者 (ken@sakura.example) によるメール アドレスの確認を待っています。',
  ],
  VER_RESEND_WAIT: [
    'You can resend the email from December 5, 2025 at 3:03 PM GMT+9.',
    '確認メールを再送信できるのは 2025年12月5日 15:03 JST 以降です。',
  ],
  VER_LINK_EXPIRED: [
    'This link has expired. Ask for a new email.',
    'このリンクは有効期限が切れています。確認メールの再送信を依頼してください。',
  ],
  USR_CHANGE_PASSWORD: ['Change your temporary password first.', '先に一時パスワードを変更してください。'],
  SETUP_ADMIN_AGENT: [
    'Add yourself to Admin agent to finish set-up.',
    '設定を完了するには、ご自身に管理エージェントのロールを追加してください。',
  ],
  MPA_REQUIRED_SELF: [
    "Your company hasn't signed the Microsoft Partner Agreement for Europe.",
    '貴社は 欧州 の Microsoft Partner Agreement (MPA) にまだ署名していません。',
  ],
  MPA_REQUIRED_RESELLER: [
    "Fabrikam hasn't signed the Microsoft Partner Agreement for the United States.",
    'Fabrikam は 米国 の Microsoft Partner Agreement (MPA) にまだ署名していません。',
  ],
  REGION_CUSTOMER: [
    'Fabrikam is in the United States; you can sell in Japan only.',
    'Fabrikam の地域は 米国 です。貴社が販売できるのは 日本 の顧客のみです。',
  ],
  REL_ALREADY_RESELLER: [
    "Fabrikam is already your indirect reseller, so it can't be your customer.",
    'Fabrikam は既に貴社の間接リセラーであるため、顧客にすることはできません。',
  ],
  CUS_IS_CSP_TENANT: [
    'Fabrikam uses this tenant for CSP. Sell to a separate customer tenant',
    'Fabrikam のこのテナントは CSP の取引に使用されているため、販売できません。CSP に使用していない別のテナントを指定してください。',
  ],
  CUS_SELF_OR_AFFILIATE: [
    "You can't sell to your own company or an affiliate.",
    '自社または関連組織には販売できません。',
  ],
  CUS_NO_PROVIDER_REL: [
    'Contoso has no reseller relationship with Fabrikam.',
    'Contoso と Fabrikam の間に再販業者関係がありません。',
  ],
  CUS_IR_CANNOT_CREATE: [
    'Your provider creates the customer and names you as reseller.',
    '顧客の作成は間接プロバイダーが行い、貴社を間接リセラーとして指定します。',
  ],
  CUS_IR_NOT_ALLOWED: [
    'Not available for indirect-reseller customers.',
    '間接リセラーとして担当している顧客では、この操作は利用できません。',
  ],
  CUS_DOMAIN_TAKEN: [
    'contoso.onmicrosoft.com is taken. Try: contosojp, contosogroup, or contoso1.',
    'contoso.onmicrosoft.com は既に使用されています。候補: contosojp',
  ],
  CUS_DOMAIN_FORMAT: ['1-27 letters or digits.', '半角英数字 1～27 文字で入力してください。'],
  CUS_MCA: [
    'The customer must accept the Microsoft Customer Agreement first.',
    '先に、顧客が Microsoft 顧客契約に同意する必要があります。',
  ],
  ORD_QUANTITY: ['Enter a whole number of licenses, 1-300.', 'ライセンス数を 1～300 の整数で入力してください。'],
  SUB_CONTACT_INVALID: [
    'Fabrikam has no relationship with this customer.',
    'Fabrikam はこの顧客と再販業者関係がないため、サポート連絡先に指定できません。',
  ],
  REL_REMOVE_BLOCKED: [
    'Finish these first: suspend Exchange Online, ',
    '先に次の項目を処理してください: Exchange Online の一時停止',
  ],
  SEC_ALREADY_SHOWN: [
    "The temporary password can't be shown again. Reset the customer admin's password if needed.",
    '一時パスワードは再表示できません。必要な場合は、顧客の管理者パスワードをリセットしてください。',
  ],
  TRN_NOT_IDENTIFIED: [
    "Your tenant isn't identified for direct-bill offboarding.",
    '貴社のテナントは、直接請求オフボードの対象ではありません。',
  ],
  TRN_PROFILE: ['Update profile and MPN ID first.', '先にパートナー プロファイルと MPN ID を最新にしてください。'],
  TRN_NO_ROLLBACK: [
    "Indirect reseller capability can't be removed.",
    '間接リセラーの機能は削除できません (ロールバック不可)。',
  ],
  TRN_NO_NEW_DIRECT: [
    "Your company is also an indirect reseller, so it can't add new direct customers.",
    '間接リセラーとしても登録されているため、新しい直接顧客は追加できません。',
  ],
  DB_RESTRICTED: ['Your company is a restricted direct-bill partner.', '貴社は制限付きの直接請求パートナーです。'],
  PAR_NOT_ENROLLED: [
    "Fabrikam isn't enrolled as an indirect reseller.",
    'Fabrikam は間接リセラーとして登録されていません。',
  ],
  PAR_NOT_READY: ['Fabrikam is missing: ', 'Fabrikam はまだ取引を開始できません。未完了の手順: '],
  PAR_NONE: [
    'No partnership between Contoso and Fabrikam.',
    'Contoso と Fabrikam の間にパートナーシップがありません。',
  ],
  PAR_EXISTS: [
    'You already have this partnership (since December 5, 2025).',
    'このパートナーシップは既に確立されています (2025年12月5日 から)。',
  ],
  PAR_DECLARATION: [
    'Confirm every statement to remove the partnership.',
    'パートナーシップを削除するには、すべての確認事項にチェックを入れてください。',
  ],
  PAR_END_VIA_SUPPORT: [
    'Only the provider can remove it here. We can open a Microsoft support request.',
    'ここでパートナーシップを削除できるのは間接プロバイダーのみです。関係の終了を Microsoft サポートに依頼できます。',
  ],
  INV_LINK_MISSING: [
    'Keep the personalized link in the message.',
    'メッセージには、カスタマイズされたリンクを必ず含めてください。',
  ],
  INV_NOT_CONFIRMED: [
    'Tick the box to authorize the provider.',
    '間接プロバイダーを承認するにはチェックボックスをオンにしてください。',
  ],
  INV_CLOSED: ['This invitation is closed: accepted, December 5, 2025.', 'この招待は承諾済みです (2025年12月5日)。'],
  REGION_PARTNER: [
    'Fabrikam is in the United States, Contoso in Japan. Partners must be in one CSP region.',
    'Fabrikam の地域は 米国、Contoso の地域は 日本 です。パートナーシップを確立できるのは、CSP の同じ地域にあるパートナーのみです。',
  ],
  REL_ALREADY_CUSTOMER: [
    "Fabrikam is already a customer of Contoso, so it can't be its reseller.",
    'Fabrikam は既に Contoso の顧客であるため、Contoso の間接リセラーになることはできません。',
  ],
  FIELD_EMAIL: ['Enter a valid email address.', '有効なメール アドレスを入力してください。'],
  CUS_ADDRESS: ['Postal code: expected 123-4567.', '郵便番号: 123-4567 の形式で入力してください。'],
  REGION_UNKNOWN: ["CSP isn't offered in China here.", '中国 では、このボットで扱う CSP を利用できません。'],
  ORG_SUSPENDED: [
    'Account suspended: existing business only.',
    'アカウントは一時停止されています。既存の顧客とサブスクリプションの管理のみ行えます。',
  ],
  STALE: [
    'Someone changed this meanwhile. Here is the current state.',
    '別のユーザーがこの内容を更新しました。最新の状態を表示します。',
  ],
}

describe('a refusal in words', () => {
  it.each(all)('$code is a clean sentence in both languages', (refusal) => {
    expect(faultsOf(explain(refusal, en), 'en-US')).toEqual([])
    expect(faultsOf(explain(refusal, ja), 'ja-JP')).toEqual([])
  })

  it.each(Object.entries(CATALOGUE))('%s begins with the sentence of the catalogue', (code, [english, japanese]) => {
    const [refusal] = refusalSamples[code as RefusalCode]
    expect(explain(refusal, en).startsWith(english)).toBe(true)
    expect(explain(refusal, ja).startsWith(japanese)).toBe(true)
  })

  it('names no more than ten people', () => {
    const [, crowd] = refusalSamples.AUTH_ROLE
    expect(explain(crowd as Refusal, en)).toContain('Admin 9, and 3 more.')
    expect(explain(crowd as Refusal, ja)).toContain('Admin 9、ほか 3 名')
    expect(explain(crowd as Refusal, ja)).toContain('全体管理者、MPN パートナー管理者、または管理エージェント のロール')
  })

  it('sends a person to the global admin when nobody is known to hold the role', () => {
    const refusal: Refusal = { code: 'AUTH_ROLE', roles: ['BPA'] }
    expect(explain(refusal, en)).toMatch(/^You need the business profile admin role for this\. Ask a global admin/)
    expect(explain(refusal, ja)).toContain('貴社の全体管理者に依頼してください。')
  })

  it('writes countries as English does', () => {
    const [, anglophone] = refusalSamples.MPN_COUNTRY_MISMATCH
    expect(explain(anglophone as Refusal, en)).toContain('is in the United States, your tenant in the United Kingdom.')
  })

  it('separates Latin from Japanese inside a list of MPN IDs', () => {
    const [, two] = refusalSamples.MPN_NOT_LOCATION
    expect(explain(two as Refusal, ja)).toContain('MPN ID 1234567 または 7654321 を')
  })
})

describe('what mends a refusal', () => {
  it.each(Object.entries(MENDS))('%s has a page over https or a verb, and a text in both languages', (code, mend) => {
    const english = mendOf(code as RefusalCode, mendsEn)
    const japanese = mendOf(code as RefusalCode, mendsJa)
    expect(faultsOf(english?.title ?? '', 'en-US')).toEqual([])
    expect(japanese?.title).toBeTruthy()
    if ('url' in mend) expect(new URL(mend.url).protocol).toBe('https:')
    else expect(Object.keys(ACTIONS)).toContain(mend.verb)
  })

  it('is absent for a refusal that only typing can mend', () => {
    expect(mendOf('FIELD_EMAIL', mendsEn)).toBeUndefined()
  })
})
