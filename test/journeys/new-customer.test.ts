import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type Person, startWorld, type World } from '../support/world.ts'
import { mpnIdOf } from './companies.ts'
import { partners, provider } from './invited.ts'
import {
  AZURE,
  BASIC,
  customer,
  DETAILS,
  made,
  outside,
  passwordOn,
  REVIEW,
  SHOW,
  shopOf,
  toReviewOf,
} from './selling.ts'
import { titlesOf, toActive, toApproval } from './way-in.ts'

let world: World
let ann: Person
let bob: Person
let alder: Person
let birch: Person

beforeAll(async () => {
  const file = shopOf({ name: 'alder' }, { name: 'birch' }, provider('harbor'), provider('lagoon'), {
    name: 'evergreen',
    kind: 'directBill',
  })
  world = await startWorld({ SANDBOX_WORLD: file })
  ann = await world.person('ann@harbor.example')
  bob = await world.person('bob@harbor.example')
  alder = await world.person('ann@alder.example')
  birch = await world.person('ann@birch.example')
  for (const one of [ann, bob, alder, birch]) await one.says('help')
  await toActive(world, alder, { mpnId: mpnIdOf(0) })
  await toApproval(world, birch, { mpnId: mpnIdOf(1) })
  await partners(world, ann, alder)
  await partners(world, ann, birch)
}, 120_000)
beforeEach(async () => {
  for (const one of [ann, bob, alder, birch]) {
    await one.says('language en')
    one.news()
  }
})
afterAll(() => world.close())

/** *Add new customer* in the row of Alder. */
async function fromRow(agent: Person = ann) {
  await agent.says('resellers')
  return agent.presses('Add new customer', {}, { nth: 1 })
}

/** From the row of Alder to *Submit*, and until nothing is left to do. */
async function submits(name: string, agent: Person = ann) {
  await fromRow(agent)
  await toReviewOf(agent, name)
  const shown = await agent.presses('Submit')
  await world.settle()
  return shown
}

/** Where the customer stands by now. */
async function standing(agent: Person) {
  const { data } = agent.tapOf('Refresh')
  return agent.taps('new-customer', data)
}

describe('A new customer', () => {
  it('is added from the row of a reseller, and both hear of it', async () => {
    const form = await fromRow()
    expect(form.inputs.find(({ label }) => label === 'Indirect reseller')?.choices.map(({ title }) => title)).toEqual([
      'Alder',
    ])
    const lines = await ann.presses(DETAILS, customer('Acme'))
    expect(lines.text).toContain('acme.onmicrosoft.com ✓ free')
    expect(lines.inputs.map(({ label }) => label)).toEqual(['Subscription', 'Number of licenses', 'Reseller (MPN ID)'])
    expect(lines.inputs[2]?.value).toBe(mpnIdOf(0))
    await ann.presses('Add subscription', { Subscription: BASIC, 'Number of licenses': '25' })
    const review = await ann.presses(REVIEW, { Subscription: AZURE, 'Number of licenses': '1' })
    expect(review.text).toContain('Alder gets administrator access to the customer’s account')
    expect(review.text).toContain('Two different things')
    expect(review.text).toContain('Alder also needs the tenant owner permission')
    expect(review.text).toContain('25 licenses')
    await ann.presses('Submit')
    await world.settle()
    const done = titlesOf(ann.sees).includes('Refresh') ? await standing(ann) : ann.sees
    expect(done.text).toContain('✓ Acme Toys Ltd. is your customer')
    expect(await made(world, 'Acme')).toEqual({ tenants: 1, orders: 1 })
    const { orders } = await outside(world)
    expect(orders[0]?.lines).toMatchObject([
      { offerId: 'basic', licenses: 25, resellerMpnId: mpnIdOf(0) },
      { offerId: 'azure', licenses: 1, resellerMpnId: mpnIdOf(0) },
    ])
    expect(alder.news().filter(({ text }) => text.includes('Acme Toys Ltd. is now a customer'))).toHaveLength(1)
    expect(bob.news().filter(({ text }) => text.includes('Acme Toys Ltd. is now a customer'))).toHaveLength(1)
  })
})
