import { employeeOf } from '../../domain/organization/employees.ts'
import { mayAsk } from '../../domain/questions/answers.ts'
import type { Refusal } from '../../domain/refusals.ts'
import { passwordChanged } from '../../domain/rules/organization.ts'
import type { House, Turn } from '../capability.ts'
import { lookAs } from '../look.ts'
import type { Inbound } from '../turn.ts'

/** Somebody who looks for companies, and why they may not, if they may not. */
type Seeker = { turn: Turn; refusals: readonly Refusal[] }

/**
 * Who looks for something: nobody is met by it and nothing is written. They may find what they may ask about (P49, P50).
 * Undefined for somebody whom no directory knows.
 */
export async function seekerOf(inbound: Inbound, house: House): Promise<Seeker | undefined> {
  const turn = inbound.person && (await lookAs(inbound.person, inbound, house))
  if (!turn) return undefined
  const { organization, actor } = turn
  const employee = organization && employeeOf(organization, actor.userId)
  const locked = passwordChanged.check({ employee })
  return { turn, refusals: locked.length > 0 ? locked : mayAsk({ id: 'Q13' }, { actor, own: organization }) }
}
