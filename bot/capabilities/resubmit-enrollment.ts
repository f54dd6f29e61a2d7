import type { ActionData } from '../../cards/actions.ts'
import type { FormState } from '../../cards/drawing/form.ts'
import type { Card } from '../../cards/drawing/render.ts'
import { fixForm } from '../../cards/enrollment/fix-form.ts'
import { countryRule } from '../../domain/countries.ts'
import { readDocument, readLegal } from '../../domain/enrollment/read-form.ts'
import { resubmitEnrollment } from '../../domain/enrollment/resubmit.ts'
import { permit } from '../../domain/permissions.ts'
import { type CompanyCapability, type CompanyTurn, command, given, type House } from '../capability.ts'
import { refused, withHolders } from '../refused.ts'
import { currentCard } from './status.ts'

export const openFix: CompanyCapability<'enroll-fix'> = async (_, turn, house) => {
  const refusals = permit('P07', turn.actor, turn.organization)
  return refusals.length > 0 ? refused(refusals, turn, house) : answerForm(turn, house)
}

/** Provides what was asked for, or mends what was rejected (SM1 `provide`, `fixAndAppeal`). */
export const resubmit: CompanyCapability<'enroll-resubmit'> = async (typed, turn, house) => {
  const { organization, actor } = turn
  const refusals = permit('P07', actor, organization)
  if (refusals.length > 0) return refused(refusals, turn, house)
  const legal = readLegal(typed, organization.country)
  const document = offersDocument(typed, organization) ? readDocument(typed) : undefined
  const faults = [...(legal.ok ? [] : legal.error), ...(document && !document.ok ? document.error : [])]
  if (!legal.ok || (document && !document.ok)) return answerForm(turn, house, { values: typed, faults })
  const result = await command(turn, house, typed.op, (state) =>
    resubmitEnrollment(state, {
      ...given(turn),
      enrollmentId: typed.enrollment,
      legal: legal.value,
      ...(document ? { document: document.value } : {}),
    }),
  )
  if (result.ok) return currentCard({ ...turn, organization: result.value.state }, house, turn.words.notes.resubmitted)
  return answerForm(turn, house, { values: typed, faults: await withHolders(result.error, turn, house) })
}

type Again = FormState & { values?: ActionData<'enroll-resubmit'> }

async function answerForm(turn: CompanyTurn, house: House, again: Again = {}): Promise<Card> {
  const { organization, words } = turn
  const { enrollment, displayName: company, country } = organization
  return enrollment.state === 'rejected' || enrollment.state === 'actionRequired'
    ? fixForm({ enrollment, company, country, rule: countryRule(country), ...again }, words)
    : currentCard(turn, house)
}

/** The name and kind of a requested document stand in the form already: only a note or a link says that one is given. */
const offersDocument = (
  { documentLink, documentNote, documentName }: ActionData<'enroll-resubmit'>,
  { enrollment }: CompanyTurn['organization'],
): boolean => {
  const request =
    enrollment.state === 'actionRequired' && enrollment.ask.kind === 'documents' ? enrollment.ask.request : undefined
  return documentLink.trim() !== '' || documentNote.trim() !== '' || documentName.trim() !== (request?.name ?? '')
}
