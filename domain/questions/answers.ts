import { permit } from '../permissions.ts'
import type { Refusal } from '../refusals.ts'
import type { Answer } from './answer.ts'
import { asTheyAre } from './as-they-are.ts'
import { COMPANY } from './company.ts'
import { PARTNERS } from './partners.ts'
import type { Question, QuestionId } from './question.ts'
import { REGIONS } from './regions.ts'
import { SELLING } from './selling.ts'
import type { Sight } from './sight.ts'

type Answering = (question: Question, sight: Sight) => Promise<Answer>

const ANSWERS: Record<QuestionId, Answering> = { ...PARTNERS, ...COMPANY, ...SELLING, ...REGIONS }

/** What anybody may ask: it is answered from public tables and the provider directory (P19, P51). */
const PUBLIC: readonly QuestionId[] = ['Q11', 'Q12', 'Q30']

/** Whether somebody may ask this at all: support about everybody, a company's staff about their own relations (P49, P50, P51). */
export function mayAsk({ id }: Pick<Question, 'id'>, { actor, own }: Pick<Sight, 'actor' | 'own'>): readonly Refusal[] {
  if (PUBLIC.includes(id) || (own === undefined && actor.appRoles.length > 0)) return []
  return own === undefined ? [{ code: 'AUTH_ROLE', roles: [] }] : permit('P49', actor, own)
}

/** The answer from what the asker may see; asking again asks anew. */
export async function answer(question: Question, sight: Sight): Promise<Answer> {
  const meant = await asTheyAre(question, sight)
  return ANSWERS[meant.id](meant, sight)
}
