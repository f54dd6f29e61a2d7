import { type By, by } from '../actor.ts'
import type { Clock } from '../clock.ts'
import { type Decision, decide, type Given } from '../decision.ts'
import type { OperationKey, TenantId } from '../ids.ts'
import type { Organization } from '../organization/organization.ts'
import { permit } from '../permissions.ts'
import type { Refusal } from '../refusals.ts'
import type { Result } from '../result.ts'
import { guard, holds, refuse, rule } from '../rules/rule.ts'
import { type Change, commit, type Truth } from '../store/commit.ts'
import type { DocumentStore } from '../store/document-store.ts'
import type { Task } from '../store/outbox.ts'
import type { ReminderAbout } from './answer.ts'

/** When the people of a company were last reminded of one thing. */
export type Reminder = { last?: { at: string; by: By } }

export type ReminderEvent = {
  type: 'ReminderSent'
  at: string
  by: By
  tenant: TenantId
  company: string
  about: ReminderAbout
  /** The company that asks; empty for support, whose name is in each reader's own language. */
  from: string
}

const DAY_MS = 86_400_000

export const remindedADayAgo = rule<{ last: Reminder['last']; now: string; company: string }>(
  'P49',
  'domain.md 7, complaint 8 (reminders, one a day)',
  ({ last, now, company }) =>
    last && Date.parse(now) - Date.parse(last.at) < DAY_MS ? refuse({ code: 'REMINDED', company, at: last.at }) : holds,
)

/**
 * Reminds whoever can do what is missing: a partner its related companies (P49), support everybody (P50). One a day for
 * each company and matter, whoever asks.
 * @param own the company of whoever reminds; undefined for the operator's staff
 */
export function remind(
  state: Reminder,
  {
    actor,
    at,
    own,
    company,
    about,
    from,
  }: Given & { own: Organization | undefined; company: Organization; about: ReminderAbout; from: string },
): Decision<ReminderEvent> {
  const refusals = guard(
    own ? permit('P49', actor, own) : permit('P50', actor, company, { read: true }),
    remindedADayAgo.check({ last: state.last, now: at, company: company.displayName }),
  )
  const { tenantId: tenant, displayName } = company
  return decide<ReminderEvent>(refusals, () => [
    { type: 'ReminderSent', at, by: by(actor), tenant, company: displayName, about, from },
  ])
}

const REMINDER: Truth<Reminder, ReminderEvent> = {
  t: 'reminder',
  v: 1,
  evolve: (_, { at, by }) => ({ last: { at, by } }),
  tasks: (_, { tenant, company, about, from }): readonly Task[] => [
    {
      kind: 'notify',
      audience: { to: 'roles', tenantId: tenant, roles: ['GA'] },
      notice: { tenantId: tenant, company, name: 'reminder', about, from },
    },
  ],
  due: () => undefined,
  // Whoever reminds and whoever is reminded.
  listed: ({ by, tenant, company, from }) => {
    const tenants = [...new Set([tenant, ...(by.kind === 'person' && from !== '' ? [by.tenantId] : [])])]
    return { companies: [...(from === '' ? [] : [from]), company], tenants, seenBy: tenants }
  },
}

type Order = {
  tenant: TenantId
  about: ReminderAbout
  by: By
  correlationId: string
  op: OperationKey
  decide(state: Reminder): Decision<ReminderEvent>
}

/** Keeps the reminder and orders its delivery in one batch. */
export async function sendReminder(
  { store, clock, committed }: { store: DocumentStore; clock: Clock; committed(pk: string): void },
  { tenant, about, by, correlationId, op, decide }: Order,
): Promise<Result<Change<Reminder, ReminderEvent>, readonly Refusal[]>> {
  const pk = `rem:${tenant}`
  const result = await commit(store, REMINDER, {
    pk,
    id: `rem:${about}`,
    by,
    at: clock.now(),
    correlationId,
    op,
    fresh: async (): Promise<Reminder> => ({}),
    decide: async (state) => decide(state),
  })
  if (result.ok && result.value.events.length > 0) committed(pk)
  return result
}
