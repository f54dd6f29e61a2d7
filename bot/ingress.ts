import type { IncomingMessage, ServerResponse } from 'node:http'
import { bare, type Limits, readBody, sendJson } from './http.ts'
import type { Log } from './log.ts'
import { type Activity, readActivity, tenantOf } from './teams/activity.ts'
import type { Door } from './teams/door.ts'
import { type HostPins, isPinned } from './teams/service-url.ts'
import type { Delivery } from './teams/teams.ts'

export type IngressOptions = {
  door: Door | undefined
  pins: HostPins
  deliver: (activity: Activity) => Promise<Delivery>
  log: Pick<Log, 'debug' | 'error'>
  limits?: Partial<Limits>
  mostInFlight?: number
}

/** Answers one POST of an activity. Never rejects. */
export type Ingress = (req: IncomingMessage, res: ServerResponse) => Promise<void>

const MAX_BYTES = 256 * 1024
const MAX_DEPTH = 64
/** What one company may have in hand of all: the rest is for the others, whatever it does (reliability.md 2, threat 46). */
const SHARE_OF_ONE = 0.75

/**
 * What stands before a turn, cheapest first (reliability.md 4.2, 6): the token's shape, the headers, the token's
 * signature, the body's size, time and depth, the envelope, the host. The token is judged to the end before a byte of
 * the body is read, and only turns are counted: who cannot sign holds nothing that others need. Every refusal is a bare
 * status.
 */
export function createIngress(options: IngressOptions): Ingress {
  const { door, pins, deliver, log, mostInFlight = 200 } = options
  const limits = { maxBytes: MAX_BYTES, timeoutMs: 5_000, ...options.limits }
  const mostOfOne = Math.ceil(mostInFlight * SHARE_OF_ONE)
  const byTenant = new Map<string, number>()
  let inFlight = 0

  async function take(req: IncomingMessage): Promise<Delivery> {
    const { authorization } = req.headers
    if (door !== undefined && !door.looksRight(authorization)) return { status: 401 }
    const unfit = judgeHeaders(req, limits.maxBytes)
    if (unfit !== undefined) return { status: unfit }
    const caller = await door?.admit(authorization ?? '')
    if (door !== undefined && caller === undefined) return { status: 401 }
    const body = await readBody(req, limits)
    if (typeof body === 'number') return { status: body }
    const activity = readActivity(parse(body))
    if (activity === undefined) return { status: 400 }
    if (!isPinned(activity.serviceUrl, pins)) return { status: 403 }
    if (caller !== undefined && caller.serviceUrl !== activity.serviceUrl) return { status: 400 }
    const tenant = tenantOf(activity)?.toLowerCase() ?? ''
    const ofTenant = byTenant.get(tenant) ?? 0
    if (inFlight >= mostInFlight || ofTenant >= mostOfOne) return { status: 503 }
    inFlight += 1
    byTenant.set(tenant, ofTenant + 1)
    try {
      return await deliver(activity)
    } finally {
      inFlight -= 1
      const left = (byTenant.get(tenant) ?? 1) - 1
      if (left > 0) byTenant.set(tenant, left)
      else byTenant.delete(tenant)
    }
  }

  return async (req, res) => {
    try {
      const { status, body } = await take(req)
      if (status !== 200) log.debug({ event: 'ingress', status })
      if (body === undefined) bare(req, res, status)
      else sendJson(res, status, body)
    } catch (error) {
      log.error({ event: 'ingress', status: 500, err: error })
      bare(req, res, 500)
    }
  }
}

/** Only plain JSON of a fair size: an undecodable `Content-Encoding` ends a server that tries (reliability.md, finding 1). */
function judgeHeaders({ headers }: IncomingMessage, maxBytes: number): 413 | 415 | undefined {
  if (headers['content-encoding'] !== undefined) return 415
  if (!/^application\/json\s*(;|$)/i.test(headers['content-type'] ?? '')) return 415
  return Number(headers['content-length'] ?? 0) > maxBytes ? 413 : undefined
}

/** Undefined for anything that is not JSON, nests too deep, or holds half a character. */
function parse(text: string): unknown {
  if (nestsDeeper(text, MAX_DEPTH)) return undefined
  try {
    const body: unknown = JSON.parse(text)
    return HALF_CHARACTER.test(text) && !isWellFormed(body) ? undefined : body
  } catch {
    return undefined
  }
}

const HALF_CHARACTER = /\\u[dD][89a-fA-F]/

const [QUOTE, BACKSLASH] = [0x22, 0x5c]
const [OPENING_ARRAY, OPENING_OBJECT, CLOSING_ARRAY, CLOSING_OBJECT] = [0x5b, 0x7b, 0x5d, 0x7d]

/** Counts brackets outside of strings, before anything is built from them. */
function nestsDeeper(text: string, most: number): boolean {
  let depth = 0
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code === QUOTE) at = endOfString(text, at)
    else if (code === OPENING_ARRAY || code === OPENING_OBJECT) {
      depth += 1
      if (depth > most) return true
    } else if (code === CLOSING_ARRAY || code === CLOSING_OBJECT) depth -= 1
  }
  return false
}

/** The quote that ends a string; most of a body is strings. */
function endOfString(text: string, start: number): number {
  for (let at = text.indexOf('"', start + 1); at >= 0; at = text.indexOf('"', at + 1)) {
    let before = at
    while (text.charCodeAt(before - 1) === BACKSLASH) before--
    if ((at - before) % 2 === 0) return at
  }
  return text.length
}

function isWellFormed(root: unknown): boolean {
  const open: unknown[] = [root]
  while (open.length > 0) {
    const value = open.pop()
    if (typeof value === 'string' && !value.isWellFormed()) return false
    if (typeof value !== 'object' || value === null) continue
    for (const [key, inner] of Object.entries(value)) {
      if (!key.isWellFormed()) return false
      open.push(inner)
    }
  }
  return true
}
