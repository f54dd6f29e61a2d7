import { createHash } from 'node:crypto'
import type { Clock } from '../../domain/clock.ts'
import type { OrderLine, SubscriptionStatus } from '../../domain/customer/customer.ts'
import { newId, type TenantId } from '../../domain/ids.ts'
import {
  type MpnAccount,
  type Offer,
  type OrderedSubscription,
  OutsideRefused,
  OutsideUnavailable,
  type PartnerCenter,
} from '../../domain/ports.ts'
import type { DocumentStore, Json, Op } from '../../domain/store/document-store.ts'
import { readAll } from './read-all.ts'

/** A subscription as Partner Center has it. */
type KeptSubscription = OrderedSubscription & {
  customer: TenantId
  owner: TenantId
  status: SubscriptionStatus
  at: string
  resellerMpnId?: string
  support?: { tenantId: TenantId; name: string; mpnId?: string }
}

/** One thing that was done for a customer, once under its key. */
type Entry = { at: string; customer: TenantId } & (
  | { kind: 'order'; owner: TenantId; lines: readonly OrderLine[]; subscriptions: readonly OrderedSubscription[] }
  | { kind: 'change' | 'supportContact'; subscription: string }
  | { kind: 'removal'; partner: TenantId }
)

type Known = {
  offer(offerId: string): Offer | undefined
  mpnAccount(mpnId: string): MpnAccount | undefined
  isTenant(tenant: TenantId): Promise<boolean>
}

type Orders = Pick<
  PartnerCenter,
  'placeOrder' | 'changeSubscription' | 'setSupportContact' | 'removeRelation' | 'customerOf'
>

/** Orders and what became of them. */
export type OrderBook = Orders & {
  entries(): Promise<readonly Entry[]>
  subscriptions(): Promise<readonly KeptSubscription[]>
}

/** The orders of the sandbox, in the store; refusals carry the codes of domain.md 8.3. */
export function orderBook(store: DocumentStore, clock: Clock, known: Known): OrderBook {
  /** Writes an entry, and what it changes, once a key; `prepare` runs again when somebody else came between. */
  const once = async (key: string, prepare: () => Promise<{ entry: Entry; ops: readonly Op[] }>): Promise<Entry> => {
    const id = `key:${createHash('sha256').update(key).digest('hex')}`
    for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
      const before = await store.read<{ entry: Entry }>(PK, id)
      if (before) return before.body.entry
      const { entry, ops } = await prepare()
      const token = newId()
      const body = { entry, token } as unknown as Json
      const written = await store.batch(PK, [{ op: 'create', id, body }, ...ops], { id, token })
      if (written.ok) return entry
    }
    throw new OutsideUnavailable('partnerCenter', 'notExecuted')
  }

  const subscriptionsOf = (customer: TenantId) => readAll<KeptSubscription>(store, PK, `sub:${customer}~`)

  const mustBeTenant = async (customer: TenantId): Promise<void> => {
    if (!(await known.isTenant(customer))) throw refused('20002')
  }

  const mustBeLocation = (mpnId: string | null | undefined): void => {
    if (mpnId === undefined || mpnId === null) return
    const account = known.mpnAccount(mpnId)
    if (!account) throw refused('800015')
    if (account.type !== 'location') throw refused('2072')
  }

  const mustFit = (offerId: string, licenses: number): Offer => {
    const offer = known.offer(offerId)
    if (!offer) throw refused('offerUnavailable')
    if (!Number.isInteger(licenses) || licenses < offer.min || licenses > offer.max) throw refused('2002')
    return offer
  }

  /** Edits one subscription under a key. */
  const edit = async (
    { key, customer, subscription }: { key: string; customer: TenantId; subscription: string },
    kind: 'change' | 'supportContact',
    changed: (stored: KeptSubscription) => KeptSubscription,
  ): Promise<void> => {
    await once(key, async () => {
      const stored = await store.read<KeptSubscription>(PK, subscriptionDoc(customer, subscription))
      if (!stored) throw refused('600006')
      const entry: Entry = { at: clock.now(), customer, kind, subscription }
      return { entry, ops: [{ op: 'replace', id: stored.id, etag: stored.etag, body: json(changed(stored.body)) }] }
    })
  }

  return {
    async placeOrder({ key, customer, owner, lines }) {
      const entry = await once(key, async () => {
        await mustBeTenant(customer)
        const named = new Set(lines.flatMap(({ subscription }) => subscription ?? []))
        if (lines.length === 0 || named.size < lines.filter(({ action }) => action !== 'new').length)
          throw refused('27002')
        const placed = await Promise.all(lines.map((line) => place(line, customer, owner)))
        const subscriptions = placed.map(({ after: { id, offerId, licenses } }) => ({ id, offerId, licenses }))
        return {
          entry: { at: clock.now(), customer, kind: 'order', owner, lines, subscriptions },
          ops: placed.map(({ op }) => op),
        }
      })
      return { subscriptions: entry.kind === 'order' ? entry.subscriptions : [] }
    },
    changeSubscription: async ({ change, ...named }) =>
      edit(named, 'change', (stored) => {
        if ('status' in change) return { ...stored, status: change.status }
        if (stored.status === 'suspended') throw refused('2001')
        if ('licenses' in change) {
          mustFit(stored.offerId, change.licenses)
          return { ...stored, licenses: change.licenses }
        }
        mustBeLocation(change.resellerMpnId)
        const { resellerMpnId, ...rest } = stored
        return change.resellerMpnId === null ? rest : { ...rest, resellerMpnId: change.resellerMpnId }
      }),
    setSupportContact: async ({ contact, ...named }) =>
      edit(named, 'supportContact', (stored) => {
        mustBeLocation(contact.mpnId)
        return { ...stored, support: contact }
      }),
    async removeRelation({ key, customer, partner }) {
      await once(key, async () => {
        await mustBeTenant(customer)
        const blocked = (await subscriptionsOf(customer)).some(
          ({ body: { owner, status } }) => owner === partner && (status === 'active' || status === 'pending'),
        )
        if (blocked) throw refused('600006')
        return { entry: { at: clock.now(), customer, kind: 'removal', partner }, ops: [] }
      })
    },
    async customerOf(tenant) {
      const subscriptions = (await subscriptionsOf(tenant)).map(({ body: { id, offerId, licenses, status } }) => ({
        id,
        offerId,
        licenses,
        status,
      }))
      return { subscriptions, reservations: [], software: [] }
    },
    entries: async () =>
      (await readAll<{ entry: Entry }>(store, PK, 'key:'))
        .map(({ body }) => body.entry)
        .sort((one, other) => (one.at < other.at ? -1 : 1)),
    subscriptions: async () =>
      (await readAll<KeptSubscription>(store, PK, 'sub:'))
        .map(({ body }) => body)
        .sort((one, other) => (one.at < other.at ? -1 : 1)),
  }

  async function place(
    { action, offerId, licenses, resellerMpnId, subscription }: OrderLine,
    customer: TenantId,
    owner: TenantId,
  ): Promise<{ after: KeptSubscription; op: Op }> {
    mustBeLocation(resellerMpnId)
    const reseller = resellerMpnId === undefined ? {} : { resellerMpnId }
    if (action === 'new') {
      mustFit(offerId, licenses)
      const facts = { id: newId(), offerId, licenses, customer, owner, status: 'active' as const, at: clock.now() }
      const after: KeptSubscription = { ...facts, ...reseller }
      return { after, op: { op: 'create', id: subscriptionDoc(customer, after.id), body: json(after) } }
    }
    const stored = await store.read<KeptSubscription>(PK, subscriptionDoc(customer, subscription ?? ''))
    if (!stored || stored.body.owner !== owner) throw refused('600006')
    if (stored.body.status === 'suspended') throw refused('2001')
    const more = action === 'addLicenses' ? stored.body.licenses : 0
    const kept = action === 'addLicenses' ? stored.body.offerId : offerId
    mustFit(kept, more + licenses)
    const after: KeptSubscription = { ...stored.body, offerId: kept, licenses: more + licenses, ...reseller }
    return { after, op: { op: 'replace', id: stored.id, etag: stored.etag, body: json(after) } }
  }
}

const PK = 'sbx:partner-center'
const ATTEMPTS = 20

const subscriptionDoc = (customer: TenantId, id: string): string => `sub:${customer}~${id}`
const refused = (reason: string) => new OutsideRefused('partnerCenter', reason)

// A subscription holds plain data alone.
const json = (subscription: KeptSubscription): Json => subscription as unknown as Json
