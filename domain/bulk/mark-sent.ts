import { by } from '../actor.ts'
import type { Invitations } from '../invitation/invitations.ts'
import { markSent } from '../invitation/invite.ts'
import { ok } from '../result.ts'
import type { DocumentStore } from '../store/document-store.ts'
import { type Bulk, type BulkEvent, type Mails, mayBulk, type Outcome } from './bulk.ts'
import type { Bulks } from './bulks.ts'
import type { Concerns } from './news.ts'
import { idOf, ROWS_PER_DOCUMENT, readRows, rowKey } from './rows.ts'
import type { Doer } from './run.ts'
import { newsOps } from './tell.ts'

export type MarkDeps = {
  store: DocumentStore
  bulks: Bulks
  invitations: Invitations
  clock: { now(): string }
  /** Whoever sent the mails, as they are now. */
  doer(person: Mails['person']): Promise<Doer | undefined>
}

/**
 * Marks the invitations of one document as sent by hand. A crash marks nothing twice, and what was revoked or answered
 * meanwhile stays so. @returns whether there is more
 */
export async function markDocumentSent(deps: MarkDeps, id: string, correlationId: string): Promise<boolean> {
  const bulk = await deps.bulks.find(id)
  if (bulk?.state !== 'done' || !bulk.mails || bulk.mails.isOver) return false
  const { person, at: document } = bulk.mails
  const [rows, doer] = await Promise.all([readRows(deps.store, id, bulk.sheet, document), deps.doer(person)])
  const write = async (event: BulkEvent, ops: ReturnType<typeof newsOps> = []): Promise<Bulk | undefined> => {
    const result = await deps.bulks.execute(id, {
      by: { kind: 'person', ...person },
      correlationId,
      decide: (state) =>
        ok<readonly BulkEvent[]>(
          state?.state === 'done' && state.mails?.at === document && !state.mails.isOver ? [event] : [],
        ),
      beside: () => ops,
    })
    return result.ok ? result.value.state.bulk : undefined
  }
  const at = deps.clock.now()
  if (!doer || mayBulk(bulk.kind, doer.actor, doer.organization).length > 0) {
    await write({ type: 'BulkMailsDropped', at })
    return false
  }
  const marked: { row: number; outcome: Outcome }[] = []
  for (const [n, { done }] of (rows?.body.rows ?? []).entries()) {
    if (done?.is !== 'good') continue
    const row = document * ROWS_PER_DOCUMENT + n + 1
    const concerns = await markOne(deps, doer, { bulk: id, row, correlationId })
    if (concerns) marked.push({ row, outcome: { is: 'good', concerns } })
  }
  const after = await write({ type: 'BulkMailsMarked', at, document, marked: marked.length }, newsOps(marked))
  return after?.state === 'done' && after.mails !== undefined && !after.mails.isOver
}

/** Whom it concerns that it was sent; undefined where it was not. */
async function markOne(
  { invitations, clock }: MarkDeps,
  { actor, organization }: Doer,
  { bulk, row, correlationId }: { bulk: string; row: number; correlationId: string },
): Promise<Concerns | undefined> {
  const id = idOf(rowKey(bulk, row))
  const result = await invitations.execute(organization.tenantId, id, {
    by: by(actor),
    correlationId,
    op: rowKey(`${bulk}.sent`, row),
    decide: (state) => (state ? markSent(state, { actor, at: clock.now(), provider: organization, bulk }) : ok([])),
  })
  const { invitation } = result.ok ? result.value.state : {}
  if (!result.ok || !invitation || (result.value.events.length === 0 && !result.value.replayed)) return undefined
  const { request, email } = invitation
  if (request?.kind !== 'both') return []
  const { tenantId, name: company } = request.through
  return [{ tenantId, company, as: 'invited', customer: { id, name: email } }]
}
