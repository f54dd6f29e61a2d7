import type { Relation, Subscription } from '../../domain/customer/customer.ts'
import { newOperationKey, type TenantId } from '../../domain/ids.ts'
import type { Offer } from '../../domain/ports.ts'
import { tap } from '../drawing/buttons.ts'
import { choiceField, textField } from '../drawing/fields.ts'
import { type FormField, type FormState, formCard } from '../drawing/form.ts'
import type { Card } from '../drawing/render.ts'
import type { Words } from '../words/words.ts'

type Shared = FormState & { tenant: TenantId; customer: string; subscription: Subscription }

export type LicensesView = Shared & { offer: Pick<Offer, 'min' | 'max'> | undefined; typed?: string }

/** How many licenses a subscription is to have altogether. */
export function licensesForm(
  { tenant, customer, subscription, offer, typed, faults = [] }: LicensesView,
  words: Words,
): Card {
  const { licenses: say } = words.customers
  return formCard(
    {
      place: customer,
      title: say.title,
      intro: [say.intro(subscription.offerName)],
      facts: [{ title: say.now, value: words.number(subscription.licenses) }],
      fields: [
        textField(
          'licenses',
          typed ?? String(subscription.licenses),
          { required: true, ...(offer ? { hint: say.range(words.number(offer.min), words.number(offer.max)) } : {}) },
          words,
        ),
      ],
      faults,
      buttons: [
        tap(
          words.buttons.submit,
          'change-licenses',
          { op: newOperationKey(), tenant, subscription: subscription.id, was: subscription.licenses },
          { style: 'positive' },
        ),
        cancel({ tenant, subscription }, words),
      ],
    },
    words,
  )
}

/** A reseller that can be credited, by the location account it was onboarded with (R90). */
export type Creditable = { tenantId: TenantId; name: string; mpnId: string }

export type ResellerView = Shared & {
  resellers: readonly Creditable[]
  chosen?: string
  typed?: string
}

/** *Reseller (MPN ID)* of a subscription that exists (R92). */
export function resellerForm(view: ResellerView, words: Words): Card {
  const { tenant, customer, subscription, resellers, chosen, typed, faults = [] } = view
  const { reseller: say } = words.customers
  return formCard(
    {
      place: `${customer} · ${subscription.offerName}`,
      title: say.title,
      intro: [say.intro, ...(resellers.length === 0 ? [say.none] : [])],
      fields: creditFields({ resellers, chosen: chosen ?? subscription.reseller?.tenantId, typed }, words),
      faults,
      buttons: [
        tap(
          words.buttons.submit,
          'set-reseller',
          { op: newOperationKey(), tenant, subscription: subscription.id },
          { style: 'positive' },
        ),
        cancel({ tenant, subscription }, words),
      ],
    },
    words,
  )
}

/** Nobody is to be credited. */
export const NO_RESELLER = 'none'

/** Who is credited: chosen among the own resellers, or found by a location MPN ID. `none` where that may be nobody. */
export function creditFields(
  {
    resellers,
    chosen,
    typed,
    none = false,
  }: { resellers: readonly Creditable[]; chosen?: string | undefined; typed?: string | undefined; none?: boolean },
  words: Words,
): readonly FormField[] {
  const { reseller: say } = words.customers
  const choices = [
    ...(none ? [{ title: say.noOne, value: NO_RESELLER }] : []),
    ...resellers.map(({ tenantId, name, mpnId }) => ({ title: say.choice(name, mpnId), value: tenantId as string })),
  ]
  const value = choices.some((one) => one.value === chosen) ? chosen : none ? NO_RESELLER : ''
  return [
    ...(choices.length > 0 ? [choiceField('resellerMpnId', value, choices, { hint: say.hint }, words)] : []),
    textField('mpnId', typed, { hint: choices.length > 0 ? say.typed : say.typedAlone }, words),
  ]
}

export type SupportContactView = Shared & { company: string; provider: TenantId; contacts: readonly Relation[] }

/** *Designated support contact*: the provider, or a reseller that holds delegated admin privileges (R94, D10). */
export function supportContactForm(view: SupportContactView, words: Words): Card {
  const { tenant, customer, subscription, company, provider, contacts, faults = [] } = view
  const { support: say } = words.customers
  return formCard(
    {
      place: `${customer} · ${subscription.offerName}`,
      title: say.title,
      intro: [say.intro(customer)],
      fields: [
        choiceField(
          'supportContact',
          subscription.support.tenantId,
          [
            { title: say.us(company), value: provider },
            ...contacts.map(({ partner, partnerName }) => ({ title: partnerName, value: partner as string })),
          ],
          { required: true, hint: say.others },
          words,
        ),
      ],
      faults,
      buttons: [
        tap(
          words.buttons.submit,
          'set-support-contact',
          { op: newOperationKey(), tenant, subscription: subscription.id },
          { style: 'positive' },
        ),
        cancel({ tenant, subscription }, words),
      ],
    },
    words,
  )
}

const cancel = ({ tenant, subscription }: Pick<Shared, 'tenant' | 'subscription'>, { buttons }: Words) =>
  tap(buttons.cancel, 'subscription', { tenant, subscription: subscription.id }, { inputs: 'none' })
