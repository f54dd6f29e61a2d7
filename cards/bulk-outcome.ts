import type { Outcome, RowFault } from '../domain/bulk/bulk.ts'
import type { Words } from './words/words.ts'

/** Everything that is wrong with a row, in sentences. */
export function explained(outcome: Outcome, words: Words): readonly string[] {
  if (outcome.is === 'wrong') return outcome.faults.map((fault) => faultText(fault, words))
  return 'refusals' in outcome ? outcome.refusals.map(words.refusal) : []
}

/** What a file says of a row: what became of it, or would, and why. */
export function outcomeCells(row: { check?: Outcome | undefined } | { done?: Outcome | undefined }, words: Words) {
  const { results } = words.bulk
  const [say, outcome] =
    'done' in row ? [results.done, row.done] : [results.dryRun, 'check' in row ? row.check : undefined]
  if (!outcome) return [say.left, '']
  return [say[outcome.is === 'wrong' ? 'refused' : outcome.is], explained(outcome, words).join(' ')]
}

// A fault picks the words of its own code, which TypeScript cannot see.
const faultText = (fault: RowFault, { bulk }: Words): string =>
  (bulk.rowFaults[fault.code] as (fault: RowFault) => string)(fault)
