import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { DatabaseSync } from 'node:sqlite'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { newId } from '../../../domain/ids.ts'
import {
  type Doc,
  type DocumentStore,
  type Page,
  prefix,
  StoreUnavailable,
} from '../../../domain/store/document-store.ts'
import { openSqliteStore } from '../../../domain/store/sqlite-store.ts'

const writer = join(import.meta.dirname, 'writer.ts')
let folder: string
let file: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'store-'))
  file = join(folder, 'bot.db')
})
afterEach(() => rm(folder, { recursive: true }))

const start = (...args: string[]): ChildProcessWithoutNullStreams => {
  const child = spawn(process.execPath, [writer, file, ...args])
  child.stderr.pipe(process.stderr)
  return child
}

async function everything(store: DocumentStore): Promise<Doc<{ token: string; text: string }>[]> {
  const all: Doc<{ token: string; text: string }>[] = []
  for (let after: string | undefined = '0'; after !== undefined; ) {
    const page: Page<{ token: string; text: string }> = await store.range('p', {
      from: '0',
      to: '~',
      limit: 100,
      after,
    })
    all.push(...page.items)
    after = page.next
  }
  return all
}

describe('a process killed while it writes', () => {
  it('loses nothing it has acknowledged, and leaves no half of a batch', async () => {
    const acknowledged = new Set<string>()
    for (let round = 0; round < 8; round++) {
      const child = start('triples')
      const until = acknowledged.size + 1 + Math.floor(Math.random() * 300)
      const gone = once(child, 'close')
      createInterface(child.stdout).on('line', (token) => {
        acknowledged.add(token)
        if (acknowledged.size === until) setTimeout(() => child.kill('SIGKILL'), Math.random() * 5)
      })
      const [, signal] = await gone
      expect(signal).toBe('SIGKILL')
    }
    const store = openSqliteStore(file)
    const parts = new Map<string, number>()
    for (const { id, body } of await everything(store)) {
      expect(id.startsWith(body.token) && body.text.length === 2000).toBe(true)
      parts.set(body.token, (parts.get(body.token) ?? 0) + 1)
    }
    expect([...acknowledged].filter((token) => !parts.has(token))).toEqual([])
    expect([...parts.values()].filter((count) => count !== 3)).toEqual([])
    await store.close()

    const db = new DatabaseSync(file)
    expect(db.prepare('PRAGMA integrity_check').all()).toEqual([{ integrity_check: 'ok' }])
    expect(db.prepare('PRAGMA journal_mode').get()).toEqual({ journal_mode: 'wal' })
    db.close()
  })
})

describe('several processes on one file', () => {
  it('count every increment once', async () => {
    const children = [1, 2, 3].map(() => start('increments', '150'))
    expect(await Promise.all(children.map((child) => once(child, 'close')))).toEqual([1, 2, 3].map(() => [0, null]))
    const store = openSqliteStore(file)
    expect(await store.read('p', 'counter')).toMatchObject({ body: { n: 450 } })
    await store.close()
  })
  it('let the log end that grows while another reads without a pause', async () => {
    const store = openSqliteStore(file)
    const reader = start('reads')
    await once(reader.stdout, 'data')
    const body = { text: 'x'.repeat(300_000) }
    for (let n = 0; n < 200; n++) {
      const token = newId()
      const written = await store.batch('p', [{ op: 'create', id: token, body: { ...body, token } }], {
        id: token,
        token,
      })
      expect(written.ok).toBe(true)
    }
    const { size } = await stat(`${file}-wal`)
    reader.kill('SIGKILL')
    await once(reader, 'close')
    expect(size).toBeLessThan(45_000_000)
    await store.close()
  })
  it('give up waiting for one that holds the file, having changed nothing', async () => {
    const store = openSqliteStore(file)
    const holder = new DatabaseSync(file)
    holder.exec('BEGIN IMMEDIATE')
    const token = newId()
    const write = () => store.batch('p', [{ op: 'create', id: 'a', body: { token } }], { id: 'a', token })
    const thrown = await write().catch((error: unknown) => error)
    expect(thrown).toBeInstanceOf(StoreUnavailable)
    expect(thrown).toMatchObject({ outcome: 'notExecuted' })
    expect(await store.read('p', 'a')).toBeUndefined()
    holder.exec('ROLLBACK')
    holder.close()
    expect(await write()).toMatchObject({ ok: true })
    await store.close()
  })
})

describe('the file', () => {
  it('is made with its folder, and is its owner’s alone', async () => {
    file = join(folder, 'data', 'deep', 'bot.db')
    const store = openSqliteStore(file)
    await store.batch('p', [{ op: 'create', id: 'a', body: { token: 't' } }], { id: 'a', token: 't' })
    for (const name of [file, `${file}-wal`, `${file}-shm`]) expect((await stat(name)).mode & 0o777).toBe(0o600)
    await store.close()

    const again = openSqliteStore(file)
    expect(await again.read('p', 'a')).toMatchObject({ body: { token: 't' } })
    await again.close()
  })
  it('keeps nothing of what was deleted or replaced', async () => {
    const store = openSqliteStore(file)
    const [gone, old, kept] = ['gone-with-it', 'what-was-before', 'what-stays'].map((text) => `${text}-${newId()}`)
    const write = (id: string, text = '') => ({
      op: 'create' as const,
      id,
      body: { token: 't', text: text.repeat(200) },
    })
    await store.batch('p', [write('a', gone), write('b', old), write('c', kept)], { id: 'a', token: 't' })
    const [a, b] = await Promise.all(['a', 'b'].map((id) => store.read('p', id)))
    if (!a || !b) throw new Error('not written')
    await store.batch(
      'p',
      [
        { op: 'delete', id: 'a', etag: a.etag },
        { op: 'replace', id: 'b', etag: b.etag, body: { token: 'u' } },
      ],
      { id: 'b', token: 'u' },
    )
    await store.close()
    const bytes = await readFile(file, 'latin1')
    expect([gone, old, kept].map((text = '') => bytes.includes(text))).toEqual([false, false, true])
  })
  it('that is no database stops the start', async () => {
    await writeFile(file, 'x'.repeat(5000))
    expect(() => openSqliteStore(file)).toThrow('not a database')
  })
})

describe('a store in memory', () => {
  it('keeps documents for as long as it is open', async () => {
    const store = openSqliteStore(':memory:')
    await store.batch('p', [{ op: 'create', id: 'a', body: { token: 't' } }], { id: 'a', token: 't' })
    expect((await store.range('p', { ...prefix('a'), limit: 1 })).items).toHaveLength(1)
    await store.close()
  })
})
