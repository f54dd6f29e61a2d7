import { by } from '../actor.ts'
import { type Decision, decide, type Given } from '../decision.ts'
import { permit } from '../permissions.ts'
import type { Refusal } from '../refusals.ts'
import { regionOf } from '../regions.ts'
import { cspOffered } from '../rules/enrollment.ts'
import { guard } from '../rules/rule.ts'
import type { Organization, OrganizationEvent, OrganizationKind } from './organization.ts'

/** Registers a provider or a direct-bill partner: neither enrolls itself (F29, P53). The MPA is offered at once (F34). */
export function registerOrganization(
  state: Organization,
  { actor, at, kind }: Given & { kind: 'indirectProvider' | 'directBill' },
): Decision<OrganizationEvent> {
  if (state.kind === kind && permit('P53', actor, state).length === 0) return decide([], () => [])
  const free = state.kind === 'prospect' && ENDED.includes(state.enrollment.state)
  const refusals = guard(
    permit('P53', actor, state),
    free ? [] : kindRefusal(state, ['prospect']),
    cspOffered.check({ country: state.country }),
  )
  const region = regionOf(state.country)
  return decide(refusals, () => [
    { type: 'OrganizationRegistered', at, by: by(actor), kind },
    ...(region !== undefined && state.agreements.every((agreement) => agreement.region !== region)
      ? [{ type: 'AgreementOffered' as const, at, region }]
      : []),
  ])
}

/** Marks a direct-bill partner as identified for offboarding (R66, P53). */
export function markForOffboarding(state: Organization, { actor, at }: Given): Decision<OrganizationEvent> {
  const refusals = guard(
    permit('P53', actor, state),
    state.kind === 'directBill' ? [] : kindRefusal(state, ['directBill']),
  )
  return decide(refusals, () =>
    state.directBillStatus === 'identifiedForOffboarding' ? [] : [{ type: 'MarkedForOffboarding', at, by: by(actor) }],
  )
}

/** Microsoft's decision to suspend: existing business only from then on (SM1, D21). */
export function suspendOrganization(
  state: Organization,
  { actor, at, reason }: Given & { reason: string },
): Decision<OrganizationEvent> {
  const refusals = guard(permit('P08', actor, state), partner(state), activeEnrollment(state))
  return decide(refusals, () => (state.suspended ? [] : [{ type: 'OrganizationSuspended', at, by: by(actor), reason }]))
}

export function reinstateOrganization(
  state: Organization,
  { actor, at, reason }: Given & { reason: string },
): Decision<OrganizationEvent> {
  const refusals = guard(permit('P08', actor, state), partner(state))
  return decide(refusals, () =>
    state.suspended ? [{ type: 'OrganizationReinstated', at, by: by(actor), reason }] : [],
  )
}

/** Nothing is under way with Microsoft. */
const ENDED: readonly string[] = ['none', 'withdrawn', 'declined', 'draft']

const PARTNERS: readonly OrganizationKind[] = ['indirectProvider', 'indirectReseller', 'directBill', 'both']

const partner = (state: Organization): readonly Refusal[] =>
  PARTNERS.includes(state.kind) ? [] : kindRefusal(state, PARTNERS)

const kindRefusal = ({ kind }: Organization, kinds: readonly OrganizationKind[]): readonly Refusal[] => [
  { code: 'AUTH_ORG_KIND', kinds, kind },
]

/** A reseller that enrolled here can be suspended once it is active; a company registered elsewhere, at any time. */
function activeEnrollment({ enrollment }: Organization): readonly Refusal[] {
  const open = [...ENDED, 'active', 'suspended'].includes(enrollment.state)
  return open ? [] : [{ code: 'WRONG_STATE', is: enrollment.state, needs: ['active'] }]
}
