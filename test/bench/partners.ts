import { type Sketch, tenantIdOf } from '../journeys/companies.ts'
import { message, type Speaker } from './activities.ts'
import { openBulk } from './bulk.ts'
import { fill } from './fill.ts'
import { load } from './load.ts'
import { type Acting, invitationRecords, organizationRecords, provider, reseller } from './records.ts'
import { supportAgents } from './set-up.ts'

/** A link that waits to be accepted, and who will. */
export type Acceptance = { by: Speaker; code: string; provider: string }

/**
 * Askers work for one provider with so many `partners`; every acceptance is possible once. Questions in words are asked by
 * support and by others of the provider's, by half of either in Japanese.
 */
export type PartnerCast = {
  askers: readonly Speaker[]
  curious: { support: readonly Speaker[]; partner: readonly Speaker[] }
  provider: string
  partners: number
  acceptances: Acceptance[]
}

/** Where they stand in the world file, how many partners the provider has, how many invitations can be accepted. */
export type Town = { first: number; partners: number; acceptances: number }

export type Company = Acting & { displayName: string; sketch: Sketch }

const ASKERS = 32
const CURIOUS = Array.from({ length: 32 }, (_, n) => ({ n: ASKERS + n, locale: n < 16 ? 'en-US' : 'ja-JP' }))
/** More than there are turns at once: nobody accepts twice at a time. */
const LEAST_SIDE = 20

/** One provider with all the partners, then as many providers as resellers; each reseller is invited by each provider. */
function companies({ first, acceptances }: Town) {
  const side = Math.max(LEAST_SIDE, Math.ceil(Math.sqrt(acceptances)))
  const row = (kind: 'depot' | 'shop', from: number) =>
    Array.from({ length: side }, (_, n) => company(`${kind}${n}`, from + n, kind === 'depot' ? PROVIDER : {}))
  return {
    host: company('harbor', first, PROVIDER),
    depots: row('depot', first + 1),
    shops: row('shop', first + 1 + side),
  }
}

export const PROVIDER: Partial<Sketch> = {
  kind: 'indirectProvider',
  more: { agreements: [{ type: 'MPA', region: 'japan', at: '2020-05-04' }] },
}

/** The provider that has all the partners. */
export const hostOf = (town: Town): Company => companies(town).host

/** Everybody of the town for the world file, in order. */
export function sketches(town: Town): readonly Sketch[] {
  const { host, depots, shops } = companies(town)
  return [host, ...depots, ...shops].map(({ sketch }) => sketch)
}

/** Fills an embedded store that nobody has used with the town's partnerships and invitations. */
export async function settleTown(
  file: string,
  town: Town,
  connectorUrl: string,
  tell?: (done: number) => void,
): Promise<PartnerCast> {
  const { host, depots, shops } = companies(town)
  const at = new Date().toISOString()
  const bulk = await openBulk(file)
  await fill(bulk, host, town.partners, tell)
  for (const depot of depots) bulk.write(organizationRecords(provider(depot, at)))
  for (const shop of shops) bulk.write(organizationRecords(reseller(shop)))
  const acceptances: Acceptance[] = []
  for (let n = 0; n < town.acceptances; n++) {
    const shop = from(shops, n)
    const depot = from(depots, n + Math.floor(n / shops.length))
    const parties = { provider: provider(depot, at), reseller: reseller(shop), requester: depot, acceptor: shop }
    const { code, documents } = await invitationRecords({ ...parties, id: `invited-${n}` }, at)
    bulk.write(documents)
    acceptances.push({ by: speaker(shop, connectorUrl), code, provider: depot.displayName })
  }
  bulk.close()
  const askers = Array.from({ length: ASKERS }, (_, n) =>
    speaker({ ...host, aadObjectId: userOf(town.first, n) }, connectorUrl),
  )
  const curious = {
    support: supportAgents(connectorUrl),
    partner: CURIOUS.map(({ n, locale }) => ({
      ...speaker({ ...host, aadObjectId: userOf(town.first, n) }, connectorUrl),
      locale,
    })),
  }
  return {
    askers,
    curious,
    provider: host.displayName,
    partners: town.partners,
    acceptances: acceptances.toReversed(),
  }
}

/** The providers' admins speak to the bot, so that it can tell them of acceptances. */
export async function meetTown(url: string, town: Town, connectorUrl: string): Promise<void> {
  const speakers = companies(town).depots.map((depot) => speaker(depot, connectorUrl))
  const next = () => ({ activity: message(speakers.pop() ?? never(), 'help') })
  await load({ url, connections: 4, turns: speakers.length, next })
}

/** A company for the world file: `more` makes it another than a prospect in Japan. */
export function company(name: string, at: number, more: Partial<Sketch> = {}): Company {
  const displayName = `${name.slice(0, 1).toUpperCase()}${name.slice(1)}`
  const users = Array.from({ length: name === 'harbor' ? ASKERS + CURIOUS.length : 1 }, (_, n) => ({
    aadObjectId: userOf(at, n),
    name: `Ann ${n} of ${displayName}`,
    email: `ann${n}@${name}.example`,
    locale: CURIOUS.find((one) => one.n === n)?.locale ?? 'en-US',
    directoryRoles: ['globalAdmin'],
  }))
  return {
    tenantId: tenantIdOf(at),
    displayName,
    aadObjectId: userOf(at, 0),
    name: `Ann 0 of ${displayName}`,
    sketch: { name, country: 'JP', ...more, more: { ...more.more, users } },
  }
}

const userOf = (at: number, n: number): string => `${90_000_000 + at}-0000-4000-8000-${String(n).padStart(12, '0')}`

export const speaker = ({ tenantId, aadObjectId, name }: Acting, serviceUrl: string): Speaker => ({
  tenantId,
  aadObjectId,
  name,
  locale: 'en-US',
  serviceUrl,
})

const from = <T>(list: readonly T[], n: number): T => list[n % list.length] ?? never()

function never(): never {
  throw new RangeError('nobody is left')
}
