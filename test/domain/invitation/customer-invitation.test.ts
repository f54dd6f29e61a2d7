import { describe, expect, it } from 'vitest'
import type { Actor } from '../../../domain/actor.ts'
import type { Decision } from '../../../domain/decision.ts'
import { blockInvitation, claimAcceptance, declineInvitation, obstacles } from '../../../domain/invitation/accept.ts'
import type { AskingPartners, CustomerParties } from '../../../domain/invitation/customer-parties.ts'
import { evolveInvitation } from '../../../domain/invitation/evolve.ts'
import { type Invitation, type InvitationEvent, kindOf } from '../../../domain/invitation/invitation.ts'
import { markSent, renewInvitation, requestPartnership, revokeInvitation } from '../../../domain/invitation/invite.ts'
import { inviteCustomer } from '../../../domain/invitation/invite-customer.ts'
import type { Organization } from '../../../domain/organization/organization.ts'
import { agent, BOTH, directly, kaede, kana, minami, sakuraReady } from '../../support/customer-inviting.ts'
import { BODY, DRAFTED, invitation, NO_MAILS, partners, reseller, SENT, tomo, toto } from '../../support/partners.ts'
import { days, hana, holding, inTenant, sho } from '../../support/people.ts'

const codes = (decision: Decision<InvitationEvent>): readonly string[] =>
  decision.ok ? decision.value.map(({ type }) => type) : decision.error.map(({ code }) => code)

const both: AskingPartners = {
  request: BOTH,
  owner: { organization: sakuraReady },
  through: { organization: toto, partnership: partners },
}
const direct = (includeDap = true): AskingPartners => ({
  request: { kind: 'direct', includeDap },
  owner: { organization: directly },
})
const alone: AskingPartners = { request: { kind: 'provider', includeDap: false }, owner: { organization: toto } }

const parties = (asking: AskingPartners = both, over: Partial<CustomerParties> = {}): CustomerParties => ({
  ...asking,
  customer: kaede,
  resellerOf: [],
  agreement: 'none',
  ...over,
})

const invites = (asking: AskingPartners, over: Partial<Parameters<typeof inviteCustomer>[1]> = {}) =>
  codes(
    inviteCustomer(undefined, {
      at: days(1),
      actor: agent(asking.owner.organization),
      id: 'i1',
      partners: asking,
      email: 'kana@kaede.example',
      locale: 'ja-JP',
      draft: { subject: 'Kaede', body: BODY },
      sent: NO_MAILS,
      ...over,
    }),
  )

const owned = (asking: AskingPartners, organization: Organization): AskingPartners => ({
  ...asking,
  owner: { organization },
})

/** A customer's invitation that was sent and opened. */
const sent = (asking: AskingPartners = both): Invitation => {
  const { tenantId: provider, displayName: providerName } = asking.owner.organization
  const drafted = evolveInvitation(undefined, { ...DRAFTED, provider, providerName, request: asking.request })
  const opened: InvitationEvent = {
    type: 'InvitationOpened',
    at: days(2),
    by: { kind: 'system' },
    tenant: kaede.tenantId,
    company: kaede.displayName,
  }
  return evolveInvitation(evolveInvitation(drafted, SENT), opened)
}

describe('inviting a customer', () => {
  it.each([
    ['both', both],
    ['direct', direct()],
    ['provider', alone],
  ] as const)('drafts the mail of a %s invitation', (_, asking) => {
    expect(invites(asking)).toEqual(['InvitationDrafted'])
  })

  it.each([
    ['both: the sales agent of a provider', owned(both, toto), 'AUTH_ORG_KIND'],
    ['both: a prospect', owned(both, { ...sakuraReady, kind: 'prospect' }), 'AUTH_ORG_KIND'],
    ['direct: a reseller', owned(direct(), sakuraReady), 'AUTH_ORG_KIND'],
    ['direct: one that is both by now (R78)', owned(direct(), { ...directly, kind: 'both' }), 'TRN_NO_NEW_DIRECT'],
    ['provider: a direct-bill partner', owned(alone, directly), 'AUTH_ORG_KIND'],
    ['a suspended company', owned(both, { ...sakuraReady, suspended: true }), 'ORG_SUSPENDED'],
    ['a company without the MPA (R30)', owned(both, reseller), 'MPA_REQUIRED_SELF'],
  ])('is refused to %s', (_, asking, code) => {
    expect(invites(asking)).toEqual([code])
  })

  it.each([
    ['UMA', both],
    ['HA', both],
    ['UMA', direct()],
    ['UMA', alone],
  ] as const)('is refused to a %s', (role, asking) => {
    const actor: Actor = holding(inTenant(sho, asking.owner.organization.tenantId), role)
    expect(invites(asking, { actor })).toEqual(['AUTH_ROLE'])
  })

  it('in the name of a provider needs its partnership (R38, F36)', () => {
    const ended = { organization: toto, partnership: { status: 'none' as const } }
    expect(invites({ ...both, through: ended })).toEqual(['PAR_NONE'])
  })

  it('takes web mail, and nothing that is no address (R63, F14)', () => {
    expect(invites(both, { email: 'kana@gmail.com' })).toEqual(['InvitationDrafted'])
    expect(invites(both, { email: 'kana' })).toEqual(['FIELD_EMAIL'])
    expect(invites(both, { draft: { subject: 'x', body: 'no link' } })).toEqual(['INV_LINK_MISSING'])
  })

  it.each([
    ['of another region', { ...kaede, country: 'DE' }, ['REGION_CUSTOMER', 'REGION_CUSTOMER']],
    ['of another provider', minami, ['CUS_IS_CSP_TENANT']],
    ['of an affiliate', { ...kaede, affiliateGroupId: 'group' }, ['CUS_SELF_OR_AFFILIATE']],
  ])('knows a customer by its domain: refused %s before anything is sent', (_, customer, wanted) => {
    const asking = owned(both, { ...sakuraReady, affiliateGroupId: 'group' })
    expect(invites(asking, { known: parties(asking, { customer }) })).toEqual(wanted)
  })

  it('to a reseller of the provider is refused with the exclusion first (R106, F41)', () => {
    const known = parties(both, { customer: minami, resellerOf: [toto.tenantId] })
    expect(invites(both, { known })).toEqual(['REL_ALREADY_RESELLER', 'CUS_IS_CSP_TENANT'])
  })

  it('counts against the same limits as partnerships', () => {
    expect(invites(both, { sent: { ...NO_MAILS, hour: 10 } })).toEqual(['INV_LIMIT'])
  })
})

describe('a customer’s invitation', () => {
  it('keeps what is asked for through its whole life', () => {
    const states = [sent(), evolveInvitation(sent(), { type: 'InvitationExpired', at: days(31) })]
    expect(states.map((one) => one.request)).toEqual([BOTH, BOTH])
  })

  it('is of its owner’s staff: a provider’s sales agent cannot send a reseller’s', () => {
    const state = sent()
    expect(codes(markSent(state, { at: days(3), actor: tomo, provider: toto }))).toEqual(['AUTH_ORG_KIND'])
    expect(codes(markSent(state, { at: days(3), actor: agent(sakuraReady), provider: sakuraReady }))).toEqual([])
  })

  it('that is direct can be revoked after its owner became both, and not renewed', () => {
    const state = sent(direct())
    const now = { ...directly, kind: 'both' as const }
    const order = { at: days(3), actor: agent(directly), provider: now }
    expect(codes(revokeInvitation(state, order))).toEqual(['InvitationRevoked'])
    expect(codes(renewInvitation(state, { ...order, sent: NO_MAILS }))).toEqual(['TRN_NO_NEW_DIRECT'])
  })

  it('is not renewed once the partnership has ended (F36)', () => {
    const through = { organization: toto, partnership: { status: 'none' as const } }
    const order = { at: days(3), actor: agent(sakuraReady), provider: sakuraReady, sent: NO_MAILS }
    expect(codes(renewInvitation(sent(), { ...order, partners: { ...both, through } }))).toEqual(['PAR_NONE'])
    expect(codes(renewInvitation(sent(), { ...order, partners: both }))).toEqual(['InvitationRenewed'])
  })

  it('stored before there were any is read as a partnership’s', () => {
    const old = invitation('opened')
    expect('request' in old).toBe(false)
    expect(kindOf(old)).toBe('partnership')
    expect(kindOf(JSON.parse(JSON.stringify(sent())) as Invitation)).toBe('both')
    expect(codes(requestPartnership(undefined, { ...PARTNERSHIP }))).toEqual(['InvitationDrafted'])
  })
})

const PARTNERSHIP = {
  at: days(1),
  actor: tomo,
  id: 'i9',
  provider: toto,
  email: 'hana@sakura.example',
  locale: 'ja-JP',
  draft: { subject: 'Partnership', body: BODY },
  sent: NO_MAILS,
} as const

describe('a customer’s acceptance', () => {
  const claims = (over: Partial<Parameters<typeof claimAcceptance>[1]> = {}) =>
    codes(
      claimAcceptance(sent(), {
        at: days(3),
        actor: kana,
        pair: parties(),
        ticked: true,
        agreed: true,
        key: 'k',
        ...over,
      }),
    )

  it('takes both ticks; the agreement only where it was not accepted before (D11, R82)', () => {
    expect(claims()).toEqual(['AcceptanceClaimed'])
    expect(claims({ ticked: false, agreed: false })).toEqual(['CUS_NOT_CONFIRMED', 'MCA_NOT_TICKED'])
    expect(claims({ agreed: false })).toEqual(['MCA_NOT_TICKED'])
    expect(claims({ agreed: false, pair: parties(both, { agreement: 'attested' }) })).toEqual(['AcceptanceClaimed'])
  })

  it('is for a global admin of any kind of company that nothing else refuses (P37)', () => {
    expect(claims({ actor: holding(kana, 'AA') })).toEqual(['AUTH_ROLE'])
    expect(claims({ pair: parties(both, { customer: { ...kaede, kind: 'prospect' } }) })).toEqual(['AcceptanceClaimed'])
  })

  it('names everything that stands in the way at once (F40)', () => {
    const customer = { ...kaede, country: 'DE', cspTenant: true, affiliateGroupId: 'group' }
    const asking: AskingPartners = {
      ...owned(both, { ...sakuraReady, affiliateGroupId: 'group' }),
      through: { organization: { ...toto, suspended: true }, partnership: { status: 'none' } },
    }
    const facts = parties(asking, { customer, resellerOf: [toto.tenantId] })
    expect(new Set(obstacles(facts, { actor: holding(hana, 'HA') }).map(({ code }) => code))).toEqual(
      new Set([
        'AUTH_ROLE',
        'PAR_NOT_READY',
        'CUS_SELF_OR_AFFILIATE',
        'REL_ALREADY_RESELLER',
        'CUS_IS_CSP_TENANT',
        'PAR_NONE',
        'REGION_CUSTOMER',
      ]),
    )
  })

  it('names both regions', () => {
    const found = obstacles(parties(both, { customer: { ...kaede, country: 'DE' } }), { actor: kana })
    expect(found).toContainEqual(
      expect.objectContaining({ code: 'REGION_CUSTOMER', regionPartner: 'japan', regionCustomer: 'europe' }),
    )
  })

  it('by a direct customer of a partner that is both is refused (R78)', () => {
    const asking = owned(direct(), { ...directly, kind: 'both' })
    expect(obstacles(parties(asking), { actor: kana }).map(({ code }) => code)).toEqual(['TRN_NO_NEW_DIRECT'])
  })

  it('tells whoever invited why it is not possible, once', () => {
    const refusals = obstacles(parties(both, { customer: { ...kaede, country: 'DE', cspTenant: true } }), {
      actor: kana,
    })
    const blocked = blockInvitation(sent(), { at: days(3), reseller: kaede, refusals })
    expect(blocked).toMatchObject({ value: [{ block: { reasons: ['cspTenant', 'customerRegion'] } }] })
    const state = evolveInvitation(sent(), (blocked.ok && blocked.value[0]) as InvitationEvent)
    expect(codes(blockInvitation(state, { at: days(4), reseller: kaede, refusals }))).toEqual([])
  })

  it('can be declined by the customer’s global admin alone (P55)', () => {
    const declines = (actor: Actor) => codes(declineInvitation(sent(), { at: days(3), actor, reseller: kaede }))
    expect(declines(holding(kana, 'AA'))).toEqual(['AUTH_ROLE'])
    expect(declines(kana)).toEqual(['InvitationDeclined'])
  })
})
