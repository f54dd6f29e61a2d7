import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Shown } from '../support/shown.ts'
import { type Person, startWorld, type World } from '../support/world.ts'
import { mpnIdOf, OPERATOR } from './companies.ts'
import { joins, linkIn, provider } from './invited.ts'
import { BASIC, REVIEW, shopOf, toReviewOf } from './selling.ts'
import { titlesOf } from './way-in.ts'

const MCA = 'I have read the Microsoft Customer Agreement and accept it for my company'
const authorizes = (partner: string) => `I have read this and authorize ${partner} for my company`

let world: World
let harbor: Person
let lagoon: Person
let alder: Person
let birch: Person
let cafe: Person
let sam: Person

beforeAll(async () => {
  world = await startWorld({
    SANDBOX_WORLD: shopOf({ name: 'alder' }, { name: 'birch' }, provider('harbor'), provider('lagoon'), {
      name: 'cafe',
      kind: 'customer',
    }),
  })
  const ann = (company: string) => world.person(`ann@${company}.example`)
  ;[harbor, lagoon, alder, birch, cafe] = [
    await ann('harbor'),
    await ann('lagoon'),
    await ann('alder'),
    await ann('birch'),
    await ann('cafe'),
  ]
  sam = await world.person(OPERATOR.sam)
  await joins(world, alder, mpnIdOf(0), harbor)
  await joins(world, birch, mpnIdOf(1), harbor)
  await invitesBoth()
  await invitesAlone()
  await sells(harbor)
  await sells(lagoon)
  await creates()
}, 120_000)
afterAll(() => world.close())

/** Alder and Harbor become Cafe's resellers at once. */
async function invitesBoth() {
  await alder.says('invite new customers')
  const link = linkIn(await alder.presses('Next', { "Customer's email": cafe.email }))
  await alder.presses('Done')
  await cafe.says(link)
  const done = await cafe.presses('Authorize', { [authorizes('Alder and Harbor')]: true, [MCA]: true })
  expect(done.text).toContain('✓')
  await world.settle()
}

/** Lagoon sells to Cafe as well, and has nothing to do with the two. */
async function invitesAlone() {
  await lagoon.says('invite a customer')
  const link = linkIn(await lagoon.presses('Next', { "Customer's email": cafe.email }))
  await lagoon.presses('Done')
  await cafe.says(link)
  expect((await cafe.presses('Authorize', { [authorizes('Lagoon')]: true })).text).toContain('✓')
  await world.settle()
}

async function sells(seller: Person) {
  await seller.says('customers')
  await seller.presses('Open')
  await seller.presses('Add subscription')
  await seller.presses(REVIEW, {
    Subscription: `${BASIC}: 1-300`,
    'Number of licenses': seller === harbor ? '11' : '77',
    ...(seller === harbor ? { 'Reseller (MPN ID)': `Alder (${mpnIdOf(0)})` } : {}),
  })
  await seller.presses('Submit')
  await world.settle()
  await seller.says('customers')
  await seller.presses('Open')
  await seller.presses('Manage')
  await seller.presses('Change the number of licenses')
  await seller.presses('Submit', { 'Number of licenses': seller === harbor ? '12' : '78' })
  await world.settle()
}

/** Harbor adds a customer of its own, which no reseller serves; another one it gives up. */
async function creates() {
  await harbor.says('add new customer')
  await toReviewOf(harbor, 'Zenith')
  await harbor.presses('Submit')
  await harbor.says('add new customer')
  await toReviewOf(harbor, 'Yonder')
  await harbor.presses('Cancel')
  await world.settle()
}

/** All pages of what somebody reads. */
async function everything(person: Person): Promise<string> {
  const pages: string[] = []
  for (let page = await person.says('history'); ; page = await person.presses('Older entries')) {
    pages.push(page.text)
    if (!titlesOf(page).includes('Older entries')) return pages.join('\n')
  }
}

const linkOn = ({ buttons }: Shown): string => new URL(buttons.find((one) => one.url !== undefined)?.url ?? '').pathname

describe('The history of customers', () => {
  it('tells a provider all that it did and was done with it', async () => {
    const text = await everything(harbor)
    for (const said of [
      'Reseller relationship established: Alder (Indirect reseller), Harbor (Indirect provider)',
      'Microsoft Customer Agreement signed by the customer',
      'Order submitted: Business Basic × 11',
      'Order confirmed by Partner Center',
      'Change of a subscription sent to Partner Center: number of licenses',
      'Number of licenses changed: 11 → 12',
      'Customer created: Zenith Toys Ltd.',
      'New customer submitted',
      'New customer finished',
      'New customer canceled',
    ])
      expect(text).toContain(said)
    expect(text).not.toMatch(/Lagoon|77|78/)
  })

  it('tells a reseller its own part, and never what another provider does there (R102)', async () => {
    const text = await everything(alder)
    for (const said of [
      'Reseller relationship established: Alder (Indirect reseller), Harbor (Indirect provider)',
      'Order submitted: Business Basic × 11',
      'Number of licenses changed: 11 → 12',
    ])
      expect(text).toContain(said)
    expect(text).not.toMatch(/Lagoon|× 77|77 → 78|Zenith|Yonder|sent to Partner Center/)
  })

  it('tells the other provider its own part, and nothing of the two', async () => {
    const text = await everything(lagoon)
    for (const said of [
      'Reseller relationship established: Lagoon (Indirect provider)',
      'Order submitted: Business Basic × 77',
      'Number of licenses changed: 77 → 78',
    ])
      expect(text).toContain(said)
    expect(text).not.toMatch(/Alder|Harbor|× 11|11 → 12/)
    expect(await everything(birch)).not.toMatch(/Cafe|Lagoon|Zenith|× 11/)
  })

  it('tells the customer what took effect at its company, whoever did it', async () => {
    const text = await everything(cafe)
    for (const said of [
      '× 11',
      '× 77',
      '11 → 12',
      '77 → 78',
      'Alder (Indirect reseller)',
      'Lagoon (Indirect provider)',
    ])
      expect(text).toContain(said)
    expect(text).not.toMatch(/Zenith|sent to Partner Center/)
  })

  it('is read by support as a whole, from its home, and of one customer and one operation', async () => {
    expect(titlesOf(await sam.says('home'))).toContain('History')
    await sam.presses('History')
    const all = await everything(sam)
    for (const said of ['× 11', '77 → 78', 'Zenith Toys Ltd.', 'Cafe · Harbor', 'Cafe · Lagoon'])
      expect(all).toContain(said)
    await sam.says('history')
    const ofCafe = await sam.presses('Show', { Company: 'Cafe', Operation: 'Submit an order' })
    expect(ofCafe.text).toContain('77 → 78')
    expect(ofCafe.text).toContain('11 → 12')
    expect(ofCafe.text).not.toMatch(/Zenith|relationship established/)
    await sam.says('history')
    const created = await sam.presses('Show', { Operation: 'Create a customer' })
    expect(created.text).toContain('Customer created: Zenith Toys Ltd.')
    expect(created.text).not.toContain('77 → 78')
  })

  it('goes into the file as it stands on the card, and speaks Japanese', async () => {
    await alder.says('history')
    const { text } = await world.post(linkOn(await alder.presses('CSV file')), '')
    expect(text).toContain('Order submitted: Business Basic × 11')
    expect(text).not.toMatch(/Lagoon|× 77|Zenith/)
    await alder.says('language ja')
    expect((await alder.says('履歴')).text).toMatch(/注文を送信: Business Basic × 11/)
    await alder.says('language en')
  })

  it('answers who changed what and when at one’s own company (Q27)', async () => {
    const answer = await lagoon.taps('ask', { question: 'Q27', companies: lagoon.tenantId, operation: 'P31' })
    expect(answer.text).toContain('77 → 78')
    expect(answer.text).not.toContain('11 → 12')
  })
})

describe('A reminder and a request', () => {
  it('stand in the histories of both companies', async () => {
    await birch.says('providers')
    await birch.taps('ask-provider', { op: 'R'.repeat(16), company: harbor.tenantId, companyName: 'Quince' })
    await world.settle()
    expect(await everything(birch)).toContain('Harbor asked to add the customer')
    expect(await everything(harbor)).toContain('Harbor asked to add the customer')
    expect(await everything(alder)).not.toContain('asked to add')
  })
})
