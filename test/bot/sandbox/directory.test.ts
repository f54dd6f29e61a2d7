import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { sandboxDirectory } from '../../../bot/sandbox/directory.ts'
import { parseWorld } from '../../../bot/sandbox/world.ts'
import { tenantId, userId } from '../../../domain/ids.ts'
import { OutsideRefused, OutsideUnavailable } from '../../../domain/ports.ts'
import { type DocumentStore, StoreUnavailable } from '../../../domain/store/document-store.ts'
import { openSqliteStore } from '../../../domain/store/sqlite-store.ts'

const AOZORA = tenantId('11111111-1111-4111-8111-111111111111')
const OPERATOR = tenantId('22222222-2222-4222-8222-222222222222')
const TARO = userId('aaaaaaaa-aaaa-4aaa-8aaa-aaaaaaaaaaaa')
const HANAKO = userId('bbbbbbbb-bbbb-4bbb-8bbb-bbbbbbbbbbbb')
const GRACE = userId('cccccccc-cccc-4ccc-8ccc-cccccccccccc')
const clock = { now: () => '2026-04-01T00:00:00.000Z' }

const read = parseWorld({
  operator: { tenantId: OPERATOR, users: [{ aadObjectId: GRACE, name: 'Grace', appRoles: ['support', 'reviewer'] }] },
  tenants: [
    {
      tenantId: AOZORA,
      displayName: 'Aozora',
      legalName: 'Aozora K.K.',
      country: 'JP',
      kind: 'prospect',
      verifiedDomains: ['aozora.example'],
      users: [
        {
          aadObjectId: TARO,
          name: 'Taro',
          email: 'taro@aozora.example',
          locale: 'ja',
          directoryRoles: ['globalAdmin'],
          groups: ['adminAgents'],
          partnerRoles: ['mpnAdmin'],
        },
        { aadObjectId: HANAKO, name: 'Hanako', email: 'hanako@aozora.example', locale: 'fr-FR' },
      ],
    },
  ],
})
if (!read.ok) throw new Error(JSON.stringify(read.error))
const world = read.value

const file = () => join(folder(), 'sandbox.db')
const cleanups: (() => unknown)[] = []
const folder = (): string => {
  const made = mkdtempSync(join(tmpdir(), 'directory-'))
  cleanups.push(() => rmSync(made, { recursive: true }))
  return made
}
const opened = (path = ':memory:'): DocumentStore => {
  const store = openSqliteStore(path)
  cleanups.push(() => store.close())
  return store
}
afterEach(async () => {
  for (const clean of cleanups.splice(0).reverse()) await clean()
})

const roles = async (directory: ReturnType<typeof sandboxDirectory>, user = TARO) =>
  (await directory.person(AOZORA, user))?.directoryRoles

describe('the sandbox directory', () => {
  it('knows the people, the tenants and the operators of the world', async () => {
    const directory = sandboxDirectory(world, opened(), clock)
    expect(await directory.person(AOZORA, TARO)).toEqual({
      tenantId: AOZORA,
      userId: TARO,
      name: 'Taro',
      email: 'taro@aozora.example',
      locale: 'ja-JP',
      directoryRoles: ['GA', 'AA'],
      partnerRoles: ['MPNA'],
      appRoles: [],
    })
    expect(await directory.person(AOZORA, HANAKO)).not.toHaveProperty('locale')
    expect(await directory.person(OPERATOR, TARO)).toBeUndefined()
    expect(await directory.tenant(AOZORA)).toEqual({
      tenantId: AOZORA,
      displayName: 'Aozora',
      legalName: 'Aozora K.K.',
      country: 'JP',
      verifiedDomains: ['aozora.example'],
    })
    expect(await directory.tenant(OPERATOR)).toBeUndefined()
    expect((await directory.people(AOZORA)).map(({ name }) => name)).toEqual(['Taro', 'Hanako'])
    expect((await directory.operators('reviewer')).map(({ name }) => name)).toEqual(['Grace'])
  })

  it('grants and revokes once a key, and keeps it after a restart', async () => {
    const path = file()
    const store = openSqliteStore(path)
    const before = sandboxDirectory(world, store, clock)
    await before.grant({ tenantId: AOZORA, userId: HANAKO, role: 'SA', key: 'one' })
    await before.grant({ tenantId: AOZORA, userId: HANAKO, role: 'UMA', key: 'two' })
    await before.revoke({ tenantId: AOZORA, userId: HANAKO, role: 'SA', key: 'three' })
    await before.grant({ tenantId: AOZORA, userId: HANAKO, role: 'SA', key: 'one' })
    expect(await roles(before, HANAKO)).toEqual(['UMA'])
    await store.close()
    const after = sandboxDirectory(world, opened(path), clock)
    expect(await roles(after, HANAKO)).toEqual(['UMA'])
    expect(await roles(after)).toEqual(['GA', 'AA'])
    expect((await after.changes()).map(({ kind }) => kind).sort()).toEqual(['grant', 'grant', 'revoke'])
  })

  it('loses no change when several are made at once', async () => {
    const directory = sandboxDirectory(world, opened(), clock)
    const some = ['UMA', 'BA', 'SA', 'HA'] as const
    await Promise.all(some.map((role) => directory.grant({ tenantId: AOZORA, userId: HANAKO, role, key: role })))
    expect([...((await roles(directory, HANAKO)) ?? [])].sort()).toEqual([...some].sort())
  })

  it('creates a user once a key, each time with a fresh temporary password that it does not keep', async () => {
    const path = file()
    const store = opened(path)
    const directory = sandboxDirectory(world, store, clock)
    const order = { tenantId: AOZORA, name: 'Jiro', email: 'jiro@aozora.example', key: 'one' }
    const first = await directory.createUser(order)
    const second = await directory.createUser(order)
    expect(second.userId).toBe(first.userId)
    expect(second.temporaryPassword).not.toBe(first.temporaryPassword)
    expect(await directory.person(AOZORA, first.userId)).toMatchObject({ name: 'Jiro', directoryRoles: [] })
    await directory.grant({ tenantId: AOZORA, userId: first.userId, role: 'SA', key: 'two' })
    expect((await directory.people(AOZORA)).map(({ name }) => name)).toEqual(['Taro', 'Hanako', 'Jiro'])
    expect((await directory.people(AOZORA)).at(-1)?.directoryRoles).toEqual(['SA'])
    const everything = JSON.stringify(await store.range('sbx:directory', { from: '!', to: '~', limit: 100 }))
    expect(everything).toContain('jiro@aozora.example')
    expect(everything).not.toContain(first.temporaryPassword)
  })

  it('refuses an address that is taken, one of another domain, and a tenant that does not exist', async () => {
    const directory = sandboxDirectory(world, opened(), clock)
    const create = (tenant: typeof AOZORA, email: string, key: string) =>
      directory.createUser({ tenantId: tenant, name: 'Jiro', email, key })
    await expect(create(AOZORA, 'TARO@aozora.example', 'a')).rejects.toThrow(OutsideRefused)
    await create(AOZORA, 'jiro@aozora.example', 'b')
    await expect(create(AOZORA, 'Jiro@aozora.example', 'c')).rejects.toThrow('taken')
    await expect(create(AOZORA, 'jiro@elsewhere.example', 'd')).rejects.toThrow('verified domain')
    await expect(create(OPERATOR, 'jiro@aozora.example', 'e')).rejects.toThrow('tenant')
    const results = await Promise.allSettled(['f', 'g', 'h'].map((key) => create(AOZORA, 'saburo@aozora.example', key)))
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  })

  it('hides a disabled user, and lists it among everybody', async () => {
    const directory = sandboxDirectory(world, opened(), clock)
    await directory.disableUser({ tenantId: AOZORA, userId: HANAKO, key: 'one' })
    expect(await directory.person(AOZORA, HANAKO)).toBeUndefined()
    expect((await directory.people(AOZORA)).map(({ name }) => name)).toEqual(['Taro'])
    const everyone = await directory.everyone()
    expect(everyone.map(({ name, disabled }) => `${name} ${disabled}`)).toEqual([
      'Grace false',
      'Taro false',
      'Hanako true',
    ])
  })

  it('refuses to change somebody it does not know', async () => {
    const directory = sandboxDirectory(world, opened(), clock)
    await expect(directory.grant({ tenantId: AOZORA, userId: GRACE, role: 'SA', key: 'one' })).rejects.toThrow(
      OutsideRefused,
    )
    expect(await directory.changes()).toEqual([])
  })

  it('is unavailable when the store is', async () => {
    const store: DocumentStore = { ...opened(), read: () => Promise.reject(new StoreUnavailable('notExecuted')) }
    const directory = sandboxDirectory(world, store, clock)
    await expect(directory.person(AOZORA, TARO)).rejects.toThrow(OutsideUnavailable)
  })
})
