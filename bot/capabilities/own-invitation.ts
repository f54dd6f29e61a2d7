import type { FormState } from '../../cards/drawing/form.ts'
import type { Card } from '../../cards/drawing/render.ts'
import { invitationCard } from '../../cards/partnership/invitation.ts'
import { invitationDraftCard } from '../../cards/partnership/invitation-draft.ts'
import { isToSend } from '../../domain/invitation/evolve.ts'
import type { Invitation } from '../../domain/invitation/invitation.ts'
import type { CompanyTurn, House } from '../capability.ts'
import { notFound } from '../refused.ts'

/** The draft while it is one, the state of the invitation afterwards. */
export async function invitationOf(id: string, turn: CompanyTurn, house: House, note?: string): Promise<Card> {
  const invitation = await house.invitations.find(turn.organization.tenantId, id)
  return invitation ? drawInvitation(invitation, turn, house, note) : notFound(id, turn, house)
}

export async function drawInvitation(
  invitation: Invitation,
  turn: CompanyTurn,
  house: House,
  note?: string,
  again: FormState & { values?: { message?: string } } = {},
): Promise<Card> {
  const link = await linkOf(invitation, house)
  const noted = note === undefined ? {} : { note }
  if (invitation.state !== 'draft' && !isToSend(invitation))
    return invitationCard({ invitation, link, ...noted }, turn.words)
  return invitationDraftCard({ invitation, link, ...noted, ...again }, turn.words)
}

export const linkOf = async (invitation: Invitation, { invitations, publicUrl }: House): Promise<string> =>
  `${publicUrl}/i/${await invitations.token(invitation)}`
