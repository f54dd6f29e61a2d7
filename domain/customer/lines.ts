import type { TenantId } from '../ids.ts'
import type { Offer } from '../ports.ts'
import type { Refusal } from '../refusals.ts'
import { licensesInRange, onboardedLocation } from '../rules/customer.ts'
import { refuse } from '../rules/rule.ts'
import type { OrderLine, Subscription } from './customer.ts'
import type { NamedReseller } from './new-customer.ts'
import { allResellers, type SaleFacts, type SellingReseller } from './sale.ts'

/** What somebody asks for; `licenses` of `addLicenses` are those that come on top, of the others all. */
export type LineInput = {
  action: OrderLine['action']
  offerId: string
  licenses: number
  subscription?: string
  /** Who is credited for it; `null` for nobody. Left out, it is as the order says. */
  reseller?: TenantId | null
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

/**
 * Who is credited for each line: whom it names, else the account's reseller with `withReseller` (S1 Connect, table row 3: a
 * subscription is associated on the New subscription page, whoever the account's reseller is; S1 Add new subscriptions 4).
 */
export const creditedFor = (
  { reseller }: LineInput,
  facts: Pick<SaleFacts, 'reseller' | 'credited'>,
  withReseller: boolean,
): SellingReseller | undefined =>
  reseller === undefined
    ? withReseller
      ? facts.reseller
      : undefined
    : allResellers(facts).find(({ organization }) => organization.tenantId === reseller)

/** Whom a line names is known, and has a location that it was onboarded with (R90). */
export const creditRefusals = (
  lines: readonly LineInput[],
  facts: Pick<SaleFacts, 'reseller' | 'credited'>,
  withReseller: boolean,
): readonly Refusal[] => {
  const named = lines.map((line) => ({ line, reseller: creditedFor(line, facts, withReseller) }))
  return [
    ...(named.some(({ line, reseller }) => line.reseller && !reseller)
      ? refuse({ code: 'FIELD_CHOICE', field: 'resellerMpnId' })
      : []),
    ...[...new Set(named.map(({ reseller }) => reseller))].flatMap((reseller) => locationRefusals(reseller, undefined)),
  ]
}

/** What was recorded of who is credited is still so: the same partners, by the same locations (R90). */
export const recordedCreditRefusals = (
  lines: readonly OrderLine[],
  facts: Pick<SaleFacts, 'reseller' | 'credited'>,
): readonly Refusal[] => {
  const recorded = new Map(lines.flatMap((line) => (line.resellerMpnId ? [[line.resellerMpnId, line] as const] : [])))
  return [...recorded].flatMap(([mpnId, { reseller }]) => {
    const credited = reseller
      ? allResellers(facts).find(({ organization }) => organization.tenantId === reseller.tenantId)
      : facts.reseller
    return credited ? locationRefusals(credited, mpnId) : refuse({ code: 'STALE' })
  })
}

/** Recorded lines as they were asked for. */
export const asked = (lines: readonly OrderLine[]): readonly LineInput[] =>
  lines.map(({ reseller, ...line }) => ({ ...line, ...(reseller ? { reseller: reseller.tenantId } : {}) }))

/** The further resellers that lines are credited to, beside the account's. */
export const creditedBeside = (
  lines: readonly { reseller?: TenantId | { tenantId: TenantId } | null | undefined }[],
  account: TenantId | undefined,
): readonly TenantId[] => {
  const named = lines.flatMap(({ reseller }) =>
    reseller ? [typeof reseller === 'string' ? reseller : reseller.tenantId] : [],
  )
  return [...new Set(named)].filter((one) => one !== account)
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

/** The location that a reseller is credited by; `undefined` where nobody is. */
type Credit = { resellerMpnId: string; reseller?: NamedReseller }

/** The lines as they are ordered, each under the name that its offer has now. */
export const linesOf = (
  lines: readonly LineInput[],
  offers: readonly Offer[],
  credit: (line: LineInput) => Credit | undefined,
): readonly OrderLine[] =>
  lines.flatMap((line) => {
    const { action, offerId, licenses, subscription } = line
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
            ...credit(line),
          },
        ]
      : []
  })
