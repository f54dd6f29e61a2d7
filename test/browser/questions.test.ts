import type { Locator } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import { words } from '../../cards/words/words.ts'
import { invites, partners } from '../journeys/invited.ts'
import { apply, toApproval } from '../journeys/way-in.ts'
import { chromiumPath } from '../support/chromium.ts'
import { stage } from '../support/stage.ts'
import { startWorld } from '../support/world.ts'
import type { ChatWindow } from './chat-window.ts'
import { ENROLLED } from './partners-made.ts'

// Support asks in both languages, a provider in Japanese, of a world that commands have made: the reseller is approved and
// the provider's partner but has not signed, one invitation is pending, one application waits for its contact.

const ja = words('ja-JP', 'Asia/Tokyo')
const en = words('en-US', 'UTC')
const [PROVIDER, RESELLER, FOREIGNER] = ['東都ディストリビューション', '青空ソフト', 'Nordlicht Distribution']
const [NAMESAKE, CUSTOMER, APPLICANT, PROSPECT] = ['青空クラウド', 'さくら食品', 'Cascade Software', 'みなとシステムズ']
/** Pixels. */
const ONE_LINE = 30
const SHORT = '青空'
const TOLD = { tenantId: '' as never, company: RESELLER }
const INVITED = 'makoto.watanabe@minato-systems.example'

describe.skipIf(chromiumPath === undefined)('browser: asking in chat windows', { timeout: 180_000 }, () => {
  const { playground, chat } = stage('questions', { height: 1800, prepare: makeWorld })
  let grace: ChatWindow
  let sato: ChatWindow
  let aoki: ChatWindow

  beforeAll(async () => {
    grace = await chat('en', 'Grace Miller')
    sato = await chat('ja', '佐藤 健一')
    aoki = await chat('ja', '青木 太郎')
  }, 60_000)

  it('tells support in English what it asks, from home to the reminder that arrives', async () => {
    const { ask, search } = en
    const { links } = ask.chain
    await grace.says('help')
    await grace.presses('Ask a question')
    await grace.sees(search.form.title)
    await grace.types({ [search.form.question]: search.form.questions.Q6, [search.form.typed[0]]: APPLICANT })
    await pictured(grace, 'en-01-form')
    await grace.presses(search.form.ask)
    await grace.sees(begins(ask.verdicts.no), `Has ${APPLICANT} signed the MPA?`)
    await pictured(grace, 'en-02-form-answered')

    await grace.says('What can I ask you?')
    await grace.sees(ask.whatTitle, ...ask.examples.support)
    await pictured(grace, 'en-03-what')

    await grace.says(`Is aozora-soft.example partnered with ${PROVIDER}?`)
    await grace.sees(begins(ask.verdicts.yes), `${RESELLER} is an indirect reseller of ${PROVIDER}`, '青木 太郎')
    await pictured(grace, 'en-04-partnered')
    await grace.says(`and with ${FOREIGNER}?`)
    await grace.sees(begins(ask.verdicts.no), `${RESELLER} and ${FOREIGNER} have never had a partnership.`, 'Europe')
    await pictured(grace, 'en-05-and-with')

    await grace.says(`Why can't ${SHORT} sell to ${CUSTOMER}?`)
    const which = await grace.sees(ask.several(SHORT), NAMESAKE)
    await pictured(grace, 'en-06-which')
    await picks(which, RESELLER)
    const chain = await grace.sees(`${RESELLER} can't sell to ${CUSTOMER} now.`, ask.headings.failing)
    await expectChain(chain, [ask.chain.microsoft, links.holds, PROVIDER, RESELLER, links.missing, CUSTOMER])
    await chain.getByText(`${RESELLER} hasn't signed the Microsoft Partner Agreement for Japan.`).waitFor()
    await pictured(grace, 'en-07-chain')
    await grace.presses(ask.of(ask.remind.mpa, RESELLER))
    await grace.sees(`${RESELLER} can't sell to ${CUSTOMER} now.`, ask.reminded(RESELLER))
    await pictured(grace, 'en-08-reminded')
    await playground().settle()
    await aoki.sees(ja.notice({ ...TOLD, name: 'reminder', about: 'mpa', from: '' }).title)
    await pictured(aoki, 'en-09-reminder-arrived')

    await grace.says(`Where is ${APPLICANT}'s enrollment?`)
    await grace.sees(begins(ask.verdicts.pending), en.timeline.contact, 'olivia.carter@cascade-software.example')
    await pictured(grace, 'en-10-enrollment')
    await grace.presses(ask.related.Q27)
    await grace.sees(`Who did what at ${APPLICANT}, and when?`, 'Application submitted', 'Olivia Carter')
    await pictured(grace, 'en-10-enrollment-history')
    await grace.says(`Which invitations are pending for ${PROVIDER}?`)
    await grace.sees(`${PROVIDER} has one pending invitation.`, INVITED)
    await pictured(grace, 'en-11-invitations')
    await grace.says('Can a partner in Japan work with one in Germany?')
    await grace.sees(begins(ask.verdicts.no), 'Japan', 'Germany', 'Europe')
    await pictured(grace, 'en-12-region')
    await grace.says('Has Cascaid signed the MPA?')
    await grace.sees(ask.unknown('Cascaid'), ask.nearest, APPLICANT)
    await pictured(grace, 'en-13-unknown')
    await grace.presses(ask.select)
    await grace.sees(begins(ask.verdicts.no), `${APPLICANT} hasn't signed the MPA`)
  })

  it('tells support in Japanese, too', async () => {
    const { ask, search } = ja
    const { links } = ask.chain
    await grace.says('言語 ja')
    await grace.sees('言語: 日本語')
    await grace.says('ヘルプ')
    await grace.presses('質問する')
    await grace.sees(search.form.title)
    const about = { [search.form.typed[0]]: PROSPECT, [search.form.typed[1]]: PROVIDER }
    await grace.types({ [search.form.question]: search.form.questions.Q1, ...about })
    await pictured(grace, 'ja-01-form')
    await grace.presses(search.form.ask)
    await grace.sees(begins(ask.verdicts.pending), PROVIDER, PROSPECT)
    await pictured(grace, 'ja-02-form-answered')
    await grace.says(`${RESELLER}と${PROVIDER}は提携していますか`)
    await grace.sees(begins(ask.verdicts.yes), `${PROVIDER} (${ja.terms.kinds.indirectProvider.label})`, '青木 太郎')
    await grace.says(`では、${FOREIGNER}とは？`)
    await grace.sees(begins(ask.verdicts.no), `${RESELLER}と ${FOREIGNER} の間には、これまでパートナーシップが`)
    await pictured(grace, 'ja-03-and-with')

    await grace.says(`${SHORT}はなぜ${CUSTOMER}に販売できないのですか`)
    const which = await grace.sees(ask.several(SHORT), NAMESAKE)
    await pictured(grace, 'ja-04-which')
    await picks(which, RESELLER)
    const chain = await grace.sees(`${RESELLER}は、現在${CUSTOMER}に販売できません。`, ask.headings.failing)
    await expectChain(chain, [ask.chain.microsoft, links.holds, PROVIDER, RESELLER, links.missing, CUSTOMER])
    await pictured(grace, 'ja-05-chain')
    await grace.says(`${APPLICANT}の登録状態は`)
    await grace.sees(begins(ask.verdicts.pending), ja.timeline.contact)
    await pictured(grace, 'ja-06-enrollment')
    await grace.says(`${PROVIDER}の保留中の招待を表示`)
    await grace.sees(`${PROVIDER}の保留中の招待は 1 件`, INVITED)
    await pictured(grace, 'ja-07-invitations')
    await grace.says('日本とドイツのパートナーは取引できますか')
    await grace.sees(begins(ask.verdicts.no), '欧州')
    await pictured(grace, 'ja-08-region')
    await grace.says('Cascaid は MPA に署名済みですか')
    await grace.sees(ask.unknown('Cascaid'), ask.nearest, APPLICANT)
    await pictured(grace, 'ja-09-unknown')
  })

  it('tells a provider about its partner and itself, and filters its history', async () => {
    const { ask, terms } = ja
    await sato.says('ヘルプ')
    await sato.sees(PROVIDER)
    await sato.says(`${RESELLER}と提携していますか`)
    await sato.sees(begins(ask.verdicts.yes), `${PROVIDER} (${terms.kinds.indirectProvider.label})`, '青木 太郎')
    await pictured(sato, 'provider-01-partnered')
    await sato.says(`${RESELLER}はMPAに署名済みですか`)
    await sato.sees(begins(ask.verdicts.no), `${RESELLER}は日本の MPA にまだ署名していません。`)
    await pictured(sato, 'provider-02-mpa')
    await sato.says('弊社は取引を開始できますか')
    await sato.sees(begins(ask.verdicts.yes), PROVIDER)
    await pictured(sato, 'provider-03-ready')
    await sato.says('保留中の招待を表示')
    await sato.sees(INVITED)
    await pictured(sato, 'provider-04-invitations')

    await sato.says('履歴')
    const whole = await sato.sees('履歴', `「${RESELLER}」が招待を承諾`, INVITED)
    await pictured(sato, 'provider-05-history')
    await sato.presses('絞り込み')
    await sato.types({ 担当者: '青木 太郎' })
    await sato.presses('表示')
    await sato.sees('履歴', `「${RESELLER}」が招待を承諾`)
    await whole.getByText(INVITED).first().waitFor({ state: 'detached' })
    await pictured(sato, 'provider-06-history-filtered')
  })
})

const pictured = (window: ChatWindow, name: string): Promise<void> => window.pictured(`questions-${name}`)

/** An answer's first word is its verdict. */
const begins = (verdict: string): RegExp => new RegExp(`^\\s*${verdict}`)

/** Presses the button that stands beside this name in a list. */
const picks = (card: Locator, name: string): Promise<void> =>
  card.getByText(name, { exact: true }).locator('xpath=ancestor::*[.//button][1]').getByRole('button').click()

/** A row: each stands beside the one before it, or begins the next line of the row, and none is broken over lines. */
async function expectChain(card: Locator, links: readonly string[]): Promise<void> {
  const places = await Promise.all(links.map((link) => card.getByText(link, { exact: true }).first().boundingBox()))
  const boxes = places.filter((place) => place !== null)
  expect(boxes).toHaveLength(links.length)
  for (const { height } of boxes) expect(height).toBeLessThanOrEqual(ONE_LINE)
  const steps = boxes.slice(1).map((box, at) => stepTo(box, boxes[at]))
  expect(steps).not.toContain('elsewhere')
  expect(steps.filter((step) => step === 'beside').length, steps.join(' ')).toBeGreaterThan(steps.length / 2)
}

type Place = { x: number; y: number; width: number; height: number }

/** Where `place` stands, seen from the one before it. */
function stepTo({ x, y, height }: Place, before: Place = { x: 0, y: 0, width: 0, height: 0 }): string {
  if (y >= before.y + before.height) return 'below'
  const isOnLine = Math.abs(y + height / 2 - before.y - before.height / 2) <= ONE_LINE / 2
  return isOnLine && x >= before.x + before.width ? 'beside' : 'elsewhere'
}

/** What other tests do in windows, done here by commands. */
async function makeWorld(databaseFile: string): Promise<void> {
  const world = await startWorld({ DATABASE_FILE: databaseFile })
  const reseller = await world.person('taro.aoki@aozora-soft.example')
  const provider = await world.person('kenichi.sato@toto-distribution.example')
  await reseller.says('language en')
  await provider.says('language en')
  await toApproval(world, reseller, ENROLLED)
  await partners(world, provider, reseller)
  await invites(provider, INVITED)
  await apply(world, await world.person('olivia.carter@cascade-software.example'), { mpnId: '4300301' })
  await reseller.says('language ja')
  await provider.says('language ja')
  await world.close()
}
