import type { ActionData } from '../../cards/actions.ts'
import type { FormState } from '../../cards/drawing/form.ts'
import type { Card } from '../../cards/drawing/render.ts'
import { contactCorrectionForm } from '../../cards/enrollment/contact-correction.ts'
import { isFiled } from '../../domain/enrollment/evolve.ts'
import { correctContact, resendOwnershipMail, takesAnotherContact } from '../../domain/enrollment/ownership.ts'
import { readContact } from '../../domain/enrollment/read-form.ts'
import { permit } from '../../domain/permissions.ts'
import { type CompanyCapability, type CompanyTurn, command, given, type House } from '../capability.ts'
import { refused } from '../refused.ts'
import { currentCard, refusedOrCurrent } from './status.ts'

/** Sends the confirmation mail again (D9). */
export const resend: CompanyCapability<'enroll-resend'> = async ({ op, enrollment }, turn, house) => {
  const { words } = turn
  const result = await command(turn, house, op, (state) =>
    resendOwnershipMail(state, { ...given(turn), enrollmentId: enrollment }),
  )
  if (result.ok) {
    const note = result.value.replayed ? undefined : words.notes.mailSentAgain
    return currentCard({ ...turn, organization: result.value.state }, house, note)
  }
  const [refusal] = result.error
  return refusal?.code === 'VER_RESEND_WAIT'
    ? currentCard(turn, house, words.refusal(refusal))
    : refusedOrCurrent(result.error, turn, house)
}

export const openContact: CompanyCapability<'enroll-contact'> = async (_, turn, house) => {
  const refusals = permit('P07', turn.actor, turn.organization)
  return refusals.length > 0 ? refused(refusals, turn, house) : correctionForm(turn, house)
}

/** Names another primary contact, who is then asked to confirm. */
export const replaceContact: CompanyCapability<'enroll-correct-contact'> = async (typed, turn, house) => {
  const { organization, actor, words } = turn
  const refusals = permit('P07', actor, organization)
  if (refusals.length > 0) return refused(refusals, turn, house)
  const contact = readContact(
    typed,
    actor,
    organization.country,
    isFiled(organization.enrollment) ? organization.enrollment.application.contact : undefined,
  )
  if (!contact.ok) return correctionForm(turn, house, { values: typed, faults: contact.error })
  const result = await command(turn, house, typed.op, (state) =>
    correctContact(state, { ...given(turn), enrollmentId: typed.enrollment, contact: contact.value }),
  )
  if (result.ok) return currentCard({ ...turn, organization: result.value.state }, house, words.notes.contactChanged)
  return result.error.some(({ code }) => code === 'VER_RESEND_WAIT')
    ? correctionForm(turn, house, { values: typed, faults: result.error })
    : refusedOrCurrent(result.error, turn, house)
}

type Again = FormState & { values?: ActionData<'enroll-correct-contact'> }

async function correctionForm(turn: CompanyTurn, house: House, again: Again = {}): Promise<Card> {
  const { organization, actor, words } = turn
  const { enrollment, displayName: company } = organization
  return takesAnotherContact(enrollment)
    ? contactCorrectionForm({ enrollment, company, me: actor, ...again }, words)
    : currentCard(turn, house)
}
