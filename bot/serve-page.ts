import type { IncomingMessage } from 'node:http'
import type { Request, Response } from 'restify'
import { bare, readBody } from './http.ts'
import type { Log } from './log.ts'
import type { Page, PageRequest } from './page.ts'

const LIMITS = { maxBytes: 64 * 1024, timeoutMs: 5_000 }

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
    const body = page.method === 'GET' ? '' : await bodyOf(req)
    if (typeof body === 'number') return bare(req, res, body)
    const { status, headers, body: answer } = await page.answer(requestOf(req, body))
    const text = typeof answer === 'string' ? answer : JSON.stringify(answer)
    const bytes = Buffer.from(text)
    const type = typeof answer === 'string' ? 'text/html' : 'application/json'
    const own = Object.fromEntries(Object.entries(headers ?? {}).map(([name, value]) => [name.toLowerCase(), value]))
    const all = { ...HEADERS, 'content-type': `${type}; charset=utf-8`, ...own, 'content-length': bytes.length }
    res.writeHead(status, all)
    res.end(bytes)
  } catch (error) {
    log.error({ event: 'page', status: 500, err: error })
    bare(req, res, 500)
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
