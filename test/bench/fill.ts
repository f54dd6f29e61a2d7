import { searchKey } from '../../domain/search-key.ts'
import type { Bulk } from './bulk.ts'
import { listedRecord, nameRecords, organizationRecords, partnershipRecords, provider, reseller } from './records.ts'
import type { Document } from './scratch.ts'

/** The provider that has all the partners. */
export type Host = { tenantId: string; displayName: string; aadObjectId: string; name: string }

/**
 * Writes the host, and so many resellers of it with their partnerships, lists and names. `tell` hears how many there are after
 * each tenth.
 */
export async function fill(
  bulk: Bulk,
  host: Host,
  relationships: number,
  tell: (done: number) => void = () => undefined,
): Promise<void> {
  const at = new Date().toISOString()
  const one = provider(host, at)
  bulk.write(organizationRecords(one))
  const tenth = Math.ceil(relationships / 10)
  for (let n = 0; n < relationships; n++) {
    bulk.write(await relationship(n))
    if ((n + 1) % tenth === 0) tell(n + 1)
  }
  // In the order in which they lie, so that each page of the file is written once.
  for (const n of byName(relationships)) bulk.write(nameRecords(companyAt(n), one.tenantId))

  async function relationship(n: number): Promise<readonly Document[]> {
    const company = companyAt(n)
    // Of three resellers one has not signed yet: its ticks differ.
    const other = reseller(company, n % 3 !== 0)
    const acceptor = { tenantId: company.tenantId, aadObjectId: partnerId(n), name: `Admin of ${company.displayName}` }
    const parties = { provider: one, reseller: other, requester: host, acceptor, id: `i${n}` }
    return [
      ...organizationRecords(other),
      ...(await partnershipRecords(parties, at)),
      listedRecord(company, one.tenantId),
    ]
  }
}

const companyAt = (n: number) => ({ tenantId: partnerId(n), displayName: partnerName(n) })

function byName(relationships: number): readonly number[] {
  const keys = Array.from({ length: relationships }, (_, n) => searchKey(partnerName(n)))
  return [...keys.keys()].sort((one, other) => ((keys[one] ?? '') < (keys[other] ?? '') ? -1 : 1))
}

/** The tenant of the partner that was written as the `n`th. */
export const partnerId = (n: number): string =>
  `${n.toString(16).padStart(8, '0')}-0000-4000-9000-${String(n).padStart(12, '0')}`

/** What the partners' names begin with, each those of as many partners. */
export const FIRST_WORDS =
  'Aoba Asahi Fuji Hana Haru Hikari Hoshi Ishi Kaze Kita Kumo Matsu Midori Minato Mori Nami Nishi Sakura Sora Taiyo Tani Toki Tsuki Umi Yama Yuki 青葉 朝日 富士 桜 光 北 西 港 緑 森 空 山 雪 海'.split(
    ' ',
  )
const SECOND_WORDS =
  'Systems Works Cloud Data Net Soft Link Base Craft Logic Partners Consulting Solutions Technology ソフト システム'.split(
    ' ',
  )

/** By name the partners stand in another order than they were written in. */
export function partnerName(n: number): string {
  const mixed = Math.imul(n + 1, 0x9e3779b1) >>> 0
  const second = SECOND_WORDS[mixed % SECOND_WORDS.length]
  return `${FIRST_WORDS[n % FIRST_WORDS.length]} ${second} ${mixed.toString(36).toUpperCase()}`
}
