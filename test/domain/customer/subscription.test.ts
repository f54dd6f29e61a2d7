import { describe, expect, it } from 'vitest'
import type { Actor } from '../../../domain/actor.ts'
import { attestAgreement } from '../../../domain/customer/attest-agreement.ts'
import type { Customer } from '../../../domain/customer/customer.ts'
import {
  associateReseller,
  changeLicenses,
  clearReseller,
  setSupportContact,
  suspendSubscription,
} from '../../../domain/customer/edit-subscription.ts'
import { evolveCustomer } from '../../../domain/customer/evolve.ts'
import { dropDap, removeRelation } from '../../../domain/customer/relation.ts'
import type { SaleFacts } from '../../../domain/customer/sale.ts'
import { retryOrder, submitOrder } from '../../../domain/customer/submit-order.ts'
import type { Decision } from '../../../domain/decision.ts'
import {
  customer,
  EVERY_CUSTOMER_EVENT as E,
  facts,
  grown,
  KAEDE,
  kaede,
  named,
  SAKURA_SUPPORT,
  SUBSCRIPTION,
  signed,
} from '../../support/customers.ts'
import { helper, tomo, toto, reseller as unsigned } from '../../support/partners.ts'
import { days, hana, holding, otherTenant } from '../../support/people.ts'

const at = days(8)
const codes = (decision: Decision<unknown>) => (decision.ok ? decision.value : decision.error.map(({ code }) => code))
const provider = { organization: toto }
const LINES = [{ action: 'new', offerId: 'o-premium', licenses: 5 }] as const
const NOTHING = { subscriptions: [], reservations: [], software: [] }

type Sale = Partial<SaleFacts>
type Over<C> = Partial<Omit<C, 'facts'>> & { sale?: Sale; actor?: Actor }

const order = (state: Customer | undefined, { sale = {}, ...over }: Over<Parameters<typeof submitOrder>[1]> = {}) =>
  submitOrder(state, { actor: tomo, at, id: 'o2', key: 'k2', facts: facts(sale), lines: LINES, ...over })

const associate = (state: Customer, { sale = {}, mpnId }: { sale?: Sale; mpnId?: string } = {}) =>
  associateReseller(state, {
    actor: tomo,
    at,
    subscription: 's1',
    key: 'e1',
    facts: { ...facts(sale), reseller: sale.reseller ?? named },
    ...(mpnId ? { mpnId } : {}),
  })

const bare = customer(E.ResellerRemoved)

describe('an order for an existing customer', () => {
  it('is submitted with the reseller that is named, and once under its id', () => {
    const placed = order(customer())
    expect(placed).toMatchObject({
      ok: true,
      value: [{ type: 'OrderSubmitted', order: { owner: toto.tenantId, reseller: { mpnId: '4567890' } } }],
    })
    const then = grown(customer(), ...(placed.ok ? placed.value : []))
    expect(order(then)).toEqual({ ok: true, value: [] })
  })

  it('names no reseller where none is named, and is not refused for that (F12)', () => {
    expect(JSON.stringify(order(customer(), { sale: { reseller: undefined } }))).not.toContain('resellerMpnId')
  })

  it('R53: needs the provider’s own relationship, not the reseller’s (F11)', () => {
    const [ours, theirs] = E.CustomerCreated.relations
    const only = (...relations: (typeof ours)[]) =>
      grown(undefined, { ...E.CustomerCreated, relations: relations.flatMap((one) => one ?? []) })
    expect(codes(order(only(theirs)))).toEqual(['CUS_NO_PROVIDER_REL'])
    expect(order(only(ours)).ok).toBe(true)
    expect(codes(order(customer(E.RelationRemoved)))).toEqual(['CUS_NO_PROVIDER_REL'])
  })

  it('tells everything about the pair at once (R105, R106, R5, R38)', () => {
    const sale = { isReseller: true, reseller: { ...named, partnership: { status: 'none' } as const } }
    const company = { ...facts().customer, company: { ...signed, tenantId: KAEDE } }
    expect(codes(order(customer(), { sale: { ...sale, customer: company } }))).toEqual([
      'REL_ALREADY_RESELLER',
      'CUS_IS_CSP_TENANT',
      'PAR_NONE',
    ])
  })

  it('R31: needs the reseller’s MPA where one is named, and none where none is', () => {
    expect(codes(order(customer(), { sale: { reseller: { ...named, organization: unsigned } } }))).toEqual([
      'MPA_REQUIRED_RESELLER',
    ])
  })

  it('needs the customer agreement (13605)', () => {
    expect(codes(order(grown(undefined, E.RelationsEstablished)))).toEqual(['CUS_MCA'])
    expect(order(grown(undefined, E.RelationsEstablished, E.AgreementSigned)).ok).toBe(true)
  })

  it('is the provider’s: kind, role and own state come first (F41)', () => {
    const as = (organization: typeof toto) => order(customer(), { sale: { provider: { organization } } })
    expect(codes(as({ ...toto, kind: 'indirectReseller' }))).toEqual(['AUTH_ORG_KIND'])
    expect(codes(order(customer(), { actor: helper }))).toEqual(['AUTH_ROLE'])
    expect(codes(as({ ...toto, suspended: true }))).toEqual(['ORG_SUSPENDED'])
    expect(codes(order(undefined))).toEqual(['NOT_FOUND'])
  })

  it('R83: is not for a partner that is both, of a customer that it serves as a reseller', () => {
    const both = { organization: { ...signed, kind: 'both' as const } }
    expect(codes(order(customer(), { sale: { provider: both, reseller: undefined } }))).toEqual(['CUS_IR_NOT_ALLOWED'])
  })

  it('R97: adds licenses or upgrades what is active and the customer’s own (F7)', () => {
    const add = { action: 'addLicenses', offerId: 'o-standard', licenses: 275, subscription: 's1' } as const
    expect(order(customer(), { lines: [add] }).ok).toBe(true)
    expect(codes(order(customer(), { lines: [{ ...add, licenses: 276 }] }))).toEqual(['ORD_QUANTITY'])
    expect(codes(order(customer(), { lines: [{ ...add, subscription: 's9' }] }))).toEqual(['FIELD_CHOICE'])
    expect(codes(order(customer(E.SubscriptionSuspended), { lines: [add] }))).toEqual(['WRONG_STATE'])
    const upgrade = { action: 'upgrade', offerId: 'o-premium', licenses: 25, subscription: 's1' } as const
    expect(order(customer(), { lines: [upgrade] }).ok).toBe(true)
    expect(codes(order(customer(), { lines: [{ ...upgrade, offerId: 'o-standard' }] }))).toEqual(['FIELD_CHOICE'])
  })

  it('R102: is not refused because another provider sells there too', () => {
    const other = { ...E.RelationsEstablished, relations: [] }
    const shared = { ...SUBSCRIPTION, id: 's7', owner: signed.tenantId }
    const state = { ...customer(other), subscriptions: [shared] }
    expect(order(state).ok).toBe(true)
    const add = { action: 'addLicenses', offerId: 'o-standard', licenses: 1, subscription: 's7' } as const
    expect(codes(order(state, { lines: [add] }))).toEqual(['FIELD_CHOICE'])
  })
})

describe('a failed order', () => {
  const failed = grown(undefined, E.CustomerCreated, E.OrderSubmitted, E.OrderFailed)
  const retry = (state: Customer, over: Sale = {}, which = 'd1') =>
    retryOrder(state, { actor: tomo, at, id: 'o2', key: 'k2', facts: facts(over), order: which })

  it('is placed anew as it was, under keys of its own, once', () => {
    const again = retry(failed)
    expect(again).toMatchObject({
      ok: true,
      value: [
        { order: { id: 'o2', key: 'k2', lines: E.OrderSubmitted.order.lines, repeats: 'd1', state: 'submitted' } },
      ],
    })
    expect(retry(grown(failed, ...(again.ok ? again.value : [])))).toEqual({ ok: true, value: [] })
  })

  it('meets every guard again', () => {
    expect(codes(retry(failed, { reseller: { ...named, organization: unsigned } }))).toEqual(['MPA_REQUIRED_RESELLER'])
    expect(codes(retry(failed, { offers: [] }))).toEqual(['FIELD_CHOICE'])
  })

  it('meets the guards of every reseller that a line of its own is credited to', () => {
    const { order } = E.OrderSubmitted
    const [line] = order.lines
    const other = { tenantId: otherTenant, name: 'Other KK' }
    const lines = line ? [line, { ...line, resellerMpnId: '7654321', reseller: other }] : []
    const mixed = grown(
      undefined,
      E.CustomerCreated,
      { ...E.OrderSubmitted, order: { ...order, lines } },
      E.OrderFailed,
    )
    const beside = { ...named, organization: { ...signed, tenantId: otherTenant, mpnId: '7654321' } }
    expect(retry(mixed, { credited: [beside] }).ok).toBe(true)
    expect(codes(retry(mixed))).toEqual(['STALE'])
    expect(codes(retry(mixed, { credited: [{ ...beside, partnership: { status: 'none' } }] }))).toEqual(['PAR_NONE'])
    const elsewhere = { ...beside, organization: { ...beside.organization, mpnId: '1111111' } }
    expect(codes(retry(mixed, { credited: [elsewhere] }))).toEqual(['MPN_NOT_LOCATION'])
  })

  it('is the only kind that can be', () => {
    expect(codes(retry(customer()))).toEqual(['STALE'])
    expect(codes(retry(customer(), {}, 'none'))).toEqual(['STALE'])
  })
})

describe('the reseller of a subscription', () => {
  it('R92: is set on an existing subscription', () => {
    expect(associate(bare)).toMatchObject({
      ok: true,
      value: [{ type: 'SubscriptionEditOrdered', edit: { kind: 'reseller', to: { mpnId: '4567890' } } }],
    })
    expect(associate(customer())).toEqual({ ok: true, value: [] })
  })

  it('R90: is the location that it was onboarded with; a global or any other id is refused', () => {
    expect(associate(bare, { mpnId: '4567890' }).ok).toBe(true)
    expect(associate(bare, { mpnId: '1111111' })).toMatchObject({
      ok: false,
      error: [{ code: 'MPN_NOT_LOCATION', id: '1111111', locations: ['4567890'] }],
    })
  })

  it('R91: has signed the MPA, also for a subscription that exists (F24)', () => {
    expect(codes(associate(bare, { sale: { reseller: { ...named, organization: unsigned } } }))).toEqual([
      'MPA_REQUIRED_RESELLER',
    ])
  })

  it('is a partner of the same region', () => {
    expect(codes(associate(bare, { sale: { reseller: { ...named, partnership: { status: 'none' } } } }))).toEqual([
      'PAR_NONE',
    ])
    const foreign = { ...named, organization: { ...signed, country: 'DE' } }
    expect(codes(associate(bare, { sale: { reseller: foreign } }))).toEqual(['REGION_CUSTOMER', 'REGION_PARTNER'])
  })

  it('R95: gets no admin access to the account by it', () => {
    const [ours] = E.CustomerCreated.relations
    const created = { ...E.CustomerCreated, relations: ours ? [ours] : [] }
    const alone = grown(undefined, created, E.OrderSubmitted, E.OrderConfirmed)
    expect(evolveCustomer(alone, E.ResellerAssociated).relations).toEqual(created.relations)
  })

  it('is taken off again', () => {
    const clears = (state: Customer) =>
      clearReseller(state, { actor: tomo, at, provider, subscription: 's1', key: 'e2' })
    expect(clears(customer())).toMatchObject({ ok: true, value: [{ edit: { kind: 'reseller', to: null } }] })
    expect(clears(bare)).toEqual({ ok: true, value: [] })
  })
})

describe('the designated support contact', () => {
  const names = (state: Customer, contact = signed, actor: Actor = tomo) =>
    setSupportContact(state, { actor, at, provider, contact: { organization: contact }, subscription: 's1', key: 'e3' })

  it('D10: may be a reseller that holds delegated admin privileges, and the provider again', () => {
    const set = names(customer())
    expect(set).toMatchObject({ ok: true, value: [{ edit: { kind: 'supportContact', to: { kind: 'reseller' } } }] })
    expect(names(customer(E.SupportContactChanged), toto)).toMatchObject({
      ok: true,
      value: [{ edit: { to: { kind: 'provider', tenantId: toto.tenantId } } }],
    })
    expect(names(customer(E.SupportContactChanged))).toEqual({ ok: true, value: [] })
  })

  it('R94: is nobody without a relationship, or whose privileges the customer took away', () => {
    const stranger = { ...signed, tenantId: hana.tenantId, displayName: 'Ichiban' }
    const other = { ...stranger, tenantId: KAEDE }
    expect(codes(names(customer(), other))).toEqual(['SUB_CONTACT_INVALID'])
    const dropped = { ...E.DapRemoved, partner: signed.tenantId, role: 'reseller' as const }
    expect(codes(names(customer(dropped)))).toEqual(['SUB_CONTACT_INVALID'])
  })

  it('may be set by a help desk agent too (C-7)', () => {
    expect(names(customer(), signed, helper).ok).toBe(true)
  })
})

describe('the licenses of a subscription', () => {
  const to = (licenses: number, state = customer(), over: Sale = {}) =>
    changeLicenses(state, { actor: tomo, at, facts: facts(over), subscription: 's1', key: 'e4', licenses })

  it('are the provider’s to change, within what the offer allows', () => {
    expect(to(30)).toMatchObject({ ok: true, value: [{ edit: { kind: 'licenses', to: 30 } }] })
    expect(to(25)).toEqual({ ok: true, value: [] })
    expect(codes(to(301))).toEqual(['ORD_QUANTITY'])
    expect(codes(to(30, customer(), { provider: { organization: signed } }))).toEqual(['AUTH_ORG_KIND'])
  })

  it('wait for a change that is under way, and of what is suspended cannot be changed', () => {
    expect(codes(to(40, customer(E.SubscriptionEditOrdered)))).toEqual(['STALE'])
    expect(codes(to(40, customer(E.SubscriptionSuspended)))).toEqual(['WRONG_STATE'])
  })

  it('of another provider’s subscription are none of ours (isolation rule)', () => {
    const state = { ...customer(), subscriptions: [{ ...SUBSCRIPTION, owner: signed.tenantId }] }
    expect(codes(to(30, state))).toEqual(['NOT_FOUND'])
  })
})

describe('the end of a relationship', () => {
  const admin = holding(tomo, 'GA')
  const remove = (state: Customer | undefined, holdings = NOTHING, actor = admin) =>
    removeRelation(state, { actor, at, provider, holdings, key: 'r1' })

  it('D14: names everything that has to be suspended or cancelled first', () => {
    const holdings = { subscriptions: [], reservations: ['Reserved VM D2'], software: ['SQL Server'] }
    expect(remove(customer(), holdings as never)).toEqual({
      ok: false,
      error: [
        {
          code: 'REL_REMOVE_BLOCKED',
          items: [
            { kind: 'subscription', name: 'Microsoft 365 Business Standard' },
            { kind: 'reservation', name: 'Reserved VM D2' },
            { kind: 'software', name: 'SQL Server' },
          ],
        },
      ],
    })
  })

  it('is ordered once nothing is left, once, and is over when it is over', () => {
    const ready = customer(E.SubscriptionSuspended)
    expect(remove(ready)).toMatchObject({ ok: true, value: [{ type: 'RelationRemovalOrdered', key: 'r1' }] })
    expect(remove(grown(ready, E.RelationRemovalOrdered))).toEqual({ ok: true, value: [] })
    expect(remove(grown(ready, E.RelationRemoved))).toEqual({ ok: true, value: [] })
  })

  it('waits for an order under way, and keeps new orders out', () => {
    const ready = customer(E.SubscriptionSuspended)
    expect(codes(remove(grown(ready, E.OrderSubmitted)))).toEqual(['STALE'])
    expect(codes(order(grown(ready, E.RelationRemovalOrdered)))).toEqual(['STALE'])
  })

  it('is a global admin’s (P41), and of what another partner sold nothing is asked (R102)', () => {
    expect(codes(remove(customer(), NOTHING, tomo))).toEqual(['AUTH_ROLE'])
    const state = { ...customer(), subscriptions: [{ ...SUBSCRIPTION, owner: signed.tenantId }] }
    expect(remove(state).ok).toBe(true)
  })

  it('is ordered after a subscription was suspended', () => {
    const suspends = (state: Customer) =>
      suspendSubscription(state, { actor: tomo, at, provider, subscription: 's1', key: 's' })
    expect(suspends(customer())).toMatchObject({ ok: true, value: [{ edit: { kind: 'suspension' } }] })
    expect(suspends(customer(E.SubscriptionSuspended))).toEqual({ ok: true, value: [] })
  })
})

describe('what the customer itself does', () => {
  it('D13: a global admin takes the privileges away; the relationship stays', () => {
    const dropped = dropDap(customer(), { actor: kaede, at, partner: signed.tenantId })
    const state = grown(customer(), ...(dropped.ok ? dropped.value : []))
    expect(state.relations.find(({ role }) => role === 'reseller')).toMatchObject({ dap: 'removedByCustomer' })
    expect(dropDap(state, { actor: kaede, at, partner: signed.tenantId })).toEqual({ ok: true, value: [] })
  })

  it('is nobody else’s, and to other companies the customer is not there', () => {
    const agent = { ...kaede, roles: ['AA'] as const }
    expect(codes(dropDap(customer(), { actor: agent, at, partner: toto.tenantId }))).toEqual(['AUTH_ROLE'])
    expect(codes(dropDap(customer(), { actor: hana, at, partner: toto.tenantId }))).toEqual(['NOT_FOUND'])
  })

  it('has signed the agreement itself, which nobody attests over', () => {
    const state = grown(undefined, E.RelationsEstablished, E.AgreementSigned)
    expect(state.agreement.status).toBe('directSigned')
    expect(attests(state)).toEqual({ ok: true, value: [] })
  })
})

const attests = (state: Customer, { actor = holding(tomo, 'AA'), agreedOn = '2026-03-01', organization = toto } = {}) =>
  attestAgreement(state, {
    actor,
    at,
    provider: { organization },
    contact: { firstName: 'Kaede', lastName: 'Mori', email: 'kaede@kaede.example' },
    agreedOn,
  })

describe('the attestation of the customer agreement', () => {
  const own = grown(undefined, E.RelationsEstablished)

  it('D15: is the provider’s, of a day that has come', () => {
    expect(attests(own)).toMatchObject({ ok: true, value: [{ type: 'AgreementAttested' }] })
    for (const agreedOn of ['2026-03-11', '2013-12-31', '0000-01-01'])
      expect(codes(attests(own, { agreedOn })), agreedOn).toEqual(['CUS_MCA_DATE'])
    expect(codes(attests(own, { organization: { ...signed, kind: 'indirectReseller' } }))).toEqual(['AUTH_ORG_KIND'])
    expect(codes(attests(own, { actor: holding(tomo, 'GA') }))).toEqual(['AUTH_ROLE'])
  })
})

describe('the support contact after a change', () => {
  it('is the one that was named', () => {
    expect(customer(E.SupportContactChanged).subscriptions[0]?.support).toEqual(SAKURA_SUPPORT)
  })
})
