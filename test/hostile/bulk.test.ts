import { DatabaseSync } from 'node:sqlite'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { mpnIdOf, tenantIdOf } from '../journeys/companies.ts'
import { checks, confirms, jobOn, resultsOf, startsBulk } from '../journeys/in-bulk.ts'
import { joins, provider } from '../journeys/invited.ts'
import { outside, shopOf } from '../journeys/selling.ts'
import { met } from '../support/met.ts'
import { type Person, startWorld, type World } from '../support/world.ts'

let world: World
let ann: Person
let sal: Person
let other: Person
const HARBOR = tenantIdOf(0)

beforeAll(async () => {
  const file = shopOf(
    provider('harbor'),
    provider('lagoon'),
    { name: 'inge', kind: 'customer', country: 'FR' },
    { name: 'fern', kind: 'customer' },
    { name: 'alder' },
  )
  world = await startWorld({ SANDBOX_WORLD: file })
  ;[ann, sal] = await met(world, 'ann@harbor.example', 'sal@harbor.example')
  const [lagoon, alder] = await met(world, 'ann@lagoon.example', 'ann@alder.example', 'ann@inge.example')
  other = lagoon
  await joins(world, alder, mpnIdOf(4), ann)
}, 120_000)
beforeEach(() => world.advance('PT25H'))
afterAll(() => world.close())

const HEADING =
  'Legal business name,Domain prefix,Country,Address line 1,City,State or prefecture,Postal code,First name,Last name,' +
  "Customer's email,Phone,Date of agreement,Subscription,Number of licenses"

type Cells = { company?: string; country?: string; offer?: string; licenses?: string; phone?: string }
const row = (prefix: string, { company, country, offer, licenses, phone }: Cells = {}): string =>
  [
    company ?? `${prefix} Toys`,
    prefix,
    country ?? 'US',
    '1 Toy Street,Seattle,Washington,98101,Tess,Toy',
    `tess@${prefix}.example`,
    phone ?? '',
    '2025-06-30',
    offer ?? 'Business Basic',
    licenses ?? '5',
  ].join(',')

/** Writes a counter of the company, as if so much had happened in the last minutes. */
function counted(id: string, count: number, at: string): void {
  const db = new DatabaseSync(world.databaseFile)
  const pk = `org:${HARBOR}`
  db.prepare('DELETE FROM docs WHERE pk = ? AND id = ?').run(pk, id)
  const body = JSON.stringify({ t: 'counter', v: 1, minutes: [{ at, count }] })
  db.prepare('INSERT INTO docs (pk, id, body, etag) VALUES (?, ?, ?, ?)').run(pk, id, body, 'seeded')
  db.close()
}

const now = async (): Promise<string> =>
  (JSON.parse((await world.post('/sandbox/clock', { advance: 'PT1M' })).text) as { now: string }).now

/** Whether these rows became a job, or what keeps them from it. */
async function pasted(agent: Person, rows: readonly string[]): Promise<string> {
  const bulk = crypto.randomUUID()
  const data = { kind: 'newCustomers', bulk, op: bulk.slice(-12).padEnd(16, '0'), rows: rows.join('\n') }
  return (await agent.taps('bulk-paste', data)).text
}

describe('One company', () => {
  it('begins no more jobs within a day than a person can mean, however many at the same moment', async () => {
    counted('cnt:bulk-jobs', 47, await now())
    const answers = await Promise.all(Array.from({ length: 8 }, (_, n) => pasted(ann, [HEADING, row(`jobs${n}`)])))
    expect(answers.filter((text) => text.includes('at most 50 jobs'))).toHaveLength(5)
    expect(answers.filter((text) => text.includes('of 1 row'))).toHaveLength(3)
    expect((await other.taps('bulk-start', { kind: 'newCustomers' })).text).not.toContain('at most')
    await world.settle()
  })

  it('has no more rows tried within a day, and keeps none of those that are too many', async () => {
    counted('cnt:bulk-rows-newCustomers', 9_999, await now())
    expect(await pasted(ann, [HEADING, row('rows1'), row('rows2')])).toContain('at most 10,000 rows')
    const db = new DatabaseSync(world.databaseFile, { readOnly: true })
    expect(db.prepare("SELECT count(*) AS n FROM docs WHERE id LIKE 'row:%' AND body LIKE '%rows2%'").get()?.n).toBe(0)
    db.close()
    expect(await pasted(ann, [HEADING, row('rows1')])).toContain('of 1 row')
    await world.settle()
    expect((await checks(world, ann, 'invitations', ['rows@nowhere.example'])).text).toContain('Would be drafted\n1')
  })

  it('creates no more tenants in bulk within a day, by two jobs at the same moment neither', async () => {
    counted('cnt:customers-bulk', 198, await now())
    const before = (await outside(world)).tenants.length
    const jobs: string[] = []
    for (const [agent, name] of [
      [ann, 'one'],
      [sal, 'two'],
    ] as const) {
      const checked = await checks(world, agent, 'newCustomers', [HEADING, ...[1, 2, 3].map((n) => row(`${name}${n}`))])
      expect(checked.text).toContain('Would be created\n2')
      expect(checked.text).toContain('at most 200 customers in bulk within 24 hours')
      jobs.push(jobOn(agent))
    }
    await Promise.all([ann, sal].map((agent) => agent.presses('Confirm 2 rows')))
    await world.settle()
    expect((await outside(world)).tenants).toHaveLength(before + 2)
    const cards = await Promise.all(jobs.map((bulk, n) => (n === 0 ? ann : sal).taps('bulk-progress', { bulk })))
    expect(cards.map(({ text }) => Number(/Created\n(\d)/.exec(text)?.[1])).reduce((a, b) => a + b)).toBe(2)
  })

  it('learns nothing of companies from rows that it could not do today anyway', async () => {
    const told = 'Alder uses this tenant for CSP.'
    expect((await checks(world, ann, 'invitations', ['ann@alder.example'])).text).toContain(told)
    counted('cnt:inv-bulk', 1_000, await now())
    const checked = await checks(world, ann, 'invitations', ['ann@alder.example', 'nobody@nowhere.example'])
    expect(checked.text).not.toContain(told)
    expect(checked.text.match(/at most 1,000 invitations in bulk/g)).toHaveLength(2)
  })
})

describe('A dry run', () => {
  it.each(['ann@alder.example', 'ann@harbor.example'])(
    'tells of %s what a single invitation tells, and no more',
    async (address) => {
      const checked = await checks(world, ann, 'invitations', [address])
      const told = /Row 1\n(.*)\n/.exec(checked.text)?.[1] ?? ''
      expect(told).not.toBe('')
      await ann.taps('invite-customer', {})
      const single = await ann.presses('Next', { "Customer's email": address })
      expect(single.text).toContain(told)
    },
  )

  it('tells nothing apart of addresses that lead to nobody, to a person or to a company without a relation', async () => {
    const addresses = [
      'nobody@nowhere.example',
      'nobody@fern.example',
      'ann@fern.example',
      'ann@inge.example',
      'ann@lagoon.example',
    ]
    const checked = await checks(world, ann, 'invitations', addresses)
    expect(checked.text).toContain('Would be drafted\n5')
    expect(checked.text).not.toMatch(/Row \d|Fern|Inge|Lagoon/)
  })
})

describe("Somebody else's job", () => {
  it.each(['bulk-progress', 'bulk-results', 'bulk-confirm', 'bulk-stop', 'bulk-sent'])(
    'is as good as none for %s',
    async (verb) => {
      await checks(world, ann, 'invitations', [`${verb}@foreign.example`])
      const [op, bulk] = ['FOREIGNFOREIGN00', jobOn(ann)]
      const foreign = await other.taps(verb, { op, bulk })
      const none = await other.taps(verb, { op, bulk: crypto.randomUUID() })
      expect(foreign.text).toBe(none.text)
      expect(foreign.text).not.toContain('foreign.example')
      expect((await ann.taps('bulk-progress', { bulk })).text).toContain('Checked: nothing is changed yet')
    },
  )
})

describe('What stands in cells', () => {
  it('turns nothing round on a card, and hides nothing there', async () => {
    const checked = await checks(world, ann, 'newCustomers', [
      HEADING,
      row('cells1', { offer: 'Busi\u202eness\u200b\u0007 [x](https://evil.example)' }),
      row('cells2', { country: 'Nar\u202enia\u200b\u0007' }),
      row('cells3', { country: '__proto__' }),
      row('cells4', { country: 'constructor' }),
      row('cells5', { country: `US${'-x'.repeat(140)}` }),
      row('cells6', { company: 'Cells\u202eSix' }),
      row('ce\u202ells7'),
    ])
    expect(checked.text).toContain('Cannot be done\n7')
    expect(checked.text).toContain('can’t be used here')
    expect(JSON.stringify(checked.card)).not.toMatch(/[\u202a-\u202e\u2066-\u2069\u200b]|\\u0007/)
  })

  it('is no other number than it looks like', async () => {
    const checked = await checks(world, ann, 'newCustomers', [
      HEADING,
      row('number1', { licenses: '"2,5"' }),
      row('number2', { licenses: '"1,0"' }),
      row('number3', { licenses: '1e2' }),
      row('number4', { licenses: '"1,000"', offer: 'exchange' }),
    ])
    expect(checked.text).toContain('Would be created\n1')
    expect(checked.text.match(/Enter a whole number/g)).toHaveLength(3)
  })

  it('can be handed in again from the results, as a spreadsheet saves them', async () => {
    await checks(world, ann, 'newCustomers', [
      HEADING,
      row('again1', { phone: '+1 425 555 0100', company: '=SUM(A1)' }),
    ])
    const [heading = [], given = []] = await resultsOf(world, ann)
    expect(given).toEqual(expect.arrayContaining(["'+1 425 555 0100", "'=SUM(A1)"]))
    const quoted = (cells: readonly string[]) => cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',')
    expect((await checks(world, ann, 'newCustomers', [quoted(heading), quoted(given)])).text).toContain(
      'Would be created\n1',
    )
    await confirms(world, ann)
    const names = (await outside(world)).tenants.map(({ displayName }) => displayName)
    expect(names).toContain('=SUM(A1)')
  })

  it('come back on a card only as far as a card can carry them', async () => {
    await startsBulk(ann, 'invitations')
    const rows = Array.from(
      { length: 501 },
      (_, n) => `someone.with.a.long.name.${n}@a-company-of-its-own-${n}.example`,
    )
    const refused = await ann.presses('Check the rows', { Rows: rows.join('\n') })
    expect(refused.text).toContain('more than 500 rows')
    expect(Buffer.byteLength(JSON.stringify(refused.card))).toBeLessThan(28_000)
  })
})
