import type { TenantId } from '../ids.ts'
import { newestFirst } from '../sort-key.ts'
import type { DocumentStore, Page } from '../store/document-store.ts'
import { listed, project } from '../store/projector.ts'
import type { BulkKind, BulkState } from './bulk.ts'
import type { Bulks } from './bulks.ts'

/** One line of a company's jobs, the last started first. */
export type BulkEntry = { id: string; kind: BulkKind; state: BulkState; rows: number; startedAt: string; by: string }

const jobsOf = (owner: TenantId): string => `lst:blk:${owner}`

/** Repeats a job in its company's list, until its rows are gone. */
export async function listBulk({ store, bulks }: { store: DocumentStore; bulks: Bulks }, id: string): Promise<void> {
  // Version before truth: news in between are repeated under the older version and never overtake their own.
  const version = await bulks.version(id)
  const bulk = await bulks.find(id)
  if (!bulk) return
  const { kind, state, startedAt, person, owner } = bulk
  const rows = 'sheet' in bulk ? bulk.sheet.rows : 0
  const body: BulkEntry = { id, kind, state, rows, startedAt, by: person.name }
  const order = newestFirst(startedAt)
  const isGone = 'sweptAt' in bulk && bulk.sweptAt !== undefined
  await project(store, jobsOf(owner), { subject: id, version, ...(isGone ? {} : { order }), body })
}

/** A page of those that were started before an instant. */
export const jobsBefore = (
  store: DocumentStore,
  owner: TenantId,
  before: string,
  limit: number,
): Promise<Page<BulkEntry>> => listed(store, jobsOf(owner), { limit, after: `st:${newestFirst(before)}` })

export const jobs = (store: DocumentStore, owner: TenantId, limit: number): Promise<Page<BulkEntry>> =>
  listed(store, jobsOf(owner), { limit })
