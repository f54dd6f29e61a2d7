import { envelopeOf, type Person, type World } from '../support/world.ts'

type Fields = { [name: string]: unknown }

let count = 0

/** A message as Teams would deliver it from this person, with some of it forged. */
export const spoken = (world: World, person: Person, text: string, forged: Fields = {}): Fields => ({
  type: 'message',
  id: `forged-${++count}`,
  text,
  ...envelopeOf(person, world.connector),
  ...forged,
})

/** A tap, likewise; `value` replaces what a client would send. */
export const tapped = (world: World, person: Person, verb: string, data: unknown, forged: Fields = {}): Fields => ({
  type: 'invoke',
  name: 'adaptiveCard/action',
  id: `forged-${++count}`,
  value: { action: { type: 'Action.Execute', verb, data }, trigger: 'manual' },
  ...envelopeOf(person, world.connector),
  ...forged,
})

export const deliver = (world: World, activity: object) => world.post('/api/messages', activity)
