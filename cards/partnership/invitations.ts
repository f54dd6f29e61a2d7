import type { TenantId } from '../../domain/ids.ts'
import type { InvitationState } from '../../domain/invitation/invitation.ts'
import type { InvitationEntry, InvitationFilter } from '../../domain/invitation/lists.ts'
import type { Side } from '../../domain/partnership/lists.ts'
import { type Button, tap } from '../drawing/buttons.ts'
import { type Cut, fitting, type ListRow, listCard, type Place, placeButtons, placeLine } from '../drawing/list.ts'
import type { Card } from '../drawing/render.ts'
import type { Words } from '../words/words.ts'

export type InvitationsView = {
  side: Side
  company: string
  /** Whose list it is: a reseller's has customers that it invited beside what it received. */
  own?: TenantId
  /** What this person may invite. */
  may?: { partners?: boolean; customers?: boolean }
  /** One page, the open ones first. */
  rows: readonly InvitationEntry[]
  show: InvitationFilter
  /** What was searched for, '' for all. */
  name: string
} & Place

/**
 * Invitations sent by a provider, or received by a reseller: the open ones, the closed ones or all, of a mail address or a
 * company; each with its state, its dates and who.
 */
export const listOfInvitations = (view: InvitationsView, words: Words): Card =>
  fitting((cut) => drawInvitations(view, cut, words))

function drawInvitations(view: InvitationsView, cut: Cut, words: Words): Card {
  const { side, company, own, may = {}, rows, show, name, ...place } = view
  const { buttons, invitations: say } = words
  const isSent = ({ provider }: InvitationEntry): boolean =>
    own === undefined ? side === 'provider' : provider === own
  const mayInvite = { partners: side === 'provider', customers: false, ...may }
  const shown = { open: buttons.showOpen, closed: buttons.showClosed, all: buttons.showAll }
  const others = (['open', 'closed', 'all'] as const).filter((one) => one !== show)
  return listCard(
    {
      place: company,
      title: shown[show],
      intro:
        rows.length === 0
          ? [name === '' ? say.empty[side] : say.none(name)]
          : [...(rows.some((row) => !isSent(row)) ? [say.received] : []), ...placeLine(place, rows.length, words)],
      search: {
        text: { label: say.search[side], value: name },
        button: tap(buttons.search, 'invitations', { show }),
      },
      rows: rows.map((row) => (isSent(row) ? sentRow(row, cut, words) : receivedRow(row, cut, words))),
      buttons: [
        ...placeButtons(
          place,
          rows.length,
          (title, place) => tap(title, 'invitations', { show, name, ...place }, { inputs: 'none' }),
          words,
        ),
        ...others.map((one) => tap(shown[one], 'invitations', { show: one })),
      ],
      more: [
        ...(mayInvite.customers
          ? [tap(words.customerInvitation.buttons.invite, 'invite-customer', {}, { inputs: 'none' })]
          : []),
        ...(mayInvite.partners ? [tap(buttons.requestPartnership, 'request-partnership', {}, { inputs: 'none' })] : []),
        tap(buttons.refresh, 'invitations', { show, name }, { inputs: 'none' }),
        tap(buttons.home, 'home', {}, { inputs: 'none' }),
      ],
    },
    words.locale,
  )
}

const sentRow = (row: InvitationEntry, cut: Cut, words: Words): ListRow => ({
  title: cut(row.other ?? row.email, NAME_BYTES),
  lines: linesOf([...asked(row, 'line', words), ...(row.other === undefined ? [] : [row.email])], row, cut, words),
  badge: badge(row, cut, words),
  button: tap(words.buttons.open, 'invitation', { invitation: row.id }),
})

const receivedRow = (row: InvitationEntry, cut: Cut, words: Words): ListRow => ({
  title: cut(row.providerName, NAME_BYTES),
  lines: linesOf([...asked(row, 'asks', words), row.email], row, cut, words),
  badge: badge(row, cut, words),
  button: openReceived(row, words),
})

/** Whom it asks for what, and below it what happened: two paragraphs of one text, since twenty rows fill a card. */
const linesOf = (about: readonly string[], row: InvitationEntry, cut: Cut, words: Words): readonly string[] => {
  const paragraphs = [about, steps(row, words)].filter((parts) => parts.length > 0)
  return [cut(paragraphs.map((parts) => parts.join(' · ')).join('\n'), LINE_BYTES)]
}

/** What a customer's invitation asks for, told to whoever sent it, and to whoever got it. */
function asked(
  { kind, through }: InvitationEntry,
  to: 'line' | 'asks',
  { customerInvitation: { list } }: Words,
): readonly string[] {
  if (kind === undefined) return []
  if (kind === 'both') return [list[to].both(through ?? '')]
  return [to === 'line' ? list.line[kind] : list.asks.single]
}

/** The link's code lies on no list: the row names the invitation, and the rights are checked when it is opened. */
const openReceived = ({ provider, id, state, kind }: InvitationEntry, { buttons }: Words): Button =>
  state === 'accepted' && kind === undefined
    ? tap(buttons.open, 'partner', { tenant: provider })
    : tap(buttons.open, 'received-invitation', { provider, invitation: id })

/** More than an ordinary name or line takes: they are cut only where a page of them is too much. */
const NAME_BYTES = 500
const LINE_BYTES = 800

/** What happened before it came to stand as it does, when and by whom, the latest first: a long line is cut at its end. */
function steps({ at, by, sentAt, opened }: InvitationEntry, words: Words): readonly string[] {
  const { invitation, invitations: say } = words
  return [
    ...(opened ? [say.step(invitation.opened, words.dateTime(opened.at), opened.by)] : []),
    sentAt === undefined
      ? say.step(invitation.drafted, words.dateTime(at), by)
      : say.step(invitation.sent, words.dateTime(sentAt), by),
  ]
}

/** How it stands: decided when and by whom, or open until when. */
function badge(
  { state, toSend, expiresAt, decided }: InvitationEntry,
  cut: Cut,
  words: Words,
): NonNullable<ListRow['badge']> {
  const { step, until } = words.invitations
  const name = toSend ? words.invitations.toSend : words.terms.invitationStates[state]
  const stands = decided
    ? step(name, words.dateTime(decided.at), decided.by)
    : expiresAt !== undefined && (state === 'sent' || state === 'opened')
      ? `${name} · ${until(words.date(expiresAt))}`
      : name
  return { text: cut(stands, NAME_BYTES), color: COLORS[state] }
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
