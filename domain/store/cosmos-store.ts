import { createDefaultHttpClient } from '@azure/core-rest-pipeline'
import { CosmosClient, type QueryIterator } from '@azure/cosmos'
import type { TokenCredential } from '@azure/identity'
import { toOperation, toResult } from './cosmos-batch.ts'
import { ambientCredential, boundedCredential } from './cosmos-credential.ts'
import { answersOnly, failureIn, untilAnswered } from './cosmos-retry.ts'
import { type Doc, type DocumentStore, type Etag, type Json, key, type Range } from './document-store.ts'
import { checkBatch, checkInstant, checkLimit, page, recovered } from './store-rules.ts'

export type CosmosOptions = {
  endpoint: string
  database: string
  container: string
  key?: string
  /** Used where there is no key; left out, the environment decides (managed identity first of all). */
  credential?: TokenCredential
  attemptMs?: number
  deadlineMs?: number
}

type Stored = { id: string; pk: string; due?: string; body: Json; _etag: string }

/**
 * Azure Cosmos DB for NoSQL, session consistency. Opening sends nothing: the database and the container are looked up,
 * and created where they are missing, by the first operation that gets through. Point reads, batches and two queries:
 * ids of one partition in a range, and what has fallen due in all partitions.
 */
export async function openCosmosStore(options: CosmosOptions): Promise<DocumentStore> {
  const { attemptMs = 1500, deadlineMs = 4000 } = options
  const authorization =
    options.key === undefined
      ? { aadCredentials: boundedCredential(options.credential ?? (await ambientCredential()), attemptMs) }
      : { key: options.key }
  const connect = () =>
    new CosmosClient({
      endpoint: options.endpoint,
      ...authorization,
      consistencyLevel: 'Session',
      connectionPolicy: { requestTimeout: attemptMs, enableEndpointDiscovery: false },
      httpClient: answersOnly(createDefaultHttpClient()),
    })
  const client = connect()
  const documents = (of: CosmosClient) => of.database(options.database).container(options.container)
  const container = documents(client)
  const prepared = once((abortSignal) => createMissing(client, options, abortSignal))

  const answer = <T>(
    work: (abortSignal: AbortSignal) => Promise<T>,
    inDoubt: 'notExecuted' | 'unknown' = 'notExecuted',
  ) =>
    untilAnswered(deadlineMs, inDoubt, async (signal) => {
      await prepared(signal)
      return work(signal)
    })

  const find = async <T>(pk: string, id: string, abortSignal: AbortSignal): Promise<Doc<T> | undefined> => {
    const { resource } = await container.item(id, pk).read<Stored>({ abortSignal })
    return resource && toDoc(resource)
  }

  return {
    async read<T>(pk: string, id: string) {
      key(pk)
      key(id)
      return answer((abortSignal) => find<T>(pk, id, abortSignal))
    },

    async range<T>(pk: string, { from, to, limit, order, after }: Range) {
      key(pk)
      checkLimit(limit)
      const [beyond, direction, start] = order === 'desc' ? ['<', 'DESC', to] : ['>', 'ASC', '']
      const query = {
        query: `SELECT * FROM c WHERE c.id >= @from AND c.id < @to AND c.id ${beyond} @after ORDER BY c.id ${direction}`,
        parameters: [
          { name: '@from', value: from },
          { name: '@to', value: to },
          { name: '@after', value: after ?? start },
        ],
      }
      const count = limit + 1
      const found = await answer(async (abortSignal) => {
        const settings = { partitionKey: pk, maxItemCount: count, abortSignal }
        return (await take(container.items.query<Stored>(query, settings), count)).map(toDoc<T>)
      })
      return page(found, limit)
    },

    async batch(pk, ops, marker) {
      checkBatch(pk, ops, marker)
      const operations = ops.map((op) => toOperation(pk, op))
      return answer(async (abortSignal) => {
        const settings = { abortSignal, contentResponseOnWriteEnabled: false }
        const { result } = await container.items.batch(operations, pk, settings)
        const outcome = toResult(ops, result)
        if (outcome.ok) return outcome
        const stored = find<Json>(pk, marker.id, abortSignal).catch((error) =>
          Promise.reject(failureIn(error, 'unknown')),
        )
        return recovered(ops, marker, await stored) ?? outcome
      }, 'unknown')
    },

    async due<T>(now: string, limit: number) {
      checkInstant(now)
      checkLimit(limit)
      const query = {
        query: 'SELECT * FROM c WHERE c.due <= @now ORDER BY c.due ASC',
        parameters: [{ name: '@now', value: now }],
      }
      return answer(async (abortSignal) => {
        // A new client asks which partitions there are: one that knows them from before a split finds no way on.
        const { items } = documents(connect())
        const settings = { forceQueryPlan: true, maxItemCount: limit, abortSignal }
        const found = await take(items.query<Stored>(query, settings), limit)
        return found.map((stored) => ({ ...toDoc<T>(stored), pk: stored.pk }))
      })
    },

    async close() {
      client.dispose()
    },
  }
}

async function createMissing(client: CosmosClient, names: CosmosOptions, abortSignal: AbortSignal): Promise<void> {
  const { database } = await client.databases.createIfNotExists({ id: names.database }, { abortSignal })
  const definition = {
    id: names.container,
    partitionKey: '/pk',
    indexingPolicy: { includedPaths: [{ path: '/due/?' }], excludedPaths: [{ path: '/*' }] },
  }
  await database.containers.createIfNotExists(definition, { abortSignal })
}

/** Runs `work` until it has succeeded once; whoever comes meanwhile waits for the same run. */
function once(work: (signal: AbortSignal) => Promise<void>): (signal: AbortSignal) => Promise<void> {
  let run: Promise<void> | undefined
  return (signal) => {
    run ??= work(signal).catch((error) => {
      run = undefined
      throw failureIn(error, 'notExecuted')
    })
    return run
  }
}

async function take<T>(iterator: QueryIterator<T>, count: number): Promise<T[]> {
  const found: T[] = []
  while (found.length < count && iterator.hasMoreResults())
    found.push(...((await iterator.fetchNext()).resources ?? []))
  return found.slice(0, count)
}

function toDoc<T>({ id, _etag, due, body }: Stored): Doc<T> {
  if (typeof _etag !== 'string') throw new TypeError('not a document')
  return { id, etag: _etag as Etag, body: body as T, ...(due !== undefined && { due }) }
}
