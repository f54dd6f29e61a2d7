import { newId } from '../../domain/ids.ts'
import { addMeToAdminAgents } from '../../domain/organization/set-up.ts'
import { type CompanyCapability, command, given } from '../capability.ts'
import { refused } from '../refused.ts'
import { homeOf } from './home.ts'

const PATIENCE_MS = 1500

/** *Add me*: the global admin joins the Admin agents (R24). The directory usually answers while one waits. */
export const addMe: CompanyCapability<'add-me'> = async ({ op }, turn, house) => {
  const { organization, actor, words } = turn
  const { tenantId } = organization
  const result = await command(turn, house, op, (state) => addMeToAdminAgents(state, { ...given(turn), key: newId() }))
  if (!result.ok) return refused(result.error, turn, house)
  const began = performance.now()
  let now = result.value.state
  while (now.adminAgentConfirmedAt === undefined && performance.now() - began < PATIENCE_MS) {
    await new Promise((resolve) => setTimeout(resolve, 25))
    now = (await house.organizations.find(tenantId)) ?? now
  }
  const done = now.adminAgentConfirmedAt !== undefined
  const roles = done ? [...new Set([...actor.roles, 'AA' as const])] : actor.roles
  return homeOf(
    { ...turn, organization: now, actor: { ...actor, roles } },
    house,
    done ? undefined : words.notes.addingYou,
  )
}
