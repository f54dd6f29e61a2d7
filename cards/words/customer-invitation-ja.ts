import type { Draft } from '../../domain/invitation/invitation.ts'
import type { Asking, CustomerInvitationWords } from './customer-invitation-en.ts'
import type { Format } from './format.ts'
import { type CustomerInviteNoticeWords, LINK, paragraphs, points } from './notices.ts'
import type { CustomerInviteWords } from './pages.ts'
import { snug } from './snug-ja.ts'
import { termsJa as terms } from './terms-ja.ts'

const both = ({ owner, provider }: Asking): string =>
  provider === undefined ? `「${owner}」` : `「${owner}」と「${provider}」`

/** In sentences that the customer reads, the reader is お客様 and the partners are named (F50). */
export const customerInvitationJa: CustomerInvitationWords = {
  buttons: {
    invite: '新しい顧客を招待する',
    authorize: '承認する',
    readAgreement: '契約の内容を読む',
  },
  kind: {
    both: '顧客',
    direct: '直接顧客',
    provider: '顧客',
  },
  form: {
    intro: {
      both: '顧客専用のリンクを含むメールの下書きを作成します。顧客がこのリンクから承認すると、貴社と間接プロバイダーの両方との再販業者関係が同時に確立されます。貴社は顧客のサブスクリプション、ライセンス、ユーザーを管理し、間接プロバイダーは顧客に代わって注文を送信します。',
      single:
        '顧客専用のリンクを含むメールの下書きを作成します。既存の顧客がこのリンクから承認すると、貴社との再販業者関係が確立され、サブスクリプションと請求を貴社で扱えるようになります。',
    },
    email: '顧客のメール アドレス',
    emailHint: '顧客の担当者のアドレスを入力してください。承認できるのは、その会社の全体管理者のみです。',
    through: '間接プロバイダー',
    throughHint: 'この顧客の注文を送信する間接プロバイダーです。',
    language: '言語',
    languageHint: 'メールの下書きに使用する言語です。',
    dap: '代理管理者特権も依頼する',
    dapHint: '代理管理者特権があると、貴社が顧客のユーザーや設定を管理できます。顧客は後から取り消すことができます。',
    noProvider:
      '貴社とパートナーシップを確立した間接プロバイダーがまだありません。顧客は、間接プロバイダーと共同で招待します。',
  },
  draft: {
    title: (email) => `${email} への招待 (顧客)`,
    sentByYou: 'このボットからメールは送信されません。貴社から顧客に送信してください。リンクの有効期間は 30 日間です。',
    inTeams:
      '[Teams で送信] を選択すると、顧客の全体管理者がこのボットを利用していれば、Teams で招待が届きます。利用しているかどうかは、こちらには表示されません。',
    kind: '招待の種類',
    dap: { asked: '招待に含む', notAsked: '招待に含まない' },
  },
  invitation: {
    title: (email, state) => `${email} への招待 (顧客): ${state}`,
    waits: '顧客の全体管理者が承認または辞退します。',
    through: (provider) => `「${provider}」と共同の招待`,
  },
  notes: {
    sent: '招待を送信済みとして記録しました。開かれたときと回答があったときに、お知らせします。',
    inTeams:
      '顧客の全体管理者がこのボットを利用していれば、Teams で招待が届きます。利用しているかどうかは表示されないため、メールでも送信してください。開かれたときと回答があったときに、お知らせします。',
  },
  list: {
    line: { both: (provider) => `顧客 (「${provider}」と共同)`, direct: '直接顧客', provider: '顧客' },
    asks: { both: (provider) => `再販業者としての承認 (「${provider}」と共同)`, single: '再販業者としての承認' },
  },
  acceptance: {
    title: (asking) => `${both(asking)}の承認`,
    asks: ({ owner, provider }) =>
      provider === undefined
        ? `「${owner}」が、お客様の指名リセラーとして承認を求めています。`
        : `「${owner}」が、両社をお客様の指名リセラーとして同時に承認するよう求めています。`,
    whyDeclined: (asking) =>
      `辞退すると、権限は付与されません。差し支えなければ、理由を 1 行でご入力ください (任意)。入力した内容は${both(asking)}に表示されます。`,
    who: '招待元',
    reseller: 'リセラー',
    provider: terms.kinds.indirectProvider.label,
    partner: 'パートナー',
    consequencesTitle: '承認した場合',
    consequences: ({ owner, provider }, dap) =>
      provider === undefined
        ? [
            `「${owner}」が、お客様に代わって、新しいサブスクリプションやライセンスの注文を送信できるようになります。`,
            dap
              ? `「${owner}」に代理管理者特権が付与され、お客様に代わってサブスクリプション、ライセンス、ユーザーを管理できるようになります。代理管理者特権は後から取り消せます。取り消しても、再販業者関係は継続します。`
              : `「${owner}」に代理管理者特権は付与されません。お客様のユーザーを管理することはできません。`,
          ]
        : [
            `「${owner}」に、お客様に代わってサブスクリプション、ライセンス、ユーザーを管理するための管理者のアクセス許可が付与されます。`,
            `「${provider}」が、お客様に代わって、新しいサブスクリプションやライセンスの注文を送信できるようになります。`,
            '管理者のアクセス許可は後から取り消せます。取り消しても、再販業者関係は継続します。',
          ],
    tick: (asking) => `内容を確認し、会社を代表して${both(asking)}を承認します`,
    agreementTitle: 'Microsoft 顧客契約',
    agreement: ['お客様はまだ Microsoft 顧客契約に同意していません。同意がないと、注文を行うことはできません。'],
    otherRegion: (partner, country, theirs, ours) =>
      `お客様の地域は ${theirs} (${country}) ですが、「${partner}」が販売できるのは ${ours} のみです。お客様の地域のパートナーにご相談ください。`,
    noRegion: 'お客様の国または地域では、CSP プログラムを利用できません。',
    cspTenant:
      'お客様のこのテナントは、お客様ご自身の CSP の取引に使用されているため、販売の対象になりません。CSP に使用していない別のテナントのメール アドレスへの招待を依頼してください。',
    affiliate: (asking) =>
      `お客様と${both(asking)}は、同じ会社または関連組織です。自社や関連組織に販売することはできません。`,
    isReseller: (provider) =>
      `お客様は「${provider}」の間接リセラーであるため、その顧客になることはできません。ほかのパートナーから購入するか、別のテナントで購入してください。`,
    notPartners: ({ owner, provider = '' }) =>
      `「${owner}」と「${provider}」の間のパートナーシップは終了しています。新しい招待を「${owner}」に依頼してください。`,
    partnerNotReady: (partner) =>
      `「${partner}」は現在、新しい顧客を受け入れられません。「${partner}」に直接お問い合わせください。`,
    agreed: '同意済み',
    notAgreed: 'まだ同意されていません。同意されるまで注文できません。',
    acceptedTitle: (asking) => `${both(asking)}を承認しました`,
    accepted: '再販業者関係が確立されました。',
    acceptedMeans: ({ owner, provider }, dap) =>
      provider === undefined
        ? [
            `「${owner}」は、お客様に代わって注文を送信できます。`,
            ...(dap ? [`「${owner}」は代理管理者特権を持っています。代理管理者特権は、いつでも取り消せます。`] : []),
          ]
        : [
            `「${owner}」は、お客様に代わってサブスクリプション、ライセンス、ユーザーを管理できます。この管理者のアクセス許可は、いつでも取り消せます。`,
            `「${provider}」は、お客様に代わって注文を送信できます。`,
          ],
    closed: (state, at, owner) => `この招待は${state}です (${at})。「${owner}」は新しい招待を送信できます。`,
    accepting: '承認の処理中です。少し待ってから、表示を更新してください。',
    comeBack: '必要な手続きが済んだら、同じリンクをもう一度開いてください。',
  },
}

export function customerInvitationNoticesJa(format: Format): CustomerInviteNoticeWords {
  return {
    'customerInvite.requested': {
      title: ({ company, through }) => `${both({ owner: company, provider: through })}から、承認の依頼が届きました`,
      text: ({ company, by, through, expiresAt }) =>
        paragraphs(
          `「${company}」${by ? `の ${by} さん` : ''}から、${both({ owner: company, provider: through })}を指名リセラーとして承認する招待が届きました。`,
          `承認した場合に認める内容は、招待でご確認いただけます。承認または辞退できるのは、全体管理者のみです。期限は${format.date(expiresAt)}です。`,
          `招待を開くには、次のリンクを選択してください。\n${LINK}`,
        ),
    },
    'customerInvite.sent': {
      title: ({ reseller }) => `「${reseller}」が貴社と共同で顧客を招待しました`,
      text: ({ reseller, email, by }) =>
        `「${reseller}」${by ? `の ${by} さん` : ''}が、${email} に招待を送信しました。「${reseller}」と、間接プロバイダーである貴社の両方の承認を、顧客に求める招待です。招待が開かれたとき、および顧客が承認したときに、お知らせします。`,
    },
    'customerInvite.opened': {
      title: ({ other }) => `「${other}」が顧客への招待を開きました`,
      text: ({ other, email, reseller }) =>
        reseller
          ? `「${reseller}」が貴社と共同で ${email} に送信した招待を、「${other}」の担当者が開きました。顧客が承認したときに、お知らせします。`
          : `貴社から ${email} に送信した招待を、「${other}」の担当者が開きました。回答があったときに、お知らせします。`,
    },
    'customerInvite.blocked': {
      title: ({ other }) => `「${other}」は顧客への招待を承認できません`,
      text: ({ other, email, reasons }) =>
        paragraphs(
          `貴社から ${email} に送信した招待を、「${other}」は承認できませんでした。`,
          points(
            '承認できない理由と対処:',
            '・',
            reasons.map((reason) => `${terms.blockReasons[reason].why}${terms.blockReasons[reason].mend}`),
          ),
        ),
    },
    'customerInvite.declined': {
      title: ({ other }) => `「${other}」が顧客への招待を辞退しました`,
      text: ({ other, email, by, reason }) =>
        paragraphs(
          `貴社から ${email} に送信した招待を、「${other}」${by ? `の ${by} さん` : ''}が辞退しました。権限は付与されていません。後日、改めて招待することもできます。`,
          ...(reason ? [`理由: ${reason}`] : []),
        ),
    },
    'customerInvite.expired': {
      title: () => '顧客への招待の有効期限が切れました',
      text: ({ email }) =>
        `貴社から ${email} に送信した招待は、30 日以内に承認されなかったため、リンクが無効になりました。招待を更新すると、さらに 30 日間有効な新しいリンクを送信できます。`,
    },
    'customerInvite.accepted': {
      title: ({ customer }) => `「${customer}」が貴社の顧客になりました`,
      text: ({ as, customer, by, dap, other }) =>
        paragraphs(
          `「${customer}」${by ? `の ${by} さん` : ''}が、${other ? `「${other}」とともに、` : ''}貴社を${as === 'provider' && other ? '間接プロバイダー' : '再販業者'}として承認しました。`,
          as === 'reseller'
            ? `貴社には、顧客のサブスクリプション、ライセンス、ユーザーを管理するための管理者のアクセス許可が付与されました。注文は、${other ? `「${other}」` : '間接プロバイダー'}が送信します。`
            : paragraphs(
                '貴社は、この顧客に代わって注文を送信できます。',
                other
                  ? `顧客のアカウントは、「${other}」が管理します。`
                  : dap
                    ? '代理管理者特権も付与されました。'
                    : '代理管理者特権は、招待に含まれていないため付与されていません。',
              ),
        ),
    },
  }
}

/** What the page behind a customer's link says. */
export const customerInviteJa: CustomerInviteWords = {
  title: '再販業者からの招待',
  heading: (asking) => `${both(asking)}から、再販業者としての承認の依頼`,
  intro: ({ owner, provider, country }) =>
    provider === undefined
      ? `「${owner}」(${country}) が、クラウド ソリューション プロバイダー (CSP) プログラムにおける、Microsoft クラウド サービスの再販業者としての承認をお客様に求めています。`
      : `「${owner}」(${country}) が、クラウド ソリューション プロバイダー (CSP) プログラムにおける、Microsoft クラウド サービスの再販業者として、「${owner}」とその間接プロバイダーである「${provider}」の承認をお客様に求めています。`,
  facts: { owner: 'パートナー', through: terms.kinds.indirectProvider.label },
  points: customerInvitationJa.acceptance.consequences,
  steps: [
    'お客様の全体管理者の方が、職場アカウントでサインインした Teams で招待を開いてください。',
    `Teams が開かない場合は、Teams で ${terms.product}に次のコードを送信してください。`,
    'Microsoft 顧客契約にまだ同意していない場合は、そこで同意できます。',
  ],
}

export const customerDraftJa = snug(
  ({ owner, provider, admin, dap }: Asking & { admin: string; dap: boolean }): Draft => ({
    subject: `再販業者としての承認のお願い (${provider === undefined ? owner : `${owner}、${provider}`})`,
    body: paragraphs(
      'ご担当者様',
      `いつもお世話になっております。${owner} の ${admin} です。`,
      provider === undefined
        ? `クラウド ソリューション プロバイダー (CSP) プログラムにおける、Microsoft クラウド サービスの再販業者として、${owner} を承認していただきたく、お願い申し上げます。`
        : `クラウド ソリューション プロバイダー (CSP) プログラムにおける、Microsoft クラウド サービスの再販業者として、${owner} と、その間接プロバイダーである ${provider} の両社を承認していただきたく、お願い申し上げます。`,
      `お客様の全体管理者の方が次のリンクを開き、内容をご確認のうえ、[承認する] を選択してください。\n${LINK}`,
      provider === undefined
        ? `ご承認いただくと、${owner} がお客様に代わって注文を送信できるようになります。${dap ? `また、${owner} に代理管理者特権が付与され、お客様のサブスクリプション、ライセンス、ユーザーを管理できるようになります。` : ''}`
        : `ご承認いただくと、${owner} には、お客様に代わってサブスクリプション、ライセンス、ユーザーを管理するための管理者のアクセス許可が付与されます。また、新しいサブスクリプションやライセンスをご希望の際に、${provider} がお客様に代わって注文を送信できるようになります。`,
      'Microsoft 顧客契約にまだ同意されていない場合は、同じ画面で同意をお願いいたします。',
      'リンクはお客様専用で、有効期間は 30 日間です。ご不明な点がございましたら、このメールにご返信ください。',
      `何卒よろしくお願いいたします。\n\n${admin}\n${owner}`,
    ),
  }),
  () => [],
)
