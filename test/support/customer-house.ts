import { createLogger } from '../../bot/log.ts'
import { customerTasks, tickCustomer } from '../../bot/outbox/customer-tasks.ts'
import { claim, finish, readRow } from '../../bot/outbox/outbox-row.ts'
import { type Performers, perform } from '../../bot/outbox/outbox-run.ts'
import { createOutboxWorker } from '../../bot/outbox/outbox-worker.ts'
import { partnershipTasks } from '../../bot/outbox/partnership-tasks.ts'
import { by } from '../../domain/actor.ts'
import type { Customer, CustomerEvent } from '../../domain/customer/customer.ts'
import { customers } from '../../domain/customer/customers.ts'
import { discardNewCustomer } from '../../domain/customer/discard.ts'
import { readDomain, readNewSale, readReseller, readSale, readSeller } from '../../domain/customer/facts.ts'
import type { LineInput } from '../../domain/customer/lines.ts'
import { newCustomers } from '../../domain/customer/new-customers.ts'
import { saveDetails } from '../../domain/customer/save-details.ts'
import { saveLines } from '../../domain/customer/save-lines.ts'
import { startNewCustomer } from '../../domain/customer/start.ts'
import { submitNewCustomer } from '../../domain/customer/submit.ts'
import { submitOrder } from '../../domain/customer/submit-order.ts'
import { type TenantId, tenantId } from '../../domain/ids.ts'
import type { Notice } from '../../domain/notices.ts'
import type { Organization } from '../../domain/organization/organization.ts'
import { tickInvitation } from '../../domain/partnership/acceptance.ts'
import { OutsideRefused, OutsideUnavailable, type PartnerCenter } from '../../domain/ports.ts'
import { ok } from '../../domain/result.ts'
import { listAudit } from '../../domain/store/audit-list.ts'
import type { DocumentStore } from '../../domain/store/document-store.ts'
import type { TaskOf } from '../../domain/store/outbox.ts'
import { DETAILS, KAEDE, OFFERS, signed } from './customers.ts'
import { ESTABLISHED, partnerHouse } from './partner-house.ts'
import { reseller as sakura, tomo, toto } from './partners.ts'
import { days, hanaDid } from './people.ts'

const nth = (n: number): TenantId => tenantId(`${String(n).padStart(8, '0')}-0000-4000-8000-00000000c000`)

type Asked = Exclude<keyof PartnerCenter, 'registration' | 'mpnAccount' | 'mpnAccountsOf' | 'providers'>
/** What goes wrong with the next call, and when: before anything is done, or after, so that the answer is lost. */
export type Fault = { call: Asked; how: 'unavailable' | 'lost' | { refused: string } }

/** Somebody else's server that keeps its promises: the same key, the same answer; each asking ends the password before. */
export function fakePartnerCenter() {
  const tenants = new Map<string, { customer: TenantId; prefix: string; password: string }>()
  const orders = new Map<string, { id: string; offerId: string; licenses: number }[]>()
  const changes = new Map<string, object>()
  const calls: Asked[] = []
  const faults: Fault[] = []
  const licenses = new Map<string, number>()

  async function asked<T>(call: Asked, act: () => T): Promise<T> {
    calls.push(call)
    const n = faults.findIndex((fault) => fault.call === call)
    const how = n < 0 ? undefined : faults.splice(n, 1)[0]?.how
    if (how === 'unavailable') throw new OutsideUnavailable('partnerCenter', 'notExecuted')
    if (typeof how === 'object') throw new OutsideRefused('partnerCenter', how.refused)
    const done = act()
    if (how === 'lost') throw new OutsideUnavailable('partnerCenter', 'unknown')
    return done
  }

  const port: PartnerCenter = {
    registration: async () => undefined,
    mpnAccount: async () => undefined,
    mpnAccountsOf: async () => [],
    providers: async () => [],
    offers: async () => OFFERS,
    isDomainFree: (prefix) => asked('isDomainFree', () => ![...tenants.values()].some((one) => one.prefix === prefix)),
    correctedAddress: async () => undefined,
    createCustomer: ({ key, domainPrefix }) =>
      asked('createCustomer', () => {
        const before = tenants.get(key)
        const taken = !before && [...tenants.values()].some((one) => one.prefix === domainPrefix)
        if (taken) throw new OutsideRefused('partnerCenter', 'domainTaken')
        const password = `secret-${calls.length}`
        const customer = before?.customer ?? nth(tenants.size + 1)
        tenants.set(key, { customer, prefix: domainPrefix, password })
        return { customer, adminUserName: `admin@${domainPrefix}.onmicrosoft.com`, temporaryPassword: password }
      }),
    placeOrder: ({ key, lines }) =>
      asked('placeOrder', () => {
        const placed =
          orders.get(key) ??
          lines.map((line, n) => {
            const id = line.subscription ?? `s${orders.size + 1}-${n + 1}`
            const before = line.action === 'addLicenses' ? (licenses.get(id) ?? 0) : 0
            licenses.set(id, before + line.licenses)
            return { id, offerId: line.offerId, licenses: before + line.licenses }
          })
        orders.set(key, placed)
        return { subscriptions: placed }
      }),
    changeSubscription: ({ key, change }) => asked('changeSubscription', () => void changes.set(key, change)),
    setSupportContact: ({ key, contact }) => asked('setSupportContact', () => void changes.set(key, contact)),
    removeRelation: ({ key, partner }) => asked('removeRelation', () => void changes.set(key, { partner })),
    customerOf: async () => ({ subscriptions: [], reservations: [], software: [] }),
  }
  return {
    port,
    tenants,
    orders,
    changes,
    calls,
    /** Goes wrong when it is next asked for. */
    fails: (...them: readonly Fault[]) => void faults.push(...them),
  }
}

const DATA_KEY = Buffer.alloc(32, 7)

/** Companies that sell, on a store, with a Partner Center that does as it is told. */
export function customerHouse(
  store: DocumentStore,
  outside = fakePartnerCenter(),
  companies: readonly Organization[] = [toto, signed],
  time = { now: days(5) },
) {
  const clock = { now: () => time.now }
  const house = partnerHouse(store, companies, clock)
  const committed = () => undefined
  const deps = {
    ...house,
    customers: customers({ store, clock, committed }),
    newCustomers: newCustomers({ store, clock, committed }),
    partnerCenter: outside.port,
    dataKey: DATA_KEY,
  }
  const told: Notice[] = []
  const press = { by: by(tomo), correlationId: 'test' }
  const given = () => ({ actor: tomo, at: time.now })
  const provider = toto.tenantId
  const seen = async (id: string) => (await deps.newCustomers.find(provider, id))?.rev ?? 0
  const saleOf = async (id: string, details = DETAILS) => {
    const draft = await deps.newCustomers.find(provider, id)
    return readNewSale(deps, { provider, reseller: draft?.reseller?.tenantId }, details)
  }

  const performers = {
    ...partnershipTasks(deps),
    ...customerTasks(deps),
    updateCards: async () => [],
    showCards: async () => [],
    listAudit: (task: TaskOf<'listAudit'>, { pk }: { pk: string }) => listAudit(store, pk, task),
    notify: async ({ notice }: { notice: Notice }) => {
      told.push(notice)
      return []
    },
  } as unknown as Performers

  return {
    ...deps,
    outside,
    told,
    time,
    /** Toto and Sakura are partners. */
    partners: () => house.happens(ESTABLISHED),
    /** *Add new customer* from Sakura's row, or from nobody's. */
    starts: async (id: string, { alone = false, actor = tomo } = {}) =>
      deps.newCustomers.execute(provider, id, {
        ...press,
        decide: async (state) =>
          startNewCustomer(state, {
            actor,
            at: time.now,
            id,
            provider: await readSeller(deps, actor.tenantId),
            reseller: alone ? undefined : await readReseller(deps, provider, sakura.tenantId),
          }),
      }),
    details: async (id: string, details = DETAILS, rev?: number) => {
      const from = rev ?? (await seen(id))
      return deps.newCustomers.execute(provider, id, {
        ...press,
        decide: async (state) =>
          saveDetails(state, {
            ...given(),
            details,
            facts: await saleOf(id, details),
            ...(await readDomain(deps, { provider, id }, details)),
            seen: from,
          }),
      })
    },
    lines: async (id: string, lines = [{ offerId: 'o-standard', licenses: 25 }], withReseller = true) => {
      const from = await seen(id)
      return deps.newCustomers.execute(provider, id, {
        ...press,
        decide: async (state) =>
          saveLines(state, { ...given(), facts: await saleOf(id), lines, withReseller, seen: from }),
      })
    },
    submits: async (id: string, press2 = id, rev?: number) => {
      const from = rev ?? (await seen(id))
      return deps.newCustomers.execute(provider, id, {
        ...press,
        decide: async (state) => {
          const details = state && 'details' in state ? state.details : DETAILS
          return submitNewCustomer(state, {
            ...given(),
            facts: await saleOf(id, details),
            ...(await readDomain(deps, { provider, id }, details)),
            keys: { tenant: `tenant-${press2}`, order: `order-${press2}` },
            seen: from,
          })
        },
      })
    },
    discards: (id: string) =>
      deps.newCustomers.execute(provider, id, {
        ...press,
        decide: (state) => discardNewCustomer(state, { ...given(), provider: toto }),
      }),
    /** Filled in and at the review; submitted, and nothing after it, with `submit`. */
    async drafts(id: string, { submit = false, details = DETAILS, alone = false } = {}) {
      await this.starts(id, { alone })
      await this.details(id, details)
      await this.lines(id)
      return submit ? this.submits(id) : undefined
    },
    /** Kaede Foods as a customer of both, with twenty-five licenses. */
    async sells(): Promise<Customer> {
      await this.partners()
      await this.drafts('d1', { submit: true })
      await this.settles()
      const customer = await deps.customers.find(KAEDE)
      if (!customer) throw new Error('nothing was sold')
      return customer
    },
    orders: (
      id: string,
      lines: readonly LineInput[],
      { customer = KAEDE, reseller = sakura.tenantId as TenantId | undefined } = {},
    ) =>
      deps.customers.execute(customer, {
        ...press,
        decide: async (state) =>
          state
            ? submitOrder(state, {
                ...given(),
                id,
                key: `key-${id}`,
                facts: await readSale(deps, { provider, reseller }, state),
                lines,
              })
            : ok([]),
      }),
    /** These events happen to Kaede Foods. */
    happensTo: (...events: readonly CustomerEvent[]) =>
      deps.customers.execute(KAEDE, { by: hanaDid, correlationId: 'test', decide: () => ok(events) }),
    /** Row by row as the worker does it, until nothing is due; whatever fails ends it, as a process dies. */
    async runsUntilItDies() {
      for (;;) {
        const [next] = (await store.due(clock.now(), 100)).flatMap(({ pk, id, etag, body }) => {
          const row = readRow(body)
          return row ? [{ pk, id, etag, row }] : []
        })
        if (!next) return
        const held = await claim(store, next, new Date(Date.parse(clock.now()) + 30_000).toISOString())
        if (!held) throw new Error('somebody else works here')
        const { pk, row } = held
        const facts = { ...row, pk, id: held.id, key: `${pk}:${held.id}` }
        await finish(store, held, await perform(row.task, facts, performers), clock.now())
      }
    },
    /** Everything that is due, by the real worker, again and again while hours pass. */
    async settles() {
      for (let hour = 0; hour < 3; hour++) {
        const onDueTruth = (pk: string, id: string) =>
          id.startsWith('inv:')
            ? tickInvitation(deps, tenantId(pk.slice('org:'.length)), id.slice('inv:'.length))
            : tickCustomer(deps, pk, id)
        const worker = createOutboxWorker({
          store,
          clock,
          log: createLogger('silent'),
          perform: performers,
          onDueTruth,
        })
        await worker.settle()
        await worker.stop()
        time.now = new Date(Date.parse(time.now) + 3_600_000).toISOString()
      }
    },
  }
}
