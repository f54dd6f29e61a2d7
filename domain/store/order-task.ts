import { newId } from '../ids.ts'
import type { DocumentStore, Json } from './document-store.ts'
import type { OutboxRow, Task } from './outbox.ts'

/** Orders a task that no commit orders: it lies in `pk` until it is done, at least once. */
export async function orderTask(
  store: DocumentStore,
  pk: string,
  { task, at, correlationId }: { task: Task; at: string; correlationId: string },
): Promise<void> {
  const id = `ob:${newId()}`
  const token = newId()
  const row: OutboxRow = { t: 'outbox', v: 1, task, at, correlationId, attempts: 0 }
  // Rows are plain data, which TypeScript cannot see of optional fields.
  const body = { ...row, token } as unknown as Json
  await store.batch(pk, [{ op: 'create', id, body, due: at }], { id, token })
}
