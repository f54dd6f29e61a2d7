import { DatabaseSync } from 'node:sqlite'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { met } from '../support/met.ts'
import { type Person, startWorld, type World } from '../support/world.ts'
import { OPERATOR, type Sketch, worldOf } from './companies.ts'
import { AUTHORIZE, drafts, invites, linkIn, partners, provider, TICK } from './invited.ts'
import { allToApproval, titlesOf } from './way-in.ts'

const ENROLLED = ['alder', 'birch', 'cedar', 'dogwood', 'elm', 'fir'] as const
const COMPANIES: readonly Sketch[] = [...ENROLLED.map((name) => ({ name })), provider('harbor')]

let world: World
let requester: Person
let sam: Person
beforeAll(async () => {
  world = await startWorld({ SANDBOX_WORLD: worldOf(...COMPANIES) })
  ;[requester, sam] = await met(world, 'ann@harbor.example', OPERATOR.sam)
  await allToApproval(world, ENROLLED)
}, 120_000)
// Ten invitations an hour are the most: every test has an hour of its own.
beforeEach(() => world.advance('PT61M'))
afterAll(() => world.close())

const admin = (company: string): Promise<Person> => world.person(`ann@${company}.example`)
const path = (link: string): string => link.replace(world.url, '')
const count = (text: string, part: string): number => text.split(part).length - 1

describe('The life of a link', () => {
  it('ends by renewal, and the new one works', async () => {
    const ann = await admin('alder')
    const old = await invites(requester, ann.email)
    const renewed = await requester.presses('Renew')
    const link = linkIn(renewed)
    expect(link).not.toBe(old)
    expect((await ann.says(old)).text).toContain('No invitation found')
    expect((await world.get(path(old))).text).not.toContain('Harbor')
    expect((await world.get(path(link))).text).toContain('Harbor')
    expect(titlesOf(await ann.says(link))).toContain(AUTHORIZE)
  })

  it('ends after thirty days, and can be renewed', async () => {
    const ann = await admin('birch')
    const link = await invites(requester, ann.email)
    const tap = requester.tapOf('Renew')
    await ann.says(link)
    const accepts = ann.tapOf(AUTHORIZE, TICK)
    await world.advance('P29D')
    await world.settle()
    expect(titlesOf(await ann.says(link))).toContain(AUTHORIZE)
    await world.advance('P1DT1H')
    await world.settle()
    const late = await ann.taps(accepts.verb, accepts.data)
    expect(late.text).toContain('This invitation can no longer be answered')
    expect(requester.told().filter(({ text }) => text.includes('Your invitation has expired')).length).toBeGreaterThan(
      0,
    )
    const renewed = await requester.taps(tap.verb, tap.data)
    await ann.says(linkIn(renewed))
    expect((await ann.presses(AUTHORIZE, TICK)).text).toContain('✓ Harbor is your indirect provider')
  })

  it('ends by revocation, for whoever had it open', async () => {
    const ann = await admin('alder')
    const link = await invites(requester, 'bob@alder.example')
    await ann.says(link)
    const accepts = ann.tapOf(AUTHORIZE, TICK)
    await requester.presses('Revoke')
    expect((await ann.taps(accepts.verb, accepts.data)).text).not.toContain('✓')
    expect((await requester.says('resellers')).text).not.toContain('Alder')
    expect((await world.get(path(link))).text).not.toContain('Harbor')
  })

  it('is made ten times an hour by one person at most', async () => {
    for (let n = 0; n < 10; n++) expect(linkIn(await drafts(requester, `guest${n}@fir.example`))).toContain('/i/')
    const refused = await drafts(requester, 'guest10@fir.example')
    expect(refused.text).toContain('You can send at most 10 invitations an hour.')
    await world.advance('PT61M')
    expect(linkIn(await drafts(requester, 'guest10@fir.example'))).toContain('/i/')
  })

  it('reaches the reseller’s admin in Teams', async () => {
    const ann = await admin('cedar')
    await drafts(requester, 'office@cedar.example')
    ann.news()
    await requester.presses('Send in Teams')
    await world.settle()
    const [called, ...more] = ann.news()
    expect(more).toEqual([])
    expect(called?.text).toContain('Harbor invites your company to a partnership')
    const opens = called?.buttons.find(({ verb }) => verb === 'open-invitation')
    await ann.taps('open-invitation', opens?.data ?? {})
    expect((await ann.presses(AUTHORIZE, TICK)).text).toContain('✓ Harbor is your indirect provider')
  })
})

describe('The reseller', () => {
  it('records that the admin access is removed, and asks support to end it', async () => {
    const ann = await admin('dogwood')
    await partners(world, requester, ann)
    requester.news()
    sam.news()
    await ann.taps('partner', { tenant: requester.tenantId })
    const recorded = await ann.presses('Record')
    expect(recorded.text).toContain('Removed (recorded by Ann Dogwood')
    await world.settle()
    expect(requester.news().filter(({ text }) => text.includes('Dogwood removed your admin access'))).toHaveLength(1)
    await ann.presses('Ask Microsoft to end it')
    await ann.presses('Submit', { Reason: 'We chose another.' })
    await world.settle()
    const told = sam.news().filter(({ text }) => text.includes('Request to end a partnership: Dogwood and Harbor'))
    expect(told.map(({ text }) => text.includes('We chose another.'))).toEqual([true])
    expect((await ann.says('providers')).text).toContain('Harbor')
    expect(requester.news().filter(({ text }) => text.includes('We chose another.'))).toEqual([])
    const history = (await ann.taps('partnership-history', { tenant: requester.tenantId })).text
    expect(history).toContain('Partnership established')
    expect(history).toContain("The provider's admin access was removed")
  })
})

describe('An acceptance that was cut off', () => {
  it.each(['before the partnership stood', 'before the invitation was completed'])(
    '%s is finished after a restart',
    async (when) => {
      const company = when.includes('partnership stood') ? 'elm' : 'fir'
      const ann = await admin(company)
      const link = await invites(requester, ann.email)
      await ann.says(link)
      const { verb, data } = ann.tapOf(AUTHORIZE, TICK)
      const event = when.includes('partnership stood') ? 'PartnershipEstablished' : 'InvitationAccepted'
      refuseWrites(event)
      const cut = await ann.taps(verb, data).catch(() => undefined)
      expect(cut?.text ?? '').not.toContain('✓ Harbor is your indirect provider')
      await world.restart()
      allowWrites()
      await world.advance('PT10M')
      await world.settle()
      expect((await requester.says('resellers')).text).toContain(ann.company)
      expect((await ann.says('providers')).text).toContain('Harbor')
      expect((await ann.says(link)).text).toContain('✓ Harbor is your indirect provider')
      const history = (await ann.taps('partnership-history', { tenant: requester.tenantId })).text
      expect(count(history, 'Partnership established')).toBe(1)
    },
  )
})

/** From now on the store fails to write any document that tells of this event, as if the process had died there. */
function refuseWrites(event: string): void {
  inDatabase(
    `CREATE TRIGGER cut BEFORE INSERT ON docs WHEN NEW.body LIKE '%"${event}"%' BEGIN SELECT RAISE(ABORT, 'cut'); END`,
  )
}

const allowWrites = (): void => inDatabase('DROP TRIGGER cut')

function inDatabase(sql: string): void {
  const db = new DatabaseSync(world.databaseFile)
  db.exec('PRAGMA busy_timeout = 5000')
  db.exec(sql)
  db.close()
}
