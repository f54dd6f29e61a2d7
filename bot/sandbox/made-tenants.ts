import { createHash } from 'node:crypto'
import type { Clock } from '../../domain/clock.ts'
import { contactName, isEastern } from '../../domain/enrollment/contact-name.ts'
import { newId, type TenantId, tenantId, type UserId, userId } from '../../domain/ids.ts'
import { type NewTenant, OutsideRefused, OutsideUnavailable, type Tenant } from '../../domain/ports.ts'
import type { DocumentStore, Json } from '../../domain/store/document-store.ts'
import { readAll } from './read-all.ts'
import type { World } from './world.ts'
import type { Resident } from './world-people.ts'

/** A customer's tenant that was created through Partner Center, without its password. */
export type MadeTenant = Tenant & {
  at: string
  provider: TenantId
  reseller?: TenantId
  admin: UserId
  adminUserName: string
  agreement: NewTenant['agreement']
}

/** The tenants that exist beside those of the world, kept in the directory's partition of the store. */
type MadeTenants = {
  find(tenant: TenantId): Promise<MadeTenant | undefined>
  /** The same array as long as none was added. */
  all(): Promise<readonly MadeTenant[]>
  isFree(prefix: string): Promise<boolean>
  /** Once a key, with the domain and the admin's account. */
  make(tenant: NewTenant & { key: string }): Promise<MadeTenant>
}

/** Where the directory keeps its accounts; a tenant and its admin are made in one batch. */
export const DIRECTORY_PK = 'sbx:directory'
export const personId = ({ tenantId: tenant, userId: user }: { tenantId: TenantId; userId: UserId }): string =>
  `usr:${tenant}~${user}`

export function madeTenants(world: World, store: DocumentStore, clock: Clock): MadeTenants {
  const taken = new Set([
    ...world.takenDomains,
    ...world.tenants.flatMap(({ verifiedDomains }) => verifiedDomains.flatMap((domain) => prefixOf(domain) ?? [])),
  ])
  let listed: readonly MadeTenant[] = []

  const find = async (tenant: TenantId): Promise<MadeTenant | undefined> =>
    isMade(tenant) ? (await store.read<MadeTenant>(DIRECTORY_PK, tenantDoc(tenant)))?.body : undefined

  const isFree = async (prefix: string): Promise<boolean> =>
    !taken.has(prefix) && (await store.read(DIRECTORY_PK, domainDoc(prefix))) === undefined

  return {
    find,
    isFree,
    async all() {
      const stored = await readAll<MadeTenant>(store, DIRECTORY_PK, 'ten:')
      // None ever goes and none changes: as many are the same.
      if (stored.length !== listed.length) listed = stored.map(({ body }) => body)
      return listed
    },
    async make({ key, ...asked }) {
      const keyDoc = `tenkey:${createHash('sha256').update(key).digest('hex')}`
      for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
        const before = await store.read<{ tenant: TenantId }>(DIRECTORY_PK, keyDoc)
        const known = before && (await find(before.body.tenant))
        if (known) return known
        if (!(await isFree(asked.domainPrefix))) throw new OutsideRefused('partnerCenter', 'domainTaken')
        const made = newTenant(asked, clock.now())
        const person = adminOf(made, asked)
        const token = newId()
        const written = await store.batch(
          DIRECTORY_PK,
          [
            { op: 'create', id: keyDoc, body: { tenant: made.tenantId, token } },
            { op: 'create', id: domainDoc(asked.domainPrefix), body: { tenant: made.tenantId } },
            // Both hold strings, booleans and lists of them alone.
            { op: 'create', id: tenantDoc(made.tenantId), body: made as unknown as Json },
            { op: 'create', id: personId(person), body: { person, disabled: false } as unknown as Json },
          ],
          { id: keyDoc, token },
        )
        if (written.ok) return made
      }
      throw new OutsideUnavailable('partnerCenter', 'notExecuted')
    },
  }
}

const ATTEMPTS = 20
/**
 * Ids of version 8, which no world and no other directory gives: that nobody else was made here is known without a look,
 * so a foreign tenant costs as many reads as none (architecture.md 7.11).
 */
const newTenantId = (): TenantId => tenantId(newId().replace(/^(.{14})./, '$18'))
const isMade = (tenant: TenantId): boolean => tenant[14] === '8'
const SUFFIX = '.onmicrosoft.com'
const tenantDoc = (tenant: TenantId): string => `ten:${tenant}`
const domainDoc = (prefix: string): string => `dom:${prefix}`
const prefixOf = (domain: string): string | undefined =>
  domain.endsWith(SUFFIX) ? domain.slice(0, -SUFFIX.length) : undefined

function newTenant(asked: NewTenant, at: string): MadeTenant {
  const { companyName, domainPrefix, country, registrationId, provider, reseller, agreement } = asked
  const domain = `${domainPrefix}${SUFFIX}`
  return {
    tenantId: newTenantId(),
    displayName: companyName,
    legalName: companyName,
    country,
    verifiedDomains: [domain],
    ...(registrationId !== undefined && { registrationId }),
    at,
    provider,
    ...(reseller !== undefined && { reseller }),
    admin: userId(newId()),
    adminUserName: `admin@${domain}`,
    agreement,
  }
}

function adminOf({ tenantId: tenant, admin, adminUserName, country }: MadeTenant, { contact }: NewTenant): Resident {
  const name = contactName(contact)
  return {
    tenantId: tenant,
    userId: admin,
    name,
    email: adminUserName,
    locale: country === 'JP' || isEastern(name) ? 'ja-JP' : 'en-US',
    directoryRoles: ['GA'],
    partnerRoles: [],
    appRoles: [],
    window: false,
  }
}
