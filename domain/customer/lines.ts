import type { Offer } from '../ports.ts'
import type { Refusal } from '../refusals.ts'
import { licensesInRange, onboardedLocation } from '../rules/customer.ts'
import { refuse } from '../rules/rule.ts'
import type { OrderLine, Subscription } from './customer.ts'
import type { SellingReseller } from './sale.ts'

/** What somebody asks for; `licenses` of `addLicenses` are those that come on top, of the others all. */
export type LineInput = {
  action: OrderLine['action']
  offerId: string
  licenses: number
  subscription?: string
}

/** What is wrong with lines: none at all (R57), no such offer or subscription of the owner's, too few or too many licenses. */
export function lineRefusals(
  lines: readonly LineInput[],
  offers: readonly Offer[],
  owned: readonly Subscription[] = [],
): readonly Refusal[] {
  if (lines.length === 0) return refuse({ code: 'ORD_EMPTY', field: 'subscription' })
  return lines.flatMap((line) => {
    const offer = offers.find(({ offerId }) => offerId === line.offerId)
    if (!offer) return refuse({ code: 'FIELD_CHOICE', field: 'subscription' })
    if (line.action === 'new') return licensesInRange.check({ licenses: line.licenses, offer })
    const subscription = owned.find(({ id }) => id === line.subscription)
    if (!subscription || (line.action === 'addLicenses') !== (subscription.offerId === line.offerId))
      return refuse({ code: 'FIELD_CHOICE', field: 'subscription' })
    if (subscription.status !== 'active')
      return refuse({ code: 'WRONG_STATE', is: subscription.status, needs: ['active'] })
    if (subscription.pending) return refuse({ code: 'STALE' })
    const before = line.action === 'addLicenses' ? subscription.licenses : 0
    return licensesInRange.check({ licenses: line.licenses, offer: { min: 1, max: offer.max - before } })
  })
}

/** The MPN ID that a reseller is credited by: the one it was onboarded with, whatever was typed (R90). */
export const locationRefusals = (
  reseller: SellingReseller | undefined,
  mpnId: string | undefined,
): readonly Refusal[] =>
  reseller
    ? onboardedLocation.check({
        mpnId: mpnId ?? reseller.organization.mpnId ?? '',
        onboarded: reseller.organization.mpnId,
      })
    : []

/** The lines as they are ordered, each under the name that its offer has now. */
export const linesOf = (
  lines: readonly LineInput[],
  offers: readonly Offer[],
  resellerMpnId: string | undefined,
): readonly OrderLine[] =>
  lines.flatMap(({ action, offerId, licenses, subscription }) => {
    const offer = offers.find((one) => one.offerId === offerId)
    return offer
      ? [
          {
            action,
            offerId,
            offerName: offer.name,
            licenses,
            azure: offer.azure,
            ...(subscription ? { subscription } : {}),
            ...(resellerMpnId ? { resellerMpnId } : {}),
          },
        ]
      : []
  })
