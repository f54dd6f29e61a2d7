import { describe, expect, it } from 'vitest'
import type { Decision } from '../../../domain/decision.ts'
import type { TenantId } from '../../../domain/ids.ts'
import {
  blockInvitation,
  type Claim,
  claimAcceptance,
  completeAcceptance,
  declineInvitation,
  expireInvitation,
  invitationDue,
  isInvited,
  obstacles,
  openInvitation,
  releaseAcceptance,
  supersedeInvitation,
} from '../../../domain/invitation/accept.ts'
import { evolveInvitation } from '../../../domain/invitation/evolve.ts'
import type { Invitation, InvitationEvent, InvitationState } from '../../../domain/invitation/invitation.ts'
import {
  editInvitation,
  markSent,
  renewInvitation,
  requestPartnership,
  revokeInvitation,
  sendInTeams,
} from '../../../domain/invitation/invite.ts'
import type { Pair } from '../../../domain/invitation/pair.ts'
import {
  BODY,
  CLOSED,
  EVERY_INVITATION_EVENT,
  helper,
  invitation,
  NO_MAILS,
  pair,
  partners,
  reseller,
  STATES,
  tomo,
  toto,
} from '../../support/partners.ts'
import { days, hana, hideo, later, otherTenant, registered, sho, uma } from '../../support/people.ts'

const AT = days(4)
const events = (decision: Decision<InvitationEvent>): readonly string[] =>
  decision.ok ? decision.value.map(({ type }) => type) : decision.error.map(({ code }) => code)

const request = {
  at: AT,
  actor: tomo,
  id: 'i2',
  provider: toto,
  email: 'hana@sakura.example',
  locale: 'ja-JP',
  draft: { subject: 'Partnership', body: BODY },
  sent: NO_MAILS,
} as const

const ours = { at: AT, actor: tomo, provider: toto }
const theirs = { at: AT, actor: hana, reseller }
const claim = { at: AT, actor: hana, pair: pair(), ticked: true, key: 'press-2' }

const claimed = invitation('accepting') as Claim

const COMMANDS: Record<string, (state: Invitation) => Decision<InvitationEvent>> = {
  edit: (state) => editInvitation(state, { ...ours, draft: { subject: 'New', body: `${BODY}!` } }),
  send: (state) => markSent(state, ours),
  'send in Teams': (state) => sendInTeams(state, { ...ours, to: reseller.tenantId, sent: NO_MAILS }),
  open: (state) => openInvitation(state, theirs),
  accept: (state) => claimAcceptance(state, claim),
  decline: (state) => declineInvitation(state, theirs),
  revoke: (state) => revokeInvitation(state, ours),
  renew: (state) => renewInvitation(state, { ...ours, sent: NO_MAILS }),
  complete: (state) => completeAcceptance(state, { at: AT, claim: claimed }),
  release: (state) => releaseAcceptance(state, { at: AT, claim: claimed, refusals: [] }),
  expire: (state) => ({ ok: true, value: expireInvitation(state, days(31)) }),
  supersede: (state) => ({ ok: true, value: supersedeInvitation(state, AT) }),
}

const OPEN_FIRST = ['InvitationSent', 'InvitationOpened']
/** What each command comes to in each state; closed states answer INV_CLOSED unless they say otherwise. */
const TABLE: Record<string, Partial<Record<InvitationState, readonly string[]>>> = {
  edit: {
    draft: ['InvitationEdited'],
    sent: ['InvitationEdited'],
    opened: ['InvitationEdited'],
    accepting: ['InvitationEdited'],
  },
  send: { draft: ['InvitationSent'], sent: [], opened: [], accepting: [] },
  'send in Teams': {
    draft: ['InvitationSent'],
    sent: ['InvitationSentInTeams'],
    opened: ['InvitationSentInTeams'],
    accepting: [],
  },
  open: { draft: OPEN_FIRST, sent: ['InvitationOpened'], opened: [], accepting: [] },
  accept: {
    draft: [...OPEN_FIRST, 'AcceptanceClaimed'],
    sent: ['InvitationOpened', 'AcceptanceClaimed'],
    opened: ['AcceptanceClaimed'],
    accepting: [],
    accepted: [],
  },
  decline: {
    draft: [...OPEN_FIRST, 'InvitationDeclined'],
    sent: ['InvitationOpened', 'InvitationDeclined'],
    opened: ['InvitationDeclined'],
    accepting: ['STALE'],
    declined: [],
  },
  revoke: {
    draft: ['InvitationRevoked'],
    sent: ['InvitationRevoked'],
    opened: ['InvitationRevoked'],
    accepting: ['STALE'],
    revoked: [],
  },
  renew: {
    draft: ['INV_CLOSED'],
    sent: ['InvitationRenewed'],
    opened: ['InvitationRenewed'],
    accepting: ['INV_CLOSED'],
    expired: ['InvitationRenewed'],
  },
}
const NOTHING_UNLESS: Record<string, Partial<Record<InvitationState, readonly string[]>>> = {
  complete: { accepting: ['InvitationAccepted'] },
  release: { accepting: ['AcceptanceReleased'] },
  expire: { sent: ['InvitationExpired'], opened: ['InvitationExpired'] },
  supersede: { sent: ['InvitationSuperseded'], opened: ['InvitationSuperseded'] },
}
const ROWS = Object.entries(COMMANDS).flatMap(([name, command]) =>
  STATES.map((state) => {
    const row = TABLE[name]
    const wanted = row ? (row[state] ?? ['INV_CLOSED']) : (NOTHING_UNLESS[name]?.[state] ?? [])
    return [name, state, wanted, command] as const
  }),
)

describe('the life of an invitation (SM4)', () => {
  it.each(ROWS)('%s, when it is %s, comes to %j', (_, state, wanted, command) => {
    const before = invitation(state)
    const decision = command(before)
    expect(events(decision)).toEqual(wanted)
    if (decision.ok) expect(decision.value.reduce(evolveInvitation, before).id).toBe('i1')
  })

  it.each(
    ROWS.filter(
      ([name, , wanted]) => !['renew', 'send in Teams'].includes(name) && wanted.some((one) => /^[A-Z][a-z]/.test(one)),
    ),
  )('%s, when it was %s, is no error a second time', (_, state, __, command) => {
    const first = command(invitation(state))
    if (!first.ok) throw new Error('refused')
    expect(command(first.value.reduce(evolveInvitation, invitation(state)))).toEqual({ ok: true, value: [] })
  })

  it.each(STATES)('is whole after any event from %s on, or the history is plainly corrupt', (state) => {
    const before = invitation(state)
    const copy = structuredClone(before)
    for (const event of Object.values(EVERY_INVITATION_EVENT)) {
      try {
        const after = evolveInvitation(before, event)
        expect(after.provider).toBe(toto.tenantId)
        expect(JSON.parse(JSON.stringify(after))).toEqual(after)
      } catch (fault) {
        expect(String(fault)).toMatch(/ cannot follow /)
      }
    }
    expect(before).toEqual(copy)
  })

  it('begins with its draft alone', () => {
    for (const event of Object.values(EVERY_INVITATION_EVENT))
      if (event.type !== 'InvitationDrafted')
        expect(() => evolveInvitation(undefined, event)).toThrow('cannot begin an invitation')
  })
})

describe('requesting a partnership', () => {
  it('drafts the mail, once for one request', () => {
    expect(events(requestPartnership(undefined, request))).toEqual(['InvitationDrafted'])
    expect(requestPartnership(invitation('draft'), request)).toEqual({ ok: true, value: [] })
  })

  it('needs the provider’s right role, standing and signature, in this order', () => {
    const unready = { ...toto, suspended: true, agreements: [] }
    expect(events(requestPartnership(undefined, { ...request, actor: helper, provider: unready }))).toEqual([
      'AUTH_ROLE',
    ])
    expect(events(requestPartnership(undefined, { ...request, provider: unready }))).toEqual(['ORG_SUSPENDED'])
    expect(events(requestPartnership(undefined, { ...request, provider: { ...toto, agreements: [] } }))).toEqual([
      'MPA_REQUIRED_SELF',
    ])
    expect(events(requestPartnership(undefined, { ...request, provider: { ...toto, kind: 'directBill' } }))).toEqual([
      'AUTH_ORG_KIND',
    ])
  })

  it('names every fault of the form at once', () => {
    const draft = { subject: 'Partnership', body: 'Work with us.' }
    expect(events(requestPartnership(undefined, { ...request, email: 'hana', draft }))).toEqual([
      'FIELD_EMAIL',
      'INV_LINK_MISSING',
    ])
  })

  it.each([
    ['the fiftieth of the day', { day: 49 }, ['InvitationDrafted']],
    ['the fifty-first of the day', { day: 50 }, ['INV_LIMIT']],
    ['the tenth of the hour', { hour: 9, day: 9 }, ['InvitationDrafted']],
    ['the eleventh of the hour', { hour: 10, day: 10 }, ['INV_LIMIT']],
  ])('counts: %s', (_, sent, wanted) => {
    expect(events(requestPartnership(undefined, { ...request, sent: { ...NO_MAILS, ...sent } }))).toEqual(wanted)
  })

  it('renews with a new generation and thirty more days, within the limits', () => {
    const renewed = renewInvitation(invitation('expired'), { ...ours, sent: NO_MAILS })
    expect(renewed).toMatchObject({ ok: true, value: [{ generation: 2, expiresAt: days(34) }] })
    expect(events(renewInvitation(invitation('sent'), { ...ours, sent: { ...NO_MAILS, day: 50 } }))).toEqual([
      'INV_LIMIT',
    ])
  })
})

describe('a request to a company that is known', () => {
  const asks = (known: Pair) => requestPartnership(undefined, { ...request, known })

  it('is refused for everything that lies between the two, together', () => {
    const everything = pair({ reseller: { ...reseller, country: 'DE' }, partnership: partners, isCustomer: true })
    const refused = asks(everything)
    expect(events(refused)).toEqual(['PAR_EXISTS', 'REL_ALREADY_CUSTOMER', 'REGION_PARTNER'])
    expect(refused).toMatchObject({ error: [{ since: partners.since }, {}, { regionA: 'europe', regionB: 'japan' }] })
  })

  it('is refused to the own company, and not to an affiliate', () => {
    expect(events(asks(pair({ reseller: toto })))).toEqual(['PAR_SELF'])
    const group = { affiliateGroupId: 'g1' }
    expect(events(asks(pair({ provider: { ...toto, ...group }, reseller: { ...reseller, ...group } })))).toEqual([
      'InvitationDrafted',
    ])
  })

  it('tells nothing of how far the company is', () => {
    for (const far of [{ kind: 'prospect' as const }, { suspended: true }, { kind: 'customer' as const }])
      expect(events(asks(pair({ reseller: { ...reseller, ...far } })))).toEqual(['InvitationDrafted'])
  })

  it('is not renewed either where they are partners by now', () => {
    const known = pair({ partnership: partners })
    expect(events(renewInvitation(invitation('expired'), { ...ours, sent: NO_MAILS, known }))).toEqual(['PAR_EXISTS'])
  })
})

describe('sending in Teams', () => {
  const sends = (state: Invitation, at: string, sent = NO_MAILS) =>
    sendInTeams(state, { ...ours, at, to: reseller.tenantId, sent })
  const then = (state: Invitation, decision: Decision<InvitationEvent>) => {
    if (!decision.ok) throw new Error('refused')
    return decision.value.reduce(evolveInvitation, state)
  }

  it.each(['draft', 'sent', 'opened'] as const)('what is %s is possible once a day', (state) => {
    const once = then(invitation(state), sends(invitation(state), days(4)))
    expect(sends(once, new Date(Date.parse(days(5)) - 1).toISOString())).toEqual({
      ok: false,
      error: [{ code: 'INV_IN_TEAMS', from: days(5) }],
    })
    expect(events(sends(once, days(5)))).toEqual(['InvitationSentInTeams'])
  })

  it('is not made possible at once by a new link', () => {
    const once = then(invitation('sent'), sends(invitation('sent'), days(4)))
    const renewed = then(once, renewInvitation(once, { ...ours, at: days(4), sent: NO_MAILS }))
    expect(events(sends(renewed, later(97)))).toEqual(['INV_IN_TEAMS'])
  })

  it('is counted against the limits when it went out already, and is the provider’s own to do', () => {
    expect(events(sends(invitation('sent'), AT, { ...NO_MAILS, hour: 10, day: 10 }))).toEqual(['INV_LIMIT'])
    expect(events(sends(invitation('draft'), AT, { ...NO_MAILS, hour: 10, day: 10 }))).toEqual(['InvitationSent'])
    const suspended = { ...ours, provider: { ...toto, suspended: true }, to: reseller.tenantId, sent: NO_MAILS }
    expect(events(sendInTeams(invitation('sent'), suspended))).toEqual(['ORG_SUSPENDED'])
  })
})

describe('accepting', () => {
  it('reports everything that stands in the way together', () => {
    const everything = pair({
      reseller: { ...reseller, suspended: true, country: 'DE' },
      partnership: partners,
      isCustomer: true,
    })
    expect(obstacles(everything, { actor: sho }).map(({ code }) => code)).toEqual([
      'AUTH_ROLE',
      'ORG_SUSPENDED',
      'PAR_EXISTS',
      'REL_ALREADY_CUSTOMER',
      'REGION_PARTNER',
    ])
  })

  it('asks a prospect to enroll, whoever looks', () => {
    for (const actor of [hana, sho, uma, hideo])
      expect(obstacles(pair({ reseller: registered({}) }), { actor }).map(({ code }) => code)).toEqual([
        'PAR_NOT_ENROLLED',
      ])
  })

  it('is not kept back by a missing MPA', () => {
    expect(reseller.agreements).toEqual([])
    expect(obstacles(pair(), { actor: hana })).toEqual([])
  })

  it('needs the tick', () => {
    expect(events(claimAcceptance(invitation('opened'), { ...claim, ticked: false }))).toEqual(['INV_NOT_CONFIRMED'])
  })

  it('belongs to the company that claimed it first', () => {
    const late = pair({ reseller: { ...reseller, tenantId: otherTenant } })
    expect(events(claimAcceptance(invitation('accepting'), { ...claim, pair: late }))).toEqual(['STALE'])
    expect(events(claimAcceptance(invitation('accepted'), { ...claim, pair: late }))).toEqual(['INV_CLOSED'])
  })

  it('tells the provider of each set of the company’s own reasons once, never of a role', () => {
    const refusals = obstacles(pair({ reseller: { ...reseller, country: 'DE' } }), { actor: sho })
    const before = invitation('opened')
    const first = blockInvitation(before, { at: AT, reseller, refusals })
    expect(first).toMatchObject({ ok: true, value: [{ block: { reasons: ['region'] } }] })
    if (!first.ok) throw new Error('refused')
    const again = blockInvitation(first.value.reduce(evolveInvitation, before), { at: days(5), reseller, refusals })
    expect(again).toEqual({ ok: true, value: [] })
    const role = obstacles(pair(), { actor: sho })
    expect(role.map(({ code }) => code)).toEqual(['AUTH_ROLE'])
    expect(blockInvitation(before, { at: AT, reseller, refusals: role })).toEqual({ ok: true, value: [] })
  })
})

describe('time', () => {
  const OVER = days(31)

  it.each(['sent', 'opened'] as const)('ends what is %s at its hour, also while the timer is late', (state) => {
    const early = new Date(Date.parse(OVER) - 1).toISOString()
    const before = invitation(state)
    expect(events(claimAcceptance(before, { ...claim, at: early }))).toContain('AcceptanceClaimed')
    expect(claimAcceptance(before, { ...claim, at: OVER })).toEqual({
      ok: false,
      error: [{ code: 'INV_CLOSED', state: 'expired', at: OVER }],
    })
    expect(expireInvitation(before, early)).toEqual([])
  })

  it('does not take back an acceptance that was claimed in time', () => {
    expect(expireInvitation(invitation('accepting'), OVER)).toEqual([])
    expect(events(completeAcceptance(claimed, { at: days(40), claim: claimed }))).toEqual(['InvitationAccepted'])
  })

  it.each(STATES)('wakes %s only for something that it then does', (state) => {
    const due = invitationDue(invitation(state))
    expect(due !== undefined).toBe(['sent', 'opened', 'accepting'].includes(state))
    if (due === undefined) return
    const before = invitation(state)
    const done =
      state === 'accepting'
        ? completeAcceptance(before, { at: due, claim: claimed })
        : { ok: true as const, value: expireInvitation(before, due) }
    if (!done.ok) throw new Error('refused')
    const after = done.value.reduce(evolveInvitation, before)
    const next = invitationDue(after)
    expect(done.value).toHaveLength(1)
    expect(next === undefined || next > due).toBe(true)
  })

  it('takes a claim that was left up again after half a minute', () => {
    expect(invitationDue(invitation('accepting'))).toBe(new Date(Date.parse(days(3)) + 30_000).toISOString())
  })
})

describe('who is invited', () => {
  const US = reseller.tenantId
  const rows: readonly [InvitationState, TenantId, TenantId | undefined, boolean][] = [
    ...(['draft', 'sent', 'opened', 'revoked', 'expired', 'superseded'] as const).flatMap(
      (state): [InvitationState, TenantId, TenantId | undefined, boolean][] => [
        [state, US, US, true],
        [state, otherTenant, US, false],
        [state, US, undefined, true],
        [state, otherTenant, undefined, true],
      ],
    ),
    ...(['accepting', 'accepted', 'declined'] as const).flatMap(
      (state): [InvitationState, TenantId, TenantId | undefined, boolean][] => [
        [state, US, undefined, true],
        [state, otherTenant, undefined, false],
        [state, otherTenant, otherTenant, false],
      ],
    ),
  ]

  it.each(rows)('to what is %s: %s, when the domain is of %s: %s', (state, who, owner, wanted) => {
    expect(isInvited(invitation(state), who, owner)).toBe(wanted)
  })

  it('nobody opens what is closed', () => {
    for (const state of CLOSED)
      expect(events(openInvitation(invitation(state), { ...theirs, at: later(1) }))).toEqual(['INV_CLOSED'])
  })
})
