import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { by } from '../../../domain/actor.ts'
import { tickInvitation } from '../../../domain/partnership/acceptance.ts'
import type { DocumentStore } from '../../../domain/store/document-store.ts'
import { openSqliteStore } from '../../../domain/store/sqlite-store.ts'
import { COMPANIES, invitingHouse, kaede, kana, sakuraReady } from '../../support/customer-inviting.ts'
import { type Choice, inTurns, interleaved, meetings, type Run } from '../../support/interleaving.ts'
import { partnerWorker } from '../../support/partner-worker.ts'
import { CLAIMED, DRAFTED, OPENED, SENT, toto } from '../../support/partners.ts'
import { days } from '../../support/people.ts'

let store: DocumentStore
beforeEach(() => {
  store = openSqliteStore(':memory:')
})
afterEach(() => store.close())

const LATER = { now: () => new Date(Date.parse(days(3)) + 120_000).toISOString() }
const IN_CSP = COMPANIES.map((one) => (one === kaede ? { ...kaede, cspTenant: true } : one))
/** Kaede as a company that both buys and resells: Toto may invite it to a partnership as well. */
const RESELLING = COMPANIES.map((one) =>
  one === kaede ? { ...kaede, kind: 'indirectReseller' as const, agreements: toto.agreements } : one,
)

const finishes: Run = (view) => invitingHouse(view).finishes('i1')
const findsInCsp: Run = (view) => invitingHouse(view, IN_CSP).finishes('i1')
const revokes: Run = (view) => invitingHouse(view).revokes('i1')
const finishesPartnership: Run = (view) => invitingHouse(view, RESELLING).finishes('p1', toto)

const MADE = {
  state: 'accepted',
  relations: ['Sakura Systems reseller granted', 'Toto Distribution provider none'],
  agreement: 'directSigned',
  held: ['customer', 'customer'],
}
const nothing = (state: string) => ({ state, relations: [], agreement: 'none', held: [undefined, undefined] })

const ACCEPTED = ['customerInvite.accepted', 'customerInvite.accepted']
const BLOCKED = ['customerInvite.blocked']

const claimsPartnership = () => {
  const named = { by: by(kana), company: kaede.displayName, tenant: kaede.tenantId, reseller: kaede.tenantId }
  const invited = { ...DRAFTED, email: 'kana@kaede.example' }
  const claimed = { ...CLAIMED, ...named } as typeof CLAIMED
  return invitingHouse(store, RESELLING).invites('p1', invited, SENT, { ...OPENED, ...named }, claimed)
}

/** Claimed by Kaede, and nothing after it; these then in the order that is chosen. Whatever is left to do is done. */
async function ends(runs: readonly Run[], choice: Choice, companies = COMPANIES) {
  await store.close()
  store = openSqliteStore(':memory:')
  await invitingHouse(store).partners()
  await invitingHouse(store).sends('i1')
  await invitingHouse(store).claims('i1')
  if (companies === RESELLING) await claimsPartnership()
  const [one, other] = await interleaved(store, runs, choice)
  const house = invitingHouse(store, companies, LATER)
  const worker = partnerWorker(house)
  await tickInvitation(house, sakuraReady.tenantId, 'i1')
  await worker.runsUntilItDies()
  const refused = [one, other].map((end) => end?.status === 'fulfilled' && (end.value as unknown[]).length > 0)
  const told = worker.told.filter((name) => /^customerInvite.(accepted|blocked)/.test(name)).toSorted()
  return { ...(await house.stands()), told, refused }
}

const ALL = 999
const STEPS = 36

describe('two who finish a customer’s acceptance and find different facts', () => {
  it('take no more steps than are tried here', async () => {
    await invitingHouse(store).partners()
    await invitingHouse(store).sends('i1')
    await invitingHouse(store).claims('i1')
    expect(await interleaved(store, [finishes], inTurns([0, STEPS]))).toMatchObject([{ status: 'fulfilled' }])
  })

  it.each([
    [
      'wherever they meet each other and a revocation',
      [
        [2, ALL],
        [0, ALL],
        [1, ALL],
      ],
    ],
    ['wherever they die', []],
  ] as const)(
    'come to one end, %s',
    async (_, then) => {
      const seen = new Set<string>()
      for (const [a, b] of meetings(STEPS, 12)) {
        const turns = inTurns([0, a], [1, b], ...then)
        const { told, refused, ...stands } = await ends([finishes, findsInCsp, revokes], turns)
        seen.add(stands.state ?? '')
        const about = `${a}, ${b}`
        expect(stands, about).toEqual(stands.state === 'accepted' ? MADE : nothing(stands.state ?? ''))
        expect(told, about).toEqual(stands.state === 'accepted' ? ACCEPTED : BLOCKED)
        if (stands.state === 'accepted') expect(refused, about).toEqual([false, false])
      }
      expect(seen).toEqual(new Set(then.length > 0 ? ['accepted', 'opened', 'revoked'] : ['accepted', 'opened']))
    },
    120_000,
  )
})

describe('a pair that becomes partners and partner and customer at once (R106)', () => {
  it.each([
    [
      'wherever the two meet',
      [
        [0, ALL],
        [1, ALL],
      ],
    ],
    ['wherever both die', []],
  ] as const)(
    'becomes one of them, %s',
    async (_, then) => {
      const winners = new Set<string>()
      for (const [a, b] of meetings(STEPS, 12)) {
        const turns = inTurns([0, a], [1, b], ...then)
        const stands = await ends([finishes, finishesPartnership], turns, RESELLING)
        const all = invitingHouse(store, RESELLING, LATER)
        await tickInvitation(all, toto.tenantId, 'p1')
        await partnerWorker(all).runsUntilItDies()
        const isActive = (await all.partnerships.find(toto.tenantId, kaede.tenantId)).status === 'active'
        const { state, relations, held } = await all.stands()
        const asked = await all.invitations.find(toto.tenantId, 'p1')
        expect([state, relations.length, asked?.state, held], `${a}, ${b}`).toEqual(
          isActive
            ? ['opened', 0, 'accepted', [undefined, 'partnership']]
            : ['accepted', 2, 'opened', ['customer', 'customer']],
        )
        expect(stands.told).toEqual(isActive ? BLOCKED : ACCEPTED)
        winners.add(isActive ? 'partnership' : 'relation')
      }
      expect(winners).toEqual(new Set(['partnership', 'relation']))
    },
    120_000,
  )
})
