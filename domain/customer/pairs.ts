import { tenantId as asTenant, type TenantId } from '../ids.ts'
import { type AcceptanceDeps, finishAcceptance, namesPair } from '../partnership/acceptance.ts'
import { pairOf } from '../partnership/partnership.ts'
import { holder, release, reserve } from '../store/reservations.ts'
import { isActive } from './customer.ts'
import type { Customers } from './customers.ts'
import type { NewCustomers } from './new-customers.ts'

export type PairDeps = AcceptanceDeps & { customers: Customers; newCustomers: NewCustomers }

/** The pair of customer and partner, kept from becoming provider and reseller (R106). */
type Held = { customer: TenantId; partner: TenantId }

const ownersOf = ({ customer, partner }: Held): string => `customer.${customer}.${partner}.`

/**
 * Reserves the pair for a relationship that is about to be recorded: its claim has to stand in a truth already. An
 * acceptance under way between the same two comes to its end first. `claim` is what the relationship is being made of, so
 * that its reservation can be judged before it stands: that of a new customer (`claimOfDraft`) is judged here, any other
 * where it is made.
 * @returns false when the two are provider and reseller
 */
export async function reserveCustomerPair(
  deps: PairDeps,
  { claim, ...held }: Held & { claim: string },
  correlationId: string,
): Promise<boolean> {
  const pair = pairOf(held.customer, held.partner)
  const reserves = () =>
    reserve(deps.store, 'pair', pair, `${ownersOf(held)}${claim}`, (owner) => namesRelation(deps, owner))
  let reserved = await reserves()
  if (!reserved.ok && reserved.owner.startsWith('partnership.')) {
    const [, provider, , invitation] = reserved.owner.split('.')
    if (provider && invitation) await finishAcceptance(deps, asTenant(provider), invitation, correlationId)
    reserved = await reserves()
  }
  return reserved.ok || reserved.owner.startsWith('customer.')
}

/** Gives the pair back once no relationship of the two stands any more. */
export async function releaseCustomerPair(deps: PairDeps, held: Held): Promise<void> {
  const pair = pairOf(held.customer, held.partner)
  const owner = await holder(deps.store, 'pair', pair)
  if (owner?.startsWith(ownersOf(held)))
    await release(deps.store, 'pair', pair, owner, (one) => namesRelation(deps, one))
}

/** Whether the relationship stands, or is still being made. The claim is read first: it is completed after the relationship. */
async function namesRelation(deps: PairDeps, owner: string): Promise<boolean> {
  const { customers, newCustomers } = deps
  const [, customer, partner, kind, provider, id] = owner.split('.')
  if (kind !== 'new' || !customer || !partner) return namesPair(deps, owner)
  const draft = provider && id ? await newCustomers.find(asTenant(provider), id) : undefined
  if (draft?.state === 'provisioning' && draft.stage === 'record' && draft.customer === customer) return true
  const state = await customers.find(asTenant(customer))
  return state?.relations.some((one) => isActive(one) && one.partner === partner) ?? false
}
