import { describe, expect, it } from 'vitest'
import { viewMpa } from '../../../domain/agreement/accept-mpa.ts'
import { MPA_URL, MPA_VERSION } from '../../../domain/agreement/agreement.ts'
import type { OrganizationKind } from '../../../domain/organization/organization.ts'
import { AT, approve, type Command, reinstate, sign, start, submit, suspend } from '../../support/commands.ts'
import {
  activated,
  approved,
  filled,
  HISTORIES,
  offered,
  SITUATIONS,
  signed,
  suspended,
} from '../../support/lifecycle.ts'
import {
  aya,
  bea,
  billie,
  days,
  everybody,
  goro,
  hana,
  hanaDid,
  hideo,
  MONDAY,
  mina,
  nana,
  registered,
  sakura,
  sam,
  sho,
  uma,
} from '../../support/people.ts'
import { company, given } from '../../support/story.ts'

const view =
  (actor = hana): Command =>
  (at) =>
    viewMpa(at, { at: AT, actor, region: 'japan' })

describe('the MPA is offered (SM3)', () => {
  it('on approval, for the company’s region', () => {
    given(HISTORIES.inReview)
      .when(approve())
      .then({ ...approved, at: AT }, { ...offered, at: AT })
    company(registered({}, { country: 'FR' }))
      .and(HISTORIES.inReview)
      .when(approve())
      .then({ ...approved, at: AT }, { ...offered, at: AT, region: 'europe' })
  })

  it.each(['indirectProvider', 'directBill', 'both'] as const)('from the start to a registered %s (F34)', (kind) => {
    expect(registered({ kind }).agreements).toEqual([{ status: 'offered', region: 'japan', at: MONDAY }])
  })

  it.each(['prospect', 'customer'] as const)('not to a %s', (kind) => {
    expect(registered({ kind }).agreements).toEqual([])
  })

  it('not where it was signed before', () => {
    const mpa = { type: 'MPA', region: 'japan', version: '2019', acceptedAt: '2020-02-14' } as const
    expect(registered({ kind: 'indirectProvider', agreements: [mpa] }).agreements).toEqual([
      { status: 'accepted', at: '2020-02-14', ...mpa },
    ])
    expect(
      registered({ kind: 'indirectProvider', agreements: [{ ...mpa, region: 'europe' }] }).agreements.map(
        ({ region, status }) => [region, status],
      ),
    ).toEqual([
      ['europe', 'accepted'],
      ['japan', 'offered'],
    ])
  })
})

describe('reading the MPA', () => {
  it('is noted once', () => {
    const viewed = { type: 'AgreementViewed', at: AT, by: hanaDid, region: 'japan' } as const
    given(HISTORIES.qualified).when(view()).then(viewed)
    given(HISTORIES.qualified, viewed).when(view()).nothingHappens()
    given(HISTORIES.active).when(view()).nothingHappens()
    given().when(view()).nothingHappens()
  })

  it('is open to everybody who may know of it (P11)', () => {
    for (const actor of [hana, goro, uma, aya, sho, hideo, sam])
      expect(view(actor)(given(HISTORIES.active).company).ok).toBe(true)
    for (const actor of [billie, mina, bea, nana])
      given(HISTORIES.active)
        .when(view(actor))
        .refuses({ code: 'AUTH_ROLE', roles: ['GA', 'AA', 'SA'] })
  })
})

describe('signing the MPA', () => {
  it('R34: only a global admin signs the MPA', () => {
    for (const actor of everybody.filter(({ roles }) => !roles.includes('GA')))
      given(HISTORIES.qualified)
        .when(sign({ actor }))
        .refuses({ code: 'AUTH_ROLE', roles: ['GA'] })
    given(HISTORIES.qualified)
      .when(sign({ actor: goro }))
      .then({ ...signed, by: { ...hanaDid, userId: goro.userId, name: goro.name } as typeof hanaDid }, activated)
  })

  it('keeps region, version, signer and time, and activates the enrollment that waited for it', () => {
    const { agreements, enrollment } = given(HISTORIES.qualified).when(sign()).then(signed, activated)
    expect(agreements).toEqual([
      {
        status: 'accepted',
        type: 'MPA',
        region: 'japan',
        version: MPA_VERSION,
        at: offered.at,
        acceptedAt: AT,
        acceptedBy: hanaDid,
      },
    ])
    expect(enrollment).toMatchObject({ state: 'active', since: AT })
    expect(new URL(MPA_URL).protocol).toBe('https:')
  })

  it('needs the tick', () => {
    given(HISTORIES.qualified)
      .when(sign({ ticked: false }))
      .refuses({ code: 'MPA_NOT_TICKED', field: 'mpaAccepted' })
  })

  it('D1 D2: one signature a region, for good', () => {
    given(HISTORIES.active)
      .when(sign({ region: 'europe' }))
      .refuses({ code: 'MPA_NOT_OFFERED' })
    const everything: readonly Command[] = [
      sign(),
      sign({ actor: goro }),
      sign({ ticked: false }),
      approve(),
      suspend(),
    ]
    for (const situation of ['active', 'suspended'] as const)
      for (const command of [...everything, reinstate(), start(), submit()]) {
        const { company: now } = given(HISTORIES[situation])
        const decision = command(now)
        const after = company(now).and(decision.ok ? decision.value : []).company
        expect(after.agreements).toEqual(now.agreements)
      }
  })

  it('asked twice changes nothing, for everybody who may know that it is signed', () => {
    given(HISTORIES.active).when(sign()).nothingHappens()
    given(HISTORIES.active)
      .when(sign({ actor: sho }))
      .nothingHappens()
    given(HISTORIES.active)
      .when(sign({ actor: nana }))
      .refuses({ code: 'AUTH_ROLE', roles: ['GA'] })
  })

  it('needs an offer', () => {
    company({ ...sakura, kind: 'indirectReseller' })
      .when(sign())
      .refuses({ code: 'MPA_NOT_OFFERED' })
  })

  it('D21: waits while the company is suspended', () => {
    given(HISTORIES.qualified)
      .and({ ...suspended, at: days(1) })
      .when(sign())
      .refuses({ code: 'ORG_SUSPENDED' })
    company(registered({ kind: 'indirectProvider', suspended: true }))
      .when(sign({ region: 'europe' }))
      .refuses({ code: 'ORG_SUSPENDED' }, { code: 'MPA_NOT_OFFERED' })
  })

  it('F41: kind, role, the company’s state, data — one level at a time', () => {
    const all = (actor: typeof hana) => sign({ actor, ticked: false })
    const at = (kind: OrganizationKind, isSuspended: boolean) =>
      company({ ...given(HISTORIES.qualified).company, kind, suspended: isSuspended })
    at('prospect', true).when(all(uma)).refusesWith('AUTH_ORG_KIND')
    at('indirectReseller', true).when(all(uma)).refusesWith('AUTH_ROLE')
    at('indirectReseller', true).when(all(hana)).refusesWith('ORG_SUSPENDED')
    at('indirectReseller', false).when(all(hana)).refusesWith('MPA_NOT_TICKED')
  })

  it('R30: does not enroll a company that is not approved', () => {
    for (const situation of SITUATIONS.filter((name) => !['qualified', 'active', 'suspended'].includes(name)))
      given(HISTORIES[situation]).when(sign()).refusesWith('AUTH_ORG_KIND')
    given(filled).when(sign()).refusesWith('AUTH_ORG_KIND')
  })
})
