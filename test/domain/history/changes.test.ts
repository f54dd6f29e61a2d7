import { describe, expect, it } from 'vitest'
import { system } from '../../../domain/actor.ts'
import { allChanges, changesPage, type Reading } from '../../../domain/history/changes.ts'
import { isDay, spanOf } from '../../../domain/history/days.ts'
import { organizationPk } from '../../../domain/organization/organizations.ts'
import { listAudit } from '../../../domain/store/audit-list.ts'
import type { DocumentStore } from '../../../domain/store/document-store.ts'
import { auditId } from '../../../domain/store/records.ts'
import { openSqliteStore } from '../../../domain/store/sqlite-store.ts'
import { sakura } from '../../support/people.ts'

const pk = organizationPk(sakura.tenantId)

/** A store in which so many changes were committed, an hour apart, and listed. */
async function past(count: number) {
  const inner = openSqliteStore(':memory:')
  let reads = 0
  const store: DocumentStore = {
    ...inner,
    read: (...of) => {
      reads++
      return inner.read(...of)
    },
    range: (...of) => {
      reads++
      return inner.range(...of)
    },
  }
  for (let n = 1; n <= count; n++) {
    const at = hour(n)
    const events = [{ type: 'OrganizationSuspended', at, by: system, reason: String(n) }]
    const body = { t: 'audit', v: 1, token: `t${n}`, at, by: { kind: 'system' }, correlationId: 'test', events }
    await inner.batch(pk, [{ op: 'create', id: auditId('root', n), body }], { id: auditId('root', n), token: `t${n}` })
    await lists(store, n)
  }
  const reading: Reading = { store, span: {}, query: {}, isOperator: true }
  reads = 0
  return { store, reading, reads: () => reads }
}

const hour = (n: number): string => new Date(Date.parse('2026-03-01T00:00:00.000Z') + n * 3_600_000).toISOString()

const lists = (store: DocumentStore, version: number) =>
  listAudit(store, pk, {
    kind: 'listAudit',
    id: 'root',
    version,
    at: hour(version),
    by: system,
    types: ['OrganizationSuspended'],
    about: [{ companies: ['Sakura'], tenants: [], seenBy: [] }],
  })

describe('all changes', () => {
  it.each(['everybody', 'one company'] as const)('of %s are read as they are taken', async (whose) => {
    const { reading, reads } = await past(500)
    const all = allChanges(reading, whose === 'everybody' ? undefined : sakura)
    for (let n = 0; n < 20; n++) expect((await all.next()).done).toBe(false)
    const begun = reads()
    expect(begun).toBeLessThan(30)
    await all.return(undefined)
    expect(reads()).toBe(begun)
  })

  it('stand once in a list that was told of them twice', async () => {
    const { store, reading } = await past(3)
    for (const version of [3, 1, 2, 3]) await lists(store, version)
    const { items } = await changesPage(reading, undefined, { limit: 10 })
    expect(items.map(({ events: [event] }) => event && 'reason' in event && event.reason)).toEqual(['3', '2', '1'])
  })

  it('of everybody are not for who is of a company', async () => {
    const { reading } = await past(1)
    await expect(changesPage({ ...reading, isOperator: false }, undefined, { limit: 10 })).rejects.toThrow(TypeError)
  })
})

describe('a day', () => {
  it.each([
    ['2026-02-28', true],
    ['2026-02-30', false],
    ['2026-2-3', false],
    ['', false],
    ['2026-13-01', false],
    ['2026-11-21T00:00', false],
  ])('is %s: %s', (text, is) => {
    expect(isDay(text)).toBe(is)
  })

  it.each([
    ['Asia/Tokyo', '2026-11-21', '2026-11-20T15:00:00.000Z', '2026-11-21T15:00:00.000Z'],
    ['UTC', '2026-12-31', '2026-12-31T00:00:00.000Z', '2027-01-01T00:00:00.000Z'],
    ['America/New_York', '2026-03-08', '2026-03-08T05:00:00.000Z', '2026-03-09T04:00:00.000Z'],
    ['America/New_York', '2026-11-01', '2026-11-01T04:00:00.000Z', '2026-11-02T05:00:00.000Z'],
    ['Asia/Kolkata', '2026-06-01', '2026-05-31T18:30:00.000Z', '2026-06-01T18:30:00.000Z'],
  ])('in %s on %s is from %s to %s', (zone, day, from, to) => {
    expect(spanOf(day, day, zone)).toEqual({ from, to })
  })
})
