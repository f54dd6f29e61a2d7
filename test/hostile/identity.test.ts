import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ACTIONS } from '../../cards/actions.ts'
import { OPERATOR, tenantIdOf, worldOf } from '../journeys/companies.ts'
import { fillIn } from '../journeys/way-in.ts'
import { type Person, startWorld, type World } from '../support/world.ts'
import { deliver, spoken, tapped } from './activities.ts'

let world: World
let ann: Person
beforeAll(async () => {
  world = await startWorld({ SANDBOX_WORLD: worldOf({ name: 'qzalder' }, { name: 'birch' }) })
  ann = await world.person('ann@qzalder.example')
  await fillIn(ann, { mpnId: '7000001' })
  await world.settle()
})
afterAll(() => world.close())

/** What a delivery came to: its status, what was sent to the conversation, and whether anything was written. */
async function outcome(activity: object) {
  const before = world.stored()
  const sent = world.connector.sent.length
  const { status, text } = await deliver(world, activity)
  const cards = world.connector.sent.slice(sent).map((one) => JSON.stringify(one.activity.attachments))
  const now = world.stored()
  const wrote = [...now].filter((one) => !before.has(one))
  return { status, said: `${text}${cards.join()}`, wrote }
}

const elsewhere = randomUUID()
const tenants: readonly (readonly [what: string, of: string | undefined, chat: string | undefined])[] = [
  ['a foreign one in the chat', undefined, tenantIdOf(1)],
  ['a foreign one in the channel data', tenantIdOf(1), undefined],
  ['an unknown one in the chat', undefined, elsewhere],
  ['one that is no GUID', 'common', 'common'],
  ['one with a path in it', '../qzalder', '../qzalder'],
]

describe('Tenants that do not agree', () => {
  it.each(tenants)('are refused bare: %s', async (_, of = ann.tenantId, chat = ann.tenantId) => {
    const forged = {
      channelData: { tenant: { id: of } },
      conversation: { id: 'a:forged', tenantId: chat, conversationType: 'personal' },
    }
    for (const activity of [spoken(world, ann, 'status', forged), tapped(world, ann, 'status', {}, forged)]) {
      expect(await outcome(activity)).toEqual({ status: 400, said: '', wrote: [] })
    }
  })

  it('are one company where one of them is left away', async () => {
    const bare = { id: `a:${ann.aadObjectId}`, conversationType: 'personal' }
    expect((await outcome(tapped(world, ann, 'status', {}, { conversation: bare }))).said).toContain('Qzalder')
    expect((await outcome(tapped(world, ann, 'status', {}, { channelData: {} }))).said).toContain('Qzalder')
  })

  it('both left away are nobody, and refused', async () => {
    const nobody = { conversation: { id: 'a:x' }, channelData: {} }
    expect(await outcome(tapped(world, ann, 'status', {}, nobody))).toEqual({ status: 400, said: '', wrote: [] })
  })
})

describe('Somebody whom the company does not know', () => {
  const people: readonly (readonly [string, () => Person])[] = [
    ['a person of one company in the tenant of another', () => ({ ...ann, tenantId: tenantIdOf(1) })],
    ['a guest of the company', () => ({ ...ann, aadObjectId: randomUUID() })],
    ['a person of an unknown tenant', () => world.stranger()],
    ['the nil GUID', () => ({ ...ann, aadObjectId: '00000000-0000-0000-0000-000000000000' })],
    ['a reviewer in the company’s tenant', () => ({ ...ann, aadObjectId: '00000002-0000-4000-8000-000000000001' })],
  ]

  it.each(people)('is told the same whatever they ask, and nothing is kept: %s', async (_, who) => {
    const person = who()
    const first = await outcome(tapped(world, person, 'home', {}))
    expect(first.status).toBe(200)
    expect(first.said).not.toMatch(/qzalder/i)
    for (const verb of [...Object.keys(ACTIONS), 'nonsense', '__proto__', 'constructor']) {
      const data = { op: 'AAAABBBBCCCCDDDD', rev: 5, tenant: ann.tenantId, enrollment: 'x', user: ann.aadObjectId }
      expect([verb, await outcome(tapped(world, person, verb, data))]).toEqual([verb, first])
    }
    for (const text of ['help', 'users', 'reviews', 'enroll', 'language ja']) {
      const { status, said, wrote } = await outcome(spoken(world, person, text))
      expect([status, wrote]).toEqual([200, []])
      expect(said).not.toMatch(/qzalder/i)
    }
    const installed = { type: 'installationUpdate', action: 'add' }
    expect((await outcome(spoken(world, person, '', installed))).wrote).toEqual([])
    const removed = { type: 'installationUpdate', action: 'remove' }
    expect((await outcome(spoken(world, person, '', removed))).wrote).toEqual([])
  })

  it('is refused without an object id', async () => {
    for (const aadObjectId of [undefined, '', 'ann', `${ann.aadObjectId}x`, ["'"], { $ne: null }]) {
      const forged = { from: { id: '29:x', name: 'Ann', ...(aadObjectId === undefined ? {} : { aadObjectId }) } }
      expect(await outcome(tapped(world, ann, 'status', {}, forged))).toEqual({ status: 400, said: '', wrote: [] })
    }
  })

  it('is not known by a name, an address or an account id', async () => {
    const forged = { from: { id: `29:${ann.aadObjectId}`, name: 'ann@qzalder.example', aadObjectId: randomUUID() } }
    expect((await outcome(tapped(world, ann, 'status', {}, forged))).said).not.toMatch(/qzalder/i)
  })
})

describe('A chat that others read', () => {
  const chats: readonly object[] = [
    { id: '19:x@thread.v2', conversationType: 'groupChat' },
    { id: '19:x@thread.tacv2;messageid=1', conversationType: 'channel' },
    { id: '19:meeting_x@thread.v2', conversationType: 'meeting' },
    { id: '19:x@thread.v2', conversationType: 'GroupChat' },
    { id: '19:x@thread.v2', isGroup: true },
    { id: '19:x@thread.v2', conversationType: '' },
  ]

  it.each(chats)('hears nothing of any company: %o', async (chat) => {
    const conversation = { ...chat, tenantId: ann.tenantId }
    const grace = await world.person(OPERATOR.grace)
    for (const person of [ann, grace]) {
      const inChat = { conversation: { ...conversation, tenantId: person.tenantId } }
      for (const verb of Object.keys(ACTIONS)) {
        const data = { op: 'AAAABBBBCCCCDDDD', rev: 5, tenant: ann.tenantId, enrollment: 'x', user: ann.aadObjectId }
        const { status, said, wrote } = await outcome(tapped(world, person, verb, data, inChat))
        expect([verb, status, wrote]).toEqual([verb, 200, []])
        expect(said).not.toMatch(/qzalder|7000001|Alder Street/i)
      }
      for (const text of ['help', 'status', 'users', 'reviews', '登録']) {
        const { said, wrote } = await outcome(spoken(world, person, text, inChat))
        expect([text, wrote]).toEqual([text, []])
        expect(said).not.toMatch(/qzalder|7000001|Alder Street/i)
      }
    }
  })

  it('from which the bot is removed takes no personal chat with it', async () => {
    await ann.says('help')
    const conversation = { id: '19:x@thread.tacv2', conversationType: 'channel', tenantId: ann.tenantId }
    const gone = { type: 'installationUpdate', action: 'remove', conversation }
    expect((await outcome(spoken(world, ann, '', gone))).wrote).toEqual([])
  })
})

describe('One activity id for two people', () => {
  it('does not keep one of them from being answered', async () => {
    const nil = await world.person('nil@qzalder.example')
    const forged = { id: 'one', conversation: { id: 'a:shared', tenantId: ann.tenantId, conversationType: 'personal' } }
    const before = world.connector.sent.length
    world.connector.script([{ hang: true }])
    const first = deliver(world, spoken(world, ann, 'help', forged))
    await world.connector.received(before + 1)
    const [second] = await Promise.all([deliver(world, spoken(world, nil, 'help', forged)), first])
    expect(second.status).toBe(200)
    const answers = world.connector.sent.slice(before).map(({ activity }) => JSON.stringify(activity))
    expect(answers).toHaveLength(2)
    expect(answers[0]).toContain('Ann Qzalder')
    expect(answers[1]).toContain('Nil Qzalder')
  })
})
