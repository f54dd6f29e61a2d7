import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Person, World } from '../support/world.ts'
import { type Askers, askersOf, firstLine, makes, titlesIn } from './questioned.ts'

let askers: Askers
let world: World
let sam: Person
let gen: Person
let harbor: Person
let alder: Person
beforeAll(async () => {
  askers = await askersOf({ name: 'bakery', kind: 'customer' }, { name: 'boulanger', kind: 'customer', country: 'FR' })
  ;({ world, sam, gen } = askers)
  harbor = await askers.admin('harbor')
  alder = await askers.admin('alder')
  await makes(world, harbor, 'Acme', 1)
}, 120_000)
afterAll(() => world.close())

describe('What happened at a company (Q27)', () => {
  it.each([
    'What happened at Alder?',
    'what has happened with Alder recently?',
    'What’s been going on at Alder this week?',
    'Alder では何がありましたか',
    'Alder で最近何がありましたか？',
  ])('%s', async (question) => {
    for (const person of question.includes('何') ? [gen] : [sam, alder]) {
      const { text } = await person.says(question)
      expect(text).toMatch(/Application submitted|申請/)
      expect(text).toContain('P48')
    }
  })

  it('at the own company without a name', async () => {
    expect((await alder.says('What happened at our company?')).text).toContain('Application submitted')
  })

  it('is narrowed to the days and the person that are named', async () => {
    const today = await sam.says('What happened at Alder today?')
    expect(today.text).toMatch(/Who did what at Alder, and when \(\w+ \d+, \d+\)\?[\s\S]*Application submitted/)
    const before = await sam.says('What happened at Alder before 2020-01-01?')
    expect(firstLine(before)).toBe('The history of Alder has no such entry.')
    expect(before.text).toContain('to December 31, 2019')
    expect((await gen.says('2020年1月1日から1月5日までの Alder の履歴を見せて')).text).toMatch(
      /^Alder の履歴に、該当する記録はありません。[\s\S]*2020年1月1日から · 2020年1月5日まで/,
    )
    const ann = await sam.says('What did Ann Alder do at Alder?')
    expect(ann.text).toMatch(/Ann Alder[\s\S]*Application submitted/)
    expect(firstLine(await gen.says('高橋さんは Alder で何をしましたか'))).toBe(
      'Alder の履歴に、該当する記録はありません。',
    )
    const zoe = await alder.says('What did Zoe Zimmer do at Alder?')
    expect(firstLine(zoe)).toBe('The history of Alder has no such entry.')
    expect((await sam.says('history of Alder by ann@alder.example')).text).toContain('Application submitted')
    expect(firstLine(await sam.says('history of Alder by zoe@alder.example'))).toBe(
      'The history of Alder has no such entry.',
    )
  })

  it('is told of one’s own company alone', async () => {
    const foreign = await alder.says('What happened at Harbor?')
    expect(firstLine(foreign)).toBe(
      'The people of Harbor and what they did are shown to Harbor itself and to Microsoft Support alone.',
    )
    expect(foreign.text).not.toContain('Ann Harbor')
  })
})

describe('What is for everybody', () => {
  it('is a provider in the official directory, also by the name that a stranger types (Q30)', async () => {
    const lagoon = await askers.admin('lagoon')
    const shown = await lagoon.says('Is Harbor an official provider?')
    expect(shown.text).toMatch(/^Yes\nHarbor\b[\s\S]*R52/)
    expect((await lagoon.says('Is Harbr an official provider?')).text).toMatch(/^Yes\nHarbor\b/)
    expect(firstLine(await lagoon.says('Is Alder an official provider?'))).toBe('Not found')
  })

  it('is whether a customer may have two partners (Q28)', async () => {
    expect(firstLine(await sam.says('Can two partners serve one customer?'))).toBe('Yes')
    expect(firstLine(await gen.says('1 社の顧客を 2 社のパートナーが担当できますか'))).toBe('はい')
  })

  it('is that a country has no CSP (Q11, Q12)', async () => {
    expect((await sam.says('Is North Korea in a CSP region?')).text).toMatch(/^No\n.*North Korea/)
    expect((await gen.says('イランと日本のパートナーは提携できますか')).text).toMatch(/^いいえ\n.*イラン/)
  })
})

describe('The partners that were asked for (Q13)', () => {
  it('are not those of the other kind: a reseller has no resellers', async () => {
    const shown = await sam.says('Which resellers does Alder have?')
    expect(firstLine(shown)).toBe('No')
    expect(shown.text).toContain('Alder is an indirect reseller itself, so it has no resellers: it has providers.')
    expect(shown.text).toMatch(/Alder has one indirect provider\.[\s\S]*Harbor/)
    const japanese = await gen.says('Alder の間接リセラーは')
    expect(firstLine(japanese)).toBe('いいえ')
    expect(japanese.text).toContain('間接リセラーとではなく、間接プロバイダーとパートナーシップを確立します。')
    expect(japanese.text).toContain('Harbor')
  })

  it('nor has a provider providers', async () => {
    const shown = await sam.says('Which providers does Harbor have?')
    expect(firstLine(shown)).toBe('No')
    expect(shown.text).toMatch(/no providers: it has resellers\.[\s\S]*Alder[\s\S]*Birch/)
    expect((await gen.says('Harbor のプロバイダーを一覧で')).text).toMatch(/^いいえ[\s\S]*Alder[\s\S]*Birch/)
    expect((await harbor.says('Which providers do we have?')).text).toMatch(/^No\n[\s\S]*Alder[\s\S]*Birch/)
    expect((await alder.says('Which resellers do we have?')).text).toMatch(/^No\n[\s\S]*Harbor/)
  })

  it('are listed at once where they are asked for by their name or as partners', async () => {
    for (const question of ['Which providers does Alder have?', 'Who are the partners of Alder?'])
      expect(firstLine(await sam.says(question))).toBe('Alder has one indirect provider.')
    expect(firstLine(await sam.says('Which resellers does provider Harbor have?'))).toBe(
      'Harbor has 2 indirect resellers.',
    )
  })

  it('of a customer are those that serve it', async () => {
    const shown = await sam.says('Which resellers does Bakery have?')
    expect(shown.text).toContain('Bakery is a customer')
    expect(titlesIn(shown)).toContain('Two partners?')
  })
})

describe('Several questions in one text', () => {
  it('are all answered, in their order', async () => {
    const shown = await sam.says('Is Alder partnered with Harbor? And can Alder sell to Boulanger?')
    expect(shown.text).toMatch(
      /^You asked two things\n+Yes\nAlder is an indirect reseller of Harbor[\s\S]*No\nAlder can.t sell to Boulanger[\s\S]*R64/,
    )
    const japanese = await gen.says('Alder は Harbor と提携していますか？Alder は Boulanger に販売できますか？')
    expect(japanese.text).toMatch(/^2 件のご質問に回答します\n+はい\n[\s\S]*\nいいえ\n/)
    const mine = await alder.says('Are we partnered with Harbor? And can we sell to Acme?')
    expect(mine.text).toMatch(/^You asked two things\n+Yes\n[\s\S]*\nYes\nAlder can sell to Acme/)
  })

  it('of which one names somebody unknown, are answered as far as they can be', async () => {
    const mine = await alder.says('Are we partnered with Harbor? And can we sell to Boulanger?')
    expect(mine.text).toMatch(/^You asked two things\n.*“Boulanger”\.\n+Yes\n/)
    expect((await alder.presses('Can it sell? Boulanger')).text).toMatch(/^Not found\n/)
  })

  it('may speak of it, once it was named', async () => {
    const shown = await sam.says('Has Alder signed the MPA? And which providers does it have?')
    expect(shown.text).toMatch(/Alder has signed[\s\S]*Alder has one indirect provider/)
  })

  it('leave a trace of each look', async () => {
    const looks = () => [...world.stored()].filter((doc) => doc.includes('|look~')).length
    const before = looks()
    await sam.says('Has Alder signed the MPA? Has Birch signed the MPA?')
    expect(looks()).toBe(before + 2)
  })

  it('of which there are too many each keep a button', async () => {
    const shown = await sam.says(
      'Has Alder signed the MPA? Has Birch signed the MPA? Is Harbor ready to transact? Is Lagoon ready to transact?',
    )
    expect(shown.text).toMatch(/^You asked 4 things\n/)
    expect(shown.text).toContain('This was asked as well:')
    expect((await sam.presses('Readiness: Lagoon')).text).toMatch(/^(?:Yes|No)\n.*Lagoon/)
  })

  it('of which one may not be asked, are answered without it', async () => {
    const bea = await world.person('bea@alder.example')
    const shown = await bea.says('Can Japan work with Germany? And is Alder ready to transact?')
    expect(shown.text).toContain('You need the')
    expect(shown.text).toMatch(/No\n.*Europe/)
  })

  it('about companies with a name that nobody has, say so and answer the rest', async () => {
    const shown = await sam.says('Has Alder or Quixotic Works signed the MPA?')
    expect(shown.text).toContain('No company that you can ask about is called “Quixotic Works”.')
    expect(shown.text).toContain('Alder has signed')
  })
})
