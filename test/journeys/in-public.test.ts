import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Shown, shown } from '../support/shown.ts'
import { envelopeOf, type Person, startWorld, type Tap, type World } from '../support/world.ts'
import { OPERATOR, tenantIdOf, worldOf } from './companies.ts'
import { provider } from './invited.ts'
import { titlesOf } from './way-in.ts'

let world: World
let ann: Person
let sam: Person
let jun: Person
let gen: Person
beforeAll(async () => {
  world = await startWorld({
    SANDBOX_WORLD: worldOf(
      provider('harbor'),
      { name: 'alder' },
      { name: 'juniper', locale: 'ja-JP' },
      { name: 'oakwest', more: { displayName: 'Oak Works' } },
      { name: 'oakeast', more: { displayName: 'Oak Works' } },
    ),
  })
  ann = await world.person('ann@alder.example')
  jun = await world.person('ann@juniper.example')
  sam = await world.person(OPERATOR.sam)
  gen = await world.person(OPERATOR.gen)
}, 60_000)
afterAll(() => world.close())

const GERMANY = 'Can Japan work with Germany?'

/** Presses a button where others read along; what stands there for this person then. */
async function pressesInChannel(person: Person, { verb, data }: Tap): Promise<Shown> {
  const response = await fetch(`${world.url}/api/messages`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      ...envelopeOf(person, world.connector, 'channel'),
      type: 'invoke',
      id: crypto.randomUUID(),
      name: 'adaptiveCard/action',
      value: { action: { type: 'Action.Execute', verb, data }, trigger: 'manual' },
    }),
  })
  const { statusCode, type, value } = (await response.json()) as { statusCode: number; type: string; value: unknown }
  expect([statusCode, type]).toEqual([200, 'application/vnd.microsoft.card.adaptive'])
  return shown(value as Shown['card'])
}

describe('An answer for everybody in a channel', () => {
  it('is gone on with by its buttons, for whoever presses them and in their language', async () => {
    const card = await sam.says(GERMANY, { where: 'channel' })
    expect(titlesOf(card)).toEqual(['Region: Japan', 'Region: Germany'])
    const tap = sam.tapOf('Region: Germany', {}, { on: card })
    for (const person of [sam, ann]) {
      const next = await pressesInChannel(person, tap)
      expect(next.text).toContain('Germany')
      expect(next.text).not.toContain('in private')
      expect(titlesOf(next)).not.toContain('Home')
    }
    expect((await pressesInChannel(jun, tap)).text).toContain('ドイツ')
  })

  it('is no way to an answer about companies, which goes to the own chat of whoever presses', async () => {
    const about = { question: 'Q1', companies: `${tenantIdOf(0)},${tenantIdOf(1)}`, countries: '' }
    await sam.says('help')
    sam.news()
    const here = await pressesInChannel(sam, { verb: 'ask', data: about })
    expect(here.text).not.toMatch(/Alder|Harbor/)
    expect(here.text).toContain('chat with me')
    await world.settle()
    expect(sam.news().map(({ text }) => text.split('\n')[0])).toEqual(['No'])
    const named = await pressesInChannel(sam, { verb: 'ask', data: { ...about, companies: '~alder' } })
    expect(named.text).not.toMatch(/Alder|Harbor/)
  })

  it('offers nothing else there: any other button leads to the own chat, in the language of the person', async () => {
    for (const verb of ['home', 'ask-form', 'history', 'nonsense'])
      expect((await pressesInChannel(sam, { verb, data: {} })).text).toContain('Let’s talk in private')
    expect((await pressesInChannel(jun, { verb: 'home', data: {} })).text).toContain('個人チャット')
    expect((await jun.says('登録', { where: 'channel', locale: 'en-US' })).text).toContain('個人チャット')
    expect((await world.stranger().says('help', { where: 'channel', locale: 'ja-JP' })).text).toContain('個人チャット')
  })
})

describe('A question about companies in a channel', () => {
  const READY = ['Alder', 'Oak Works', 'Plossy', 'Alderr'].map((name) => `Is ${name} ready to transact?`)
  const TWO = 'Has Alder signed the MPA? And is Harbor an official provider in Germany?'

  it('by somebody who never wrote to the bot is to be asked in their own chat, which a button opens with it', async () => {
    const before = world.connector.sent.length
    const here = await ann.says('Is Alder ready to transact?', { where: 'channel' })
    expect(here.text).not.toContain('Alder')
    await world.settle()
    expect(world.connector.sent).toHaveLength(before + 1)
    expect(here.buttons.map(({ title, url }) => [title, url])).toEqual([
      ['Open the chat', expect.stringContaining(encodeURIComponent('Is Alder ready to transact?'))],
    ])
    const long = await ann.says(`Is Alder ready to transact? ${'I would like to know it soon. '.repeat(9)}`, {
      where: 'channel',
    })
    expect(long.buttons[0]?.url).toMatch(/[^=?&]+\?code=$/)
    const japanese = await jun.says('Alder は取引を開始できますか', { where: 'groupChat' })
    expect(japanese.text).toContain('個人チャットで質問してください')
    expect(titlesOf(japanese)).toEqual(['チャットを開く'])
  })

  it.each(['channel', 'groupChat'] as const)(
    'says the same in a %s whoever is named, and whoever there is',
    async (where) => {
      await sam.says('help')
      const said = new Set<string>()
      for (const text of [...READY, TWO, 'Is it ready to transact?', 'what a nice day it is']) {
        const { card } = await sam.says(text, { where })
        said.add(JSON.stringify(card))
      }
      expect([...said]).toHaveLength(1)
      expect([...said][0]).toContain('I replied in your chat with me')
      expect([...said][0]).not.toMatch(/Alder|Oak|Plossy|Harbor/)
      await world.settle()
    },
  )

  it('with a name that several have goes on by picking one in the own chat', async () => {
    await sam.says('help')
    sam.news()
    await sam.says('Is Oak Works ready to transact?', { where: 'channel' })
    await world.settle()
    const [pick] = sam.news()
    expect(pick?.text).toMatch(/^Which “Oak Works” do you mean\?[\s\S]*Oakeast Ltd[\s\S]*Oakwest Ltd/)
    const answer = await sam.presses('Select', {}, { nth: 2, ...(pick && { on: pick }) })
    expect(answer.text).toMatch(/^No\nOak Works/)

    await gen.says('ヘルプ')
    gen.news()
    const here = await gen.says('Oak Works は取引を開始できますか', { where: 'channel' })
    expect(here.text).toMatch(/個人チャットに返信しました/)
    await world.settle()
    const [choice] = gen.news()
    expect(choice?.text).toMatch(/^どちらの「Oak Works」ですか/)
    expect((await gen.presses('選択', {}, choice && { on: choice })).text).toMatch(/^いいえ\nOak Works /)
  })

  it('with a name that nobody has, or that was mistyped, is told so in the own chat alone', async () => {
    await sam.says('help')
    sam.news()
    await sam.says('Is Plossy ready to transact?', { where: 'channel' })
    await sam.says('Is Alderr ready to transact?', { where: 'channel' })
    await world.settle()
    const texts = sam.news().map(({ text }) => text)
    expect(texts.filter((text) => text.includes('is called “Plossy”'))).toHaveLength(1)
    expect(texts.filter((text) => text.includes('“Alderr” was read as Alder.'))).toHaveLength(1)
    expect(texts).toHaveLength(2)
  })

  it('and one more at once are both answered in the own chat', async () => {
    await sam.says('help')
    sam.news()
    await sam.says(TWO, { where: 'groupChat' })
    await world.settle()
    expect(sam.news().map(({ text }) => text)).toEqual([
      expect.stringMatching(/^You asked two things\n[\s\S]*Alder[\s\S]*Harbor/),
    ])
    await gen.says('ヘルプ')
    gen.news()
    await gen.says('Alder は MPA に署名済みですか？Harbor は取引を開始できますか？', { where: 'groupChat' })
    await world.settle()
    expect(gen.news().map(({ text }) => text)).toEqual([expect.stringMatching(/^2 件のご質問に回答します\n/)])
  })
})

describe('Two questions at once whose answers are for everybody', () => {
  it.each([
    [
      () => sam,
      'Can Japan work with Germany? And which currency has France?',
      /^You asked two things\n[\s\S]*No\n[\s\S]*EUR/,
    ],
    [
      () => gen,
      '日本とドイツのパートナーは取引できますか？フランスの通貨は何ですか？',
      /^2 件のご質問に回答します\n[\s\S]*EUR/,
    ],
  ] as const)('are answered there: %#', async (who, text, answers) => {
    await world.settle()
    who().news()
    const here = await who().says(text, { where: 'channel' })
    expect(here.text).toMatch(answers)
    expect(titlesOf(here)).not.toEqual(
      expect.arrayContaining([expect.stringMatching(/^(?:Home|ホーム|Ask a question)$/)]),
    )
    await world.settle()
    expect(who().news()).toEqual([])
  })
})
