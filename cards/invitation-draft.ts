import { newOperationKey } from '../domain/ids.ts'
import type { Invitation } from '../domain/invitation/invitation.ts'
import { type Button, link as opens, reveal, tap } from './buttons.ts'
import { textField, type Values } from './fields.ts'
import { type FormState, formCard } from './form.ts'
import { living } from './living.ts'
import type { Card } from './render.ts'
import { mailtoLink, withLink } from './words/invitation-mail.ts'
import type { Words } from './words/words.ts'

export type InvitationDraftView = FormState & {
  invitation: Extract<Invitation, { state: 'draft' }>
  /** The personal link as it stands in the text. */
  link: string
  /** The reseller's global admins whom the bot can reach in Teams; none means that only mail is left. */
  admins: readonly string[]
  note?: string
  values?: Values<'edit-invitation'>
}

/**
 * The drafted mail: its text can be changed, the link stays (R36). *Open in email* and *Copy to clipboard* show the saved
 * text; *Done* says that it was sent (R40).
 */
export const invitationDraftCard = (view: InvitationDraftView, words: Words): Card =>
  living(draw(view, words), words.buttons.refresh, 'invitation', { invitation: view.invitation.id }, 'told')

function draw(view: InvitationDraftView, words: Words): Card {
  const { invitation, link, admins, note, values, faults = [] } = view
  const { draft, email, id, providerName } = invitation
  const { buttons, draftInvitation: say } = words
  const text = withLink(values?.message ?? draft.body, link)
  const linkLost = faults.some(({ code }) => code === 'INV_LINK_MISSING')
  const data = () => ({ op: newOperationKey(), invitation: id })
  const save = tap(buttons.save, 'edit-invitation', data())
  return formCard(
    {
      place: providerName,
      title: say.title(email),
      intro: [...(note === undefined ? [] : [note]), say.intro],
      facts: [
        { title: say.subject, value: draft.subject },
        ...(admins.length > 0 ? [{ title: say.inTeams, value: words.all(admins.slice(0, MOST_ADMINS)) }] : []),
      ],
      fields: [
        textField(
          'message',
          text,
          { required: true, multiline: true, hint: say.hint, refusal: { code: 'INV_LINK_MISSING', field: 'message' } },
          words,
        ),
      ],
      faults,
      notes: [say.sentByYou],
      buttons: linkLost
        ? [tap(buttons.restoreLink, 'restore-link', data(), { style: 'positive' }), save]
        : [
            opens(buttons.openInEmail, mailtoLink(email, draft, link)),
            copyButton(draft, link, words),
            ...(admins.length > 0 ? [tap(buttons.sendInTeams, 'send-in-teams', data(), { inputs: 'none' })] : []),
          ],
      more: [
        ...(linkLost ? [] : [tap(buttons.done, 'mark-sent', data(), { style: 'positive', inputs: 'none' }), save]),
        tap(buttons.revoke, 'revoke-invitation', data(), { style: 'destructive', inputs: 'none' }),
        tap(buttons.home, 'home', {}, { inputs: 'none' }),
      ],
    },
    words,
  )
}

const MOST_ADMINS = 5

/** The whole mail to select and copy: cards cannot reach the clipboard. */
export const copyButton = ({ subject, body }: Invitation['draft'], link: string, words: Words): Button =>
  reveal(words.buttons.copyToClipboard, [words.draftInvitation.copy, subject, withLink(body, link)])
