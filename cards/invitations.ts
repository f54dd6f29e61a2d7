import type { InvitationState } from '../domain/invitation/invitation.ts'
import type { InvitationEntry, Side } from '../domain/partnership/lists.ts'
import { type Button, tap } from './buttons.ts'
import { type ListRow, listCard } from './list.ts'
import type { Card } from './render.ts'
import type { Words } from './words/words.ts'

export type InvitationsView = {
  side: Side
  company: string
  /** One page, the open ones first; `next` asks for the one after it. */
  rows: readonly InvitationEntry[]
  show: 'open' | 'all'
  next?: string
}

/** Invitations sent by a provider, or received by a reseller: state, dates, who; the open ones or all. */
export function listOfInvitations({ side, company, rows, show, next }: InvitationsView, words: Words): Card {
  const { buttons, invitations: say } = words
  return listCard(
    {
      place: company,
      title: show === 'open' ? buttons.showOpen : buttons.showAll,
      intro: rows.length === 0 ? [say.empty[side]] : side === 'reseller' ? [say.received] : [],
      rows: rows.map((row) => (side === 'provider' ? sentRow(row, words) : receivedRow(row, words))),
      buttons: [
        ...(next === undefined ? [] : [tap(buttons.more, 'invitations', { show, after: next })]),
        show === 'open'
          ? tap(buttons.showAll, 'invitations', { show: 'all' })
          : tap(buttons.showOpen, 'invitations', { show: 'open' }),
        ...(side === 'provider' ? [tap(buttons.requestPartnership, 'request-partnership', {})] : []),
      ],
      more: [tap(buttons.refresh, 'invitations', { show }), tap(buttons.home, 'home', {})],
    },
    words.locale,
  )
}

const sentRow = (row: InvitationEntry, words: Words): ListRow => ({
  title: row.other ?? row.email,
  lines: [...(row.other === undefined ? [] : [row.email]), createdLine(row, words)],
  badge: badge(row, words),
  button: tap(words.buttons.open, 'invitation', { invitation: row.id }),
})

const receivedRow = (row: InvitationEntry, words: Words): ListRow => ({
  title: row.providerName,
  lines: [row.email, createdLine(row, words)],
  badge: badge(row, words),
  ...(row.state === 'accepted' ? { button: openPartner(row, words) } : {}),
})

const openPartner = ({ provider }: InvitationEntry, { buttons }: Words): Button =>
  tap(buttons.open, 'partner', { tenant: provider })

const createdLine = ({ by, at }: InvitationEntry, words: Words): string =>
  by === '' ? words.date(at) : words.invitation.by(by, words.date(at))

function badge({ state, expiresAt }: InvitationEntry, words: Words): NonNullable<ListRow['badge']> {
  const name = words.terms.invitationStates[state]
  const until = expiresAt !== undefined && (state === 'sent' || state === 'opened')
  return { text: until ? `${name} · ${words.invitations.until(words.date(expiresAt))}` : name, color: COLORS[state] }
}

const COLORS: Record<InvitationState, NonNullable<ListRow['badge']>['color']> = {
  draft: 'Default',
  sent: 'Accent',
  opened: 'Accent',
  accepting: 'Accent',
  accepted: 'Good',
  declined: 'Attention',
  revoked: 'Default',
  expired: 'Warning',
  superseded: 'Default',
}
