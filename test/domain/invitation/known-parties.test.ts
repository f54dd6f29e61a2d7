import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { knownPair } from '../../../domain/invitation/known-parties.ts'
import { listFor } from '../../../domain/organization/listed-company.ts'
import type { DocumentStore } from '../../../domain/store/document-store.ts'
import { openSqliteStore } from '../../../domain/store/sqlite-store.ts'
import { createWatch } from '../../hostile/watched-store.ts'
import { ESTABLISHED, partnerHouse, REMOVED } from '../../support/partner-house.ts'
import { reseller, toto } from '../../support/partners.ts'

let store: DocumentStore
beforeEach(() => {
  store = openSqliteStore(':memory:')
})
afterEach(() => store.close())

const known = (email: string) => knownPair(email, toto, partnerHouse(store))

describe('the pair of a request', () => {
  it('is unknown, and costs the same, whether the address is nobody’s or that of a company without any relation', async () => {
    const watch = createWatch()
    const house = partnerHouse(watch.over(store))
    const asked: string[] = []
    for (const email of ['hana@sakura.example', 'hana@nowhere.example']) {
      watch.forget()
      expect(await knownPair(email, toto, house)).toBeUndefined()
      asked.push(watch.asked())
    }
    expect(new Set(asked).size).toBe(1)
  })

  it('is known of the own company', async () => {
    const own = { ...toto, tenantId: reseller.tenantId }
    expect((await knownPair('hana@sakura.example', own, partnerHouse(store, [own])))?.reseller).toBe(own)
  })

  it('is known once one finds the other by name', async () => {
    await listFor(partnerHouse(store), toto.tenantId, reseller.tenantId)
    expect((await known('hana@sakura.example'))?.reseller).toBe(reseller)
    expect(await known('hana@nowhere.example')).toBeUndefined()
  })

  it('is known as soon as they are partners, and stays so when they are no more', async () => {
    await partnerHouse(store).happens(ESTABLISHED)
    expect((await known('hana@sakura.example'))?.partnership.status).toBe('active')
    await partnerHouse(store).happens(REMOVED)
    expect((await known('hana@sakura.example'))?.partnership.status).toBe('removed')
  })
})
