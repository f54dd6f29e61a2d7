import type { BulkEvent } from '../../domain/bulk/bulk.ts'
import type { InvitationEvent } from '../../domain/invitation/invitation.ts'
import type { OrganizationEvent } from '../../domain/organization/organization.ts'
import type { PartnershipEvent } from '../../domain/partnership/partnership.ts'
import type { CustomerHistoryEvent } from './customer-events.ts'

/** Whatever a history can tell of. */
export type HistoryEvent = OrganizationEvent | InvitationEvent | PartnershipEvent | CustomerHistoryEvent | BulkEvent

/** What each event was, in a few words, for the history. */
export type EventWords = {
  [T in HistoryEvent['type']]: (event: Extract<HistoryEvent, { type: T }>) => string
}

export function eventText(event: HistoryEvent, words: EventWords): string {
  // The type picks the words of its own event, which TypeScript cannot see.
  return (words[event.type] as (event: HistoryEvent) => string)(event)
}
