import type { By } from '../actor.ts'
import type { Clock } from '../clock.ts'
import type { Decision } from '../decision.ts'
import type { OperationKey, TenantId } from '../ids.ts'
import type { Notice } from '../notices.ts'
import type { Refusal } from '../refusals.ts'
import type { Result } from '../result.ts'
import { type Change, commit, history, load, type Truth } from '../store/commit.ts'
import type { DocumentStore, Op, Page } from '../store/document-store.ts'
import type { About, Task } from '../store/outbox.ts'
import type { AuditRecord } from '../store/records.ts'
import { evolvePartnership } from './evolve.ts'
import { type Partnership, type PartnershipEvent, partnershipPk } from './partnership.ts'

const PARTNERSHIP: Truth<Partnership, PartnershipEvent> = {
  t: 'partnership',
  v: 1,
  evolve: evolvePartnership,
  tasks,
  due: () => undefined,
  listed,
}

/** Both sides read what happened between them; the reseller's wish to end it is told to support alone (R110). */
function listed(event: PartnershipEvent, after: Partnership): About {
  if (after.status === 'none') return { companies: [], tenants: [], seenBy: [] }
  const { provider, providerName, reseller, resellerName } = after
  const both = [provider, reseller]
  return {
    companies: [providerName, resellerName],
    tenants: both,
    seenBy: event.type === 'EndRequested' ? [reseller] : both,
  }
}

export type PartnershipOrder = {
  by: By
  correlationId: string
  op?: OperationKey
  decide(state: Partnership): Decision<PartnershipEvent> | Promise<Decision<PartnershipEvent>>
  /** What else is written in the same batch. */
  beside?(): readonly Op[]
}

/** The truth of each pair: one document, one read (persistence.md 4, model B). */
export type Partnerships = {
  find(provider: TenantId, reseller: TenantId): Promise<Partnership>
  version(provider: TenantId, reseller: TenantId): Promise<number>
  execute(
    provider: TenantId,
    reseller: TenantId,
    order: PartnershipOrder,
  ): Promise<Result<Change<Partnership, PartnershipEvent>, readonly Refusal[]>>
  history(
    provider: TenantId,
    reseller: TenantId,
    page: { limit: number; after?: string },
  ): Promise<Page<AuditRecord<PartnershipEvent>>>
}

type Deps = { store: DocumentStore; clock: Clock; committed(pk: string): void }

export function partnerships({ store, clock, committed }: Deps): Partnerships {
  return {
    async find(provider, reseller) {
      return (await load(store, PARTNERSHIP, partnershipPk(provider, reseller)))?.state ?? { status: 'none' }
    },
    async version(provider, reseller) {
      return (await load(store, PARTNERSHIP, partnershipPk(provider, reseller)))?.version ?? 0
    },
    async execute(provider, reseller, { by, correlationId, op, decide, beside }) {
      const pk = partnershipPk(provider, reseller)
      const result = await commit(store, PARTNERSHIP, {
        pk,
        by,
        at: clock.now(),
        correlationId,
        ...(op ? { op } : {}),
        fresh: async (): Promise<Partnership> => ({ status: 'none' }),
        decide: async (state) => decide(state),
        beside: async () => beside?.() ?? [],
      })
      if (result.ok && result.value.events.length > 0) committed(pk)
      return result
    },
    history: (provider, reseller, page) => history(store, partnershipPk(provider, reseller), page),
  }
}

/**
 * The lists of both sides, and who is told (SM5): both on establishment, the provider when its access was removed, support
 * when the reseller wants to end it; nobody when it is removed (R45).
 */
function tasks(_: Partnership, event: PartnershipEvent, after: Partnership): readonly Task[] {
  if (after.status === 'none') return []
  const { provider, providerName, reseller, resellerName } = after
  const lists: Task = { kind: 'listPartnership', provider, reseller }
  const ours = { tenantId: provider, company: providerName, other: resellerName, otherTenant: reseller }
  const theirs = { tenantId: reseller, company: resellerName, other: providerName, otherTenant: provider }
  const by = nameOf(event.by)
  switch (event.type) {
    case 'PartnershipEstablished':
      return [
        lists,
        tell({ ...ours, name: 'partnership.established', as: 'provider', by }, provider),
        tell({ ...theirs, name: 'partnership.established', as: 'reseller', by }, reseller, event.by),
        { kind: 'supersedeInvitations', provider, reseller, accepted: event.invitationId },
      ]
    case 'AdminAccessRemoved':
      return [lists, tell({ ...ours, name: 'partnership.adminAccessRemoved' }, provider)]
    case 'EndRequested':
      return [
        lists,
        {
          kind: 'notify',
          audience: { to: 'support' },
          notice: {
            tenantId: reseller,
            company: resellerName,
            name: 'partnership.endRequested',
            provider: providerName,
            reseller: resellerName,
            by,
            reason: event.reason,
          },
        },
      ]
    case 'PartnershipRemoved':
      return after.status === 'removed'
        ? [lists, { kind: 'releasePair', provider, reseller, invitation: after.invitationId }]
        : [lists]
  }
}

const tell = (notice: Notice, tenantId: TenantId, except?: By): Task => ({
  kind: 'notify',
  notice,
  audience: {
    to: 'roles',
    tenantId,
    roles: ['GA', 'AA', 'SA'],
    ...(except?.kind === 'person' ? { except: except.userId } : {}),
  },
})

const nameOf = (by: By): string => (by.kind === 'person' ? by.name : '')
