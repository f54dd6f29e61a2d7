import { tokenHash } from '../links.ts'
import type { DocumentStore } from '../store/document-store.ts'
import { keepContent, piecesOf, readContent } from './content.ts'
import { readCsv } from './csv.ts'
import { decoded, encodingOf } from './decode.ts'
import { beginAttempt, dropContent, filePk, keepReceived, type Received } from './ticket.ts'

/**
 * Keeps a file that is being handed in, and reads it once through, so that what cannot be read is said at once. Whatever
 * went wrong, nothing of it stays and the ticket can be tried again.
 * @returns undefined when the ticket has ended.
 * @throws CsvRefused, and whatever `content` throws.
 */
export async function receive(
  store: DocumentStore,
  token: string,
  file: { name: string; content: AsyncIterable<Uint8Array> },
  clock: { now(): string },
): Promise<Received | undefined> {
  const attempt = await beginAttempt(store, token, clock.now())
  if (attempt === undefined) return undefined
  const pk = filePk(tokenHash(token))
  let isKept = false
  try {
    const size = await keepContent(store, pk, attempt, file.content)
    const content = () => readContent(store, pk, attempt)
    const encoding = await encodingOf(content)
    let rows = 0
    for await (const _ of readCsv(decoded(content(), encoding))) rows++
    const received: Received = { attempt, name: file.name, size, rows, encoding }
    isKept = await keepReceived(store, token, received, clock.now())
    return isKept ? received : undefined
  } finally {
    if (!isKept) await dropContent(store, pk, piecesOf(attempt))
  }
}
