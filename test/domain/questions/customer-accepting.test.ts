import { describe, expect, it } from 'vitest'
import { type CustomerParties, partiesObstacles } from '../../../domain/invitation/customer-parties.ts'
import type { RelationshipRequest } from '../../../domain/invitation/invitation.ts'
import type { Organization } from '../../../domain/organization/organization.ts'
import { invitedChecks } from '../../../domain/questions/can-customers.ts'
import { BOTH, directly, kaede, sakuraReady } from '../../support/customer-inviting.ts'
import { partners as ACTIVE, toto } from '../../support/partners.ts'

type Case = { parties: CustomerParties; codes: readonly string[] }

const both = (over: Partial<CustomerParties> = {}): CustomerParties => ({
  request: BOTH,
  owner: { organization: sakuraReady },
  through: { organization: toto, partnership: ACTIVE },
  customer: kaede,
  resellerOf: [],
  agreement: 'none',
  ...over,
})
const direct = (owner: Organization, over: Partial<CustomerParties> = {}): CustomerParties => ({
  request: { kind: 'direct', includeDap: true } satisfies RelationshipRequest,
  owner: { organization: owner },
  customer: kaede,
  resellerOf: [],
  agreement: 'none',
  ...over,
})

const CASES: Record<string, Case> = {
  'nothing is wrong': { parties: both(), codes: [] },
  'a direct partner asks': { parties: direct(directly), codes: [] },
  'the customer is elsewhere': { parties: both({ customer: { ...kaede, country: 'FR' } }), codes: ['REGION_CUSTOMER'] },
  'the customer trades in CSP': {
    parties: both({ customer: { ...kaede, cspTenant: true } }),
    codes: ['CUS_IS_CSP_TENANT'],
  },
  'the customer is the provider’s reseller': {
    parties: both({ resellerOf: [toto.tenantId] }),
    codes: ['REL_ALREADY_RESELLER'],
  },
  'the customer belongs to the reseller': {
    parties: both({ customer: { ...kaede, tenantId: sakuraReady.tenantId } }),
    codes: ['CUS_SELF_OR_AFFILIATE'],
  },
  'the partnership is over': {
    parties: both({ through: { organization: toto, partnership: { status: 'none' } } }),
    codes: ['PAR_NONE'],
  },
  'the provider is suspended': {
    parties: both({ through: { organization: { ...toto, suspended: true }, partnership: ACTIVE } }),
    codes: ['PAR_NOT_READY'],
  },
  'the direct partner is both by now': {
    parties: direct({ ...directly, kind: 'both' }),
    codes: ['TRN_NO_NEW_DIRECT'],
  },
  'everything is wrong': {
    parties: both({
      owner: { organization: { ...sakuraReady, kind: 'prospect', suspended: true } },
      through: { organization: { ...toto, suspended: true }, partnership: { status: 'none' } },
      customer: { ...kaede, country: 'FR', cspTenant: true },
      resellerOf: [toto.tenantId],
    }),
    codes: [
      'PAR_NOT_ENROLLED',
      'PAR_NOT_READY',
      'REL_ALREADY_RESELLER',
      'CUS_IS_CSP_TENANT',
      'PAR_NONE',
      'REGION_CUSTOMER',
    ],
  },
}

const explained = (parties: CustomerParties): readonly string[] => [
  ...new Set(invitedChecks(parties).flatMap(({ refusals }) => refusals.map(({ code }) => code))),
]

describe('why a customer cannot accept, and what its acceptance is refused for', () => {
  it.each(Object.entries(CASES))('are the same when %s', (_, { parties, codes }) => {
    const refused = [...new Set(partiesObstacles(parties).map(({ code }) => code))]
    expect(explained(parties).toSorted()).toEqual(refused.toSorted())
    expect(refused).toEqual(expect.arrayContaining([...codes]))
    expect(refused.length > 0).toBe(codes.length > 0)
  })
})
