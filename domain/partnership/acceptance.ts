import { system } from '../actor.ts'
import { tenantId as asTenant, type TenantId } from '../ids.ts'
import {
  type Claim,
  completeAcceptance,
  expireInvitation,
  organizationObstacles,
  releaseAcceptance,
} from '../invitation/accept.ts'
import {
  establishRelations,
  namesRelation,
  type RelationDeps,
  releaseRelations,
} from '../invitation/establish-relations.ts'
import type { Invitations } from '../invitation/invitations.ts'
import type { Pair } from '../invitation/pair.ts'
import { carriedOut, type Found, foundBy, settle, settledAs } from '../invitation/settlement.ts'
import type { Organization } from '../organization/organization.ts'
import type { Organizations } from '../organization/organizations.ts'
import type { Refusal } from '../refusals.ts'
import { fail, ok } from '../result.ts'
import { holder, release, reserve } from '../store/reservations.ts'
import { establishPartnership } from './partner.ts'
import { pairOf } from './partnership.ts'
import type { Partnerships } from './partnerships.ts'

export type AcceptanceDeps = RelationDeps & {
  organizations: Organizations
  invitations: Invitations
  partnerships: Partnerships
}

const ownerOf = (provider: TenantId, reseller: TenantId, invitation: string): string =>
  `partnership.${provider}.${reseller}.${invitation}`

type NamingDeps = Pick<AcceptanceDeps, 'store' | 'partnerships' | 'invitations' | 'customers'>

/** Reads what an acceptance depends on. */
export async function readPair(deps: NamingDeps, provider: Organization, reseller: Organization): Promise<Pair> {
  const [partnership, held] = await Promise.all([
    deps.partnerships.find(provider.tenantId, reseller.tenantId),
    holder(deps.store, 'pair', pairOf(provider.tenantId, reseller.tenantId)),
  ])
  const isCustomer = held?.startsWith('customer') === true && (await namesPair(deps, held))
  return { provider, reseller, partnership, isCustomer }
}

/**
 * Whether the owner of a reserved pair still stands for it: a claimed acceptance that is not settled, so that it may yet
 * come to name it, or the partnership, or the customer relation, that came of it. The invitation is read first, so that
 * one which is completed in between is found as that. A customer relation of any other origin is never given away here.
 */
export async function namesPair(deps: NamingDeps, owner: string): Promise<boolean> {
  const { store, partnerships, invitations } = deps
  const [kind, provider, reseller, id] = owner.split('.')
  if (kind === 'customer') return namesRelation(deps, owner)
  if (kind !== 'partnership' || !provider || !reseller) return true
  const [one, other] = [asTenant(provider), asTenant(reseller)]
  const invitation = id === undefined ? undefined : await invitations.find(one, id)
  if (invitation?.state === 'accepting' && invitation.reseller === other && !(await settledAs(store, invitation)))
    return true
  const partnership = await partnerships.find(one, other)
  return partnership.status === 'active' && (id === undefined || partnership.invitationId === id)
}

/**
 * Carries a claimed acceptance to its end: the pair is reserved (R106), the partnership established, the invitation
 * completed; a customer's with all its pairs and relationships. Every step is idempotent, so that whoever finds it half
 * done, after a crash or a lost reply, goes on. A pair that may no longer be is released, and the invitation is open again
 * and says why. Of several who find different facts the first word holds for all (`settlement.ts`).
 * @returns what kept them from it; nothing when it is so
 */
export async function finishAcceptance(
  deps: AcceptanceDeps,
  provider: TenantId,
  id: string,
  correlationId: string,
): Promise<readonly Refusal[]> {
  const { store, invitations, clock } = deps
  const claim = await invitations.find(provider, id)
  if (claim?.state !== 'accepting') return []
  const { reseller, by } = claim
  const others = {
    finish: (owner: string) => finishOther(deps, owner, correlationId),
    named: (owner: string) => namesPair(deps, owner),
  }
  const found = claim.request
    ? await establishRelations(deps, claim, correlationId, others)
    : await establish(deps, claim, correlationId)
  const refusals = found === 'made' ? [] : await settle(store, claim, found)
  await invitations.execute(provider, id, {
    by,
    correlationId,
    decide: (state) => {
      const at = clock.now()
      if (!state) return ok([])
      return refusals.length === 0
        ? completeAcceptance(state, { at, claim })
        : releaseAcceptance(state, { at, claim, refusals })
    },
  })
  // Whoever came late may have reserved what nobody stands for any more.
  if (found !== 'made') await releasePair(deps, provider, reseller, id)
  return refusals
}

async function establish(deps: AcceptanceDeps, claim: Claim, correlationId: string): Promise<Found> {
  const { store, organizations, partnerships, clock } = deps
  const { provider: providerId, reseller: resellerId, id: invitationId, by: who } = claim
  const pair = pairOf(providerId, resellerId)
  const mine = ownerOf(providerId, resellerId, invitationId)
  const reserves = () => reserve(store, 'pair', pair, mine, (owner) => namesPair(deps, owner))
  let reserved = await reserves()
  if (!reserved.ok) {
    await finishOther(deps, reserved.owner, correlationId)
    reserved = await reserves()
  }
  const result = await partnerships.execute(providerId, resellerId, {
    by: who,
    correlationId,
    decide: async (state) => {
      const settled = await settledAs(store, claim)
      if (settled) return settled.length > 0 ? fail(settled) : ok([])
      const [provider, reseller] = await Promise.all([organizations.find(providerId), organizations.find(resellerId)])
      if (!provider || !reseller) return fail([{ code: 'STALE' as const }])
      const order = { at: clock.now(), who, invitationId, provider, reseller }
      if (state.status === 'active') return establishPartnership(state, order)
      const obstacles = organizationObstacles({ ...(await readPair(deps, provider, reseller)), partnership: state })
      if (obstacles.length > 0) return fail(obstacles)
      return reserved.ok ? establishPartnership(state, order) : fail([{ code: 'STALE' as const }])
    },
    beside: () => [carriedOut(claim)],
  })
  return foundBy(result)
}

/** Another acceptance of the same two that is under way comes to its end first, so that this one knows what it meets. */
async function finishOther(deps: AcceptanceDeps, owner: string, correlationId: string): Promise<void> {
  const [kind, provider, , third, inviting, id] = owner.split('.')
  if (kind === 'partnership' && provider && third)
    await finishAcceptance(deps, asTenant(provider), third, correlationId)
  if (kind === 'customer' && third === 'inv' && inviting && id)
    await finishAcceptance(deps, asTenant(inviting), id, correlationId)
}

/** Gives back the pair, of a customer the pairs, that an acceptance of this invitation had reserved, unless it still stands for it. */
export async function releasePair(deps: NamingDeps, provider: TenantId, reseller: TenantId, id: string): Promise<void> {
  const invitation = await deps.invitations.find(provider, id)
  if (invitation?.request) return releaseRelations(deps, invitation, reseller)
  await release(deps.store, 'pair', pairOf(provider, reseller), ownerOf(provider, reseller, id), (owner) =>
    namesPair(deps, owner),
  )
}

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
