import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { chatOf, lastMessage, refreshOf } from '../support/chat.ts'
import { met } from '../support/met.ts'
import type { Shown } from '../support/shown.ts'
import { type Person, startWorld, type World } from '../support/world.ts'
import { mpnIdOf, OPERATOR, tenantIdOf } from './companies.ts'
import { joins, provider } from './invited.ts'
import { AZURE, BASIC, outside, REVIEW, shopOf, toReviewOf } from './selling.ts'
import { factOf, titlesOf } from './way-in.ts'

const NOWHERE = '77777777-0000-4000-8000-000000000001'
const GLOBAL = '7999999'

let world: World
let ann: Person
let bob: Person
let hal: Person
let alder: Person
let birch: Person
let lagoon: Person
let sam: Person
let everybody: readonly Person[]

beforeAll(async () => {
  const file = shopOf(
    {
      name: 'alder',
      more: {
        mpnAccounts: [
          { mpnId: GLOBAL, type: 'global' },
          { mpnId: mpnIdOf(0), type: 'location', globalMpnId: GLOBAL },
        ],
      },
    },
    { name: 'birch' },
    provider('harbor'),
    provider('lagoon'),
  )
  world = await startWorld({ SANDBOX_WORLD: file })
  ;[ann, bob, hal] = await met(world, 'ann@harbor.example', 'bob@harbor.example', 'hal@harbor.example')
  ;[alder, birch] = await met(world, 'ann@alder.example', 'ann@birch.example')
  ;[lagoon, sam] = await met(world, 'ann@lagoon.example', OPERATOR.sam)
  everybody = [ann, bob, hal, alder, birch, lagoon, sam]
  await joins(world, alder, mpnIdOf(0), ann)
  await joins(world, birch, mpnIdOf(1), ann)
  await adds('Acme')
  await adds('Zenith', false)
}, 120_000)
beforeEach(async () => {
  for (const one of everybody) {
    await one.says('language en')
    one.news()
  }
})
afterAll(() => world.close())

/** A customer with 25 licenses, through Alder or without a reseller. */
async function adds(name: string, withReseller = true): Promise<void> {
  await ann.says('resellers')
  if (withReseller) await ann.presses('Add new customer', {}, { nth: 1 })
  else await ann.says('add new customer')
  await toReviewOf(ann, name)
  await ann.presses('Submit')
  await world.settle()
}

const tenantOf = async (name: string): Promise<string> =>
  (await outside(world)).tenants.find(({ displayName }) => displayName === `${name} Toys Ltd.`)?.tenantId ?? NOWHERE

/** The customer's card, opened from the list. */
async function opens(person: Person, name: string): Promise<Shown> {
  await person.says('customers')
  await person.presses('Search', { 'The name begins with': name })
  return person.presses('Open')
}

/** The first subscription of the customer, to be managed. */
async function manages(person: Person, name: string): Promise<Shown> {
  await opens(person, name)
  return person.presses('Manage')
}

/** The same; answers with the message that it stands in. */
async function managesIn(person: Person, name: string): Promise<string> {
  await person.says('customers')
  const { id } = lastMessage(world, person)
  await pressesOn(person, id, 'Search', { 'The name begins with': name })
  await pressesOn(person, id, 'Open')
  await pressesOn(person, id, 'Manage')
  return id
}

/** Partner Center is asked again, later and later. */
async function untilAnswered(): Promise<void> {
  for (let times = 0; times < 4; times++) {
    await world.advance('PT10M')
    await world.settle()
  }
}

/** Pressed on the message itself, as Teams names it. */
async function pressesOn(person: Person, id: string, title: string, typed = {}): Promise<void> {
  const { verb, data } = person.tapOf(title, typed)
  await person.taps(verb, data, { on: id })
}

const masked = ({ card }: Shown, ...ids: readonly string[]): string =>
  ids.reduce((text, id) => text.replaceAll(id, '‹id›'), JSON.stringify(card))

/** What the customer has outside. */
async function held(name: string) {
  const tenant = await tenantOf(name)
  const { orders } = await outside(world)
  return orders.filter(({ customer }) => customer === tenant)
}

describe('The list of customers', () => {
  it('shows direct and indirect ones together, each with its origin and reseller, to whoever may see customers', async () => {
    for (const person of [ann, hal]) {
      const list = await person.says('customers')
      expect(list.text).toContain('Acme Toys Ltd.')
      expect(list.text).toMatch(/United States · since .*\n.*\nIndirect\n/)
      expect(list.text).toContain('Reseller: Alder')
      expect(list.text).toContain('No reseller manages the account')
    }
    const japanese = await ann.says('言語 ja').then(() => ann.says('顧客一覧'))
    expect(japanese.text).toContain('間接リセラー: Alder')
    expect(titlesOf(japanese)).toContain('新しい顧客の追加')
  })

  it('is narrowed by the reseller and by the beginning of the name', async () => {
    await ann.says('customers')
    const ofAlder = await ann.presses('Search', { 'Indirect reseller': 'Alder' })
    expect(ofAlder.text).toContain('Customers shared with Alder')
    expect(ofAlder.text).toContain('Acme Toys Ltd.')
    expect(ofAlder.text).not.toContain('Zenith Toys Ltd.')
    const named = await ann.presses('Search', { 'The name begins with': 'zen', 'Indirect reseller': 'All resellers' })
    expect(named.text).toContain('Zenith Toys Ltd.')
    expect(named.text).not.toContain('Acme Toys Ltd.')
  })

  it('shows what is shared from the partner’s own card, on both sides', async () => {
    await ann.says('resellers')
    await ann.presses('Open', {}, { nth: 1 })
    expect((await ann.presses('View customers')).text).toContain('Acme Toys Ltd.')
    await alder.says('providers')
    await alder.presses('Open')
    const shared = await alder.presses('View customers')
    expect(shared.text).toContain('Customers shared with Harbor')
    expect(shared.text).not.toContain('Zenith')
    await birch.says('providers')
    await birch.presses('Open')
    expect((await birch.presses('View customers')).text).toContain('You share no customers with Harbor.')
  })

  it('is nothing that the operator’s staff reads', async () => {
    expect((await sam.says('customers')).text).not.toContain('Acme')
    const tenant = await tenantOf('Acme')
    expect((await sam.taps('customer', { tenant })).text).not.toContain('Acme')
  })
})

describe('The card of a customer', () => {
  it('R89: tells a provider what it may do, and unfolds each subscription', async () => {
    const card = await opens(ann, 'Acme')
    expect(card.text).toContain('Business Basic · 25 licenses')
    expect(card.text).toContain(`Reseller (MPN ID): Alder (${mpnIdOf(0)})`)
    expect(card.text).toContain('Designated support contact: Harbor')
    expect(card.text).toContain('acme.onmicrosoft.com')
    expect(card.text).toContain('Tess Toy on June 30, 2025')
    expect(titlesOf(card)).toEqual(expect.arrayContaining(['Add subscription', 'Manage']))
    expect(JSON.stringify(card.card)).toContain('Action.ShowCard')
  })

  it('R80: shows that provider and reseller each have a relationship of their own with it', async () => {
    for (const person of [ann, alder]) {
      const card = await opens(person, 'Acme')
      expect(card.text).toContain('Harbor · Indirect provider')
      expect(card.text).toContain('Alder · Indirect reseller')
    }
    expect((await opens(ann, 'Zenith')).text).not.toContain('Indirect reseller')
  })

  it('says what nobody is credited for', async () => {
    expect((await opens(ann, 'Zenith')).text).toContain('No reseller is associated')
  })

  it('R84 R114: tells a reseller what it manages, and orders nothing', async () => {
    const card = await opens(alder, 'Acme')
    expect(card.text).toContain('Handle renewals')
    expect(card.text).toContain('Not available for indirect-reseller customers')
    expect(card.text).not.toContain('Tess Toy')
    for (const title of ['Add subscription', 'Manage', 'Remove the relationship'])
      expect(titlesOf(card)).not.toContain(title)
    const tenant = await tenantOf('Acme')
    expect((await alder.taps('order-form', { tenant })).text).toContain('Not available for indirect-reseller customers')
  })

  it('lets the help desk name the support contact and nothing else', async () => {
    await manages(hal, 'Acme')
    expect(titlesOf(hal.sees)).toContain('Change the support contact')
    for (const title of ['Change the number of licenses', 'Change the reseller', 'Upgrade'])
      expect(titlesOf(hal.sees)).not.toContain(title)
  })

  it.each(['customer', 'order-form', 'orders', 'remove-customer', 'agreement-form'])(
    'is not there for strangers: %s answers the same as for no customer at all',
    async (verb) => {
      const tenant = await tenantOf('Acme')
      const op = 'AAAABBBBCCCCDDDD'
      for (const stranger of [birch, lagoon]) {
        const foreign = await stranger.taps(verb, { op, tenant })
        const nowhere = await stranger.taps(verb, { op, tenant: NOWHERE })
        expect(masked(foreign, tenant)).toBe(masked(nowhere, NOWHERE))
        expect(foreign.text).not.toContain('Acme')
      }
    },
  )
})

describe('A question about a customer', () => {
  const asks = async (person: Person, question: string, companies: readonly string[], more: object = {}) =>
    person.taps('ask', { question, companies: companies.join(','), ...more })

  it.each([
    ['Q3', /Harbor supports Business Basic of Acme Toys Ltd\./, undefined, /R94/],
    ['Q14', /Alder \(MPN ID \d+\) is the reseller of Business Basic of Acme Toys Ltd\./, undefined, /R90/],
    ['Q14', /Alder is the reseller of one subscription of Acme Toys Ltd\./, 'Alder', /Yes/],
    ['Q14', /Birch isn't the reseller of this subscription/, 'Birch', /No/],
    ['Q19', /Acme Toys Ltd\. is an indirect customer of Harbor/, 'Harbor', /R85/],
    ['Q19', /Acme Toys Ltd\. is an indirect customer of Alder, through Harbor\./, 'Alder', /R84/],
    ['Q28', /Harbor[\s\S]*Indirect provider since/, undefined, /R102/],
  ])('%s is answered from the record: %s', async (question, says, other, rule) => {
    const tenants: Record<string, string> = { Alder: tenantIdOf(0), Birch: tenantIdOf(1), Harbor: tenantIdOf(2) }
    const acme = await tenantOf('Acme')
    const companies = [acme, ...(other ? [tenants[other]] : [])]
    for (const asker of [sam, ann]) {
      const answer = await asks(asker, question, companies as string[])
      expect(answer.text).toMatch(says)
      expect(answer.text).toMatch(rule)
      expect(answer.text).not.toContain('Not recorded yet')
    }
    const stranger = await asks(lagoon, question, companies as string[])
    expect(stranger.text).not.toMatch(says)
  })

  it('knows the agreement and the provider’s relationship when it says who can sell there', async () => {
    const answer = await asks(sam, 'Q2', [tenantIdOf(0), await tenantOf('Acme')])
    expect(answer.text).toContain('The customer has accepted the Microsoft Customer Agreement.')
    expect(answer.text).toContain('Harbor has its own reseller relationship with the customer.')
    const foreign = await asks(sam, 'Q2', [tenantIdOf(3), await tenantOf('Acme')])
    expect(foreign.text).toContain('Lagoon has no reseller relationship with Acme Toys Ltd.')
  })

  it('lists what two partners share', async () => {
    for (const asker of [sam, ann, alder]) {
      const answer = await asks(asker, 'Q4', [tenantIdOf(2), tenantIdOf(0)])
      expect(answer.text).toContain('share one customer')
      expect(answer.text).toContain('Acme Toys Ltd.')
    }
    expect((await asks(lagoon, 'Q4', [tenantIdOf(2), tenantIdOf(0)])).text).not.toContain('Acme')
  })
})

describe('An order', () => {
  it('adds a subscription after a review, once, and is shown until it is confirmed', async () => {
    await opens(ann, 'Acme')
    const form = await ann.presses('Add subscription')
    expect(form.inputs.map(({ label }) => label)).toEqual([
      'Subscription',
      'Number of licenses',
      'Reseller (MPN ID)',
      'MPN ID',
    ])
    const before = (await held('Acme')).length
    const review = await ann.presses(REVIEW, {
      Subscription: 'Exchange: 1-10,000',
      'Number of licenses': '７',
      'Reseller (MPN ID)': `Alder (${mpnIdOf(0)})`,
    })
    expect(review.text).toContain('Exchange · 7 licenses')
    expect((await held('Acme')).length).toBe(before)
    const submitted = await ann.presses('Submit')
    expect(submitted.text).toContain('Exchange · 7 licenses')
    const again = await ann.pressesAgain()
    expect(factOf(again, 'Order')).toBe(factOf(submitted, 'Order'))
    await world.settle()
    expect((await held('Acme')).slice(before)).toMatchObject([
      { lines: [{ offerId: 'exchange', licenses: 7, resellerMpnId: mpnIdOf(0) }] },
    ])
    expect((await opens(ann, 'Acme')).text).toContain('Exchange · 7 licenses\nConfirmed · ')
    expect((await opens(alder, 'Acme')).text).toContain('Exchange · 7 licenses\nConfirmed · ')
  })

  it.each([
    [{ 'Number of licenses': '0' }, 'Enter a whole number of licenses, 1-300.'],
    [{ 'Number of licenses': '301' }, 'Enter a whole number of licenses, 1-300.'],
    [{ 'Number of licenses': 'ten' }, 'Enter a whole number of licenses, 1-300.'],
    [{ 'Number of licenses': '5', 'MPN ID': GLOBAL }, `Use the location MPN ID ${mpnIdOf(0)}, not the global one.`],
    [{ 'Number of licenses': '5', 'MPN ID': mpnIdOf(3) }, `We couldn't find ${mpnIdOf(3)}`],
    [{ 'Number of licenses': '5', 'MPN ID': '1234567890' }, 'We couldn’t find 1234567890'],
  ])('is refused with what was typed: %o', async (typed, sentence) => {
    await opens(ann, 'Acme')
    await ann.presses('Add subscription')
    const refused = await ann.presses(REVIEW, { Subscription: `${BASIC}: 1-300`, ...typed })
    expect(refused.text.replaceAll('’', "'")).toContain(sentence.replaceAll('’', "'"))
    expect(refused.inputs.find(({ label }) => label === 'Number of licenses')?.value).toBe(typed['Number of licenses'])
  })

  it.each(['unavailable', 'lostReply'])('is placed once outside though Partner Center is %s', async (outcome) => {
    const before = (await held('Zenith')).length
    await world.fault({ port: 'partnerCenter', operation: 'placeOrder', times: 1, outcome })
    await opens(ann, 'Zenith')
    await ann.presses('Add subscription')
    await ann.presses(REVIEW, { Subscription: `${AZURE}: 1`, 'Number of licenses': '1' })
    await ann.presses('Submit')
    await world.settle()
    await world.advance('PT10M')
    await world.settle()
    expect((await held('Zenith')).length - before).toBe(1)
  })

  it('that was refused says why and can be placed again, once', async () => {
    const before = (await held('Zenith')).length
    await world.fault({ port: 'partnerCenter', operation: 'placeOrder', times: 1, outcome: 'refused' })
    await opens(ann, 'Zenith')
    await ann.presses('Add subscription')
    await ann.presses(REVIEW, { Subscription: `${BASIC}: 1-300`, 'Number of licenses': '3' })
    await ann.presses('Submit')
    await world.settle()
    await opens(ann, 'Zenith')
    expect(ann.sees.text).toContain('Business Basic · 3 licenses\nRefused · ')
    const refused = await ann.presses('Open', {}, { nth: 1 })
    const answer = await bob.taps('ask', { question: 'Q29', companies: await tenantOf('Zenith') })
    expect(answer.text).toMatch(/Partner Center refused the last order for Zenith Toys Ltd\. on .+ no reason/)
    expect(refused.text).toContain('Partner Center refused the order:')
    await bob.taps('order', ann.tapOf('Place the order again').data)
    const stale = bob.sees
    await ann.presses('Place the order again')
    await bob.presses('Place the order again', {}, { on: stale })
    await world.settle()
    expect((await held('Zenith')).length - before).toBe(1)
  })

  it('upgrades a subscription in its place', async () => {
    await manages(ann, 'Zenith')
    await ann.presses('Upgrade')
    await ann.presses(REVIEW, { Subscription: 'Exchange: 1-10,000', 'Number of licenses': '25' })
    expect(ann.sees.text).toContain('Takes the place of')
    await ann.presses('Submit')
    await world.settle()
    expect((await opens(ann, 'Zenith')).text).toContain('Exchange · 25 licenses')
  })
})

describe('A subscription', () => {
  it('gets another number of licenses, and a second administrator meets what is so by then', async () => {
    await manages(ann, 'Acme')
    const form = await ann.presses('Change the number of licenses')
    await manages(bob, 'Acme')
    await bob.presses('Change the number of licenses')
    await ann.presses('Submit', { 'Number of licenses': '30' }, { on: form })
    const late = await bob.presses('Submit', { 'Number of licenses': '40' })
    expect(late.text).toContain('Someone changed this meanwhile.')
    await world.settle()
    expect((await manages(bob, 'Acme')).text).toContain('Number of licenses\n30\n')
    await bob.presses('Change the number of licenses')
    const many = await bob.presses('Submit', { 'Number of licenses': '301' })
    expect(many.text).toContain('Enter a whole number of licenses, 1-300.')
    expect(many.inputs[0]?.value).toBe('301')
  })

  it.each(['refused', 'unavailable', 'lostReply'])(
    'is changed at most once when Partner Center is %s',
    async (outcome) => {
      await manages(ann, 'Acme')
      const now = Number(/Number of licenses\n(\d+)\n/.exec(ann.sees.text)?.[1])
      await ann.presses('Change the number of licenses')
      await world.fault({ port: 'partnerCenter', operation: 'changeSubscription', times: 1, outcome })
      await ann.presses('Submit', { 'Number of licenses': String(now + 1) })
      await world.settle()
      await world.advance('PT10M')
      await world.settle()
      const after = await manages(ann, 'Acme')
      expect(after.text).toContain(`Number of licenses\n${outcome === 'refused' ? now : now + 1}\n`)
      if (outcome === 'refused') expect(after.text).toContain('The last change was refused:')
      else expect(after.text).not.toContain('refused')
    },
  )

  it('shows what came of a change as soon as Partner Center has answered, to colleagues, too', async () => {
    for (const [outcome, told] of [
      ['done', 'The change is done. Number of licenses: 77.'],
      ['refused', 'The last change was refused:'],
    ] as const) {
      const [mine, bobs] = [await managesIn(ann, 'Acme'), await managesIn(bob, 'Acme')]
      await pressesOn(ann, mine, 'Change the number of licenses')
      await world.fault({ port: 'partnerCenter', operation: 'changeSubscription', times: 3, outcome: 'unavailable' })
      await pressesOn(ann, mine, 'Submit', { 'Number of licenses': outcome === 'done' ? '77' : '78' })
      expect(ann.sees.text).toContain('waiting for Partner Center')
      await pressesOn(bob, bobs, 'To the customer')
      await pressesOn(bob, bobs, 'Manage')
      expect(refreshOf(bob.sees)?.userIds).toEqual([`29:${bob.aadObjectId}`])
      if (outcome === 'refused')
        await world.fault({ port: 'partnerCenter', operation: 'changeSubscription', times: 1, outcome })
      await untilAnswered()
      for (const [person, id] of [
        [ann, mine],
        [bob, bobs],
      ] as const) {
        const card = chatOf(world, person).find((one) => one.id === id)?.card
        expect(card?.text).toContain(told)
        expect(card && refreshOf(card)).toBeUndefined()
      }
    }
  })

  it('shows what came of a change on the customer’s card that took its place meanwhile', async () => {
    const mine = await managesIn(ann, 'Acme')
    await pressesOn(ann, mine, 'Change the number of licenses')
    await world.fault({ port: 'partnerCenter', operation: 'changeSubscription', times: 3, outcome: 'unavailable' })
    await pressesOn(ann, mine, 'Submit', { 'Number of licenses': '79' })
    await pressesOn(ann, mine, 'To the customer')
    expect(ann.sees.text).toContain('Being changed to 79 licenses')
    await untilAnswered()
    const card = chatOf(world, ann).find((one) => one.id === mine)?.card
    expect(card?.text).toContain('Business Basic · 79 licenses')
    expect(card?.text).not.toContain('Being changed')
  })

  it('does not cover with what came of a change what its reader went on to in the same message', async () => {
    const mine = await managesIn(ann, 'Acme')
    await pressesOn(ann, mine, 'Change the number of licenses')
    await world.fault({ port: 'partnerCenter', operation: 'changeSubscription', times: 3, outcome: 'unavailable' })
    await pressesOn(ann, mine, 'Submit', { 'Number of licenses': '80' })
    expect(ann.sees.text).toContain('waiting for Partner Center')
    const { updates } = chatOf(world, ann).find((one) => one.id === mine) ?? {}
    await pressesOn(ann, mine, 'Home')
    await untilAnswered()
    expect(chatOf(world, ann).find((one) => one.id === mine)?.updates).toBe(updates)
    await manages(ann, 'Acme')
    expect(ann.sees.text).toContain('80')
  })

  it('gets a reseller of record by its location MPN ID, and loses it again', async () => {
    await manages(ann, 'Acme')
    await ann.presses('Change the reseller')
    const global = await ann.presses('Submit', { 'MPN ID': GLOBAL })
    expect(global.text).toContain(`Use the location MPN ID ${mpnIdOf(0)}, not the global one.`)
    await ann.presses('Submit', { 'MPN ID': '', 'Reseller (MPN ID)': `Birch (${mpnIdOf(1)})` })
    await world.settle()
    expect((await manages(ann, 'Acme')).text).toContain(`Birch (${mpnIdOf(1)})`)
    const credited = await opens(birch, 'Acme')
    expect(credited.text).toContain('Your company is the reseller of single subscriptions here')
    expect(credited.text).not.toContain('Exchange')
    expect((await opens(alder, 'Acme')).text).toContain('Reseller (MPN ID): Not your company')
    // Who was replaced reads that and when, and of which customer; not by whom (R102).
    const replaced = 'Alder replaced as the reseller of a subscription'
    const past = (await alder.says('history')).text
    expect(past).toMatch(new RegExp(`Acme Toys Ltd\\.[\\s\\S]*${replaced}|${replaced}[\\s\\S]*Acme Toys Ltd\\.`))
    expect(past).not.toContain('Birch')
    await alder.says('language ja')
    expect((await alder.says('履歴')).text).toContain('サブスクリプションのリセラーを「Alder」から変更')
    await alder.says('language en')
    expect((await ann.says('history')).text).toContain(`${replaced} · Reseller of a subscription set: Birch`)
    expect((await birch.says('history')).text).not.toContain('Alder')
    await manages(ann, 'Acme')
    await ann.presses('Remove the reseller')
    await world.settle()
    expect((await manages(ann, 'Acme')).text).toContain('No reseller is associated')
    expect((await birch.taps('customer', { tenant: await tenantOf('Acme') })).text).not.toContain('Acme')
  })

  it('gets a support contact among those who have delegated admin privileges', async () => {
    await manages(hal, 'Acme')
    const form = await hal.presses('Change the support contact')
    expect(form.inputs[0]?.choices.map(({ title }) => title)).toEqual(['Harbor (your company)', 'Alder'])
    await hal.presses('Submit', { 'Designated support contact': 'Alder' })
    await world.settle()
    expect((await manages(hal, 'Acme')).text).toContain('Alder, since')
    const { data } = hal.tapOf('Change the support contact')
    const forged = await hal.taps('set-support-contact', {
      ...data,
      op: 'AAAABBBBCCCCEEEE',
      supportContact: tenantIdOf(1),
    })
    expect(forged.text).not.toContain('sent to Partner Center')
  })
})

describe('The customer itself', () => {
  it('sees its partners and takes delegated admin privileges away, which all of them see', async () => {
    const customer = await world.person('admin@acme.onmicrosoft.com')
    await customer.says('language en')
    const own = await customer.says('our partners')
    expect(own.text).toContain('Harbor · Indirect provider')
    expect(own.text).toContain('Alder · Indirect reseller')
    const alderTenant = tenantIdOf(0)
    expect(own.text).toContain('Remove the delegated admin privileges of Alder?')
    const { op } = customer.tapOf('Yes').data as { op: string }
    const dropped = await customer.taps('drop-admin-access', { op, partner: alderTenant })
    expect(dropped.text).toContain('Alder no longer has delegated admin privileges.')
    await world.settle()
    const card = await opens(alder, 'Acme')
    expect(card.text).toContain('Delegated admin privileges removed by the customer')
    await manages(ann, 'Acme')
    const form = await ann.presses('Change the support contact')
    expect(form.inputs[0]?.choices.map(({ title }) => title)).toEqual(['Harbor (your company)'])
    const strange = await customer.taps('drop-admin-access', { op: 'AAAABBBBCCCCFFFF', partner: NOWHERE })
    expect(strange.text).toContain("We couldn't find what you asked for.")
  })
})

describe('A relationship', () => {
  it('ends when nothing is left: what is left is named at once, and it ends once', async () => {
    await opens(ann, 'Acme')
    const blocked = await ann.presses('Yes')
    expect(blocked.text).toContain('Finish these first: suspend Business Basic and suspend Exchange.')
    await opens(bob, 'Acme')
    expect((await bob.presses('Yes')).text).toContain('Finish these first:')
    for (const nth of [1, 2]) {
      await opens(ann, 'Acme')
      await ann.presses('Manage', {}, { nth })
      await ann.presses('Suspend')
      await world.settle()
    }
    expect((await opens(ann, 'Acme')).text).toContain('Suspended')
    const stale = ann.sees
    await world.fault({ port: 'partnerCenter', operation: 'removeRelation', times: 1, outcome: 'lostReply' })
    expect((await ann.presses('Yes')).text).toMatch(/end of the relationship|relationship has been ordered/)
    await bob.presses('Yes', {}, { on: stale })
    await world.settle()
    await world.advance('PT10M')
    await world.settle()
    expect((await ann.says('customers')).text).not.toContain('Acme Toys Ltd.')
    const over = await ann.taps('customer', { tenant: await tenantOf('Acme') })
    expect(over.text).toContain('Your relationship with this customer is over.')
    expect(titlesOf(over)).not.toContain('Add subscription')
    const late = await ann.presses('Add subscription', {}, { on: stale })
    expect(late.text).toContain('Harbor has no reseller relationship with Acme Toys Ltd.')
  })
})
