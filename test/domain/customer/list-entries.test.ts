import { describe, expect, it } from 'vitest'
import type { Customer, CustomerEvent, Relation } from '../../../domain/customer/customer.ts'
import { evolveCustomer } from '../../../domain/customer/evolve.ts'
import { changedLists, partnersOf } from '../../../domain/customer/list-entries.ts'
import { listCustomer } from '../../../domain/customer/lists.ts'
import { listSubscriptions } from '../../../domain/customer/subscription-lists.ts'
import { tenantId } from '../../../domain/ids.ts'
import { type DocumentStore, prefix } from '../../../domain/store/document-store.ts'
import { openSqliteStore } from '../../../domain/store/sqlite-store.ts'
import {
  EVERY_CUSTOMER_EVENT as E,
  grown,
  KAEDE,
  OF_RECORD,
  SOLD,
  SUBSCRIPTION,
  signed,
} from '../../support/customers.ts'
import { toto } from '../../support/partners.ts'
import { days } from '../../support/people.ts'

const FUJI = { ...OF_RECORD, tenantId: tenantId('00000009-0000-4000-8000-00000000f000'), name: 'Fuji' }
const gone = (partner: string, role: Relation['role']): CustomerEvent => ({
  ...E.RelationRemoved,
  partner: tenantId(partner),
  role,
})
const second: CustomerEvent = {
  ...E.OrderConfirmed,
  subscriptions: [{ ...SUBSCRIPTION, id: 's2', offerName: 'Microsoft 365 Premium', reseller: FUJI }],
}
const itsOwn: CustomerEvent = {
  ...E.RelationsEstablished,
  relations: E.RelationsEstablished.relations.map((one) => ({ ...one, role: 'direct' as const })),
}
const again: CustomerEvent = {
  ...E.CustomerCreated,
  name: 'Kaede Kitchen',
  relations: E.CustomerCreated.relations.map((one) => ({ ...one, since: days(9) })),
}

/** Lives of a customer in which everything happens that a list could tell of. */
const LIVES: Record<string, readonly CustomerEvent[]> = {
  'that is sold to': [...SOLD, E.OrderSubmitted, second, E.OrderFailed],
  'whose subscription changes hands': [
    ...SOLD,
    E.SubscriptionEditOrdered,
    E.SubscriptionEditRefused,
    { ...E.ResellerAssociated, reseller: FUJI },
    E.LicensesChanged,
    { ...E.ResellerAssociated, reseller: OF_RECORD },
    E.SupportContactChanged,
    E.ResellerRemoved,
    E.SubscriptionSuspended,
  ],
  'that one after the other leaves': [
    ...SOLD,
    { ...E.ResellerAssociated, reseller: OF_RECORD },
    E.DapRemoved,
    E.RelationRemovalOrdered,
    E.RelationRemovalRefused,
    gone(signed.tenantId, 'reseller'),
    E.ResellerRemoved,
    gone(toto.tenantId, 'provider'),
    E.RelationsEstablished,
  ],
  'that goes from direct to indirect, and is created under another name': [
    itsOwn,
    E.AgreementAttested,
    again,
    E.OrderSubmitted,
    E.OrderConfirmed,
    gone(toto.tenantId, 'direct'),
    E.AgreementSigned,
  ],
}

const SCOPES = ['all', KAEDE, toto.tenantId, signed.tenantId, FUJI.tenantId] as const

/** What people read in every list that could have the customer. */
async function read(store: DocumentStore): Promise<readonly unknown[]> {
  const lists = [
    ...SCOPES.map((one) => `lst:cus:${one}`),
    `lst:shr:${toto.tenantId}~${signed.tenantId}`,
    ...['s1', 's2'].map((one) => `lst:sid:${one}`),
    ...SCOPES.flatMap((one) => [SUBSCRIPTION.offerName, 'Microsoft 365 Premium'].map((name) => beginning(one, name))),
  ]
  const pages = await Promise.all(lists.map((list) => store.range(list, { ...prefix('st:'), limit: 9 })))
  return pages.map(({ items }) => items.map(({ id, body }) => [id, { ...(body as object), token: '' }]))
}

const beginning = (scope: string, name: string): string => {
  const spoken = name.replace(/^(Microsoft |365 |Office )+/, '').toLowerCase()
  return `lst:sbn:${scope}:${[...spoken]
    .map((one) => one.charCodeAt(0).toString(16).padStart(4, '0'))
    .join('')
    .slice(0, 12)}`
}

async function list(store: DocumentStore, customer: Customer, version: number, before: Customer | undefined) {
  const { partners, subscriptions } = changedLists(before, customer)
  const customers = { present: async () => ({ customer, version }) }
  await listCustomer({ store, customers }, KAEDE, partners)
  await listSubscriptions({ store, customers }, KAEDE, subscriptions)
}

describe('the lists of a customer', () => {
  it.each(Object.entries(LIVES))(
    '%s say after each change what they would if all were written anew',
    async (_, life) => {
      const store = openSqliteStore(':memory:')
      let before: Customer | undefined
      const related = new Set<string>()
      let subscribed = 0
      for (const [n, event] of life.entries()) {
        const after = evolveCustomer(before, event)
        await list(store, after, n + 1, before)
        for (const partner of changedLists(before, after).related) related.add(partner)
        const anew = openSqliteStore(':memory:')
        await list(anew, before ? grown(before, event) : after, 1, undefined)
        const [is, shouldBe] = await Promise.all([read(store), read(anew)])
        expect(is).toEqual(shouldBe)
        expect(partnersOf(after).every((one) => related.has(one))).toBe(true)
        subscribed = Math.max(subscribed, is.flat().length)
        await anew.close()
        before = after
      }
      expect(subscribed).toBeGreaterThan(5)
      await store.close()
    },
  )

  it('are left alone by what they say nothing of', () => {
    const nothing = { partners: [], subscriptions: [], related: [] }
    const customer = grown(undefined, ...SOLD)
    for (const event of [E.SubscriptionEditOrdered, E.LicensesChanged, E.SupportContactChanged, E.AgreementSigned])
      expect(changedLists(customer, evolveCustomer(customer, event))).toEqual(nothing)
  })

  it('of somebody new alone are written for a subscription that is credited to it', () => {
    const customer = grown(undefined, ...SOLD)
    const credited = evolveCustomer(customer, { ...E.ResellerAssociated, reseller: FUJI })
    const [partners, scopes] = [[FUJI.tenantId], [FUJI.tenantId]]
    expect(changedLists(customer, credited)).toEqual({
      partners,
      subscriptions: [{ id: 's1', scopes }],
      related: partners,
    })
  })
})
