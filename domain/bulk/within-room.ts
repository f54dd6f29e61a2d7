import type { Refusal } from '../refusals.ts'
import type { Outcome } from './bulk.ts'

/** The rows in their order, as long as there is room for them. */
export function withinRoom(
  outcomes: readonly (Outcome | undefined)[],
  left: number,
  refusal: Refusal,
): readonly (Outcome | undefined)[] {
  let good = 0
  return outcomes.map((one) => (one?.is === 'good' && ++good > left ? { is: 'refused', refusals: [refusal] } : one))
}
