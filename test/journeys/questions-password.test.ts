import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Person, World } from '../support/world.ts'
import { type Askers, askersOf, firstLine, makes, titlesIn } from './questioned.ts'
import { passwordOn, SHOW } from './selling.ts'

let askers: Askers
let world: World
let ann: Person
let bob: Person
let password: string
beforeAll(async () => {
  askers = await askersOf({ name: 'bakery', kind: 'customer' })
  world = askers.world
  ann = await askers.admin('harbor')
  bob = await world.person('bob@harbor.example')
  await makes(world, ann, 'Acme', 1)
  if (titlesIn(ann.sees).includes('Refresh')) await ann.taps('new-customer', ann.tapOf('Refresh').data)
  password = passwordOn(await ann.presses(SHOW))
  await makes(world, ann, 'Zenith')
}, 120_000)
afterAll(() => world.close())

const EN = (name: string) => `${name} lost the first password, can we see it again?`
const JA = (name: string) => `${name} の最初のパスワードをもう一度表示できますか`

describe('The first password of a customer (Q22)', () => {
  it('was looked at: by whom and when, never the password, and how it is reset', async () => {
    const shown = await askers.sam.says(EN('Acme'))
    expect(firstLine(shown)).toBe('No')
    expect(shown.text).toMatch(
      /Ann Harbor of Harbor looked at the first password of Acme Toys Ltd\. \(admin@acme\S+\) on /,
    )
    expect(shown.text).toContain('Reset password')
    expect(shown.text).toContain('R59')
    const japanese = await askers.gen.says(JA('Acme'))
    expect(firstLine(japanese)).toBe('いいえ')
    expect(japanese.text).toMatch(/Harbor の Ann Harbor さんが 20.+に表示しました/)
    expect(`${JSON.stringify(shown.card)}${JSON.stringify(japanese.card)}`).not.toContain(password)
  })

  it('waits: for whom and until when; its submitter gets the way there, a colleague does not', async () => {
    const shown = await askers.sam.says(EN('Zenith'))
    expect(firstLine(shown)).toBe('Pending')
    expect(shown.text).toMatch(/has not been looked at yet\. Ann Harbor of Harbor can look at it once, until /)
    const own = await ann.says(EN('Zenith'))
    expect(own.text).toContain('Open the confirmation')
    expect(titlesIn(await ann.presses('Open'))).toContain(SHOW)
    const colleague = await bob.says(EN('Zenith'))
    expect(colleague.text).toContain('Nobody else can look at it')
    expect(titlesIn(await bob.presses('Open'))).not.toContain(SHOW)
    const japanese = await askers.gen.says(JA('Zenith'))
    expect(firstLine(japanese)).toBe('保留中')
    expect(japanese.text).toContain('まだ表示されていません')
  })

  it('is told to the reseller without the names of the provider’s people', async () => {
    const alder = await askers.admin('alder')
    const shown = await alder.says(EN('Acme'))
    expect(firstLine(shown)).toBe('No')
    expect(shown.text).toContain('was for Harbor alone')
    expect(shown.text).not.toContain('Ann Harbor')
  })

  it('of a tenant that was not made here was never kept', async () => {
    expect((await askers.sam.says(EN('Bakery'))).text).toContain("The tenant of Bakery wasn't created here")
    expect((await askers.gen.says(JA('Bakery'))).text).toContain('Bakery のテナントはここで作成されたものではない')
  })

  it('without a customer’s name is answered in general', async () => {
    const shown = await askers.sam.says('The customer lost the first password, can we see it again?')
    expect(shown.text).toContain('Ask with the name of the customer')
  })

  it('expires unseen after a day', async () => {
    await world.advance('PT25H')
    const shown = await askers.sam.says(EN('Zenith'))
    expect(firstLine(shown)).toBe('No')
    expect(shown.text).toMatch(/Nobody looked at the first password of Zenith Toys Ltd\..* destroyed on/)
    expect((await askers.gen.says(JA('Zenith'))).text).toContain('一度も表示されないまま')
  })
})
