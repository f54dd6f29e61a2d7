import type { By } from '../actor.ts'
import type { Clock } from '../clock.ts'
import type { Decision } from '../decision.ts'
import { nextTick } from '../enrollment/tick.ts'
import type { OperationKey, TenantId } from '../ids.ts'
import type { Directory, PartnerCenter } from '../ports.ts'
import type { Refusal } from '../refusals.ts'
import { regionOf } from '../regions.ts'
import type { Result } from '../result.ts'
import { type Change, commit, load, type Truth } from '../store/commit.ts'
import type { DocumentStore } from '../store/document-store.ts'
import { evolve } from './evolve.ts'
import type { Organization, OrganizationEvent } from './organization.ts'
import { tasks } from './tasks.ts'

export const ORGANIZATION: Truth<Organization, OrganizationEvent> = {
  t: 'organization',
  v: 1,
  evolve: (state, event) => {
    const next = evolve(state, event)
    return { ...next, listedAs: `${next.displayName}\n${next.legalName}` }
  },
  tasks: (before, event, after) => [
    ...tasks(before, event, after),
    ...(listedAs(before) === listedAs(after) ? [] : [{ kind: 'listCompany' as const, tenantId: after.tenantId }]),
  ],
  due: nextTick,
  // Its own history is the company's partition itself, so that only the list of everybody repeats it.
  listed: (_, { displayName }) => ({ companies: [displayName], tenants: [], seenBy: [] }),
}

/** The names that the list of companies was last told, kept with the company, so that only another name is told again. */
const listedAs = (state: Organization & { listedAs?: string }): string | undefined => state.listedAs

export const organizationPk = (tenant: TenantId): string => `org:${tenant}`

export type OrganizationOrder = {
  by: By
  correlationId: string
  op?: OperationKey
  decide(state: Organization): Decision<OrganizationEvent> | Promise<Decision<OrganizationEvent>>
}

/** Every company the bot knows, stored or as the outside describes it. */
export type Organizations = {
  /** Undefined for a tenant that the directory does not know. */
  find(tenant: TenantId): Promise<Organization | undefined>
  /** How often it has changed here. */
  version(tenant: TenantId): Promise<number>
  /** @throws StoreUnavailable, OutsideUnavailable; TypeError for a tenant that the directory does not know. */
  execute(
    tenant: TenantId,
    order: OrganizationOrder,
  ): Promise<Result<Change<Organization, OrganizationEvent>, readonly Refusal[]>>
}

type Deps = {
  store: DocumentStore
  directory: Directory
  partnerCenter: PartnerCenter
  clock: Clock
  /** Called after every change with the partition whose outbox rows may run now. */
  committed(pk: string): void
}

export function organizations({ store, directory, partnerCenter, clock, committed }: Deps): Organizations {
  const fresh = async (tenant: TenantId): Promise<Organization | undefined> => {
    const [facts, registration] = await Promise.all([directory.tenant(tenant), partnerCenter.registration(tenant)])
    return facts && newOrganization(facts, registration, clock.now())
  }
  return {
    async find(tenant) {
      return (await load(store, ORGANIZATION, organizationPk(tenant)))?.state ?? (await fresh(tenant))
    },
    async version(tenant) {
      return (await load(store, ORGANIZATION, organizationPk(tenant)))?.version ?? 0
    },
    async execute(tenant, { by, correlationId, op, decide }) {
      const pk = organizationPk(tenant)
      const result = await commit(store, ORGANIZATION, {
        pk,
        by,
        at: clock.now(),
        correlationId,
        ...(op ? { op } : {}),
        decide: async (state) => decide(state),
        fresh: async () => {
          const organization = await fresh(tenant)
          if (!organization) throw new TypeError('unknown tenant')
          return organization
        },
      })
      if (result.ok && result.value.events.length > 0) committed(pk)
      return result
    },
  }
}

type Outside = {
  tenant: NonNullable<Awaited<ReturnType<Directory['tenant']>>>
  registration: Awaited<ReturnType<PartnerCenter['registration']>>
}

/**
 * A company before its first change here. A provider or direct-bill partner without an MPA for its region is offered it
 * from the start (architecture.md 7.8).
 */
export function newOrganization(
  tenant: Outside['tenant'],
  registration: Outside['registration'],
  now: string,
): Organization {
  const { tenantId, displayName, legalName, country } = tenant
  const kind = registration?.kind ?? 'prospect'
  const region = regionOf(country)
  const signed = (registration?.agreements ?? []).map((mpa) => ({
    status: 'accepted' as const,
    at: mpa.acceptedAt,
    ...mpa,
  }))
  const offersMpa = kind === 'indirectProvider' || kind === 'directBill' || kind === 'both'
  const offered =
    region !== undefined && offersMpa && !signed.some((mpa) => mpa.region === region)
      ? [{ status: 'offered' as const, region, at: now }]
      : []
  return {
    tenantId,
    kind,
    displayName,
    legalName,
    country,
    ...(registration?.legalProfile ? { legal: registration.legalProfile } : {}),
    ...(registration?.legalProfile?.mpnId ? { mpnId: registration.legalProfile.mpnId } : {}),
    cspTenant: registration?.cspTenant ?? false,
    suspended: registration?.suspended ?? false,
    ...(registration?.affiliateGroupId ? { affiliateGroupId: registration.affiliateGroupId } : {}),
    ...(registration?.directBillStatus ? { directBillStatus: registration.directBillStatus } : {}),
    ...(registration?.customerAgreementAt ? { customerAgreementAt: registration.customerAgreementAt } : {}),
    ...(registration?.provider ? { provider: registration.provider } : {}),
    enrollment: { state: 'none' },
    agreements: [...signed, ...offered],
    employees: [],
    partnerRoles: {},
  }
}
