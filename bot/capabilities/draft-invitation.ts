import { createHash } from 'node:crypto'
import type { Card } from '../../cards/render.ts'
import { by } from '../../domain/actor.ts'
import type { Decision } from '../../domain/decision.ts'
import { newId, type OperationKey } from '../../domain/ids.ts'
import type { Invitation, InvitationEvent } from '../../domain/invitation/invitation.ts'
import type { Sent } from '../../domain/invitation/invite.ts'
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
  const place = createHash('sha256').update(`${tenantId} ${email}${apart}`).digest('base64url')
  const reserved = await reserve(house.store, 'invitee', place, id, async (other) =>
    isOpen(await house.invitations.find(tenantId, other)),
  )
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

const isOpen = (invitation: Invitation | undefined): boolean =>
  invitation?.state === 'draft' ||
  invitation?.state === 'sent' ||
  invitation?.state === 'opened' ||
  invitation?.state === 'accepting'
