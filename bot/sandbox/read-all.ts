import { type Doc, type DocumentStore, prefix } from '../../domain/store/document-store.ts'

/** Every document of a partition whose id begins with `start`; for the small partitions of the sandbox. */
export async function readAll<T>(
  store: DocumentStore,
  pk: string,
  start: string,
  order: 'asc' | 'desc' = 'asc',
): Promise<readonly Doc<T>[]> {
  const found: Doc<T>[] = []
  for (let after: string | undefined, more = true; more; ) {
    const page = await store.range<T>(pk, { ...prefix(start), limit: 100, order, ...(after && { after }) })
    found.push(...page.items)
    after = page.next
    more = after !== undefined
  }
  return found
}
