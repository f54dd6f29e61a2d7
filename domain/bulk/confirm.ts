import { type Decision, decide, type Given } from '../decision.ts'
import type { Organization } from '../organization/organization.ts'
import type { Refusal } from '../refusals.ts'
import { guard } from '../rules/rule.ts'
import { type Bulk, type BulkEvent, mayBulk } from './bulk.ts'

type Press = Given & { organization: Organization }

/** *Confirm*, or *Continue* after a stop: from now on it runs by the rights of whoever pressed. Pressed again, it changes nothing. */
export function confirmBulk(state: Bulk | undefined, { actor, at, organization }: Press): Decision<BulkEvent> {
  const { tenantId, userId, name } = actor
  return decide<BulkEvent>(ownJob(state, actor, organization), () =>
    state?.state === 'checked' || state?.state === 'stopped'
      ? [{ type: 'BulkConfirmed', at, person: { tenantId, userId, name } }]
      : [],
  )
}

/** *Stop*: what is done stays done, and can be continued. */
export function stopBulk(state: Bulk | undefined, { actor, at, organization }: Press): Decision<BulkEvent> {
  return decide<BulkEvent>(ownJob(state, actor, organization), () =>
    state?.state === 'running' ? [{ type: 'BulkStopped', at, why: 'person' }] : [],
  )
}

/** A job of the own company that this person could have started; somebody else's is as good as none. */
export const ownJob = (
  state: Bulk | undefined,
  actor: Press['actor'],
  organization: Organization,
): readonly Refusal[] =>
  state?.owner === organization.tenantId
    ? guard(mayBulk(state.kind, actor, organization))
    : [{ code: 'NOT_FOUND', query: '' }]
