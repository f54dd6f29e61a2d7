import { system } from '../actor.ts'
import type { Clock } from '../clock.ts'
import { tenantId as asTenant, type TenantId } from '../ids.ts'
import {
  type Claim,
  completeAcceptance,
  expireInvitation,
  organizationObstacles,
  releaseAcceptance,
} from '../invitation/accept.ts'
import type { Invitations } from '../invitation/invitations.ts'
import type { Pair } from '../invitation/pair.ts'
import type { Organization } from '../organization/organization.ts'
import type { Organizations } from '../organization/organizations.ts'
import type { Refusal } from '../refusals.ts'
import { fail, ok } from '../result.ts'
import { notCustomerOfProvider, notPartneredYet } from '../rules/partnership.ts'
import type { DocumentStore } from '../store/document-store.ts'
import { holder, release, reserve } from '../store/reservations.ts'
import { establishPartnership } from './partner.ts'
import { pairOf } from './partnership.ts'
import type { Partnerships } from './partnerships.ts'

export type AcceptanceDeps = {
  store: DocumentStore
  organizations: Organizations
  invitations: Invitations
  partnerships: Partnerships
  clock: Clock
}

const ownerOf = (provider: TenantId, reseller: TenantId, invitation: string): string =>
  `partnership.${provider}.${reseller}.${invitation}`

/** Any other owner of a pair is a customer relation, `customer.…`, whose truth answers for itself. */
const isCustomerRelation = (owner: string | undefined): boolean => owner?.startsWith('customer') ?? false

/** Reads what an acceptance depends on. */
export async function readPair(
  { store, partnerships }: Pick<AcceptanceDeps, 'store' | 'partnerships'>,
  provider: Organization,
  reseller: Organization,
): Promise<Pair> {
  const [partnership, held] = await Promise.all([
    partnerships.find(provider.tenantId, reseller.tenantId),
    holder(store, 'pair', pairOf(provider.tenantId, reseller.tenantId)),
  ])
  return { provider, reseller, partnership, isCustomer: isCustomerRelation(held) }
}

/**
 * Whether the owner of a reserved pair still stands for it: a claimed acceptance, which may yet come to name it, or the
 * partnership that came of it. The invitation is read first, so that one which is completed in between is found as
 * partnership. A customer relation is never given away here.
 */
export async function namesPair(
  { partnerships, invitations }: Pick<AcceptanceDeps, 'partnerships' | 'invitations'>,
  owner: string,
): Promise<boolean> {
  const [kind, provider, reseller, id] = owner.split('.')
  if (kind !== 'partnership' || !provider || !reseller) return true
  const [one, other] = [asTenant(provider), asTenant(reseller)]
  const invitation = id === undefined ? undefined : await invitations.find(one, id)
  if (invitation?.state === 'accepting' && invitation.reseller === other) return true
  const partnership = await partnerships.find(one, other)
  return partnership.status === 'active' && (id === undefined || partnership.invitationId === id)
}

/**
 * Carries a claimed acceptance to its end: the pair is reserved (R106), the partnership established, the invitation
 * completed. Every step is idempotent, so that whoever finds it half done, after a crash or a lost reply, goes on.
 * A pair that may no longer be is released, and the invitation is open again and says why.
 * @returns what kept the two from becoming partners; nothing when they are
 */
export async function finishAcceptance(
  deps: AcceptanceDeps,
  provider: TenantId,
  id: string,
  correlationId: string,
): Promise<readonly Refusal[]> {
  const { invitations, partnerships, clock } = deps
  const claim = await invitations.find(provider, id)
  if (claim?.state !== 'accepting') return []
  const { reseller, by } = claim
  const refusals = await establish(deps, claim, correlationId)
  await invitations.execute(provider, id, {
    by,
    correlationId,
    decide: async (state) => {
      const at = clock.now()
      if (!state) return ok([])
      const partnership = await partnerships.find(provider, reseller)
      const stands = partnership.status === 'active' && partnership.invitationId === id
      if (stands || refusals.length === 0) return completeAcceptance(state, { at, claim })
      return releaseAcceptance(state, { at, claim, refusals: [...notPartneredYet.check({ partnership }), ...refusals] })
    },
  })
  if (refusals.length > 0) await releasePair(deps, provider, reseller, id)
  return refusals
}

async function establish(deps: AcceptanceDeps, claim: Claim, correlationId: string): Promise<readonly Refusal[]> {
  const { store, organizations, invitations, partnerships, clock } = deps
  const { provider: providerId, reseller: resellerId, id, by: who } = claim
  const [provider, reseller] = await Promise.all([organizations.find(providerId), organizations.find(resellerId)])
  if (!provider || !reseller) return [{ code: 'STALE' }]
  const pair = pairOf(providerId, resellerId)
  const mine = ownerOf(providerId, resellerId, id)
  const reserves = () => reserve(store, 'pair', pair, mine, (owner) => namesPair(deps, owner))
  let reserved = await reserves()
  if (!reserved.ok && !isCustomerRelation(reserved.owner)) {
    await finishOther(deps, reserved.owner, correlationId)
    reserved = await reserves()
  }
  if (!reserved.ok && isCustomerRelation(reserved.owner)) {
    const names = { provider: provider.displayName, reseller: reseller.displayName }
    return notCustomerOfProvider.check({ isCustomer: true, ...names })
  }
  const result = await partnerships.execute(providerId, resellerId, {
    by: who,
    correlationId,
    decide: async (state) => {
      const now = await invitations.find(providerId, id)
      const facts = { ...(await readPair(deps, provider, reseller)), partnership: state }
      if (state.status === 'active') return establishPartnership(state, { ...order(), provider, reseller })
      if (!reserved.ok || now?.state !== 'accepting' || now.key !== claim.key) return fail([{ code: 'STALE' as const }])
      const obstacles = organizationObstacles(facts)
      return obstacles.length > 0 ? fail(obstacles) : establishPartnership(state, { ...order(), provider, reseller })
    },
  })
  return result.ok ? [] : result.error

  function order() {
    return { at: clock.now(), who, invitationId: id }
  }
}

/** Another acceptance of the same two that is under way comes to its end first, so that this one knows what it meets. */
async function finishOther(deps: AcceptanceDeps, owner: string, correlationId: string): Promise<void> {
  const [, provider, , id] = owner.split('.')
  if (provider && id) await finishAcceptance(deps, asTenant(provider), id, correlationId)
}

/** Gives back the pair that an acceptance of this invitation had reserved, unless it still stands for it. */
export const releasePair = (
  deps: Pick<AcceptanceDeps, 'store' | 'partnerships' | 'invitations'>,
  provider: TenantId,
  reseller: TenantId,
  invitation: string,
): Promise<void> =>
  release(deps.store, 'pair', pairOf(provider, reseller), ownerOf(provider, reseller, invitation), (owner) =>
    namesPair(deps, owner),
  )

/** An invitation whose timer fell due: it expired, or its acceptance was left half done. */
export async function tickInvitation(deps: AcceptanceDeps, provider: TenantId, id: string): Promise<void> {
  const { invitations, clock } = deps
  const correlationId = `timer:${id}`
  const invitation = await invitations.find(provider, id)
  if (invitation?.state === 'accepting') {
    await finishAcceptance(deps, provider, id, correlationId)
    return
  }
  await invitations.execute(provider, id, {
    by: system,
    correlationId,
    decide: (state) => ok(state ? expireInvitation(state, clock.now()) : []),
  })
}
