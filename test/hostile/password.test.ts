import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { provider } from '../journeys/invited.ts'
import { BASIC, customer, DETAILS, passwordOn, REVIEW, SHOW, shopOf } from '../journeys/selling.ts'
import { type FakeConnector, startFakeConnector } from '../support/fake-connector.ts'
import { type Sandbox, sandboxAt } from '../support/world.ts'
import { type BotProcess, startBotProcess } from './bot-process.ts'

let bot: BotProcess
let connector: FakeConnector
let world: Sandbox

beforeAll(async () => {
  bot = await startBotProcess({ SANDBOX_WORLD: shopOf(provider('harbor')), LOG_LEVEL: 'trace' })
  connector = await startFakeConnector()
  world = sandboxAt({ url: bot.url, connector })
}, 60_000)
afterAll(async () => {
  await bot.close()
  await connector.close()
})

describe('The password of a new customer', () => {
  it('stands in no log, no file and no message, though it was asked for again after lost answers', async () => {
    const ann = await world.person('ann@harbor.example')
    await world.fault({ port: 'partnerCenter', operation: 'createCustomer', times: 1, outcome: 'lostReply' })
    await ann.says('add new customer')
    await ann.presses(DETAILS, customer('Canary'))
    await ann.presses(REVIEW, { Subscription: BASIC, 'Number of licenses': '2' })
    await ann.presses('Submit')
    await world.advance('PT1H')
    await world.settle()
    const [draft] = ann.sees.buttons.flatMap(({ data }) => ('draft' in data ? [data.draft] : []))
    await ann.taps('new-customer', { draft })
    const password = passwordOn(await ann.presses(SHOW))
    await ann.presses('Done')
    await world.settle()
    const places = {
      log: bot.output(),
      files: bot.files().toString('latin1'),
      messages: JSON.stringify(connector.sent),
      mails: JSON.stringify(await world.mails()),
    }
    expect(places.log).toContain('"event":"turn"')
    expect(places.files).toContain('canary')
    for (const [place, text] of Object.entries(places)) expect([place, text.includes(password)]).toEqual([place, false])
  })
})
