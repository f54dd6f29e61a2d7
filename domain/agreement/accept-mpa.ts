import { by } from '../actor.ts'
import { type Decision, decide, type Given } from '../decision.ts'
import type { Organization, OrganizationEvent } from '../organization/organization.ts'
import { permit } from '../permissions.ts'
import type { Refusal } from '../refusals.ts'
import type { RegionKey } from '../regions.ts'
import { notSuspended } from '../rules/organization.ts'
import { guard, holds, refuse, rule } from '../rules/rule.ts'
import { type Agreement, MPA_VERSION } from './agreement.ts'

export const mpaTicked = rule<{ ticked: boolean }>('R34', 'S2 All indirect resellers 3', ({ ticked }) =>
  ticked ? holds : refuse({ code: 'MPA_NOT_TICKED', field: 'mpaAccepted' }),
)

/**
 * *Accept and continue* (SM3): only a global admin, for the offered region; perpetual from then on (D2). The enrollment
 * that waited for it becomes active.
 */
export function acceptMpa(
  state: Organization,
  { actor, at, region, ticked }: Given & { region: RegionKey; ticked: boolean },
): Decision<OrganizationEvent> {
  const agreement = mpaOf(state, region)
  const offered: readonly Refusal[] = agreement ? [] : [{ code: 'MPA_NOT_OFFERED' }]
  if (agreement?.status === 'accepted' && permit('P11', actor, state, { read: true }).length === 0)
    return decide([], () => [])
  const refusals = guard(
    permit('P09', actor, state),
    [...notSuspended.check({ organization: state }), ...offered],
    mpaTicked.check({ ticked }),
  )
  return decide(refusals, () => [
    { type: 'AgreementAccepted', at, by: by(actor), region, version: MPA_VERSION },
    ...(state.enrollment.state === 'qualified' ? [{ type: 'EnrollmentActivated' as const, at }] : []),
  ])
}

/** Notes that the offered text was opened, once. */
export function viewMpa(
  state: Organization,
  { actor, at, region }: Given & { region: RegionKey },
): Decision<OrganizationEvent> {
  const agreement = mpaOf(state, region)
  const first = agreement?.status === 'offered' && agreement.viewedAt === undefined
  return decide(permit('P11', actor, state, { read: true }), () =>
    first ? [{ type: 'AgreementViewed', at, by: by(actor), region }] : [],
  )
}

export const mpaOf = (state: Pick<Organization, 'agreements'>, region: RegionKey): Agreement | undefined =>
  state.agreements.find((agreement) => agreement.region === region)
