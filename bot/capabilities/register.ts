import { registerForm } from '../../cards/enrollment/decision-forms.ts'
import { by } from '../../domain/actor.ts'
import { texts } from '../../domain/enrollment/read-form.ts'
import { markForOffboarding, registerOrganization } from '../../domain/organization/decide-standing.ts'
import { permit } from '../../domain/permissions.ts'
import type { Refusal } from '../../domain/refusals.ts'
import { type Capability, given } from '../capability.ts'
import { refused } from '../refused.ts'
import { homeOf } from './home.ts'

/** Microsoft's record of providers, direct-bill partners and offboarding: reviewers alone (P53). */
export const openRegister: Capability<'register-form'> = async ({ as }, turn, house) => {
  const refusals = reviewerOnly(turn.actor.appRoles)
  return refusals.length > 0 ? refused(refusals, turn, house) : registerForm({ as }, turn.words)
}

export const register: Capability<'register'> = async ({ op, as, company }, turn, house) => {
  const { actor, correlationId, words } = turn
  const refusals = reviewerOnly(actor.appRoles)
  if (refusals.length > 0) return refused(refusals, turn, house)
  const [{ company: typed }, faults] = texts({ company })
  const again = (...faults: readonly Refusal[]) => registerForm({ as, values: { company }, faults }, words)
  if (typed === '') return again({ code: 'ENR_FIELD_MISSING', field: 'company' })
  if (faults.length > 0) return again(...faults)
  const tenant = await house.directory.lookUp(typed)
  if (!tenant) return again({ code: 'NOT_FOUND', query: typed })
  const result = await house.organizations.execute(tenant.tenantId, {
    by: by(actor),
    correlationId,
    op,
    decide: (state) =>
      as === 'offboarding'
        ? markForOffboarding(state, given(turn))
        : registerOrganization(state, { ...given(turn), kind: as }),
  })
  if (!result.ok) return again(...result.error)
  const note = as === 'offboarding' ? words.notes.offboarding : words.notes.registered
  return homeOf(turn, house, note(result.value.state.displayName))
}

const reviewerOnly = (appRoles: readonly ('support' | 'reviewer')[]) =>
  permit('P53', { roles: [], appRoles }, { kind: 'prospect' })
