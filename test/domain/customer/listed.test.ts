import { describe, expect, it } from 'vitest'
import { by } from '../../../domain/actor.ts'
import type { Customer, CustomerEvent, Relation, Subscription } from '../../../domain/customer/customer.ts'
import { evolveCustomer } from '../../../domain/customer/evolve.ts'
import { listed, listedNew } from '../../../domain/customer/listed.ts'
import { type TenantId, tenantId } from '../../../domain/ids.ts'
import {
  customer,
  EVERY_CUSTOMER_EVENT as E,
  KAEDE,
  kaede,
  newCustomer,
  OF_RECORD,
  ORDER,
  SUBSCRIPTION,
  signed,
} from '../../support/customers.ts'
import { toto } from '../../support/partners.ts'
import { days } from '../../support/people.ts'

const [T, S] = [toto.tenantId, signed.tenantId]
/** Another provider of the same customer, with a reseller of its own. */
const OTHER = tenantId('00000001-0000-4000-8000-00000000d001')
const THEIRS = tenantId('00000001-0000-4000-8000-00000000d002')

const relation = (partner: TenantId, partnerName: string, more: Partial<Relation>): Relation => ({
  partner,
  partnerName,
  role: 'provider',
  dap: 'granted',
  source: 'bothInvitation',
  since: days(5),
  ...more,
})
const both = {
  ...E.RelationsEstablished,
  relations: [relation(OTHER, 'Other', {}), relation(THEIRS, 'Theirs', { role: 'reseller', through: OTHER })],
}
const theirs: Subscription = {
  ...SUBSCRIPTION,
  id: 's9',
  owner: OTHER,
  orderId: 'o9',
  reseller: { ...OF_RECORD, tenantId: THEIRS, name: 'Theirs' },
  support: { tenantId: OTHER, name: 'Other', kind: 'provider', since: days(5) },
}
const order = { ...ORDER, id: 'o9', owner: OTHER, reseller: { tenantId: THEIRS, name: 'Theirs', mpnId: '1' } }
const ordered: CustomerEvent = { ...E.OrderSubmitted, order }
const confirmed: CustomerEvent = { ...E.OrderConfirmed, order: 'o9', subscriptions: [theirs] }

const shared = (): Customer => customer(both, ordered, confirmed)

function about(event: CustomerEvent) {
  const before = event.type === 'CustomerCreated' ? undefined : shared()
  return listed(event, evolveCustomer(before, event), before)
}

const at = (id: string, partner: TenantId) => ({
  subscription: id,
  partner,
  ...(id === 's9' ? { order: 'o9' } : { order: 'd1' }),
})

describe('a change of a customer', () => {
  it.each<[CustomerEvent['type'], readonly TenantId[]]>([
    ['RelationsEstablished', [KAEDE, T]],
    ['AgreementAttested', [KAEDE, T]],
    ['AgreementSigned', [KAEDE, T, S, OTHER, THEIRS]],
    ['OrderSubmitted', [KAEDE, T, S]],
    ['OrderConfirmed', [KAEDE, T, S]],
    ['OrderFailed', [KAEDE, T, S]],
    ['ResellerAssociated', [KAEDE, T, S]],
    ['ResellerRemoved', [KAEDE, T, S]],
    ['ResellerReplaced', [KAEDE, T, S]],
    ['SupportContactChanged', [KAEDE, T, S]],
    ['LicensesChanged', [KAEDE, T, S]],
    ['SubscriptionSuspended', [KAEDE, T, S]],
    ['SubscriptionEditOrdered', [T]],
    ['SubscriptionEditRefused', [T]],
    ['DapRemoved', [KAEDE, T, S]],
    ['RelationRemovalOrdered', [T]],
    ['RelationRemovalRefused', [T]],
    ['RelationRemoved', [KAEDE, T, S]],
  ])('%s is read by those who may see what changed, and by nobody else', (type, readers) => {
    expect(about(E[type]).seenBy.toSorted()).toEqual(readers.toSorted())
  })

  it.each(Object.values(E))('$type names nobody whom one of its readers may not know', (event) => {
    const { companies, seenBy, tenants } = about(event)
    const names: Record<string, TenantId> = {
      [toto.displayName]: T,
      [signed.displayName]: S,
      Other: OTHER,
      Theirs: THEIRS,
      'Kaede Foods': KAEDE,
    }
    expect(tenants).toEqual(seenBy)
    for (const name of companies) if (name !== 'Kaede Foods') expect(seenBy).toContain(names[name])
  })

  it.each([
    'ResellerAssociated',
    'ResellerRemoved',
    'LicensesChanged',
    'SubscriptionSuspended',
    'OrderFailed',
    'RelationRemoved',
    'DapRemoved',
  ] as const)('%s of another provider is none of the first one’s business, nor of its reseller’s (R102)', (type) => {
    const theirReseller = { ...OF_RECORD, tenantId: THEIRS, name: 'Theirs' }
    const event = { ...E[type], ...at('s9', OTHER), reseller: theirReseller } as CustomerEvent
    const { seenBy, companies } = about(event)
    expect(seenBy.toSorted()).toEqual([KAEDE, OTHER, THEIRS].toSorted())
    expect(companies.join()).not.toMatch(new RegExp(`${toto.displayName}|${signed.displayName}`))
  })

  it('tells a reseller that it was replaced, and not by whom', () => {
    const reseller = { ...OF_RECORD, tenantId: THEIRS, name: 'Theirs' }
    expect(about({ ...E.ResellerAssociated, reseller }).seenBy).not.toContain(S)
    const replaced = about(E.ResellerReplaced)
    expect(replaced.seenBy).toContain(S)
    expect(replaced.companies.join()).not.toContain('Theirs')
  })

  it('says no name of the others where the customer signs for all', () => {
    expect(about({ ...E.AgreementSigned, by: by(kaede) }).companies).toEqual(['Kaede Foods'])
  })

  it('of one on its way is its provider’s alone, and no reseller’s that it names', () => {
    for (const state of ['draft', 'reviewing', 'provisioning', 'active', 'discarded', 'failed'] as const)
      expect(listedNew(newCustomer(state)).seenBy).toEqual([T])
    expect(listedNew(newCustomer('reviewing')).companies).toEqual([toto.displayName, 'Kaede Foods'])
  })
})
