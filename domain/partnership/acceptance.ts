import { system } from '../actor.ts'
import type { Clock } from '../clock.ts'
import type { TenantId } from '../ids.ts'
import {
  completeAcceptance,
  expireInvitation,
  obstacles,
  type Pair,
  releaseAcceptance,
  supersedeInvitation,
} from '../invitation/accept.ts'
import type { Invitation } from '../invitation/invitation.ts'
import type { Invitations } from '../invitation/invitations.ts'
import type { Organization } from '../organization/organization.ts'
import type { Organizations } from '../organization/organizations.ts'
import { ok } from '../result.ts'
import type { DocumentStore } from '../store/document-store.ts'
import { holder, release, reserve } from '../store/reservations.ts'
import { establishPartnership } from './partner.ts'
import { pairOf } from './partnership.ts'
import type { Partnerships } from './partnerships.ts'

type Deps = {
  store: DocumentStore
  organizations: Organizations
  invitations: Invitations
  partnerships: Partnerships
  clock: Clock
}

const reservation = (provider: TenantId, reseller: TenantId): string => `partnership.${provider}.${reseller}`

/** Reads what an acceptance depends on. */
export async function readPair(
  { store, partnerships }: Pick<Deps, 'store' | 'partnerships'>,
  provider: Organization,
  reseller: Organization,
): Promise<Pair> {
  const [partnership, held] = await Promise.all([
    partnerships.find(provider.tenantId, reseller.tenantId),
    holder(store, 'pair', pairOf(provider.tenantId, reseller.tenantId)),
  ])
  return { provider, reseller, partnership, isCustomer: held?.startsWith('customer') ?? false }
}

/**
 * Carries a claimed acceptance to its end: the pair is reserved (R106), the partnership established, the invitation
 * completed. Every step is idempotent, so that whoever finds it half done, after a crash or a lost reply, goes on.
 * A pair that may no longer be is released and the invitation is open again.
 */
export async function finishAcceptance(
  deps: Deps,
  providerId: TenantId,
  id: string,
  correlationId: string,
): Promise<void> {
  const { store, organizations, invitations, partnerships, clock } = deps
  const invitation = await invitations.find(providerId, id)
  if (invitation?.state !== 'accepting') return
  const { reseller: resellerId, by: who } = invitation
  const [provider, reseller] = await Promise.all([organizations.find(providerId), organizations.find(resellerId)])
  const established = provider && reseller ? await establish(provider, reseller) : false
  await invitations.execute(providerId, id, {
    by: who,
    correlationId,
    decide: (state) =>
      state?.state !== 'accepting'
        ? ok([])
        : established
          ? completeAcceptance(state, { at: clock.now() })
          : releaseAcceptance(state, { at: clock.now() }),
  })

  async function establish(one: Organization, other: Organization): Promise<boolean> {
    const pair = pairOf(providerId, resellerId)
    const mine = reservation(providerId, resellerId)
    const reserved = await reserve(store, 'pair', pair, mine, async () => true)
    if (!reserved.ok) return false
    const result = await partnerships.execute(providerId, resellerId, {
      by: who,
      correlationId,
      decide: async (state) => {
        const facts = { ...(await readPair(deps, one, other)), partnership: state }
        const blocked =
          state.status === 'active' ? [] : obstacles(facts, { actor: { roles: ['GA'], appRoles: [] } as never })
        if (blocked.length > 0) return { ok: false, error: blocked }
        return establishPartnership(state, { at: clock.now(), who, invitationId: id, provider: one, reseller: other })
      },
    })
    if (!result.ok && (await partnerships.find(providerId, resellerId)).status !== 'active')
      await release(store, 'pair', pair, mine)
    return result.ok
  }
}

/** Gives the pair back after a removal, unless they are partners again. */
export async function releasePair(
  { store, partnerships }: Deps,
  provider: TenantId,
  reseller: TenantId,
): Promise<void> {
  if ((await partnerships.find(provider, reseller)).status === 'active') return
  await release(store, 'pair', pairOf(provider, reseller), reservation(provider, reseller))
}

/** An invitation whose timer fell due: it expired, or its acceptance was left half done. */
export async function tickInvitation(deps: Deps, provider: TenantId, id: string): Promise<void> {
  const { invitations, clock } = deps
  const correlationId = `timer:${id}`
  const invitation = await invitations.find(provider, id)
  if (invitation?.state === 'accepting') return finishAcceptance(deps, provider, id, correlationId)
  await invitations.execute(provider, id, {
    by: system,
    correlationId,
    decide: (state) => ok(state ? expireInvitation(state, clock.now()) : []),
  })
}

/** Ends another open invitation to a company that became a reseller by a different link (SM4, last row). */
export async function supersede({ invitations, clock }: Deps, other: Invitation, correlationId: string): Promise<void> {
  await invitations.execute(other.provider, other.id, {
    by: system,
    correlationId,
    decide: (state) => ok(state ? supersedeInvitation(state, clock.now()) : []),
  })
}
