// Long, since everything that can be done in bulk has its words here, side by side.
import type { BulkColumn, BulkKind, BulkState, RowFault } from '../../domain/bulk/bulk.ts'
import type { SheetFault } from '../../domain/bulk/sheet.ts'
import type { CsvFault } from '../../domain/files/csv.ts'
import type { Format } from './format.ts'

export type BulkFault = SheetFault | CsvFault | { code: 'waiting' } | { code: 'noFile' } | { code: 'empty' }

/** What is a change of this kind, before it is made and afterwards. */
type KindWords = {
  title: string
  text: string
  confirm: (rows: number) => string
  /** No row would come to anything. */
  nothing: string
  /** How many rows came to what, or would. */
  check: { good: string; already: string }
  done: { good: string; already: string }
  /** What stands in a file beside a row. */
  file: { dryRun: Record<'good' | 'already', string>; done: Record<'good' | 'already', string> }
  /** What is to be done with the results. */
  next: readonly string[]
  /** Where what Partner Center refused can be mended. */
  mend?: string
}

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
    confirm: (rows: number) => string
    resume: string
    stop: string
    outcomes: string
    fetch: string
    another: string
    sent: string
  }
  title: string
  intro: string
  recent: string
  kinds: Record<BulkKind, KindWords>
  states: Record<BulkState, string>
  job: (rows: number, by: string, at: string) => string
  start: {
    columns: (names: string) => string
    optional: (names: string) => string
    hints: Record<BulkColumn, string>
    heading: string
    rows: string
    hint: (most: string) => string
    upload: (most: string) => string
    daily: (most: string) => string
    ready: string
  }
  columns: Record<BulkColumn, string>
  faults: { [C in BulkFault['code']]: (fault: Extract<BulkFault, { code: C }>) => string }
  rowFaults: { [C in RowFault['code']]: (fault: Extract<RowFault, { code: C }>) => string }
  progress: {
    titles: Record<Exclude<BulkState, 'draft'>, string>
    of: (done: number, all: number) => string
    checked: string
    running: string
    stopped: Record<'person' | 'rights', string>
    swept: string
    rows: string
    by: string
    check: { heading: string; refused: string }
    done: { heading: string; refused: string; failed: string; left: string }
    faulty: string
    faultyMore: (shown: string, all: string) => string
    /** Above the addresses that Partner Center writes in another way than they were given. */
    rewritten: string
    rewrittenMore: (shown: string, all: string) => string
    row: (n: string) => string
    mails: { marking: string; marked: (count: string, isOne: boolean) => string }
    ready: string
  }
  results: {
    row: string
    outcome: string
    explanation: string
    dryRun: Record<'refused' | 'failed' | 'left', string>
    done: Record<'refused' | 'failed' | 'left', string>
    /** The mails of drafted invitations. */
    mail: { to: string; subject: string; text: string; over: string }
    /** Beside a row whose address Partner Center writes in another way. */
    address: Record<'dryRun' | 'done', (address: string) => string>
    made: { tenant: string; domain: string; password: string; look: string; draft: string }
  }
}

export const bulkEn = ({ number, all, dateTime }: Format): BulkWords => {
  const count = (n: number, what: string): string => `${number(n)} ${what}${n === 1 ? '' : 's'}`
  const columns: BulkWords['columns'] = {
    customer: 'Customer',
    subscription: 'Subscription',
    reseller: 'Reseller (MPN ID)',
    supportContact: 'Designated support contact',
    email: "Customer's email",
    provider: 'Indirect provider',
    language: 'Language',
    companyName: 'Legal business name',
    domainPrefix: 'Domain prefix',
    registrationId: 'Registration ID',
    country: 'Country',
    addressLine1: 'Address line 1',
    addressLine2: 'Address line 2',
    city: 'City',
    state: 'State or prefecture',
    postalCode: 'Postal code',
    firstName: 'First name',
    lastName: 'Last name',
    phone: 'Phone',
    agreedOn: 'Date of agreement',
    offer: 'Subscription',
    licenses: 'Number of licenses',
  }
  const subscriptions = {
    nothing: 'No row would change anything.',
    check: { good: 'Would change', already: 'Nothing to change' },
    done: { good: 'Changed', already: 'Nothing to change' },
    file: {
      dryRun: { good: 'would change', already: 'nothing to change' },
      done: { good: 'changed', already: 'nothing to change' },
    },
    next: [],
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
      confirm: (rows) => `Confirm ${count(rows, 'row')}`,
      resume: 'Continue',
      stop: 'Stop',
      outcomes: 'Get all rows as a file',
      fetch: 'Download the file',
      another: 'New bulk job',
      sent: 'I have sent the emails',
    },
    title: 'Do many at once',
    intro: 'Paste or upload a table. Every row is checked first; nothing changes before you confirm.',
    recent: 'Jobs of your company',
    kinds: {
      reseller: {
        title: 'Reseller of record',
        text: 'Sets the reseller (MPN ID) of many subscriptions.',
        confirm: (rows) => `This will set the reseller of record of ${count(rows, 'subscription')}. Go ahead?`,
        ...subscriptions,
      },
      support: {
        title: 'Designated support contact',
        text: 'Sets whom the customers of many subscriptions turn to.',
        confirm: (rows) => `This will set the designated support contact of ${count(rows, 'subscription')}. Go ahead?`,
        ...subscriptions,
      },
      invitations: {
        title: 'Customer invitations',
        text: 'Drafts an invitation with a personal link for each of many customers. You send the emails yourself.',
        confirm: (rows) =>
          `This will draft ${count(rows, 'invitation')}, each with a personal link. No email goes out by itself: you send them. Go ahead?`,
        nothing: 'No row would draft an invitation.',
        check: { good: 'Would be drafted', already: 'Already invited' },
        done: { good: 'Drafted', already: 'Already invited' },
        file: {
          dryRun: { good: 'would be drafted', already: 'already invited' },
          done: { good: 'drafted', already: 'already invited' },
        },
        next: [
          'The invitations are drafted, and no email has gone out. The file with all rows has the address, subject and text of each email with its personal link, for a mail merge in your mail program.',
          'When you have sent the emails, select “I have sent the emails”. From then on they count as sent, and the links work for 30 days.',
        ],
      },
      newCustomers: {
        title: 'New customers',
        text: 'Creates many customers, each with its first subscription.',
        confirm: (rows) =>
          `This will create ${count(rows, 'customer')} in Partner Center and order their subscriptions. It can’t be undone. Go ahead?`,
        nothing: 'No row would create a customer.',
        check: { good: 'Would be created', already: 'Already there' },
        done: { good: 'Created', already: 'Already there' },
        file: {
          dryRun: { good: 'would be created', already: 'already there' },
          done: { good: 'created', already: 'already there' },
        },
        next: [
          'Whoever confirmed can show the temporary password of each new customer once, within 24 hours: open the customer in your own chat with the bot.',
        ],
        mend: 'Customers that Partner Center refused are under “New customers you have begun”: correct them there and submit them again.',
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
    job: (rows, by, at) => `${count(rows, 'row')} · ${by} · ${at}`,
    start: {
      columns: (names) =>
        `Columns: ${names}. With a heading row they may stand in any order; without one, in this order.`,
      optional: (names) => `May be left out: ${names}.`,
      hints: {
        customer: 'tenant ID, domain, or the full name',
        subscription: 'subscription ID, or its name where the customer has only one of that name',
        reseller: 'location MPN ID, tenant ID, or the full name of one of your resellers',
        supportContact: 'the name of your own company, or the MPN ID, tenant ID or full name of a reseller',
        email: '',
        provider: 'name, MPN ID or tenant ID; may be empty where you have only one',
        language: 'language of the email, English or Japanese; your own if empty',
        companyName: '',
        domainPrefix: 'what stands before .onmicrosoft.com: 1-27 letters or digits',
        registrationId: '',
        country: 'code or name',
        addressLine1: '',
        addressLine2: '',
        city: '',
        state: '',
        postalCode: '',
        firstName: '',
        lastName: '',
        phone: '',
        agreedOn: 'when the customer accepted the Microsoft Customer Agreement, for example 2025-06-30',
        offer: 'ID or name',
        licenses: '',
      },
      heading: 'Paste the rows',
      rows: 'Rows',
      hint: (most) => `Up to ${most} rows, copied from a spreadsheet or with commas between the columns.`,
      upload: (most) =>
        `Longer lists: upload a CSV file of up to ${most} rows (UTF-8, UTF-16 or Shift_JIS). The link is yours alone and works for 10 minutes.`,
      daily: (most) =>
        `Your company can do this for up to ${most} rows within 24 hours. Rows beyond that are shown as not done and can be given again later.`,
      ready: 'The template is ready. The link works once, within 10 minutes.',
    },
    columns,
    faults: {
      columns: ({ missing }) =>
        `These columns are missing from the heading: ${all(missing.map((one) => columns[one]))}.`,
      noRows: () => 'There is no row below the heading.',
      tooMany: ({ most }) => `These are more than ${number(most)} rows. Upload them as a file, or divide the list.`,
      perDay: ({ of, most, from }) =>
        of === 'jobs'
          ? `Your company can start at most ${number(most)} jobs within 24 hours. The next can be started from ${dateTime(from)}.`
          : `Your company can have at most ${number(most)} rows checked within 24 hours. Try again with fewer rows, or from ${dateTime(from)}.`,
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
      unknown: ({ column, value }) => `${columns[column]}: “${value}” wasn’t found.`,
      unfit: ({ column, value }) => `${columns[column]}: “${value}” can’t be used here.`,
      ambiguous: ({ column, value }) => `${columns[column]}: “${value}” matches several. Use the ID.`,
      repeated: ({ row }) => `This repeats row ${number(row)}. Keep only one of the two.`,
    },
    progress: {
      titles: {
        checking: 'Checking the rows',
        checked: 'Checked: nothing is changed yet',
        running: 'Running',
        stopped: 'Stopped',
        done: 'Done',
      },
      of: (done, rows) => `${number(done)} of ${count(rows, 'row')}`,
      checked: 'Rows that can’t be done are left out when you confirm.',
      running: 'You can close this. The work goes on by itself, and this card is kept up to date.',
      stopped: {
        person: 'What is done stays done. Continue whenever you like; no row is done twice.',
        rights:
          'Whoever confirmed it no longer has the right to. Somebody who has it can continue; no row is done twice.',
      },
      swept: 'The rows are no longer kept. What was done stays done.',
      rows: 'Rows',
      by: 'By',
      check: { heading: 'What would happen', refused: 'Cannot be done' },
      done: {
        heading: 'What happened',
        refused: 'Refused',
        failed: 'Failed at Partner Center',
        left: 'Not done yet',
      },
      faulty: 'Rows with a problem',
      faultyMore: (shown, rows) => `The first ${shown} of ${rows}. The file has all of them.`,
      rewritten: 'Addresses that will be used as Partner Center writes them',
      rewrittenMore: (shown, rows) => `${shown} of ${rows} addresses are shown. The file has all of them.`,
      row: (n) => `Row ${n}`,
      mails: {
        marking: 'The invitations are being marked as sent.',
        marked: (count, isOne) => `${count} ${isOne ? 'invitation is' : 'invitations are'} marked as sent.`,
      },
      ready: 'The file is ready. The link works once, within 10 minutes.',
    },
    results: {
      row: 'Row',
      outcome: 'Outcome',
      explanation: 'Explanation',
      dryRun: {
        refused: 'cannot be done',
        failed: 'cannot be done',
        left: 'not checked yet',
      },
      done: { refused: 'refused', failed: 'failed', left: 'not done yet' },
      mail: {
        to: 'Email to',
        subject: 'Email subject',
        text: 'Email text',
        over: 'The invitation is no longer open.',
      },
      address: {
        dryRun: (address) => `The address will be used as Partner Center writes it: ${address}`,
        done: (address) => `The address was used as Partner Center writes it: ${address}`,
      },
      made: {
        tenant: 'Tenant ID',
        domain: 'Domain',
        password: 'Temporary password',
        look: 'Whoever confirmed can show it once, within 24 hours: open the customer in your own chat with the bot.',
        draft: 'It is under “New customers you have begun”.',
      },
    },
  }
}
