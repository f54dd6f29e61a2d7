import type { Actor } from './actor.ts'
import type { Refusal } from './refusals.ts'
import { fail, ok, type Result } from './result.ts'

/** What a command comes to: events (none means "already so"), or all refusals of the first failing guard level. */
export type Decision<Event> = Result<readonly Event[], readonly Refusal[]>

/** Every command a person gives names who and when. */
export type Given = { at: string; actor: Actor }

/** Events when no guard refuses. `events` runs only then. */
export const decide = <Event>(refusals: readonly Refusal[], events: () => readonly Event[]): Decision<Event> =>
  refusals.length > 0 ? fail(refusals) : ok(events())
