import { partnershipTasks } from '../../bot/outbox/partnership-tasks.ts'
import { sandboxDirectory } from '../../bot/sandbox/directory.ts'
import { sandboxPartnerCenter } from '../../bot/sandbox/partner-center.ts'
import { readWorld } from '../../bot/sandbox/world.ts'
import type { Actor } from '../../domain/actor.ts'
import { customers } from '../../domain/customer/customers.ts'
import type { Decision } from '../../domain/decision.ts'
import { isGuid, type TenantId, tenantId } from '../../domain/ids.ts'
import {
  blockInvitation,
  claimAcceptance,
  declineInvitation,
  obstacles,
  openInvitation,
} from '../../domain/invitation/accept.ts'
import type { Invitation, InvitationEvent } from '../../domain/invitation/invitation.ts'
import { type InvitationOrder, invitations } from '../../domain/invitation/invitations.ts'
import { markSent, renewInvitation, requestPartnership, revokeInvitation } from '../../domain/invitation/invite.ts'
import { rolesOf } from '../../domain/organization/employees.ts'
import type { Organization, OrganizationEvent } from '../../domain/organization/organization.ts'
import { organizations } from '../../domain/organization/organizations.ts'
import { finishAcceptance, readPair } from '../../domain/partnership/acceptance.ts'
import {
  endByMicrosoft,
  recordAdminAccessRemoved,
  removePartnership,
  requestEnd,
} from '../../domain/partnership/partner.ts'
import { DECLARATIONS, type Partnership, type PartnershipEvent } from '../../domain/partnership/partnership.ts'
import { partnerships } from '../../domain/partnership/partnerships.ts'
import type { Answer } from '../../domain/questions/answer.ts'
import { PARTNERS } from '../../domain/questions/partners.ts'
import type { Question } from '../../domain/questions/question.ts'
import { sight } from '../../domain/questions/sight.ts'
import { ok } from '../../domain/result.ts'
import { openSqliteStore } from '../../domain/store/sqlite-store.ts'
import { createWatch } from '../hostile/watched-store.ts'
import { HISTORIES } from './lifecycle.ts'
import { days, MONDAY } from './people.ts'

export const TOTO = '東都ディストリビューション'
export const NORDLICHT = 'Nordlicht Distribution'
export const AOZORA = '青空ソフト'
export const MINATO = 'みなとシステムズ'
export const LUMIERE = 'Lumière Conseil'

const GRACE = 'grace.miller@partner-desk.example'
const ADMINS: Record<string, string> = {
  [TOTO]: 'kenichi.sato@toto-distribution.example',
  [NORDLICHT]: 'katrin.vogel@nordlicht-distribution.example',
  [AOZORA]: 'taro.aoki@aozora-soft.example',
  [MINATO]: 'makoto.watanabe@minato-systems.example',
  [LUMIERE]: 'camille.laurent@lumiere-conseil.example',
}

/** Partnerships and invitations between the companies of the world, made by the commands, with people who ask about them. */
export function partnering() {
  const inner = openSqliteStore(':memory:')
  const watch = createWatch()
  const store = watch.over(inner)
  const file = readWorld('bot/sandbox/world.json')
  let now = days(3)
  const clock = { now: () => now }
  const committed = () => undefined
  const deps = { store, clock, committed }
  // What is outside keeps its own books: only what is asked of our store counts.
  const directory = sandboxDirectory(file, inner, clock)
  const partnerCenter = sandboxPartnerCenter(file, inner, clock)
  const world = {
    store,
    clock,
    directory,
    partnerCenter,
    organizations: organizations({ ...deps, directory, partnerCenter }),
    customers: customers(deps),
    partnerships: partnerships(deps),
    invitations: invitations({ ...deps, dataKey: Buffer.alloc(32, 1) }),
  }
  const tasks = partnershipTasks(world)
  const row = { correlationId: 'test' }

  /** A company of the world by its display name. */
  function tenant(name: string): TenantId {
    const found = file.tenants.find(({ displayName }) => displayName === name)
    if (!found) throw new Error(`the world has no ${name}`)
    return found.tenantId
  }

  async function person(email: string): Promise<{ actor: Actor; organization: Organization | undefined }> {
    const found = (await world.directory.everyone()).find((one) => one.email === email)
    if (!found) throw new Error(`the world has no ${email}`)
    const organization = await world.organizations.find(found.tenantId)
    const roles = organization ? rolesOf(organization, found) : []
    return { organization, actor: { ...found, locale: 'en-US', roles } }
  }

  const company = async (name: string): Promise<Organization> => {
    const found = await world.organizations.find(tenant(name))
    if (!found) throw new Error(`no ${name}`)
    return found
  }

  async function change(
    id: string,
    provider: string,
    decide: (state: Invitation) => Decision<InvitationEvent>,
  ): Promise<void> {
    await carry(id, tenant(provider), async (state) => (state ? decide(state) : ok([])))
  }

  async function carry(id: string, provider: TenantId, decide: InvitationOrder['decide']): Promise<void> {
    const done = await world.invitations.execute(provider, id, {
      by: { kind: 'system' },
      correlationId: 'test',
      decide,
    })
    if (!done.ok) throw new Error(done.error.map(({ code }) => code).join())
    await tasks.listInvitation({ kind: 'listInvitation', provider, invitation: id }, row)
  }

  async function between(
    provider: string,
    reseller: string,
    decide: (state: Partnership) => Decision<PartnershipEvent>,
  ): Promise<void> {
    const [one, other] = [tenant(provider), tenant(reseller)]
    const done = await world.partnerships.execute(one, other, {
      by: { kind: 'system' },
      correlationId: 'test',
      decide,
    })
    if (!done.ok) throw new Error(done.error.map(({ code }) => code).join())
    await tasks.listPartnership({ kind: 'listPartnership', provider: one, reseller: other })
  }

  const admin = async (name: string) => (await person(ADMINS[name] ?? '')).actor

  const house = {
    ...world,
    tenant,
    company,
    close: () => inner.close(),
    /** The time at which is asked. */
    comes: (at: string) => {
      now = at
    },
    /** Enrolls a company of Japan as indirect reseller. */
    async enrolls(name: string, upTo: 'qualified' | 'active' = 'active') {
      const events: readonly OrganizationEvent[] = HISTORIES[upTo]
      await world.organizations.execute(tenant(name), {
        by: { kind: 'system' },
        correlationId: 'test',
        decide: () => ok(events),
      })
    },
    /** The provider drafts an invitation to the address on Monday. */
    async drafts(id: string, provider: string, email: string, at = MONDAY) {
      const [from, actor] = [await company(provider), await admin(provider)]
      await carry(id, from.tenantId, async (state, sent) =>
        requestPartnership(state, {
          id,
          at,
          actor,
          provider: from,
          email,
          locale: 'ja-JP',
          draft: { subject: 'Partnership', body: 'Work with us: {link}' },
          sent,
        }),
      )
    },
    async sends(id: string, provider: string, email: string, at = days(1)) {
      await house.drafts(id, provider, email)
      const [from, actor] = [await company(provider), await admin(provider)]
      await change(id, provider, (state) => markSent(state, { at, actor, provider: from }))
    },
    async opens(id: string, provider: string, reseller: string, at = days(2)) {
      const [from, to, actor] = [await company(provider), await company(reseller), await admin(reseller)]
      await change(id, provider, (state) => openInvitation(state, { at, actor, reseller: to }))
      const refusals = obstacles(await readPair(world, from, to), { actor })
      await change(id, provider, (state) => blockInvitation(state, { at, reseller: to, refusals }))
    },
    async claims(id: string, provider: string, reseller: string, at = days(3)) {
      const [from, to, actor] = [await company(provider), await company(reseller), await admin(reseller)]
      const pair = await readPair(world, from, to)
      await change(id, provider, (state) =>
        claimAcceptance(state, { at, actor, pair, ticked: true, key: `press-${id}` }),
      )
    },
    async accepts(id: string, provider: string, reseller: string) {
      await house.claims(id, provider, reseller)
      await finishAcceptance(world, tenant(provider), id, row.correlationId)
      await between(provider, reseller, () => ok([]))
      await change(id, provider, () => ok([]))
    },
    /** Sent, opened and accepted. */
    async pairs(id: string, provider: string, reseller: string) {
      await house.sends(id, provider, ADMINS[reseller] ?? '')
      await house.opens(id, provider, reseller)
      await house.accepts(id, provider, reseller)
    },
    async declines(id: string, provider: string, reseller: string) {
      const [to, actor] = [await company(reseller), await admin(reseller)]
      await change(id, provider, (state) => declineInvitation(state, { at: days(3), actor, reseller: to }))
    },
    async revokes(id: string, provider: string) {
      const [from, actor] = [await company(provider), await admin(provider)]
      await change(id, provider, (state) => revokeInvitation(state, { at: days(3), actor, provider: from }))
    },
    async renews(id: string, provider: string) {
      const [from, actor] = [await company(provider), await admin(provider)]
      await carry(id, from.tenantId, async (state, sent) =>
        state ? renewInvitation(state, { at: days(3), actor, provider: from, sent }) : ok([]),
      )
    },
    async removes(provider: string, reseller: string, at = days(4)) {
      const [one, other, actor] = [await company(provider), await company(reseller), await admin(provider)]
      await between(provider, reseller, (state) =>
        removePartnership(state, { at, actor, provider: one, reseller: other, declarations: DECLARATIONS }),
      )
    },
    async endedByMicrosoft(provider: string, reseller: string) {
      const [one, other, { actor }] = [await company(provider), await company(reseller), await person(GRACE)]
      await between(provider, reseller, (state) =>
        endByMicrosoft(state, { at: days(4), actor, provider: one, reseller: other }),
      )
    },
    async wantsToEnd(provider: string, reseller: string) {
      const [one, other, actor] = [await company(provider), await company(reseller), await admin(reseller)]
      await between(provider, reseller, (state) =>
        requestEnd(state, { at: days(4), actor, provider: one, reseller: other, reason: 'We change.' }),
      )
    },
    async takesAccessAway(provider: string, reseller: string, at = days(4)) {
      const [one, other, actor] = [await company(provider), await company(reseller), await admin(reseller)]
      await between(provider, reseller, (state) =>
        recordAdminAccessRemoved(state, { at, actor, provider: one, reseller: other }),
      )
    },
    /** What somebody is answered, `as` an address or the global admin of a company, and what that asked of the store. */
    async ask(as: string, id: keyof typeof PARTNERS, names: readonly string[], more: Partial<Question> = {}) {
      const { actor, organization } = await person(ADMINS[as] ?? as)
      const own = actor.appRoles.length > 0 ? undefined : organization
      const companies = names.map((name) => (isGuid(name) ? tenantId(name) : tenant(name)))
      watch.forget()
      const answer: Answer = await PARTNERS[id]({ id, companies, countries: [], ...more }, sight(world, actor, own))
      return { ...answer, asked: watch.asked() }
    },
    support: GRACE,
  }
  return house
}
