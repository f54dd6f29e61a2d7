import { type Decision, decide, type Given } from '../decision.ts'
import type { Organization } from '../organization/organization.ts'
import type { Refusal } from '../refusals.ts'
import { guard } from '../rules/rule.ts'
import { type BegunBulk, type Bulk, type BulkEvent, isBegun, mayBulk, total, type WithRows } from './bulk.ts'

type Press = Given & { organization: Organization }

/**
 * *Confirm*, or *Continue* after a stop: from now on it runs by the rights of whoever pressed. Pressed again, or when its
 * rows are gone, it changes nothing.
 */
export function confirmBulk(state: Bulk | undefined, { actor, at, organization }: Press): Decision<BulkEvent> {
  const { tenantId, userId, name } = actor
  return decide<BulkEvent>(ownJob(state, actor, organization), () =>
    (state?.state === 'checked' || state?.state === 'stopped') && state.sweptAt === undefined
      ? [{ type: 'BulkConfirmed', at, person: { tenantId, userId, name }, kind: state.kind, rows: left(state) }]
      : [],
  )
}

/** *Stop*: what is done stays done, and can be continued. */
export function stopBulk(state: Bulk | undefined, { actor, at, organization }: Press): Decision<BulkEvent> {
  return decide<BulkEvent>(ownJob(state, actor, organization), () =>
    state?.state === 'running' ? [stopped(state, 'person', at)] : [],
  )
}

/** *I have sent the mails*: what was drafted counts as sent from then on (R40). Pressed again, it changes nothing. */
export function sentMails(state: Bulk | undefined, { actor, at, organization }: Press): Decision<BulkEvent> {
  const { tenantId, userId, name } = actor
  return decide<BulkEvent>(ownJob(state, actor, organization), () =>
    state?.state === 'done' && state.kind === 'invitations' && !state.mails && state.sweptAt === undefined
      ? [{ type: 'BulkMailsSent', at, person: { tenantId, userId, name }, invitations: state.done.good }]
      : [],
  )
}

export const stopped = (
  { kind, done }: Pick<BegunBulk, 'kind' | 'done'>,
  why: 'person' | 'rights',
  at: string,
): BulkEvent => ({ type: 'BulkStopped', at, why, kind, rows: total(done) })

const left = (bulk: WithRows): number => bulk.sheet.rows - (isBegun(bulk) ? total(bulk.done) : 0)

/** A job of the own company that this person could have started; somebody else's is as good as none. */
export const ownJob = (
  state: Bulk | undefined,
  actor: Press['actor'],
  organization: Organization,
): readonly Refusal[] =>
  state?.owner === organization.tenantId
    ? guard(mayBulk(state.kind, actor, organization))
    : [{ code: 'NOT_FOUND', query: '' }]
