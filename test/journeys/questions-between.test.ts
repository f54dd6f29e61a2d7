import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Person, World } from '../support/world.ts'
import { directBill, drafts, invites } from './invited.ts'
import { type Askers, askersOf, firstLine, titlesIn } from './questioned.ts'

let askers: Askers
let world: World
let sam: Person
let gen: Person
let alder: Person
let jun: Person
let harbor: Person
beforeAll(async () => {
  askers = await askersOf({ name: 'juniper', locale: 'ja-JP' }, directBill('dover'), {
    name: 'bakery',
    kind: 'customer',
  })
  ;({ world, sam, gen } = askers)
  alder = await askers.admin('alder')
  jun = await askers.admin('juniper')
  harbor = await askers.admin('harbor')
  // Juniper was invited by Harbor, and Harbor has invited others too.
  await jun.says(await invites(harbor, 'ann@juniper.example'))
  await invites(harbor, 'ann@stranger.example')
  await drafts(harbor, 'bob@juniper.example')
  await world.settle()
}, 120_000)
afterAll(() => world.close())

describe('The pending invitations of a partner (Q10)', () => {
  it('are those between the two: nothing is said of its others', async () => {
    expect((await sam.says('Which invitations are pending for Harbor?')).text).toMatch(
      /^Harbor has 3 pending invitations\./,
    )
    const none = await alder.says('Which invitations are pending for Harbor?')
    expect(firstLine(none)).toBe('Between your company and Harbor, no invitation is pending.')
    expect(none.text).not.toMatch(/stranger|juniper|Harbor has/i)
    const old = await alder.says('Which invitations are pending for Harbor for more than 7 days?')
    expect(firstLine(old)).toBe('Between your company and Harbor, no invitation older than 7 days is pending.')
    await alder.says('language ja')
    expect(firstLine(await alder.says('Harbor の保留中の招待は'))).toBe(
      '貴社と Harbor の間に、保留中の招待はありません。',
    )
    await alder.says('language en')
  })

  it('has the one that was sent to the own company', async () => {
    const mine = await jun.says('Harbor の保留中の招待は')
    expect(firstLine(mine)).toBe('貴社と Harbor の間の保留中の招待は 1 件あります。')
    expect(mine.text).not.toContain('stranger')
    await jun.says('language en')
    expect(firstLine(await jun.says('Which invitations are pending for Harbor?'))).toBe(
      'Between your company and Harbor, one invitation is pending.',
    )
    await jun.says('language ja')
  })
})

describe('The partners of a partner (Q13)', () => {
  it('are the own relation: how many others it has is not said', async () => {
    expect(firstLine(await sam.says('Which resellers does Harbor have?'))).toBe('Harbor has 2 indirect resellers.')
    const mine = await alder.says('Which resellers does Harbor have?')
    expect(firstLine(mine)).toMatch(/^Alder is an indirect reseller of Harbor\. They have been partners since /)
    expect(mine.text).not.toMatch(/Birch|Harbor has/)
    const asked = await harbor.says('Which resellers does Alder have?')
    expect(asked.text).toMatch(/^No\nAlder is an indirect reseller itself[\s\S]*They have been partners since/)
    expect(asked.text).not.toMatch(/Alder has one/)
    const none = await jun.says('Harbor の間接リセラーは')
    expect(firstLine(none)).toBe('Juniper と Harbor の間には、これまでパートナーシップが確立されたことはありません。')
    expect(none.text).not.toMatch(/Alder|Birch/)
  })
})

describe('A question that does not fit a company of its kind', () => {
  it.each([
    ['Dover', ['Readiness', 'Become a reseller?'], ['取引の準備状況', '間接リセラーになれるか']],
    ['Bakery', ['Two partners?'], ['複数のパートナー']],
  ])('leads on to what fits %s, whichever it was (Q5, Q13)', async (name, english, japanese) => {
    for (const question of [`Where is the enrollment of ${name}?`, `Which resellers does ${name} have?`])
      expect(titlesIn(await sam.says(question)).slice(0, english.length)).toEqual(english)
    for (const question of [`${name} の登録状態は`, `${name} の間接リセラーは`])
      expect(titlesIn(await gen.says(question)).slice(0, japanese.length)).toEqual(japanese)
  })
})
