import { outcomeCells } from '../cards/bulk-outcome.ts'
import type { Words } from '../cards/words/words.ts'
import { COLUMNS, hasRows, isBegun, type WithRows } from '../domain/bulk/bulk.ts'
import { ownJob } from '../domain/bulk/confirm.ts'
import { ROWS_PER_DOCUMENT, readRows } from '../domain/bulk/rows.ts'
import { newId } from '../domain/ids.ts'
import type { House } from './capability.ts'
import type { Producers } from './hand-over.ts'
import { lookAs } from './look.ts'

/** What became of each row as a file, or would become of it before the job is confirmed; read while it is sent. */
export const bulkFile =
  (house: House): Producers['bulk'] =>
  async ({ bulk: id }, { tenantId, userId, locale, timeZone }) => {
    const turn = await lookAs({ tenantId, userId }, { locale, timeZone, correlationId: newId() }, house)
    const bulk = await house.bulks.find(id)
    if (!turn?.organization || !bulk || !hasRows(bulk)) return undefined
    if (ownJob(bulk, turn.actor, turn.organization).length > 0) return undefined
    return rowsOf(bulk, house, turn.words)
  }

/** The headings alone, as they are read. */
export const bulkTemplate =
  (house: House): Producers['bulkTemplate'] =>
  async ({ of }, { tenantId, userId, locale, timeZone }) => {
    const turn = await lookAs({ tenantId, userId }, { locale, timeZone, correlationId: newId() }, house)
    return turn && headings(COLUMNS[of].map((column) => turn.words.bulk.columns[column]))
  }

async function* headings(row: readonly string[]): AsyncGenerator<readonly string[]> {
  yield row
}

async function* rowsOf(bulk: WithRows, { store }: House, words: Words): AsyncGenerator<readonly string[]> {
  const { columns, results } = words.bulk
  yield [results.row, ...COLUMNS[bulk.kind].map((column) => columns[column]), results.outcome, results.explanation]
  for (let document = 0; document < bulk.sheet.documents; document++) {
    const found = await readRows(store, bulk.id, bulk.sheet, document)
    for (const [n, { cells, check, done }] of (found?.body.rows ?? []).entries()) {
      const number = String(document * ROWS_PER_DOCUMENT + n + 1)
      yield [number, ...cells, ...outcomeCells(isBegun(bulk) ? { done } : { check }, words)]
    }
  }
}
