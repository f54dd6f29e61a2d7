import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { namesPair, tickInvitation } from '../../../domain/partnership/acceptance.ts'
import { pairOf } from '../../../domain/partnership/partnership.ts'
import { ok } from '../../../domain/result.ts'
import { type DocumentStore, prefix, StoreUnavailable } from '../../../domain/store/document-store.ts'
import { holder, reserve } from '../../../domain/store/reservations.ts'
import { openSqliteStore } from '../../../domain/store/sqlite-store.ts'
import {
  BOTH,
  COMPANIES,
  directly,
  invitingHouse,
  kaede,
  minami,
  sakuraReady,
} from '../../support/customer-inviting.ts'
import { failingStore } from '../../support/failing-store.ts'
import { ESTABLISHED, REMOVED } from '../../support/partner-house.ts'
import { partnerWorker } from '../../support/partner-worker.ts'
import { CLAIMED, DRAFTED, OPENED, SENT, toto } from '../../support/partners.ts'
import { days, hanaDid } from '../../support/people.ts'

let store: DocumentStore
beforeEach(() => {
  store = openSqliteStore(':memory:')
})
afterEach(() => store.close())

const house = () => invitingHouse(store)
const LATER = { now: () => new Date(Date.parse(days(3)) + 120_000).toISOString() }
const later = () => invitingHouse(store, COMPANIES, LATER)

const DONE = {
  state: 'accepted',
  relations: ['Sakura Systems reseller granted', 'Toto Distribution provider none'],
  agreement: 'directSigned',
  held: ['customer', 'customer'],
}
const NOTHING = { state: 'opened', relations: [], agreement: 'none', held: [undefined, undefined] }

/** Sent and claimed, and nothing after it. */
async function claimed(name = 'i1') {
  await house().partners()
  await house().sends(name)
  return house().claims(name)
}

describe('a customer’s acceptance', () => {
  it('establishes both relationships and the agreement in one commit, however often it is finished (R82)', async () => {
    await claimed()
    await Promise.all(Array.from({ length: 10 }, () => house().finishes('i1')))
    expect(await house().stands()).toEqual(DONE)
    const past = await house().customers.history(kaede.tenantId, { limit: 9 })
    expect(past.items.map(({ body }) => body.events.map(({ type }) => type))).toEqual([
      ['RelationsEstablished', 'AgreementSigned'],
    ])
    const customer = await house().customers.find(kaede.tenantId)
    expect(customer).toMatchObject({
      name: 'Kaede Foods',
      country: 'JP',
      relations: [
        { partner: sakuraReady.tenantId, role: 'reseller', through: toto.tenantId, source: 'bothInvitation' },
        { partner: toto.tenantId, role: 'provider', source: 'bothInvitation' },
      ],
    })
  })

  it.each([
    ['direct', directly, true, 'Direct KK direct granted'],
    ['direct', directly, false, 'Direct KK direct none'],
    ['provider', toto, false, 'Toto Distribution provider none'],
  ] as const)(
    'of a %s invitation establishes one relationship, with the delegated admin that was asked for (D12)',
    async (kind, owner, includeDap, relation) => {
      await house().sends('i1', { owner, request: { kind, includeDap } })
      await house().claims('i1', owner)
      await house().finishes('i1', owner)
      expect(await house().stands('i1', owner)).toMatchObject({ state: 'accepted', relations: [relation] })
    },
  )

  it.each([1, 2, 3, 4].flatMap((n) => [[n, 'before'] as const, [n, 'after'] as const]))(
    'is finished by whoever comes after a crash at write %i, %s it',
    async (n, when) => {
      await claimed()
      await expect(invitingHouse(failingStore(store, n, when)).finishes('i1')).rejects.toThrow(StoreUnavailable)
      await tickInvitation(later(), sakuraReady.tenantId, 'i1')
      expect(await house().stands()).toEqual(DONE)
    },
  )

  it('has four writes, so that no step is left without its crash', async () => {
    await claimed()
    await invitingHouse(failingStore(store, 5, 'before')).finishes('i1')
    expect(await house().stands()).toEqual(DONE)
  })

  it('comes to nothing, and gives every pair back, when the partnership has ended meanwhile (F36)', async () => {
    await claimed()
    await house().happens(REMOVED)
    expect((await house().finishes('i1')).map(({ code }) => code)).toEqual(['PAR_NONE'])
    expect(await house().stands()).toEqual(NOTHING)
    expect(await house().invitations.find(sakuraReady.tenantId, 'i1')).toMatchObject({
      block: { reasons: ['partnership'] },
    })
  })

  it('says the same when the customer turns out to be in CSP, or elsewhere (F18, R64)', async () => {
    await claimed()
    const now = COMPANIES.map((one) => (one === kaede ? { ...kaede, cspTenant: true, country: 'DE' } : one))
    const refused = await invitingHouse(store, now).finishes('i1')
    expect(new Set(refused.map(({ code }) => code))).toEqual(new Set(['CUS_IS_CSP_TENANT', 'REGION_CUSTOMER']))
    expect(await house().stands()).toEqual(NOTHING)
  })

  it.each(['before', 'after'] as const)(
    'that comes to nothing and crashes at any write, %s it, leaves nothing',
    async (when) => {
      for (let n = 1; ; n++) {
        store = openSqliteStore(':memory:')
        await claimed()
        await house().happens(REMOVED)
        let died = false
        await invitingHouse(failingStore(store, n, when))
          .finishes('i1')
          .catch(() => {
            died = true
          })
        await partnerWorker(later()).settles()
        expect(await house().stands(), `write ${n}`).toEqual(NOTHING)
        if (!died) return expect(n).toBeGreaterThan(3)
        await store.close()
      }
    },
  )

  it('keeps what stands: a second reseller of the same provider adds its own relationship alone', async () => {
    const other = { ...sakuraReady, tenantId: minami.tenantId, displayName: 'Kita Systems' }
    const companies = [...COMPANIES.filter((one) => one !== minami), other]
    await claimed()
    await house().finishes('i1')
    const them = invitingHouse(store, companies)
    await them.happens(ESTABLISHED, other)
    await them.sends('i2', { owner: other })
    expect(await them.claims('i2', other, { agreed: false })).toMatchObject({ ok: true })
    await them.finishes('i2', other)
    expect((await them.stands('i2', other)).relations).toEqual([
      'Sakura Systems reseller granted',
      'Toto Distribution provider none',
      'Kita Systems reseller granted',
    ])
  })

  it('tells both partners', async () => {
    await claimed()
    const { told, settles } = partnerWorker(house())
    await settles()
    expect(told.filter((name) => name === 'customerInvite.accepted')).toHaveLength(2)
    expect(told.filter((name) => name === 'customerInvite.opened')).toHaveLength(2)
    expect(told.filter((name) => name === 'customerInvite.sent')).toHaveLength(1)
    expect(await house().stands()).toEqual(DONE)
  })
})

describe('the pair exclusion (R106)', () => {
  const PAIR = pairOf(kaede.tenantId, toto.tenantId)
  /** Kaede as a company that both buys and resells would be: enrolled, so that Toto can invite it to a partnership. */
  const resells = { ...kaede, kind: 'indirectReseller' as const, agreements: toto.agreements }
  const companies = COMPANIES.map((one) => (one === kaede ? resells : one))
  const partnership = { by: hanaDid, company: kaede.displayName, tenant: kaede.tenantId, reseller: kaede.tenantId }

  /** Toto's invitation of Kaede to a partnership, claimed by it. */
  async function partnershipClaimed() {
    const all = invitingHouse(store, companies)
    await all.invites('p1', DRAFTED, SENT, { ...OPENED, ...partnership }, {
      ...CLAIMED,
      ...partnership,
    } as typeof CLAIMED)
    return all
  }

  it('lets a partnership that came first be, and the customer’s acceptance comes to nothing', async () => {
    await claimed()
    const all = await partnershipClaimed()
    await all.finishes('p1', toto)
    expect((await house().finishes('i1')).map(({ code }) => code)).toEqual(['REL_ALREADY_RESELLER'])
    expect(await house().stands()).toMatchObject({ state: 'opened', relations: [], held: [undefined, 'partnership'] })
  })

  it('lets a relationship that came first be, and the partnership comes to nothing', async () => {
    await claimed()
    await house().finishes('i1')
    const all = await partnershipClaimed()
    expect((await all.finishes('p1', toto)).map(({ code }) => code)).toEqual(['REL_ALREADY_CUSTOMER'])
    expect((await all.partnerships.find(toto.tenantId, kaede.tenantId)).status).toBe('none')
  })

  it('has one winner, whoever is how late', async () => {
    const winners = new Set<string>()
    for (let turns = 0; turns < 30; turns++) {
      store = openSqliteStore(':memory:')
      await claimed()
      const all = await partnershipClaimed()
      const waits = async () => {
        for (let n = 0; n < turns; n++) await new Promise((resolve) => setImmediate(resolve))
      }
      await Promise.allSettled([
        turns % 2 ? waits().then(() => house().finishes('i1')) : house().finishes('i1'),
        turns % 2 ? all.finishes('p1', toto) : waits().then(() => all.finishes('p1', toto)),
      ])
      await partnerWorker(later()).settles()
      const { relations, held } = await house().stands()
      const active = (await all.partnerships.find(toto.tenantId, kaede.tenantId)).status === 'active'
      expect([relations.length > 0, active].filter(Boolean)).toHaveLength(1)
      expect(held[1]).toBe(active ? 'partnership' : 'customer')
      winners.add(active ? 'partnership' : 'relation')
      await store.close()
    }
    store = openSqliteStore(':memory:')
    expect(winners).toEqual(new Set(['partnership', 'relation']))
  }, 60_000)

  it('gives the pair to a partnership when an acceptance left it reserved and came to nothing', async () => {
    await claimed()
    const left = `customer.${kaede.tenantId}.${toto.tenantId}.inv.${sakuraReady.tenantId}.i1`
    await reserve(store, 'pair', PAIR, left, async () => true)
    expect(await namesPair(house(), left)).toBe(true)
    await house().happens(REMOVED)
    await house().finishes('i1')
    expect(await namesPair(house(), left)).toBe(false)
    expect(await holder(store, 'pair', PAIR)).toBeUndefined()
  })
})

describe('a race', () => {
  it('of fifty acceptances and revocations has one outcome', async () => {
    const ends = new Set<string | undefined>()
    for (let turns = 0; turns < 40; turns += 4) {
      store = openSqliteStore(':memory:')
      await house().partners()
      await house().sends('i1')
      const accepts = async () => {
        const one = await house().claims('i1')
        if (one.ok) await house().finishes('i1')
      }
      const revokes = async () => {
        for (let n = 0; n < turns; n++) await Promise.resolve()
        await house().revokes('i1')
      }
      await Promise.allSettled(Array.from({ length: 50 }, (_, n) => (n % 3 === 0 ? accepts() : revokes())))
      await partnerWorker(later()).settles()
      const { state } = await house().stands()
      expect(await house().stands()).toEqual(state === 'accepted' ? DONE : { ...NOTHING, state: 'revoked' })
      ends.add(state)
      await store.close()
    }
    store = openSqliteStore(':memory:')
    expect(ends).toEqual(new Set(['accepted', 'revoked']))
  }, 60_000)

  it('of fifty acceptances at once commits to the customer once', async () => {
    await house().partners()
    await house().sends('i1')
    await Promise.allSettled(
      Array.from({ length: 50 }, async () => {
        await house().claims('i1')
        await house().finishes('i1')
      }),
    )
    await partnerWorker(later()).settles()
    expect(await house().stands()).toEqual(DONE)
    const { items } = await store.range(`cus:${kaede.tenantId}`, { ...prefix('aud:'), limit: 9 })
    expect(items).toHaveLength(1)
  })

  it('of two pairs of provider and reseller to one customer leaves all four relationships', async () => {
    const kita = { ...sakuraReady, tenantId: directly.tenantId, displayName: 'Kita Systems' }
    const companies = [...COMPANIES.filter((one) => one !== directly), kita]
    const all = invitingHouse(store, companies)
    await all.partners()
    const established = {
      ...ESTABLISHED,
      provider: minami.tenantId,
      providerName: minami.displayName,
      reseller: kita.tenantId,
      resellerName: kita.displayName,
    }
    await all.partnerships.execute(minami.tenantId, kita.tenantId, {
      by: hanaDid,
      correlationId: 'test',
      decide: () => ok([established]),
    })
    await all.sends('i1')
    const request = { ...BOTH, through: { tenantId: minami.tenantId, name: minami.displayName } } as typeof BOTH
    await all.sends('i2', { owner: kita, request })
    await Promise.all([all.claims('i1'), all.claims('i2', kita)])
    await Promise.all([all.finishes('i1'), all.finishes('i2', kita), all.finishes('i1'), all.finishes('i2', kita)])
    await partnerWorker(invitingHouse(store, companies, LATER)).settles()
    expect((await all.stands('i1')).state).toBe('accepted')
    expect((await all.stands('i2', kita)).state).toBe('accepted')
    expect((await all.stands('i1')).relations.toSorted()).toEqual([
      'Kita Systems reseller granted',
      'Minami Distribution provider none',
      'Sakura Systems reseller granted',
      'Toto Distribution provider none',
    ])
  })

  it('of two invitations that share the provider ends with both, in whatever order they meet at the shared pair', async () => {
    const kita = { ...sakuraReady, tenantId: directly.tenantId, displayName: 'Kita Systems' }
    const companies = [...COMPANIES.filter((one) => one !== directly), kita]
    for (let turns = 0; turns < 12; turns++) {
      store = openSqliteStore(':memory:')
      const all = invitingHouse(store, companies)
      await all.partners()
      await all.happens(ESTABLISHED, kita)
      await all.sends('i1')
      await all.sends('i2', { owner: kita })
      await all.claims('i1')
      await all.claims('i2', kita)
      const late = async () => {
        for (let n = 0; n < turns; n++) await Promise.resolve()
        return all.finishes('i2', kita)
      }
      await Promise.all([all.finishes('i1'), late()])
      await partnerWorker(invitingHouse(store, companies, LATER)).settles()
      expect((await all.stands('i1')).relations).toHaveLength(3)
      expect((await all.stands('i2', kita)).state).toBe('accepted')
      await store.close()
    }
    store = openSqliteStore(':memory:')
  }, 60_000)
})
