import { customerPk } from '../customer/customer.ts'
import { newId } from '../ids.ts'
import { partnershipPk } from '../partnership/partnership.ts'
import type { Refusal } from '../refusals.ts'
import type { Result } from '../result.ts'
import { type DocumentStore, type Json, type Op, StoreUnavailable } from '../store/document-store.ts'
import type { Claim } from './accept.ts'

/** What became of a claim, in one document beside the truth that it changes: the first word holds for everybody. */
type Settlement = { t: 'settlement'; v: 1; token: string; refusals: readonly Refusal[] }

/** What a finisher of a claim comes to: it made what was authorized, or found it there already (nothing), or what is in the way. */
export type Found = 'made' | readonly Refusal[]

export const foundBy = (result: Result<{ events: readonly unknown[] }, readonly Refusal[]>): Found =>
  !result.ok ? result.error : result.value.events.length > 0 ? 'made' : []

const placeOf = ({ request, provider, reseller, id, key }: Claim) => ({
  pk: request ? customerPk(reseller) : partnershipPk(provider, reseller),
  id: `acc:${provider}.${id}.${key}`,
})

/** What kept them from it, nothing where it was carried out; undefined as long as a claim is under way. */
export async function settledAs(store: DocumentStore, claim: Claim): Promise<readonly Refusal[] | undefined> {
  const { pk, id } = placeOf(claim)
  return (await store.read<Settlement>(pk, id))?.body.refusals
}

/** Written in one batch with what the claim brings about: where it was refused meanwhile, neither comes to be. */
export const carriedOut = (claim: Claim): Op => settling(claim, { t: 'settlement', v: 1, token: newId(), refusals: [] })

/** Settles a claim, unless somebody else has settled it. @returns what holds */
export async function settle(
  store: DocumentStore,
  claim: Claim,
  refusals: readonly Refusal[],
): Promise<readonly Refusal[]> {
  const settled = await settledAs(store, claim)
  if (settled) return settled
  const { pk, id } = placeOf(claim)
  const token = newId()
  const written = await store.batch(pk, [settling(claim, { t: 'settlement', v: 1, token, refusals })], { id, token })
  if (written.ok) return refusals
  const first = await settledAs(store, claim)
  if (first) return first
  throw new StoreUnavailable('notExecuted')
}

/** Records hold plain data only: what is written is what JSON makes of it. */
const settling = (claim: Claim, body: Settlement): Op => ({
  op: 'create',
  id: placeOf(claim).id,
  body: body as unknown as Json,
})
