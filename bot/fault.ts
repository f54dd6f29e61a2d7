import type { ApologyKind } from '../cards/apology.ts'
import { OutsideRefused, OutsideUnavailable } from '../domain/ports.ts'
import { StoreUnavailable } from '../domain/store/document-store.ts'
import { TurnTimeout } from './teams/teams.ts'
import type { Said } from './turn.ts'

/** Which apology a fault deserves: nothing was changed, it could not be confirmed, or something is broken. */
export function apologyFor(fault: unknown, said?: Said): ApologyKind {
  if (fault instanceof StoreUnavailable) return fault.outcome
  // Whoever only looks for something changes nothing.
  if (fault instanceof TurnTimeout) return said?.kind === 'search' || said?.kind === 'pick' ? 'notExecuted' : 'unknown'
  // Reads and checks outside happen before anything is committed: whatever became of them, nothing was changed here.
  if (fault instanceof OutsideUnavailable || fault instanceof OutsideRefused) return 'notExecuted'
  return 'fault'
}
