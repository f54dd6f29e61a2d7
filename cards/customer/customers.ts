import type { CustomerEntry } from '../../domain/customer/lists.ts'
import type { TenantId } from '../../domain/ids.ts'
import type { Side } from '../../domain/partnership/lists.ts'
import { tap } from '../drawing/buttons.ts'
import { type Cut, fitting, type ListRow, listCard, type Place, placeButtons, placeLine } from '../drawing/list.ts'
import type { Card } from '../drawing/render.ts'
import type { Words } from '../words/words.ts'

export type CustomersView = {
  /** Whose partners the list can be filtered by: a provider's resellers, or a reseller's providers. */
  side: Side | undefined
  company: string
  /** One page by name. */
  rows: readonly CustomerEntry[]
  /** What was searched for, '' for all. */
  name: string
  partners: readonly { tenantId: TenantId; name: string }[]
  /** Not all partners are among them. */
  morePartners?: boolean
  /** Only those shared with this partner (R61, R98). */
  partner?: { tenantId: TenantId; name: string; ended: boolean }
  mayAdd?: boolean
} & Place

/** *Customers*: direct and indirect ones in one list, each with where it comes from (R77), filtered by partner (R98). */
export const customersCard = (view: CustomersView, words: Words): Card =>
  fitting((cut) => drawCustomers(view, cut, words))

function drawCustomers(view: CustomersView, cut: Cut, words: Words): Card {
  const { side, company, rows, name, partner, mayAdd = false, ...place } = view
  const { buttons, customers: say } = words
  const kept = partner ? { partner: partner.tenantId } : {}
  return listCard(
    {
      place: company,
      title: partner ? say.list.shared(partner.name) : say.buttons.customers,
      intro: [
        ...(partner?.ended ? [say.list.ended(partner.name)] : []),
        ...(rows.length > 0 ? placeLine(place, rows.length, words) : [nothing(view, words)]),
      ],
      search: {
        text: { label: say.list.search, value: name },
        ...(side && view.partners.length > 0 ? { select: filter(view, side, cut, words) } : {}),
        button: tap(buttons.search, 'customers', side && view.partners.length > 0 ? {} : kept),
      },
      rows: rows.map((row) => customerRow(row, partner ? undefined : side, cut, words)),
      notes: view.morePartners ? [say.list.notAll] : [],
      buttons: [
        ...placeButtons(
          place,
          rows.length,
          (title, at) => tap(title, 'customers', { name, ...kept, ...at }, { inputs: 'none' }),
          words,
        ),
        ...(mayAdd
          ? [
              tap(
                words.customer.buttons.addCustomer,
                'add-customer',
                partner && !partner.ended ? { reseller: partner.tenantId } : {},
                { inputs: 'none' },
              ),
              tap(words.bulk.buttons.bulk, 'bulk', {}, { inputs: 'none' }),
            ]
          : []),
      ],
      more: [
        ...(partner
          ? [
              tap(words.buttons.showPartnership, 'partner', { tenant: partner.tenantId }, { inputs: 'none' }),
              tap(say.buttons.customers, 'customers', {}, { inputs: 'none' }),
            ]
          : []),
        tap(buttons.home, 'home', {}, { inputs: 'none' }),
      ],
    },
    words.locale,
  )
}

const nothing = ({ name, partner }: CustomersView, { customers: { list } }: Words): string => {
  if (name !== '') return list.none(name)
  return partner ? list.emptyShared(partner.name) : list.empty
}

const CHOICE_BYTES = 200

const filter = ({ partner, partners }: CustomersView, side: Side, cut: Cut, { customers: { list } }: Words) => ({
  id: 'partner',
  label: list.filter[side],
  value: partner?.tenantId ?? EVERY,
  choices: [
    { title: list.all[side], value: EVERY },
    ...[...partners, ...(partner && !partners.some((one) => one.tenantId === partner.tenantId) ? [partner] : [])].map(
      ({ tenantId, name }) => ({ title: cut(name, CHOICE_BYTES), value: tenantId as string }),
    ),
  ],
})

const EVERY = 'all'
const NAME_BYTES = 500

function customerRow(
  { tenantId, name, country, origins, access, other, since }: CustomerEntry,
  side: Side | undefined,
  cut: Cut,
  words: Words,
): ListRow {
  const { customers: say, terms } = words
  const [origin = 'indirect', second] = origins
  const with_ = other && cut(other.name, NAME_BYTES)
  return {
    title: cut(name, NAME_BYTES),
    lines: [
      [terms.country(country), ...(since === '' ? [] : [say.list.since(words.date(since))])].join(' · '),
      ...(side === undefined
        ? []
        : with_ !== undefined
          ? [side === 'provider' ? say.list.reseller(with_) : say.list.provider(with_)]
          : side === 'provider'
            ? [say.list.noReseller]
            : []),
      ...(access === 'subscription' ? [say.list.subscriptionOnly] : []),
    ],
    badge: { text: second ? say.list.both : say.list.origins[origin], color: 'Accent' },
    button: tap(words.buttons.open, 'customer', { tenant: tenantId }, { inputs: 'none' }),
  }
}
