import { describe, expect, it } from 'vitest'
import type { Actor } from '../../../domain/actor.ts'
import { system } from '../../../domain/actor.ts'
import type { Mpa } from '../../../domain/agreement/agreement.ts'
import { checkApplication } from '../../../domain/enrollment/review.ts'
import type { Organization, OrganizationEvent } from '../../../domain/organization/organization.ts'
import { automaticChecks } from '../../../domain/rules/enrollment.ts'
import {
  AT,
  approve,
  askForDocuments,
  type Command,
  corrected,
  decline,
  reinstate,
  reject,
  resubmit,
  suspend,
} from '../../support/commands.ts'
import {
  APPLICATION,
  activated,
  application,
  approved,
  declined,
  documentsRequested,
  HISTORIES,
  legal,
  offered,
  rejected,
  resubmitted,
  reviewRequested,
  signed,
  started,
  suspended,
} from '../../support/lifecycle.ts'
import {
  bea,
  days,
  graceDid,
  hana,
  hanaDid,
  later,
  mina,
  mpnFacts,
  otherTenant,
  registered,
  sakuraTenant,
  sam,
  sho,
} from '../../support/people.ts'
import { company, given } from '../../support/story.ts'

type Facts = { tenant?: Partial<typeof sakuraTenant>; mpn?: Parameters<typeof mpnFacts>[0]; enrollmentId?: string }

const check =
  ({ tenant, mpn, enrollmentId = APPLICATION }: Facts = {}): Command =>
  (at) =>
    checkApplication(at, { at: later(2), enrollmentId, tenant: { ...sakuraTenant, ...tenant }, mpn: mpnFacts(mpn) })

const allPassed = ['contactDomain', 'legalName', 'registrationId', 'mpn'].map((name) => ({ check: name, passed: true }))
const failed = (name: string) => allPassed.map((one) => ({ ...one, passed: one.check !== name }))

describe('the automatic review', () => {
  it('approves at once when every check passes, and offers the MPA', () => {
    const now = given(HISTORIES.inReview)
      .when(check())
      .then({ type: 'EnrollmentApproved', at: later(2), by: system }, { ...offered, at: later(2) })
    expect(now).toMatchObject({ kind: 'indirectReseller', mpnId: '4600601', cspTenant: true })
  })

  it.each([
    ['contactDomain', { tenant: { verifiedDomains: ['sakura.test'] } }],
    ['legalName', { tenant: { legalName: 'Sakura Holdings KK' } }],
    ['mpn', { mpn: { heldBy: otherTenant } }],
  ] as const)('leaves it to the reviewers when %s fails', (name, facts) => {
    const decision = check(facts)(given(HISTORIES.inReview).company)
    expect(decision).toEqual({
      ok: true,
      value: [{ type: 'ReviewRequested', at: later(2), checks: failed(name) }],
    })
  })

  it('D7: checks the registration ID where the country demands one', () => {
    const checks = (registrationId: string | undefined, country: string) =>
      automaticChecks(
        { ...application, legal: { ...legal, ...(registrationId ? { registrationId } : {}) } },
        { ...sakuraTenant, country },
        [],
      ).find((one) => one.check === 'registrationId')?.passed
    expect(checks(undefined, 'JP')).toBe(true)
    expect(checks(undefined, 'BR')).toBe(false)
    expect(checks('11.222.333/0001-81', 'BR')).toBe(true)
  })

  it('takes the width of letters and spaces for no difference in a name, and a company form for one', () => {
    const same = (name: string) =>
      automaticChecks(application, { ...sakuraTenant, legalName: name }, []).find((one) => one.check === 'legalName')
        ?.passed
    expect(same('ＳＡＫＵＲＡ　Systems  kk')).toBe(true)
    expect(same('Sakura Systems')).toBe(false)
    expect(same('Sakura Systems GK')).toBe(false)
  })

  it('runs once a review', () => {
    given(HISTORIES.inReview, reviewRequested).when(check()).nothingHappens()
    given(HISTORIES.qualified).when(check()).nothingHappens()
    given(HISTORIES.inReview)
      .when(check({ enrollmentId: 'application-0' }))
      .nothingHappens()
  })

  it('never approves by itself what a reviewer has sent back once', () => {
    const decision = check()(given(HISTORIES.actionRequired, resubmitted).company)
    expect(decision.ok && decision.value.map(({ type }) => type)).toEqual(['ReviewRequested'])
  })
})

describe('a reviewer', () => {
  const inReview = given(HISTORIES.inReview, reviewRequested)

  it('approves, with a reason or without', () => {
    inReview.when(approve()).then({ ...approved, at: AT }, { ...offered, at: AT })
    const decision = approve({ reason: 'Looks fine.' } as object)(inReview.company)
    expect(decision.ok && decision.value[0]).toMatchObject({ reason: 'Looks fine.' })
  })

  it('rejects with a reason and a list of what to fix', () => {
    const { enrollment } = inReview.when(reject()).then({ ...rejected, at: AT })
    expect(enrollment).toMatchObject({ state: 'rejected', reason: rejected.reason, fixes: ['business'] })
  })

  it('asks for documents', () => {
    const { enrollment } = inReview.when(askForDocuments()).then({ ...documentsRequested, at: AT })
    expect(enrollment).toMatchObject({ state: 'actionRequired', ask: { kind: 'documents' } })
  })

  it('declines for good, also after a rejection', () => {
    inReview.when(decline()).then({ ...declined, at: AT })
    given(HISTORIES.rejected)
      .when(decline())
      .then({ ...declined, at: AT })
  })

  it('keeps every decision on record, in order', () => {
    const { enrollment } = given(
      HISTORIES.actionRequired,
      resubmitted,
      approved,
      offered,
      signed,
      activated,
      suspended,
    ).company
    expect('decisions' in enrollment && enrollment.decisions.map(({ result, by }) => [result, by])).toEqual([
      ['documentsRequested', graceDid],
      ['approved', graceDid],
      ['suspended', graceDid],
    ])
  })

  const DEEDS = { approve, reject, askForDocuments, decline, suspend, reinstate }

  it.each(Object.entries(DEEDS))('and nobody else may %s (P08)', (_, deed) => {
    const people: readonly Actor[] = [hana, sho, mina, bea, sam]
    for (const situation of Object.values(HISTORIES))
      for (const actor of people)
        given(situation)
          .when((deed as (over: object) => Command)({ actor }))
          .refuses({ code: 'AUTH_REVIEWER' })
  })

  it('decides about the application that he saw, not about a newer one', () => {
    const newer = [...HISTORIES.declined, { ...started, id: 'application-2' }]
    given(newer).when(decline()).refusesWith('WRONG_STATE')
    given(HISTORIES.inReview)
      .when(approve({ enrollmentId: 'application-0' } as object))
      .refuses({ code: 'WRONG_STATE', is: 'inReview', needs: ['inReview'] })
  })

  it('who decides otherwise second is told how it stands', () => {
    given(HISTORIES.qualified)
      .when(reject())
      .refuses({ code: 'WRONG_STATE', is: 'qualified', needs: ['inReview'] })
    given(HISTORIES.declined)
      .when(approve())
      .refuses({ code: 'WRONG_STATE', is: 'declined', needs: ['inReview'] })
  })

  it('activates the enrollment by approval when the region’s MPA was signed before (SM3)', () => {
    const agreements: readonly Mpa[] = [{ type: 'MPA', region: 'japan', version: '2019', acceptedAt: '2020-02-14' }]
    company(registered({ agreements }))
      .and(HISTORIES.inReview)
      .when(approve())
      .then({ ...approved, at: AT }, { ...activated, at: AT })
    const elsewhere = agreements.map((mpa) => ({ ...mpa, region: 'europe' }))
    company(registered({ agreements: elsewhere }))
      .and(HISTORIES.inReview)
      .when(approve())
      .then({ ...approved, at: AT }, { ...offered, at: AT })
  })
})

describe('the answer of the applicant', () => {
  const answered = { type: 'EnrollmentResubmitted', at: AT, by: hanaDid, dueAt: '2026-03-11T01:00:00.000Z' } as const
  const document = { name: 'Certificate', kind: 'registration', link: 'https://files.sakura.example/c.pdf' } as const

  it('is a corrected profile, a document, or both', () => {
    given(HISTORIES.rejected)
      .when(resubmit())
      .then({ ...answered, legal: corrected })
    given(HISTORIES.actionRequired)
      .when(resubmit({ legal, document }))
      .then({ ...answered, document })
    const { enrollment } = given(HISTORIES.actionRequired)
      .when(resubmit({ document }))
      .then({ ...answered, legal: corrected, document })
    expect(enrollment).toMatchObject({
      state: 'inReview',
      application: { legal: corrected },
      documents: [{ ...document, by: hanaDid, at: AT }],
    })
  })

  it('has to change something', () => {
    given(HISTORIES.rejected)
      .when(resubmit({ legal: { ...legal, address: { ...legal.address } } }))
      .refuses({ code: 'NOTHING_CHANGED' })
  })

  it.each(['line1', 'line2', 'city', 'state', 'postalCode'] as const)('may be a change of %s alone', (part) => {
    const moved = { ...legal, address: { ...legal.address, [part]: 'JP-27' } }
    given(HISTORIES.rejected)
      .when(resubmit({ legal: moved }))
      .then({ ...answered, legal: moved })
  })

  it('sets a new due date and ends an overdue one', () => {
    const overdue: OrganizationEvent = { type: 'EnrollmentOverdue', at: days(8) }
    const { enrollment }: Organization = given(HISTORIES.inReview, overdue, documentsRequested, {
      ...answered,
      document,
    }).company
    expect(enrollment).toMatchObject({ state: 'inReview', dueAt: answered.dueAt })
    expect(enrollment).not.toHaveProperty('overdueAt')
  })

  it('is the global admins’ and the MPN admins’ (F26)', () => {
    given(HISTORIES.rejected)
      .when(resubmit({ actor: sho }))
      .refuses({ code: 'AUTH_ROLE', roles: ['GA', 'MPNA'] })
    const decision = resubmit({ actor: mina })(given(HISTORIES.rejected).company)
    expect(decision.ok).toBe(true)
  })
})
