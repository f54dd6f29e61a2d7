import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Organization } from '../../../domain/organization/organization.ts'
import { listPartnership, listReseller, partners } from '../../../domain/partnership/lists.ts'
import { ok } from '../../../domain/result.ts'
import { readiness } from '../../../domain/rules/organization.ts'
import type { DocumentStore } from '../../../domain/store/document-store.ts'
import { openSqliteStore } from '../../../domain/store/sqlite-store.ts'
import { ESTABLISHED, partnerHouse, REMOVED, resellersNamed } from '../../support/partner-house.ts'
import { reseller, toto } from '../../support/partners.ts'
import { hanaDid } from '../../support/people.ts'

let store: DocumentStore
beforeEach(() => {
  store = openSqliteStore(':memory:')
})
afterEach(() => store.close())

const named = ({ tenantId, displayName }: Organization) => ({ tenantId, displayName })

const names = async (page: { name?: string; after?: string; limit?: number } = {}) =>
  (await partners(store, 'provider', toto.tenantId, { limit: 100, ...page })).items.map(({ body }) => body.name)

async function partnersNamed(...all: readonly string[]) {
  const others = resellersNamed(...all)
  const house = partnerHouse(store, [toto, ...others])
  for (const other of others) {
    await house.happens(ESTABLISHED, other)
    await listPartnership(house, toto.tenantId, other.tenantId)
  }
  return { house, others }
}

describe('the list of partners', () => {
  it('stands in order of name, whatever the script, width and case', async () => {
    await partnersNamed('青空ソフト', 'Sakura Systems', 'さくら', 'zeta', 'Ａlpha', 'サクラ', 'sakura')
    expect(await names()).toEqual(['Ａlpha', 'sakura', 'Sakura Systems', 'zeta', 'さくら', 'サクラ', '青空ソフト'])
  })

  it.each([
    ['SAK', ['sakura', 'Sakura Systems']],
    ['ｓａｋｕｒａ ', ['sakura', 'Sakura Systems']],
    ['青', ['青空ソフト']],
    ['akura', []],
    ['', ['sakura', 'Sakura Systems', '青空ソフト']],
    ['~', []],
  ])('finds what begins with “%s”', async (name, wanted) => {
    await partnersNamed('青空ソフト', 'Sakura Systems', 'sakura')
    expect(await names({ name })).toEqual(wanted)
  })

  it.each([
    ['ｻｸﾗ', ['サクラ工業']],
    ['societe gen', ['Société Générale']],
    ['Socie\u0301te\u0301', ['Société Générale']],
    ['ガ', ['ガーデン']],
    ['カ', ['カーデン']],
  ])('finds “%s” in whatever width and accent it is typed', async (name, wanted) => {
    await partnersNamed('サクラ工業', 'Société Générale', 'ガーデン', 'カーデン')
    expect(await names({ name })).toEqual(wanted)
  })

  it('keeps names apart that are one, or that differ late', async () => {
    const long = 'K'.repeat(60)
    await partnersNamed('Twin', 'Twin', `${long}a`, `${long}b`)
    expect((await names()).toSorted()).toEqual([`${long}a`, `${long}b`, 'Twin', 'Twin'])
    expect(await names({ name: long })).toHaveLength(2)
  })

  it('gives every partner on one page, each once', async () => {
    await partnersNamed(...Array.from({ length: 7 }, (_, n) => `R${n}`))
    const seen: string[] = []
    for (let after: string | undefined, pages = 0; pages < 5; pages++) {
      const page = await partners(store, 'provider', toto.tenantId, { limit: 3, ...(after ? { after } : {}) })
      seen.push(...page.items.map(({ body }) => body.name))
      after = page.next
      if (!after) break
    }
    expect(seen).toEqual(['R0', 'R1', 'R2', 'R3', 'R4', 'R5', 'R6'])
  })

  it('loses who was removed, on both sides, and has him back when he is invited anew', async () => {
    const { house, others } = await partnersNamed('Sakura', 'Zeta')
    const [sakura] = others as [Organization]
    const theirs = async () => (await partners(store, 'reseller', sakura.tenantId, { limit: 9 })).items.length
    expect(await theirs()).toBe(1)
    await house.happens(REMOVED, sakura)
    await listPartnership(house, toto.tenantId, sakura.tenantId)
    expect([await names(), await theirs()]).toEqual([['Zeta'], 0])
    await house.happens(ESTABLISHED, sakura)
    await listPartnership(house, toto.tenantId, sakura.tenantId)
    expect([await names(), await theirs()]).toEqual([['Sakura', 'Zeta'], 1])
  })

  it('is right in the end when a removal comes between its two reads', async () => {
    const { house, others } = await partnersNamed('Sakura')
    const [sakura] = others as [Organization]
    await house.happens(REMOVED, sakura)
    await house.happens(ESTABLISHED, sakura)
    let reads = 0
    const interrupted = async <T>(answer: Promise<T>): Promise<T> => {
      const value = await answer
      if (++reads === 1) await house.happens(REMOVED, sakura)
      return value
    }
    const { find, version } = house.partnerships
    const torn: typeof house.partnerships = {
      ...house.partnerships,
      find: (...pair) => interrupted(find(...pair)),
      version: (...pair) => interrupted(version(...pair)),
    }
    await listPartnership({ ...house, partnerships: torn }, toto.tenantId, sakura.tenantId)
    await listPartnership(house, toto.tenantId, sakura.tenantId)
    expect(await names()).toEqual([])
  })

  describe('with a reseller that changes', () => {
    const [first] = resellersNamed('Sakura') as [Organization]
    const ready = (organization: Organization) => readiness(organization).every(({ done }) => done)
    const unsigned = { ...first, agreements: [] }
    const signed = { ...first, agreements: toto.agreements }

    /** The reseller as each of these in turn; `between` runs after each read of it. */
    function changing(between: () => Promise<void> = async () => undefined) {
      const house = partnerHouse(store, [toto, unsigned])
      let changes = 0
      const organizations: typeof house.organizations = {
        ...house.organizations,
        version: async () => changes,
        async find(tenant) {
          const found = tenant !== first.tenantId ? toto : changes === 0 ? unsigned : signed
          if (tenant === first.tenantId) await between()
          return found
        },
      }
      const sign = () => {
        changes = 1
      }
      return { house: { ...house, organizations }, sign }
    }
    const rows = async () => (await partners(store, 'provider', toto.tenantId, { limit: 9 })).items
    const isListedReady = async () => (await rows())[0]?.body.ticks?.every(({ done }) => done)

    it('says what it is now (R33), and goes on doing so when the partnership is listed once more', async () => {
      expect([ready(unsigned), ready(signed)]).toEqual([false, true])
      const { house, sign } = changing()
      await house.happens(ESTABLISHED, first)
      await listPartnership(house, toto.tenantId, first.tenantId)
      expect(await isListedReady()).toBe(false)
      sign()
      await listReseller(house, first.tenantId)
      expect(await isListedReady()).toBe(true)
      await listPartnership(house, toto.tenantId, first.tenantId)
      expect(await isListedReady()).toBe(true)
    })

    it('is right in the end when it changes while it is being listed', async () => {
      let isFirst = true
      const { house, sign } = changing(async () => {
        if (!isFirst) return
        isFirst = false
        sign()
        await listReseller(house, first.tenantId)
      })
      await house.happens(ESTABLISHED, first)
      await listPartnership(house, toto.tenantId, first.tenantId)
      expect(await isListedReady()).toBe(true)
    })

    it('takes nobody back who was removed', async () => {
      const { house, sign } = changing()
      await house.happens(ESTABLISHED, first)
      await listPartnership(house, toto.tenantId, first.tenantId)
      await house.happens(REMOVED, first)
      sign()
      await listReseller(house, first.tenantId)
      await listPartnership(house, toto.tenantId, first.tenantId)
      await listReseller(house, first.tenantId)
      expect(await rows()).toEqual([])
    })
  })

  it('repeats a reseller in the lists of all its providers, a page of them at a time', async () => {
    const providers = resellersNamed(...Array.from({ length: 23 }, (_, n) => `P${n}`)).map((one) => ({
      ...toto,
      ...named(one),
    }))
    const house = partnerHouse(store, [reseller, ...providers])
    for (const { tenantId } of providers) {
      await house.partnerships.execute(tenantId, reseller.tenantId, {
        by: hanaDid,
        correlationId: 'test',
        decide: () => ok([{ ...ESTABLISHED, provider: tenantId, reseller: reseller.tenantId }]),
      })
      await listPartnership(house, tenantId, reseller.tenantId)
    }
    const changed = {
      ...house,
      organizations: {
        ...house.organizations,
        version: async () => 1,
        find: async () => ({ ...reseller, displayName: 'New' }),
      },
    }
    const after = await listReseller(changed, reseller.tenantId)
    expect(after).toBeDefined()
    expect(await listReseller(changed, reseller.tenantId, after)).toBeUndefined()
    for (const { tenantId } of providers) {
      const { items } = await partners(store, 'provider', tenantId, { limit: 9 })
      expect(items.map(({ body }) => body.name)).toEqual(['New'])
    }
  })
})
