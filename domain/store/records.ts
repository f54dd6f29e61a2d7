import type { By } from '../actor.ts'
import { isOperationKey, type OperationKey } from '../ids.ts'

/** How many consumed operation keys a truth remembers; an older tap meets an idempotent guard (architecture.md 7.3). */
export const REMEMBERED_OPERATIONS = 64

/** The root document of a truth: its state, how often it changed, and the operation keys it has consumed. */
export type RootRecord<State> = { t: string; v: number; version: number; ops: readonly OperationKey[]; state: State }

/** One committed change as the audit keeps it; `token` tells a lost reply from a conflict. */
export type AuditRecord<Event> = {
  t: 'audit'
  v: 1
  token: string
  at: string
  by: By
  correlationId: string
  events: readonly Event[]
}

/**
 * Reads a stored root document of type `t`, version `v`. Every turn reads some, so that it looks at no more than the
 * envelope: the state was written by `commit` from the type itself.
 * @throws TypeError when the document is none, or was written by a newer program
 */
export function readRoot<State>(body: unknown, t: string, v: number): RootRecord<State> {
  if (!isRoot(body) || body.t !== t || body.v !== v) throw new TypeError(`not a ${t} record of version ${v}`)
  return body as RootRecord<State>
}

function isRoot(body: unknown): body is RootRecord<object> {
  if (typeof body !== 'object' || body === null) return false
  const { version, ops, state } = body as Partial<Record<keyof RootRecord<unknown>, unknown>>
  return (
    Number.isInteger(version) &&
    Number(version) > 0 &&
    Array.isArray(ops) &&
    ops.every((op) => typeof op === 'string' && isOperationKey(op)) &&
    typeof state === 'object' &&
    state !== null &&
    !Array.isArray(state)
  )
}

/** The audit of the partition's root is `aud:<version>`; any other truth in it keeps its own, `<id>~aud:<version>`. */
export const auditPrefix = (id: string): string => (id === ROOT ? 'aud:' : `${id}~aud:`)

export const auditId = (id: string, version: number): string => `${auditPrefix(id)}${String(version).padStart(10, '0')}`

/** The truth that a partition is named for. */
export const ROOT = 'root'
