import { describe, expect, it } from 'vitest'
import type { EnrollmentState } from '../../../domain/enrollment/enrollment.ts'
import { nextTick, tick } from '../../../domain/enrollment/tick.ts'
import { evolve } from '../../../domain/organization/evolve.ts'
import type { RefusalCode } from '../../../domain/refusals.ts'
import {
  approve,
  askForDocuments,
  type Command,
  confirm,
  decline,
  deny,
  nameContact,
  reinstate,
  reject,
  resend,
  resubmit,
  saveMpn,
  sendMail,
  sign,
  start,
  submit,
  suspend,
  withdraw,
} from '../../support/commands.ts'
import { HISTORIES, SITUATIONS, type Situation } from '../../support/lifecycle.ts'
import { days, hana, MPN } from '../../support/people.ts'
import { given } from '../../support/story.ts'

/** The state it leads to, `nothing` where it is so already, or the refusal. */
type Result = EnrollmentState | 'nothing' | RefusalCode
type Row = { ask: Command; rest: Result } & { [S in Situation]?: Result }

/** From approval on the company is a reseller: what belongs to prospects is refused by its kind, which comes first (F41). */
const RESELLER = { qualified: 'AUTH_ORG_KIND', active: 'AUTH_ORG_KIND', suspended: 'AUTH_ORG_KIND' } as const

/** The contact has not spoken yet (R20). */
const WAITS = { submitted: 'VER_CONTACT_PENDING', contactPending: 'VER_CONTACT_PENDING' } as const

/** SM1 with F33, every event in every state. */
const SM1: Record<string, Row> = {
  start: { ask: start(), none: 'draft', declined: 'draft', withdrawn: 'draft', ...RESELLER, rest: 'nothing' },
  saveStep: { ask: saveMpn(hana, MPN, 5), draft: 'draft', ...RESELLER, rest: 'WRONG_STATE' },
  submit: { ask: submit(), draft: 'submitted', ...RESELLER, rest: 'WRONG_STATE' },
  sendOwnershipMail: { ask: sendMail, submitted: 'contactPending', rest: 'nothing' },
  contactConfirmed: { ask: confirm(), contactPending: 'inReview', rest: 'VER_LINK_EXPIRED' },
  'sign-up denied': { ask: deny(), contactPending: 'actionRequired', rest: 'VER_LINK_EXPIRED' },
  resend: { ask: resend(), contactPending: 'contactPending', rest: 'WRONG_STATE' },
  'another contact': {
    ask: nameContact(),
    contactPending: 'submitted',
    signupDenied: 'submitted',
    rest: 'WRONG_STATE',
  },
  needDocuments: {
    ask: askForDocuments(),
    inReview: 'actionRequired',
    actionRequired: 'nothing',
    ...WAITS,
    rest: 'WRONG_STATE',
  },
  'provide / fixAndAppeal': {
    ask: resubmit(),
    actionRequired: 'inReview',
    rejected: 'inReview',
    signupDenied: 'VER_CONTACT_PENDING',
    rest: 'WRONG_STATE',
  },
  approve: {
    ask: approve(),
    inReview: 'qualified',
    qualified: 'nothing',
    active: 'nothing',
    ...WAITS,
    rest: 'WRONG_STATE',
  },
  reject: { ask: reject(), inReview: 'rejected', rejected: 'nothing', ...WAITS, rest: 'WRONG_STATE' },
  decline: {
    ask: decline(),
    inReview: 'declined',
    rejected: 'declined',
    declined: 'nothing',
    ...WAITS,
    rest: 'WRONG_STATE',
  },
  mpaAccepted: { ask: sign(), qualified: 'active', active: 'nothing', suspended: 'nothing', rest: 'AUTH_ORG_KIND' },
  withdraw: {
    ask: withdraw(),
    draft: 'withdrawn',
    submitted: 'withdrawn',
    contactPending: 'withdrawn',
    inReview: 'withdrawn',
    actionRequired: 'withdrawn',
    signupDenied: 'withdrawn',
    rejected: 'withdrawn',
    withdrawn: 'nothing',
    ...RESELLER,
    rest: 'WRONG_STATE',
  },
  suspend: {
    ask: suspend(),
    active: 'suspended',
    suspended: 'nothing',
    qualified: 'WRONG_STATE',
    rest: 'AUTH_ORG_KIND',
  },
  reinstate: {
    ask: reinstate(),
    suspended: 'active',
    qualified: 'nothing',
    active: 'nothing',
    rest: 'AUTH_ORG_KIND',
  },
}

describe.each(Object.entries(SM1))('%s', (_, { ask, rest, ...results }) => {
  it.each(SITUATIONS)('from %s', (situation) => {
    const { company, when } = given(HISTORIES[situation])
    const expected: Result = results[situation] ?? rest
    const decision = ask(company)
    if (!decision.ok) return when(ask).refusesWith(expected as RefusalCode)
    expect(decision.value.length === 0 ? 'nothing' : decision.value.reduce(evolve, company).enrollment.state).toBe(
      expected,
    )
  })
})

describe('time', () => {
  const FAR = days(400)

  it.each(SITUATIONS)('does what it has to do to %s at the time it names, and then is done', (situation) => {
    const { company } = given(HISTORIES[situation])
    const due = nextTick(company)
    const waits = situation === 'contactPending' || situation === 'inReview'
    expect(due !== undefined).toBe(waits)
    if (due === undefined) return expect(tick(company, FAR)).toEqual([])
    const before = new Date(Date.parse(due) - 1).toISOString()
    expect(tick(company, before)).toEqual([])
    const after = tick(company, due).reduce(evolve, company)
    expect(tick(company, due)).toHaveLength(1)
    expect(after.enrollment.state).toBe(company.enrollment.state)
    expect(tick(after, FAR)).toEqual([])
    expect(nextTick(after)).toBeUndefined()
  })

  it('is never due again at or before the time at which it was dealt with', () => {
    for (const situation of SITUATIONS) {
      const { company } = given(HISTORIES[situation])
      for (const at of [days(0), days(7), days(14), days(21), FAR]) {
        const next = nextTick(tick(company, at).reduce(evolve, company))
        expect(next === undefined || next > at).toBe(true)
      }
    }
  })
})
