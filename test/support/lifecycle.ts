import { by } from '../../domain/actor.ts'
import type { Application, Contact, EnrollmentState, LegalIdentity } from '../../domain/enrollment/enrollment.ts'
import type { OrganizationEvent } from '../../domain/organization/organization.ts'
import { days, graceDid, hana, hanaDid, kenDid, later, MONDAY, MPN } from './people.ts'

type Happened<T extends OrganizationEvent['type']> = Extract<OrganizationEvent, { type: T }>

export const APPLICATION = 'application-1'

export const legal: LegalIdentity = {
  companyName: 'Sakura Systems KK',
  address: { line1: '1-1-1 Marunouchi', city: 'Chiyoda', state: 'JP-13', postalCode: '100-0005', country: 'JP' },
}

/** Ken Mori, the colleague whom Hana names as primary contact. */
export const ken: Contact = { firstName: 'Ken', lastName: 'Mori', email: 'ken@sakura.example', isEnrollingUser: false }
export const emi: Contact = { firstName: 'Emi', lastName: 'Wada', email: 'emi@sakura.example', isEnrollingUser: false }

export const application: Application = {
  mpnId: MPN,
  legal,
  contact: ken,
  support: { email: 'support@sakura.example' },
  authority: { adminWorkEmail: 'hana@sakura.example', confirmedBy: hanaDid, confirmedAt: MONDAY },
}

export const started: Happened<'EnrollmentStarted'> = {
  type: 'EnrollmentStarted',
  at: MONDAY,
  by: hanaDid,
  id: APPLICATION,
  origin: 'newcomer',
}

const saving = { type: 'StepSaved', at: MONDAY, by: hanaDid } as const

export const saved = {
  mpn: { ...saving, step: 'mpn', value: { mpnId: MPN } },
  legal: { ...saving, step: 'legal', value: legal },
  contact: { ...saving, step: 'contact', value: ken },
  support: { ...saving, step: 'support', value: application.support },
  authority: { ...saving, step: 'authority', value: application.authority },
} as const satisfies Record<string, OrganizationEvent>

/** A draft in which every step is saved. */
export const filled: readonly OrganizationEvent[] = [started, ...Object.values(saved)]

export const submitted: Happened<'EnrollmentSubmitted'> = {
  type: 'EnrollmentSubmitted',
  at: later(1),
  by: hanaDid,
  application,
  locale: 'ja-JP',
}

export const mailed: Happened<'OwnershipMailSent'> = {
  type: 'OwnershipMailSent',
  at: later(1),
  generation: 1,
  expiresAt: '2026-03-16T02:00:00.000Z',
}

/** Confirmed on Monday at noon; the review is due five working days later, on the next Monday. */
export const confirmed: Happened<'ContactConfirmed'> = {
  type: 'ContactConfirmed',
  at: later(2),
  by: kenDid,
  dueAt: '2026-03-09T03:00:00.000Z',
}

export const deniedSignup: Happened<'SignupDenied'> = { type: 'SignupDenied', at: later(2), by: kenDid }

export const reviewRequested: Happened<'ReviewRequested'> = {
  type: 'ReviewRequested',
  at: later(2),
  checks: [{ check: 'legalName', passed: false }],
}

export const documentsRequested: Happened<'DocumentsRequested'> = {
  type: 'DocumentsRequested',
  at: days(1),
  by: graceDid,
  request: { name: 'Certificate of registration', kind: 'registration', note: 'Not older than three months' },
}

export const resubmitted: Happened<'EnrollmentResubmitted'> = {
  type: 'EnrollmentResubmitted',
  at: days(2),
  by: hanaDid,
  dueAt: '2026-03-11T01:00:00.000Z',
  document: { name: 'Certificate', kind: 'registration', link: 'https://files.sakura.example/certificate.pdf' },
}

export const rejected: Happened<'EnrollmentRejected'> = {
  type: 'EnrollmentRejected',
  at: days(1),
  by: graceDid,
  reason: 'The name is not the registered one.',
  fixes: ['business'],
}

export const declined: Happened<'EnrollmentDeclined'> = {
  type: 'EnrollmentDeclined',
  at: days(1),
  by: graceDid,
  reason: 'The company does not exist.',
}

export const withdrawn: Happened<'EnrollmentWithdrawn'> = { type: 'EnrollmentWithdrawn', at: days(1), by: hanaDid }

export const approved: Happened<'EnrollmentApproved'> = { type: 'EnrollmentApproved', at: days(1), by: graceDid }
export const offered: Happened<'AgreementOffered'> = { type: 'AgreementOffered', at: days(1), region: 'japan' }
export const signed: Happened<'AgreementAccepted'> = {
  type: 'AgreementAccepted',
  at: days(2),
  by: by(hana),
  region: 'japan',
  version: '2020-02',
}
export const activated: Happened<'EnrollmentActivated'> = { type: 'EnrollmentActivated', at: days(2) }
export const suspended: Happened<'OrganizationSuspended'> = {
  type: 'OrganizationSuspended',
  at: days(3),
  by: graceDid,
  reason: 'Invoices are open.',
}
export const reinstated: Happened<'OrganizationReinstated'> = {
  type: 'OrganizationReinstated',
  at: days(4),
  by: graceDid,
  reason: 'Everything is paid.',
}

const inReview = [...filled, submitted, mailed, confirmed]
const qualified = [...inReview, approved, offered]
const active = [...qualified, signed, activated]

/** How Sakura comes into each state of SM1; `signupDenied` is the other way to be required to act. */
export const HISTORIES = {
  none: [],
  draft: filled,
  submitted: [...filled, submitted],
  contactPending: [...filled, submitted, mailed],
  inReview,
  actionRequired: [...inReview, documentsRequested],
  signupDenied: [...filled, submitted, mailed, deniedSignup],
  rejected: [...inReview, rejected],
  declined: [...inReview, declined],
  withdrawn: [...inReview, withdrawn],
  qualified,
  active,
  suspended: [...active, suspended],
} satisfies Record<EnrollmentState | 'signupDenied', readonly OrganizationEvent[]>

export type Situation = keyof typeof HISTORIES
export const SITUATIONS = Object.keys(HISTORIES) as readonly Situation[]
