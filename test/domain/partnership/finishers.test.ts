import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { by } from '../../../domain/actor.ts'
import { revokeInvitation } from '../../../domain/invitation/invite.ts'
import { invitationsThat } from '../../../domain/invitation/lists.ts'
import { finishAcceptance, releasePair, tickInvitation } from '../../../domain/partnership/acceptance.ts'
import { partners } from '../../../domain/partnership/lists.ts'
import { pairOf } from '../../../domain/partnership/partnership.ts'
import { fail, ok } from '../../../domain/result.ts'
import type { DocumentStore } from '../../../domain/store/document-store.ts'
import { holder } from '../../../domain/store/reservations.ts'
import { openSqliteStore } from '../../../domain/store/sqlite-store.ts'
import { type Choice, inTurns, interleaved, meetings, type Run, shuffled } from '../../support/interleaving.ts'
import { partnerHouse, REMOVED } from '../../support/partner-house.ts'
import { partnerWorker } from '../../support/partner-worker.ts'
import { reseller, tomo, tomoDid, toto } from '../../support/partners.ts'
import { days } from '../../support/people.ts'

let store: DocumentStore
beforeEach(() => {
  store = openSqliteStore(':memory:')
})
afterEach(() => store.close())

const LATER = { now: () => new Date(Date.parse(days(3)) + 120_000).toISOString() }
const SUSPENDED = [toto, { ...reseller, suspended: true }]

const finishes: Run = (view) => finishAcceptance(partnerHouse(view), toto.tenantId, 'i1', 'test')
const findsSuspended: Run = (view) => finishAcceptance(partnerHouse(view, SUSPENDED), toto.tenantId, 'i1', 'test')
const revokes: Run = (view) =>
  partnerHouse(view).invitations.execute(toto.tenantId, 'i1', {
    by: by(tomo),
    correlationId: 'test',
    decide: (state) =>
      state ? revokeInvitation(state, { at: days(3), actor: tomo, provider: toto }) : fail([{ code: 'STALE' }]),
  })
/** With what the outbox does of it. */
const removes: Run = async (view) => {
  const house = partnerHouse(view)
  await house.partnerships.execute(toto.tenantId, reseller.tenantId, {
    by: tomoDid,
    correlationId: 'test',
    decide: (state) => ok(state.status === 'active' ? [REMOVED] : []),
  })
  await releasePair(house, toto.tenantId, reseller.tenantId, 'i1')
}

/** Where everything stands once nothing is left to do, and what was told. */
async function outcome() {
  const house = partnerHouse(store, undefined, LATER)
  const worker = partnerWorker(house)
  await tickInvitation(house, toto.tenantId, 'i1')
  await worker.runsUntilItDies()
  const stateIn = async (tenant: typeof toto.tenantId) =>
    (await invitationsThat(store, tenant, { show: 'all', limit: 9 })).items.map(({ body }) => body.state)
  const [invitation, partnership, held, ours, theirs, sold, bought] = await Promise.all([
    house.invitations.find(toto.tenantId, 'i1'),
    house.partnerships.find(toto.tenantId, reseller.tenantId),
    holder(store, 'pair', pairOf(toto.tenantId, reseller.tenantId)),
    stateIn(toto.tenantId),
    stateIn(reseller.tenantId),
    partners(store, 'provider', toto.tenantId, { limit: 9 }),
    partners(store, 'reseller', reseller.tenantId, { limit: 9 }),
  ])
  return {
    invitation: invitation?.state,
    partnership: partnership.status,
    held: held?.split('.')[0],
    invitations: [ours, theirs],
    partners: [sold.items.length, bought.items.length],
    told: worker.told.filter((name) => name !== 'partnership.opened'),
  }
}

const MADE = {
  invitation: 'accepted',
  partnership: 'active',
  held: 'partnership',
  invitations: [['accepted'], ['accepted']],
  partners: [1, 1],
  told: ['partnership.established', 'partnership.established'],
}
const REMOVED_SINCE = { ...MADE, partnership: 'removed', held: undefined, partners: [0, 0] }
const refused = (state: 'opened' | 'revoked') => ({
  invitation: state,
  partnership: 'none',
  held: undefined,
  invitations: [[state], [state]],
  partners: [0, 0],
  told: ['partnership.blocked'],
})

/** One claimed acceptance, and these in the order that is chosen. */
async function ends(runs: readonly Run[], choice: Choice): Promise<string> {
  await store.close()
  store = openSqliteStore(':memory:')
  await partnerHouse(store).claims('i1')
  const [one, other] = await interleaved(store, runs, choice)
  const stands = await outcome()
  const expected = [MADE, REMOVED_SINCE, refused('opened'), refused('revoked')]
  expect(expected).toContainEqual(stands)
  // Nobody is refused what was made.
  if (stands.partnership === 'active')
    for (const end of [one, other]) expect(end?.status === 'fulfilled' ? end.value : []).toEqual([])
  return `${stands.invitation}, ${stands.partnership}`
}

/** More than anybody needs to come to the end alone. */
const ALL = 99
const STEPS = 18

describe('two who finish one acceptance and find different facts', () => {
  it.each([finishes, findsSuspended])('take no more steps than are tried here', async (run) => {
    await partnerHouse(store).claims('i1')
    expect(await interleaved(store, [run], inTurns([0, STEPS]))).toMatchObject([{ status: 'fulfilled' }])
  })

  it('come to one end, wherever the one is interrupted by the other, and both by a revocation', async () => {
    const seen = new Set<string>()
    for (const [a, b] of meetings(STEPS, 3)) {
      const turns = inTurns([0, a], [1, b], [2, ALL], [0, ALL], [1, ALL])
      seen.add(await ends([finishes, findsSuspended, revokes], turns))
    }
    expect(seen).toEqual(new Set(['accepted, active', 'opened, none', 'revoked, none']))
  }, 120_000)

  it('come to one end in any order of their steps', async () => {
    const seen = new Set<string>()
    for (let seed = 1; seed <= 40; seed++) seen.add(await ends([finishes, findsSuspended, revokes], shuffled(seed)))
    expect(seen.has('accepted, active') && seen.has('opened, none')).toBe(true)
  }, 120_000)

  it('leave one end to whoever comes next, wherever they die', async () => {
    const seen = new Set<string>()
    for (const [a, b] of meetings(STEPS, 3)) seen.add(await ends([finishes, findsSuspended], inTurns([0, a], [1, b])))
    expect(seen).toEqual(new Set(['accepted, active', 'opened, none']))
  }, 120_000)
})

describe('a partnership that is removed while its acceptance is finished', () => {
  it.each([
    ['and whoever did it goes on', [[0, ALL]]],
    ['and whoever did it has died', []],
  ] as const)(
    'is not made again, %s',
    async (_, then) => {
      const seen = new Set<string>()
      for (let a = 0; a < STEPS; a++)
        for (const late of [0, 4])
          seen.add(await ends([finishes, finishes, removes], inTurns([1, late], [0, a], [2, ALL], ...then, [1, ALL])))
      expect(seen).toEqual(new Set(['accepted, active', 'accepted, removed']))
    },
    60_000,
  )
})
