import type { Card } from '../../cards/drawing/render.ts'
import {
  type DecisionForm,
  declineForm,
  documentsForm,
  rejectForm,
  suspendForm,
} from '../../cards/enrollment/decision-forms.ts'
import { reviewCard } from '../../cards/enrollment/review.ts'
import { by } from '../../domain/actor.ts'
import { countryRule } from '../../domain/countries.ts'
import type { Decision } from '../../domain/decision.ts'
import { type FiledEnrollment, VERIFICATION_KINDS, type VerificationKind } from '../../domain/enrollment/enrollment.ts'
import { isFiled } from '../../domain/enrollment/evolve.ts'
import { readMpnFacts } from '../../domain/enrollment/mpn-facts.ts'
import { readDocumentRequest, readReason } from '../../domain/enrollment/read-form.ts'
import {
  approveEnrollment,
  declineEnrollment,
  rejectEnrollment,
  requestDocuments as requestDocumentsOf,
} from '../../domain/enrollment/review.ts'
import { mpnRefusals } from '../../domain/enrollment/submit.ts'
import type { OperationKey, TenantId } from '../../domain/ids.ts'
import { reinstateOrganization, suspendOrganization } from '../../domain/organization/decide-standing.ts'
import type { Organization, OrganizationEvent } from '../../domain/organization/organization.ts'
import { permit } from '../../domain/permissions.ts'
import type { FieldRefusal } from '../../domain/refusals.ts'
import { automaticChecks } from '../../domain/rules/enrollment.ts'
import { type Capability, given, type House, type Turn } from '../capability.ts'
import { notFound, refused } from '../refused.ts'

/** One application with its facts, its checks and what can be decided. */
export const review: Capability<'review'> = (at, turn, house) =>
  forReviewer(at, turn, house, ({ organization, enrollment }) => applicationCard(organization, enrollment, turn, house))

export const approve: Capability<'approve-enrollment'> = (tap, turn, house) =>
  forReviewer(tap, turn, house, async () => {
    const reason = tap.reason.trim() === '' ? undefined : readReason(tap.reason)
    if (reason && !reason.ok) return refused(reason.error, turn, house)
    return decideOn(tap, turn, house, turn.words.notes.approved, (state) =>
      approveEnrollment(state, { ...of(tap, turn), ...(reason ? { reason: reason.value } : {}) }),
    )
  })

export const openReject: Capability<'reject-form'> = (at, turn, house) =>
  forReviewer(at, turn, house, async (found) => rejectForm(blank(found), turn.words))

/** Rejects with a reason and a list of what to fix (SM2). */
export const reject: Capability<'reject-enrollment'> = (tap, turn, house) =>
  forReviewer(tap, turn, house, async (found) => {
    const reason = readReason(tap.reason)
    const fixes = readFixes(tap.fixes)
    const faults: readonly FieldRefusal[] = [
      ...(reason.ok ? [] : reason.error),
      ...(fixes ? [] : [{ code: 'FIELD_CHOICE' as const, field: 'fixes' as const }]),
    ]
    if (!reason.ok || !fixes) return rejectForm({ ...blank(found), values: tap, faults }, turn.words)
    return decideOn(tap, turn, house, turn.words.notes.rejected, (state) =>
      rejectEnrollment(state, { ...of(tap, turn), reason: reason.value, fixes }),
    )
  })

export const openDocuments: Capability<'documents-form'> = (at, turn, house) =>
  forReviewer(at, turn, house, async (found) => documentsForm(blank(found), turn.words))

export const requestDocuments: Capability<'request-documents'> = (tap, turn, house) =>
  forReviewer(tap, turn, house, async (found) => {
    const request = readDocumentRequest(tap)
    if (!request.ok) return documentsForm({ ...blank(found), values: tap, faults: request.error }, turn.words)
    return decideOn(tap, turn, house, turn.words.notes.documentsRequested, (state) =>
      requestDocumentsOf(state, { ...of(tap, turn), request: request.value }),
    )
  })

export const openDecline: Capability<'decline-form'> = (at, turn, house) =>
  forReviewer(at, turn, house, async (found) => declineForm(blank(found), turn.words))

/** Ends the application for good. */
export const decline: Capability<'decline-enrollment'> = (tap, turn, house) =>
  withReason(tap, turn, house, declineForm, turn.words.notes.declined, (state, reason) =>
    declineEnrollment(state, { ...of(tap, turn), reason }),
  )

export const openSuspend: Capability<'suspend-form'> = (at, turn, house) =>
  forReviewer(at, turn, house, async (found) =>
    suspendForm({ ...blank(found), suspended: found.organization.suspended }, turn.words),
  )

export const suspend: Capability<'suspend'> = (tap, turn, house) =>
  withReason(tap, turn, house, suspending(false), turn.words.notes.suspended, (state, reason) =>
    suspendOrganization(state, { ...of(tap, turn), reason }),
  )

export const reinstate: Capability<'reinstate'> = (tap, turn, house) =>
  withReason(tap, turn, house, suspending(true), turn.words.notes.reinstated, (state, reason) =>
    reinstateOrganization(state, { ...of(tap, turn), reason }),
  )

type At = { tenant: TenantId; enrollment: string }
type Found = { organization: Organization; enrollment: FiledEnrollment }
type Draw = (form: DecisionForm<{ reason?: string }>, words: Turn['words']) => Card

/** Reviewers alone, and only for an application that is there: to everybody else both answers are the same refusal. */
async function forReviewer(at: At, turn: Turn, house: House, then: (found: Found) => Promise<Card>): Promise<Card> {
  const refusals = permit('P08', turn.actor, { kind: 'prospect' })
  if (refusals.length > 0) return refused(refusals, turn, house)
  const organization = await house.organizations.find(at.tenant)
  const enrollment = organization?.enrollment
  if (!enrollment || enrollment.state === 'none' || enrollment.state === 'draft' || enrollment.id !== at.enrollment)
    return notFound(at.enrollment, turn, house)
  if (!isFiled(enrollment)) return refused([{ code: 'WRONG_STATE', is: enrollment.state, needs: [] }], turn, house)
  return then({ organization, enrollment })
}

function withReason(
  tap: At & { op: OperationKey; reason: string },
  turn: Turn,
  house: House,
  draw: Draw,
  note: (company: string) => string,
  decide: (state: Organization, reason: string) => Decision<OrganizationEvent>,
): Promise<Card> {
  return forReviewer(tap, turn, house, async (found) => {
    const reason = readReason(tap.reason)
    if (!reason.ok) return draw({ ...blank(found), values: tap, faults: reason.error }, turn.words)
    return decideOn(tap, turn, house, note, (state) => decide(state, reason.value))
  })
}

/** Records the decision and shows the application as it now stands; another reviewer's decision is shown the same way. */
async function decideOn(
  { op, ...at }: At & { op: OperationKey },
  turn: Turn,
  house: House,
  note: (company: string) => string,
  decide: (state: Organization) => Decision<OrganizationEvent>,
): Promise<Card> {
  const { actor, correlationId, words } = turn
  const result = await house.organizations.execute(at.tenant, { by: by(actor), correlationId, op, decide })
  if (!result.ok) {
    const late = result.error.find(({ code }) => code === 'WRONG_STATE')
    if (!late) return refused(result.error, turn, house)
    return forReviewer(at, turn, house, ({ organization, enrollment }) =>
      applicationCard(organization, enrollment, turn, house, words.refusal(late)),
    )
  }
  const { state, events } = result.value
  if (!isFiled(state.enrollment)) return notFound(at.enrollment, turn, house)
  return applicationCard(state, state.enrollment, turn, house, events.length > 0 ? note(state.displayName) : undefined)
}

async function applicationCard(
  organization: Organization,
  enrollment: FiledEnrollment,
  { words }: Turn,
  house: House,
  note?: string,
): Promise<Card> {
  const tenant = await house.directory.tenant(organization.tenantId)
  const mpn = await readMpnFacts(house, organization, enrollment.application.mpnId)
  const checks = tenant ? automaticChecks(enrollment.application, tenant, mpnRefusals(mpn)) : []
  const rule = countryRule(organization.country)
  return reviewCard({ organization, enrollment, checks, rule, ...(note === undefined ? {} : { note }) }, words)
}

/** What a multiple choice sends, comma-separated; undefined unless at least one verification is named. */
function readFixes(typed: string): readonly VerificationKind[] | undefined {
  const named = typed.split(',').filter((one) => one !== '')
  const fixes = VERIFICATION_KINDS.filter((kind) => named.includes(kind))
  return fixes.length > 0 && fixes.length === new Set(named).size ? fixes : undefined
}

const of = ({ enrollment }: At, turn: Turn) => ({ ...given(turn), enrollmentId: enrollment })

const blank = ({ organization, enrollment }: Found) => ({
  company: organization.displayName,
  tenant: organization.tenantId,
  enrollment: enrollment.id,
})

const suspending =
  (suspended: boolean): Draw =>
  (form, words) =>
    suspendForm({ ...form, suspended }, words)
