import type { Actor } from '../actor.ts'
import type { TenantId, UserId } from '../ids.ts'
import type { Organization } from '../organization/organization.ts'
import { permit } from '../permissions.ts'
import type { Refusal } from '../refusals.ts'

/** What can be done to many at once (R92, R94). */
export const BULK_KINDS = ['reseller', 'support'] as const
export type BulkKind = (typeof BULK_KINDS)[number]

/** Each kind's columns in the order in which they are read where a table has no heading. */
export const COLUMNS = {
  reseller: ['customer', 'subscription', 'reseller'],
  support: ['customer', 'subscription', 'supportContact'],
} as const satisfies Record<BulkKind, readonly string[]>
export type BulkColumn = (typeof COLUMNS)[BulkKind][number]

/** Why a row cannot even be tried. */
export type RowFault =
  | { code: 'missing'; column: BulkColumn }
  /** Nothing of that name that the company has to do with, whoever else does. */
  | { code: 'unknown'; column: BulkColumn; value: string }
  /** Several are called so. */
  | { code: 'ambiguous'; column: BulkColumn; value: string }
  /** An earlier row is about the same. */
  | { code: 'repeated'; row: number }

/** What became of a row, or in a dry run would become of it. */
export type Outcome =
  | { is: 'good' }
  | { is: 'already' }
  | { is: 'wrong'; faults: readonly RowFault[] }
  | { is: 'refused'; refusals: readonly Refusal[] }
  /** Partner Center said no after every guard had said yes (domain.md 8.3). */
  | { is: 'failed'; refusals: readonly Refusal[] }

/** How many rows came to what; `refused` counts those that are wrong too. */
export type Tally = { good: number; already: number; refused: number; failed: number }
export const NONE: Tally = { good: 0, already: 0, refused: 0, failed: 0 }

export type FaultyRow = { row: number; outcome: Outcome }
/** As many faulty rows are kept for the card; all of them are in the file. */
export const MOST_FAULTY = 20

type Facts = {
  id: string
  kind: BulkKind
  owner: TenantId
  ownerName: string
  person: { tenantId: TenantId; userId: UserId; name: string }
  startedAt: string
}

/** The rows lie in documents of their own, `perDocument` in each. */
export type Sheet = { set: string; rows: number; documents: number; source: 'pasted' | 'uploaded' }

type Looked = Facts & { sheet: Sheet; at: number; check: Tally; faulty: readonly FaultyRow[] }
type Begun = Looked & { done: Tally; failures: readonly FaultyRow[]; confirmedAt: string }

/** A job: nothing happens before it is confirmed, and each row happens once however often it is run. `at` counts documents. */
export type Bulk =
  | (Facts & { state: 'draft' })
  | (Looked & { state: 'checking' })
  | (Looked & { state: 'checked' })
  | (Begun & { state: 'running' })
  | (Begun & { state: 'stopped'; why: 'person' | 'rights'; stoppedAt: string })
  | (Begun & { state: 'done'; doneAt: string })
export type BulkState = Bulk['state']
export type WithRows = Exclude<Bulk, { state: 'draft' }>
export type BegunBulk = Extract<Bulk, { done: Tally }>

export type BulkEvent =
  | ({ type: 'BulkStarted' } & Omit<Facts, 'startedAt'> & { at: string })
  | { type: 'BulkRowsGiven'; at: string; sheet: Sheet }
  | { type: 'BulkChecked'; at: string; document: number; tally: Tally; faulty: readonly FaultyRow[] }
  | { type: 'BulkConfirmed'; at: string; person: Facts['person'] }
  /** `whole`: nothing of the document is left. */
  | { type: 'BulkAdvanced'; at: string; document: number; whole: boolean; tally: Tally; faulty: readonly FaultyRow[] }
  | { type: 'BulkStopped'; at: string; why: 'person' | 'rights' }

export const hasRows = (bulk: Bulk): bulk is WithRows => bulk.state !== 'draft'
export const isBegun = (bulk: Bulk): bulk is BegunBulk => 'done' in bulk

/** Whether this person may do this at all: what may be done to one may be done to many. */
export function mayBulk(kind: BulkKind, actor: Actor, organization: Organization): readonly Refusal[] {
  switch (kind) {
    case 'reseller':
      return permit('P32', actor, organization)
    case 'support':
      return permit('P33', actor, organization)
  }
}

export const sum = (a: Tally, b: Tally): Tally => ({
  good: a.good + b.good,
  already: a.already + b.already,
  refused: a.refused + b.refused,
  failed: a.failed + b.failed,
})

export const total = ({ good, already, refused, failed }: Tally): number => good + already + refused + failed

export function tallyOf(outcomes: readonly Outcome[]): Tally {
  const count = (...kinds: readonly Outcome['is'][]) => outcomes.filter(({ is }) => kinds.includes(is)).length
  return {
    good: count('good'),
    already: count('already'),
    refused: count('refused', 'wrong'),
    failed: count('failed'),
  }
}

export const isFaulty = ({ is }: Outcome): boolean => is !== 'good' && is !== 'already'
