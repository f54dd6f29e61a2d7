import { createHash } from 'node:crypto'
import type { DirectoryRole } from '../../domain/actor.ts'
import type { Clock } from '../../domain/clock.ts'
import { newId, type TenantId, type UserId, userId } from '../../domain/ids.ts'
import {
  type Directory,
  type NewUser,
  OutsideRefused,
  OutsideUnavailable,
  type Person,
  type Tenant,
} from '../../domain/ports.ts'
import type { DocumentStore, Json, Op } from '../../domain/store/document-store.ts'
import { mailDomain, nameKey } from '../../domain/text.ts'
import { type MadeTenant, madeTenants, DIRECTORY_PK as PK, personId } from './made-tenants.ts'
import { reachable } from './reachable.ts'
import { readAll } from './read-all.ts'
import { temporaryPassword } from './temporary-password.ts'
import type { World, WorldTenant } from './world.ts'
import { type Resident, residents, tenantOf } from './world-people.ts'

/** What was changed in the directory; `at` is the sandbox's time. */
type DirectoryChange = { at: string; tenantId: TenantId; userId: UserId } & (
  | { kind: 'grant' | 'revoke'; role: DirectoryRole }
  | { kind: 'createUser' | 'disableUser' }
)

export type SandboxDirectory = Directory & {
  /** Everybody, new employees and disabled accounts too. */
  everyone(): Promise<readonly (Resident & { disabled: boolean })[]>
  /** Every change, oldest first. */
  changes(): Promise<readonly DirectoryChange[]>
}

/** The people of the world file; what the bot changes lies in the store over it, each change once under its key. */
export function sandboxDirectory(world: World, store: DocumentStore, clock: Clock): SandboxDirectory {
  const people = residents(world)
  const byId = new Map(people.map((person) => [personId(person), person]))
  const byTenant = Map.groupBy(people, ({ tenantId }) => tenantId)

  const made = madeTenants(world, store, clock)
  const ofWorld = world.tenants.map(factsOf)
  const listed = new WeakMap<readonly MadeTenant[], readonly Tenant[]>()

  /** The same array as long as the made ones are. */
  const tenants = async (): Promise<readonly Tenant[]> => {
    const added = await made.all()
    const known = listed.get(added) ?? [...ofWorld, ...added.map(factsOf)]
    listed.set(added, known)
    return known
  }

  const tenant = async (id: TenantId): Promise<Tenant | undefined> => {
    const found = tenantOf(world, id) ?? (await made.find(id))
    return found && factsOf(found)
  }

  const kept = async (tenant: TenantId, user: UserId) =>
    await store.read<Account>(PK, personId({ tenantId: tenant, userId: user }))

  const accountOf = (resident: Resident | undefined, stored: Account | undefined): Account | undefined =>
    stored ?? (resident && { person: resident, disabled: false })

  const everyone = async (tenant?: TenantId): Promise<readonly Account[]> => {
    const stored = new Map(
      (await readAll<Account>(store, PK, tenant ? `usr:${tenant}~` : 'usr:')).map(({ id, body }) => [id, body]),
    )
    const here = tenant === undefined ? people : (byTenant.get(tenant) ?? [])
    const known = here.map((person) => stored.get(personId(person)) ?? { person, disabled: false })
    return [...known, ...[...stored].filter(([id]) => !byId.has(id)).map(([, account]) => account)]
  }

  /** Writes a change and its key together; somebody who wrote the key before has done it already. */
  const change = async (key: string, made: DirectoryChange, edit: (account: Account) => Account): Promise<void> => {
    for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
      if (await store.read(PK, changeId(key))) return
      const stored = await kept(made.tenantId, made.userId)
      const account = accountOf(byId.get(personId(made)), stored?.body)
      if (!account) throw new OutsideRefused('directory', 'no such user')
      const body = json(edit(account))
      const id = personId(made)
      const written = await write(store, key, { change: made }, [
        stored ? { op: 'replace', id, etag: stored.etag, body } : { op: 'create', id, body },
      ])
      if (written === 'done') return
    }
    throw new OutsideUnavailable('directory', 'notExecuted')
  }

  const createUser = async ({ tenantId, name, email, key }: NewUser & { key: string }) => {
    const domains = (await tenant(tenantId))?.verifiedDomains
    if (!domains) throw new OutsideRefused('directory', 'no such tenant')
    for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
      const before = await store.read<{ change: DirectoryChange }>(PK, changeId(key))
      if (before) return { userId: before.body.change.userId, temporaryPassword: temporaryPassword() }
      const taken = people.some(
        (person) => person.tenantId === tenantId && person.email.toLowerCase() === email.toLowerCase(),
      )
      if (taken) throw new OutsideRefused('directory', 'the address is taken')
      if (!domains.includes(mailDomain(email)))
        throw new OutsideRefused('directory', 'no verified domain of the tenant')
      const user = userId(newId())
      const person: Resident = { tenantId, userId: user, name, email, ...NEW }
      const made = { at: clock.now(), tenantId, userId: user, kind: 'createUser' } as const
      const written = await write(store, key, { change: made }, [
        { op: 'create', id: personId(person), body: json({ person, disabled: false }) },
        { op: 'create', id: mailId(tenantId, email), body: { userId: user } },
      ])
      if (written === 'done') return { userId: user, temporaryPassword: temporaryPassword() }
      if (written === 2) throw new OutsideRefused('directory', 'the address is taken')
    }
    throw new OutsideUnavailable('directory', 'notExecuted')
  }

  return reachable('directory', {
    person: async (tenant, user) => {
      const resident = byId.get(personId({ tenantId: tenant, userId: user }))
      const account = accountOf(resident, (await kept(tenant, user))?.body)
      return account && !account.disabled ? personOf(account) : undefined
    },
    tenant,
    lookUp: async (text) => {
      const wanted = nameKey(text)
      const found = (await tenants()).filter(({ tenantId, displayName, legalName, verifiedDomains }) =>
        [tenantId, displayName, legalName, ...verifiedDomains].some((name) => nameKey(name) === wanted),
      )
      return found.length === 1 ? found[0] : undefined
    },
    tenants,
    people: async (tenant) => (await everyone(tenant)).filter(({ disabled }) => !disabled).map(personOf),
    operators: async (role) =>
      (await everyone(world.operator?.tenantId))
        .filter(({ person, disabled }) => !disabled && person.appRoles.includes(role))
        .map(personOf),
    grant: async ({ tenantId, userId: user, role, key }) =>
      change(key, { at: clock.now(), tenantId, userId: user, kind: 'grant', role }, (account) =>
        withRoles(account, (roles) => [...roles.filter((other) => other !== role), role]),
      ),
    revoke: async ({ tenantId, userId: user, role, key }) =>
      change(key, { at: clock.now(), tenantId, userId: user, kind: 'revoke', role }, (account) =>
        withRoles(account, (roles) => roles.filter((other) => other !== role)),
      ),
    createUser,
    disableUser: async ({ tenantId, userId: user, key }) =>
      change(key, { at: clock.now(), tenantId, userId: user, kind: 'disableUser' }, (account) => ({
        ...account,
        disabled: true,
      })),
    everyone: async () => (await everyone()).map(({ person, disabled }) => ({ ...person, disabled })),
    changes: async () =>
      (await readAll<{ change: DirectoryChange }>(store, PK, 'key:'))
        .map(({ body }) => body.change)
        .sort((one, other) => (one.at < other.at ? -1 : 1)),
  })
}

type Account = { person: Resident; disabled: boolean }

const factsOf = (found: WorldTenant | MadeTenant): Tenant => {
  const { tenantId, displayName, legalName, country, verifiedDomains, registrationId } = found
  return { tenantId, displayName, legalName, country, verifiedDomains, ...(registrationId && { registrationId }) }
}

const ATTEMPTS = 20
const NEW = { directoryRoles: [], partnerRoles: [], appRoles: [], window: false } as const

// An account holds strings, booleans and lists of strings alone.
const json = (account: Account): Json => account as unknown as Json

const hash = (text: string): string => createHash('sha256').update(text).digest('hex')
const changeId = (key: string): string => `key:${hash(key)}`
const mailId = (tenant: TenantId, email: string): string => `mail:${hash(`${tenant} ${email.toLowerCase()}`)}`

const personOf = ({ person: { window, ...person } }: Account): Person => person

const withRoles = (account: Account, edit: (roles: readonly DirectoryRole[]) => readonly DirectoryRole[]): Account => ({
  ...account,
  person: { ...account.person, directoryRoles: edit(account.person.directoryRoles) },
})

/** 'done', or which operation stood in the way: 0 is the key itself. */
async function write(
  store: DocumentStore,
  key: string,
  body: { change: DirectoryChange },
  ops: readonly Op[],
): Promise<'done' | number> {
  const token = newId()
  const id = changeId(key)
  const done = await store.batch(PK, [{ op: 'create', id, body: { ...body, token } }, ...ops], { id, token })
  return done.ok ? 'done' : done.index
}
