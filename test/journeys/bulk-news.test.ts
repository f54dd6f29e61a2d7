import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { met } from '../support/met.ts'
import type { Shown } from '../support/shown.ts'
import { type Person, startWorld, type World } from '../support/world.ts'
import { mpnIdOf, tenantIdOf } from './companies.ts'
import { joins, provider } from './invited.ts'
import { customerId, customerName, soldBefore, subscriptionId } from './many.ts'
import { shopOf } from './selling.ts'

let world: World
let ann: Person
let hal: Person
let alder: Person
let everybody: readonly Person[]

const ALDER = { tenantId: tenantIdOf(0), name: 'Alder' }
const HARBOR = { tenantId: tenantIdOf(1), name: 'Harbor' }
/** Who of the reseller is told. */
const ALDERS = ['ann@alder.example', 'ada@alder.example']

beforeAll(async () => {
  world = await startWorld({ SANDBOX_WORLD: shopOf({ name: 'alder' }, provider('harbor')) })
  const who = ['ann', 'hal', 'sal', 'ada']
  everybody = await met(world, ...who.flatMap((one) => [`${one}@harbor.example`, `${one}@alder.example`]))
  ann = named('ann@harbor.example')
  hal = named('hal@harbor.example')
  alder = named('ann@alder.example')
  await joins(world, alder, mpnIdOf(0), ann)
  await soldBefore(world.databaseFile, HARBOR, { count: 150, each: 2, served: ALDER })
  await world.settle()
  lookAway()
}, 120_000)
afterAll(() => world.close())

function named(email: string): Person {
  const found = everybody.find((one) => one.email === email)
  if (!found) throw new Error(`nobody has ${email}`)
  return found
}

/** What each of these was told, one card each; the others were told nothing. */
function toldOnly(emails: readonly string[]): readonly Shown[] {
  const cards = everybody.map((one) => ({ email: one.email, news: one.news() })).filter(({ news }) => news.length > 0)
  expect(cards.map(({ email, news }) => [email, news.length])).toEqual(emails.map((email) => [email, 1]))
  return cards.flatMap(({ news }) => news)
}

function lookAway(): void {
  for (const one of everybody) one.news()
}

async function checks(agent: Person, kind: 'reseller' | 'support', rows: readonly string[]): Promise<Shown> {
  await agent.says('bulk')
  await agent.taps('bulk-start', { kind })
  await agent.presses('Check the rows', { Rows: rows.join('\n') })
  await world.settle()
  return agent.presses('Refresh')
}

const rowsOf = (from: number, count: number, value: string) =>
  Array.from({ length: count }, (_, n) => {
    const at = from + Math.floor(n / 2)
    return `${customerId(at)},${subscriptionId(at, n % 2)},${value}`
  })

const confirm = (rows: number) => `Confirm ${rows} rows`

describe('What a job changes', () => {
  it('is told each partner once, with how much it was, of whom and by whom', async () => {
    await checks(ann, 'reseller', rowsOf(0, 120, ALDER.name))
    await ann.presses(confirm(120))
    await world.settle()
    expect((await ann.presses('Refresh')).text).toContain('Changed\n120')
    const [card] = toldOnly(ALDERS)
    expect(card?.text).toContain('You are the reseller of 120 subscriptions')
    expect(card?.text).toContain('Harbor associated Alder with 120 subscriptions of 60 customers')
    expect(card?.text).toContain(`${[0, 1, 2, 3, 4].map(customerName).join(', ')}, and 55 more`)
    const view = card?.buttons.find(({ title }) => title === 'View customers')
    expect((await alder.taps(view?.verb ?? '', view?.data ?? {})).text).toContain(customerName(0))
  })

  it('is told both support contacts, and nobody of what they did themselves', async () => {
    await checks(ann, 'support', rowsOf(0, 3, ALDER.name))
    await ann.presses(confirm(3))
    await world.settle()
    const contacts = [
      'hal@harbor.example',
      'hal@alder.example',
      'ann@alder.example',
      'ada@harbor.example',
      'ada@alder.example',
    ]
    const cards = toldOnly(inOrder(contacts))
    const texts = cards.map(({ text }) => text)
    expect(
      texts.filter((text) => text.includes('Alder the designated support contact for 3 subscriptions of 2')),
    ).toHaveLength(3)
    expect(texts.filter((text) => text.includes('you are no longer the designated support contact'))).toHaveLength(2)
    // A help desk agent gives one back: now he is the one who did it.
    await checks(hal, 'support', rowsOf(0, 2, HARBOR.name))
    await hal.presses(confirm(2))
    await world.settle()
    toldOnly(inOrder(['ann@harbor.example', ...contacts.filter((one) => one !== hal.email)]))
  })

  it('is told on a stop, and the rest at the end: each change once', async () => {
    await checks(ann, 'reseller', rowsOf(60, 160, ALDER.name))
    const job = (ann.tapOf('Refresh').data as { bulk: string }).bulk
    await ann.presses(confirm(160))
    await until(async () => /Changed\n[1-9]/.test((await ann.taps('bulk-progress', { bulk: job })).text))
    await ann.taps('bulk-stop', { op: 'STOPSTOPSTOPSTOP', bulk: job })
    await world.settle()
    const [first] = toldOnly(ALDERS)
    const sofar = changesIn(first)
    expect((await ann.taps('bulk-progress', { bulk: job })).text).toContain(`Changed\n${sofar}`)
    expect(sofar).toBeLessThan(160)
    await ann.presses('Continue')
    await world.settle()
    const [second] = toldOnly(ALDERS)
    expect(sofar + changesIn(second)).toBe(160)
  })

  it('is not told of what Partner Center refused: the card of the job says that', async () => {
    await world.fault({ port: 'partnerCenter', operation: 'changeSubscription', times: 1, outcome: 'refused' })
    await checks(ann, 'reseller', rowsOf(140, 4, ALDER.name))
    await ann.presses(confirm(4))
    await world.settle()
    const done = await ann.presses('Refresh')
    expect(done.text).toContain('Changed\n3')
    expect(done.text).toContain('Failed at Partner Center\n1')
    const [card] = toldOnly(ALDERS)
    expect(changesIn(card)).toBe(3)
  })

  it('is told in Japanese, too', async () => {
    await alder.says('language ja')
    lookAway()
    await checks(ann, 'reseller', rowsOf(142, 3, ALDER.name))
    await ann.presses(confirm(3))
    await world.settle()
    const [card] = alder.news()
    expect(card?.text).toContain('サブスクリプション 3 件のリセラーになりました')
    expect(card?.text).toContain(
      `「Harbor」が、2 社の顧客 (「${customerName(142)}」「${customerName(143)}」) のサブスクリプション 3 件に`,
    )
    expect(card?.buttons.map(({ title }) => title)).toContain('顧客を表示する')
  })
})

/** As everybody stands. */
const inOrder = (emails: readonly string[]): readonly string[] =>
  everybody.map(({ email }) => email).filter((email) => emails.includes(email))

const changesIn = (card: Shown | undefined): number =>
  Number(/You are the reseller of (\d+) subscription/.exec(card?.text ?? '')?.[1])

async function until(isSo: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 1_000; tries++) {
    if (await isSo()) return
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  throw new Error('it never came to that')
}
