import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type Person, startWorld, type World } from '../support/world.ts'
import { mpnIdOf, OPERATOR, type Sketch, worldOf } from './companies.ts'
import { drafts, invites, linkIn, partners, provider } from './invited.ts'
import { titlesOf, toApproval } from './way-in.ts'

const COMPANIES: readonly Sketch[] = [
  { name: 'alder' },
  { name: 'birch' },
  { name: 'maple' },
  provider('harbor'),
  provider('nord', 'DE', 'europe'),
]

let world: World
let requester: Person
beforeAll(async () => {
  world = await startWorld({ SANDBOX_WORLD: worldOf(...COMPANIES) })
  requester = await admin('harbor')
  await (await world.person(OPERATOR.sam)).says('help')
  await requester.says('language en')
  await toApproval(world, await admin('alder'), { mpnId: mpnIdOf(0) })
}, 120_000)
// Ten invitations an hour are the most: every test has an hour of its own.
beforeEach(() => world.advance('PT61M'))
afterAll(() => world.close())

const admin = (company: string): Promise<Person> => world.person(`ann@${company}.example`)

describe('A request', () => {
  it('to the own company is refused in the form, which keeps what was typed', async () => {
    const refused = await drafts(requester, 'sal@harbor.example')
    expect(refused.text).toContain('This address belongs to your own company.')
    expect(refused.inputs.find(({ label }) => label?.startsWith("Reseller's email"))?.value).toBe('sal@harbor.example')
    expect(linkIn(await requester.presses('Next', { "Reseller's email": 'someone@maple.example' }))).toContain('/i/')
  })

  it('to a partner says since when it is one, and to a former partner is drafted again', async () => {
    const ann = await admin('alder')
    await partners(world, requester, ann)
    const refused = await drafts(requester, 'office@alder.example')
    expect(refused.text).toContain('You already have this partnership (since')
    await requester.taps('partner', { tenant: ann.tenantId })
    await requester.presses('Remove partnership')
    const choices = requester.sees.inputs[0]?.choices.map(({ title }) => title) ?? []
    await requester.presses('Yes', { 'I declare for my company': choices })
    await world.settle()
    expect(linkIn(await drafts(requester, 'office@alder.example'))).toContain('/i/')
  })

  it('to another region is drafted while the two are not related, and names both once it was opened (R50)', async () => {
    const asked = await requester.says('request a partnership')
    expect(asked.text).toContain('Only a company in your own CSP region can accept: United States.')
    const draft = await drafts(requester, 'office@nord.example')
    expect(draft.text).not.toContain('Nord')
    expect(draft.text).not.toContain('Europe')
    await requester.presses('Done')
    const katrin = await admin('nord')
    await katrin.says('language en')
    await katrin.says(linkIn(draft))
    await world.settle()
    const refused = await drafts(requester, 'ann@nord.example')
    expect(refused.text).toMatch(/Nord is in .*Europe.*, Harbor in .*United States/)
    await requester.says(linkIn(draft))
    expect((await requester.presses('Renew')).text).toMatch(/Nord is in .*Europe/)
    expect(linkIn(await drafts(requester, 'someone.else@maple.example'))).toContain('/i/')
  })
})

describe('An invitation that was sent by mail', () => {
  const INVITES = 'Harbor invites your company to a partnership'

  it('goes to the global admin in Teams as well, once a day, and not after it is answered', async () => {
    const [ann, sal] = [await admin('birch'), await world.person('sal@birch.example')]
    for (const one of [ann, sal]) await one.says('language en')
    const link = await invites(requester, 'office@birch.example')
    ann.news()
    sal.news()
    const sent = await requester.presses('Send in Teams')
    expect(sent.text).toContain('Global admins of the reseller who use this bot get the invitation in Teams.')
    await world.settle()
    expect(ann.news().filter(({ text }) => text.includes(INVITES))).toHaveLength(1)
    expect(sal.news()).toEqual([])
    expect(await world.mails('bob@birch.example')).toEqual([])

    const again = await requester.presses('Send in Teams')
    expect(again.text).toContain('This invitation was sent in Teams less than a day ago.')
    await world.settle()
    expect(ann.news()).toEqual([])

    await world.advance('PT25H')
    await ann.says(link)
    await requester.says(link)
    expect(requester.sees.text).toContain('Opened')
    await requester.presses('Send in Teams')
    await world.settle()
    expect(ann.news().filter(({ text }) => text.includes(INVITES))).toHaveLength(1)
    await ann.says(link)
    await ann.presses('Decline')
    await requester.says(link)
    expect(titlesOf(requester.sees)).not.toContain('Send in Teams')
  })

  it('tells nobody of a company that the bot has not met, in Teams or by mail', async () => {
    await invites(requester, 'quiet@maple.example')
    const sent = await requester.presses('Send in Teams')
    expect(sent.text).toContain('Global admins of the reseller who use this bot get the invitation in Teams.')
    await world.settle()
    expect(await world.mails('ann@maple.example')).toEqual([])
    expect((await admin('maple')).news()).toEqual([])
  })
})
