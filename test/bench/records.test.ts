import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { system } from '../../domain/actor.ts'
import { listInvitation } from '../../domain/invitation/lists.ts'
import type { Organization } from '../../domain/organization/organization.ts'
import { ORGANIZATION, organizationPk } from '../../domain/organization/organizations.ts'
import { finishAcceptance } from '../../domain/partnership/acceptance.ts'
import { listPartnership } from '../../domain/partnership/lists.ts'
import { ok } from '../../domain/result.ts'
import { commit } from '../../domain/store/commit.ts'
import { listCompany } from '../../domain/store/name-listing.ts'
import { openSqliteStore } from '../../domain/store/sqlite-store.ts'
import { HISTORIES, legal } from '../support/lifecycle.ts'
import { partnerHouse } from '../support/partner-house.ts'
import { DRAFTED, OPENED, SENT, reseller as sakura, tomo, toto } from '../support/partners.ts'
import { days, hana, MONDAY, sakura as prospect } from '../support/people.ts'
import { type Bulk, openBulk } from './bulk.ts'
import {
  invitationRecords,
  listedRecord,
  nameRecords,
  organizationRecords,
  partnershipRecords,
  reseller,
} from './records.ts'
import type { Document } from './scratch.ts'

const folder = mkdtempSync(join(tmpdir(), 'records-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const acting = ({ tenantId, userId, name }: typeof hana) => ({ tenantId, aadObjectId: userId, name })
const parties = { provider: toto, reseller: sakura, requester: acting(tomo), acceptor: acting(hana) }

type Row = { pk: string; id: string; due: string | null; body: string }

/** Every document but the outbox's, which is empty when it has run; tokens are random, whoever writes. */
function rows(file: string, ...partitions: readonly string[]): readonly Row[] {
  const db = new DatabaseSync(file, { readOnly: true })
  const all = db.prepare('SELECT pk, id, due, body FROM docs ORDER BY pk, id').all() as Row[]
  db.close()
  return all
    .filter(({ pk, id }) => !id.startsWith('ob:') && partitions.some((one) => pk.startsWith(one)))
    .map(({ body, ...row }) => ({ ...row, body: body.replace(/"token":"[^"]+"/, '"token":""') }))
}

/** Names and kinds of everything in a document, without its words. */
const shape = (row: Row): string =>
  JSON.stringify({ ...row, due: typeof row.due }).replace(/:\\"(?:[^"\\]|\\\\.)*\\"/g, ':text')

async function loaded(name: string, put: (bulk: Bulk) => Promise<void>): Promise<string> {
  const file = join(folder, name)
  const bulk = await openBulk(file)
  await put(bulk)
  bulk.close()
  return file
}

describe('what is loaded in masses', () => {
  const file = join(folder, 'commanded.db')
  beforeAll(async () => {
    const store = openSqliteStore(file)
    const house = partnerHouse(store)
    await house.claims('i1')
    await finishAcceptance(house, toto.tenantId, 'i1', 'bench')
    await listPartnership(house, toto.tenantId, sakura.tenantId)
    await store.close()
  })

  it('is, of a partnership, byte for byte what the commands leave', async () => {
    const written = await partnershipRecords({ ...parties, id: 'i1' }, days(3))
    const bulk = await loaded('partnership.db', async (one) => one.write(written))
    const ours = rows(bulk, '')
    expect(ours).toEqual(rows(file, 'rel:', 'uq:pair:', 'lst:rsl:', 'lst:prv:'))
    expect(ours.map(({ pk, id }) => `${pk.replace(/:.*/, '')} ${id.slice(0, 3)}`)).toEqual([
      'lst at:',
      'lst st:',
      'lst at:',
      'lst st:',
      'rel acc',
      'rel aud',
      'rel roo',
      'uq r',
    ])
  })

  it('is, of an invitation, what the commands leave but for its words', async () => {
    const { code, documents } = await invitationRecords({ ...parties, id: 'i2' }, days(3))
    const bulk = await loaded('invitation.db', async (one) => one.write(documents))
    const commanded = join(folder, 'invited.db')
    const store = openSqliteStore(commanded)
    const house = partnerHouse(store)
    await house.invites('i2', DRAFTED, SENT, OPENED)
    await listInvitation(house, toto.tenantId, 'i2')
    await store.close()
    const listed = (row: Row) => shape({ ...row, id: row.id.slice(0, 3) })
    expect(code).toMatch(/^[\w-]{43}$/)
    expect(rows(bulk, 'org:').map(shape)).toEqual(rows(commanded, 'org:').map(shape))
    expect(rows(bulk, 'lst:').map(listed)).toEqual(rows(commanded, 'lst:').map(listed))
    expect(rows(bulk, 'uq:tok:')).toHaveLength(1)
  })

  it('is, of a company’s names, what its listings leave to be found by it untouched by typing errors', async () => {
    const commanded = join(folder, 'named.db')
    const store = openSqliteStore(commanded)
    const company = { tenantId: sakura.tenantId, displayName: sakura.displayName, legalName: sakura.legalName }
    const named = { ...company, name: company.displayName, country: 'JP' }
    for (const scope of ['all', toto.tenantId] as const) await listCompany(store, scope, named, HISTORIES.active.length)
    await store.close()
    const bulk = await loaded('names.db', async (one) => {
      one.write([listedRecord(company, toto.tenantId)])
      one.write(nameRecords(company, toto.tenantId))
    })
    const isForOtherSpellings = ({ pk, id }: Row) => /^n[ds]:/.test(pk) || /^[ds]:/.test(id)
    const withoutTheirs = (row: Row) => ({ ...row, body: row.body.replace(/,"[ds] [^"]*"/g, '') })
    const found = rows(bulk, '').map(withoutTheirs)
    expect(found).toEqual(
      rows(commanded, 'nm:', 'nd:', 'ns:')
        .filter((row) => !isForOtherSpellings(row))
        .map(withoutTheirs),
    )
    expect(found.length).toBeGreaterThan(2)
  })

  it('is, of a company, the root of the last of its commands', async () => {
    const store = openSqliteStore(':memory:')
    const pk = organizationPk(prospect.tenantId)
    for (const event of HISTORIES.active)
      await commit(store, ORGANIZATION, {
        pk,
        by: system,
        at: MONDAY,
        correlationId: 'test',
        fresh: async (): Promise<Organization> => prospect,
        decide: async () => ok([event]),
      })
    const [root, audit] = organizationRecords(reseller({ ...prospect, legalName: legal.companyName })) as [
      Document,
      Document,
    ]
    const theirs = await store.read<{ state: Organization }>(pk, root.id)
    const last = await store.read<object>(pk, audit.id)
    await store.close()
    expect(root.body).toEqual(theirs?.body)
    expect(Object.keys(audit.body as object)).toEqual(Object.keys(last?.body ?? {}))
  })
})
