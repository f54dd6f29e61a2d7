import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { newId } from '../../../domain/ids.ts'
import type { BatchResult, Doc, DocumentStore, Etag, Json, Op, Range } from '../../../domain/store/document-store.ts'
import { prefix } from '../../../domain/store/document-store.ts'
import { increment } from './counter.ts'

/** Two connections to the same documents, as two processes would have them. */
export type Opened = { store: DocumentStore; other: DocumentStore; close(): Promise<void> }

const KB = 1024

/** What every document store promises (persistence.md 3); each adapter runs it, and a real account can. */
export function storeContract(name: string, open: () => Promise<Opened>): void {
  describe(name, () => {
    let opened: Opened
    let store: DocumentStore
    beforeAll(async () => {
      opened = await open()
      store = opened.store
    })
    afterAll(() => opened.close())

    /** A batch marked by its first create or replace. */
    const batch = (pk: string, ops: readonly Op[], token = newId()): Promise<BatchResult> => {
      const marked = ops.find(({ op }) => op !== 'delete')
      const carrying = ops.map((op) =>
        op === marked && op.op !== 'delete' ? { ...op, body: { ...object(op.body), token } } : op,
      )
      return store.batch(pk, carrying, { id: (marked ?? ops[0])?.id ?? '', token })
    }
    const create = (id: string, body: Json = { n: 1 }, due?: string): Op => ({
      op: 'create',
      id,
      body,
      ...(due && { due }),
    })
    const put = async (pk: string, ...ids: string[]): Promise<Etag[]> => {
      const result = await batch(
        pk,
        ids.map((id) => create(id)),
      )
      if (!result.ok) throw new Error(result.reason)
      return result.etags.map((etag) => etag as Etag)
    }
    const current = async (pk: string, id: string): Promise<Doc> => {
      const doc = await store.read(pk, id)
      if (!doc) throw new Error(`${id} is not there`)
      return doc
    }
    const ids = async (pk: string, range: Partial<Range> = {}): Promise<string[]> =>
      (await store.range(pk, { from: '!', to: '~', limit: 100, ...range })).items.map(({ id }) => id)

    describe('reading', () => {
      it('gives back what was created, under the etag the batch answered', async () => {
        const pk = newId()
        const due = '2031-05-06T07:08:09.012Z'
        const result = await batch(pk, [create('a', { token: '' }), create('b', { deep: [{ n: null }] }, due)])
        expect(result).toMatchObject({ ok: true })
        const b = await store.read(pk, 'b')
        expect(b).toEqual({ id: 'b', etag: result.ok && result.etags[1], body: { deep: [{ n: null }] }, due })
        expect(await store.read(pk, 'a')).not.toHaveProperty('due')
      })
      it('finds nothing where nothing was written, nor in another partition', async () => {
        const pk = newId()
        await put(pk, 'a')
        expect(await store.read(pk, 'b')).toBeUndefined()
        expect(await store.read(newId(), 'a')).toBeUndefined()
      })
      it('keeps every kind of JSON value and every script as it is', async () => {
        const pk = newId()
        const body = {
          text: '間接プロバイダー 🏯 \u2028 "quoted" \\ \n é e\u0301 \u0000',
          numbers: [0, -1.5, 1e21, Number.MAX_SAFE_INTEGER],
          rest: [true, false, null, [], {}, ''],
          'key with. $ and キー': { nested: [[['deep']]] },
        }
        await batch(pk, [create('a'), create('b', body), create('c', ['a list']), create('d', 'a text')])
        expect((await current(pk, 'b')).body).toEqual(body)
        expect((await current(pk, 'c')).body).toEqual(['a list'])
        expect((await current(pk, 'd')).body).toBe('a text')
      })
    })

    describe('etags', () => {
      it('refuse a create where a document is, and leave it as it was', async () => {
        const pk = newId()
        const [etag] = await put(pk, 'a')
        expect(await batch(pk, [create('a', { n: 2 })])).toEqual({ ok: false, index: 0, reason: 'conflict' })
        expect(await store.read(pk, 'a')).toMatchObject({ etag, body: { n: 1 } })
      })
      it('let a replace through once, and give the document a new one', async () => {
        const pk = newId()
        const [first] = (await put(pk, 'a')) as [Etag]
        const replace = (n: number): Op => ({ op: 'replace', id: 'a', etag: first, body: { n } })
        const result = await batch(pk, [replace(2)])
        expect(result.ok && result.etags[0]).not.toBe(first)
        expect(await batch(pk, [replace(3)])).toEqual({ ok: false, index: 0, reason: 'stale' })
        expect(await store.read(pk, 'a')).toMatchObject({ etag: result.ok && result.etags[0], body: { n: 2 } })
      })
      it('stay different when a document becomes what it was', async () => {
        const pk = newId()
        await batch(pk, [create('a', { n: 1 })], 'same')
        const seen: Etag[] = []
        for (const n of [2, 1]) {
          const { etag } = await current(pk, 'a')
          await batch(pk, [{ op: 'replace', id: 'a', etag, body: { n } }], 'same')
          seen.push(etag)
        }
        const last = await current(pk, 'a')
        expect(last.body).toEqual({ n: 1, token: 'same' })
        expect(seen).not.toContain(last.etag)
        const stale = await batch(pk, [{ op: 'replace', id: 'a', etag: seen[0] as Etag, body: { n: 9 } }])
        expect(stale).toMatchObject({ reason: 'stale' })
      })
      it('guard a delete, which leaves room for a new document', async () => {
        const pk = newId()
        const [first] = (await put(pk, 'a')) as [Etag]
        await batch(pk, [{ op: 'replace', id: 'a', etag: first, body: {} }])
        expect(await batch(pk, [{ op: 'delete', id: 'a', etag: first }])).toMatchObject({ reason: 'stale' })
        const { etag } = await current(pk, 'a')
        expect(await batch(pk, [{ op: 'delete', id: 'a', etag }])).toEqual({ ok: true, etags: [undefined] })
        expect(await store.read(pk, 'a')).toBeUndefined()
        expect(await batch(pk, [{ op: 'delete', id: 'a', etag }])).toMatchObject({ reason: 'notFound' })
        expect(await batch(pk, [{ op: 'replace', id: 'a', etag, body: {} }])).toMatchObject({ reason: 'notFound' })
        expect(await put(pk, 'a')).toHaveLength(1)
      })
    })

    describe('a batch', () => {
      it.each([0, 1, 50, 99])('writes nothing at all when operation %i of 100 is refused', async (bad) => {
        const pk = newId()
        const [etag] = (await put(pk, 'kept', 'taken')) as [Etag]
        const ops = Array.from({ length: 100 }, (_, n): Op => (n === bad ? create('taken') : create(`new:${n}`)))
        const other = bad === 0 ? 1 : 0
        ops[other] = { op: 'replace', id: 'kept', etag, body: { n: 2 } }
        expect(await batch(pk, ops)).toEqual({ ok: false, index: bad, reason: 'conflict' })
        expect(await ids(pk)).toEqual(['kept', 'taken'])
        expect(await store.read(pk, 'kept')).toMatchObject({ etag, body: { n: 1 } })
      })
      it('creates, replaces and deletes together', async () => {
        const pk = newId()
        const [replaced, deleted] = (await put(pk, 'replaced', 'deleted')) as [Etag, Etag]
        const result = await batch(pk, [
          create('created'),
          { op: 'replace', id: 'replaced', etag: replaced, body: { n: 2 } },
          { op: 'delete', id: 'deleted', etag: deleted },
        ])
        expect(result).toMatchObject({ ok: true, etags: [expect.any(String), expect.any(String), undefined] })
        expect(await ids(pk)).toEqual(['created', 'replaced'])
      })
      it('holds a hundred operations, a document of 400 KB, and 1.5 MB together', async () => {
        const pk = newId()
        expect(await put(pk, ...Array.from({ length: 100 }, (_, n) => `n:${n}`))).toHaveLength(100)
        const large = 'x'.repeat(400 * KB - 2)
        expect(await batch(pk, [create('mark'), create('large', large)])).toMatchObject({ ok: true })
        expect((await current(pk, 'large')).body).toBe(large)
        const text = '界'.repeat(100 * KB)
        const heavy = ['a', 'b', 'c', 'd', 'e'].map((id) => create(id, { text }))
        expect(await batch(pk, heavy)).toMatchObject({ ok: true })
      })
      it('is not even tried beyond that', async () => {
        const pk = newId()
        const many = Array.from({ length: 101 }, (_, n) => create(`n:${n}`))
        const text = 'x'.repeat(300 * KB)
        await expect(batch(pk, many)).rejects.toThrow(RangeError)
        await expect(store.batch(pk, [], { id: 'a', token: 't' })).rejects.toThrow(RangeError)
        await expect(batch(pk, [create('mark'), create('a', 'x'.repeat(400 * KB))])).rejects.toThrow(RangeError)
        await expect(
          batch(
            pk,
            [1, 2, 3, 4, 5, 6].map((n) => create(`${n}`, { text })),
          ),
        ).rejects.toThrow(RangeError)
        await expect(batch(pk, [create('a'), create('b'), create('a')])).rejects.toThrow(TypeError)
        await expect(batch(pk, [create('a', {}, '2031-05-06T07:08:09Z')])).rejects.toThrow(TypeError)
        expect(await ids(pk)).toEqual([])
      })
      it('has a marker that it carries itself', async () => {
        const pk = newId()
        const marked = create('a', { token: 'mine' })
        await expect(store.batch(pk, [marked], { id: 'b', token: 'mine' })).rejects.toThrow(TypeError)
        await expect(store.batch(pk, [marked], { id: 'a', token: 'yours' })).rejects.toThrow(TypeError)
        await expect(store.batch(pk, [create('a', 'mine')], { id: 'a', token: 'mine' })).rejects.toThrow(TypeError)
        expect(await ids(pk)).toEqual([])
      })
      it('is answered as done when it is sent again, whatever came later', async () => {
        const pk = newId()
        const [root] = (await put(pk, 'root')) as [Etag]
        const ops = [create('audit'), { op: 'replace', id: 'root', etag: root, body: { n: 2 } } satisfies Op]
        const done = await batch(pk, ops, 'token-1')
        if (!done.ok) throw new Error(done.reason)
        expect(await batch(pk, ops, 'token-1')).toEqual({
          ok: true,
          recovered: true,
          etags: [done.etags[0], undefined],
        })
        await batch(pk, [{ op: 'replace', id: 'root', etag: done.etags[1] as Etag, body: { n: 3 } }])
        expect(await batch(pk, ops, 'token-1')).toMatchObject({ ok: true, recovered: true })
        expect(await batch(pk, ops, 'token-2')).toEqual({ ok: false, index: 0, reason: 'conflict' })
        expect((await current(pk, 'root')).body).toMatchObject({ n: 3 })
      })
      it('marked by a replace is answered as done until the next replace', async () => {
        const pk = newId()
        const [etag] = (await put(pk, 'lease')) as [Etag]
        const ops = [{ op: 'replace', id: 'lease', etag, body: {} } satisfies Op]
        const done = await batch(pk, ops, 'token-1')
        expect(await batch(pk, ops, 'token-1')).toEqual({ ...done, recovered: true })
        await batch(pk, [{ op: 'replace', id: 'lease', etag: (await current(pk, 'lease')).etag, body: {} }])
        expect(await batch(pk, ops, 'token-1')).toMatchObject({ reason: 'stale' })
      })
    })

    describe('keys', () => {
      const good = ['a', '0', 'Ab-9_x.y:z~w|v', `a${'-'.repeat(254)}`, 'usr:7a1c~b|c.d_e-f', 'a..']
      const bad = [
        '',
        ' ',
        '-a',
        '.',
        '..',
        ':a',
        'a b',
        'a/b',
        'a\\b',
        'a?b',
        'a#b',
        'a%b',
        'é',
        '名',
        'a\n',
        `a${'b'.repeat(255)}`,
      ]
      it.each(good)('may be %s', async (text) => {
        const pk = `${text.slice(0, 200)}.${newId()}`
        await put(pk, text)
        expect(await store.read(pk, text)).toMatchObject({ id: text })
        expect(await ids(pk)).toEqual([text])
      })
      it.each(bad)('may not be %j', async (text) => {
        await expect(store.read(text, 'a')).rejects.toThrow(TypeError)
        await expect(store.read('a', text)).rejects.toThrow(TypeError)
        await expect(store.range(text, { from: 'a', to: 'b', limit: 1 })).rejects.toThrow(TypeError)
        await expect(batch(text, [create('a')])).rejects.toThrow(TypeError)
        await expect(batch('a', [create('b'), create(text)])).rejects.toThrow(TypeError)
        await expect(batch('a', [create('b'), { op: 'delete', id: text, etag: 'x' as Etag }])).rejects.toThrow(
          TypeError,
        )
      })
    })

    describe('a range', () => {
      const sorted = [
        '0',
        '9',
        'A',
        'Z',
        'a',
        'a-',
        'a.',
        'a0',
        'a:',
        'aA',
        'a_',
        'aa',
        'a|',
        'a~',
        'b',
        'b:1',
        'b:10',
        'b:2',
        'z',
      ]
      const filled = newId()
      beforeAll(() => put(filled, ...sorted.toReversed()))

      it('is in ASCII order, up or down', async () => {
        expect(await ids(filled)).toEqual(sorted)
        expect(await ids(filled, { order: 'desc' })).toEqual(sorted.toReversed())
      })
      it('begins with `from` and ends before `to`', async () => {
        expect(await ids(filled, { from: 'a:', to: 'aa' })).toEqual(['a:', 'aA', 'a_'])
        expect(await ids(filled, { from: 'a:', to: 'aa', order: 'desc' })).toEqual(['a_', 'aA', 'a:'])
        expect(await ids(filled, prefix('b:'))).toEqual(['b:1', 'b:10', 'b:2'])
        expect(await ids(filled, { from: 'c', to: 'd' })).toEqual([])
      })
      it.each(['asc', 'desc'] as const)('is walked in pages of any size, %s', async (order) => {
        const expected = order === 'asc' ? sorted : sorted.toReversed()
        for (const limit of [1, 2, 7, sorted.length, 100]) {
          const pages: string[][] = []
          let after: string | undefined
          do {
            const range = { from: '!', to: '~', limit, order, ...(after && { after }) }
            const { items, next } = await store.range(filled, range)
            pages.push(items.map(({ id }) => id))
            after = next
          } while (after && pages.length <= sorted.length)
          expect(pages.flat()).toEqual(expected)
          expect(pages).toHaveLength(Math.ceil(sorted.length / limit))
        }
      })
      it('goes on where it was, though documents come and go', async () => {
        const pk = newId()
        await put(pk, 'a', 'c', 'e', 'g')
        const first = await store.range(pk, { from: 'a', to: 'z', limit: 2 })
        expect(first.next).toBe('c')
        await batch(pk, [{ op: 'delete', id: 'c', etag: (await current(pk, 'c')).etag }])
        await put(pk, 'b', 'd')
        expect(await ids(pk, { after: 'c' })).toEqual(['d', 'e', 'g'])
        expect(await ids(pk, { after: 'e', order: 'desc' })).toEqual(['d', 'b', 'a'])
        expect(await ids(pk, { from: 'd', after: 'a' })).toEqual(['d', 'e', 'g'])
      })
      it('holds whole documents of its own partition', async () => {
        const pk = newId()
        await put(newId(), 'a')
        await batch(pk, [create('a', { n: 7 }, '2031-05-06T07:08:09.012Z')])
        expect((await store.range(pk, { from: 'a', to: 'b', limit: 1 })).items).toEqual([await current(pk, 'a')])
      })
      it.each([0, -1, 101, 1.5, Number.NaN])('has no limit of %d', async (limit) => {
        await expect(store.range('a', { from: 'a', to: 'b', limit })).rejects.toThrow(RangeError)
        await expect(store.due('2031-05-06T07:08:09.012Z', limit)).rejects.toThrow(RangeError)
      })
    })

    describe('what is due', () => {
      it('comes from all partitions, earliest first, no later than now', async () => {
        const at = (minute: number) => `2001-01-01T00:${String(minute).padStart(2, '0')}:00.000Z`
        const minutes = [7, 3, 9, 1, 8, 2, 6, 4, 5, 10, 11, 12]
        const partitions = Array.from({ length: 4 }, () => newId())
        await Promise.all(
          minutes.map((minute, n) => batch(partitions[n % 4] ?? '', [create(`m:${minute}`, { minute }, at(minute))])),
        )
        const due = (minute: number, limit = 100) => store.due(at(minute), limit)
        const names = async (minute: number, limit?: number) => (await due(minute, limit)).map(({ id }) => id)
        await eventually(async () =>
          expect(await names(9)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9].map((minute) => `m:${minute}`)),
        )
        expect(await names(12, 5)).toEqual(['m:1', 'm:2', 'm:3', 'm:4', 'm:5'])
        expect(await names(0)).toEqual([])

        for (const { pk, ...doc } of await due(12)) {
          expect(doc).toEqual(await current(pk, doc.id))
          const later = { op: 'replace', id: doc.id, etag: doc.etag, body: doc.body } as const
          expect(await batch(pk, [later])).toMatchObject({ ok: true })
        }
        await eventually(async () => expect(await names(12)).toEqual([]))
      })
      it('can be more than one answer holds', async () => {
        const due = '1999-01-01T00:00:00.000Z'
        const partitions = [newId(), newId(), newId()]
        for (const pk of partitions)
          await batch(
            pk,
            Array.from({ length: 50 }, (_, n) => create(`n:${n}`, { n }, due)),
          )
        const seen = new Set<string>()
        const work = async () => {
          for (const { pk, id, etag } of await store.due(due, 100)) {
            if ((await batch(pk, [{ op: 'delete', id, etag }])).ok) seen.add(`${pk}/${id}`)
          }
          expect(seen.size).toBe(150)
        }
        await eventually(work)
        await eventually(async () => expect(await store.due(due, 100)).toEqual([]))
      })
      it('is asked for at an instant of fixed width', async () => {
        await expect(store.due('2031-05-06', 1)).rejects.toThrow(TypeError)
      })
    })

    describe('many at once', () => {
      it('let one of them create a document', async () => {
        const pk = newId()
        const results = await Promise.all(
          Array.from({ length: 12 }, (_, n) => {
            const body = { n, token: newId() }
            const connection = n % 2 ? opened.other : store
            return connection.batch(pk, [{ op: 'create', id: 'a', body }], { id: 'a', token: body.token })
          }),
        )
        const winners = results.flatMap(({ ok }, n) => (ok ? [n] : []))
        expect(winners).toHaveLength(1)
        await eventually(async () => expect((await current(pk, 'a')).body).toMatchObject({ n: winners[0] }))
      })
      it('count every increment once', async () => {
        const pk = newId()
        const worker = async (connection: DocumentStore) => {
          for (let n = 0; n < 5; n++) await increment(connection, pk)
        }
        await Promise.all([store, opened.other, store, opened.other].map(worker))
        await eventually(async () => expect((await current(pk, 'counter')).body).toMatchObject({ n: 20 }))
        expect((await store.range(pk, { ...prefix('done:'), limit: 100 })).items).toHaveLength(20)
      })
    })
  })
}

/** What another connection wrote may be seen a little later. */
const eventually = (assertion: () => Promise<void>): Promise<void> => vi.waitFor(assertion, { timeout: 15_000 })

const object = (body: Json): Record<string, Json> =>
  body !== null && typeof body === 'object' && !Array.isArray(body) ? body : {}
