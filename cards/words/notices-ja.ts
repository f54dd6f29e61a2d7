import type { ReminderAbout } from '../../domain/questions/answer.ts'
import { customerInvitationNoticesJa } from './customer-invitation-ja.ts'
import { customerNoticesJa } from './customer-notices-ja.ts'
import type { Format } from './format.ts'
import { LINK, type NoticeWords, paragraphs, points } from './notices.ts'
import { termsJa as terms } from './terms-ja.ts'

const FIXERS = '貴社の全体管理者または MPN パートナー管理者'

const REMINDERS: Record<ReminderAbout, { title: string; text: string }> = {
  mpa: {
    title: 'Microsoft Partner Agreement (MPA) への署名をお願いします',
    text: '全体管理者が MPA に署名するまで、貴社との新しい取引は開始できません。署名は地域ごとに一度だけで、数分で完了します。',
  },
  enrollment: {
    title: '登録の手続きを完了してください',
    text: '貴社はまだ間接リセラーとして登録されていません。残りの手続きと担当者は、登録状態で確認できます。',
  },
  invitation: {
    title: '招待への回答をお願いします',
    text: '全体管理者が招待を開き、招待元を承認するか、辞退してください。',
  },
  adminAgent: {
    title: 'アカウントの設定を完了してください',
    text: '設定の完了とユーザーの追加には、管理エージェントのロールを持つ全体管理者が必要です。',
  },
}

/** @param format dates and lists of the reader's own time zone. */
export function noticesJa(format: Format): NoticeWords {
  return {
    'enrollment.submitted': {
      title: () => '間接リセラーの登録申請が送信されました',
      text: ({ by, contactEmail }) =>
        `${by ? `${by} さんが、間接リセラーの登録申請を送信しました` : '貴社の間接リセラーの登録申請が送信されました'}。第一連絡先担当者 (${contactEmail}) に確認メールをお送りします。メール アドレスの確認が済むと、審査が始まります。`,
    },
    'verification.confirm': {
      title: ({ company }) => `メール アドレスの確認のお願い (${company})`,
      text: ({ company, contactName, by, expiresAt }) =>
        paragraphs(
          `${company}\n${contactName} 様`,
          `${by ? `${by} 様から、` : ''}クラウド ソリューション プロバイダー (CSP) プログラムの間接リセラーとして貴社を登録する申請がありました。第一連絡先担当者には、${contactName} 様が指定されています。`,
          '貴社のセキュリティとプライバシーを保護するため、次の 2 つの項目についてご確認をお願いします。',
          `1. ${terms.statements.signedUp}\n2. ${terms.statements.belongsToCompany}`,
          `次のリンクを開き、両方の項目にチェックを入れて、[確認する] を選択してください。\n${LINK}`,
          `リンクの有効期間は 14 日間 (${format.dateTime(expiresAt)} まで) です。一度使用すると無効になります。ご確認が済むと審査が進みます。登録状態の更新は、今後このメール アドレスにお知らせします。`,
          '登録にお心当たりがない場合は、リンクを開いて [登録していません] を選択してください。審査を停止し、貴社の管理者にお知らせします。',
          'リンク先のページでパスワードの入力をお願いすることはありません。',
        ),
    },
    'verification.confirmed': {
      title: () => '第一連絡先担当者の確認が完了しました',
      text: ({ contactEmail }) =>
        `第一連絡先担当者 (${contactEmail}) による確認が完了し、貴社の申請の審査を進めています。現在、必要な手続きはありません。結果は Teams でお知らせし、第一連絡先担当者にはメールでお知らせします。`,
    },
    'verification.bounced': {
      title: () => '第一連絡先担当者への確認メールを配信できませんでした',
      text: ({ contactEmail }) =>
        `${contactEmail} 宛ての確認メールを配信できませんでした。第一連絡先担当者の確認が済むまで、貴社の申請の審査は進みません。${FIXERS}は、メール アドレスを確認し、会社のメールを受信できる第一連絡先担当者を指定し直してください。`,
    },
    'verification.expired': {
      title: () => '確認用リンクの有効期限が切れました',
      text: ({ contactEmail }) =>
        `14 日以内に ${contactEmail} からの回答がなかったため、貴社の申請の審査を進めることができません。${FIXERS}は、確認メールを再送信するか、別の第一連絡先担当者を指定してください。`,
    },
    'verification.denied': {
      title: () => '第一連絡先担当者から「登録していません」との回答がありました',
      text: ({ contactEmail }) =>
        `${contactEmail} から、パートナー センター アカウントに登録していないとの回答がありました。貴社の申請の審査は停止しています。申請の経緯を社内でご確認のうえ、別の第一連絡先担当者を指定するか、申請を取り下げてください。`,
    },
    'review.requested': {
      title: ({ company }) => `審査のお願い: ${company}`,
      text: ({ company, dueAt }) =>
        `「${company}」から、間接リセラーの登録申請がありました。${format.date(dueAt)}までに、承認、却下、書類の依頼のいずれかを行ってください。`,
    },
    'review.resubmitted': {
      title: ({ company }) => `再審査のお願い: ${company}`,
      text: ({ company, dueAt }) =>
        `「${company}」が、登録申請を修正して再提出しました。${format.date(dueAt)}までに審査の結果を記録してください。`,
    },
    'review.overdue': {
      title: ({ company }) => `審査の期限超過: ${company}`,
      text: ({ company, dueAt }) =>
        `「${company}」の審査の期限 (${format.date(dueAt)}) が過ぎましたが、結果がまだ記録されていません。遅れていることは申請者にもお知らせしています。早急に結果を記録するか、Microsoft サポートのチケットを作成してください。`,
    },
    'review.withdrawn': {
      title: ({ company }) => `申請の取り下げ: ${company}`,
      text: ({ company, by }) =>
        `${by === '' ? `「${company}」の登録申請が取り下げられました` : `${by} さんが、「${company}」の登録申請を取り下げました`}。審査は不要になりました。`,
    },
    'enrollment.actionRequired': {
      title: () => '登録申請に必要な書類があります',
      text: ({ request: { name, kind, note, link } }) =>
        paragraphs(
          '貴社の申請の審査を続けるには、次の書類が必要です。',
          `書類: ${name} (${terms.documentKinds[kind]})`,
          note && `備考: ${note}`,
          link && `参考: ${link}`,
          `${FIXERS}は、${terms.product}から提出してください。提出が済むと、審査を再開します。`,
        ),
    },
    'enrollment.resubmitted': {
      title: () => '登録申請が再提出されました',
      text: ({ by, dueAt }) =>
        `${by ? `${by} さんが、貴社の登録申請を修正して再提出しました` : '貴社の登録申請が修正され、再提出されました'}。審査を進めています。結果は、${format.date(dueAt)}までにお知らせする予定です。`,
    },
    'enrollment.approved': {
      title: () => '間接リセラーとしての登録が承認されました',
      text: () =>
        paragraphs(
          '貴社は、CSP プログラムの間接リセラーとして承認されました。',
          `次の手順: 全体管理者は、ご自身に管理エージェントのロールを追加し、${terms.mpa} に署名してください。署名が済むと、新しい取引を始められます。`,
        ),
    },
    'enrollment.rejected': {
      title: () => '登録申請が却下されました (修正して再提出できます)',
      text: ({ reason, fixes }) =>
        paragraphs(
          '貴社の登録申請は却下されました。',
          `理由: ${reason}`,
          points(
            '修正が必要な項目:',
            '・',
            fixes.map((kind) => `${terms.verificationKinds[kind]}: ${terms.verificationFixes[kind]}`),
          ),
          `${FIXERS}が、${terms.product}でプロファイルを修正するか書類を追加して、再提出できます。`,
        ),
    },
    'enrollment.declined': {
      title: () => '登録申請は承認されませんでした',
      text: ({ reason }) =>
        paragraphs(
          '審査の結果、貴社の登録申請は承認されませんでした。',
          `理由: ${reason}`,
          'この申請に対する決定は最終的なものです。全体管理者は、新しい申請を始めることができます。',
        ),
    },
    'enrollment.withdrawn': {
      title: () => '登録申請が取り下げられました',
      text: ({ by }) =>
        `${by ? `${by} さんが、貴社の登録申請を取り下げました` : '貴社の登録申請が取り下げられました'}。申請に使用した MPN ID は再び使用できます。全体管理者は、いつでも新しい申請を始めることができます。`,
    },
    'enrollment.active': {
      title: () => '間接リセラーとしての登録が完了しました',
      text: () =>
        paragraphs(
          '貴社の登録が完了し、アカウントがアクティブになりました。',
          '次の手順: 貴社の地域の間接プロバイダーを探し、直接連絡してください。連携することに合意したら、間接プロバイダーから届くパートナーシップへの招待を、全体管理者が承諾します。従業員の追加と組織プロファイルの設定も、全体管理者が行えます。',
        ),
    },
    'enrollment.overdue': {
      title: () => '審査が予定より遅れています',
      text: ({ dueAt }) =>
        `貴社の申請の審査は、${format.date(dueAt)}までに終わる予定でしたが、まだ続いています。お待たせして申し訳ありません。審査担当者には改めて依頼しています。このままお待ちいただくか、Microsoft サポートにお問い合わせください。`,
    },
    'agreement.offered': {
      title: () => `${terms.mpa} に署名できます`,
      text: ({ region }) =>
        `貴社は、${terms.region(region)}の ${terms.mpa} に署名できるようになりました。署名できるのは全体管理者のみです。新しい取引を始めるには、署名が必要です。契約書は英語のみで提供されています。`,
    },
    'agreement.accepted': {
      title: () => `${terms.mpa} への署名が完了しました`,
      text: ({ region, by, at }) =>
        `${by ? `${by} さんが` : '全体管理者が'}、${format.date(at)}に、貴社を代表して${terms.region(region)}の ${terms.mpa} に署名しました。有効期限はなく、更新も必要ありません。`,
    },
    'organization.suspended': {
      title: () => 'CSP アカウントが一時停止されました',
      text: ({ reason }) =>
        paragraphs(
          '貴社の CSP アカウントは一時停止されました。',
          `理由: ${reason}`,
          '既存の顧客とサブスクリプションの管理は引き続き行えますが、新しい取引は行えません。解除については、Microsoft サポートにお問い合わせください。',
        ),
    },
    'organization.reinstated': {
      title: () => 'CSP アカウントの一時停止が解除されました',
      text: ({ reason }) =>
        paragraphs('貴社の CSP アカウントの一時停止が解除されました。新しい取引を再開できます。', `理由: ${reason}`),
    },
    'organization.registered': {
      title: ({ kind }) => `貴社が${terms.kinds[kind].one}として登録されました`,
      text: ({ kind }) =>
        paragraphs(
          `貴社は、CSP プログラムの${terms.kinds[kind].one}として登録されました。`,
          `次の手順: ${terms.mpa} にまだ署名していない場合、全体管理者は、${terms.product}で署名してください。`,
        ),
    },
    'organization.offboarding': {
      title: () => '貴社は直接請求オフボードの対象になりました',
      text: () =>
        paragraphs(
          '貴社のテナントは、直接請求オフボードの対象になりました。',
          '同じテナントのまま間接リセラーになり、間接プロバイダーを通じて取引を続けることができます。手続きは全体管理者が行います。間接リセラーになった後で元に戻すこと (ロールバック) はできません。',
        ),
    },
    'employee.added': {
      title: () => '従業員を追加しました',
      text: ({ employee, email }) =>
        `${employee} さんのアカウントを作成し、一時パスワードを ${email} に送信しました。パスワードは、初回サインイン時に変更する必要があります。`,
    },
    'employee.failed': {
      title: () => '従業員を追加できませんでした',
      text: ({ employee, email }) =>
        `${employee} さん (${email}) のアカウントを作成できませんでした。メール アドレスをご確認のうえ、もう一度追加してください。`,
    },
    'partnership.requested': {
      title: ({ company }) => `「${company}」からパートナーシップへの招待が届きました`,
      text: ({ company, by, expiresAt }) =>
        paragraphs(
          `「${company}」${by ? `の ${by} さん` : ''}から、貴社の間接プロバイダーとして承認を求める招待が届きました。`,
          `承諾した場合に認める内容は、招待でご確認いただけます。承諾または辞退できるのは、貴社の全体管理者のみです。期限は ${format.date(expiresAt)}です。`,
          `招待を開くには、次のリンクを選択してください。\n${LINK}`,
        ),
    },
    'partnership.opened': {
      title: ({ other }) => `「${other}」が招待を開きました`,
      text: ({ other, email }) =>
        `貴社から ${email} に送信した招待を、「${other}」の担当者が開きました。承諾または辞退されたとき、または同社で先に必要な手続きがあるときに、お知らせします。`,
    },
    'partnership.blocked': {
      title: ({ other }) => `「${other}」は招待をまだ承諾できません`,
      text: ({ other, email, reasons }) =>
        paragraphs(
          `貴社から ${email} に送信した招待を、「${other}」は承諾できませんでした。`,
          points(
            '承諾できない理由と必要な手続き:',
            '・',
            reasons.map((reason) => `${terms.blockReasons[reason].why}${terms.blockReasons[reason].mend}`),
          ),
        ),
    },
    'partnership.declined': {
      title: ({ other }) => `「${other}」が招待を辞退しました`,
      text: ({ other, email, by }) =>
        `貴社から ${email} に送信した招待を、「${other}」${by ? `の ${by} さん` : ''}が辞退しました。理由については、同社に直接お問い合わせください。後日、改めて招待することもできます。`,
    },
    'partnership.expired': {
      title: () => '招待の有効期限が切れました',
      text: ({ email }) =>
        `貴社から ${email} に送信した招待は、30 日以内に承諾されなかったため、リンクが無効になりました。招待を更新すると、さらに 30 日間有効な新しいリンクを送信できます。`,
    },
    'partnership.established': {
      title: ({ as, other }) =>
        as === 'provider'
          ? `「${other}」が貴社の間接リセラーになりました`
          : `「${other}」が貴社の間接プロバイダーになりました`,
      text: ({ as, other, by }) =>
        as === 'provider'
          ? paragraphs(
              `「${other}」${by ? `の ${by} さん` : ''}が、貴社を間接プロバイダーとして承認しました。`,
              `「${other}」は、貴社の間接リセラーの一覧に表示されます。取引の開始に必要な手順の進み具合も一覧で確認できます。今後は、同社に代わって顧客を追加し、同社の顧客の注文を送信できます。`,
            )
          : paragraphs(
              `${by ? `${by} さんが` : '全体管理者が'}、「${other}」を貴社の間接プロバイダーとして承認しました。「${other}」は、貴社の間接プロバイダーの一覧に表示されます。`,
              `「${other}」は、貴社の顧客に代わって注文を送信し、サブスクリプションを追加できます。また、貴社の職場アカウントへの管理者アクセス権を持ちます。このアクセス権は Office 365 ポータルで削除でき、削除してもパートナーシップは継続します。`,
            ),
    },
    'partnership.adminAccessRemoved': {
      title: ({ other }) => `「${other}」が貴社の管理者アクセス権を削除しました`,
      text: ({ other }) =>
        `「${other}」の全体管理者が、同社の職場アカウントに対する貴社の管理者アクセス権を削除しました。パートナーシップは継続します。`,
    },
    'partnership.endRequested': {
      title: ({ reseller, provider }) => `パートナーシップ終了の依頼: 「${reseller}」と「${provider}」`,
      text: ({ reseller, provider, by, reason }) =>
        paragraphs(
          `「${reseller}」${by ? `の ${by} さん` : ''}から、間接プロバイダー「${provider}」とのパートナーシップの終了を Microsoft に求める依頼がありました。`,
          `理由: ${reason}`,
          'サポート ケースが完了するまで、パートナーシップは継続します。ほかの関係者には通知していません。',
        ),
    },
    'employee.roleRefused': {
      title: () => 'ロールを変更できませんでした',
      text: ({ employee, role, change }) =>
        change === 'grant'
          ? `${employee} さんへの${terms.roles[role]}のロールの割り当てが、貴社のディレクトリで受け付けられませんでした。もう一度お試しいただくか、ディレクトリで直接変更してください。`
          : `${employee} さんの${terms.roles[role]}のロールの解除が、貴社のディレクトリで受け付けられませんでした。もう一度お試しいただくか、ディレクトリで直接変更してください。`,
    },
    ...customerNoticesJa(format),
    ...customerInvitationNoticesJa(format),
    reminder: {
      title: ({ about }) => REMINDERS[about].title,
      text: ({ about, from }) =>
        paragraphs(
          from === '' ? 'Microsoft サポートから貴社へのお願いです。' : `「${from}」から貴社へのお願いです。`,
          REMINDERS[about].text,
        ),
    },
    'setup.businessProfile': {
      title: () => 'ビジネス プロファイルを設定してください',
      text: () =>
        '貴社のビジネス プロファイルはまだ設定されていません。設定が済むまで、顧客紹介は届きません。設定できるのは、ビジネス プロファイル管理者または顧客紹介管理者です。担当者がいない場合は、全体管理者がロールを割り当ててください。',
    },
  }
}
