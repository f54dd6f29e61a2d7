import type { Card } from '../cards/drawing/render.ts'
import { refusalCard } from '../cards/refusal.ts'
import type { Role } from '../domain/actor.ts'
import { rolesOf } from '../domain/organization/employees.ts'
import type { Refusal } from '../domain/refusals.ts'
import type { House, Turn } from './capability.ts'

/** The card for refusals that belong to no form: what is so, who can do it, and what mends it. */
export const refused = async (refusals: readonly Refusal[], turn: Turn, house: House): Promise<Card> =>
  refusalCard(await withHolders(refusals, turn, house), turn.words)

/** What is not there, or not for this person: both look the same. */
export const notFound = (query: string, turn: Turn, house: House): Promise<Card> =>
  refused([{ code: 'NOT_FOUND', query }], turn, house)

/** AUTH_ROLE names the people of the company who hold the role, as the directory knows them now; so does what only a global admin can set up. */
export async function withHolders(
  refusals: readonly Refusal[],
  { organization, actor }: Turn,
  { directory }: House,
): Promise<readonly Refusal[]> {
  const needed = refusals.map((refusal) => neededRoles(refusal, actor))
  if (!organization || needed.every((roles) => roles === undefined)) return refusals
  const people = await directory.people(organization.tenantId)
  const holding = (roles: readonly Role[]) =>
    people
      .filter((person) => rolesOf(organization, person).some((role) => roles.includes(role)))
      .map(({ name }) => name)
  return refusals.map((refusal, at) => {
    const roles = needed[at]
    return roles === undefined ? refusal : { ...refusal, names: holding(roles) }
  })
}

function neededRoles(refusal: Refusal, { roles }: Turn['actor']): readonly Role[] | undefined {
  if (refusal.code === 'AUTH_ROLE') return refusal.roles
  return refusal.code === 'SETUP_ADMIN_AGENT' && !roles.includes('GA') ? ['GA'] : undefined
}
