import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { countryRule } from '../../domain/countries.ts'
import { type Person, startWorld, type World } from '../support/world.ts'
import { tenantIdOf } from './companies.ts'
import { linkIn, provider } from './invited.ts'
import { BASIC, customer, DETAILS, made, outside, passwordOn, REVIEW, SHOW, shopOf } from './selling.ts'
import { titlesOf } from './way-in.ts'

const RESTRICTED = 'restricted direct-bill partner'

let world: World
let ann: Person
let sal: Person
let restricted: Person

beforeAll(async () => {
  const MPA = { agreements: ['MPA'] }
  const file = shopOf(
    { name: 'evergreen', kind: 'directBill', more: MPA },
    { name: 'cedar', kind: 'directBill', more: { ...MPA, directBill: { restricted: true } } },
    provider('harbor'),
    { name: 'willow', kind: 'customer', more: { agreements: [{ type: 'MCA', at: '2023-06-01' }] } },
    { name: 'rowan', kind: 'customer', more: { agreements: [{ type: 'MCA', region: 'japan' }] } },
  )
  world = await startWorld({ SANDBOX_WORLD: file })
  ann = await world.person('ann@evergreen.example')
  sal = await world.person('sal@evergreen.example')
  restricted = await world.person('ann@cedar.example')
}, 60_000)
beforeEach(async () => {
  for (const one of [ann, sal, restricted]) await one.says('language en')
})
afterAll(() => world.close())

const tenantOf = async (name: string): Promise<string> =>
  (await outside(world)).tenants.find(({ displayName }) => displayName.startsWith(name))?.tenantId ?? ''

describe('A direct customer', () => {
  it('P29: is added by a direct-bill partner without any reseller, and is its own to bill', async () => {
    expect(titlesOf(await sal.says('help'))).toContain('Add new customer')
    const form = await sal.says('add new customer')
    expect(form.text).toContain('A direct customer of your company')
    expect(form.inputs.map(({ label }) => label)).not.toContain('Indirect reseller')
    const lines = await sal.presses(DETAILS, customer('Otter'))
    expect(lines.inputs.map(({ label }) => label)).not.toContain('Reseller (MPN ID)')
    expect(lines.text).not.toContain('No reseller is named')
    const review = await sal.presses(REVIEW, { Subscription: BASIC, 'Number of licenses': '5' })
    expect(review.text).toContain('None: a direct customer of your company.')
    expect(review.text).not.toContain('incentives')
    await sal.presses('Submit')
    await world.settle()
    expect(await made(world, 'Otter')).toEqual({ tenants: 1, orders: 1 })
    await sal.says('unfinished customers')
    await sal.says('customers')
    expect(sal.sees.text).toMatch(/Otter Toys Ltd\.[\s\S]*Direct/)
    const card = await sal.presses('Open')
    expect(card.text).toContain('Tess Toy on June 30, 2025')
    expect(titlesOf(card)).toContain('Add subscription')
  })

  it('shows its password once to whoever submitted it', async () => {
    await sal.says('add new customer')
    await sal.presses(DETAILS, customer('Marten'))
    await sal.presses(REVIEW, { Subscription: BASIC, 'Number of licenses': '5' })
    await sal.presses('Submit')
    await world.settle()
    if (titlesOf(sal.sees).includes('Refresh')) await sal.taps('new-customer', sal.tapOf('Refresh').data)
    expect(passwordOn(await sal.presses(SHOW)).length).toBeGreaterThan(8)
  })

  it('P31: is ordered for without a reseller, by its partner alone', async () => {
    await sal.says('customers')
    await sal.presses('Search', { 'The name begins with': 'Otter' })
    await sal.presses('Open')
    const form = await sal.presses('Add subscription')
    expect(form.inputs.map(({ label }) => label)).toEqual(['Subscription', 'Number of licenses'])
    const review = await sal.presses(REVIEW, { Subscription: 'Exchange: 1-10,000', 'Number of licenses': '3' })
    expect(review.text).not.toContain('Reseller (MPN ID)')
    await sal.presses('Submit')
    await world.settle()
    const { orders } = await outside(world)
    expect(orders.at(-1)).toMatchObject({ owner: tenantIdOf(0), lines: [{ offerId: 'exchange', licenses: 3 }] })
    const harbor = await world.person('ann@harbor.example')
    await harbor.says('help')
    expect((await harbor.taps('order-form', { tenant: await tenantOf('Otter') })).text).not.toContain('Otter')
  })

  it('P30: is attested for by an admin or sales agent of its partner, and by nobody else there', async () => {
    const tenant = await tenantOf('Otter')
    const data = { op: 'AAAABBBBCCCCDDDD', tenant, firstName: 'Tess', lastName: 'Toy', email: 'tess@otter.example' }
    const refused = await ann.taps('attest-agreement', { ...data, agreedOn: '2025-07-01' })
    expect(refused.text).toContain('You need the admin agent or sales agent role')
    await sal.says('language en')
    const form = await sal.taps('agreement-form', { tenant })
    const picker = JSON.stringify(form.card).match(/\{"type":"Input.Date"[^}]*\}/)?.[0] ?? '{}'
    const today = JSON.parse((await world.post('/sandbox/clock', { advance: 'PT1S' })).text) as { now: string }
    const max = new Intl.DateTimeFormat('sv-SE', { timeZone: countryRule('US').timeZone }).format(new Date(today.now))
    expect(JSON.parse(picker)).toMatchObject({ id: 'agreedOn', min: '2014-01-01', max })
    for (const agreedOn of ['2013-12-31', '2999-01-01']) {
      const early = await sal.taps('attest-agreement', { ...data, op: 'AAAABBBBCCCCFFFF', agreedOn })
      expect(early.text).toContain('Enter the day the customer accepted the agreement, from January 1, 2014 to today.')
    }
    await sal.says('language ja')
    const japanese = await sal.taps('attest-agreement', { ...data, op: 'AAAABBBBCCCCFFFF', agreedOn: '2013-12-31' })
    expect(japanese.text).toContain('2014年1月1日から今日までの日付で入力してください。')
    await sal.says('language en')
    await sal.taps('attest-agreement', { ...data, op: 'AAAABBBBCCCCEEEE', agreedOn: '2025-07-01' })
    expect((await sal.taps('customer', { tenant })).text).toContain('Tess Toy on July 1, 2025')
  })

  it('is added in Japanese just the same', async () => {
    await ann.says('language ja')
    const form = await ann.says('新しい顧客の追加')
    expect(form.text).toContain('貴社の直接顧客として追加します。')
    expect(form.inputs.map(({ label }) => label)).not.toContain('間接リセラー')
    await ann.presses('次へ: サブスクリプション', {
      法人名: 'かわうそ株式会社',
      ドメインのプレフィックス: 'kawauso',
      '住所 1': '1 Toy Street',
      市区町村: 'Seattle',
      都道府県: 'ワシントン州',
      郵便番号: '98101',
      姓: '川',
      名: '宇',
      '顧客のメール アドレス': 'u@kawauso.example',
      同意日: '2025/06/30',
    })
    const review = await ann.presses('次へ: 確認', { サブスクリプション: BASIC, ライセンス数: '5' })
    expect(review.text).toContain('なし (貴社の直接顧客です)')
    await ann.presses('送信')
    await world.settle()
    expect(await made(world, 'kawauso')).toEqual({ tenants: 1, orders: 1 })
  })

  it('that signed the Microsoft Customer Agreement with Microsoft before is not asked for it again (D11)', async () => {
    await sal.says('invite new customers')
    const link = linkIn(await sal.presses('Next', { "Customer's email": 'ann@willow.example' }))
    await sal.presses('Done')
    const willow = await world.person('ann@willow.example')
    await willow.says('言語 ja')
    const asked = await willow.says(link)
    expect(asked.inputs.map(({ id }) => id)).toEqual(['authorize', 'reason'])
    const [tick] = asked.inputs
    await willow.presses('承認する', { [tick?.label ?? '']: true })
    await world.settle()
    const tenant = tenantIdOf(3)
    expect((await sal.taps('customer', { tenant })).text).toContain('2023')
    await sal.presses('Add subscription')
    await sal.presses(REVIEW, { Subscription: `${BASIC}: 1-300`, 'Number of licenses': '2' })
    await sal.presses('Submit')
    await world.settle()
    expect((await outside(world)).orders.at(-1)).toMatchObject({ customer: tenant, lines: [{ licenses: 2 }] })
  })

  it('R103: works with several partners at once, with or without an order', async () => {
    const harbor = await world.person('ann@harbor.example')
    await harbor.says('language en')
    await harbor.says('invite new customers')
    const link = linkIn(await harbor.presses('Next', { "Customer's email": 'ann@willow.example' }))
    await harbor.presses('Done')
    const willow = await world.person('ann@willow.example')
    await willow.says('language en')
    const [tick] = (await willow.says(link)).inputs
    await willow.presses('Authorize', { [tick?.label ?? '']: true })
    await world.settle()
    const own = await willow.says('our partners')
    expect(own.text).toContain('Harbor')
    expect(own.text).toContain('Evergreen')
    const seen = await harbor.taps('customer', { tenant: tenantIdOf(3) })
    expect(seen.text).toContain('Willow')
    expect(seen.text).not.toContain('Evergreen')
    expect(seen.text).not.toContain(BASIC)
  })

  it('R85: is told from an indirect one by its card', async () => {
    const direct = await sal.taps('customer', { tenant: tenantIdOf(3) })
    expect(direct.text).toContain('Direct: your company sells, bills and orders here itself.')
    expect(direct.text).toContain('Bill the customer directly')
    const harbor = await world.person('ann@harbor.example')
    const indirect = await harbor.taps('customer', { tenant: tenantIdOf(3) })
    expect(indirect.text).toContain('Indirect: the indirect provider sells and orders')
    expect(indirect.text).not.toContain('Bill the customer directly')
  })

  it('whose agreement is of another region is asked for it', async () => {
    await sal.says('invite new customers')
    const link = linkIn(await sal.presses('Next', { "Customer's email": 'ann@rowan.example' }))
    await sal.presses('Done')
    const rowan = await world.person('ann@rowan.example')
    expect((await rowan.says(link)).inputs.map(({ id }) => id)).toEqual(['authorize', 'mcaAccepted', 'reason'])
  })

  it('D17: is not added, ordered anew for or invited by a restricted direct-bill partner', async () => {
    expect((await restricted.says('add new customer')).text).toContain(RESTRICTED)
    expect((await restricted.taps('invite-customer', { kind: 'direct' })).text).toContain(RESTRICTED)
    await restricted.says('言語 ja')
    expect((await restricted.says('新しい顧客の追加')).text).toContain('制限付きの直接請求パートナー')
  })
})
