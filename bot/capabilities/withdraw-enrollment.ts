import { withdrawConfirmCard } from '../../cards/enrollment/withdraw.ts'
import { isWithdrawable, withdrawEnrollment } from '../../domain/enrollment/withdraw.ts'
import { permit } from '../../domain/permissions.ts'
import { type CompanyCapability, command, given } from '../capability.ts'
import { refused } from '../refused.ts'
import { currentCard, refusedOrCurrent } from './status.ts'

/** Asks once before the application is taken back. */
export const askToWithdraw: CompanyCapability<'enroll-withdraw'> = async (_, turn, house) => {
  const { organization, actor, words } = turn
  const { enrollment, displayName: company } = organization
  if (!isWithdrawable(enrollment)) return currentCard(turn, house)
  const refusals = permit('P01', actor, organization)
  if (refusals.length > 0) return refused(refusals, turn, house)
  return withdrawConfirmCard({ company, enrollment: enrollment.id }, words)
}

export const withdraw: CompanyCapability<'enroll-withdraw-confirm'> = async ({ op, enrollment }, turn, house) => {
  const result = await command(turn, house, op, (state) =>
    withdrawEnrollment(state, { ...given(turn), enrollmentId: enrollment }),
  )
  if (!result.ok) return refusedOrCurrent(result.error, turn, house)
  const { state } = result.value
  const note = state.enrollment.state === 'withdrawn' ? turn.words.notes.withdrawn : undefined
  return currentCard({ ...turn, organization: state }, house, note)
}
