import { createHash, randomBytes } from 'node:crypto'
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
import { type DocumentStore, type Json, type Op, StoreUnavailable } from '../../domain/store/document-store.ts'
import { mailDomain, nameKey } from '../../domain/text.ts'
import { readAll } from './read-all.ts'
import type { World, WorldTenant } from './world.ts'
import { type Resident, residents, tenantOf } from './world-people.ts'

/** What was changed in the directory; `at` is the sandbox's time. */
export type DirectoryChange = { at: string; tenantId: TenantId; userId: UserId } & (
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

  const tenants = world.tenants.map(factsOf)

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
    const domains = tenantOf(world, tenantId)?.verifiedDomains
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

  return reachable({
    person: async (tenant, user) => {
      const resident = byId.get(personId({ tenantId: tenant, userId: user }))
      const account = accountOf(resident, (await kept(tenant, user))?.body)
      return account && !account.disabled ? personOf(account) : undefined
    },
    tenant: async (id) => publicFacts(tenantOf(world, id)),
    lookUp: async (text) => {
      const wanted = nameKey(text)
      const found = world.tenants.filter((tenant) =>
        [tenant.tenantId, tenant.displayName, tenant.legalName, ...tenant.verifiedDomains].some(
          (name) => nameKey(name) === wanted,
        ),
      )
      return found.length === 1 ? publicFacts(found[0]) : undefined
    },
    tenants: async () => tenants,
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

const publicFacts = (found: WorldTenant | undefined): Tenant | undefined => found && factsOf(found)

const factsOf = (found: WorldTenant): Tenant => {
  const { tenantId, displayName, legalName, country, verifiedDomains, registrationId } = found
  return { tenantId, displayName, legalName, country, verifiedDomains, ...(registrationId && { registrationId }) }
}

const PK = 'sbx:directory'
const ATTEMPTS = 20
const NEW = { directoryRoles: [], partnerRoles: [], appRoles: [], window: false } as const

// An account holds strings, booleans and lists of strings alone.
const json = (account: Account): Json => account as unknown as Json

const hash = (text: string): string => createHash('sha256').update(text).digest('hex')
const personId = ({ tenantId, userId: user }: { tenantId: TenantId; userId: UserId }): string =>
  `usr:${tenantId}~${user}`
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

/** Twelve random characters with one of each kind that directories ask for. */
const temporaryPassword = (): string => `${randomBytes(9).toString('base64url')}-Aa7`

/** The directory's own failures in place of the store's. */
const reachable = (directory: SandboxDirectory): SandboxDirectory =>
  new Proxy(directory, {
    get(target, operation, receiver) {
      const method: unknown = Reflect.get(target, operation, receiver)
      if (typeof method !== 'function') return method
      return async (...given: unknown[]): Promise<unknown> => {
        try {
          return await method.apply(target, given)
        } catch (error) {
          if (error instanceof StoreUnavailable)
            throw new OutsideUnavailable('directory', error.outcome, { cause: error })
          throw error
        }
      }
    },
  })
