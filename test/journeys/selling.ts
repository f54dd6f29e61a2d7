import { readFileSync } from 'node:fs'
import type { Shown } from '../support/shown.ts'
import { envelopeOf, type Person, type Sandbox, type Typed } from '../support/world.ts'
import { type Sketch, worldFile, worldOf } from './companies.ts'

export const BASIC = 'Business Basic'
export const AZURE = 'Azure plan'

/** The same world with something to sell, and domains that somebody has. */
export const shopOf = (...sketches: readonly Sketch[]): string =>
  marketOf(
    [
      { offerId: 'basic', name: 'Business Basic', min: 1, max: 300 },
      { offerId: 'exchange', name: 'Exchange', min: 1, max: 10_000 },
      { offerId: 'azure', name: 'Azure plan', min: 1, max: 1, azure: true },
    ],
    ...sketches,
  )

/** The same with a catalogue of the test's own. */
export function marketOf(offers: readonly object[], ...sketches: readonly Sketch[]): string {
  const world = JSON.parse(readFileSync(worldOf(...sketches), 'utf8')) as object
  return worldFile({ ...world, offers, takenDomains: ['contoso'] })
}

/** What is typed of a customer, by label, in English. */
export const customer = (name: string, more: Typed = {}): Typed => ({
  'Legal business name': `${name} Toys Ltd.`,
  'Domain prefix': name.toLowerCase(),
  'Address line 1': '1 Toy Street',
  City: 'Seattle',
  'State or prefecture': 'Washington',
  'Postal code': '98101',
  'First name': 'Tess',
  'Last name': 'Toy',
  "Customer's email": `tess@${name.toLowerCase()}.example`,
  'Date of agreement': '2025-06-30',
  ...more,
})

export const DETAILS = 'Next: Subscriptions'
export const REVIEW = 'Next: Review'
export const SHOW = 'Show the temporary password'

/** From the typed command to the review, with these subscriptions. */
export async function toReviewOf(
  agent: Person,
  name: string,
  lines: readonly Typed[] = [{ Subscription: BASIC, 'Number of licenses': '25' }],
): Promise<Shown> {
  await agent.presses(DETAILS, customer(name))
  for (const line of lines.slice(0, -1)) await agent.presses('Add subscription', line)
  return agent.presses(REVIEW, lines.at(-1))
}

export type Outside = {
  tenants: { tenantId: string; displayName: string; verifiedDomains: string[]; reseller?: string }[]
  orders: { customer: string; owner: string; lines: { offerId: string; licenses: number; resellerMpnId?: string }[] }[]
}

/** What was made outside. */
export const outside = async (world: Sandbox): Promise<Outside> =>
  JSON.parse((await world.get('/sandbox/outside', 'application/json')).text) as Outside

/** How often this customer was made and ordered for. */
export async function made(world: Sandbox, name: string): Promise<{ tenants: number; orders: number }> {
  const { tenants, orders } = await outside(world)
  const domain = `${name.toLowerCase()}.onmicrosoft.com`
  const mine = tenants.filter(({ verifiedDomains }) => verifiedDomains.includes(domain))
  const ids = mine.map(({ tenantId }) => tenantId)
  return { tenants: mine.length, orders: orders.filter((order) => ids.includes(order.customer)).length }
}

/** The password on a card, beside its label. */
export function passwordOn({ text }: Shown): string {
  const lines = text.split('\n')
  const at = lines.findIndex((line) => line.startsWith('Temporary password'))
  const found = /^Temporary password: (.+)$/.exec(lines[at] ?? '')?.[1] ?? lines[at + 1]
  if (at < 0 || found === undefined) throw new Error(`no password on:\n${text}`)
  return found
}

/** Presses a button as a client does that cannot execute: the answer is a message. */
export async function submits(world: Sandbox, person: Person, verb: string, data: object): Promise<Shown> {
  const before = person.told().length
  await world.post('/api/messages', {
    id: `submit-${before}`,
    type: 'message',
    value: { ...data, verb },
    ...envelopeOf(person, world.connector),
    timestamp: new Date().toISOString(),
  })
  const answer = person.told().slice(before).at(-1)
  if (!answer) throw new Error('no card came')
  return answer
}
