import { by } from '../actor.ts'
import type { Given } from '../decision.ts'
import { decide } from '../decision.ts'
import type { Organization } from '../organization/organization.ts'
import type { DocumentStore } from '../store/document-store.ts'
import { takeAllowance } from './allowance.ts'
import { type BulkEvent, type BulkKind, hasRows, mayBulk, type Sheet } from './bulk.ts'
import type { Bulks } from './bulks.ts'
import { dropRows, keepRows, type Row } from './rows.ts'

export type GiveRows = Given & {
  id: string
  kind: BulkKind
  organization: Organization
  source: Sheet['source']
  rows: AsyncIterable<Row>
  correlationId: string
}

/**
 * Begins a job with its rows, which are tried one after another from then on; nothing is changed before somebody confirms.
 * A job that has its rows already keeps them. @throws SheetRefused, and whatever `rows` throws.
 */
export async function giveRows(
  { store, bulks }: { store: DocumentStore; bulks: Bulks },
  { id, kind, actor, at, organization, source, rows, correlationId }: GiveRows,
): ReturnType<Bulks['execute']> {
  const owner = organization.tenantId
  await takeAllowance(store, { owner, kind, at })
  const kept = await keepRows(store, id, rows)
  await takeAllowance(store, { owner, kind, at, rows: kept.rows }).catch(async (error: unknown) => {
    await dropRows(store, id, kept)
    throw error
  })
  const { tenantId, userId, name } = actor
  const result = await bulks.execute(id, {
    by: by(actor),
    correlationId,
    decide: (state) =>
      decide<BulkEvent>(mayBulk(kind, actor, organization), () =>
        state
          ? []
          : [
              {
                type: 'BulkStarted',
                at,
                id,
                kind,
                owner,
                ownerName: organization.displayName,
                person: { tenantId, userId, name },
              },
              { type: 'BulkRowsGiven', at, sheet: { ...kept, source } },
            ],
      ),
  })
  const job = result.ok ? result.value.state.bulk : undefined
  // Pressed twice at once: the rows of the other press are the job's.
  if (job === undefined || !hasRows(job) || job.sheet.set !== kept.set) await dropRows(store, id, kept)
  return result
}
