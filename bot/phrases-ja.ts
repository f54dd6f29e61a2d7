import type { Action } from '../cards/actions.ts'

/**
 * What Japanese people type besides the words of interface.md 4, separated by 、 in each line. Politeness around them is
 * taken off before they are looked up, so each stands here bare: 進捗, not 進捗を教えてください.
 */
export const PHRASES_JA: readonly (readonly [action: Action, phrases: string])[] = [
  [
    { verb: 'home' },
    'ホームに戻る、トップ、トップに戻る、使い方、できること、何ができる、何ができますか、何ができるの',
  ],
  [{ verb: 'home' }, 'おはよう、おはようございます、こんばんは、はじめまして、お疲れ様です、お疲れさまです'],
  [{ verb: 'home' }, 'お世話になっております、お世話になります、いつもお世話になっております'],
  [
    { verb: 'enroll' },
    '新規登録、登録申請、登録手続き、登録の手続き、登録方法、登録の方法、申し込み、申込、申込み、申し込みたい',
  ],
  [
    { verb: 'enroll' },
    '登録を始める、登録の続き、登録を続ける、登録を続けたい、登録を再開、申請の続き、申請を続ける、申請を再開',
  ],
  [
    { verb: 'enroll' },
    '間接リセラーとして登録、間接リセラーの登録、間接リセラーに登録、CSP に登録、CSP の登録、CSP 登録',
  ],
  [
    { verb: 'status' },
    '登録状況、登録の状況、申請状況、申請の状況、申請状態、申請の状態、審査状況、審査の状況、審査結果、審査の結果',
  ],
  [
    { verb: 'status' },
    '状況、現在の状態、現在の状況、進捗、進捗状況、登録の進捗、申請の進捗、審査の進捗、申請はどうなっていますか',
  ],
  [{ verb: 'sign-mpa' }, 'MPA の署名、MPA へ署名、MPA への署名、MPA に同意、MPA への同意、MPA にサイン、MPA を読む'],
  [
    { verb: 'sign-mpa' },
    '契約、契約書、契約に署名、契約書に署名、契約に同意、契約書に同意、契約書を読む、パートナー契約',
  ],
  [
    { verb: 'sign-mpa' },
    'Microsoft Partner Agreement、Microsoft Partner Agreement に署名、Microsoft Partner Agreement に同意',
  ],
  [{ verb: 'sign-mpa' }, 'Microsoft パートナー契約、Microsoft パートナー契約に署名、Microsoft パートナー契約に同意'],
  [
    { verb: 'users' },
    'ユーザー一覧、ユーザーの一覧、ユーザーの管理、ユーザーを管理、ユーザ、ユーザ管理、ユーザ一覧、ユーザの一覧、ユーザの管理',
  ],
  [{ verb: 'users' }, '従業員一覧、従業員の一覧、従業員の管理、社員、社員一覧、メンバー、メンバー一覧、ロール、権限'],
  [
    { verb: 'new-user' },
    'ユーザー追加、ユーザーを登録、新しいユーザー、新規ユーザー、ユーザを追加、ユーザの追加、ユーザ追加',
  ],
  [
    { verb: 'new-user' },
    '従業員の追加、従業員追加、従業員を登録、社員を追加、社員の追加、メンバーを追加、メンバーの追加',
  ],
  [{ verb: 'organization-profile' }, '組織のプロファイル、組織プロフィール、組織情報、会社情報'],
  [{ verb: 'business-profile' }, 'ビジネス プロフィール'],
  [{ verb: 'history' }, '変更履歴、活動履歴、監査ログ、操作ログ'],
  [
    { verb: 'request-partnership' },
    'パートナーシップの要求、パートナーシップを申請、パートナーシップの申請、リセラーを招待、リセラーの招待、招待を送信、招待を送る、招待の送信',
  ],
  [
    { verb: 'invite-customer' },
    '新規顧客を招待、新規顧客の招待、新しい顧客の招待、顧客の招待、お客様を招待、お客様の招待、顧客への招待、顧客に招待を送信',
  ],
  [
    { verb: 'invitations', show: 'open', name: '' },
    '招待の一覧、招待状、招待の状況、招待の状態、未完了の招待、届いた招待、受け取った招待、送信した招待、送った招待',
  ],
  [{ verb: 'invitations', show: 'closed', name: '' }, '終了した招待、過去の招待、取り消した招待'],
  [{ verb: 'invitations', show: 'all', name: '' }, 'すべての招待、全ての招待、招待をすべて、招待の履歴'],
  [
    { verb: 'resellers', name: '' },
    '間接リセラーの一覧、リセラー一覧、リセラーの一覧、提携リセラー、契約リセラー、担当リセラー',
  ],
  [
    { verb: 'customers', name: '', partner: undefined },
    '顧客の一覧、顧客リスト、顧客管理、顧客の管理、お客様、お客様一覧、お客様の一覧、担当顧客、担当の顧客、エンドユーザー一覧',
  ],
  [{ verb: 'own-partners' }, '担当パートナー、担当のパートナー、取引先パートナー一覧、取引先パートナーの一覧'],
  [
    { verb: 'providers', name: '' },
    '間接プロバイダーの一覧、プロバイダー一覧、プロバイダーの一覧、間接プロバイダ、プロバイダ、提携プロバイダー',
  ],
  [
    { verb: 'find-provider', facets: '' },
    'プロバイダーを探す、プロバイダーを検索、プロバイダーの検索、間接プロバイダーの検索、間接プロバイダーを探、プロバイダーを探',
  ],
  [
    { verb: 'add-customer' },
    '顧客追加、新規顧客、新しい顧客、顧客を作成、顧客の作成、新しいお客様を追加、新しいお客様の追加、お客様を追加、お客様の追加',
  ],
  [{ verb: 'new-customers' }, '作成途中の顧客、登録途中の顧客、顧客の追加の続き、顧客の追加を続ける、顧客の下書き'],
  [{ verb: 'reviews' }, '審査待ち、審査待ち一覧、審査待ちの申請、審査の一覧'],
  [{ verb: 'register-form', as: 'indirectProvider' }, '間接プロバイダーの登録、プロバイダーを登録、プロバイダーの登録'],
  [{ verb: 'register-form', as: 'directBill' }, '直接請求パートナーの登録'],
  [
    { verb: 'register-form', as: 'offboarding' },
    'オフボードの対象にする、オフボード対象に指定、直接請求オフボードの対象にする',
  ],
  [{ verb: 'language', locale: 'en-US' }, '英語で、英語に、英語表示、言語を英語に'],
  [{ verb: 'language', locale: 'ja-JP' }, '日本語で、日本語に、日本語表示、言語を日本語に'],
]
