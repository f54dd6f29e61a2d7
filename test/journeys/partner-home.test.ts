import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Person, startWorld, type World } from '../support/world.ts'
import { mpnIdOf, worldOf } from './companies.ts'
import { invites, partners, provider } from './invited.ts'
import { titlesOf, toApproval } from './way-in.ts'

let world: World
let requester: Person
beforeAll(async () => {
  world = await startWorld({ SANDBOX_WORLD: worldOf({ name: 'alder' }, { name: 'birch' }, provider('harbor')) })
  requester = await world.person('ann@harbor.example')
  await requester.says('language en')
}, 60_000)
afterAll(() => world.close())

describe('An invitation that was opened and waits', () => {
  it('is told at home and opened from the list, of a prospect too, until it is answered', async () => {
    const ann = await world.person('ann@alder.example')
    await ann.says('language en')
    expect((await ann.says('home')).text).not.toContain('Invitation from')
    expect((await ann.says('招待')).text).toContain('No invitation of an indirect provider here.')
    await ann.says(await invites(requester, ann.email))
    await world.settle()
    const home = await ann.says('home')
    expect(home.text).toContain('Invitation from Harbor')
    expect(home.text).toContain('Your company can accept once it is enrolled')
    expect(titlesOf(home)).not.toContain('Indirect providers')
    expect((await ann.presses('Invitations')).text).toContain('Harbor')
    expect((await ann.presses('Open')).text).toContain('Partnership with Harbor')
    await toApproval(world, ann, { mpnId: mpnIdOf(0) })
    expect((await ann.says('home')).text).toContain('See what it means, and accept or decline it.')
    const sal = await world.person('sal@alder.example')
    await sal.says('language en')
    expect((await sal.says('home')).text).toContain('A global admin of your company can accept or decline it.')
    await ann.presses('Invitations')
    await ann.presses('Open')
    await ann.presses('Decline')
    await world.settle()
    expect((await ann.says('home')).text).not.toContain('Invitation from')
  })
})

describe('A provider with resellers', () => {
  it('sees them at home', async () => {
    const ann = await world.person('ann@birch.example')
    await toApproval(world, ann, { mpnId: mpnIdOf(1) })
    expect((await requester.says('home')).text).toContain('Connect with indirect resellers')
    await partners(world, requester, ann)
    const home = await requester.says('home')
    expect(home.text).toContain('You work with Birch')
    expect(home.text).not.toContain('Connect with indirect resellers')
    expect(titlesOf(home)).toContain('Request a partnership')
    expect((await requester.presses('Indirect resellers')).text).toContain('Birch')
  })
})

describe('The list of invitations', () => {
  it('says when something was done to the minute, and that a renewed link is not sent', async () => {
    await invites(requester, 'list@fir.example')
    await world.settle()
    expect((await requester.says('invitations')).text).toMatch(/Sent .* at \d{1,2}:\d{2}/)
    await requester.taps('invitation', { invitation: firstRow() })
    await requester.presses('Renew')
    await world.settle()
    expect((await requester.says('invitations')).text).toContain('New link not sent yet')
  })
})

/** The open invitation that the list shows first. */
function firstRow(): unknown {
  const row = requester.sees.buttons.find(({ verb }) => verb === 'invitation')
  return Reflect.get(row?.data ?? {}, 'invitation')
}
