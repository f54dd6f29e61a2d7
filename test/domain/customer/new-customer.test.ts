import { describe, expect, it } from 'vitest'
import type { Actor } from '../../../domain/actor.ts'
import { discardNewCustomer } from '../../../domain/customer/discard.ts'
import { evolveNewCustomer } from '../../../domain/customer/evolve-new.ts'
import type { NewCustomer } from '../../../domain/customer/new-customer.ts'
import { type DetailsInput, readDetails } from '../../../domain/customer/read-details.ts'
import type { SaleFacts } from '../../../domain/customer/sale.ts'
import { saveDetails } from '../../../domain/customer/save-details.ts'
import { saveLines } from '../../../domain/customer/save-lines.ts'
import { startNewCustomer } from '../../../domain/customer/start.ts'
import { submitNewCustomer } from '../../../domain/customer/submit.ts'
import type { Decision } from '../../../domain/decision.ts'
import type { OrganizationKind } from '../../../domain/organization/organization.ts'
import {
  DETAILS,
  EVERY_NEW_CUSTOMER_EVENT,
  KAEDE,
  LINE,
  NEW_CUSTOMER_PATHS,
  named,
  newCustomer,
  newSale,
  OFFERS,
  signed,
} from '../../support/customers.ts'
import { helper, tomo, tomoDid, toto, reseller as unsigned } from '../../support/partners.ts'
import { days, holding, registered } from '../../support/people.ts'

const at = days(5)
const codes = (decision: Decision<unknown>) => (decision.ok ? decision.value : decision.error.map(({ code }) => code))

const start = (over: Partial<Parameters<typeof startNewCustomer>[1]> = {}, state?: NewCustomer) =>
  startNewCustomer(state, { actor: tomo, at, id: 'd1', provider: { organization: toto }, reseller: named, ...over })

const details = (
  over: { sale?: Partial<SaleFacts>; details?: typeof DETAILS; free?: boolean; seen?: number; actor?: Actor } = {},
  state: NewCustomer | undefined = newCustomer('draft'),
) =>
  saveDetails(state, {
    actor: over.actor ?? tomo,
    at,
    facts: newSale(over.sale),
    details: over.details ?? DETAILS,
    isDomainFree: over.free ?? true,
    suggestions: ['kaedefoodsjp'],
    seen: over.seen ?? 9,
  })

const lines = (
  ordered: Parameters<typeof saveLines>[1]['lines'],
  { state = newCustomer('selecting'), sale = {}, withReseller = true } = {},
) => saveLines(state, { actor: tomo, at, facts: newSale(sale), lines: ordered, withReseller, seen: 9 })

const submit = (state: NewCustomer | undefined, over: Partial<Parameters<typeof submitNewCustomer>[1]> = {}) =>
  submitNewCustomer(state, {
    actor: tomo,
    at,
    facts: newSale(),
    isDomainFree: true,
    suggestions: [],
    keys: { tenant: 't', order: 'o' },
    seen: 9,
    ...over,
  })

describe('adding a new customer', () => {
  it('R56: started from a reseller’s row, that reseller is named already', () => {
    expect(start()).toEqual({ ok: true, value: [{ ...EVERY_NEW_CUSTOMER_EVENT.NewCustomerStarted, at }] })
  })

  it('needs no reseller (F12), and starting twice changes nothing', () => {
    const alone = start({ reseller: undefined })
    expect(alone.ok && alone.value[0]).not.toHaveProperty('reseller')
    expect(start({}, newCustomer('draft'))).toEqual({ ok: true, value: [] })
  })

  it.each<[OrganizationKind, ...string[]]>([
    ['indirectReseller', 'CUS_IR_CANNOT_CREATE'],
    ['both', 'CUS_IR_CANNOT_CREATE', 'TRN_NO_NEW_DIRECT'],
    ['prospect', 'AUTH_ORG_KIND'],
    ['customer', 'AUTH_ORG_KIND'],
  ])('is not for a company that is %s: the kind is told before the role (F41, R65, R78, F43)', (kind, ...told) => {
    expect(codes(start({ actor: helper, provider: { organization: { ...toto, kind } } }))).toEqual(told)
  })

  it('needs a role of P27 and an account that is not suspended', () => {
    expect(codes(start({ actor: helper }))).toEqual(['AUTH_ROLE'])
    expect(codes(start({ provider: { organization: { ...toto, suspended: true } } }))).toEqual(['ORG_SUSPENDED'])
  })

  it('P29: is a direct customer of a direct-bill partner, for whoever may add one, unless it is restricted (D17)', () => {
    const direct = { organization: { ...toto, kind: 'directBill' as const } }
    const begun = start({ provider: direct, reseller: undefined })
    expect(begun.ok && begun.value[0]).toMatchObject({ type: 'NewCustomerStarted', direct: true })
    for (const role of ['GA', 'UMA', 'AA', 'SA'] as const)
      expect(start({ actor: holding(tomo, role), provider: direct, reseller: undefined }).ok).toBe(true)
    expect(codes(start({ actor: helper, provider: direct, reseller: undefined }))).toEqual(['AUTH_ROLE'])
    expect(codes(start({ provider: direct, reseller: { ...named, partnership: { status: 'none' } } }))).toEqual([
      'PAR_NONE',
    ])
    const restricted = { organization: { ...direct.organization, directBillStatus: 'restricted' as const } }
    expect(codes(start({ provider: restricted, reseller: undefined }))).toEqual(['DB_RESTRICTED'])
  })

  it('tells what stands between the two partners before anything is typed', () => {
    const foreign = { ...named, organization: { ...signed, country: 'DE' } }
    expect(codes(start({ reseller: { ...named, partnership: { status: 'none' } } }))).toEqual(['PAR_NONE'])
    expect(codes(start({ reseller: foreign }))).toEqual(['REGION_PARTNER'])
    expect(codes(start({ reseller: { ...named, organization: unsigned } }))).toEqual(['MPA_REQUIRED_RESELLER'])
    const suspended = { ...named, organization: { ...signed, suspended: true, kind: 'prospect' as const } }
    expect(codes(start({ reseller: suspended }))).toEqual(['PAR_NOT_ENROLLED', 'PAR_NOT_READY'])
  })
})

describe('the details of a new customer', () => {
  it('are kept with the reseller', () => {
    expect(details()).toEqual({ ok: true, value: [{ ...EVERY_NEW_CUSTOMER_EVENT.CustomerDetailsSaved, at }] })
  })

  it('tell all three breaches of region at once (R64, R50)', () => {
    const customer = { name: 'Kaede Foods', country: 'DE' }
    expect(codes(details({ sale: { customer } }))).toEqual(['REGION_CUSTOMER', 'REGION_CUSTOMER'])
    const reseller = { ...named, organization: { ...signed, country: 'US' } }
    expect(codes(details({ sale: { customer, reseller } }))).toEqual([
      'REGION_CUSTOMER',
      'REGION_CUSTOMER',
      'REGION_PARTNER',
    ])
  })

  it('tell everything about the pair at once: reseller and CSP tenant, the exclusion first (R106, R5, F41)', () => {
    const customer = { tenantId: signed.tenantId, name: 'Sakura Systems', country: 'JP', company: signed }
    expect(codes(details({ sale: { reseller: undefined, customer, isReseller: true } }))).toEqual([
      'REL_ALREADY_RESELLER',
      'CUS_IS_CSP_TENANT',
    ])
  })

  it('are refused where the customer is the provider itself, the reseller or an affiliate of one (R105, F16)', () => {
    const group = { ...registered({ kind: 'customer' }), tenantId: KAEDE, affiliateGroupId: 'group' }
    const affiliate = { tenantId: KAEDE, name: 'Kaede Foods', country: 'JP', company: group }
    const inGroup = { ...named, organization: { ...signed, affiliateGroupId: 'group' } }
    expect(codes(details({ sale: { customer: affiliate, reseller: inGroup } }))).toEqual(['CUS_SELF_OR_AFFILIATE'])
    const same = { name: 'Toto Nishi', country: 'JP', registrationId: '1234-56' }
    const provider = { organization: toto, registrationId: '123456' }
    expect(codes(details({ sale: { customer: same, provider } }))).toEqual(['CUS_SELF_OR_AFFILIATE'])
  })

  it('tell both missing agreements at once (R30, R32)', () => {
    const provider = { organization: { ...toto, agreements: [] } }
    expect(codes(details({ sale: { provider, reseller: { ...named, organization: unsigned } } }))).toEqual([
      'MPA_REQUIRED_SELF',
      'MPA_REQUIRED_RESELLER',
    ])
  })

  it('tell everything about the form at once: domain, registration ID, day of the agreement (D16, D7, D15)', () => {
    const brazil = { ...DETAILS, address: { line1: 'Rua 1', city: 'São Paulo', country: 'BR' } }
    const wrong = {
      ...brazil,
      domainPrefix: 'kaede foods',
      agreement: { ...DETAILS.agreement, agreedOn: '2999-01-01' },
    }
    const all = details({ details: wrong, free: false })
    expect(codes(all)).toEqual(['CUS_DOMAIN_FORMAT', 'CUS_DOMAIN_TAKEN', 'ENR_FIELD_MISSING', 'CUS_MCA_DATE'])
  })

  it('take today where the customer is, and no day after it', () => {
    const on = (agreedOn: string, when: string) =>
      codes(
        saveDetails(newCustomer('draft'), {
          actor: tomo,
          at: when,
          facts: newSale(),
          details: { ...DETAILS, agreement: { ...DETAILS.agreement, agreedOn } },
          isDomainFree: true,
          suggestions: [],
          seen: 9,
        }),
      )
    // Tokyo is nine hours ahead.
    expect(on('2026-03-07', '2026-03-06T15:00:00.000Z')).not.toContain('CUS_MCA_DATE')
    expect(on('2026-03-07', '2026-03-06T14:59:59.999Z')).toEqual(['CUS_MCA_DATE'])
    expect(on('2026-02-30', '2026-03-06T15:00:00.000Z')).toEqual(['CUS_MCA_DATE'])
  })

  it('of an older form are refused, and so are those of what was submitted or dropped', () => {
    expect(codes(details({ seen: 0 }, newCustomer('selecting')))).toEqual(['STALE'])
    for (const state of ['provisioning', 'active', 'discarded'] as const)
      expect(codes(details({}, newCustomer(state)))).toEqual(['STALE'])
  })

  it('with another reseller drop what the first one was to be credited with', () => {
    const saved = EVERY_NEW_CUSTOMER_EVENT.CustomerDetailsSaved
    const again = evolveNewCustomer(newCustomer('reviewing'), saved)
    expect(again).toMatchObject({ state: 'selecting', lines: [LINE] })
    const { reseller, ...alone } = saved
    expect(evolveNewCustomer(newCustomer('reviewing'), alone)).not.toHaveProperty('lines')
  })
})

describe('the subscriptions of a new customer', () => {
  it('R57: are at least one, each with a whole number of licenses that its offer allows', () => {
    const order = { offerId: 'o-standard', licenses: 25 }
    expect(lines([order])).toEqual({ ok: true, value: [{ ...EVERY_NEW_CUSTOMER_EVENT.CustomerLinesSaved, at }] })
    expect(codes(lines([]))).toEqual(['ORD_EMPTY'])
    expect(
      codes(
        lines([
          { ...order, licenses: 0 },
          { ...order, licenses: 301 },
          { ...order, licenses: 1.5 },
        ]),
      ),
    ).toEqual(['ORD_QUANTITY', 'ORD_QUANTITY', 'ORD_QUANTITY'])
    expect(codes(lines([{ offerId: 'gone', licenses: 1 }]))).toEqual(['FIELD_CHOICE'])
  })

  it('credit the named reseller with its location, or nobody', () => {
    const order = [{ offerId: 'o-standard', licenses: 25 }]
    const nobody = lines(order, { withReseller: false })
    expect(nobody.ok && nobody.value).toMatchObject([{ lines: [{ offerId: 'o-standard' }] }])
    expect(JSON.stringify(nobody)).not.toContain('resellerMpnId')
    const { mpnId, ...without } = signed
    const sale = { reseller: { ...named, organization: without } }
    expect(codes(lines(order, { sale }))).toEqual(['MPN_NOT_LOCATION'])
  })

  it('come after the details', () => {
    expect(codes(lines([{ offerId: 'o-standard', licenses: 1 }], { state: newCustomer('draft') }))).toEqual(['STALE'])
  })
})

describe('submitting a new customer', () => {
  it('is decided once more on what is true now', () => {
    expect(submit(newCustomer('reviewing'))).toMatchObject({ ok: true, value: [{ type: 'NewCustomerSubmitted' }] })
    const reseller = { ...named, partnership: { status: 'none' as const } }
    expect(codes(submit(newCustomer('reviewing'), { facts: newSale({ reseller }) }))).toEqual(['PAR_NONE'])
    expect(codes(submit(newCustomer('reviewing'), { isDomainFree: false }))).toEqual(['CUS_DOMAIN_TAKEN'])
    const moved = { ...named, organization: { ...signed, mpnId: '7777777' } }
    expect(codes(submit(newCustomer('reviewing'), { facts: newSale({ reseller: moved }) }))).toEqual([
      'MPN_NOT_LOCATION',
    ])
    const [, dear] = OFFERS
    expect(codes(submit(newCustomer('reviewing'), { facts: newSale({ offers: dear ? [dear] : [] }) }))).toEqual([
      'FIELD_CHOICE',
    ])
  })

  it('changes nothing while it is under way and afterwards, and is not possible before the review or after Cancel', () => {
    for (const state of ['provisioning', 'active'] as const)
      expect(submit(newCustomer(state))).toEqual({ ok: true, value: [] })
    for (const state of ['draft', 'selecting', 'discarded'] as const)
      expect(codes(submit(newCustomer(state)))).toEqual(['STALE'])
    expect(codes(submit(undefined))).toEqual(['NOT_FOUND'])
  })

  it('is decided with the reseller that was named, and with no other', () => {
    const others = { ...named, organization: { ...signed, tenantId: KAEDE } }
    expect(codes(submit(newCustomer('reviewing'), { facts: newSale({ reseller: others }) }))).toEqual(['STALE'])
    expect(codes(submit(newCustomer('reviewing'), { facts: newSale({ reseller: undefined }) }))).toContain('STALE')
  })

  it('is possible again after Partner Center refused', () => {
    expect(submit(newCustomer('failed'))).toMatchObject({ ok: true, value: [{ type: 'NewCustomerSubmitted' }] })
  })
})

describe('cancelling a new customer', () => {
  const discard = (state: NewCustomer | undefined, actor = tomo) =>
    discardNewCustomer(state, { actor, at, provider: toto })

  it('R58: drops the whole operation with everything that was typed, at any step before it is submitted', () => {
    for (const state of ['draft', 'selecting', 'reviewing', 'failed'] as const) {
      const dropped = discard(newCustomer(state))
      expect(dropped).toEqual({ ok: true, value: [{ type: 'NewCustomerDiscarded', at, by: tomoDid }] })
    }
    expect(JSON.stringify(newCustomer('discarded'))).not.toMatch(/Kaede|o-standard/)
  })

  it('is too late once submitted, changes nothing twice, and needs the role', () => {
    for (const state of ['provisioning', 'active'] as const)
      expect(codes(discard(newCustomer(state)))).toEqual(['STALE'])
    expect(discard(newCustomer('discarded'))).toEqual({ ok: true, value: [] })
    expect(codes(discard(newCustomer('draft'), helper))).toEqual(['AUTH_ROLE'])
    // What was begun as a direct customer can be dropped after the company became both (F23).
    const both = { ...toto, kind: 'both' as const }
    expect(discardNewCustomer(newCustomer('draft'), { actor: tomo, at, provider: both }).ok).toBe(true)
  })
})

describe('the history of a new customer', () => {
  const FOLLOWS: Record<keyof typeof EVERY_NEW_CUSTOMER_EVENT, readonly string[]> = {
    NewCustomerStarted: [],
    CustomerDetailsSaved: ['draft', 'selecting', 'reviewing', 'failed'],
    CustomerLinesSaved: ['selecting', 'reviewing', 'failed'],
    NewCustomerSubmitted: ['reviewing', 'failed'],
    CustomerTenantRequested: ['provisioning'],
    CustomerTenantCreated: ['provisioning'],
    CustomerRecorded: [],
    NewCustomerFailed: ['provisioning'],
    NewCustomerDone: ['recorded'],
    NewCustomerDiscarded: ['draft', 'selecting', 'reviewing', 'failed'],
  }

  it.each(NEW_CUSTOMER_PATHS)('takes after %s only what can follow', (state) => {
    const possible = Object.values(EVERY_NEW_CUSTOMER_EVENT).flatMap((event) => {
      try {
        evolveNewCustomer(newCustomer(state), event)
        return event.type
      } catch {
        return []
      }
    })
    const expected = Object.entries(FOLLOWS).flatMap(([type, states]) => (states.includes(state) ? type : []))
    expect(possible.sort()).toEqual(expected.sort())
  })

  it('begins with its start', () => {
    expect(() => evolveNewCustomer(undefined, EVERY_NEW_CUSTOMER_EVENT.CustomerRecorded)).toThrow('first')
  })
})

describe('the form of a new customer', () => {
  const typed: DetailsInput = {
    companyName: ' Kaede　Foods ',
    domainPrefix: 'ＫａｅｄｅFoods.onmicrosoft.com',
    registrationId: '',
    addressLine1: '1-2-3 Honcho',
    addressLine2: '',
    city: 'Chuo-ku',
    state: '東京都',
    postalCode: '1030023',
    country: 'JP',
    firstName: 'Kaede',
    lastName: 'Mori',
    email: 'kaede@kaede.example',
    phone: '',
    agreementFirstName: '',
    agreementLastName: '',
    agreementEmail: '',
    agreementPhone: '',
    agreedOn: '2026-03-01',
  }
  const faults = (over: Partial<DetailsInput>) => {
    const read = readDetails({ ...typed, ...over })
    return read.ok ? [] : read.error.map(({ code, field }) => `${code} ${field}`)
  }

  it('is read as it was meant; left blank, the contact agreed', () => {
    expect(readDetails(typed)).toEqual({ ok: true, value: DETAILS })
  })

  it('takes web mail of a customer (F14), and somebody else who agreed', () => {
    const read = readDetails({
      ...typed,
      email: 'kaede@gmail.com',
      agreementFirstName: 'Momiji',
      agreementLastName: 'Oka',
      agreementEmail: 'momiji@kaede.example',
    })
    expect(read.ok && read.value.agreement.contact).toMatchObject({ firstName: 'Momiji', lastName: 'Oka' })
  })

  it('names everything that is missing or wrong at once', () => {
    expect(
      faults({
        companyName: '',
        domainPrefix: '',
        postalCode: '12',
        email: 'x',
        agreedOn: '',
        agreementFirstName: 'M',
      }),
    ).toEqual([
      'ENR_FIELD_MISSING companyName',
      'ENR_FIELD_MISSING domainPrefix',
      'ENR_FIELD_MISSING agreedOn',
      'CUS_ADDRESS postalCode',
      'FIELD_EMAIL email',
      'ENR_FIELD_MISSING agreementLastName',
      'ENR_FIELD_MISSING agreementEmail',
    ])
    expect(faults({ domainPrefix: 'kaede-foods' })).toEqual(['CUS_DOMAIN_FORMAT domainPrefix'])
  })
})
