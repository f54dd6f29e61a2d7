import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startWorld, type World } from '../support/world.ts'
import { mpnIdOf, OPERATOR, type Who, worldOf } from './companies.ts'
import { confirm, fillIn, titlesOf, toActive } from './way-in.ts'

type Home = {
  who: string
  email: string
  says: readonly string[]
  offers?: readonly string[]
  never?: readonly string[]
}

/** Everybody in the world that comes with the product, by kind: what is so, what to do, or who can do it. */
const HOMES: readonly Home[] = [
  {
    who: 'a global admin of a prospect in Japan',
    email: 'taro.aoki@aozora-soft.example',
    says: ['青空ソフト · CSP に未登録', '貴社を CSP に登録しましょう'],
    offers: ['間接リセラーとして登録する', 'English'],
  },
  {
    who: 'a sales agent of a prospect',
    email: 'sho.kobayashi@aozora-soft.example',
    says: ['登録は全体管理者が行います', '青木 太郎', '中村 由紀'],
    never: ['間接リセラーとして登録する'],
  },
  {
    who: 'a business profile admin of a prospect',
    email: 'aya.kato@aozora-soft.example',
    says: ['登録は全体管理者が行います', '青木 太郎'],
    never: ['間接リセラーとして登録する', 'ビジネス プロファイル'],
  },
  {
    who: 'a global admin of a prospect in France, whose language we do not speak',
    email: 'camille.laurent@lumiere-conseil.example',
    says: ['Lumière Conseil · Not enrolled in CSP', 'Enroll your company in CSP'],
    offers: ['Enroll as an indirect reseller', '日本語'],
  },
  {
    who: 'a global admin of a company that is in CSP already',
    email: 'makoto.watanabe@minato-systems.example',
    says: ['みなとシステムズ · CSP に参加済み、間接リセラーとしては未登録', '不足している情報のみお尋ねします'],
    offers: ['間接リセラーとして登録する'],
  },
  {
    who: 'a helpdesk agent of that company',
    email: 'sayaka.ito@minato-systems.example',
    says: ['登録は全体管理者が行います', '渡辺 誠'],
  },
  {
    who: 'a global admin of a provider',
    email: 'kenichi.sato@toto-distribution.example',
    says: ['東都ディストリビューション · 間接プロバイダー', '間接リセラーと連携しましょう'],
    offers: ['ユーザー管理', '組織プロファイル'],
    never: ['間接リセラーとして登録する', 'MPA に署名'],
  },
  {
    who: 'a sales agent of a provider',
    email: 'jonas.becker@nordlicht-distribution.example',
    says: ['Nordlicht Distribution · Indirect provider', 'Connect with indirect resellers'],
    never: ['Users', 'Organization profile'],
  },
  {
    who: 'a global admin of a direct-bill partner identified for offboarding',
    email: 'sophia.nguyen@evergreen-cloud.example',
    says: ['Evergreen Cloud · Direct-bill partner', 'Your company is identified for direct-bill offboarding'],
  },
  {
    who: 'a global admin of another direct-bill partner',
    email: 'ren.inoue@aozora-cloud.example',
    says: ['青空クラウド · 直接請求パートナー', 'すべての準備ができています'],
  },
  {
    who: 'a global admin of a customer',
    email: 'megumi.yamamoto@sakura-foods.example',
    says: ['さくら食品 · 顧客', '現在、必要な操作はありません'],
    never: ['間接リセラーとして登録する', '履歴'],
  },
  {
    who: 'somebody without any role at a customer',
    email: 'daisuke.yoshida@sakura-foods.example',
    says: ['さくら食品 · 顧客'],
  },
  {
    who: 'a reviewer',
    email: 'grace.miller@partner-desk.example',
    says: ['CSP partner bot · Program operator', 'No application waits for a decision', 'You are on the support team'],
    offers: ['Reviews'],
  },
  {
    who: 'a support agent',
    email: 'naomi.takahashi@partner-desk.example',
    says: ['CSP パートナー ボット · プログラムの運営担当', 'サポート担当者としてサインインしています'],
    never: ['審査'],
  },
]

describe('Home', () => {
  let world: World
  beforeAll(async () => {
    world = await startWorld()
  })
  afterAll(() => world.close())

  it.each(HOMES)('of $who says what is so and what to do', async ({ email, says, offers = [], never = [] }) => {
    const person = await world.person(email)
    const home = await person.says('help')
    for (const sentence of says) expect(home.text).toContain(sentence)
    expect(titlesOf(home)).toEqual(expect.arrayContaining([...offers]))
    for (const title of never) expect(titlesOf(home)).not.toContain(title)
    expect((await person.installs()).text).toBe(home.text)
  })

  it('of everybody in the world is one card without a fault', async () => {
    const people = JSON.parse((await world.get('/sandbox/people', 'application/json')).text) as {
      email: string
      name: string
    }[]
    for (const { email, name } of people) expect((await (await world.person(email)).says('help')).text).toContain(name)
  })

  it('is for nobody we do not know: the card says what this is and what to do, in the language of the client', async () => {
    const stranger = world.stranger()
    const before = world.stored()
    expect((await stranger.says('help')).text).toContain('We don’t know you yet')
    expect((await stranger.says('登録', { locale: 'ja-JP' })).text).toContain('アカウントを確認できませんでした')
    expect((await stranger.taps('enroll', {})).text).toContain('We don’t know you yet')
    expect(world.stored()).toEqual(before)
  })

  it('is not for a chat that others read', async () => {
    const olivia = await world.person('olivia.carter@cascade-software.example')
    for (const where of ['groupChat', 'channel'] as const) {
      const card = await olivia.says('enrollment status', { where })
      expect(card.text).toContain('Open a chat with this bot and write “help” there.')
      expect(card.text).not.toContain('Cascade')
    }
    const sato = await world.person('kenichi.sato@toto-distribution.example')
    expect((await sato.says('個人', { where: 'groupChat', locale: 'en-US' })).text).toContain('個人チャット')
  })

  it('is offered after words that mean nothing here, with examples that do', async () => {
    const olivia = await world.person('olivia.carter@cascade-software.example')
    const lost = await olivia.says('please reboot the moon')
    expect(lost.text).toContain('You can ask me')
    const lines = lost.text.split('\n').filter((line) => line !== '•')
    const questions = lines.filter((line) => line.endsWith('?'))
    const commands = lines.find((line) => line.startsWith('enroll · '))?.split(' · ') ?? []
    expect([questions.length, commands.length]).toEqual([6, 7])
    for (const example of [...questions, ...commands]) {
      const { text } = await olivia.says(example)
      expect(text, example).not.toMatch(/You can ask me|Sorry, I did not understand/)
      expect(text, example).not.toBe('')
    }
    const taro = await world.person('taro.aoki@aozora-soft.example')
    expect((await taro.says('月を再起動して')).text).toContain('次のような質問ができます')
  })

  it('speaks the language that was chosen, until another is chosen, also after a restart', async () => {
    const daniel = await world.person('daniel.reyes@cascade-software.example')
    await daniel.says('help')
    await daniel.presses('日本語')
    expect((await daniel.says('help', { locale: 'en-US' })).text).toContain('こんにちは')
    await world.restart()
    expect((await daniel.says('Enrollment STATUS, please')).text).toContain('登録状態: 未開始')
    expect((await daniel.says('言語 en')).text).toContain('Language: English')
    expect((await daniel.says('ﾍﾙﾌﾟ')).text).toContain('Hello Daniel Reyes')
  })
})

describe('Who may not do something', () => {
  let world: World
  beforeAll(async () => {
    world = await startWorld({
      SANDBOX_WORLD: worldOf(
        { name: 'alder' },
        { name: 'birch' },
        { name: 'cedar', country: 'KP' },
        { name: 'dogwood', more: { suspended: true } },
      ),
    })
    const ann = await world.person('ann@birch.example')
    await toActive(world, ann, { mpnId: mpnIdOf(1) })
  })
  afterAll(() => world.close())

  const REFUSED: readonly [who: Who, company: string, types: string, told: readonly string[]][] = [
    ['sal', 'alder', 'enroll', ['global admin', 'Ann Alder', 'Bob Alder']],
    ['mia', 'alder', 'enroll', ['global admin', 'Ann Alder']],
    ['nil', 'alder', 'status', ['global admin', 'user management admin', 'Ann Alder', 'Uma Alder']],
    ['bea', 'alder', 'history', ['Ada Alder', 'Hal Alder']],
    ['sal', 'birch', 'users', ['global admin', 'account admin', 'Ann Birch', 'Ada Birch']],
    ['hal', 'birch', 'organization profile', ['global admin', 'Ann Birch']],
    ['sal', 'birch', 'business profile', ['business profile admin', 'Bea Birch']],
    ['ann', 'birch', 'business profile', ['business profile admin', 'Bea Birch']],
    ['ann', 'birch', 'add user', ['Add yourself to Admin agent to finish set-up.']],
    ['uma', 'birch', 'add user', ['a global admin has to be added to Admin agent first', 'Ann Birch and Bob Birch']],
    ['ann', 'cedar', 'enroll', ["CSP isn't offered in North Korea here."]],
    ['ann', 'birch', 'reviews', ['Only reviewers can do this.']],
  ]

  it.each(REFUSED)('(%s of %s, “%s”) is told who can', async (who, company, types, told) => {
    const person = await world.person(`${who}@${company}.example`)
    await person.says('help')
    const before = world.stored()
    const refused = await person.says(types)
    expect(refused.text).toContain('This is not possible as it is')
    for (const name of told) expect(refused.text).toContain(name)
    expect(world.stored()).toEqual(before)
  })

  it('is offered no button that would be refused', async () => {
    const uma = await world.person('uma@birch.example')
    await uma.says('add user')
    expect(titlesOf(uma.sees)).not.toContain('Add me')
    const cedar = await world.person('ann@cedar.example')
    expect((await cedar.says('help')).text).toContain("CSP isn't offered in North Korea here.")
    expect(titlesOf(cedar.sees)).not.toContain('Enroll as an indirect reseller')
    const dogwood = await world.person('ann@dogwood.example')
    expect((await dogwood.says('help')).text).toContain('Your account is suspended')
    expect(titlesOf(dogwood.sees)).not.toContain('Enroll as an indirect reseller')
  })

  it('sees the agreement, and who can sign it', async () => {
    const alder = await world.person('ann@alder.example')
    await fillIn(alder, { mpnId: mpnIdOf(0) })
    await alder.presses('Enroll now')
    await world.settle()
    await confirm(world, alder.email)
    await world.settle()
    const ada = await world.person('ada@alder.example')
    const card = await ada.says('sign mpa')
    expect(card.text).toContain('A global admin signs the Microsoft Partner Agreement')
    expect(card.text).toContain('Ann Alder and Bob Alder')
    expect(titlesOf(card)).not.toContain('Accept and continue')
    await alder.says('sign mpa')
    const tick = { 'I have read the Microsoft Partner Agreement and accept it for my company': true }
    const { verb, data } = alder.tapOf('Accept and continue', tick)
    expect((await ada.taps(verb, data)).text).toContain('You need the global admin role for this.')
    expect((await alder.says('status')).text).toContain('Approved (MPA not signed)')
  })

  it('of the operator is told that a company’s commands are not theirs', async () => {
    const sam = await world.person(OPERATOR.sam)
    for (const types of ['enroll', 'status', 'sign mpa', 'users', 'business profile'])
      expect((await sam.says(types)).text).toContain('That is for people of a company.')
    const otto = await world.person(OPERATOR.otto)
    expect((await otto.says('help')).text).toContain('No task is assigned to you')
    expect((await otto.says('reviews')).text).toContain('Only reviewers can do this.')
    expect((await otto.says('history')).text).toContain('That is for people of a company.')
  })
})
