import type { TenantId } from '../ids.ts'
import type { InvitationEntry } from '../invitation/lists.ts'
import type { Page } from '../store/document-store.ts'

/** A reseller's own invitations stand in one list with what it opened: this begins where they go on. */
const OWN = 'own:'

/** Where each of the two lists of a reseller is read from: what it sent to customers comes first, then what it got. */
export const partsAfter = (after: string | undefined): { sent?: string; received?: string } => {
  if (after === undefined) return {}
  return after.startsWith(OWN) ? { sent: after.slice(OWN.length) } : { received: after }
}

/** A page of both: what was received is shown where nothing that was sent is left. */
export function sentThenReceived(
  tenant: TenantId,
  after: string | undefined,
  sent: Page<InvitationEntry>,
  received: Page<InvitationEntry>,
): Page<InvitationEntry> {
  if (partsAfter(after).received !== undefined) return received
  const own = sent.items.filter(({ body }) => body.provider === tenant)
  if (sent.next !== undefined) return { items: own, next: `${OWN}${sent.next}` }
  return { ...received, items: [...own, ...received.items] }
}
