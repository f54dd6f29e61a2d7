import { afterEach, beforeEach, expect, it } from 'vitest'
import { by } from '../../domain/actor.ts'
import { releaseMpn, reserveMpn } from '../../domain/enrollment/mpn-facts.ts'
import { type TenantId, tenantId } from '../../domain/ids.ts'
import type { OrganizationEvent } from '../../domain/organization/organization.ts'
import { ORGANIZATION, organizationPk } from '../../domain/organization/organizations.ts'
import { ok } from '../../domain/result.ts'
import { commit } from '../../domain/store/commit.ts'
import type { DocumentStore } from '../../domain/store/document-store.ts'
import { holder } from '../../domain/store/reservations.ts'
import { openSqliteStore } from '../../domain/store/sqlite-store.ts'
import { filled, submitted, withdrawn } from '../support/lifecycle.ts'
import { hana, MONDAY, MPN, registered } from '../support/people.ts'

const first = tenantId('00000701-0000-4000-8000-000000000000')
const second = tenantId('00000702-0000-4000-8000-000000000000')

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

/** A store in which something else happens first, the next time that an operation of this kind is asked of it. */
function interrupted(kind: 'delete' | 'replace', first: () => Promise<void>): DocumentStore {
  let pending: (() => Promise<void>) | undefined = first
  return {
    ...store,
    async batch(pk, ops, marker) {
      if (pending && ops.some(({ op }) => op === kind)) {
        const now = pending
        pending = undefined
        await now()
      }
      return store.batch(pk, ops, marker)
    },
  }
}

it('An MPN ID stays with a company that applies again while its old reservation is being released', async () => {
  await happens(first, ...filled)
  await reserveMpn(store, first, MPN)
  await happens(first, submitted, withdrawn)
  const applies = async () => {
    await happens(first, ...filled)
    expect(await reserveMpn(store, first, MPN)).toBe(first)
  }
  await releaseMpn(interrupted('delete', applies), first, MPN)
  expect(await holder(store, 'mpn', MPN)).toBe(first)
  await happens(second, ...filled)
  expect(await reserveMpn(store, second, MPN)).toBe(first)
})

it('An MPN ID that a crash left with a company is the next one’s, unless the company still names it', async () => {
  await happens(first, ...filled)
  await reserveMpn(store, first, MPN)
  // The process died here: no application was ever submitted, and the draft is taken back.
  await happens(second, ...filled)
  expect(await reserveMpn(store, second, MPN)).toBe(first)
  await happens(first, withdrawn)
  expect(await reserveMpn(store, second, MPN)).toBe(second)
  await releaseMpn(store, first, MPN)
  expect(await holder(store, 'mpn', MPN)).toBe(second)
})

it('An MPN ID goes to exactly one of forty requests of two companies at once, again and again', async () => {
  await happens(first, ...filled)
  await happens(second, ...filled)
  for (let round = 0; round < 20; round++) {
    const asked = Array.from({ length: 40 }, (_, n) => reserveMpn(store, n % 2 ? first : second, MPN))
    expect(new Set(await Promise.all(asked)).size).toBe(1)
  }
})

it('An MPN ID is given to nobody else between the release and the next application of its company', async () => {
  await happens(first, ...filled)
  await reserveMpn(store, first, MPN)
  await happens(first, submitted, withdrawn)
  // The release is over just before the renewal would be written: the renewal begins anew.
  await happens(first, ...filled)
  const released = interrupted('replace', async () => {
    const held = await store.read<{ token: string }>(`uq:mpn:${MPN}`, 'r')
    if (held)
      await store.batch(`uq:mpn:${MPN}`, [{ op: 'delete', id: 'r', etag: held.etag }], {
        id: 'r',
        token: held.body.token,
      })
  })
  expect(await reserveMpn(released, first, MPN)).toBe(first)
  expect(await holder(store, 'mpn', MPN)).toBe(first)
})
