import type { TenantId } from '../ids.ts'
import type { Invitations } from '../invitation/invitations.ts'
import { companyOfMail } from '../invitation/invited-company.ts'
import { openersOf } from '../invitation/lists.ts'
import { listFor } from '../organization/listed-company.ts'
import type { Organizations } from '../organization/organizations.ts'
import type { Directory } from '../ports.ts'
import type { DocumentStore } from '../store/document-store.ts'

type Deps = {
  store: DocumentStore
  organizations: Organizations
  invitations: Invitations
  directory: Pick<Directory, 'lookUp'>
}

/** Two companies find each other by name, also after their partnership has ended. */
export async function relatePartners(
  deps: Pick<Deps, 'store' | 'organizations'>,
  provider: TenantId,
  reseller: TenantId,
): Promise<void> {
  await Promise.all([listFor(deps, provider, reseller), listFor(deps, reseller, provider)])
}

/**
 * Whoever opened or answered an invitation and its provider find each other by name; so do a customer and the provider
 * named in its reseller's invitation. A company that verified the address's domain finds the provider as soon as the
 * invitation is sent; the provider does not learn whose domain it is.
 */
export async function relateInvited(deps: Deps, provider: TenantId, id: string): Promise<void> {
  const invitation = await deps.invitations.find(provider, id)
  if (!invitation) return
  const answered = 'reseller' in invitation ? [invitation.reseller] : []
  const others = new Set([...openersOf(invitation), ...answered].filter((tenant) => tenant !== provider))
  const named = invitation.request?.kind === 'both' ? [invitation.request.through.tenantId] : []
  for (const other of others)
    for (const partner of [provider, ...named.filter((one) => one !== other)])
      await relatePartners(deps, partner, other)
  if (!('sentAt' in invitation && invitation.sentAt)) return
  const invited = (await companyOfMail(deps, invitation.email))?.tenantId
  if (invited !== undefined && invited !== provider && !others.has(invited)) await listFor(deps, invited, provider)
}
