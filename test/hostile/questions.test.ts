import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { OPERATOR } from '../journeys/companies.ts'
import { AUTHORIZE, invites, partners, provider, TICK } from '../journeys/invited.ts'
import { makes, tenantOf } from '../journeys/questioned.ts'
import { shopOf } from '../journeys/selling.ts'
import { toApproval } from '../journeys/way-in.ts'
import { type Person, startWorld, type World } from '../support/world.ts'
import { createWatch } from './watched-store.ts'

const watch = createWatch()
vi.mock('../../domain/store/sqlite-store.ts', async (original) => {
  const { openSqliteStore } = await original<typeof import('../../domain/store/sqlite-store.ts')>()
  return { openSqliteStore: (file: string) => watch.over(openSqliteStore(file)) }
})

/** Quarry is enrolled and Zephyr’s reseller: nobody at Alder has ever had to do with either. Nobody is called Plossy,
 * a name of the same letters’ pattern, so that the same look-ups are made. */
const WORLD = shopOf({ name: 'alder' }, { name: 'quarry' }, provider('harbor'), provider('zephyr'))

let world: World
let ann: Person
let bea: Person
let sam: Person
/** Of a customer that Alder knows nothing of. */
let subscription: string
beforeAll(async () => {
  world = await startWorld({ SANDBOX_WORLD: WORLD })
  ann = await world.person('ann@alder.example')
  bea = await world.person('bea@alder.example')
  sam = await world.person(OPERATOR.sam)
  const [harbor, zephyr, quarry] = await Promise.all(
    ['harbor', 'zephyr', 'quarry'].map((name) => world.person(`ann@${name}.example`)),
  )
  if (!harbor || !zephyr || !quarry) throw new Error('nobody there')
  await toApproval(world, ann, { mpnId: '7000001' })
  await toApproval(world, quarry, { mpnId: '7000002' })
  await partners(world, harbor, ann)
  await partners(world, zephyr, quarry)
  await makes(world, zephyr, 'Acme')
  await zephyr.taps('customer', { tenant: await tenantOf(world, 'Acme') })
  subscription = String(Object.entries(zephyr.tapOf('Manage').data).find(([name]) => name === 'subscription')?.[1])
  await world.settle()
}, 120_000)
afterAll(() => world.close())

/** The answer with its name taken out, and what it asked of the store. */
async function asked(
  who: Person,
  question: string,
  name: string,
): Promise<{ says: string; asks: string; offers: string }> {
  await who.says('help')
  watch.forget()
  const { text, buttons } = await who.says(question.replace('{x}', name))
  const word = name.split(' ')[0] ?? name
  const plain = (of: string) => of.replaceAll(new RegExp(`${name}|${word}|${encodeURIComponent(name)}`, 'gi'), '…')
  return {
    says: plain(text),
    asks: watch.asked(),
    offers: plain(JSON.stringify(buttons.map(({ title, verb }) => [title, verb]))),
  }
}

const QUESTIONS = [
  'Is {x} partnered with us?',
  'Is {x} partnered with Harbor?',
  "Why can't {x} sell to Alder?",
  'Where is the enrollment of {x}?',
  'Has {x} signed the MPA?',
  'Is {x} ready to transact?',
  "Why can't {x} accept our invitation?",
  'Did {x} open the invitation?',
  'Which invitations are pending for {x}?',
  'Which resellers does {x} have?',
  'Which MPN ID does {x} use?',
  'What happened when the partnership of {x} and Alder was removed?',
  "Does {x} have admin access to Alder's work account?",
  'Who can remove a partnership at {x}?',
  'Who did what at {x}?',
  'Can {x} undo becoming a reseller?',
  'Which providers does {x} have?',
  'What happened at {x}?',
  'Which invitations has {x} received?',
  '{x} lost the first password, can we see it?',
  'Which reseller is on record for {x}?',
  '{x} はどの間接プロバイダーと提携していますか',
  '{x} では何がありましたか',
  '弊社は {x} と提携していますか',
] as const

describe('A partner asks about a company that it has nothing to do with', () => {
  it.each(QUESTIONS)('%s: it does not exist', async (question) => {
    const foreign = await asked(ann, question, 'Quarry')
    const nobody = await asked(ann, question, 'Plossy')
    expect(foreign).toEqual(nobody)
    expect(foreign.says).not.toMatch(/Zephyr|7000002/)
  })

  const OF_PLACES = [
    'Which region is {x} in?',
    'Can {x} work with Germany?',
    'Is {x} an official provider in Germany?',
    'Can two partners serve {x}?',
    'Where may {x} sell?',
    '{x} はドイツのパートナーと取引できますか',
    '{x} の地域は',
    '{x} はドイツの公式プロバイダーですか',
  ]

  it.each([...QUESTIONS, ...OF_PLACES])('%s: others who read along learn nothing of anybody', async (question) => {
    await ann.says('help')
    const cards = new Set<string>()
    for (const name of ['Harbor', 'Quarry', 'Plossy']) {
      const { card } = await ann.says(question.replace('{x}', name), { where: 'channel' })
      cards.add(JSON.stringify(card))
    }
    await world.settle()
    expect([...cards]).toEqual([expect.stringContaining('I replied in your chat with me')])
  })

  it.each([
    ['its MPN ID', '7000002', '8111113'],
    ['its domain', 'quarry.example', 'plossy.example'],
    ['its tenant ID', '00000003-0000-4000-8000-000000000001', '00000003-0000-4000-8000-000000000999'],
    ['its legal name', 'Quarry Ltd.', 'Plossy Ltd.'],
    ['a name mistyped', 'Quarri', 'Plossi'],
  ])('not by %s either', async (_, foreign, nobody) => {
    const one = await asked(ann, 'Is {x} ready to transact?', foreign)
    expect(one).toEqual(await asked(ann, 'Is {x} ready to transact?', nobody))
  })

  it.each(['Who supports subscription {x}?', 'Which reseller is on subscription {x}?'])(
    '%s: no subscription either',
    async (question) => {
      const foreign = await asked(ann, question, subscription)
      expect(foreign).toEqual(await asked(ann, question, '5f0c2f5a-2f4f-4f3b-9d3f-1f0d1c2b3a49'))
      expect(foreign.says).not.toContain('Acme')
      expect((await sam.says(question.replace('{x}', subscription))).text).toContain('Acme')
    },
  )

  it('not by a forged button either', async () => {
    const tenants = ['00000003-0000-4000-8000-000000000001', '00000003-0000-4000-8000-000000000999']
    for (const id of ['Q1', 'Q3', 'Q5', 'Q6', 'Q7', 'Q9', 'Q10', 'Q13', 'Q14', 'Q15', 'Q16', 'Q22', 'Q26', 'Q27']) {
      const answers: string[] = []
      for (const tenant of tenants) {
        watch.forget()
        const { text } = await ann.taps('ask', { question: id, companies: tenant })
        answers.push(`${text.replaceAll(tenant, '…')} ${watch.asked()}`)
      }
      expect(answers[0], id).toBe(answers[1])
    }
    for (const tenant of tenants) {
      const reminded = await ann.taps('remind', { op: 'AAAABBBBCCCCDDDD', tenant, about: 'mpa' })
      expect(reminded.text.replace(tenant, '…')).toContain('We couldn')
    }
  })
})

describe('A partner asks about its own partner', () => {
  it('what it has going on with others changes neither the answer nor what is read for it', async () => {
    const questions = ['Which invitations are pending for {x}?', 'Which resellers does {x} have?']
    const before: unknown[] = []
    for (const question of questions) before.push(await asked(ann, question, 'Harbor'))
    const harbor = await world.person('ann@harbor.example')
    const quarry = await world.person('ann@quarry.example')
    await quarry.says(await invites(harbor, 'ann@quarry.example'))
    await invites(harbor, 'bob@elsewhere.example')
    await world.settle()
    expect((await sam.says('Which invitations are pending for Harbor?')).text).toContain('Harbor has 2 pending')
    for (const [at, question] of questions.entries()) expect(await asked(ann, question, 'Harbor')).toEqual(before[at])
    await quarry.presses(AUTHORIZE, TICK)
    await world.settle()
    expect((await sam.says('Which resellers does Harbor have?')).text).toContain('Harbor has 2 indirect resellers')
    for (const [at, question] of questions.entries()) expect(await asked(ann, question, 'Harbor')).toEqual(before[at])
  })
})

describe('Who may ask', () => {
  it('is told by role: a business profile admin asks about regions alone', async () => {
    expect((await bea.says('Is Harbor partnered with us?')).text).toContain('role')
    expect((await bea.says('Can Japan work with Germany?')).text).toContain('Europe')
  })

  it('in a channel gets a company’s answer in the own chat, and a region’s at once', async () => {
    await sam.says('help')
    const before = world.connector.sent.length
    const here = await sam.says('Is Alder partnered with Harbor?', { where: 'channel' })
    expect(here.text).not.toContain('Alder')
    expect(here.text).toContain('chat with me')
    await world.settle()
    const sent = world.connector.sent.slice(before).map((one) => JSON.stringify(one))
    expect(sent.some((one) => one.includes('Alder') && one.includes('Yes'))).toBe(true)
    expect((await sam.says('Can Japan work with Germany?', { where: 'channel' })).text).toContain('Europe')
  })
})

describe('Support', () => {
  it('leaves a trace of every look at a company', async () => {
    const count = () => [...world.stored()].filter((doc) => doc.includes('|look~')).length
    const before = count()
    await sam.says('Is Quarry ready to transact?')
    await sam.says('Has Alder signed the MPA?')
    await sam.says('Can Japan work with Germany?')
    expect(count()).toBe(before + 2)
  })

  it('reminds a company once a day', async () => {
    await sam.says('Has Quarry signed the MPA?')
    const first = await sam.presses('Remind to sign the MPA: Quarry')
    expect(first.text).toMatch(/^No\n[\s\S]*Reminder sent to those at Quarry/)
    expect(first.buttons.map(({ title }) => title)).not.toContain('Remind to sign the MPA: Quarry')
    await sam.says('Has Quarry signed the MPA?')
    const second = await sam.presses('Remind to sign the MPA: Quarry')
    expect(second.text).toMatch(/^No\n[\s\S]*was reminded on/)
    await world.settle()
    expect(
      (await world.mails('bob@quarry.example')).filter(({ subject }) =>
        subject.includes('Please sign the Microsoft Partner Agreement'),
      ).length,
    ).toBe(1)
  })
})
