import type { Relation } from '../../domain/customer/customer.ts'
import type { SeenCustomer } from '../../domain/customer/seen.ts'
import { newOperationKey } from '../../domain/ids.ts'
import { ask, tap } from '../drawing/buttons.ts'
import { type Cut, fitting } from '../drawing/list.ts'
import type { Card } from '../drawing/render.ts'
import { type Entry, summaryCard } from '../drawing/summary.ts'
import type { Words } from '../words/words.ts'

export type OwnPartnersView = { company: string; seen?: SeenCustomer | undefined; mayDrop: boolean; note?: string }

/** Who works for a customer, told to the customer: it may take delegated admin privileges away (D13). */
export const ownPartnersCard = (view: OwnPartnersView, words: Words): Card => fitting((cut) => draw(view, cut, words))

const NAME_BYTES = 400
const MOST_SUBSCRIPTIONS = 15

function draw({ company, seen, mayDrop, note }: OwnPartnersView, cut: Cut, words: Words): Card {
  const { own: say, card, statuses } = words.customers
  const active = (seen?.relations ?? []).filter(({ removedAt }) => removedAt === undefined)
  const subscriptions = (seen?.subscriptions ?? []).slice(0, MOST_SUBSCRIPTIONS)
  return summaryCard(
    {
      place: cut(company, NAME_BYTES),
      title: say.title,
      intro: [...(note === undefined ? [] : [note]), active.length > 0 ? say.intro : say.none],
      sections: [
        ...(active.length > 0
          ? [{ heading: card.partners, unfolds: active.map((one) => partner(one, mayDrop, cut, words)) }]
          : []),
        ...(subscriptions.length > 0
          ? [
              {
                heading: card.subscriptions,
                entries: subscriptions.map(({ offerName, licenses, status, support }) => ({
                  title: card.line(cut(offerName, NAME_BYTES), words.number(licenses), licenses === 1),
                  lines: [`${statuses[status]} · ${say.supportedBy(cut(support.name, NAME_BYTES))}`],
                })),
              },
            ]
          : []),
      ],
      notes: !mayDrop && active.some(({ dap }) => dap === 'granted') ? [say.forAdmins] : [],
      buttons: [],
      more: [tap(words.buttons.home, 'home', {})],
    },
    words,
  )
}

function partner(one: Relation, mayDrop: boolean, cut: Cut, words: Words): Entry {
  const { own: say, card, roles, dap, buttons } = words.customers
  const name = cut(one.partnerName, NAME_BYTES)
  return {
    title: `${name} · ${roles[one.role]}`,
    lines: [[dap[one.dap], card.since(words.date(one.since))].join(' · ')],
    ...(mayDrop && one.dap === 'granted'
      ? {
          button: ask(
            buttons.dropAccess,
            say.dropAsk(name),
            tap(
              words.buttons.yes,
              'drop-admin-access',
              { op: newOperationKey(), partner: one.partner },
              { style: 'destructive' },
            ),
          ),
        }
      : {}),
  }
}
