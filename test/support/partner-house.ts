import { by } from '../../domain/actor.ts'
import type { Clock } from '../../domain/clock.ts'
import { customers } from '../../domain/customer/customers.ts'
import { type TenantId, tenantId } from '../../domain/ids.ts'
import { claimAcceptance } from '../../domain/invitation/accept.ts'
import type { InvitationEvent } from '../../domain/invitation/invitation.ts'
import { invitations } from '../../domain/invitation/invitations.ts'
import type { Organization } from '../../domain/organization/organization.ts'
import type { Organizations } from '../../domain/organization/organizations.ts'
import { readPair } from '../../domain/partnership/acceptance.ts'
import type { PartnershipEvent } from '../../domain/partnership/partnership.ts'
import { partnerships } from '../../domain/partnership/partnerships.ts'
import type { Directory } from '../../domain/ports.ts'
import { ok } from '../../domain/result.ts'
import type { DocumentStore } from '../../domain/store/document-store.ts'
import { DRAFTED, EVERY_PARTNERSHIP_EVENT, OPENED, reseller, SENT, tomoDid, toto } from './partners.ts'
import { days, hana, hanaDid } from './people.ts'

/** The domains that Sakura has verified. */
const SAKURAS = ['sakura.example', 'sakura-systems.example']

/** Partnerships and invitations on a store, between companies that stay as they are. */
export function partnerHouse(
  store: DocumentStore,
  companies: readonly Organization[] = [toto, reseller],
  clock: Clock = { now: () => days(3) },
) {
  const committed = () => undefined
  const organizations: Organizations = {
    find: async (tenant) => companies.find((one) => one.tenantId === tenant),
    version: async () => 0,
    execute: () => Promise.reject(new Error('companies stay as they are')),
  }
  const directory: Pick<Directory, 'tenant' | 'lookUp'> = {
    lookUp: async (text) => (SAKURAS.includes(text) ? directory.tenant(reseller.tenantId) : undefined),
    async tenant(tenant) {
      const company = companies.find((one) => one.tenantId === tenant)
      if (!company) return undefined
      const { tenantId, displayName, legalName, country } = company
      const verifiedDomains = tenant === reseller.tenantId ? SAKURAS : []
      return { tenantId, displayName, legalName, country, verifiedDomains }
    },
  }
  const deps = {
    directory,
    store,
    clock,
    organizations,
    customers: customers({ store, clock, committed }),
    partnerships: partnerships({ store, clock, committed }),
    invitations: invitations({ store, clock, dataKey: Buffer.alloc(32, 1), committed }),
  }
  const house = {
    ...deps,
    /** These events happen to invitation `id` of Toto. */
    async invites(id: string, ...events: readonly InvitationEvent[]) {
      for (const event of events)
        await deps.invitations.execute(toto.tenantId, id, {
          by: tomoDid,
          correlationId: 'test',
          decide: () => ok([event.type === 'InvitationDrafted' ? { ...event, id } : event]),
        })
    },
    /** Sent, opened and *Authorize indirect provider*: claimed, and nothing after it. */
    async claims(id: string) {
      await house.invites(id, DRAFTED, SENT, OPENED)
      return house.authorizes(id)
    },
    /** *Authorize indirect provider* alone. */
    authorizes: (id: string, key = `press-${id}`) =>
      deps.invitations.execute(toto.tenantId, id, {
        by: by(hana),
        correlationId: 'test',
        decide: async (state) =>
          state
            ? claimAcceptance(state, {
                at: days(3),
                actor: hana,
                pair: await readPair(deps, toto, reseller),
                ticked: true,
                key,
              })
            : ok([]),
      }),
    /** This happens between Toto and `other`. */
    async happens(event: PartnershipEvent, other: Organization = reseller) {
      const named = { reseller: other.tenantId, resellerName: other.displayName }
      await deps.partnerships.execute(toto.tenantId, other.tenantId, {
        by: hanaDid,
        correlationId: 'test',
        decide: () => ok([event.type === 'PartnershipEstablished' ? { ...event, ...named } : event]),
      })
    },
  }
  return house
}

/** Resellers with these names. */
export const resellersNamed = (...names: readonly string[]): readonly Organization[] =>
  names.map((displayName, n) => ({ ...reseller, displayName, tenantId: nth(n) }))

const nth = (n: number): TenantId => tenantId(`${String(n).padStart(8, '0')}-0000-4000-8000-000000000077`)

export const { PartnershipEstablished: ESTABLISHED, PartnershipRemoved: REMOVED } = EVERY_PARTNERSHIP_EVENT
