import type { BulkKind, Tally } from '../../domain/bulk/bulk.ts'
import type { BulkEventWords } from './bulk-events.ts'

const rows = (n: number): string => `${n.toLocaleString('en-US')} ${n === 1 ? 'row' : 'rows'}`

const KINDS: Record<BulkKind, string> = {
  reseller: 'reseller of record',
  support: 'designated support contact',
  invitations: 'customer invitations',
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
    `Bulk job done: ${KINDS[kind]}, ${rows(tally.good)} done, ${tally.already} with nothing to do, ${tally.refused + tally.failed} not done`,
  BulkStopped: ({ kind, why, rows: done }) =>
    `Bulk job ${why === 'person' ? 'stopped' : 'stopped, no longer permitted'}: ${KINDS[kind]}, ${rows(done)} done`,
  BulkMailsSent: ({ invitations: n }) =>
    n === undefined
      ? 'Emails of a bulk job reported as sent'
      : `Emails of a bulk job reported as sent: ${n.toLocaleString('en-US')} customer ${n === 1 ? 'invitation' : 'invitations'}`,
  BulkMailsMarked: ({ marked }) => `Invitations of a bulk job marked as sent: ${marked}`,
  BulkMailsDropped: () => 'Invitations of a bulk job not marked as sent',
  BulkSwept: () => 'Rows of a bulk job deleted after the time they are kept',
}

const all = ({ good, already, refused, failed }: Tally): number => good + already + refused + failed
