import { createHash } from 'node:crypto'
import { normalDomainPrefix } from '../customer/domain-prefix.ts'
import { unguarded } from '../files/csv.ts'
import { nameKey } from '../text.ts'
import { type BulkColumn, type BulkKind, COLUMNS, isOptional } from './bulk.ts'
import type { Row } from './rows.ts'

/** Why a table is none of a job's. */
export type SheetFault =
  | { code: 'columns'; missing: readonly BulkColumn[] }
  | { code: 'noRows' }
  | { code: 'tooMany'; most: number }
  /** The company has had so much tried within 24 hours; `from` is when the first of it is a day old. */
  | { code: 'perDay'; of: 'jobs' | 'rows'; most: number; from: string }

/** Thrown while a table is read, since its rows come one by one. */
export class SheetRefused extends Error {
  readonly fault: SheetFault
  constructor(fault: SheetFault) {
    super(`not a table of rows: ${fault.code}`)
    this.fault = fault
  }
}

/** Longer than anything that a cell can mean; what is longer is refused as unknown, and the store stays small. */
const LONGEST_CELL = 300

/** The columns that are enough to tell whether two rows are about the same; where one is empty that must not be, they are not. */
const SUBJECT: Record<BulkKind, readonly BulkColumn[]> = {
  reseller: ['customer', 'subscription'],
  support: ['customer', 'subscription'],
  invitations: ['email', 'provider'],
  newCustomers: ['domainPrefix'],
}

const subjectKey = (column: BulkColumn, cell: string): string =>
  column === 'domainPrefix' ? normalDomainPrefix(cell) : nameKey(cell)

/**
 * The rows below a heading, which names columns in any order and language; without one they are in the order of `asked`,
 * the columns that the company is asked for.
 * @throws SheetRefused
 */
export async function* readSheet(
  lines: AsyncIterable<readonly string[]>,
  kind: BulkKind,
  {
    columnOf,
    most,
    asked = COLUMNS[kind],
  }: { columnOf: (heading: string) => BulkColumn | undefined; most: number; asked?: readonly BulkColumn[] },
): AsyncGenerator<Row> {
  const columns: readonly BulkColumn[] = COLUMNS[kind]
  const seen = new Map<string, number>()
  let places: readonly number[] | undefined
  let count = 0
  for await (const line of lines) {
    if (places === undefined) {
      const headings = line.map(columnOf)
      const isHeading = columns.some((column) => headings.includes(column))
      places = columns.map((column) => (isHeading ? headings : asked).indexOf(column))
      const missing = asked.filter((column) => !isOptional(kind, column) && places?.[columns.indexOf(column)] === -1)
      if (missing.length > 0) throw new SheetRefused({ code: 'columns', missing })
      if (isHeading) continue
    }
    if (++count > most) throw new SheetRefused({ code: 'tooMany', most })
    const cells = places.map((at) => [...unguarded(line[at] ?? '').trim()].slice(0, LONGEST_CELL).join(''))
    const subject = SUBJECT[kind].map((column) => subjectKey(column, cells[columns.indexOf(column)] ?? ''))
    const key = createHash('sha256').update(JSON.stringify(subject)).digest('base64url').slice(0, 22)
    const isTold = SUBJECT[kind].every((column, n) => subject[n] !== '' || isOptional(kind, column))
    const before = isTold ? seen.get(key) : undefined
    if (before === undefined) seen.set(key, count)
    yield { cells, ...(before === undefined ? {} : { repeats: before }) }
  }
  if (count === 0) throw new SheetRefused({ code: 'noRows' })
}
