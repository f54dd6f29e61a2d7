import type { Creditable } from '../cards/customer/subscription-forms.ts'
import type { Card } from '../cards/drawing/render.ts'
import { by } from '../domain/actor.ts'
import type { CustomerOrder } from '../domain/customer/customers.ts'
import { readOffers } from '../domain/customer/facts.ts'
import { type OutsideContext, placed, refusalFor } from '../domain/customer/outside-codes.ts'
import { type SeenCustomer, seenBy } from '../domain/customer/seen.ts'
import { isGuid, type OperationKey, type TenantId } from '../domain/ids.ts'
import { partners } from '../domain/partnership/lists.ts'
import { PERMISSIONS, permit } from '../domain/permissions.ts'
import type { Refusal } from '../domain/refusals.ts'
import { clean } from '../domain/text.ts'
import type { CompanyTurn, House } from './capability.ts'
import { notFound, refused } from './refused.ts'

/** Only for whoever has to do with the customer; to everybody else it looks like none at all. */
export async function withCustomer(
  tenant: TenantId,
  turn: CompanyTurn,
  house: House,
  then: (seen: SeenCustomer) => Promise<Card> | Card,
): Promise<Card> {
  const { organization, actor } = turn
  const refusals = permit('P34', actor, organization, { read: true })
  if (refusals.length > 0) return refused(refusals, turn, house)
  const seen = seenBy(await house.customers.find(tenant), organization.tenantId)
  if (!seen || seen.standing === 'self') return notFound(tenant, turn, house)
  return then(seen)
}

/** A command of this person to one customer; `op` is consumed when it changes something. */
export const change = (
  tenant: TenantId,
  op: OperationKey,
  { actor, correlationId }: CompanyTurn,
  { customers }: House,
  decide: CustomerOrder['decide'],
): ReturnType<House['customers']['execute']> => customers.execute(tenant, { by: by(actor), correlationId, op, decide })

/** The customer as it is now: after a command, and after somebody else's. */
export const seenAgain = async (tenant: TenantId, { organization }: CompanyTurn, house: House) =>
  seenBy(await house.customers.find(tenant), organization.tenantId)

/** What this person may do where their company sells. */
export function mayDo({ customer, standing, viewer }: SeenCustomer, { actor, organization }: CompanyTurn) {
  const may = (operation: keyof typeof PERMISSIONS) =>
    standing === 'seller' && permit(operation, actor, organization).length === 0
  const isProvider = customer.relations.some((one) => one.partner === viewer && one.role === 'provider')
  return {
    order: may('P31'),
    reseller: isProvider && may('P32'),
    support: isProvider && may('P33'),
    remove: may('P41'),
    attest: may('P30'),
  }
}

/**
 * What Partner Center's refusals mean, by the id of the order, the subscription or the partner whose relationship it is:
 * told to whoever ordered it (domain.md 8.3).
 */
export async function reasonsOf(
  { customer, orders, subscriptions, relations, viewer }: SeenCustomer,
  { organization }: CompanyTurn,
  house: House,
): Promise<ReadonlyMap<string, Refusal>> {
  const failures = [
    ...orders.flatMap(({ id, owner, failure, lines, reseller }) =>
      failure !== undefined && owner === viewer ? [{ id, code: failure, offer: lines[0]?.offerId, reseller }] : [],
    ),
    ...subscriptions.flatMap(({ id, owner, failure, offerId, reseller }) =>
      failure && owner === viewer
        ? [{ id, code: failure.code, offer: offerId, reseller: credited(failure.edit) ?? reseller }]
        : [],
    ),
    ...relations.flatMap(({ partner, removalFailure }) =>
      removalFailure !== undefined && partner === viewer
        ? [{ id: partner as string, code: removalFailure, offer: undefined, reseller: undefined }]
        : [],
    ),
  ]
  const needsRange = failures.some(({ code }) => code === QUANTITY)
  const offers = needsRange ? await readOffers(house, { organization }) : []
  const { name, country } = customer
  return new Map(
    failures.map(({ id, code, offer, reseller }) => {
      const range = offers.find(({ offerId }) => offerId === offer)
      const context: OutsideContext = {
        provider: placed({ name: organization.displayName, country: organization.country }),
        customer: placed({ name, country }),
        roles: PERMISSIONS.P31.roles,
        ...(reseller
          ? {
              reseller: placed({ name: reseller.name, country: organization.country }),
              mpn: { id: reseller.mpnId, locations: [] },
            }
          : {}),
        ...(range ? { quantity: { min: range.min, max: range.max } } : {}),
      }
      return [id, refusalFor(code, context)] as const
    }),
  )
}

const QUANTITY = '2002'

type Failure = NonNullable<SeenCustomer['subscriptions'][number]['failure']>

const credited = (edit: Failure['edit']) => (edit.kind === 'reseller' ? (edit.to ?? undefined) : undefined)

const MOST_LISTED = 40

/** The own resellers that can be credited, each with the location account it was onboarded with (R90). */
export async function creditable(
  { organization }: Pick<CompanyTurn, 'organization'>,
  house: House,
): Promise<readonly Creditable[]> {
  if (organization.kind !== 'indirectProvider') return []
  const { items } = await partners(house.store, 'provider', organization.tenantId, { limit: MOST_LISTED })
  const found = await Promise.all(items.map(({ body: { tenantId } }) => house.organizations.find(tenantId)))
  return found.flatMap((one) =>
    one?.mpnId ? [{ tenantId: one.tenantId, name: one.displayName, mpnId: one.mpnId }] : [],
  )
}

/** Who is to be credited: the typed MPN ID goes before what was chosen, and is looked for among the own partners alone. */
export async function creditedBy(
  { resellerMpnId, mpnId }: { resellerMpnId: string; mpnId: string },
  { organization }: CompanyTurn,
  house: House,
): Promise<{ reseller?: TenantId; mpnId?: string; refusals: readonly Refusal[] }> {
  const typed = clean(mpnId) || (isGuid(resellerMpnId) ? '' : clean(resellerMpnId))
  if (/^\d+$/.test(typed)) return byNumber(typed, organization.tenantId, house)
  if (clean(mpnId) !== '') return { refusals: [{ code: 'MPN_FORMAT', field: 'mpnId' }] }
  if (!isGuid(resellerMpnId)) return { refusals: [] }
  const chosen = resellerMpnId.toLowerCase() as TenantId
  const partnership = await house.partnerships.find(organization.tenantId, chosen)
  return partnership.status === 'none'
    ? { refusals: [{ code: 'NOT_FOUND', query: resellerMpnId }] }
    : { reseller: chosen, refusals: [] }
}

/** A number that belongs to no partner is not there, whoever else has it. */
async function byNumber(
  mpnId: string,
  provider: TenantId,
  { partnerCenter, partnerships }: House,
): Promise<{ reseller?: TenantId; mpnId: string; refusals: readonly Refusal[] }> {
  const account = await partnerCenter.mpnAccount(mpnId)
  const owners = account
    ? [...account.ownerTenantIds, ...(account.associatedTenantId ? [account.associatedTenantId] : [])]
    : []
  for (const owner of new Set(owners)) {
    const partnership = await partnerships.find(provider, owner)
    if (partnership.status !== 'none') return { reseller: owner, mpnId, refusals: [] }
  }
  return { mpnId, refusals: [{ code: 'NOT_FOUND', query: mpnId }] }
}
