import { describe, expect, it } from 'vitest'
import type { Decision } from '../../../domain/decision.ts'
import { evolvePartnership } from '../../../domain/partnership/evolve.ts'
import {
  endByMicrosoft,
  establishPartnership,
  recordAdminAccessRemoved,
  removePartnership,
  requestEnd,
} from '../../../domain/partnership/partner.ts'
import { DECLARATIONS, type Partnership, type PartnershipEvent } from '../../../domain/partnership/partnership.ts'
import { EVERY_PARTNERSHIP_EVENT, helper, partners, reseller, tomo, toto } from '../../support/partners.ts'
import { aya, days, grace, hana, hanaDid, sam, sho } from '../../support/people.ts'

const AT = days(7)
const removed = evolvePartnership(partners, EVERY_PARTNERSHIP_EVENT.PartnershipRemoved)
const STANDS: Readonly<Record<Partnership['status'], Partnership>> = {
  none: { status: 'none' },
  active: partners,
  removed,
}

const both = { at: AT, provider: toto, reseller }
const establish = (invitationId: string) => (state: Partnership) =>
  establishPartnership(state, { ...both, who: hanaDid, invitationId })
const remove =
  (over: object = {}) =>
  (state: Partnership) =>
    removePartnership(state, { ...both, actor: tomo, declarations: DECLARATIONS, ...over })
const end =
  (actor = aya) =>
  (state: Partnership) =>
    requestEnd(state, { ...both, actor, reason: 'We change.' })
const close =
  (actor = grace) =>
  (state: Partnership) =>
    endByMicrosoft(state, { ...both, actor })
const access =
  (actor = hana) =>
  (state: Partnership) =>
    recordAdminAccessRemoved(state, { ...both, actor })

const came = (decision: Decision<PartnershipEvent>): readonly string[] =>
  decision.ok ? decision.value.map(({ type }) => type) : decision.error.map(({ code }) => code)

describe('the life of a partnership (SM5)', () => {
  it.each([
    ['established by an invitation', establish('i1'), ['PartnershipEstablished'], [], ['PartnershipEstablished']],
    [
      'established by another one',
      establish('i2'),
      ['PartnershipEstablished'],
      ['PAR_EXISTS'],
      ['PartnershipEstablished'],
    ],
    ['removed by the provider', remove(), ['PAR_NONE'], ['PartnershipRemoved'], []],
    [
      'removed without every declaration',
      remove({ declarations: ['goodFaith'] }),
      ['PAR_NONE'],
      ['PAR_DECLARATION'],
      [],
    ],
    ['removed by the help desk', remove({ actor: helper }), ['AUTH_ROLE'], ['AUTH_ROLE'], ['AUTH_ROLE']],
    ['wished away by the reseller', end(), ['PAR_NONE'], ['EndRequested'], ['PAR_NONE']],
    ['wished away by a sales agent', end(sho), ['AUTH_ROLE'], ['AUTH_ROLE'], ['AUTH_ROLE']],
    ['ended by Microsoft', close(), ['PAR_NONE'], ['PartnershipRemoved'], ['PAR_NONE']],
    ['ended by support that only reads', close(sam), ['AUTH_REVIEWER'], ['AUTH_REVIEWER'], ['AUTH_REVIEWER']],
    ['left without admin access', access(), ['PAR_NONE'], ['AdminAccessRemoved'], ['PAR_NONE']],
    ['left without admin access by an agent', access(aya), ['AUTH_ROLE'], ['AUTH_ROLE'], ['AUTH_ROLE']],
  ] as const)('%s', (_, command, none, active, gone) => {
    expect([came(command(STANDS.none)), came(command(STANDS.active)), came(command(STANDS.removed))]).toEqual([
      none,
      active,
      gone,
    ])
  })

  it.each([
    ['establishing', establish('i1'), STANDS.none],
    ['removing', remove(), partners],
    ['wishing it away', end(), partners],
    ['recording the access', access(), partners],
  ] as const)('%s twice is no error', (_, command, before) => {
    const first = command(before)
    if (!first.ok) throw new Error('refused')
    expect(command(first.value.reduce(evolvePartnership, before))).toEqual({ ok: true, value: [] })
  })

  it('keeps the declarations with the version of their text', () => {
    expect(remove()(partners)).toMatchObject({
      ok: true,
      value: [{ how: 'provider', declarations: DECLARATIONS, textVersion: '2021-03' }],
    })
  })

  it('stays active after a wish or without admin access, and may be made anew after its end', () => {
    const after = [EVERY_PARTNERSHIP_EVENT.AdminAccessRemoved, EVERY_PARTNERSHIP_EVENT.EndRequested].reduce(
      evolvePartnership,
      partners as Partnership,
    )
    expect(after).toMatchObject({
      status: 'active',
      adminAccess: { state: 'removed' },
      endRequest: { reason: 'We change.' },
    })
    const again = evolvePartnership(removed, EVERY_PARTNERSHIP_EVENT.PartnershipEstablished)
    expect(again).toEqual(partners)
  })

  it.each(Object.values(STANDS))(
    'is whole after any event from $status on, or the history is plainly corrupt',
    (before) => {
      const copy = structuredClone(before)
      for (const event of Object.values(EVERY_PARTNERSHIP_EVENT)) {
        try {
          const after = evolvePartnership(before, event)
          expect(after.status).not.toBe('none')
          expect(JSON.parse(JSON.stringify(after))).toEqual(after)
        } catch (fault) {
          expect(String(fault)).toMatch(/ cannot follow /)
        }
      }
      expect(before).toEqual(copy)
    },
  )
})
