import type { BulkColumn, BulkKind, BulkState, RowFault } from '../../domain/bulk/bulk.ts'
import type { SheetFault } from '../../domain/bulk/sheet.ts'
import type { CsvFault } from '../../domain/files/csv.ts'
import type { Format } from './format.ts'

export type BulkFault = SheetFault | CsvFault | { code: 'waiting' } | { code: 'noFile' } | { code: 'empty' }

/** What cards say about many things done at once. */
export type BulkWords = {
  buttons: {
    bulk: string
    choose: string
    open: string
    check: string
    upload: string
    uploaded: string
    template: string
    fetchTemplate: string
    confirm: (rows: string) => string
    resume: string
    stop: string
    outcomes: string
    fetch: string
    another: string
  }
  title: string
  intro: string
  recent: string
  kinds: Record<BulkKind, { title: string; text: string; what: string }>
  states: Record<BulkState, string>
  job: (rows: string, by: string, at: string) => string
  start: {
    columns: (names: string) => string
    hints: Record<BulkColumn, string>
    heading: string
    rows: string
    hint: (most: string) => string
    upload: (most: string) => string
    ready: string
  }
  columns: Record<BulkColumn, string>
  faults: { [C in BulkFault['code']]: (fault: Extract<BulkFault, { code: C }>) => string }
  rowFaults: { [C in RowFault['code']]: (fault: Extract<RowFault, { code: C }>) => string }
  progress: {
    titles: Record<Exclude<BulkState, 'draft'>, string>
    of: (done: string, all: string) => string
    checked: string
    nothing: string
    running: string
    stopped: Record<'person' | 'rights', string>
    rows: string
    by: string
    check: { heading: string; good: string; already: string; refused: string }
    done: { heading: string; good: string; already: string; refused: string; failed: string; left: string }
    faulty: string
    faultyMore: (shown: string, all: string) => string
    row: (n: string) => string
    confirmQuestion: (what: string, rows: string) => string
    ready: string
  }
  results: {
    row: string
    outcome: string
    explanation: string
    dryRun: Record<'good' | 'already' | 'refused' | 'failed' | 'left', string>
    done: Record<'good' | 'already' | 'refused' | 'failed' | 'left', string>
  }
}

export const bulkEn = ({ number, all }: Format): BulkWords => {
  const columns: BulkWords['columns'] = {
    customer: 'Customer',
    subscription: 'Subscription',
    reseller: 'Reseller (MPN ID)',
    supportContact: 'Designated support contact',
  }
  return {
    buttons: {
      bulk: 'In bulk',
      choose: 'Choose',
      open: 'Open',
      check: 'Check the rows',
      upload: 'Upload a file',
      uploaded: 'I have uploaded the file',
      template: 'Get a template',
      fetchTemplate: 'Download the template',
      confirm: (rows) => `Confirm ${rows} rows`,
      resume: 'Continue',
      stop: 'Stop',
      outcomes: 'Get all rows as a file',
      fetch: 'Download the file',
      another: 'Start another one',
    },
    title: 'Do many at once',
    intro: 'Paste or upload a table. Every row is checked first; nothing changes before you confirm.',
    recent: 'Jobs of your company',
    kinds: {
      reseller: {
        title: 'Reseller of record',
        text: 'Sets the reseller (MPN ID) of many subscriptions.',
        what: 'set the reseller of record',
      },
      support: {
        title: 'Designated support contact',
        text: 'Sets whom the customers of many subscriptions turn to.',
        what: 'set the designated support contact',
      },
    },
    states: {
      draft: 'Not begun',
      checking: 'Being checked',
      checked: 'Checked',
      running: 'Running',
      stopped: 'Stopped',
      done: 'Done',
    },
    job: (rows, by, at) => `${rows} rows · ${by} · ${at}`,
    start: {
      columns: (names) =>
        `Columns: ${names}. The heading may name them in any order; without one they stand in this order.`,
      hints: {
        customer: 'tenant ID, domain, or the full name',
        subscription: 'subscription ID, or its name where the customer has only one of that name',
        reseller: 'location MPN ID, tenant ID, or the full name of one of your resellers',
        supportContact: 'the name of your own company, or the MPN ID, tenant ID or full name of a reseller',
      },
      heading: 'Paste the rows',
      rows: 'Rows',
      hint: (most) => `Up to ${most} rows, copied from a spreadsheet or with commas between the columns.`,
      upload: (most) =>
        `Longer lists: upload a CSV file of up to ${most} rows (UTF-8, UTF-16 or Shift_JIS). The link is yours alone and works for 10 minutes.`,
      ready: 'The template is ready. The link works once, within 10 minutes.',
    },
    columns,
    faults: {
      columns: ({ missing }) =>
        `These columns are missing from the heading: ${all(missing.map((one) => columns[one]))}.`,
      noRows: () => 'There is no row below the heading.',
      tooMany: ({ most }) => `These are more than ${number(most)} rows. Upload them as a file, or divide the list.`,
      encoding: () => 'The text of the file could not be read. Save it as “CSV UTF-8” and upload it again.',
      empty: () => 'Paste at least one row, or upload a file.',
      tooManyRows: ({ most }) => `These are more than ${number(most)} rows. Divide the list.`,
      tooWide: ({ line }) => `Row ${number(line)} is too long. Check the commas and quotation marks.`,
      quotes: ({ line }) => `A quotation mark in row ${number(line)} is not closed.`,
      waiting: () => 'The file is not there yet. Upload it on the page that you opened, then select the button again.',
      noFile: () => 'This upload has expired or was used already. Start again for a new link.',
    },
    rowFaults: {
      missing: ({ column }) => `${columns[column]} is empty.`,
      unknown: ({ column, value }) => `${columns[column]}: nothing of yours is called “${value}”.`,
      ambiguous: ({ column, value }) => `${columns[column]}: “${value}” fits several. Use the ID.`,
      repeated: ({ row }) => `Row ${number(row)} is about the same one. Keep only one of the two.`,
    },
    progress: {
      titles: {
        checking: 'Checking the rows',
        checked: 'Checked: nothing is changed yet',
        running: 'Running',
        stopped: 'Stopped',
        done: 'Done',
      },
      of: (done, rows) => `${done} of ${rows} rows`,
      checked: 'Rows that cannot be done are left out when you confirm.',
      nothing: 'No row would change anything.',
      running: 'You can close this. It goes on by itself, and this card follows.',
      stopped: {
        person: 'What is done stays done. Continue whenever you like; no row is done twice.',
        rights: 'Whoever confirmed it may no longer do this. Somebody who may can continue; no row is done twice.',
      },
      rows: 'Rows',
      by: 'By',
      check: { heading: 'What would happen', good: 'Would change', already: 'Already so', refused: 'Cannot be done' },
      done: {
        heading: 'What happened',
        good: 'Changed',
        already: 'Already so',
        refused: 'Refused',
        failed: 'Failed at Partner Center',
        left: 'Left',
      },
      faulty: 'Rows with a problem',
      faultyMore: (shown, rows) => `The first ${shown} of ${rows}. The file has all of them.`,
      row: (n) => `Row ${n}`,
      confirmQuestion: (what, rows) => `This will ${what} of ${rows} subscriptions. Go ahead?`,
      ready: 'The file is ready. The link works once, within 10 minutes.',
    },
    results: {
      row: 'Row',
      outcome: 'Outcome',
      explanation: 'Explanation',
      dryRun: {
        good: 'would change',
        already: 'already so',
        refused: 'cannot be done',
        failed: 'cannot be done',
        left: 'not checked yet',
      },
      done: { good: 'changed', already: 'already so', refused: 'refused', failed: 'failed', left: 'left' },
    },
  }
}
