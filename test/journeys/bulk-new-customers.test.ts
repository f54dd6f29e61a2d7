import { DatabaseSync } from 'node:sqlite'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { met } from '../support/met.ts'
import { type Person, startWorld, type World } from '../support/world.ts'
import { mpnIdOf, tenantIdOf } from './companies.ts'
import { checks, confirms, HEADING, jobOn, resultsOf, row, startsBulk } from './in-bulk.ts'
import { directBill, joins, partners, provider } from './invited.ts'
import { made, outside, passwordOn, SHOW, shopOf } from './selling.ts'
import { titlesOf, toApproval } from './way-in.ts'

let world: World
let ann: Person
let sal: Person
let alder: Person
let birch: Person
let lagoon: Person

beforeAll(async () => {
  const providers = [provider('harbor'), provider('lagoon')]
  const file = shopOf({ name: 'alder' }, { name: 'birch' }, ...providers, directBill('dover'))
  world = await startWorld({ SANDBOX_WORLD: file })
  ;[ann, sal] = await met(world, 'ann@harbor.example', 'sal@harbor.example')
  ;[alder, birch, lagoon] = await met(world, 'ann@alder.example', 'ann@birch.example', 'ann@lagoon.example')
  await joins(world, alder, mpnIdOf(0), ann)
  await toApproval(world, birch, { mpnId: mpnIdOf(1) })
  await partners(world, ann, birch)
}, 120_000)
beforeEach(async () => {
  for (const one of [ann, sal, alder]) {
    await one.says('language en')
    one.news()
  }
})
afterAll(() => world.close())

/** The draft that became this customer. */
function stored(prefix: string): string {
  const db = new DatabaseSync(world.databaseFile, { readOnly: true })
  const bodies = db.prepare('SELECT body FROM docs').all()
  db.close()
  const found = bodies.find(({ body }) => /"t":"newCustomer"/.test(`${body}`) && `${body}`.includes(`"${prefix}"`))
  return `${found?.body}`
}

describe('Many new customers', () => {
  it('begin at the card that adds one, with every column of its form', async () => {
    await ann.says('add new customer')
    const start = await ann.presses('In bulk')
    expect(start.text).toContain('Legal business name, Domain prefix, ')
    expect(start.text).toContain('Domain prefix: what stands before .onmicrosoft.com')
    expect(start.text).toContain(
      'May be left out: Registration ID, Address line 2, State or prefecture, Postal code, Phone, and Reseller (MPN ID).',
    )
    await ann.says('customers')
    expect((await ann.presses('In bulk')).text).toContain('Creates many customers')
  })

  it('name what is wrong with each row by all the guards of a single one, and create nothing', async () => {
    const before = (await outside(world)).tenants.length
    const checked = await checks(world, ann, 'newCustomers', [
      HEADING,
      row('good1'),
      row('bad1', { company: '', email: 'none', licenses: '' }),
      row('contoso'),
      row('bad2', { prefix: 'bad domain' }),
      row('bad3', { country: 'Japan', state: '東京都', code: '103-0023' }),
      row('bad4', { country: 'Narnia' }),
      row('bad5', { agreed: '2999/1/1' }),
      row('bad6', { reseller: 'Nobody Ltd.' }),
      row('bad7', { reseller: 'Birch' }),
      row('bad8', { offer: 'Perpetual Basic' }),
      row('bad9', { licenses: '301' }),
      row('good1', { company: 'Good Two', prefix: 'GOOD1.onmicrosoft.com' }),
      row('bad10', { state: 'Bavaria', code: 'x' }),
      row('good2', { country: 'United States', agreed: '2025/6/3', offer: 'exchange', reseller: mpnIdOf(0) }),
    ])
    expect(checked.text).toContain('Would be created\n2')
    expect(checked.text).toContain('Cannot be done\n12')
    await ann.presses('Get all rows as a file')
    const rows = await resultsOf(world, ann)
    const said = (n: number) => rows[n]?.slice(-2).join(': ') ?? ''
    expect(said(1)).toBe('would be created: ')
    expect(said(2)).toContain('Number of licenses is empty. Legal business name is required.')
    expect(said(2)).toContain('Enter a valid email address.')
    expect(said(3)).toContain('contoso.onmicrosoft.com is taken. Try: contosous')
    expect(said(4)).toContain('1-27 letters or digits')
    expect(said(5)).toContain('Japan')
    expect(said(6)).toContain('cannot be done')
    expect(said(7)).toContain('from January 1, 2014 to today')
    expect(said(8)).toContain('“Nobody Ltd.” wasn’t found.')
    expect(said(9)).toContain('Birch')
    expect(said(10)).toContain('“Perpetual Basic” can’t be used here')
    expect(said(11)).toContain('1-300')
    expect(said(12)).toContain('This repeats row 1')
    expect(said(13)).toContain('State or prefecture')
    expect(said(14)).toBe('would be created: ')
    expect((await outside(world)).tenants).toHaveLength(before)
    expect((await ann.says('add new customer')).buttons.map(({ title }) => title)).not.toContain(
      'New customers you have begun',
    )
  })

  it('are created and ordered for once each; partners hear of all of them at once', async () => {
    const names = ['pina', 'pinb', 'pinc']
    await checks(world, ann, 'newCustomers', [HEADING, ...names.map((name) => row(name, { reseller: 'Alder' }))])
    for (const one of [sal, alder]) one.news()
    const confirm = ann.tapOf('Confirm 3 rows')
    await Promise.all([ann.taps(confirm.verb, confirm.data), ann.taps(confirm.verb, confirm.data)])
    await world.settle()
    const done = await ann.taps('bulk-progress', { bulk: jobOn(ann) })
    expect(done.text).toContain('Created\n3')
    for (const name of names) expect(await made(world, name)).toEqual({ tenants: 1, orders: 1 })
    const { orders } = await outside(world)
    expect(orders.at(-1)?.lines).toEqual([expect.objectContaining({ licenses: 5, resellerMpnId: mpnIdOf(0) })])
    const told = alder.news()
    expect(told.map(({ text }) => text)).toEqual([expect.stringContaining('You are the reseller of 3 new customers')])
    expect(told[0]?.text).toMatch(/Harbor added 3 customers \((pin[abc] Toys Ltd\.(, and |, )?){3}\) and named Alder/)
    expect(sal.news().map(({ text }) => text)).toEqual([expect.stringContaining('3 customers added at once')])
    expect((await alder.says('customers')).text).toContain('pinb Toys Ltd.')
    const rows = await resultsOf(world, ann)
    expect(rows[0]?.slice(-3)).toEqual(['Tenant ID', 'Domain', 'Temporary password'])
    const [tenant, domain, password] = rows[2]?.slice(-3) ?? []
    expect(domain).toBe('pinb.onmicrosoft.com')
    expect(password).toContain('open the customer')
    // One look for whoever confirmed, from the customer’s card; none for a colleague.
    expect(titlesOf(await sal.taps('customer', { tenant: tenant ?? '' }))).not.toContain(SHOW)
    await ann.taps('customer', { tenant: tenant ?? '' })
    const secret = passwordOn(await ann.presses(SHOW))
    expect(rows.flat().join()).not.toContain(secret)
    expect(titlesOf(await ann.taps('customer', { tenant: tenant ?? '' }))).not.toContain(SHOW)
  })

  it('are made with the address as Partner Center writes it, which the dry run tells for each row', async () => {
    const rows = [
      row('rowa', { city: 'Bellevue', code: '98052' }),
      row('rowb'),
      row('rowc', { city: 'nyc', code: '10001' }),
    ]
    await world.fault({ port: 'partnerCenter', operation: 'correctedAddress', times: 1, outcome: 'unavailable' })
    await checks(world, ann, 'newCustomers', [HEADING, ...rows])
    await world.advance('PT2M')
    await world.settle()
    const bulk = jobOn(ann)
    const checked = await ann.taps('bulk-progress', { bulk })
    expect(checked.text).toContain('Would be created\n3')
    expect(checked.text).toContain(
      'Addresses that will be used as Partner Center writes them\n' +
        'Row 1\n1 Toy Street\nRedmond, Washington 98052\nUnited States\n' +
        'Row 3\n1 Toy Street\nnyc, New York 10001\nUnited States',
    )
    const dry = await resultsOf(world, ann)
    const said =
      'The address will be used as Partner Center writes it: 1 Toy Street, Redmond, Washington 98052, United States'
    expect(dry[1]?.slice(-2)).toEqual(['would be created', said])
    expect(dry[2]?.slice(-2)).toEqual(['would be created', ''])
    await ann.says('language ja')
    const japanese = await ann.taps('bulk-progress', { bulk })
    expect(japanese.text).toContain(
      'パートナー センターの表記に置き換わる住所\n1 行目\n1 Toy Street\nRedmond, ワシントン州 98052',
    )
    expect((await confirms(world, ann)).text).toContain('追加\n3')
    const done = await resultsOf(world, ann)
    expect(done[1]?.at(-4)).toBe(
      '住所はパートナー センターの表記に置き換えました: 1 Toy Street, Redmond, ワシントン州 98052, 米国',
    )
    // What the row says was typed, and what was made of it.
    expect(done[1]).toContain('Bellevue')
    expect(stored('rowa')).toContain('"city":"Redmond"')
    expect(stored('rowa')).not.toContain('Bellevue')
    expect(stored('rowb')).toContain('"city":"Seattle"')
  })

  it('work the same in Japanese, with headings in Japanese', async () => {
    await ann.says('言語 ja')
    const checked = await checks(world, ann, 'newCustomers', [
      '法人名,ドメインのプレフィックス,国または地域,住所1,市区町村,都道府県,郵便番号,姓,名,顧客のメールアドレス,同意日,サブスクリプション,ライセンス数',
      'Momo Toys,momo,米国,1 Toy Street,Seattle,Washington,98101,Toy,Tess,tess@momo.example,2025年6月3日,BASIC,３',
      'Kiku Toys,kiku,米国,1 Toy Street,Seattle,Washington,98101,Toy,Tess,tess@kiku.example,2025年6月3日,basic,多数',
    ])
    expect(checked.text).toContain('追加される顧客\n1')
    const asked = ann.sees.buttons.find(({ title }) => title === '1 行を実行する')
    expect(asked).toBeDefined()
    const done = await confirms(world, ann)
    expect(done.text).toContain('追加\n1')
    expect(await made(world, 'momo')).toEqual({ tenants: 1, orders: 1 })
    expect((await resultsOf(world, ann))[0]?.slice(-3)).toEqual(['テナント ID', 'ドメイン', '一時パスワード'])
  })

  it('that Partner Center refuses can be mended by hand; what it does not answer is tried again', async () => {
    await checks(world, ann, 'newCustomers', [HEADING, row('wila'), row('wilb'), row('wilc')])
    await world.fault({ port: 'partnerCenter', operation: 'createCustomer', times: 1, outcome: 'refused' })
    await world.fault({ port: 'partnerCenter', operation: 'createCustomer', times: 2, outcome: 'unavailable' })
    await world.fault({ port: 'partnerCenter', operation: 'createCustomer', times: 1, outcome: 'lostReply' })
    await ann.presses('Confirm 3 rows')
    const bulk = jobOn(ann)
    for (let tries = 0; tries < 12; tries++) {
      await world.settle()
      await world.advance('PT2M')
    }
    await world.settle()
    const done = await ann.taps('bulk-progress', { bulk })
    expect(done.text).toContain('Created\n2')
    expect(done.text).toContain('Failed at Partner Center\n1')
    const counts = await Promise.all(['wila', 'wilb', 'wilc'].map((name) => made(world, name)))
    expect(counts.map(({ tenants }) => tenants).sort()).toEqual([0, 1, 1])
    expect(counts.map(({ orders }) => orders).sort()).toEqual([0, 1, 1])
    // The draft is there with what was typed.
    await ann.presses('New customers you have begun')
    const review = await ann.presses('Continue')
    expect(review.text).toMatch(/wil[abc] Toys Ltd\./)
    await ann.presses('Submit')
    await world.settle()
    const after = await Promise.all(['wila', 'wilb', 'wilc'].map((name) => made(world, name)))
    expect(after).toEqual(Array.from({ length: 3 }, () => ({ tenants: 1, orders: 1 })))
  })

  it('survive the end of the bot in their middle: each is created once', async () => {
    const names = Array.from({ length: 24 }, (_, n) => `fir${n}`)
    await checks(world, ann, 'newCustomers', [HEADING, ...names.map((name) => row(name))])
    await ann.presses('Confirm 24 rows')
    const bulk = jobOn(ann)
    const begun = async () => (await outside(world)).tenants.filter(({ displayName }) => displayName.startsWith('fir'))
    for (let tries = 0; tries < 200 && (await begun()).length < 3; tries++)
      await new Promise((resolve) => setTimeout(resolve, 20))
    await world.restart()
    for (let tries = 0; tries < 4; tries++) {
      await world.advance('PT2M')
      await world.settle()
    }
    const done = await ann.taps('bulk-progress', { bulk })
    expect(done.text).toContain('Created\n24')
    for (const name of names) expect([name, await made(world, name)]).toEqual([name, { tenants: 1, orders: 1 }])
  }, 60_000)

  it('are direct ones of a direct-bill partner, who names no reseller', async () => {
    const dover = await world.person('ann@dover.example')
    await dover.says('help')
    expect((await startsBulk(dover, 'newCustomers')).text).not.toContain('Reseller (MPN ID)')
    await checks(world, dover, 'newCustomers', [HEADING, row('yew')])
    expect((await confirms(world, dover)).text).toContain('Created\n1')
    expect(await made(world, 'yew')).toEqual({ tenants: 1, orders: 1 })
    const [, first] = await resultsOf(world, dover)
    const card = await dover.taps('customer', { tenant: first?.at(-3) ?? '' })
    expect(card.text).toContain('Direct')
  })

  it('are for those who may add one, and nobody else’s', async () => {
    const hal = await world.person('hal@harbor.example')
    for (const one of [hal, alder]) expect((await startsBulk(one, 'newCustomers')).inputs).toHaveLength(0)
    await checks(world, ann, 'newCustomers', [HEADING, row('mine')])
    const bulk = jobOn(ann)
    const nowhere = '77777777-0000-4000-8000-00000000b003'
    for (const verb of ['bulk-progress', 'bulk-results', 'bulk-confirm', 'bulk-sent']) {
      const data = { op: 'FOREIGNFOREIGNFO' }
      const foreign = await lagoon.taps(verb, { ...data, bulk })
      expect(foreign.text).toBe((await lagoon.taps(verb, { ...data, bulk: nowhere })).text)
      expect((await hal.taps(verb, { ...data, bulk })).text).not.toContain('Checked')
    }
    await world.settle()
    expect(await made(world, 'mine')).toEqual({ tenants: 0, orders: 0 })
    expect(tenantIdOf(2)).toBe(ann.tenantId)
  })
})
