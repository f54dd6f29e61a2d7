import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { tenantId } from '../../../domain/ids.ts'
import { finishAcceptance } from '../../../domain/partnership/acceptance.ts'
import { pairInvitations } from '../../../domain/partnership/received.ts'
import type { DocumentStore } from '../../../domain/store/document-store.ts'
import { openSqliteStore } from '../../../domain/store/sqlite-store.ts'
import { inTurns, interleaved, type Run } from '../../support/interleaving.ts'
import { partnerHouse, REMOVED } from '../../support/partner-house.ts'
import { partnerWorker } from '../../support/partner-worker.ts'
import { DRAFTED, OPENED, reseller, SENT, tomoDid, toto } from '../../support/partners.ts'
import { days } from '../../support/people.ts'

let store: DocumentStore
beforeEach(() => {
  store = openSqliteStore(':memory:')
})
afterEach(() => store.close())

const ELSEWHERE = { ...DRAFTED, email: 'x@elsewhere.example' }
const OWN = { ...DRAFTED, email: 'aya@sakura-systems.example' }

const RENEWED = { type: 'InvitationRenewed' as const, at: days(4), by: tomoDid, generation: 2, expiresAt: days(34) }

const stateOf = async (id: string) => (await partnerHouse(store).invitations.find(toto.tenantId, id))?.state

/** As the companies read it, of these two. */
async function listed(): Promise<readonly string[]> {
  const { items } = await pairInvitations(store, toto.tenantId, reseller.tenantId, { limit: 9 })
  return items.map(({ body }) => `${body.id} ${body.state}`).toSorted()
}

/** Beside the accepted invitation one that Sakura opened, and one to its own domain; no list has either yet. */
async function acceptedAmongUnlisted() {
  const house = partnerHouse(store)
  await house.invites('i2', ELSEWHERE, SENT, OPENED)
  await house.invites('i3', OWN, SENT)
  await house.claims('i1')
  await finishAcceptance(house, toto.tenantId, 'i1', 'test')
  return house
}

describe('an invitation of a pair that have become partners', () => {
  it('is superseded where it is listed only after the others were ended', async () => {
    const worker = partnerWorker(await acceptedAmongUnlisted())
    await worker.runsUntilItDies('rel:')
    expect([await stateOf('i2'), await stateOf('i3')]).toEqual(['opened', 'sent'])
    await worker.runsUntilItDies()
    expect(await listed()).toEqual(['i1 accepted', 'i2 superseded', 'i3 superseded'])
  })

  it('is superseded wherever the lists and the ending of the others meet', async () => {
    const of =
      (partition: string): Run =>
      (view) =>
        partnerWorker(partnerHouse(view)).runsUntilItDies(partition)
    const STEPS = 150
    for (let n = 0; n < STEPS; n += 5)
      for (const [one, other] of [
        [0, 1],
        [1, 0],
      ] as const) {
        await store.close()
        store = openSqliteStore(':memory:')
        await acceptedAmongUnlisted()
        await interleaved(store, [of('rel:'), of('org:')], inTurns([one, n], [other, 999], [one, 999]))
        await partnerWorker(partnerHouse(store)).runsUntilItDies()
        expect(await listed(), `${one} after ${n}`).toEqual(['i1 accepted', 'i2 superseded', 'i3 superseded'])
      }
  }, 60_000)

  it('is superseded where it is sent to an address of theirs only then', async () => {
    const house = partnerHouse(store)
    await house.invites('i2', OWN)
    await house.claims('i1')
    await finishAcceptance(house, toto.tenantId, 'i1', 'test')
    await partnerWorker(house).runsUntilItDies()
    await house.invites('i2', SENT)
    await partnerWorker(house).runsUntilItDies()
    expect(await stateOf('i2')).toBe('superseded')
  })

  it.each([
    ['opened by them only then', [SENT], { ...OPENED, at: days(4) }],
    ['sent again to somebody else by then', [SENT, OPENED], RENEWED],
  ])('stays open for whoever it is meant for where it is %s', async (_, before, then) => {
    const house = partnerHouse(store)
    await house.invites('i2', ELSEWHERE, ...before)
    if (then.type === 'InvitationRenewed') await house.invites('i2', { type: 'InvitationExpired', at: days(3) })
    await partnerWorker(house).runsUntilItDies()
    await house.claims('i1')
    await finishAcceptance(house, toto.tenantId, 'i1', 'test')
    await partnerWorker(house).runsUntilItDies()
    await house.invites('i2', then)
    await partnerWorker(house).runsUntilItDies()
    expect(await stateOf('i2')).toBe(then.type === 'InvitationRenewed' ? 'sent' : 'opened')
  })

  it('stays where it is of another pair, or they are no partners any more', async () => {
    const house = partnerHouse(store)
    const other = { ...OPENED, tenant: tenantId('00000009-0000-4000-8000-000000000000'), company: 'Else' }
    await house.claims('i1')
    await finishAcceptance(house, toto.tenantId, 'i1', 'test')
    await house.invites('i2', ELSEWHERE, SENT, other)
    await partnerWorker(house).runsUntilItDies()
    await house.happens(REMOVED)
    await house.invites('i3', OWN, SENT)
    await partnerWorker(house).runsUntilItDies()
    expect([await stateOf('i2'), await stateOf('i3')]).toEqual(['opened', 'sent'])
  })
})
