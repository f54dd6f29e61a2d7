import { newId } from '../ids.ts'
import type { DocumentStore, Json, Op } from './document-store.ts'
import type { OutboxRow, Task } from './outbox.ts'

type Order = { task: Task; at: string; correlationId: string }

/** Orders a task that no commit orders: it lies in `pk` until it is done, at least once. */
export async function orderTask(store: DocumentStore, pk: string, order: Order): Promise<void> {
  const token = newId()
  const op = taskOp(order, token)
  await store.batch(pk, [op], { id: op.id, token })
}

/** The same as part of a batch. */
export function taskOp({ task, at, correlationId }: Order, token: string): Op & { op: 'create' } {
  const row: OutboxRow = { t: 'outbox', v: 1, task, at, correlationId, attempts: 0 }
  // Rows are plain data, which TypeScript cannot see of optional fields.
  return { op: 'create', id: `ob:${newId()}`, body: { ...row, token } as unknown as Json, due: at }
}
