import { changePassword } from '../../domain/organization/employees.ts'
import { type CompanyCapability, command, given } from '../capability.ts'
import { refused } from '../refused.ts'
import { homeOf } from './home.ts'

/** “I have changed my password” (R9). */
export const passwordChanged: CompanyCapability<'password-changed'> = async ({ op }, turn, house) => {
  const result = await command(turn, house, op, (state) => changePassword(state, given(turn)))
  if (!result.ok) return refused(result.error, turn, house)
  return homeOf({ ...turn, organization: result.value.state }, house, turn.words.notes.passwordChanged)
}
