import { expect } from 'vitest'
import type { Shown } from '../support/shown.ts'
import type { Person, Sandbox } from '../support/world.ts'
import type { Sketch } from './companies.ts'
import { toActive } from './way-in.ts'

export const AUTHORIZE = 'Authorize indirect provider'
export const TICK = { 'I have read this and authorize the indirect provider for my company': true }

/** An indirect provider that is ready to transact in the region of its country. */
export const provider = (name: string, country = 'US', region = 'united-states'): Sketch => ({
  name,
  country,
  kind: 'indirectProvider',
  more: {
    agreements: [{ type: 'MPA', region, at: '2020-05-04' }],
    provider: { services: ['training'], contact: `partners@${name}.example` },
  },
})

/** A direct-bill partner that is ready to transact in the United States. */
export const directBill = (name: string): Sketch => ({
  name,
  kind: 'directBill',
  more: { agreements: [{ type: 'MPA', region: 'united-states', at: '2020-05-04' }] },
})

/** The link that stands on a card of the requester. */
export function linkIn({ text, inputs }: Shown): string {
  const all = [text, ...inputs.map(({ value }) => value)].join('\n')
  const [link] = /http\S+\/i\/[\w-]{43}/.exec(all) ?? []
  if (link === undefined) throw new Error(`no link on:\n${text}`)
  return link
}

/** From *request a partnership* to the draft. */
export async function drafts(requester: Person, email: string): Promise<Shown> {
  await requester.says('request a partnership')
  return requester.presses('Next', { "Reseller's email": email })
}

/** Requested and sent by hand: its link. */
export async function invites(requester: Person, email: string): Promise<string> {
  const link = linkIn(await drafts(requester, email))
  await requester.presses('Done')
  return link
}

/** Both list each other. */
export async function partners(world: Sandbox, requester: Person, admin: Person): Promise<string> {
  const link = await invites(requester, admin.email)
  await admin.says(link)
  expect((await admin.presses(AUTHORIZE, TICK)).text).toContain('is your indirect provider')
  await world.settle()
  return link
}

/** A newcomer signs its MPA, and lists each of these providers, who ask for it. */
export async function joins(world: Sandbox, admin: Person, mpnId: string, ...requesters: readonly Person[]) {
  await toActive(world, admin, { mpnId })
  for (const requester of requesters) await partners(world, requester, admin)
}
