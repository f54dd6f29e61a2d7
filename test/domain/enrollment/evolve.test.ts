import { describe, expect, it } from 'vitest'
import { evolveEnrollment } from '../../../domain/enrollment/evolve.ts'
import { evolve } from '../../../domain/organization/evolve.ts'
import { EVERY_EVENT } from '../../support/every-event.ts'
import {
  application,
  approved,
  HISTORIES,
  legal,
  mailed,
  SITUATIONS,
  submitted,
  suspended,
} from '../../support/lifecycle.ts'
import { days, hanaDid, sakura } from '../../support/people.ts'
import { given } from '../../support/story.ts'

describe('the company after an event', () => {
  it.each(SITUATIONS)('is a whole company from %s on, or the history is plainly corrupt', (situation) => {
    for (const event of Object.values(EVERY_EVENT)) {
      const { company } = given(HISTORIES[situation])
      let after = company
      try {
        after = evolve(company, event)
      } catch (fault) {
        expect(String(fault)).toMatch(/ cannot follow /)
        continue
      }
      expect(after.tenantId).toBe(sakura.tenantId)
      expect(after.enrollment.state).toBeTypeOf('string')
      expect(JSON.parse(JSON.stringify(after))).toEqual(after)
    }
  })

  it('is made without touching the company before', () => {
    for (const situation of SITUATIONS) {
      const { company } = given(HISTORIES[situation])
      const before = structuredClone(company)
      for (const event of Object.values(EVERY_EVENT)) {
        try {
          evolve(company, event)
        } catch {
          // A corrupt history is refused; that is the other test's business.
        }
      }
      expect(company).toEqual(before)
    }
  })

  it('cannot have been submitted twice, or saved without a draft', () => {
    expect(() => given(HISTORIES.submitted, submitted)).toThrow('EnrollmentSubmitted cannot follow submitted')
    expect(() => evolveEnrollment({ state: 'none' }, mailed)).toThrow('cannot follow none')
  })
})

describe('an application', () => {
  it('carries in each state only what is true in it', () => {
    const keys = (situation: keyof typeof HISTORIES) => Object.keys(given(HISTORIES[situation]).company.enrollment)
    const filed = [
      'id',
      'origin',
      'application',
      'locale',
      'startedAt',
      'submittedAt',
      'submittedBy',
      'verification',
      'documents',
      'decisions',
    ]
    const sent = [...filed, 'mail']
    const reviewed = [...sent, 'confirmedAt']
    expect(keys('none')).toEqual(['state'])
    expect(new Set(keys('draft'))).toEqual(new Set(['state', 'id', 'origin', 'startedAt', 'startedBy', 'draft']))
    expect(new Set(keys('submitted'))).toEqual(new Set(['state', ...filed]))
    expect(new Set(keys('contactPending'))).toEqual(new Set(['state', ...sent]))
    expect(new Set(keys('inReview'))).toEqual(new Set(['state', ...reviewed, 'since', 'dueAt']))
    expect(new Set(keys('actionRequired'))).toEqual(new Set(['state', ...reviewed, 'since', 'ask']))
    expect(new Set(keys('signupDenied'))).toEqual(new Set(['state', ...sent, 'since', 'ask']))
    expect(new Set(keys('rejected'))).toEqual(new Set(['state', ...reviewed, 'since', 'reason', 'fixes']))
    expect(new Set(keys('declined'))).toEqual(new Set(['state', ...reviewed, 'since', 'reason']))
    expect(new Set(keys('qualified'))).toEqual(new Set(['state', ...reviewed, 'since']))
    expect(new Set(keys('active'))).toEqual(new Set(['state', ...reviewed, 'since']))
    expect(new Set(keys('suspended'))).toEqual(new Set(['state', ...reviewed, 'since', 'reason']))
    expect(new Set(keys('withdrawn'))).toEqual(new Set(['state', 'id', 'since', 'by', 'filed']))
  })

  it('makes the company a reseller at approval, under the MPN ID and the name it enrolled with (F30)', () => {
    const renamed = { ...application, legal: { ...legal, companyName: 'Sakura Systems Kabushiki Kaisha' } }
    const { company } = given(
      HISTORIES.draft,
      { ...submitted, application: renamed },
      ...HISTORIES.inReview.slice(7),
      approved,
    )
    expect(company).toMatchObject({
      kind: 'indirectReseller',
      cspTenant: true,
      mpnId: '4600601',
      legalName: 'Sakura Systems Kabushiki Kaisha',
      legal: renamed.legal,
    })
  })

  it('blocks being sold to while it is under review, and no longer once it ended (F18)', () => {
    const csp = Object.fromEntries(SITUATIONS.map((name) => [name, given(HISTORIES[name]).company.cspTenant]))
    expect(csp).toEqual({
      none: false,
      draft: false,
      submitted: false,
      contactPending: false,
      signupDenied: false,
      inReview: true,
      actionRequired: true,
      rejected: true,
      declined: false,
      withdrawn: false,
      qualified: true,
      active: true,
      suspended: true,
    })
  })

  it('keeps who reinstated it and why', () => {
    const reinstated = { type: 'OrganizationReinstated', at: days(9), by: hanaDid, reason: 'Paid.' } as const
    const { company } = given(HISTORIES.active, suspended, reinstated)
    expect(company).toMatchObject({ suspended: false, enrollment: { state: 'active', since: days(9) } })
    expect('decisions' in company.enrollment && company.enrollment.decisions.at(-1)).toMatchObject({
      result: 'reinstated',
      reason: 'Paid.',
    })
  })
})
