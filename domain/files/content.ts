import { newId } from '../ids.ts'
import { type DocumentStore, StoreUnavailable } from '../store/document-store.ts'

/** 5 MiB (interface.md 3). */
export const MOST_FILE_BYTES = 5 * 1024 * 1024

/** As base64 and with its envelope a piece stays below 400 KB. */
const PIECE_BYTES = 288 * 1024

type Piece = { t: 'piece'; v: 1; token: string; content: string }

/** The ids of the pieces of one attempt begin so. */
export const piecesOf = (attempt: number): string => `part:${String(attempt).padStart(2, '0')}:`

/** Keeps content as it arrives, piece by piece, so that never more than one piece of it is in memory. */
export async function keepContent(
  store: DocumentStore,
  pk: string,
  attempt: number,
  content: AsyncIterable<Uint8Array>,
): Promise<number> {
  let waiting: Uint8Array[] = []
  let held = 0
  let size = 0
  let n = 0
  const write = async () => {
    await keepPiece(store, pk, pieceId(attempt, n++), Buffer.concat(waiting))
    waiting = []
    held = 0
  }
  for await (const chunk of content) {
    for (let at = 0; at < chunk.length; ) {
      const part = chunk.subarray(at, at + PIECE_BYTES - held)
      waiting.push(part)
      held += part.length
      at += part.length
      size += part.length
      if (held === PIECE_BYTES) await write()
    }
  }
  if (held > 0) await write()
  return size
}

/** The content again, in order. */
export async function* readContent(store: DocumentStore, pk: string, attempt: number): AsyncGenerator<Uint8Array> {
  for (let n = 0; ; n++) {
    const piece = await store.read<Piece>(pk, pieceId(attempt, n))
    if (!piece) return
    yield Buffer.from(piece.body.content, 'base64')
  }
}

async function keepPiece(store: DocumentStore, pk: string, id: string, bytes: Buffer): Promise<void> {
  const body: Piece = { t: 'piece', v: 1, token: newId(), content: bytes.toString('base64') }
  const kept = await store.batch(pk, [{ op: 'create', id, body }], { id, token: body.token })
  if (!kept.ok) throw new StoreUnavailable('notExecuted')
}

const pieceId = (attempt: number, n: number): string => `${piecesOf(attempt)}${String(n).padStart(4, '0')}`
