import { CosmosFailure, verdictOn } from './cosmos-retry.ts'
import type { BatchResult, Etag, Op } from './document-store.ts'

/** One operation of a transactional batch, as @azure/cosmos takes it. */
export function toOperation(pk: string, op: Op) {
  if (op.op === 'delete') return { operationType: 'Delete' as const, id: op.id, ifMatch: op.etag }
  const resourceBody = { id: op.id, pk, body: op.body, ...(op.due !== undefined && { due: op.due }) }
  if (op.op === 'create') return { operationType: 'Create' as const, resourceBody }
  return { operationType: 'Replace' as const, id: op.id, ifMatch: op.etag, resourceBody }
}

const REASONS: Readonly<Record<number, Extract<BatchResult, { ok: false }>['reason']>> = {
  404: 'notFound',
  409: 'conflict',
  412: 'stale',
}

/**
 * What a transactional batch did: all of it, or nothing because of the one operation whose status is not 424.
 * @throws CosmosFailure when the answer is about something else than the documents
 */
export function toResult(
  ops: readonly Op[],
  results: readonly { statusCode: number; eTag?: string }[] | undefined,
): BatchResult {
  if (results?.length !== ops.length) throw new CosmosFailure('unknown', 'Cosmos DB answered another batch')
  const index = results.findIndex(({ statusCode }) => statusCode >= 300 && statusCode !== 424)
  const status = results[index]?.statusCode
  if (status === undefined) return { ok: true, etags: results.map(({ eTag }) => eTag as Etag | undefined) }
  const reason = REASONS[status]
  if (!reason) throw new CosmosFailure(verdictOn(status), `Cosmos DB answered ${status} to an operation`)
  return { ok: false, index, reason }
}
