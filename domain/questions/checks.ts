import type { Actor } from '../actor.ts'
import type { Organization } from '../organization/organization.ts'
import { type Operation, permit } from '../permissions.ts'
import type { Refusal } from '../refusals.ts'
import type { Rule } from '../rules/rule.ts'
import type { Answer, Check, CheckName, Fix } from './answer.ts'

type About = { about: CheckName; company?: string | undefined; fix?: Fix | undefined }

/** One rule run as an explanation: the same value that guards the command. */
export const run = <Facts>({ id, source, check }: Rule<Facts>, facts: Facts, about: About): Check =>
  found(id, source, check(facts), about)

/** A rule that cannot be run yet, because what it asks about is not recorded. */
export const notRecorded = ({ id, source }: { id: string; source: string }, { about, company, fix }: About): Check =>
  withCompany({ rule: id, source, about, outcome: 'unknown', refusals: [], ...(fix ? { fix } : {}) }, company)

/** What refusals that somebody else found come to; a fix only where something is to be mended. */
export const found = (
  rule: string,
  source: string,
  refusals: readonly Refusal[],
  { about, company, fix }: About,
): Check => {
  const fails = refusals.length > 0
  const check = withCompany({ rule, source, about, outcome: fails ? 'fails' : 'holds', refusals }, company)
  if (fails && fix) check.fix = fix
  return check
}

const MATRIX = 'domain.md 1.4'

/** The right to an operation: the kind of company first, then, if it is one that may, the role (F41). */
export function right(
  operation: Operation,
  actor: Pick<Actor, 'roles' | 'appRoles'>,
  organization: Pick<Organization, 'kind' | 'displayName'>,
  fix?: Fix,
): readonly Check[] {
  const company = organization.displayName
  const refusals = permit(operation, actor, organization)
  const kind = refusals.filter(({ code }) => code === 'AUTH_ORG_KIND')
  const rest = refusals.filter(({ code }) => code !== 'AUTH_ORG_KIND')
  const kinds = found(operation, MATRIX, kind, { about: 'partnerKind', company })
  return kind.length > 0 ? [kinds] : [kinds, found(operation, MATRIX, rest, { about: 'role', company, fix })]
}

export const failing = (checks: readonly Check[]): readonly Check[] =>
  checks.filter(({ outcome }) => outcome === 'fails')

/** Every rule that was run, once, for the foot of the answer. */
export const rulesOf = (checks: readonly Check[], ...more: Answer['rules']): Answer['rules'] => {
  const rules = new Map<string, Answer['rules'][number]>()
  for (const { rule: id, source } of checks) rules.set(id, { id, source })
  for (const one of more) rules.set(one.id, one)
  return [...rules.values()]
}

/** Many checks are made for each answer, and most have a company. */
function withCompany(check: Check, company: string | undefined): Check {
  if (company !== undefined) check.company = company
  return check
}
