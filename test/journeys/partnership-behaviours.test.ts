import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Person, startWorld, type World } from '../support/world.ts'
import { mpnIdOf, OPERATOR, type Sketch, worldOf } from './companies.ts'
import { titlesOf, toApproval } from './way-in.ts'

const MPA = { agreements: ['MPA'], provider: { services: ['training', 'financing'], contact: 'join@pine.example' } }

const COMPANIES: readonly Sketch[] = [
  { name: 'pine', kind: 'indirectProvider', more: MPA },
  { name: 'quince' },
  { name: 'rowan' },
  { name: 'sumac' },
  { name: 'teak' },
  { name: 'ulmus', country: 'GB' },
  { name: 'walnut' },
  { name: 'xylia' },
  { name: 'zelkova', kind: 'indirectProvider', country: 'DE', more: MPA },
]

let world: World
let pat: Person
let sam: Person
beforeAll(async () => {
  world = await startWorld({ SANDBOX_WORLD: worldOf(...COMPANIES) })
  pat = await world.person('sal@pine.example')
  sam = await world.person(OPERATOR.sam)
  await Promise.all([pat, sam].map((one) => one.says('help')))
})
afterAll(() => world.close())

const admin = (company: string): Promise<Person> => world.person(`ann@${company}.example`)
const entryOf = (company: string) => ({ mpnId: mpnIdOf(COMPANIES.findIndex(({ name }) => name === company)) })

/** The code of a new invitation from Pine to this company's global admin. */
async function invite(company: string): Promise<string> {
  await pat.says('request a partnership')
  const draft = await pat.presses('Next', { "Reseller's email": `ann@${company}.example`, Language: 'English' })
  const link = /\/i\/([A-Za-z0-9_-]{43})/.exec(JSON.stringify(draft.card))?.[1]
  if (!link) throw new Error(`no link on:\n${draft.text}\n${titlesOf(draft).join(', ')}`)
  return link
}

/** The company is enrolled and a partner of Pine; its admin is back. */
async function partnerOf(company: string): Promise<Person> {
  const ann = await admin(company)
  await toApproval(world, ann, entryOf(company))
  await ann.says(await invite(company))
  await ann.presses('Authorize indirect provider', tickOf(ann))
  await world.settle()
  return ann
}

const tickOf = ({ sees }: Person): Record<string, true> => {
  const tick = sees.inputs.find(({ id }) => id === 'authorize')
  if (!tick?.label) throw new Error('nothing to tick')
  return { [tick.label]: true }
}

/** The card of the one partner whose row is shown. */
async function opens(person: Person, list: string): Promise<void> {
  const shown = await person.says(list)
  const row = shown.buttons.find(({ verb }) => verb === 'partner')
  if (!row?.verb) throw new Error(`no partner on:\n${shown.text}`)
  await person.taps(row.verb, row.data ?? {})
}

describe('What partnerships keep that no single check does', () => {
  it('R37 R51: whoever cannot accept sees everything that is missing and who can', async () => {
    const code = await invite('quince')
    const [ann, sal] = [await admin('quince'), await world.person('sal@quince.example')]
    const early = await ann.says(code)
    expect(early.text).toContain('enroll')
    expect(titlesOf(early)).not.toContain('Authorize indirect provider')
    expect(early.buttons.map(({ verb }) => verb)).toContain('enroll')

    await toApproval(world, ann, entryOf('quince'))
    const agent = await sal.says(code)
    expect(agent.text).toContain('Ann Quince')
    expect(titlesOf(agent)).not.toContain('Authorize indirect provider')
    expect(titlesOf(await ann.says(code))).toContain('Authorize indirect provider')
  })

  it('R43 R44 R45 R47: removal takes two steps, leaves customers and access, and tells nobody', async () => {
    const ann = await partnerOf('rowan')
    await opens(pat, 'indirect resellers')
    ann.news()
    pat.news()
    const asked = await pat.presses('Remove partnership')
    expect(asked.text).toContain('Customers are not removed')
    expect(asked.text).toContain('delegated admin privileges stay unchanged')
    expect((await ann.says('indirect providers')).text).toContain('Pine')

    const yes = asked.buttons.find(({ verb }) => verb === 'confirm-removal')
    if (!yes?.verb) throw new Error('nothing confirms the removal')
    const all = asked.inputs.find(({ id }) => id === 'declarations')?.choices.map(({ value }) => value) ?? []
    expect(all).toHaveLength(5)
    const mails = (await world.mails()).length
    ann.news()
    const gone = await pat.taps(yes.verb, { ...yes.data, declarations: all.join(',') })
    await world.settle()
    expect(gone.text).toContain('No notice was sent.')
    expect([ann.news(), pat.news()]).toEqual([[], []])
    expect(await world.mails()).toHaveLength(mails)
    expect((await pat.says('indirect resellers')).text).not.toContain('Rowan')
    expect((await ann.says('indirect providers')).text).not.toContain('Pine')
  })

  it('R48: the card says what accepting authorizes', async () => {
    const ann = await admin('sumac')
    await toApproval(world, ann, entryOf('sumac'))
    const card = await ann.says(await invite('sumac'))
    expect(card.text).toContain('submit orders and add subscriptions on behalf of your customers')
    expect(card.text).toContain('administrator access to your company’s work account')
    await ann.presses('Authorize indirect provider')
    expect((await ann.says('indirect providers')).text).not.toContain('Pine')
  })

  it('R49: the reseller records that the admin access is removed, and stays a partner', async () => {
    const ann = await partnerOf('teak')
    await opens(ann, 'indirect providers')
    expect(ann.sees.text).toContain('Granted')
    const after = await ann.presses('Record')
    expect(after.text).toContain('Removed (recorded by Ann Teak')
    expect(after.text).toContain('The partnership is active.')
  })

  it('R110: the reseller’s wish to end it goes to support, and the partnership stays', async () => {
    const ann = await partnerOf('walnut')
    await opens(ann, 'indirect providers')
    await ann.presses('Ask Microsoft to end it')
    sam.news()
    const reason = ann.sees.inputs[0]?.label ?? ''
    const [button] = ann.sees.buttons.filter(({ verb }) => verb === 'request-end')
    const after = await ann.presses(button?.title ?? '', { [reason]: 'We change to another provider.' })
    await world.settle()
    expect(after.text).toContain('The partnership stays active')
    expect(sam.news().some(({ text }) => text.includes('We change to another provider.'))).toBe(true)
    expect((await ann.says('indirect providers')).text).toContain('Pine')
  })

  it('R112: a reseller of another region is told both regions', async () => {
    const ann = await admin('ulmus')
    const card = await ann.says(await invite('ulmus'))
    expect(card.text).toContain('Europe')
    expect(card.text).toContain('United States')
    expect(titlesOf(card)).not.toContain('Authorize indirect provider')
    // The provider is told before it sends anything once the company has opened something of it.
    await world.settle()
    await pat.says('request a partnership')
    const asked = await pat.presses('Next', { "Reseller's email": 'office@ulmus.example' })
    expect(asked.text).toMatch(/Ulmus is in .*Europe.*, Pine in .*United States/)
  })

  it('R52 R79: an enrolled reseller finds the providers of its region, with nothing to apply for', async () => {
    const ann = await admin('xylia')
    const verbs = async () => (await ann.says('help')).buttons.map(({ verb }) => verb)
    expect(await verbs()).not.toContain('providers')
    await toApproval(world, ann, entryOf('xylia'))
    expect(await verbs()).toContain('providers')

    const directory = await ann.says('find a provider')
    for (const part of ['Pine', 'Technical training and assistance', 'join@pine.example'])
      expect(directory.text).toContain(part)
    for (const other of ['Quince', 'Zelkova']) expect(directory.text).not.toContain(other)
    const changing = ['draft-invitation', 'accept-invitation', 'request-partnership']
    expect(directory.buttons.filter(({ verb }) => changing.includes(verb ?? ''))).toEqual([])
    expect(directory.inputs.map(({ label }) => label)).toEqual(['Offers all of these'])
  })
})
