import type { Organization } from '../../domain/organization/organization.ts'
import { mpnIdOf, type Sketch } from '../journeys/companies.ts'
import { message, type Speaker } from './activities.ts'
import { openBulk } from './bulk.ts'
import { partnerId, partnerName } from './fill.ts'
import { load } from './load.ts'
import { type Company, company, hostOf, PROVIDER, sketches as partnersOf, speaker, type Town } from './partners.ts'
import { organizationRecords, partnershipRecords, provider, reseller } from './records.ts'
import { customerRecords, keptOutside } from './sales.ts'
import type { Document } from './scratch.ts'

/** A subscription that nobody is credited for yet, and who may change that. */
export type Assignment = { by: Speaker; tenant: string; subscription: string }

/**
 * The town's one provider has so many `customers`, shared evenly with its `sharers`. Sellers add customers through the
 * `outlet`, and credit it for subscriptions.
 */
export type CustomerCast = {
  customers: number
  sharers: readonly string[]
  sellers: readonly Speaker[]
  outlet: string
  assignments: Assignment[]
}

/** Where nobody sells anything. */
export const NO_TRADE: CustomerCast = { customers: 0, sharers: [], sellers: [], outlet: '', assignments: [] }

/** Subscriptions of one seller that all get the outlet as their reseller, as one job. */
export type Wholesale = { by: Speaker; outlet: string; rows: readonly { tenant: string; subscription: string }[] }

/** Beside a town: how many customers its provider has, how many subscriptions are assigned one by one, and at once. */
export type Trade = { customers: number; assignments: number; rows: number }

const SELLERS = 16
const MOST_SHARERS = 20

function companies(town: Town) {
  const first = town.first + partnersOf(town).length
  return {
    outlet: company('outlet', first),
    wholesale: company('wholesale', first + 1, PROVIDER),
    sellers: Array.from({ length: SELLERS }, (_, n) => company(`seller${n}`, first + 2 + n, PROVIDER)),
    mpnId: mpnIdOf(first),
  }
}

/** Whom the world file needs beside the town's own. */
export function tradeSketches(town: Town): readonly Sketch[] {
  const { outlet, wholesale, sellers } = companies(town)
  return [outlet, wholesale, ...sellers].map(({ sketch }) => sketch)
}

/** Adds the customers to the store that the town was settled in. */
export async function settleTrade(
  file: string,
  town: Town,
  { customers, assignments: count, rows: many }: Trade,
  connectorUrl: string,
): Promise<{ cast: CustomerCast; wholesale: Wholesale }> {
  const at = new Date().toISOString()
  const { outlet, wholesale, sellers, mpnId } = companies(town)
  const outletCompany: Organization = { ...reseller(outlet), mpnId }
  const bulk = await openBulk(file)
  bulk.write(organizationRecords(outletCompany))
  for (const seller of [wholesale, ...sellers]) {
    const parties = { provider: provider(seller, at), reseller: outletCompany, requester: seller, acceptor: outlet }
    const [root, audit] = organizationRecords(parties.provider)
    const related = await partnershipRecords({ ...parties, id: `trade-${seller.displayName}` }, at)
    bulk.write([root, audit, ...related.filter(({ pk }) => !pk.startsWith('org:'))].flatMap((one) => one ?? []))
  }
  const host = provider(hostOf(town), at)
  const sharers = Array.from({ length: Math.min(MOST_SHARERS, town.partners) }, (_, n) => partnerId(n))
  const through = sharers.map((id, n) => reseller({ tenantId: id, displayName: partnerName(n) }))
  for (let n = 0; n < customers; n++)
    bulk.write(await customerRecords({ ...sold(n), provider: host, ...with_(through[n % through.length]), at }))

  // How the sellers are found comes with each of their customers.
  const known = new Set<string>()
  const isNew =
    (customer: string) =>
    ({ pk, id }: Document): boolean => {
      const name = `${pk}|${id}`
      if (name.includes(customer)) return true
      const isOld = known.has(name)
      known.add(name)
      return !isOld
    }
  const sells = async (from: number, seller: Company, n: number) => {
    const sale = { ...sold(from + n), provider: provider(seller, at), at }
    const records = [...(await customerRecords(sale, { isFound: true })), keptOutside(sale)]
    bulk.write(records.filter(isNew(sale.customer.tenantId)))
    return { tenant: sale.customer.tenantId, subscription: sale.subscription }
  }
  const assignments: Assignment[] = []
  for (let n = 0; n < count; n++) {
    const seller = sellers[n % SELLERS] ?? never()
    assignments.push({ by: speaker(seller, connectorUrl), ...(await sells(ASSIGNED_FROM, seller, n)) })
  }
  const rows: Wholesale['rows'][number][] = []
  for (let n = 0; n < many; n++) rows.push(await sells(WHOLESALE_FROM, wholesale, n))
  bulk.close()
  return {
    cast: {
      customers,
      sharers,
      sellers: sellers.map((one) => speaker(one, connectorUrl)),
      outlet: outlet.tenantId,
      assignments: assignments.toReversed(),
    },
    wholesale: { by: speaker(wholesale, connectorUrl), outlet: outlet.tenantId, rows },
  }
}

/** Who is told of what is sold speaks to the bot, so that it is told there. */
export async function meetTrade(url: string, town: Town, connectorUrl: string): Promise<void> {
  const { outlet, wholesale, sellers } = companies(town)
  const speakers = [outlet, wholesale, ...sellers].map((one) => speaker(one, connectorUrl))
  const next = () => ({ activity: message(speakers.pop() ?? never(), 'help') })
  await load({ url, connections: 4, turns: speakers.length, next })
}

const ASSIGNED_FROM = 10_000_000
const WHOLESALE_FROM = 20_000_000

const sold = (n: number) => ({
  customer: { tenantId: customerId(n), name: customerName(n) },
  subscription: `s${n}`,
})

const with_ = (one: Organization | undefined) => (one ? { reseller: one } : {})

/** The tenant of the customer that was written as the `n`th. */
export const customerId = (n: number): string =>
  `${n.toString(16).padStart(8, '0')}-0000-4000-a000-${String(n).padStart(12, '0')}`

/** What the customers' names begin with, each those of as many customers. */
export const FIRST_NAMES =
  'Alpine Birch Cedar Dune Ember Fern Grove Harvest Iris Juniper Kestrel Larch Maple Nettle Oak Pine あおい かえで さくら すみれ 松 竹 梅 月'.split(
    ' ',
  )
const SECOND_NAMES = 'Foods Toys Clinic Hotel Press Farm Garage School 食品 商店 医院 出版'.split(' ')

/** By name the customers stand in another order than they were written in. */
export function customerName(n: number): string {
  const mixed = Math.imul(n + 1, 0x9e3779b1) >>> 0
  const second = SECOND_NAMES[mixed % SECOND_NAMES.length]
  return `${FIRST_NAMES[n % FIRST_NAMES.length]} ${second} ${mixed.toString(36).toUpperCase()}`
}

function never(): never {
  throw new RangeError('nobody is left')
}
