import { describe, expect, it } from 'vitest'
import { hear } from '../../bot/hear.ts'
import { PHRASES_JA } from '../../bot/phrases-ja.ts'

const heard = (text: string) => hear({ kind: 'text', text })?.verb

describe('what Japanese people type', () => {
  it.each([
    ['おはようございます', 'home'],
    ['お世話になっております。', 'home'],
    ['何ができますか？', 'home'],
    ['登録したいです。', 'enroll'],
    ['間接リセラーとして登録する', 'enroll'],
    ['ＣＳＰに登録したいのですが', 'enroll'],
    ['お世話になっております。登録状況を教えていただけますか？', 'status'],
    ['すみません、申請の進捗を確認したいです', 'status'],
    ['審査結果はどうなっていますか', 'status'],
    ['Microsoft パートナー契約に署名したい', 'sign-mpa'],
    ['MPAを見たい', 'sign-mpa'],
    ['ユーザの一覧を見せてください', 'users'],
    ['社員を追加したいのですが', 'new-user'],
    ['会社情報の変更', 'organization-profile'],
    ['ビジネスプロファイルを設定したい', 'business-profile'],
    ['変更履歴を見たい', 'history'],
    ['審査待ちの申請を開いてください', 'reviews'],
    ['直接請求オフボードの対象にする', 'register-form'],
    ['届いた招待を見せてください', 'invitations'],
    ['リセラーの一覧を表示してください', 'resellers'],
    ['間接プロバイダーを探したいのですが', 'find-provider'],
    ['リセラーを招待したいです', 'request-partnership'],
    ['英語に切り替えてください', 'language'],
    ['日本語でお願いいたします', 'language'],
  ])('%s is understood', (text, verb) => {
    expect(heard(text)).toBe(verb)
  })

  it.each([
    '登録を取り下げたい',
    '登録をやめたい',
    '顧客の登録',
    '第一連絡先担当者の変更',
    '月を再起動してください',
    '。',
  ])('%s is not taken for a command', (text) => {
    expect(heard(text)).toBe('ask-text')
  })

  it('is heard as the command in whose line it stands', () => {
    for (const [action, phrases] of PHRASES_JA)
      for (const phrase of phrases.split('、')) expect(hear({ kind: 'text', text: phrase }), phrase).toEqual(action)
  })
})
