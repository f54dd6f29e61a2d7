import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { by } from '../../../domain/actor.ts'
import { declineInvitation } from '../../../domain/invitation/accept.ts'
import type { InvitationEvent } from '../../../domain/invitation/invitation.ts'
import { revokeInvitation } from '../../../domain/invitation/invite.ts'
import { invitationsThat } from '../../../domain/invitation/lists.ts'
import { finishAcceptance, tickInvitation } from '../../../domain/partnership/acceptance.ts'
import { partners } from '../../../domain/partnership/lists.ts'
import { type PartnershipEvent, pairOf } from '../../../domain/partnership/partnership.ts'
import { fail, ok } from '../../../domain/result.ts'
import { type DocumentStore, prefix } from '../../../domain/store/document-store.ts'
import { holder } from '../../../domain/store/reservations.ts'
import { openSqliteStore } from '../../../domain/store/sqlite-store.ts'
import { interleaved, numbers, type Run, shuffled } from '../../support/interleaving.ts'
import { partnerHouse, REMOVED } from '../../support/partner-house.ts'
import { partnerWorker } from '../../support/partner-worker.ts'
import { DRAFTED, OPENED, reseller, SENT, tomo, tomoDid, toto } from '../../support/partners.ts'
import { days, hana } from '../../support/people.ts'

let store: DocumentStore
beforeEach(() => {
  store = openSqliteStore(':memory:')
})
afterEach(() => store.close())

const seconds = (n: number): string => new Date(Date.parse(days(3)) + n * 1000).toISOString()
const EXPIRING: InvitationEvent = { ...SENT, expiresAt: seconds(60) } as InvitationEvent
const SUSPENDED = [toto, { ...reseller, suspended: true }]
const PAIR = pairOf(toto.tenantId, reseller.tenantId)

/** *Authorize*, each press with a key of its own; what is found of the reseller may differ. */
const accepts =
  (id: string, companies = [toto, reseller]): Run =>
  async (view) => {
    const house = partnerHouse(view, companies)
    for (const n of [1, 2]) {
      const key = `press-${id}-${n}-${companies === SUSPENDED}`
      const claimed = await partnerHouse(view).authorizes(id, key)
      if (claimed.ok) await finishAcceptance(house, toto.tenantId, id, 'test')
    }
  }

const decides =
  (id: string, decide: 'revoke' | 'decline'): Run =>
  (view) =>
    partnerHouse(view).invitations.execute(toto.tenantId, id, {
      by: by(decide === 'revoke' ? tomo : hana),
      correlationId: 'test',
      decide: (state) =>
        !state
          ? fail([{ code: 'STALE' as const }])
          : decide === 'revoke'
            ? revokeInvitation(state, { at: days(3), actor: tomo, provider: toto })
            : declineInvitation(state, { at: days(3), actor: hana, reseller }),
    })

const removes: Run = async (view) => {
  for (let tries = 0; tries < 4; tries++)
    await partnerHouse(view).partnerships.execute(toto.tenantId, reseller.tenantId, {
      by: tomoDid,
      correlationId: 'test',
      decide: (state) => ok(state.status === 'active' ? [REMOVED] : []),
    })
}

const expires: Run = (view) =>
  tickInvitation(partnerHouse(view, undefined, { now: () => seconds(61) }), toto.tenantId, 'i1')

const told: string[] = []
const works =
  (partition: string): Run =>
  async (view) => {
    const worker = partnerWorker(partnerHouse(view))
    await worker.runsUntilItDies(partition).finally(() => told.push(...worker.told))
  }

const CAST: readonly (readonly [name: string, run: Run])[] = [
  ['one accepts', accepts('i1')],
  ['a colleague accepts', accepts('i1')],
  ['one accepts and is found suspended', accepts('i1', SUSPENDED)],
  ['one accepts the other link', accepts('i2')],
  ['one accepts the other link and is found suspended', accepts('i2', SUSPENDED)],
  ['the provider revokes', decides('i1', 'revoke')],
  ['the reseller declines', decides('i1', 'decline')],
  ['time runs out', expires],
  ['the provider removes the partnership', removes],
  ['the outbox of the provider works', works('org:')],
  ['the outbox of the partnership works', works('rel:')],
]

async function happened<Event extends { type: string }>(pk: string, id: string): Promise<readonly Event[]> {
  const { items } = await store.range<{ events: readonly Event[] }>(pk, { ...prefix(id), limit: 100 })
  return items.flatMap(({ body }) => body.events)
}

/** What has to be so after anything, once nothing is left to do. */
async function isWhole() {
  const house = partnerHouse(store, undefined, { now: () => seconds(120) })
  const worker = partnerWorker(house)
  for (const id of ['i1', 'i2']) await tickInvitation(house, toto.tenantId, id)
  await worker.runsUntilItDies()
  told.push(...worker.told)
  const count = (name: string) => told.filter((one) => one === name).length

  const partnership = await house.partnerships.find(toto.tenantId, reseller.tenantId)
  const between = await happened<PartnershipEvent>(`rel:${toto.tenantId}~${reseller.tenantId}`, 'aud:')
  const established = between.flatMap((event) => (event.type === 'PartnershipEstablished' ? [event.invitationId] : []))
  const isActive = partnership.status === 'active'
  const since = isActive ? partnership.invitationId : undefined

  expect(await holder(store, 'pair', PAIR)).toBe(since && `partnership.${toto.tenantId}.${reseller.tenantId}.${since}`)
  for (const side of ['provider', 'reseller'] as const) {
    const { items } = await partners(store, side, side === 'provider' ? toto.tenantId : reseller.tenantId, { limit: 9 })
    expect(items).toHaveLength(isActive ? 1 : 0)
  }

  const states: string[] = []
  let blocked = 0
  for (const id of ['i1', 'i2']) {
    const state = (await house.invitations.find(toto.tenantId, id))?.state
    const events = (await happened<InvitationEvent>(`org:${toto.tenantId}`, `inv:${id}~aud:`)).map(({ type }) => type)
    blocked += events.filter((type) => type === 'InvitationBlocked').length
    states.push(`${id} ${state}`)
    expect(state).not.toBe('accepting')
    // Accepted and made are one thing, once.
    expect(established.filter((one) => one === id)).toHaveLength(state === 'accepted' ? 1 : 0)
    expect(events.filter((type) => type === 'InvitationAccepted')).toHaveLength(state === 'accepted' ? 1 : 0)
    if (isActive) expect(state).not.toBe('opened')
  }
  for (const tenant of [toto.tenantId, reseller.tenantId]) {
    const { items } = await invitationsThat(store, tenant, { show: 'all', limit: 9 })
    expect(items.map(({ body }) => `${body.id} ${body.state}`).toSorted()).toEqual(states)
  }
  return {
    established: established.length,
    states,
    blocked,
    told: count('partnership.established'),
    wasBlocked: count('partnership.blocked'),
  }
}

/** Two invitations that the reseller has opened, and some of the cast in some order; a few of them die. */
async function plays(seed: number, deaths: number): Promise<string> {
  await store.close()
  store = openSqliteStore(':memory:')
  told.length = 0
  const house = partnerHouse(store)
  await house.invites('i1', DRAFTED, EXPIRING, OPENED)
  await house.invites('i2', DRAFTED, SENT, OPENED)
  const draws = numbers(seed)
  const cast = new Set([draws(5), draws(5), ...Array.from({ length: 3 }, () => draws(CAST.length))])
  const runs = CAST.filter((_, n) => cast.has(n))
  await interleaved(
    store,
    runs.map(([, run]) => run),
    shuffled(seed, { deaths }),
  )
  const stands = await isWhole()
  // Whoever died may have told already, and what he told is told again then.
  if (deaths === 0) expect([stands.told, stands.wasBlocked]).toEqual([stands.established * 2, stands.blocked])
  return stands.states.join()
}

describe('acceptances, revocations, removals and time, in any order of their steps', () => {
  it.each([
    ['everybody comes to the end', 0],
    ['some die', 2],
  ])(
    'leave one truth, its reservation and true lists, where %s',
    async (_, deaths) => {
      const seen = new Set<string>()
      for (let seed = 1; seed <= 60; seed++)
        seen.add(
          await plays(seed, deaths).catch((fault: unknown) => {
            throw new Error(`seed ${seed}`, { cause: fault })
          }),
        )
      expect(seen.size).toBeGreaterThanOrEqual(8)
    },
    120_000,
  )
})
