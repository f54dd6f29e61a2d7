import { createHmac, randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import {
  type Container,
  type Definition,
  planQuery,
  RANGES,
  Refused,
  type Reply,
  readDocument,
  runBatch,
  runQuery,
} from './cosmos-documents.ts'

export type Kind =
  | 'database'
  | 'newDatabase'
  | 'container'
  | 'newContainer'
  | 'ranges'
  | 'read'
  | 'batch'
  | 'plan'
  | 'query'
  | 'other'

export type FakeRequest = {
  kind: Kind
  method: string
  path: string
  headers: IncomingHttpHeaders
  body: string
  at: number
}

/** What goes wrong with the next `times` (1) requests of the kind, before they take effect unless `phase` is after. */
export type Fault = {
  match?: Kind
  times?: number
  phase?: 'before' | 'after'
  status?: number
  headers?: Record<string, string>
  body?: string
  /** The connection is reset. */
  destroy?: boolean
  /** No answer at all. */
  hang?: boolean
  /** The head and a part of the body, then nothing. */
  stall?: boolean
}

export type FakeOptions = {
  port?: number
  key?: string
  /** Pages hold no more than this, whatever is asked for. */
  pageSize?: number
  /** Queries begin with a page without documents. */
  emptyFirstPage?: boolean
}

export type CosmosFake = {
  endpoint: string
  key: string
  requests: FakeRequest[]
  faults(...faults: Fault[]): void
  /** No fault is left. */
  heal(): void
  definition(database: string, container: string): Definition | undefined
  /** Forgets databases, faults and requests. */
  reset(): void
  close(): Promise<void>
}

/**
 * A strict Azure Cosmos DB in this process: what the adapter uses, and 501 for everything else. It checks signatures,
 * consistency level, session tokens, partition keys, ids and the index policy; batches are atomic.
 */
export async function startCosmosFake(options: FakeOptions = {}): Promise<CosmosFake> {
  const { key = randomBytes(64).toString('base64') } = options
  const databases = new Map<string, Map<string, Container>>()
  const requests: FakeRequest[] = []
  let pending: Fault[] = []

  const nextFault = (kind: Kind): Fault | undefined => {
    const fault = pending.find(({ match = kind }) => match === kind)
    if (fault) fault.times = (fault.times ?? 1) - 1
    pending = pending.filter(({ times }) => times !== 0)
    return fault
  }

  const route = ({ kind, method, path, headers, body }: FakeRequest): Reply => {
    const [, , database = '', , name = '', , id = ''] = path.split('/').map(decodeURIComponent)
    const containers = databases.get(database)
    const container = containers?.get(name)
    if (kind === 'database') return found(containers && { id: database })
    if (kind === 'newDatabase') return created(databases, JSON.parse(body), () => new Map())
    if (!containers) throw new Refused(404, 'Owner resource does not exist', 1003)
    if (kind === 'container') return found(container?.definition)
    if (kind === 'newContainer') return created(containers, JSON.parse(body), emptyContainer)
    if (!container) throw new Refused(404, 'Owner resource does not exist', 1003)
    if (kind === 'ranges') return { status: 200, body: { PartitionKeyRanges: RANGES, _count: RANGES.length } }
    if (kind === 'read') return readDocument(container, headers, id)
    if (kind === 'batch') return runBatch(container, headers, body)
    if (kind === 'plan') return planQuery(JSON.parse(body))
    if (kind === 'query') return runQuery(container, headers, JSON.parse(body), options)
    throw new Refused(501, `${method} ${path} is not emulated`)
  }

  const answer = (request: FakeRequest): Reply => {
    try {
      checkSignature(request, key)
      return route(request)
    } catch (error) {
      return error instanceof Refused ? error.reply : { status: 500, body: { message: String(error) } }
    }
  }

  const server = createServer(async (incoming, outgoing) => {
    const request = await received(incoming)
    requests.push(request)
    const fault = nextFault(request.kind)
    if (!fault) return send(outgoing, answer(request))
    if (fault.phase === 'after') answer(request)
    misbehave(outgoing, fault)
  })
  server.listen(options.port ?? 0, '127.0.0.1')
  await once(server, 'listening')

  return {
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    key,
    requests,
    faults: (...faults) => {
      pending.push(...faults.map((fault) => ({ ...fault })))
    },
    heal: () => {
      pending = []
    },
    definition: (database, container) => databases.get(database)?.get(container)?.definition,
    reset: () => {
      databases.clear()
      requests.length = 0
      pending = []
    },
    close: async () => {
      if (!server.listening) return
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}

async function received(incoming: IncomingMessage): Promise<FakeRequest> {
  const { method = '', url = '', headers } = incoming
  const kind = kindOf(method, url.split('/').filter(Boolean), headers)
  return { kind, method, path: url, headers, body: await text(incoming), at: performance.now() }
}

function kindOf(method: string, segments: readonly string[], headers: IncomingHttpHeaders): Kind {
  const [dbs, , colls, , docs] = segments
  const shape = `${method} ${segments.length}`
  if (dbs !== 'dbs') return 'other'
  if (shape === 'POST 1') return 'newDatabase'
  if (shape === 'GET 2') return 'database'
  if (colls !== 'colls') return 'other'
  if (shape === 'POST 3') return 'newContainer'
  if (shape === 'GET 4') return 'container'
  if (docs === 'pkranges' && shape === 'GET 5') return 'ranges'
  if (docs !== 'docs') return 'other'
  if (shape === 'GET 6') return 'read'
  if (shape !== 'POST 5') return 'other'
  if (headers['x-ms-cosmos-is-batch-request'] === 'true') return 'batch'
  if (headers['x-ms-cosmos-is-query-plan-request'] === 'True') return 'plan'
  return headers['x-ms-documentdb-isquery'] === 'true' ? 'query' : 'other'
}

/** The signature of a request: method, type and name of the resource, and the date (REST reference, access control). */
function checkSignature({ method, path, headers }: FakeRequest, key: string): void {
  const segments = path.split('/').filter(Boolean).map(decodeURIComponent)
  const named = segments.length % 2 === 0
  const type = segments.at(named ? -2 : -1) ?? ''
  const resource = (named ? segments : segments.slice(0, -1)).join('/')
  const signed = `${method.toLowerCase()}\n${type}\n${resource}\n${String(headers['x-ms-date']).toLowerCase()}\n\n`
  const signature = createHmac('sha256', Buffer.from(key, 'base64')).update(signed).digest('base64')
  if (headers['x-ms-version'] === undefined) throw new Refused(400, 'x-ms-version is missing')
  if (decodeURIComponent(String(headers.authorization)) !== `type=master&ver=1.0&sig=${signature}`)
    throw new Refused(401, 'The input authorization token cannot serve the request.')
}

function found(resource: object | undefined): Reply {
  if (!resource) throw new Refused(404, 'Resource Not Found')
  return { status: 200, body: resource }
}

function created<T, D extends { id: string }>(into: Map<string, T>, definition: D, make: (definition: D) => T): Reply {
  if (into.has(definition.id)) throw new Refused(409, 'Resource with specified id already exists.')
  into.set(definition.id, make(definition))
  return { status: 201, body: definition }
}

function emptyContainer(definition: Definition): Container {
  if (definition.partitionKey.paths.join() !== '/pk') throw new Refused(501, 'only /pk is emulated')
  return { definition, partitions: new Map(), commits: new Map() }
}

function send(outgoing: ServerResponse, { status, body, headers }: Reply): void {
  outgoing.writeHead(status, { 'content-type': 'application/json', 'x-ms-request-charge': '1', ...headers })
  outgoing.end(body === undefined ? '' : JSON.stringify(body))
}

function misbehave(outgoing: ServerResponse, { destroy, hang, stall, status = 503, headers, body }: Fault): void {
  if (hang) return
  if (destroy) {
    outgoing.socket?.resetAndDestroy()
    return
  }
  if (stall) {
    outgoing.writeHead(200, { 'content-type': 'application/json', 'content-length': '1000' })
    outgoing.write('[{"statusCode"')
    return
  }
  // Not in one line: restify, where it is loaded, makes `writeHead` answer nothing.
  outgoing.writeHead(status, headers)
  outgoing.end(body ?? JSON.stringify({ code: String(status), message: 'injected' }))
}

if (import.meta.main) {
  const { endpoint, key } = await startCosmosFake({ port: Number(process.env.PORT ?? 0) })
  process.stdout.write(`${JSON.stringify({ endpoint, key })}\n`)
}
