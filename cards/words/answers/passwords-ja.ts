import type { PasswordFinding } from '../../../domain/questions/passwords.ts'
import type { ThemeWords } from './answers.ts'

export const passwordsJa: ThemeWords<PasswordFinding> = (format) => {
  const person = (who: string, company: string): string =>
    who === '' ? `${company} の担当者` : `${company} の ${who} さん`
  return {
    'password.waits': ({ customer, admin, who, company, until }) =>
      `${customer} の最初のパスワード (${admin}) は、まだ表示されていません。${person(who, company)}が ${format.dateTime(until)} まで、一度だけ表示できます。`,
    'password.over': ({ customer, admin, who, company, at, state }) =>
      ({
        revealed: `${customer} の最初のパスワード (${admin}) は、${person(who, company)}が ${format.dateTime(at)} に表示しました。その時点で破棄されたため、再表示は誰にもできません。`,
        acknowledged: `${customer} の最初のパスワード (${admin}) は、${person(who, company)}が表示し、${format.dateTime(at)} に控えたことを確認しています。再表示は誰にもできません。`,
        expired: `${customer} の最初のパスワード (${admin}) は、一度も表示されないまま ${format.dateTime(at)} に破棄されました。表示は誰にもできません。`,
      })[state],
    'password.look': () => '確認の画面を開き、[一時パスワードを表示] を選択してください。',
    'password.onlySubmitter': ({ who, company }) =>
      `Microsoft サポートを含め、ほかの人は表示できません。${person(who, company)}が自分のチャットで新しい顧客の確認の画面を開くと表示できます。`,
    'password.after': () =>
      '一度表示するか 24 時間が過ぎると、パスワードは破棄されます。その後は、Microsoft 365 管理センターの [ユーザー] > [アクティブなユーザー] > [パスワードのリセット] で再設定します。',
    'password.once': () =>
      '顧客の管理者の最初のパスワードは、顧客を作成した担当者に一度だけ表示されます。保存されないため、再表示は誰にもできません。',
    'password.reset': () =>
      'パスワードは再設定できます。顧客の全体管理者、または代理管理者特権を持つパートナーが、Microsoft 365 管理センターの [ユーザー] > [アクティブなユーザー] > [パスワードのリセット] で再設定します。',
    'password.nameCustomer': () =>
      '顧客の名前を含めて質問していただければ、最初のパスワードがいつ誰に表示されたかを回答します。',
    'password.ofOther': ({ customer, company }) =>
      `${customer} の最初のパスワードは、顧客を作成した ${company} だけに表示されるものです。ほかの会社には表示できません。`,
    'password.gone': ({ customer }) => `${customer} の最初のパスワードは、もう保存されていません。`,
    'password.notMade': ({ customer }) =>
      `${customer} のテナントはここで作成されたものではないため、最初のパスワードは保存されていません。`,
  }
}
