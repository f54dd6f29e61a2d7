import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { killable } from '../support/killable.ts'
import { met } from '../support/met.ts'
import { type Person, startWorld, type World } from '../support/world.ts'
import { mpnIdOf } from './companies.ts'
import { joins, linkIn, provider } from './invited.ts'
import { BASIC, made, outside, passwordOn, REVIEW, SHOW, shopOf, toReviewOf } from './selling.ts'

const MCA = 'I have read the Microsoft Customer Agreement and accept it for my company'

let world: World
let ann: Person
let alder: Person

beforeAll(async () => {
  const customers = ['cafe', 'deli', 'esso'].map((name) => ({ name, kind: 'customer' as const }))
  world = await startWorld({ SANDBOX_WORLD: shopOf({ name: 'alder' }, provider('harbor'), ...customers) }, killable)
  ;[ann, alder] = await met(world, 'ann@harbor.example', 'ann@alder.example')
  await joins(world, alder, mpnIdOf(0), ann)
}, 120_000)
afterAll(() => world.close())

/** Pressed, and the bot killed a little later, whether it has answered or not. */
async function killedAfter(ms: number, press: () => Promise<unknown>): Promise<void> {
  const pressed = press().catch(() => undefined)
  await sleep(ms)
  await world.restart()
  await pressed
}

/** What the dead process had in hand comes back when its lease ends. */
async function recovers(): Promise<void> {
  for (let hour = 0; hour < 2; hour++) {
    await world.advance('PT1H')
    await world.settle()
  }
}

const count = (text: string, part: string): number => text.split(part).length - 1

describe('A bot that is killed', () => {
  it.each([0, 8, 16, 40])(
    '%i ms after a new customer was submitted makes it once, with one order and one password',
    async (ms) => {
      const name = `Kilo${ms}`
      await ann.says('resellers')
      await ann.presses('Add new customer')
      await toReviewOf(ann, name)
      const [draft] = ann.sees.buttons.flatMap(({ data }) => ('draft' in data ? [data.draft] : []))
      await killedAfter(ms, () => ann.presses('Submit'))
      await recovers()
      const shown = await ann.taps('new-customer', { draft })
      // What was never taken is still to be submitted, and has left nothing behind.
      if (shown.buttons.some(({ title }) => title === 'Submit')) {
        expect(await made(world, name)).toEqual({ tenants: 0, orders: 0 })
        await ann.presses('Submit')
        await recovers()
        await ann.taps('new-customer', { draft })
      }
      expect(await made(world, name)).toEqual({ tenants: 1, orders: 1 })
      expect(passwordOn(await ann.presses(SHOW)).length).toBeGreaterThan(7)
      for (const partner of [ann, alder]) {
        await partner.says('customers')
        const listed = await partner.presses('Search', { 'The name begins with': name })
        expect(count(listed.text, `${name} Toys Ltd.`)).toBe(1)
      }
    },
    60_000,
  )

  it.each([0, 12])(
    '%i ms after an order places it once',
    async (ms) => {
      const placed = async () => (await outside(world)).orders.length
      const before = await placed()
      await ann.says('customers')
      await ann.presses('Open')
      await ann.presses('Add subscription')
      await ann.presses(REVIEW, { Subscription: `${BASIC}: 1-300`, 'Number of licenses': '3' })
      const tap = ann.tapOf('Submit')
      await killedAfter(ms, () => ann.taps(tap.verb, tap.data))
      await ann.taps(tap.verb, tap.data)
      await recovers()
      expect((await placed()) - before).toBe(1)
    },
    60_000,
  )

  it.each([
    ['cafe', 0],
    ['deli', 8],
    ['esso', 20],
  ])(
    'amid the acceptance of %s, after %i ms, has both relationships or none, and both when it is pressed again',
    async (company, ms) => {
      const admin = await world.person(`ann@${company}.example`)
      await alder.says('invite new customers')
      const link = linkIn(await alder.presses('Next', { "Customer's email": admin.email }))
      await alder.presses('Done')
      await admin.says(link)
      const tap = admin.tapOf('Authorize', {
        'I have read this and authorize Alder and Harbor for my company': true,
        [MCA]: true,
      })
      await killedAfter(ms, () => admin.taps(tap.verb, tap.data))
      await recovers()
      const own = (await admin.says('our partners')).text
      expect([own.includes('Alder'), own.includes('Harbor')]).toEqual(Array(2).fill(own.includes('Alder')))
      expect((await admin.taps(tap.verb, tap.data)).text).toContain('✓')
      await recovers()
      const partnersOf = (await admin.says('our partners')).text
      expect(partnersOf).toContain('Alder · Indirect reseller')
      expect(partnersOf).toContain('Harbor · Indirect provider')
      const name = `${company.slice(0, 1).toUpperCase()}${company.slice(1)} is now your customer`
      expect(alder.told().filter(({ text }) => text.includes(name)).length).toBeGreaterThan(0)
    },
    60_000,
  )
})
