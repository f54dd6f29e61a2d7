import type { Card } from '../../cards/drawing/render.ts'
import { by } from '../../domain/actor.ts'
import type { Decision } from '../../domain/decision.ts'
import { newId, type OperationKey } from '../../domain/ids.ts'
import { type Invitation, type InvitationEvent, isOpen } from '../../domain/invitation/invitation.ts'
import type { Sent } from '../../domain/invitation/invite.ts'
import { inviteePlace } from '../../domain/invitation/invitee.ts'
import { isFieldRefusal, type Refusal } from '../../domain/refusals.ts'
import { release, reserve } from '../../domain/store/reservations.ts'
import type { CompanyTurn, House } from '../capability.ts'
import { refused } from '../refused.ts'
import { invitationOf } from './own-invitation.ts'

type Drafting = {
  op: OperationKey
  email: string
  /** What else tells two invitations to one address apart. */
  apart?: string
  decide(state: Invitation | undefined, also: { id: string; sent: Sent }): Promise<Decision<InvitationEvent>>
  /** The form again, with what is wrong in it. */
  again(faults: readonly Refusal[]): Card | Promise<Card>
}

/** Drafts the mail with the personal link; an open invitation of the same kind to the address is shown instead of a second one. */
export async function draftOne(
  { op, email, apart = '', decide, again }: Drafting,
  turn: CompanyTurn,
  house: House,
): Promise<Card> {
  const { organization, actor, correlationId, words } = turn
  const { tenantId } = organization
  const id = newId()
  const place = inviteePlace(tenantId, email, apart)
  const reserved = await reserve(house.store, 'invitee', place, id, async (other) => {
    const held = await house.invitations.find(tenantId, other)
    return held !== undefined && isOpen(held)
  })
  if (!reserved.ok) return invitationOf(reserved.owner, turn, house, words.notes.alreadyInvited(email))
  const result = await house.invitations.execute(tenantId, id, {
    by: by(actor),
    correlationId,
    op,
    counts: (events) => events.length > 0,
    decide: (state, sent) => decide(state, { id, sent }),
  })
  if (result.ok) return invitationOf(id, turn, house)
  await release(house.store, 'invitee', place, id)
  return result.error.every(isFieldRefusal) ? again(result.error) : refused(result.error, turn, house)
}
