import type { VerificationKind, VerificationState } from './enrollment.ts'
import {
  type Enrollment,
  type EnrollmentEvent,
  type Filed,
  type FiledEnrollment,
  VERIFICATION_KINDS,
} from './enrollment.ts'

/** The application after `event` (SM1, SM2). Throws on an event that cannot follow: the history would be corrupt. */
export function evolveEnrollment(state: Enrollment, event: EnrollmentEvent): Enrollment {
  switch (event.type) {
    case 'EnrollmentStarted':
      return started(event)
    case 'StepSaved':
      return stepSaved(state, event)
    case 'EnrollmentSubmitted':
      return submitted(state, event)
    case 'EnrollmentWithdrawn':
      return withdrawn(state, event)
    case 'OwnershipMailSent': {
      const mail = { generation: event.generation, sentAt: event.at, expiresAt: event.expiresAt }
      return { ...verified(filed(state), 'emailOwnership', 'pending', event.at), state: 'contactPending', mail }
    }
    case 'OwnershipMailBounced':
      return { ...filed(state), ...verified(filed(state), 'emailOwnership', 'bounced', event.at) }
    case 'OwnershipLinkExpired':
      return { ...filed(state), ...verified(filed(state), 'emailOwnership', 'expired', event.at) }
    case 'ContactConfirmed':
      return {
        ...VERIFICATION_KINDS.reduce(
          (base, kind) => verified(base, kind, kind === 'emailOwnership' ? 'authorised' : 'pending', event.at),
          base(filed(state)),
        ),
        state: 'inReview',
        confirmedAt: event.at,
        since: event.at,
        dueAt: event.dueAt,
      }
    case 'SignupDenied':
      return {
        ...verified(filed(state), 'emailOwnership', 'rejected', event.at),
        state: 'actionRequired',
        since: event.at,
        ask: { kind: 'signupDenied' },
      }
    case 'ContactCorrected': {
      // Whoever confirmed before was somebody else.
      const { confirmedAt: _, ...before } = verified(filed(state), 'emailOwnership', 'notStarted', event.at)
      return { ...before, state: 'submitted', application: { ...before.application, contact: event.contact } }
    }
    case 'DocumentsRequested':
      return {
        ...decided(state, { at: event.at, by: event.by, result: 'documentsRequested', ...noteOf(event.request.note) }),
        state: 'actionRequired',
        since: event.at,
        ask: { kind: 'documents', request: event.request },
      }
    case 'EnrollmentResubmitted':
      return resubmitted(state, event)
    case 'ReviewRequested':
      return state.state === 'inReview' ? { ...state, checks: event.checks } : state
    case 'EnrollmentApproved':
      return {
        ...VERIFICATION_KINDS.reduce(
          (base, kind) => verified(base, kind, 'authorised', event.at),
          decided(state, { at: event.at, by: event.by, result: 'approved', ...noteOf(event.reason) }),
        ),
        state: 'qualified',
        since: event.at,
      }
    case 'EnrollmentRejected':
      return {
        ...event.fixes.reduce(
          (base, kind) => verified(base, kind, 'rejected', event.at),
          decided(state, { at: event.at, by: event.by, result: 'rejected', reason: event.reason }),
        ),
        state: 'rejected',
        since: event.at,
        reason: event.reason,
        fixes: event.fixes,
      }
    case 'EnrollmentDeclined':
      return {
        ...decided(state, { at: event.at, by: event.by, result: 'declined', reason: event.reason }),
        state: 'declined',
        since: event.at,
        reason: event.reason,
      }
    case 'EnrollmentActivated':
      return { ...base(filed(state)), state: 'active', since: event.at }
    case 'EnrollmentOverdue':
      return { ...filed(state), overdueAt: event.at }
  }
}

/** The application as suspended or reinstated by Microsoft's decision (SM1, last row but one). */
export function suspendEnrollment(state: Enrollment, at: string, reason: string): Enrollment {
  return state.state === 'active' ? { ...base(state), state: 'suspended', since: at, reason } : state
}

export function reinstateEnrollment(state: Enrollment, at: string): Enrollment {
  return state.state === 'suspended' ? { ...base(state), state: 'active', since: at } : state
}

export const isFiled = (state: Enrollment): state is FiledEnrollment =>
  state.state !== 'none' && state.state !== 'draft' && state.state !== 'withdrawn'

type Of<T extends EnrollmentEvent['type']> = Extract<EnrollmentEvent, { type: T }>

function started({ id, origin, at, by, prefilled = {} }: Of<'EnrollmentStarted'>): Enrollment {
  const saved = Object.fromEntries(
    Object.entries(prefilled).map(([step, value], index) => [step, { value, rev: index + 1, by, at }]),
  )
  return {
    state: 'draft',
    id,
    origin,
    startedAt: at,
    startedBy: by,
    draft: { rev: Object.keys(saved).length, ...saved },
  }
}

function stepSaved(state: Enrollment, { step, value, by, at }: Of<'StepSaved'>): Enrollment {
  if (state.state !== 'draft') throw unexpected(state, 'StepSaved')
  const rev = state.draft.rev + 1
  return { ...state, draft: { ...state.draft, rev, [step]: { value, rev, by, at } } }
}

function submitted(state: Enrollment, { application, locale, at, by }: Of<'EnrollmentSubmitted'>): Enrollment {
  if (state.state !== 'draft') throw unexpected(state, 'EnrollmentSubmitted')
  const notStarted = { state: 'notStarted' as const, at }
  return {
    state: 'submitted',
    id: state.id,
    origin: state.origin,
    application,
    locale,
    startedAt: state.startedAt,
    submittedAt: at,
    submittedBy: by,
    verification: { emailOwnership: notStarted, employment: notStarted, business: notStarted },
    documents: [],
    decisions: [],
  }
}

function withdrawn(state: Enrollment, { at, by }: Of<'EnrollmentWithdrawn'>): Enrollment {
  if (state.state === 'draft') return { state: 'withdrawn', id: state.id, since: at, by }
  const before = filed(state)
  return { state: 'withdrawn', id: before.id, since: at, by, filed: base(before) }
}

function resubmitted(state: Enrollment, event: Of<'EnrollmentResubmitted'>): Enrollment {
  const before = filed(state)
  const { at, by, document, legal } = event
  const waiting = VERIFICATION_KINDS.reduce(
    (filing, kind) =>
      filing.verification[kind].state === 'rejected' ? verified(filing, kind, 'resubmitted', at) : filing,
    base(before),
  )
  const { overdueAt: _, ...rest } = waiting
  return {
    ...rest,
    state: 'inReview',
    application: { ...before.application, ...(legal ? { legal } : {}) },
    documents: document ? [...before.documents, { ...document, by, at }] : before.documents,
    since: at,
    dueAt: event.dueAt,
  }
}

function decided(state: Enrollment, decision: Filed['decisions'][number]): Filed {
  const before = base(filed(state))
  return { ...before, decisions: [...before.decisions, decision] }
}

function verified(filing: Filed, kind: VerificationKind, state: VerificationState, at: string): Filed {
  const before = base(filing)
  return { ...before, verification: { ...before.verification, [kind]: { state, at } } }
}

const noteOf = (reason: string | undefined) => (reason ? { reason } : {})

function filed(state: Enrollment): FiledEnrollment {
  if (!isFiled(state)) throw unexpected(state, 'a filed application')
  return state
}

/** What all filed states share, without what belongs to one state alone. */
function base(filing: Filed): Filed {
  const { id, origin, application, locale, startedAt, submittedAt, submittedBy } = filing
  const { verification, documents, decisions, mail, confirmedAt, overdueAt } = filing
  return {
    id,
    origin,
    application,
    locale,
    startedAt,
    submittedAt,
    submittedBy,
    verification,
    documents,
    decisions,
    ...(mail ? { mail } : {}),
    ...(confirmedAt ? { confirmedAt } : {}),
    ...(overdueAt ? { overdueAt } : {}),
  }
}

const unexpected = (state: Enrollment, event: string) => new Error(`${event} cannot follow ${state.state}`)
