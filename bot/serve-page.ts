import type { IncomingMessage } from 'node:http'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Request, Response } from 'restify'
import { bare, cutOffLater, readBody } from './http.ts'
import type { Log } from './log.ts'
import type { Page, PageRequest } from './page.ts'
import { piecesOf } from './pieces.ts'

const LIMITS = { maxBytes: 64 * 1024, timeoutMs: 5_000 }
/** A file and what stands around it, over a slow line too; shorter than the server gives a whole request. */
const FILE_LIMITS = {
  maxBytes: 6 * 1024 * 1024,
  idleMs: 10_000,
  timeoutMs: 90_000,
  graceMs: 10_000,
  bytesPerSecond: 8 * 1024,
}
/** How long somebody may take no bytes of a file that is sent to them. */
const SEND_IDLE_MS = 30_000

/** Nothing but the page's own words and style; nobody may frame it, keep it, or learn its address. */
const HEADERS = {
  'content-security-policy':
    "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
  'referrer-policy': 'no-referrer',
  'cache-control': 'no-store',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'x-robots-tag': 'noindex',
}

/** Serves one page over HTTP; its faults are a bare 500. */
export async function servePage(page: Page, req: Request, res: Response, log: Pick<Log, 'error'>): Promise<void> {
  try {
    const body = page.method === 'GET' || page.takesFile ? '' : await bodyOf(req)
    if (typeof body === 'number') return bare(req, res, body)
    const pieces = page.takesFile && piecesOf(req, FILE_LIMITS)
    const {
      status,
      headers,
      body: answer,
      stream,
    } = await page.answer({ ...requestOf(req, body), ...(pieces && { pieces }) })
    const text = typeof answer === 'string' ? answer : JSON.stringify(answer)
    const bytes = Buffer.from(text)
    const type = typeof answer === 'string' ? 'text/html' : 'application/json'
    const own = Object.fromEntries(Object.entries(headers ?? {}).map(([name, value]) => [name.toLowerCase(), value]))
    const all = { ...HEADERS, 'content-type': `${type}; charset=utf-8`, ...own }
    if (stream) return await send(stream, res, status, all)
    if (!req.complete) cutOffLater(req)
    res.writeHead(status, { ...all, 'content-length': bytes.length })
    res.end(bytes)
  } catch (error) {
    log.error({ event: 'page', status: 500, err: error })
    bare(req, res, 500)
  }
}

/** No faster than it is taken; whoever goes away ends it. */
async function send(
  stream: AsyncIterable<string>,
  res: Response,
  status: number,
  headers: Readonly<Record<string, string>>,
): Promise<void> {
  res.writeHead(status, headers)
  res.setTimeout(SEND_IDLE_MS, () => res.destroy())
  try {
    await pipeline(Readable.from(stream, { objectMode: true, highWaterMark: 4 }), res)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ERR_STREAM_PREMATURE_CLOSE') throw error
  }
}

async function bodyOf(req: IncomingMessage): Promise<string | number> {
  if (req.headers['content-encoding'] !== undefined) return 415
  if (Number(req.headers['content-length'] ?? 0) > LIMITS.maxBytes) return 413
  return readBody(req, LIMITS)
}

function requestOf(req: Request, body: string): PageRequest {
  const { searchParams } = new URL(req.url ?? '/', 'http://localhost')
  const headers: Record<string, string | undefined> = {}
  for (const [name, value] of Object.entries(req.headers))
    headers[name] = Array.isArray(value) ? value.join(', ') : value
  return { params: { ...(req.params as Record<string, string>) }, query: searchParams, headers, body }
}
