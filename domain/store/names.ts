import type { TenantId } from '../ids.ts'
import type { DocumentStore } from './document-store.ts'

/** A company as people find it. */
export type Named = { tenantId: TenantId; name: string; legalName: string; country: string }

/**
 * Companies by name. Keys are search keys (`searchKey`): every look-up costs the same however many companies there are, and
 * the same whether it finds something or not.
 */
export type Names = {
  /** The companies whose keys stand next to `key` in order, some before and some after: whoever begins it, or begins with it. */
  near(key: string): Promise<readonly Named[]>
  /** In order of key; `next` continues. */
  startingWith(
    key: string,
    page: { limit: number; after?: string },
  ): Promise<{ items: readonly Named[]; next?: string }>
  /** Companies whose first word is one edit away from `word` (of its first eight characters). */
  like(word: string): Promise<readonly Named[]>
}

/** Everybody's companies, or those related to one company, which alone it may find. */
export type NameScope = 'all' | TenantId

/** Whether `other` was ever related to `own`: an invitation between known companies, a partnership, now or before. */
export async function isRelated(_store: DocumentStore, _own: TenantId, _other: TenantId): Promise<boolean> {
  return false
}
