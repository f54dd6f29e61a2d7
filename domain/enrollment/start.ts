import { by } from '../actor.ts'
import { type Decision, decide, type Given } from '../decision.ts'
import type { Organization, OrganizationEvent } from '../organization/organization.ts'
import { permit } from '../permissions.ts'
import type { MpnAccount, Registration } from '../ports.ts'
import { cspOffered, newcomersEnrollAsResellers, workAccount } from '../rules/enrollment.ts'
import { notSuspended } from '../rules/organization.ts'
import { guard } from '../rules/rule.ts'
import type { StepValue } from './enrollment.ts'

export type StartEnrollment = Given & {
  type: 'StartEnrollment'
  id: string
  program: 'indirectReseller' | 'directBill'
  /** What Partner Center already has: a complete profile of a CSP tenant makes it the short form (R23, C-12). */
  registration: Registration | undefined
  ownAccounts: readonly MpnAccount[]
}

/** Opens a draft; an open one stays as it is. After a withdrawn or declined application a new one may begin (F33). */
export function startEnrollment(state: Organization, command: StartEnrollment): Decision<OrganizationEvent> {
  const { actor, at, id, program, registration, ownAccounts } = command
  const refusals = guard(
    workAccount.check({ actor }),
    permit('P01', actor, state),
    notSuspended.check({ organization: state }),
    [...newcomersEnrollAsResellers.check({ program }), ...cspOffered.check({ country: state.country })],
  )
  const { enrollment } = state
  const open = enrollment.state !== 'none' && enrollment.state !== 'withdrawn' && enrollment.state !== 'declined'
  return decide(refusals, () => {
    if (open) return []
    const prefilled = storedProfile(state, registration, ownAccounts)
    const origin = prefilled ? 'existingCsp' : 'newcomer'
    return [{ type: 'EnrollmentStarted', at, by: by(actor), id, origin, ...(prefilled ? { prefilled } : {}) }]
  })
}

/** The steps that Partner Center answers for a company already in CSP, or undefined for a newcomer (R23). */
function storedProfile(
  state: Organization,
  registration: Registration | undefined,
  ownAccounts: readonly MpnAccount[],
): Partial<StepValue> | undefined {
  const profile = registration?.cspTenant ? registration.legalProfile : undefined
  if (!profile) return undefined
  const usable = ownAccounts.find(
    (account) => account.type === 'location' && account.profileStatus === 'active' && account.country === state.country,
  )
  const mpnId = profile.mpnId ?? usable?.mpnId
  const { companyName, registrationId, address, primaryContact } = profile
  return {
    ...(mpnId ? { mpn: { mpnId } } : {}),
    legal: { companyName, ...(registrationId ? { registrationId } : {}), address },
    ...(primaryContact ? { contact: primaryContact } : {}),
  }
}
