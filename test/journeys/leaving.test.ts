import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Shown } from '../support/shown.ts'
import { type Person, startWorld, type World } from '../support/world.ts'
import { provider } from './invited.ts'
import { BASIC, customer, DETAILS, outside, REVIEW, shopOf } from './selling.ts'
import { titlesOf } from './way-in.ts'

let world: World
let ann: Person
let bob: Person

beforeAll(async () => {
  world = await startWorld({ SANDBOX_WORLD: shopOf(provider('harbor')) })
  ann = await world.person('ann@harbor.example')
  bob = await world.person('bob@harbor.example')
  for (const one of [ann, bob]) await one.says('help')
}, 60_000)
beforeEach(async () => {
  for (const one of [ann, bob]) {
    await one.says('language en')
    one.news()
  }
})
afterAll(() => world.close())

async function opens(name: string): Promise<Shown> {
  await ann.says('customers')
  await ann.presses('Search', { 'The name begins with': name })
  return ann.presses('Open')
}

/** A customer whose one subscription is suspended, so that the relationship may end (D14). */
async function ending(name: string): Promise<string> {
  await ann.says('add new customer')
  await ann.presses(DETAILS, customer(name))
  await ann.presses(REVIEW, { Subscription: BASIC, 'Number of licenses': '5' })
  await ann.presses('Submit')
  await world.settle()
  await opens(name)
  await ann.presses('Manage')
  await ann.presses('Suspend')
  await world.settle()
  await opens(name)
  for (const one of [ann, bob]) one.news()
  const { tenants } = await outside(world)
  return tenants.find(({ displayName }) => displayName === `${name} Toys Ltd.`)?.tenantId ?? ''
}

const about = (person: Person, sentence: string): number =>
  person.news().filter(({ text }) => text.includes(sentence)).length

describe('Ending the relationship with a customer', () => {
  it('that Partner Center refuses leaves everything as it was, says why, and can be tried again (D14)', async () => {
    const tenant = await ending('Refusal')
    await world.fault({ port: 'partnerCenter', operation: 'removeRelation', times: 1, outcome: 'refused' })
    await ann.presses('Yes')
    await world.settle()
    expect(about(ann, "couldn't be removed")).toBe(1)
    const card = await ann.taps('customer', { tenant })
    expect(card.text).toContain('Partner Center did not end the relationship:')
    expect(titlesOf(card)).toContain('Yes')
    expect((await ann.says('customers')).text).toContain('Refusal Toys Ltd.')
    await ann.says('言語 ja')
    expect((await ann.taps('customer', { tenant })).text).toContain('パートナー センターで関係を終了できませんでした:')
    await ann.presses('はい')
    await world.settle()
    expect((await ann.says('顧客一覧')).text).not.toContain('Refusal Toys Ltd.')
    expect((await ann.taps('customer', { tenant })).text).not.toContain(
      'パートナー センターで関係を終了できませんでした',
    )
  })

  it.each([
    ['unavailable', 'Faraway'],
    ['lostReply', 'Lostword'],
  ])('waits while Partner Center is %s, and ends once', async (outcome, name) => {
    const tenant = await ending(name)
    await world.fault({ port: 'partnerCenter', operation: 'removeRelation', times: 2, outcome })
    const ordered = await ann.presses('Yes')
    expect(ordered.text).toMatch(/end of the relationship (was sent to|has been ordered and waits for) Partner Center/)
    await ann.says('language ja')
    const waiting = await ann.taps('customer', { tenant })
    expect(waiting.text).toContain('パートナー センターの応答を待っています')
    expect(titlesOf(waiting)).not.toContain('はい')
    await ann.says('language en')
    for (let tries = 0; tries < 3; tries++) {
      await world.advance('PT30M')
      await world.settle()
    }
    expect((await ann.says('customers')).text).not.toContain(`${name} Toys Ltd.`)
    expect((await ann.taps('customer', { tenant })).text).toContain('Your relationship with this customer is over.')
    expect(about(bob, `${name} Toys Ltd.`)).toBe(1)
    expect(about(ann, "couldn't be removed")).toBe(0)
  })
})
