import type { AppRole, DirectoryRole, Locale, PartnerRole } from './actor.ts'
import type { Mpa } from './agreement/agreement.ts'
import type { AgreementContact, OrderLine, SubscriptionStatus } from './customer/customer.ts'
import type { Address, LegalBusinessProfile } from './enrollment/enrollment.ts'
import type { TenantId, UserId } from './ids.ts'
import type { DirectBillStatus, OrganizationKind, ProviderEntry } from './organization/organization.ts'
import type { RegionKey } from './regions.ts'

/** A user as the tenant's directory knows them. `partnerRoles` is what the world starts with; later changes are ours. */
export type Person = {
  tenantId: TenantId
  userId: UserId
  name: string
  email: string
  /** The directory's preferred language; absent when none is set or it is neither English nor Japanese. */
  locale?: Locale
  directoryRoles: readonly DirectoryRole[]
  partnerRoles: readonly PartnerRole[]
  appRoles: readonly AppRole[]
}

/** A tenant as the directory knows it: its country decides the CSP region (C-15). */
export type Tenant = {
  tenantId: TenantId
  displayName: string
  legalName: string
  country: string
  verifiedDomains: readonly string[]
  registrationId?: string
}

export type NewUser = { tenantId: TenantId; name: string; email: string }

/**
 * Who somebody is, which roles they hold, which country and verified domains a tenant has. Reads may be cached briefly
 * by the adapter; changes are idempotent under their `key` (a repeat under the same key answers like the first).
 * @throws OutsideUnavailable when it cannot be reached, OutsideRefused when it says no.
 */
export interface Directory {
  person(tenant: TenantId, user: UserId): Promise<Person | undefined>
  tenant(tenant: TenantId): Promise<Tenant | undefined>
  /** The tenant with this id, verified domain or exact name; undefined when none or several fit. */
  lookUp(text: string): Promise<Tenant | undefined>
  /** The tenants that the directory can list: none, where it has no list. The same array as long as nothing changed. */
  tenants(): Promise<readonly Tenant[]>
  people(tenant: TenantId): Promise<readonly Person[]>
  /** The operator's staff with this app role. */
  operators(role: AppRole): Promise<readonly Person[]>
  grant(change: { tenantId: TenantId; userId: UserId; role: DirectoryRole; key: string }): Promise<void>
  revoke(change: { tenantId: TenantId; userId: UserId; role: DirectoryRole; key: string }): Promise<void>
  /** Creates the account, or sets a fresh temporary password when `key` created it before. The password is never stored. */
  createUser(user: NewUser & { key: string }): Promise<{ userId: UserId; temporaryPassword: string }>
  disableUser(change: { tenantId: TenantId; userId: UserId; key: string }): Promise<void>
}

/** An MPN account (domain.md 2.3). `associatedTenantId` is the CSP tenant it already serves (D5). */
export type MpnAccount = {
  mpnId: string
  type: 'location' | 'global'
  globalMpnId?: string
  country: string
  profileStatus: 'active' | 'pending' | 'rejected' | 'declined'
  email: string
  migrated: boolean
  ownerTenantIds: readonly TenantId[]
  associatedTenantId?: TenantId
}

/** What Partner Center already knows of a company before it ever used the bot. */
export type Registration = {
  kind: OrganizationKind
  cspTenant: boolean
  suspended: boolean
  legalProfile?: LegalBusinessProfile
  affiliateGroupId?: string
  directBillStatus?: DirectBillStatus
  agreements: readonly Mpa[]
  /** When the company signed the Microsoft Customer Agreement for its own region, as a customer (D11). */
  customerAgreementAt?: string
  provider?: ProviderEntry
}

/** One line of the provider directory: read-only for the bot (R100). */
export type ProviderListing = ProviderEntry & { tenantId: TenantId; name: string; country: string }

/** What can be ordered; `min` and `max` bound the licenses of one subscription (domain.md 2.15). */
export type Offer = { offerId: string; name: string; min: number; max: number; azure: boolean }

/** A customer's tenant that does not exist yet (domain.md 2.13). Its domain is `<domainPrefix>.onmicrosoft.com`. */
export type NewTenant = {
  provider: TenantId
  /** Gets administrator access to the whole account (F9). */
  reseller?: TenantId
  companyName: string
  registrationId?: string
  domainPrefix: string
  country: string
  address: Address
  contact: AgreementContact
  /** Who agreed to the Microsoft Customer Agreement for the customer, and on which day (D15). */
  agreement: { contact: AgreementContact; agreedOn: string }
}

/** `temporaryPassword` goes to `keepCredential` and nowhere else (SM14). */
export type CreatedTenant = { customer: TenantId; adminUserName: string; temporaryPassword: string }

/** What an order line became; `licenses` are those that the subscription has now. */
export type OrderedSubscription = { id: string; offerId: string; licenses: number }

/** One thing about a subscription; `null` takes its reseller off. */
export type SubscriptionChange = { licenses: number } | { resellerMpnId: string | null } | { status: 'suspended' }

/** What still ties a tenant to its partners, as far as Partner Center knows (D14). */
export type Holdings = {
  subscriptions: readonly { id: string; offerId: string; licenses: number; status: SubscriptionStatus }[]
  /** Names of reserved instances and of software that are not cancelled. */
  reservations: readonly string[]
  software: readonly string[]
}

/**
 * The companies, offers, customers and orders that Microsoft keeps. Changes are idempotent under their `key`: a repeat
 * under the same key answers like the first, whether its answer arrived or not.
 * @throws OutsideUnavailable when it cannot be reached; OutsideRefused when it says no, with a `reason` that
 * `refusalFor` (domain/customer/outside-codes.ts) reads: a code of domain.md 8.3, `domainTaken` or `offerUnavailable`.
 */
export interface PartnerCenter {
  registration(tenant: TenantId): Promise<Registration | undefined>
  mpnAccount(mpnId: string): Promise<MpnAccount | undefined>
  mpnAccountsOf(tenant: TenantId): Promise<readonly MpnAccount[]>
  /** The official indirect providers of a CSP region, by name (R52, R100). */
  providers(region: RegionKey): Promise<readonly ProviderListing[]>
  /** What a partner of the region can order, in the order of the catalogue. */
  offers(region: RegionKey): Promise<readonly Offer[]>
  /** Whether `<prefix>.onmicrosoft.com` can still be taken. A free one may be gone by the time it is asked for. */
  isDomainFree(prefix: string): Promise<boolean>
  /** The address as it ought to be written (2.6, code 2007); undefined when there is nothing to correct. */
  correctedAddress(address: Address): Promise<Address | undefined>
  /**
   * Creates the tenant with its first admin. A repeat under the same key answers the same tenant with a fresh temporary
   * password: the one before no longer works.
   * @throws OutsideRefused `domainTaken` when somebody else has the domain by now.
   */
  createCustomer(tenant: NewTenant & { key: string }): Promise<CreatedTenant>
  /**
   * One subscription for each line, in their order: a new one, or the one that the line names as it is now. The licenses
   * of a line come on top of what an `addLicenses` names; an `upgrade` gives its subscription the offer of the line.
   */
  placeOrder(order: {
    key: string
    customer: TenantId
    owner: TenantId
    lines: readonly OrderLine[]
  }): Promise<{ subscriptions: readonly OrderedSubscription[] }>
  changeSubscription(change: {
    key: string
    customer: TenantId
    subscription: string
    change: SubscriptionChange
  }): Promise<void>
  /** Names the partner that the customer turns to for this subscription (R94); `mpnId` where it is a reseller's. */
  setSupportContact(change: {
    key: string
    customer: TenantId
    subscription: string
    contact: { tenantId: TenantId; name: string; mpnId?: string }
  }): Promise<void>
  /** Ends the partner's reseller relationship and its delegated admin privileges (D14). */
  removeRelation(change: { key: string; customer: TenantId; partner: TenantId }): Promise<void>
  /** What Partner Center knows of any tenant, whoever sold it; all lists are empty when there is nothing. */
  customerOf(tenant: TenantId): Promise<Holdings>
}

export type Mail = { to: string; subject: string; text: string }

/**
 * Sends one mail. `key` lets an adapter that can, drop a repeat.
 * @throws OutsideUnavailable when it may be tried again, OutsideRefused when the address will never take mail.
 */
export interface Mailer {
  send(mail: Mail, key: string): Promise<void>
}

export type Port = 'partnerCenter' | 'directory' | 'mailer' | 'connector'

/** Somebody else's server gave no usable answer. `outcome` says whether the request may have been carried out. */
export class OutsideUnavailable extends Error {
  readonly port: Port
  readonly outcome: 'notExecuted' | 'unknown'
  readonly retryAfterMs: number | undefined
  constructor(port: Port, outcome: 'notExecuted' | 'unknown', options?: { retryAfterMs?: number; cause?: unknown }) {
    super(`${port} is unavailable`, { cause: options?.cause })
    this.port = port
    this.outcome = outcome
    this.retryAfterMs = options?.retryAfterMs
  }
}

/** Somebody else's server understood and said no; trying again will not help. */
export class OutsideRefused extends Error {
  readonly port: Port
  readonly reason: string
  constructor(port: Port, reason: string) {
    super(`${port} refused: ${reason}`)
    this.port = port
    this.reason = reason
  }
}
