import { DatabaseSync } from 'node:sqlite'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { chatOf, lastMessage } from '../support/chat.ts'
import { met } from '../support/met.ts'
import { type Person, startWorld, type World } from '../support/world.ts'
import { mpnIdOf, tenantIdOf } from './companies.ts'
import { joins, provider } from './invited.ts'
import { customerId, customerName, soldBefore, subscriptionId } from './many.ts'
import { shopOf } from './selling.ts'

let world: World
let ann: Person
let sal: Person
let lagoon: Person
let alder: Person

const ALDER = mpnIdOf(0)
const HARBOR = { tenantId: tenantIdOf(2), name: 'Harbor' }

beforeAll(async () => {
  const file = shopOf({ name: 'alder' }, { name: 'birch' }, provider('harbor'), provider('lagoon'))
  world = await startWorld({ SANDBOX_WORLD: file })
  ;[ann, sal, lagoon, alder] = await met(
    world,
    'ann@harbor.example',
    'sal@harbor.example',
    'ann@lagoon.example',
    'ann@alder.example',
  )
  await joins(world, alder, ALDER, ann)
  await soldBefore(world.databaseFile, HARBOR, { count: 60, each: 2 })
  await soldBefore(world.databaseFile, HARBOR, {
    count: 10,
    each: 100,
    from: 1_000,
    credited: { after: 25, tenantId: tenantIdOf(0), name: 'Alder', mpnId: ALDER },
  })
  await soldBefore(world.databaseFile, { tenantId: tenantIdOf(3), name: 'Lagoon' }, { count: 2, each: 1, from: 5_000 })
  await world.settle()
}, 120_000)
beforeEach(async () => {
  for (const one of [ann, sal, lagoon, alder]) await one.says('language en')
})
afterAll(() => world.close())

const RESELLER = 'Reseller of record'

async function starts(agent: Person, kind: 'reseller' | 'support' = 'reseller') {
  await agent.says('bulk')
  return agent.presses('Choose', {}, { nth: kind === 'reseller' ? 1 : 2 })
}

async function pastes(agent: Person, rows: readonly string[], kind: 'reseller' | 'support' = 'reseller') {
  await starts(agent, kind)
  await agent.presses('Check the rows', { Rows: rows.join('\n') })
  await world.settle()
  return refreshed(agent)
}

const refreshed = (agent: Person) => agent.presses('Refresh')

const jobOn = (agent: Person): string => String((agent.tapOf('Refresh').data as { bulk: string }).bulk)

type Subscriptions = Record<
  string,
  { id: string; reseller?: { mpnId: string }; support: { name: string }; pending?: object }
>

/** The subscriptions of a customer as they are stored. */
function subscriptionsOf(n: number): Subscriptions {
  const db = new DatabaseSync(world.databaseFile, { readOnly: true })
  const row = db.prepare('SELECT body FROM docs WHERE pk = ? AND id = ?').get(`cus:${customerId(n)}`, 'root')
  db.close()
  const { state } = JSON.parse(String(row?.body)) as {
    state: { customer: { subscriptions: { id: string }[] } }
  }
  return Object.fromEntries(state.customer.subscriptions.map((one) => [one.id, one])) as unknown as Subscriptions
}

/** How often the reseller of each subscription was changed, by the audit. */
function changesOf(n: number, type: string): Map<string, number> {
  const db = new DatabaseSync(world.databaseFile, { readOnly: true })
  const rows = db
    .prepare("SELECT body FROM docs WHERE pk = ? AND id >= 'aud:' AND id < 'aud;'")
    .all(`cus:${customerId(n)}`)
  db.close()
  const counts = new Map<string, number>()
  for (const { body } of rows)
    for (const event of (JSON.parse(String(body)) as { events: { type: string; subscription?: string }[] }).events)
      if (event.type === type && event.subscription)
        counts.set(event.subscription, (counts.get(event.subscription) ?? 0) + 1)
  return counts
}

/** The file behind a link on the card. */
async function fileOf(agent: Person, title: string): Promise<string> {
  const url = agent.sees.buttons.find((button) => button.title === title)?.url
  if (!url) throw new Error(`no link ${title} on ${agent.sees.text}`)
  const response = await fetch(url, { method: 'POST', headers: { origin: world.url } })
  expect(response.status).toBe(200)
  return response.text()
}

describe('Many at once', () => {
  it('begins with what there is to do, from home and by a phrase', async () => {
    expect((await ann.says('一括処理')).text).toContain(RESELLER)
    await ann.says('home')
    expect((await ann.presses('In bulk')).text).toContain('nothing changes before you confirm')
  })

  it('sets resellers from pasted rows: checked first, confirmed, done, told row by row', async () => {
    const checked = await pastes(ann, [
      'Subscription,Customer,Reseller (MPN ID)',
      `Business Basic,${customerName(0)},${ALDER}`,
      `${subscriptionId(0, 1)},${customerId(0)},Alder`,
      `${subscriptionId(1, 0)},${customerId(1)},${tenantIdOf(0)}`,
    ])
    expect(checked.text).toContain('nothing is changed yet')
    expect(checked.text).toContain('Would change\n3')
    expect(subscriptionsOf(0)[subscriptionId(0, 0)]?.reseller).toBeUndefined()
    await ann.presses('Confirm 3 rows')
    await world.settle()
    const done = await refreshed(ann)
    expect(done.text).toContain('Changed\n3')
    expect(subscriptionsOf(0)[subscriptionId(0, 0)]?.reseller?.mpnId).toBe(ALDER)
    expect(subscriptionsOf(0)[subscriptionId(0, 1)]?.reseller?.mpnId).toBe(ALDER)
    expect(subscriptionsOf(1)[subscriptionId(1, 0)]?.reseller?.mpnId).toBe(ALDER)
  })

  it('does the same in Japanese, with headings in Japanese', async () => {
    await ann.says('言語 ja')
    await ann.says('一括処理')
    await ann.taps('bulk-start', { kind: 'support' })
    await ann.presses('内容を確認する', {
      行: [
        '顧客\tサブスクリプション\t指定のサポート連絡先',
        `${customerName(3)}\tExchange\tAlder`,
        `${customerName(3)}\tbusiness  basic\tHarbor`,
      ].join('\n'),
    })
    await world.settle()
    const checked = await ann.presses('最新の情報に更新')
    expect(checked.text).toContain('変更不要の行\n1')
    expect(checked.text).toContain('1 行目')
    expect(checked.buttons.map(({ title }) => title)).toContain('全行をファイルで取得する')
    await ann.presses('全行をファイルで取得する')
    const file = await fileOf(ann, 'ファイルをダウンロードする')
    expect(file.replace('\u{feff}', '').split('\r\n')[0]).toBe(
      '行,顧客,サブスクリプション,指定のサポート連絡先,結果,説明',
    )
    expect(file).toContain('実行不可')
  })

  it('names what is wrong with each row, does the others, and writes no formula into the file', async () => {
    const rows = [
      `,Business Basic,${ALDER}`,
      `Nobody Ltd.,Business Basic,${ALDER}`,
      `${customerName(4)},Nothing,${ALDER}`,
      `${customerName(4)},Business Basic,9999999`,
      `${customerName(4)},Exchange,Birch`,
      `${customerName(5)},Exchange,${ALDER}`,
      `${customerName(5)},Exchange,Alder`,
      `"=HYPERLINK(""x"")",Exchange,${ALDER}`,
      `${customerId(5_000)},Business Basic,${ALDER}`,
      `${customerName(6)},,`,
      `${customerId(1_000)},Exchange,${ALDER}`,
    ]
    const checked = await pastes(ann, rows)
    expect(checked.text).toContain('Would change\n1')
    expect(checked.text).toContain('Cannot be done\n10')
    expect(checked.text).toContain('Row 1\nCustomer is empty.')
    expect(checked.text).toContain('“Nobody Ltd.” wasn’t found.')
    expect(checked.text).toContain('Row 7\nThis repeats row 6.')
    expect(checked.text).toContain('matches several. Use the ID.')
    // Somebody else's customer is as unknown as none at all.
    expect(checked.text).toContain(`“${customerId(5_000)}” wasn’t found.`)
    await ann.presses('Confirm 1 row')
    await world.settle()
    await refreshed(ann)
    expect(ann.sees.text).toContain('Changed\n1')
    expect(ann.sees.text).toContain('Refused\n10')
    await ann.presses('Get all rows as a file')
    const file = await fileOf(ann, 'Download the file')
    expect(file).toContain(`"'=HYPERLINK(""x"")"`)
    expect(file.trim().split('\r\n')).toHaveLength(rows.length + 1)
    expect(Object.values(subscriptionsOf(5)).filter(({ reseller }) => reseller)).toHaveLength(1)
  })

  it('tells what is wrong with a table as a whole, and keeps what was pasted', async () => {
    await starts(ann)
    expect((await ann.presses('Check the rows', { Rows: '' })).text).toContain('Paste at least one row')
    await ann.presses('Check the rows', { Rows: 'Customer,Something\nA,B' })
    expect(ann.sees.text).toContain('These columns are missing from the heading: Subscription and Reseller (MPN ID).')
    expect(ann.sees.inputs[0]?.value).toContain('Customer,Something')
    expect((await ann.presses('Check the rows', { Rows: 'a,"b\nc' })).text).toContain('is not closed')
    const many = Array.from({ length: 501 }, (_, n) => `a${n},b,c`).join('\n')
    expect((await ann.presses('Check the rows', { Rows: many })).text).toContain('more than 500 rows')
  })

  it('takes 1,000 rows from a file, is stopped and killed in the middle, goes on, and does each row once', async () => {
    await starts(ann)
    const upload = ann.sees.buttons.find(({ title }) => title === 'Upload a file')?.url ?? ''
    expect((await ann.presses('I have uploaded the file')).text).toContain('The file is not there yet')
    const lines = Array.from({ length: 1_000 }, (_, n) =>
      [customerId(1_000 + (n % 10)), subscriptionId(1_000 + (n % 10), Math.floor(n / 10)), ALDER].join(','),
    )
    const form = new FormData()
    form.set('file', new Blob([lines.join('\n')]), 'rows.csv')
    const sent = await fetch(upload, { method: 'POST', body: form, headers: { origin: world.url } })
    expect(sent.status).toBe(200)
    await ann.presses('I have uploaded the file')
    await world.settle()
    await refreshed(ann)
    expect(ann.sees.text).toContain('Would change\n250')
    const job = jobOn(ann)
    const confirm = ann.tapOf('Confirm 250 rows')
    // Confirmed twice at once.
    await Promise.all([ann.taps(confirm.verb, confirm.data), sal.taps('bulk-confirm', confirm.data)])
    await until(async () => changed() > 30)
    await ann.taps('bulk-stop', { op: 'STOPSTOPSTOPSTOP', bulk: job })
    await world.settle()
    const stopped = await ann.taps('bulk-progress', { bulk: job })
    expect(stopped.text).toContain('Stopped')
    const sofar = changed()
    expect(sofar).toBeLessThan(250)
    await world.restart()
    await world.settle()
    expect(changed()).toBe(sofar)
    await ann.taps('bulk-progress', { bulk: job })
    await ann.presses('Continue')
    await until(async () => changed() > sofar + 20)
    // The bot ends in the middle of it.
    await world.restart()
    await world.advance('PT2M')
    await world.settle()
    const done = await ann.taps('bulk-progress', { bulk: job })
    expect(done.text).toContain('Done')
    expect(done.text).toContain('1,000 of 1,000 rows')
    expect(done.text).toContain('Changed\n250')
    expect(done.text).toContain('Nothing to change\n750')
    for (let n = 1_000; n < 1_010; n++)
      expect([...changesOf(n, 'SubscriptionEditOrdered').values()]).toEqual(Array.from({ length: 25 }, () => 1))
    // Confirming what is done does nothing.
    await ann.taps('bulk-confirm', { op: 'AGAINAGAINAGAINA', bulk: job })
    await world.settle()
    expect(changed()).toBe(250)
  }, 180_000)

  it('shows its progress in the message where it stands, without anybody pressing', async () => {
    await ann.says('bulk')
    const { id } = lastMessage(world, ann)
    const shows = () => chatOf(world, ann).find((one) => one.id === id)?.card.text ?? ''
    const pressed = async (title: string, typed = {}) => {
      const { verb, data } = ann.tapOf(title, typed)
      await ann.taps(verb, data, { on: id })
      await world.settle()
    }
    await pressed('Choose')
    await pressed('Check the rows', { Rows: `${customerName(8)},Exchange,${ALDER}` })
    expect(shows()).toContain('Checked: nothing is changed yet')
    await ann.taps('bulk-progress', { bulk: jobOn(ann) }, { on: id })
    await pressed('Confirm 1 row')
    expect(shows()).toContain('1 of 1 row')
    expect(shows()).toContain('Changed\n1')
    await pressed('New bulk job')
    await pressed('Choose')
    await pressed('Check the rows', { Rows: `${customerName(8)},Exchange,${ALDER}` })
    const job = jobOn(ann)
    expect(shows()).toContain('Checked: nothing is changed yet')
    const seen = shows()
    await ann.taps('home', {}, { on: id })
    await ann.taps('bulk-confirm', { op: 'ELSEWHEREELSEWHE', bulk: job })
    await world.settle()
    expect(shows()).toBe(seen)
  })

  it('runs two jobs on the same subscriptions at once, each row to its end', async () => {
    const ids = Array.from({ length: 40 }, (_, n) => n + 10)
    await pastes(
      ann,
      ids.map((n) => `${customerId(n)},Exchange,${ALDER}`),
    )
    const first = ann.tapOf('Confirm 40 rows')
    await pastes(
      sal,
      ids.map((n) => `${customerId(n)},${subscriptionId(n, 1)},Alder`),
    )
    const second = sal.tapOf('Confirm 40 rows')
    await Promise.all([ann.taps(first.verb, first.data), sal.taps(second.verb, second.data)])
    await world.settle()
    for (const [agent, { data }] of [
      [ann, first],
      [sal, second],
    ] as const) {
      const { text } = await agent.taps('bulk-progress', { bulk: (data as { bulk: string }).bulk })
      expect(text).toContain('40 of 40 rows')
      expect(text).toContain('Refused\n0')
    }
    for (const n of ids) {
      const { reseller, pending } = subscriptionsOf(n)[subscriptionId(n, 1)] ?? {}
      expect(reseller?.mpnId).toBe(ALDER)
      expect(pending).toBeUndefined()
      expect(changesOf(n, 'ResellerAssociated').get(subscriptionId(n, 1))).toBe(1)
    }
  })

  it('is nobody else’s: another company finds no job of that name, a company that sells nothing may not begin one', async () => {
    await pastes(ann, [`${customerName(9)},Exchange,${ALDER}`])
    const bulk = jobOn(ann)
    const birch = await world.person('ann@birch.example')
    const nowhere = '77777777-0000-4000-8000-00000000b001'
    for (const verb of ['bulk-progress', 'bulk-results', 'bulk-confirm', 'bulk-stop']) {
      const op = { op: 'FOREIGNFOREIGNFO' }
      const foreign = await lagoon.taps(verb, { ...op, bulk })
      const nothing = await lagoon.taps(verb, { ...op, bulk: nowhere })
      expect(foreign.text).toBe(nothing.text)
      expect((await alder.taps(verb, { ...op, bulk })).text).toBe(nothing.text)
      expect((await birch.taps(verb, { ...op, bulk })).text).toContain('indirect provider')
    }
    expect((await birch.says('bulk')).text).toContain('indirect provider')
    expect((await alder.taps('bulk-start', { kind: 'reseller' })).text).toContain('indirect provider')
    expect((await (await helpdesk()).taps('bulk-confirm', { op: 'HELPHELPHELPHELP', bulk })).text).not.toContain(
      'Running',
    )
    expect((await (await helpdesk()).says('bulk')).text).toContain('Designated support contact')
    await world.settle()
    expect(subscriptionsOf(9)[subscriptionId(9, 1)]?.reseller).toBeUndefined()
  })
})

const helpdesk = () => world.person('hal@harbor.example')

/** How many of the thousand are set. */
function changed(): number {
  let count = 0
  for (let n = 1_000; n < 1_010; n++)
    count += Object.values(subscriptionsOf(n)).filter(
      ({ id, reseller }) => reseller && Number(id.split('-')[1]) < 25,
    ).length
  return count
}

async function until(isSo: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 2_000; tries++) {
    if (await isSo()) return
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  throw new Error('it never came to that')
}
