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
beforeAll(async () => {
  world = await startWorld({
    SANDBOX_WORLD: worldOf(provider('harbor'), { name: 'alder' }, { name: 'juniper', locale: 'ja-JP' }),
  })
  ann = await world.person('ann@alder.example')
  jun = await world.person('ann@juniper.example')
  sam = await world.person(OPERATOR.sam)
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
  it('by somebody who never wrote to the bot is to be asked in their own chat', async () => {
    const before = world.connector.sent.length
    const here = await ann.says('Is Alder ready to transact?', { where: 'channel' })
    expect(here.text).not.toContain('Alder')
    await world.settle()
    expect(world.connector.sent).toHaveLength(before + 1)
  })
})
