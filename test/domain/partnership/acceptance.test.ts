import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { by } from '../../../domain/actor.ts'
import { tenantId } from '../../../domain/ids.ts'
import type { Invitation } from '../../../domain/invitation/invitation.ts'
import { revokeInvitation } from '../../../domain/invitation/invite.ts'
import { invitationsThat } from '../../../domain/invitation/lists.ts'
import {
  finishAcceptance,
  namesPair,
  readPair,
  releasePair,
  tickInvitation,
} from '../../../domain/partnership/acceptance.ts'
import { partners } from '../../../domain/partnership/lists.ts'
import { pairOf } from '../../../domain/partnership/partnership.ts'
import { fail } from '../../../domain/result.ts'
import { type DocumentStore, prefix, StoreUnavailable } from '../../../domain/store/document-store.ts'
import { holder, reserve } from '../../../domain/store/reservations.ts'
import { openSqliteStore } from '../../../domain/store/sqlite-store.ts'
import { failingStore } from '../../support/failing-store.ts'
import { partnerHouse, REMOVED } from '../../support/partner-house.ts'
import { partnerWorker } from '../../support/partner-worker.ts'
import { DRAFTED, OPENED, reseller, SENT, tomo, toto } from '../../support/partners.ts'
import { days } from '../../support/people.ts'

const PAIR = pairOf(toto.tenantId, reseller.tenantId)

let store: DocumentStore
beforeEach(() => {
  store = openSqliteStore(':memory:')
})
afterEach(() => store.close())

const finish = (house: ReturnType<typeof partnerHouse>, id = 'i1') => finishAcceptance(house, toto.tenantId, id, 'test')

async function stands(house = partnerHouse(store), id = 'i1') {
  const [invitation, partnership, held, log] = await Promise.all([
    house.invitations.find(toto.tenantId, id),
    house.partnerships.find(toto.tenantId, reseller.tenantId),
    holder(store, 'pair', PAIR),
    house.partnerships.history(toto.tenantId, reseller.tenantId, { limit: 9 }),
  ])
  return [invitation?.state, partnership.status, held?.split('.')[0], log.items.length]
}

const DONE = ['accepted', 'active', 'partnership', 1]

describe('an acceptance', () => {
  it('makes one partnership, however often it is finished', async () => {
    const house = partnerHouse(store)
    await house.claims('i1')
    await finish(house)
    expect(await stands()).toEqual(DONE)
    await finish(house)
    await tickInvitation(house, toto.tenantId, 'i1')
    expect(await stands()).toEqual(DONE)
  })

  it('makes one partnership when many finish it at once', async () => {
    const house = partnerHouse(store)
    await house.claims('i1')
    await Promise.all(Array.from({ length: 10 }, () => finish(house)))
    expect(await stands()).toEqual(DONE)
  })

  it.each([1, 2, 3].flatMap((n) => [[n, 'before'] as const, [n, 'after'] as const]))(
    'is finished by whoever comes after a crash at write %i, %s it',
    async (n, when) => {
      await partnerHouse(store).claims('i1')
      await expect(finish(partnerHouse(failingStore(store, n, when)))).rejects.toThrow(StoreUnavailable)
      await tickInvitation(partnerHouse(store), toto.tenantId, 'i1')
      expect(await stands()).toEqual(DONE)
    },
  )

  it('has three writes, so that no step is left without its crash', async () => {
    await partnerHouse(store).claims('i1')
    await finish(partnerHouse(failingStore(store, 4, 'before')))
    expect(await stands()).toEqual(DONE)
  })

  it('gives way to a customer relation that came first (R106)', async () => {
    const house = partnerHouse(store)
    await house.claims('i1')
    await reserve(store, 'pair', PAIR, 'customer.1', async () => true)
    await finish(house)
    expect(await stands()).toEqual(['opened', 'none', 'customer', 0])
    expect((await readPair(house, toto, reseller)).isCustomer).toBe(true)
    expect(await house.claims('i2')).toMatchObject({ ok: false, error: [{ code: 'REL_ALREADY_CUSTOMER' }] })
  })

  it('wins or loses whole when a customer relation is begun at the same time', async () => {
    const house = partnerHouse(store)
    await house.claims('i1')
    const [, customer] = await Promise.all([
      finish(house),
      reserve(store, 'pair', PAIR, 'customer.1', async () => true),
    ])
    expect(await stands()).toEqual(customer.ok ? ['opened', 'none', 'customer', 0] : DONE)
  })

  it.each([
    ['suspended', { ...reseller, suspended: true }],
    ['in another region', { ...reseller, country: 'DE' }],
  ])('is released with its reservation when the reseller is %s by now', async (_, now) => {
    await partnerHouse(store).claims('i1')
    await finish(partnerHouse(store, [toto, now]))
    expect(await stands()).toEqual(['opened', 'none', undefined, 0])
  })

  it('of a second link leaves the partnership of the first and its reservation', async () => {
    const house = partnerHouse(store)
    await house.claims('i1')
    await house.claims('i2')
    await finish(house, 'i1')
    await finish(house, 'i2')
    expect(await stands(house, 'i1')).toEqual(DONE)
    expect((await stands(house, 'i2'))[0]).toBe('superseded')
  })

  it('gives the pair back after the removal, and keeps it while they are partners', async () => {
    const house = partnerHouse(store)
    await house.claims('i1')
    await finish(house)
    const gives = () => releasePair(house, toto.tenantId, reseller.tenantId, 'i1')
    await gives()
    expect(await holder(store, 'pair', PAIR)).toBeDefined()
    await house.happens(REMOVED)
    await gives()
    await gives()
    expect(await holder(store, 'pair', PAIR)).toBeUndefined()
  })

  it('keeps the pair that a new acceptance has reserved while the old one is being given back', async () => {
    const house = partnerHouse(store)
    await house.claims('i1')
    await finish(house)
    await house.happens(REMOVED)
    await house.claims('i2')
    await finish(house, 'i2')
    await releasePair(house, toto.tenantId, reseller.tenantId, 'i1')
    expect(await stands(house, 'i2')).toEqual(['accepted', 'active', 'partnership', 3])
    expect(await holder(store, 'pair', PAIR)).toBe(`partnership.${toto.tenantId}.${reseller.tenantId}.i2`)
  })

  it('gives way to a customer relation where it is reserved for an acceptance that came to nothing', async () => {
    const house = partnerHouse(store)
    const left = `partnership.${toto.tenantId}.${reseller.tenantId}.i1`
    await reserve(store, 'pair', PAIR, left, async () => true)
    await house.invites('i1', DRAFTED, SENT, OPENED)
    const named = (owner: string) => namesPair(house, owner)
    expect(await reserve(store, 'pair', PAIR, 'customer.1', named)).toEqual({ ok: true })
    expect(await named('customer.1')).toBe(true)
  })

  it('does not bring back a partnership that was removed while one of its finishers slept', async () => {
    const house = partnerHouse(store)
    await house.claims('i1')
    const asleep = await house.invitations.find(toto.tenantId, 'i1')
    await finish(house)
    await house.happens(REMOVED)
    let first = true
    const find = async (...it: Parameters<typeof house.invitations.find>): Promise<Invitation | undefined> => {
      const stale = first
      first = false
      return stale ? asleep : house.invitations.find(...it)
    }
    await finish({ ...house, invitations: { ...house.invitations, find } })
    expect(await stands()).toEqual(['accepted', 'removed', undefined, 2])
  })
})

describe('an acceptance that comes to nothing after all', () => {
  it.each([
    ['suspended', { ...reseller, suspended: true }, ['suspended'], 'ORG_SUSPENDED'],
    ['in another region', { ...reseller, country: 'DE' }, ['region'], 'REGION_PARTNER'],
    ['no reseller any more', { ...reseller, kind: 'prospect' as const }, ['notEnrolled'], 'PAR_NOT_ENROLLED'],
  ])('says why to the requester when the reseller is %s', async (_, now, reasons, code) => {
    await partnerHouse(store).claims('i1')
    const house = partnerHouse(store, [toto, now])
    const { told, settles } = partnerWorker(house)
    expect((await finish(house)).map((refusal) => refusal.code)).toEqual([code])
    expect(await house.invitations.find(toto.tenantId, 'i1')).toMatchObject({ state: 'opened', block: { reasons } })
    await settles()
    expect(told.filter((name) => name === 'partnership.blocked')).toHaveLength(1)
  })

  it('says why when a customer relation came first', async () => {
    const house = partnerHouse(store)
    await house.claims('i1')
    await reserve(store, 'pair', PAIR, 'customer.1', async () => true)
    expect(await finish(house)).toMatchObject([{ code: 'REL_ALREADY_CUSTOMER', provider: toto.displayName }])
    const block = { company: reseller.displayName, reasons: ['customer'] }
    expect(await house.invitations.find(toto.tenantId, 'i1')).toMatchObject({ state: 'opened', block })
  })
})

/** Where the invitation, the partnership, the reservation and both sides' lists stand. */
async function everything(house = partnerHouse(store)) {
  const { tenantId: provider } = toto
  const lines = async (tenant: typeof provider) =>
    (await invitationsThat(store, tenant, { show: 'all', limit: 9 })).items.map(
      ({ body }) => `${body.id} ${body.state}`,
    )
  const [ours, theirs, sold, bought] = await Promise.all([
    lines(provider),
    lines(reseller.tenantId),
    partners(store, 'provider', provider, { limit: 9 }),
    partners(store, 'reseller', reseller.tenantId, { limit: 9 }),
  ])
  return {
    stands: await stands(house),
    ours: ours.toSorted(),
    theirs: theirs.toSorted(),
    listed: [sold.items.length, bought.items.length],
  }
}

const WHOLE = {
  stands: DONE,
  ours: ['i1 accepted', 'i2 superseded', 'i3 superseded'],
  theirs: ['i1 accepted', 'i2 superseded'],
  listed: [1, 1],
}

/** Beside the claimed invitation one that Sakura opened, and one that was sent to another of its domains. */
async function claimedAmongOthers(house = partnerHouse(store)) {
  await house.invites('i2', { ...DRAFTED, email: 'x@elsewhere.example' }, SENT, OPENED)
  await house.invites('i3', { ...DRAFTED, email: 'aya@sakura-systems.example' }, SENT)
  await partnerWorker(house).settles()
  await house.claims('i1')
}

const LATER = { now: () => new Date(Date.parse(days(3)) + 120_000).toISOString() }

describe('a process that dies', () => {
  /** The press, then everything that the outbox does of it; the store goes away at the `n`th write. */
  async function dies(n: number, when: 'before' | 'after'): Promise<boolean> {
    const house = partnerHouse(failingStore(store, n, when))
    try {
      await finish(house)
      await partnerWorker(house).runsUntilItDies()
      return false
    } catch (fault) {
      expect(fault).toBeInstanceOf(StoreUnavailable)
      return true
    }
  }

  it.each(['before', 'after'] as const)(
    'at any write, %s it, leaves one partnership, true lists and no claim to whoever comes next',
    async (when) => {
      for (let n = 1; ; n++) {
        store = openSqliteStore(':memory:')
        await claimedAmongOthers()
        const died = await dies(n, when)
        await partnerWorker(partnerHouse(store, undefined, LATER)).settles()
        expect(await everything(), `write ${n}`).toEqual(WHOLE)
        if (!died) return expect(n).toBeGreaterThan(20)
        await store.close()
      }
    },
    60_000,
  )

  it.each(['before', 'after'] as const)(
    'at any write of a refusal, %s it, leaves an open invitation that says why, and no claim',
    async (when) => {
      const moved = [toto, { ...reseller, country: 'DE' }]
      for (let n = 1; ; n++) {
        store = openSqliteStore(':memory:')
        await partnerHouse(store).claims('i1')
        let died = false
        await finish(partnerHouse(failingStore(store, n, when), moved)).catch(() => {
          died = true
        })
        const house = partnerHouse(store, moved, LATER)
        await partnerWorker(house).settles()
        expect(await everything(), `write ${n}`).toEqual({
          stands: ['opened', 'none', undefined, 0],
          ours: ['i1 opened'],
          theirs: ['i1 opened'],
          listed: [0, 0],
        })
        expect(await house.invitations.find(toto.tenantId, 'i1')).toMatchObject({ block: { reasons: ['region'] } })
        if (!died) return expect(n).toBeGreaterThan(2)
        await store.close()
      }
    },
    60_000,
  )
})

describe('a race', () => {
  /** Fifty at once; the revocations come so many turns later. Tells how it ended. */
  async function acceptedOrRevoked(turns: number): Promise<string | undefined> {
    const house = partnerHouse(store)
    await house.invites('i1', DRAFTED, SENT, OPENED)
    const accepts = async () => {
      const claimed = await house.authorizes('i1')
      if (claimed.ok) await finish(house)
    }
    const revokes = async () => {
      for (let n = 0; n < turns; n++) await Promise.resolve()
      await house.invitations.execute(toto.tenantId, 'i1', {
        by: by(tomo),
        correlationId: 'test',
        decide: (state) =>
          state ? revokeInvitation(state, { at: days(3), actor: tomo, provider: toto }) : fail([{ code: 'STALE' }]),
      })
    }
    await Promise.allSettled(Array.from({ length: 50 }, (_, n) => (n % 3 === 0 ? accepts() : revokes())))
    await partnerWorker(partnerHouse(store, undefined, LATER)).settles()
    const { items } = await store.range<{ events: { type: string }[] }>(`org:${toto.tenantId}`, {
      ...prefix('inv:i1~aud:'),
      limit: 100,
    })
    const happened = items.flatMap(({ body }) => body.events.map(({ type }) => type))
    const ends = happened.filter((type) => type === 'InvitationAccepted' || type === 'InvitationRevoked')
    expect(ends).toHaveLength(1)
    return ends[0]
  }

  it('of fifty acceptances and revocations has one outcome, in every list', async () => {
    const ends = new Set<string | undefined>()
    for (let turns = 0; turns < 60; turns += 3) {
      store = openSqliteStore(':memory:')
      const end = await acceptedOrRevoked(turns)
      ends.add(end)
      const [state, listed] = end === 'InvitationAccepted' ? ['accepted', 1] : ['revoked', 0]
      expect(await everything()).toEqual({
        stands: listed ? DONE : ['revoked', 'none', undefined, 0],
        ours: [`i1 ${state}`],
        theirs: [`i1 ${state}`],
        listed: [listed, listed],
      })
      await store.close()
    }
    store = openSqliteStore(':memory:')
    expect(ends).toEqual(new Set(['InvitationAccepted', 'InvitationRevoked']))
  }, 60_000)

  it('of an acceptance and a customer relation is won by one of them alone (R106)', async () => {
    const winners = new Set<boolean>()
    for (let turns = 0; turns < 20; turns++) {
      store = openSqliteStore(':memory:')
      const house = partnerHouse(store)
      await house.claims('i1')
      const buys = async () => {
        for (let n = 0; n < turns; n++) await Promise.resolve()
        return reserve(store, 'pair', PAIR, 'customer.1', (owner) => namesPair(house, owner))
      }
      const [customer] = await Promise.all([buys(), finish(house)])
      winners.add(customer.ok)
      await partnerWorker(partnerHouse(store, undefined, LATER)).settles()
      expect(await stands()).toEqual(customer.ok ? ['opened', 'none', 'customer', 0] : DONE)
      await store.close()
    }
    store = openSqliteStore(':memory:')
    expect(winners).toEqual(new Set([true, false]))
  })

  it('of two links of one provider ends in one partnership, and neither is left open', async () => {
    const house = partnerHouse(store)
    await house.claims('i1')
    await house.claims('i2')
    await Promise.all([finish(house, 'i1'), finish(house, 'i2'), finish(house, 'i1'), finish(house, 'i2')])
    await partnerWorker(partnerHouse(store, undefined, LATER)).settles()
    const states = await Promise.all(['i1', 'i2'].map((id) => house.invitations.find(toto.tenantId, id)))
    expect(states.map((one) => one?.state).toSorted()).toEqual(['accepted', 'superseded'])
    expect((await stands()).slice(1)).toEqual(['active', 'partnership', 1])
  })
})

describe('the other links of a provider', () => {
  it('to a company that became its reseller end, however many pages of open ones there are; nobody else’s do', async () => {
    const house = partnerHouse(store)
    const elsewhere = { ...OPENED, tenant: tenantId('00000009-0000-4000-8000-000000000000'), company: 'Else' }
    const mail = (n: number) => (n % 50 === 0 ? `p${n}@sakura.example` : `p${n}@else.example`)
    for (let n = 0; n < 230; n++)
      await house.invites(`o${n}`, { ...DRAFTED, email: mail(n) }, SENT, ...(n % 7 ? [] : [elsewhere]))
    await partnerWorker(house).settles()
    await house.claims('i1')
    await finish(house)
    await partnerWorker(house).settles()
    const states = await Promise.all(
      Array.from({ length: 230 }, async (_, n) => (await house.invitations.find(toto.tenantId, `o${n}`))?.state),
    )
    expect(states.flatMap((state, n) => (state === 'superseded' ? [n] : []))).toEqual([0, 50, 100, 150, 200])
    await partnerWorker(house).settles()
    expect(states.filter((state) => state === 'sent' || state === 'opened')).toHaveLength(225)
  }, 60_000)

  it('stay where the partnership is over before its turn comes', async () => {
    const house = partnerHouse(store)
    await claimedAmongOthers(house)
    await finish(house)
    await house.happens(REMOVED)
    await partnerWorker(house).settles()
    expect((await house.invitations.find(toto.tenantId, 'i3'))?.state).toBe('sent')
    expect(await holder(store, 'pair', PAIR)).toBeUndefined()
  })
})
