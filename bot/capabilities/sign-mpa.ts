import type { Card } from '../../cards/drawing/render.ts'
import { mpaAcceptedCard, mpaCard } from '../../cards/enrollment/mpa.ts'
import { acceptMpa, mpaOf, viewMpa } from '../../domain/agreement/accept-mpa.ts'
import { MPA_URL, MPA_VERSION } from '../../domain/agreement/agreement.ts'
import type { Organization } from '../../domain/organization/organization.ts'
import { permit } from '../../domain/permissions.ts'
import { isFieldRefusal, type Refusal } from '../../domain/refusals.ts'
import { type RegionKey, regionOf } from '../../domain/regions.ts'
import { readiness } from '../../domain/rules/organization.ts'
import { type CompanyCapability, type CompanyTurn, command, given, type House } from '../capability.ts'
import { nextSteps } from '../next-steps.ts'
import { refused } from '../refused.ts'
import { staffOf } from './home.ts'

/** The agreement of the company's region: to sign, or who signed it when (R34, R35). */
export const openMpa: CompanyCapability<'sign-mpa'> = async (_, turn, house) => {
  const { organization, actor } = turn
  const region = regionOf(organization.country)
  if (region === undefined) return refused([{ code: 'REGION_UNKNOWN', country: organization.country }], turn, house)
  const refusals = permit('P11', actor, organization, { read: true })
  if (refusals.length > 0) return refused(refusals, turn, house)
  const viewed = await command(turn, house, undefined, (state) => viewMpa(state, { ...given(turn), region }))
  return agreementCard(viewed.ok ? viewed.value.state : organization, region, turn, house)
}

/** *Accept and continue*. */
export const signMpa: CompanyCapability<'accept-mpa'> = async ({ op, region, mpaAccepted }, turn, house) => {
  const { organization } = turn
  const result = await command(turn, house, op, (state) =>
    acceptMpa(state, { ...given(turn), region, ticked: mpaAccepted }),
  )
  if (result.ok) return agreementCard(result.value.state, region, turn, house)
  return result.error.every(isFieldRefusal)
    ? agreementCard(organization, region, turn, house, result.error)
    : refused(result.error, turn, house)
}

async function agreementCard(
  organization: Organization,
  region: RegionKey,
  turn: CompanyTurn,
  house: House,
  faults: readonly Refusal[] = [],
): Promise<Card> {
  const { actor, words } = turn
  const { displayName: company } = organization
  const agreement = mpaOf(organization, region)
  if (!agreement) return refused([{ code: 'MPA_NOT_OFFERED' }], turn, house)
  const staff = await staffOf(organization, house)
  if (agreement.status === 'accepted') {
    const next = nextSteps(organization, actor, staff)
    return mpaAcceptedCard({ company, agreement, readiness: readiness(organization), next }, words)
  }
  const may = permit('P09', actor, organization).length === 0
  const signer = may ? { may } : { may, globalAdmins: staff.globalAdmins }
  return mpaCard({ company, agreement, document: { version: MPA_VERSION, url: MPA_URL }, signer, faults }, words)
}
