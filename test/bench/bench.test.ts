import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { bodyOf, listenOnLoopback } from '../support/loopback.ts'
import { message, tap } from './activities.ts'
import { NO_TRADE } from './customers.ts'
import { inTurn } from './deal.ts'
import { GROWING, type Growth, growthAims, growthReport } from './growth.ts'
import type { Pass } from './jobs.ts'
import { load } from './load.ts'
import type { Operation } from './operations.ts'
import { here } from './processes.ts'
import { aimsOf, type Results, reportOf, table } from './report.ts'
import { type Sample, sampleOf } from './rounds.ts'
import type { Writer } from './set-up.ts'
import { growth, median, percentile, ratio } from './statistics.ts'
import { echoTurns, facetsOf, ourTurns } from './turns.ts'
import { timeUnderstanding } from './understanding.ts'

const ann = { aadObjectId: 'ann', tenantId: 'one', name: 'Ann', locale: 'en-US', serviceUrl: 'http://127.0.0.1:1' }

describe('the numbers', () => {
  it('takes the middle of what was seen', () => {
    expect([median([9, 1, 5]), median([4, 1, 3, 2]), median([7])]).toEqual([5, 2.5, 7])
    expect(() => median([])).toThrow(RangeError)
  })

  it('counts percentiles by nearest rank, in any order', () => {
    const hundred = Array.from({ length: 100 }, (_, n) => 100 - n)
    expect([percentile(hundred, 0.5), percentile(hundred, 0.99), percentile(hundred, 1)]).toEqual([50, 99, 100])
    expect(percentile([3], 0.01)).toBe(3)
    expect(() => percentile([], 0.5)).toThrow(RangeError)
  })

  it('compares round with round, so that a slow moment of the machine hits both', () => {
    expect(ratio([100, 10, 100], [50, 5, 200])).toBe(2)
  })

  it('calls a heap grown by what it gained, and never shrunk', () => {
    expect([growth([100, 300, 110]).toFixed(2), growth([100, 90])]).toEqual(['0.10', 0])
  })
})

describe('the load', () => {
  it('sends every turn once, on as many connections as it was told', async () => {
    const seen: { id: string; port: number | undefined }[] = []
    const server = await listenOnLoopback(async (request, response) => {
      const { id } = JSON.parse(await bodyOf(request)) as { id: string }
      seen.push({ id, port: request.socket.remotePort })
      response.end(id)
    })
    const answers: string[] = []
    const next = () => ({ activity: message(ann, 'help'), answered: (body: string) => void answers.push(body) })
    const measured = await load({ url: server.url, connections: 3, turns: 20, next })
    await server.close()
    expect(new Set(seen.map(({ id }) => id)).size).toBe(20)
    expect(new Set(seen.map(({ port }) => port)).size).toBe(3)
    expect(answers.toSorted()).toEqual(seen.map(({ id }) => id).toSorted())
    expect(measured.latencies).toHaveLength(20)
  })

  it('measures nothing when a turn is refused, or answered wrongly', async () => {
    const server = await listenOnLoopback((request, response) => {
      request.resume()
      response.statusCode = 503
      response.end('busy')
    })
    const refused = load({ url: server.url, connections: 1, turns: 1, next: () => ({ activity: {} }) })
    await expect(refused).rejects.toThrow('503: busy')
    await server.close()
  })

  it('makes one measurement of the slices of a round', () => {
    const slices = [
      { seconds: 2, latencies: [1, 2, 3], cpuMs: 6 },
      { seconds: 2, latencies: [100], cpuMs: 2 },
    ]
    expect(sampleOf(slices)).toEqual({ turnsPerSecond: 1, p50: 2, p99: 100, cpuMs: 2 })
  })

  it('deals people out to connections, so that nobody meets a colleague', () => {
    const next = inTurn(['a', 'b', 'c', 'd', 'e'], 2)
    expect([next(0), next(0), next(0), next(0)]).toEqual(['a', 'c', 'e', 'a'])
    expect([next(1), next(1), next(1)]).toEqual(['b', 'd', 'b'])
    expect(() => inTurn(['a'], 2)(1)).toThrow(RangeError)
  })
})

describe('the turns', () => {
  const nobody = {
    readers: [],
    writers: [],
    askers: [],
    curious: { support: [], partner: [] },
    provider: 'Harbor',
    partners: 0,
    acceptances: [],
    ...NO_TRADE,
  }
  const writer = (): Writer => ({ ...ann, verb: 'enroll-save-support', data: { supportPhone: '' }, rev: 4 })

  it('writes with a fresh operation key and the revision of the last answer', () => {
    const who = writer()
    const { write, duplicate } = ourTurns({ ...nobody, readers: [ann], writers: [who] }, 1)
    const first = write(0)
    const sent = { ...who.data }
    expect(sent).toMatchObject({ rev: 4 })
    first.answered?.('{"verb":"enroll-save-authority","data":{"rev":5}}')
    duplicate(0).answered?.('{"data":{"rev":5}}')
    expect(who.data).toEqual(sent)
    write(0)
    expect(who.data).toMatchObject({ rev: 5 })
    expect(who.data).not.toMatchObject({ op: sent.op })
  })

  it('does not take a refused form for a write, nor a second write for a duplicate', () => {
    const who = writer()
    const { write, duplicate } = ourTurns({ ...nobody, readers: [ann], writers: [who] }, 1)
    expect(() => write(0).answered?.('{"verb":"enroll-save-support","data":{"rev":5}}')).toThrow('not saved')
    expect(() => write(0).answered?.('{"verb":"enroll-save-authority","data":{"rev":4}}')).toThrow('not saved')
    expect(() => duplicate(0).answered?.('{"data":{"rev":5}}')).toThrow('not the card of now')
  })

  it('sends the echoes the same envelope and as large a tap', () => {
    const cast = { ...nobody, readers: [ann], writers: [writer()] }
    const [ours, echo] = [ourTurns(cast, 1), echoTurns(cast, 1)]
    const fields = (activity: object) => Object.keys(activity).toSorted()
    expect(fields(echo.message(0).activity)).toEqual(fields(ours.status(0).activity))
    expect(fields(echo.tap(0).activity)).toEqual(fields(ours.duplicate(0).activity))
    expect(() => echo.tap(0).answered?.('{"statusCode":501}')).toThrow('not an echo')
    expect(tap(ann, 'echo', {})).not.toMatchObject({ id: Reflect.get(tap(ann, 'echo', {}), 'id') })
  })
})

describe('understanding alone', () => {
  it('is timed over questions that are all understood', async () => {
    const timed = await timeUnderstanding(8, 1)
    expect(timed).toHaveLength(4)
    for (const { microseconds } of timed) expect(microseconds).toBeGreaterThan(0)
  })
})

describe('the report', () => {
  const root: Operation = { op: 'read', pk: 'org:x', what: 'root' }
  const range: Operation = { op: 'range', pk: 'lst:rsl:x', what: 'st:' }
  const sample = (turnsPerSecond: number): Sample => ({ turnsPerSecond, p50: 1, p99: 2, cpuMs: 0.5 })
  const results: Results = {
    head: 'a machine',
    ours: 'bot',
    echoes: ['echo', 'other'],
    kinds: ['help', 'check', 'write'],
    samples: {
      'bot · help': [sample(900), sample(1100)],
      'bot · check': [sample(1200), sample(1200)],
      'bot · write': [sample(600), sample(600)],
      'echo · message': [sample(1000), sample(1000)],
      'echo · tap': [sample(1000), sample(2000)],
      'other · message': [sample(500), sample(500)],
      'other · tap': [sample(500), sample(500)],
    },
    starts: { bot: { firstMs: 3000, readyMs: 1600, restBytes: 100e6 } },
    levels: { bot: [1000, 2000].map((turns) => ({ turns, heapBytes: turns * 1000, rssBytes: 1 })) },
    asked: {
      list: { identity: [], beyond: [range], later: [] },
      check: { identity: [root], beyond: [root, root, root], later: [range] },
    },
  }

  it('says of each aim what was seen, and whether it was met', () => {
    expect(aimsOf(results).map(({ seen, isMet }) => `${seen} ${isMet}`)).toEqual([
      '1.00× true',
      '1.20× true',
      '0.90× false',
      '0.45× false',
      '1600 ms false',
      '100 MB true',
      '100.0 % false',
      '0 reads, 1 ranges, 0 batches true',
      '3 reads, 0 ranges, 0 batches false',
    ])
  })

  it('shows every series with its ratio to the echoes that it is measured against', () => {
    const report = reportOf(results)
    expect(report).toMatch(/^a machine\n/)
    expect(report).toMatch(/\| bot · help +\| 1000 +\| 1\.0 +\| 2\.0 +\| 0\.50 +\| 1\.00× +\| +\| 2\.00× +\| +\|/)
    expect(report).toMatch(/\| bot · check +\| 1200 .*\| 1\.20× +\| 0\.90× +\| 2\.40× +\| 2\.40× +\|/)
    expect(report).toMatch(/\| bot · write +\| 600 .*\| +\| 0\.45× +\| +\| 1\.20× +\|/)
    expect(report).toMatch(/\| echo · tap .*\| +\| +\| +\| +\|/)
    expect(report).toMatch(/\| check +\| 1 reads, 0 ranges, 0 batches \| 3 +\| 0 +\| 0 /)
    expect(report).toMatch(/\| write: at least 0\.50× echo · tap +\| 0\.45× +\| MISSED \|/)
  })

  it('takes a world for flat by its middle turn and its operations, each against the smallest', () => {
    const p50 = (...times: readonly number[]) => times.map((time) => ({ ...sample(1), p50: time }))
    const turn = { identity: [], beyond: [range], later: [] }
    const worlds = [10, 1000].map((relationships) => ({ relationships, loadSeconds: 1, diskBytes: 2e6 }))
    const series = [...GROWING, ...GROWING.flatMap(facetsOf)].flatMap((name) => [`10 · ${name}`, `1,000 · ${name}`])
    const growth: Growth = {
      head: 'a machine',
      kinds: GROWING,
      worlds,
      samples: { ...Object.fromEntries(series.map((name) => [name, p50(2, 4, 6)])), '1,000 · check': p50(4, 8, 12) },
      asked: {
        ...Object.fromEntries(series.map((name) => [name, turn])),
        '1,000 · list': { ...turn, beyond: [range, root] },
      },
    }
    const missed = growthAims(growth).filter(({ isMet }) => !isMet)
    expect(missed.map(({ aim, seen }) => `${aim}: ${seen}`)).toEqual([
      'list: as many store operations in every world: 0 reads, 1 ranges, 0 batches / 1 reads, 1 ranges, 0 batches',
      'check: p50 of 1,000 at most 1.5× that of 10: 2.00×',
    ])
    expect(growthReport(growth)).toMatch(/\| check · p50 ms +\| 4\.0 +\| 8\.0 +\|/)
  })

  it('holds a job to its memory and to what a row asks of the store', () => {
    const dryRun: Pass = {
      rows: 100,
      seconds: 2,
      cpuMs: 300,
      heapBytes: [40e6, 41e6, 40e6, 40e6],
      peakRssBytes: [200e6, 300e6],
      operations: { read: 400, range: 50, batch: 50, written: 60 },
    }
    const run: Pass = {
      ...dryRun,
      heapBytes: [40e6, 41e6, 43e6, 44e6],
      operations: { read: 12_000, range: 0, batch: 0, written: 0 },
    }
    const aims = aimsOf({ ...results, job: { dryRun, run } }).filter(({ aim }) => aim.startsWith('bulk'))
    expect(aims.map(({ seen, isMet }) => `${seen} ${isMet}`)).toEqual([
      '0.0 % true',
      '50.0 % false',
      '5.0 true',
      '10.0 % false',
      '50.0 % false',
      '120.0 false',
    ])
    expect(reportOf({ ...results, job: { dryRun, run } })).toMatch(
      /\| dry run of 100 rows \| 50 +\| 3\.00 +\| 40\.0 → 41\.0 → 40\.0 → 40\.0 +\| 200 MB → 300 MB +\| 4\.00 /,
    )
  })

  it('sets understanding beside a help turn', () => {
    const understanding = [{ question: 'Is X partnered with Y?', microseconds: 61, share: 0.12 }]
    expect(aimsOf({ ...results, understanding }).at(-1)).toEqual({
      aim: 'understanding “Is X partnered with Y?”: at most 10.0 % of a help turn',
      seen: '12.0 % (61 µs)',
      isMet: false,
    })
  })

  it('draws columns of one width', () => {
    expect(table(['a', 'bc'], [['def', 'g']])).toBe('| a   | bc |\n| --- | -- |\n| def | g  |')
  })
})

describe('the stock echo bots', () => {
  const read = (path: string) => readFileSync(here(path), 'utf8')
  const versionsOf = (path: string): Record<string, string> => JSON.parse(read(path)).dependencies

  it('stand on the packages alone, as they are published', () => {
    const sources = ['stock/botbuilder-echo.js', 'stock/agents-echo.js'].map(read)
    const imports = sources.map((source) => [...source.matchAll(/from '([^']+)'/g)].map(([, name]) => name))
    expect(imports).toEqual([
      ['botbuilder', 'restify'],
      ['@microsoft/agents-hosting', '@microsoft/agents-hosting-express'],
    ])
    // Whatever reaches into the packages, or leaves out a part of theirs, would no longer be stock.
    for (const source of sources) expect(source).not.toMatch(/import\(|require\(|prototype|pipeline|\/lib\/|httpAgent/)
    for (const source of sources) expect(source.split('\n').length).toBeLessThan(60)
  })

  it('are pinned, to the versions that the product has where it has them', () => {
    const [stock, product] = [versionsOf('stock/package.json'), versionsOf('../../package.json')]
    for (const version of Object.values(stock)) expect(version).toMatch(/^\d+\.\d+\.\d+$/)
    for (const name of ['botbuilder', 'restify']) expect(stock[name]).toBe(product[name])
    expect(read('stock/package-lock.json')).not.toContain('"resolved"')
  })
})
