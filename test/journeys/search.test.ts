import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { tenantId } from '../../domain/ids.ts'
import { listPartnership } from '../../domain/partnership/lists.ts'
import { relatePartners } from '../../domain/partnership/related.ts'
import { openSqliteStore } from '../../domain/store/sqlite-store.ts'
import { createWatch } from '../hostile/watched-store.ts'
import { nodesOf } from '../support/card-walk.ts'
import { ESTABLISHED, partnerHouse } from '../support/partner-house.ts'
import { reseller, toto } from '../support/partners.ts'
import { type Asked, invokes, picks, readChoices, readSearch, searches, titlesIn } from '../support/searching.ts'
import { type Person, startWorld, type World } from '../support/world.ts'
import { mpnIdOf, OPERATOR, tenantIdOf, worldOf } from './companies.ts'
import { invites, partners, provider } from './invited.ts'
import { makes } from './questioned.ts'
import { shopOf } from './selling.ts'
import { toApproval } from './way-in.ts'

const watch = createWatch()
vi.mock('../../domain/store/sqlite-store.ts', async (original) => {
  const { openSqliteStore } = await original<typeof import('../../domain/store/sqlite-store.ts')>()
  return { openSqliteStore: (file: string) => watch.over(openSqliteStore(file)) }
})

const KINDS = ['companies', 'invitations', 'partnerships', 'search'] as const
const LANGUAGES = ['en-US', 'ja-JP'] as const

let world: World
let ann: Person
let alder: Person
let cedar: Person
let sam: Person
beforeAll(async () => {
  world = await startWorld({
    SANDBOX_WORLD: worldOf(
      { name: 'alder' },
      { name: 'birch' },
      { name: 'cedar', locale: 'ja-JP' },
      { name: 'alabaster' },
      provider('harbor'),
      provider('inlet'),
    ),
  })
  const named = await Promise.all(
    ['ann@harbor.example', 'ann@alder.example', 'ann@cedar.example', OPERATOR.sam].map((one) => world.person(one)),
  )
  ;[ann, alder, cedar, sam] = named as [Person, Person, Person, Person]
  await toApproval(world, alder, { mpnId: mpnIdOf(0) })
  await partners(world, ann, alder)
  await cedar.says('language en')
  await toApproval(world, cedar, { mpnId: mpnIdOf(2) })
  await world.advance('PT1H')
  await partners(world, ann, cedar)
  await cedar.says('language ja')
  await world.advance('PT1H')
  await invites(ann, 'kim@elsewhere.example')
  await world.settle()
}, 60_000)
afterAll(() => world.close())

/** What is asked of the store by it alone: whatever else was to do is done before. */
async function costOf(work: () => Promise<unknown>, where: World = world): Promise<string> {
  await where.settle()
  watch.forget()
  await work()
  return watch.asked()
}

describe('A search by a provider', () => {
  it('finds its partners by the beginning of a name, with since when, and for its eyes how ready they are', async () => {
    const found = await searches(world, ann, { command: 'companies', text: 'ald' })
    expect(titlesIn(found)).toEqual(['Alder'])
    const [result] = found.results
    expect(result?.line).toMatch(
      /^Indirect reseller · United States · since \w+ \d+, \d{4} · ✓ Partner Center account · ✓ Enrolled · ☐ MPA signed$/,
    )
    expect(result?.card.text).toMatch(/Indirect reseller\nAlder\nCountry or region: United States\nCSP region: /)
    expect(result?.card.text).toContain('Partner since: ')
    expect(result?.card.text).not.toMatch(/MPA|Enrolled|✓|☐/)
    expect(result?.card.buttons.map(({ title, verb }) => [title, verb])).toEqual([['Open the chat', undefined]])
  })

  it('understands a letter mistyped, and a legal name', async () => {
    expect(titlesIn(await searches(world, ann, { command: 'companies', text: 'Adler' }))).toEqual(['Alder'])
    expect(titlesIn(await searches(world, ann, { command: 'companies', text: 'ａｌｄｅｒ ltd.' }))).toEqual(['Alder'])
  })

  it('shows what it was last concerned with before anything is typed, the newest first', async () => {
    expect(titlesIn(await searches(world, ann, { command: 'companies' }))).toEqual(['Cedar', 'Alder'])
    expect(titlesIn(await searches(world, ann, { command: 'partnerships', text: '' }))).toEqual(['Cedar', 'Alder'])
    expect(titlesIn(await searches(world, ann, { command: 'invitations' }))).toEqual([
      'kim@elsewhere.example',
      'Cedar',
      'Alder',
    ])
    expect(titlesIn(await searches(world, ann))).toEqual(['Cedar', 'Alder', 'kim@elsewhere.example', 'Cedar', 'Alder'])
  })

  it('finds invitations by address and company, with state and dates', async () => {
    const [open] = (await searches(world, ann, { command: 'invitations', text: 'kim' })).results
    expect(open?.line).toMatch(/^Partnership invitation · Sent · Valid until \w+ \d+, \d{4}$/)
    expect(open?.card.text).toMatch(/Indirect provider: Harbor\nState: Sent\nSent: .*\nValid until: /)
    expect(open?.card.text).toContain('It is answered in a chat with me')
    const [accepted] = (await searches(world, ann, { command: 'invitations', text: 'alder' })).results
    expect(accepted?.line).toMatch(/^Partnership invitation · Accepted · \w+ \d+, \d{4}$/)
    expect(accepted?.card.text).toContain('Invited company: Alder')
    expect(accepted?.card.text).not.toContain('answered in a chat')
  })

  it('finds partnerships with since when and the administrator access', async () => {
    const found = await searches(world, ann, { command: 'partnerships', text: 'c' })
    expect(titlesIn(found)).toEqual(['Cedar'])
    expect(found.results[0]?.line).toMatch(/^United States · since .* · Administrator access of the provider: Granted$/)
    expect(found.results[0]?.card.text).toMatch(/Indirect provider: Harbor\nIndirect reseller: Cedar\nPartner since: /)
  })

  it.each(LANGUAGES)('finds nothing of others, as if they were not there, for the same work, in %s', async (locale) => {
    await ann.says(`language ${locale.slice(0, 2)}`)
    for (const command of KINDS) {
      const asks = (text: string) => () => searches(world, ann, { command, text })
      const nowhere = await asks('Nopea')()
      expect(nowhere.type).toBe('message')
      for (const text of ['Inlet', 'Birch']) {
        expect((await asks(text)()).body).toBe(nowhere.body)
        expect(await costOf(asks(text))).toBe(await costOf(asks('Nopea')))
      }
      // Not even what is found costs more or less.
      if (command !== 'search') expect(await costOf(asks('Alder'))).toBe(await costOf(asks('Nopea')))
    }
    await ann.says('language en')
  })
})

describe('A search by a reseller', () => {
  it('is answered in its language, and finds its provider, itself and what it received', async () => {
    const found = await searches(world, cedar, { text: 'harbor' })
    expect(titlesIn(found)).toEqual(['Harbor', 'Harbor'])
    const [company, invitation] = found.results
    expect(company?.line).toMatch(/^間接プロバイダー · 米国 · \d{4}年.*から · ✓ アカウント · ✓ MPA 署名済み$/)
    expect(company?.card.text).toMatch(/国または地域: 米国\nCSP の地域: /)
    expect(company?.card.card.lang).toBe('ja-JP')
    expect(invitation?.line).toMatch(/^パートナーシップへの招待 · 承諾済み · \d{4}年/)
    expect(titlesIn(await searches(world, cedar, { text: 'cedar', command: 'companies' }))).toEqual(['Cedar'])
    expect((await searches(world, cedar, { text: 'inlet' })).note).toContain(
      'この文字で始まる名前は見つかりませんでした',
    )
  })

  it('finds what it received before it has enrolled', async () => {
    const birch = await world.person('ann@birch.example')
    await birch.says(await invites(await world.person('ann@inlet.example'), birch.email))
    await world.settle()
    for (const command of ['companies', 'invitations'])
      expect(titlesIn(await searches(world, birch, { command, text: 'inl' }))).toEqual(['Inlet'])
    expect(titlesIn(await searches(world, birch))).toEqual(['Inlet', 'Inlet'])
    expect((await searches(world, birch, { command: 'partnerships' })).note).toContain('Only ')
  })

  it('never meets the other partners of its provider', async () => {
    for (const command of KINDS)
      for (const text of [undefined, 'alder', 'kim', 'a'])
        expect((await searches(world, cedar, { command, ...(text && { text }) })).body).not.toMatch(/alder|kim/i)
  })
})

describe('A search by support', () => {
  it('finds every company by name, and says nothing of what lies behind it', async () => {
    const found = await searches(world, sam, { text: 'al' })
    expect(titlesIn(found)).toEqual(['Alabaster', 'Alder'])
    expect(found.results.map(({ line }) => line)).toEqual([
      'Prospective partner · United States',
      'Indirect reseller · United States',
    ])
    expect(titlesIn(await searches(world, sam, { command: 'companies', text: 'Inlet' }))).toEqual(['Inlet'])
  })

  it('shows the companies that were asked about before anything is typed, the newest first', async () => {
    expect((await searches(world, sam)).note).toBe('Type the beginning of a name.')
    await sam.says('Is Birch ready to transact?')
    await world.advance('PT1M')
    await sam.says('Has Harbor signed the MPA?')
    expect(titlesIn(await searches(world, sam))).toEqual(['Harbor', 'Birch'])
  })

  it('is told to ask about lists of partners and invitations', async () => {
    for (const command of ['invitations', 'partnerships'])
      expect((await searches(world, sam, { command, text: 'alder' })).note).toContain('Ask me about')
  })
})

describe('Somebody who may not search', () => {
  it('is a stranger, who gets a word in the language of the client and costs three reads', async () => {
    const stranger = world.stranger()
    for (const text of ['Alder', 'Nopea', ''])
      for (const [locale, said] of [
        ['en-US', 'don’t know you'],
        ['ja-JP', '確認できませんでした'],
      ] as const) {
        const cost = await costOf(async () =>
          expect((await searches(world, stranger, { text, locale })).note).toContain(said),
        )
        expect(cost).toMatch(/^\d reads, 0 ranges, 0 batches$/)
      }
    expect(await picks(world, stranger, { dataset: 'companies', text: 'Alder' })).toEqual([])
  })

  it('is somebody without a role or a task', async () => {
    const [nil, otto, bea] = await Promise.all(
      ['nil@harbor.example', OPERATOR.otto, 'bea@alder.example'].map((one) => world.person(one)),
    )
    for (const person of [nil, otto, bea] as Person[]) {
      for (const command of KINDS) {
        const { type, note, body } = await searches(world, person, { command, text: 'Alder' })
        expect([type, note]).toEqual(['message', expect.stringMatching(/role|task/)])
        expect(body).not.toContain('Alder Ltd')
      }
      expect(await picks(world, person, { dataset: 'companies', text: 'Alder' })).toEqual([])
    }
  })
})

describe('What is posted', () => {
  it('names no person, no address and nothing of an enrollment, whoever posts it and wherever', async () => {
    for (const person of [ann, alder, cedar, sam])
      for (const command of KINDS)
        for (const text of [undefined, 'a', 'alder', 'harbor', 'kim'])
          for (const { card } of (await searches(world, person, { command, where: 'channel', ...(text && { text }) }))
            .results) {
            expect(JSON.stringify(card.card)).not.toMatch(/@|\bAnn\b|\bBob\b|MPA|Enrolled|登録済み|署名/)
            expect(card.card.version).toBe('1.3')
            for (const { type, style } of nodesOf(card.card))
              expect([type, style]).not.toEqual(['TextBlock', 'heading'])
            expect(nodesOf(card.card).filter(({ type }) => type === 'Action.Execute')).toEqual([])
          }
  })

  it('is nothing that anybody wrote: a search changes nothing', async () => {
    const before = world.stored()
    for (const person of [ann, cedar, sam]) {
      for (const command of KINDS)
        for (const text of [undefined, 'alder']) await searches(world, person, { command, ...(text && { text }) })
      for (const dataset of ['companies', 'partners']) await picks(world, person, { dataset, text: 'a' })
    }
    expect(world.stored()).toEqual(before)
  })
})

describe('A customer', () => {
  let shop: World
  beforeAll(async () => {
    shop = await startWorld({ SANDBOX_WORLD: shopOf(provider('harbor')) })
    await makes(shop, await shop.person('ann@harbor.example'), 'Acme')
  }, 60_000)
  afterAll(() => shop.close())

  it.each(LANGUAGES)('is found as what it is: nothing that only partners have, in %s', async (locale) => {
    for (const address of ['ann@harbor.example', OPERATOR.sam]) {
      const person = await shop.person(address)
      await person.says(`language ${locale.slice(0, 2)}`)
      const [found] = (await searches(shop, person, { command: 'companies', text: 'acme' })).results
      expect([found?.title, found?.line]).toEqual(['Acme Toys Ltd.', expect.stringMatching(/^(Customer|顧客) · \S/)])
      expect(found?.line).not.toMatch(/✓|☐/)
      const [question] = /(?<=[“「]).*?(?=[”」])/.exec(found?.card.text ?? '') ?? []
      const answer = await person.says(question ?? '')
      expect(answer.text).toContain('Acme Toys Ltd.')
      expect(answer.text.split('\n')[0]).not.toMatch(/ask me|質問ができます/)
    }
  })
})

describe('A picker', () => {
  it('offers what fits, and before anything is typed what one was last concerned with', async () => {
    expect(await picks(world, ann, { dataset: 'companies' })).toEqual([
      { title: 'Cedar (United States)', value: tenantIdOf(2) },
      { title: 'Alder (United States)', value: tenantIdOf(0) },
    ])
    expect(await picks(world, ann, { dataset: 'companies', text: 'ald' })).toEqual([
      { title: 'Alder (United States)', value: tenantIdOf(0) },
    ])
    expect(await picks(world, cedar, { dataset: 'companies', text: 'har' })).toEqual([
      { title: 'Harbor (米国)', value: tenantIdOf(4) },
    ])
    expect((await picks(world, sam, { dataset: 'companies', text: 'in' })).map(({ title }) => title)).toEqual([
      'Inlet (United States)',
    ])
  })

  it('of partners offers the own ones by name, and none to support', async () => {
    const names = async (person: Person, text?: string) =>
      (await picks(world, person, { dataset: 'partners', ...(text && { text }) })).map(({ value }) => value)
    expect(await names(ann)).toEqual(['Alder', 'Cedar'])
    expect(await names(ann, 'ce')).toEqual(['Cedar'])
    expect(await names(cedar)).toEqual(['Harbor'])
    expect(await names(ann, 'inlet')).toEqual([])
    expect(await names(sam, 'a')).toEqual([])
  })

  it('costs the same for whatever is typed, and shows nothing of others', async () => {
    for (const dataset of ['companies', 'partners']) {
      const asks = (text: string) => costOf(() => picks(world, ann, { dataset, text }))
      const first = await asks('a')
      for (const text of ['Alder', 'Inlet', 'nowhere at all', '日本', 'x'.repeat(9_000)])
        expect(await asks(text)).toBe(first)
      expect(await picks(world, ann, { dataset, text: 'Inlet' })).toEqual([])
    }
  })
})

describe('A client that knows no manifest', () => {
  it('searches everything by the text alone, as the chat windows of the sandbox do', async () => {
    const asks = async (value: object) =>
      titlesIn(readSearch(await invokes(world, ann, { name: 'composeExtension/query', value })))
    const queryOptions = { skip: 0, count: 25 }
    expect(await asks({ parameters: [{ value: 'kim' }], queryOptions })).toEqual(['kim@elsewhere.example'])
    expect(await asks({ commandId: 'companies', parameters: [{ value: 'ald' }], queryOptions })).toEqual(['Alder'])
    expect(await asks({ parameters: [{ value: '' }], queryOptions })).toContain('Cedar')
  })
})

describe('What no client sends', () => {
  const BAD: readonly unknown[] = [
    undefined,
    null,
    '',
    'x',
    7,
    [],
    {},
    { commandId: 'drop' },
    { commandId: 7, parameters: 'x' },
    { commandId: 'companies', parameters: [7] },
    { dataset: 'graph.microsoft.com/users', queryText: 'a' },
    { dataset: 7 },
  ]

  it('is answered by nothing found, and asks nothing of the store', async () => {
    for (const value of BAD) {
      const cost = await costOf(async () => {
        const search = readSearch(await invokes(world, ann, { name: 'composeExtension/query', value }))
        expect([value, search.type, search.results]).toEqual([value, 'result', []])
        expect(readChoices(await invokes(world, ann, { name: 'application/search', value }))).toEqual([])
      })
      expect([value, cost]).toEqual([value, '0 reads, 0 ranges, 0 batches'])
    }
  })

  it('is a result that was selected: there is nothing more to show', async () => {
    const body = await invokes(world, ann, { name: 'composeExtension/selectItem', value: { id: 1 } })
    expect(readSearch(body)).toMatchObject({ type: 'result', results: [] })
  })

  it('asks with texts and places of any kind, and is answered', async () => {
    const texts: readonly unknown[] = [7, null, {}, '\u0000', '\u200b', '😀'.repeat(300), '%', '~', "'; --", ' ']
    const places: readonly unknown[] = [
      null,
      'x',
      {},
      { skip: -1 },
      { skip: 1e300, count: 0 },
      { skip: 0.5, count: 'x' },
    ]
    for (const value of texts)
      for (const [at, queryOptions] of places.entries()) {
        const commandId = KINDS[at % KINDS.length]
        const query = { commandId, parameters: [{ name: 'text', value }], queryOptions }
        readSearch(await invokes(world, ann, { name: 'composeExtension/query', value: query }))
        const pick = { dataset: at % 2 ? 'companies' : 'partners', queryText: value, queryOptions }
        readChoices(await invokes(world, ann, { name: 'application/search', value: pick }))
      }
  })
})

describe('Among a thousand companies', () => {
  let large: World
  let asker: Person
  beforeAll(async () => {
    const many = Array.from({ length: 1_000 }, (_, n) => ({ name: `reed${String(n).padStart(4, '0')}` }))
    large = await startWorld({ SANDBOX_WORLD: worldOf(...many) })
    asker = await large.person(OPERATOR.sam)
  }, 60_000)
  afterAll(() => large.close())

  const asks = (asked: Asked) => searches(large, asker, { command: 'companies', text: 'reed', ...asked })

  it('support sees fifteen at a time, each once, and every page is small', async () => {
    const pages = await Promise.all([0, 15, 30].map((skip) => asks({ skip })))
    const all = pages.flatMap(titlesIn)
    expect(pages.map((page) => page.results.length)).toEqual([15, 15, 15])
    expect(all).toEqual(Array.from({ length: 45 }, (_, n) => `Reed${String(n).padStart(4, '0')}`))
    for (const { results } of pages)
      for (const { card } of results) expect(Buffer.byteLength(JSON.stringify(card.card))).toBeLessThan(28 * 1024)
    expect(titlesIn(await asks({ text: 'reed0999' }))[0]).toBe('Reed0999')
    // A client that asks for more goes on after what it asked for.
    expect(titlesIn(await asks({ skip: 25, count: 25 }))).toEqual(all.slice(15, 30))
    expect(titlesIn(await asks({ count: 3 }))).toEqual(all.slice(0, 3))
    expect(await asks({ skip: 1_000 })).toMatchObject({ type: 'result', results: [] })
  })

  it('costs no more than among six', async () => {
    const one = await costOf(() => asks({ text: 'reed0500' }), large)
    const few = await costOf(() => searches(world, sam, { command: 'companies', text: 'reed0500' }))
    expect(one).toBe(few)
    expect((await picks(large, asker, { dataset: 'companies', text: 'reed05' })).length).toBe(15)
  })
})

describe('A provider with sixty resellers', () => {
  const NAMES = Array.from({ length: 60 }, (_, n) => `Willow ${String(n + 1).padStart(2, '0')}`)
  const ALL = [...NAMES, 'ミナト電機', 'みなとシステムズ']
  const folder = mkdtempSync(join(tmpdir(), 'search-'))
  const file = join(folder, 'bot.db')
  let full: World
  let person: Person
  beforeAll(async () => {
    const store = openSqliteStore(file)
    const others = ALL.map((displayName, n) => ({ ...reseller, displayName, tenantId: tenantId(tenantIdOf(n + 1)) }))
    const house = partnerHouse(store, [toto, ...others])
    for (const other of others) {
      await house.happens(ESTABLISHED, other)
      await listPartnership(house, toto.tenantId, other.tenantId)
      await relatePartners(house, toto.tenantId, other.tenantId)
    }
    await store.close()
    const sketches = ALL.map((displayName, n) => ({ name: `w${n}`, country: 'JP', more: { displayName } }))
    const own = { name: 'toto', kind: 'indirectProvider' as const, country: 'JP', more: { tenantId: toto.tenantId } }
    full = await startWorld({ SANDBOX_WORLD: worldOf(own, ...sketches), DATABASE_FILE: file })
    person = await full.person('ann@toto.example')
  }, 60_000)
  afterAll(async () => {
    await full.close()
    rmSync(folder, { recursive: true, force: true })
  })

  it.each(['companies', 'partnerships', 'search'])('turns what a search for %s found page by page', async (command) => {
    const pages = await Promise.all(
      [0, 15, 30].map((skip) => searches(full, person, { command, text: 'willow', skip })),
    )
    expect(pages.flatMap(titlesIn)).toEqual(NAMES.slice(0, 45))
    for (const { line } of pages.flatMap(({ results }) => results)) expect(line).toContain('since ')
  })

  it('offers fifteen before anything is typed, and under a picker', async () => {
    for (const command of ['companies', 'partnerships', 'search'])
      expect((await searches(full, person, { command })).results).toHaveLength(15)
    for (const dataset of ['companies', 'partners']) {
      expect(await picks(full, person, { dataset })).toHaveLength(15)
      const found = (await picks(full, person, { dataset, text: 'ｗｉｌｌｏｗ ４' })).map(({ title }) => title)
      expect(found.map((title) => title.replace(' (Japan)', ''))).toEqual(NAMES.slice(39, 49))
    }
    const second = await picks(full, person, { dataset: 'partners', text: 'willow', skip: 15 })
    expect(second.map(({ value }) => value)).toEqual(NAMES.slice(15, 30))
  })

  it.each(['みなと', 'ミナト', 'ﾐﾅﾄ'])('finds names in either kana by %s', async (text) => {
    const both = ['みなとシステムズ', 'ミナト電機']
    const staff = await full.person(OPERATOR.sam)
    for (const who of [person, staff]) {
      expect(titlesIn(await searches(full, who, { command: 'companies', text })).toSorted()).toEqual(both)
      const offered = await picks(full, who, { dataset: 'companies', text })
      expect(offered.map(({ title }) => title.replace(' (Japan)', '')).toSorted()).toEqual(both)
    }
    expect(titlesIn(await searches(full, person, { command: 'partnerships', text })).toSorted()).toEqual(both)
    expect((await picks(full, person, { dataset: 'partners', text })).map(({ value }) => value).toSorted()).toEqual(
      both,
    )
    expect(titlesIn(await searches(full, staff, { command: 'companies', text: `${text}システムズ` }))).toEqual([
      'みなとシステムズ',
    ])
  })

  it('costs the same for kana whatever is found', async () => {
    for (const command of ['companies', 'partnerships', 'invitations']) {
      const asks = (text: string) => costOf(() => searches(full, person, { command, text }), full)
      expect(await asks('ミナト')).toBe(await asks('カモメ'))
    }
    const types = (text: string) => costOf(() => picks(full, person, { dataset: 'partners', text }), full)
    expect(await types('みなと')).toBe(await types('かもめ'))
  })

  it('finds one in the list by picking it or by typing it, and has a picker only where the list is long', async () => {
    const list = await person.says('resellers')
    const [picker] = nodesOf(list.card).filter(({ style }) => style === 'filtered')
    expect(picker).toMatchObject({ id: 'pick', 'choices.data': { type: 'Data.Query', dataset: 'partners' } })
    const picked = await person.presses('Search', { 'Or find it in the list': 'Willow 37' })
    expect(picked.buttons.filter(({ title }) => title === 'Open')).toHaveLength(1)
    expect(picked.text).toContain('Willow 37')
    expect(picked.inputs.map(({ id }) => id)).toEqual(['name'])
    const typed = await person.taps('resellers', { name: 'willow 3', pick: '' })
    expect(typed.buttons.filter(({ title }) => title === 'Open')).toHaveLength(10)
  })
})
