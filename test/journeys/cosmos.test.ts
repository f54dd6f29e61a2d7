import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { words } from '../../cards/words/words.ts'
import { type CosmosFake, type Fault, startCosmosFake } from '../support/cosmos-fake.ts'
import { type Person, startWorld, type Typed, type World } from '../support/world.ts'

const en = words('en-US', 'UTC')
const SENTENCES = [en.apology.notExecuted.text, en.apology.unknown.text]

/** What may befall a batch, and whether it was carried out before. */
const FAULTS: readonly (Fault & { name: string })[] = [
  { name: 'throttled', status: 429, headers: { 'x-ms-retry-after-ms': '20' }, times: 2 },
  { name: 'asked to retry', status: 449, times: 2 },
  { name: 'not available', status: 503, times: 2 },
  { name: 'timed out before it was written', status: 408 },
  { name: 'timed out after it was written', status: 408, phase: 'after' },
  { name: 'reset before it was written', destroy: true },
  { name: 'reset after it was written', destroy: true, phase: 'after' },
]

const STEPS: readonly [button: string, typed: Typed][] = [
  ['Next', {}],
  ['Next', { 'MPN ID': '4200201' }],
  [
    'Next',
    {
      'Address line 1': '1-1-1 Marunouchi',
      City: 'Chiyoda',
      'State or prefecture': 'Tokyo',
      'Postal code': '100-0005',
    },
  ],
  ['Next', { "That's me": true }],
  ['Next', { 'Support email': 'support@aozora-soft.example' }],
  ['Next', { 'I may act for my company': true }],
  ['Enroll now', {}],
]

describe('an enrollment on Cosmos DB', () => {
  let cosmos: CosmosFake
  let world: World
  let taro: Person

  beforeAll(async () => {
    cosmos = await startCosmosFake()
    world = await startWorld({ COSMOS_ENDPOINT: cosmos.endpoint, COSMOS_KEY: cosmos.key })
    taro = await world.person('taro.aoki@aozora-soft.example')
    await taro.says('language en')
    await taro.says('enroll')
  })

  afterAll(async () => {
    await world.close()
    await cosmos.close()
  })

  it('takes each step once, whatever befalls its write', async () => {
    for (const [n, [button, typed]] of STEPS.entries()) {
      const { name: _, ...fault } = FAULTS[n % FAULTS.length] ?? {}
      cosmos.faults({ match: 'batch', ...fault })
      await pressUntilTaken(taro, button, typed)
      cosmos.heal()
    }
    await world.settle()
    expect((await world.mails('taro.aoki@aozora-soft.example')).map(({ subject }) => subject)).toHaveLength(1)
    const history = await taro.says('history')
    for (const event of [
      en.event({ type: 'EnrollmentStarted' } as never),
      en.event({ type: 'EnrollmentSubmitted' } as never),
    ])
      expect(history.text.split('\n').filter((line) => line === event)).toHaveLength(1)
  })

  it('says that nothing was changed while the account takes no writes, and goes on when it does', async () => {
    cosmos.faults({ match: 'batch', status: 429, headers: { 'x-ms-retry-after-ms': '50' }, times: 1000 })
    const card = await taro.says('status')
    await taro.presses('Withdraw', {}, { on: card })
    const said = await taro.presses('Yes')
    expect(said.text).toContain(en.apology.notExecuted.text)
    cosmos.heal()
    expect((await taro.says('status')).text).toContain(en.status.title(en.terms.enrollmentStates.contactPending))
  })

  it('says that it could not confirm a write whose answer never comes, and the same button settles it', async () => {
    const card = await taro.says('status')
    await taro.presses('Withdraw', {}, { on: card })
    const question = taro.sees
    cosmos.faults({ match: 'batch', hang: true, phase: 'after', times: 1000 })
    const said = await taro.presses('Yes', {}, { on: question })
    expect(said.text).toContain(en.apology.unknown.text)
    cosmos.heal()
    const settled = await taro.presses('Yes', {}, { on: question })
    expect(settled.text).toContain(en.status.title(en.terms.enrollmentStates.withdrawn))
    await world.settle()
    const withdrawals = (await taro.says('history')).text
      .split('\n')
      .filter((line) => line === en.event({ type: 'EnrollmentWithdrawn' } as never))
    expect(withdrawals).toHaveLength(1)
  })
})

/** Presses, and presses again as the note says, until a card answers; never more than the sentences promise. */
async function pressUntilTaken(person: Person, button: string, typed: Typed): Promise<void> {
  const on = person.sees
  for (let tries = 0; tries < 4; tries++) {
    const answer = await person.presses(button, typed, { on })
    if (answer.buttons.length > 0) return
    expect(SENTENCES.some((sentence) => answer.text.includes(sentence))).toBe(true)
  }
  throw new Error(`“${button}” was never taken`)
}
