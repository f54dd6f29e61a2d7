import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { tenantId } from '../../domain/ids.ts'
import { listPartnership } from '../../domain/partnership/lists.ts'
import { openSqliteStore } from '../../domain/store/sqlite-store.ts'
import { ESTABLISHED, partnerHouse } from '../support/partner-house.ts'
import { reseller, toto } from '../support/partners.ts'
import type { Shown } from '../support/shown.ts'
import { type Person, startWorld, type World } from '../support/world.ts'
import { mpnIdOf, type Sketch, tenantIdOf, worldOf } from './companies.ts'
import { AUTHORIZE, drafts, invites, linkIn, partners, provider, TICK } from './invited.ts'
import { titlesOf, toApproval, toReview } from './way-in.ts'

const opensOf = ({ buttons }: Shown) => buttons.filter(({ title }) => title === 'Open')
const SEARCH = 'The email address or company begins with'

describe('A provider with forty-five resellers', () => {
  const NAMES = [
    'サクラ工業株式会社',
    'さくらシステム株式会社',
    'Société Générale du Nuage',
    'Ｗｉｄｅ Letters',
    ...Array.from({ length: 41 }, (_, n) => `Reseller ${String(n + 1).padStart(2, '0')}`),
  ]
  const sketches: readonly Sketch[] = [
    { name: 'toto', kind: 'indirectProvider', country: 'JP', more: { tenantId: toto.tenantId } },
    ...NAMES.map((displayName, n) => ({ name: `r${n}`, country: 'JP', more: { displayName, legalName: displayName } })),
  ]
  const folder = mkdtempSync(join(tmpdir(), 'partner-lists-'))
  const file = join(folder, 'bot.db')
  let world: World
  let ann: Person
  beforeAll(async () => {
    const store = openSqliteStore(file)
    const others = NAMES.map((displayName, n) => ({
      ...reseller,
      displayName,
      tenantId: tenantId(tenantIdOf(n + 1)),
    }))
    const house = partnerHouse(store, [toto, ...others])
    for (const other of others) {
      await house.happens(ESTABLISHED, other)
      await listPartnership(house, toto.tenantId, other.tenantId)
    }
    await store.close()
    world = await startWorld({ SANDBOX_WORLD: worldOf(...sketches), DATABASE_FILE: file })
    ann = await world.person('ann@toto.example')
    await world.settle()
  }, 60_000)
  afterAll(async () => {
    await world.close()
    rmSync(folder, { recursive: true, force: true })
  })

  const namesOn = ({ text }: Shown): readonly string[] => text.split('\n').filter((line) => NAMES.includes(line))

  it('turns them twenty by twenty, each once, and says which they are', async () => {
    const first = await ann.says('resellers')
    const second = await ann.presses('More')
    const third = await ann.presses('More')
    expect([first, second, third].map((page) => opensOf(page).length)).toEqual([20, 20, 5])
    for (const [page, place] of [
      [first, '1–20, and more follow'],
      [second, '21–40, and more follow'],
      [third, '41–45 of 45'],
    ] as const)
      expect(page.text).toContain(place)
    expect([first, second, third].flatMap(namesOn).toSorted()).toEqual(NAMES.toSorted())
    expect(titlesOf(third)).not.toContain('More')
    expect(titlesOf(first)).not.toContain('First page')
    expect(namesOn(await ann.presses('First page'))).toEqual(namesOn(first))
    expect(titlesOf(ann.sees)).not.toContain('First page')
  })

  it.each([
    ['ｻｸﾗ', ['サクラ工業株式会社']],
    ['さくら', ['さくらシステム株式会社']],
    ['societe', ['Société Générale du Nuage']],
    ['SOCIE\u0301TE\u0301 ', ['Société Générale du Nuage']],
    ['wide', ['Ｗｉｄｅ Letters']],
    ['ｒｅｓｅｌｌｅｒ ４', ['Reseller 40', 'Reseller 41']],
    ['eseller', []],
  ])('finds “%s” by the beginning of the name', async (typed, found) => {
    await ann.says('resellers')
    expect(namesOn(await ann.presses('Search', { 'The name begins with': typed }))).toEqual(found)
    if (found.length === 0) expect(ann.sees.text).toContain('No partner’s name begins with “eseller”.')
  })

  it('keeps what was searched for from page to page', async () => {
    await ann.says('resellers')
    await ann.presses('Search', { 'The name begins with': 'reseller' })
    await ann.presses('More')
    const last = await ann.presses('More')
    expect(last.text).toContain('41–41 of 41')
    expect(namesOn(last)).toEqual(['Reseller 41'])
    expect(namesOn(await ann.presses('First page'))[0]).toBe('Reseller 01')
  })

  it('numbers no rows that it cannot count, as on a card whose place is made up', async () => {
    await ann.says('resellers')
    const { data } = ann.tapOf('More')
    const { from: _, ...unnumbered } = data as { from: number }
    for (const odd of [unnumbered, { ...data, from: -3 }, { ...data, from: 'many' }]) {
      const page = await ann.taps('resellers', odd)
      expect(opensOf(page)).toHaveLength(20)
      expect(page.text).not.toContain('and more follow')
      expect(titlesOf(page)).toEqual(expect.arrayContaining(['More', 'First page']))
    }
  })
})

const COMPANIES: readonly Sketch[] = [
  { name: 'alder' },
  { name: 'birch' },
  { name: 'cedar', locale: 'ja-JP' },
  { name: 'dogwood' },
  { name: 'elm' },
  provider('harbor'),
  provider('inlet'),
  {
    ...provider('jetty'),
    more: {
      agreements: [{ type: 'MPA', region: 'united-states', at: '2020-05-04' }],
      provider: { services: ['training', 'financing'], contact: 'https://jetty.example/partners' },
    },
  },
  { name: 'fir' },
]

describe('Invitations', () => {
  let world: World
  let harbor: Person
  beforeAll(async () => {
    world = await startWorld({ SANDBOX_WORLD: worldOf(...COMPANIES) })
    harbor = await of('harbor')
  }, 60_000)
  // Ten an hour and fifty a day are the most: every test has a day of its own.
  beforeEach(() => world.advance('PT25H'))
  afterAll(() => world.close())

  const of = (company: string, who = 'ann'): Promise<Person> => world.person(`${who}@${company}.example`)
  const approved = async (company: string, at: number): Promise<Person> => {
    const ann = await of(company)
    await toApproval(world, ann, { mpnId: mpnIdOf(at) })
    return ann
  }

  it('are ten an hour for one person and fifty a day for a company; the list has them all', async () => {
    const staff = await Promise.all(['ann', 'bob', 'uma', 'ada', 'sal'].map((who) => of('inlet', who)))
    for (const [place, person] of staff.entries()) {
      for (let n = 0; n < 10; n++) linkIn(await drafts(person, `guest${place}${n}@nowhere.example`))
      if (place === 0)
        expect((await drafts(person, 'more@nowhere.example')).text).toContain('at most 10 invitations an hour')
    }
    await world.advance('PT61M')
    const [ann] = staff as [Person]
    expect((await drafts(ann, 'more@nowhere.example')).text).toContain('at most 50 invitations a day')

    await world.settle()
    const seen: string[] = []
    const places: string[] = []
    await ann.says('invitations')
    for (let page = 0; page < 4; page++) {
      seen.push(...(ann.sees.text.match(/guest\d\d@nowhere\.example/g) ?? []))
      places.push(/\d+–\d+.*/.exec(ann.sees.text)?.[0] ?? '')
      if (!titlesOf(ann.sees).includes('More')) break
      await ann.presses('More')
    }
    expect(places).toEqual(['1–20, and more follow', '21–40, and more follow', '41–50 of 50'])
    expect(new Set(seen).size).toBe(50)
    expect(seen).toHaveLength(50)

    const found = await ann.presses('Search', { [SEARCH]: 'ＧＵＥＳＴ３' })
    expect(found.text.match(/guest3\d@/g)).toHaveLength(10)
    expect(opensOf(found)).toHaveLength(10)
    const filtered = await ann.presses('Closed invitations')
    expect(filtered.text).toContain('No invitation here whose email address or company begins with “GUEST3”.')

    await world.advance('PT24H')
    expect(linkIn(await drafts(ann, 'more@nowhere.example'))).toContain('/i/')
  }, 60_000)

  it('are resent, renewed and revoked from their row, and stand among the closed ones afterwards', async () => {
    const old = await invites(harbor, 'kim@somewhere.example')
    await invites(harbor, 'lee@somewhere.example')
    await world.settle()
    await harbor.says('invitations')
    const row = await harbor.presses('Search', { [SEARCH]: 'kim' })
    expect(row.text).toMatch(/Sent \w+ \d+, \d+ at \d+:\d+ [AP]M \S+ by Ann Harbor/)
    expect(row.text).toMatch(/Sent · valid until /)
    const card = await harbor.presses('Open')
    expect(card.buttons.find(({ title }) => title === 'Resend')?.url).toContain('mailto:kim@somewhere.example')
    const renewed = linkIn(await harbor.presses('Renew'))
    expect(renewed).not.toBe(old)
    await harbor.presses('Revoke')
    await world.settle()

    const open = await harbor.says('invitations')
    expect(open.text).toContain('lee@somewhere.example')
    expect(open.text).not.toContain('kim@somewhere.example')
    const closed = await harbor.presses('Closed invitations')
    expect(closed.text).toContain('kim@somewhere.example')
    expect(closed.text).toMatch(/Revoked \w+ \d+, \d+ at \d+:\d+ [AP]M \S+ by Ann Harbor/)
    expect(closed.text).not.toContain('lee@somewhere.example')
    const all = await harbor.presses('All invitations')
    for (const one of ['kim', 'lee']) expect(all.text).toContain(`${one}@somewhere.example`)
  })

  it('become rows of partners, with the ticks that are true now', async () => {
    const ann = await approved('fir', 8)
    await partners(world, harbor, ann)
    const row = async () => {
      const { text } = await harbor.says('resellers')
      return text
    }
    expect(await row()).toMatch(/☐\u00a0MPA/)
    await ann.says('sign mpa')
    await ann.presses('Accept and continue', {
      'I have read the Microsoft Partner Agreement and accept it for my company': true,
    })
    await world.settle()
    expect(await row()).toMatch(/✓\u00a0MPA/)
    expect(await row()).not.toContain('☐')
  })

  it('are opened from the list of who received them, with no code on it', async () => {
    const ann = await approved('alder', 0)
    const code = (await invites(harbor, ann.email)).split('/i/')[1] ?? ''
    await ann.says(code)
    await world.settle()
    const list = await ann.says('invitations')
    expect(list.text).toContain('Harbor')
    expect(list.text).toMatch(/Link opened \w+ \d+, \d+ at \d+:\d+ [AP]M \S+ by Ann Alder/)
    expect(JSON.stringify(list.card)).not.toContain(code)
    const nil = await of('alder', 'nil')
    const { verb, data } = ann.tapOf('Open')
    expect(titlesOf(await nil.taps(verb, data))).not.toContain(AUTHORIZE)
    expect(nil.sees.text).toContain('Partnership with Harbor')
    expect(titlesOf(await ann.presses('Open'))).toContain(AUTHORIZE)
    expect((await ann.presses(AUTHORIZE, TICK)).text).toContain('✓ Harbor is your indirect provider')
    await world.settle()
    await ann.says('invitations')
    const all = await ann.presses('All invitations')
    expect(all.text).toMatch(/Accepted \w+ \d+, \d+ at \d+:\d+ [AP]M \S+ by Ann Alder/)
    expect((await ann.presses('Open')).text).toContain('The partnership is active.')
  })

  it('are the same unknown thing for a stranger, whether they exist or not', async () => {
    const [ann, stranger] = [await approved('birch', 1), await of('dogwood')]
    const link = await invites(harbor, ann.email)
    await ann.says(link)
    await world.settle()
    await ann.says('invitations')
    const { verb, data } = ann.tapOf('Open')
    const nowhere = '77777777-0000-4000-8000-000000000001'
    const foreign = await stranger.taps(verb, data)
    const answers = [
      await stranger.taps(verb, { ...data, invitation: nowhere }),
      await stranger.taps(verb, { ...data, provider: nowhere }),
      await stranger.taps(verb, { provider: nowhere, invitation: nowhere }),
      await stranger.taps('open-invitation', { code: link.split('/i/')[1] ?? '' }),
      await stranger.taps('open-invitation', { code: 'N'.repeat(43) }),
      // Its own company's name for it is `invitation`.
      await harbor.taps(verb, data),
    ]
    expect(foreign.text).toContain('No invitation found')
    for (const { card } of answers) expect(JSON.stringify(card)).toBe(JSON.stringify(foreign.card))
  })

  it('to an address of nobody known open by their name only for who opened them by their code', async () => {
    const [elm, dogwood] = [await of('elm'), await of('dogwood')]
    await toApproval(world, elm, { mpnId: mpnIdOf(4) })
    const link = await invites(harbor, 'office@nobody-known.example')
    await world.settle()
    await harbor.says('invitations')
    await harbor.presses('Search', { [SEARCH]: 'office' })
    const { invitation } = harbor.tapOf('Open').data as { invitation: string }
    const named = { provider: harbor.tenantId, invitation }
    expect((await elm.taps('received-invitation', named)).text).toContain('No invitation found')
    expect((await elm.says(link)).text).toContain('Partnership with Harbor')
    expect((await elm.taps('received-invitation', named)).text).toContain('Partnership with Harbor')
    expect((await dogwood.taps('received-invitation', named)).text).toContain('No invitation found')
  })
})

describe('A reseller', () => {
  let world: World
  beforeAll(async () => {
    world = await startWorld({ SANDBOX_WORLD: worldOf(...COMPANIES) })
  }, 60_000)
  afterAll(() => world.close())
  const of = (company: string): Promise<Person> => world.person(`ann@${company}.example`)

  it('reads the history of its partnership in its own language and time, as the provider does in its own', async () => {
    const [harbor, cedar] = [await of('harbor'), await of('cedar')]
    await enrolledInJapanese(world, cedar)
    const link = await invites(harbor, cedar.email)
    await cedar.says(link)
    await cedar.presses('間接プロバイダーを承認する', {
      '内容を確認し、会社を代表して間接プロバイダーを承認します': true,
    })
    await world.settle()
    await harbor.says('home', { zone: 'America/Los_Angeles' })
    await cedar.says('ホーム', { zone: 'Asia/Tokyo' })
    const theirs = (await harbor.taps('partnership-history', { tenant: cedar.tenantId })).text
    const ours = (await cedar.taps('partnership-history', { tenant: harbor.tenantId })).text
    expect(theirs).toContain('Partnership established')
    expect(ours).toContain('パートナーシップ')
    expect(ours).not.toMatch(/established|at \d/)
    const english = /(\w+ \d+, \d+) at (\d+:\d+ [AP]M) (P[SD]T)/.exec(theirs) ?? []
    const japanese = /(\d+)年(\d+)月(\d+)日 (\d+):(\d+) JST/.exec(ours) ?? []
    const [, year, month, day, hour, minute] = japanese.map(Number) as [number, number, number, number, number, number]
    expect(Date.UTC(year, month - 1, day, hour - 9, minute)).toBe(Date.parse(english.slice(1).join(' ')))
  })

  it('is offered the directory once it has applied, and its own providers once it has one', async () => {
    const [harbor, birch, dogwood] = [await of('harbor'), await of('birch'), await of('dogwood')]
    const verbs = ({ buttons }: Shown) => buttons.map(({ verb }) => verb)
    expect(verbs(await dogwood.says('home'))).not.toContain('find-provider')
    await toReview(world, dogwood, { mpnId: mpnIdOf(3) })
    expect(verbs(await dogwood.says('home'))).toContain('find-provider')

    await toApproval(world, birch, { mpnId: mpnIdOf(1) })
    const before = await birch.says('home')
    expect(before.text).toContain('Sign the Microsoft Partner Agreement')
    expect(before.text).toContain('Find an indirect provider')
    expect(before.text).not.toContain('You are ready to transact')
    await partners(world, harbor, birch)
    const after = await birch.says('home')
    expect(after.text).toContain('You work with Harbor')
    expect(after.text).not.toContain('Find an indirect provider')
    expect(verbs(after)).toEqual(expect.arrayContaining(['providers', 'find-provider']))
    const nil = await world.person('nil@birch.example')
    expect((await nil.says('home')).text).not.toContain('Harbor')
  })

  it('filters the directory by what it needs, and reaches a provider by mail or page', async () => {
    const elm = await of('elm')
    const all = await elm.says('find a provider')
    for (const name of ['Harbor', 'Inlet', 'Jetty']) expect(all.text).toContain(name)
    expect(all.buttons.filter(({ title }) => title === 'Contact').map(({ url }) => url)).toEqual([
      'mailto:partners@harbor.example',
      'mailto:partners@inlet.example',
      'https://jetty.example/partners',
    ])
    const financing = await elm.presses('Search', { 'Offers all of these': ['Financing and credit terms'] })
    expect(financing.text).toContain('Jetty')
    expect(financing.text).not.toContain('Harbor')
    const none = await elm.presses('Search', {
      'Offers all of these': ['Financing and credit terms', 'Marketing of your products and services'],
    })
    expect(none.text).toContain('No indirect provider in your region offers all of this.')
    expect(titlesOf(await elm.presses('Search', { 'Offers all of these': [] }))).not.toContain('Apply')
    expect(elm.sees.text).toContain('Harbor')
  })
})

/** Cedar's people speak Japanese; what they type and press is the same way in. */
async function enrolledInJapanese(world: World, admin: Person): Promise<void> {
  await admin.says('language en')
  await toApproval(world, admin, { mpnId: mpnIdOf(2) })
  await admin.says('language ja')
}
