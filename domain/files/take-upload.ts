import type { TenantId, UserId } from '../ids.ts'
import type { DocumentStore } from '../store/document-store.ts'
import { readContent } from './content.ts'
import { readCsv } from './csv.ts'
import { decoded } from './decode.ts'
import { readTicket, sweepFile, type UploadPurpose } from './ticket.ts'

/** A file that somebody handed in. */
type Upload = {
  state: 'ready'
  name: string
  /** Its heading included. */
  rows: number
  /** Read again from the store each time, row by row. */
  lines(): AsyncIterable<readonly string[]>
  /** Called after what the file ordered is committed: it is deleted. Asking twice is no error. */
  done(): Promise<void>
}

type Claim = { hash: string; purpose: UploadPurpose; tenantId: TenantId; userId: UserId; now: string }

/**
 * What was handed in with a ticket, by the one person it was made for; `waiting` until the file is there. Somebody else's
 * ticket, one for another purpose, a used one and none at all are the same.
 */
export async function takeUpload(
  store: DocumentStore,
  { hash, purpose, tenantId, userId, now }: Claim,
): Promise<Upload | { state: 'waiting' } | { state: 'none' }> {
  const found = /^[\w-]{43}$/.test(hash) ? await readTicket(store, hash) : undefined
  if (found?.ticket.way !== 'upload' || found.ticket.purpose !== purpose) return { state: 'none' }
  const { ticket, body, pk } = found
  const isOurs = ticket.holder.tenantId === tenantId && ticket.holder.userId === userId
  if (!isOurs || now >= body.expiresAt || body.state === 'used') return { state: 'none' }
  const { received } = body
  if (!received) return { state: 'waiting' }
  return {
    state: 'ready',
    name: received.name,
    rows: received.rows,
    lines: () => readCsv(decoded(readContent(store, pk, received.attempt), received.encoding)),
    done: () => sweepFile(store, pk),
  }
}
