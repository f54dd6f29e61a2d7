import { randomBytes } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inspect } from 'node:util'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import {
  acknowledge,
  CREDENTIAL_HOURS,
  credentialPk,
  credentialState,
  expireCredential,
  keepCredential,
  reveal,
  type Vault,
} from '../../../domain/customer/credential.ts'
import { newId, tenantId, userId } from '../../../domain/ids.ts'
import { type DocumentStore, type Json, StoreUnavailable } from '../../../domain/store/document-store.ts'
import { openSqliteStore } from '../../../domain/store/sqlite-store.ts'

const SAKURA = tenantId('10000000-0000-4000-8000-000000000001')
const MOMIJI = tenantId('10000000-0000-4000-8000-000000000002')
const TOTO = tenantId('20000000-0000-4000-8000-000000000001')
const tomo = { tenantId: TOTO, userId: userId('20000000-0000-4000-8000-00000000000a') }
const colleague = { tenantId: TOTO, userId: userId('20000000-0000-4000-8000-00000000000b') }
const namesake = { tenantId: SAKURA, userId: tomo.userId }
const CANARY = 'Canary-5f1d-Pa55w0rd'
const ADMIN = 'admin@sakura.onmicrosoft.com'
const START = '2026-04-01T09:00:00.000Z'

const kept = { customer: SAKURA, submitter: tomo, adminUserName: ADMIN, temporaryPassword: CANARY }
const shown = { ok: true, value: { adminUserName: ADMIN, temporaryPassword: CANARY } }
const alreadyShown = { ok: false, error: [{ code: 'SEC_ALREADY_SHOWN' }] }
const notFound = { ok: false, error: [{ code: 'NOT_FOUND', query: '' }] }

let folder: string
let store: DocumentStore
let now: string
let vault: Vault

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'credential-'))
  store = openSqliteStore(join(folder, 'bot.db'))
  now = START
  vault = { store, clock: { now: () => now }, dataKey: randomBytes(32) }
})
afterEach(async () => {
  await store.close()
  rmSync(folder, { recursive: true })
})

const hoursLater = (hours: number) => {
  now = new Date(Date.parse(START) + hours * 3_600_000).toISOString()
}
const stored = () => store.read<{ [key: string]: Json }>(credentialPk(SAKURA), 'root')
const put = async (change: (body: { [key: string]: Json }) => { [key: string]: Json }) => {
  const doc = await stored()
  if (!doc) throw new Error('nothing is stored')
  const { id, etag, body } = doc
  const token = newId()
  const altered = { ...change(body), token }
  const written = await store.batch(credentialPk(SAKURA), [{ op: 'replace', id, etag, body: altered }], { id, token })
  expect(written.ok).toBe(true)
}
const faultOf = async (looking: Promise<unknown>): Promise<unknown> => {
  try {
    await looking
  } catch (fault) {
    return fault
  }
  throw new Error('no fault')
}
/** Everything in the database's files, its journal too. */
const onDisk = () => Buffer.concat(readdirSync(folder).map((name) => readFileSync(join(folder, name))))

describe('the one-time credential', () => {
  it('is shown to its submitter once, and then never again', async () => {
    await keepCredential(vault, kept)
    expect(await credentialState(vault, SAKURA, tomo)).toBe('created')
    expect(await reveal(vault, SAKURA, tomo)).toEqual(shown)
    expect(await credentialState(vault, SAKURA, tomo)).toBe('revealed')
    expect(await reveal(vault, SAKURA, tomo)).toEqual(alreadyShown)
    expect((await stored())?.body).not.toHaveProperty('sealed')
  })

  it('outlives a restart', async () => {
    await keepCredential(vault, kept)
    await store.close()
    store = openSqliteStore(join(folder, 'bot.db'))
    expect(await reveal({ ...vault, store }, SAKURA, tomo)).toEqual(shown)
  })

  it('succeeds for one of fifty looks at the same moment', async () => {
    await keepCredential(vault, kept)
    const looks = await Promise.all(Array.from({ length: 50 }, () => reveal(vault, SAKURA, tomo)))
    expect(looks.filter(({ ok }) => ok)).toEqual([shown])
    expect(looks.filter(({ ok }) => !ok)).toEqual(Array.from({ length: 49 }, () => alreadyShown))
  })

  it('is gone when the answer of the store was lost on the way', async () => {
    await keepCredential(vault, kept)
    const lossy: DocumentStore = {
      read: (pk, id) => store.read(pk, id),
      range: (pk, range) => store.range(pk, range),
      due: (at, limit) => store.due(at, limit),
      close: async () => undefined,
      batch: async (...given) => {
        await store.batch(...given)
        throw new StoreUnavailable('unknown')
      },
    }
    await expect(reveal({ ...vault, store: lossy }, SAKURA, tomo)).rejects.toThrow(StoreUnavailable)
    expect(await reveal(vault, SAKURA, tomo)).toEqual(alreadyShown)
  })

  it.each([
    ['a colleague', colleague],
    ['the same user id of another tenant', namesake],
  ])('does not exist for %s', async (_, person) => {
    await keepCredential(vault, kept)
    expect(await reveal(vault, SAKURA, person)).toEqual(notFound)
    expect(await reveal(vault, MOMIJI, person)).toEqual(notFound)
    expect(await acknowledge(vault, SAKURA, person)).toEqual(notFound)
    expect(await credentialState(vault, SAKURA, person)).toBeUndefined()
    expect(await reveal(vault, SAKURA, tomo)).toEqual(shown)
  })

  it('is destroyed at the acknowledgement, which may be repeated', async () => {
    await keepCredential(vault, kept)
    expect(await acknowledge(vault, SAKURA, tomo)).toEqual({ ok: true, value: undefined })
    expect(await credentialState(vault, SAKURA, tomo)).toBe('created')
    await reveal(vault, SAKURA, tomo)
    for (const _ of [1, 2]) expect(await acknowledge(vault, SAKURA, tomo)).toEqual({ ok: true, value: undefined })
    expect(await credentialState(vault, SAKURA, tomo)).toBe('acknowledged')
    expect(await reveal(vault, SAKURA, tomo)).toEqual(alreadyShown)
  })

  it('expires after a day, whether or not anybody came to destroy it', async () => {
    await keepCredential(vault, kept)
    hoursLater(CREDENTIAL_HOURS - 0.001)
    await expireCredential(vault, SAKURA)
    expect(await credentialState(vault, SAKURA, tomo)).toBe('created')
    expect(await store.due(now, 10)).toEqual([])
    hoursLater(CREDENTIAL_HOURS)
    expect(await credentialState(vault, SAKURA, tomo)).toBe('expired')
    expect(await reveal(vault, SAKURA, tomo)).toEqual(alreadyShown)
    expect((await store.due(now, 10)).map(({ pk }) => pk)).toEqual([credentialPk(SAKURA)])
    await expireCredential(vault, SAKURA)
    expect(await store.due(now, 10)).toEqual([])
    expect((await stored())?.body).toMatchObject({ state: 'expired' })
    expect((await stored())?.body).not.toHaveProperty('sealed')
  })

  it('takes a fresh password as long as none was seen', async () => {
    await keepCredential(vault, { ...kept, temporaryPassword: 'older' })
    await keepCredential(vault, kept)
    expect(await reveal(vault, SAKURA, tomo)).toEqual(shown)
    await keepCredential(vault, { ...kept, temporaryPassword: 'newer' })
    expect(await reveal(vault, SAKURA, tomo)).toEqual(alreadyShown)
    await acknowledge(vault, SAKURA, tomo)
    await keepCredential(vault, { ...kept, temporaryPassword: 'newest' })
    expect(await reveal(vault, SAKURA, tomo)).toEqual(alreadyShown)
  })

  it('takes nothing from an asking that is older than the one it has, however late its answer', async () => {
    await keepCredential(vault, { ...kept, attempt: 2 })
    await keepCredential(vault, { ...kept, temporaryPassword: 'Older-5f1d-Pa55w0rd', attempt: 1 })
    expect(await reveal(vault, SAKURA, tomo)).toEqual(shown)
    hoursLater(1)
    await keepCredential(vault, { ...kept, customer: MOMIJI, temporaryPassword: 'First-5f1d-Pa55w0rd', attempt: 1 })
    hoursLater(26)
    await expireCredential(vault, MOMIJI)
    await keepCredential(vault, { ...kept, customer: MOMIJI, attempt: 2 })
    expect(await reveal(vault, MOMIJI, tomo)).toEqual(shown)
  })

  it('takes a fresh password in place of one that expired unseen', async () => {
    await keepCredential(vault, { ...kept, temporaryPassword: 'older' })
    hoursLater(CREDENTIAL_HOURS)
    await expireCredential(vault, SAKURA)
    await keepCredential(vault, kept)
    expect(await reveal(vault, SAKURA, tomo)).toEqual(shown)
  })
})

describe('the sealed password', () => {
  it('lies nowhere in clear', async () => {
    await keepCredential(vault, kept)
    const before = onDisk()
    await reveal(vault, SAKURA, tomo)
    await acknowledge(vault, SAKURA, tomo)
    for (const disk of [before, onDisk()]) {
      expect(disk.includes(ADMIN)).toBe(true)
      for (const form of [CANARY, Buffer.from(CANARY).toString('base64'), Buffer.from(CANARY).toString('hex')])
        expect(disk.includes(form)).toBe(false)
    }
  })

  it('is another text each time', async () => {
    await keepCredential(vault, kept)
    const first = (await stored())?.body.sealed
    await keepCredential(vault, kept)
    expect((await stored())?.body.sealed).not.toBe(first)
  })

  it('does not open when any part of it was altered, and says nothing of it', async () => {
    await keepCredential(vault, kept)
    const sealed = Buffer.from(String((await stored())?.body.sealed), 'base64')
    const places = [0, 11, 12, 27, 28, sealed.length - 1]
    for (const place of places) {
      const altered = Buffer.from(sealed)
      altered[place] = (altered[place] ?? 0) ^ 1
      await put((body) => ({ ...body, sealed: altered.toString('base64') }))
      const fault = await faultOf(reveal(vault, SAKURA, tomo))
      expect(fault).toBeInstanceOf(Error)
      expect(inspect(fault, { depth: 10 })).not.toContain(altered.toString('base64'))
      expect(inspect(fault, { depth: 10 })).not.toContain(CANARY)
    }
    for (const length of [0, 12, 20, 28, sealed.length - 1]) {
      await put((body) => ({ ...body, sealed: sealed.subarray(0, length).toString('base64') }))
      await expect(reveal(vault, SAKURA, tomo)).rejects.toThrow('cannot be opened')
    }
    await put((body) => ({ ...body, sealed: sealed.toString('base64') }))
    expect(await reveal(vault, SAKURA, tomo)).toEqual(shown)
  })

  it('does not open for somebody who wrote himself into the record', async () => {
    await keepCredential(vault, kept)
    await put((body) => ({ ...body, submitter: colleague }))
    await expect(reveal(vault, SAKURA, colleague)).rejects.toThrow('cannot be opened')
  })

  it('does not open in the record of another customer', async () => {
    await keepCredential(vault, { ...kept, customer: MOMIJI })
    const moved = (await store.read<{ sealed: string }>(credentialPk(MOMIJI), 'root'))?.body.sealed ?? ''
    await keepCredential(vault, kept)
    await put((body) => ({ ...body, sealed: moved }))
    await expect(reveal(vault, SAKURA, tomo)).rejects.toThrow('cannot be opened')
  })

  it('does not open under another data key', async () => {
    await keepCredential(vault, kept)
    await expect(reveal({ ...vault, dataKey: randomBytes(32) }, SAKURA, tomo)).rejects.toThrow('cannot be opened')
  })
})
