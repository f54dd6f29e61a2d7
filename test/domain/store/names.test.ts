import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { system } from '../../../domain/actor.ts'
import { type TenantId, tenantId } from '../../../domain/ids.ts'
import { listEverywhere, listFor } from '../../../domain/organization/listed-company.ts'
import type { Organization } from '../../../domain/organization/organization.ts'
import { ORGANIZATION } from '../../../domain/organization/organizations.ts'
import { relateInvited } from '../../../domain/partnership/related.ts'
import { searchKey } from '../../../domain/search-key.ts'
import { heardKana, katakana } from '../../../domain/sounds.ts'
import { openCosmosStore } from '../../../domain/store/cosmos-store.ts'
import { type DocumentStore, type Op, StoreUnavailable } from '../../../domain/store/document-store.ts'
import { entryOf, marksOf } from '../../../domain/store/name-entries.ts'
import { listCompany, noteScope, scopesOf } from '../../../domain/store/name-listing.ts'
import {
  type Begun,
  closest,
  eitherNames,
  findClosest,
  isRelated,
  type Named,
  type NameScope,
  type Names,
  namesFor,
  namesOf,
  storedNames,
} from '../../../domain/store/names.ts'
import { openSqliteStore } from '../../../domain/store/sqlite-store.ts'
import { createWatch } from '../../hostile/watched-store.ts'
import { startCosmosFake } from '../../support/cosmos-fake.ts'
import { partnerHouse } from '../../support/partner-house.ts'
import { DRAFTED, OPENED, reseller, SENT, toto } from '../../support/partners.ts'
import { hana, MONDAY, registered, sakura } from '../../support/people.ts'

const guid = (n: number): TenantId => tenantId(`00000000-0000-4000-8000-${String(n).padStart(12, '0')}`)
const OWN = guid(999_999)

const company = (n: number, name: string, legalName = name, country = 'US'): Named => ({
  tenantId: guid(n),
  name,
  legalName,
  country,
})

const FEW = [
  company(1, 'Cascade Software', 'Cascade Software, Inc.'),
  company(2, '東都ディストリビューション', '東都ディストリビューション株式会社', 'JP'),
  company(3, '青空ソフト', '株式会社青空ソフト', 'JP'),
  company(4, '青空クラウド', '株式会社青空ソフト', 'JP'),
  company(5, 'Lumière Conseil', 'Lumière Conseil SAS', 'FR'),
  company(6, 'アオゾラ電機', '㈱アオゾラ電機', 'JP'),
  company(7, '3M', '3M Company'),
  company(8, '東都', '㈱東都', 'JP'),
  company(9, 'Contoso', 'Contoso Ltd'),
  company(10, 'Contoso Cloud', 'Contoso Cloud Ltd'),
  company(11, 'Contoso Retail', 'Northwind Traders Ltd'),
]

const found = (list: readonly Named[]) => list.map(({ name }) => name)
const best = async (typed: string, names: Names) => (await findClosest(typed, names)).map((one) => one.company.name)

type Opened = { names: Names; close(): Promise<void> }

async function listedIn(store: DocumentStore, scope: NameScope): Promise<Names> {
  for (const one of FEW) await listCompany(store, scope, one, 1)
  return storedNames(store, scope)
}

const onSqlite = (scope: NameScope) => async (): Promise<Opened> => {
  const store = openSqliteStore(':memory:')
  return { names: await listedIn(store, scope), close: () => store.close() }
}

const onCosmos = (scope: NameScope) => async (): Promise<Opened> => {
  const fake = await startCosmosFake({ pageSize: 3, emptyFirstPage: true })
  const { endpoint, key } = fake
  const store = await openCosmosStore({ endpoint, key, database: 'test', container: 'documents', deadlineMs: 15_000 })
  return {
    names: await listedIn(store, scope),
    close: async () => {
      await store.close()
      await fake.close()
    },
  }
}

describe.each([
  ['of a list in memory', async (): Promise<Opened> => ({ names: namesOf(FEW), close: async () => undefined })],
  ['of everybody, in SQLite', onSqlite('all')],
  ['of one company, in SQLite', onSqlite(OWN)],
  ['of everybody, in Cosmos DB', onCosmos('all')],
  ['of one company, in Cosmos DB', onCosmos(OWN)],
  [
    'of two lists',
    async (): Promise<Opened> => ({
      names: eitherNames(namesOf(FEW.slice(0, 5)), namesOf(FEW.slice(3))),
      close: async () => undefined,
    }),
  ],
] as const)('Names %s', (_, open) => {
  let opened: Opened
  let names: Names
  beforeAll(async () => {
    opened = await open()
    names = opened.names
  })
  afterAll(() => opened.close())

  it.each([
    ['casc', ['Cascade Software']],
    ['ｶｽｹｰﾄﾞ', []],
    ['ｱｵｿﾞﾗ', ['アオゾラ電機']],
    ['東', ['東都', '東都ディストリビューション']],
    ['株式会社青空', ['青空クラウド', '青空ソフト']],
    ['lumiere', ['Lumière Conseil']],
    ['LUMIÈRE', ['Lumière Conseil']],
    ['3', ['3M']],
    ['contoso', ['Contoso', 'Contoso Cloud', 'Contoso Retail']],
    ['northwind traders', ['Contoso Retail']],
    ['zz', []],
    ['', []],
  ])('that begin with %j are %j', async (typed, expected) => {
    const { items, next } = await names.startingWith(searchKey(typed), { limit: 10 })
    expect([found(items).sort(), next]).toEqual([[...expected].sort(), undefined])
  })

  it('come page by page, each company once, in order', async () => {
    const pages: string[][] = []
    for (let after: string | undefined; ; ) {
      const page = await names.startingWith('青空', { limit: 1, ...(after ? { after } : {}) })
      pages.push([...found(page.items)])
      after = page.next
      if (after === undefined) break
    }
    expect(pages.flat()).toEqual(['青空クラウド', '青空ソフト'])
    expect(pages.every((page) => page.length <= 1)).toBe(true)
  })

  it('are found where a text begins with the whole name of one, and beyond it otherwise', async () => {
    const begun = async (text: string, first: string) =>
      found((await names.begun(searchKey(text), first)).map(({ named }) => named))
    expect(await begun('Cascade Software has signed', 'cascade')).toEqual(['Cascade Software'])
    expect((await begun('Contoso Cloud is ready', 'contoso'))[0]).toBe('Contoso Cloud')
    expect(await begun('Contour', 'contour')).toEqual([])
    expect((await names.beyond('contosob', 'contoso')).map(({ key }) => key)).toEqual(['contosocloud', 'contosoretail'])
    expect([await names.begun('', ''), await names.beyond('', '')]).toEqual([[], []])
  })

  it('stand next to a longer text that begins with one of them', async () => {
    expect(found(await names.near(searchKey('Cascade Softwareはいつ署名')))).toContain('Cascade Software')
    expect(found(await names.near(searchKey('青空ソフトの状況')))).toContain('青空ソフト')
    expect(await names.near('')).toEqual([])
  })

  it.each([
    ['casdade', 'Cascade Software'],
    ['cacsade', 'Cascade Software'],
    ['ascade', 'Cascade Software'],
    ['caascade', 'Cascade Software'],
    ['青空ソフド', '青空ソフト'],
    ['青ソフト', '青空ソフト'],
  ])('whose first word is mistyped as %s include %s', async (typed, name) => {
    expect(found(await names.like(typed))).toContain(name)
  })

  it.each([
    ['コントソ', ['Contoso', 'Contoso Cloud', 'Contoso Retail']],
    ['カスケード', ['Cascade Software']],
    ['あおぞらでん', []],
    ['アオゾラ', ['アオゾラ電機']],
    ['ルミエール', ['Lumière Conseil']],
  ])('that sound like %s are %j', async (typed, expected) => {
    expect(found(await names.sounding(heardKana(katakana(typed)))).sort()).toEqual(expected)
  })

  it('that share a mistyped first word are kept apart by the rest', async () => {
    expect(found(await names.like('comtoso')).sort()).toEqual(['Contoso', 'Contoso Cloud', 'Contoso Retail'])
    expect(found(await names.like('comtoso', 'clo'))[0]).toEqual('Contoso Cloud')
    expect(found(await names.like('comtoso', 'retial')).slice(0, 2)).toContain('Contoso Retail')
    expect(await names.like('')).toEqual([])
  })

  it('are ranked: the same, the same beginning, then by letters mistyped', async () => {
    expect((await best('contoso', names))[0]).toBe('Contoso')
    expect((await best('Contoso Clod', names))[0]).toBe('Contoso Cloud')
    expect((await best('Comtoso Clod', names))[0]).toBe('Contoso Cloud')
    expect((await best('Lumiere Consiel SAS', names))[0]).toBe('Lumière Conseil')
    expect((await best('東部ディストリビュション株式会社', names))[0]).toBe('東都ディストリビューション')
    expect(await best('Zzyzx', names)).toEqual([])
  })
})

describe('The closest', () => {
  it('are all who bear a name, the one who goes by it first', () => {
    expect(closest('青空ソフト', FEW).map((one) => [one.company.name, one.isExact, one.distance])).toEqual([
      ['青空ソフト', true, 0],
      ['青空クラウド', true, 0],
    ])
  })

  it('are those whose name begins so before those mistyped', () => {
    const list = [company(1, 'Contose'), company(2, 'Contoso Cloud'), company(3, 'Cantosa'), company(4, 'Contoso')]
    expect(closest('contoso', list).map((one) => [one.company.name, one.isExact, one.distance])).toEqual([
      ['Contoso', true, 0],
      ['Contoso Cloud', false, 0],
      ['Contose', false, 1],
      ['Cantosa', false, 2],
    ])
  })

  it('are nobody for nothing, or for three letters of which two differ', () => {
    expect([closest(' ', FEW), closest('xyM', FEW)]).toEqual([[], []])
  })
})

describe('A company that is listed', () => {
  let store: DocumentStore
  beforeAll(() => {
    store = openSqliteStore(':memory:')
  })
  afterAll(() => store.close())

  it.each(['all', OWN] as const)('under a new name is not found by the old one any more, in %s', async (scope) => {
    const names = storedNames(store, scope)
    await listCompany(store, scope, company(20, 'Woodgrove', 'Woodgrove Ltd'), 1)
    await listCompany(store, scope, company(20, 'Quickspin', 'Quickspin Ltd'), 2)
    expect([await names.near('woodgrove'), await names.like('woodgrve')]).toEqual([[], []])
    expect([found(await names.near('quickspin')), found(await names.like('quickspi'))]).toEqual([
      ['Quickspin'],
      ['Quickspin'],
    ])
  })

  it.each(['all', OWN] as const)('stays as the newest news say, in %s, whatever comes late', async (scope) => {
    const names = storedNames(store, scope)
    const news = [1, 2, 3].map((version) => ({ version, named: company(21, `Proseware${version} Ltd`) }))
    for (const at of [2, 0, 1, 2]) {
      const { named, version } = news[at] ?? { named: company(21, ''), version: 0 }
      await listCompany(store, scope, named, version)
    }
    expect(found(await names.near('proseware'))).toEqual(['Proseware3 Ltd'])
    expect(found(await names.like('prosewar'))).toEqual(['Proseware3 Ltd'])
  })

  it.each(['all', OWN] as const)('stays so when the same name is told again later, in %s', async (scope) => {
    const names = storedNames(store, scope)
    await listCompany(store, scope, company(22, 'Adatum'), 1)
    await listCompany(store, scope, company(22, 'Adatum'), 5)
    await listCompany(store, scope, company(22, 'Bdatum'), 3)
    expect([found(await names.near('adatum')), await names.near('bdatum')]).toEqual([['Adatum'], []])
  })

  it.each(['all', OWN] as const)('is written once for news that come twice, in %s', async (scope) => {
    const named = company(23, 'Litware')
    await listCompany(store, scope, named, 4)
    let writes = 0
    const counted: DocumentStore = {
      ...store,
      batch: (...given) => {
        writes++
        return store.batch(...given)
      },
    }
    await listCompany(counted, scope, named, 4)
    await listCompany(counted, scope, company(23, 'Older'), 3)
    expect(writes).toBe(0)
  })

  it.each(['all', OWN] as const)('by ten at once ends under the newest name alone, in %s', async (scope) => {
    const names = storedNames(store, scope)
    const told = Array.from({ length: 10 }, (_, n) => company(24, `Trey${n % 3} Research${n}`))
    const results = await Promise.allSettled(told.map((named, version) => listCompany(store, scope, named, version)))
    // Whoever gave up is told again by the outbox.
    for (const [version, { status }] of results.entries())
      if (status === 'rejected') await listCompany(store, scope, told[version] ?? company(24, ''), version)
    const all = [
      ...(await names.startingWith('trey', { limit: 50 })).items,
      ...(await names.like('trey1')),
      ...(await names.like('trey2')),
    ]
    expect(new Set(found(all))).toEqual(new Set(['Trey0 Research9']))
  })

  it.each(['all', OWN] as const)(
    'half way by a process that died is listed whole by the next, in %s',
    async (scope) => {
      const named = company(25, 'みなとシステムズ', '株式会社みなと')
      const before = company(25, '青空みなと', 'Minato Inc.')
      for (let lives = 0; ; lives++) {
        await listCompany(store, scope, before, lives * 2)
        let left = lives
        const dying: DocumentStore = {
          ...store,
          batch: async (...given) => {
            if (left-- <= 0) throw new StoreUnavailable('notExecuted')
            return store.batch(...given)
          },
        }
        const died = await listCompany(dying, scope, named, lives * 2 + 1).then(
          () => false,
          () => true,
        )
        await listCompany(store, scope, named, lives * 2 + 1)
        const names = storedNames(store, scope)
        expect(found(await names.startingWith('みなと', { limit: 9 }).then(({ items }) => items))).toEqual([
          'みなとシステムズ',
        ])
        expect(await names.startingWith('minato', { limit: 9 })).toEqual({ items: [] })
        expect((await names.like('minato')).filter((one) => one.tenantId === named.tenantId)).toEqual([])
        if (!died) break
      }
    },
  )
})

describe('The companies that one company finds', () => {
  let store: DocumentStore
  beforeAll(() => {
    store = openSqliteStore(':memory:')
  })
  afterAll(() => store.close())

  const own = registered({}, { tenantId: OWN, displayName: 'Own Company', legalName: 'Own Company Ltd' })
  const other = registered({}, { tenantId: guid(30), displayName: 'Fabrikam', legalName: 'Fabrikam Ltd' })
  const stranger = company(31, 'Fabrikam Secret')
  const directory = { tenants: async () => [] }
  const organizations = {
    find: async (tenant: TenantId) => [own, other].find((one) => one.tenantId === tenant),
    version: async () => 0,
    execute: () => Promise.reject(new Error('nothing changes here')),
  }

  it('are itself and those related to it, and no other', async () => {
    await listCompany(store, 'all', stranger, 1)
    await listFor({ store, organizations }, OWN, other.tenantId)
    const mine = await namesFor({ store, directory }, own)
    expect(await best('fabrikam', mine)).toEqual(['Fabrikam'])
    expect(await best('fabrikam secret', mine)).toEqual([])
    expect(await best('own company', mine)).toEqual(['Own Company'])
    expect((await best('fabrikam', await namesFor({ store, directory }, undefined))).sort()).toEqual([
      'Fabrikam',
      'Fabrikam Secret',
    ])
    expect([
      await isRelated(store, OWN, other.tenantId),
      await isRelated(store, other.tenantId, OWN),
      await isRelated(store, OWN, stranger.tenantId),
    ]).toEqual([true, false, false])
  })

  it('are on record, so that a new name reaches whoever finds the company by it', async () => {
    for (const n of [40, 41, 42]) await noteScope(store, guid(n), other.tenantId)
    const first = await scopesOf(store, other.tenantId, { limit: 3 })
    const rest = await scopesOf(store, other.tenantId, { limit: 3, ...(first.next ? { after: first.next } : {}) })
    expect([...first.scopes, ...rest.scopes]).toEqual([guid(40), guid(41), guid(42), OWN])
    expect(rest.next).toBeUndefined()
  })
})

/** A hundred words of one alphabet, hardly two of them alike. */
const wordsOf = (letters: string, length: number): readonly string[] =>
  Array.from({ length: 100 }, (_, n) =>
    Array.from(
      { length },
      (_, at) => letters[(n * (7 + at * 4) + at * at * 5 + (n >> at)) % letters.length] ?? '',
    ).join(''),
  )

describe('The companies of an invitation', () => {
  it('find the provider once it is sent, and are found by it once they open it', async () => {
    const store = openSqliteStore(':memory:')
    const house = partnerHouse(store)
    const finds = async () => [
      await best(toto.displayName, storedNames(store, reseller.tenantId)),
      await best(reseller.displayName, storedNames(store, toto.tenantId)),
    ]
    const seen: (readonly string[])[][] = []
    for (const event of [DRAFTED, SENT, OPENED]) {
      await house.invites('one', event)
      await relateInvited(house, toto.tenantId, 'one')
      seen.push(await finds())
    }
    expect(seen).toEqual([
      [[], []],
      [[toto.displayName], []],
      [[toto.displayName], [reseller.displayName]],
    ])
    expect((await best(reseller.displayName, storedNames(store, 'all')))[0]).toBe(reseller.displayName)
    await store.close()
  })
})

describe('A company whose truth changes', () => {
  const listings = (before: Organization) => {
    const event = { type: 'AdminAgentConfirmed', at: MONDAY, by: system, userId: hana.userId } as const
    const after = ORGANIZATION.evolve(before, event)
    return { after, tasks: ORGANIZATION.tasks(before, event, after).filter(({ kind }) => kind === 'listCompany') }
  }

  it('is listed by its first change, and by one that brings a new name', () => {
    const first = listings(sakura)
    expect(first.tasks).toEqual([{ kind: 'listCompany', tenantId: sakura.tenantId }])
    expect(listings(first.after).tasks).toEqual([])
    expect(listings({ ...first.after, legalName: 'Another Ltd' }).tasks).toHaveLength(1)
  })

  it('is listed anew for all and, page by page, wherever it is found', async () => {
    const store = openSqliteStore(':memory:')
    let name = 'Fourth Coffee'
    const organizations = {
      find: async (tenantId: TenantId) => registered({}, { tenantId, displayName: name, legalName: name }),
      version: async () => 0,
      execute: () => Promise.reject(new Error('nothing changes here')),
    }
    const deps = { store, organizations }
    const owns = Array.from({ length: 45 }, (_, n) => guid(500 + n))
    for (const own of owns) await listFor(deps, own, guid(60))
    name = 'Alpine Ski House'
    for (let after = await listEverywhere(deps, guid(60)); after; ) after = await listEverywhere(deps, guid(60), after)
    for (const scope of ['all', ...owns] as const) {
      const names = storedNames(store, scope)
      expect([await best('alpine ski house', names), await best('fourth coffee', names)]).toEqual([[name], []])
    }
    await store.close()
  })
})

const FIRST = [
  ...wordsOf('abcdefghijklmnopqrstuvwxyz', 7),
  ...wordsOf('東西南北青赤白黒山川海空光星風雪花月水火木金土石森林竹松梅桜鶴亀龍虎', 5),
]
const SECOND = [
  ...['Cloud', 'Systems', 'Software', 'Retail', 'Digital', 'Networks', 'Partners', 'Security', 'Analytics', 'Labs'],
  ...['ソフト', 'システムズ', 'クラウド', '電算', '情報', '通信', '商事', '工業', 'データ', '開発'],
]
const MANY = 10_000

/** Every first word with every second word, and a number where that is not enough. */
const many = Array.from({ length: MANY }, (_, n): Named => {
  const first = FIRST[n % FIRST.length] ?? ''
  const second = SECOND[Math.floor(n / FIRST.length) % SECOND.length] ?? ''
  const turn = Math.floor(n / FIRST.length / SECOND.length)
  const isJapanese = !/^[a-z]/.test(first)
  const name = `${first}${isJapanese ? '' : ' '}${second}${turn > 0 ? ` ${turn * 37}` : ''}`
  return company(n + 100_000, name, isJapanese ? `${name}株式会社` : `${name}, Inc.`, isJapanese ? 'JP' : 'US')
})

/** Written as `listCompany` does, many entries a batch. */
async function fill(store: DocumentStore, list: readonly Named[]): Promise<void> {
  const entries = list.flatMap((named) =>
    marksOf(named).map((mark) => ({ ...entryOf('all', mark, named.tenantId), named })),
  )
  const parts = [...Map.groupBy(entries, (one) => one.pk)].flatMap(([pk, rows]) =>
    Array.from({ length: Math.ceil(rows.length / 100) }, (_, n) => ({ pk, part: rows.slice(n * 100, n * 100 + 100) })),
  )
  for (let from = 0; from < parts.length; from += 1000)
    await Promise.all(
      parts.slice(from, from + 1000).map(({ pk, part }) => {
        const ops = part.map(
          ({ id, named }): Op => ({ op: 'create', id, body: { ...named, t: 'name', v: 1, token: 'fill' } }),
        )
        return store.batch(pk, ops, { id: part[0]?.id ?? '', token: 'fill' })
      }),
    )
}

describe(`Among ${MANY} companies in two scripts`, () => {
  let store: DocumentStore
  let names: Names
  const memory = namesOf(many)
  const watch = createWatch()
  beforeAll(async () => {
    store = openSqliteStore(':memory:')
    await fill(store, many)
    names = storedNames(watch.over(store), 'all')
  }, 60_000)
  afterAll(() => store.close())

  const sample = many.filter((_, n) => n % 397 === 0)

  /** The same letters with one of them left out, doubled, changed, or swapped with the next. */
  const mistyped = (text: string, at: number, how: number): string => {
    const letters = [...text]
    const one = letters[at] ?? ''
    if (how === 0) letters.splice(at, 1)
    if (how === 1) letters.splice(at, 0, one)
    if (how === 2) letters.splice(at, 1, /[a-z]/i.test(one) ? 'q' : '々')
    if (how === 3) letters.splice(at, 2, letters[at + 1] ?? '', one)
    return letters.join('')
  }

  const placeOf = async (named: Named, typed: string, where: Names): Promise<number> =>
    (await findClosest(typed, where)).findIndex((one) => one.company.tenantId === named.tenantId)

  it('one is found by its name, in any width and with its form', async () => {
    const typings = (name: string) => [name, ` ${name.toUpperCase()} `, `㈱${name}`, `${name} Ltd.`, full(name)]
    for (const named of sample)
      for (const typed of typings(named.name)) expect([typed, await placeOf(named, typed, names)]).toEqual([typed, 0])
  })

  it('one is found where a text begins with its name, however many go on from it', async () => {
    for (const { name } of sample) {
      const text = searchKey(`${name} zulu`)
      for (const where of [names, memory]) {
        expect(found((await where.begun(text, text.slice(0, 1))).map(({ named }) => named))).toContain(name)
      }
    }
  })

  it('one is found by the beginning of its name, page by page', async () => {
    for (const named of sample.slice(0, 20)) {
      const key = searchKey(named.name).slice(0, 5)
      const seen: TenantId[] = []
      for (let after: string | undefined; ; ) {
        const page = await names.startingWith(key, { limit: 50, ...(after ? { after } : {}) })
        seen.push(...page.items.map((one) => one.tenantId))
        after = page.next
        if (after === undefined) break
      }
      const expected = many.filter((one) => searchKey(one.name).startsWith(key)).map((one) => one.tenantId)
      expect([...seen].sort()).toEqual([...expected].sort())
      expect(new Set(seen).size).toBe(seen.length)
    }
  })

  it.each([
    ['the store', () => names],
    ['memory', () => memory],
  ] as const)('one is found with a letter of its first word mistyped, in %s', async (_, where) => {
    const missed: string[] = []
    for (const [n, named] of sample.entries()) {
      const typed = mistyped(named.name, n % 2, Math.floor(n / 2) % 4)
      if ((await placeOf(named, typed, where())) < 0) missed.push(`${named.name}: ${typed}`)
    }
    expect(missed).toEqual([])
  })

  it('a second letter mistyped puts it behind those with one', async () => {
    const [named] = many
    if (!named) throw new Error('nobody is listed')
    const typed = mistyped(mistyped(named.name, 1, 2), named.name.length - 1, 2)
    const ranked = await findClosest(typed, names)
    const distances = ranked.map(({ distance }) => distance)
    expect(ranked.find((one) => one.company.tenantId === named.tenantId)?.distance).toBe(2)
    expect(distances).toEqual([...distances].sort())
  })

  it('before and behind a text in hiragana, one look at the store tells who stands there', async () => {
    const few = ['さくら', 'さくらクラウド', 'さつき', 'そら'].map((name, n) => company(n, name))
    const small = openSqliteStore(':memory:')
    await fill(small, few)
    const inMemory = namesOf(few)
    for (const text of ['に販売できない', 'さ', 'さくらに販売', 'さくらクラウド', 'さしすせそ', 'そらまめ']) {
      const [first = ''] = text
      const where = storedNames(watch.over(small), 'all')
      watch.forget()
      const [begun, beyond] = [await where.begun(text, first), await where.beyond(text, first)]
      expect([text, watch.asked()]).toEqual([text, '0 reads, 1 ranges, 0 batches'])
      expect(namesIn(begun)).toEqual(namesIn(await inMemory.begun(text, first)))
      expect(namesIn(beyond)).toEqual(namesIn(await inMemory.beyond(text, first)))
    }
    await small.close()
  })

  it('a look-up asks the store as often whether it finds something or not, among few and among many', async () => {
    const small = openSqliteStore(':memory:')
    await fill(small, many.slice(0, 10))
    const asked = async (where: Names, typed: string) => {
      watch.forget()
      await findClosest(typed, where)
      return watch.asked()
    }
    const few = storedNames(watch.over(small), 'all')
    for (const { name } of sample.slice(0, 20)) {
      const unknown = elsewhere(name)
      expect([(await best(name, names))[0], await best(unknown, names)]).toEqual([name, []])
      const counts = [await asked(names, name), await asked(names, unknown)]
      counts.push(await asked(few, name), await asked(few, unknown))
      expect(new Set(counts).size).toBe(1)
      expect(Number(counts[0]?.match(/(\d+) ranges/)?.[1])).toBeLessThanOrEqual(MOST_RANGES)
    }
    await small.close()
  })
})

const namesIn = (found: readonly Begun[]) => found.map(({ named }) => named.name)

/** Neighbours, those that begin so, and on both sides of the rest for each of nine forms of a word. */
const MOST_RANGES = 2 + 1 + 2 * 9

/** A name that nobody bears, with letters that repeat in the same places. */
const elsewhere = (name: string): string =>
  name
    .toLowerCase()
    .replace(/[a-z]/g, (one) => moved(one, 0x61, 26, 13))
    .replace(/[\u3041-\u30fb]/g, (one) => moved(one, 0x3041, 0x1000, 0xac00 - 0x3041))
    .replace(/[\u4e00-\u9fff]/g, (one) => moved(one, 0x4e00, 0x5200, 4000))

const moved = (letter: string, first: number, many: number, by: number): string =>
  String.fromCharCode(
    first + (by < many ? (letter.charCodeAt(0) - first + by) % many : letter.charCodeAt(0) - first + by),
  )

/** Full-width Latin letters. */
const full = (text: string): string => text.replace(/[!-~]/g, (one) => String.fromCharCode(one.charCodeAt(0) + 0xfee0))
