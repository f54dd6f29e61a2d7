import { sandboxDirectory } from '../../bot/sandbox/directory.ts'
import { sandboxPartnerCenter } from '../../bot/sandbox/partner-center.ts'
import { readWorld } from '../../bot/sandbox/world.ts'
import { type Actor, type By, system } from '../../domain/actor.ts'
import { customers } from '../../domain/customer/customers.ts'
import type { TenantId } from '../../domain/ids.ts'
import { invitations } from '../../domain/invitation/invitations.ts'
import { rolesOf } from '../../domain/organization/employees.ts'
import type { Organization, OrganizationEvent } from '../../domain/organization/organization.ts'
import { type Organizations, organizations } from '../../domain/organization/organizations.ts'
import { listPartnership } from '../../domain/partnership/lists.ts'
import type { PartnershipEvent } from '../../domain/partnership/partnership.ts'
import { partnerships } from '../../domain/partnership/partnerships.ts'
import type { Answer } from '../../domain/questions/answer.ts'
import type { Question } from '../../domain/questions/question.ts'
import { REGIONS } from '../../domain/questions/regions.ts'
import { SELLING } from '../../domain/questions/selling.ts'
import { sight } from '../../domain/questions/sight.ts'
import { ok } from '../../domain/result.ts'
import type { DocumentStore } from '../../domain/store/document-store.ts'
import { openSqliteStore } from '../../domain/store/sqlite-store.ts'
import { HISTORIES } from './lifecycle.ts'
import { days } from './people.ts'

const ANSWERS = { ...SELLING, ...REGIONS }

/** The sandbox's world on a store of its own, with people who ask. */
export function asking() {
  const inner = openSqliteStore(':memory:')
  let reads: string[] = []
  const store: DocumentStore = {
    ...inner,
    read: (pk, id) => {
      reads.push('read')
      return inner.read(pk, id)
    },
    range: (pk, range) => {
      reads.push('range')
      return inner.range(pk, range)
    },
  }
  const world = readWorld('bot/sandbox/world.json')
  const clock = { now: () => days(3) }
  const directory = sandboxDirectory(world, store, clock)
  const partnerCenter = sandboxPartnerCenter(world, store, clock)
  const committed = () => undefined
  const changed = new Map<TenantId, Partial<Organization>>()
  const stored = organizations({ store, directory, partnerCenter, clock, committed })
  const companies: Organizations = {
    ...stored,
    async find(tenant) {
      const found = await stored.find(tenant)
      return found && { ...found, ...changed.get(tenant) }
    },
  }
  const pairs = partnerships({ store, clock, committed })
  const deps = {
    store,
    clock,
    directory,
    partnerCenter,
    organizations: companies,
    partnerships: pairs,
    customers: customers({ store, clock, committed }),
    invitations: invitations({ store, clock, dataKey: Buffer.alloc(32, 1), committed }),
  }
  const by: By = system

  return {
    ...deps,
    close: () => inner.close(),
    /** A company of the world by its display name. */
    tenant(name: string): TenantId {
      const found = world.tenants.find(({ displayName }) => displayName === name)
      if (!found) throw new Error(`the world has no ${name}`)
      return found.tenantId
    },
    /** Enrolls a company of Japan as indirect reseller, with or without the MPA. */
    async enrolls(tenant: TenantId, upTo: 'qualified' | 'active' = 'active') {
      const events: readonly OrganizationEvent[] = HISTORIES[upTo]
      await stored.execute(tenant, { by, correlationId: 'test', decide: () => ok(events) })
    },
    /** What no command brings about yet. */
    changes: (tenant: TenantId, over: Partial<Organization>) => void changed.set(tenant, over),
    async partnersWith(provider: TenantId, reseller: TenantId) {
      const [a, b] = await Promise.all([companies.find(provider), companies.find(reseller)])
      const established: PartnershipEvent = {
        type: 'PartnershipEstablished',
        at: days(3),
        by,
        invitationId: 'i1',
        provider,
        providerName: a?.displayName ?? '',
        reseller,
        resellerName: b?.displayName ?? '',
      }
      await pairs.execute(provider, reseller, { by, correlationId: 'test', decide: () => ok([established]) })
      await listPartnership(deps, provider, reseller)
    },
    /** What `email` is answered; the operator's own people ask about everybody. */
    async asks(
      email: string,
      id: keyof typeof ANSWERS,
      companies_: readonly TenantId[],
      countries: readonly string[] = [],
    ) {
      const question: Question = { id, companies: companies_, countries }
      const everybody = await directory.everyone()
      const person = everybody.find((one) => one.email === email)
      if (!person) throw new Error(`the world has no ${email}`)
      const organization = await companies.find(person.tenantId)
      const actor: Actor = {
        ...person,
        locale: 'en-US',
        roles: organization ? rolesOf(organization, person) : [],
      }
      const own = actor.appRoles.length > 0 ? undefined : organization
      reads = []
      const answered: Answer = await ANSWERS[id](question, sight(deps, actor, own))
      return { ...answered, reads: [...reads] }
    },
  }
}

/** What an answer says of one rule: `fails`, `holds`, `unknown`; absent where it was not run. */
export const outcomeOf = ({ checks = [] }: Pick<Answer, 'checks'>, about: string): readonly string[] =>
  checks.filter((check) => check.about === about).map(({ outcome }) => outcome)

export const refusalsOf = ({ checks = [] }: Pick<Answer, 'checks'>): readonly string[] => [
  ...new Set(checks.flatMap(({ refusals }) => refusals.map(({ code }) => code))),
]
