import { tenantId as asTenant, type TenantId } from '../ids.ts'
import type { Organization } from '../organization/organization.ts'
import { ORGANIZATION, organizationPk } from '../organization/organizations.ts'
import type { PartnerCenter } from '../ports.ts'
import type { MpnFacts } from '../rules/mpn.ts'
import { load } from '../store/commit.ts'
import type { DocumentStore } from '../store/document-store.ts'
import { holder, release, reserve } from '../store/reservations.ts'

type Deps = { store: DocumentStore; partnerCenter: PartnerCenter }

/** Reads what the MPN rules need; '' while none is given. A reservation whose holder no longer names the ID counts for nothing. */
export async function readMpnFacts(
  { store, partnerCenter }: Deps,
  { tenantId, country }: Pick<Organization, 'tenantId' | 'country'>,
  mpnId: string,
): Promise<MpnFacts> {
  const [account, own, held] = await Promise.all([
    partnerCenter.mpnAccount(mpnId),
    partnerCenter.mpnAccountsOf(tenantId),
    mpnId === '' ? undefined : holder(store, 'mpn', mpnId),
  ])
  const foreign = held !== undefined && held !== tenantId && (await named(store, mpnId)(held))
  return {
    mpnId,
    tenantId,
    tenantCountry: country,
    account,
    heldBy: foreign ? asTenant(held) : undefined,
    ownLocations: own
      .filter(
        ({ type, profileStatus, country: there, migrated, associatedTenantId = tenantId }) =>
          type === 'location' &&
          profileStatus === 'active' &&
          there === country &&
          migrated &&
          associatedTenantId === tenantId,
      )
      .map((one) => one.mpnId),
  }
}

/** What is known of an MPN ID that Partner Center tells nothing about: no check of it passes. */
export const mpnUnknown = (
  { tenantId, country }: Pick<Organization, 'tenantId' | 'country'>,
  mpnId: string,
): MpnFacts => ({
  mpnId,
  tenantId,
  tenantCountry: country,
  account: undefined,
  heldBy: undefined,
  ownLocations: [],
})

/**
 * Reserves an MPN ID for a company whose stored draft names it (D5). The draft was saved before, so a rival that finds the
 * reservation also finds the name; whoever changes the draft meanwhile makes the pending commit stale.
 * @returns the tenant that holds it: this one, or the rival
 */
export async function reserveMpn(store: DocumentStore, tenant: TenantId, mpnId: string): Promise<TenantId> {
  const reserved = await reserve(store, 'mpn', mpnId, tenant, named(store, mpnId))
  return reserved.ok ? tenant : asTenant(reserved.owner)
}

/** Gives the ID back, unless a newer application of the company names it again. */
export async function releaseMpn(store: DocumentStore, tenant: TenantId, mpnId: string): Promise<void> {
  await release(store, 'mpn', mpnId, tenant, named(store, mpnId))
}

/** Whether the company's present application, or its enrollment, is for this MPN ID. */
export function namesMpn({ enrollment, mpnId }: Pick<Organization, 'enrollment' | 'mpnId'>, wanted: string): boolean {
  if (mpnId === wanted) return true
  switch (enrollment.state) {
    case 'none':
    case 'withdrawn':
    case 'declined':
      return false
    case 'draft':
      return enrollment.draft.mpn?.value.mpnId === wanted
    default:
      return enrollment.application.mpnId === wanted
  }
}

const named = (store: DocumentStore, mpnId: string) => async (owner: string) => {
  const found = await load(store, ORGANIZATION, organizationPk(asTenant(owner)))
  return found !== undefined && namesMpn(found.state, mpnId)
}
