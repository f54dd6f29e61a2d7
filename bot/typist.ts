import type { Typist } from '../cards/questions/not-understood.ts'
import type { Turn } from './capability.ts'

/** Whose commands somebody types: the operator's staff ask about others, reviewers have some of their own. */
export function typist({ actor, organization }: Pick<Turn, 'actor' | 'organization'>): Typist {
  if (organization) return organization.kind === 'indirectProvider' ? 'provider' : 'company'
  return actor.appRoles.includes('reviewer') ? 'reviewer' : 'support'
}
