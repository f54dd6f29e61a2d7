import type { UiWords } from './words.ts'

/** カードの日本語。ものの名前は terms-ja.ts、できない理由は refusals-ja.ts にあります。 */
export const ja: UiWords = {
  buttons: {
    home: 'ホーム',
    next: '次へ',
    back: '戻る',
    cancel: 'キャンセル',
    save: '保存',
    submit: '送信',
    change: '変更',
    details: '詳細',
    refresh: '最新の情報に更新',
    more: 'さらに表示',
    done: '完了',
    confirm: '確認する',
    start: '間接リセラーとして登録する',
    resume: '続ける',
    enrollNow: '今すぐ登録する',
    noMpn: 'MPN ID を持っていません',
    haveMpn: 'MPN ID を取得しました',
    joinMpn: 'Microsoft Partner Network に参加する',
    directBill: '直接請求パートナーについて',
    status: '登録状態',
    resend: '再送信',
    changeContact: '第一連絡先担当者を変更する',
    fix: '修正して再提出する',
    provide: '書類を提出する',
    withdraw: '取り下げる',
    withdrawYes: 'はい',
    keep: 'キャンセル',
    signMpa: 'MPA に署名',
    readMpa: '契約書を読む',
    acceptAndContinue: '同意して続行する',
    addMe: '自分を追加する',
    users: 'ユーザー管理',
    newUser: 'ユーザーの追加',
    disableUser: 'このユーザーを無効にする',
    passwordChanged: 'パスワードを変更しました',
    organizationProfile: '組織プロファイル',
    businessProfile: 'ビジネス プロファイル',
    history: '履歴',
    older: '以前の履歴',
    reviews: '審査',
    review: '審査する',
    approve: '承認',
    reject: '却下',
    askForDocuments: '書類を依頼する',
    decline: '不承認',
    suspend: '一時停止',
    reinstate: '再開',
    register: '登録',
    findProvider: '間接プロバイダーを探す',
  },
  hints: {
    mpnId:
      'CSP に使用する場所アカウントの番号 (4 ～ 10 桁) です。パートナー センターの [パートナー プロファイル] で確認できます。',
    companyName: '登記されているとおりに入力してください。略称やブランド名は使用できません。',
    registrationId: '貴社の国または地域では必須です。',
    country: 'テナントの国または地域です。ほかの国または地域の会社は、その会社のテナントで登録してください。',
    email:
      'ご本人が使用する会社のメール アドレスを入力してください。Gmail、Yahoo! メール、iCloud、AOL、Outlook などは使用できません。',
    isEnrollingUser:
      'オンにする場合、氏名とメール アドレスは空欄のままでかまいません。お使いのアカウントの情報を使用します。',
    phone: '省略できます。',
    supportEmail: '顧客や Microsoft からの問い合わせを受ける窓口です。',
    supportWebsite: '省略できます。https:// から入力してください。',
    adminWorkEmail: 'パートナー センター アカウントを管理する方のメール アドレスです。',
    authority: 'Microsoft が審査で確認します。お名前と日時が記録されます。',
    documentLink: 'Microsoft が開くことのできるファイルへのリンクを、https:// から入力してください。',
    sampleLink: '省略できます。見本や説明のページがあれば、https:// から入力してください。',
    documentNote: '省略できます。',
    displayName: 'ほかのパートナーに表示される会社名です。',
    about: '顧客に伝えたいことを数行で入力してください。',
    specialties: '例: Azure、セキュリティ、Microsoft 365、トレーニング',
    name: 'ディレクトリに表示する氏名を入力してください。',
    newUserEmail: 'テナントで確認済みのドメインのアドレスにしてください。サインイン名になります。',
    roles: '業務に必要なロールだけを割り当ててください。',
    company: '会社のテナント ID を入力してください。',
    reason: 'この内容は申請した会社に表示されます。',
    fixes: 'ここで選んだ項目の修正を申請者に依頼します。',
    optional: '省略できます。',
  },
  invalid: {
    required: (label) => `${label}は必須です。`.replace(/([A-Za-z0-9])は/, '$1 は'),
    mpnId: 'MPN ID を 4 ～ 10 桁の数字で入力してください (先頭に 0 は使用できません)。',
    email: '有効なメール アドレスを入力してください。',
    postalCode: (sample) => `郵便番号を ${sample} の形式で入力してください。`,
    link: 'https:// で始まるリンクを入力してください。',
    authority: '貴社を代表して手続きする権限があることを確認のうえ、チェックを入れてください。',
    mpaAccepted: '同意する場合は、チェックを入れてください。',
    choose: (label) => `${label}を選択してください。`,
    reason: '理由を入力してください。',
  },
  form: {
    checkBelow: '下の印の付いた項目をご確認ください。',
    savedMeanwhile: (by, at, theirs) =>
      theirs === ''
        ? `${at} に ${by} さんがこの項目を空にしました。入力した内容は残っています。この内容にする場合は、もう一度保存してください。`
        : `${at} に ${by} さんが「${theirs}」を保存しました。入力した内容は残っています。この内容にする場合は、もう一度保存してください。`,
    choose: '選択してください',
    none: '–',
  },
  home: {
    greeting: (name) => `${name} さん、こんにちは`,
    standing: (company, kind, state) => [company, kind, state].filter((part) => part !== undefined).join(' · '),
    notEnrolled: 'CSP に未登録',
    operator: 'プログラムの運営担当',
    whoCan: (names) => `この操作ができる社内のユーザー: ${names}`,
    nobodyCan: 'このロールを持つユーザーが社内にまだいません。ディレクトリの管理者に割り当てを依頼してください。',
    speakNext: '次の手順:',
    next: {
      enroll: {
        title: '貴社を CSP に登録しましょう',
        text: 'クラウド ソリューション プロバイダー (CSP) プログラムに新しく参加するパートナーは、間接リセラーとして登録します。所要時間は 10 分ほどです。途中でやめても、後から続けられます。',
      },
      askToEnroll: {
        title: '登録は全体管理者が行います',
        begun: '申請は作成中で、まだ送信されていません。',
        text: 'クラウド ソリューション プロバイダー (CSP) プログラムに新しく参加するパートナーは、間接リセラーとして登録します。',
      },
      continueEnrollment: {
        title: '申請の入力を続けましょう',
        text: (done, of, next) => `${of} 項目のうち ${done} 項目が入力済みです。次の項目: ${next}`,
        ready: 'すべての項目が入力されています。内容を確認して登録してください。',
      },
      preparingMail: {
        title: '確認メールを送信しています',
        text: (email) => `まもなく ${email} に、メール アドレスの確認をお願いするメールが届きます。`,
      },
      waitForContact: {
        title: '第一連絡先担当者の確認を待っています',
        text: (email, until) =>
          `${email} に確認メールを送信しました。リンク先のページで 2 つの項目が確認されると、審査が始まります。リンクの有効期限は ${until} です。`,
      },
      contactUnreachable: {
        title: '第一連絡先担当者に連絡できませんでした',
        bounced: (email) => `${email} へのメールを配信できませんでした。別のメール アドレスを指定してください。`,
        expired: (email) =>
          `${email} の確認が期限までに完了しませんでした。確認メールを再送信するか、別の担当者を指定してください。`,
      },
      replaceContact: {
        title: '別の第一連絡先担当者を指定してください',
        text: (email) =>
          `${email} の方から「登録していない」との回答がありました。別の担当者が確認すると、審査が再開されます。`,
      },
      waitForReview: {
        title: 'Microsoft が申請を審査しています',
        text: (due) => `今は操作の必要はありません。審査の期限は ${due} です。結果はここと電子メールでお知らせします。`,
        overdueTitle: '審査に予定より時間がかかっています',
        overdue: (due) => `審査の期限は ${due} でした。サポートに連絡済みで、対応を進めています。`,
      },
      provideDocument: {
        title: 'Microsoft から書類の提出を求められています',
        text: (name, kind) => `${name} (${kind})`,
      },
      fixAndResubmit: {
        title: '申請が却下されました',
        text: (reason) => `理由: ${reason}`,
        appeal: '指摘された項目を修正して再提出すると、審査が再開されます。',
      },
      enrollAgain: {
        declinedTitle: '申請は承認されませんでした',
        withdrawnTitle: '申請は取り下げられました',
        reason: (reason) => `理由: ${reason}`,
        text: '新しい申請はいつでも開始できます。',
      },
      addMe: {
        title: 'ご自身を管理エージェントに追加してください',
        text: 'アカウントの設定の完了とユーザーの追加には、管理エージェントのロールが必要です。',
      },
      askForAdminAgent: {
        title: '設定は全体管理者が完了します',
        text: 'ユーザーを追加するには、先に管理エージェントの割り当てが必要です。',
      },
      signMpa: {
        title: 'Microsoft Partner Agreement (MPA) に署名してください',
        text: (region) => `${region} で取引を行うために必要です。`,
      },
      askToSignMpa: {
        title: 'Microsoft Partner Agreement (MPA) には全体管理者が署名します',
        text: (region) => `${region} で取引を行うために必要です。`,
      },
      findProvider: {
        title: '間接プロバイダーを探しましょう',
        text: (region) =>
          `取引を開始する準備ができました。${region} の間接プロバイダーが、顧客の注文を貴社に代わって送信します。多くのプロバイダーは、技術トレーニング、マーケティング、与信の支援も提供しています。条件を話し合い、連携先を決めたら、プロバイダーからの招待を承諾してください。`,
      },
      ready: {
        title: 'すべての準備ができています',
        text: '貴社は取引を行うことができます。',
      },
      offboarding: {
        title: '貴社は直接請求オフボードの対象です',
        text: '既存の顧客とその請求は、引き続き貴社が管理します。このテナントを間接リセラーとしても登録できます。',
      },
      setOrganizationProfile: {
        title: '組織プロファイルを設定する',
        text: 'パートナーに表示される貴社の名前、住所、連絡先です。',
      },
      setBusinessProfile: {
        title: 'ビジネス プロファイルを設定する',
        text: '設定するまで、顧客紹介は届きません。',
      },
      addEmployees: {
        title: '従業員を追加する',
        text: '業務に応じたロールを一人ひとりに割り当てます。',
      },
      changePassword: {
        title: '一時パスワードを変更してください',
        text: 'メールで届いた一時パスワードで Microsoft 365 にサインインし、新しいパスワードを設定してください。変更が済むと、ほかの操作ができるようになります。',
      },
      reviews: {
        title: (waiting) => `審査待ちの申請が ${waiting} 件あります`,
        none: '審査待ちの申請はありません',
        overdue: (overdue) => `うち ${overdue} 件が期限を過ぎています。`,
        onTime: '期限を過ぎた申請はありません。',
      },
      supportDesk: {
        title: 'サポート担当者としてサインインしています',
        text: 'パートナーに表示される内容を確認できます。変更はできません。',
      },
      customer: {
        title: '現在、必要な操作はありません',
        text: 'パートナーから招待が届くと、貴社の全体管理者の画面に表示されます。',
      },
      suspended: {
        title: 'アカウントは一時停止されています',
        text: '既存の取引の管理のみ行えます。Microsoft が一時停止を解除すると、新しい取引を開始できます。',
        reason: (reason) => `理由: ${reason}`,
      },
    },
  },
  unknownPerson: {
    title: 'アカウントを確認できませんでした',
    paragraphs: [
      'このボットでは、クラウド ソリューション プロバイダー (CSP) プログラムのパートナー企業が、登録、契約への署名、パートナーとの連携を行います。',
      '会社の職場アカウントで Teams を使用してください。既に職場アカウントをお使いの場合は、会社のディレクトリでアカウントが有効かどうか、管理者にお問い合わせください。',
    ],
  },
}
