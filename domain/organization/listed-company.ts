import type { TenantId } from '../ids.ts'
import { load } from '../store/commit.ts'
import type { DocumentStore } from '../store/document-store.ts'
import { listCompany, noteScope, scopesOf } from '../store/name-listing.ts'
import { isRelated, type Named, namedOf } from '../store/names.ts'
import { ORGANIZATION, type Organizations, organizationPk } from './organizations.ts'

type Deps = { store: DocumentStore; organizations: Organizations }

/** A page takes no longer than a performer may. */
const SCOPES = 20

/**
 * Lists a company under its present name for all, and for those that it is related to: a page of them `after` the last.
 * Answers after which to go on.
 */
export async function listEverywhere(deps: Deps, tenant: TenantId, after?: string): Promise<string | undefined> {
  const found = await present(deps, tenant)
  if (!found) return undefined
  const { named, version } = found
  if (after === undefined) await listCompany(deps.store, 'all', named, version)
  const { scopes, next } = await scopesOf(deps.store, tenant, { limit: SCOPES, ...(after ? { after } : {}) })
  await Promise.all(scopes.map((own) => listCompany(deps.store, own, named, version)))
  return next
}

/** From now on `own` finds `other`, for good (domain.md 1.4, isolation rule). */
export async function listFor(deps: Deps, own: TenantId, other: TenantId): Promise<void> {
  await listForEach(deps, [own], other)
}

/** From now on each of them finds `other`. @returns false while nobody knows what `other` is called */
export async function listForEach(deps: Deps, owns: readonly TenantId[], other: TenantId): Promise<boolean> {
  for (const own of owns) if (!(await isRelated(deps.store, own, other))) await noteScope(deps.store, own, other)
  const found = await present(deps, other)
  if (!found) return false
  await Promise.all(
    ['all' as const, ...owns].map((scope) => listCompany(deps.store, scope, found.named, found.version)),
  )
  return true
}

/** The name and the version that has it. */
async function present(
  { store, organizations }: Deps,
  tenant: TenantId,
): Promise<{ named: Named; version: number } | undefined> {
  const stored = await load(store, ORGANIZATION, organizationPk(tenant))
  const organization = stored?.state ?? (await organizations.find(tenant))
  return organization && { named: namedOf(organization), version: stored?.version ?? 0 }
}
