import { describe, expect, it } from 'vitest'
import { OUTSIDE_CODES, type OutsideContext, refusalFor } from '../../../domain/customer/outside-codes.ts'

const context: OutsideContext = {
  provider: { name: 'Toto', region: 'japan' },
  customer: { name: 'Sakura', country: 'US', region: 'unitedStates' },
  reseller: { name: 'Aozora', region: 'japan' },
  domain: { prefix: 'sakura', suggestions: ['sakurajp'] },
  mpn: { id: '4200200', locations: ['4200201'] },
  quantity: { min: 1, max: 300 },
  roles: ['GA', 'AA'],
}
const bare: OutsideContext = { provider: context.provider, customer: { name: 'X', country: 'BR', region: 'brazil' } }

/** domain.md 8.3, code by code. */
const MEANINGS: Readonly<Record<string, string>> = {
  20002: 'CUS_NO_PROVIDER_REL',
  2030: 'REGION_CUSTOMER',
  2071: 'MPN_NOT_LOCATION',
  2072: 'MPN_NOT_LOCATION',
  800015: 'MPN_UNKNOWN',
  800016: 'PAR_NOT_ENROLLED',
  900123: 'MPA_REQUIRED_RESELLER',
  900124: 'MPA_REQUIRED_SELF',
  13605: 'CUS_MCA',
  2007: 'CUS_ADDRESS',
  27002: 'CUS_ADDRESS',
  800039: 'ORG_SUSPENDED',
  900149: 'ORG_SUSPENDED',
  800073: 'ORG_SUSPENDED',
  800074: 'ORG_SUSPENDED',
  800075: 'ORG_SUSPENDED',
  800098: 'PC_REFUSED',
  2001: 'WRONG_STATE',
  800091: 'WRONG_STATE',
  2002: 'ORD_QUANTITY',
  2055: 'STALE',
  900100: 'PC_REFUSED',
  900101: 'PC_REFUSED',
  900102: 'PC_REFUSED',
  900103: 'PC_REFUSED',
  900104: 'PC_REFUSED',
  900137: 'PC_REFUSED',
  900150: 'AUTH_ROLE',
  1002: 'PC_REFUSED',
  600006: 'PC_REFUSED',
  2000: 'PC_REFUSED',
  2204: 'PAR_NOT_ENROLLED',
  2205: 'NOT_FOUND',
  2206: 'MPA_REQUIRED_RESELLER',
  domainTaken: 'CUS_DOMAIN_TAKEN',
  offerUnavailable: 'FIELD_CHOICE',
}

describe("Partner Center's codes", () => {
  it('are those of domain.md 8.3, and two of our own', () => {
    expect(Object.keys(OUTSIDE_CODES).sort()).toEqual(Object.keys(MEANINGS).sort())
  })

  it.each(Object.entries(MEANINGS))('%s means %s', (reason, code) => {
    expect(refusalFor(reason, context)).toMatchObject({ code })
  })

  it('carry what the sentence needs', () => {
    expect(refusalFor('domainTaken', context)).toEqual({
      code: 'CUS_DOMAIN_TAKEN',
      field: 'domainPrefix',
      prefix: 'sakura',
      suggestions: ['sakurajp'],
    })
    expect(refusalFor('2002', context)).toEqual({ code: 'ORD_QUANTITY', field: 'licenses', min: 1, max: 300 })
    expect(refusalFor('2007', context)).toEqual({ code: 'CUS_ADDRESS', field: 'postalCode', rule: '12345' })
    expect(refusalFor('900137', context)).toEqual({ code: 'PC_REFUSED', reason: '900137' })
  })

  it.each(['domainTaken', '2002', '2007', '2072', '800015', '800016', '900123', '900150', '2205'])(
    'say %s plainly where nobody knows what it is about',
    (reason) => {
      expect(refusalFor(reason, bare)).toEqual({ code: 'PC_REFUSED', reason })
    },
  )

  it('are not shown when they are none', () => {
    expect(refusalFor('123456', context)).toEqual({ code: 'PC_REFUSED', reason: '123456' })
    for (const text of ['a fault of the sandbox', '', 'toString', '__proto__', '12345678901', '<b>1</b>'])
      expect(refusalFor(text, context)).toEqual({ code: 'PC_REFUSED' })
  })
})
