import type { TenantId } from '../ids.ts'
import type { Organizations } from '../organization/organizations.ts'
import { asPartner } from '../organization/tasks.ts'
import type { readiness } from '../rules/organization.ts'
import { END, sortKey } from '../sort-key.ts'
import type { DocumentStore, Page } from '../store/document-store.ts'
import { listed, project } from '../store/projector.ts'
import type { Partnerships } from './partnerships.ts'

/** One line of a company's partners; a provider's lists repeat its resellers' ticks as well (R33). */
export type PartnerEntry = { tenantId: TenantId; name: string; country: string; since: string; ticks?: Ticks }
export type Ticks = ReturnType<typeof readiness>

export type Side = 'provider' | 'reseller'

/** `resellers` of a provider, `providers` of a reseller. */
const partnersOf = (side: Side, tenant: TenantId): string => `lst:${side === 'provider' ? 'rsl' : 'prv'}:${tenant}`

type Deps = { store: DocumentStore; organizations: Organizations; partnerships: Partnerships }

/** Repeats a partnership in both sides' lists, or takes it off after its end (R42, R47). */
export async function listPartnership(
  { store, organizations, partnerships }: Deps,
  providerId: TenantId,
  resellerId: TenantId,
): Promise<void> {
  // Version before truth: news in between are repeated under the older version and never overtake their own.
  const version = await partnerships.version(providerId, resellerId)
  const [state, provider] = await Promise.all([
    partnerships.find(providerId, resellerId),
    organizations.find(providerId),
  ])
  if (!provider) return
  const since = state.status === 'active' ? state.since : ''
  const { displayName: name, country } = provider
  const order = since ? { order: `${sortKey(name)}${END}` } : {}
  const body = { tenantId: providerId, name, country, since }
  await project(store, partnersOf('reseller', resellerId), { subject: providerId, version, ...order, body })
  // After its own list, by which `listReseller` finds the providers: a change is either read here, or finds this one.
  await listUnder({ store, organizations }, providerId, resellerId, { version, since })
}

/** Puts a reseller as it is now on the list of a provider; `since` is '' where they are no partners any more. */
async function listUnder(
  { store, organizations }: Pick<Deps, 'store' | 'organizations'>,
  provider: TenantId,
  tenantId: TenantId,
  { version, since }: { version: number; since: string },
): Promise<void> {
  const changes = await organizations.version(tenantId)
  const reseller = await organizations.find(tenantId)
  if (!reseller) return
  const { name, country, ticks } = asPartner(reseller)
  await project(store, partnersOf('provider', provider), {
    subject: tenantId,
    version: version * MOST_CHANGES + changes,
    ...(since ? { order: `${sortKey(name)}${END}` } : {}),
    body: { tenantId, name, country, since, ticks: ticks.map((one) => ({ ...one })) },
  })
}

/**
 * An entry repeats two truths, the partnership and the reseller, and is newer where either is: both are read in this order,
 * so that whoever reads last has read the newest of both.
 */
const MOST_CHANGES = 2 ** 24

const PROVIDERS_AT_ONCE = 20

/** Repeats a reseller in the lists of the next of its providers. Gives the last, where there are more. */
export async function listReseller(
  { store, organizations, partnerships }: Deps,
  reseller: TenantId,
  after?: string,
): Promise<string | undefined> {
  const page = await partners(store, 'reseller', reseller, { limit: PROVIDERS_AT_ONCE, ...(after ? { after } : {}) })
  for (const { body } of page.items) {
    const version = await partnerships.version(body.tenantId, reseller)
    const state = await partnerships.find(body.tenantId, reseller)
    if (state.status !== 'active') continue
    await listUnder({ store, organizations }, body.tenantId, reseller, { version, since: state.since })
  }
  return page.next
}

/** A page of a company's active partners by name, or of those whose name begins so. */
export const partners = (
  store: DocumentStore,
  side: Side,
  tenant: TenantId,
  { name = '', after, limit }: { name?: string; after?: string; limit: number },
): Promise<Page<PartnerEntry>> =>
  listed(store, partnersOf(side, tenant), { part: sortKey(name), limit, ...(after ? { after } : {}) })
