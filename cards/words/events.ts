import type { OrganizationEvent } from '../../domain/organization/organization.ts'

/** What each event was, in a few words, for the history. */
export type EventWords = {
  [T in OrganizationEvent['type']]: (event: Extract<OrganizationEvent, { type: T }>) => string
}

export function eventText(event: OrganizationEvent, words: EventWords): string {
  // The type picks the words of its own event, which TypeScript cannot see.
  return (words[event.type] as (event: OrganizationEvent) => string)(event)
}
