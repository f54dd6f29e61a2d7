import type { CustomerWords } from './customer-en.ts'

/** 顧客を追加するときの画面の言葉。 */
export const customerJa: CustomerWords = {
  buttons: {
    addCustomer: '新しい顧客の追加',
    nextSubscriptions: '次へ: サブスクリプション',
    nextReview: '次へ: 確認',
    addSubscription: 'サブスクリプションの追加',
    remove: (line) => `${line} を削除`,
    changeDetails: '顧客の詳細を変更する',
    changeSubscriptions: 'サブスクリプションを変更する',
    startNew: '別の顧客を追加する',
    resume: '続ける',
    takeDomain: (domain) => `${domain} を使用する`,
    takeAddress: 'この住所を使用する',
    keepAddress: '入力した住所のまま進む',
    showPassword: '一時パスワードを表示',
    done: '完了',
    retryOrder: 'もう一度注文する',
    askProvider: '間接プロバイダーに依頼する',
    azure: 'Azure のユーザー設定を開く',
  },
  place: '新しい顧客',
  step: (step) => `新しい顧客 · ${step}`,
  details: {
    title: '顧客の詳細',
    intro: '[送信] を選択するまで、何も作成されません。途中でやめても、後日続きから始められます。',
    direct: '貴社の直接顧客として追加します。請求とサポートは貴社が行い、間接リセラーは関与しません。',
    headings: {
      company: '会社',
      contact: '顧客側の連絡先',
      agreement: 'Microsoft 顧客契約',
    },
    email: '顧客のメール アドレス',
    emailHint: 'アカウント名とパスワードを顧客に送るために必要です。',
    companyHint: '登記上の正式な名称を入力してください。略称やテスト用の名称は使用できません。',
    prefixHint: '.onmicrosoft.com の前に付く部分です。半角英数字 1～27 文字で、後から変更できません。',
    registrationHint: '任意。同名の会社と区別するために使用します。',
    registrationHintWhere: (countries) => `${countries}では必須、その他の国または地域では任意です。`,
    countryHint: '貴社と同じ CSP の地域にある国または地域を選択してください。テナントの作成後は変更できません。',
    resellerHint:
      '任意。選択した間接リセラーには、顧客のアカウントとサブスクリプションへの管理者アクセス権が付与されます。',
    resellerFixed:
      '間接リセラーの一覧から選択済みです。顧客のアカウントとサブスクリプションへの管理者アクセス権が付与されます。',
    resellersMore:
      '一部の間接リセラーだけを表示しています。ほかの間接リセラーを指定する場合は、間接リセラーの一覧から始めてください。',
    noReseller: '指定しない',
    agreementLead: [
      '最初の注文の前に、顧客が Microsoft 顧客契約に同意している必要があります。同意日を入力すると、同意があったことを貴社が証明したものとして記録されます。',
    ],
    agreedHint: '顧客が同意した日を選択してください。今日以前の日付に限ります。',
    signerHint: '上記の連絡先以外の方が同意した場合だけ入力してください。',
    corrected: (address) => `パートナー センターでの住所の表記は次のとおりです。\n${address}`,
    nothingCreated: 'まだ何も作成されていません。',
  },
  offers: {
    place: (from, to, all) =>
      `${all} 件中 ${from}～${to} 件目を表示しています。この中から選択するか、名前の一部で検索してください。`,
    none: '該当するサブスクリプションはありません。名前の別の部分で検索してください。',
  },
  lines: {
    title: '新しいサブスクリプション',
    intro: 'サブスクリプションとライセンス数を指定してください。複数追加できます。',
    chosen: '選択済み',
    none: 'まだ選択されていません。',
    licenses: (count) => `${count} ライセンス`,
    another: 'さらに追加する場合 (任意)',
    nothingMore: '追加しない',
    full: 'これより多くのサブスクリプションは、後から顧客に追加できます。',
    first: 'サブスクリプション',
    range: (offer, min, max) => `${offer}: ${min === max ? min : `${min}～${max}`}`,
    licensesHint: '1 以上の整数で入力してください。',
    licensesPer: (ranges) => `整数で入力してください (${ranges})。`,
    reseller: 'このサブスクリプションのリセラー',
    anyPartner:
      '貴社の間接リセラーを、サブスクリプションごとに 1 社関連付けることができます。関連付けない場合、インセンティブが設定されていても、間接リセラーの実績にはなりません。',
    noReseller: '関連付けない',
    resellerChoice: (name, mpnId) => `${name} (${mpnId})`,
    resellerHint:
      '間接リセラーが登録に使用した場所アカウントの MPN ID です。関連付けると、間接リセラーがインセンティブを獲得し、このサブスクリプションを管理できるようになります。',
    noneToChoose:
      'この顧客には間接リセラーが指定されていないため、最初のサブスクリプションに関連付けることはできません。後からサブスクリプションごとに関連付けることができます。',
    domain: 'ドメイン',
    free: (domain) => `${domain} ✓ 確認時点で使用可能`,
    noOffers: '現在、貴社の地域で注文できるサブスクリプションがありません。しばらくしてからもう一度お試しください。',
  },
  review: {
    title: '確認',
    intro:
      '内容に間違いがなければ、[送信] を選択してください。[キャンセル] を選択するとすべての操作が取り消され、最初からやり直せます。',
    order: '注文',
    reseller: 'アカウントを管理する間接リセラー',
    noReseller: '指定なし (この顧客を管理するのは貴社だけです)',
    isDirect: 'なし (貴社の直接顧客です)',
    warning: (reseller) =>
      `「${reseller}」に、顧客のアカウント、サブスクリプション、サービスへの管理者アクセス権が付与されます。間接リセラーは顧客に代わってこれらを管理できます。`,
    difference: (reseller) =>
      `顧客に「${reseller}」を指定すると、アカウント全体へのアクセス権が付与されます。サブスクリプションへの関連付けで得られるのは、インセンティブと、そのサブスクリプションを管理する権限です。`,
    noCredit:
      'サブスクリプションに間接リセラーが関連付けられていません。インセンティブが設定されていても、間接リセラーの実績にはなりません。',
    azure: (reseller) =>
      `Azure については、アカウントの作成後、Azure portal の [ユーザー設定] で「${reseller}」にテナント所有者のアクセス許可を与えてください。`,
    contact: '連絡先',
    agreed: (name, day) => `${name}、${day}`,
    agreedBy: '同意した担当者と同意日',
    line: (licenses, reseller) => `${licenses}\nリセラー (MPN ID): ${reseller}`,
    noCreditFor: (offers) =>
      `${offers} には間接リセラーが関連付けられていません。インセンティブが設定されていても、間接リセラーの実績にはなりません。`,
    credited: (name, mpnId) => `${name} (${mpnId})`,
    nobody: 'なし',
    failed: '前回の送信は受け付けられませんでした。顧客の作成も注文も行われていません。',
  },
  progress: {
    title: (customer) => `「${customer}」を追加しています`,
    intro: '少し時間がかかります。このチャットを閉じても処理は続き、完了するとこのカードに表示されます。',
    slow: 'パートナー センターからまだ応答がありません。自動的に再試行します。二重に作成または注文されることはありません。',
    steps: {
      submitted: '注文の送信',
      tenant: 'アカウントと管理者の作成',
      record: '顧客一覧への追加',
      order: 'サブスクリプションの注文',
    },
    by: (name, at) => `${name}、${at}`,
    orderFailed: (why) => `注文はパートナー センターで受け付けられませんでした: ${why}`,
    orderWhat: '顧客は作成済みです。注文だけをやり直せます。顧客が二重に作成されることはありません。',
    orderAgain: 'もう一度注文しました。パートナー センターの応答を待っています。',
  },
  done: {
    title: (customer) => `✓ 「${customer}」を顧客として追加しました`,
    titleNoOrder: (customer) => `「${customer}」を追加しましたが、注文は完了していません`,
    inList: (reseller) =>
      `顧客一覧に、「${reseller}」に関連付けられた顧客として表示されます。この間接リセラーは管理者アクセス権を持ち、サブスクリプションを管理できます。`,
    inListAlone: '顧客一覧に表示されます。間接リセラーにはアクセス権がありません。',
    inListDirect: '貴社の直接顧客として、顧客一覧に表示されます。',
    setup: 'セットアップ情報',
    waitingPlain:
      '管理者ユーザー名と一時パスワードは、24 時間以内に 1 回だけ、送信したご本人に表示されます。書き留める準備をしてから表示し、顧客に送ってください。',
    otherSubmitter: (name) => `一時パスワードを表示できるのは、送信した ${name} さんだけです。`,
    userName: '管理者ユーザー名',
    customerId: '顧客のテナント ID',
    order: '注文',
    azure: (reseller) =>
      `Azure: Azure portal の [ユーザー設定] で、「${reseller}」にテナント所有者のアクセス許可を与えてください。`,
  },
  password: {
    title: 'セットアップ情報',
    userName: '管理者ユーザー名',
    password: '一時パスワード',
    warning:
      '今すぐ両方を書き留め、顧客に送ってください。このカードを閉じるか別の表示に切り替えると、パスワードは誰にも再表示できません。',
    noted: 'セットアップ情報を控えました',
    notedText: '一時パスワードはどこにも保存されていません。',
    reset:
      'パスワードは、顧客の管理者、または代理管理者特権を持つ貴社が、Microsoft 365 管理センターの [ユーザー] > [アクティブなユーザー] > [パスワードのリセット] でリセットできます。',
    onlyTap: '安全のため、パスワードは Teams でこのカードのボタンを押したときにだけ表示されます。',
  },
  drafts: {
    title: '追加途中の顧客',
    intro: 'ご自身または同僚が途中まで入力した顧客の続きから始めるか、別の顧客を追加してください。',
    none: '追加途中の顧客はありません。',
    unnamed: '名称未入力',
    by: (name, at) => `${name} さんが開始 · ${at}`,
    states: {
      draft: '顧客の詳細',
      selecting: 'サブスクリプション',
      reviewing: '確認',
      provisioning: '作成中',
    },
    cancelled: '顧客の追加を取り消しました',
    cancelledText: '顧客の作成も注文も行われていません。入力した内容は破棄されました。',
  },
  ask: {
    title: '間接プロバイダーに顧客の追加を依頼する',
    provider: '間接プロバイダー',
    intro:
      '間接プロバイダーの担当者に依頼が届きます。担当者は、貴社を間接リセラーとして選択した状態で顧客の追加を始められます。顧客の詳細については、担当者から確認があります。',
    company: '顧客の名称 (任意)',
    companyHint: '名称だけを入力してください。その他の情報は、間接プロバイダーに直接お送りください。',
    sent: '依頼を送信しました',
    sentText: (provider) =>
      `「${provider}」の担当者に通知しました。担当者が顧客を追加し、貴社を間接リセラーに指定します。`,
    none: '貴社にはまだ間接プロバイダーがありません。先に間接プロバイダーをお探しください。',
  },
}
