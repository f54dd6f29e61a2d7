import type { Actor } from '../actor.ts'
import type { Clock } from '../clock.ts'
import { type CredentialStanding, credentialStanding } from '../customer/credential.ts'
import type { Customers } from '../customer/customers.ts'
import { type SeenCustomer, seenBy } from '../customer/seen.ts'
import { tenantId as asTenant, type TenantId } from '../ids.ts'
import type { Invitations } from '../invitation/invitations.ts'
import { rolesOf } from '../organization/employees.ts'
import type { Organization } from '../organization/organization.ts'
import type { Organizations } from '../organization/organizations.ts'
import { type Partnership, partnershipPk } from '../partnership/partnership.ts'
import type { Partnerships } from '../partnership/partnerships.ts'
import type { Directory, PartnerCenter, Person } from '../ports.ts'
import type { DocumentStore } from '../store/document-store.ts'
import { isRelated } from '../store/names.ts'

/** What a question is answered from. What the asker may not see is not there (P49, P50, domain.md 1.4 isolation rule). */
export type Sight = {
  actor: Actor
  /** The asker's company; undefined for support, who see everything. */
  own: Organization | undefined
  now: string
  /** The calendar on which days are read. */
  timeZone: string
  store: DocumentStore
  organizations: Organizations
  partnerships: Partnerships
  invitations: Invitations
  /** For rules alone; what is told of a customer goes through `customer`. */
  customers: Pick<Customers, 'find'>
  directory: Directory
  partnerCenter: PartnerCenter
  /** One that may be seen: the own, one related to it, for support every one. What may not be seen costs what is not there. */
  company(tenant: TenantId): Promise<Organization | undefined>
  /** The partnership of a pair of which the asker is one, or any for support; `none` for every other pair. */
  partnership(provider: TenantId, reseller: TenantId): Promise<Partnership>
  /** A customer as far as the asker may know of it; for support all of it. Always one read. */
  customer(tenant: TenantId): Promise<SeenCustomer | undefined>
  /** What became of the first password of a customer, never the password; of what its own company submitted, or for support. */
  firstPassword(customer: TenantId): Promise<CredentialStanding | undefined>
  /** The people of a company with their roles; only of the own company, or for support. */
  staff(organization: Organization): Promise<readonly (Person & { held: readonly string[] })[]>
}

export type SightDeps = {
  store: DocumentStore
  customers: Pick<Customers, 'find'>
  organizations: Organizations
  partnerships: Partnerships
  invitations: Invitations
  directory: Directory
  partnerCenter: PartnerCenter
  clock: Clock
}

export const NO_COMPANY = asTenant('00000000-0000-0000-0000-000000000000')

/** @param own the asker's company; undefined with the `support` or `reviewer` role sees everything, without one nothing. */
export function sight(deps: SightDeps, actor: Actor, own: Organization | undefined, timeZone = 'UTC'): Sight {
  const { store, invitations, customers, directory, partnerCenter, clock } = deps
  const organizations = { ...deps.organizations, find: once(deps.organizations.find, String) }
  const partnerships = { ...deps.partnerships, find: once(deps.partnerships.find, partnershipPk) }
  const seesAll = own === undefined && actor.appRoles.length > 0

  async function company(tenant: TenantId): Promise<Organization | undefined> {
    if (seesAll) return organizations.find(tenant)
    if (own === undefined) return undefined
    if (tenant === own.tenantId) return own
    const [found, related] = await Promise.all([organizations.find(tenant), isKnown(own, tenant)])
    return related ? found : undefined
  }

  /** By the likeliest first; of a stranger, as of nobody, all of it is read. */
  async function isKnown({ tenantId, kind }: Organization, other: TenantId): Promise<boolean> {
    const isProvider = kind === 'indirectProvider'
    const werePartners = async (asProvider: boolean): Promise<boolean> => {
      const [provider, reseller] = asProvider ? [tenantId, other] : [other, tenantId]
      return (await partnerships.find(provider, reseller)).status !== 'none'
    }
    return (
      (await werePartners(isProvider)) || (await isRelated(store, tenantId, other)) || (await werePartners(!isProvider))
    )
  }

  return {
    store,
    organizations,
    partnerships,
    invitations,
    customers,
    directory,
    partnerCenter,
    actor,
    own,
    now: clock.now(),
    timeZone,
    company,
    async partnership(provider, reseller) {
      const isOwn = own !== undefined && (own.tenantId === provider || own.tenantId === reseller)
      const found = await partnerships.find(provider, reseller)
      return seesAll || isOwn ? found : { status: 'none' }
    },
    async customer(tenant) {
      const found = await customers.find(tenant)
      const viewer = seesAll ? tenant : own?.tenantId
      return viewer && seenBy(found, viewer)
    },
    async firstPassword(customer) {
      const found = await credentialStanding(store, customer, clock.now())
      return seesAll || found?.submitter.tenantId === own?.tenantId ? found : undefined
    },
    async staff(organization) {
      if (!seesAll && organization.tenantId !== own?.tenantId) return []
      const people = await directory.people(organization.tenantId)
      return people.map((person) => ({ ...person, held: rolesOf(organization, person) }))
    },
  }
}

/** One answer reads each truth once. */
function once<Key extends readonly string[], T>(
  read: (...key: Key) => Promise<T>,
  nameOf: (...key: Key) => string,
): (...key: Key) => Promise<T> {
  const known = new Map<string, Promise<T>>()
  return (...key) => {
    const name = nameOf(...key)
    const found = known.get(name) ?? read(...key)
    known.set(name, found)
    return found
  }
}
