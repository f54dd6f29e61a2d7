/** Why a file cannot be read as a table; `line` is the row where it went wrong, counted from 1. */
export type CsvFault =
  /** Neither UTF-8, UTF-16 nor Shift_JIS, or no text at all. */
  | { code: 'encoding' }
  | { code: 'empty' }
  | { code: 'tooManyRows'; most: number }
  | { code: 'tooWide'; line: number; most: number }
  /** A quotation mark is not closed, or something follows a closed one. */
  | { code: 'quotes'; line: number }

/** Thrown while a table is read, since its rows come one by one. */
export class CsvRefused extends Error {
  readonly fault: CsvFault
  constructor(fault: CsvFault) {
    super(`not a table: ${fault.code}`)
    this.fault = fault
  }
}

/** 10,000 rows below their heading. */
export const MOST_ROWS = 10_001
const MOST_CELLS = 100
const MOST_CELL_LENGTH = 20_000
/** The sign between cells is told from this much of the beginning, if the first row is longer. */
const LONGEST_HEAD = 65_536

/** What Excel needs to take a file for UTF-8. */
export const BOM = '\u{feff}'

/** One row as RFC 4180 has it. A cell that a spreadsheet would run as a formula is shown as the text that it is. */
export const csvLine = (cells: readonly string[]): string => `${cells.map(cell).join(',')}\r\n`

/** Full-width signs begin a formula too, in Japanese Excel. */
const FORMULA = /^\s*[=+\-@\t\r＝＋－＠]|^[\t\r\n]/u

function cell(text: string): string {
  const shown = FORMULA.test(text) ? `'${text}` : text
  return /[",;\r\n\t]|^\s|\s$/u.test(shown) ? `"${shown.replaceAll('"', '""')}"` : shown
}

/** A cell as it was before `csvLine` made it safe: what was fetched as a file is handed in again. */
export const unguarded = (text: string): string =>
  text.startsWith("'") && FORMULA.test(text.slice(1)) ? text.slice(1) : text

/**
 * The rows of a text that arrives piece by piece; the sign between cells (`,`, `;` or a tab) is whichever stands most
 * often in the first row. Empty rows are left out.
 * @throws CsvRefused
 */
export async function* readCsv(texts: AsyncIterable<string>): AsyncGenerator<readonly string[]> {
  const { take, end } = table()
  let count = 0
  for await (const piece of withHead(texts)) for (const row of counted(take(piece))) yield row
  for (const row of counted(end())) yield row
  if (count === 0) throw new CsvRefused({ code: 'empty' })

  function* counted(rows: Iterable<readonly string[]>) {
    for (const row of rows) {
      if (row.every((one) => one.trim() === '')) continue
      if (++count > MOST_ROWS) throw new CsvRefused({ code: 'tooManyRows', most: MOST_ROWS - 1 })
      yield row
    }
  }
}

/** The same text, the first piece long enough to hold the first row. */
async function* withHead(texts: AsyncIterable<string>): AsyncGenerator<string> {
  let head: string | undefined = ''
  for await (const text of texts) {
    if (head === undefined) yield text
    else {
      head += text
      if (!/[\r\n]/.test(head) && head.length < LONGEST_HEAD) continue
      yield head
      head = undefined
    }
  }
  if (head) yield head
}

type Place = 'start' | 'plain' | 'quoted' | 'closed'

/** Reads sign by sign, and remembers between two pieces where it stands. */
function table() {
  let between: string | undefined
  let place: Place = 'start'
  let cell = ''
  let row: string[] = []
  let line = 1
  let afterReturn = false

  function add(sign: string): void {
    cell += sign
    if (cell.length > MOST_CELL_LENGTH) throw new CsvRefused({ code: 'tooWide', line, most: MOST_CELL_LENGTH })
  }

  function endCell(): void {
    row.push(cell)
    if (row.length > MOST_CELLS) throw new CsvRefused({ code: 'tooWide', line, most: MOST_CELLS })
    cell = ''
    place = 'start'
  }

  function endRow(): readonly string[] {
    endCell()
    const whole = row
    row = []
    line++
    return whole
  }

  /** Whether the sign ends a row. */
  function read(sign: string): boolean {
    const wasReturn = afterReturn
    afterReturn = false
    if (place === 'quoted') {
      if (sign === '"') place = 'closed'
      else add(sign)
      return false
    }
    if (sign === '\n' || sign === '\r') {
      afterReturn = sign === '\r'
      return !(wasReturn && sign === '\n')
    }
    if (sign === between) endCell()
    else if (sign === '"' && place !== 'plain') {
      if (place === 'closed') add(sign)
      place = 'quoted'
    } else if (place === 'closed') throw new CsvRefused({ code: 'quotes', line })
    else {
      add(sign)
      place = 'plain'
    }
    return false
  }

  return {
    *take(text: string): Generator<readonly string[]> {
      between ??= separatorOf(text)
      for (const sign of text) if (read(sign)) yield endRow()
    },
    *end(): Generator<readonly string[]> {
      if (place === 'quoted') throw new CsvRefused({ code: 'quotes', line })
      if (place !== 'start' || row.length > 0) yield endRow()
    },
  }
}

function separatorOf(text: string): string {
  const [head = ''] = text
    .slice(0, LONGEST_HEAD)
    .replace(/"[^"]*"/g, '')
    .trimStart()
    .split(/[\r\n]/, 1)
  const counted = [',', ';', '\t'].map((sign) => ({ sign, count: head.split(sign).length }))
  return counted.toSorted((a, b) => b.count - a.count)[0]?.sign ?? ','
}
