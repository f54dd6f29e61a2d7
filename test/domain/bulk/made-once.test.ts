import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { by } from '../../../domain/actor.ts'
import type { BulkKind, WithRows } from '../../../domain/bulk/bulk.ts'
import { bulks as allBulks } from '../../../domain/bulk/bulks.ts'
import { checkDocument } from '../../../domain/bulk/check.ts'
import { confirmBulk, sentMails } from '../../../domain/bulk/confirm.ts'
import { giveRows } from '../../../domain/bulk/give-rows.ts'
import { invitationWork } from '../../../domain/bulk/invitation-row.ts'
import { markDocumentSent } from '../../../domain/bulk/mark-sent.ts'
import { newCustomerWork } from '../../../domain/bulk/new-customer-row.ts'
import { idOf, rowKey } from '../../../domain/bulk/rows.ts'
import { type RunDeps, runDocument } from '../../../domain/bulk/run.ts'
import { readSheet } from '../../../domain/bulk/sheet.ts'
import { resellerWork, supportWork } from '../../../domain/bulk/subscription-row.ts'
import { reveal } from '../../../domain/customer/credential.ts'
import type { InvitationEvent } from '../../../domain/invitation/invitation.ts'
import { invitationId } from '../../../domain/invitation/invitations.ts'
import { organizationPk } from '../../../domain/organization/organizations.ts'
import { history } from '../../../domain/store/commit.ts'
import { type DocumentStore, StoreUnavailable } from '../../../domain/store/document-store.ts'
import { openSqliteStore } from '../../../domain/store/sqlite-store.ts'
import { customerHouse, fakePartnerCenter } from '../../support/customer-house.ts'
import { STANDARD, signed } from '../../support/customers.ts'
import { failingStore } from '../../support/failing-store.ts'
import { tomo, toto } from '../../support/partners.ts'

let kept: DocumentStore
beforeEach(() => {
  kept = openSqliteStore(':memory:')
})
afterEach(() => kept.close())

const JOB = '00000000-0000-4000-8000-0000000000b2'
const OWN = toto.tenantId
type Outside = ReturnType<typeof fakePartnerCenter>

/** The same companies over a store that may die. */
function office(store: DocumentStore, outside: Outside, time: { now: string }) {
  const sold = customerHouse(store, outside, [toto, signed], time)
  const bulks = allBulks({ store, clock: sold.clock, committed: () => undefined })
  const doer = async () => ({ actor: tomo, organization: toto })
  const deps: RunDeps = {
    store,
    bulks,
    clock: sold.clock,
    doer,
    work: {
      reseller: resellerWork(sold),
      support: supportWork(sold),
      invitations: invitationWork({ ...sold, write: () => ({ subject: 'Invitation', body: 'Open {link}' }) }),
      newCustomers: newCustomerWork({ ...sold, worker: 'the same row of the outbox' }),
    },
    unforeseen: (error) => {
      throw error
    },
  }
  const job = async (): Promise<WithRows> => {
    const bulk = await bulks.find(JOB)
    if (!bulk || bulk.state === 'draft') throw new Error('no job')
    return bulk
  }
  const presses = (decide: typeof confirmBulk) =>
    bulks.execute(JOB, {
      by: by(tomo),
      correlationId: 'test',
      decide: (state) => decide(state, { actor: tomo, at: time.now, organization: toto }),
    })
  return {
    sold,
    job,
    async confirmed(kind: BulkKind, lines: readonly (readonly string[])[]) {
      const rows = readSheet(each(lines), kind, { columnOf: () => undefined, most: 500 })
      const given = { at: time.now, actor: tomo, organization: toto, correlationId: 'test' }
      await giveRows({ store, bulks }, { ...given, id: JOB, kind, source: 'pasted', rows })
      while (await checkDocument(deps, JOB, 'test'));
      expect((await job()).check).toMatchObject({ good: lines.length, refused: 0 })
      await presses(confirmBulk)
    },
    async runs() {
      while (await runDocument(deps, JOB, 'test'));
    },
    sends: () => presses(sentMails),
    async marks() {
      const marking = { store, bulks, invitations: sold.invitations, clock: sold.clock, doer }
      while (await markDocumentSent(marking, JOB, 'test'));
    },
  }
}

async function* each<T>(items: readonly T[]): AsyncGenerator<T> {
  yield* items
}

/** Undefined where the store had not died by then. */
const dies = (act: () => Promise<void>): Promise<unknown> =>
  act().then(
    () => undefined,
    (error: unknown) => error,
  )

const DEATHS = Array.from({ length: 26 }, (_, n) => n + 1).flatMap((n) => [
  [n, 'before' as const] as const,
  [n, 'after' as const] as const,
])

const NAMES = ['kaede', 'momiji']
const customerRow = (name: string): readonly string[] => [
  `${name} Foods`,
  name,
  '',
  'JP',
  '1-2-3 Honcho',
  '',
  'Chuo-ku',
  'Tokyo',
  '103-0023',
  'Kaede',
  'Mori',
  `${name}@kaede.example`,
  '',
  '2026-03-01',
  signed.tenantId,
  STANDARD.name,
  '25',
]

describe('A row that adds a customer', () => {
  it.each(DEATHS)('makes one tenant and one order where the store dies %s writes in, %s writing', async (n, when) => {
    const time = { now: '2026-03-06T09:00:00.000Z' }
    const outside = fakePartnerCenter()
    const whole = office(kept, outside, time)
    await whole.sold.partners()
    await whole.confirmed('newCustomers', NAMES.map(customerRow))
    const dying = office(failingStore(kept, n, when), outside, time)
    const fault = await dies(() => dying.runs())
    if (fault !== undefined) expect(fault).toBeInstanceOf(StoreUnavailable)
    await whole.runs()
    expect(await whole.job()).toMatchObject({ state: 'done', done: { good: 2, refused: 0, failed: 0 } })
    expect([outside.tenants.size, outside.orders.size]).toEqual([2, 2])
    for (const [at, name] of NAMES.entries()) {
      const draft = await whole.sold.newCustomers.find(OWN, idOf(rowKey(JOB, at + 1)))
      if (draft?.state !== 'active') throw new Error(`${name} is not there`)
      const customer = await whole.sold.customers.find(draft.customer)
      expect(customer?.subscriptions.map(({ licenses, reseller }) => [licenses, reseller?.mpnId])).toEqual([
        [25, signed.mpnId],
      ])
      const password = await reveal(whole.sold, draft.customer, tomo)
      const last = [...outside.tenants.values()].find(({ prefix }) => prefix === name)?.password
      expect(password.ok && password.value.temporaryPassword).toBe(last)
    }
  })

  it('tells what it was refused, keeps the draft at the review, and is not begun anew', async () => {
    const time = { now: '2026-03-06T09:00:00.000Z' }
    const outside = fakePartnerCenter()
    const whole = office(kept, outside, time)
    await whole.sold.partners()
    await whole.confirmed('newCustomers', NAMES.map(customerRow))
    outside.fails({ call: 'createCustomer', how: { refused: '2030' } })
    await whole.runs()
    const job = await whole.job()
    expect(job).toMatchObject({ state: 'done', done: { good: 1, failed: 1 } })
    expect('failures' in job && job.failures[0]?.outcome).toMatchObject({
      is: 'failed',
      refusals: [{ code: 'REGION_CUSTOMER' }],
    })
    expect(await whole.sold.newCustomers.find(OWN, idOf(rowKey(JOB, 1)))).toMatchObject({ state: 'reviewing' })
    expect(outside.tenants.size).toBe(1)
    await whole.sold.settles()
    expect(new Set(whole.sold.told.map(({ name }) => name))).toEqual(new Set(['partnership.established']))
  })
})

describe('A row that invites a customer', () => {
  const ADDRESSES = ['a@one.example', 'b@two.example', 'c@three.example']

  const events = async (row: number): Promise<readonly string[]> => {
    const id = invitationId(idOf(rowKey(JOB, row)))
    const { items } = await history<InvitationEvent>(kept, organizationPk(OWN), { limit: 10, id })
    return items.flatMap(({ body }) => body.events.map(({ type }) => type)).reverse()
  }

  it.each(DEATHS.slice(0, 28))(
    'drafts, counts and marks it once where the store dies %s writes in, %s writing',
    async (n, when) => {
      const time = { now: '2026-03-06T09:00:00.000Z' }
      const outside = fakePartnerCenter()
      const whole = office(kept, outside, time)
      await whole.confirmed(
        'invitations',
        ADDRESSES.map((address) => [address, '', 'ja']),
      )
      await dies(() => office(failingStore(kept, n, when), outside, time).runs())
      await whole.runs()
      expect(await whole.job()).toMatchObject({ state: 'done', done: { good: 3, already: 0, refused: 0, failed: 0 } })
      expect(await whole.sold.invitations.draftedInBulk(OWN)).toMatchObject({ day: 3 })
      await whole.sends()
      await dies(() => office(failingStore(kept, n, when), outside, time).marks())
      await whole.marks()
      expect(await whole.job()).toMatchObject({ mails: { marked: 3, isOver: true } })
      for (const row of [1, 2, 3]) expect(await events(row)).toEqual(['InvitationDrafted', 'InvitationSent'])
    },
  )

  it('is refused beyond the thousandth of a day, and may be again a day after the first', async () => {
    const time = { now: '2026-03-06T09:00:00.000Z' }
    const whole = office(kept, fakePartnerCenter(), time)
    const pk = organizationPk(OWN)
    const body = { t: 'counter', v: 1, minutes: [{ at: time.now, count: 998 }] }
    await kept.batch(pk, [{ op: 'create', id: 'cnt:inv-bulk', body: { ...body, token: 'seed' } }], {
      id: 'cnt:inv-bulk',
      token: 'seed',
    })
    await whole.confirmed(
      'invitations',
      ADDRESSES.slice(0, 2).map((address) => [address, '', '']),
    )
    await whole.runs()
    expect((await whole.sold.invitations.draftedInBulk(OWN)).day).toBe(1_000)
    const { actor, organization } = { actor: tomo, organization: toto }
    const third = invitationWork({ ...whole.sold, write: () => ({ subject: 'Invitation', body: '{link}' }) })
    const given = { key: rowKey(JOB, 3), correlationId: 'test', bulk: JOB }
    const cells = [ADDRESSES[2] ?? '', '', '']
    expect(await third.run(cells, { actor, organization }, given)).toEqual({
      is: 'refused',
      refusals: [{ code: 'INV_LIMIT', per: 'bulk', most: 1_000, from: '2026-03-07T09:00:00.000Z' }],
    })
    time.now = '2026-03-07T09:00:01.000Z'
    expect(await third.run(cells, { actor, organization }, given)).toEqual({ is: 'good' })
  })
})
