import type { By } from '../actor.ts'
import { by, system } from '../actor.ts'
import { type Decision, decide, type Given } from '../decision.ts'
import type { Organization, OrganizationEvent } from '../organization/organization.ts'
import { permit } from '../permissions.ts'
import type { Tenant } from '../ports.ts'
import type { Refusal } from '../refusals.ts'
import { regionOf } from '../regions.ts'
import { automaticChecks, contactConfirmed } from '../rules/enrollment.ts'
import type { MpnFacts } from '../rules/mpn.ts'
import { guard } from '../rules/rule.ts'
import type { DocumentRequest, EnrollmentState, VerificationKind } from './enrollment.ts'
import { isFiled } from './evolve.ts'
import { inState } from './ownership.ts'
import { mpnRefusals } from './submit.ts'

type OfApplication = { enrollmentId: string }

/**
 * The automatic review: approved at once when every check passes and no reviewer has spoken yet, otherwise it waits for
 * a reviewer (architecture.md 7.9). Runs once a review, by the system.
 */
export function checkApplication(
  state: Organization,
  { at, enrollmentId, tenant, mpn }: OfApplication & { at: string; tenant: Tenant; mpn: MpnFacts },
): Decision<OrganizationEvent> {
  const { enrollment } = state
  if (enrollment.state !== 'inReview' || enrollment.id !== enrollmentId || enrollment.checks)
    return decide([], () => [])
  const checks = automaticChecks(enrollment.application, tenant, mpnRefusals(mpn))
  return decide<OrganizationEvent>([], () =>
    checks.every(({ passed }) => passed) && enrollment.decisions.length === 0
      ? approval(state, at, system)
      : [{ type: 'ReviewRequested', at, checks }],
  )
}

export const approveEnrollment = (
  state: Organization,
  command: Given & OfApplication & { reason?: string },
): Decision<OrganizationEvent> =>
  review(state, command, { from: ['inReview'], already: ['qualified', 'active'] }, ({ at, actor, reason }) =>
    approval(state, at, by(actor), reason),
  )

/** Not as it stands: says why, and which verification has to be mended (SM2). */
export const rejectEnrollment = (
  state: Organization,
  command: Given & OfApplication & { reason: string; fixes: readonly VerificationKind[] },
): Decision<OrganizationEvent> =>
  review(
    state,
    command,
    { from: ['inReview'], already: ['rejected'], sendsBack: true },
    ({ actor, at, reason, fixes }) => [{ type: 'EnrollmentRejected', at, by: by(actor), reason, fixes }],
  )

export const requestDocuments = (
  state: Organization,
  command: Given & OfApplication & { request: DocumentRequest },
): Decision<OrganizationEvent> =>
  review(state, command, { from: ['inReview'], already: asked(state), sendsBack: true }, ({ actor, at, request }) => [
    { type: 'DocumentsRequested', at, by: by(actor), request },
  ])

/** Final: this application ends, a new one may be started (F33). */
export const declineEnrollment = (
  state: Organization,
  command: Given & OfApplication & { reason: string },
): Decision<OrganizationEvent> =>
  review(state, command, { from: ['inReview', 'rejected'], already: ['declined'] }, ({ actor, at, reason }) => [
    { type: 'EnrollmentDeclined', at, by: by(actor), reason },
  ])

const asked = ({ enrollment }: Organization): States =>
  enrollment.state === 'actionRequired' && enrollment.ask.kind === 'documents' ? ['actionRequired'] : []

type States = readonly EnrollmentState[]

/** A reviewer's decision on an application that waits for one; where it was taken `already`, nothing happens. */
function review<Command extends Given & OfApplication>(
  state: Organization,
  command: Command,
  { from, already, sendsBack = false }: { from: States; already: States; sendsBack?: boolean },
  events: (command: Command) => readonly OrganizationEvent[],
): Decision<OrganizationEvent> {
  const { actor, enrollmentId } = command
  const done = inState(state, enrollmentId, ...already).length === 0
  const refusals = guard(
    permit('P08', actor, state),
    contactConfirmed.check({ enrollment: state.enrollment }),
    done ? [] : inState(state, enrollmentId, ...from),
    sendsBack && !done ? anotherRound(state) : [],
  )
  return decide(refusals, () => (done ? [] : events(command)))
}

/** Each time brings a reason, and often a document: a record holds only so much of them. */
const MOST_ROUNDS = 10

function anotherRound({ enrollment }: Organization): readonly Refusal[] {
  const decisions = isFiled(enrollment) ? enrollment.decisions : []
  const rounds = decisions.filter(({ result }) => result === 'rejected' || result === 'documentsRequested').length
  return rounds < MOST_ROUNDS ? [] : [{ code: 'ENR_ROUNDS', rounds }]
}

/** Approval offers the MPA of the company's region (SM3), or completes the enrollment when it is signed already. */
function approval(state: Organization, at: string, who: By, reason?: string): readonly OrganizationEvent[] {
  const region = regionOf(state.country)
  const agreement = state.agreements.find((one) => one.region === region)
  return [
    { type: 'EnrollmentApproved', at, by: who, ...(reason ? { reason } : {}) },
    ...(region !== undefined && agreement === undefined ? [{ type: 'AgreementOffered' as const, at, region }] : []),
    ...(agreement?.status === 'accepted' ? [{ type: 'EnrollmentActivated' as const, at }] : []),
  ]
}
