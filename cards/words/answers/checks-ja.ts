import type { Check } from '../../../domain/questions/answer.ts'
import type { Refusal } from '../../../domain/refusals.ts'
import type { Format } from '../format.ts'
import type { Terms } from '../terms.ts'
import { type CheckWords, checkLine, type ThirdPersonWords } from './checks.ts'

/** @param refusal the sentence that a refusal has for whoever meets it himself */
export function checksJa(
  format: Format,
  terms: Terms,
  refusal: (refusal: Refusal) => string,
): (check: Check) => string {
  const others = thirdPersonJa(format, terms)
  return (check) => checkLine(check, CHECKS_JA, others, refusal, '')
}

/** The company with the space that follows a name, or “この会社”. */
const the = (company: string): string => (company === '' ? 'この会社' : `${company} `)

/** The same in the middle of a sentence, where a space stands before a name too. */
const inside = (company: string): string => (company === '' ? 'この会社' : ` ${company} `)

const notRecorded = (what: string): string => `${what}は、まだ記録されていません。`

const CHECKS_JA: CheckWords = {
  partnerKind: {
    holds: (company) => `${the(company)}は、この操作の対象となる種類の会社です。`,
    unknown: (company) => notRecorded(`${the(company)}の種類`),
  },
  enrolled: {
    holds: (company) => `${the(company)}は間接リセラーとして登録されています。`,
    unknown: (company) => notRecorded(`${the(company)}の登録状態`),
  },
  mpa: {
    holds: (company) => `${the(company)}は Microsoft Partner Agreement (MPA) に署名済みです。`,
    unknown: (company) => notRecorded(`${the(company)}の Microsoft Partner Agreement (MPA) への署名`),
  },
  resellerMpa: {
    holds: (company) =>
      `${the(company)}は、新しい取引に必要な Microsoft Partner Agreement (MPA) に間接リセラーとして署名済みです。`,
    unknown: (company) => notRecorded(`${the(company)}の Microsoft Partner Agreement (MPA) への署名`),
  },
  notSuspended: {
    holds: (company) => `${the(company)}のアカウントは一時停止されていません。`,
    unknown: (company) => notRecorded(`${the(company)}のアカウントが一時停止されているかどうか`),
  },
  role: {
    holds: () => 'この操作に必要なロールが割り当てられています。',
    unknown: (company) => notRecorded(`${the(company)}でこの操作に必要なロールを持つユーザー`),
  },
  invitationOpen: {
    holds: () => '招待は有効です。',
    unknown: () => notRecorded('招待が有効かどうか'),
  },
  notPartnered: {
    holds: () => '両社の間にパートナーシップはまだありません。',
    unknown: () => notRecorded('両社の間のパートナーシップの有無'),
  },
  partnership: {
    holds: (company) => `${the(company)}とのパートナーシップは有効です。`,
    unknown: (company) => notRecorded(`${the(company)}とのパートナーシップの有無`),
  },
  notCustomer: {
    holds: () => '間接リセラーは、間接プロバイダーの顧客ではありません。',
    unknown: () => notRecorded('間接リセラーが間接プロバイダーの顧客かどうか'),
  },
  notReseller: {
    holds: (company) => `顧客は${inside(company)}の間接リセラーではありません。`,
    unknown: (company) => `顧客が${inside(company)}の間接リセラーかどうかは、ここではご確認いただけません。`,
  },
  notAffiliate: {
    holds: (company) => `顧客は${inside(company)}自身でも、その関連組織でもありません。`,
    unknown: (company) => notRecorded(`顧客が${inside(company)}の関連組織かどうか`),
  },
  notCspTenant: {
    holds: (company) => `${the(company)}のテナントは CSP の取引に使用されていません。`,
    unknown: (company) => notRecorded(`${the(company)}のテナントが CSP の取引に使用されているかどうか`),
  },
  sameRegion: {
    holds: () => '両社は CSP の同じ地域にあります。',
    unknown: () => notRecorded('両社の CSP の地域'),
  },
  customerRegion: {
    holds: (company) => `顧客は${inside(company)}と同じ CSP の地域にあります。`,
    unknown: () => notRecorded('顧客の CSP の地域'),
  },
  providerRelation: {
    holds: (company) => `${the(company)}は、顧客と再販業者関係があります。`,
    unknown: (company) => `${the(company)}と顧客の再販業者関係は、まだ記録されていません。注文にはこの関係が必要です。`,
  },
  customerAgreement: {
    holds: () => '顧客は Microsoft 顧客契約に同意済みです。',
    unknown: () => '顧客による Microsoft 顧客契約への同意は、まだ記録されていません。注文には同意が必要です。',
  },
  newDirectAllowed: {
    holds: (company) => `${the(company)}は新しい直接顧客を追加できます。`,
    unknown: (company) => notRecorded(`${the(company)}が新しい直接顧客を追加できるかどうか`),
  },
  notRestricted: {
    holds: (company) => `${the(company)}は制限付きの直接請求パートナーではありません。`,
    unknown: (company) => notRecorded(`${the(company)}が制限付きの直接請求パートナーかどうか`),
  },
  createsCustomers: {
    holds: (company) => `${the(company)}は自社で顧客を作成できます。`,
    unknown: (company) => notRecorded(`${the(company)}が自社で顧客を作成できるかどうか`),
  },
  account: {
    holds: (company) => `${the(company)}にはパートナー センター アカウントがあります。`,
    unknown: (company) => notRecorded(`${the(company)}のパートナー センター アカウントの有無`),
  },
  identified: {
    holds: (company) => `${the(company)}のテナントは、直接請求オフボードの対象です。`,
    unknown: (company) => notRecorded(`${the(company)}のテナントが直接請求オフボードの対象かどうか`),
  },
  profile: {
    holds: (company) => `${the(company)}のパートナー プロファイルと MPN ID は最新です。`,
    unknown: (company) => notRecorded(`${the(company)}のパートナー プロファイルが最新かどうか`),
  },
  mpnId: {
    holds: (company) => `${the(company)}の MPN ID はアクティブで、テナントと同じ国または地域にあります。`,
    unknown: (company) => notRecorded(`${the(company)}の MPN ID`),
  },
  applicationState: {
    holds: () => '申請は、この操作を実行できる状態です。',
    unknown: () => notRecorded('申請の状態'),
  },
  agreementOffered: {
    holds: (company) => `${the(company)}は Microsoft Partner Agreement (MPA) に署名できる状態です。`,
    unknown: (company) => notRecorded(`${the(company)}が Microsoft Partner Agreement (MPA) に署名できるかどうか`),
  },
  adminAgent: {
    holds: (company) => `${the(company)}には、設定に必要な管理エージェントがいます。`,
    unknown: (company) => notRecorded(`${the(company)}の設定が完了しているかどうか`),
  },
  form: {
    holds: () => '必要な項目はすべて入力されています。',
    unknown: () => '必要な項目が入力されているかどうかは、入力後に確認します。',
  },
  wait: {
    holds: () => '待つ必要はありません。',
    unknown: () => notRecorded('待つ必要があるかどうか'),
  },
  newest: {
    holds: () => 'その後の変更はありません。',
    unknown: () => notRecorded('その後の変更の有無'),
  },
}

function thirdPersonJa(format: Format, terms: Terms): ThirdPersonWords {
  return {
    AUTH_ROLE: ({ roles }) =>
      `この操作を実行できるのは、${format.any(roles.map((role) => terms.roles[role]))} のロールを持つユーザーのみです。`,
    AUTH_ORG_KIND: ({ kinds, kind }, company) =>
      `この操作を実行できるのは${format.all(kinds.map((each) => terms.kinds[each].many))}のみです。${the(company)}は${terms.kinds[kind].one}として登録されています。`,
    SETUP_ADMIN_AGENT: (_, company) =>
      `設定を完了するには、${the(company)}の全体管理者に管理エージェントのロールを追加する必要があります。`,
    MPA_REQUIRED_SELF: ({ region }, company) =>
      `${the(company)}は ${terms.region(region)} の Microsoft Partner Agreement (MPA) にまだ署名していません。`,
    MPA_NOT_OFFERED: (_, company) =>
      `${the(company)}はまだ Microsoft Partner Agreement (MPA) に署名できません。登録が承認されると署名できるようになります。`,
    ORG_SUSPENDED: (_, company) =>
      `${the(company)}のアカウントは一時停止されています。既存の顧客とサブスクリプションの管理のみ行えます。解除については Microsoft サポートへの問い合わせが必要です。`,
    PAR_NONE: ({ a, b }) =>
      b === ''
        ? `${a} には間接プロバイダーとのパートナーシップがありません。取引条件に合意した同じ地域の間接プロバイダーが、パートナーシップを要求できます。`
        : `${a} と ${b} の間にパートナーシップがありません。パートナーシップは間接プロバイダーが要求できます。`,
    PAR_EXISTS: ({ since }) => `両社のパートナーシップは既に確立されています (${format.date(since)} から)。`,
    REGION_CUSTOMER: ({ partner, customer, country, regionPartner, regionCustomer }) =>
      `${customer ?? terms.country(country)} の地域は ${terms.region(regionCustomer)} です。${partner} が販売できるのは ${terms.region(regionPartner)} の顧客のみです。別の地域で販売するには、その地域のアカウントでの登録が必要です。`,
    REL_ALREADY_RESELLER: ({ customer, provider }) =>
      `${customer} は既に ${provider} の間接リセラーであるため、${provider} の顧客にすることはできません。`,
    CUS_IS_CSP_TENANT: ({ customer }) =>
      `${customer} のこのテナントは CSP の取引に使用されているため、販売先にできません。CSP に使用していない別のテナントであれば、販売先にできます。`,
    CUS_SELF_OR_AFFILIATE: (_, company) => `${the(company)}は、自社または関連組織には販売できません。`,
    CUS_IR_CANNOT_CREATE: (_, company) =>
      `${the(company)}は顧客を作成できません。顧客の作成は間接プロバイダーが行い、間接リセラーを指定します。`,
    TRN_NOT_IDENTIFIED: (_, company) => `${the(company)}のテナントは、直接請求オフボードの対象ではありません。`,
    TRN_PROFILE: (_, company) =>
      `先に${inside(company)}のパートナー プロファイルと MPN ID を最新にする必要があります。`,
    TRN_NO_ROLLBACK: (_, company) => `${the(company)}の間接リセラーの機能は削除できません (ロールバック不可)。`,
    TRN_NO_NEW_DIRECT: (_, company) =>
      `${the(company)}は間接リセラーとしても登録されているため、新しい直接顧客は追加できません。`,
    DB_RESTRICTED: (_, company) =>
      `${the(company)}は制限付きの直接請求パートナーのため、顧客の追加や新しいサブスクリプションの注文はできません。`,
    MPN_NOT_ACTIVE: ({ id }) => `MPN ID ${id} の会社プロファイルはアクティブではありません。`,
    MPN_COUNTRY_MISMATCH: ({ id, mpnCountry, tenantCountry }) =>
      `MPN ID ${id} の国または地域 (${terms.country(mpnCountry)}) が、テナントの国または地域 (${terms.country(tenantCountry)}) と一致しません。${terms.country(tenantCountry)} の場所アカウントを追加できます。`,
  }
}
