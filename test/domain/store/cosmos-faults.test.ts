import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { newId } from '../../../domain/ids.ts'
import { openCosmosStore } from '../../../domain/store/cosmos-store.ts'
import { type DocumentStore, type Op, prefix, StoreUnavailable } from '../../../domain/store/document-store.ts'
import { type CosmosFake, type Fault, type Kind, startCosmosFake } from '../../support/cosmos-fake.ts'
import { increment, patiently } from './counter.ts'

const INSTANT = '2001-01-01T00:00:00.000Z'
const FOREVER = Number.POSITIVE_INFINITY

/** After these nobody can tell whether the request was carried out. */
const UNKNOWN: Record<string, Fault> = {
  'status 408': { status: 408 },
  'status 410': { status: 410 },
  'status 500': { status: 500 },
  'status 503': { status: 503 },
  'a 503 without a body': { status: 503, body: '' },
  'an HTML page': { status: 502, headers: { 'content-type': 'text/html' }, body: '<html>Bad Gateway</html>' },
  'a reset connection': { destroy: true },
  silence: { hang: true },
  'half an answer': { stall: true },
  'a success that is no JSON': { status: 200, body: '<html>' },
  'a success of another shape': { status: 200, body: '{}' },
}
/** These say that the request was not carried out. */
const NOT_EXECUTED: Record<string, Fault> = {
  'status 429': { status: 429, headers: { 'x-ms-retry-after-ms': '5' } },
  'status 449': { status: 449 },
  'a write region on the move': { status: 403, headers: { 'x-ms-substatus': '3' } },
  'a container not known yet': { status: 404, headers: { 'x-ms-substatus': '1003' } },
}
const ALL = Object.entries({ ...UNKNOWN, ...NOT_EXECUTED })

let fake: CosmosFake
let stores: DocumentStore[]
beforeEach(async () => {
  fake = await startCosmosFake()
  stores = []
})
afterEach(async () => {
  await Promise.all(stores.map((store) => store.close()))
  await fake.close()
})

type Limits = { attemptMs: number; deadlineMs: number }
const calm: Limits = { attemptMs: 10_000, deadlineMs: 15_000 }
const patient: Limits = { attemptMs: 200, deadlineMs: 15_000 }
const hasty: Limits = { attemptMs: 100, deadlineMs: 300 }
/** Long enough for a busy machine to say that nobody listens. */
const timely: Limits = { attemptMs: 1_500, deadlineMs: 1_600 }

const open = async (limits: Limits = calm): Promise<DocumentStore> => {
  const { endpoint, key } = fake
  const store = await openCosmosStore({ endpoint, key, database: 'test', container: 'documents', ...limits })
  stores.push(store)
  return store
}

const write = (token: string): { ops: Op[]; marker: { id: string; token: string } } => ({
  ops: [
    { op: 'create', id: `done:${token}`, body: { token } },
    { op: 'create', id: 'once', body: { token } },
  ],
  marker: { id: `done:${token}`, token },
})
const requests = (kind: Kind) => fake.requests.filter((request) => request.kind === kind)

describe('an increment', () => {
  const cases = ALL.flatMap(([name, fault]) => (['before', 'after'] as const).map((phase) => ({ name, fault, phase })))
  it.each(cases)('counts once despite $name, $phase it took effect', async ({ fault, phase }) => {
    const store = await open(patient)
    const pk = newId()
    for (const times of [1, 2, 1]) {
      fake.faults({ ...fault, match: 'batch', phase, times })
      await increment(store, pk)
    }
    expect(await store.read(pk, 'counter')).toMatchObject({ body: { n: 3 } })
    expect((await store.range(pk, { ...prefix('done:'), limit: 100 })).items).toHaveLength(3)
    expect(requests('batch').length).toBeGreaterThan(3)
  })
  it('counts once when the look at the marker fails too', async () => {
    const store = await open(patient)
    const pk = newId()
    fake.faults({ match: 'batch', phase: 'after', destroy: true }, { match: 'read', status: 503, times: 3 })
    await increment(store, pk)
    expect(await store.read(pk, 'counter')).toMatchObject({ body: { n: 1 } })
  })
})

describe('a batch that never gets an answer', () => {
  const cases = Object.entries(UNKNOWN).map(([name, fault]) => ({ name, fault }))
  it.each(cases)('has an unknown outcome after $name; the same batch settles it once', async ({ fault }) => {
    const store = await open(hasty)
    const settling = await open()
    await patiently(() => store.read('a', 'a'))
    for (const phase of ['before', 'after'] as const) {
      const pk = newId()
      const { ops, marker } = write(newId())
      fake.faults({ ...fault, match: 'batch', phase, times: FOREVER })
      await expect(store.batch(pk, ops, marker)).rejects.toMatchObject({ outcome: 'unknown' })
      fake.heal()
      expect(await settling.batch(pk, ops, marker)).toMatchObject({ ok: true })
      expect(await settling.batch(pk, ops, marker)).toMatchObject({ ok: true, recovered: true })
      const { items } = await settling.range(pk, { from: 'a', to: 'z', limit: 100 })
      expect(items.map(({ id }) => id)).toEqual([marker.id, 'once'])
    }
  })
  it.each(Object.entries(NOT_EXECUTED).map(([name, fault]) => ({ name, fault })))(
    'was certainly not executed after $name, and does not wait beyond its deadline',
    async ({ fault }) => {
      const store = await open()
      const { ops, marker } = write(newId())
      const headers = { ...fault.headers, 'x-ms-retry-after-ms': '60000' }
      fake.faults({ ...fault, headers, match: 'batch', times: FOREVER })
      await expect(store.batch(newId(), ops, marker)).rejects.toMatchObject({ outcome: 'notExecuted' })
      expect(requests('batch')).toHaveLength(1)
    },
  )
  it('was certainly not executed while no connection comes about', async () => {
    const store = await open(timely)
    await patiently(() => store.read('a', 'a'))
    await fake.close()
    await expect(store.read('a', 'a')).rejects.toMatchObject({ outcome: 'notExecuted' })
    const { ops, marker } = write(newId())
    await expect(store.batch('a', ops, marker)).rejects.toMatchObject({ outcome: 'notExecuted' })
  })
  it('was certainly not executed while the container could not be looked up', async () => {
    const store = await open(hasty)
    const { ops, marker } = write(newId())
    fake.faults({ match: 'database', destroy: true, times: FOREVER })
    await expect(store.batch('a', ops, marker)).rejects.toMatchObject({ outcome: 'notExecuted' })
    expect(requests('batch')).toEqual([])
  })
  it('has an unknown outcome when only the look at the marker is missing', async () => {
    const store = await open()
    const pk = newId()
    const { ops, marker } = write(newId())
    await store.batch(pk, ops, marker)
    fake.faults({ match: 'read', status: 429, headers: { 'x-ms-retry-after-ms': '60000' }, times: FOREVER })
    await expect(store.batch(pk, ops, marker)).rejects.toMatchObject({ outcome: 'unknown' })
  })
  it('has an unknown outcome when a refusal follows a lost answer', async () => {
    const store = await open()
    const { ops, marker } = write(newId())
    fake.faults({ match: 'batch', phase: 'after', destroy: true }, { match: 'batch', status: 401 })
    await expect(store.batch(newId(), ops, marker)).rejects.toMatchObject({ outcome: 'unknown' })
  })
})

describe('a refusal', () => {
  it.each([400, 401, 403, 413])('of status %i is a fault, and is not repeated', async (status) => {
    const store = await open()
    const { ops, marker } = write(newId())
    fake.faults({ match: 'batch', status, times: FOREVER })
    const thrown = await store.batch(newId(), ops, marker).catch((error: unknown) => error)
    expect(thrown).toBeInstanceOf(Error)
    expect(thrown).not.toBeInstanceOf(StoreUnavailable)
    expect(requests('batch')).toHaveLength(1)
  })
  it('of a wrong key says so, and shows neither key nor signature', async () => {
    const key = Buffer.alloc(64, 7).toString('base64')
    const store = await openCosmosStore({ endpoint: fake.endpoint, key, database: 'test', container: 'documents' })
    const thrown = await store.read('a', 'a').catch((error: unknown) => error)
    expect(String(thrown)).toContain('401')
    expect(JSON.stringify(thrown, Object.getOwnPropertyNames(thrown))).not.toMatch(/sig=|sig%3D/)
    await store.close()
  })
})

describe('reading', () => {
  const kinds = ['read', 'query', 'plan', 'ranges'] as const
  const cases = ALL.flatMap(([name, fault]) => kinds.map((match) => ({ name, fault, match })))
  // The SDK takes a page of another shape for an empty one.
  it.each(cases.filter(({ fault, match }) => match !== 'query' || fault.body !== '{}'))(
    'gets through $name to a $match',
    async ({ fault, match }) => {
      const store = await open(patient)
      const pk = newId()
      await store.batch(pk, [{ op: 'create', id: 'a', body: { token: 't' }, due: INSTANT }], { id: 'a', token: 't' })
      fake.faults({ ...fault, match, times: 2 })
      expect(await store.read(pk, 'a')).toMatchObject({ body: { token: 't' } })
      expect((await store.range(pk, { from: 'a', to: 'b', limit: 5 })).items).toHaveLength(1)
      expect(await store.due(INSTANT, 5)).toMatchObject([{ pk, id: 'a' }])
    },
  )
  it('has changed nothing when it gets no answer', async () => {
    const store = await open(hasty)
    fake.faults({ status: 503, times: FOREVER })
    await expect(store.read('a', 'a')).rejects.toMatchObject({ outcome: 'notExecuted' })
    await expect(store.range('a', { from: 'a', to: 'b', limit: 1 })).rejects.toBeInstanceOf(StoreUnavailable)
    await expect(store.due(INSTANT, 1)).rejects.toBeInstanceOf(StoreUnavailable)
  })
  it('sends the session token, and lets go of one that no replica can meet', async () => {
    const store = await open()
    const pk = newId()
    const { ops, marker } = write(newId())
    await store.batch(pk, ops, marker)
    fake.faults({ match: 'read', status: 404, headers: { 'x-ms-substatus': '1002' } })
    expect(await store.read(pk, 'once')).toMatchObject({ id: 'once' })
    expect(requests('read').map(({ headers }) => headers['x-ms-session-token'])).toEqual([
      expect.stringMatching(/^[01]:-1#1$/),
      undefined,
    ])
  })
  it('learns of a partition that was split', async () => {
    const store = await open()
    const pk = newId()
    await store.batch(pk, [{ op: 'create', id: 'a', body: { token: 't' }, due: INSTANT }], { id: 'a', token: 't' })
    await store.due(INSTANT, 5)
    fake.faults({ match: 'query', status: 410, headers: { 'x-ms-substatus': '1002' } })
    expect(await store.due(INSTANT, 5)).toMatchObject([{ pk, id: 'a' }])
    expect(requests('ranges')).toHaveLength(3)
  })
})

describe('waiting', () => {
  it('is at least as long as the account asks for', async () => {
    const store = await open()
    await store.read('a', 'a')
    fake.faults({ match: 'read', status: 429, headers: { 'x-ms-retry-after-ms': '120' } })
    await store.read('a', 'a')
    const [, refused, again] = requests('read').map(({ at }) => at)
    expect((again ?? 0) - (refused ?? 0)).toBeGreaterThanOrEqual(119)
  })
})

describe('starting', () => {
  it('succeeds while the account is down, and recovers by itself', async () => {
    await fake.close()
    const store = await open(hasty)
    const { ops, marker } = write(newId())
    await expect(store.read('a', 'a')).rejects.toMatchObject({ outcome: 'notExecuted' })
    await expect(store.batch('a', ops, marker)).rejects.toMatchObject({ outcome: 'notExecuted' })

    const { endpoint, key } = fake
    fake = await startCosmosFake({ port: Number(new URL(endpoint).port), key })
    expect(await patiently(() => store.batch('a', ops, marker))).toMatchObject({ ok: true })
    expect(await patiently(() => store.read('a', 'once'))).toMatchObject({ id: 'once' })
  })
  // A success of another shape is a success here.
  const cases = ALL.filter(([, { status }]) => status !== 200)
  it.each(cases.map(([name, fault]) => ({ name, fault })))('makes its container despite $name', async ({ fault }) => {
    const store = await open(patient)
    const { ops, marker } = write(newId())
    fake.faults({ ...fault, match: 'database' }, { ...fault, match: 'newDatabase', phase: 'after' })
    fake.faults({ ...fault, match: 'container' }, { ...fault, match: 'newContainer', phase: 'after' })
    expect(await store.batch('a', ops, marker)).toMatchObject({ ok: true })
    expect(requests('newContainer')).not.toEqual([])
  })
  it('makes one container of two processes, indexed by what is asked for alone', async () => {
    const [store, other] = [await open(), await open()]
    const [first, second] = [write(newId()), write(newId())]
    await Promise.all([store.batch('a', first.ops, first.marker), other.batch('b', second.ops, second.marker)])
    expect(await store.read('b', 'once')).toMatchObject({ id: 'once' })
    expect(fake.definition('test', 'documents')).toMatchObject({
      partitionKey: { paths: ['/pk'] },
      indexingPolicy: { includedPaths: [{ path: '/due/?' }], excludedPaths: [{ path: '/*' }] },
    })
  })
})
