import type { By } from '../actor.ts'
import type { TenantId } from '../ids.ts'
import type { Operation } from '../permissions.ts'
import { eventsOf } from './events-of.ts'

/** Which changes a history shows; everything where nothing is named. */
export type HistoryQuery = {
  /** Of one company; everybody but the operator's staff reads their own. */
  company?: TenantId
  operation?: Operation
  /** Part of the name of whoever did it. */
  person?: string
  /** Days as they read on the reader's calendar, both included: `2026-11-21`. */
  from?: string
  to?: string
}

/** Whether a change is one of those, by what its line says. */
export function isAsked(
  { operation, person }: HistoryQuery,
  { by, types }: { by: By; types: readonly string[] },
): boolean {
  const wanted: readonly string[] | undefined = operation && eventsOf(operation)
  return (wanted === undefined || types.some((type) => wanted.includes(type))) && isBy(person, by)
}

/** Names are compared without width, case, or spaces. */
export function isBy(person: string | undefined, by: By): boolean {
  const sought = compact(person ?? '')
  if (sought === '') return true
  if (by.kind === 'system') return false
  return compact(by.kind === 'person' ? by.name : by.email).includes(sought)
}

const compact = (text: string): string => text.normalize('NFKC').toLowerCase().replace(/\s+/gu, '')
