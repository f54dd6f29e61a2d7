import type { TenantId } from '../ids.ts'
import type { MpnAccount } from '../ports.ts'
import { holds, refuse, rule } from './rule.ts'

const FORMAT = /^[1-9]\d{3,9}$/

/** What has to be known of an MPN ID before a company may enroll with it. `heldBy` is the tenant that reserved it. */
export type MpnFacts = {
  mpnId: string
  tenantId: TenantId
  tenantCountry: string
  account: MpnAccount | undefined
  heldBy: TenantId | undefined
  /** The company's own location accounts that would do: active, in its country, migrated, serving no other tenant. */
  ownLocations: readonly string[]
}

export const mpnIdGiven = rule<{ mpnId: string }>('R1', 'S4 Get started', ({ mpnId }) =>
  mpnId === '' ? refuse({ code: 'ENR_MPN_REQUIRED', field: 'mpnId' }) : holds,
)

export const mpnIdWellFormed = rule<{ mpnId: string }>('R1', 'S4 Get started; domain.md 1.1', ({ mpnId }) =>
  mpnId === '' || FORMAT.test(mpnId) ? holds : refuse({ code: 'MPN_FORMAT', field: 'mpnId' }),
)

export const mpnIdKnown = rule<MpnFacts>('R1', 'S4 Get started; F45', ({ mpnId, account }) =>
  account ? holds : refuse({ code: 'MPN_UNKNOWN', field: 'mpnId', id: mpnId }),
)

export const mpnIdUnused = rule<MpnFacts>('D5', 'D:manage-locations', ({ mpnId, tenantId, account, heldBy }) => {
  const other = [account?.associatedTenantId, heldBy].some((tenant) => tenant !== undefined && tenant !== tenantId)
  return other ? refuse({ code: 'MPN_IN_USE', field: 'mpnId', id: mpnId }) : holds
})

export const mpnIdOwn = rule<MpnFacts>('R15', 'S2 Before you begin', ({ mpnId, tenantId, account }) =>
  account && !account.ownerTenantIds.includes(tenantId)
    ? refuse({ code: 'MPN_OTHER_COMPANY', field: 'mpnId', id: mpnId })
    : holds,
)

export const mpnIdLocation = rule<MpnFacts>(
  'D5',
  'D:manage-locations; S1 Connect',
  ({ mpnId, account, ownLocations }) =>
    account?.type === 'global'
      ? refuse({ code: 'MPN_NOT_LOCATION', field: 'mpnId', id: mpnId, locations: ownLocations })
      : holds,
)

export const mpnProfileActive = rule<MpnFacts>('R13', 'S2 step 3 IMPORTANT', ({ mpnId, account }) =>
  account && account.profileStatus !== 'active' ? refuse({ code: 'MPN_NOT_ACTIVE', field: 'mpnId', id: mpnId }) : holds,
)

export const mpnSameCountry = rule<MpnFacts>('R14', 'S2 step 3 IMPORTANT', ({ mpnId, account, tenantCountry }) =>
  account && account.country !== tenantCountry
    ? refuse({
        code: 'MPN_COUNTRY_MISMATCH',
        field: 'mpnId',
        id: mpnId,
        mpnCountry: account.country,
        tenantCountry,
      })
    : holds,
)

export const mpnMigrated = rule<MpnFacts>(
  'R15',
  'S2 Before you begin; All indirect resellers 1',
  ({ mpnId, account }) =>
    account && !account.migrated ? refuse({ code: 'MPN_NOT_MIGRATED', field: 'mpnId', id: mpnId }) : holds,
)
