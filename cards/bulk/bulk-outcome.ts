import type { BulkKind, Outcome, RowFault } from '../../domain/bulk/bulk.ts'
import { addressLines } from '../enrollment/enrollment-facts.ts'
import type { Words } from '../words/words.ts'

/** Everything that is wrong with a row, in sentences. */
export const explained = (outcome: Outcome, words: Words): readonly string[] => [
  ...(outcome.is === 'wrong' ? outcome.faults.map((fault) => faultText(fault, words)) : []),
  ...('refusals' in outcome ? (outcome.refusals ?? []).map(words.refusal) : []),
]

/** The address that is used instead of the one that was given, in lines. */
export const addressUsed = (outcome: Outcome, words: Words): string | undefined =>
  outcome.is === 'good' && outcome.rewritten
    ? addressLines(
        outcome.rewritten.address,
        outcome.rewritten.state ? { states: [outcome.rewritten.state] } : {},
        words,
      )
    : undefined

/** What a file says of a row: what became of it, or would, and why. */
export function outcomeCells(
  kind: BulkKind,
  row: { check?: Outcome | undefined } | { done?: Outcome | undefined },
  words: Words,
): readonly string[] {
  const { results, kinds } = words.bulk
  const { file } = kinds[kind]
  const [say, outcome] =
    'done' in row
      ? [{ ...results.done, ...file.done }, row.done]
      : [{ ...results.dryRun, ...file.dryRun }, 'check' in row ? row.check : undefined]
  if (!outcome) return [say.left, '']
  const address = addressUsed(outcome, words)?.replaceAll('\n', ', ')
  const used = address === undefined ? [] : [results.address['done' in row ? 'done' : 'dryRun'](address)]
  return [say[outcome.is === 'wrong' ? 'refused' : outcome.is], [...explained(outcome, words), ...used].join(' ')]
}

// A fault picks the words of its own code, which TypeScript cannot see.
const faultText = (fault: RowFault, { bulk }: Words): string =>
  (bulk.rowFaults[fault.code] as (fault: RowFault) => string)(fault)
