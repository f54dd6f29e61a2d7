import type { Actor, AppRole, Role } from '../../domain/actor.ts'
import { by } from '../../domain/actor.ts'
import { type TenantId, tenantId, type UserId, userId } from '../../domain/ids.ts'
import type { Organization } from '../../domain/organization/organization.ts'
import { newOrganization } from '../../domain/organization/organizations.ts'
import type { MpnAccount, Person, Registration, Tenant } from '../../domain/ports.ts'
import type { MpnFacts } from '../../domain/rules/mpn.ts'

/** Monday morning in Japan, far from any holiday. */
export const MONDAY = '2026-03-02T01:00:00.000Z'

/** So many hours after Monday morning. */
export const later = (hours: number): string => new Date(Date.parse(MONDAY) + hours * 3_600_000).toISOString()

export const days = (count: number): string => later(24 * count)

const id = (n: number): string => `${String(n).padStart(8, '0')}-0000-4000-8000-000000000000`

const SAKURA = tenantId(id(1))
const DESK = tenantId(id(2))

export const sakuraTenant: Tenant = {
  tenantId: SAKURA,
  displayName: 'Sakura Systems',
  legalName: 'Sakura Systems KK',
  country: 'JP',
  verifiedDomains: ['sakura.example'],
}

/** Sakura Systems before it ever used the bot: a prospect in Japan. */
export const sakura: Organization = newOrganization(sakuraTenant, undefined, MONDAY)

/** A company that was something already before it used the bot. */
export const registered = (registration: Partial<Registration>, tenant: Partial<Tenant> = {}): Organization =>
  newOrganization(
    { ...sakuraTenant, ...tenant },
    { kind: 'prospect', cspTenant: false, suspended: false, agreements: [], ...registration },
    MONDAY,
  )

let people = 10
const employee = (name: string, ...roles: readonly Role[]): Actor => actor(SAKURA, name, roles, [])

function actor(tenant: TenantId, name: string, roles: readonly Role[], appRoles: readonly AppRole[]): Actor {
  const email = `${name.split(' ', 1)[0]?.toLowerCase()}@${tenant === SAKURA ? 'sakura' : 'desk'}.example`
  return { tenantId: tenant, userId: userId(id(++people)), name, email, locale: 'ja-JP', roles, appRoles }
}

/** Two global admins of Sakura, and one person for each other role. */
export const hana = employee('Hana Sato', 'GA')
export const goro = employee('Goro Ito', 'GA')
export const uma = employee('Uma Abe', 'UMA')
export const billie = employee('Billie Oda', 'BA')
export const aya = employee('Aya Kato', 'AA')
export const sho = employee('Sho Ueda', 'SA')
export const hideo = employee('Hideo Ono', 'HA')
export const mina = employee('Mina Arai', 'MPNA')
export const akira = employee('Akira Endo', 'ACA')
export const bea = employee('Bea Doi', 'BPA')
export const rika = employee('Rika Fuji', 'RFA')
export const ichiro = employee('Ichiro Goto', 'IA')
/** Of Sakura, without any role. */
export const nana = employee('Nana Hara')

/** The operator's own: Grace decides on applications, Sam of support only reads. */
export const grace = actor(DESK, 'Grace Miller', [], ['support', 'reviewer'])
export const sam = actor(DESK, 'Sam Lee', [], ['support'])

export const everybody = [hana, goro, uma, billie, aya, sho, hideo, mina, akira, bea, rika, ichiro, nana, sam, grace]

export const holding = (person: Actor, ...roles: readonly Role[]): Actor => ({ ...person, roles })

/** The same person in another tenant. */
export const inTenant = (person: Actor, tenant: string): Actor => ({ ...person, tenantId: tenantId(tenant) })

/** As the directory knows somebody of Sakura. */
export function known(person: Actor, directoryRoles: Person['directoryRoles'] = []): Person {
  const { tenantId: tenant, userId: user, name, email } = person
  return { tenantId: tenant, userId: user, name, email, directoryRoles, partnerRoles: [], appRoles: [] }
}

export const hanaDid = by(hana)
export const graceDid = by(grace)
export const kenDid = { kind: 'contact', email: 'ken@sakura.example' } as const

export const stranger: UserId = userId(id(99))

export const MPN = '4600601'

/** Sakura's own active location account. */
export const account: MpnAccount = {
  mpnId: MPN,
  type: 'location',
  country: 'JP',
  profileStatus: 'active',
  email: 'mpn@sakura.example',
  migrated: true,
  ownerTenantIds: [SAKURA],
}

/** Facts under which no MPN rule refuses. */
export const mpnFacts = (over: Partial<MpnFacts> = {}): MpnFacts => ({
  mpnId: MPN,
  tenantId: SAKURA,
  tenantCountry: 'JP',
  account,
  heldBy: undefined,
  ownLocations: [MPN],
  ...over,
})

export const otherTenant = tenantId(id(3))
