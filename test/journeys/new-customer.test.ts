import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { chatOf, lastMessage } from '../support/chat.ts'
import { met } from '../support/met.ts'
import type { Shown } from '../support/shown.ts'
import { type Person, startWorld, type World } from '../support/world.ts'
import { mpnIdOf } from './companies.ts'
import { joins, partners, provider } from './invited.ts'
import {
  AZURE,
  BASIC,
  customer,
  DETAILS,
  made,
  marketOf,
  outside,
  passwordOn,
  REVIEW,
  SHOW,
  shopOf,
  submits as submitted,
  toReviewOf,
} from './selling.ts'
import { titlesOf, toApproval } from './way-in.ts'

let world: World
let ann: Person
let bob: Person
let alder: Person
let birch: Person

beforeAll(async () => {
  const file = shopOf(
    { name: 'alder' },
    { name: 'birch' },
    provider('harbor'),
    provider('lagoon'),
    {
      name: 'evergreen',
      kind: 'directBill',
    },
    { name: 'zebra', kind: 'customer' },
  )
  world = await startWorld({ SANDBOX_WORLD: file })
  ;[ann, bob] = await met(world, 'ann@harbor.example', 'bob@harbor.example')
  ;[alder, birch] = await met(world, 'ann@alder.example', 'ann@birch.example')
  await joins(world, alder, mpnIdOf(0), ann)
  await toApproval(world, birch, { mpnId: mpnIdOf(1) })
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

/** The new customer on the card in front of somebody, as the buttons name it. */
function draftOn({ buttons }: Shown): string {
  const [draft] = buttons.flatMap(({ data }) => ('draft' in data ? [String(data.draft)] : []))
  if (draft === undefined) throw new Error('no draft')
  return draft
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
    expect((await ann.presses('Details')).text).toContain('acme.onmicrosoft.com')
    expect(await made(world, 'Acme')).toEqual({ tenants: 1, orders: 1 })
    const { orders } = await outside(world)
    expect(orders[0]?.lines).toMatchObject([
      { offerId: 'basic', licenses: 25, resellerMpnId: mpnIdOf(0) },
      { offerId: 'azure', licenses: 1, resellerMpnId: mpnIdOf(0) },
    ])
    expect(alder.news().filter(({ text }) => text.includes('Acme Toys Ltd. is now a customer'))).toHaveLength(1)
    expect(bob.news().filter(({ text }) => text.includes('Acme Toys Ltd. is now a customer'))).toHaveLength(1)
  })

  it('is added in Japanese just the same', async () => {
    await ann.says('言語 ja')
    await ann.says('間接リセラー')
    await ann.presses('新しい顧客の追加')
    await ann.presses('次へ: サブスクリプション', {
      法人名: 'たんぽぽ株式会社',
      ドメインのプレフィックス: 'ｔａｎｐｏｐｏ',
      '住所 1': '1 Toy Street',
      市区町村: 'Seattle',
      都道府県: 'ワシントン州',
      郵便番号: '98101',
      姓: '丹保',
      名: '花',
      '顧客のメール アドレス': 'hana@tanpopo.example',
      同意日: '2025/06/30',
    })
    await ann.presses('次へ: 確認', { サブスクリプション: BASIC, ライセンス数: '２５' })
    expect(ann.sees.text).toContain(
      '「Alder」に、顧客のアカウント、サブスクリプション、サービスへの管理者アクセス権が付与されます。',
    )
    expect(ann.sees.text).toContain('25 ライセンス')
    const done = await ann.presses('送信')
    await world.settle()
    expect(done.text).toContain('たんぽぽ株式会社')
    const password = await ann.presses('一時パスワードを表示')
    expect(password.text).toContain('一時パスワード')
    expect((await ann.presses('完了')).text).toContain('一時パスワードは再表示できません。')
    expect(await made(world, 'tanpopo')).toEqual({ tenants: 1, orders: 1 })
  })

  it('R96: that buys Azure needs the tenant owner permission for its reseller, which is said with the way there', async () => {
    await fromRow()
    const review = await toReviewOf(ann, 'Cloudy', [{ Subscription: AZURE, 'Number of licenses': '1' }])
    expect(review.text).toContain('Alder also needs the tenant owner permission')
    await ann.presses('Submit')
    await world.settle()
    const done = titlesOf(ann.sees).includes('Refresh') ? await standing(ann) : ann.sees
    expect(done.text).toContain('Azure: give Alder the tenant owner permission in the Azure portal')
    expect(titlesOf(done)).toContain('Open Azure user settings')
  })

  it('needs no reseller, and then nobody is credited', async () => {
    const form = await ann.says('add new customer')
    const choices = form.inputs.find(({ label }) => label === 'Indirect reseller')?.choices ?? []
    expect(choices.map(({ title }) => title)).toEqual(['None', 'Alder', 'Birch'])
    const lines = await ann.presses(DETAILS, customer('Solo'))
    expect(lines.inputs.at(-1)?.value).toBe('none')
    const review = await ann.presses(REVIEW, { Subscription: BASIC, 'Number of licenses': '1' })
    expect(review.text).toContain('No reseller is associated with the subscriptions')
    expect(review.text).not.toContain('administrator access')
    await ann.presses('Submit')
    await world.settle()
    const { tenants } = await outside(world)
    expect(tenants.find(({ verifiedDomains }) => verifiedDomains.includes('solo.onmicrosoft.com'))?.reseller).toBe(
      undefined,
    )
  })

  it('is credited to nobody where that is chosen, and only by the location it was onboarded with', async () => {
    await fromRow()
    await ann.presses(DETAILS, customer('Nocredit'))
    const { verb, data } = ann.tapOf(REVIEW, { Subscription: BASIC, 'Number of licenses': '1' })
    const refused = await ann.taps(verb, { ...data, resellerMpnId: '7999999' })
    expect(refused.text).toContain(`Use the location MPN ID ${mpnIdOf(0)}`)
    const review = await ann.presses(REVIEW, {
      Subscription: BASIC,
      'Number of licenses': '1',
      'Reseller (MPN ID)': 'None',
    })
    expect(review.text).toContain('No reseller is associated with the subscriptions')
    expect(review.text).toContain('Alder gets administrator access')
    await ann.presses('Cancel')
  })
})

describe('The details', () => {
  it('are refused all at once, beside what was typed', async () => {
    await fromRow()
    const refused = await ann.presses(
      DETAILS,
      customer('Faulty', {
        'Domain prefix': 'contoso',
        'Postal code': '1',
        "Customer's email": 'nobody',
        'Date of agreement': '2999-01-01',
        'First name': '',
      }),
    )
    for (const part of [
      'contoso.onmicrosoft.com is taken.',
      'Postal code: expected 12345.',
      'Enter a valid email address.',
      'First name is required.',
      'Enter the day the customer accepted the agreement, from January 1, 2014 to today.',
    ])
      expect(refused.text).toContain(part)
    const kept = (label: string) => refused.inputs.find((input) => input.label === label)?.value
    expect([kept('Domain prefix'), kept("Customer's email"), kept('Legal business name')]).toEqual([
      'contoso',
      'nobody',
      'Faulty Toys Ltd.',
    ])
    expect((await world.get('/sandbox/outside', 'application/json')).text).not.toContain('Faulty')
  })

  it('take a free domain like the one that is taken, with one tap', async () => {
    await fromRow()
    const refused = await ann.presses(DETAILS, customer('Domains', { 'Domain prefix': 'contoso' }))
    expect(refused.text).toContain('contoso.onmicrosoft.com is taken. Try: contosous, contosogroup, or contosoonline.')
    const lines = await ann.presses('Use contosogroup')
    expect(lines.text).toContain('contosogroup.onmicrosoft.com ✓ free')
    await ann.presses('Cancel')
  })

  it('take the address as Partner Center writes it with one tap, or leave it', async () => {
    const typed = customer('Address', { City: 'Bellevue', 'Postal code': '981010001' })
    await fromRow()
    const asked = await ann.presses(DETAILS, { ...typed, 'Postal code': '98101' })
    expect(asked.text).toContain('Partner Center writes this address as follows:')
    await ann.presses('Use this address')
    expect((await ann.presses(REVIEW, { Subscription: BASIC, 'Number of licenses': '1' })).text).toContain('Seattle')
    await ann.presses('Change the details')
    await ann.presses(DETAILS, { City: 'Bellevue' })
    await ann.presses('Keep it as typed')
    expect((await ann.presses(REVIEW)).text).toContain('Bellevue')
    await ann.presses('Cancel')
  })

  it('of two admins at once stay both visible', async () => {
    await fromRow()
    await ann.presses(DETAILS, customer('Twofold'))
    const { draft } = ann.tapOf(REVIEW).data as { draft: string }
    for (const one of [ann, bob]) await one.taps('new-customer', { draft, step: 'details' })
    await ann.presses(DETAILS, { 'Legal business name': 'Twofold of Ann' })
    const both = await bob.presses(DETAILS, { 'Legal business name': 'Twofold of Bob' })
    expect(both.text).toContain('Ann Harbor saved “Twofold of Ann” on')
    expect(both.inputs.find(({ label }) => label === 'Legal business name')?.value).toBe('Twofold of Bob')
    await bob.presses(DETAILS)
    const review = await bob.presses(REVIEW, { Subscription: BASIC, 'Number of licenses': '1' })
    expect(review.text).toContain('Twofold of Bob')
    await bob.presses('Cancel')
  })
})

describe('The subscriptions', () => {
  it('are a list that grows and shrinks, each within what its offer allows', async () => {
    await fromRow()
    await ann.presses(DETAILS, customer('Liner'))
    expect((await ann.presses(REVIEW)).text).toContain('Choose at least one subscription.')
    const refused = await ann.presses(REVIEW, { Subscription: BASIC, 'Number of licenses': '301' })
    expect(refused.text).toContain('Enter a whole number of licenses, 1-300.')
    for (const wrong of ['0', '-1', '1.5', 'many', '', '1e2'])
      expect((await ann.presses(REVIEW, { Subscription: BASIC, 'Number of licenses': wrong })).text).toContain(
        'Enter a whole number of licenses, 1-300.',
      )
    await ann.presses('Add subscription', { Subscription: BASIC, 'Number of licenses': '10' })
    await ann.presses('Add subscription', { Subscription: AZURE, 'Number of licenses': '1' })
    await ann.presses('Remove 1')
    const review = await ann.presses(REVIEW)
    expect(review.text).toContain('Azure plan')
    expect(review.text).not.toContain('Business Basic')
    await ann.presses('Cancel')
  })
})

describe('A draft', () => {
  it('is kept over days and restarts, and a colleague goes on with it', async () => {
    await fromRow()
    await ann.presses(DETAILS, customer('Keeper'))
    await ann.presses('Add subscription', { Subscription: BASIC, 'Number of licenses': '7' })
    await world.restart()
    await world.advance('P3D')
    await world.settle()
    expect(titlesOf(await bob.says('add new customer'))).toContain('New customers you have begun')
    expect((await bob.presses('New customers you have begun')).text).toContain('Keeper Toys Ltd.')
    expect((await bob.presses('Continue')).text).toContain('7 licenses')
    expect((await bob.presses('Cancel')).text).toContain('Nothing was created, nothing was ordered')
    await world.settle()
    expect((await ann.says('unfinished customers')).text).not.toContain('Keeper')
    expect(await made(world, 'Keeper')).toEqual({ tenants: 0, orders: 0 })
  })

  it('of another company is not there', async () => {
    await fromRow()
    await ann.presses(DETAILS, customer('Private'))
    const { draft } = ann.tapOf(REVIEW).data as { draft: string }
    const other = await world.person('ann@lagoon.example')
    await other.says('help')
    const nowhere = '0b1c2d3e-0000-4000-8000-0000000000ff'
    for (const verb of ['new-customer', 'reveal-password', 'cancel-customer', 'retry-order', 'submit-customer']) {
      const data = { op: 'AAAABBBBCCCCDDDD', rev: 1 }
      const foreign = await other.taps(verb, { ...data, draft })
      expect(foreign.text).not.toContain('Private')
      expect(foreign.text.replaceAll(draft, nowhere)).toBe((await other.taps(verb, { ...data, draft: nowhere })).text)
    }
    const tenant = alder.tenantId
    const shown = await other.taps('add-customer', { reseller: tenant })
    expect(shown.text.replaceAll(tenant, nowhere)).toBe((await other.taps('add-customer', { reseller: nowhere })).text)
    await ann.presses('Cancel')
  })
})

describe('Whoever may not', () => {
  it('sees why, and who can', async () => {
    const hal = await world.person('hal@harbor.example')
    expect((await hal.says('add new customer')).text).toMatch(/Ann Harbor.*Bob Harbor/)
    const direct = await world.person('ann@evergreen.example')
    expect((await direct.says('add new customer')).text).toContain(
      "Your company hasn't signed the Microsoft Partner Agreement",
    )
    const buyer = await world.person('ann@zebra.example')
    expect((await buyer.says('add new customer')).text).toContain('Only indirect providers can do this.')
  })

  it('cannot name a reseller that has not signed the MPA', async () => {
    const { tenantId } = birch
    expect((await ann.taps('add-customer', { reseller: tenantId })).text).toContain(
      "Birch hasn't signed the Microsoft Partner Agreement",
    )
    await ann.says('add new customer')
    const refused = await ann.presses(DETAILS, customer('Unsigned', { 'Indirect reseller': 'Birch' }))
    expect(refused.text).toContain("Birch hasn't signed the Microsoft Partner Agreement")
    expect(refused.inputs.find(({ label }) => label === 'Legal business name')?.value).toBe('Unsigned Toys Ltd.')
  })

  it('as a reseller asks its provider, once a day for one customer', async () => {
    ann.news()
    const form = await alder.says('add new customer')
    expect(form.text).toContain('Your provider creates the customer and names you as reseller.')
    expect((await alder.presses('Ask my provider', { 'The customer’s name (optional)': 'Wished' })).text).toContain(
      'The agents of Harbor have been told.',
    )
    await world.settle()
    const [request] = ann
      .news()
      .filter(({ text }) => text.includes('Ann Alder of Alder asks Harbor to add the customer Wished.'))
    const { verb, data } = ann.tapOf('Add new customer', {}, { on: request ?? ann.sees })
    expect((await ann.taps(verb, data)).inputs[0]?.value).toBe(alder.tenantId)
    await alder.says('add new customer')
    expect((await alder.presses('Ask my provider', { 'The customer’s name (optional)': ' wished' })).text).toContain(
      'Harbor was reminded on',
    )
    const mia = await world.person('mia@alder.example')
    expect(titlesOf(await mia.says('add new customer'))).not.toContain('Ask my provider')
  })
})

describe('Partner Center', () => {
  it.each([
    ['unavailable', 'createCustomer', 2],
    ['lostReply', 'createCustomer', 1],
    ['unavailable', 'placeOrder', 2],
    ['lostReply', 'placeOrder', 1],
  ])('%s at %s makes one tenant and one order all the same', async (outcome, operation, times) => {
    const name = `${outcome}${operation}`.toLowerCase()
    await world.fault({ port: 'partnerCenter', operation, times, outcome })
    await submits(name)
    for (let hours = 0; hours < 3; hours++) {
      await world.advance('PT1H')
      await world.settle()
    }
    await world.restart()
    await world.settle()
    expect(await made(world, name)).toEqual({ tenants: 1, orders: 1 })
  })

  it('that answers late leaves a card that shows the end by itself, and nobody is told of their own deed', async () => {
    await fromRow()
    await toReviewOf(ann, 'Quince')
    const { verb, data } = ann.tapOf('Submit')
    const { id } = lastMessage(world, ann)
    await world.fault({ port: 'partnerCenter', operation: 'createCustomer', times: 8, outcome: 'unavailable' })
    expect((await ann.taps(verb, data, { on: id })).text).toContain('Adding Quince Toys Ltd.')
    for (let times = 0; times < 12; times++) {
      await world.advance('PT1H')
      await world.settle()
    }
    const card = chatOf(world, ann).find((one) => one.id === id)?.card
    expect(card?.text).toContain('✓ Quince Toys Ltd. is your customer')
    expect(ann.news().filter(({ text }) => text.includes('Quince'))).toEqual([])
  })

  it('that refuses the tenant puts it back to the review with the reason, and it can be submitted again', async () => {
    await world.fault({ port: 'partnerCenter', operation: 'createCustomer', times: 1, outcome: 'refused' })
    await submits('refusedonce')
    const draft = draftOn(ann.sees)
    const back = await ann.taps('new-customer', { draft })
    expect(back.text).toContain('The last attempt was refused. Nothing was created and nothing was ordered.')
    expect(ann.news().filter(({ text }) => text.includes("couldn't be added"))).toHaveLength(1)
    await ann.presses('Submit')
    await world.settle()
    expect((await ann.taps('new-customer', { draft })).text).toContain('✓ refusedonce Toys Ltd. is your customer')
    expect(await made(world, 'refusedonce')).toEqual({ tenants: 1, orders: 1 })
  })

  it('that refuses the order leaves the customer, and the order can be placed again', async () => {
    await world.fault({ port: 'partnerCenter', operation: 'placeOrder', times: 1, outcome: 'refused' })
    await submits('orderless')
    const draft = draftOn(ann.sees)
    const failed = await ann.taps('new-customer', { draft })
    expect(failed.text).toContain('orderless Toys Ltd. is your customer, without its order')
    expect(await made(world, 'orderless')).toEqual({ tenants: 1, orders: 0 })
    const tap = ann.tapOf('Place the order again')
    await Promise.all(Array.from({ length: 5 }, () => ann.taps(tap.verb, tap.data)))
    await world.settle()
    expect((await ann.taps('new-customer', { draft })).text).toContain('✓ orderless Toys Ltd. is your customer')
    expect(await made(world, 'orderless')).toEqual({ tenants: 1, orders: 1 })
  })

  it('gets one tenant of ten presses at once, by two admins', async () => {
    await fromRow()
    await toReviewOf(ann, 'Manifold')
    const { verb, data } = ann.tapOf('Submit')
    await Promise.all(Array.from({ length: 10 }, (_, n) => (n % 2 ? bob : ann).taps(verb, data)))
    await world.settle()
    expect(await made(world, 'Manifold')).toEqual({ tenants: 1, orders: 1 })
  })
})

describe('The password', () => {
  it('R59: is shown once, to the submitter, on the tapped card alone, and lies nowhere', async () => {
    await submits('Secretive')
    const draft = draftOn(ann.sees)
    const colleague = await bob.taps('new-customer', { draft })
    expect(colleague.text).toContain('Only Ann Harbor, who submitted it, can see the temporary password.')
    expect(titlesOf(colleague)).not.toContain(SHOW)
    const data = { op: 'AAAABBBBCCCCDDDD', draft }
    expect((await bob.taps('reveal-password', data)).text).not.toContain('Temporary password:')
    await ann.taps('new-customer', { draft })
    const shown = await ann.presses(SHOW)
    const password = passwordOn(shown)
    expect(password.length).toBeGreaterThan(8)
    expect(shown.text).toContain('admin@secretive.onmicrosoft.com')
    expect((await ann.taps('reveal-password', data)).text).toContain("The temporary password can't be shown again.")
    await ann.taps('password-noted', data)
    expect((await ann.taps('new-customer', { draft })).text).toContain("The temporary password can't be shown again.")
    await world.settle()
    const everything = [
      ...['', '-wal'].map((end) => readFileSync(`${world.databaseFile}${end}`).toString('latin1')),
      JSON.stringify(world.connector.sent),
      JSON.stringify(await world.mails()),
      (await world.get('/sandbox/outside', 'application/json')).text,
    ]
    for (const place of everything) expect(place).not.toContain(password)
  })

  it('is not shown by a message, nor after a day', async () => {
    await submits('Tardy')
    const draft = draftOn(ann.sees)
    await ann.taps('new-customer', { draft })
    const { verb, data } = ann.tapOf(SHOW)
    const sent = await submitted(world, ann, verb, data)
    expect(sent.text).toContain('the password is shown only on this card in Teams')
    await world.advance('PT25H')
    await world.settle()
    expect(titlesOf(await ann.taps('new-customer', { draft }))).not.toContain(SHOW)
    expect((await ann.taps(verb, data)).text).toContain("The temporary password can't be shown again.")
  })
})

describe('Who is credited', () => {
  it('R93: is chosen line by line, the account’s reseller, another one, or nobody (R90, R92)', async () => {
    await birch.says('sign mpa')
    await birch.presses('Accept and continue', {
      'I have read the Microsoft Partner Agreement and accept it for my company': true,
    })
    await world.settle()
    await fromRow()
    const form = await ann.presses(DETAILS, customer('Mixed'))
    const choices = form.inputs.find(({ label }) => label === 'Reseller (MPN ID)')?.choices ?? []
    expect(choices.map(({ title }) => title)).toEqual(['None', `Alder (${mpnIdOf(0)})`, `Birch (${mpnIdOf(1)})`])
    await ann.presses('Add subscription', { Subscription: BASIC, 'Number of licenses': '5' })
    await ann.presses('Add subscription', {
      Subscription: AZURE,
      'Number of licenses': '1',
      'Reseller (MPN ID)': `Birch (${mpnIdOf(1)})`,
    })
    const review = await ann.presses(REVIEW, {
      Subscription: 'Exchange',
      'Number of licenses': '3',
      'Reseller (MPN ID)': 'None',
    })
    expect(review.text).toContain(`Reseller (MPN ID): Alder (${mpnIdOf(0)})`)
    expect(review.text).toContain(`Reseller (MPN ID): Birch (${mpnIdOf(1)})`)
    expect(review.text).toContain('No reseller is associated with Exchange, so no reseller earns any incentives there.')
    birch.news()
    await ann.presses('Submit')
    await world.settle()
    const { tenants, orders } = await outside(world)
    const tenant = tenants.find(({ verifiedDomains }) => verifiedDomains.includes('mixed.onmicrosoft.com'))
    expect(tenant?.reseller).toBe(alder.tenantId)
    const lines = orders.find((order) => order.customer === tenant?.tenantId)?.lines
    expect(lines?.map(({ offerId, resellerMpnId }) => [offerId, resellerMpnId])).toEqual([
      ['basic', mpnIdOf(0)],
      ['azure', mpnIdOf(1)],
      ['exchange', undefined],
    ])
    const confirmed = birch.news().find(({ text }) => text.includes('Mixed Toys Ltd.'))
    expect(confirmed?.text).toContain('Azure plan')
    expect(confirmed?.text).not.toContain('Business Basic')
    const own = await birch.taps('customer', { tenant: tenant?.tenantId })
    expect(own.text).toContain('Your company is the reseller of single subscriptions here')
    expect(own.text).not.toContain('Business Basic')
    expect((await birch.taps('orders', { tenant: tenant?.tenantId })).text).not.toContain('Business Basic')
  })

  it('is none but the own resellers, and says so in Japanese', async () => {
    await ann.says('言語 ja')
    await ann.says('新しい顧客の追加')
    await ann.presses('次へ: サブスクリプション', {
      法人名: 'ねこ株式会社',
      ドメインのプレフィックス: 'nekonoko',
      '住所 1': '1 Toy Street',
      市区町村: 'Seattle',
      都道府県: 'ワシントン州',
      郵便番号: '98101',
      姓: '根子',
      名: '花',
      '顧客のメール アドレス': 'hana@neko.example',
      同意日: '2025-06-30',
    })
    const { verb, data } = ann.tapOf('次へ: 確認', { サブスクリプション: BASIC, ライセンス数: '5' })
    const lagoon = (await world.person('ann@lagoon.example')).tenantId
    const forged = await ann.taps(verb, { ...data, lines: `basic:5:${lagoon}`, subscription: 'none' })
    expect(forged.text).toContain('一覧から選択してください')
    const review = await ann.taps(verb, { ...data, op: 'AAAABBBBCCCCDDDE' })
    expect(review.text).toContain('リセラー (MPN ID): なし')
    expect(review.text).toContain('間接リセラーが関連付けられていません')
    await ann.presses('キャンセル')
  })
})

describe('A catalogue of three hundred offers', () => {
  it('is searched by name and turned page by page, and what is chosen and typed stays', async () => {
    const many = Array.from({ length: 300 }, (_, n) => ({
      offerId: `plan-${n}:0001`,
      name: `${n % 2 ? 'Security' : 'Storage'} plan ${n} ${'for every need '.repeat(10)}`.trim(),
      min: 1,
      max: 300,
    }))
    const big = await startWorld({ SANDBOX_WORLD: marketOf(many, provider('harbor')) })
    try {
      const sal = await big.person('sal@harbor.example')
      const size = () => Buffer.byteLength(JSON.stringify(sal.sees.card))
      const offered = () => sal.sees.inputs.find(({ label }) => label === 'Subscription')?.choices ?? []
      await sal.says('add new customer')
      await sal.presses(DETAILS, customer('Bigger'))
      expect(sal.sees.text).toContain('Choose from 1–15 of 300 below')
      expect(offered()).toHaveLength(15)
      expect(size()).toBeLessThan(28_000)
      await sal.presses('More', { 'Number of licenses': '7' })
      expect(sal.sees.text).toContain('16–30 of 300')
      expect(sal.sees.inputs.find(({ label }) => label === 'Number of licenses')?.value).toBe('7')
      await sal.presses('First page')
      await sal.presses('Search', { 'Search subscriptions by name': 'ＳＥＣＵＲＩＴＹ plan 29' })
      expect(offered().map(({ value }) => value)).toEqual(
        [29, 129, 229, 291, 293, 295, 297, 299].map((n) => `plan-${n}:0001`),
      )
      const chosen = offered()[2]?.title ?? ''
      await sal.presses('Search', { Subscription: chosen, 'Search subscriptions by name': 'storage plan 12 ' })
      expect(offered().map(({ value }) => value)).toContain('plan-229:0001')
      await sal.presses('Add subscription')
      expect(sal.sees.text).toContain('Security plan 229')
      await sal.presses('Search', { 'Search subscriptions by name': 'nothing of this name' })
      expect(sal.sees.text).toContain('No subscription has this name.')
      expect(sal.sees.text).toContain('Security plan 229')
      const draft = draftOn(sal.sees)
      await sal.says('言語 ja')
      expect((await sal.taps('new-customer', { draft, step: 'lines' })).text).toContain('300 件中 1～15 件目')
      expect(titlesOf(await sal.presses('検索', { サブスクリプション名で検索: 'security' }))).toContain('さらに表示')
    } finally {
      await big.close()
    }
  })
})
