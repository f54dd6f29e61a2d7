import type { Refusal } from '../refusals.ts'

/**
 * One rule of the programme as a value: its id, its source, and a pure check from facts to the refusals it gives (none
 * means it holds). The same value guards the command, answers support's questions and fills the rule table.
 */
export type Rule<Facts> = {
  readonly id: string
  readonly source: string
  readonly check: (facts: Facts) => readonly Refusal[]
}

export const holds: readonly Refusal[] = []

export const refuse = (...refusals: readonly Refusal[]): readonly Refusal[] => refusals

export const rule = <Facts>(id: string, source: string, check: Rule<Facts>['check']): Rule<Facts> => ({
  id,
  source,
  check,
})

/** The refusals of the first guard level that has any: levels in the order of domain.md F41, all of one level together. */
export const guard = (...levels: readonly (readonly Refusal[])[]): readonly Refusal[] =>
  levels.find((level) => level.length > 0) ?? holds
