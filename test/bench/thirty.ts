import type { QuestionId } from '../../domain/questions/question.ts'

/** One of the thirty questions in words: of X, one of the partners, Y, their provider, and Z, another partner. */
type Asking = (x: string, y: string, z: string) => string

/** The thirty questions of support (domain.md 5), each as it is ordinarily asked. */
export const THIRTY: Readonly<Record<QuestionId, { 'en-US': Asking; 'ja-JP': Asking }>> = {
  Q1: { 'en-US': (x, y) => `Is ${x} partnered with ${y}?`, 'ja-JP': (x, y) => `${x}は${y}とパートナーですか？` },
  Q2: {
    'en-US': (x, _, z) => `Why can't ${x} sell to ${z}?`,
    'ja-JP': (x, _, z) => `${x}が${z}に販売できないのはなぜですか？`,
  },
  Q3: {
    'en-US': (_x, _y, z) => `Who supports the subscriptions of ${z}?`,
    'ja-JP': (_x, _y, z) => `${z}のサブスクリプションのサポート連絡先は？`,
  },
  Q4: { 'en-US': (x, y) => `Which customers do ${x} and ${y} share?`, 'ja-JP': (x, y) => `${x}と${y}の共通の顧客は？` },
  Q5: { 'en-US': (x) => `Where is the enrollment of ${x}?`, 'ja-JP': (x) => `${x}の登録状態は？` },
  Q6: { 'en-US': (x) => `Has ${x} signed the MPA?`, 'ja-JP': (x) => `${x}はMPAに署名済みですか？` },
  Q7: { 'en-US': (x) => `Is ${x} ready to transact?`, 'ja-JP': (x) => `${x}は取引できる状態ですか？` },
  Q8: {
    'en-US': (x, y) => `Why can't ${x} accept the invitation from ${y}?`,
    'ja-JP': (x, y) => `${x}が${y}の招待を承諾できないのはなぜですか？`,
  },
  Q9: { 'en-US': (x) => `Did ${x} open the invitation?`, 'ja-JP': (x) => `${x}は招待を開きましたか？` },
  Q10: { 'en-US': (x) => `Which invitations are pending for ${x}?`, 'ja-JP': (x) => `${x}の保留中の招待は？` },
  Q11: { 'en-US': () => 'Can Japan work with Germany?', 'ja-JP': () => '日本とドイツは取引できますか？' },
  Q12: { 'en-US': () => 'Which region is Brazil in?', 'ja-JP': () => 'ブラジルの地域と通貨は？' },
  Q13: { 'en-US': (x) => `Which providers does ${x} have?`, 'ja-JP': (x) => `${x}の間接プロバイダーはどこですか？` },
  Q14: {
    'en-US': (_x, _y, z) => `Which reseller is on the subscriptions of ${z}?`,
    'ja-JP': (_x, _y, z) => `${z}の指名リセラーはどこですか？`,
  },
  Q15: {
    'en-US': (x) => `Which MPN ID must we put for ${x}?`,
    'ja-JP': (x) => `${x}にはどのMPN IDを使えばよいですか？`,
  },
  Q16: {
    'en-US': (x, y) => `What happened when the partnership of ${x} and ${y} was removed?`,
    'ja-JP': (x, y) => `${x}と${y}のパートナーシップが削除されたとき何が起きましたか？`,
  },
  Q17: {
    'en-US': (x, y) => `Does ${y} still have admin access to the work account of ${x}?`,
    'ja-JP': (x, y) => `${y}は${x}の管理者アクセスをまだ持っていますか？`,
  },
  Q18: { 'en-US': (x) => `Why can't ${x} add a customer?`, 'ja-JP': (x) => `${x}が顧客を追加できないのはなぜですか？` },
  Q19: {
    'en-US': (x, _, z) => `Is ${z} a direct or an indirect customer of ${x}?`,
    'ja-JP': (x, _, z) => `${x}にとって${z}は直接の顧客ですか、間接の顧客ですか？`,
  },
  Q20: {
    'en-US': (x) => `Can ${x} undo becoming an indirect reseller?`,
    'ja-JP': (x) => `${x}は間接リセラーになったことを取り消せますか？`,
  },
  Q21: {
    'en-US': (x) => `Where is the incentive invitation of ${x}?`,
    'ja-JP': (x) => `${x}のインセンティブの招待はどうなっていますか？`,
  },
  Q22: {
    'en-US': (_x, _y, z) => `${z} lost the first password, can we see it?`,
    'ja-JP': (_x, _y, z) => `${z}が最初のパスワードを紛失しました。確認できますか？`,
  },
  Q23: {
    'en-US': (x) => `Why can't ${x} become an indirect reseller on its direct tenant?`,
    'ja-JP': (x) => `${x}が直接請求のテナントで間接リセラーになれないのはなぜですか？`,
  },
  Q24: {
    'en-US': (x, y) => `${x} is a customer of ${y} and wants to be its reseller, how?`,
    'ja-JP': (x, y) => `${x}は${y}の顧客ですが、リセラーになりたいそうです。どうすればよいですか？`,
  },
  Q25: {
    'en-US': (x) => `From whom can ${x} buy its own licences?`,
    'ja-JP': (x) => `${x}は自社用のライセンスをどこから購入できますか？`,
  },
  Q26: { 'en-US': (x) => `Who may sign the MPA at ${x}?`, 'ja-JP': (x) => `${x}でMPAに署名できるのは誰ですか？` },
  Q27: {
    'en-US': (x) => `Who signed the MPA at ${x} and when?`,
    'ja-JP': (x) => `${x}のMPAに署名したのは誰で、いつですか？`,
  },
  Q28: {
    'en-US': (_x, _y, z) => `Can two partners serve ${z}?`,
    'ja-JP': (_x, _y, z) => `${z}を2社のパートナーが担当できますか？`,
  },
  Q29: {
    'en-US': (_x, _y, z) => `Why is the order for ${z} refused with code 800002?`,
    'ja-JP': (_x, _y, z) => `${z}の注文がコード800002で拒否されたのはなぜですか？`,
  },
  Q30: {
    'en-US': (_, y) => `Is ${y} an official provider in Japan?`,
    'ja-JP': (_, y) => `${y}は日本の公式な間接プロバイダーですか？`,
  },
}

/** They come round one after the other. */
export function askingOf(n: number, locale: string): Asking {
  const questions = Object.values(THIRTY)
  const one = questions[n % questions.length]
  if (one === undefined) throw new RangeError('there is no question')
  return one[locale === 'ja-JP' ? 'ja-JP' : 'en-US']
}
