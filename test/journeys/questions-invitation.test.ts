import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Person, World } from '../support/world.ts'
import { checks, confirms } from './in-bulk.ts'
import { linkIn } from './invited.ts'
import { type Askers, askersOf, firstLine, titlesIn } from './questioned.ts'

let askers: Askers
let world: World
let sam: Person
let gen: Person
let alder: Person
let bakery: Person
let lagoon: Person
beforeAll(async () => {
  askers = await askersOf(
    { name: 'bakery', kind: 'customer' },
    { name: 'deli', kind: 'customer' },
    { name: 'florist', kind: 'customer' },
  )
  ;({ world, sam, gen } = askers)
  alder = await askers.admin('alder')
  bakery = await askers.admin('bakery')
  lagoon = await askers.admin('lagoon')
  await bakery.says(await invites('ann@bakery.example'))
  await invites('ann@deli.example')
  await invites('ann@florist.example', await askers.admin('birch'))
  await removesBirch(await askers.admin('harbor'))
  await world.settle()
}, 120_000)
afterAll(() => world.close())

/** A reseller invites a customer together with Harbor, and has sent it. */
async function invites(email: string, person = alder): Promise<string> {
  await person.says('invite new customers')
  const link = linkIn(await person.presses('Next', { "Customer's email": email }))
  await person.presses('Done')
  return link
}

async function removesBirch(harbor: Person): Promise<void> {
  const { tenantId } = await askers.admin('birch')
  await harbor.taps('remove-partnership', { tenant: tenantId })
  const declared = 'I declare for my company'
  const all = harbor.sees.inputs.find(({ label }) => label === declared)?.choices.map(({ title }) => title)
  await harbor.presses('Yes', { [declared]: all ?? [] })
}

describe('An invitation to a customer (Q9)', () => {
  it('is told with everything that became of it, and a reminder for who opened it', async () => {
    const shown = await sam.says('Did Bakery open the invitation from Alder?')
    expect(shown.text).toMatch(/^Pending\nThe invitation of Alder to Bakery is opened and not answered yet\./)
    expect(shown.text).toMatch(/Opened by Ann Bakery of Bakery[\s\S]*Waiting for a global admin of the customer/)
    expect(shown.text).toContain('R81')
    const reminded = await sam.presses('Remind about the invitation: Bakery')
    expect(reminded.text).toContain('Reminder sent to those at Bakery')
    expect(titlesIn(reminded)).not.toContain('Remind about the invitation: Bakery')
    await world.settle()
    expect(bakery.told().at(-1)?.text).toContain('An invitation waits for your answer')
    const again = await alder.says('Did Bakery accept our invitation?')
    expect(again.text).toMatch(/^Pending\n/)
    expect((await alder.presses('Remind about the invitation: Bakery')).text).toContain('was reminded on')
    const japanese = await gen.says('Bakery は Alder の招待を開きましたか')
    expect(japanese.text).toMatch(/^保留中\nAlder から Bakery への招待は開封済みですが/)
    expect(japanese.text).toContain('顧客の全体管理者による回答待ちです')
  })

  it('is opened by the customer’s own admin from the answer, and by its sender', async () => {
    const own = await bakery.says('Which invitations has Bakery received?')
    expect(own.text).toContain('Alder')
    await bakery.presses('Open')
    expect(bakery.sees.text).toContain('Authorize Alder and Harbor')
    await alder.says('Did Bakery open our invitation?')
    expect((await alder.presses('Open')).text).toContain('ann@bakery.example')
  })

  it('that nobody has opened yet is found by support, without a reminder that leads nowhere', async () => {
    const shown = await sam.says('Did Deli open the invitation from Alder?')
    expect(shown.text).toMatch(/^Pending\nThe invitation of Alder to Deli is sent and not opened yet\./)
    expect(titlesIn(shown).join()).not.toContain('Remind')
  })

  it('that is not there is said to be none', async () => {
    const shown = await sam.says('Did Deli open the invitation from Lagoon?')
    expect(shown.text).toMatch(/^No\nLagoon has no invitation to Deli on record\./)
  })
})

describe('Why a customer cannot accept an invitation (Q8)', () => {
  it('is told with every guard of the acceptance, to support and to the customer', async () => {
    const shown = await sam.says("Why can't Bakery accept Alder's invitation?")
    expect(shown.text).toMatch(/^Yes\nBakery can authorize Alder and Harbor: a global admin opens the invitation/)
    expect(shown.text).toContain('The partnership with Alder is active.')
    expect(shown.text).toContain('The customer is in the CSP region of Harbor.')
    expect(shown.text).toContain('Global admins of Bakery, who can accept: Ann Bakery')
    expect(shown.text).toContain('R105')
    const own = await bakery.says("Why can't we accept the invitation of Alder?")
    expect(own.text).toMatch(/^Yes\nBakery can authorize Alder and Harbor/)
    const japanese = await gen.says('Bakery が Alder の招待を承諾できないのはなぜですか')
    expect(japanese.text).toMatch(/^はい\nBakery は Alder と Harbor を承認できます。全体管理者が招待を開き/)
  })

  it('names what the acceptance would be refused for', async () => {
    const shown = await sam.says("Why can't Florist accept Birch's invitation?")
    expect(shown.text).toMatch(/^No\nFlorist can't accept the invitation of Birch now\. One thing stands in the way\./)
    expect(shown.text).toContain('No partnership between Harbor and Birch.')
    const japanese = await gen.says('Florist が Birch の招待を承諾できないのはなぜですか')
    expect(japanese.text).toMatch(
      /^いいえ\nFlorist は、現在 Birch の招待を承諾できません。解決が必要な点が 1 件あります。/,
    )
    expect(japanese.text).toContain('Harbor と Birch の間にパートナーシップがありません。')
  })

  it('tells the sender nothing of the customer’s people, and strangers nothing', async () => {
    const sender = await alder.says("Why can't Bakery accept our invitation?")
    expect(sender.text).toMatch(/^Yes\nBakery can authorize Alder and Harbor/)
    expect(sender.text).not.toContain('Ann Bakery, who')
    expect(sender.text).not.toContain('Global admins')
    const foreign = await lagoon.says("Why can't Bakery accept Alder's invitation?")
    expect(firstLine(foreign)).toBe('Not found')
  })

  it('tells the provider that the invitation names what becomes of it, and no other provider', async () => {
    const harbor = await askers.admin('harbor')
    const shown = await harbor.says("Why can't Bakery accept Alder's invitation?")
    expect(shown.text).toMatch(/^Yes\nBakery can authorize Alder and Harbor/)
    expect(shown.text).toContain('The customer is in the CSP region of Harbor.')
    expect(shown.text).not.toContain('Ann Bakery, who')
    expect(shown.text).not.toContain('Drafted for')
    const became = await harbor.says('Did Bakery open the invitation from Alder?')
    expect(became.text).toMatch(/^Pending\nThe invitation of Alder to Bakery is opened and not answered yet\./)
    expect(titlesIn(became)).not.toContain('Open')
    await harbor.says('language ja')
    expect((await harbor.says('Bakery が Alder の招待を承諾できないのはなぜですか')).text).toMatch(
      /^はい\nBakery は Alder と Harbor を承認できます。/,
    )
    await harbor.says('language en')
    // Nobody has opened this one: whose address it went to is as unknown to the provider as to its reseller.
    expect(firstLine(await harbor.says("Why can't Deli accept Alder's invitation?"))).toBe('Not found')
    const birch = await askers.admin('birch')
    for (const stranger of [lagoon, birch])
      expect(firstLine(await stranger.says("Why can't Bakery accept Alder's invitation?"))).toBe('Not found')
  })

  it('leads there from what became of the invitation, and says where there is none', async () => {
    await sam.says('Did Bakery open the invitation from Alder?')
    expect((await sam.presses('Why not accepted?')).text).toMatch(/^Yes\nBakery can authorize/)
    const none = await sam.says("Why can't Deli accept Lagoon's invitation?")
    expect(none.text).toMatch(/^No\nLagoon has no invitation to Deli on record\./)
  })

  it('lists the invitations of a customer that is asked about alone', async () => {
    const shown = await bakery.says("Why can't we accept our invitation?")
    expect(shown.text).toContain('Alder')
  })
})

describe('The invitations of a company (Q10)', () => {
  it('are those that a reseller sent to customers, too', async () => {
    for (const [person, question] of [
      [sam, 'Which invitations are pending for Alder?'],
      [alder, 'Which invitations are pending?'],
      [gen, 'Alder の保留中の招待を表示'],
    ] as const) {
      const { text } = await person.says(question)
      expect(text).toMatch(/ann@deli\.example|ann@bakery\.example/)
      expect(text).toMatch(/Customer invitation|顧客への招待/)
    }
    await sam.says('Which invitations are pending for Alder?')
    expect((await sam.presses('Open')).text).toMatch(/^Pending\nThe invitation of Alder/)
  })

  it('are those that a customer received', async () => {
    const shown = await sam.says('Which invitations are pending for Deli?')
    expect(firstLine(shown)).toBe('Deli has one pending invitation.')
    expect(shown.text).toMatch(/Alder\nCustomer invitation · Sent/)
    expect((await gen.says('Deli の保留中の招待は')).text).toContain('顧客への招待')
    expect((await bakery.says('Which invitations are pending for us?')).text).toContain('Alder')
  })

  it('of a reseller go on page by page, what it sent before what it got', async () => {
    const addresses = Array.from({ length: 20 }, (_, n) => `buyer${n}@many.example`)
    await checks(world, alder, 'invitations', ["Customer's email", ...addresses])
    await confirms(world, alder)
    await alder.presses('I have sent the emails')
    await world.settle()
    for (const [person, question, more] of [
      [sam, 'Which invitations are pending for Alder?', 'More'],
      [sam, 'Which invitations has Alder sent?', 'More'],
      [alder, 'Which invitations are pending?', 'More'],
      [gen, 'Alder の保留中の招待を表示', 'さらに表示'],
    ] as const) {
      const first = (await person.says(question)).text
      const rest = (await person.presses(more)).text
      expect(titlesIn(person.sees), question).not.toContain(more)
      const found = [first, rest].map((text) => [...text.matchAll(/buyer\d+@many\.example/g)].map(([one]) => one))
      expect(found.flat().toSorted(), question).toEqual(addresses.toSorted())
      expect(found[0]).toHaveLength(15)
      expect(rest).toContain('ann@bakery.example')
    }
  })

  it('are nobody’s else', async () => {
    expect(firstLine(await lagoon.says('Which invitations has Bakery received?'))).toBe('Not found')
    expect(firstLine(await lagoon.says('Did Bakery open the invitation from Alder?'))).toBe('Not found')
  })
})
