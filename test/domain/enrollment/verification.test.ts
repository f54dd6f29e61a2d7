import { describe, expect, it } from 'vitest'
import type { VerificationKind } from '../../../domain/enrollment/enrollment.ts'
import { ownershipMailBounced, resendAllowedFrom } from '../../../domain/enrollment/ownership.ts'
import { tick } from '../../../domain/enrollment/tick.ts'
import type { Organization, OrganizationEvent } from '../../../domain/organization/organization.ts'
import {
  AT,
  approve,
  confirm,
  corrected,
  deny,
  nameContact,
  resend,
  resubmit,
  sendMail,
} from '../../support/commands.ts'
import {
  confirmed,
  deniedSignup,
  emi,
  filled,
  HISTORIES,
  ken,
  mailed,
  rejected,
  submitted,
} from '../../support/lifecycle.ts'
import { days, hanaDid, kenDid, later, mina, sakura, sho, uma } from '../../support/people.ts'
import { company, given } from '../../support/story.ts'

const waiting = HISTORIES.contactPending
const bounced = { type: 'OwnershipMailBounced', at: later(1), generation: 1 } as const
const lapsed = { type: 'OwnershipLinkExpired', at: mailed.expiresAt, generation: 1 } as const

/** Where each verification of SM2 stands. */
const steps = ({ enrollment }: Organization): Partial<Record<VerificationKind, string>> =>
  'verification' in enrollment
    ? Object.fromEntries(Object.entries(enrollment.verification).map(([kind, { state }]) => [kind, state]))
    : {}

const stands = (history: readonly OrganizationEvent[]) => steps(given(history).company)

describe('the verifications of an application (SM2)', () => {
  it('have not started when it is submitted', () => {
    const none = { emailOwnership: 'notStarted', employment: 'notStarted', business: 'notStarted' }
    expect(stands([...filled, submitted])).toEqual(none)
  })

  it('wait for the contact first: employment and business start only after the address is confirmed', () => {
    expect(stands(waiting)).toEqual({
      emailOwnership: 'pending',
      employment: 'notStarted',
      business: 'notStarted',
    })
    expect(stands(HISTORIES.inReview)).toEqual({
      emailOwnership: 'authorised',
      employment: 'pending',
      business: 'pending',
    })
  })

  it('know a mail that came back, a link that lapsed and a contact who denies', () => {
    expect(stands([...waiting, bounced]).emailOwnership).toBe('bounced')
    expect(stands([...waiting, lapsed]).emailOwnership).toBe('expired')
    expect(stands([...waiting, deniedSignup]).emailOwnership).toBe('rejected')
  })

  it('are mended one by one: what is rejected comes back as resubmitted, the rest stays', () => {
    expect(stands(HISTORIES.rejected)).toEqual({
      emailOwnership: 'authorised',
      employment: 'pending',
      business: 'rejected',
    })
    const mended = given(HISTORIES.rejected).when(resubmit())
    const { business, employment } = steps(
      mended.then({
        type: 'EnrollmentResubmitted',
        at: AT,
        by: hanaDid,
        dueAt: '2026-03-11T01:00:00.000Z',
        legal: corrected,
      }),
    )
    expect({ business, employment }).toEqual({ business: 'resubmitted', employment: 'pending' })
  })

  it('are all authorised by approval', () => {
    expect(Object.values(stands(HISTORIES.qualified))).toEqual(['authorised', 'authorised', 'authorised'])
  })

  it('can all be rejected at once', () => {
    const everything = { ...rejected, fixes: ['emailOwnership', 'employment', 'business'] } as const
    expect(Object.values(stands([...HISTORIES.inReview, everything]))).toEqual(['rejected', 'rejected', 'rejected'])
  })
})

describe('the confirmation mail', () => {
  it('goes out once, with a link for fourteen days', () => {
    given(filled, submitted)
      .when(sendMail)
      .then({ type: 'OwnershipMailSent', at: AT, generation: 1, expiresAt: days(16) })
    given(waiting).when(sendMail).nothingHappens()
  })

  it('D9: goes out again no sooner than one business day later', () => {
    // Sent on Monday at eleven: again on Tuesday at eleven.
    given(waiting)
      .when(resend({ at: later(2) }))
      .refuses({ code: 'VER_RESEND_WAIT', from: later(25) })
    given(waiting)
      .when(resend({ at: new Date(Date.parse(later(25)) - 1).toISOString() }))
      .refusesWith('VER_RESEND_WAIT')
    given(waiting)
      .when(resend({ at: later(25) }))
      .then({
        type: 'OwnershipMailSent',
        at: later(25),
        generation: 2,
        expiresAt: '2026-03-17T02:00:00.000Z',
      })
  })

  it('counts no weekend', () => {
    const friday = { ...mailed, at: '2026-03-06T02:00:00.000Z' }
    given(filled, submitted, friday)
      .when(resend({ at: '2026-03-08T02:00:00.000Z' }))
      .refuses({ code: 'VER_RESEND_WAIT', from: '2026-03-09T02:00:00.000Z' })
  })

  it('may go again at once when it came back', () => {
    const { enrollment } = given(waiting, bounced)
      .when(resend({ at: later(2) }))
      .then({ type: 'OwnershipMailSent', at: later(2), generation: 2, expiresAt: '2026-03-16T03:00:00.000Z' })
    expect(enrollment).toMatchObject({ verification: { emailOwnership: { state: 'pending' } } })
  })

  it('may be sent again when the link has lapsed', () => {
    given(waiting, lapsed)
      .when(resend({ at: days(20) }))
      .then({ type: 'OwnershipMailSent', at: days(20), generation: 2, expiresAt: days(34) })
  })

  it('is sent again by a global admin or an MPN admin of a prospect (F25, F26)', () => {
    given(waiting)
      .when(resend({ actor: mina }))
      .then({
        type: 'OwnershipMailSent',
        at: AT,
        generation: 2,
        expiresAt: days(16),
      })
    given(waiting)
      .when(resend({ actor: uma }))
      .refuses({ code: 'AUTH_ROLE', roles: ['GA', 'MPNA'] })
  })

  it('says from when on it can be sent again, only while it waits', () => {
    expect(resendAllowedFrom(given(waiting).company, later(2))).toBe(later(25))
    expect(resendAllowedFrom(given(waiting).company, later(25))).toBeUndefined()
    expect(resendAllowedFrom(given(HISTORIES.inReview).company, later(2))).toBeUndefined()
    expect(resendAllowedFrom(sakura, later(2))).toBeUndefined()
  })

  it('that comes back counts only for its own generation, and once', () => {
    const back = (generation: number) => (at: Organization) => ownershipMailBounced(at, { at: later(2), generation })
    const again = { ...mailed, generation: 2 }
    given(waiting)
      .when(back(1))
      .then({ ...bounced, at: later(2) })
    given(waiting, again).when(back(1)).nothingHappens()
    given(waiting, bounced).when(back(1)).nothingHappens()
    given(HISTORIES.inReview).when(back(1)).nothingHappens()
  })
})

describe('the answer of the primary contact', () => {
  it('R19: moves the review on only when both statements are confirmed', () => {
    given(waiting)
      .when(confirm({ signedUp: false }))
      .refuses({ code: 'VER_BOTH_FACTS' })
    given(waiting)
      .when(confirm({ belongsToCompany: false }))
      .refuses({ code: 'VER_BOTH_FACTS' })
    given(waiting)
      .when(confirm({ at: later(2) }))
      .then(confirmed)
  })

  it('marks the company as one under review, which nobody in CSP may sell to (F18)', () => {
    expect(given(waiting).company.cspTenant).toBe(false)
    expect(given(HISTORIES.inReview).company.cspTenant).toBe(true)
  })

  it.each([
    ['an older link', confirm({ generation: 0 })],
    ['a link that was never sent', confirm({ generation: 2 })],
    ['a link at the end of its time', confirm({ at: mailed.expiresAt })],
    ['denying by an older link', deny({ generation: 0 })],
    ['denying when the time is over', deny({ at: mailed.expiresAt })],
  ])('refuses %s', (_, answer) => {
    given(waiting).when(answer).refuses({ code: 'VER_LINK_EXPIRED' })
  })

  it('counts until the last moment', () => {
    const last = new Date(Date.parse(mailed.expiresAt) - 1).toISOString()
    given(waiting)
      .when(deny({ at: last }))
      .then({ type: 'SignupDenied', at: last, by: kenDid })
  })

  it('still counts after the mail seemed to have come back', () => {
    given(waiting, bounced)
      .when(confirm({ at: later(2) }))
      .then(confirmed)
  })

  it('is used up by the first one', () => {
    given(waiting, confirmed).when(confirm()).refuses({ code: 'VER_LINK_EXPIRED' })
    given(waiting, deniedSignup).when(confirm()).refuses({ code: 'VER_LINK_EXPIRED' })
  })
})

describe('naming another primary contact', () => {
  it('asks that one to confirm, and the old link ends', () => {
    const changed = given(waiting)
      .when(nameContact())
      .then({ type: 'ContactCorrected', at: AT, by: hanaDid, contact: emi })
    expect(changed.enrollment).toMatchObject({ state: 'submitted', application: { contact: emi } })
    company(changed).when(confirm()).refuses({ code: 'VER_LINK_EXPIRED' })
    company(changed)
      .when(sendMail)
      .then({ type: 'OwnershipMailSent', at: AT, generation: 2, expiresAt: days(16) })
  })

  it('is possible at once, for the address was wrong', () => {
    given(waiting)
      .when(nameContact(emi, { at: later(2) }))
      .then({ type: 'ContactCorrected', at: later(2), by: hanaDid, contact: emi })
  })

  it('D9: does not ask the same address again before a resend could', () => {
    const again = { ...ken, lastName: 'Mori-Wada' }
    given(waiting)
      .when(nameContact(again, { at: later(2) }))
      .refuses({ code: 'VER_RESEND_WAIT', from: later(25) })
    given(waiting, deniedSignup)
      .when(nameContact(ken, { at: later(3) }))
      .refuses({ code: 'VER_RESEND_WAIT', from: later(25) })
    given(waiting)
      .when(nameContact(again, { at: later(25) }))
      .then({ type: 'ContactCorrected', at: later(25), by: hanaDid, contact: again })
    given(waiting, bounced)
      .when(nameContact(again, { at: later(2) }))
      .then({ type: 'ContactCorrected', at: later(2), by: hanaDid, contact: again })
  })

  it('asked for twice is asked for once', () => {
    const renamed = { type: 'ContactCorrected', at: AT, by: hanaDid, contact: emi } as const
    given(waiting, renamed).when(nameContact(emi)).nothingHappens()
    given(waiting, renamed)
      .when(nameContact(emi, { actor: sho }))
      .refusesWith('AUTH_ROLE')
  })

  it.each(['emailOwnership', 'employment'] as const)('mends a rejection of %s: the new one confirms first', (kind) => {
    const named = { type: 'ContactCorrected', at: AT, by: hanaDid, contact: emi } as const
    const renamed = given(HISTORIES.inReview, { ...rejected, fixes: [kind] })
      .when(nameContact())
      .then(named)
    expect(renamed.enrollment.state).toBe('submitted')
    company(renamed).when(approve()).refuses({ code: 'VER_CONTACT_PENDING', mail: emi.email })
    const back = company(renamed).and({ ...mailed, generation: 2 }, { ...confirmed, at: days(3) }).company
    expect(steps(back)).toEqual({ emailOwnership: 'authorised', employment: 'pending', business: 'pending' })
    expect('decisions' in back.enrollment && back.enrollment.decisions).toHaveLength(1)
  })

  it('mends no rejection of the business', () => {
    given(HISTORIES.rejected)
      .when(nameContact())
      .refuses({ code: 'WRONG_STATE', is: 'rejected', needs: ['contactPending'] })
  })

  it('is the global admins’ and the MPN admins’', () => {
    given(waiting)
      .when(nameContact(emi, { actor: sho }))
      .refuses({ code: 'AUTH_ROLE', roles: ['GA', 'MPNA'] })
  })
})

describe('a confirmation link that nobody followed', () => {
  it('lapses after fourteen days, and says so once', () => {
    const { company: now } = given(waiting)
    expect(tick(now, mailed.expiresAt)).toEqual([lapsed])
    expect(tick(given(waiting, lapsed).company, days(99))).toEqual([])
    expect(tick(given(waiting, bounced).company, mailed.expiresAt)).toEqual([lapsed])
  })
})
