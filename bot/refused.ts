import { refusalCard } from '../cards/refusal.ts'
import type { Card } from '../cards/render.ts'
import { rolesOf } from '../domain/organization/employees.ts'
import type { Refusal } from '../domain/refusals.ts'
import type { House, Turn } from './capability.ts'

/** The card for refusals that belong to no form: what is so, who can do it, and what mends it. */
export const refused = async (refusals: readonly Refusal[], turn: Turn, house: House): Promise<Card> =>
  refusalCard(await withHolders(refusals, turn, house), turn.words)

/** AUTH_ROLE names the people of the company who hold the role, as the directory knows them now. */
export async function withHolders(
  refusals: readonly Refusal[],
  { organization }: Turn,
  { directory }: House,
): Promise<readonly Refusal[]> {
  if (!organization || refusals.every(({ code }) => code !== 'AUTH_ROLE')) return refusals
  const people = await directory.people(organization.tenantId)
  return refusals.map((refusal) =>
    refusal.code === 'AUTH_ROLE'
      ? {
          ...refusal,
          names: people
            .filter((person) => rolesOf(organization, person).some((role) => refusal.roles.includes(role)))
            .map(({ name }) => name),
        }
      : refusal,
  )
}
