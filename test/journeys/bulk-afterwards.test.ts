import { DatabaseSync } from 'node:sqlite'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { chatOf, lastMessage } from '../support/chat.ts'
import { met } from '../support/met.ts'
import { type Person, startWorld, type World } from '../support/world.ts'
import { mpnIdOf, OPERATOR, tenantIdOf } from './companies.ts'
import { joins, provider } from './invited.ts'
import { customerId, soldBefore, subscriptionId } from './many.ts'
import { shopOf } from './selling.ts'

const HARBOR = { tenantId: tenantIdOf(1), name: 'Harbor' }

let world: World
let ann: Person
let alder: Person
let sam: Person

beforeAll(async () => {
  world = await startWorld({ SANDBOX_WORLD: shopOf({ name: 'alder' }, provider('harbor')) })
  ;[ann, alder, sam] = await met(world, 'ann@harbor.example', 'ann@alder.example', OPERATOR.sam)
  await joins(world, alder, mpnIdOf(0), ann)
  await soldBefore(world.databaseFile, HARBOR, { count: 80, each: 2 })
  await world.settle()
}, 120_000)
afterAll(() => world.close())

/** @returns the job's id, checked and not yet confirmed */
async function begins(from: number, count: number): Promise<string> {
  await ann.says('bulk')
  await ann.taps('bulk-start', { kind: 'reseller' })
  const rows = Array.from({ length: count }, (_, n) => [customerId(from + n), subscriptionId(from + n, 0), 'Alder'])
  await ann.presses('Check the rows', { Rows: rows.map((row) => row.join(',')).join('\n') })
  await world.settle()
  await ann.presses('Refresh')
  return (ann.tapOf('Refresh').data as { bulk: string }).bulk
}

/** How many documents hold rows of a job. */
const rowsKept = (job: string): number => kept(`blk:${job}`, 'row:')

/** How many documents of a partition have an id that begins so. */
function kept(partition: string, begins: string): number {
  const db = new DatabaseSync(world.databaseFile, { readOnly: true })
  const row = db.prepare('SELECT count(*) AS n FROM docs WHERE pk = ? AND id LIKE ?').get(partition, `${begins}%`)
  db.close()
  return Number(row?.n)
}

const fileOf = (person: Person): string => person.sees.buttons.find(({ url }) => url?.includes('/download/'))?.url ?? ''

const titles = (person: Person) => person.sees.buttons.map(({ title }) => title)

describe('A job in the history', () => {
  it('stands there when it is begun, confirmed, stopped and done, for its own company and for support', async () => {
    const job = await begins(0, 60)
    await ann.presses('Confirm 60 rows')
    await ann.taps('bulk-stop', { op: 'STOPSTOPSTOPSTOP', bulk: job })
    await world.settle()
    await ann.taps('bulk-progress', { bulk: job })
    await ann.presses('Continue')
    await world.settle()
    const told = [
      ['Bulk job started: reseller of record · 60 rows given', 1],
      ['Bulk job confirmed: reseller of record', 2],
      ['Bulk job stopped: reseller of record', 1],
      ['Bulk job done: reseller of record, 60 rows done', 1],
    ] as const
    const counted = (lines: readonly string[]) =>
      told.map(([text]) => [text, lines.filter((line) => line.includes(text)).length])
    const asked = { operation: 'P32' }
    const own = await pagesOf(ann, asked)
    expect(counted(own)).toEqual(told)
    expect(own.join('\n')).not.toContain('rows done ·')
    const others = await pagesOf(alder, asked)
    expect(others.join('\n')).not.toContain('Bulk job')
    const support = await pagesOf(sam, { ...asked, company: HARBOR.tenantId })
    expect(counted(support)).toEqual(told)
    await ann.says('language ja')
    expect((await pagesOf(ann, asked)).join('\n')).toContain('一括処理が完了: 指名リセラー、実行 60 行、実行不要 0 行')
    await ann.says('language en')
  })
})

/** The titles of all rows of a history. */
async function pagesOf(person: Person, asked: object): Promise<readonly string[]> {
  const lines: string[] = []
  let card = await person.taps('history', asked)
  for (let pages = 0; pages < 40; pages++) {
    lines.push(...card.text.split('\n'))
    const older = card.buttons.find(({ data }) => data.after !== undefined)
    if (!older?.verb) return lines
    card = await person.taps(older.verb, older.data)
  }
  throw new Error('a history without an end')
}

describe('The rows of a job', () => {
  it('are deleted thirty days after its end: it leaves the list, and its card says so', async () => {
    const job = await begins(60, 4)
    const { id } = lastMessage(world, ann)
    await ann.taps('bulk-progress', { bulk: job }, { on: id })
    expect(kept(`copies:blk.${job}`, 'of:')).toBe(1)
    await ann.presses('Confirm 4 rows')
    await world.settle()
    await world.advance('P29D')
    expect(rowsKept(job)).toBe(1)
    await ann.taps('bulk-results', { bulk: job })
    const url = fileOf(ann)
    expect(url).not.toBe('')
    await world.advance('P2D')
    expect(rowsKept(job)).toBe(0)
    expect(chatOf(world, ann).find((one) => one.id === id)?.card.text).toContain('The rows are no longer kept.')
    expect(kept(`copies:blk.${job}`, 'of:')).toBe(0)
    expect((await fetch(url, { method: 'POST', headers: { origin: world.url } })).status).not.toBe(200)
    expect((await ann.taps('bulk-results', { bulk: job })).text).toContain('Changed\n4')
    expect(ann.sees.text).toContain('The rows are no longer kept.')
    expect(fileOf(ann)).toBe('')
    expect(titles(ann)).not.toContain('Get all rows as a file')
    expect((await ann.says('bulk')).buttons.filter(({ data }) => data.bulk === job)).toEqual([])
  })

  it('are deleted after seven days where nobody confirmed it, and cannot be confirmed any more', async () => {
    const job = await begins(64, 4)
    const confirm = ann.tapOf('Confirm 4 rows')
    await world.advance('P6D')
    expect(rowsKept(job)).toBe(1)
    await world.advance('P2D')
    expect(rowsKept(job)).toBe(0)
    expect((await ann.taps(confirm.verb, confirm.data)).text).toContain('The rows are no longer kept.')
    await world.settle()
    expect((await ann.taps('bulk-progress', { bulk: job })).text).not.toContain('Running')
  })

  it('of jobs that were begun before they had a timer are deleted when somebody looks at the company’s jobs', async () => {
    const [looked, opened, young] = [await begins(72, 2), await begins(74, 2), await begins(76, 2)]
    await ann.presses('Confirm 2 rows')
    await world.settle()
    const older = [looked, opened, young]
    for (const job of older) withoutTimer(job)
    await world.advance('P8D')
    expect(older.map(rowsKept)).toEqual([1, 1, 1])
    // A stranger's look sweeps nothing.
    await alder.taps('bulk-progress', { bulk: opened })
    await world.settle()
    expect(rowsKept(opened)).toBe(1)
    expect((await ann.taps('bulk-progress', { bulk: opened })).text).toContain('The rows are no longer kept.')
    expect(titles(ann)).not.toContain('Confirm 2 rows')
    await world.settle()
    expect(older.map(rowsKept)).toEqual([1, 0, 1])
    await ann.says('bulk')
    await world.settle()
    expect(older.map(rowsKept)).toEqual([0, 0, 1])
    // Done and still within its thirty days.
    expect((await ann.says('bulk')).buttons.map(({ data }) => data.bulk)).toContain(young)
    await world.advance('P30D')
    expect(rowsKept(young)).toBe(1)
    await ann.says('bulk')
    await world.settle()
    expect(rowsKept(young)).toBe(0)
    expect((await ann.says('bulk')).buttons.filter(({ data }) => older.includes(String(data.bulk)))).toEqual([])
  })

  it('are deleted thirty days after a stop, with the way to continue; while it runs they stay', async () => {
    await world.fault({ port: 'partnerCenter', operation: 'changeSubscription', times: 1000, outcome: 'unavailable' })
    const job = await begins(68, 4)
    await ann.presses('Confirm 4 rows')
    await world.advance('P40D')
    expect(rowsKept(job)).toBe(1)
    await ann.taps('bulk-stop', { op: 'STOPSTOPSTOPSTOP', bulk: job })
    await world.advance('P31D')
    expect(rowsKept(job)).toBe(0)
    await ann.taps('bulk-progress', { bulk: job })
    expect(titles(ann)).not.toContain('Continue')
    await ann.taps('bulk-confirm', { op: 'CONTINUECONTINUE', bulk: job })
    await world.settle()
    expect((await ann.taps('bulk-progress', { bulk: job })).text).not.toContain('Running')
  })
})

/** Leaves a job as builds left it that knew no timer of it. */
function withoutTimer(job: string): void {
  const db = new DatabaseSync(world.databaseFile)
  const { changes } = db.prepare("UPDATE docs SET due = NULL WHERE pk = ? AND id = 'root'").run(`blk:${job}`)
  db.close()
  expect(changes).toBe(1)
}
