import { DatabaseSync } from 'node:sqlite'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { met } from '../support/met.ts'
import { type Person, startWorld, type World } from '../support/world.ts'
import { mpnIdOf, tenantIdOf, worldOf } from './companies.ts'
import { checks, confirms, jobOn, resultsOf, startsBulk } from './in-bulk.ts'
import { joins, linkIn, provider } from './invited.ts'
import { titlesOf } from './way-in.ts'

let world: World
let ann: Person
let sal: Person
let hal: Person
let harbor: Person
let lagoon: Person
let elm: Person
let cafe: Person

beforeAll(async () => {
  const file = worldOf(
    { name: 'alder' },
    provider('harbor'),
    provider('lagoon'),
    { name: 'elm' },
    { name: 'cafe', kind: 'customer' },
    { name: 'inge', kind: 'customer', country: 'FR' },
  )
  world = await startWorld({ SANDBOX_WORLD: file })
  ;[ann, sal, hal] = await met(world, 'ann@alder.example', 'sal@alder.example', 'hal@alder.example')
  ;[harbor, lagoon] = await met(world, 'ann@harbor.example', 'ann@lagoon.example')
  ;[elm, cafe] = await met(world, 'ann@elm.example', 'ann@cafe.example')
  await joins(world, ann, mpnIdOf(0), harbor, lagoon)
  await joins(world, elm, mpnIdOf(3), harbor)
}, 120_000)
beforeEach(async () => {
  await world.advance('PT25H')
  for (const one of [ann, elm]) await one.says('language en')
})
afterAll(() => world.close())

const named = (name: string) => `buyer@${name}.example`
const many = (count: number, name: string) => Array.from({ length: count }, (_, n) => `${name}${n}@${name}.example`)

/** Whether this stands anywhere in the store. */
function isStored(text: string): boolean {
  const db = new DatabaseSync(world.databaseFile, { readOnly: true })
  const rows = db.prepare('SELECT pk, id, body FROM docs').all()
  db.close()
  return rows.some(({ pk, id, body }) => `${pk} ${id} ${body}`.includes(text))
}

const isInvited = (address: string): boolean => isStored(`"email":"${address}"`)

/** The company drafted so many in bulk within the last hours. */
function drafted(tenant: string, count: number, at: string): void {
  const db = new DatabaseSync(world.databaseFile)
  const pk = `org:${tenant}`
  db.prepare('DELETE FROM docs WHERE pk = ? AND id = ?').run(pk, 'cnt:inv-bulk')
  const columns = db.prepare('PRAGMA table_info(docs)').all() as { name: string; notnull: number }[]
  const body = JSON.stringify({ t: 'counter', v: 1, minutes: [{ at, count }] })
  const values: Record<string, string | null> = { pk, id: 'cnt:inv-bulk', body, etag: 'seeded', due: null }
  const names = columns.map(({ name }) => name).filter((name) => name in values)
  db.prepare(`INSERT INTO docs (${names.join()}) VALUES (${names.map(() => '?').join()})`).run(
    ...names.map((name) => values[name] ?? null),
  )
  db.close()
}

describe('Invitations of many customers', () => {
  it('begin at the card that invites one, with the columns that the company is asked for', async () => {
    await ann.says('invite new customers')
    const start = await ann.presses('In bulk')
    expect(start.text).toContain("Customer's email")
    expect(start.text).toContain('Indirect provider: name, MPN ID or tenant ID')
    expect(start.text).toContain('May be left out: Indirect provider and Language.')
    await harbor.says('bulk')
    const own = await harbor.taps('bulk-start', { kind: 'invitations' })
    expect(own.text).not.toContain('Indirect provider')
    expect(own.text).toContain('May be left out: Language.')
  })

  it('name what is wrong with each row by the guards of a single one, and draft only the others', async () => {
    await ann.taps('invite-customer', {})
    await ann.presses('Next', { "Customer's email": named('known'), 'Indirect provider': 'Harbor' })
    const checked = await checks(world, ann, 'invitations', [
      "Language,Customer's email,Indirect provider",
      ',,Harbor',
      ',no address,Harbor',
      `,${named('a')},`,
      `,${named('a')},Summit`,
      `fr,${named('a')},Harbor`,
      `,${named('known')},Harbor`,
      ',ann@inge.example,Harbor',
      ',sal@alder.example,Harbor',
      `english,${named('b')},Harbor`,
      `日本語,${named('B').toUpperCase()},harbor`,
      `,${named('b')},Lagoon`,
      ',ann@harbor.example,Lagoon',
    ])
    expect(checked.text).toContain('Would be drafted\n3')
    expect(checked.text).toContain('Already invited\n1')
    expect(checked.text).toContain('Cannot be done\n8')
    expect(checked.text).toContain("Row 1\nCustomer's email is empty.")
    expect(checked.text).toContain('Row 2\nEnter a valid email address.')
    expect(checked.text).toContain('Row 3\nIndirect provider is empty.')
    expect(checked.text).toContain('Row 4\nIndirect provider: “Summit” wasn’t found.')
    expect(checked.text).toContain('Row 5\nLanguage: “fr” can’t be used here.')
    // Inge is elsewhere, which is none of Alder's business before it opens the invitation; Harbor is Alder's provider.
    expect(checked.text).not.toContain('Row 7\n')
    expect(checked.text).not.toContain('Inge')
    expect(checked.text).toContain('Row 12\nHarbor uses this tenant for CSP.')
    expect(checked.text).toContain('Row 10\nThis repeats row 9.')
    expect(isInvited(named('b'))).toBe(false)
    const done = await confirms(world, ann)
    expect(done.text).toContain('Drafted\n3')
    expect(done.text).toContain('Refused\n8')
    expect(done.text).toContain('no email has gone out')
    const rows = await resultsOf(world, ann)
    expect(rows[0]?.slice(-5)).toEqual(['Outcome', 'Explanation', 'Email to', 'Email subject', 'Email text'])
    expect(rows).toHaveLength(13)
    expect(isInvited(named('b'))).toBe(true)
    expect(rows[6]?.slice(4)).toEqual(['already invited', '', '', '', ''])
    expect(rows[7]?.slice(4, 7)).toEqual(['drafted', '', 'ann@inge.example'])
    expect(rows[9]?.slice(4, 7)).toEqual(['drafted', '', named('b')])
  })

  it('come as a file for a mail merge, with a personal link that stands nowhere in the store', async () => {
    await ann.says('language ja')
    const checked = await checks(world, ann, 'invitations', [
      '顧客のメールアドレス\t間接プロバイダー\t言語',
      `${named('cafe').replace('buyer', 'ann')}\t${tenantIdOf(1)}\t日本語`,
      `${named('zen')}\t${mpnIdOf(2)}\ten`,
    ])
    expect(checked.text).toContain('下書きを作成する行\n2')
    await confirms(world, ann)
    const job = jobOn(ann)
    const [heading, first, second] = await resultsOf(world, ann, job)
    expect(heading?.slice(-3)).toEqual(['メールの宛先', 'メールの件名', 'メールの本文'])
    const [to, , text] = first?.slice(-3) ?? []
    expect(to).toBe('ann@cafe.example')
    expect(text).toContain('Alder')
    expect(second?.at(-1)).toContain('Lagoon')
    const link = /http\S+\/i\/[\w-]{43}/.exec(text ?? '')?.[0] ?? ''
    const token = link.split('/i/')[1] ?? ''
    expect(token).toHaveLength(43)
    expect(isStored(token)).toBe(false)
    // The link is the invitation’s own: whoever is invited opens it, and a single card shows the same one.
    await cafe.says(link)
    expect(cafe.sees.text).toContain('Alder')
    expect(second?.at(-1)).not.toContain(link)
  })

  it('are marked as sent at once, and the provider hears of all of them in one message', async () => {
    await checks(world, elm, 'invitations', many(12, 'pine'))
    await confirms(world, elm)
    harbor.news()
    const pressed = elm.tapOf('I have sent the emails')
    await Promise.all([elm.taps(pressed.verb, pressed.data), elm.taps(pressed.verb, pressed.data)])
    await world.settle()
    const sent = await elm.taps('bulk-progress', { bulk: jobOn(elm) })
    expect(sent.text).toContain('12 invitations are marked as sent.')
    expect(titlesOf(sent)).not.toContain('I have sent the emails')
    const said = 'Emails of a bulk job reported as sent: 12 customer invitations\nAnn Elm'
    expect((await elm.says('history')).text.split(said)).toHaveLength(2)
    const asked = { operation: 'P35', show: 'changes' }
    expect((await elm.taps('history', asked)).text.split(said)).toHaveLength(2)
    await elm.says('language ja')
    expect((await elm.says('履歴')).text).toContain('一括処理のメールを送信済みと報告: 顧客への招待 12 件')
    await elm.says('language en')
    expect((await ann.says('history')).text).not.toContain(said)
    const told = harbor.news().filter(({ text }) => text.includes('Elm'))
    expect(told).toHaveLength(1)
    expect(told[0]?.text).toContain('Elm invited 12 customers')
    const list = await elm.says('invitations')
    expect(list.text).toContain('pine11@pine.example')
    expect(list.text).toContain('Sent')
    await elm.taps(pressed.verb, { ...pressed.data, op: 'AGAINAGAINAGAINA' })
    await world.settle()
    expect(harbor.news()).toHaveLength(0)
    // None of them counts among the ten of an hour.
    await elm.says('invite new customers')
    expect(linkIn(await elm.presses('Next', { "Customer's email": named('single') }))).toContain('/i/')
  })

  it('are a thousand within a day at most, and say from when on there may be more', async () => {
    const { text } = await world.post('/sandbox/clock', { advance: 'PT1S' })
    const { now } = JSON.parse(text) as { now: string }
    drafted(tenantIdOf(3), 998, now)
    const checked = await checks(world, elm, 'invitations', many(4, 'oak'))
    expect(checked.text).toContain('Would be drafted\n2')
    expect(checked.text).toContain('at most 1,000 invitations in bulk within 24 hours. The next can be drafted from')
    const confirmed = elm.tapOf('Confirm 2 rows')
    drafted(tenantIdOf(3), 999, now)
    await elm.taps(confirmed.verb, confirmed.data)
    await world.settle()
    const done = await elm.taps('bulk-progress', { bulk: jobOn(elm) })
    expect(done.text).toContain('Drafted\n1')
    expect(done.text).toContain('Refused\n3')
    await world.advance('PT24H')
    expect((await checks(world, elm, 'invitations', many(4, 'oak'))).text).toContain('Would be drafted\n3')
  })

  it('are for those who may invite one, and nobody else’s', async () => {
    expect((await startsBulk(hal, 'invitations')).text).not.toContain('Columns')
    expect((await hal.taps('bulk-start', { kind: 'invitations' })).inputs).toHaveLength(0)
    expect((await startsBulk(cafe, 'invitations')).inputs).toHaveLength(0)
    expect((await startsBulk(ann, 'newCustomers')).inputs).toHaveLength(0)
    await checks(world, sal, 'invitations', [`${named('quiet')},Harbor`])
    const bulk = jobOn(sal)
    const nowhere = '77777777-0000-4000-8000-00000000b002'
    for (const verb of ['bulk-progress', 'bulk-results', 'bulk-confirm', 'bulk-sent']) {
      const data = { op: 'FOREIGNFOREIGNFO' }
      const foreign = await elm.taps(verb, { ...data, bulk })
      expect(foreign.text).toBe((await elm.taps(verb, { ...data, bulk: nowhere })).text)
      expect((await hal.taps(verb, { ...data, bulk })).text).not.toContain('Checked')
    }
    await world.settle()
    expect(isInvited(named('quiet'))).toBe(false)
    // Nothing was drafted, so that nothing can have been sent.
    const early = await sal.taps('bulk-sent', { op: 'EARLYEARLYEARLYE', bulk })
    expect(early.text).toContain('Would be drafted\n1')
  })
})
