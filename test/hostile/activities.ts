import type { Person, World } from '../support/world.ts'

type Fields = { [name: string]: unknown }

let count = 0

/** A message as Teams would deliver it from this person, with some of it forged. */
export const spoken = (world: World, person: Person, text: string, forged: Fields = {}): Fields => ({
  type: 'message',
  id: `forged-${++count}`,
  text,
  ...envelope(world, person),
  ...forged,
})

/** A tap, likewise; `value` replaces what a client would send. */
export const tapped = (world: World, person: Person, verb: string, data: unknown, forged: Fields = {}): Fields => ({
  type: 'invoke',
  name: 'adaptiveCard/action',
  id: `forged-${++count}`,
  value: { action: { type: 'Action.Execute', verb, data }, trigger: 'manual' },
  ...envelope(world, person),
  ...forged,
})

const envelope = ({ connector }: World, { aadObjectId, tenantId, name }: Person): Fields => ({
  channelId: 'msteams',
  serviceUrl: connector.serviceUrl,
  from: { id: `29:${aadObjectId}`, name, aadObjectId },
  recipient: { id: '28:bot', name: 'bot' },
  conversation: { id: `a:${aadObjectId}`, tenantId, conversationType: 'personal' },
  channelData: { tenant: { id: tenantId } },
})

export const deliver = (world: World, activity: object) => world.post('/api/messages', activity)
