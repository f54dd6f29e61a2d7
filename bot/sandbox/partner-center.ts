import { MPA_VERSION, type Mpa } from '../../domain/agreement/agreement.ts'
import type { Clock } from '../../domain/clock.ts'
import { isDomainPrefix } from '../../domain/customer/domain-prefix.ts'
import type { LegalBusinessProfile } from '../../domain/enrollment/enrollment.ts'
import type { DirectBillStatus } from '../../domain/organization/organization.ts'
import { type MpnAccount, OutsideRefused, type PartnerCenter, type Registration } from '../../domain/ports.ts'
import { regionOf } from '../../domain/regions.ts'
import type { DocumentStore } from '../../domain/store/document-store.ts'
import { corrected } from './known-places.ts'
import { type MadeTenant, madeTenants } from './made-tenants.ts'
import { type OrderBook, orderBook } from './order-book.ts'
import { reachable } from './reachable.ts'
import { temporaryPassword } from './temporary-password.ts'
import type { World, WorldTenant } from './world.ts'
import { tenantOf } from './world-people.ts'

/** Before any date the world gives: the day from which every partner needs the MPA (R30). */
const MPA_SINCE = '2020-02-01T00:00:00.000Z'
/** The same for customers: when they began to sign the MCA. */
const MCA_SINCE = '2020-01-31T00:00:00.000Z'

export type SandboxPartnerCenter = PartnerCenter & {
  /** The tenants that were created here. */
  tenants(): Promise<readonly MadeTenant[]>
} & Pick<OrderBook, 'entries' | 'subscriptions'>

/** Partner Center as the world file has it; the customers and orders that are made lie in the store over it. */
export function sandboxPartnerCenter(world: World, store: DocumentStore, clock: Clock): SandboxPartnerCenter {
  const accounts = mpnAccounts(world)
  const made = madeTenants(world, store, clock)
  const orders = orderBook(store, clock, {
    offer: (offerId) => world.offers.find((one) => one.offerId === offerId),
    mpnAccount: (mpnId) => accounts.get(mpnId),
    isTenant: async (tenant) => tenantOf(world, tenant) !== undefined || (await made.find(tenant)) !== undefined,
  })
  return reachable('partnerCenter', {
    registration: async (tenant) => {
      const found = tenantOf(world, tenant)
      return found ? registration(found) : (await made.find(tenant)) && CUSTOMER
    },
    mpnAccount: async (mpnId) => accounts.get(mpnId),
    mpnAccountsOf: async (tenant) =>
      [...accounts.values()].filter(({ ownerTenantIds }) => ownerTenantIds.includes(tenant)),
    providers: async (region) =>
      world.tenants
        .flatMap(({ tenantId, kind, displayName: name, country, provider }) =>
          kind === 'indirectProvider' && provider && regionOf(country) === region
            ? [{ tenantId, name, country, ...provider }]
            : [],
        )
        .sort((one, other) => (one.name < other.name ? -1 : 1)),
    offers: async () => world.offers,
    isDomainFree: async (prefix) => isDomainPrefix(prefix) && made.isFree(prefix),
    correctedAddress: async (address) => corrected(address),
    async createCustomer(asked) {
      if (!isDomainPrefix(asked.domainPrefix)) throw new OutsideRefused('partnerCenter', '27002')
      const { tenantId: customer, adminUserName } = await made.make(asked)
      return { customer, adminUserName, temporaryPassword: temporaryPassword() }
    },
    ...orders,
    tenants: async () => made.all(),
  })
}

const CUSTOMER: Registration = { kind: 'customer', cspTenant: false, suspended: false, agreements: [] }

const registration = (tenant: WorldTenant): Registration => ({
  kind: tenant.kind,
  cspTenant: tenant.cspTenant,
  suspended: tenant.suspended,
  ...(tenant.legalProfile && { legalProfile: given(tenant.legalProfile) as LegalBusinessProfile }),
  ...(tenant.affiliateGroupId !== undefined && { affiliateGroupId: tenant.affiliateGroupId }),
  ...(tenant.kind === 'directBill' && {
    directBillStatus: directBillStatus(tenant),
  }),
  agreements: tenant.agreements.filter(({ type }) => type === 'MPA').flatMap((agreement) => mpa(agreement, tenant)),
  ...signedMca(tenant),
  ...(tenant.provider && { provider: tenant.provider }),
})

const directBillStatus = ({ directBill }: WorldTenant): DirectBillStatus =>
  directBill?.restricted ? 'restricted' : directBill?.identifiedForOffboarding ? 'identifiedForOffboarding' : 'active'

/** The MCA counts where it is for the tenant's own region, which it is unless it says another. */
function signedMca({ agreements, country }: WorldTenant): Pick<Registration, 'customerAgreementAt'> {
  const own = regionOf(country)
  const found = agreements.find(({ type, region = own }) => type === 'MCA' && region !== undefined && region === own)
  return found ? { customerAgreementAt: found.at ?? MCA_SINCE } : {}
}

function mpa(
  { region = '', at = MPA_SINCE }: { region?: string | undefined; at?: string | undefined },
  tenant: WorldTenant,
): Mpa[] {
  const signed = region || regionOf(tenant.country)
  return signed ? [{ type: 'MPA', region: signed, version: MPA_VERSION, acceptedAt: at }] : []
}

/** One account for each MPN ID, with every tenant of its company; it serves the owner that is in CSP (D5). */
function mpnAccounts(world: World): ReadonlyMap<string, MpnAccount> {
  const accounts = new Map<string, MpnAccount>()
  for (const tenant of world.tenants) {
    for (const { mpnId, type, globalMpnId, country, profileStatus, email, migrated } of tenant.mpnAccounts) {
      const known = accounts.get(mpnId)
      const serves =
        known?.associatedTenantId ?? (tenant.cspTenant && type === 'location' ? tenant.tenantId : undefined)
      accounts.set(mpnId, {
        ...(known ?? { mpnId, type, country, profileStatus, email, migrated }),
        ...(globalMpnId !== undefined && { globalMpnId }),
        ownerTenantIds: [...(known?.ownerTenantIds ?? []), tenant.tenantId],
        ...(serves && { associatedTenantId: serves }),
      })
    }
  }
  return accounts
}

/** Without the keys that hold `undefined`, which a parsed world has where something was left out. */
const given = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T
