import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { met } from '../support/met.ts'
import { type Person, startWorld, type World } from '../support/world.ts'
import { OPERATOR, type Sketch, worldOf } from './companies.ts'
import { AUTHORIZE, drafts, invites, linkIn, partners, provider, TICK } from './invited.ts'
import { allToApproval, titlesOf } from './way-in.ts'

const ENROLLED = ['alder', 'birch', 'cedar', 'dogwood', 'elm', 'fir'] as const
const COMPANIES: readonly Sketch[] = [
  ...ENROLLED.map((name) => ({ name })),
  { name: 'maple' },
  { name: 'stranger' },
  provider('harbor'),
  provider('nord', 'DE', 'europe'),
]
const DECLARED = 'I declare for my company'

let world: World
let requester: Person
beforeAll(async () => {
  world = await startWorld({ SANDBOX_WORLD: worldOf(...COMPANIES) })
  ;[requester] = await met(world, 'ann@harbor.example', OPERATOR.sam)
  await allToApproval(world, ENROLLED)
}, 120_000)
// Ten invitations an hour are the most: every test has an hour of its own.
beforeEach(() => world.advance('PT61M'))
afterAll(() => world.close())

const admin = (company: string): Promise<Person> => world.person(`ann@${company}.example`)
const path = (link: string): string => link.replace(world.url, '')
const count = (text: string, part: string): number => text.split(part).length - 1

/** What the history of the partnership with this company says to the requester. */
async function historyWith(company: string): Promise<string> {
  await requester.says('resellers')
  const tenant = (await admin(company)).tenantId
  return (await requester.taps('partnership-history', { tenant })).text
}

describe('The draft', () => {
  it('is shown again instead of a second one for the same address', async () => {
    const first = linkIn(await drafts(requester, 'someone@maple.example'))
    const again = await drafts(requester, 'Someone@Maple.example')
    expect(again.text).toContain('An invitation for someone@maple.example is open already. Here it is.')
    expect(linkIn(again)).toBe(first)
  })

  it('keeps what was typed without the link, refuses it, and can have the link back', async () => {
    const link = linkIn(await drafts(requester, 'someone@maple.example'))
    const refused = await requester.presses('Save', { Message: 'Do join us.' })
    expect(refused.text).toContain('Keep the personalized link in the message.')
    expect(refused.inputs[0]?.value).toBe('Do join us.')
    const restored = await requester.presses('Restore the link')
    expect(restored.text).not.toContain('Keep the personalized link')
    expect(restored.inputs[0]?.value).toBe(`Do join us.\n\n${link}`)
  })

  it('opens in email with the link, in either language', async () => {
    await requester.says('request a partnership')
    const japanese = await requester.presses('Next', { "Reseller's email": 'hana@maple.example', Language: '日本語' })
    const english = await drafts(requester, 'someone@maple.example')
    for (const shown of [japanese, english]) {
      const url = shown.buttons.find(({ title }) => title === 'Open in email')?.url ?? ''
      expect(url.length).toBeLessThanOrEqual(2_000)
      expect(url).toMatch(/^mailto:/)
      expect(decodeURIComponent(url)).toContain(linkIn(shown))
    }
  })
})

describe('The link', () => {
  it('changes nothing when it is only fetched, and every dead one looks the same', async () => {
    const link = await invites(requester, 'bob@alder.example')
    await world.settle()
    const before = world.stored()
    const pages = await Promise.all(Array.from({ length: 50 }, () => world.get(path(link))))
    for (const { status, text } of pages) expect([status, text.includes('Harbor')]).toEqual([200, true])
    expect(world.stored()).toEqual(before)

    await requester.presses('Revoke')
    const dead = await world.get(path(link))
    const unknown = await world.get(`/i/${'u'.repeat(43)}`)
    const garbled = await world.get(`${path(link).slice(0, -3)}%00~`)
    expect(unknown).toEqual(dead)
    expect(garbled).toEqual(dead)
    expect(dead.text).not.toContain('Harbor')
  })

  it('shows another company what it shows for an unknown code', async () => {
    const link = await invites(requester, 'cy@alder.example')
    const stranger = await admin('stranger')
    await stranger.says('language en')
    const foreign = await stranger.says(link)
    const unknown = await stranger.says(`${world.url}/i/${'u'.repeat(43)}`)
    expect(foreign.text).toContain('No invitation found')
    expect(foreign.text).toBe(unknown.text)
    expect(titlesOf(foreign)).toEqual(titlesOf(unknown))
  })
})

describe('An acceptance', () => {
  it('takes the tick, lists both, and tells both', async () => {
    const [ann, bob] = [await admin('alder'), await world.person('bob@alder.example')]
    const link = await invites(requester, 'dan@alder.example')
    await bob.says('language ja')
    expect(titlesOf(await bob.says(link))).toContain('間接プロバイダーを承認する')
    expect((await ann.says(`Look: ${link}`)).text).toContain('You grant Harbor administrator access')
    const unticked = await ann.presses(AUTHORIZE)
    expect(unticked.text).toContain('Tick the box to authorize the provider.')
    await world.settle()
    expect((await requester.says('resellers')).text).not.toContain('Alder')
    requester.news()
    bob.news()
    await ann.says(link)
    expect((await ann.presses(AUTHORIZE, TICK)).text).toContain('✓ Harbor is your indirect provider')
    await world.settle()
    expect((await requester.says('resellers')).text).toContain('Alder')
    expect((await ann.says('providers')).text).toContain('Harbor')
    expect(requester.news().filter(({ text }) => text.includes('Alder is now your indirect reseller'))).toHaveLength(1)
    expect(bob.news().filter(({ text }) => text.includes('Harbor'))).toHaveLength(1)
    expect(requester.told().filter(({ text }) => text.includes('Alder opened your invitation'))).toHaveLength(1)
  })

  it('makes one partnership of thirty at once, of the same again, and after a restart', async () => {
    const ann = await admin('birch')
    const link = await invites(requester, ann.email)
    await ann.says(link)
    const { verb, data } = ann.tapOf(AUTHORIZE, TICK)
    await Promise.all(Array.from({ length: 30 }, () => ann.taps(verb, data)))
    await world.restart()
    await world.settle()
    expect((await ann.taps(verb, data)).text).toContain('✓ Harbor is your indirect provider')
    await world.settle()
    expect(count(await historyWith('birch'), 'Partnership established')).toBe(1)
    expect(count((await requester.says('resellers')).text, 'Birch')).toBe(1)
    expect(count((await ann.says('providers')).text, 'Harbor')).toBe(1)
    expect(requester.told().filter(({ text }) => text.includes('Birch is now your indirect reseller'))).toHaveLength(1)
  })

  it('waits for the enrollment, and the requester hears why', async () => {
    const ann = await admin('maple')
    await ann.says('language en')
    const link = await invites(requester, ann.email)
    const shown = await ann.says(link)
    expect(shown.text).toContain('Your company isn’t enrolled as an indirect reseller yet. You can enroll it here.')
    expect(shown.buttons.some(({ verb }) => verb?.startsWith('enroll'))).toBe(true)
    await world.settle()
    expect(requester.told().at(-1)?.text).toContain("Maple can't accept your invitation yet")
  })

  it('names both regions when they differ', async () => {
    const katrin = await admin('nord')
    await katrin.says('language en')
    const ann = await admin('cedar')
    const shown = await ann.says(await invites(katrin, ann.email))
    expect(shown.text).toMatch(/Your company is in the United States, Nord in Europe/)
    expect(titlesOf(shown)).not.toContain(AUTHORIZE)
    await world.settle()
    expect((await drafts(katrin, 'bob@cedar.example')).text).toMatch(/Cedar is in .*United States.*, Nord in .*Europe/)
  })

  it('is for a global admin: a sales agent sees who can, and cannot by a forged tap', async () => {
    const [ann, sal] = [await admin('cedar'), await world.person('sal@cedar.example')]
    const link = await invites(requester, ann.email)
    await ann.says(link)
    const { verb, data } = ann.tapOf(AUTHORIZE, TICK)
    await sal.says('language en')
    const shown = await sal.says(link)
    expect(shown.text).toMatch(/You need the Global admin role for this. People who have it: .*Ann Cedar/i)
    expect(titlesOf(shown)).not.toContain(AUTHORIZE)
    expect((await sal.taps(verb, data)).text).not.toContain('✓')
    await world.settle()
    expect((await requester.says('resellers')).text).not.toContain('Cedar')
  })
})

describe('An invitation', () => {
  it('can be declined, and the requester hears it', async () => {
    const ann = await admin('dogwood')
    await ann.says(await invites(requester, ann.email))
    expect((await ann.presses('Decline')).text).toContain('Invitation declined')
    await world.settle()
    expect(requester.told().at(-1)?.text).toContain('Dogwood declined your invitation')
  })
})

describe('A removal', () => {
  it('takes every declaration, tells nobody, and leaves room for a new invitation', async () => {
    const ann = await admin('elm')
    await partners(world, requester, ann)
    ann.news()
    const mails = (await world.mails()).length
    await requester.taps('partner', { tenant: ann.tenantId })
    await requester.presses('Remove partnership')
    const choices = requester.sees.inputs[0]?.choices.map(({ title }) => title) ?? []
    expect(choices).toHaveLength(5)
    const refused = await requester.presses('Yes', { [DECLARED]: choices.slice(1) })
    expect(refused.text).toContain('Confirm every statement to remove the partnership.')
    const removed = await requester.presses('Yes', { [DECLARED]: choices })
    expect(removed.text).toContain('The partnership with Elm is removed')
    await world.settle()
    expect((await requester.says('resellers')).text).not.toContain('Elm')
    expect(ann.news()).toEqual([])
    expect((await world.mails()).length).toBe(mails)
    expect((await ann.says('providers')).text).not.toContain('Harbor')
    await partners(world, requester, ann)
    expect(await historyWith('elm')).toContain('Partnership removed by the indirect provider')
    expect((await requester.says('resellers')).text).toContain('Elm')
  })
})
