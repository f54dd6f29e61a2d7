import { newOperationKey } from '../../domain/ids.ts'
import type { Invitation, InvitationState } from '../../domain/invitation/invitation.ts'
import { type Button, link as opens, tap } from '../drawing/buttons.ts'
import { living } from '../drawing/living.ts'
import type { Tone } from '../drawing/notice.ts'
import type { Card } from '../drawing/render.ts'
import { type TimelineRow, timelineCard } from '../drawing/timeline.ts'
import { byName } from '../enrollment/enrollment-facts.ts'
import { mailtoLink } from '../words/invitation-mail.ts'
import type { Words } from '../words/words.ts'
import { copyButton, revokeButton } from './invitation-draft.ts'

export type Sent = Exclude<Invitation, { state: 'draft' }>

export type InvitationView = {
  invitation: Sent
  /** The personal link, to send the same mail again. */
  link: string
  /** Whether this person's roles allow to resend, renew and revoke; the card offers it where the state does too. */
  may?: boolean
  note?: string
}

/** Where an invitation stands for whoever sent it: sent, opened, answered or over, by whom and when (complaint of not knowing). */
export function invitationCard(view: InvitationView, words: Words): Card {
  const { id, state } = view.invitation
  const card = drawInvitation(view, words)
  return ENDS.includes(state) ? card : living(card, words.buttons.refresh, 'invitation', { invitation: id })
}

/** After these only a new link, or nothing, can follow. */
const ENDS: readonly InvitationState[] = ['accepted', 'declined', 'revoked', 'expired', 'superseded']

function drawInvitation({ invitation, link, may = true, note }: InvitationView, words: Words): Card {
  const { buttons, terms } = words
  const say = wordsOf(invitation, words)
  const { request } = invitation
  return timelineCard(
    {
      tone: TONES[invitation.state],
      place: invitation.providerName,
      title: say.title(invitation.email, terms.invitationStates[invitation.state]),
      intro: [
        ...(note === undefined ? [] : [note]),
        ...(request?.kind === 'both' ? [say.through(request.through.name)] : []),
      ],
      rows: [
        draftedRow(invitation, words),
        ...sentRow(invitation, words),
        ...openedRow(invitation, words),
        answerRow(invitation, words),
      ],
      notes: isOpen(invitation) ? [say.renewing] : [],
      buttons: may ? stateButtons(invitation, link, words) : [],
      more: [
        tap(buttons.refresh, 'invitation', { invitation: invitation.id }),
        tap(buttons.invitations, 'invitations', {}),
        tap(buttons.home, 'home', {}),
      ],
    },
    words,
  )
}

const wordsOf = ({ request }: Invitation, { invitation, customerInvitation }: Words) => ({
  ...invitation,
  ...customerInvitation.invitation,
  ...(request ? {} : invitation),
})

const TONES: Record<Exclude<InvitationState, 'draft'>, Tone> = {
  sent: 'accent',
  opened: 'accent',
  accepting: 'accent',
  accepted: 'good',
  declined: 'attention',
  revoked: 'emphasis',
  expired: 'attention',
  superseded: 'emphasis',
}

const isOpen = ({ state }: Sent): boolean => state === 'sent' || state === 'opened'

const draftedRow = ({ createdBy, createdAt }: Sent, words: Words): TimelineRow => ({
  title: words.invitation.drafted,
  state: 'done',
  lines: [words.invitation.by(byName(createdBy, words), words.dateTime(createdAt))],
})

function sentRow(invitation: Sent, words: Words): readonly TimelineRow[] {
  const { sentAt } = invitation
  if (sentAt === undefined) return []
  return [
    {
      title: words.invitation.sent,
      state: 'done',
      lines: [
        words.dateTime(sentAt),
        ...(isOpen(invitation) && 'expiresAt' in invitation
          ? [words.timeline.linkUntil(words.dateTime(invitation.expiresAt))]
          : []),
      ],
    },
  ]
}

/** Only what is known: an invitation that is over does not keep who opened it. */
function openedRow(invitation: Sent, words: Words): readonly TimelineRow[] {
  const title = words.invitation.opened
  if ('openedAt' in invitation)
    return [
      {
        title,
        state: 'done',
        lines: [
          words.invitation.byOf(
            byName(invitation.openedBy, words),
            invitation.openedForName,
            words.dateTime(invitation.openedAt),
          ),
        ],
      },
    ]
  return invitation.state === 'sent' ? [{ title, state: 'waiting', lines: [words.invitation.notOpened] }] : []
}

function answerRow(invitation: Sent, words: Words): TimelineRow {
  const { terms } = words
  const say = wordsOf(invitation, words)
  switch (invitation.state) {
    case 'sent':
    case 'opened':
      return {
        title: say.answer,
        state: invitation.block ? 'stopped' : invitation.state === 'sent' ? 'open' : 'waiting',
        lines: invitation.block ? [] : [say.waits],
        warnings: invitation.block
          ? [
              say.blocked(invitation.block.company, words.dateTime(invitation.block.at)),
              ...invitation.block.reasons.map((reason) => {
                const { why, mend } = terms.blockReasons[reason]
                return words.locale === 'ja-JP' ? `・${why}${mend}` : `• ${why} ${mend}`
              }),
            ]
          : [],
      }
    case 'accepting':
    case 'accepted':
    case 'declined':
      return {
        title: terms.invitationStates[invitation.state],
        state: invitation.state === 'declined' ? 'stopped' : invitation.state === 'accepted' ? 'done' : 'waiting',
        lines: [
          say.byOf(byName(invitation.by, words), invitation.resellerName, words.dateTime(invitation.at)),
          ...('reason' in invitation && invitation.reason ? [`${terms.fields.reason}: ${invitation.reason}`] : []),
        ],
      }
    case 'revoked':
      return {
        title: terms.invitationStates.revoked,
        state: 'stopped',
        lines: [say.by(byName(invitation.by, words), words.dateTime(invitation.at))],
      }
    case 'expired':
      return {
        title: terms.invitationStates.expired,
        state: 'stopped',
        lines: [words.dateTime(invitation.at), say.expired],
      }
    case 'superseded':
      return {
        title: terms.invitationStates.superseded,
        state: 'stopped',
        lines: [words.dateTime(invitation.at), say.superseded],
      }
  }
}

function stateButtons(invitation: Sent, link: string, words: Words): readonly Button[] {
  const { buttons } = words
  const data = () => ({ op: newOperationKey(), invitation: invitation.id })
  const renew = tap(buttons.renew, 'renew-invitation', data())
  switch (invitation.state) {
    case 'sent':
    case 'opened':
      return [
        opens(buttons.resend, mailtoLink(invitation.email, invitation.draft, link)),
        copyButton(invitation.draft, link, words),
        tap(buttons.sendInTeams, 'send-in-teams', data()),
        renew,
        revokeButton(invitation.id, words),
      ]
    case 'expired':
      return [tap(buttons.renew, 'renew-invitation', data(), { style: 'positive' })]
    case 'accepted':
      return invitation.request
        ? []
        : [tap(buttons.showPartnership, 'partner', { tenant: invitation.reseller }, { style: 'positive' })]
    case 'declined':
    case 'revoked':
      return invitation.request
        ? [tap(words.customerInvitation.buttons.invite, 'invite-customer', {})]
        : [tap(buttons.requestPartnership, 'request-partnership', {})]
    case 'accepting':
    case 'superseded':
      return []
  }
}
