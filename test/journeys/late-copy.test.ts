import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import type { DocumentStore } from '../../domain/store/document-store.ts'
import { chatOf, lastMessage } from '../support/chat.ts'
import { type Person, startWorld, type World } from '../support/world.ts'
import { worldOf } from './companies.ts'
import { AUTHORIZE, invites, provider, TICK } from './invited.ts'
import { allToApproval } from './way-in.ts'

/** Nobody is told until then that this reader has a card. */
let held: { reader: string; until: Promise<void> } | undefined

const slow = (store: DocumentStore): DocumentStore => ({
  ...store,
  async batch(pk, ops, marker) {
    if (held && pk.startsWith('copies:') && marker.id.includes(held.reader)) await held.until
    return store.batch(pk, ops, marker)
  },
})
vi.mock('../../domain/store/sqlite-store.ts', async (original) => {
  const { openSqliteStore } = await original<typeof import('../../domain/store/sqlite-store.ts')>()
  return { openSqliteStore: (file: string) => slow(openSqliteStore(file)) }
})

let world: World
let requester: Person
beforeAll(async () => {
  world = await startWorld({ SANDBOX_WORLD: worldOf({ name: 'alder' }, { name: 'birch' }, provider('harbor')) })
  requester = await world.person('ann@harbor.example')
  await allToApproval(world, ['alder', 'birch'])
}, 60_000)
afterAll(() => world.close())

describe('A card that reaches its reader while a colleague decides', () => {
  it.each([
    ['alder', AUTHORIZE, TICK, '✓ Harbor is your indirect provider'],
    ['birch', 'Decline', {}, 'Invitation declined'],
  ])('at %s shows the outcome all the same', async (company, button, typed, outcome) => {
    const [ann, bob] = [await world.person(`ann@${company}.example`), await world.person(`bob@${company}.example`)]
    for (const one of [ann, bob]) await one.says('language en')
    const link = await invites(requester, ann.email)
    await ann.says(link)
    await world.settle()
    const { promise, resolve } = Promise.withResolvers<void>()
    held = { reader: bob.aadObjectId, until: promise }
    const asked = bob.says(link)
    await vi.waitFor(() => expect(lastMessage(world, bob).card.text).toContain('administrator access'))
    const { id } = lastMessage(world, bob)
    await ann.presses(button, typed)
    await world.settle()
    const now = () => chatOf(world, bob).find((one) => one.id === id)?.card.text
    expect(now()).not.toContain(outcome)
    resolve()
    await asked
    await vi.waitFor(async () => {
      await world.settle()
      expect(now()).toContain(outcome)
    })
  })
})
