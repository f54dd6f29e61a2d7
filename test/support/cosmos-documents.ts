import { createHash, randomBytes } from 'node:crypto'
import type { IncomingHttpHeaders } from 'node:http'

export type Reply = { status: number; body?: unknown; headers?: Record<string, string> }

/** An answer in place of the wanted one, as the service words it. */
export class Refused extends Error {
  readonly reply: Reply
  constructor(status: number, message: string, substatus = 0) {
    super(message)
    this.reply = { status, body: { code: String(status), message }, headers: { 'x-ms-substatus': String(substatus) } }
  }
}

export type Definition = {
  id: string
  partitionKey: { paths: string[] }
  indexingPolicy: { includedPaths: { path: string }[]; excludedPaths: { path: string }[] }
}

type Stored = Record<string, unknown> & { id: string; pk: string; _etag: string }
type Partition = Map<string, Stored>

/** The documents of one container of the fake, and how far each physical partition has come. */
export type Container = {
  definition: Definition
  partitions: Map<string, Partition>
  commits: Map<string, number>
}

/** Two physical partitions, so that a query over all of them has something to merge. */
export const RANGES = [
  { id: '0', minInclusive: '', maxExclusive: '7F' },
  { id: '1', minInclusive: '7F', maxExclusive: 'FF' },
]
const rangeOf = (pk: string): string => ((createHash('sha256').update(pk).digest()[0] ?? 0) < 0x7f ? '0' : '1')

/** A point read. */
export function readDocument(container: Container, headers: IncomingHttpHeaders, id: string): Reply {
  const pk = partitionKey(headers)
  inSession(container, rangeOf(pk), headers)
  const stored = container.partitions.get(pk)?.get(id)
  if (!stored) throw new Refused(404, 'Entity with the specified id does not exist in the system.')
  return { status: 200, body: stored, headers: { etag: stored._etag, ...session(container, rangeOf(pk)) } }
}

type Operation = { operationType: string; id?: string; ifMatch?: string; resourceBody?: Record<string, unknown> }
type Outcome = { statusCode: number; requestCharge: number; eTag?: string; resourceBody?: unknown }

/** A transactional batch: applied to a copy of the partition, which takes its place only if every operation succeeds. */
export function runBatch(container: Container, headers: IncomingHttpHeaders, body: string): Reply {
  const pk = partitionKey(headers)
  const operations: Operation[] = JSON.parse(body)
  if (headers['x-ms-cosmos-batch-atomic'] !== 'true') throw new Refused(501, 'only atomic batches are emulated')
  if (Buffer.byteLength(body) > 2 * 1024 * 1024) throw new Refused(413, 'Request size is too large')
  if (operations.length < 1 || operations.length > 100) throw new Refused(400, 'a batch has 1 to 100 operations')
  inSession(container, rangeOf(pk), headers)

  const copy: Partition = new Map(container.partitions.get(pk))
  const outcomes: Outcome[] = operations.map(() => ({ statusCode: 424, requestCharge: 0 }))
  for (const [index, operation] of operations.entries()) {
    const { status, eTag } = apply(copy, pk, operation)
    const minimal = headers.prefer === 'return=minimal' || status >= 300 || operation.operationType === 'Delete'
    const resourceBody = minimal ? {} : { resourceBody: operation.resourceBody }
    outcomes[index] = { statusCode: status, requestCharge: 1, ...(eTag && { eTag }), ...resourceBody }
    if (status < 300) continue
    const failed = outcomes.map((outcome, n) => (n === index ? outcome : { statusCode: 424, requestCharge: 0 }))
    return { status: 207, body: failed, headers: session(container, rangeOf(pk)) }
  }
  container.partitions.set(pk, copy)
  container.commits.set(rangeOf(pk), commitsOf(container, rangeOf(pk)) + 1)
  return { status: 200, body: outcomes, headers: session(container, rangeOf(pk)) }
}

function apply(partition: Partition, pk: string, operation: Operation): { status: number; eTag?: string } {
  const { operationType, ifMatch, resourceBody } = operation
  const id = operationType === 'Create' ? String(resourceBody?.id) : String(operation.id)
  if (/[/\\?#]/.test(id) || id === '' || Buffer.byteLength(id) > 1023) throw new Refused(400, `bad id ${id}`)
  if (operationType !== 'Delete' && resourceBody?.pk !== pk) throw new Refused(400, 'the partition key does not match')
  if (operationType !== 'Create' && ifMatch === undefined) throw new Refused(501, 'blind writes are not emulated')

  const present = partition.get(id)
  if (operationType === 'Create' ? present : !present) return { status: present ? 409 : 404 }
  if (present && present._etag !== ifMatch) return { status: 412 }
  if (operationType === 'Delete') {
    partition.delete(id)
    return { status: 204 }
  }
  if (operationType !== 'Create' && operationType !== 'Replace')
    throw new Refused(501, `no ${operationType} in a batch`)
  const eTag = `"${randomBytes(8).toString('hex')}"`
  partition.set(id, { ...resourceBody, id, pk, _etag: eTag, _rid: `${id}==`, _ts: Math.floor(Date.now() / 1000) })
  return { status: operationType === 'Create' ? 201 : 200, eTag }
}

export type QuerySpec = { query: string; parameters: { name: string; value: string }[] }

const FILTER = '{documentdb-formattableorderbyquery-filter}'
const PLAIN = /^SELECT \* FROM c WHERE (.+) ORDER BY c\.(id|due) (ASC|DESC)$/
const REWRITTEN =
  /^SELECT c\._rid, \[\{"item": c\.(?:id|due)\}\] AS orderByItems, c AS payload FROM c WHERE \(\((.+)\) AND \(true\)\) ORDER BY c\.(id|due) (ASC|DESC)$/

/** What the gateway tells a client about a query before it asks the partitions one by one. */
export function planQuery({ query }: QuerySpec): Reply {
  const [, conditions, field, direction] = PLAIN.exec(query) ?? []
  if (!conditions) throw new Refused(501, `no plan for ${query}`)
  const rewrittenQuery =
    `SELECT c._rid, [{"item": c.${field}}] AS orderByItems, c AS payload FROM c ` +
    `WHERE ((${conditions}) AND (${FILTER})) ORDER BY c.${field} ${direction}`
  const queryInfo = {
    distinctType: 'None',
    top: null,
    offset: null,
    limit: null,
    orderBy: [direction === 'ASC' ? 'Ascending' : 'Descending'],
    orderByExpressions: [`c.${field}`],
    groupByExpressions: [],
    groupByAliases: [],
    aggregates: [],
    groupByAliasToAggregateType: {},
    rewrittenQuery,
    hasSelectValue: false,
    hasNonStreamingOrderBy: false,
  }
  const queryRanges = [{ min: '', max: 'FF', isMinInclusive: true, isMaxInclusive: false }]
  return { status: 200, body: { partitionedQueryExecutionInfoVersion: 2, queryInfo, queryRanges } }
}

/** A page of one partition key in the order of ids, or of one physical partition as the plan rewrote it. */
export function runQuery(
  container: Container,
  headers: IncomingHttpHeaders,
  { query, parameters }: QuerySpec,
  paging: { pageSize?: number; emptyFirstPage?: boolean },
): Reply {
  const range = headers['x-ms-documentdb-partitionkeyrangeid']
  const [, conditions = '', field = '', direction] = (range === undefined ? PLAIN : REWRITTEN).exec(query) ?? []
  const scope = range === undefined ? { pk: partitionKey(headers) } : { range: String(range) }
  const indexed = container.definition.indexingPolicy.includedPaths.some(({ path }) => path === `/${field}/?`)
  if (!conditions) throw new Refused(501, `not emulated: ${query}`)
  if (field !== 'id' && !indexed) throw new Refused(400, `an order by ${field} needs an index`)
  const physical = scope.range ?? rangeOf(scope.pk)
  inSession(container, physical, headers)

  const tests = conditions.split(' AND ').map((condition) => test(condition, field, parameters))
  const sign = direction === 'DESC' ? -1 : 1
  const position = (stored: Stored): string[] => [String(stored[field]), stored.pk, stored.id]
  const after: string[] | undefined = decode(headers['x-ms-continuation'])
  const matching = [...container.partitions]
    .filter(([pk]) => (scope.pk === undefined ? rangeOf(pk) === physical : pk === scope.pk))
    .flatMap(([, partition]) => [...partition.values()])
    .filter((stored) => tests.every((holds) => holds(stored)))
    .sort((a, b) => sign * compare(position(a), position(b)))
    .filter((stored) => !after || sign * compare(position(stored), after) > 0)

  const first = headers['x-ms-continuation'] === undefined
  const size =
    first && paging.emptyFirstPage ? 0 : Math.min(Number(headers['x-ms-max-item-count']), paging.pageSize ?? 1000)
  const page = matching.slice(0, size)
  const last = page.at(-1)
  const next = page.length < matching.length ? { 'x-ms-continuation': encode(last ? position(last) : []) } : {}
  const wrapped = page.map((payload) => ({ _rid: payload.id, orderByItems: [{ item: payload[field] }], payload }))
  const documents = range === undefined ? page : wrapped
  return {
    status: 200,
    body: { _rid: 'fake', Documents: documents, _count: documents.length },
    headers: { ...next, ...session(container, physical) },
  }
}

function test(condition: string, field: string, parameters: QuerySpec['parameters']): (stored: Stored) => boolean {
  const [, on, operator, name] = /^c\.(\w+) (>=|<=|>|<) (@\w+)$/.exec(condition) ?? []
  const value = parameters.find((parameter) => parameter.name === name)?.value
  if (on !== field || typeof value !== 'string') throw new Refused(501, `not emulated: ${condition}`)
  return (stored) => {
    const found = stored[field]
    if (typeof found !== 'string') return false
    if (operator === '>=') return found >= value
    if (operator === '<=') return found <= value
    return operator === '>' ? found > value : found < value
  }
}

function compare(a: readonly string[], b: readonly string[]): number {
  const at = a.findIndex((part, index) => part !== b[index])
  if (at < 0) return 0
  return (a[at] ?? '') < (b[at] ?? '') ? -1 : 1
}

const encode = (position: string[]): string => Buffer.from(JSON.stringify(position)).toString('base64url')

function decode(token: string | string[] | undefined): string[] | undefined {
  const position = token === undefined ? [] : JSON.parse(Buffer.from(String(token), 'base64url').toString())
  return position.length > 0 ? position : undefined
}

function partitionKey(headers: IncomingHttpHeaders): string {
  const values = JSON.parse(String(headers['x-ms-documentdb-partitionkey'] ?? 'null'))
  if (!Array.isArray(values) || values.length !== 1 || typeof values[0] !== 'string')
    throw new Refused(400, 'no partition key')
  return values[0]
}

const commitsOf = (container: Container, range: string): number => container.commits.get(range) ?? 0

/** Eight bytes: how the SDK tells a container from other owners. */
const OWNER = Buffer.alloc(8, 1).toString('base64')

const session = (container: Container, range: string): Record<string, string> => ({
  'x-ms-session-token': `${range}:-1#${commitsOf(container, range)}`,
  'x-ms-content-path': OWNER,
})

/** A replica that has not come as far as the token says answers 404/1002, not what it has. */
function inSession(container: Container, range: string, headers: IncomingHttpHeaders): void {
  if (headers['x-ms-consistency-level'] !== 'Session') throw new Refused(400, 'the consistency level is not explicit')
  const tokens = String(headers['x-ms-session-token'] ?? '')
  const seen = new RegExp(`(?:^|,)${range}:-1#(\\d+)`).exec(tokens)?.[1] ?? 0
  if (Number(seen) > commitsOf(container, range)) throw new Refused(404, 'The read session is not available', 1002)
}
