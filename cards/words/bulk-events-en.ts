import type { BulkKind, Tally } from '../../domain/bulk/bulk.ts'
import type { BulkEventWords } from './bulk-events.ts'

const rows = (n: number): string => `${n.toLocaleString('en-US')} ${n === 1 ? 'row' : 'rows'}`

const KINDS: Record<BulkKind, string> = {
  reseller: 'reseller of record',
  support: 'designated support contact',
  invitations: 'invitations of customers',
  newCustomers: 'new customers',
}

/** What became of jobs, in a few words, for the history. */
export const bulkEventsEn: BulkEventWords = {
  BulkStarted: ({ kind }) => `Bulk job started: ${KINDS[kind]}`,
  BulkRowsGiven: ({ sheet }) => `${rows(sheet.rows)} given`,
  BulkChecked: ({ tally }) => `${rows(all(tally))} checked`,
  BulkConfirmed: ({ kind, rows: left }) => `Bulk job confirmed: ${KINDS[kind]}, ${rows(left)}`,
  BulkAdvanced: ({ tally }) => `${rows(all(tally))} done`,
  BulkDone: ({ kind, tally }) =>
    `Bulk job done: ${KINDS[kind]}, ${rows(tally.good)} changed, ${tally.already} already so, ${tally.refused + tally.failed} not`,
  BulkStopped: ({ kind, why, rows: done }) =>
    `Bulk job ${why === 'person' ? 'stopped' : 'stopped for want of the right'}: ${KINDS[kind]}, ${rows(done)} done`,
  BulkMailsSent: () => 'Invitations of a bulk job reported as sent',
  BulkMailsMarked: ({ marked }) => `Invitations of a bulk job marked as sent: ${marked}`,
  BulkMailsDropped: () => 'Invitations of a bulk job not marked as sent',
  BulkSwept: () => 'Rows of a bulk job deleted after their time',
}

const all = ({ good, already, refused, failed }: Tally): number => good + already + refused + failed
