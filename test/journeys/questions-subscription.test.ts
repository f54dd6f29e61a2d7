import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Shown } from '../support/shown.ts'
import type { Person, World } from '../support/world.ts'
import { mpnIdOf } from './companies.ts'
import { linkIn } from './invited.ts'
import { type Askers, askersOf, firstLine, makes, tenantOf } from './questioned.ts'

let askers: Askers
let world: World
let sam: Person
let gen: Person
let harbor: Person
let alder: Person
let lagoon: Person
let acme: string
let zenith: string
beforeAll(async () => {
  askers = await askersOf()
  ;({ world, sam, gen } = askers)
  harbor = await askers.admin('harbor')
  alder = await askers.admin('alder')
  lagoon = await askers.admin('lagoon')
  await makes(world, harbor, 'Acme', 1)
  await makes(world, harbor, 'Zenith')
  acme = await subscriptionOf('Acme')
  zenith = await subscriptionOf('Zenith')
}, 120_000)
afterAll(() => world.close())

/** The ID of the only subscription of a customer, as the provider's button for it carries it. */
async function subscriptionOf(name: string): Promise<string> {
  await harbor.taps('customer', { tenant: await tenantOf(world, name) })
  return String(harbor.tapOf('Manage').data['subscription' as never])
}

const same = ({ text }: Shown, id: string): string => text.replaceAll(id, '‹id›')

describe('A subscription by its ID alone', () => {
  it('is found with its customer: who supports it (Q3)', async () => {
    const shown = await sam.says(`Who supports subscription ${acme}?`)
    expect(firstLine(shown)).toMatch(/^Harbor supports Business Basic of Acme Toys Ltd\., since /)
    expect(shown.text).toContain('R94')
    const japanese = await gen.says(`サブスクリプション ${acme} のサポート連絡先は`)
    expect(firstLine(japanese)).toContain('Acme Toys Ltd. の Business Basic のサポート連絡先は、Harbor です')
    expect((await harbor.says(`Who supports subscription ${zenith}?`)).text).toContain('Zenith Toys Ltd.')
    expect((await alder.says(`Who supports subscription ${acme}?`)).text).toContain('Acme Toys Ltd.')
  })

  it('is found with its reseller, and whether it is credited (Q14)', async () => {
    const shown = await sam.says(`Which reseller is on subscription ${acme}?`)
    expect(firstLine(shown)).toContain(
      `Alder (MPN ID ${mpnIdOf(0)}) is the reseller of Business Basic of Acme Toys Ltd.`,
    )
    const yes = await sam.says(`Does Alder get incentives for subscription ${acme}?`)
    expect(yes.text).toMatch(/^Yes\nAlder is the reseller of one subscription of Acme Toys Ltd\.[\s\S]*MPN ID/)
    const no = await sam.says(`Does Birch get incentives for subscription ${acme}?`)
    expect(no.text).toMatch(/^No\nBirch isn.t the reseller of this subscription[\s\S]*Alder \(MPN ID/)
    expect((await gen.says(`Alder はサブスクリプション ${acme} のインセンティブを受け取れますか`)).text).toMatch(
      /^はい\n/,
    )
    expect((await gen.says(`Alder はサブスクリプション ${zenith} のインセンティブを受け取れますか`)).text).toMatch(
      /^いいえ\n/,
    )
    expect(firstLine(await sam.says(`Which reseller is on subscription ${zenith}?`))).toContain('No reseller is on')
  })

  it('that one may not know of is one that does not exist', async () => {
    const nobody = '5f0c2f5a-2f4f-4f3b-9d3f-1f0d1c2b3a49'
    for (const [person, foreign] of [
      [lagoon, acme],
      [alder, zenith],
    ] as const)
      for (const question of [
        'Who supports subscription {s}?',
        'Which reseller is on subscription {s}?',
        'サブスクリプション {s} のサポート連絡先は',
      ]) {
        const one = await person.says(question.replace('{s}', foreign))
        expect(firstLine(one)).toBe('Not found')
        expect(same(one, foreign)).toBe(same(await person.says(question.replace('{s}', nobody)), nobody))
      }
  })
})

describe('A subscription by its name alone', () => {
  it('of several customers asks which, and goes on with the same question', async () => {
    const shown = await sam.says('Who supports "Business Basic"?')
    expect(firstLine(shown)).toBe('“Business Basic” is a subscription of 2 customers. Which one is meant?')
    expect((await sam.says('Who supports Business Basic?')).text).toBe(shown.text)
    expect(firstLine(await sam.says('Which reseller is on M365 Business Basic?'))).toContain('of 2 customers')
    await sam.says('Who supports "Business Basic"?')
    expect(shown.text).toMatch(/Acme Toys Ltd\.[\s\S]*Zenith Toys Ltd\./)
    expect((await sam.presses('Open', {}, { nth: 2 })).text).toMatch(/^Harbor supports Business Basic of Zenith/)
    await gen.says('「Business Basic」の指名リセラーは')
    expect(gen.sees.text).toContain('「Business Basic」は 2 社の顧客のサブスクリプションにあります。')
    expect((await gen.presses('開く')).text).toContain('Alder')
  })

  it('of one customer that one may know of is that one', async () => {
    const shown = await alder.says('Which reseller is on "Business Basic"?')
    expect(firstLine(shown)).toContain('is the reseller of Business Basic of Acme Toys Ltd.')
    expect(shown.text).not.toContain('Zenith')
  })

  it('is not found where one has to do with nobody who has it', async () => {
    expect(firstLine(await lagoon.says('Who supports "Business Basic"?'))).toBe('Not found')
  })
})

describe('The reseller of a company, asked for by that word alone', () => {
  it('are all those of a provider (Q13)', async () => {
    for (const question of ['Who is the reseller of Harbor?', 'Which resellers does Harbor have?'])
      expect(firstLine(await sam.says(question))).toBe('Harbor has 2 indirect resellers.')
    for (const question of ['Harbor のリセラーはどこ', 'Harbor のリセラーって誰']) {
      const { text } = await gen.says(question)
      expect(text).toContain('Alder')
      expect(text).toContain('Birch')
    }
  })

  it('is the one on the subscription of a customer (Q14)', async () => {
    for (const question of ["Who is Acme Toys Ltd.'s reseller?", 'Who are the resellers of Acme Toys Ltd.?'])
      expect(firstLine(await sam.says(question))).toContain('Alder (MPN ID')
    for (const question of ['Acme Toys Ltd. のリセラーはどこ', 'Acme Toys Ltd. のリセラーって誰']) {
      const { text } = await gen.says(question)
      expect(text).toContain('Alder')
      expect(text).toContain('R90')
    }
    expect((await harbor.says('Acme Toys Ltd. のリセラーはどこ')).text).toContain('Alder')
  })

  it('is whoever has a partnership with a provider (Q1)', async () => {
    for (const question of ['Is Alder registered as a reseller of Harbor?', "Is Alder set up as Harbor's reseller?"])
      expect((await sam.says(question)).text).toMatch(/^Yes\nAlder is an indirect reseller of Harbor/)
    for (const question of [
      'Alder は Harbor のリセラーとして登録されてる？',
      'Harbor のリセラーに Alder は入っていますか',
    ])
      expect(firstLine(await gen.says(question))).toBe('はい')
    expect(firstLine(await gen.says('Alder は Lagoon のリセラーとして登録されていますか'))).toBe('いいえ')
  })

  it('and of a customer whoever is on its subscription (Q14)', async () => {
    const { text } = await gen.says('Alder は Acme Toys Ltd. のリセラーとして登録されてる？')
    expect(text).toMatch(/^はい\n/)
    expect(text).toContain('R90')
    expect((await sam.says('Is Birch the reseller of Acme Toys Ltd.?')).text).toMatch(/^No\nBirch isn.t the reseller/)
  })

  it('of a company that one may not know of is that of nobody', async () => {
    const known = await lagoon.says('Who is the reseller of Acme Toys Ltd.?')
    const unknown = await lagoon.says('Who is the reseller of Zzyx Toys Ltd.?')
    expect(known.text.replaceAll('Acme', '‹name›')).toBe(unknown.text.replaceAll('Zzyx', '‹name›'))
  })
})

describe('Who is credited for a subscription', () => {
  const ASKED = [
    'Does Birch get incentives for subscription {s}?',
    'Does Birch get incentives for Crest Toys Ltd.?',
    'Which reseller is on subscription {s}?',
    'Which reseller is on Crest Toys Ltd.?',
    'Birch はサブスクリプション {s} のインセンティブを受け取れますか',
  ]
  let crest: string
  let birch: Person
  /** Everything that somebody is told of it, as it came. */
  async function told(person: Person): Promise<readonly string[]> {
    const answers: string[] = []
    for (const asked of ASKED) answers.push(JSON.stringify((await person.says(asked.replace('{s}', crest))).card))
    const opened = await person.taps('customer', { tenant: await tenantOf(world, 'Crest') })
    answers.push(opened.text)
    for (const { title, verb, data } of opened.buttons)
      if (verb === 'subscription') answers.push(`${title}\n${(await person.taps(verb, data)).text}`)
    return answers
  }
  async function credits(name: 'Alder' | 'Birch' | undefined): Promise<void> {
    await harbor.taps('customer', { tenant: await tenantOf(world, 'Crest') })
    await harbor.presses('Manage')
    if (name === undefined) await harbor.presses('Remove the reseller')
    else {
      await harbor.presses(
        harbor.sees.buttons.some(({ title }) => title === 'Set the reseller')
          ? 'Set the reseller'
          : 'Change the reseller',
      )
      await harbor.presses('Submit', { 'Reseller (MPN ID)': `${name} (${mpnIdOf(name === 'Alder' ? 0 : 1)})` })
    }
    await world.settle()
  }

  beforeAll(async () => {
    birch = await askers.admin('birch')
    await makes(world, harbor, 'Crest', 1)
    crest = await subscriptionOf('Crest')
    // From now on the two know each other.
    await alder.says('invite new customers')
    const draft = await alder.presses('Next', { "Customer's email": 'birch@post.example' })
    await birch.says(linkIn(draft))
    await world.settle()
    expect((await alder.says('Which region is Birch in?')).text).toContain('Birch')
  }, 60_000)

  it('is told a reseller of itself alone: not whether another one is, nor which (R102)', async () => {
    const [own] = await told(alder)
    expect(own).toContain('Alder')
    await credits('Birch')
    const another = await told(alder)
    expect(another[0]).toContain("Your company isn't the reseller of Business Basic of Crest Toys Ltd.")
    expect(another.at(-1)).toContain('Not your company')
    const credited = await told(birch)
    expect(credited[0]).toContain('Birch is the reseller of one subscription of Crest Toys Ltd.')
    await credits(undefined)
    expect(await told(alder)).toEqual(another)
    expect((await told(birch))[0]).toContain('No subscription that you can ask about')
  })

  it('is told the provider and support of everybody', async () => {
    await credits('Birch')
    for (const person of [harbor, sam]) {
      expect((await person.says(`Does Birch get incentives for subscription ${crest}?`)).text).toMatch(/^Yes\n/)
      expect((await person.says(`Does Alder get incentives for subscription ${crest}?`)).text).toMatch(/^No\n/)
    }
  })
})
