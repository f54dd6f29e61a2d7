import type { FormState } from '../../cards/drawing/form.ts'
import type { Card } from '../../cards/drawing/render.ts'
import {
  endRequestForm,
  partnerCard,
  type RemoveView,
  removeCard,
  removedCard,
} from '../../cards/partnership/partner.ts'
import { partnershipHistoryCard } from '../../cards/partnership/partnership-history.ts'
import { by } from '../../domain/actor.ts'
import { sharedCustomers } from '../../domain/customer/lists.ts'
import { readReason } from '../../domain/enrollment/read-form.ts'
import type { TenantId } from '../../domain/ids.ts'
import { mayInvite } from '../../domain/invitation/may-ask.ts'
import type { Organization } from '../../domain/organization/organization.ts'
import type { Side } from '../../domain/partnership/lists.ts'
import { recordAdminAccessRemoved, removePartnership, requestEnd } from '../../domain/partnership/partner.ts'
import { DECLARATIONS, type Partnership } from '../../domain/partnership/partnership.ts'
import { permit } from '../../domain/permissions.ts'
import { isFieldRefusal } from '../../domain/refusals.ts'
import { readiness } from '../../domain/rules/organization.ts'
import { type CompanyCapability, type CompanyTurn, given, type House } from '../capability.ts'
import { notFound, refused } from '../refused.ts'

/** One partnership with what this person may do about it. */
export const partner: CompanyCapability<'partner'> = (at, turn, house) =>
  withPartner(at, turn, house, (found) => drawPartner(found, turn))

/** *Remove partnership*, first step: what stays, what is declared (R43, R44, R46). */
export const openRemoval: CompanyCapability<'remove-partnership'> = (at, turn, house) =>
  withPartner(at, turn, house, (found) => removalCard(found, turn, house))

/** *Yes*: gone from both lists; nobody is told (R45). */
export const remove: CompanyCapability<'confirm-removal'> = (tap, turn, house) =>
  withPartner(tap, turn, house, async (found) => {
    const { provider, reseller } = found
    const chosen = tap.declarations.split(',')
    const result = await house.partnerships.execute(provider.tenantId, reseller.tenantId, {
      by: by(turn.actor),
      correlationId: turn.correlationId,
      op: tap.op,
      decide: (state) =>
        removePartnership(state, {
          ...given(turn),
          provider,
          reseller,
          declarations: DECLARATIONS.filter((one) => chosen.includes(one)),
        }),
    })
    if (!result.ok)
      return result.error.every(isFieldRefusal)
        ? removalCard(found, turn, house, { faults: result.error, values: tap })
        : refused(result.error, turn, house)
    return removedCard(
      { provider: provider.displayName, reseller: reseller.displayName, admin: turn.actor.name },
      turn.words,
    )
  })

export const openEnd: CompanyCapability<'end-form'> = (at, turn, house) =>
  withPartner(at, turn, house, async ({ provider, reseller }) => {
    const refusals = permit('P25', turn.actor, reseller)
    if (refusals.length > 0) return refused(refusals, turn, house)
    return endRequestForm({ tenant: provider.tenantId, provider: provider.displayName }, turn.words)
  })

/** The reseller's wish goes to Microsoft support (R110). */
export const askToEnd: CompanyCapability<'request-end'> = (tap, turn, house) =>
  withPartner(tap, turn, house, async ({ provider, reseller }) => {
    const reason = readReason(tap.reason)
    if (!reason.ok)
      return endRequestForm(
        { tenant: provider.tenantId, provider: provider.displayName, values: tap, faults: reason.error },
        turn.words,
      )
    const result = await house.partnerships.execute(provider.tenantId, reseller.tenantId, {
      by: by(turn.actor),
      correlationId: turn.correlationId,
      op: tap.op,
      decide: (state) => requestEnd(state, { ...given(turn), provider, reseller, reason: reason.value }),
    })
    if (!result.ok) return refused(result.error, turn, house)
    return drawPartner({ provider, reseller, partnership: result.value.state }, turn, turn.words.notes.endRequested)
  })

/** The provider's admin access was removed in the Office 365 portal: recorded (R49). */
export const accessRemoved: CompanyCapability<'admin-access-removed'> = (tap, turn, house) =>
  withPartner(tap, turn, house, async ({ provider, reseller }) => {
    const result = await house.partnerships.execute(provider.tenantId, reseller.tenantId, {
      by: by(turn.actor),
      correlationId: turn.correlationId,
      op: tap.op,
      decide: (state) => recordAdminAccessRemoved(state, { ...given(turn), provider, reseller }),
    })
    if (!result.ok) return refused(result.error, turn, house)
    return drawPartner({ provider, reseller, partnership: result.value.state }, turn)
  })

/** Who did what and when between the two. */
export const partnershipHistory: CompanyCapability<'partnership-history'> = ({ tenant, after }, turn, house) =>
  withPartner({ tenant }, turn, house, async ({ provider, reseller }) => {
    const page = await house.partnerships.history(provider.tenantId, reseller.tenantId, {
      limit: 10,
      ...(after === undefined ? {} : { after }),
    })
    // The reseller's wish to end it is told to support alone (R110).
    const own = turn.organization.tenantId === reseller.tenantId
    const entries = page.items.flatMap(({ body }) =>
      own || body.events.every(({ type }) => type !== 'EndRequested') ? [body] : [],
    )
    return partnershipHistoryCard(
      {
        tenant,
        provider: provider.displayName,
        reseller: reseller.displayName,
        entries,
        ...(page.next ? { next: page.next } : {}),
      },
      turn.words,
    )
  })

type Found = { provider: Organization; reseller: Organization; partnership: Partnership }

/** Only for a partner, now or before; to everybody else a foreign company and none at all look the same. */
async function withPartner(
  { tenant }: { tenant: TenantId },
  turn: CompanyTurn,
  house: House,
  then: (found: Found) => Promise<Card> | Card,
): Promise<Card> {
  const { organization, actor } = turn
  const refusals = permit('P23', actor, organization, { read: true })
  if (refusals.length > 0) return refused(refusals, turn, house)
  const own = organization.tenantId
  const between = (side: Side) =>
    side === 'provider' ? house.partnerships.find(own, tenant) : house.partnerships.find(tenant, own)
  // What a company is now it nearly always was: the other way round is only looked for where nothing is found.
  const [usual, once]: readonly [Side, Side] =
    organization.kind === 'indirectProvider' ? ['provider', 'reseller'] : ['reseller', 'provider']
  const [other, now] = await Promise.all([house.organizations.find(tenant), between(usual)])
  const [side, partnership] = now.status === 'none' ? [once, await between(once)] : [usual, now]
  if (!other || partnership.status === 'none') return notFound(tenant, turn, house)
  return side === 'provider'
    ? then({ provider: organization, reseller: other, partnership })
    : then({ provider: other, reseller: organization, partnership })
}

function drawPartner({ provider, reseller, partnership }: Found, turn: CompanyTurn, note?: string): Card {
  const { organization, actor, words } = turn
  const side = organization.tenantId === provider.tenantId ? 'provider' : 'reseller'
  const other = side === 'provider' ? reseller : provider
  return partnerCard(
    {
      side,
      tenant: other.tenantId,
      name: other.displayName,
      country: other.country,
      partnership,
      readiness: readiness(other),
      may: {
        viewCustomers: permit('P34', actor, organization, { read: true }).length === 0,
        addCustomer: side === 'provider' && permit('P27', actor, provider).length === 0,
        remove: side === 'provider' && permit('P24', actor, provider).length === 0,
        askToEnd: side === 'reseller' && permit('P25', actor, reseller).length === 0,
        recordAccess: side === 'reseller' && permit('P26', actor, reseller).length === 0,
        invite: side === 'provider' && permit('P20', actor, provider).length === 0,
        inviteCustomer: side === 'reseller' && mayInvite(reseller, turn, 'both').length === 0,
      },
      denied: side === 'provider' ? permit('P24', actor, provider) : permit('P25', actor, reseller),
      ...(note === undefined ? {} : { note }),
    },
    words,
  )
}

async function removalCard(
  { provider, reseller, partnership }: Found,
  turn: CompanyTurn,
  house: House,
  again: FormState & Pick<RemoveView, 'values'> = {},
): Promise<Card> {
  const refusals = permit('P24', turn.actor, provider)
  if (turn.organization.tenantId !== provider.tenantId) return refused([{ code: 'PAR_END_VIA_SUPPORT' }], turn, house)
  if (refusals.length > 0) return refused(refusals, turn, house)
  if (partnership.status !== 'active') return drawPartner({ provider, reseller, partnership }, turn)
  const { items, next } = await sharedCustomers(house.store, provider.tenantId, reseller.tenantId, { limit: 100 })
  return removeCard(
    {
      tenant: reseller.tenantId,
      reseller: reseller.displayName,
      customersThatStay: items.length,
      more: next !== undefined,
      ...again,
    },
    turn.words,
  )
}
