import { readMpnFacts, reserveMpn } from '../../domain/enrollment/mpn-facts.ts'
import { submitEnrollment } from '../../domain/enrollment/submit.ts'
import type { CompanyCapability } from '../capability.ts'
import { command, given } from '../capability.ts'
import { withHolders } from '../refused.ts'
import { draftReview } from './enrollment-form.ts'
import { currentCard } from './status.ts'

/** *Enroll now*. The MPN ID is reserved when nothing else stands in the way (D5). */
export const submit: CompanyCapability<'enroll-submit'> = async ({ op, rev, enrollment }, turn, house) => {
  const { organization, actor } = turn
  const { tenantId } = organization
  const result = await command(turn, house, op, async (state) => {
    const mpnId = state.enrollment.state === 'draft' ? (state.enrollment.draft.mpn?.value.mpnId ?? '') : ''
    const mpn = await readMpnFacts(house, state, mpnId)
    const seen = { seen: rev, ...(enrollment === undefined ? {} : { enrollmentId: enrollment }) }
    const command = { type: 'SubmitEnrollment', ...given(turn), locale: actor.locale, ...seen } as const
    const decision = submitEnrollment(state, { ...command, mpn })
    if (!decision.ok || decision.value.length === 0) return decision
    const heldBy = await reserveMpn(house.store, tenantId, mpnId)
    return heldBy === tenantId ? decision : submitEnrollment(state, { ...command, mpn: { ...mpn, heldBy } })
  })
  if (result.ok) return currentCard({ ...turn, organization: result.value.state }, house)
  const now = (await house.organizations.find(tenantId)) ?? organization
  return now.enrollment.state === 'draft'
    ? draftReview(now, turn, { faults: await withHolders(result.error, turn, house) })
    : currentCard({ ...turn, organization: now }, house)
}
