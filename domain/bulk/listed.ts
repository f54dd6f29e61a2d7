import type { About } from '../store/outbox.ts'
import type { Bulk, BulkEvent } from './bulk.ts'

/**
 * A company reads when its jobs were begun, confirmed, stopped and done, and when their mails were said to be sent; whatever
 * they did row by row stands in the histories of what they changed.
 */
export function listed(event: BulkEvent, after: Bulk | undefined): About {
  if (!after || !TOLD.has(event.type)) return { companies: [], tenants: [], seenBy: [] }
  return { companies: [after.ownerName], tenants: [after.owner], seenBy: [after.owner] }
}

const TOLD: ReadonlySet<BulkEvent['type']> = new Set([
  'BulkStarted',
  'BulkRowsGiven',
  'BulkConfirmed',
  'BulkStopped',
  'BulkDone',
  'BulkMailsSent',
  'BulkMailsDropped',
])
