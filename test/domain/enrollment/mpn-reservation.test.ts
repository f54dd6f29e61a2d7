import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { by } from '../../../domain/actor.ts'
import { namesMpn, readMpnFacts, releaseMpn, reserveMpn } from '../../../domain/enrollment/mpn-facts.ts'
import { submitEnrollment } from '../../../domain/enrollment/submit.ts'
import { type TenantId, tenantId } from '../../../domain/ids.ts'
import type { OrganizationEvent } from '../../../domain/organization/organization.ts'
import { ORGANIZATION, organizationPk } from '../../../domain/organization/organizations.ts'
import type { MpnAccount, PartnerCenter } from '../../../domain/ports.ts'
import { ok } from '../../../domain/result.ts'
import { commit, load } from '../../../domain/store/commit.ts'
import type { DocumentStore } from '../../../domain/store/document-store.ts'
import { holder } from '../../../domain/store/reservations.ts'
import { openSqliteStore } from '../../../domain/store/sqlite-store.ts'
import { declined, filled, HISTORIES, SITUATIONS, saved, withdrawn } from '../../support/lifecycle.ts'
import { account, days, hana, inTenant, MONDAY, MPN, registered } from '../../support/people.ts'
import { given } from '../../support/story.ts'

const rivals = [1, 2, 3].map((n) => tenantId(`0000070${n}-0000-4000-8000-000000000000`))
const [first, second] = rivals as [TenantId, TenantId]

/** One group: every rival may use the same account, as the companies of one owner may. */
const shared: MpnAccount = { ...account, ownerTenantIds: rivals }
const partnerCenter = {
  registration: async () => undefined,
  mpnAccount: async (mpnId) => (mpnId === MPN ? shared : undefined),
  mpnAccountsOf: async () => [shared],
  providers: async () => [],
} satisfies Partial<PartnerCenter> as unknown as PartnerCenter

let store: DocumentStore
beforeEach(() => {
  store = openSqliteStore(':memory:')
})
afterEach(() => store.close())

const happens = async (tenant: TenantId, ...events: readonly OrganizationEvent[]) => {
  for (const event of events)
    await commit(store, ORGANIZATION, {
      pk: organizationPk(tenant),
      by: by(hana),
      at: MONDAY,
      correlationId: 'test',
      fresh: async () => registered({}, { tenantId: tenant }),
      decide: async () => ok([event]),
    })
}

/** *Enroll now*, as the capability gives it: facts, decision, then the reservation, again on every attempt. */
const submits = (tenant: TenantId) =>
  commit(store, ORGANIZATION, {
    pk: organizationPk(tenant),
    by: by(hana),
    at: days(1),
    correlationId: 'test',
    fresh: async () => registered({}, { tenantId: tenant }),
    decide: async (state) => {
      const mpn = await readMpnFacts({ store, partnerCenter }, state, MPN)
      const actor = inTenant(hana, tenant)
      const command = { type: 'SubmitEnrollment', at: days(1), actor, locale: 'ja-JP', seen: 5 } as const
      const decision = submitEnrollment(state, { ...command, mpn })
      if (!decision.ok) return decision
      const heldBy = await reserveMpn(store, tenant, MPN)
      return heldBy === tenant ? decision : submitEnrollment(state, { ...command, mpn: { ...mpn, heldBy } })
    },
  })

const stateOf = async (tenant: TenantId) =>
  (await load(store, ORGANIZATION, organizationPk(tenant)))?.state.enrollment.state

describe('an MPN ID that two companies want (D5)', () => {
  it('is given to one of them, and the other is told that it is in use', async () => {
    for (const rival of rivals) await happens(rival, ...filled)
    const results = await Promise.all(rivals.map(submits))
    const winners = rivals.filter((_, at) => results[at]?.ok)
    expect(winners).toHaveLength(1)
    expect(await holder(store, 'mpn', MPN)).toBe(winners[0])
    for (const [at, result] of results.entries()) {
      expect(await stateOf(rivals[at] as TenantId)).toBe(result.ok ? 'submitted' : 'draft')
      if (!result.ok) expect(result.error).toEqual([{ code: 'MPN_IN_USE', field: 'mpnId', id: MPN }])
    }
  })

  it('is free again when the first takes its application back', async () => {
    for (const rival of rivals) await happens(rival, ...filled)
    await submits(first)
    expect(await submits(second)).toMatchObject({ ok: false })
    await happens(first, withdrawn)
    await releaseMpn(store, first, MPN)
    expect(await submits(second)).toMatchObject({ ok: true })
    expect(await holder(store, 'mpn', MPN)).toBe(second)
  })

  it('is free for others even before it is given back, once nobody’s application names it', async () => {
    for (const rival of rivals) await happens(rival, ...filled)
    await submits(first)
    await happens(first, withdrawn)
    expect(await submits(second)).toMatchObject({ ok: true })
  })

  it('is not given back while a newer draft of the company names it', async () => {
    await happens(first, ...filled)
    await submits(first)
    await happens(first, withdrawn, ...filled)
    await releaseMpn(store, first, MPN)
    expect(await holder(store, 'mpn', MPN)).toBe(first)
  })

  it('is not taken away by somebody else’s late release', async () => {
    await happens(first, ...filled)
    await submits(first)
    await releaseMpn(store, second, MPN)
    expect(await holder(store, 'mpn', MPN)).toBe(first)
  })

  it('counts as in use by what Partner Center says too', async () => {
    await happens(first, ...filled)
    const elsewhere: PartnerCenter = {
      ...partnerCenter,
      mpnAccount: async () => ({ ...shared, associatedTenantId: second }),
    }
    const facts = await readMpnFacts({ store, partnerCenter: elsewhere }, { tenantId: first, country: 'JP' }, MPN)
    expect(facts.account?.associatedTenantId).toBe(second)
  })
})

describe('a company', () => {
  it('names its MPN ID as long as its application, or its enrollment, is for it', () => {
    const naming = SITUATIONS.filter((situation) => namesMpn(given(HISTORIES[situation]).company, MPN))
    expect(naming).toEqual(SITUATIONS.filter((name) => !['none', 'withdrawn', 'declined'].includes(name)))
    expect(namesMpn(given(HISTORIES.inReview, declined).company, MPN)).toBe(false)
    expect(namesMpn(given(HISTORIES.active).company, '4600602')).toBe(false)
    expect(namesMpn(given(filled, { ...saved.mpn, value: { mpnId: '4600602' } }).company, MPN)).toBe(false)
  })

  it('has as its own locations only those that would do', async () => {
    const accounts: readonly MpnAccount[] = [
      shared,
      { ...shared, mpnId: '2', type: 'global' },
      { ...shared, mpnId: '3', profileStatus: 'pending' },
      { ...shared, mpnId: '4', country: 'US' },
      { ...shared, mpnId: '5', migrated: false },
      { ...shared, mpnId: '6', associatedTenantId: second },
      { ...shared, mpnId: '7', associatedTenantId: first },
    ]
    const many: PartnerCenter = { ...partnerCenter, mpnAccountsOf: async () => accounts }
    const facts = await readMpnFacts({ store, partnerCenter: many }, { tenantId: first, country: 'JP' }, MPN)
    expect(facts.ownLocations).toEqual([MPN, '7'])
  })
})
