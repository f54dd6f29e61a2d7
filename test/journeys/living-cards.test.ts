import { DatabaseSync } from 'node:sqlite'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { chatOf, comesIntoView, lastMessage, type Message, refreshOf } from '../support/chat.ts'
import { type Person, startWorld, type World } from '../support/world.ts'
import { worldOf } from './companies.ts'
import { AUTHORIZE, drafts, invites, linkIn, partners, provider, TICK } from './invited.ts'
import { allToApproval, titlesOf } from './way-in.ts'

const NAMES = [
  'alder',
  'birch',
  'cedar',
  'dogwood',
  'elm',
  'fir',
  'gum',
  'holly',
  'ivy',
  'juniper',
  'kauri',
  'larch',
  'maple',
] as const
type Company = (typeof NAMES)[number]

let world: World
let requester: Person
beforeAll(async () => {
  world = await startWorld({ SANDBOX_WORLD: worldOf(...NAMES.map((name) => ({ name })), provider('harbor')) })
  requester = await world.person('ann@harbor.example')
  await allToApproval(world, NAMES)
}, 120_000)
// Ten invitations an hour are the most: every test has an hour of its own.
beforeEach(() => world.advance('PT61M'))
afterEach(() => world.connector.script([]))
afterAll(() => world.close())

const admin = (company: Company): Promise<Person> => world.person(`ann@${company}.example`)
const messageOf = (person: Person, id: string): Message => {
  const found = chatOf(world, person).find((one) => one.id === id)
  if (found === undefined) throw new Error(`${person.name} has no ${id}`)
  return found
}
const codeOf = (link: string): string => link.slice(-43)

/** Everything that lies in the store about copies. */
function copies(): string {
  const db = new DatabaseSync(world.databaseFile, { readOnly: true })
  const rows = db.prepare("SELECT id, body FROM docs WHERE pk LIKE 'copies:%' AND id LIKE 'of:%'").all()
  db.close()
  return rows.map(({ id, body }) => `${id} ${body}`).join('\n')
}

/** This person's card of the invitation, as a message in their chat. */
async function opens(person: Person, link: string): Promise<Message> {
  await person.says('language en')
  await person.says(link)
  return lastMessage(world, person)
}

/** Pressed on the message itself, as Teams names it. */
async function pressesOn(person: Person, { id, card }: Message, title: string, typed = {}): Promise<void> {
  const { verb, data } = person.tapOf(title, typed, { on: card })
  await person.taps(verb, data, { on: id })
}

describe('A card of an invitation', () => {
  it('asks for itself again, for its reader alone, and carries nothing but the code', async () => {
    const ann = await admin('alder')
    const link = await invites(requester, ann.email)
    const { card } = await opens(ann, link)
    expect(refreshOf(card)).toEqual({
      action: { type: 'Action.Execute', title: 'Refresh', verb: 'open-invitation', data: { code: codeOf(link) } },
      userIds: [`29:${ann.aadObjectId}`],
    })
    const tapped = await ann.taps('open-invitation', { code: codeOf(link) })
    expect(refreshOf(tapped)?.userIds).toEqual([`29:${ann.aadObjectId}`])
  })

  it('that comes into view says what is so, writes nothing, and has been opened by nobody', async () => {
    const ann = await admin('alder')
    await requester.says('language en')
    const link = linkIn(await drafts(requester, 'una@alder.example'))
    await requester.presses('Done')
    await world.settle()
    requester.news()
    const before = world.stored()
    const message = { id: 'forwarded', card: { ...ann.sees, card: { refresh: asking(link) } }, updates: 0 }
    const shown = await comesIntoView(world, ann, message)
    expect(titlesOf(shown)).toContain(AUTHORIZE)
    expect(refreshOf(shown)?.userIds).toEqual([`29:${ann.aadObjectId}`])
    await world.settle()
    expect(world.stored()).toEqual(before)
    expect(requester.news().filter(({ text }) => text.includes('opened your invitation'))).toEqual([])
    await ann.says(link)
    await world.settle()
    expect(requester.news().filter(({ text }) => text.includes('opened your invitation'))).toHaveLength(1)
  })

  it('changes nothing by any other verb that asks by itself', async () => {
    const ann = await admin('alder')
    const link = await invites(requester, 'vic@alder.example')
    await opens(ann, link)
    const { verb, data } = ann.tapOf(AUTHORIZE, TICK)
    await world.settle()
    const before = world.stored()
    const refresh = { ...asking(link), action: { type: 'Action.Execute', verb, data } }
    await comesIntoView(world, ann, { id: 'x', card: { ...ann.sees, card: { refresh } }, updates: 0 })
    await world.settle()
    expect(world.stored()).toEqual(before)
  })
})

const asking = (link: string) => ({
  action: { type: 'Action.Execute', verb: 'open-invitation', data: { code: codeOf(link) } },
  userIds: [],
})

describe('When one of three colleagues accepts', () => {
  it('every card of the invitation shows the outcome, the requester’s too, and is then forgotten', async () => {
    const [ann, bob, sal] = [
      await admin('birch'),
      await world.person('bob@birch.example'),
      await world.person('sal@birch.example'),
    ]
    const link = await invites(requester, ann.email)
    const [own, mine, bobs, sals] = [
      await opens(requester, link),
      await opens(ann, link),
      await opens(bob, link),
      await opens(sal, link),
    ]
    expect(copies()).not.toContain(codeOf(link))
    await sal.says('language ja')
    await pressesOn(ann, mine, AUTHORIZE, TICK)
    await world.settle()
    for (const [person, { id }, title] of [
      [ann, mine, '✓ Harbor is your indirect provider'],
      [bob, bobs, '✓ Harbor is your indirect provider'],
      [sal, sals, '間接プロバイダー'],
    ] as const) {
      const { card, updates } = messageOf(person, id)
      expect([person.name, updates, card.text.includes(title)]).toEqual([person.name, 1, true])
      expect([refreshOf(card), titlesOf(card).includes(AUTHORIZE)]).toEqual([undefined, false])
    }
    expect(messageOf(sal, sals.id).card.card.lang).toBe('ja-JP')
    const theirs = messageOf(requester, own.id)
    expect(theirs.card.text).toContain('Accepted')
    expect(theirs.card.buttons.map(({ verb }) => verb)).not.toContain('revoke-invitation')
    for (const { userId } of [ann, bob, sal, requester].map(({ aadObjectId }) => ({ userId: aadObjectId })))
      expect(copies()).not.toContain(`~${userId}`)
  })

  it('a restart in between, and a connector that is away, only delay it', async () => {
    const [ann, bob] = [await admin('cedar'), await world.person('bob@cedar.example')]
    const link = await invites(requester, ann.email)
    const mine = await opens(ann, link)
    const bobs = await opens(bob, link)
    await world.settle()
    world.connector.script(({ method }) => (method === 'PUT' ? { status: 503 } : undefined))
    await pressesOn(ann, mine, AUTHORIZE, TICK)
    await world.restart()
    expect(messageOf(bob, bobs.id).card.text).not.toContain('✓')
    world.connector.script([])
    await world.advance('PT1H')
    await world.settle()
    expect(messageOf(bob, bobs.id).card.text).toContain('✓ Harbor is your indirect provider')
    expect(messageOf(ann, mine.id).card.text).toContain('✓ Harbor is your indirect provider')
  })

  it('a lost answer of the connector leaves one outcome', async () => {
    const [ann, bob] = [await admin('dogwood'), await world.person('bob@dogwood.example')]
    const link = await invites(requester, ann.email)
    const bobs = await opens(bob, link)
    await opens(ann, link)
    await world.settle()
    await world.fault({ port: 'connector', operation: 'update', times: 3, outcome: 'lostReply' })
    await ann.presses('Decline')
    await world.settle()
    await world.advance('PT1H')
    await world.advance('PT1H')
    expect(messageOf(bob, bobs.id).card.text).toContain('Invitation declined')
    expect(copies()).not.toContain(`~${bob.aadObjectId}`)
  })

  it('a message that is gone is forgotten, and keeps no other waiting', async () => {
    const [ann, bob] = [await admin('elm'), await world.person('bob@elm.example')]
    const link = await invites(requester, ann.email)
    const gone = await opens(bob, link)
    const stays = await opens(bob, link)
    await opens(ann, link)
    await world.settle()
    world.connector.script(({ method, activityId }) =>
      method === 'PUT' && activityId === gone.id
        ? { status: 404, body: { error: { code: 'ActivityNotFound' } } }
        : undefined,
    )
    await ann.presses(AUTHORIZE, TICK)
    await world.settle()
    expect(messageOf(bob, stays.id).card.text).toContain('✓ Harbor is your indirect provider')
    expect(copies()).not.toContain(`~${bob.aadObjectId}`)
  })
})

describe('A card in a chat', () => {
  it('of a link that was renewed says so, and the requester’s own goes on', async () => {
    const ann = await admin('fir')
    const old = await invites(requester, ann.email)
    const mine = await opens(ann, old)
    const own = await opens(requester, old)
    await pressesOn(requester, own, 'Renew')
    await world.settle()
    const closed = messageOf(ann, mine.id).card
    expect(closed.text).toContain('This invitation can no longer be answered')
    expect(closed.text).toContain('Harbor replaced this link with a newer one.')
    expect(titlesOf(closed)).not.toContain(AUTHORIZE)
    expect(refreshOf(messageOf(requester, own.id).card)?.action.verb).toBe('invitation')
    await requester.presses('Revoke')
    await world.settle()
    expect(messageOf(requester, own.id).card.text).toContain('Revoked')
  })

  it('that was sent unasked shows the outcome too', async () => {
    const ann = await admin('gum')
    await ann.says('language en')
    await drafts(requester, ann.email)
    await requester.presses('Send in Teams')
    await world.settle()
    const notice = lastMessage(world, ann)
    expect(titlesOf(notice.card)).toContain('Open')
    await requester.presses('Revoke')
    await world.settle()
    const { card, updates } = messageOf(ann, notice.id)
    expect([updates, card.text.includes('Revoked') || card.text.includes('revoked')]).toEqual([1, true])
  })

  it('shows that time has ended the invitation', async () => {
    const ann = await admin('holly')
    const mine = await opens(ann, await invites(requester, ann.email))
    await world.advance('P31D')
    await world.settle()
    expect(messageOf(ann, mine.id).card.text).toContain('expired')
  })

  it('shows the outcome where an invitation was opened in place of another card', async () => {
    const [ann, bob] = [await admin('ivy'), await world.person('bob@ivy.example')]
    const link = await invites(requester, ann.email)
    await bob.says('language en')
    await bob.says('home')
    const home = lastMessage(world, bob)
    await bob.taps('open-invitation', { code: codeOf(link) }, { on: home.id })
    await opens(ann, link)
    await ann.presses('Decline')
    await world.settle()
    expect(messageOf(bob, home.id).card.text).toContain('Invitation declined')
  })

  it('shows the requester that a draft was answered before it was marked as sent', async () => {
    const ann = await admin('kauri')
    const link = linkIn(await drafts(requester, ann.email))
    await drafts(requester, ann.email)
    await requester.says('request a partnership')
    const form = lastMessage(world, requester)
    await pressesOn(requester, form, 'Next', { "Reseller's email": ann.email })
    expect(refreshOf(requester.sees)?.userIds).toEqual([])
    await opens(ann, link)
    await ann.presses('Decline')
    await world.settle()
    expect(messageOf(requester, form.id).card.text).toContain('Declined')
  })

  it('does not cover what its reader went on to in the same message', async () => {
    const [ann, bob] = [await admin('maple'), await world.person('bob@maple.example')]
    const link = await invites(requester, ann.email)
    const [mine, bobs] = [await opens(ann, link), await opens(bob, link)]
    const own = await opens(requester, link)
    await requester.taps('home', {}, { on: own.id })
    await bob.taps('home', {}, { on: bobs.id })
    expect(copies()).not.toContain(`~${bob.aadObjectId}`)
    await bob.taps('open-invitation', { code: codeOf(link) }, { on: bobs.id })
    await pressesOn(ann, mine, 'Decline')
    await world.settle()
    expect(messageOf(requester, own.id).updates).toBe(0)
    expect(messageOf(bob, bobs.id).card.text).toContain('Invitation declined')
    expect(copies()).not.toContain(`~${requester.aadObjectId}`)
  })

  it('of another invitation shows that it is no longer needed', async () => {
    const [ann, bob] = [await admin('larch'), await world.person('bob@larch.example')]
    const other = await opens(bob, await invites(requester, bob.email))
    await opens(ann, await invites(requester, ann.email))
    await ann.presses(AUTHORIZE, TICK)
    await world.settle()
    const { card } = messageOf(bob, other.id)
    expect(card.text).toContain('no longer needed')
    expect(refreshOf(card)).toBeUndefined()
  })

  it('is not touched by the end of the partnership (R45)', async () => {
    const ann = await admin('juniper')
    await partners(world, requester, ann)
    await world.settle()
    await requester.taps('partner', { tenant: ann.tenantId })
    await requester.presses('Remove partnership')
    const choices = requester.sees.inputs[0]?.choices.map(({ title }) => title) ?? []
    const sent = world.connector.sent.length
    await requester.presses('Yes', { 'I declare for my company': choices })
    await world.settle()
    expect(requester.sees.text).toContain('is removed')
    expect(world.connector.sent.slice(sent)).toEqual([])
  })

  it('is remembered twenty times a reader, the newest of them', async () => {
    const bob = await world.person('bob@alder.example')
    const link = await invites(requester, 'wes@alder.example')
    const first = await opens(bob, link)
    for (let more = 0; more < 22; more++) await bob.says(link)
    const last = lastMessage(world, bob)
    const line = copies()
      .split('\n')
      .find((one) => one.includes(`~${bob.aadObjectId}`) && one.includes(`"${last.id}"`))
    expect(line?.match(/messageId/g)).toHaveLength(20)
    expect(line).not.toContain(`"${first.id}"`)
  })
})
