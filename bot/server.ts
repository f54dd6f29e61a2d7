import type { Server as HttpServer, IncomingMessage, ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createServer as createRestify, type Request, type Response, type Server as Restify } from 'restify'
import { bare } from './http.ts'
import type { Ingress } from './ingress.ts'
import type { Log } from './log.ts'
import { memo } from './memo.ts'
import type { Page } from './page.ts'
import { servePage } from './serve-page.ts'

export type ServerOptions = {
  host: string
  port: number
  messages: Ingress
  pages: readonly Page[]
  /** Whether the store answers. Asked at most once a second, whoever looks. */
  ready: () => Promise<boolean>
  log: Pick<Log, 'trace' | 'debug' | 'warn' | 'error'>
  /** How long `/readyz` says no before new connections are refused, and how long turns in hand may take to finish. */
  drain?: { announceMs?: number; graceMs?: number }
}

export type Server = {
  /** @throws when the address is taken. */
  listen(): Promise<{ port: number }>
  /** Says not ready, stops accepting, and resolves when what is in hand is answered. */
  close(): Promise<void>
}

const MESSAGES = '/api/messages'

/** The HTTP server: activities, two health routes, and the pages. None of restify's body parsers is ever attached. */
export function createServer(options: ServerOptions): Server {
  const { host, port, messages, pages, log, drain: { announceMs = 0, graceMs = 20_000 } = {} } = options
  const restify = createRestify({ name: '', log: log as never }) as Restify & First
  const http: HttpServer = restify.server
  let closing = false

  restify.first((req, res) => {
    if (!isRoutable(req, res)) return false
    // Nearly everything is an activity: the way through the router costs it a fifth of what HTTP does.
    const isActivity = req.method === 'POST' && req.url === MESSAGES
    if (isActivity) void messages(req, res)
    return !isActivity
  })
  restify.on('restifyError', (req: Request, res: Response, error: { statusCode?: number }) => {
    const status = error.statusCode ?? 500
    if (status >= 500) log.error({ event: 'http', status, err: error })
    bare(req, res, status)
  })
  // Nobody takes an upgraded connection, so that it would stay for ever.
  restify.on('upgrade', (_: unknown, socket: { destroy(): void }) => socket.destroy())

  const ready = remembered(options.ready)
  restify.post(MESSAGES, async (req: Request, res: Response) => messages(req, res))
  restify.get('/livez', async (req: Request, res: Response) => bare(req, res, 200))
  restify.get('/readyz', async (req: Request, res: Response) => bare(req, res, !closing && (await ready()) ? 200 : 503))
  for (const page of pages) {
    const route = async (req: Request, res: Response): Promise<void> => servePage(page, req, res, log)
    if (page.method === 'GET') restify.get(page.path, route)
    else restify.post(page.path, route)
  }
  limit(http)

  return {
    async listen() {
      const { promise, resolve, reject } = Promise.withResolvers<void>()
      // Restify passes the errors of its server on to itself; one that nobody hears ends the process.
      restify.on('error', (error: unknown) => {
        log.error({ event: 'http', err: error })
        reject(error)
      })
      http.listen(port, host, resolve)
      await promise
      return { port: (http.address() as AddressInfo).port }
    },
    async close() {
      closing = true
      if (!http.listening) return
      await new Promise((resolve) => setTimeout(resolve, announceMs))
      const { promise, resolve } = Promise.withResolvers<void>()
      http.close(() => resolve())
      const idle = setInterval(() => http.closeIdleConnections(), 50)
      const late = setTimeout(() => http.closeAllConnections(), graceMs)
      await promise
      clearInterval(idle)
      clearTimeout(late)
    },
  }
}

/**
 * Times and numbers of reliability.md 2, threat 42; restify makes the server without options, so they are set here. A whole
 * request may take as long as a file over a slow line; every other body is given five seconds by whoever reads it.
 */
function limit(http: HttpServer): void {
  Object.assign(http, {
    headersTimeout: 10_000,
    requestTimeout: 95_000,
    keepAliveTimeout: 65_000,
    maxConnections: 4_000,
    connectionsCheckingInterval: 5_000,
  })
}

/** What restify's types leave out: asked before anything else; `false` ends it. */
type First = { first(judge: (req: IncomingMessage, res: ServerResponse) => boolean): void }

const ROUTABLE = /^\/[\w\-./~:@%?=&+,;!$'()*]{0,2047}$/
/** Nothing in it that could be read in two ways. */
const PLAIN = /^(\/[\w-]+)+$/

/** Restify builds a URL from the path and the `Host` header, and what is no URL ends the process. */
function isRoutable(req: IncomingMessage, res: ServerResponse): boolean {
  const { method, url = '', headers } = req
  if (!ROUTABLE.test(url) || !isHost(headers.host ?? 'localhost')) return refuse(req, res, 400)
  if (!PLAIN.test(url) && !leadsWhereItReads(url)) return refuse(req, res, 400)
  return method === 'GET' || method === 'POST' ? true : refuse(req, res, 405)
}

const isHost = memo((host) => /^[\w\-.:[\]]*$/.test(host) && URL.canParse(`http://${host}/`))

/** A path that leads elsewhere than it reads (`/api/messages/../x`) is for getting round whatever stands before us. */
const leadsWhereItReads = (url: string): boolean =>
  URL.parse(`http://localhost${url}`)?.pathname === url.split('?', 1)[0] && isDecodable(url)

function refuse(req: IncomingMessage, res: ServerResponse, status: number): false {
  bare(req, res, status)
  return false
}

function isDecodable(url: string): boolean {
  try {
    decodeURIComponent(url)
    return true
  } catch {
    return false
  }
}

/** Asks once a second at most, one at a time, and takes no answer within two seconds for a no. */
function remembered(ask: () => Promise<boolean>): () => Promise<boolean> {
  let last: { at: number; answer: Promise<boolean> } | undefined
  return () => {
    if (last === undefined || performance.now() - last.at > 1_000) {
      const late = new Promise<boolean>((resolve) => setTimeout(resolve, 2_000, false).unref())
      last = { at: performance.now(), answer: Promise.race([ask().catch(() => false), late]) }
    }
    return last.answer
  }
}
