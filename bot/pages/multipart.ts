import { BodyBroken } from '../pieces.ts'

/** Why a form holds no file that can be taken. */
type FormFault = { code: 'malformed' } | { code: 'noFile' } | { code: 'tooLarge' }

export class FormRefused extends Error {
  readonly fault: FormFault
  constructor(code: FormFault['code']) {
    super(`form refused: ${code}`)
    this.fault = { code }
  }
}

export type SentFile = { name: string; content: AsyncIterable<Uint8Array> }

const LONGEST_HEAD = 8 * 1024

/**
 * The one file of a `multipart/form-data` body (RFC 7578), given on as it arrives: the longest thing in memory is one piece
 * and a boundary. The form has no other field, so that whatever else comes is no form of ours.
 * @throws FormRefused, also while `content` is read.
 */
export async function sentFile(
  pieces: AsyncIterable<Uint8Array>,
  contentType: string | undefined,
  mostBytes: number,
): Promise<SentFile> {
  const boundary = boundaryOf(contentType)
  const body = reader(pieces)
  if ((await body.upTo(`--${boundary}\r\n`, LONGEST_HEAD)) !== '') throw new FormRefused('malformed')
  const name = fileNameIn(await body.upTo('\r\n\r\n', LONGEST_HEAD))
  return { name, content: body.rest(`\r\n--${boundary}`, mostBytes) }
}

function boundaryOf(contentType = ''): string {
  const [, quoted, plain] =
    /^multipart\/form-data\s*;(?:[^"]*;)?\s*boundary=(?:"([^"\r\n]{1,70})"|([^\s;"]{1,70}))\s*(?:;|$)/i.exec(
      contentType.slice(0, 500),
    ) ?? []
  const boundary = quoted ?? plain
  if (boundary === undefined) throw new FormRefused('malformed')
  return boundary
}

function fileNameIn(head: string): string {
  const disposition = head.split('\r\n').find((line) => /^content-disposition:\s*form-data/i.test(line))
  const [, written] = /;\s*filename="([^"]*)"/i.exec(disposition ?? '') ?? []
  if (written === undefined) throw new FormRefused('malformed')
  // Browsers write no other sign that way; some add the path.
  const name = written.replaceAll('%22', '"').split(/[\\/]/).at(-1) ?? ''
  if (name === '') throw new FormRefused('noFile')
  return name
}

function reader(pieces: AsyncIterable<Uint8Array>) {
  const source = pieces[Symbol.asyncIterator]()
  let held: Buffer = Buffer.alloc(0)

  async function more(): Promise<void> {
    const { value, done } = await source.next()
    if (done) throw new FormRefused('malformed')
    held = held.length === 0 ? Buffer.from(value) : Buffer.concat([held, value])
  }

  return {
    async upTo(mark: string, most: number): Promise<string> {
      for (;;) {
        const at = held.indexOf(mark)
        if (at > most || (at < 0 && held.length > most)) throw new FormRefused('malformed')
        if (at >= 0) {
          const text = held.subarray(0, at).toString('utf8')
          held = held.subarray(at + mark.length)
          return text
        }
        await more()
      }
    },
    async *rest(mark: string, mostBytes: number): AsyncGenerator<Uint8Array> {
      let size = 0
      const counted = (bytes: Buffer): Buffer => {
        size += bytes.length
        if (size > mostBytes) throw new FormRefused('tooLarge')
        return bytes
      }
      let at = held.indexOf(mark)
      while (at < 0) {
        // The mark may have begun in what is held.
        const safe = Math.max(held.length - mark.length + 1, 0)
        const bytes = counted(held.subarray(0, safe))
        held = held.subarray(safe)
        if (bytes.length > 0) yield bytes
        await more()
        at = held.indexOf(mark)
      }
      yield counted(held.subarray(0, at))
      held = held.subarray(at + mark.length)
      while (held.length < 2) await more()
      if (held.subarray(0, 2).toString('latin1') !== '--') throw new FormRefused('malformed')
      // What is still on its way is taken, so that the connection can go on.
      for (let read = 0; read < LONGEST_HEAD; ) {
        const { value, done } = await source.next()
        if (done) return
        read += value.length
      }
      throw new BodyBroken(413)
    },
  }
}
