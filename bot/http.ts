import { transcode } from 'node:buffer'
import type { IncomingMessage, ServerResponse } from 'node:http'

/** How long the rest of a refused body is read and thrown away, so that the sender sees the answer. */
const LINGER_MS = 1_000

/** Answers with a status alone. Whoever has not sent everything by then is cut off a second later. */
export function bare(req: IncomingMessage, res: ServerResponse, status: number): void {
  if (res.headersSent || res.destroyed) return
  if (!req.complete) cutOffLater(req)
  // Restify's writeHead does not answer with the response.
  res.writeHead(status, { 'content-length': 0 })
  res.end()
}

const texts = new WeakMap<object, string>()

/** A body that was written already is sent as `text`. */
export function written<T extends object>(body: T, text: string): T {
  texts.set(body, text)
  return body
}

export function sendJson(res: ServerResponse, status: number, body: object): void {
  if (res.headersSent || res.destroyed) return
  const text = texts.get(body) ?? JSON.stringify(body)
  // A short text goes out in one piece with its head; the bytes of a long one cost less than the text itself.
  const sent = text.length < LONG ? text : utf8(text)
  res.writeHead(status, {
    'content-type': 'application/json; charset=utf-8',
    'content-length': Buffer.byteLength(sent),
    'cache-control': 'no-store',
  })
  res.end(sent)
}

const LONG = 8_192

/** The bytes of a text of JSON, which has no half characters in it; a third of what encoding it otherwise takes. */
export const utf8 = (json: string): Uint8Array => transcode(Buffer.from(json, 'ucs2'), 'ucs2', 'utf8')

export type Limits = { maxBytes: number; timeoutMs: number }

/** The whole body, or the status that says why there is none: 413 too long, 408 too slow, 400 broken off or not UTF-8. */
export function readBody(req: IncomingMessage, { maxBytes, timeoutMs }: Limits): Promise<string | 400 | 408 | 413> {
  const { promise, resolve } = Promise.withResolvers<string | 400 | 408 | 413>()
  const chunks: Buffer[] = []
  let length = 0
  const settle = (outcome: string | 400 | 408 | 413): void => {
    clearTimeout(timer)
    req.off('data', take).off('end', whole).off('close', broken).off('error', broken)
    // An error may still follow; without anybody listening it would end the process.
    req.on('error', () => undefined)
    resolve(outcome)
  }
  const take = (chunk: Buffer): void => {
    length += chunk.length
    if (length > maxBytes) settle(413)
    else chunks.push(chunk)
  }
  const whole = (): void => settle(textOf(chunks) ?? 400)
  const broken = (): void => settle(400)
  const timer = setTimeout(() => settle(408), timeoutMs)
  req.on('data', take).on('end', whole).on('close', broken).on('error', broken)
  if (req.destroyed) broken()
  return promise
}

const UTF8 = new TextDecoder('utf-8', { fatal: true })

function textOf(chunks: readonly Buffer[]): string | undefined {
  try {
    return UTF8.decode(chunks.length === 1 ? chunks[0] : Buffer.concat(chunks))
  } catch {
    return undefined
  }
}

/** Lets the sender see the answer, and then ends what they are still sending. */
export function cutOffLater(req: IncomingMessage): void {
  req.on('error', () => undefined)
  req.resume()
  const timer = setTimeout(() => req.socket.destroy(), LINGER_MS).unref()
  req.once('close', () => clearTimeout(timer))
  req.once('end', () => clearTimeout(timer))
}
