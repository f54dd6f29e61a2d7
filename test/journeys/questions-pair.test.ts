import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Person, World } from '../support/world.ts'
import { mpnIdOf } from './companies.ts'
import { linkIn, provider } from './invited.ts'
import { type Askers, askersOf, firstLine, makes } from './questioned.ts'
import { toApproval } from './way-in.ts'

let askers: Askers
let world: World
let sam: Person
let gen: Person
let harbor: Person
let kelp: Person
beforeAll(async () => {
  askers = await askersOf({ name: 'kelp' }, { name: 'lilac' }, provider('nord', 'DE', 'europe'))
  ;({ world, sam, gen } = askers)
  harbor = await askers.admin('harbor')
  kelp = await askers.admin('kelp')
  await harbor.says('invite a customer')
  const link = linkIn(await harbor.presses('Next', { "Customer's email": 'ann@kelp.example' }))
  await harbor.presses('Done')
  await kelp.says(link)
  await kelp.presses('Authorize', {
    'I have read this and authorize Harbor for my company': true,
    'I have read the Microsoft Customer Agreement and accept it for my company': true,
  })
  await world.settle()
}, 120_000)
afterAll(() => world.close())

const RULES = /R10[6-9](?= \()/g
const asked = async (x: string, y: string) => {
  const en = await sam.says(`${x} is a customer of ${y} and wants to be its reseller, how?`)
  const ja = await gen.says(`${x}は${y}の顧客ですが、リセラーになりたいそうです。どうすればよいですか？`)
  const rules = (text: string) => [...new Set(text.match(RULES) ?? [])].toSorted()
  expect(rules(ja.text)).toEqual(rules(en.text))
  return { en: en.text, ja: ja.text, rules: rules(en.text) }
}

describe('Customer and reseller of one provider (Q24)', () => {
  it('R109: a customer that wants to be a reseller too is shown what a customer can do', async () => {
    const { en, ja, rules } = await asked('Kelp', 'Harbor')
    expect(en).toMatch(/^No\nKelp is a customer of Harbor, so it can't also be its indirect reseller\./)
    expect(en).toMatch(/Kelp enrolls in CSP with a separate tenant/)
    expect(en).toMatch(/Kelp stays a customer of Harbor and becomes an indirect reseller of another provider/)
    expect(en).toMatch(/Harbor suspends the subscriptions[\s\S]*D14/)
    expect(en).not.toContain('ends the partnership')
    expect(ja).toMatch(/^いいえ\nKelp は Harbor の顧客であるため/)
    expect(ja).toMatch(/Kelp が、CSP 用に別のテナントを用意して登録の手続きを行い/)
    expect(ja).toMatch(/Kelp が Harbor の顧客のまま、別の間接プロバイダーの間接リセラーになります/)
    expect(ja).toMatch(/Kelp との再販業者関係を削除します/)
    expect(ja).not.toContain('パートナーシップを終了し')
    expect(rules).toEqual(['R106', 'R107', 'R109'])
    expect((await harbor.says('Kelp is our customer and wants to be our reseller, is that possible?')).text).toMatch(
      /^No\nKelp is a customer of Harbor/,
    )
  })

  it('a reseller that wants to be a customer too is shown what a reseller can do, with no relation as a customer to be kept', async () => {
    const { en, ja, rules } = await asked('Birch', 'Harbor')
    expect(en).toMatch(/^No\nBirch has been an indirect reseller of Harbor since/)
    expect(en).toMatch(/Birch sets one up as a separate environment that isn't used for CSP/)
    expect(en).toMatch(/Birch ends the partnership with Harbor and works with another indirect provider/)
    expect(en).not.toMatch(/stays a customer|Kelp/)
    expect(ja).toMatch(/^いいえ[\s\S]*Birch が Harbor とのパートナーシップを終了し/)
    expect(ja).not.toContain('顧客のまま')
    expect(rules).toEqual(['R106', 'R107', 'R108'])
    expect((await asked('Harbor', 'Birch')).en).toMatch(/^No\nBirch has been an indirect reseller of Harbor since/)
  })

  it('a pair without any relation may become either, but no customer with a tenant that is used for CSP', async () => {
    const free = await asked('Lilac', 'Harbor')
    expect(free.en).toMatch(
      /^Lilac and Harbor have no relation now\. Lilac can become an indirect reseller or a customer/,
    )
    expect(free.en).toContain('With two tenants: Lilac uses one of them for CSP')
    expect(free.ja).toMatch(/両方になることはできません[\s\S]*2 つのテナントを使い分ける方法/)
    const reseller = await asked('Birch', 'Lagoon')
    expect(reseller.en).toContain('but not its customer with the same tenant, which is used for CSP')
    expect(reseller.ja).toContain('同じテナントで顧客になることはできません')
    for (const { en, ja } of [free, reseller]) {
      expect(en).not.toMatch(/ends the partnership|stays a customer/)
      expect(ja).not.toMatch(/終了し|顧客のまま/)
    }
    expect(free.rules).toEqual(['R106', 'R107', 'R108', 'R109'])
    expect(reseller.rules).toEqual(['R106', 'R107', 'R108'])
    expect(reseller.en).not.toContain('becomes a customer')
    expect(reseller.ja).not.toContain('顧客のみ')
  })

  it('a company of another region can be neither, and of a reseller nobody is a reseller', async () => {
    const apart = await asked('Alder', 'Nord')
    expect(apart.en).toMatch(/^No\nAlder and Nord have no relation now\. They are in different CSP regions[\s\S]*R50/)
    expect(apart.ja).toMatch(/^いいえ\nAlder と Nord の間には[\s\S]*地域が異なるため/)
    const two = await asked('Alder', 'Birch')
    expect(two.en).toMatch(/^No\nOnly an indirect provider and an indirect reseller can be partners\./)
    expect(two.ja).toMatch(/^いいえ\nパートナーシップを確立できるのは、間接プロバイダーと間接リセラーの間のみです。/)
  })

  it('a customer that enrolled meanwhile buys for another tenant from then on', async () => {
    await toApproval(world, kelp, { mpnId: mpnIdOf(4) })
    const { en, ja, rules } = await asked('Kelp', 'Harbor')
    expect(en).toMatch(
      /^No\nKelp is a customer of Harbor[\s\S]*Once the customer relationship of its present tenant is removed/,
    )
    expect(en).not.toContain('enrolls in CSP')
    expect(ja).toContain('現在のテナントの再販業者関係を削除すると')
    expect(rules).toEqual(['R106', 'R107', 'R109'])
  })

  it('two others are told of by the rule alone, with every way that there is', async () => {
    await makes(world, harbor, 'Acme', 1)
    const alder = await askers.admin('alder')
    const shown = await alder.says('Acme is a customer of Harbor and wants to be its reseller, how?')
    expect(shown.text).toMatch(/^Not recorded yet\nHow Acme Toys Ltd. and Harbor stand to each other/)
    expect(shown.text.match(RULES)).toEqual(['R106', 'R107', 'R108', 'R109'])
  })

  it('whoever may not know of the two is told of neither', async () => {
    const alder = await askers.admin('alder')
    expect(firstLine(await alder.says('Kelp is a customer of Harbor and wants to be its reseller, how?'))).toBe(
      'Not found',
    )
  })
})
