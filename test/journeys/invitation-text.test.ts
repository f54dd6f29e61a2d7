import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { inputOf } from '../support/card-walk.ts'
import { chatOf, lastMessage } from '../support/chat.ts'
import { type Person, startWorld, type World } from '../support/world.ts'
import { mpnIdOf, worldOf } from './companies.ts'
import { drafts, invites, linkIn, partners, provider } from './invited.ts'
import { titlesOf, toApproval } from './way-in.ts'

let world: World
let requester: Person
beforeAll(async () => {
  world = await startWorld({ SANDBOX_WORLD: worldOf({ name: 'alder' }, provider('harbor')) })
  requester = await world.person('ann@harbor.example')
  await requester.says('language en')
}, 60_000)
// Ten invitations an hour are the most: every test has an hour of its own.
beforeEach(() => world.advance('PT61M'))
afterAll(() => world.close())

const text = (): string => String(inputOf(requester.sees.card, 'message').value ?? '')
const typing = (message: string) => ({ Message: message })
const invitationOf = (button: string): unknown => Reflect.get(requester.tapOf(button).data, 'invitation')
const savedOf = async (button: string): Promise<string> => {
  await requester.taps('invitation', { invitation: invitationOf(button) })
  return text()
}

describe('The text of an invitation', () => {
  it.each([
    ['written on', (link: string) => `Please follow ${link}y today.`],
    ['written on before', (link: string) => `Please followx${link} today.`],
    ['cut', (link: string) => `Please follow ${link.slice(0, -3)} today.`],
    ['left out', () => 'Please follow us today.'],
    ['emptied', () => ''],
  ])('with its link %s is refused, kept as it was typed, and mended by the button', async (how, written) => {
    const link = linkIn(await drafts(requester, `${how.replaceAll(' ', '-')}@fir.example`))
    const refused = await requester.presses('Save', typing(written(link)))
    expect(refused.text).toContain('Keep the personalized link in the message.')
    expect(titlesOf(refused)).not.toContain('Done')
    expect(text()).toBe(written(link))
    const mended = await requester.presses('Restore the link', typing(text()))
    expect(mended.text).toContain('The link is in the text again')
    expect(text()).toMatch(new RegExp(`(^|\\s)${link}(\\s|$)`))
    expect(titlesOf(mended)).toContain('Done')
  })

  it('may have a full stop or a bracket beside the link', async () => {
    const link = linkIn(await drafts(requester, 'stop@fir.example'))
    expect((await requester.presses('Save', typing(`Here: (${link}). Thank you.`))).text).toContain('Saved.')
  })

  it('of more than 2,000 characters is refused with the limit, and cut around the link when that is put back', async () => {
    const link = linkIn(await drafts(requester, 'long@fir.example'))
    const long = `${'We look forward to it. '.repeat(110)}\n\n${link}`
    const refused = await requester.presses('Save', typing(long))
    expect(refused.text).toContain('Message: use at most 2,000 characters.')
    expect(text()).toBe(long)
    const without = 'We look forward to it. '.repeat(120)
    await requester.presses('Save', typing(without))
    const shorter = await requester.presses('Restore the link', typing(without))
    expect(shorter.text).toContain('its end is cut off')
    expect(text()).toContain(link)
    expect(text().length).toBeLessThan(2_000 + link.length)
  })

  it('is saved as it stands by Done, and refused there as by Save', async () => {
    const link = linkIn(await drafts(requester, 'done@fir.example'))
    const refused = await requester.presses('Done', typing('No link.'))
    expect(refused.text).toContain('Keep the personalized link in the message.')
    expect(text()).toBe('No link.')
    await requester.presses('Save', typing(`As it was ${link}`))
    const sent = await requester.presses('Done', typing(`Typed at last ${link}`))
    expect(sent.text).toContain('The invitation counts as sent.')
    expect(sent.text).toContain(`Typed at last ${link}`)
  })

  it('is what goes out in Teams with the invitation, saved or not', async () => {
    const ann = await world.person('ann@alder.example')
    await ann.says('help')
    const link = linkIn(await drafts(requester, 'office@alder.example'))
    expect((await requester.presses('Send in Teams', typing(`In Teams ${link}`))).text).toContain(`In Teams ${link}`)
    await world.settle()
    expect(ann.told().some(({ text }) => text.includes('Harbor invites your company'))).toBe(true)
  })
})

describe('A renewed invitation', () => {
  it('has a link that nobody has sent, until somebody says so', async () => {
    await invites(requester, 'renew@fir.example')
    const renewed = await requester.presses('Renew')
    expect(renewed.text).toContain('The invitation is renewed. Send the new link now.')
    expect(renewed.text).toContain('has not been sent yet')
    expect(renewed.buttons.some(({ url }) => url?.startsWith('mailto:renew@fir.example'))).toBe(true)
    expect(await savedOf('Done')).toContain(linkIn(renewed))
    expect(requester.sees.text).toContain('has not been sent yet')
    const sent = await requester.presses('Done')
    expect(sent.text).toContain('Sent')
    expect(sent.text).not.toContain('has not been sent yet')
    expect(titlesOf(sent)).toContain('Renew')
  })

  it('and a revoked one leave the message alone whose button was pressed, though other copies follow', async () => {
    await requester.says('invitations')
    for (const [button, note] of [
      ['Renew', 'The invitation is renewed.'],
      ['Revoke', 'The invitation is revoked; its link no longer works.'],
    ] as const) {
      await invites(requester, `${button.toLowerCase()}-note@fir.example`)
      const invitation = invitationOf('Revoke')
      const [first, second] = [await shows(invitation), await shows(invitation)]
      const { verb, data: tap } = requester.tapOf(button)
      await requester.taps(verb, tap, { on: first })
      await world.settle()
      expect(requester.sees.text).toContain(note)
      const copy = (id: string) => chatOf(world, requester).find((one) => one.id === id)
      expect([copy(first)?.updates, copy(second)?.updates]).toEqual([0, 1])
      expect(copy(second)?.card.text).toContain(button === 'Renew' ? 'has not been sent yet' : 'Revoked')
    }
  })
})

/** The invitation's card as a message of its own. */
async function shows(invitation: unknown): Promise<string> {
  await requester.says('home')
  const { id } = lastMessage(world, requester)
  await requester.taps('invitation', { invitation }, { on: id })
  return id
}

describe('The declarations before a removal', () => {
  it('that were ticked stay ticked when one is missing', async () => {
    const ann = await world.person('ann@alder.example')
    await toApproval(world, ann, { mpnId: mpnIdOf(0) })
    await partners(world, requester, ann)
    await requester.taps('partner', { tenant: ann.tenantId })
    const asked = await requester.presses('Remove partnership')
    const four = asked.inputs[0]?.choices.slice(0, 4) ?? []
    const again = await requester.presses('Yes', { 'I declare for my company': four.map(({ title }) => title) })
    expect(again.text).toContain('Confirm every statement')
    expect(again.inputs[0]?.value).toBe(four.map(({ value }) => value).join(','))
  })
})
