import { by } from '../../domain/actor.ts'
import { changePassword } from '../../domain/organization/employees.ts'
import { type CompanyCapability, given } from '../capability.ts'
import { refused } from '../refused.ts'
import { homeOf } from './home.ts'

/** “I have changed my password” (R9). */
export const passwordChanged: CompanyCapability<'password-changed'> = async ({ op }, turn, house) => {
  const { organization, actor, correlationId } = turn
  const result = await house.organizations.execute(organization.tenantId, {
    by: by(actor),
    correlationId,
    op,
    decide: (state) => changePassword(state, given(turn)),
  })
  if (!result.ok) return refused(result.error, turn, house)
  return homeOf({ ...turn, organization: result.value.state }, house, turn.words.notes.passwordChanged)
}
