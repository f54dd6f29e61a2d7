import type { Actor } from '../actor.ts'
import type { State } from '../countries.ts'
import { mayAddCustomers } from '../customer/start.ts'
import type { Address } from '../enrollment/enrollment.ts'
import type { TenantId, UserId } from '../ids.ts'
import { usualKind } from '../invitation/invitation.ts'
import { mayInvite } from '../invitation/may-ask.ts'
import type { Organization, OrganizationKind } from '../organization/organization.ts'
import { permit } from '../permissions.ts'
import type { Refusal } from '../refusals.ts'
import type { Concerns } from './news.ts'

/** What can be done to many at once (R92, R94, R62, R54). */
export const BULK_KINDS = ['reseller', 'support', 'invitations', 'newCustomers'] as const
export type BulkKind = (typeof BULK_KINDS)[number]

/** Each kind's columns in the order in which they are read where a table has no heading. */
export const COLUMNS = {
  reseller: ['customer', 'subscription', 'reseller'],
  support: ['customer', 'subscription', 'supportContact'],
  invitations: ['email', 'provider', 'language'],
  newCustomers: [
    'companyName',
    'domainPrefix',
    'registrationId',
    'country',
    'addressLine1',
    'addressLine2',
    'city',
    'state',
    'postalCode',
    'firstName',
    'lastName',
    'email',
    'phone',
    'agreedOn',
    'reseller',
    'offer',
    'licenses',
  ],
} as const satisfies Record<BulkKind, readonly string[]>
export type BulkColumn = (typeof COLUMNS)[BulkKind][number]

/** What a heading may leave out, and a cell leave empty. */
const OPTIONAL: Record<BulkKind, readonly BulkColumn[]> = {
  reseller: [],
  support: [],
  invitations: ['provider', 'language'],
  newCustomers: ['registrationId', 'addressLine2', 'state', 'postalCode', 'phone', 'reseller'],
}

/** Only a reseller names a provider when it invites, and only a provider a reseller. */
const isFor = (kind: BulkKind, column: BulkColumn, company: OrganizationKind): boolean => {
  if (kind === 'invitations' && column === 'provider') return usualKind(company) === 'both'
  if (kind === 'newCustomers' && column === 'reseller') return company !== 'directBill'
  return true
}

/** The columns that a company of this kind is asked for; its rows are kept with all of the kind's. */
export const columnsFor = (kind: BulkKind, company: OrganizationKind): readonly BulkColumn[] =>
  COLUMNS[kind].filter((column) => isFor(kind, column, company))

export const isOptional = (kind: BulkKind, column: BulkColumn): boolean => OPTIONAL[kind].includes(column)

/** Why a row cannot even be tried. */
export type RowFault =
  | { code: 'missing'; column: BulkColumn }
  /** Nothing of that name that the company has to do with, whoever else does. */
  | { code: 'unknown'; column: BulkColumn; value: string }
  /** Several are called so. */
  | { code: 'ambiguous'; column: BulkColumn; value: string }
  /** None of the values that the column can have. */
  | { code: 'unfit'; column: BulkColumn; value: string }
  /** An earlier row is about the same. */
  | { code: 'repeated'; row: number }

/** What became of a row, or in a dry run would become of it. */
export type Outcome =
  /** `concerns` goes no further than the job's news: it is not kept with the row. */
  | { is: 'good'; concerns?: Concerns; rewritten?: Rewritten }
  | { is: 'already' }
  /** `refusals` are what else can be told of the rest of the row. */
  | { is: 'wrong'; faults: readonly RowFault[]; refusals?: readonly Refusal[] }
  | { is: 'refused'; refusals: readonly Refusal[] }
  /** Partner Center said no after every guard had said yes (domain.md 8.3). */
  | { is: 'failed'; refusals: readonly Refusal[]; concerns?: Concerns }

/** The address of a row as Partner Center writes it (2.6, code 2007), with the name of its state; it is the one that is used. */
export type Rewritten = { address: Address; state?: State }

/** How many rows came to what; `refused` counts those that are wrong too. */
export type Tally = { good: number; already: number; refused: number; failed: number }
export const NONE: Tally = { good: 0, already: 0, refused: 0, failed: 0 }

export type FaultyRow = { row: number; outcome: Outcome }
/** As many faulty rows are kept for the card; all of them are in the file. */
export const MOST_FAULTY = 20

/** How many rows are good with another address than the one that was given, and the first of them. */
export type RewrittenRows = { rows: number; first: readonly FaultyRow[] }

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

/** That somebody sent the mails of a job's invitations by their own hand (R40), marked document by document; `at` counts them. */
export type Mails = { person: Facts['person']; since: string; at: number; marked: number; isOver: boolean }

/** `sweptAt`: its rows are gone, and with them whatever could still be done. */
type Looked = Facts & {
  sheet: Sheet
  at: number
  check: Tally
  faulty: readonly FaultyRow[]
  rewritten?: RewrittenRows
  sweptAt?: string
}
type Begun = Looked & { done: Tally; failures: readonly FaultyRow[]; confirmedAt: string }

/** A job: nothing happens before it is confirmed, and each row happens once however often it is run. `at` counts documents. */
export type Bulk =
  | (Facts & { state: 'draft' })
  | (Looked & { state: 'checking' })
  | (Looked & { state: 'checked' })
  | (Begun & { state: 'running' })
  | (Begun & { state: 'stopped'; why: 'person' | 'rights'; stoppedAt: string })
  | (Begun & { state: 'done'; doneAt: string; mails?: Mails })
export type BulkState = Bulk['state']
export type WithRows = Exclude<Bulk, { state: 'draft' }>
export type BegunBulk = Extract<Bulk, { done: Tally }>

export type BulkEvent =
  | ({ type: 'BulkStarted' } & Omit<Facts, 'startedAt'> & { at: string })
  | { type: 'BulkRowsGiven'; at: string; sheet: Sheet }
  /** `part`: some of the document is left. */
  | ({ type: 'BulkChecked'; at: string; document: number; part?: true } & Pick<Looked, 'faulty' | 'rewritten'> & {
        tally: Tally
      })
  /** `rows` are left to be done. */
  | { type: 'BulkConfirmed'; at: string; person: Facts['person']; kind: BulkKind; rows: number }
  /** `whole`: nothing of the document is left. */
  | { type: 'BulkAdvanced'; at: string; document: number; whole: boolean; tally: Tally; faulty: readonly FaultyRow[] }
  | { type: 'BulkDone'; at: string; kind: BulkKind; tally: Tally }
  /** `rows` are done. */
  | { type: 'BulkStopped'; at: string; why: 'person' | 'rights'; kind: BulkKind; rows: number }
  /** `invitations` are how many the job drafted. */
  | { type: 'BulkMailsSent'; at: string; person: Facts['person']; invitations?: number }
  | { type: 'BulkMailsMarked'; at: string; document: number; marked: number }
  /** Whoever sent them may not say so any more: somebody else can. */
  | { type: 'BulkMailsDropped'; at: string }
  /** Its time is over: whatever it was given is forgotten. */
  | { type: 'BulkSwept'; at: string }

export const hasRows = (bulk: Bulk): bulk is WithRows => bulk.state !== 'draft'
export const isBegun = (bulk: Bulk): bulk is BegunBulk => 'done' in bulk

/** Whether this person may do this at all: what may be done to one may be done to many. */
export function mayBulk(kind: BulkKind, actor: Actor, organization: Organization): readonly Refusal[] {
  switch (kind) {
    case 'reseller':
      return permit('P32', actor, organization)
    case 'support':
      return permit('P33', actor, organization)
    case 'invitations':
      return mayInvite(organization, { actor }, usualKind(organization.kind))
    case 'newCustomers':
      return mayAddCustomers(organization, { actor })
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
