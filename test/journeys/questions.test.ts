import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Person, startWorld, type World } from '../support/world.ts'
import { mpnIdOf, OPERATOR, type Sketch, worldOf } from './companies.ts'
import { drafts, invites, partners, provider } from './invited.ts'
import { allToApproval } from './way-in.ts'

/** Harbor provides to Alder, which has signed, and to Birch, which has not; Cedar was a partner once; Elm is invited. */
const COMPANIES: readonly Sketch[] = [
  { name: 'alder' },
  { name: 'birch' },
  { name: 'cedar' },
  { name: 'elm' },
  { name: 'maple' },
  { name: 'stranger' },
  { name: 'bakery', kind: 'customer' },
  { name: 'boulanger', kind: 'customer', country: 'FR' },
  { name: 'direct', kind: 'directBill' },
  provider('harbor'),
  provider('nord', 'DE', 'europe'),
]
const DECLARED = 'I declare for my company'

let world: World
let sam: Person
let gen: Person
let requester: Person

beforeAll(async () => {
  world = await startWorld({ SANDBOX_WORLD: worldOf(...COMPANIES) })
  sam = await world.person(OPERATOR.sam)
  gen = await world.person(OPERATOR.gen)
  requester = await admin('harbor')
  await allToApproval(world, ['alder', 'birch', 'cedar', 'elm'])
  const alder = await admin('alder')
  await alder.says('sign mpa')
  await alder.presses('Accept and continue', {
    'I have read the Microsoft Partner Agreement and accept it for my company': true,
  })
  for (const name of ['alder', 'birch', 'cedar']) await partners(world, requester, await admin(name))
  await removes('cedar')
  await invites(requester, 'ann@elm.example')
  await (await admin('elm')).says(await invites(requester, 'bob@elm.example'))
  await drafts(requester, 'someone@maple.example')
  await world.settle()
}, 120_000)
afterAll(() => world.close())

const admin = (company: string): Promise<Person> => world.person(`ann@${company}.example`)

async function removes(company: string): Promise<void> {
  const { tenantId } = await admin(company)
  await requester.taps('remove-partnership', { tenant: tenantId })
  const declarations = requester.sees.inputs.find(({ label }) => label === DECLARED)?.choices.map(({ title }) => title)
  await requester.presses('Yes', { [DECLARED]: declarations ?? [] })
}

type Case = {
  question: string
  en: string
  ja: string
  verdict?: [string, string]
  says: [string | RegExp, string | RegExp]
  rule?: string
}

const YES: [string, string] = ['Yes', 'はい']
const NO: [string, string] = ['No', 'いいえ']
const PENDING: [string, string] = ['Pending', '保留中']
const NOT_RECORDED: [string, string] = ['Not recorded yet', 'まだ記録されていません']

const CASES: readonly Case[] = [
  {
    question: 'Q1',
    en: 'Is Harbor partnered with Alder?',
    ja: 'Harbor と Alder は提携していますか',
    verdict: YES,
    says: [/Alder/, /Alder/],
    rule: 'R42',
  },
  {
    question: 'Q1 removed',
    en: 'Are Harbor and Cedar still partners?',
    ja: 'Cedar と Harbor のパートナーシップはまだありますか',
    verdict: NO,
    says: [/remov/i, /削除/],
    rule: 'R44',
  },
  {
    question: 'Q1 pending',
    en: 'Is Elm partnered with Harbor?',
    ja: 'Harbor と Elm は提携していますか',
    verdict: PENDING,
    says: [/opened/i, /招待/],
  },
  {
    question: 'Q1 never',
    en: 'Is Nord partnered with Alder?',
    ja: 'Nord と Alder は提携していますか',
    verdict: NO,
    says: [/Nord/, /Nord/],
    rule: 'R38',
  },
  {
    question: 'Q2',
    en: "Why can't Birch sell to Bakery?",
    ja: 'Birch はなぜ Bakery に販売できないのですか',
    verdict: NO,
    says: [/Microsoft Partner Agreement/, /MPA/],
    rule: 'R32',
  },
  {
    question: 'Q2 region',
    en: "Why can't Alder sell to Boulanger?",
    ja: 'Alder が Boulanger に販売できない理由は',
    verdict: NO,
    says: [/Europe/, /欧州/],
    rule: 'R64',
  },
  {
    question: 'Q2 can',
    en: 'Can Alder sell to Bakery?',
    ja: 'Alder は Bakery に販売できますか',
    verdict: YES,
    says: [/Harbor/, /Harbor/],
    rule: 'R64',
  },
  {
    question: 'Q3',
    en: 'Who supports subscription 5f0c2f5a-2f4f-4f3b-9d3f-1f0d1c2b3a49?',
    ja: 'サブスクリプション 5f0c2f5a-2f4f-4f3b-9d3f-1f0d1c2b3a49 のサポート連絡先は',
    verdict: ['Not found', '見つかりません'],
    says: [/provider/i, /プロバイダー/],
    rule: 'R115',
  },
  {
    question: 'Q4',
    en: 'Which customers do Harbor and Alder share?',
    ja: 'Harbor と Alder の共通の顧客は',
    verdict: NO,
    says: [/customer/i, /顧客/],
    rule: 'R61',
  },
  {
    question: 'Q5',
    en: "Where is Birch's enrollment?",
    ja: 'Birch の登録状態は',
    says: [/Birch/, /Birch/],
    rule: 'R27',
  },
  {
    question: 'Q6',
    en: 'Has Alder signed the MPA?',
    ja: 'Alder は MPA に署名済みですか',
    verdict: YES,
    says: [/Ann Alder/, /Ann Alder/],
    rule: 'D1',
  },
  {
    question: 'Q6 not',
    en: 'Did Birch sign the MPA?',
    ja: 'Birch は MPA に署名しましたか',
    verdict: NO,
    says: [/Birch/, /Birch/],
    rule: 'R30',
  },
  {
    question: 'Q7',
    en: 'Is Alder ready to transact?',
    ja: 'Alder は取引を開始できますか',
    verdict: YES,
    says: [/ready/, /取引/],
    rule: 'R33',
  },
  {
    question: 'Q8',
    en: "Why can't Elm accept Harbor's invitation?",
    ja: 'Elm が Harbor の招待を承諾できないのはなぜですか',
    says: [/Elm/, /Elm/],
    rule: 'R51',
  },
  {
    question: 'Q9',
    en: 'Did Elm open the invitation from Harbor?',
    ja: 'Elm は Harbor の招待を開きましたか',
    says: [/opened/i, /開/],
  },
  {
    question: 'Q10',
    en: 'Which invitations are pending for Harbor?',
    ja: 'Harbor の保留中の招待を表示',
    says: [/elm\.example/, /elm\.example/],
    rule: 'R40',
  },
  {
    question: 'Q11',
    en: 'Can a partner in Japan work with one in Germany?',
    ja: '日本とドイツのパートナーは取引できますか',
    verdict: NO,
    says: [/Europe/, /欧州/],
    rule: 'R50',
  },
  {
    question: 'Q12',
    en: 'Which region and currency is France?',
    ja: 'フランスの地域と通貨は',
    says: [/EUR/, /EUR/],
    rule: 'R113',
  },
  {
    question: 'Q13',
    en: 'Which resellers does Harbor have?',
    ja: 'Harbor の間接リセラーは',
    says: [/Alder[\s\S]*Birch/, /Alder[\s\S]*Birch/],
  },
  {
    question: 'Q14',
    en: 'Which reseller is on record for Bakery?',
    ja: 'Bakery の指名リセラーは',
    verdict: NOT_RECORDED,
    says: [/reseller/i, /リセラー/],
  },
  {
    question: 'Q15',
    en: 'Which MPN ID must we put for Alder?',
    ja: 'Alder の MPN ID は',
    says: [mpnIdOf(0), mpnIdOf(0)],
    rule: 'R90',
  },
  {
    question: 'Q16',
    en: 'What happened when the partnership of Harbor and Cedar was removed?',
    ja: 'Harbor と Cedar のパートナーシップが削除されたときの経緯は',
    says: [/customers/i, /顧客/],
    rule: 'R45',
  },
  {
    question: 'Q17',
    en: "Does Harbor still have admin access to Alder's work account?",
    ja: 'Harbor は Alder の職場アカウントへの管理者アクセス権をまだ持っていますか',
    verdict: YES,
    says: [/Harbor/, /Harbor/],
    rule: 'R48',
  },
  {
    question: 'Q18',
    en: "Why can't Alder add a customer?",
    ja: 'Alder が顧客を追加できないのはなぜですか',
    verdict: NO,
    says: [/Harbor/, /Harbor/],
    rule: 'R65',
  },
  {
    question: 'Q19',
    en: 'Is Bakery a direct or indirect customer of Alder?',
    ja: 'Bakery は Alder の直接顧客ですか、間接顧客ですか',
    verdict: NOT_RECORDED,
    says: [/Bakery/, /Bakery/],
  },
  {
    question: 'Q20',
    en: 'Can Direct undo becoming an indirect reseller?',
    ja: 'Direct は間接リセラーになったことを元に戻せますか',
    says: [/Direct/, /Direct/],
    rule: 'R72',
  },
  {
    question: 'Q21',
    en: "Where is Alder's incentive invitation?",
    ja: 'Alder のインセンティブの招待はどこですか',
    verdict: NO,
    says: [/Alder gets no incentive invitation/, /Alder にインセンティブの招待は届きません/],
    rule: 'R86',
  },
  {
    question: 'Q22',
    en: 'The customer lost the first password, can we see it again?',
    ja: '顧客が最初のパスワードをなくしました。もう一度表示できますか',
    verdict: NO,
    says: [/reset/i, /リセット/],
    rule: 'R59',
  },
  {
    question: 'Q23',
    en: "Why can't Direct become an indirect reseller?",
    ja: 'Direct はなぜ間接リセラーになれないのですか',
    verdict: NO,
    says: [/Direct/, /Direct/],
    rule: 'R66',
  },
  {
    question: 'Q24',
    en: 'Maple is a customer of Harbor and wants to be its reseller, is that possible?',
    ja: 'Maple は Harbor の顧客ですが、Harbor の間接リセラーにもなれますか',
    says: [/tenant/i, /テナント/],
    rule: 'R107',
  },
  {
    question: 'Q25',
    en: 'Alder wants licenses for its own use, from whom can it buy them?',
    ja: 'Alder が自社で使うライセンスはどこから購入できますか',
    says: [/tenant/i, /テナント/],
    rule: 'R105',
  },
  {
    question: 'Q26',
    en: 'Who can remove a partnership at Harbor?',
    ja: 'Harbor でパートナーシップを削除できるのは誰ですか',
    says: [/Sal Harbor/, /Sal Harbor/],
    rule: 'P24',
  },
  {
    question: 'Q27',
    en: 'Who signed the MPA at Alder, and when?',
    ja: 'Alder で MPA に署名したのは誰ですか、いつですか',
    says: [/Ann Alder/, /Ann Alder/],
  },
  {
    question: 'Q27 of everything',
    en: 'History of Alder',
    ja: 'Alder の履歴を見せて',
    says: [/Invitation accepted by Alder[\s\S]*Partnership established[\s\S]*Application submitted/, /招待[\s\S]*申請/],
    rule: 'P48',
  },
  {
    question: 'Q28',
    en: 'Can two partners serve Bakery?',
    ja: 'Bakery を 2 社のパートナーが担当できますか',
    verdict: YES,
    says: [/partner/i, /パートナー/],
    rule: 'R102',
  },
  {
    question: 'Q29',
    en: 'Why was the order for Bakery refused with code 900123?',
    ja: 'Bakery の注文がコード 900123 で拒否されたのはなぜですか',
    says: [/MPA|Microsoft Partner Agreement/, /MPA/],
  },
  {
    question: 'Q30',
    en: 'Is Harbor an official provider in the United States?',
    ja: 'Harbor は米国の公式プロバイダーですか',
    verdict: YES,
    says: [/training/i, /トレーニング/],
    rule: 'R52',
  },
  {
    question: 'Q30 of a country',
    en: 'Which official providers are there in the United States?',
    ja: '米国の公式プロバイダーは',
    says: [/Harbor[\s\S]*training/i, /Harbor[\s\S]*トレーニング/],
    rule: 'R52',
  },
  {
    question: 'Q16 after a mistake',
    en: 'Harbor removed the partnership with Cedar by accident. Can that be undone?',
    ja: 'Harbor が Cedar とのパートナーシップを誤って削除しました。元に戻せますか',
    says: [/can't be undone[\s\S]*requests a new partnership/, /取り消せません[\s\S]*改めて要求/],
    rule: 'R44',
  },
]

describe.each([
  ['English', () => sam, 0],
  ['日本語', () => gen, 1],
] as const)('Support asks in %s', (_, who, at) => {
  it.each(CASES)('$question', async ({ en, ja, verdict, says, rule }) => {
    const { text } = await who().says(at === 0 ? en : ja)
    if (verdict) expect(text.split('\n')[0]).toBe(verdict[at])
    expect(text).toMatch(says[at] ?? '')
    if (rule) expect(text).toContain(rule)
  })
})
