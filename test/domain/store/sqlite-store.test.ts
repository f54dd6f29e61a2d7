import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { DocumentStore, Op } from '../../../domain/store/document-store.ts'
import { openSqliteStore } from '../../../domain/store/sqlite-store.ts'
import { storeContract } from './contract.ts'

storeContract('SQLite', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'store-'))
  const file = join(folder, 'new', 'bot.db')
  const store = openSqliteStore(file)
  const other = openSqliteStore(file)
  return {
    store,
    other,
    close: async () => {
      await Promise.all([store.close(), other.close()])
      await rm(folder, { recursive: true })
    },
  }
})

describe('batches that come at once', () => {
  let folder: string
  let store: DocumentStore
  const open = () => openSqliteStore(join(folder, 'bot.db'))
  const make = (pk: string, id: string, body: { token: string; text?: string }) => {
    const op: Op = { op: 'create', id, body }
    return store.batch(pk, [op], { id, token: body.token })
  }
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'store-'))
    store = open()
  })
  afterEach(async () => {
    await store.close()
    await rm(folder, { recursive: true })
  })

  it('share a commit, and none shares the fate of another', async () => {
    const results = await Promise.all([
      make('one', 'a', { token: 'first' }),
      make('one', 'a', { token: 'second' }),
      make('one', 'a', { token: 'first' }),
      make('two', 'a', { token: 'third' }),
    ])
    expect(results).toMatchObject([
      { ok: true },
      { ok: false, index: 0, reason: 'conflict' },
      { ok: true, recovered: true },
      { ok: true },
    ])
    expect((await store.read('one', 'a'))?.body).toEqual({ token: 'first' })
    expect((await store.read('two', 'a'))?.body).toEqual({ token: 'third' })
  })

  it('take nothing along of one that is refused half way', async () => {
    await make('one', 'taken', { token: 'before' })
    const ops: readonly Op[] = [
      { op: 'create', id: 'new', body: { token: 't' } },
      { op: 'create', id: 'taken', body: {} },
    ]
    const [refused, other] = await Promise.all([
      store.batch('one', ops, { id: 'new', token: 't' }),
      make('one', 'other', { token: 'o' }),
    ])
    expect([refused, other]).toMatchObject([{ ok: false, index: 1, reason: 'conflict' }, { ok: true }])
    expect(await store.read('one', 'new')).toBeUndefined()
    expect(await store.read('one', 'other')).toBeDefined()
  })

  it('are written as they were handed over', async () => {
    const body = { token: 't', text: 'before' }
    const written = make('one', 'a', body)
    body.text = 'after'
    await written
    expect((await store.read('one', 'a'))?.body).toEqual({ token: 't', text: 'before' })
  })

  it('are in the file before it is closed', async () => {
    const written = make('one', 'a', { token: 't' })
    await store.close()
    expect(await written).toMatchObject({ ok: true })
    store = open()
    expect((await store.read('one', 'a'))?.body).toEqual({ token: 't' })
  })

  it('are refused after that', async () => {
    await store.close()
    await expect(make('one', 'a', { token: 't' })).rejects.toThrow('not open')
  })

  it('all fail when the disk takes no commit, and leave nothing behind', async () => {
    const other = new DatabaseSync(join(folder, 'bot.db'))
    other.exec('BEGIN IMMEDIATE')
    const outcomes = await Promise.allSettled([
      make('one', 'a', { token: 'first' }),
      make('two', 'a', { token: 'second' }),
    ])
    other.exec('ROLLBACK')
    other.close()
    expect(outcomes).toMatchObject([
      { status: 'rejected', reason: { outcome: 'notExecuted' } },
      { status: 'rejected', reason: { outcome: 'notExecuted' } },
    ])
    expect(await make('one', 'a', { token: 'again' })).toMatchObject({ ok: true })
  })
})
