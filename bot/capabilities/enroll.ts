import type { Card } from '../../cards/drawing/render.ts'
import { checklistCard, directClosedCard, noMpnCard } from '../../cards/enrollment/checklist.ts'
import { countryRule } from '../../domain/countries.ts'
import { startEnrollment } from '../../domain/enrollment/start.ts'
import { newId, type OperationKey } from '../../domain/ids.ts'
import type { Organization } from '../../domain/organization/organization.ts'
import { permit } from '../../domain/permissions.ts'
import { cspOffered, workAccount } from '../../domain/rules/enrollment.ts'
import { guard } from '../../domain/rules/rule.ts'
import { type Capability, type CompanyCapability, type CompanyTurn, command, given, type House } from '../capability.ts'
import { refused } from '../refused.ts'
import { draftReview, nextForm, stepForm } from './enrollment-form.ts'
import { currentCard } from './status.ts'

const STARTABLE = ['none', 'withdrawn', 'declined']

/** The checklist before a first application (R25), the open draft, or how the application stands. */
export const enroll: CompanyCapability<'enroll'> = async (_, turn, house) => {
  const { organization, actor, words } = turn
  const { enrollment, country, displayName } = organization
  if (!STARTABLE.includes(enrollment.state) && enrollment.state !== 'draft') return currentCard(turn, house)
  const refusals = guard(
    workAccount.check({ actor }),
    permit('P01', actor, organization),
    cspOffered.check({ country }),
  )
  if (refusals.length > 0) return refused(refusals, turn, house)
  if (enrollment.state === 'draft') return nextForm(organization, turn)
  const registration = await house.partnerCenter.registration(organization.tenantId)
  const origin = registration?.cspTenant && registration.legalProfile ? 'existingCsp' : 'newcomer'
  const registrationId = countryRule(country).registrationIdRequired
  return checklistCard({ company: displayName, country, origin, registrationId }, words)
}

export const beginEnrollment: CompanyCapability<'enroll-begin'> = async ({ op }, turn, house) => {
  const begun = await begin(op, turn, house)
  return 'card' in begun ? begun.card : nextForm(begun.organization, turn)
}

/** Without an MPN ID the draft is parked until there is one (R1). */
export const withoutMpnId: CompanyCapability<'enroll-no-mpn'> = async ({ op }, turn, house) => {
  const begun = await begin(op, turn, house)
  return 'card' in begun ? begun.card : noMpnCard(turn.words)
}

export const directBillClosed: Capability<'enroll-direct'> = async (_, { words }) => directClosedCard(words)

/** Back to a step, or on to the review. */
export const openStep: CompanyCapability<'enroll-step'> = async ({ step }, turn, house) => {
  const { organization, actor } = turn
  if (organization.enrollment.state !== 'draft') return currentCard(turn, house)
  const refusals = permit('P01', actor, organization)
  if (refusals.length > 0) return refused(refusals, turn, house)
  return step === 'review' ? draftReview(organization, turn) : stepForm(step, organization, turn)
}

/** The company with its open draft, or the card that says why there is none. */
async function begin(
  op: OperationKey,
  turn: CompanyTurn,
  house: House,
): Promise<{ organization: Organization } | { card: Card }> {
  const { organization } = turn
  const result = await command(turn, house, op, async (state) => {
    const [registration, ownAccounts] = await Promise.all([
      house.partnerCenter.registration(organization.tenantId),
      house.partnerCenter.mpnAccountsOf(organization.tenantId),
    ])
    const command = {
      type: 'StartEnrollment',
      id: newId(),
      program: 'indirectReseller',
      registration,
      ownAccounts,
    } as const
    return startEnrollment(state, { ...command, ...given(turn) })
  })
  if (!result.ok) return { card: await refused(result.error, turn, house) }
  const { state } = result.value
  return state.enrollment.state === 'draft'
    ? { organization: state }
    : { card: await currentCard({ ...turn, organization: state }, house) }
}
