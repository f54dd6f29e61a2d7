import { localeOf } from '../../domain/actor.ts'
import type { Person } from '../../domain/ports.ts'
import type { World, WorldTenant } from './world.ts'

type Company = { tenantId: Person['tenantId']; users: readonly WorldPerson[] }
type WorldPerson = Omit<Person, 'tenantId' | 'userId' | 'locale' | 'directoryRoles' | 'partnerRoles' | 'appRoles'> & {
  aadObjectId: Person['userId']
  locale?: string | undefined
  window: boolean
} & Partial<Pick<Person, 'directoryRoles' | 'partnerRoles' | 'appRoles'>>

/** Somebody of the world file; `window` opens a chat window. */
export type Resident = Person & { window: boolean }

/** Everybody in the world file, the operator's staff first. */
export const residents = (world: World): readonly Resident[] =>
  [...(world.operator ? [world.operator] : []), ...world.tenants].flatMap(({ tenantId, users }: Company) =>
    users.map(({ aadObjectId, name, email, locale, window, directoryRoles, partnerRoles, appRoles }) => ({
      tenantId,
      userId: aadObjectId,
      name,
      email,
      ...spoken(localeOf(locale)),
      directoryRoles: directoryRoles ?? [],
      partnerRoles: partnerRoles ?? [],
      appRoles: appRoles ?? [],
      window,
    })),
  )

/** A world does not change. */
export function tenantOf(world: World, tenantId: string): WorldTenant | undefined {
  const known = BY_ID.get(world) ?? new Map(world.tenants.map((tenant) => [tenant.tenantId as string, tenant]))
  BY_ID.set(world, known)
  return known.get(tenantId)
}

const BY_ID = new WeakMap<World, ReadonlyMap<string, WorldTenant>>()

const spoken = (locale: Person['locale']): Pick<Person, 'locale'> => (locale ? { locale } : {})
