import type { By, DirectoryRole } from '../actor.ts'
import type { RelationRole } from '../customer/customer.ts'
import type { ListChange } from '../customer/list-entries.ts'
import type { TenantId, UserId } from '../ids.ts'
import type { Audience, Notice } from '../notices.ts'
import type { Question } from '../questions/question.ts'

/** Something that has to happen outside the transaction: at least once, in its own time (architecture.md 5). */
export type Task =
  /** Looks up the audience and becomes one `tell` or `mail` a recipient. */
  | { kind: 'notify'; audience: Audience; notice: Notice }
  /** To one person: a proactive Teams card, or mail at the directory address when the bot has not met them. */
  | { kind: 'tell'; tenantId: TenantId; userId: UserId; notice: Notice }
  /** To a mail address; the text holds both languages, `locale` first. */
  | { kind: 'mail'; address: string; locale: 'en-US' | 'ja-JP'; notice: Notice }
  /** SM1 submitted → contactPending: mints the link and orders the mail. */
  | { kind: 'sendOwnershipMail'; tenantId: TenantId; enrollmentId: string }
  /** Runs the automatic checks of the review, and approves or calls the reviewers (architecture.md 7.9). */
  | { kind: 'checkApplication'; tenantId: TenantId; enrollmentId: string }
  | { kind: 'grantRole'; tenantId: TenantId; userId: UserId; role: DirectoryRole; key: string }
  | { kind: 'revokeRole'; tenantId: TenantId; userId: UserId; role: DirectoryRole; key: string }
  /** Creates the account and mails the temporary password, which is never stored. */
  | { kind: 'createUser'; tenantId: TenantId; key: string; name: string; email: string }
  | { kind: 'disableUser'; tenantId: TenantId; userId: UserId; key: string }
  | { kind: 'releaseMpn'; tenantId: TenantId; mpnId: string }
  /** Repeats the company's application in the reviewers' list. */
  | { kind: 'listForReview'; tenantId: TenantId }
  /** Lists a company under its present name wherever it is found by name; a page of them `after` the last. */
  | { kind: 'listCompany'; tenantId: TenantId; after?: string }
  /** Repeats an invitation in the lists of both sides. */
  | { kind: 'listInvitation'; provider: TenantId; invitation: string }
  /** Carries a claimed acceptance to its end, or releases the claim. */
  | { kind: 'finishAcceptance'; provider: TenantId; invitation: string }
  /** Repeats a partnership in the lists of both sides. */
  | { kind: 'listPartnership'; provider: TenantId; reseller: TenantId }
  /** Repeats a reseller as it is now in the lists of its providers; a page of them `after` the last. */
  | { kind: 'listReseller'; tenantId: TenantId; after?: string }
  /** Ends the provider's other open invitations to a company that has become its reseller, a page of them `after` the last. */
  | { kind: 'supersedeInvitations'; provider: TenantId; reseller: TenantId; accepted: string; after?: string }
  /** Gives back the pair that an acceptance of this invitation had reserved (R106). */
  | { kind: 'releasePair'; provider: TenantId; reseller: TenantId; invitation: string }
  /** Carries a submitted new customer to its end, or back to the review (SM7). */
  | { kind: 'provisionCustomer'; provider: TenantId; draft: string }
  /** Repeats a new customer among the provider's unfinished ones. */
  | { kind: 'listNewCustomer'; provider: TenantId; draft: string }
  /** Gives back the domain that a new customer could not be created with. */
  | { kind: 'releaseDomain'; provider: TenantId; draft: string; prefix: string }
  /** Places a submitted order of the customer outside, once (SM9). */
  | { kind: 'placeOrder'; customer: TenantId; order: string }
  /** Has the pending change of a subscription made outside, once (SM10). */
  | { kind: 'changeSubscription'; customer: TenantId; subscription: string }
  /** Ends a reseller relationship outside (D14). */
  | { kind: 'removeRelation'; customer: TenantId; partner: TenantId; role: RelationRole }
  /** Gives back the pair that a customer relationship had reserved (R106). */
  | { kind: 'releaseCustomerPair'; customer: TenantId; partner: TenantId }
  /** Repeats a customer in the lists that a change has made to say something else. */
  | ({ kind: 'listCustomer'; customer: TenantId } & ListChange)
  /**
   * Brings the cards of an invitation in chats to what it is now; without `whose` it becomes one a recipient. The message
   * that was `answered` by the tap that changed it stays as it is.
   */
  | {
      kind: 'updateCards'
      provider: TenantId
      invitation: string
      whose?: { tenantId: TenantId; userId: UserId }
      answered?: { messageId: string; isOver: boolean }
    }
  /** Brings the cards in chats that wait for something of a customer, or of one being made, to what is so now. */
  | { kind: 'showCards'; subject: string }
  /** Tries the next rows of a job without changing anything, and orders itself again while there are more. */
  | { kind: 'checkBulk'; bulk: string }
  /** Does the next rows of a confirmed job, and orders itself again while there are more. */
  | { kind: 'runBulk'; bulk: string }
  /** Marks the invitations of a job as sent by hand, a document at a time, and orders itself again while there are more. */
  | { kind: 'markBulkSent'; bulk: string }
  /** Tells each partner, once, what a job that is done or stopped has changed for it. */
  | { kind: 'tellBulk'; bulk: string }
  /** Removes what a job was given, when its time is over. */
  | { kind: 'sweepBulk'; bulk: string }
  /** Repeats a job in the list of its company, and brings the cards in chats to where it is now. */
  | { kind: 'showBulk'; bulk: string }
  /** Answers a question that was asked where others read along, in the asker's own chat. */
  | { kind: 'answerPrivately'; tenantId: TenantId; userId: UserId; question: Question }
  /** The same of a text whose asker has to pick a company, asked several things, or has to be shown how a name was read. */
  | { kind: 'answerPrivately'; tenantId: TenantId; userId: UserId; text: string }
  /** Repeats one committed change in the lists of changes; `about` and `types` have an entry for each of its events. */
  | {
      kind: 'listAudit'
      id: string
      version: number
      at: string
      by: By
      types: readonly string[]
      about: readonly About[]
    }
  /** Everything that repeats one commit where it is read, in one row. What fails gets a row of its own. */
  | { kind: 'repeat'; tasks: readonly Repeat[] }

/** Which companies an event concerns: by name as they were called then, and who of them may read it. */
export type About = { companies: readonly string[]; tenants: readonly TenantId[]; seenBy: readonly TenantId[] }

/** Tasks that repeat a truth where it is read: asking twice changes nothing. */
const REPEATS = [
  'listAudit',
  'listCustomer',
  'listNewCustomer',
  'listInvitation',
  'listPartnership',
  'listReseller',
  'listForReview',
  'showCards',
] as const satisfies readonly TaskKind[]
type Repeat = TaskOf<(typeof REPEATS)[number]>

const isRepeat = (task: Task): task is Repeat => (REPEATS as readonly TaskKind[]).includes(task.kind)

/**
 * What a commit orders, each once: what repeats it comes last, as one task, and cards after the lists. Whoever is told of
 * a change does not wait for either.
 */
export function joined(tasks: readonly Task[]): readonly Task[] {
  const repeats = new Map(tasks.filter(isRepeat).map((task) => [JSON.stringify(task), task]))
  const others = tasks.filter((task) => !isRepeat(task))
  if (repeats.size < 2) return [...others, ...repeats.values()]
  const cardsLast = [...repeats.values()].toSorted(
    (a, b) => Number(a.kind === 'showCards') - Number(b.kind === 'showCards'),
  )
  return [...others, { kind: 'repeat', tasks: cardsLast }]
}

export type TaskKind = Task['kind']
export type TaskOf<K extends TaskKind> = Extract<Task, { kind: K }>

/**
 * A row of the outbox, stored as `ob:<version>:<n>` in the partition of the truth that ordered it, `due` when it may be
 * tried next. A lease is a later `due`; a dead letter has none.
 */
export type OutboxRow = {
  t: 'outbox'
  v: 1
  task: Task
  at: string
  correlationId: string
  attempts: number
  lastFault?: string
  deadAt?: string
}

/** `outboxId(12, 0)` is `ob:0000000012:0`, of another truth `ob:<id>~0000000012:0`; follow-ups of a row append `.n`, or a hash. */
export const outboxId = (version: number, n: number, id = 'root'): string =>
  `ob:${id === 'root' ? '' : `${id}~`}${String(version).padStart(10, '0')}:${n}`
