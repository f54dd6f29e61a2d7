import type { By } from '../../../domain/actor.ts'
import type { CompanyFinding } from '../../../domain/questions/company.ts'
import { eventText } from '../events.ts'
import { eventsJa } from '../events-ja.ts'
import { operationsJa } from '../operations-ja.ts'
import { pastLine, type ThemeWords } from './answers.ts'

export const companyJa: ThemeWords<CompanyFinding> = (format, terms) => {
  const who = (by: By | undefined): string => {
    if (by === undefined || by.kind === 'system') return terms.system
    return by.kind === 'person' ? `${by.name} さん` : terms.contact(by.email)
  }
  const roles = (held: readonly (keyof typeof terms.roles)[]): string =>
    held.map((role) => terms.roles[role]).join('、')
  const people = (names: readonly string[]): string =>
    names.length > 0 ? names.map((name) => `${name} さん`).join('、') : '全体管理者'
  return {
    'company.notFound': () => '名前をご確認のうえ、ドメインや MPN ID でもお試しください。',
    'company.enrollment': ({ company, state }) =>
      `${company} の登録状態は「${state === 'none' ? '未申請' : terms.enrollmentStates[state]}」です。`,
    'company.neverApplied': ({ company }) =>
      `${company} は現在、登録を申請していません。申請は同社の全体管理者が開始できます。`,
    'company.noEnrollment': ({ company, kind }) =>
      `${company} は${terms.kinds[kind].one}のため、間接リセラーとしての登録はありません。`,
    'company.kindIs': ({ company, kind }) => `${company} は${terms.kinds[kind].one}です。`,
    'company.enrolled': ({ company }) => `${company} は間接リセラーとして登録されています。`,
    'company.notEnrolled': ({ company }) => `${company} は間接リセラーとして登録されていません。`,
    'company.waitsForContact': ({ email, until }) =>
      until === undefined
        ? `第一連絡先担当者 (${email}) への確認メールを送信しています。`
        : `第一連絡先担当者 (${email}) によるメール アドレスの確認を待っています。リンクの有効期限は ${format.dateTime(until)} です。`,
    'company.contactMissed': ({ email, state, at }) =>
      state === 'bounced'
        ? `第一連絡先担当者 (${email}) への確認メールを配信できませんでした (${format.date(at)})。`
        : `第一連絡先担当者 (${email}) による確認が期限までに完了しなかったため、リンクは ${format.date(at)}に無効になりました。`,
    'company.canResend': ({ from }) =>
      `同社の全体管理者は、[登録状態] で確認メールを再送信するか、別の第一連絡先担当者を指定できます${from === undefined ? '' : ` (再送信は ${format.dateTime(from)} 以降)`}。`,
    'company.waitsForReview': ({ since, dueAt }) =>
      `${format.date(since)} から Microsoft が審査しています。結果の期限は ${format.date(dueAt)} です。`,
    'company.overdue': ({ dueAt }) =>
      `期限 (${format.date(dueAt)}) を過ぎています。Microsoft サポートにお問い合わせください。`,
    'company.waitsForCompany': ({ names }) =>
      `申請した会社の手続きを待っています。手続きできるユーザー: ${people(names)}`,
    'company.rejectedFor': ({ reason }) => `理由: ${reason}`,
    'company.mayApplyAgain': () => '同社の全体管理者が、新しい申請を開始できます。',
    'company.waitsForAdminAgent': ({ names }) =>
      `設定を完了するには、全体管理者を管理エージェントに追加します。追加できるユーザー: ${people(names)}`,
    'company.waitsForMpa': ({ region, names }) =>
      `審査は承認済みですが、${terms.region(region)}の MPA が未署名です。署名できるユーザー: ${people(names)}`,
    'company.mpaSigned': ({ company, region, at, by }) =>
      `${company} は${terms.region(region)}の MPA に署名済みです${at || by ? ` (${[at ? format.date(at) : '', by ? `${by} さん` : ''].filter((text) => text !== '').join('、')})` : ''}。`,
    'company.mpaNotSigned': ({ company, region }) =>
      region === undefined
        ? `${company} は MPA に署名していません。また、所在国では CSP を利用できません。`
        : `${company} は${terms.region(region)}の MPA にまだ署名していません。`,
    'company.mpaOtherRegion': ({ region, at }) =>
      `${terms.region(region)}の MPA には署名済みです${at ? ` (${format.date(at)})` : ''}。署名は地域ごとに有効です。`,
    'company.mpaPerpetual': () => '署名済みの MPA に有効期限はなく、更新も必要ありません。',
    'company.mpaNotOffered': ({ state, kind }) =>
      kind === 'customer'
        ? '顧客が MPA に署名することはありません。'
        : `MPA は登録が承認された後に提示されます (現在の登録状態: ${state === 'none' ? '未申請' : terms.enrollmentStates[state]})。`,
    'company.mpaSigners': ({ names }) => `署名できる全体管理者: ${people(names)}`,
    'company.mpaOffered': ({ at }) => `${format.date(at)} から署名できる状態です。`,
    'company.ready': ({ company }) => `${company} は取引を開始できます。`,
    'company.notReady': ({ company, missing }) =>
      `${company} はまだ取引を開始できません。未完了の手順が ${format.number(missing)} 件あります。`,
    'company.onlyBuys': ({ company }) =>
      `${company} は顧客です。パートナーから購入する立場のため、CSP で販売することはありません。`,
    'company.mpnId': ({ company, mpnId }) => `${company} の MPN ID は ${mpnId} です。`,
    'company.noMpnId': ({ company, kind }) =>
      kind === 'prospect'
        ? `${company} の MPN ID は記録されていません。MPN ID は登録の手続きで選択します。`
        : `${company} の MPN ID は記録されていません。ここで MPN ID が記録されるのは、間接リセラーとして登録する会社のみです。`,
    'company.locations': ({ mpnIds }) => `この会社の場所アカウント: ${mpnIds.join('、')}`,
    'company.onlyThisMpnId': ({ mpnId }) =>
      `[リセラー (MPN ID)] には ${mpnId} を指定してください。登録に使用した場所アカウントの MPN ID です。`,
    'company.globalMpnId': ({ mpnId }) =>
      `${mpnId} はグローバル アカウントの MPN ID のため、サブスクリプションには指定できません。`,
    'company.otherLocations': ({ mpnIds }) => `この会社のほかの場所アカウント: ${mpnIds.join('、')}`,
    'company.mayDo': ({ company, operation, people: count }) =>
      `${company} で${lead(operationsJa[operation])}を実行できるユーザーは ${format.number(count)} 名です。`,
    'company.nobodyMay': ({ company, operation }) =>
      `現在、${company} には${lead(operationsJa[operation])}を実行できるユーザーがいません。`,
    'company.notItsOperation': ({ company, operation, kind, kinds }) =>
      `${company} は${terms.kinds[kind].one}です。${operationsJa[operation]}を実行できるのは${kinds.map((one) => terms.kinds[one].many).join('、')}のみです。`,
    'company.doneBy': ({ operation, who: by }) => `${operationsJa[operation]}を行うのは${DONE_BY[by]}です。`,
    'company.whichOperation': ({ company }) =>
      `${company} でのどの操作についての質問かを入力してください (例:「パートナーシップを削除できるのは誰ですか」)。`,
    'company.rolesThatMay': ({ roles: held }) => `実行できるロール: ${roles(held)}`,
    'company.notForOthers': ({ company }) =>
      `${company} のユーザーと操作履歴を確認できるのは、${company} と Microsoft サポートのみです。`,
    'company.holds': ({ roles: held }) => roles(held),
    'company.history': ({ company, other, count, more }) =>
      more
        ? `${both(company, other)} の最新の履歴 ${format.number(count)} 件です。`
        : `${both(company, other)} の履歴は ${format.number(count)} 件です。`,
    'company.noHistory': ({ company, other, operation, isNarrowed = false }) =>
      isNarrowed
        ? `${both(company, other)} の履歴に、該当する記録はありません。`
        : operation === undefined
          ? `${both(company, other)} の履歴はまだありません。`
          : `${both(company, other)} の履歴に、${operationsJa[operation]}の記録はありません。`,
    'company.event': ({ event, by, others = [] }) => pastLine(eventText(event, eventsJa), others, who(by)),
  }
}

/** 英字で始まる語の前の空白。 */
const lead = (text: string): string => (/^[!-~]/.test(text) ? ` ${text}` : text)

const both = (company: string, other: string | undefined): string =>
  other === undefined ? company : `${company} と ${other}`

const DONE_BY = {
  contact: '第一連絡先担当者 (メールのリンクから)',
  reviewer: 'Microsoft の決定を記録する審査担当者',
  support: 'サポート担当者',
  anyone: 'すべてのユーザー',
  nobody: 'このボットの対象外の担当者',
  customerGlobalAdmin: '顧客の全体管理者',
} as const
