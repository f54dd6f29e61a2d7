import type { TenantId } from '../ids.ts'
import type { Organization } from '../organization/organization.ts'
import type { Refusal } from '../refusals.ts'
import type { CompanyFinding } from './company.ts'
import type { CustomerFinding } from './customers.ts'
import type { PartnerFinding } from './partners.ts'
import type { PasswordFinding } from './passwords.ts'
import type { Question } from './question.ts'
import type { RegionFinding } from './regions.ts'
import type { SellingFinding } from './selling.ts'

/** What an answer begins with (interface.md 5); a question that asks for something begins with that instead. */
export type Verdict = 'yes' | 'no' | 'pending' | 'notFound' | 'notRecorded'

/** One thing found out, as data: a code and what its sentence needs. Instants are ISO strings. */
export type Finding =
  | PartnerFinding
  | CustomerFinding
  | PasswordFinding
  | CompanyFinding
  | SellingFinding
  | RegionFinding

/**
 * One rule that was run: what it says when it holds, or its refusals. `unknown` where a fact is not recorded yet, so that
 * it neither holds nor fails.
 */
export type Check = {
  /** The rule's id and source, as in the catalogue; an operation of the permission matrix for a right. */
  rule: string
  source: string
  about: CheckName
  /** The company it was asked of. */
  company?: string
  outcome: 'holds' | 'fails' | 'unknown'
  refusals: readonly Refusal[]
  fix?: Fix
}

/** What each check is about, for its line on the card. */
export const CHECKS = [
  'partnerKind',
  'enrolled',
  'mpa',
  'resellerMpa',
  'notSuspended',
  'role',
  'invitationOpen',
  'notPartnered',
  'partnership',
  'notCustomer',
  'notReseller',
  'notAffiliate',
  'notCspTenant',
  'sameRegion',
  'customerRegion',
  'providerRelation',
  'customerAgreement',
  'newDirectAllowed',
  'notRestricted',
  'createsCustomers',
  'account',
  'identified',
  'profile',
  'mpnId',
  'applicationState',
  'agreementOffered',
  'adminAgent',
  'form',
  'wait',
  'newest',
] as const
export type CheckName = (typeof CHECKS)[number]

/** Who can mend it, and what a button here can do about it. */
export type Fix =
  /** A reminder to the people of `tenant` who can do it; at most one a day for each `about` (through the outbox). */
  | { kind: 'remind'; tenant: TenantId; company: string; about: ReminderAbout }
  /** The asker's own next step. */
  | { kind: 'do'; verb: NextStep }
  /** People of the company who can do it, by name. */
  | { kind: 'people'; company: string; names: readonly string[] }

type NextStep =
  | 'sign-mpa'
  | 'enroll'
  | 'add-me'
  | 'request-partnership'
  | 'find-provider'
  | 'status'
  | 'add-customer'
  | 'invite-customer'

export const REMINDERS = ['mpa', 'enrollment', 'invitation', 'adminAgent'] as const
export type ReminderAbout = (typeof REMINDERS)[number]

/** Microsoft → provider → reseller → customer as a row; `missing` is where the chain is broken. */
export type Chain = readonly {
  as: 'microsoft' | 'indirectProvider' | 'indirectReseller' | 'directBill' | 'customer'
  name: string
  /** The link to the next one; absent at the end. */
  link?: 'holds' | 'missing' | 'pending' | 'unknown'
}[]

/** One moment of a timeline, the oldest first. `at` is absent for what is still waited for. */
export type Moment = { at?: string; finding: Finding; state: 'done' | 'waiting' | 'open' | 'stopped' }

/** One line of a list: a company, an invitation, an event. */
export type AnswerRow = {
  title: string
  findings: readonly Finding[]
  tone?: 'good' | 'warning' | 'attention' | 'default'
  /** Asks on about this line. */
  question?: Question
  /** Opens the own record of this line. */
  open?:
    | { verb: 'partner'; tenant: TenantId }
    | { verb: 'customer'; tenant: TenantId }
    | { verb: 'new-customer'; draft: string }
    | { verb: 'invitation'; invitation: string }
    | { verb: 'received-invitation'; provider: TenantId; invitation: string }
}

/** The answer to one question: the verdict first, then the evidence, then the rules with their sources, then what to do. */
export type Answer = {
  question: Question
  /** The display names of the companies in `question` and `related`, by tenant; what is absent was not found. */
  names: Readonly<Record<string, string>>
  verdict?: Verdict
  /** The verdict in a sentence, or the thing that was asked for. */
  headline: Finding
  findings?: readonly Finding[]
  checks?: readonly Check[]
  /** What mends it where the headline says already what is missing. */
  fix?: Fix
  chain?: Chain
  moments?: readonly Moment[]
  /** The whole way of a company into the programme, drawn as its status is. */
  way?: Organization
  rows?: readonly AnswerRow[]
  /** Where the next page of `rows` or `moments` begins (`Question.after`). */
  next?: string
  rules: readonly { id: string; source: string }[]
  /** Questions that follow naturally; each becomes a button. */
  related?: readonly Question[]
  /** Whether the answer shows another company's data, so that it is not for a channel. */
  isPrivate: boolean
}
