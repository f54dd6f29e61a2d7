import type { Role } from '../../domain/actor.ts'
import type { RemovalBlock } from '../../domain/refusals.ts'
import { FIRST_AGREEMENT_DAY } from '../../domain/text.ts'
import type { Format } from './format.ts'
import type { MendWords, RefusalWords } from './refusals.ts'
import { invitationState, stateName } from './terms.ts'
import { termsJa as terms } from './terms-ja.ts'

const MOST_NAMES = 10
const RESTORE_LINK = 'リンクを元に戻す'

const removalBlocks: Record<RemovalBlock['kind'], (name: string) => string> = {
  subscription: (name) => `${name} の一時停止`,
  reservation: (name) => `予約 ${name} のキャンセル`,
  software: (name) => `ソフトウェア ${name} のキャンセル`,
}

/** @param format dates and lists of the reader's own time zone. */
export function refusalsJa(format: Format): RefusalWords {
  const field = (name: keyof typeof terms.fields): string => terms.fields[name]
  const roles = (codes: readonly Role[]): string => format.any(codes.map((code) => terms.roles[code]))
  const states = (names: readonly string[]): string =>
    format.any(names.map((name) => `「${stateName(terms, name) ?? name}」`))
  const some = (names: readonly string[], counter: string): string =>
    names.length <= MOST_NAMES
      ? format.all(names)
      : `${format.all(names.slice(0, MOST_NAMES))}、ほか ${format.number(names.length - MOST_NAMES)} ${counter}`

  return {
    AUTH_ROLE: ({ roles: needed, names = [] }) =>
      names.length > 0
        ? `この操作には ${roles(needed)} のロールが必要です。このロールを持つユーザー: ${some(names, '名')}`
        : `この操作には ${roles(needed)} のロールが必要です。貴社の全体管理者に依頼してください。`,
    AUTH_REVIEWER: () => 'この操作を実行できるのは審査担当者のみです。',
    AUTH_ORG_KIND: ({ kinds, kind }) =>
      `この操作を実行できるのは${format.all(kinds.map((each) => terms.kinds[each].many))}のみです。貴社は${terms.kinds[kind].one}として登録されています。`,
    NOT_FOUND: ({ query }) =>
      query === ''
        ? 'お探しのものは見つかりませんでした。'
        : `${query} は見つかりませんでした。表記をご確認のうえ、ドメインまたは MPN ID でもお試しください。`,
    ENR_MPN_REQUIRED: () =>
      '最初に MPN ID を入力してください。お持ちでない場合は、Microsoft Partner Network に参加すると取得できます。入力済みの内容は保存されています。',
    ENR_FIELD_MISSING: ({ field: name }) => `${field(name)} は必須です。`,
    ENR_DIRECT_CLOSED: () =>
      'CSP に新しく参加するパートナーは、間接リセラーとして登録します。直接パートナーの新規申請は受け付けていません。',
    ENR_WORK_ACCOUNT: () => '全体管理者の職場アカウントでサインインしてください。お持ちでない場合は作成できます。',
    ENR_WEBMAIL: ({ domain }) =>
      `${domain} は Web ベースの電子メール サービスです。会社のメール アドレスを使用してください。`,
    ENR_MAIL_SHARED: ({ mail }) =>
      `${mail} は共有アドレスのようです。ご本人の会社のメール アドレスを入力してください。`,
    ENR_AUTHORITY: () => '貴社を代表して手続きする権限があることを確認のうえ、チェックを入れてください。',
    ENR_STEPS_MISSING: ({ steps }) =>
      `次の項目をすべて入力してから登録してください: ${format.all(steps.map((step) => terms.steps[step]))}`,
    ENR_ROUNDS: ({ rounds }) =>
      `この申請は、既に ${format.number(rounds)} 回、会社に差し戻されています。承認または不承認を選択してください。`,
    MPN_FORMAT: () => 'MPN ID は、0 以外の数字で始まる 4～10 桁の数字で入力してください。',
    MPN_UNKNOWN: ({ id }) => `MPN ID ${id} が見つかりません。番号をご確認ください。`,
    MPN_IN_USE: ({ id }) =>
      `MPN ID ${id} は別のテナントに関連付けられています。貴社の別の場所アカウントの MPN ID を使用するか、関連付けられているテナントから登録してください。`,
    MPN_OTHER_COMPANY: ({ id }) => `MPN ID ${id} は別の会社のものです。貴社の MPN ID を入力してください。`,
    MPN_NOT_ACTIVE: ({ id }) =>
      `MPN ID ${id} の会社プロファイルはアクティブではありません。パートナー センターでプロファイルをご確認のうえ、もう一度お試しください。`,
    MPN_COUNTRY_MISMATCH: ({ id, mpnCountry, tenantCountry }) =>
      `MPN ID ${id} の国または地域 (${terms.country(mpnCountry)}) が、テナントの国または地域 (${terms.country(tenantCountry)}) と一致しません。${terms.country(tenantCountry)} の場所アカウントを追加してください。`,
    MPN_NOT_MIGRATED: ({ id }) =>
      `先に MPN ID ${id} をパートナー センターに移行してください。手順は移行ガイドでご確認いただけます。`,
    MPN_NOT_LOCATION: ({ locations }) =>
      locations.length > 0
        ? `グローバル アカウントではなく、場所アカウントの MPN ID ${format.any(locations)} を使用してください。`
        : 'グローバル アカウントではなく、場所アカウントの MPN ID を使用してください。場所アカウントはパートナー センターで追加できます。',
    VER_BOTH_FACTS: () => '2 つの項目の両方にチェックを入れてください。',
    VER_CONTACT_PENDING: ({ mail }) =>
      `第一連絡先担当者 (${mail}) によるメール アドレスの確認を待っています。確認が済むと、審査を進めます。`,
    VER_RESEND_WAIT: ({ from }) =>
      `確認メールを再送信できるのは ${format.dateTime(from)} 以降です。それまでの間、迷惑メール フォルダーも確認するよう第一連絡先担当者にお伝えください。`,
    VER_LINK_EXPIRED: () => 'このリンクは有効期限が切れています。確認メールの再送信を依頼してください。',
    USR_CHANGE_PASSWORD: () =>
      `先に一時パスワードを変更してください。変更が済んだら、[${mendsJa.USR_CHANGE_PASSWORD}] を選択してください。`,
    USR_EMAIL_TAKEN: ({ mail }) =>
      `${mail} のアカウントは、貴社に既に存在します。ロールを変更するには、ユーザーの一覧からそのユーザーを開いてください。`,
    USR_EMAIL_DOMAIN: ({ domains }) => `貴社のドメインのメール アドレスを入力してください: ${some(domains, '件')}`,
    USR_ROLE_MISSING: () => 'ロールを 1 つ以上選択してください。',
    USR_LAST_GLOBAL_ADMIN: () =>
      'このユーザーは、貴社の最後の全体管理者です。先に別のユーザーに全体管理者のロールを割り当ててください。',
    USR_TOO_MANY: () =>
      'ここで管理できるユーザー数の上限に達しています。これ以降のユーザーは、Microsoft 365 管理センターで管理してください。',
    SETUP_ADMIN_AGENT: ({ names }) =>
      names === undefined
        ? '設定を完了するには、ご自身に管理エージェントのロールを追加してください。'
        : `設定がまだ完了していません。先に、全体管理者に管理エージェントのロールを追加する必要があります。全体管理者: ${some(names, '名')}`,
    MPA_REQUIRED_SELF: ({ region }) =>
      `貴社は ${terms.region(region)} の Microsoft Partner Agreement (MPA) にまだ署名していません。全体管理者がここで署名できます。`,
    MPA_REQUIRED_RESELLER: ({ reseller, region }) =>
      `${reseller} は ${terms.region(region)} の Microsoft Partner Agreement (MPA) にまだ署名していません。同社の全体管理者がここで署名できます。`,
    MPA_NOT_OFFERED: () =>
      '貴社はまだ Microsoft Partner Agreement (MPA) に署名できません。登録が承認されると署名できるようになります。',
    MPA_NOT_TICKED: () => 'Microsoft Partner Agreement (MPA) に同意するには、チェックボックスをオンにしてください。',
    MCA_NOT_TICKED: () => 'Microsoft 顧客契約に同意するには、チェックボックスをオンにしてください。',
    CUS_NOT_CONFIRMED: () => '招待元のパートナーを承認するには、チェックボックスをオンにしてください。',
    PAR_NOT_ENROLLED: ({ organization }) =>
      `${organization} は間接リセラーとして登録されていません。同社の全体管理者がここで登録できます。`,
    PAR_NOT_READY: ({ organization, steps }) =>
      `${organization} はまだ取引を開始できません。未完了の手順: ${format.all(steps.map((step) => terms.readiness[step].missing))}`,
    PAR_NONE: ({ a, b }) =>
      `${a} と ${b} の間にパートナーシップがありません。パートナーシップは間接プロバイダーが要求できます。`,
    PAR_EXISTS: ({ since }) => `このパートナーシップは既に確立されています (${format.date(since)} から)。`,
    PAR_SELF: () => 'このメール アドレスは貴社のものです。連携するリセラーのメール アドレスを入力してください。',
    PAR_DECLARATION: () => 'パートナーシップを削除するには、すべての確認事項にチェックを入れてください。',
    PAR_END_VIA_SUPPORT: () =>
      'ここでパートナーシップを削除できるのは間接プロバイダーのみです。関係の終了を Microsoft サポートに依頼できます。',
    INV_LINK_MISSING: () =>
      `メッセージには、カスタマイズされたリンクを必ず含めてください。[${RESTORE_LINK}] を選択すると、リンクを挿入できます。`,
    INV_NOT_CONFIRMED: () => '間接プロバイダーを承認するにはチェックボックスをオンにしてください。',
    INV_CLOSED: ({ state, at }) => {
      const closed = `この招待は${invitationState(terms, state)}です (${format.date(at)})。`
      return state === 'accepted' || state === 'superseded'
        ? closed
        : `${closed}間接プロバイダーは、新しい招待を送信できます。`
    },
    INV_IN_TEAMS: ({ from }) =>
      `この招待は、Teams で送信してからまだ 1 日経っていません。Teams で再度送信できるのは ${format.dateTime(from)} 以降です。メールではいつでも再送信できます。`,
    INV_LIMIT: ({ per, most, from }) =>
      per === 'bulk'
        ? `貴社が一括処理で作成できる招待は、24 時間に ${format.number(most)} 件までです。次の招待は ${format.dateTime(from)} 以降に作成できます。`
        : `${per === 'day' ? '貴社から送信できる招待は 1 日' : '送信できる招待は 1 時間'}に ${format.number(most)} 件までです。次の招待は ${format.dateTime(from)} 以降に送信できます。`,
    CUS_LIMIT: ({ most, from }) =>
      `貴社が一括処理で作成できる顧客は、24 時間に ${format.number(most)} 社までです。次の顧客は ${format.dateTime(from)} 以降に作成できます。`,
    REMINDED: ({ company, at }) =>
      `${company} には ${format.dateTime(at)} にお知らせ済みです。次のお知らせは、24 時間後から送信できます。`,
    REGION_PARTNER: ({ a, b, regionA, regionB }) =>
      `${a} の地域は ${terms.region(regionA)}、${b} の地域は ${terms.region(regionB)} です。パートナーシップを確立できるのは、CSP の同じ地域にあるパートナーのみです。別の地域で取引するには、その地域のアカウントでの登録が必要です。`,
    REL_ALREADY_CUSTOMER: ({ reseller, provider }) =>
      `${reseller} は既に ${provider} の顧客であるため、${provider} の間接リセラーになることはできません。別の間接プロバイダーを選択するか、先に顧客としての関係を終了してください。`,
    REGION_CUSTOMER: ({ customer, country, regionPartner, regionCustomer }) =>
      `${customer ?? terms.country(country)} の地域は ${terms.region(regionCustomer)} です。貴社が販売できるのは ${terms.region(regionPartner)} の顧客のみです。別の地域で販売するには、その地域のアカウントでの登録が必要です。`,
    REL_ALREADY_RESELLER: ({ customer }) =>
      `${customer} は既に貴社の間接リセラーであるため、顧客にすることはできません。別のテナントで購入するか、ほかのパートナーから購入できます。`,
    CUS_IS_CSP_TENANT: ({ customer }) =>
      `${customer} のこのテナントは CSP の取引に使用されているため、販売できません。CSP に使用していない別のテナントを指定してください。`,
    CUS_SELF_OR_AFFILIATE: () => '自社または関連組織には販売できません。',
    CUS_NO_PROVIDER_REL: ({ provider, customer }) =>
      `${provider} と ${customer} の間に再販業者関係がありません。${provider} から顧客に関係を依頼できます。`,
    CUS_IR_CANNOT_CREATE: () => '顧客の作成は間接プロバイダーが行い、貴社を間接リセラーとして指定します。',
    CUS_IR_NOT_ALLOWED: () =>
      '間接リセラーとして担当している顧客では、この操作は利用できません。必要な場合は、間接プロバイダーに依頼してください。',
    CUS_DOMAIN_TAKEN: ({ prefix, suggestions }) =>
      suggestions.length > 0
        ? `${prefix}.onmicrosoft.com は既に使用されています。候補: ${format.all(suggestions)}`
        : `${prefix}.onmicrosoft.com は既に使用されています。別のプレフィックスを入力してください。`,
    CUS_DOMAIN_FORMAT: () => '半角英数字 1～27 文字で入力してください。',
    CUS_MCA: () => '先に、顧客が Microsoft 顧客契約に同意する必要があります。',
    CUS_MCA_DATE: () =>
      `顧客が契約に同意した日を、${format.day(FIRST_AGREEMENT_DAY)}から今日までの日付で入力してください。`,
    ORD_EMPTY: () => 'サブスクリプションを 1 つ以上選択してください。',
    ORD_QUANTITY: ({ min, max }) =>
      `ライセンス数を ${format.number(min)}～${format.number(max)} の整数で入力してください。`,
    SUB_CONTACT_INVALID: ({ contact }) =>
      `${contact} はこの顧客と再販業者関係がないため、サポート連絡先に指定できません。一覧のパートナーから選択してください。`,
    REL_REMOVE_BLOCKED: ({ items }) =>
      `先に次の項目を処理してください: ${some(
        items.map(({ kind, name }) => removalBlocks[kind](name)),
        '件',
      )}`,
    SEC_ALREADY_SHOWN: () =>
      '一時パスワードは再表示できません。必要な場合は、顧客の管理者パスワードをリセットしてください。',
    PC_REFUSED: ({ reason }) =>
      reason === undefined
        ? 'パートナー センターで受け付けられませんでした。繰り返し発生する場合は、Microsoft サポートにお問い合わせください。'
        : `パートナー センターで受け付けられませんでした (コード ${reason})。繰り返し発生する場合は、このコードを添えて Microsoft サポートにお問い合わせください。`,
    TRN_NOT_IDENTIFIED: () => '貴社のテナントは、直接請求オフボードの対象ではありません。',
    TRN_PROFILE: () => '先にパートナー プロファイルと MPN ID を最新にしてください。パートナー センターで更新できます。',
    TRN_NO_ROLLBACK: () => '間接リセラーの機能は削除できません (ロールバック不可)。',
    TRN_NO_NEW_DIRECT: () =>
      '間接リセラーとしても登録されているため、新しい直接顧客は追加できません。新しい顧客は、間接プロバイダーを通じて追加できます。',
    DB_RESTRICTED: () =>
      '貴社は制限付きの直接請求パートナーです。既存の顧客とサブスクリプションは引き続き管理できますが、顧客の追加や新しいサブスクリプションの注文はできません。',
    FIELD_EMAIL: () => '有効なメール アドレスを入力してください。',
    FIELD_LENGTH: ({ field: name, max }) => `${field(name)}: ${format.number(max)} 文字以内で入力してください。`,
    FIELD_TEXT: ({ field: name }) =>
      `${field(name)}: 目に見えない文字など、使用できない文字が含まれています。入力し直してください。`,
    FIELD_CHOICE: ({ field: name }) => `${field(name)}: 一覧から選択してください。`,
    FIELD_PHONE: () => '有効な電話番号を入力してください (例: 03-1234-5678)。',
    FIELD_LINK: ({ field: name }) => `${field(name)}: https で始まる完全な Web アドレスを入力してください。`,
    FIELD_REASON: () => '理由を入力してください。',
    CUS_ADDRESS: ({ field: name, rule }) =>
      rule === 'list'
        ? `${field(name)}: 一覧から選択してください。`
        : `${field(name)}: ${rule} の形式で入力してください。`,
    ADDRESS_COUNTRY: ({ country }) =>
      `住所の国または地域は、テナントおよび MPN ID と同じ国または地域 (${terms.country(country)}) にしてください。`,
    REGION_UNKNOWN: ({ country }) => `${terms.country(country)} では、このボットで扱う CSP を利用できません。`,
    ORG_SUSPENDED: () =>
      'アカウントは一時停止されています。既存の顧客とサブスクリプションの管理のみ行えます。解除については Microsoft サポートにお問い合わせください。',
    STALE: () => '別のユーザーがこの内容を更新しました。最新の状態を表示します。',
    WRONG_STATE: ({ is, needs }) =>
      needs.length === 0
        ? `現在の状態は${states([is])}のため、この操作は実行できません。`
        : `現在の状態は${states([is])}です。この操作を実行できるのは、${states(needs)}のときのみです。`,
    NOTHING_CHANGED: () =>
      '変更された内容がありません。プロファイルを修正するか、書類を追加してから、もう一度送信してください。',
  }
}

export const mendsJa: MendWords = {
  ENR_MPN_REQUIRED: 'Microsoft Partner Network に参加する',
  MPN_NOT_ACTIVE: 'パートナー プロファイルを開く',
  MPN_NOT_MIGRATED: 'パートナー センターへの移行ガイド',
  VER_CONTACT_PENDING: '登録状態',
  ENR_DIRECT_CLOSED: '間接リセラーとして登録する',
  SETUP_ADMIN_AGENT: '自分を追加する',
  USR_CHANGE_PASSWORD: 'パスワードを変更しました',
  MPA_REQUIRED_SELF: 'MPA に署名',
}
