import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, it } from 'vitest'
import { sandboxPartnerCenter } from '../../../bot/sandbox/partner-center.ts'
import { parseWorld, readWorld, type WorldTenant } from '../../../bot/sandbox/world.ts'
import { residents } from '../../../bot/sandbox/world-people.ts'
import { countryRule, isPostalCode, stateCode } from '../../../domain/countries.ts'
import { regionOf } from '../../../domain/regions.ts'
import { openSqliteStore } from '../../../domain/store/sqlite-store.ts'

const SHIPPED = fileURLToPath(new URL('../../../bot/sandbox/world.json', import.meta.url))
const ONE = '11111111-1111-4111-8111-111111111111'
const TWO = '22222222-2222-4222-8222-222222222222'
const TARO = 'aaaaaaaa-aaaa-4aaa-8aaa-aaaaaaaaaaaa'

const folder = mkdtempSync(join(tmpdir(), 'world-'))
const store = openSqliteStore(':memory:')
const clock = { now: () => '2026-04-01T00:00:00.000Z' }
afterAll(async () => {
  await store.close()
  rmSync(folder, { recursive: true })
})

const tenant = (more: object = {}) => ({
  tenantId: ONE,
  displayName: 'Aozora',
  country: 'JP',
  kind: 'prospect',
  ...more,
})

const paths = (input: unknown): string[] => {
  const read = parseWorld(input)
  return read.ok ? [] : read.error.map(({ path }) => path)
}

describe('a world file', () => {
  it('may leave out everything but ids, names, country and kind', () => {
    const read = parseWorld({
      tenants: [
        tenant({
          users: [{ aadObjectId: TARO, name: 'Taro' }],
          mpnAccounts: [{ mpnId: '4200201' }],
          agreements: ['MPA'],
        }),
      ],
    })
    expect(read).toMatchObject({
      ok: true,
      value: {
        offers: [],
        takenDomains: [],
        tenants: [
          {
            legalName: 'Aozora',
            cspTenant: false,
            suspended: false,
            verifiedDomains: [],
            users: [{ name: 'Taro', email: `user-${TARO}@${ONE}.example`, directoryRoles: [], window: false }],
            mpnAccounts: [{ type: 'location', country: 'JP', profileStatus: 'active', migrated: true }],
          },
        ],
      },
    })
    expect(parseWorld({}).ok).toBe(true)
  })

  it('is refused with the path of every fault', () => {
    expect(
      paths({
        operator: { tenantId: 'x', users: [{ aadObjectId: TARO, name: 'Taro', appRoles: ['boss'] }] },
        tenants: [
          tenant({ country: 'Japan', colour: 'red', mpnAccounts: [{ mpnId: '12', profileStatus: 'sleeping' }] }),
          tenant({ tenantId: TWO, kind: 'reseller', users: [{ aadObjectId: TARO, name: ' ', email: 'no' }] }),
          tenant({ agreements: [{ type: 'MPA', region: 'atlantis' }], legalProfile: { companyName: 'Aozora' } }),
        ],
        offers: [{ offerId: 'a', name: 'A', min: 0 }],
        takenDomains: ['contoso', 'no domain'],
        planets: [],
      }).sort(),
    ).toEqual(
      [
        'operator.tenantId',
        'operator.users[0].appRoles[0]',
        'tenants[0].country',
        'tenants[0].colour',
        'tenants[0].mpnAccounts[0].mpnId',
        'tenants[0].mpnAccounts[0].profileStatus',
        'tenants[1].kind',
        'tenants[1].users[0].name',
        'tenants[1].users[0].email',
        'tenants[2].agreements[0].region',
        'tenants[2].legalProfile.address',
        'offers[0].min',
        'takenDomains[1]',
        'planets',
      ].sort(),
    )
  })

  it('gives an id, an address or a domain once', () => {
    const users = [
      { aadObjectId: TARO, name: 'Taro', email: 'taro@aozora.example' },
      { aadObjectId: TARO.toUpperCase(), name: 'Taro too', email: 'TARO@aozora.example' },
    ]
    expect(
      paths({
        tenants: [
          tenant({ users, verifiedDomains: ['aozora.example'] }),
          tenant({ verifiedDomains: ['AOZORA.example.'], mpnAccounts: [{ mpnId: '4200201' }, { mpnId: '4200201' }] }),
        ],
        offers: [{ offerId: 'a', name: 'A', min: 5, max: 2 }],
      }),
    ).toEqual([
      'tenants[1].tenantId',
      'tenants[0].users[1].aadObjectId',
      'tenants[0].users[1].email',
      'tenants[1].verifiedDomains[0]',
      'offers[0].max',
      'tenants[1].mpnAccounts[1].mpnId',
    ])
  })

  it('may name one MPN account under several tenants of its company, described alike', () => {
    const twoTenants = (more: object) => ({
      tenants: [
        tenant({ mpnAccounts: [{ mpnId: '4200201' }] }),
        tenant({ tenantId: TWO, mpnAccounts: [{ mpnId: '4200201', ...more }] }),
      ],
    })
    expect(paths(twoTenants({}))).toEqual([])
    expect(paths(twoTenants({ country: 'US', profileStatus: 'pending' }))).toEqual([
      'tenants[1].mpnAccounts[0].country',
      'tenants[1].mpnAccounts[0].profileStatus',
    ])
  })

  it('stops the start with a message that names the file and each path', () => {
    const file = join(folder, 'bad.json')
    writeFileSync(file, JSON.stringify({ tenants: [tenant({ country: 'UK' })] }))
    expect(() => readWorld(file)).toThrow(/bad\.json[\s\S]*tenants\[0\]\.country: .*GB/)
    writeFileSync(file, '{')
    expect(() => readWorld(file)).toThrow(/bad\.json cannot be read/)
    expect(() => readWorld(join(folder, 'missing.json'))).toThrow(/missing\.json cannot be read: ENOENT/)
  })
})

describe('the shipped world', () => {
  const world = readWorld(SHIPPED)
  const of = (kind: WorldTenant['kind'], country?: string) =>
    world.tenants.filter((one) => one.kind === kind && (country === undefined || one.country === country))
  const outside = sandboxPartnerCenter(world, store, clock)

  it('has providers in Japan and Germany with the MPA of their region and an entry in the directory', async () => {
    for (const country of ['JP', 'DE']) {
      const [provider] = of('indirectProvider', country)
      const registration = await outside.registration(provider?.tenantId ?? world.tenants[0]?.tenantId ?? ('' as never))
      expect(registration?.agreements.map(({ region }) => region)).toEqual([regionOf(country)])
      expect(registration?.provider?.services.length).toBeGreaterThan(0)
      expect(registration?.cspTenant).toBe(true)
    }
  })

  it.each(['JP', 'FR', 'US'])(
    'has a prospect in %s with two global admins, a sales agent and an MPN ID that succeeds',
    async (country) => {
      const [prospect] = of('prospect', country)
      if (!prospect) throw new Error('no prospect')
      expect(prospect.users.filter(({ directoryRoles }) => directoryRoles.includes('GA')).length).toBeGreaterThan(1)
      expect(prospect.users.some(({ directoryRoles }) => directoryRoles.includes('SA'))).toBe(true)
      expect(prospect.verifiedDomains.length).toBeGreaterThan(0)
      const good = (await outside.mpnAccountsOf(prospect.tenantId)).filter(
        (account) =>
          account.type === 'location' &&
          account.country === country &&
          account.profileStatus === 'active' &&
          account.migrated &&
          account.associatedTenantId === undefined,
      )
      expect(good.length).toBeGreaterThan(0)
    },
  )

  it('has an MPN ID of the Japanese prospect for each way of failing', async () => {
    const [prospect] = of('prospect', 'JP')
    if (!prospect) throw new Error('no prospect')
    const accounts = await outside.mpnAccountsOf(prospect.tenantId)
    const some = (fits: (account: (typeof accounts)[number]) => boolean) => expect(accounts.some(fits)).toBe(true)
    for (const status of ['pending', 'rejected', 'declined']) some(({ profileStatus }) => profileStatus === status)
    some(({ type }) => type === 'global')
    some(({ type, globalMpnId }) => type === 'location' && accounts.some(({ mpnId }) => mpnId === globalMpnId))
    some(({ country }) => country !== 'JP')
    some(({ migrated }) => !migrated)
    some(({ associatedTenantId }) => associatedTenantId !== undefined && associatedTenantId !== prospect.tenantId)
    some(({ associatedTenantId, ownerTenantIds }) => associatedTenantId === undefined && ownerTenantIds.length > 1)
  })

  it('has an existing CSP partner whose profile lacks the support contact alone (R23)', async () => {
    const found = world.tenants.find(({ kind, cspTenant }) => kind === 'prospect' && cspTenant)
    const registration = await outside.registration(found?.tenantId ?? ('' as never))
    expect(registration).toMatchObject({ kind: 'prospect', cspTenant: true, legalProfile: { primaryContact: {} } })
    expect(registration?.legalProfile?.support).toBeUndefined()
    expect((await outside.mpnAccount(registration?.legalProfile?.mpnId ?? ''))?.associatedTenantId).toBe(
      found?.tenantId,
    )
  })

  it('has a direct-bill partner to be offboarded, three customers, and a company that needs a registration ID', async () => {
    const statuses = await Promise.all(of('directBill').map(({ tenantId }) => outside.registration(tenantId)))
    expect(statuses.map((status) => status?.directBillStatus)).toContain('identifiedForOffboarding')
    expect(of('customer')).toHaveLength(3)
    expect(of('prospect').some(({ country }) => countryRule(country).registrationIdRequired)).toBe(true)
  })

  it('opens windows for a provider, a Japanese and an English newcomer, a customer and the support', () => {
    const windows = residents(world).filter(({ window }) => window)
    const kindOf = (id: string) => world.tenants.find(({ tenantId }) => tenantId === id)?.kind ?? 'operator'
    expect(windows.map(({ tenantId, locale }) => `${kindOf(tenantId)} ${locale}`).sort()).toEqual([
      'customer ja-JP',
      'indirectProvider ja-JP',
      'operator en-US',
      'prospect en-US',
      'prospect ja-JP',
    ])
    expect(windows.find(({ appRoles }) => appRoles.length > 0)?.appRoles).toEqual(['support', 'reviewer'])
  })

  it('uses addresses that belong to nobody, of the companies’ own domains, and valid legal addresses', () => {
    for (const { verifiedDomains, users, legalProfile, mpnAccounts } of world.tenants) {
      for (const name of verifiedDomains) expect(name).toMatch(/\.example$/)
      for (const { email } of users) expect(verifiedDomains).toContain(email.split('@')[1])
      for (const { email } of mpnAccounts) expect(email).toMatch(/\.example$/)
      const address = legalProfile?.address
      if (!address) continue
      expect(isPostalCode(address.country, address.postalCode ?? '')).toBe(true)
      expect(stateCode(address.country, address.state ?? '')).toBe(address.state)
    }
  })
})

describe('Partner Center in the sandbox', () => {
  it('signs an MPA without a region for the tenant’s own', async () => {
    const read = parseWorld({
      tenants: [
        tenant({
          kind: 'directBill',
          agreements: ['MPA', { type: 'MCA' }, { type: 'MPA', region: 'europe', at: '2024-04-01' }],
        }),
      ],
    })
    if (!read.ok) throw new Error('bad world')
    const registration = await sandboxPartnerCenter(read.value, store, clock).registration(ONE as never)
    expect(registration?.agreements.map(({ region, acceptedAt }) => [region, acceptedAt])).toEqual([
      ['japan', '2020-02-01T00:00:00.000Z'],
      ['europe', '2024-04-01T00:00:00.000Z'],
    ])
    expect(registration?.directBillStatus).toBe('active')
  })

  it('knows nothing of a tenant or MPN ID that is not in the world', async () => {
    const read = parseWorld({ tenants: [tenant()] })
    if (!read.ok) throw new Error('bad world')
    const outside = sandboxPartnerCenter(read.value, store, clock)
    expect(await outside.registration(TWO as never)).toBeUndefined()
    expect(await outside.mpnAccount('9999999')).toBeUndefined()
    expect(await outside.mpnAccountsOf(TWO as never)).toEqual([])
  })
})
