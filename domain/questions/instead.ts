import type { Organization, OrganizationKind } from '../organization/organization.ts'
import { ask } from './pair-facts.ts'
import type { Question, QuestionId } from './question.ts'

/** What fits a company of each kind: where it stands, and whom it works with. */
const FITTING: Record<OrganizationKind, readonly QuestionId[]> = {
  prospect: ['Q5'],
  customer: ['Q28'],
  directBill: ['Q7', 'Q23'],
  indirectProvider: ['Q7', 'Q13'],
  indirectReseller: ['Q7', 'Q13'],
  both: ['Q7', 'Q13'],
}

/** What to ask of a company that the question does not fit, since its kind has no such thing. */
export const instead = ({ kind, tenantId }: Organization): readonly Question[] =>
  FITTING[kind].map((id) => ask(id, tenantId))
