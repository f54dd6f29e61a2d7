import type { Card } from '../../cards/drawing/render.ts'
import { statusCard } from '../../cards/enrollment/status.ts'
import { resendAllowedFrom } from '../../domain/enrollment/ownership.ts'
import { permit } from '../../domain/permissions.ts'
import type { Refusal, RefusalCode } from '../../domain/refusals.ts'
import type { Capability, CompanyTurn, House } from '../capability.ts'
import { refused } from '../refused.ts'
import { homeOf } from './home.ts'

/** Where the company stands: what is done, what is waited for, by whom, since when and until when (R27, P04). */
export const status: Capability<'status'> = (_, turn, house) => {
  const { organization } = turn
  return organization
    ? currentCard({ ...turn, organization }, house)
    : homeOf(turn, house, turn.words.notes.forCompanies)
}

/**
 * A command that was refused: where the application has moved on meanwhile, how it now stands, with the sentence that
 * says so.
 */
export async function refusedOrCurrent(refusals: readonly Refusal[], turn: CompanyTurn, house: House): Promise<Card> {
  const organization = (await house.organizations.find(turn.organization.tenantId)) ?? turn.organization
  const late = organization.enrollment.state !== 'none' && refusals.find(({ code }) => LATE.includes(code))
  return late ? currentCard({ ...turn, organization }, house, turn.words.refusal(late)) : refused(refusals, turn, house)
}

/** Approval changes the kind of company, too. */
const LATE: readonly RefusalCode[] = ['WRONG_STATE', 'AUTH_ORG_KIND']

/** The present state of the company, with what this person may do about it; also what every late or repeated tap is shown. */
export async function currentCard(turn: CompanyTurn, house: House, note?: string): Promise<Card> {
  const { organization, actor, words, now } = turn
  const refusals = permit('P04', actor, organization, { read: true })
  if (refusals.length > 0) return refused(refusals, turn, house)
  const may = {
    enroll: permit('P01', actor, organization).length === 0,
    resend: permit('P06', actor, organization).length === 0,
    fix: permit('P07', actor, organization).length === 0,
    sign: permit('P09', actor, organization).length === 0,
  }
  const resendFrom = resendAllowedFrom(organization, now)
  return statusCard(
    {
      organization,
      may,
      ...(resendFrom === undefined ? {} : { resendFrom }),
      ...(note === undefined ? {} : { note }),
    },
    words,
  )
}
