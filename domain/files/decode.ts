import { CsvRefused } from './csv.ts'
import type { Encoding } from './ticket.ts'

/**
 * How the text is written: as its first bytes say, else UTF-8 if it is that throughout, else Shift_JIS.
 * @param content gives the bytes from the beginning each time it is called.
 * @throws CsvRefused
 */
export async function encodingOf(content: () => AsyncIterable<Uint8Array>): Promise<Encoding> {
  const marked = markOf(await firstOf(content()))
  for (const encoding of marked ? [marked] : (['utf-8', 'shift_jis'] as const))
    if (await isWrittenIn(encoding, content())) return encoding
  throw new CsvRefused({ code: 'encoding' })
}

/** The text, piece by piece, without the mark at its beginning. @throws CsvRefused */
export async function* decoded(content: AsyncIterable<Uint8Array>, encoding: Encoding): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding, { fatal: true })
  try {
    for await (const bytes of content) yield decoder.decode(bytes, { stream: true })
    yield decoder.decode()
  } catch (error) {
    throw error instanceof TypeError ? new CsvRefused({ code: 'encoding' }) : error
  }
}

async function isWrittenIn(encoding: Encoding, content: AsyncIterable<Uint8Array>): Promise<boolean> {
  try {
    // A table has no zero in it; pictures and workbooks do.
    for await (const text of decoded(content, encoding)) if (text.includes('\0')) return false
    return true
  } catch (error) {
    if (error instanceof CsvRefused) return false
    throw error
  }
}

async function firstOf(content: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  for await (const bytes of content) return bytes
  return new Uint8Array()
}

function markOf([first, second, third]: Uint8Array): Encoding | undefined {
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  if (first === 0xfe && second === 0xff) return 'utf-16be'
  return first === 0xef && second === 0xbb && third === 0xbf ? 'utf-8' : undefined
}
