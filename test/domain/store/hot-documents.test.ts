import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { newId } from '../../../domain/ids.ts'
import { type Doc, type DocumentStore, prefix } from '../../../domain/store/document-store.ts'
import { hotDocuments } from '../../../domain/store/hot-documents.ts'
import { openSqliteStore } from '../../../domain/store/sqlite-store.ts'

type Counter = { token: string; n: number; more: { list: number[] } }

describe('a document that is read again and again', () => {
  let folder: string
  let store: DocumentStore
  let other: DocumentStore
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'hot-'))
    store = openSqliteStore(join(folder, 'bot.db'))
    other = openSqliteStore(join(folder, 'bot.db'))
  })
  afterEach(async () => {
    await Promise.all([store.close(), other.close()])
    await rm(folder, { recursive: true })
  })

  const read = (from = store) => from.read<Counter>('p', 'a')
  const oftenRead = async (): Promise<Doc<Counter> | undefined> => {
    for (let n = 0; n < 3; n++) await read()
    return read()
  }
  const write = async (n: number, to = store): Promise<void> => {
    const before = await read(to)
    const body = { token: newId(), n, more: { list: [n] } }
    const op = before ? { op: 'replace' as const, etag: before.etag } : { op: 'create' as const }
    expect(await to.batch('p', [{ ...op, id: 'a', body }], { id: 'a', token: body.token })).toMatchObject({ ok: true })
  }

  it('is read once', async () => {
    await write(1)
    expect(await oftenRead()).toBe(await read())
  })
  it('is read anew after a change', async () => {
    for (let n = 1; n < 4; n++) {
      await write(n)
      expect((await oftenRead())?.body.n).toBe(n)
    }
  })
  it('is read anew after a change by another process', async () => {
    await write(1)
    await oftenRead()
    await write(2, other)
    expect((await read())?.body.n).toBe(2)
    expect((await read(other))?.body.n).toBe(2)
  })
  it('is found as soon as there is one, and gone when it is taken away', async () => {
    expect(await oftenRead()).toBeUndefined()
    await write(1)
    const made = await oftenRead()
    expect(made?.body.n).toBe(1)
    if (!made) return
    await store.batch('p', [{ op: 'delete', id: 'a', etag: made.etag }], { id: 'a', token: '' })
    expect(await read()).toBeUndefined()
    await write(2, other)
    expect((await read())?.body.n).toBe(2)
  })
  it('stands on every page as it is now, however often the page was read', async () => {
    const page = async (limit = 9) => (await store.range<Counter>('p', { ...prefix('a'), limit })).items
    for (let n = 1; n < 4; n++) {
      await write(n, n % 2 === 0 ? other : store)
      for (let reads = 0; reads < 4; reads++) expect((await page()).map(({ body }) => body.n)).toEqual([n])
    }
    const token = newId()
    await store.batch('p', [{ op: 'create', id: 'ab', body: { token, n: 7, more: { list: [] } } }], { id: 'ab', token })
    expect((await page()).map(({ body }) => body.n)).toEqual([3, 7])
    for (let reads = 0; reads < 3; reads++) expect(await page(1)).toHaveLength(1)
    const down = async (after?: string) =>
      (await store.range('p', { ...prefix('a'), limit: 9, order: 'desc', ...(after === undefined ? {} : { after }) }))
        .items
    for (let reads = 0; reads < 3; reads++) {
      expect((await down()).map(({ id }) => id)).toEqual(['ab', 'a'])
      expect((await down('ab')).map(({ id }) => id)).toEqual(['a'])
      expect(await down('')).toEqual([])
    }
    await expect(page().then(([first]) => first?.body.more.list.push(1))).rejects.toThrow(TypeError)
  })
  it('is as it was after a batch that was refused', async () => {
    await write(1)
    const before = await oftenRead()
    const refused = await store.batch(
      'p',
      [
        { op: 'replace', id: 'a', etag: before?.etag as never, body: { token: 'x', n: 5 } },
        { op: 'replace', id: 'nothing', etag: before?.etag as never, body: { token: 'x' } },
      ],
      { id: 'a', token: 'x' },
    )
    expect(refused).toMatchObject({ ok: false, index: 1 })
    expect(await read()).toEqual(before)
  })
  it('cannot be changed by who has it', async () => {
    await write(1)
    const doc = await oftenRead()
    expect(() => doc?.body.more.list.push(2)).toThrow(TypeError)
    expect((await read())?.body.more.list).toEqual([1])
  })
})

describe('of many documents', () => {
  const docs = Array.from({ length: 100 }, (_, n) => ({ id: `d${n}`, etag: `e${n}` as never, body: { n } }))
  const readAll = (hot: ReturnType<typeof hotDocuments>, which = docs): number => {
    let loads = 0
    for (const doc of which) {
      const load = () => {
        loads += 1
        return { value: doc, bytes: 1000 }
      }
      expect(hot.read('p', doc.id, load)).toBe(doc)
    }
    return loads
  }

  it('those that are read most are kept', () => {
    const hot = hotDocuments(30_000)
    const used = docs.slice(0, 5)
    for (let round = 0; round < 20; round++) {
      readAll(hot, docs.slice(5 * round, 5 * round + 5))
      readAll(hot, used)
    }
    expect(readAll(hot, used)).toBe(0)
  })
  it('no more are kept than may be', () => {
    const hot = hotDocuments(10_000)
    readAll(hot)
    readAll(hot)
    expect(readAll(hot)).toBeGreaterThan(70)
  })
  it('those of an empty place are loaded again', () => {
    const hot = hotDocuments(1_000_000)
    readAll(hot)
    readAll(hot)
    expect(readAll(hot)).toBe(0)
    hot.forgetAll()
    expect(readAll(hot)).toBe(100)
  })
})
