import { tenantId as asTenant, type TenantId } from '../ids.ts'
import { linkToken, tokenHash } from '../links.ts'
import type { DocumentStore } from '../store/document-store.ts'
import { holder, reserve } from '../store/reservations.ts'

/** One confirmation link: an application of a company, and the generation of its mail. */
export type Confirmation = { tenantId: TenantId; enrollmentId: string; generation: number }

/**
 * The token of the link, made from the key each time; the store learns only its hash, under which the application is
 * found again (architecture.md 7.1).
 */
export async function confirmationToken(
  store: DocumentStore,
  dataKey: Buffer,
  { tenantId, enrollmentId, generation }: Confirmation,
): Promise<string> {
  const token = linkToken(dataKey, 'verify', `${tenantId}.${enrollmentId}`, generation)
  await reserve(store, 'tok', tokenHash(token), `${tenantId}.${enrollmentId}.${generation}`, async () => true)
  return token
}

/** Which application a token belongs to; whether the link still lives is the application's to say. */
export async function confirmationOf(store: DocumentStore, token: string): Promise<Confirmation | undefined> {
  const owner = await holder(store, 'tok', tokenHash(token))
  const [tenant, enrollmentId, generation] = owner?.split('.') ?? []
  if (tenant === undefined || enrollmentId === undefined || generation === undefined) return undefined
  return { tenantId: asTenant(tenant), enrollmentId, generation: Number(generation) }
}
