import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { met } from '../support/met.ts'
import type { Shown } from '../support/shown.ts'
import { type Person, startWorld, type World } from '../support/world.ts'
import { worldOf } from './companies.ts'
import { directBill, drafts, linkIn, provider } from './invited.ts'

// Whom an address belongs to is nothing that an inviter may learn from a card: nobody's, or a company's that it is not
// related to, whether it uses the bot, wherever it is and whatever it does (domain.md 1.4, isolation rule).
const COMPANIES = ['quiet', 'lively', 'french', 'summit', 'dover']

let world: World
let harbor: Person
beforeAll(async () => {
  world = await startWorld({
    SANDBOX_WORLD: worldOf(
      provider('harbor'),
      { name: 'quiet' },
      { name: 'lively' },
      { name: 'french', country: 'FR' },
      provider('summit', 'JP', 'japan'),
      directBill('dover'),
    ),
  })
  ;[harbor] = await met(world, 'ann@harbor.example', 'ann@lively.example', 'bob@lively.example', 'ann@french.example')
  await met(world, 'ann@summit.example', 'ann@dover.example')
}, 120_000)
// Ten invitations an hour are the most: every address has an hour of its own.
beforeEach(() => world.advance('PT61M'))
afterAll(() => world.close())

const invitesCustomer = async (email: string): Promise<Shown> => {
  await harbor.says('invite new customers')
  return harbor.presses('Next', { "Customer's email": email })
}

/** A card as it is sent, but for what no two invitations share: the address, its link, ids, keys and times. */
const bare = ({ card }: Shown, name: string): string =>
  JSON.stringify(card)
    .replace(/\\\\([_-])/g, '$1')
    .replace(/(\/i\/|%2Fi%2F)[\w-]{43}/g, '$1TOKEN')
    .replaceAll(name, 'NAME')
    .replace(/("(?:invitation|op)":)"[^"]+"/g, '$1"ID"')
    .replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, 'TIME')
    .replace(/\b[A-Z][a-z]+ \d{1,2}, \d{4}(,? (at )?[\d:]+\s[AP]M)?/g, 'TIME')

/** All that the inviter sees of an invitation on its way. */
async function cardsOf(name: string, asks: (email: string) => Promise<Shown>): Promise<readonly string[]> {
  await world.advance('PT61M')
  const draft = await asks(`office@${name}.example`)
  const link = linkIn(draft)
  const seen = [draft, await harbor.presses('Send in Teams'), await harbor.presses('Send in Teams')]
  await world.settle()
  seen.push(await harbor.says(link))
  seen.push(await harbor.presses('Renew'), await harbor.presses('Done'))
  await world.settle()
  seen.push(await harbor.says('invitations'))
  await harbor.presses('Open')
  await harbor.presses('Revoke')
  await world.settle()
  return seen.map((card) => bare(card, name))
}

describe('The cards of an invitation', () => {
  it.each([
    ['a reseller', (email: string) => drafts(harbor, email)],
    ['a customer', invitesCustomer],
  ])('of %s are the same, byte for byte, whoever the address belongs to', async (_, asks) => {
    const nobodys = await cardsOf('nowhere', asks)
    expect(nobodys[0]).toContain('send-in-teams')
    for (const name of COMPANIES) expect(await cardsOf(name, asks), name).toEqual(nobodys)
  })
})
