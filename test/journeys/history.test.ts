import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type By, system } from '../../domain/actor.ts'
import { tenantId, userId } from '../../domain/ids.ts'
import type { Organization, OrganizationEvent } from '../../domain/organization/organization.ts'
import { newOrganization, ORGANIZATION, organizationPk } from '../../domain/organization/organizations.ts'
import { ok } from '../../domain/result.ts'
import { commit } from '../../domain/store/commit.ts'
import type { Op } from '../../domain/store/document-store.ts'
import { auditId } from '../../domain/store/records.ts'
import { openSqliteStore } from '../../domain/store/sqlite-store.ts'
import type { Shown } from '../support/shown.ts'
import { type Person, startWorld, type World } from '../support/world.ts'
import { mpnIdOf, OPERATOR, tenantIdOf, worldOf } from './companies.ts'
import { partners, provider } from './invited.ts'
import { titlesOf, toActive } from './way-in.ts'

const linkOn = ({ buttons }: Shown): string => {
  const url = buttons.find((one) => one.url !== undefined)?.url
  if (url === undefined) throw new Error('no link')
  return new URL(url).pathname
}

const linesOf = (csv: string): readonly string[] => csv.replace('\u{feff}', '').trimEnd().split('\r\n')

describe('A provider, its reseller and a company that has nothing to do with them', () => {
  let world: World
  let tora: Person
  let alder: Person
  let birch: Person
  let sam: Person
  let grace: Person
  beforeAll(async () => {
    world = await startWorld({
      SANDBOX_WORLD: worldOf(provider('tora'), { name: 'alder' }, { name: 'birch' }),
    })
    ;[tora, alder, birch] = [
      await world.person('ann@tora.example'),
      await world.person('ann@alder.example'),
      await world.person('ann@birch.example'),
    ]
    ;[sam, grace] = [await world.person(OPERATOR.sam), await world.person(OPERATOR.grace)]
    await toActive(world, alder, { mpnId: mpnIdOf(1) })
    await birch.says('enroll')
    await birch.presses('Next')
    await partners(world, tora, alder)
    await alder.says('providers')
    await alder.taps('request-end', {
      op: 'A'.repeat(16),
      tenant: tenantIdOf(0),
      reason: 'We change over to another one',
    })
    await world.settle()
  }, 60_000)
  afterAll(() => world.close())

  it('support reads what everybody did, the newest first', async () => {
    const { text } = await sam.says('history')
    const places = [
      'Microsoft was asked to end',
      'Partnership established: Tora and Alder',
      'Invitation drafted for ann@alder.example',
    ]
    expect(text).toContain('All companies')
    for (const place of places) expect(text).toContain(place)
    expect(places.map((place) => text.indexOf(place))).toEqual(
      places.map((place) => text.indexOf(place)).toSorted((a, b) => a - b),
    )
    expect(text).toContain('Tora · Alder · Ann Alder')
    await sam.presses('Older entries')
    expect(sam.sees.text).toContain('Application started')
  })

  it('support finds one company, one operation, one person, one day', async () => {
    await sam.says('history')
    const ofBirch = await sam.presses('Show', { Company: 'birch' })
    expect(ofBirch.text).toContain('Birch')
    expect(ofBirch.text).not.toMatch(/Alder|Tora/)
    await sam.presses('Show everything')
    const ofTora = await sam.presses('Show', { Company: 'Tora' })
    expect(ofTora.text).toContain('Microsoft was asked to end')
    const drafts = await sam.presses('Show', { Operation: 'Request a partnership' })
    expect(drafts.text).toContain('Invitation drafted')
    expect(drafts.text).not.toContain('Partnership established')
    await sam.says('history')
    const byBirch = await sam.presses('Show', { Person: 'ａｎｎ　ｂｉｒ' })
    expect(byBirch.text).toContain('Application started')
    expect(byBirch.text).not.toMatch(/Ann Alder|Ann Tora/)
    const today = new Date().toISOString().slice(0, 10)
    await sam.says('history')
    expect((await sam.presses('Show', { To: '2026-01-01' })).text).toContain('Nothing was found.')
    expect((await sam.presses('Show', { From: '2020-01-01', To: today })).text).toContain('Partnership established')
  })

  it('support reads nobody’s history in the place of a company that is unknown', async () => {
    await sam.says('history')
    const nobody = await sam.presses('Show', { Company: 'Zelkova Trading', Person: 'Ann' })
    expect(nobody.text).toContain('No company was found for “Zelkova Trading”.')
    expect(nobody.text).not.toMatch(/Alder|Tora|Birch/)
    expect(nobody.inputs.map(({ value }) => value)).toContain('Zelkova Trading')
    expect(titlesOf(nobody)).not.toContain('CSV file')
    expect((await sam.presses('Show', { Company: 'Birch', Person: '' })).text).toContain('Application started')
  })

  it('support turns back to the newest entries', async () => {
    await sam.says('history')
    expect(titlesOf(sam.sees)).not.toContain('First page')
    const [newest] = sam.sees.text.split('\n').slice(2)
    const older = await sam.presses('Older entries')
    expect(older.text).not.toContain(`${newest}\n`)
    expect((await sam.presses('First page')).text).toContain(`${newest}\n`)
  })

  it('each company reads its own history, and of its partners what is between them', async () => {
    const theirs = (await alder.says('history')).text
    for (const own of [
      'Microsoft was asked to end',
      'Partnership established',
      'Invitation accepted by Alder',
      'MPA signed',
    ])
      expect(theirs).toContain(own)
    expect(theirs).not.toContain('Invitation drafted')
    const providers = (await tora.says('history')).text
    for (const own of ['Partnership established', 'Invitation drafted', 'Invitation opened by Alder'])
      expect(providers).toContain(own)
    expect(providers).not.toMatch(/asked to end|MPA signed|Application/)
    expect((await birch.says('history')).text).not.toMatch(/Alder|Tora/)
  })

  it('nobody of a company reads another one’s by naming it', async () => {
    const own = await birch.says('history')
    const asked = { company: tenantIdOf(0), name: 'Tora', show: 'looks' }
    expect((await birch.taps('history', asked)).text).toBe(own.text)
    const file = await birch.taps('history-file', asked)
    const csv = await world.post(linkOn(file), '')
    expect(csv.text).toContain('Application started')
    expect(csv.text).not.toMatch(/Alder|Tora/)
  })

  it('reviewers read who of the staff looked at what; support and companies do not', async () => {
    await sam.says('history')
    await sam.presses('Show', { Company: 'Birch', Operation: 'Sign the MPA' })
    await grace.says('history')
    const looks = await grace.presses('Show', { Content: 'What our staff looked at', Person: 'sam' })
    expect(looks.text).toContain('Who did what at Birch, and when (sign the MPA)?')
    expect(looks.text).not.toContain('Grace ·')
    expect((await grace.presses('Show', { Company: 'Alder' })).text).not.toContain('Birch')
    await sam.says('history')
    expect(sam.sees.inputs.map(({ label }) => label)).not.toContain('Content')
    expect((await sam.taps('history', { show: 'looks' })).text).toContain('Only reviewers can do this.')
    expect((await sam.taps('history-file', { show: 'looks' })).text).toContain('Only reviewers can do this.')
  })

  it('the file has what the card was asked for, once, for ten minutes', async () => {
    await sam.says('history')
    await sam.presses('Show', { Company: 'Alder', Person: 'Ann Alder' })
    const path = linkOn(await sam.presses('CSV file'))
    expect((await world.get(path)).text).toContain('Sam')
    const { status, text } = await world.post(path, '')
    expect(status).toBe(200)
    const [head, ...lines] = linesOf(text)
    expect(head).toBe('Time (UTC),Companies,Who,What')
    expect(lines.length).toBeGreaterThan(10)
    for (const line of lines) expect(line).toMatch(/^20\d\d-[^,]+Z,[^,]*Alder[^,]*,Ann Alder,/)
    expect(lines.map((line) => line.slice(0, 24))).toEqual(
      lines
        .map((line) => line.slice(0, 24))
        .toSorted()
        .toReversed(),
    )
    expect((await world.post(path, '')).status).toBe(404)
    const late = linkOn(await sam.taps('history-file', {}))
    await world.advance('PT10M')
    expect((await world.get(late)).status).toBe(404)
    expect((await world.post(late, '')).status).toBe(404)
    await world.settle()
    expect([...world.stored()].filter((one) => one.startsWith('fil:'))).toEqual([])
  })

  it('the end of the partnership stands in both histories, and nobody was sent it', async () => {
    await tora.says('resellers')
    await tora.presses('Open')
    await tora.presses('Remove partnership')
    const input = tora.sees.inputs[0]
    await tora.presses('Yes', { [input?.label ?? '']: (input?.choices ?? []).map(({ title }) => title) })
    alder.news()
    await world.settle()
    expect(alder.news()).toEqual([])
    for (const one of [tora, alder, sam]) expect((await one.says('history')).text).toContain('Partnership removed')
    expect((await birch.says('history')).text).not.toContain('Partnership removed')
  })
})

describe('Two companies of one name', () => {
  let world: World
  let sam: Person
  beforeAll(async () => {
    world = await startWorld({
      SANDBOX_WORLD: worldOf(
        { name: 'elm', legalName: 'Elm Ltd.' },
        { name: 'elmwest', legalName: 'Elm Ltd.', more: { displayName: 'Elm West' } },
        { name: 'fir' },
      ),
    })
    for (const one of ['elm', 'elmwest', 'fir']) {
      const ann = await world.person(`ann@${one}.example`)
      await ann.says('enroll')
      await ann.presses('Next')
    }
    sam = await world.person(OPERATOR.sam)
  }, 60_000)
  afterAll(() => world.close())

  it('are told apart once: whatever else is then filtered, the one that was picked stays', async () => {
    await sam.says('history')
    expect((await sam.presses('Show', { Company: 'Elm' })).text).toContain('Which company is “Elm”?')
    const picked = await sam.presses('Open')
    expect(picked.text).toMatch(/^Elm\n/)
    const more = await sam.presses('Show', { Person: 'Ann' })
    expect(more.text).toMatch(/^Elm\n/)
    expect(more.text).toContain('Application started')
    expect((await sam.presses('Show', { Company: 'Fir' })).text).toMatch(/^Fir\n/)
    expect((await sam.presses('Show', { Company: '' })).text).toMatch(/^All companies\n/)
    await sam.presses('Show', { Company: 'Elm' })
    expect(sam.sees.text).toContain('Which company is “Elm”?')
  })
})

describe('A thousand changes', () => {
  const folder = mkdtempSync(join(tmpdir(), 'history-'))
  const file = join(folder, 'bot.db')
  const COUNT = 1_000
  const acer = tenantId(tenantIdOf(0))
  const by: By = { kind: 'person', tenantId: acer, userId: userId(tenantIdOf(9)), name: 'Otto Acer' }
  let world: World
  let sam: Person
  beforeAll(async () => {
    const store = openSqliteStore(file)
    const began = Date.parse('2026-03-01T00:00:00.000Z')
    for (let n = 0; n < COUNT; n++) {
      const at = new Date(began + n * 3_600_000).toISOString()
      const event: OrganizationEvent = {
        type: 'OrganizationSuspended',
        at,
        by,
        reason: `Change no. ${n}.`,
      }
      const back: OrganizationEvent = { type: 'OrganizationReinstated', at, by, reason: 'and back' }
      await commit<Organization, OrganizationEvent>(store, ORGANIZATION, {
        pk: organizationPk(acer),
        by: n % 10 === 0 ? system : by,
        at,
        correlationId: 'test',
        fresh: async () =>
          newOrganization(
            { tenantId: acer, displayName: 'Acer', legalName: 'Acer Ltd.', country: 'US', verifiedDomains: [] },
            undefined,
            at,
          ),
        decide: async () => ok([event, back]),
      })
    }
    await store.close()
    world = await startWorld({ SANDBOX_WORLD: worldOf({ name: 'acer' }), DATABASE_FILE: file })
    sam = await world.person(OPERATOR.sam)
    await world.settle()
  }, 120_000)
  afterAll(async () => {
    await world.close()
    rmSync(folder, { recursive: true, force: true })
  })

  const numbersOn = ({ text }: Shown): readonly number[] =>
    [...text.matchAll(/Change no\. (\d+)\./g)].map(([, n]) => Number(n))

  it.each(['sam', 'ann'] as const)(
    'are turned page by page by %s, each once, from the newest to the oldest',
    async (who) => {
      const reader = who === 'sam' ? sam : await world.person('ann@acer.example')
      const seen: number[] = []
      for (let page = await reader.says('history'); ; page = await reader.presses('Older entries')) {
        seen.push(...numbersOn(page))
        if (!titlesOf(page).includes('Older entries')) break
      }
      expect(seen).toEqual(Array.from({ length: COUNT }, (_, n) => COUNT - 1 - n))
    },
    120_000,
  )

  it('are found in a far corner although much else has to be looked through', async () => {
    await sam.says('history')
    let page = await sam.presses('Show', { Operation: 'Sign the MPA' })
    expect(page.text).toContain('Looked back to')
    page = await sam.presses('Older entries')
    expect(page.text).toContain('Nothing was found.')
    await sam.says('history')
    expect(numbersOn(await sam.presses('Show', { From: '2026-03-02', To: '2026-03-02' }))).toEqual(
      Array.from({ length: 15 }, (_, n) => 47 - n),
    )
  })

  it('begin where the reader’s day begins', async () => {
    await sam.says('history', { zone: 'Asia/Tokyo' })
    expect(numbersOn(await sam.presses('Show', { To: '2026-03-01' }))).toEqual(
      Array.from({ length: 15 }, (_, n) => 14 - n),
    )
    await sam.says('history', { zone: 'UTC' })
  })

  it('go into a file with ten thousand others, and no more', async () => {
    await world.restart()
    const store = openSqliteStore(file)
    const at = '2026-08-01T00:00:00.000Z'
    for (let first = COUNT + 1; first <= 10_100; first += 100) {
      const ops = Array.from({ length: 100 }, (_, n): Op => {
        const event: OrganizationEvent = { type: 'OrganizationReinstated', at, by, reason: `=Row ${first + n}` }
        return {
          op: 'create',
          id: auditId('root', first + n),
          body: { t: 'audit', v: 1, token: `t${n}`, at, by, correlationId: 'test', events: [{ ...event }] },
        }
      })
      await store.batch(organizationPk(acer), ops, { id: ops[0]?.id ?? '', token: 't0' })
    }
    await store.close()
    const ann = await world.person('ann@acer.example')
    await ann.says('history')
    const { text } = await world.post(linkOn(await ann.presses('CSV file')), '')
    const lines = linesOf(text)
    expect(lines).toHaveLength(10_002)
    expect(lines[1]).toContain('Reinstated: =Row 10100')
    expect(lines[10_001]).toContain('Only the newest 10,000 rows')
  }, 60_000)
})
