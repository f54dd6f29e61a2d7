import { customerInviteJa } from './customer-invitation-ja.ts'
import type { Format } from './format.ts'
import type { PageWords } from './pages.ts'
import { refusalsJa } from './refusals-ja.ts'
import { termsJa as terms } from './terms-ja.ts'

export const pagesJa = (format: Format): PageWords => {
  const refusals = refusalsJa(format)
  return {
    verify: {
      title: 'メール アドレスの確認',
      heading: (company) => `メール アドレスの確認 (${company})`,
      intro: ({ company, by, contactName }) =>
        `${by ? `${by} 様から、` : ''}クラウド ソリューション プロバイダー (CSP) プログラムの間接リセラーとして「${company}」を登録する申請がありました。第一連絡先担当者には、${contactName} 様が指定されています。`,
      facts: {
        company: terms.fields.company,
        by: '申請者',
        contact: terms.steps.contact,
        email: terms.fields.email,
        validUntil: 'リンクの有効期限',
      },
      instruction: '次の項目が 2 つとも正しい場合は、両方にチェックを入れて、[確認する] を選択してください。',
      statements: terms.statements,
      confirm: '確認する',
      afterwards: 'ご確認が済むと、申請の審査が進みます。このページでパスワードの入力をお願いすることはありません。',
      denial: {
        heading: '登録にお心当たりがない場合',
        text: '下のボタンでお知らせください。審査を停止し、貴社の管理者にお知らせします。',
        button: '登録していません',
      },
      bothFacts: refusals.VER_BOTH_FACTS({ code: 'VER_BOTH_FACTS' }),
      outcomes: {
        confirmed: {
          heading: 'メール アドレスの確認が完了しました',
          text: 'ご協力ありがとうございました。申請の審査を進めます。登録状態の更新は、今後メールでお知らせします。このページは閉じてかまいません。',
        },
        alreadyConfirmed: {
          heading: 'メール アドレスは既に確認済みです',
          text: '2 つの項目は既に確認されています。これ以上の手続きは必要ありません。このページは閉じてかまいません。',
        },
        denied: {
          heading: 'お知らせいただきありがとうございました',
          text: '審査を停止し、貴社の管理者にお知らせしました。このページは閉じてかまいません。',
        },
        expired: {
          heading: 'このリンクは使用できません',
          text: `${refusals.VER_LINK_EXPIRED({ code: 'VER_LINK_EXPIRED' })}再送信は、貴社の管理者が行えます。`,
        },
        invalid: {
          heading: 'このリンクは無効です',
          text: 'メールに記載されたリンク全体を開いているかどうかをご確認ください。それでも開けない場合は、確認メールの再送信を貴社の管理者に依頼してください。',
        },
      },
      trouble: {
        notExecuted: {
          heading: '処理できませんでした',
          text: '何も変更されていません。しばらくしてから、もう一度お試しください。',
        },
        unknown: {
          heading: '結果を確認できませんでした',
          text: 'もう一度送信してください。同じ内容が二重に記録されることはありません。',
        },
      },
    },
    invite: {
      title: 'パートナーシップへの招待',
      heading: (provider) => `「${provider}」からパートナーシップへの招待`,
      intro: ({ provider, country }) =>
        `「${provider}」(${country}) が、クラウド ソリューション プロバイダー (CSP) プログラムにおける貴社の間接プロバイダーとして承認を求めています。`,
      facts: {
        provider: terms.kinds.indirectProvider.label,
        country: terms.fields.country,
        region: 'CSP の地域',
        validUntil: 'リンクの有効期限',
      },
      consequences: {
        heading: '承諾した場合',
        points: (provider) => [
          `「${provider}」に対し、貴社の顧客に代わって注文を送信し、サブスクリプションを追加する権限を認めることになります。`,
          `「${provider}」に、貴社の職場アカウントへの管理者アクセス権を付与することになります。このアクセス権は後から Office 365 ポータルで削除でき、削除してもパートナーシップは継続します。`,
        ],
      },
      how: {
        heading: '回答の手順',
        steps: [
          '貴社の全体管理者が、職場アカウントでサインインした Teams で招待を開いてください。',
          `Teams が開かない場合は、Teams で ${terms.product}に次のコードを送信してください。`,
          '貴社が間接リセラーとして登録されていない場合は、そこで先に登録できます。',
        ],
        code: 'コード',
      },
      openInTeams: 'Teams で開く',
      afterwards:
        'このページを開いただけでは、承諾したことになりません。パスワードの入力をお願いすることもありません。',
      dead: {
        heading: 'このリンクは無効です',
        text: 'メッセージに記載されたリンク全体を開いているかどうかをご確認ください。リンクは、使用済み、取り消し済み、更新済み、または期限切れの可能性もあります。新しいリンクについては、送信元にお問い合わせください。',
      },
    },
    customerInvite: customerInviteJa,
  }
}
