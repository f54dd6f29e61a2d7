import { DatabaseSync } from 'node:sqlite'
import { describe, expect, it } from 'vitest'
import type { Input, Shown } from '../support/shown.ts'
import { type Person, startWorld, type World } from '../support/world.ts'
import { mpnIdOf, OPERATOR, type Sketch, worldOf } from './companies.ts'
import { answer, toActive, toReview } from './way-in.ts'

const STEPS = 500

const COMPANIES: readonly Sketch[] = [
  { name: 'alder' },
  { name: 'birch' },
  { name: 'elm', mpnId: mpnIdOf(1) },
  { name: 'cedar', country: 'JP', locale: 'ja-JP' },
  { name: 'prov', kind: 'indirectProvider' },
  { name: 'direct', kind: 'directBill' },
]
const PHRASES = [
  'help',
  'enroll',
  'status',
  'sign mpa',
  'users',
  'add user',
  'reviews',
  'register a provider',
  'mark for offboarding',
  'business profile',
  '登録',
  '審査',
  'nonsense',
]
const ODD = [
  '',
  ' ',
  'x'.repeat(3000),
  '\u202e\u0000',
  'kim@gmail.com',
  '<b>*x*</b>[a](http://b)',
  '０',
  '💣',
  '{link}',
  "'; --",
]
/** How often a button is pressed, beside the others at six. */
const WEIGHTS: Readonly<Record<string, number>> = {
  language: 0,
  home: 1,
  history: 1,
  reviews: 2,
  'enroll-withdraw': 1,
  'decline-form': 1,
}

type Dice = { <T>(sides: readonly [T, ...T[]] | readonly T[]): T; below(chance: number): boolean }

/** The same throws for the same seed. */
function diceOf(seed: number): Dice {
  let state = seed
  const next = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 2 ** 32
  }
  const pick = <T>(sides: readonly T[]): T => {
    const side = sides[Math.floor(next() * sides.length)]
    if (side === undefined) throw new Error('a dice without sides')
    return side
  }
  return Object.assign(pick, { below: (chance: number) => next() < chance })
}

/** What somebody of this company might type, mostly something sensible. */
function typed({ id, type, value, choices }: Input, { email }: Person, dice: Dice): string {
  if (value !== '' && dice.below(0.4)) return value
  if (dice.below(0.05)) return dice(ODD)
  if (choices.length > 0) return dice(choices).value
  if (type === 'Input.Toggle') return dice(['true', 'true', 'false'])
  const [, domain = ''] = email.split('@')
  const at = COMPANIES.findIndex(({ name }) => domain === `${name}.example`)
  const sensible: Readonly<Record<string, readonly string[]>> = {
    mpnId: [COMPANIES[at]?.mpnId ?? mpnIdOf(Math.max(at, 0))],
    email: [`kim@${domain}`, `zoe@${domain}`, 'kim@consulting.example', 'kim@gone.invalid'],
    adminWorkEmail: [email],
    supportEmail: ['help@support.example'],
    postalCode: [domain === 'cedar.example' ? '1000005' : '98101'],
    company: COMPANIES.map(({ name }) => name),
    phone: ['+81 3-5555-0100'],
    supportPhone: ['03-5555-0100'],
    documentLink: ['https://files.example/a'],
    website: ['https://www.example'],
    supportWebsite: ['https://www.example'],
  }
  return dice(sensible[id] ?? ['Alder Ltd.', 'なにか', 'Kim'])
}

/** One thing that somebody does; the card they then see, where they see one. */
async function deed(world: World, person: Person, cards: Shown[], dice: Dice): Promise<Shown | undefined> {
  if (dice.below(0.02)) return void (await world.advance(dice(['PT1H', 'P1D', 'P4D', 'P15D'])))
  if (dice.below(0.02)) {
    const [port, outcome] = [
      dice(['partnerCenter', 'directory', 'mailer', 'connector']),
      dice(['unavailable', 'lostReply', 'refused']),
    ]
    return void (await world.fault({ port, operation: '*', times: 1, outcome }))
  }
  if (dice.below(0.05)) {
    const links = (await world.mails()).flatMap((mail) => mail.links.filter((link) => link.includes('/verify/')))
    if (links.length === 0) return
    const link = dice(links.slice(0, 8)).slice(world.url.length)
    const page = await answer(
      world,
      link,
      dice([{ signedUp: true, belongsToCompany: true }, { signedUp: true }, { denies: true }]),
    )
    expect(page.status).toBeLessThan(500)
    return
  }
  const card = dice.below(0.75) ? cards.at(-1) : cards[0]
  const buttons = (card?.buttons ?? []).flatMap((button) =>
    Array<typeof button>(WEIGHTS[button.verb ?? ''] ?? 6).fill(button),
  )
  if (!card || buttons.length === 0 || dice.below(0.1)) return person.says(dice(PHRASES))
  const { verb, data } = dice(buttons)
  if (verb === undefined) return
  const inputs = Object.fromEntries(card.inputs.map((input) => [input.id, typed(input, person, dice)]))
  const taps = Array.from({ length: dice.below(0.2) ? 2 : 1 }, () => person.taps(verb, { ...data, ...inputs }))
  return (await Promise.all(taps)).at(-1)
}

type Root = {
  state: {
    tenantId: string
    enrollment: { state: string; application?: { mpnId: string } }
    mpnId?: string
    roleOrders?: unknown[]
  }
}

/** What must be true of the store when everything has come to rest. */
function atRest(world: World): void {
  const db = new DatabaseSync(world.databaseFile, { readOnly: true })
  const waiting = db.prepare("SELECT pk, id, body FROM docs WHERE id LIKE 'ob:%' AND due IS NOT NULL").all()
  const roots = db
    .prepare("SELECT body FROM docs WHERE id = 'root' AND pk LIKE 'org:%'")
    .all()
    .map(({ body }) => (JSON.parse(String(body)) as Root).state)
  db.close()
  expect(waiting).toEqual([])
  for (const { roleOrders = [] } of roots) expect(roleOrders).toEqual([])
  const ended = ['none', 'draft', 'withdrawn', 'declined']
  const taken = roots.flatMap(
    ({ enrollment, mpnId }) => mpnId ?? (ended.includes(enrollment.state) ? [] : (enrollment.application?.mpnId ?? [])),
  )
  expect(new Set(taken).size).toBe(taken.length)
}

describe('Whatever is pressed in whatever order', () => {
  it.each([1, 2, 3])('nobody meets a defect, and everything comes to rest (%i)', async (seed) => {
    const dice = diceOf(seed)
    const world = await startWorld({ SANDBOX_WORLD: worldOf(...COMPANIES) })
    try {
      const admins = COMPANIES.flatMap(({ name }) =>
        ['ann', 'ann', 'ann', 'bob', 'uma', 'mia', 'bea', 'nil'].map((who) => `${who}@${name}.example`),
      )
      const emails = [
        ...admins,
        ...Array(8).fill(OPERATOR.grace),
        ...Array(4).fill(OPERATOR.gen),
        OPERATOR.sam,
      ] as string[]
      const people = new Map<string, Person>()
      for (const email of new Set(emails)) people.set(email, await world.person(email))
      await toActive(world, await world.person('ann@alder.example'), { mpnId: mpnIdOf(0) })
      await toReview(world, await world.person('ann@birch.example'), { mpnId: mpnIdOf(1) })
      const seen = new Map<string, Shown[]>()
      for (let step = 0; step < STEPS; step++) {
        const email = dice(emails)
        const person = people.get(email)
        if (!person) continue
        const cards = [...(seen.get(email) ?? []), ...person.news()].filter(({ buttons }) => buttons.length > 0)
        const shown = await deed(world, person, cards, dice)
        seen.set(email, [...cards, ...(shown ? [shown] : [])].slice(-8))
        expect(shown?.text ?? '').not.toMatch(/Something went wrong|問題が発生しました|undefined|\[object|NaN/)
        expect(JSON.stringify(shown?.card ?? {}).length).toBeLessThan(28_000)
        if (dice.below(0.2)) await world.settle()
      }
      for (let tries = 0; tries < 6; tries++) {
        await world.advance('PT11M')
        await world.settle()
      }
      atRest(world)
      const everybody = JSON.parse((await world.get('/sandbox/people', 'application/json')).text) as {
        company: string
        directoryRoles: string[]
        disabled: boolean
      }[]
      const ruled = new Set(
        everybody
          .filter(({ directoryRoles, disabled }) => !disabled && directoryRoles.includes('GA'))
          .map(({ company }) => company),
      )
      expect(ruled.size).toBe(COMPANIES.length)
    } finally {
      await world.close()
    }
  })
})
