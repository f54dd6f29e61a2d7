import { describe, expect, it } from 'vitest'
import { markForOffboarding, registerOrganization } from '../../../domain/organization/decide-standing.ts'
import type { OrganizationKind } from '../../../domain/organization/organization.ts'
import { readiness } from '../../../domain/rules/organization.ts'
import { AT, type Command, reinstate, start, suspend } from '../../support/commands.ts'
import { HISTORIES, SITUATIONS, suspended } from '../../support/lifecycle.ts'
import { everybody, grace, graceDid, registered, sakura } from '../../support/people.ts'
import { company, given } from '../../support/story.ts'

const register =
  (kind: 'indirectProvider' | 'directBill', actor = grace): Command =>
  (at) =>
    registerOrganization(at, { at: AT, actor, kind })

const mark =
  (actor = grace): Command =>
  (at) =>
    markForOffboarding(at, { at: AT, actor })

const offered = { type: 'AgreementOffered', at: AT, region: 'japan' } as const
const marked = { type: 'MarkedForOffboarding', at: AT, by: graceDid } as const

describe('registering a company (P53, F29)', () => {
  it.each(['indirectProvider', 'directBill'] as const)('as %s offers the MPA at once (F34)', (kind) => {
    const now = given()
      .when(register(kind))
      .then({ type: 'OrganizationRegistered', at: AT, by: graceDid, kind }, offered)
    expect(now).toMatchObject({ kind, cspTenant: true })
    expect(now.directBillStatus).toBe(kind === 'directBill' ? 'active' : undefined)
  })

  it('twice changes nothing', () => {
    given({ type: 'OrganizationRegistered', at: AT, by: graceDid, kind: 'directBill' })
      .when(register('directBill'))
      .nothingHappens()
  })

  it('is for prospects that have no application with Microsoft', () => {
    const free = SITUATIONS.filter((name) => register('directBill')(given(HISTORIES[name]).company).ok)
    expect(free).toEqual(['none', 'draft', 'declined', 'withdrawn'])
    for (const kind of ['indirectReseller', 'both', 'customer', 'directBill'] as const)
      company({ ...sakura, kind })
        .when(register('indirectProvider'))
        .refuses({ code: 'AUTH_ORG_KIND', kinds: ['prospect'], kind })
  })

  it('is a reviewer’s', () => {
    for (const actor of everybody.filter((one) => one !== grace)) {
      given().when(register('indirectProvider', actor)).refuses({ code: 'AUTH_REVIEWER' })
      company({ ...sakura, kind: 'directBill' })
        .when(mark(actor))
        .refuses({ code: 'AUTH_REVIEWER' })
    }
  })

  it('needs a country in which CSP is offered', () => {
    company(registered({}, { country: 'KP' }))
      .when(register('indirectProvider'))
      .refuses({ code: 'REGION_UNKNOWN', country: 'KP' })
  })

  it('keeps a provider from enrolling as a reseller', () => {
    company(registered({ kind: 'indirectProvider' }))
      .when(start())
      .refusesWith('AUTH_ORG_KIND')
  })
})

describe('marking for offboarding (P53, R66)', () => {
  it('is for direct-bill partners, once', () => {
    const { directBillStatus } = company({ ...sakura, kind: 'directBill' })
      .when(mark())
      .then(marked)
    expect(directBillStatus).toBe('identifiedForOffboarding')
    company({ ...sakura, kind: 'directBill' })
      .and(marked)
      .when(mark())
      .nothingHappens()
  })

  it.each(['prospect', 'indirectProvider', 'indirectReseller', 'both', 'customer'] as const)('not for a %s', (kind) => {
    company({ ...sakura, kind })
      .when(mark())
      .refuses({ code: 'AUTH_ORG_KIND', kinds: ['directBill'], kind })
  })
})

describe('suspending a company', () => {
  it('is possible for a provider that once took an application back', () => {
    const provider: OrganizationKind = 'indirectProvider'
    company({ ...given(HISTORIES.withdrawn).company, kind: provider })
      .when(suspend())
      .then({ ...suspended, at: AT })
    company({ ...given(HISTORIES.declined).company, kind: provider })
      .when(suspend())
      .then({ ...suspended, at: AT })
  })

  it('shows in its readiness, and reinstating takes that away', () => {
    const missing = (situation: keyof typeof HISTORIES) =>
      readiness(given(HISTORIES[situation]).company).flatMap(({ step, done }) => (done ? [] : [step]))
    expect(missing('none')).toEqual(['account', 'enrolled', 'mpa'])
    expect(missing('inReview')).toEqual(['enrolled', 'mpa'])
    expect(missing('qualified')).toEqual(['mpa'])
    expect(missing('active')).toEqual([])
    expect(missing('suspended')).toEqual(['notSuspended'])
    const back = given(HISTORIES.suspended)
      .when(reinstate())
      .then({ type: 'OrganizationReinstated', at: AT, by: graceDid, reason: 'Everything is paid.' })
    expect(readiness(back).every(({ done }) => done)).toBe(true)
  })

  it('R30: a provider or direct-bill partner is ready when it has signed', () => {
    const mpa = { type: 'MPA', region: 'japan', version: '2019', acceptedAt: '2020-02-14' } as const
    for (const kind of ['indirectProvider', 'directBill'] as const) {
      expect(readiness(registered({ kind }))).toEqual([
        { step: 'account', done: true },
        { step: 'mpa', done: false },
      ])
      expect(readiness(registered({ kind, agreements: [mpa] }))[1]).toEqual({ step: 'mpa', done: true })
      expect(readiness(registered({ kind, agreements: [{ ...mpa, region: 'europe' }] }))[1]?.done).toBe(false)
    }
  })
})
