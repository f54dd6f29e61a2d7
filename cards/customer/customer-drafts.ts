import type { NewCustomer } from '../../domain/customer/new-customer.ts'
import { tap } from '../drawing/buttons.ts'
import { type Cut, fitting, listCard } from '../drawing/list.ts'
import { messageCard } from '../drawing/notice.ts'
import type { Card } from '../drawing/render.ts'
import type { Words } from '../words/words.ts'

export type DraftRow = { id: string; name: string; state: NewCustomer['state']; startedAt: string; by: string }
export type CustomerDraftsView = { company: string; rows: readonly DraftRow[]; next?: string }

/** The new customers of a provider that are not finished: whoever may add customers goes on with any of them. */
export const customerDrafts = (view: CustomerDraftsView, words: Words): Card =>
  fitting((cut) => drawDrafts(view, cut, words))

function drawDrafts({ company, rows, next }: CustomerDraftsView, cut: Cut, words: Words): Card {
  const { buttons, drafts: say } = words.customer
  return listCard(
    {
      place: company,
      title: say.title,
      intro: rows.length > 0 ? [say.intro] : [say.none],
      rows: rows.map(({ id, name, state, startedAt, by }) => ({
        title: name === '' ? say.unnamed : cut(name, NAME_BYTES),
        lines: [cut(say.by(by || words.terms.system, words.dateTime(startedAt)), NAME_BYTES)],
        ...(isShown(state) ? { badge: { text: say.states[state], color: 'Accent' as const } } : {}),
        button: tap(buttons.resume, 'new-customer', { draft: id }),
      })),
      buttons: [
        ...(next === undefined ? [] : [tap(words.buttons.more, 'new-customers', { after: next })]),
        tap(buttons.startNew, 'add-customer', {}),
        tap(words.buttons.home, 'home', {}),
      ],
    },
    words.locale,
  )
}

const NAME_BYTES = 300

const isShown = (state: DraftRow['state']): state is 'draft' | 'selecting' | 'reviewing' | 'provisioning' =>
  state !== 'active' && state !== 'discarded'

/** *Cancel*: everything is dropped (R58). */
export const customerDiscarded = (company: string, words: Words): Card =>
  messageCard(
    {
      tone: 'emphasis',
      place: company,
      title: words.customer.drafts.cancelled,
      paragraphs: [words.customer.drafts.cancelledText],
      buttons: [tap(words.customer.buttons.addCustomer, 'add-customer', {}), tap(words.buttons.home, 'home', {})],
    },
    words,
  )
