import { tenantId as asTenant, isGuid, type TenantId } from '../../domain/ids.ts'
import { NO_COMPANY, sight } from '../../domain/questions/sight.ts'
import { type Named, namedOf } from '../../domain/store/names.ts'
import { holder } from '../../domain/store/reservations.ts'
import type { House, Turn } from '../capability.ts'
import type { Context } from './understanding.ts'

/** The company with this MPN ID, domain or tenant ID, when the asker may see it; the same reads whether it exists or not. */
export async function companyById(
  id: Parameters<Context['byId']>[0],
  { actor, organization }: Turn,
  house: House,
): Promise<Named | undefined> {
  const tenant = await tenantWith(id, house)
  const company = await sight(house, actor, organization).company(tenant ?? NO_COMPANY)
  return company && namedOf(company)
}

async function tenantWith(
  { kind, text }: Parameters<Context['byId']>[0],
  { store, partnerCenter, directory }: House,
): Promise<TenantId | undefined> {
  if (kind === 'tenant') return isGuid(text) ? asTenant(text) : undefined
  if (kind === 'domain') return (await directory.lookUp(text))?.tenantId
  const [held, account] = await Promise.all([holder(store, 'mpn', text), partnerCenter.mpnAccount(text)])
  if (held !== undefined) return asTenant(held)
  const [only, ...others] = account?.ownerTenantIds ?? []
  return account?.associatedTenantId ?? (others.length === 0 ? only : undefined)
}
