import { byName } from '../cards/enrollment/enrollment-facts.ts'
import { type HistoryRow, whatOf } from '../cards/history.ts'
import type { Words } from '../cards/words/words.ts'
import { MOST_ROWS } from '../domain/files/csv.ts'
import { newId } from '../domain/ids.ts'
import type { House } from './capability.ts'
import type { Producers } from './hand-over.ts'
import { readableHistory } from './history-reading.ts'
import { lookAs } from './look.ts'

/** The rows of a history as a file: read while they are sent, by what the person may read at that moment. */
export const historyFile =
  (house: House): Producers['history'] =>
  async ({ show, query }, { tenantId, userId, locale, timeZone }) => {
    const turn = await lookAs({ tenantId, userId }, { locale, timeZone, correlationId: newId() }, house)
    const readable = turn && (await readableHistory(show, query, turn, house))
    return readable?.ok && turn ? rowsOf(readable.value.all(), turn.words) : undefined
  }

async function* rowsOf(rows: AsyncIterable<HistoryRow>, words: Words): AsyncGenerator<readonly string[]> {
  const { columns, cut } = words.past
  yield [columns.at, columns.companies, columns.by, columns.what]
  let count = 1
  for await (const row of rows) {
    if (++count > MOST_ROWS) {
      yield [cut(words.number(MOST_ROWS - 1))]
      return
    }
    const companies = 'events' in row ? (row.companies ?? []) : row.names
    yield [row.at, companies.join(' · '), byName(row.by, words), whatOf(row, words)]
  }
}
