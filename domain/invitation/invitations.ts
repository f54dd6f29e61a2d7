import type { By } from '../actor.ts'
import type { Clock } from '../clock.ts'
import type { Decision } from '../decision.ts'
import { tenantId as asTenant, type OperationKey, type TenantId } from '../ids.ts'
import { linkToken, tokenHash } from '../links.ts'
import { organizationPk } from '../organization/organizations.ts'
import type { Refusal } from '../refusals.ts'
import type { Result } from '../result.ts'
import { type Change, commit, load, type Truth } from '../store/commit.ts'
import { readDayCounter } from '../store/day-counter.ts'
import type { DocumentStore, Op } from '../store/document-store.ts'
import { holder, reserve } from '../store/reservations.ts'
import { invitationDue } from './accept.ts'
import { evolveInvitation } from './evolve.ts'
import type { Invitation, InvitationEvent } from './invitation.ts'
import type { DraftedInBulk, Sent } from './invite.ts'
import { listed } from './listed.ts'
import { tasks } from './tasks.ts'

/** Nothing is stored before the first event; `undefined` stands for that. */
type State = { invitation?: Invitation }

const INVITATION: Truth<State, InvitationEvent> = {
  t: 'invitation',
  v: 1,
  evolve: ({ invitation }, event) => ({ invitation: evolveInvitation(invitation, event) }),
  tasks: (before, event, after) => (after.invitation ? tasks(before.invitation, event, after.invitation) : []),
  due: ({ invitation }) => invitation && invitationDue(invitation),
  listed: (event, { invitation }) => listed(event, invitation),
}

/** The same, whose news leave the message alone that was answered by a card of its own. */
const answeredIn = (messageId: string): typeof INVITATION => ({
  ...INVITATION,
  tasks: (before, event, after) =>
    (after.invitation ? tasks(before.invitation, event, after.invitation) : []).map((task) =>
      task.kind === 'updateCards'
        ? { ...task, answered: { messageId, isOver: event.type !== 'InvitationRenewed' } }
        : task,
    ),
})

export const invitationId = (id: string): string => `inv:${id}`

export type InvitationOrder = {
  by: By
  correlationId: string
  op?: OperationKey
  /** The message whose button was pressed: its card shows what came of it already. */
  tapped?: string
  /** What sends out is counted against the limits in the same batch. Who never sends leaves it out and is told of nothing. */
  counts?: (events: readonly InvitationEvent[]) => boolean
  decide(state: Invitation | undefined, sent: Sent): Decision<InvitationEvent> | Promise<Decision<InvitationEvent>>
}

/** One of many: counted against the limit of those, in the same batch. */
export type BulkInvitationOrder = Omit<InvitationOrder, 'counts' | 'decide' | 'tapped'> & {
  decide(
    state: Invitation | undefined,
    drafted: DraftedInBulk,
  ): Decision<InvitationEvent> | Promise<Decision<InvitationEvent>>
}

export type Invitations = {
  find(provider: TenantId, id: string): Promise<Invitation | undefined>
  version(provider: TenantId, id: string): Promise<number>
  execute(
    provider: TenantId,
    id: string,
    order: InvitationOrder,
  ): Promise<Result<Change<State, InvitationEvent>, readonly Refusal[]>>
  /** The same for one of a job's (`domain/bulk`). */
  executeInBulk(
    provider: TenantId,
    id: string,
    order: BulkInvitationOrder,
  ): Promise<Result<Change<State, InvitationEvent>, readonly Refusal[]>>
  draftedInBulk(provider: TenantId): Promise<DraftedInBulk>
  /** The token of the present link, found again under its hash alone (architecture.md 7.1). */
  token(invitation: Invitation): Promise<string>
  /** The invitation a token was made for, while that link is the present one; two reads for any token. */
  byToken(token: string): Promise<Invitation | undefined>
}

type Deps = { store: DocumentStore; clock: Clock; dataKey: Buffer; committed(pk: string): void }

/** What any order comes to: who decides what, and what is counted beside it. */
type Writing = Pick<InvitationOrder, 'by' | 'correlationId' | 'op'> & {
  at: string
  decide(state: Invitation | undefined): Promise<Decision<InvitationEvent>>
  beside(): readonly Op[]
}

const NOBODY = asTenant('00000000-0000-0000-0000-000000000000')

/** Invitations lie in their provider's partition, each a document with an audit of its own (architecture.md 7.6). */
export function invitations({ store, clock, dataKey, committed }: Deps): Invitations {
  const find = async (provider: TenantId, id: string) =>
    (await load(store, INVITATION, organizationPk(provider), invitationId(id)))?.state.invitation
  const write = async (
    truth: typeof INVITATION,
    provider: TenantId,
    id: string,
    { by, correlationId, op, at, decide, beside }: Writing,
  ): ReturnType<Invitations['execute']> => {
    const pk = organizationPk(provider)
    const result = await commit(store, truth, {
      pk,
      id: invitationId(id),
      by,
      at,
      correlationId,
      ...(op ? { op } : {}),
      fresh: async (): Promise<State> => ({}),
      decide: ({ invitation }) => decide(invitation),
      beside: async () => beside(),
    })
    if (result.ok && result.value.events.length > 0) committed(pk)
    return result
  }
  return {
    find,
    async version(provider, id) {
      return (await load(store, INVITATION, organizationPk(provider), invitationId(id)))?.version ?? 0
    },
    execute(provider, id, { tapped, counts, decide, ...order }) {
      const at = clock.now()
      let counter: Counted | undefined
      let isCounted = false
      return write(tapped === undefined ? INVITATION : answeredIn(tapped), provider, id, {
        ...order,
        at,
        async decide(invitation) {
          counter = counts && (await readCounter(store, organizationPk(provider), order.by, at))
          const decision = await decide(invitation, counter?.sent ?? nothingSent(at))
          isCounted = decision.ok && (counts?.(decision.value) ?? false)
          return decision
        },
        beside: () => (counter && isCounted ? [counter.plusOne] : []),
      })
    },
    executeInBulk(provider, id, { decide, ...order }) {
      const at = clock.now()
      let plusOne: Op | undefined
      return write(INVITATION, provider, id, {
        ...order,
        at,
        async decide(invitation) {
          const { counted, plus } = await readDayCounter(store, organizationPk(provider), BULK_COUNTER, at)
          plusOne = plus(1)
          return decide(invitation, counted)
        },
        beside: () => (plusOne ? [plusOne] : []),
      })
    },
    async draftedInBulk(provider) {
      return (await readDayCounter(store, organizationPk(provider), BULK_COUNTER, clock.now())).counted
    },
    async token({ provider, id, generation }) {
      const token = linkToken(dataKey, 'invite', `${provider}.${id}`, generation)
      const owner = `${provider}.${id}.${generation}`
      // To look at an invitation again writes nothing.
      if ((await holder(store, 'tok', tokenHash(token))) !== owner)
        await reserve(store, 'tok', tokenHash(token), owner, async () => true)
      return token
    },
    async byToken(token) {
      const owner = await holder(store, 'tok', tokenHash(token))
      const [provider, id, generation] = owner?.split('.') ?? []
      const known = provider !== undefined && id !== undefined
      const invitation = await find(known ? asTenant(provider) : NOBODY, known ? id : 'none')
      return invitation?.generation === Number(generation) ? invitation : undefined
    },
  }
}

type Counter = { t: 'counter'; v: 1; times: readonly { at: string; by: string }[] }

type Counted = { sent: Sent; plusOne: Op }

const HOUR = 3_600_000
const DAY = 24 * HOUR
const BULK_COUNTER = 'cnt:inv-bulk'

const nothingSent = (at: string): Sent => ({ hour: 0, day: 0, hourEnds: at, dayEnds: at })

/** Who sent when in the last day; the counter is written beside the invitation that it counts. */
async function readCounter(store: DocumentStore, pk: string, by: By, at: string): Promise<Counted> {
  const stored = await store.read<Counter>(pk, 'cnt:inv')
  const now = Date.parse(at)
  const who = by.kind === 'person' ? by.userId : by.kind
  const day = (stored?.body.times ?? []).filter((one) => Date.parse(one.at) > now - DAY)
  const hour = day.filter((one) => one.by === who && Date.parse(one.at) > now - HOUR)
  const ends = (times: typeof day, span: number) => new Date(Date.parse(times[0]?.at ?? at) + span).toISOString()
  const body: Counter = { t: 'counter', v: 1, times: [...day, { at, by: who }] }
  const json = { ...body, times: body.times.map((one) => ({ ...one })) }
  return {
    sent: { hour: hour.length, day: day.length, hourEnds: ends(hour, HOUR), dayEnds: ends(day, DAY) },
    plusOne: stored
      ? { op: 'replace', id: 'cnt:inv', etag: stored.etag, body: json }
      : { op: 'create', id: 'cnt:inv', body: json },
  }
}
