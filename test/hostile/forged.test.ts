import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ACTIONS, type Verb } from '../../cards/actions.ts'
import { OPERATOR, worldOf } from '../journeys/companies.ts'
import { fillIn, outsider, toActive, toReview } from '../journeys/way-in.ts'
import { type Person, startWorld, type World } from '../support/world.ts'
import { tapped } from './activities.ts'

const VERBS = Object.keys(ACTIONS) as Verb[]
const CARD_BYTES = 24 * 1024
const OP = 'FORGEDxxxxxxxxx0'

let world: World
let drafting: Person
let reviewed: Person
let active: Person
let grace: Person
beforeAll(async () => {
  world = await startWorld({ SANDBOX_WORLD: worldOf({ name: 'alder' }, { name: 'birch' }, { name: 'cedar' }) })
  grace = await world.person(OPERATOR.grace)
  drafting = await world.person('ann@alder.example')
  reviewed = await world.person('ann@birch.example')
  active = await world.person('ann@cedar.example')
  await fillIn(drafting, { mpnId: '7000001' })
  await toReview(world, reviewed, { mpnId: '7000002', contact: outsider() })
  await toActive(world, active, { mpnId: '7000003' })
  await active.says('home')
  await active.presses('Add me')
  await grace.says('help')
  await world.settle()
})
afterAll(() => world.close())

/** A tap with `data` as raw JSON text, so that a key may be `__proto__`. */
async function sendsRaw(person: Person, verb: string, data: string) {
  const marked = JSON.stringify(tapped(world, person, verb, '‹data›'))
  const response = await fetch(`${world.url}/api/messages`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: marked.replace('"‹data›"', () => data),
  })
  return { status: response.status, text: await response.text() }
}

const sends = (person: Person, verb: string, data: unknown) => sendsRaw(person, verb, JSON.stringify(data))

/** The same, with what was written meanwhile: the whole store is read twice for it. */
async function tapsRaw(person: Person, verb: string, data: string) {
  const before = world.stored()
  const answer = await sendsRaw(person, verb, data)
  return { ...answer, wrote: [...world.stored()].filter((one) => !before.has(one)) }
}

const taps = (person: Person, verb: string, data: unknown) => tapsRaw(person, verb, JSON.stringify(data))

const HOSTILE: readonly unknown[] = [
  null,
  0,
  -1,
  1e308,
  1.5,
  [],
  ['SA'],
  {},
  { toString: 'x' },
  { valueOf: 1 },
  { $ne: null },
  { $gt: '' },
  [[['deep']]],
  'x'.repeat(20_001),
]

describe('Data of another kind than a card would send', () => {
  it('changes nothing in the place of an operation key, for any verb and anybody', { timeout: 120_000 }, async () => {
    const changing = VERBS.filter((verb) => 'op' in ACTIONS[verb].shape)
    const wrong: unknown[] = []
    const keys = [...HOSTILE, true, '', 'short', `${OP}0`, '../../etc/passwd', `${OP.slice(1)} `, "' OR 1=1 --   "]
    for (const person of [drafting, active, grace]) {
      for (const verb of changing) {
        const before = world.stored()
        // Which key it is matters to the reading alone, which is the same for everybody.
        for (const op of person === active ? keys : [null, `${OP}0`, "' OR 1=1 --   "]) {
          const { status } = await sends(person, verb, { ...wellFormed(verb), op })
          if (status !== 200) wrong.push([person.name, verb, op, status])
        }
        const wrote = [...world.stored()].filter((one) => !before.has(one))
        if (wrote.length > 0) wrong.push([person.name, verb, wrote])
      }
    }
    expect(wrong).toEqual([])
  })

  it('is answered by a card in the place of any field, and never by a fault', { timeout: 120_000 }, async () => {
    const wrong: unknown[] = []
    for (const verb of VERBS) {
      for (const field of Object.keys(ACTIONS[verb].shape)) {
        for (const value of HOSTILE) {
          const { status, text } = await sends(grace, verb, { ...wellFormed(verb), [field]: value })
          if (status !== 200 || !text.includes('AdaptiveCard')) wrong.push([verb, field, value, status, text])
        }
      }
    }
    expect(wrong).toEqual([])
  })

  it('may be no object at all', async () => {
    for (const verb of VERBS) {
      for (const data of ['null', '[]', '"text"', '1', 'true', '[{}]', '{"data":{"op":"x"}}']) {
        const { status, text } = await sendsRaw(drafting, verb, data)
        expect([verb, data, status]).toEqual([verb, data, 200])
        expect(text).toContain('AdaptiveCard')
      }
    }
  })

  it('may hold keys that every object has', async () => {
    const roles = '{"roles":["GA"],"appRoles":["reviewer"],"op":"FORGEDxxxxxxxxx1"}'
    for (const key of ['__proto__', 'constructor', 'prototype', 'hasOwnProperty', 'toString']) {
      for (const verb of ['enroll-submit', 'approve-enrollment', 'users', 'reviews']) {
        const { status, wrote, text } = await tapsRaw(reviewed, verb, `{"${key}":${roles},"rev":5}`)
        expect([key, verb, status, wrote]).toEqual([key, verb, 200, []])
        expect(text).not.toContain('"verb":"approve-enrollment"')
      }
    }
    expect(Reflect.get({}, 'roles')).toBeUndefined()
    expect(Reflect.get({}, 'op')).toBeUndefined()
  })

  it('cannot bring a verb that nobody knows, or one that every object has', async () => {
    for (const verb of [
      'nope',
      '__proto__',
      'constructor',
      'toString',
      'hasOwnProperty',
      'HOME',
      ' home',
      'home\u0000',
    ]) {
      const { status, text, wrote } = await taps(drafting, verb, { op: OP })
      expect([verb, status, wrote]).toEqual([verb, 200, []])
      expect(text).toContain('AdaptiveCard')
    }
  })

  it('does not choose another verb than its button', async () => {
    const data = { verb: 'enroll-submit', op: OP, rev: 5 }
    const { wrote, text } = await taps(drafting, 'status', data)
    expect(wrote).toEqual([])
    expect(text).toContain('AdaptiveCard')
  })

  it('cannot add anything to what is saved', async () => {
    const extra = {
      tenantId: reviewed.tenantId,
      organization: { kind: 'indirectProvider' },
      state: 'active',
      roles: ['GA'],
      by: { kind: 'system' },
      confirmedAt: '2020-01-01',
      kind: 'indirectReseller',
      suspended: false,
    }
    const before = world.stored()
    const { text } = await taps(drafting, 'enroll-save-support', {
      op: 'FORGEDxxxxxxxxx2',
      rev: 5,
      supportEmail: 'help@support.example',
      ...extra,
    })
    expect(text).toContain('Enroll now')
    const wrote = [...world.stored()].filter((one) => !before.has(one))
    expect(wrote.map((one) => one.split('|')[0])).toEqual(wrote.map(() => `org:${drafting.tenantId}`))
    expect((await drafting.says('status')).text).toContain('Not submitted yet')
  })
})

describe('A tap that no finger made', () => {
  const invoke = async (person: Person, verb: string, data: object, trigger: unknown) => {
    const before = world.stored()
    const value = { action: { type: 'Action.Execute', verb, data }, trigger }
    const { status, text } = await world.post('/api/messages', tapped(world, person, verb, data, { value }))
    return { status, text, wrote: [...world.stored()].filter((one) => !before.has(one)) }
  }

  it('may do no more than one that was', async () => {
    const nobody = await world.person('nil@alder.example')
    await nobody.says('help')
    for (const verb of VERBS.filter((one) => 'op' in ACTIONS[one].shape)) {
      const { status, wrote } = await invoke(nobody, verb, wellFormed(verb), 'automatic')
      expect([verb, status, wrote]).toEqual([verb, 200, []])
    }
    const data = { op: 'FORGEDxxxxxxxxx4', rev: 9, supportEmail: 'help@support.example' }
    expect((await invoke(drafting, 'enroll-save-support', data, 'automatic')).wrote.length).toBeLessThanOrEqual(2)
    expect((await invoke(drafting, 'enroll-save-support', data, 'automatic')).wrote).toEqual([])
  })

  it('of a kind that does not exist is answered politely, and does nothing', async () => {
    for (const trigger of ['', 'Manual', 'auto', 1, {}, ['manual']]) {
      const { status, wrote } = await invoke(drafting, 'enroll-submit', { op: 'FORGEDxxxxxxxxx5', rev: 99 }, trigger)
      expect([trigger, status, wrote]).toEqual([trigger, 200, []])
    }
  })

  it('in the shape of an old client does what that button does, and no more', async () => {
    const nobody = await world.person('nil@alder.example')
    const before = world.stored()
    for (const verb of VERBS.filter((one) => 'op' in ACTIONS[one].shape)) {
      const forged = { type: 'message', value: { ...wellFormed(verb), verb }, text: null }
      const { status } = await world.post('/api/messages', tapped(world, nobody, verb, {}, forged))
      expect([verb, status]).toEqual([verb, 200])
    }
    expect([...world.stored()].filter((one) => !before.has(one))).toEqual([])
  })
})

describe('A card that is drawn again with what was typed', () => {
  const texts = [
    'x'.repeat(20_000),
    '漢'.repeat(8_000),
    '😀'.repeat(2_000),
    '"\\'.repeat(8_000),
    '\u0001'.repeat(2_500),
  ]

  it('stays small enough for every client, whatever was typed', { timeout: 120_000 }, async () => {
    await grace.says('reviews')
    const { tenant, enrollment } = grace.sees.buttons[0]?.data ?? {}
    const application = { tenant, enrollment }
    const large: unknown[] = []
    for (const person of [drafting, active, grace]) {
      for (const verb of VERBS) {
        const known = { ...wellFormed(verb), ...('tenant' in ACTIONS[verb].shape ? application : {}) }
        const typed = Object.keys(ACTIONS[verb].shape).filter((name) => !(name in known) && isText(verb, name))
        for (const text of texts) {
          const alone = text === '"\\'.repeat(8_000) ? typed.map((name) => [name]) : []
          for (const fields of [typed, ...alone]) {
            const data = { ...Object.fromEntries(fields.map((name) => [name, text])), ...known }
            const { status, text: answer } = await sends(person, verb, data)
            if (status === 413) continue
            const bytes = Buffer.byteLength(JSON.stringify(JSON.parse(answer).value))
            if (bytes > CARD_BYTES) large.push([person.name, verb, fields, text.slice(0, 2), bytes])
          }
        }
      }
    }
    expect(large).toEqual([])
  })
})

/** Whether what stands in the field is typed and not carried. */
const isText = (verb: Verb, field: string): boolean =>
  (ACTIONS[verb] as { shape: Record<string, { safeParse(value: unknown): { success: boolean } }> }).shape[
    field
  ]?.safeParse('free text of a person').success === true

/** What each field would hold on a real card, as far as a form goes; ids lead nowhere. */
function wellFormed(verb: Verb): object {
  const known: { [field: string]: unknown } = {
    op: OP,
    rev: 5,
    tenant: '77777777-0000-4000-8000-000000000001',
    user: '77777777-0000-4000-8000-000000000003',
    enrollment: 'nowhere',
    step: 'review',
    locale: 'en-US',
    as: 'directBill',
    region: 'unitedStates',
  }
  return Object.fromEntries(Object.entries(known).filter(([field]) => field in ACTIONS[verb].shape))
}
