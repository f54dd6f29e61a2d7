import nock from 'nock'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { openCosmosStore } from '../../../domain/store/cosmos-store.ts'
import type { DocumentStore } from '../../../domain/store/document-store.ts'

const endpoint = 'https://account.documents.azure.com'
const names = { endpoint, database: 'd', container: 'c' }
const key = Buffer.alloc(64, 1).toString('base64')
const documents = '/dbs/d/colls/c/docs'
const stored = { id: 'a', pk: 'p', body: { n: 1 }, _etag: '"e"' }
const batch = [{ op: 'create', id: 'a', body: { token: 't' } }] as const
const marker = { id: 'a', token: 't' }

/** What @azure/cosmos itself puts on the wire, seen without any server. */
describe('on the wire', () => {
  const stores: DocumentStore[] = []
  const open = async (options: Partial<Parameters<typeof openCosmosStore>[0]>) => {
    const store = await openCosmosStore({ ...names, attemptMs: 10_000, deadlineMs: 15_000, ...options })
    stores.push(store)
    return store
  }
  beforeAll(() => {
    nock.disableNetConnect()
  })
  beforeEach(() => {
    nock(endpoint).get('/dbs/d').reply(200, { id: 'd' }).get('/dbs/d/colls/c').reply(200, { id: 'c' })
  })
  afterEach(() => {
    expect(nock.pendingMocks()).toEqual([])
    nock.cleanAll()
  })
  afterAll(async () => {
    await Promise.all(stores.map((store) => store.close()))
    nock.enableNetConnect()
    nock.restore()
  })

  it('a throttled read is asked again', async () => {
    const store = await open({ key })
    nock(endpoint)
      .get(`${documents}/a`)
      .reply(429, { code: '429', message: 'slow down' }, { 'x-ms-retry-after-ms': '10' })
      .get(`${documents}/a`)
      .reply(200, stored)
    expect(await store.read('p', 'a')).toEqual({ id: 'a', etag: '"e"', body: { n: 1 } })
  })

  it('a throttled batch is sent again as it was, in one partition, all or nothing', async () => {
    const store = await open({ key })
    const bodies: unknown[] = []
    const expected = {
      'x-ms-documentdb-partitionkey': '["p"]',
      'x-ms-cosmos-is-batch-request': 'true',
      'x-ms-cosmos-batch-atomic': 'true',
      'x-ms-consistency-level': 'Session',
    }
    const seen = (body: unknown) => bodies.push(body) > 0
    nock(endpoint, { reqheaders: expected })
      .post(documents, seen)
      .reply(429, { code: '429', message: 'slow down' }, { 'x-ms-retry-after-ms': '10' })
      .post(documents, seen)
      .reply(200, [{ statusCode: 201, eTag: '"e"' }])
    expect(await store.batch('p', batch, marker)).toEqual({ ok: true, etags: ['"e"'] })
    expect(bodies[0]).toEqual([{ operationType: 'Create', resourceBody: { id: 'a', pk: 'p', body: { token: 't' } } }])
    expect(bodies[1]).toEqual(bodies[0])
  })

  it('a network that fails under a batch leaves it in doubt, and the marker settles it', async () => {
    const store = await open({ key })
    nock(endpoint)
      .post(documents)
      .replyWithError(Object.assign(new Error('reset'), { code: 'ECONNRESET' }))
      .post(documents)
      .reply(207, [{ statusCode: 409 }])
      .get(`${documents}/a`)
      .reply(200, { ...stored, body: { token: 't' } })
    expect(await store.batch('p', batch, marker)).toEqual({ ok: true, recovered: true, etags: ['"e"'] })
  })

  it('a caller without a key shows the token of its identity', async () => {
    const scopes: unknown[] = []
    const credential = {
      getToken: async (scope: unknown) => {
        scopes.push(scope)
        return { token: 'bearer-1', expiresOnTimestamp: Date.now() + 3_600_000 }
      },
    }
    const store = await open({ credential })
    nock(endpoint, { reqheaders: { authorization: 'type=aad&ver=1.0&sig=bearer-1' } })
      .get(`${documents}/a`)
      .reply(200, stored)
    expect(await store.read('p', 'a')).toMatchObject({ id: 'a' })
    expect(scopes).toEqual([[`${endpoint}/.default`]])
  })
})

describe('without a token', () => {
  it.each([
    { name: 'the identity fails', getToken: () => Promise.reject(new Error('no identity here')) },
    { name: 'the identity is silent', getToken: () => new Promise<never>(() => {}) },
  ])('nothing is sent while $name', async ({ getToken }) => {
    const store = await openCosmosStore({ ...names, credential: { getToken }, attemptMs: 50, deadlineMs: 150 })
    await expect(store.batch('p', batch, marker)).rejects.toMatchObject({ outcome: 'notExecuted' })
    await store.close()
  })
})
