import { newOperationKey } from '../../domain/ids.ts'
import type { Invitation } from '../../domain/invitation/invitation.ts'
import { maxLength } from '../../domain/text.ts'
import { ask, type Button, link as opens, reveal, tap } from '../drawing/buttons.ts'
import type { Values } from '../drawing/fields.ts'
import { type Fact, type FormState, formCard } from '../drawing/form.ts'
import { living } from '../drawing/living.ts'
import type { Card } from '../drawing/render.ts'
import { mailtoLink, withLink } from '../words/invitation-mail.ts'
import type { Words } from '../words/words.ts'

export type InvitationDraftView = FormState & {
  /** A draft, or one whose new link nobody has sent yet. */
  invitation: Invitation
  /** The personal link as it stands in the text. */
  link: string
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
  const { invitation, link, note, values, faults = [] } = view
  const { draft, email, id, providerName } = invitation
  const { buttons } = words
  const say = { ...words.draftInvitation, ...(invitation.request ? words.customerInvitation.draft : {}) }
  const text = withLink(values?.message ?? draft.body, link)
  const linkLost = faults.some(({ code }) => code === 'INV_LINK_MISSING')
  const unsaved = faults.length > 0
  const data = () => ({ op: newOperationKey(), invitation: id })
  const save = tap(buttons.save, 'edit-invitation', data())
  return formCard(
    {
      place: providerName,
      title: say.title(email),
      intro: [
        ...(note === undefined ? [] : [note]),
        ...('expiresAt' in invitation ? [say.renewed(words.dateTime(invitation.expiresAt))] : []),
        say.intro,
      ],
      facts: [...requestFacts(invitation, words), { title: say.subject, value: draft.subject }],
      fields: [
        // The server judges it, for its answer has the button that mends it: so the input takes more than is allowed.
        {
          kind: 'text',
          id: 'message',
          label: words.terms.fields.message,
          value: typable(text),
          max: MOST_TYPED,
          multiline: true,
          hint: say.hint(words.number(maxLength('message'))),
        },
      ],
      faults,
      notes: [say.sentByYou, say.inTeams],
      buttons: unsaved
        ? [...(linkLost ? [tap(buttons.restoreLink, 'restore-link', data(), { style: 'positive' })] : []), save]
        : [
            opens(buttons.openInEmail, mailtoLink(email, draft, link)),
            copyButton(draft, link, words),
            tap(buttons.sendInTeams, 'send-in-teams', data()),
          ],
      more: [
        ...(unsaved ? [] : [tap(buttons.done, 'mark-sent', data(), { style: 'positive' }), save]),
        tap(buttons.home, 'home', {}, { inputs: 'none' }),
        revokeButton(id, words),
      ],
    },
    words,
  )
}

/** What a customer is asked for. */
export const requestFacts = ({ request }: Invitation, { customerInvitation: say, terms }: Words): readonly Fact[] =>
  request
    ? [
        { title: say.draft.kind, value: say.kind[request.kind] },
        ...(request.kind === 'both' ? [{ title: say.form.through, value: request.through.name }] : []),
        { title: terms.fields.includeDap, value: say.draft.dap[request.includeDap ? 'asked' : 'notAsked'] },
      ]
    : []

/** Twice what is allowed: whoever pastes too much sees all of it again, and the link in it stays whole. */
const MOST_TYPED = 2 * maxLength('message')

const typable = (text: string): string => {
  const plain = text.replace(/(?![\t\n\r])\p{Cc}/gu, '')
  return plain.length > MOST_TYPED ? plain.slice(0, MOST_TYPED).toWellFormed() : plain
}

/** Asks once more in place: beside other buttons it could be taken for an undo. */
export const revokeButton = (invitation: string, { buttons, invitation: say }: Words): Button =>
  ask(
    buttons.revokeInvitation,
    say.askRevoke,
    tap(
      buttons.revoke,
      'revoke-invitation',
      { op: newOperationKey(), invitation },
      { style: 'destructive', inputs: 'none' },
    ),
  )

/** The whole mail to select and copy: cards cannot reach the clipboard. */
export const copyButton = ({ subject, body }: Invitation['draft'], link: string, words: Words): Button =>
  reveal(words.buttons.copyToClipboard, [words.draftInvitation.copy, subject, withLink(body, link)])
