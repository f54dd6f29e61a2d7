import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { provider } from '../journeys/invited.ts'
import { BASIC, customer, DETAILS, passwordOn, REVIEW, SHOW, shopOf } from '../journeys/selling.ts'
import { type FakeConnector, startFakeConnector } from '../support/fake-connector.ts'
import { type Person, type Resident, resident } from '../support/world.ts'
import { type BotProcess, startBotProcess } from './bot-process.ts'

let bot: BotProcess
let connector: FakeConnector
let ann: Person

const post = (path: string, body: object) =>
  fetch(`${bot.url}${path}`, {
    method: 'POST',
    body: JSON.stringify(body),
    headers: { 'content-type': 'application/json' },
  })

beforeAll(async () => {
  bot = await startBotProcess({ SANDBOX_WORLD: shopOf(provider('harbor')), LOG_LEVEL: 'trace' })
  connector = await startFakeConnector()
  const people = (await (await fetch(`${bot.url}/sandbox/people`)).json()) as Resident[]
  const found = people.find(({ email }) => email === 'ann@harbor.example')
  if (!found) throw new Error('nobody')
  ann = resident(found, { url: bot.url, connector })
}, 60_000)
afterAll(async () => {
  await bot.close()
  await connector.close()
})

describe('The password of a new customer', () => {
  it('stands in no log, no file and no message, though it was asked for again after lost answers', async () => {
    await post('/sandbox/fault', {
      port: 'partnerCenter',
      operation: 'createCustomer',
      times: 1,
      outcome: 'lostReply',
    })
    await ann.says('add new customer')
    await ann.presses(DETAILS, customer('Canary'))
    await ann.presses(REVIEW, { Subscription: BASIC, 'Number of licenses': '2' })
    await ann.presses('Submit')
    await post('/sandbox/clock', { advance: 'PT1H' })
    await post('/sandbox/settle', {})
    const [draft] = ann.sees.buttons.flatMap(({ data }) => ('draft' in data ? [data.draft] : []))
    await ann.taps('new-customer', { draft })
    const password = passwordOn(await ann.presses(SHOW))
    await ann.presses('Done')
    await post('/sandbox/settle', {})
    const mails = await (await fetch(`${bot.url}/sandbox/mail`, { headers: { accept: 'application/json' } })).text()
    const places = {
      log: bot.output(),
      files: bot.files().toString('latin1'),
      messages: JSON.stringify(connector.sent),
      mails,
    }
    expect(places.log).toContain('"event":"turn"')
    expect(places.files).toContain('canary')
    for (const [place, text] of Object.entries(places)) expect([place, text.includes(password)]).toEqual([place, false])
  })
})
